/*
 * decimal: exact decimal numbers, as the stream writes them.
 *
 * A decimal has up to DECIMAL_DIGITS digits and is never rounded: what does
 * not fit, or has no finite decimal form (a third), is refused.  A decimal of
 * zeros is 0 and ready.
 */
#ifndef DECIMAL_H
#define DECIMAL_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "str.h"

enum { DECIMAL_DIGITS = 60 };

struct decimal {
	/* The number is 0.d1d2...dn × 10^point; no zeros at either end. */
	unsigned char digit[DECIMAL_DIGITS];
	short n;
	short point;
	bool negative;
};

/* Reads "-1500000.5": ASCII digits, at most one point with a digit on both of
 * its sides, perhaps a "-" before.  False if it is anything else, or if it has
 * too many digits. */
bool decimal_read(struct decimal *d, struct str text);

struct decimal decimal_from(unsigned long u);

/* Appends the plain form: no exponent, no zeros that say nothing. */
void decimal_write(struct buf *b, const struct decimal *d);

/* These return false, and leave *sum or *d as it was, where the result does
 * not fit.  *sum may be one of the terms. */
bool decimal_add(
    struct decimal *sum, const struct decimal *a, const struct decimal *b);
bool decimal_shift(struct decimal *d, int power); /* × 10^power */
bool decimal_times(struct decimal *d, unsigned by, unsigned of); /* × by/of */

/* Less than, equal to or greater than 0, as a is to b. */
int decimal_compare(const struct decimal *a, const struct decimal *b);

static inline bool
decimal_is_zero(const struct decimal *d)
{
	return d->n == 0;
}

#endif
