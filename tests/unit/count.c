#include "count.h"

#include "buf.h"
#include "test.h"

static struct counts *counts;

/* The counts of a text: "min-max bound class|noun|unit; ...". */
static struct str
all(struct buf *b, const char *text)
{
	struct count c;
	struct str t = str_from(text);
	size_t at = 0, end;

	buf_reset(b);
	for (; (at = counts_place(counts, t, at)) < t.n; at = end) {
		if (!counts_here(counts, t, 0, at, &c, &end))
			continue;
		if (b->n)
			buf_puts(b, "; ");
		if (!str_is(c.bound, "vague")) {
			decimal_write(b, &c.min);
			if (str_is(c.bound, "range")) {
				buf_char(b, '-');
				decimal_write(b, &c.max);
			}
			buf_char(b, ' ');
		}
		buf_str(b, c.bound);
		buf_char(b, ' ');
		buf_str(b, c.class);
		buf_char(b, '|');
		buf_str(b, c.noun);
		buf_char(b, '|');
		buf_str(b, c.unit);
	}
	return buf_text(b);
}

int
main(void)
{
	struct buf b = { 0 };

	counts = counts_new(STR("en"));

	TEST("numbers with their nouns");
	CHECK_STR(all(&b, "fourteen new wind farms"),
	    "14 eq project|new wind farms|");
	CHECK_STR(
	    all(&b, "at least 1,200 local jobs"), "1200 ge job|local jobs|");
	CHECK_STR(all(&b, "9 memoranda of understanding"),
	    "9 eq agreement|memoranda of understanding|");
	CHECK_STR(all(&b, "3.5 million people"), "3500000 eq person|people|");
	CHECK_STR(all(&b, "6 to 8 firms"), "6-8 range company|firms|");
	CHECK_STR(all(&b, "scores of villages"), "vague place|villages|");
	CHECK_STR(all(&b, "4 ports in 5 states"),
	    "4 eq place|ports|; 5 eq country|states|");

	CHECK_STR(all(&b, "several hundred new jobs"), "vague job|new jobs|");
	CHECK_STR(all(&b, "12 of them, 5 of which"), "12 eq ||; 5 eq ||");

	TEST("measures and shares");
	CHECK_STR(all(&b, "40 hectares"), "40 eq ||ha");
	CHECK_STR(all(&b, "a 12-km road"), "12 eq ||km");
	CHECK_STR(all(&b, "under 7 percent"), "7 lt ||%");

	TEST("no counts");
	CHECK_STR(all(&b, "the two sides"), "");
	CHECK_STR(all(&b, "the top 10 lenders"), "");
	CHECK_STR(all(&b, "five years, six times, 2 p.m."), "");
	CHECK_STR(all(&b, "one project, one of them"), "");
	CHECK_STR(all(&b, "the 2023 projects"), "");
	CHECK_STR(all(&b, "three largest cities"), "");
	CHECK_STR(all(&b, ""), "");

	TEST("why a number is no count");
	CHECK_CSTR(counts_why(counts, STR("the two sides"), 4), "refers back");
	CHECK_CSTR(
	    counts_why(counts, STR("top 10 lenders"), 4), "rank or order");
	CHECK_CSTR(counts_why(counts, STR("2023 projects"), 0), "like a year");
	CHECK_CSTR(counts_why(counts, STR("5 or them"), 0), "counts nothing");

	TEST("a language without patterns");
	CHECK(!counts_new(STR("zz")));

	counts_free(counts);
	buf_free(&b);
	return test_end();
}
