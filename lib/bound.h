/*
 * bound: what the words around an amount claim about it.
 *
 * "more than 5", "5 or more", "just under 5", "an estimated 5": the words are
 * lang/LANG/bounds.tsv.
 */
#ifndef BOUND_H
#define BOUND_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

struct bound {
	struct str name; /* eq, gt, ge, lt, le, approx */
	size_t from, to; /* the cue, in bytes of the text; none if from == to */
};

/*
 * What is claimed about the amount at bytes [from, to) of text, by the words
 * directly before it (not before byte `floor`, say the end of the amount
 * before) or directly behind it.  Where several words speak, a limit beats an
 * approximation ("up to about 5"), and what stands before the amount what
 * stands behind it.
 */
struct bound bound_find(
    struct str lang, struct str text, size_t floor, size_t from, size_t to);

/* Does the bound give a minimum, a maximum? */
static inline bool
bound_has_min(struct str name)
{
	return !str_is(name, "lt") && !str_is(name, "le");
}

static inline bool
bound_has_max(struct str name)
{
	return !str_is(name, "gt") && !str_is(name, "ge");
}

#endif
