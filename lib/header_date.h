/*
 * header_date: the dates and datelines in the head of an article.
 *
 * Dates are read as those of sentences are; how a dateline looks stands in
 * lang/LANG/header.pcre, and that of every language is tried, since a head may
 * be in another language than its article.
 */
#ifndef HEADER_DATE_H
#define HEADER_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "edtf.h"
#include "str.h"

struct header_dates;

struct header_dates *header_dates_new(void);
void header_dates_free(struct header_dates *h);

/*
 * The first day that a text names, with the time of day if that is told.
 * Without a year all of its digits are hidden.  The span is [*start, *end).
 */
bool header_date(struct header_dates *h, struct str text, struct edtf_date *d,
    size_t *start, size_t *end);

struct dateline {
	size_t end;		  /* the first byte of the article itself */
	struct str place, agency; /* missing where there is none */
	bool dated;
	struct edtf_date date;
};

/* The dateline that the text begins with; false where there is none. */
bool dateline_read(struct header_dates *h, struct str text, struct dateline *d);

#endif
