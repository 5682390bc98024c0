/*
 * known: the items that were seen, in this run and, with a store, in earlier
 * ones: exactly the same, or texts that are nearly so.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "minhash.h"
#include "seen.h"
#include "store.h"
#include "str.h"

struct known {
	struct store *store; /* or NULL */
	bool named;	     /* keep the items' names */
	uint64_t seed;
	uint64_t space; /* what is compared: others' items are not ours */
	struct seen seen;
	struct minhash_index near;
	size_t stored;	 /* texts of near that came from the store; */
	uint64_t next;	 /* the number of the next in the store */
	struct buf open; /* 1 for those of near that are open */
	size_t *name;	 /* of the texts of near: where in names */
	size_t names_cap;
	struct buf names; /* each ended by a NUL */
};

/* space: a text that says what is compared.  store: kept; may be NULL. */
void known_init(
    struct known *k, struct str space, bool named, struct store *store);
void known_free(struct known *k);

/*
 * Is this key there?  If not it is put in, under this name.  If so *first is
 * the name of the one that is there, until the next call.
 */
bool known_exact(
    struct known *k, struct str key, struct str name, struct str *first);

/* Puts a text in under a name and returns its number.  It is found only when it
 * has been opened. */
size_t known_put(struct known *k, const struct minhash *m, struct str name);
void known_open(struct known *k, size_t which);

/* The most similar open text: the bins that agree, and its number. */
unsigned known_near(
    const struct known *k, const struct minhash *m, size_t *which);

/* The name of a text, until the next one is put in. */
struct str known_name(const struct known *k, size_t which);

/* Puts what is new into the store, of the texts those that are open, and makes
 * it last. */
void known_commit(struct known *k);

#endif
