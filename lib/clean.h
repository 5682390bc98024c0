/*
 * clean: a line of text as it should be written.
 *
 * In this order: bytes that are no UTF-8 become U+FFFD; HTML entities and
 * ligatures (U+FB00 to U+FB06) are spelt out; mojibake is repaired; the text is
 * put into NFC (UAX #15); controls, zero-width characters, soft hyphens and
 * byte order marks go; runs of blanks become one blank, those at both ends go.
 *
 * What stays: a no-break, thin or figure space between two digits; SUB
 * (U+001A), which like U+FFFD stands for a lost character; joiners (U+200C,
 * U+200D) between characters that may need them, as in Persian, Hindi and
 * emoji.
 */
#ifndef CLEAN_H
#define CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "str.h"

struct clean {
	unsigned long bad;     /* bytes replaced by U+FFFD, so far */
	unsigned long repairs; /* sequences of mojibake repaired, so far */
	struct buf a, b;
};

/*
 * Cleans a line up to what ends it (LF apart: CR, VT, FF, U+2028, U+2029), and
 * says in *used how much of it that is.  The bytes right before and up to 16
 * behind the line can be read.  The result points into the line or into c, and
 * holds until the next call; *escape tells whether a backslash may be in it.
 */
struct str clean_line(
    struct clean *c, struct str line, size_t *used, bool *escape);

void clean_free(struct clean *c);

#endif
