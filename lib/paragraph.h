/*
 * paragraph: the lines of a text, put together to paragraphs.
 *
 * Blank lines part paragraphs.  Whether lines without a blank line between them
 * are paragraphs of their own, or pieces of one that was wrapped, is seen in
 * the head of the text: it was wrapped if there is a width at which the lines
 * break where they run on, that is, where the first word of the next line would
 * not have fit.  Lists, headings and lines that are indented stay apart.
 */
#ifndef PARAGRAPH_H
#define PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "str.h"

/* The width at which the text is wrapped, in columns; 0: it is not.  The text
 * is UTF-8 but for damaged bytes. */
size_t paragraph_width(struct str head);

/* A paragraph that grows. */
struct paragraph {
	size_t width;
	struct buf text;
	struct buf raw;	    /* its last line, as it was read */
	unsigned lines;	    /* so far; 0: none yet */
	unsigned long line; /* where it begins */
	bool escape;
};

/* Does this line, which is not blank, go on with the paragraph? */
bool paragraph_goes_on(const struct paragraph *p, struct str raw);

/* Adds a line: raw is as it was read, clean as it is to be written. */
void paragraph_add(struct paragraph *p, struct str raw, struct str clean);

void paragraph_free(struct paragraph *p);

#endif
