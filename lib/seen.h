/*
 * seen: a set of hashes that is small: 18 to 28 bytes an item.
 *
 * An open table in which the entries stand in the order of their hashes, each
 * at or behind the place that its hash says (linear probing, sorted: Amble and
 * Knuth, "Ordered hash tables", 1974).  Since the order stays when the table
 * grows, it grows in its own place, by half, and needs no second table.
 *
 * An entry is one or two words of hash, and perhaps one of value.
 */
#ifndef SEEN_H
#define SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct seen {
	uint64_t *slot;	   /* of zeros where empty */
	size_t key, width; /* words of hash, and of an entry */
	uint64_t mask;	   /* what of the first word says the place */
	size_t range;	   /* places that hashes say; there are some behind */
	size_t places, n;
};

/* key: 1 or 2 words of hash; value: 0 or 1.  mask: the bits of the first word
 * by which entries are found; entries that are equal in them stand together. */
void seen_init(struct seen *s, size_t key, size_t value, uint64_t mask);
void seen_free(struct seen *s);

/*
 * Puts an entry in unless there is one with its hash.  Returns whether it was
 * put in, and in *at the entry that is there now, until the next call.  A hash
 * of zeros is taken for one of 1.
 */
bool seen_add(struct seen *s, const uint64_t *entry, uint64_t **at);

/* The entry of that hash, or NULL. */
const uint64_t *seen_get(const struct seen *s, const uint64_t *key);

/* The first entry whose hash is not less, and the entry behind one; NULL at the
 * end of those that stand together. */
const uint64_t *seen_from(const struct seen *s, const uint64_t *key);
const uint64_t *seen_next(const struct seen *s, const uint64_t *entry);

/* Asks for the memory where a hash would stand, to be there a little later. */
void seen_prefetch(const struct seen *s, const uint64_t *key);

/* All entries in the order of their hashes: *place counts from 0. */
const uint64_t *seen_walk(const struct seen *s, size_t *place);

#endif
