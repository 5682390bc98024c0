#include "bound.h"

#include "test.h"

/* clang-format off */
static const struct {
	const char *text, *bound, *cue; /* the amount in the text is 50 */
} cases[] = {
	{ "worth 50 in all", "eq", "" },
	{ "50", "eq", "" },
	{ "more than 50", "gt", "more than" },
	{ "Over 50", "gt", "Over" },
	{ "well over 50", "gt", "well over" },
	{ "just\xC2\xA0""over 50", "gt", "just\xC2\xA0""over" },
	{ "moreover 50", "eq", "" },
	{ "no less than 50", "ge", "no less than" },
	{ "less than 50", "lt", "less than" },
	{ "no more than 50", "le", "no more than" },
	{ "about 50", "approx", "about" },
	{ "up to about 50", "le", "up to about" },
	{ "about 50 or more", "ge", "or more" },
	{ "an estimated 50", "approx", "an estimated" },
	{ "more than a 50", "gt", "more than" },
	{ "roll over a 50", "eq", "" },
	{ "some 50 or so", "approx", "some" },
	{ "50 or more", "ge", "or more" },
	{ "50+", "ge", "+" },
	{ "50-plus", "ge", "-plus" },
	{ "50 plus.", "ge", "plus" },
	{ "50 plus interest", "eq", "" },
	{ "50 or more in all", "ge", "or more" },
	{ "50 and more than 7 men", "eq", "" },
	{ "50 and over 7 men", "eq", "" },
	{ "50 and over seven men", "eq", "" },
	{ "50 and over a hundred men", "eq", "" },
	{ "50 or more, 7 of them men", "ge", "or more" },
	{ "50 and over EUR 7", "eq", "" },
	{ "50 and over $7", "eq", "" },
	{ "50 and over US$ 7", "eq", "" },
	{ "50 and over €7", "eq", "" },
	{ "50 or more in 2024", "ge", "or more" },
	{ "50 or more. 7 came", "ge", "or more" },
	{ "50 or more (7 came)", "ge", "or more" },
	{ "50 and over are young", "ge", "and over" },
	{ "50 surplus", "eq", "" },
	{ "50 pluses", "eq", "" },
	{ "~50", "approx", "~" },
	{ "≥ 50", "ge", "≥" },
	{ "up to 50 or more", "le", "up to" },
};
/* clang-format on */

int
main(void)
{
	TEST("the bound of an amount");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str text = str_from(cases[i].text);
		size_t at = (size_t)(strstr(text.s, "50") - text.s);
		struct bound b = bound_find(STR("en"), text, 0, at, at + 2);

		CHECK_STR(b.name, cases[i].bound);
		CHECK_STR(str_part(text, b.from, b.to), cases[i].cue);
	}
	TEST("cues end where the floor is");
	struct str text = STR("over 7 about 50");
	struct bound b = bound_find(STR("en"), text, 6, 13, 15);
	CHECK_STR(b.name, "approx");
	b = bound_find(STR("en"), text, 10, 13, 15);
	CHECK_STR(b.name, "eq");
	TEST("a language without cues");
	b = bound_find(STR("xx"), text, 0, 13, 15);
	CHECK_STR(b.name, "eq");
	return test_end();
}
