/* money: any text; what is found around triggers is found everywhere, lies
 * within the text in its order, and has values that can be written. */
#include <stdlib.h>

#include "money.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void
check_amounts(struct str text, const struct amount *a, size_t n)
{
	struct buf b = { 0 };
	size_t end = 0;

	for (size_t i = 0; i < n; i++) {
		if (a[i].start < end || a[i].end <= a[i].start ||
		    a[i].end > text.n)
			abort();
		end = a[i].end;
		if (a[i].refused)
			continue;
		if (a[i].bound.from > a[i].bound.to || a[i].bound.to > text.n ||
		    !a[i].bound.name.s)
			abort();
		decimal_write(&b, &a[i].min);
		decimal_write(&b, &a[i].max);
	}
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	static struct currencies c;
	static struct money *near, *all;
	struct str text = { (const char *)data, size };
	const struct amount *a, *b;
	size_t n, k;

	if (!near) {
		currencies_init(&c, STR("en"));
		near = money_new(STR("en"), &c);
		all = money_new(STR("en"), &c);
		money_everywhere(all, true);
	}
	text.n = utf8_valid(text.s, text.n);
	a = money_find(near, text, true, &n);
	check_amounts(text, a, n);
	b = money_find(all, text, true, &k);
	check_amounts(text, b, k);
	if (n != k)
		abort();
	for (size_t i = 0; i < n; i++)
		if (a[i].start != b[i].start || a[i].end != b[i].end)
			abort();
	return 0;
}
