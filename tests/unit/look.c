#include "look.h"

#include "test.h"
#include "utf8.h"

enum { FIRST = 0x400, END = 0x530, FILL = 24 };

/* What is seen of up to three letters, behind one of no kind and `fill` letters
 * that begin nothing. */
static unsigned
seen(uint32_t before, size_t fill, const uint32_t cp[3])
{
	char room[FILL * 2 + 40] = "\n";
	size_t n = 1;

	if (before)
		n += utf8_encode(room + n, before);
	for (size_t i = 0; i < fill; i++)
		n += utf8_encode(room + n, 0x448);
	for (int i = 0; i < 3; i++)
		if (cp[i])
			n += utf8_encode(room + n, cp[i]);
	return look_at((struct str){ room + 1, n - 1 });
}

/* Behind an ideograph every letter of the word is looked at by itself. */
static bool
is_same(size_t fill, const uint32_t cp[3])
{
	return seen(0, fill, cp) == seen(0x65E5, fill, cp);
}

int
main(void)
{
	static const uint32_t first[] = { 0, 0x410, 0x412, 0x42F, 0x430, 0x432,
		0x43F, 0x440, 0x441, 0x456, 0x457 };
	unsigned long wrong = 0, found = 0;

	TEST("Cyrillic by sixteen bytes and letter by letter");
	for (size_t f = 0; f < sizeof first / sizeof *first; f++)
		for (uint32_t a = FIRST; a < END; a++)
			for (uint32_t b = FIRST; b < END; b++) {
				uint32_t cp[3] = { first[f], a, b };
				size_t fill = (a * 7 + b * 3) % FILL;

				wrong += !is_same(fill, cp);
				found += seen(0, fill, cp) != 0;
			}
	CHECK(wrong == 0);
	CHECK(found > 0);

	TEST("what may be mojibake");
	CHECK(seen(0, 0, (uint32_t[]){ 0x442, 0x456, 0x43B }) == 0);
	CHECK(seen(0, 0, (uint32_t[]){ 0x422, 0x456, 0x43B }) == LOOK_MOJIBAKE);
	return test_end();
}
