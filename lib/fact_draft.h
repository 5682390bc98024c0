/*
 * fact_draft: facts in the making, between fact and fact_emit.
 */
#ifndef FACT_DRAFT_H
#define FACT_DRAFT_H

#include <stddef.h>

#include "fact_about.h"
#include "fact_rule.h"
#include "fact_scene.h"
#include "fact_verb.h"
#include "fact_world.h"
#include "table.h"

/* A fact in the making. */
struct draft {
	const struct fact_rule *rule;
	const struct mentioned *mention; /* NULL for a statement */
	size_t from, to;		 /* its span */
	size_t all_from, all_to;	 /* with the other one of its bundle */
	struct str object, object_text;
	struct str class; /* of the noun that a rule found */
	struct verb verb;
	const struct mentioned *partner; /* the count that this values */
	size_t clause_from, clause_to;
	size_t bundle; /* its first draft + 1, or 0 */
	char id[17];
};

struct linker {
	struct fact_rules *rules;
	const struct table *objects;
	struct world *world;
	struct scene scene;
	struct about about;
	struct buf event; /* the one named last in the document, escaped */
	struct buf room;
	struct draft *draft;
	size_t n, cap;
};

/* Appends the record of a draft, whose clause l->about tells of. */
void draft_emit(struct linker *l, const struct sentence *st,
    const struct fact_rules *r, const struct draft *d, struct buf *out);

/* The words of the sentence of which g is the part in its scene. */
struct str draft_words(
    const struct sentence *st, const struct scene *s, struct str g);

/* What is in b, or a missing str if nothing is. */
struct str draft_filled(const struct buf *b);

#endif
