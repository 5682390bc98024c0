/*
 * str: a piece of text that somebody else owns, as pointer and length.
 *
 * Text from outside is always a struct str: it may hold any byte and is not
 * ended by a NUL.  A missing text has s == NULL; an empty one has n == 0.
 */
#ifndef STR_H
#define STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
	const char *s;
	size_t n; /* bytes */
};

/* A string literal as a struct str. */
#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })

static inline struct str
str_from(const char *s)
{
	return (struct str){ s, strlen(s) };
}

/* The bytes [from, to) of s. */
static inline struct str
str_part(struct str s, size_t from, size_t to)
{
	return (struct str){ s.s + from, to - from };
}

static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

/* Is s the constant c, a C string? */
static inline bool
str_is(struct str s, const char *c)
{
	return str_eq(s, str_from(c));
}

#endif
