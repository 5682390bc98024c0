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
#include <stdint.h>
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

/*
 * Are the n bytes at a and b the same?  Most of what is compared here is
 * shorter than 16 bytes, and a call of memcmp costs more than these loads.
 */
static inline bool
str_same(const char *a, const char *b, size_t n)
{
	uint64_t a8, b8, c8, d8;
	uint32_t a4, b4, c4, d4;

	if (n > 16)
		return memcmp(a, b, n) == 0;
	if (n >= 8) {
		memcpy(&a8, a, 8), memcpy(&b8, b, 8);
		memcpy(&c8, a + n - 8, 8), memcpy(&d8, b + n - 8, 8);
		return a8 == b8 && c8 == d8;
	}
	if (n >= 4) {
		memcpy(&a4, a, 4), memcpy(&b4, b, 4);
		memcpy(&c4, a + n - 4, 4), memcpy(&d4, b + n - 4, 4);
		return a4 == b4 && c4 == d4;
	}
	return n == 0 ||
	       (a[0] == b[0] && a[n / 2] == b[n / 2] && a[n - 1] == b[n - 1]);
}

static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && str_same(a.s, b.s, a.n);
}

/* Is s the constant c, a C string? */
static inline bool
str_is(struct str s, const char *c)
{
	return str_eq(s, str_from(c));
}

#endif
