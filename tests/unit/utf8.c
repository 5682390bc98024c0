#include "utf8.h"

#include <stdlib.h>

#include "test.h"

/* Is s one valid sequence?  By RFC 3629, section 4, line by line. */
static bool
is_sequence(const unsigned char *s, size_t n)
{
	static const unsigned char form[][8] = {
		/* first from-to, then from-to for every byte that follows */
		{ 0x01, 0x7F },
		{ 0xC2, 0xDF, 0x80, 0xBF },
		{ 0xE0, 0xE0, 0xA0, 0xBF, 0x80, 0xBF },
		{ 0xE1, 0xEC, 0x80, 0xBF, 0x80, 0xBF },
		{ 0xED, 0xED, 0x80, 0x9F, 0x80, 0xBF },
		{ 0xEE, 0xEF, 0x80, 0xBF, 0x80, 0xBF },
		{ 0xF0, 0xF0, 0x90, 0xBF, 0x80, 0xBF, 0x80, 0xBF },
		{ 0xF1, 0xF3, 0x80, 0xBF, 0x80, 0xBF, 0x80, 0xBF },
		{ 0xF4, 0xF4, 0x80, 0x8F, 0x80, 0xBF, 0x80, 0xBF },
	};
	size_t f, i;

	for (f = 0; f < sizeof form / sizeof *form; f++) {
		for (i = 0; i < n; i++)
			if (s[i] < form[f][2 * i] || s[i] > form[f][2 * i + 1])
				break;
		if (i == n && (n == 4 || form[f][2 * n] == 0))
			return true;
	}
	return false;
}

int
main(void)
{
	unsigned char s[4], text[200];
	char out[4];
	uint32_t cp, back;
	size_t n, i, at;

	TEST("every code point there and back");
	for (cp = 1; cp <= 0x10FFFF; cp++) {
		n = utf8_encode(out, cp);
		if (cp >= 0xD800 && cp <= 0xDFFF) {
			CHECK_UINT(utf8_valid(out, n), 0);
			continue;
		}
		CHECK_UINT(utf8_valid(out, n), n);
		CHECK_UINT(utf8_decode(out, n, &back), n);
		CHECK_UINT(back, cp);
		CHECK_UINT(utf8_count(out, n), 1);
	}

	TEST("sequences of two and three bytes against RFC 3629");
	for (cp = 0; cp < 1u << 24; cp += 7) {
		s[0] = (unsigned char)(cp >> 16);
		s[1] = (unsigned char)(cp >> 8);
		s[2] = (unsigned char)cp;
		for (n = 0, i = 0; i < 3; i += n) {
			for (n = 1; n <= 3 - i && !is_sequence(s + i, n); n++)
				;
			if (n > 3 - i)
				break;
		}
		CHECK_UINT(utf8_valid((char *)s, 3), i);
	}

	TEST("a bad byte at every place of a long text");
	for (at = 0; at < sizeof text; at++) {
		for (i = 0; i < sizeof text; i += 2)
			memcpy(text + i, i % 3 ? "ab" : "\xD0\xB6", 2);
		text[at] = at % 5 ? 0xFF : 0x00;
		n = utf8_valid((char *)text, sizeof text);
		CHECK(n == at || (n + 1 == at && text[n] == 0xD0));
	}

	TEST("code points counted at every length");
	for (i = 0; i < sizeof text; i += 2)
		memcpy(text + i, i % 3 ? "ab" : "\xD0\xB6", 2);
	for (n = 0, at = 0; at < sizeof text; at++) {
		CHECK_UINT(utf8_count((char *)text, at), n);
		n += (text[at] & 0xC0) != 0x80;
	}

	TEST("blocks of all scripts, whole and damaged");
	srand(1);
	for (at = 0; at < 20000; at++) {
		static const uint32_t scripts[] = { 0x20, 0xA0, 0x410, 0x7C0,
			0x800, 0x900, 0x4E00, 0xD780, 0xE000, 0x10000 };
		for (n = 0; n + 4 <= sizeof text;)
			n += utf8_encode((char *)text + n,
			    scripts[(at >> rand() % 3) %
				    (sizeof scripts / sizeof *scripts)] +
				(uint32_t)(rand() % 64));
		if (at % 4)
			text[rand() % (int)n] = (unsigned char)rand();
		for (i = 0; i < n; i += back) {
			for (back = 1;
			     back <= 4 && !is_sequence(text + i, back); back++)
				;
			if (back > 4 || i + back > n)
				break;
		}
		CHECK_UINT(utf8_valid((char *)text, n), i);
	}
	return test_end();
}
