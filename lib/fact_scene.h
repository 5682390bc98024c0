/*
 * fact_scene: a sentence with its mentions, as the rules of link-facts see it.
 */
#ifndef FACT_SCENE_H
#define FACT_SCENE_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "mentions.h"
#include "pattern.h"

/* The bytes that mentions are written over with; see lang/LANG/facts.pcre. */
enum {
	SCENE_MONEY = 1,
	SCENE_COUNT = 2,
	SCENE_DATE = 3,
	SCENE_SAME = 4, /* an amount that converts another */
	SCENE_EVENT = 5,
};

struct scene {
	struct mentions mentions;
	struct buf buf;
	struct str text;	/* of the sentence, for the rules */
	size_t amounts, counts; /* of money, of things */
};

/* Reads a sentence; what was read before is lost.  Words that bound an amount
 * are written over with it, but for those that verb_cue matches. */
void scene_read(
    struct scene *s, const struct sentence *sentence, struct pattern *verb_cue);
void scene_free(struct scene *s);

/* The mention of a type that has the byte at, or NULL. */
const struct mentioned *scene_at(
    const struct scene *s, const char *type, size_t at);

/* Does [from, to) lie in a longer mention: a money, a date, or a term of one of
 * the classes organization, event and person? */
bool scene_within(const struct scene *s, size_t from, size_t to);

/* Is it the end of a compound adjective: "Chinese-funded"? */
bool scene_attribute(const struct scene *s, const struct mentioned *m);

/* The part of the sentence that a group of the last match is, or missing. */
struct str scene_group(
    const struct scene *s, struct pattern *p, const char *name);

/* The words that end at the byte `at`, of at most `most` bytes. */
struct str scene_before(const struct scene *s, size_t at, size_t most);

/* Is it a term of that class? */
static inline bool
scene_is_class(const struct mentioned *m, const char *class)
{
	return record_is(&m->rec, "term") && str_is(m->class, class);
}

/* A value of a mention, or a missing str. */
static inline struct str
scene_get(const struct mentioned *m, const char *label)
{
	return record_get(&m->rec, label);
}

#endif
