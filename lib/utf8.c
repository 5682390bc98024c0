#include "utf8.h"

#include <string.h>

#define ONES 0x0101010101010101u
#define HIGHS 0x8080808080808080u

/* Has one of the eight bytes of w its high bit set, or is one of them 0? */
static inline uint64_t
odd_bytes(uint64_t w)
{
	return ((w - ONES) | w) & HIGHS;
}

static inline int
is_tail(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/* The length of the sequence at s, n > 0, or 0 where there is none. */
static inline size_t
sequence(const unsigned char *s, size_t n)
{
	unsigned char c = s[0];

	if (c < 0x80)
		return c != 0;
	if (c < 0xC2)
		return 0;
	if (c < 0xE0)
		return n >= 2 && is_tail(s[1]) ? 2 : 0;
	if (c < 0xF0) {
		if (n < 3 || !is_tail(s[1]) || !is_tail(s[2]))
			return 0;
		if ((c == 0xE0 && s[1] < 0xA0) || (c == 0xED && s[1] > 0x9F))
			return 0; /* too long; a surrogate */
		return 3;
	}
	if (c > 0xF4 || n < 4)
		return 0;
	if (!is_tail(s[1]) || !is_tail(s[2]) || !is_tail(s[3]))
		return 0;
	if ((c == 0xF0 && s[1] < 0x90) || (c == 0xF4 && s[1] > 0x8F))
		return 0; /* too long; above U+10FFFF */
	return 4;
}

size_t
utf8_sequence(const char *s, size_t n)
{
	return sequence((const unsigned char *)s, n);
}

size_t
utf8_valid(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t i = 0, len;
	uint64_t w[4];

	while (i < n) {
		while (n - i >= sizeof w) {
			memcpy(w, p + i, sizeof w);
			if (odd_bytes(w[0]) | odd_bytes(w[1]) |
			    odd_bytes(w[2]) | odd_bytes(w[3]))
				break;
			i += sizeof w;
		}
		/* Past the words: to where ASCII is likely again. */
		while (i < n) {
			len = sequence(p + i, n - i);
			if (len == 0)
				return i;
			i += len;
			if (i < n && p[i] < 0x80 && i % 8 == 0)
				break;
		}
	}
	return n;
}

size_t
utf8_count(const char *s, size_t n)
{
	size_t i = 0, tails = 0;
	uint64_t w;

	for (; n - i >= sizeof w; i += sizeof w) {
		memcpy(&w, s + i, sizeof w);
		/* A tail byte is 10xxxxxx: its bit 7 is set, bit 6 is not. */
		w = (w >> 7) & ~(w >> 6) & ONES;
		tails += (size_t)((w * ONES) >> 56);
	}
	for (; i < n; i++)
		tails += (size_t)is_tail((unsigned char)s[i]);
	return n - tails;
}

size_t
utf8_decode(const char *s, size_t n, uint32_t *cp)
{
	const unsigned char *p = (const unsigned char *)s;

	if (p[0] < 0x80 || n < 2) {
		*cp = p[0];
		return 1;
	}
	if (p[0] < 0xE0 || n < 3) {
		*cp = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
		return 2;
	}
	if (p[0] < 0xF0 || n < 4) {
		*cp =
		    (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
		return 3;
	}
	*cp = (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 |
	      (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
	return 4;
}

size_t
utf8_encode(char *s, uint32_t cp)
{
	if (cp < 0x80) {
		s[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		s[0] = (char)(0xC0 | cp >> 6);
		s[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		s[0] = (char)(0xE0 | cp >> 12);
		s[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		s[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	s[0] = (char)(0xF0 | cp >> 18);
	s[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	s[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	s[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}
