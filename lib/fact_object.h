/*
 * fact_object: what a fact is about, by the noun that a rule has found or that
 * a count has.
 */
#ifndef FACT_OBJECT_H
#define FACT_OBJECT_H

#include <stdbool.h>

#include "fact_draft.h"

/* Sets object, object_text and class of a draft by what its rule says of them;
 * p is the pattern that has matched last. */
void object_set(struct linker *l, const struct sentence *st,
    const struct fact_rules *r, struct draft *d, struct pattern *p);

/* Is a count with this class and size worth a fact? */
bool object_counts(const struct linker *l, const struct fact_rules *r,
    const struct draft *d, struct str class);

#endif
