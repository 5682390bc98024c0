#include "seen.h"

#include "hash.h"
#include "test.h"

static void
test_many(size_t key, size_t value)
{
	enum { MANY = 20000 };
	struct seen s;
	uint64_t *at, entry[3] = { 0 }, before[2] = { 0 };
	const uint64_t *e;
	size_t place = 0, n = 0;

	seen_init(&s, key, value, UINT64_MAX);
	for (uint64_t i = 0; i < 2 * MANY; i++) {
		uint64_t x = i % MANY;
		struct hash h =
		    hash_text((struct str){ (const char *)&x, sizeof x }, 7);

		entry[0] = h.high;
		entry[1] = key == 2 ? h.low : x;
		entry[2] = x;
		CHECK(seen_add(&s, entry, &at) == (i < MANY));
		CHECK(!value || at[key] == x);
	}
	CHECK_UINT(s.n, MANY);
	CHECK(s.places * s.width * sizeof *s.slot <
	      MANY * (value ? 45u : 30u) * key);
	for (; (e = seen_walk(&s, &place)); n++) {
		CHECK(before[0] <= e[0]);
		before[0] = e[0];
	}
	CHECK_UINT(n, MANY);
	seen_free(&s);
}

/* Hashes that all say the same place, or the last one. */
static void
test_crowd(uint64_t high)
{
	struct seen s;
	uint64_t *at, entry[2] = { high, 0 };

	seen_init(&s, 2, 0, UINT64_MAX);
	for (entry[1] = 3000; entry[1] > 0; entry[1]--)
		CHECK(seen_add(&s, entry, &at));
	for (entry[1] = 3000; entry[1] > 0; entry[1]--)
		CHECK(seen_get(&s, entry) && !seen_add(&s, entry, &at));
	CHECK_UINT(s.n, 3000);
	seen_free(&s);
}

int
main(void)
{
	struct seen s;
	uint64_t *at, key[2] = { 0, 0 }, step;
	const uint64_t *e;

	TEST("one word of hash");
	test_many(1, 0);
	TEST("two words");
	test_many(2, 0);
	TEST("two words and a value");
	test_many(2, 1);

	TEST("hashes that crowd");
	test_crowd(0);
	test_crowd(UINT64_MAX / 2);
	test_crowd(UINT64_MAX);

	TEST("a hash of zeros");
	seen_init(&s, 2, 0, UINT64_MAX);
	CHECK(!seen_get(&s, key));
	CHECK(seen_add(&s, key, &at));
	CHECK(!seen_add(&s, key, &at));
	CHECK(seen_get(&s, key));
	seen_free(&s);

	TEST("entries that are equal in a mask stand together");
	seen_init(&s, 1, 0, ~(uint64_t)UINT32_MAX);
	for (step = 1; step <= 5000; step++) {
		key[0] = (step % 50 * 0x51EB851) << 32 | step;
		seen_add(&s, key, &at);
	}
	for (step = 1; step < 50; step++) {
		uint64_t n = 0, band = (step * 0x51EB851) << 32;

		for (e = seen_from(&s, &band); e && *e >> 32 == band >> 32;
		     e = seen_next(&s, e))
			n++;
		CHECK_UINT(n, 100);
	}
	seen_free(&s);
	return test_end();
}
