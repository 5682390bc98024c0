#include "pattern.h"

#include "test.h"

int
main(void)
{
	static const struct str months[] = { { "mar", 3 }, { "march", 5 },
		{ "mar.", 4 }, { "next month", 10 } };
	struct grammar *g = grammar_new();
	struct pattern *p, *slow;
	struct table t;
	char why[128];
	unsigned long errors = 0;
	struct str text;

	grammar_words(g, "month", months, 4);
	grammar_read(g,
	    STR("# a grammar\n"
		"day  = (?: [12]\\d | 3[01] | 0?[1-9] ) # of a month\n"
		"\n"
		"date = (?<day> {{day}} ) \\x20 (?<month> {{month}} ) "
		"(*MARK:dm)\n"
		"     | (?<month> {{month}} )\n"
		"\n"
		"       \\x20 (?<day> {{day}} ) (*MARK:md)\n"),
	    "test.pcre");
	p = grammar_pattern(g, "date", PATTERN_CASELESS);

	TEST("parts, words longest first, groups by name, marks");
	text = STR("on 17 March 2025, mar. 5");
	CHECK(pattern_find(p, text, 0, text.n, &errors));
	CHECK_UINT(pattern_start(p), 3);
	CHECK_UINT(pattern_end(p), 11);
	CHECK_STR(pattern_group(p, "day"), "17");
	CHECK_STR(pattern_group(p, "month"), "March");
	CHECK_STR(pattern_group(p, "year"), NULL);
	CHECK_CSTR(pattern_mark(p), "dm");
	CHECK(pattern_find(p, text, 11, text.n, &errors));
	CHECK_STR(pattern_group(p, "month"), "mar.");
	CHECK_CSTR(pattern_mark(p), "md");

	TEST("the limit is the last place where a match may begin");
	CHECK(!pattern_find(p, text, 0, 2, &errors));
	CHECK(pattern_find(p, text, 0, 3, &errors));
	CHECK(pattern_find(p, text, 3, 3, &errors));

	TEST("a blank in a word is any blanks");
	text = STR("5 next\xC2\xA0 month");
	CHECK(pattern_find(p, text, 0, 0, &errors));
	CHECK_UINT(errors, 0);

	TEST("words of a table's column");
	CHECK(table_read(
	    &t, STR("# word\tkind\na|b+\tx\nc\ty\nd\tx\n"), "t.tsv", why));
	grammar_column(g, "x", &t, "word", "kind", "x");
	grammar_define(g, "all", STR("^ {{x}}++ $"));
	pattern_free(p);
	p = grammar_pattern(g, "all", 0);
	CHECK(pattern_find(p, STR("ab+d"), 0, 0, &errors));
	CHECK(!pattern_find(p, STR("abd"), 0, 0, &errors));
	CHECK(!pattern_find(p, STR("ac"), 0, 0, &errors));
	CHECK(!pattern_find(p, (struct str){ 0 }, 0, 0, &errors));
	CHECK_UINT(errors, 0);

	TEST("a match limit is an error, not \"no match\"");
	grammar_define(g, "slow", STR("(?: a+ )+ [bd]"));
	slow = grammar_pattern(g, "slow", 0);
	CHECK(!pattern_find(
	    slow, STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac"), 0, 0, &errors));
	CHECK_UINT(errors, 1);

	table_free(&t);
	pattern_free(p);
	pattern_free(slow);
	grammar_free(g);
	return test_end();
}
