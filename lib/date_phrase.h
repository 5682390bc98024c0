/*
 * date_phrase: parts that belong together, joined to one date.
 *
 * "third quarter of last year", "Friday, June 15 at 3 p.m.", "two days before
 * January 12", "Feb. 10 to 13".
 */
#ifndef DATE_PHRASE_H
#define DATE_PHRASE_H

#include "date_read.h"

enum { PHRASE_PARTS = 12 };

struct date_phrase {
	struct date_part part[PHRASE_PARTS];
	int n;
	struct date_part *top; /* with the span of the whole */
	size_t wrong;	       /* where what looks like a date but is none
				* (February 30) ends, or 0 */
};

/* Reads the phrase that begins at this byte; false where there is none. */
bool phrase_read(const struct date_lang *l, struct str text, size_t at,
    struct date_phrase *ph, unsigned long *errors);

/* Reads the day behind one, in a list where only the first has its month:
 * "March 5, 7 and 9"; false where there is none. */
bool phrase_next_day(const struct date_lang *l, struct str text,
    const struct date_part *before, struct date_phrase *ph,
    unsigned long *errors);

#endif
