/*
 * fact_about: who, where, when, in which field, at which event, by whose word.
 */
#ifndef FACT_ABOUT_H
#define FACT_ABOUT_H

#include <stdbool.h>

#include "fact_rule.h"
#include "fact_scene.h"
#include "fact_world.h"

struct about {
	struct codes parties, places;
	bool from_document; /* parties: also by what the document told */
	struct buf sectors; /* ids joined by "|" */
	struct str event, speaker;
};

/* Counts the countries of the sentence for its document. */
void about_count(const struct scene *s, struct world *w);

/* What the sentence tells about all its facts: sectors, event and speaker.
 * last_event: of the document. */
void about_sentence(struct about *a, const struct fact_rules *r,
    const struct scene *s, struct str last_event);

/* Who and where, for the facts in its clause [from, to): from the whole
 * sentence if the clause names no country. */
void about_clause(struct about *a, const struct fact_rules *r,
    const struct scene *s, const struct world *w, size_t from, size_t to);
void about_free(struct about *a);

/* The name of the event that the sentence names, or a missing str. */
struct str about_event(const struct fact_rules *r, const struct scene *s);

/* The first year (of four digits) in an event's name, or a missing str. */
struct str about_year(struct str event);

/* The date that fits the amount best, which stands with its words at [from,
 * to), or a statement there if amount is NULL; or NULL.  No year alone before
 * that of least_date, which may be missing. */
const struct mentioned *about_when(const struct fact_rules *r,
    const struct scene *s, const struct mentioned *amount, size_t from,
    size_t to, struct str least_date);

/* How that date lies to what happened: its relation, or what a "since" before
 * it says. */
struct str about_relation(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *date);

#endif
