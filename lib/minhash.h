/*
 * minhash: texts that share most of their words, found without comparing each
 * with each.
 *
 * A text is the set of its shingles: every three words that follow one another,
 * in small letters, without punctuation.  How similar two texts are is the size
 * of what their sets have in common, divided by the size of both together
 * (Jaccard), and is estimated from signatures of 128 values.
 *
 * Sources: Broder, "On the resemblance and containment of documents", 1997; Li,
 * Owen and Zhang, "One Permutation Hashing", 2012, with the optimal
 * densification of Shrivastava, 2017; for the index, locality-sensitive hashing
 * by bands: Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4.
 */
#ifndef MINHASH_H
#define MINHASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "seen.h"
#include "str.h"

enum { MINHASH_BINS = 128 };

struct minhash {
	uint16_t bin[MINHASH_BINS];
};

/* The signature of a text, whose words anything but letters and digits parts;
 * CJK characters are words of their own.  False where it has no word. */
bool minhash_sign(struct minhash *m, struct str text);

/* The estimated similarity of two texts, in bins that agree, of 128. */
unsigned minhash_agree(const struct minhash *a, const struct minhash *b);

/*
 * An index of texts, numbered from 0 as they were put in; at most 2^32 - 1.  It
 * takes less than 900 bytes a text.  Texts whose similarity is 0.5 are found
 * with a probability of 0.996; for 0.6 and above with more than 0.9999.
 */
struct minhash_index {
	struct minhash *text;
	size_t n, cap;
	struct seen bands;
};

void minhash_index_init(struct minhash_index *x);
void minhash_index_free(struct minhash_index *x);

/* Puts a text in, and returns its number; but it is found only when it has been
 * opened. */
size_t minhash_index_put(struct minhash_index *x, const struct minhash *m);
void minhash_index_open(struct minhash_index *x, size_t which);

/* The most similar text of the index, the earliest if there are several; its
 * number in *which.  Returns the bins that agree: 0 where none was found. */
unsigned minhash_index_find(
    const struct minhash_index *x, const struct minhash *m, size_t *which);

#endif
