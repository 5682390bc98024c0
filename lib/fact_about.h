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

/* What the sentence tells about its facts.  last_event: of the document. */
void about_read(struct about *a, const struct fact_rules *r,
    const struct scene *s, struct world *w, struct str last_event);
void about_free(struct about *a);

/* The name of the event that the sentence names, or a missing str. */
struct str about_event(const struct fact_rules *r, const struct scene *s);

/* The date that fits what stands at [from, to) best, or NULL. */
const struct mentioned *about_when(
    const struct fact_rules *r, const struct scene *s, size_t from, size_t to);

#endif
