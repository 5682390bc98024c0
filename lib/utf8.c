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
			len = utf8_sequence(s + i, n - i);
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
		tails += (size_t)utf8_is_tail(s[i]);
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
