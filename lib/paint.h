/*
 * paint: text for one line of a terminal, in color where wanted.
 *
 * Colors are those of ECMA-48 (SGR).  Text comes from elsewhere and could hold
 * sequences that command the terminal, or lines of its own: line ends and TAB
 * become blanks, other control characters and invalid UTF-8 question marks.
 */
#ifndef PAINT_H
#define PAINT_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "str.h"

enum paint_color {
	PAINT_NONE = 0,
	PAINT_RED = 31,
	PAINT_GREEN = 32,
	PAINT_BLUE = 34,
	PAINT_MAGENTA = 35,
	PAINT_CYAN = 36,
};

/* Is fd a terminal that shows colors, and does the user want them
 * (no-color.org)?
 */
bool paint_wanted(int fd);

void paint_text(struct buf *b, struct str text, enum paint_color color);

/* A span in code points, end exclusive. */
struct paint_span {
	size_t start, end;
	enum paint_color color;
};

/* Appends text with spans of it in bold and color.  The spans are put in
 * order; where they overlap the one that begins first goes on. */
void paint_spans(
    struct buf *b, struct str text, struct paint_span *spans, size_t n);

#endif
