/*
 * date_lang: what a language pack says about dates, ready to match.
 *
 * lang/LANG/dates.pcre tells how dates look, the tables beside it what their
 * words mean.  The patterns name the parts of a match by groups whose names
 * are the same in every language; lang/en/dates.pcre lists them.
 */
#ifndef DATE_LANG_H
#define DATE_LANG_H

#include "date_words.h"
#include "pattern.h"
#include "str.h"

/* The patterns of what a date begins with, in the order in which they are
 * tried where a word belongs to more than one. */
enum date_first {
	FIRST_DIGIT,
	FIRST_DIRECTION,
	FIRST_ORDINAL,
	FIRST_WORD,
	FIRST_NUMBER,
	FIRSTS,
};

struct date_lang {
	struct str code;
	struct date_words months, weekdays, seasons, units, ordinals, decades;
	struct date_words deixis, directions, anchors, sets, parts, zones, eras;
	struct date_words holidays, cues, names, nouns, tenses, function;
	struct pattern *first[FIRSTS];	      /* see dates.pcre */
	struct pattern *tail_day, *tail_year; /* the far end of a range */
	struct pattern *within, *beside, *at, *on, *range, *list; /* joints */
	struct grammar *grammar;
	struct date_trigger *trigger;
	bool all; /* no trigger: look at every word with every pattern */
};

/* The pack of a language, or NULL where it has no dates.pcre. */
struct date_lang *date_lang_new(struct str code);
void date_lang_free(struct date_lang *l);

/*
 * The first place at or behind from where a date may begin, or text.n: a
 * number, or a word that begins one by itself or with the word behind it.
 */
size_t date_trigger(const struct date_lang *l, struct str text, size_t from);

/* May what ends at a place be joined to a part of a date behind it? */
bool date_goes_on(const struct date_lang *l, struct str text, size_t at);

/* The patterns that may match at a place, one bit for each enum date_first. */
unsigned date_firsts(const struct date_lang *l, struct str text, size_t at);

#endif
