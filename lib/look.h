/*
 * look: what a text has to be cleaned of, if anything.
 *
 * It goes over every byte of the input, so it takes 16 at a time: first as
 * ASCII, then as Cyrillic.  What is neither is looked at code point by code
 * point.
 */
#ifndef LOOK_H
#define LOOK_H

#include "str.h"

enum {
	LOOK_BAD = 1,	   /* bytes that are no UTF-8 */
	LOOK_BREAK = 2,	   /* something else than LF that ends a line */
	LOOK_ENTITY = 4,   /* an ampersand, a ligature */
	LOOK_MOJIBAKE = 8, /* what may be mojibake */
	LOOK_NFC = 16,	   /* what may not be in NFC */
	LOOK_FOLD = 32,	   /* blanks to be folded, characters to be dropped */
	LOOK_ESCAPE = 64   /* a backslash */
};

/* The bits of what is in the text, of any bytes; those right before and up to
 * 16 behind it can be read. */
unsigned look_at(struct str text);

#endif
