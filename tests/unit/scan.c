#include "scan.h"

#include "test.h"

/* The mask by its definition. */
static uint64_t
mask_of(const unsigned char *s, unsigned char low, unsigned count,
    unsigned char bits)
{
	uint64_t mask = 0;
	unsigned i, c;

	for (i = 0; i < SCAN_BYTES; i++) {
		c = s[i] | bits;
		if (c >= low && c < low + count)
			mask |= (uint64_t)1 << i;
	}
	return mask;
}

int
main(void)
{
	unsigned char s[256 + SCAN_BYTES];
	struct scan_block room;
	const unsigned char *p;
	unsigned i;

	for (i = 0; i < sizeof s; i++)
		s[i] = (unsigned char)i;

	TEST("every byte at every place");
	for (i = 0; i <= 256; i++) {
		CHECK_UINT(scan_equal(s + i, '\t'), mask_of(s + i, '\t', 1, 0));
		CHECK_UINT(scan_any(s + i, '.', '!', '?'),
		    mask_of(s + i, '.', 1, 0) | mask_of(s + i, '!', 1, 0) |
			mask_of(s + i, '?', 1, 0));
		CHECK_UINT(scan_digits(s + i), mask_of(s + i, '0', 10, 0));
		CHECK_UINT(scan_letters(s + i), mask_of(s + i, 'a', 26, 0x20));
		CHECK_UINT(scan_high(s + i), mask_of(s + i, 0x80, 128, 0));
		CHECK_UINT(scan_range(s + i, 0xC0, 0x40, 0),
		    mask_of(s + i, 0xC0, 0x40, 0));
	}

	TEST("less than a block is filled up with NUL");
	p = scan_load("7\t9", 2, &room);
	CHECK_UINT(scan_digits(p), 1);
	CHECK_UINT(scan_equal(p, '\t'), 2);
	CHECK_UINT(scan_equal(p, '\0'), ~(uint64_t)3);
	return test_end();
}
