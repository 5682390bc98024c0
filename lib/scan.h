/*
 * scan: 64 bytes at a time, as masks: bit i says something of byte i.
 *
 * With SSE2, which every x86-64 has; elsewhere by plain loops, with the same
 * results.
 */
#ifndef SCAN_H
#define SCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { SCAN_BYTES = 64 };

struct scan_block {
	unsigned char s[SCAN_BYTES];
};

/*
 * The 64 bytes at s: s itself where n ≥ 64, else a copy in room, filled up
 * with NUL.
 */
static inline const unsigned char *
scan_load(const char *s, size_t n, struct scan_block *room)
{
	if (n >= SCAN_BYTES)
		return (const unsigned char *)s;
	memset(room->s, 0, sizeof room->s);
	memcpy(room->s, s, n);
	return room->s;
}

/* The number of the lowest bit set; mask is not 0. */
static inline unsigned
scan_first(uint64_t mask)
{
	return (unsigned)__builtin_ctzll(mask);
}

/* The number of bits set. */
static inline unsigned
scan_count(uint64_t mask)
{
#ifdef __POPCNT__
	return (unsigned)__builtin_popcountll(mask);
#else
	/* Without the instruction it would be a call. */
	mask -= mask >> 1 & 0x5555555555555555;
	mask = (mask & 0x3333333333333333) + (mask >> 2 & 0x3333333333333333);
	mask = (mask + (mask >> 4)) & 0x0F0F0F0F0F0F0F0F;
	return (unsigned)(mask * 0x0101010101010101 >> 56);
#endif
}

#ifdef __SSE2__

static inline uint64_t
scan_join(__m128i a, __m128i b, __m128i c, __m128i d)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(a) |
	       (uint64_t)(unsigned)_mm_movemask_epi8(b) << 16 |
	       (uint64_t)(unsigned)_mm_movemask_epi8(c) << 32 |
	       (uint64_t)(unsigned)_mm_movemask_epi8(d) << 48;
}

/* Bytes equal to c. */
static inline uint64_t
scan_equal(const unsigned char *s, char c)
{
	const __m128i *p = (const __m128i *)(const void *)s;
	__m128i x = _mm_set1_epi8(c);

	return scan_join(_mm_cmpeq_epi8(_mm_loadu_si128(p), x),
	    _mm_cmpeq_epi8(_mm_loadu_si128(p + 1), x),
	    _mm_cmpeq_epi8(_mm_loadu_si128(p + 2), x),
	    _mm_cmpeq_epi8(_mm_loadu_si128(p + 3), x));
}

/* Bytes equal to one of three. */
static inline uint64_t
scan_any(const unsigned char *s, char a, char b, char c)
{
	const __m128i *p = (const __m128i *)(const void *)s;
	__m128i x = _mm_set1_epi8(a), y = _mm_set1_epi8(b),
		z = _mm_set1_epi8(c), v[4];
	int i;

	for (i = 0; i < 4; i++) {
		v[i] = _mm_loadu_si128(p + i);
		v[i] = _mm_or_si128(_mm_cmpeq_epi8(v[i], x),
		    _mm_or_si128(
			_mm_cmpeq_epi8(v[i], y), _mm_cmpeq_epi8(v[i], z)));
	}
	return scan_join(v[0], v[1], v[2], v[3]);
}

/* Bytes b with (b | bits) in [low, low + count): bits is 0, or 0x20 to fold
 * the case of ASCII letters. */
static inline uint64_t
scan_range(const unsigned char *s, unsigned char low, unsigned count, char bits)
{
	const __m128i *p = (const __m128i *)(const void *)s;
	__m128i or = _mm_set1_epi8(bits);
	/* Moves the range to the lowest signed bytes. */
	__m128i shift = _mm_set1_epi8((char)(0x80 - low));
	__m128i top = _mm_set1_epi8((char)(0x80 + count));
	__m128i v[4];
	int i;

	for (i = 0; i < 4; i++) {
		v[i] = _mm_or_si128(_mm_loadu_si128(p + i), or);
		v[i] = _mm_cmplt_epi8(_mm_add_epi8(v[i], shift), top);
	}
	return scan_join(v[0], v[1], v[2], v[3]);
}

/* The number of bytes 10xxxxxx, which begin no code point of UTF-8. */
static inline unsigned
scan_tails(const unsigned char *s)
{
	const __m128i *p = (const __m128i *)(const void *)s;
	__m128i least = _mm_set1_epi8(-64), sum = _mm_setzero_si128();
	int i;

	for (i = 0; i < 4; i++)
		sum = _mm_sub_epi8(
		    sum, _mm_cmplt_epi8(_mm_loadu_si128(p + i), least));
	sum = _mm_sad_epu8(sum, _mm_setzero_si128());
	return (unsigned)(_mm_cvtsi128_si32(sum) + _mm_extract_epi16(sum, 4));
}

/* Bytes outside ASCII. */
static inline uint64_t
scan_high(const unsigned char *s)
{
	const __m128i *p = (const __m128i *)(const void *)s;

	return scan_join(_mm_loadu_si128(p), _mm_loadu_si128(p + 1),
	    _mm_loadu_si128(p + 2), _mm_loadu_si128(p + 3));
}

#else

static inline uint64_t
scan_range(const unsigned char *s, unsigned char low, unsigned count, char bits)
{
	uint64_t mask = 0;
	int i;

	for (i = 0; i < SCAN_BYTES; i++)
		mask |= (uint64_t)((unsigned char)((s[i] | bits) - low) < count)
			<< i;
	return mask;
}

static inline uint64_t
scan_equal(const unsigned char *s, char c)
{
	return scan_range(s, (unsigned char)c, 1, 0);
}

static inline uint64_t
scan_any(const unsigned char *s, char a, char b, char c)
{
	return scan_equal(s, a) | scan_equal(s, b) | scan_equal(s, c);
}

static inline uint64_t
scan_high(const unsigned char *s)
{
	return scan_range(s, 0x80, 0x80, 0);
}

static inline unsigned
scan_tails(const unsigned char *s)
{
	unsigned n = 0;
	int i;

	for (i = 0; i < SCAN_BYTES; i++)
		n += (s[i] & 0xC0) == 0x80;
	return n;
}

#endif

static inline uint64_t
scan_digits(const unsigned char *s)
{
	return scan_range(s, '0', 10, 0);
}

static inline uint64_t
scan_letters(const unsigned char *s)
{
	return scan_range(s, 'a', 26, 0x20);
}

/* Is all of it ASCII? */
static inline int
scan_ascii(const char *s, size_t n)
{
	size_t i;

	if (n < SCAN_BYTES) {
		for (i = 0; i < n; i++)
			if ((unsigned char)s[i] >= 0x80)
				return 0;
		return 1;
	}
	for (i = 0; i + SCAN_BYTES <= n; i += SCAN_BYTES)
		if (scan_high((const unsigned char *)s + i))
			return 0;
	return !scan_high((const unsigned char *)s + n - SCAN_BYTES);
}

#endif
