/*
 * utf8: UTF-8 (RFC 3629) checked, counted and decoded.
 *
 * Only utf8_valid, utf8_read and utf8_sequence take bytes that may be anything;
 * the other functions want valid UTF-8.
 */
#ifndef UTF8_H
#define UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The length of the longest prefix of s that is valid UTF-8 without a NUL. */
size_t utf8_valid(const char *s, size_t n);

/* The number of code points in s. */
size_t utf8_count(const char *s, size_t n);

/* Decodes the code point at s, n > 0; returns its length in bytes. */
size_t utf8_decode(const char *s, size_t n, uint32_t *cp);

/* Encodes cp into s, which has room for 4 bytes; returns the length. */
size_t utf8_encode(char *s, uint32_t cp);

static inline int
utf8_is_tail(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* Decodes what is at s, n > 0, of any bytes; returns its length, or 0 where it
 * is no sequence.  A NUL is one here. */
static inline size_t
utf8_read(const char *s, size_t n, uint32_t *cp)
{
	const unsigned char *p = (const unsigned char *)s;
	unsigned char c = p[0];

	*cp = c;
	if (c < 0x80)
		return 1;
	if (c < 0xC2 || n < 2 || !utf8_is_tail(s[1]))
		return 0;
	if (c < 0xE0) {
		*cp = (c & 0x1Fu) << 6 | (p[1] & 0x3Fu);
		return 2;
	}
	if (n < 3 || !utf8_is_tail(s[2]))
		return 0;
	if (c < 0xF0) {
		*cp = (c & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
		return *cp >= 0x800 && *cp - 0xD800 >= 0x800 ? 3 : 0;
	}
	if (c > 0xF4 || n < 4 || !utf8_is_tail(s[3]))
		return 0;
	*cp = (c & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 |
	      (p[3] & 0x3Fu);
	return *cp >= 0x10000 && *cp <= 0x10FFFF ? 4 : 0;
}

/* The length of the sequence at s, n > 0, of any bytes, or 0 where there is
 * none; a NUL is none. */
static inline size_t
utf8_sequence(const char *s, size_t n)
{
	uint32_t cp;
	size_t len = utf8_read(s, n, &cp);

	return cp ? len : 0;
}

#endif
