/*
 * date_judge: what stands around a date: is it one, and how is it meant?
 */
#ifndef DATE_JUDGE_H
#define DATE_JUDGE_H

#include "date_phrase.h"

struct date_cue {
	size_t from, to;     /* bytes of the text; empty where there is none */
	struct str relation; /* of datecues.tsv; missing where not told */
	bool behind;	     /* the cue follows the date */
};

enum date_verdict { DATE_NOT, DATE_NAME, DATE_GOOD };

/*
 * Is the phrase a date here?  Bare numbers, common words like "may" and names
 * like "Expo 2017" are judged by their neighbours.  before is where the date
 * found before this one ends, or 0.
 */
enum date_verdict date_judge(const struct date_lang *l, struct str text,
    const struct date_part *p, size_t before);

/* Does its phrase end with a date that ends here: before a sign, or a word that
 * begins another? */
bool date_ends(const struct date_lang *l, struct str text, size_t at);

/* The words before or behind a date that tell its relation. */
struct date_cue date_cue(
    const struct date_lang *l, struct str text, const struct date_part *p);

/* Does the sentence speak of what is to come where it names this date? */
bool date_future(
    const struct date_lang *l, struct str text, const struct date_part *p);

#endif
