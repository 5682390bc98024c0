/*
 * date: the dates, times, durations and sets of a sentence, with values.
 */
#ifndef DATE_H
#define DATE_H

#include "buf.h"
#include "date_judge.h"
#include "date_value.h"
#include "mention.h"

enum date_order { ORDER_UNKNOWN, ORDER_DAY_FIRST, ORDER_MONTH_FIRST };

struct date_options {
	struct str published;  /* for sentences without a date; or missing */
	struct str lang;       /* likewise; missing is English */
	enum date_order order; /* of 03/04/2025 where nothing tells */
	bool names;	       /* also years that are part of a name */
};

/* One date of a text. */
struct date_mention {
	size_t from, to;  /* bytes */
	const char *kind; /* date, time, duration or set */
	struct edtf value;
	char duration[DURATION_SIZE];
	struct date_cue cue;
	const char *relation; /* or NULL */
	const char *basis;
	bool days_known;
	bool name;
};

/*
 * Reads sentences one after the other; what one document tells (the dates
 * named, the order of day and month) serves for its later sentences.
 */
struct date_finder;

struct date_finder *date_finder_new(const struct date_options *o);
void date_finder_free(struct date_finder *f);

/* Begins a sentence; new_doc forgets the sentences before. */
void date_begin(struct date_finder *f, struct str text, struct str lang,
    struct str published, bool new_doc);

/* The next date of the sentence, from the left; false at its end. */
bool date_next(struct date_finder *f, struct date_mention *m);

/* For tests: look at every word with every pattern, without the trigger; what
 * is found is the same. */
void date_search_all(struct date_finder *f);

/* Matches that failed for an error of the matcher, so far. */
unsigned long date_errors(const struct date_finder *f);

/* All of it for the loop of mention_run: self is a date_finder. */
void date_find(void *self, const struct sentence *s, struct buf *out);

#endif
