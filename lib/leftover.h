/*
 * leftover: the numbers, currency signs, months and weekdays of a sentence that
 * no mention covers, and why.
 *
 * The words are those of the language's numbers.tsv, months.tsv and
 * weekdays.tsv; the signs those of lexicon/currencies.tsv.
 */
#ifndef LEFTOVER_H
#define LEFTOVER_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

struct leftover {
	size_t from, to;    /* bytes */
	const char *kind;   /* number, currency, month, weekday */
	const char *reason; /* a constant, for a person */
};

struct leftovers;

/* A language without tables has digits and signs alone. */
struct leftovers *leftovers_new(struct str lang);
void leftovers_free(struct leftovers *l);

/* Begins with a text, which is used until the next one begins. */
void leftovers_begin(struct leftovers *l, struct str text);

/* The next one in the text, whether covered or not.  False at the end. */
bool leftovers_next(struct leftovers *l, struct leftover *out);

/* Says why nothing covers it: sets the reason. */
void leftovers_explain(struct leftovers *l, struct leftover *out);

#endif
