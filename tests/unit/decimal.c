#include "decimal.h"

#include "test.h"

static void
check_written(const struct decimal *d, const char *want)
{
	struct buf b = { 0 };

	decimal_write(&b, d);
	CHECK_STR(buf_text(&b), want);
	buf_free(&b);
}

static struct decimal
read(const char *s)
{
	struct decimal d = { .n = 0 };

	CHECK(decimal_read(&d, str_from(s)));
	return d;
}

static void
check_refused(const char *s)
{
	struct decimal d;

	CHECK(!decimal_read(&d, str_from(s)));
}

static void
test_read(void)
{
	/* clang-format off */
	static const char *const form[][2] = {
		{ "0", "0" }, { "-0", "0" }, { "0.00", "0" }, { "7", "7" },
		{ "007", "7" }, { "1500000.5", "1500000.5" },
		{ "0.0010", "0.001" }, { "-3.10", "-3.1" }, { "100", "100" },
		{ "100.001", "100.001" }, { "10203.0405", "10203.0405" },
		{ "99999999999999999999999999999999999999.01",
		  "99999999999999999999999999999999999999.01" },
		{ "100000000000000000000000000000000000000000000000000000000000"
		  "0000", "100000000000000000000000000000000000000000000000000"
		  "0000000000000" },
	};
	static const char *const bad[] = { "", "-", ".", "1.", ".5", "+1", "1,5",
		"1.2.3", "1e5", " 1", "--1", "0x1",
		"1234567890123456789012345678901234567890123456789012345678901",
		"0.0000000000000000000000000000000000000000000000000000000000"
		"0000000000000000000000000000000000000000000000000000000000000"
		"0001" };
	/* clang-format on */

	for (size_t i = 0; i < sizeof form / sizeof *form; i++) {
		struct decimal d = read(form[i][0]);

		check_written(&d, form[i][1]);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		check_refused(bad[i]);
}

/* Sums, order and products of all pairs are those of the integers. */
static void
test_integers(void)
{
	static const long value[] = { 0, 1, -1, 9, 10, -10, 99, 101, 500, -999,
		1000, 123456, -123456, 999999, 1000001 };
	enum { N = sizeof value / sizeof *value };
	char want[32], text[32];

	for (size_t i = 0; i < N; i++)
		for (size_t k = 0; k < N; k++) {
			struct decimal a, b, sum;
			int order;

			snprintf(text, sizeof text, "%ld", value[i]);
			a = read(text);
			snprintf(text, sizeof text, "%ld", value[k]);
			b = read(text);
			order = decimal_compare(&a, &b);
			CHECK_INT((order > 0) - (order < 0),
			    (value[i] > value[k]) - (value[i] < value[k]));
			CHECK(decimal_add(&sum, &a, &b));
			snprintf(want, sizeof want, "%ld", value[i] + value[k]);
			check_written(&sum, want);
			CHECK(decimal_times(&a, 8, 1));
			CHECK(decimal_times(&a, 7, 8));
			snprintf(want, sizeof want, "%ld", 7 * value[i]);
			check_written(&a, want);
		}
}

static void
test_exact(void)
{
	struct decimal d = read("1"), huge, tiny;

	CHECK(!decimal_times(&d, 1, 3));
	CHECK(!decimal_times(&d, 1, 0));
	check_written(&d, "1");
	CHECK(decimal_times(&d, 1, 8));
	check_written(&d, "0.125");
	CHECK(decimal_shift(&d, 6));
	check_written(&d, "125000");
	CHECK(decimal_shift(&d, -7));
	check_written(&d, "0.0125");
	CHECK(!decimal_shift(&d, 100000));
	check_written(&d, "0.0125");
	huge = decimal_from(7);
	CHECK(decimal_shift(&huge, 100));
	tiny = decimal_from(7);
	CHECK(decimal_shift(&tiny, -50));
	CHECK(!decimal_add(&d, &huge, &tiny));
	check_written(&d, "0.0125");
	CHECK(decimal_shift(&huge, 19));
	CHECK(!decimal_times(&huge, 1000, 1));
	d = read("0.1");
	tiny = read("0.2");
	CHECK(decimal_add(&d, &d, &tiny));
	check_written(&d, "0.3");
}

int
main(void)
{
	TEST("read and write");
	test_read();
	TEST("sums, products and order of integers");
	test_integers();
	TEST("exact or refused");
	test_exact();
	return test_end();
}
