/*
 * charset: bytes of any charset into UTF-8, by iconv.
 *
 * A byte that means nothing in its charset becomes the byte CHARSET_BAD, which
 * is no UTF-8: so a bad byte looks the same whatever the charset was, and
 * whoever reads the text counts them and knows the line.
 */
#ifndef CHARSET_H
#define CHARSET_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "str.h"

#define CHARSET_BAD '\xFF'

struct charset {
	const char *name; /* as asked for; "UTF-8" is never decoded */
	void *cd;
	size_t unit; /* bytes that are passed over where one is bad */
};

/* False where iconv does not know the name, which is kept, not copied. */
bool charset_open(struct charset *c, const char *name);
void charset_close(struct charset *c);

/* The fewest bytes of a character. */
size_t charset_unit(const char *name);

/* Is the name that of UTF-8, in any spelling? */
bool charset_is_utf8(const char *name);

/*
 * Appends the bytes as UTF-8 to out and returns how many were used: all where
 * they are the last, else all but a sequence that is cut at the end.
 */
size_t charset_decode(
    struct charset *c, struct str bytes, bool last, struct buf *out);

/*
 * The charset of a text by its first bytes, which are all it has where whole is
 * true; *mark is the length of a byte order mark to be passed over.
 *
 * A byte order mark decides; NUL bytes in every second place make it UTF-16;
 * then it is UTF-8, where good sequences have at least as many tails as there
 * are bad places; and else the charset that guess_charset finds.  NULL: not a
 * text.
 */
const char *charset_find(struct str s, bool whole, size_t *mark);

#endif
