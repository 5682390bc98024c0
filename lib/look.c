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

/* The first byte of a mask that is set, or WIDTH. */
static inline size_t
first(vec mask)
{
	uint64_t w[2];
	size_t i;

	memcpy(w, &mask, sizeof w);
	if ((w[0] | w[1]) == 0)
		return WIDTH;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	i = w[0] ? (size_t)__builtin_ctzll(w[0])
		 : 64 + (size_t)__builtin_ctzll(w[1]);
#else
	i = w[0] ? (size_t)__builtin_clzll(w[0])
		 : 64 + (size_t)__builtin_clzll(w[1]);
#endif
	return i / 8;
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

/* Those n before byte i; what stands before the byte before the text is not
 * read. */
static inline vec
load_before(struct str t, size_t i, size_t n)
{
	char room[WIDTH] = { 0 };

	if (n <= i + 1)
		return load(t.s + i - n);
	memcpy(room + n - i - 1, t.s - 1, WIDTH - (n - i - 1));
	return load(room);
}

static inline vec
is(vec v, int byte)
{
	return v == (signed char)byte;
}

/*
 * Of letters of two bytes, which are what the bytes 80 to BF are in
 * windows-1251, as in U+0400 to U+040F?
 */
static inline vec
is_rare(vec lead, vec tail)
{
	vec row = tail & (signed char)0xF0;

	return (is(lead, 0xD0) & is(row, 0x80)) |
	       (is(lead, 0xD1) & is(row, 0x90)) |
	       (is(lead, 0xD2) & (is(tail, 0x90) | is(tail, 0x91)));
}

/*
 * Which bytes are neither plain ASCII nor part of U+0410 to U+04FF?  A letter
 * that is rare in Russian is common in other languages, but it is also what
 * mojibake is made of where it stands behind another, or behind one of those
 * that are the bytes C2 to DF and E2.
 */
static inline vec
not_cyrillic(struct str t, size_t i, vec b, vec b1)
{
	vec b2 = load_before(t, i, 2), b3 = load_before(t, i, 3);
	vec lead = (b >= (signed char)0xD0) & (b <= (signed char)0xD3);
	vec follows = (b1 >= (signed char)0xD0) & (b1 <= (signed char)0xD3);
	vec tail = b < (signed char)0xC0;
	vec begins = is(b3, 0xD0) &
		     (((b2 >= (signed char)0x92) & (b2 <= (signed char)0xAF)) |
			 is(b2, 0xB2));
	vec marks = is(b1, 0xD2) & is(b & (signed char)0xF0, 0x80);

	return (tail ^ follows) | ((b < 0) & ~tail & ~lead) | marks |
	       (is_rare(b1, b) & (begins | is_rare(b3, b2))) |
	       ((b >= 0) & (b < 32)) | is_special(b, b1);
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

/* Where the code point before byte i begins, if it is not ASCII. */
static inline size_t
before(const char *s, size_t i)
{
	size_t at = i;

	while (at > 0 && i - at < 3 && utf8_is_tail(s[at - 1]))
		at--;
	return at > 0 && (unsigned char)s[at - 1] >= 0xC0 ? at - 1 : i;
}

/*
 * Looks at the code point that byte i is part of, and at those behind it up to
 * the next ASCII character; returns where that ends.
 */
static size_t
look_closely(
    struct str t, size_t i, const unsigned char *kinds, unsigned *looks)
{
	unsigned k, p = 0, pp = 0;
	bool ascii = false;
	size_t len;
	uint32_t cp;

	/* What stands before it counts too: two code points of it. */
	if (utf8_is_tail(t.s[i]))
		i = before(t.s, i);
	i = before(t.s, i);
	i = before(t.s, i);
	for (; i < t.n && !ascii; i += len) {
		k = 0;
		len = utf8_read(t.s + i, t.n - i, &cp);
		if (len == 0) {
			*looks |= LOOK_BAD;
			len = 1;
		} else if (len == 1) {
			ascii = true;
			*looks |=
			    look_at_ascii((unsigned char)cp, t.s[i - (i > 0)]);
			if (cp == ' ' && (p & KIND_LOST))
				*looks |= LOOK_MOJIBAKE;
		} else {
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

static inline bool
is_lead(char c)
{
	return (unsigned char)c >= 0xC0;
}

unsigned
look_at(struct str t)
{
	const unsigned char *kinds = kind_table();
	unsigned looks = 0;
	size_t i = 0, at;
	vec b, back;

	while (i < t.n) {
		b = load(t.s + i);
		back = load(t.s + i - 1);
		at = first(not_ascii(b, back));
		if (at < WIDTH) {
			at = first(not_cyrillic(t, i, b, back));
			/* A letter that goes on behind these bytes. */
			if (at == WIDTH && is_lead(t.s[i + WIDTH - 1]))
				i--;
		}
		i += at;
		if (at < WIDTH && i < t.n)
			i = look_closely(t, i, kinds, &looks);
	}
	if (t.n > 0 && is_lead(t.s[t.n - 1]))
		looks |= LOOK_BAD; /* a sequence that is cut */
	return looks;
}
