/*
 * date_value: what the parts of a date mean at the time they were written.
 *
 * Missing parts come from the publication date or from a date named before;
 * without either they stay open ("XXXX-08-23") or there is no value at all.
 * Nothing here reads a clock.
 */
#ifndef DATE_VALUE_H
#define DATE_VALUE_H

#include "date_period.h"
#include "date_read.h"

/* Where the parts came from that the words leave open, in this order. */
enum date_basis {
	BASIS_EXPLICIT,
	BASIS_PUBLISHED,
	BASIS_DOCUMENT,
	BASIS_NONE, /* needed and not to be had */
};

struct date_context {
	bool known;		  /* is there a publication date? */
	struct day published;	  /* its missing parts are 1 */
	enum date_unit precision; /* UNIT_DAY, UNIT_MONTH or UNIT_YEAR */
	bool anchored;		  /* has a date been named before? */
	struct edtf_date anchor;
	int story_year; /* the year that the text tells of, or 0 */
	bool future;	/* does the sentence speak of what is to come? */
	bool alone;	/* is the date all that the sentence says? */
};

/*
 * The value of a part, with all that hangs on it.  An EDTF_NONE where there is
 * none to be had; false where the parts contradict each other, so that the
 * words are no date.
 */
bool date_resolve(const struct date_lang *l, const struct date_context *c,
    const struct date_part *p, struct edtf *value, enum date_basis *basis);

#endif
