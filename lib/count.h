/*
 * count: numbers with what they count, measure or share.
 *
 * How they look is lang/LANG/counts.pcre, the words are nouns.tsv and
 * measures.tsv.  Only the text is looked at.
 */
#ifndef COUNT_H
#define COUNT_H

#include <stdbool.h>
#include <stddef.h>

#include "decimal.h"
#include "str.h"

enum count_kind { COUNT_COUNT, COUNT_MEASURE, COUNT_PERCENT };

struct count {
	enum count_kind kind;
	size_t from, to; /* the number and its noun or unit, in bytes */
	struct decimal min, max;
	struct str bound; /* eq, gt, ge, lt, le, approx, range, vague */
	struct str cue;	  /* the words that bound it, or missing */
	struct str noun;  /* the noun phrase; missing where it is left out */
	struct str class; /* of its head; missing where not known */
	struct str unit;  /* of a measure; "%" of a share */
};

struct counts;

/* NULL where the language has no patterns for counts. */
struct counts *counts_new(struct str lang);
void counts_free(struct counts *c);

/* The next place at or behind byte at where a count may begin, or text.n. */
size_t counts_place(const struct counts *c, struct str text, size_t at);

/*
 * The count that begins at such a place; the words that bound it are behind
 * floor.  *end is behind what was looked at.  False where there is none.
 */
bool counts_here(struct counts *c, struct str text, size_t floor, size_t at,
    struct count *out, size_t *end);

/* Why the number that begins at byte at is no count, for a person: a constant.
 */
const char *counts_why(struct counts *c, struct str text, size_t at);

/* The name of a kind as it stands in a record. */
const char *count_kind_name(enum count_kind kind);

#endif
