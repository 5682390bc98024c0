/*
 * hash: hashes of bytes, by XXH3 (xxhash.com).
 */
#ifndef HASH_H
#define HASH_H

#include <stdint.h>

#include "str.h"

/* 128 bits: of texts that differ, the hashes differ too, for all that may ever
 * be seen (of 10^12 texts two share one with a probability of 10^-15). */
struct hash {
	uint64_t high, low;
};

struct hash hash_text(struct str text, uint64_t seed);
uint64_t hash_word(struct str text, uint64_t seed);

/* A seed that nobody can foresee, so that nobody can make texts whose hashes
 * crowd. */
uint64_t hash_seed(void);

#endif
