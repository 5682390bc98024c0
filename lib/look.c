#include "look.h"

#include <stdbool.h>
#include <stdint.h>

#include "kind.h"
#include "utf8.h"

enum { WIDTH = 16 };

/* As gcc and clang have them on every machine. */
typedef signed char vec __attribute__((vector_size(WIDTH)));

static inline vec
load(const char *s)
{
	vec v;

	memcpy(&v, s, sizeof v);
	return v;
}

static inline bool
any(vec v)
{
	uint64_t w[2];

	memcpy(w, &v, sizeof w);
	return (w[0] | w[1]) != 0;
}

/* DEL, &, \ and a blank behind a blank. */
static inline vec
is_special(vec b, vec before)
{
	return (b == 127) | (b == '&') | (b == '\\') |
	       ((b == ' ') & (before == ' '));
}

/* Which bytes are not plain ASCII?  As signed numbers the others are < 0. */
static inline vec
not_ascii(vec b, vec before)
{
	return (b < 32) | is_special(b, before);
}

/*
 * Which bytes are neither plain ASCII nor part of U+0410 to U+044F, U+0451,
 * U+0456 or U+0460 to U+047F?  The Cyrillic letters in between are common in
 * some languages, but they are also what mojibake is made of.
 */
static inline vec
not_cyrillic(vec b, vec before)
{
	vec d0 = before == (signed char)0xD0, d1 = before == (signed char)0xD1;
	vec tail = b < (signed char)0xC0;
	vec lead = (b == (signed char)0xD0) | (b == (signed char)0xD1);
	vec row = b & (signed char)0xF0;
	vec rare = (d0 & (row == (signed char)0x80)) |
		   (d1 & (row == (signed char)0x90) & (b != (signed char)0x91) &
		       (b != (signed char)0x96));

	return (tail ^ (d0 | d1)) | ((b < 0) & ~tail & ~lead) | rare |
	       ((b >= 0) & (b < 32)) | is_special(b, before);
}

static unsigned
look_at_ascii(unsigned char c, char before)
{
	switch (c) {
	case ' ': return before == ' ' ? LOOK_FOLD : 0;
	case '&': return LOOK_ENTITY;
	case '\\': return LOOK_ESCAPE;
	case '\r':
	case '\v':
	case '\f': return LOOK_BREAK;
	case 0x1A: return 0;
	default: return c < 0x20 || c == 0x7F ? LOOK_FOLD : 0;
	}
}

/* The same for a code point of kind k behind ones of the kinds p and pp. */
static unsigned
look_at_wide(unsigned k, unsigned p, unsigned pp)
{
	unsigned looks = 0;

	if (k & KIND_FOLD)
		looks |= LOOK_FOLD;
	if (k & KIND_NFC)
		looks |= LOOK_NFC;
	if (k & KIND_BREAK)
		looks |= LOOK_BREAK;
	if (k & KIND_LIGATURE)
		looks |= LOOK_ENTITY;
	if ((k & KIND_TAIL) &&
	    ((p & KIND_LEAD) || ((p & KIND_TAIL) && (pp & KIND_LEAD3))))
		looks |= LOOK_MOJIBAKE;
	return looks;
}

/* Looks at the code points from i up to end or a bit further; returns where. */
static size_t
look_closely(struct str t, size_t i, size_t end, unsigned *looks)
{
	const unsigned char *kinds = kind_table();
	unsigned k, p = 0, pp = 0;
	size_t len;
	uint32_t cp;

	for (; i < end; i += len) {
		k = 0;
		len = utf8_sequence(t.s + i, t.n - i);
		if (len == 0 && t.s[i] != '\0') {
			*looks |= LOOK_BAD;
			len = 1;
		} else if (len <= 1) {
			*looks |= look_at_ascii(
			    (unsigned char)t.s[i], t.s[i - (i > 0)]);
			if (t.s[i] == ' ' && (p & KIND_LOST))
				*looks |= LOOK_MOJIBAKE;
			len = 1;
		} else {
			utf8_decode(t.s + i, len, &cp);
			k = kind_of(kinds, cp);
			if (k)
				*looks |= look_at_wide(k, p, pp);
		}
		pp = p;
		p = k;
	}
	if (i >= t.n && (p & KIND_LOST))
		*looks |= LOOK_MOJIBAKE;
	return i;
}

/* The beginning of the second code point before i. */
static size_t
step_back(const char *s, size_t i)
{
	int n;

	for (n = 0; n < 2 && i > 0; n++)
		do
			i--;
		while (i > 0 && ((unsigned char)s[i] & 0xC0) == 0x80);
	return i;
}

unsigned
look_at(struct str t)
{
	unsigned looks = 0;
	size_t i = 0;
	vec b, before;

	if (t.n < WIDTH) {
		look_closely(t, 0, t.n, &looks);
		return looks;
	}
	while (i < t.n) {
		if (t.n - i < WIDTH)
			i = t.n - WIDTH; /* some of them once more */
		b = load(t.s + i);
		before = load(t.s + i - 1);
		if (!any(not_ascii(b, before)) || !any(not_cyrillic(b, before)))
			i += WIDTH;
		else
			i = look_closely(
			    t, step_back(t.s, i), i + WIDTH, &looks);
	}
	if ((unsigned char)t.s[t.n - 1] >= 0xC0)
		looks |= LOOK_BAD; /* a sequence that is cut */
	return looks;
}
