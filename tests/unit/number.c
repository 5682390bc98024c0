#include "number.h"

#include "test.h"

/* clang-format off */
static const struct {
	const char *text, *value; /* NULL: refused */
} numbers[] = {
	{ "0", "0" },
	{ "66.4", "66.4" },
	{ "1,234,567.89", "1234567.89" },
	{ "1.234.567,89", "1234567.89" },
	{ "12,34,567.5", "1234567.5" },
	{ "13 009", "13009" },
	{ "13\xC2\xA0""009", "13009" },
	{ "2\xE2\x80\xAF""500\xE2\x80\xAF""000", "2500000" },
	{ "1'234'567.5", "1234567.5" },
	{ "1,500", "1500" },
	{ "1.500", "1.5" },
	{ "3,5", "3.5" },
	{ "10000,50", "10000.5" },
	{ "１２．５", "12.5" },
	{ "2.50", "2.5" },
	{ "007", "7" },
	{ "-40", "-40" },
	{ "−2.5 million", "-2500000" },
	{ "66.4 billion", "66400000000" },
	{ "7-billion", "7000000000" },
	{ "2.5k", "2500" },
	{ "17.5b", "17500000000" },
	{ "1.2bn", "1200000000" },
	{ "3 mln", "3000000" },
	{ "5 LAKH crore", "5000000000000" },
	{ "1 1/2 million", "1500000" },
	{ "1½", "1.5" },
	{ "2½ million", "2500000" },
	{ "3/4", "0.75" },
	{ "1 billion 200 million", "1200000000" },
	{ "seven", "7" },
	{ "Seven billion", "7000000000" },
	{ "twenty-five", "25" },
	{ "twenty-five hundred", "2500" },
	{ "one hundred and fifty million", "150000000" },
	{ "one hundred fifty-two thousand", "152000" },
	{ "two thousand three hundred and five", "2305" },
	{ "three million two hundred thousand", "3200000" },
	{ "a dozen million", "12000000" },
	{ "two dozen", "24" },
	{ "half a dozen", "6" },
	{ "a hundred thousand", "100000" },
	{ "a million", "1000000" },
	{ "half", "0.5" },
	{ "half a billion", "500000000" },
	{ "a half billion", "500000000" },
	{ "a quarter of a million", "250000" },
	{ "a quarter million", "250000" },
	{ "three quarters billion", "750000000" },
	{ "two and a half", "2.5" },
	{ "two and a half million", "2500000" },
	{ "two and three quarters", "2.75" },
	{ "a million and a half", "1500000" },
	{ "one and a half thousand billion", "1500000000000" },
	{ "a thousand billion", "1000000000000" },
	{ "eight-hundred-million", "800000000" },
	{ "4 hundred", "400" },
	{ "1. 38", "1.38" },
	{ "1 . 6 billion", "1600000000" },
	{ "", NULL },
	{ "and", NULL },
	{ "of", NULL },
	{ "and five", NULL },
	{ "five and", NULL },
	{ "two thirds", NULL },
	{ "five six", NULL },
	{ "five and six", NULL },
	{ "twenty thirty", NULL },
	{ "three million two billion", NULL },
	{ "3 4", NULL },
	{ "1,23,4", NULL },
	{ "dollars", NULL },
	{ "5 dollars", NULL },
	{ "1/0", NULL },
	{ "fivefold", NULL },
};
/* clang-format on */

static void
test_values(void)
{
	struct buf b = { 0 };
	struct decimal d;

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct str text = str_from(numbers[i].text);

		buf_reset(&b);
		if (number_read(STR("en"), text, &d))
			decimal_write(&b, &d);
		if (!numbers[i].value) {
			buf_char(&b, '|');
			CHECK_STR(buf_text(&b), "|");
		} else {
			CHECK_STR(buf_text(&b), numbers[i].value);
		}
		if (!str_is(buf_text(&b),
			numbers[i].value ? numbers[i].value : "|"))
			test_show("of  ", text);
	}
	buf_free(&b);
}

/* What is read is also found whole in a sentence. */
static void
test_pattern(void)
{
	struct grammar *g = grammar_new();
	struct pattern *p;
	struct buf b = { 0 };
	unsigned long errors = 0;

	number_grammar(g, STR("en"));
	grammar_define(g, "any", STR("{{number}} | {{digits_torn}}"));
	p = grammar_pattern(g, "any", PATTERN_CASELESS);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct str text = str_from(numbers[i].text);

		if (!numbers[i].value || strstr(text.s, " . ") ||
		    strstr(text.s, ". "))
			continue;
		buf_reset(&b);
		buf_puts(&b, "It was ");
		buf_str(&b, text);
		buf_puts(&b, " in all.");
		CHECK(pattern_find(p, buf_text(&b), 0, b.n, &errors));
		CHECK_STR(
		    str_part(buf_text(&b), pattern_start(p), pattern_end(p)),
		    text.s);
	}
	CHECK_UINT(errors, 0);
	pattern_free(p);
	grammar_free(g);
	buf_free(&b);
}

static void
test_scale(void)
{
	CHECK_INT(number_scale(STR("en"), STR("66.4 billion")), 9);
	CHECK_INT(number_scale(STR("en"), STR("5 lakh crore")), 12);
	CHECK_INT(number_scale(STR("en"), STR("2.5k")), 3);
	CHECK_INT(number_scale(STR("en"), STR("150")), 0);
	CHECK_INT(number_scale(STR("en"), STR("a million and one")), 0);
}

int
main(void)
{
	TEST("the value of a number");
	test_values();
	TEST("a number is found whole");
	test_pattern();
	TEST("the scale of a number");
	test_scale();
	TEST("a language without numbers");
	struct decimal d;
	CHECK(!number_read(STR("xx"), STR("5"), &d));
	return test_end();
}
