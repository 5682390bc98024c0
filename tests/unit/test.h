/*
 * test: the checks of the unit tests, printed as TAP.
 *
 *	int
 *	main(void)
 *	{
 *		TEST("days of a month");
 *		CHECK_UINT(month_days(2024, 2), 29);
 *		CHECK_STR(month_name(2), "February");
 *		CHECK(!month_known(13));
 *		return test_end();
 *	}
 *
 * A TEST reaches to the next one.  It is one line of the result however many
 * checks it has, so checks may stand in loops; the first ten that fail are
 * shown.
 */
#ifndef TEST_H
#define TEST_H

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "str.h"

static struct {
	const char *name;
	unsigned checks, wrong; /* of the current test */
	unsigned tests, failed;
} test;

static inline void
test_close(void)
{
	if (!test.name)
		return;
	if (test.checks == 0)
		printf("# %s: nothing was checked\n", test.name);
	if (test.wrong || test.checks == 0) {
		test.failed++;
		printf("not ");
	}
	printf("ok %u - %s\n", ++test.tests, test.name);
	fflush(stdout);
}

/* Begins a test. */
static inline void
TEST(const char *name)
{
	test_close();
	test.name = name;
	test.checks = test.wrong = 0;
}

/* Ends the last test; what main returns. */
static inline int
test_end(void)
{
	test_close();
	printf("1..%u\n", test.tests);
	return test.failed != 0 || test.tests == 0;
}

/* Counts a check; true where it is wrong and to be shown. */
static inline bool
test_wrong(bool good, const char *file, int line, const char *what)
{
	test.checks++;
	if (good || ++test.wrong > 10)
		return false;
	printf("# %s:%d: %s\n", file, line, what);
	return true;
}

/* Shows a text on a line of its own, its control characters as \xNN. */
static inline void
test_show(const char *label, struct str s)
{
	printf("#   %s ", label);
	for (size_t i = 0; s.s && i < s.n; i++) {
		unsigned char c = (unsigned char)s.s[i];
		if (c < 0x20 || c == 0x7F)
			printf("\\x%02X", c);
		else
			putchar(c);
	}
	puts(s.s ? "" : "(missing)");
}

static inline void
test_str(struct str got, const char *want, const char *file, int line,
    const char *what)
{
	struct str w = { want, want ? strlen(want) : 0 };
	bool good = want ? got.s && str_eq(got, w) : !got.s;

	if (test_wrong(good, file, line, what)) {
		test_show("got ", got);
		test_show("want", w);
	}
}

static inline void
test_uint(
    uintmax_t got, uintmax_t want, const char *file, int line, const char *what)
{
	if (test_wrong(got == want, file, line, what))
		printf("#   got  %" PRIuMAX "\n#   want %" PRIuMAX "\n", got,
		    want);
}

static inline void
test_int(
    intmax_t got, intmax_t want, const char *file, int line, const char *what)
{
	if (test_wrong(got == want, file, line, what))
		printf("#   got  %" PRIdMAX "\n#   want %" PRIdMAX "\n", got,
		    want);
}

/* Is the condition true? */
#define CHECK(cond) ((void)test_wrong((cond), __FILE__, __LINE__, #cond))

/* Is the struct str got equal to the C string want (NULL: missing)? */
#define CHECK_STR(got, want) test_str((got), (want), __FILE__, __LINE__, #got)

/* The same for a C string. */
#define CHECK_CSTR(got, want)                                                  \
	test_str(str_from(got), (want), __FILE__, __LINE__, #got)

/* Are the numbers equal? */
#define CHECK_UINT(got, want) test_uint((got), (want), __FILE__, __LINE__, #got)
#define CHECK_INT(got, want) test_int((got), (want), __FILE__, __LINE__, #got)

#endif
