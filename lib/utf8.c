#include "utf8.h"

#include <stdbool.h>

#include "scan.h"

/*
 * Is the block at p valid, of sequences of one to three bytes?  *need are the
 * bytes of it, and then of the next block, that go on with a sequence begun
 * before.  Where it says no, sequence by sequence will tell.
 */
static inline bool
block_valid(const unsigned char *p, uint64_t *need)
{
	/* bytes 80 to FF, and 00 */
	uint64_t odd = scan_range(p, 0x80, 0x81, 0), tails, two, three;

	if (odd == 0)
		return *need == 0;
	tails = scan_range(p, 0x80, 0x40, 0);
	two = scan_range(p, 0xC2, 0x1E, 0);
	/* the second byte of E0 and ED is not free */
	three = scan_range(p, 0xE1, 0x0F, 0) & ~scan_equal(p, (char)0xED);
	if (odd != (tails | two | three) ||
	    tails != (*need | two << 1 | three << 1 | three << 2))
		return false;
	*need = two >> 63 | three >> 63 | three >> 62;
	return true;
}

size_t
utf8_valid(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *)s;
	size_t i = 0, len, stop;
	uint64_t need = 0;

	while (i < n) {
		while (n - i >= SCAN_BYTES && block_valid(p + i, &need))
			i += SCAN_BYTES;
		/* back to where a sequence begins that is not whole */
		if (need)
			do
				i--;
			while (utf8_is_tail(s[i]));
		need = 0;
		stop = n - i >= SCAN_BYTES ? i + SCAN_BYTES : n;
		while (i < stop) {
			len = utf8_sequence(s + i, n - i);
			if (len == 0)
				return i;
			i += len;
		}
	}
	return n;
}

size_t
utf8_count(const char *s, size_t n)
{
	struct scan_block room;
	size_t i, tails = 0;

	for (i = 0; i < n; i += SCAN_BYTES)
		tails += scan_tails(scan_load(s + i, n - i, &room));
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
