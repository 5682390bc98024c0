/*
 * mentions: the records that a sentence has already, with their places in
 * bytes.
 */
#ifndef MENTIONS_H
#define MENTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "mention.h"
#include "record.h"

struct mentioned {
	struct record rec; /* points into the sentence's mentions */
	struct str class;  /* of a term or a count; else missing */
	size_t from, to;   /* bytes of the sentence's text */
};

struct mentions {
	struct mentioned *item;
	size_t n, cap;
	size_t *byte; /* of each code point */
	size_t byte_cap;
};

/*
 * Reads the mentions of s that have a place within its text, in their order;
 * only those of the types in the NULL-terminated list, if it is given.
 */
void mentions_read(
    struct mentions *m, const struct sentence *s, const char *const *types);
void mentions_free(struct mentions *m);

/* Does one of those of a type (of any, if NULL) share a byte with [from, to)?
 */
bool mentions_overlap(
    const struct mentions *m, const char *type, size_t from, size_t to);

#endif
