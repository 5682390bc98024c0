#include "minhash.h"

#include <stdio.h>

#include "test.h"

/* The bins of 128 in which the signatures of two texts agree. */
static unsigned
agree(const char *a, const char *b)
{
	struct minhash m, n;

	CHECK(minhash_sign(&m, str_from(a)));
	CHECK(minhash_sign(&n, str_from(b)));
	return minhash_agree(&m, &n);
}

/* Words from..to-1 of an endless text: "w0 w1 w2 ..." */
static struct str
words(char *room, size_t size, unsigned from, unsigned to)
{
	int n = 0;

	for (unsigned i = from; i < to; i++)
		n += snprintf(room + n, size - (size_t)n, "w%u ", i);
	return (struct str){ room, (size_t)n };
}

static void
test_estimate(void)
{
	static char a[40000], b[40000];
	struct minhash m, n;

	TEST("the estimate is near the similarity");
	CHECK(minhash_sign(&m, words(a, sizeof a, 0, 3002)));
	for (unsigned shift = 0; shift <= 3000; shift += 300) {
		/* 3000 - shift triples in common, 3000 + shift in all */
		unsigned want = 128 * (3000 - shift) / (3000 + shift), got;

		CHECK(
		    minhash_sign(&n, words(b, sizeof b, shift, shift + 3002)));
		got = minhash_agree(&m, &n);
		CHECK(got + 16 >= want && got <= want + 16);
	}
}

static void
test_index(void)
{
	static char room[2000];
	struct minhash_index x;
	struct minhash m;
	size_t which = 99;
	unsigned i;

	TEST("the index finds what is open");
	minhash_index_init(&x);
	for (i = 0; i < 1000; i++) {
		minhash_sign(
		    &m, words(room, sizeof room, i * 1000, i * 1000 + 200));
		CHECK_UINT(minhash_index_find(&x, &m, &which), 0);
		CHECK_UINT(minhash_index_put(&x, &m), i);
		CHECK_UINT(minhash_index_find(&x, &m, &which), 0);
		minhash_index_open(&x, i);
	}
	for (i = 0; i < 1000; i++) {
		minhash_sign(&m,
		    words(room, sizeof room, i * 1000 + 20, i * 1000 + 220));
		CHECK(minhash_index_find(&x, &m, &which) > 80);
		CHECK_UINT(which, i);
	}
	minhash_index_free(&x);
}

int
main(void)
{
	struct minhash m;

	TEST("what makes no difference");
	CHECK_UINT(agree("The deal, signed TODAY: $5 million!",
		       "the deal signed today 5 million"),
	    128);
	CHECK_UINT(agree("ЕКІ ЖОБА — «ҮШІНШІ»", "екі жоба Үшінші"), 128);
	CHECK_UINT(agree("One", "one."), 128);
	CHECK_UINT(agree("one two", "One Two"), 128);

	TEST("what makes one");
	CHECK(agree("one two", "two one") < 4);
	CHECK(agree("one two three", "one two four") < 4);
	CHECK(agree("ab c d", "a bc d") < 4);
	CHECK(agree("八项合作协议", "九项合作协定") < 80);

	TEST("a text without words");
	CHECK(!minhash_sign(&m, STR("")));
	CHECK(!minhash_sign(&m, STR("-- … “”\n\0。")));

	test_estimate();
	test_index();
	return test_end();
}
