/*
 * fact_world: what the names in a sentence tell about countries and places, and
 * what a document has told so far.
 */
#ifndef FACT_WORLD_H
#define FACT_WORLD_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "str.h"

enum { WORLD_CODE = 8, WORLD_SET = 12 };

/* A set of short codes in the order in which they came. */
struct codes {
	char code[WORLD_SET][WORLD_CODE];
	size_t n;
};

/* Adds a code of less than WORLD_CODE bytes, if it is new and there is room. */
void codes_add(struct codes *c, struct str code);
bool codes_have(const struct codes *c, struct str code);
void codes_sort(struct codes *c);

/* The codes joined by "|". */
void codes_write(struct buf *b, const struct codes *c);

struct world;

struct world *world_new(void);
void world_free(struct world *w);

/*
 * The country (ISO 3166-1 alpha-3) of a term: of a country itself, of an
 * organization or a person that stands for one, of a region, of a capital.  A
 * missing str for all others.
 */
struct str world_country(
    const struct world *w, struct str class, struct str id, struct str role);

/* The country of a place with a code of ISO 3166-2, or a missing str. */
struct str world_around(const struct world *w, struct str place);

/* The capital's code (ISO 3166-2) of a country (alpha-3), or a missing str. */
struct str world_capital(const struct world *w, struct str country);

/* What a document has told: begins anew with each document. */
void world_forget(struct world *w);
void world_count(struct world *w, struct str country);

/*
 * The country that the document speaks of most often, those in `but` aside; a
 * missing str where none stands out: one that was named at least twice, and as
 * often as all others together (those aside) halved.
 */
struct str world_main(const struct world *w, const struct codes *but);

#endif
