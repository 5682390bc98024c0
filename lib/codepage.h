/*
 * codepage: the charsets in which UTF-8 gets misread,
 * lib/lexicon/codepages.tsv.
 */
#ifndef CODEPAGE_H
#define CODEPAGE_H

#include <stdint.h>

enum { CODEPAGES = 16 }; /* the most there can be */

/* How many there are; made at the first call. */
unsigned codepage_count(void);

/*
 * The byte of a code point, or 0.  The controls U+0080 to U+009F are in every
 * charset: software that knows no better passes them through.
 */
unsigned char codepage_byte(unsigned page, uint32_t cp);

#endif
