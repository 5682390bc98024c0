/*
 * date_lang: what a language pack says about dates, ready to match.
 *
 * lang/LANG/dates.pcre tells how dates look, the tables beside it what their
 * words mean.  The patterns name the parts of a match by groups whose names
 * are the same in every language; lang/en/dates.pcre lists them.
 */
#ifndef DATE_LANG_H
#define DATE_LANG_H

#include "pattern.h"
#include "str.h"
#include "table.h"
#include "trigger.h"

/* The words of a table's column "word", looked up without regard to ASCII
 * case; a blank in them stands for blanks of any kind. */
struct date_words {
	const struct table *table;
	struct date_word {
		struct str word;
		size_t row;
	} * word;
	size_t n;
};

/* The row of the word that text is, or -1. */
long words_row(const struct date_words *w, struct str text);

/* The row of the longest word that ends at byte end of text, at most four
 * words long, or -1; *begin is where it begins. */
long words_before(
    const struct date_words *w, struct str text, size_t end, size_t *begin);

/* The same, beginning at byte at; *end is where it ends. */
long words_after(
    const struct date_words *w, struct str text, size_t at, size_t *end);

/* A cell of a row, and the same as a number (0 where empty). */
struct str words_cell(const struct date_words *w, long row, const char *column);
int words_number(const struct date_words *w, long row, const char *column);

struct date_lang {
	struct str code;
	struct date_words months, weekdays, seasons, units, ordinals, decades;
	struct date_words deixis, directions, anchors, sets, parts, zones, eras;
	struct date_words holidays, cues, names, nouns, tenses, function;
	struct trigger *trigger;
	struct pattern *words, *digits, *tail_day,
	    *tail_year; /* see dates.pcre */
	struct pattern *within, *beside, *at, *on, *range;
	struct grammar *grammar;
};

/* The pack of a language, or NULL where it has no dates.pcre. */
struct date_lang *date_lang_new(struct str code);
void date_lang_free(struct date_lang *l);

/* How many bytes of blanks begin at s (space, TAB, no-break space). */
size_t date_blanks(struct str text, size_t at);

#endif
