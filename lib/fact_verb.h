/*
 * fact_verb: the verb that says in which state a thing is.
 */
#ifndef FACT_VERB_H
#define FACT_VERB_H

#include <stdbool.h>

#include "fact_rule.h"
#include "fact_scene.h"

struct verb {
	struct str action; /* PLOVER class, or missing */
	struct str name;   /* of the action in the lexicon */
	struct str status; /* or missing */
	struct str text;   /* the words */
	bool negated, conditional;
};

/* The verb of what stands at [from, to).  All missing where there is none. */
struct verb verb_find(
    const struct fact_rules *r, const struct scene *s, size_t from, size_t to);

/* The verb at an action mention: its status as its auxiliaries change it. */
struct verb verb_at(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *action);

#endif
