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
	struct record rec; /* points into the sentence's mentions; its fields
			    * are those of struct mentions */
	struct str class;  /* of a term or a count; else missing */
	size_t from, to;   /* bytes of the sentence's text */
};

struct mentions {
	struct mentioned *item;
	size_t n, cap;
	struct record rec; /* the line read last */
	struct field *field;
	size_t nfields, field_cap;
	size_t *byte; /* of each code point */
	size_t byte_cap;
	size_t *covered; /* how many bytes before each are covered */
	size_t covered_cap, length;
	bool counted;
};

/*
 * Reads the mentions of s that have a place within its text, in their order;
 * only those of the types in the NULL-terminated list, if it is given.
 */
void mentions_read(
    struct mentions *m, const struct sentence *s, const char *const *types);
void mentions_free(struct mentions *m);

/* Does one of them share a byte with [from, to)?  In constant time, but for the
 * first call after reading. */
bool mentions_cover(struct mentions *m, size_t from, size_t to);

/* The first byte at or behind at that none covers. */
size_t mentions_end(struct mentions *m, size_t at);

#endif
