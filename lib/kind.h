/*
 * kind: what a code point may ask for when a text is cleaned.
 */
#ifndef KIND_H
#define KIND_H

#include <stdint.h>

enum {
	/* In some charset that UTF-8 is misread in, the first byte of a
	 * sequence; of one of three or more; a byte inside of one; the first
	 * byte of one that ends in the byte A0, which looks like a blank. */
	KIND_LEAD = 1,
	KIND_LEAD3 = 2,
	KIND_TAIL = 4,
	KIND_LOST = 8,
	KIND_NFC = 16,	 /* may not be in NFC */
	KIND_FOLD = 32,	 /* a blank other than U+0020, or to be dropped */
	KIND_BREAK = 64, /* ends a line */
	KIND_LIGATURE = 128
};

/* The kinds of the code points up to U+FFFF, made at the first call. */
const unsigned char *kind_table(void);

/* Those of one above. */
unsigned char kind_above(uint32_t cp);

static inline unsigned char
kind_of(const unsigned char *table, uint32_t cp)
{
	return cp < 0x10000 ? table[cp] : kind_above(cp);
}

#endif
