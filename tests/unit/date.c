#include "date.h"

#include <stdlib.h>

#include "test.h"

/* The dates of a text as "span=value", "+" and the basis where it is not
 * explicit, joined by "; ". */
static struct str
dates(struct date_finder *f, struct buf *b, const char *text,
    const char *published, bool new_doc)
{
	struct date_mention m;
	char value[EDTF_SIZE];

	buf_reserve(b, 1);
	buf_reset(b);
	date_begin(f, str_from(text), (struct str){ 0 },
	    published ? str_from(published) : (struct str){ 0 }, new_doc);
	while (date_next(f, &m)) {
		if (b->n)
			buf_puts(b, "; ");
		buf_add(b, text + m.from, m.to - m.from);
		buf_char(b, '=');
		edtf_print(&m.value, value);
		buf_puts(b, value);
		if (m.duration[0]) {
			buf_char(b, ' ');
			buf_puts(b, m.duration);
		}
		if (strcmp(m.basis, "explicit") != 0) {
			buf_char(b, '+');
			buf_puts(b, m.basis);
		}
	}
	return buf_text(b);
}

struct row {
	const char *published, *text, *want;
};

static void
check_rows(const struct row *row, size_t n)
{
	struct date_finder *f = date_finder_new(&(struct date_options){ 0 });
	struct buf b = { 0 };

	for (size_t i = 0; i < n; i++)
		CHECK_STR(dates(f, &b, row[i].text, row[i].published, true),
		    row[i].want);
	CHECK_UINT(date_errors(f), 0);
	buf_free(&b);
	date_finder_free(f);
}

#define ROWS(rows) check_rows((rows), sizeof(rows) / sizeof((rows)[0]))

/* clang-format off */
static const struct row calendar_forms[] = {
	{ NULL, "The bridge opened on 4 May 2011.", "4 May 2011=2011-05-04" },
	{ NULL, "The bridge opened May 4, 2011, at noon.", "May 4, 2011, at noon=2011-05-04T12" },
	{ NULL, "Dushanbe, Sept. 9th , 1991", "Sept. 9th , 1991=1991-09-09" },
	{ NULL, "on the 21st of March, 2008", "21st of March, 2008=2008-03-21" },
	{ NULL, "filed 1999-12-31 and 2000/01/02", "1999-12-31=1999-12-31; 2000/01/02=2000-01-02" },
	{ NULL, "backup of 20140612 kept", "20140612=2014-06-12" },
	{ NULL, "due 29.08.2013", "29.08.2013=2013-08-29" },
	{ NULL, "due 08/29/2013", "08/29/2013=2013-08-29" },
	{ NULL, "due 29/08/2013", "29/08/2013=2013-08-29" },
	{ NULL, "week 2019-W07-3", "2019-W07-3=2019-02-13" },
	{ NULL, "in November 1989", "November 1989=1989-11" },
	{ NULL, "since 1989, until 1992", "1989=1989; 1992=1992" },
	{ NULL, "the early 1990s and the '80s", "1990s=199X; '80s=198X" },
	{ NULL, "a port of the 19th century", "19th century=18XX" },
	{ NULL, "in Q2 2023 and the fourth quarter of 2022", "Q2 2023=2023-34; fourth quarter of 2022=2022-36" },
	{ NULL, "the III quarter of 2022", "III quarter of 2022=2022-35" },
	{ NULL, "in the second half of 2022 and H1 2023", "second half of 2022=2022-41; H1 2023=2023-40" },
	{ NULL, "in the summer of 1996", "summer of 1996=1996-22" },
	{ NULL, "in fiscal 2015", "fiscal 2015=2015" },
	{ NULL, "Easter 2019 fell on Orthodox Palm day", "Easter 2019=2019-04-21" },
	{ NULL, "on Thanksgiving 2023", "Thanksgiving 2023=2023-11-23" },
	{ NULL, "in 44 BC and in AD 79", "44 BC=-0043; AD 79=0079" },
	{ NULL, "the first week of June 2021", "first week of June 2021=2021-05-31/2021-06-06" },
	{ NULL, "the first nine months of 2021", "first nine months of 2021=2021-01/2021-09" },
	{ NULL, "the last Friday of May 2022", "last Friday of May 2022=2022-05-27" },
	{ NULL, "born in nineteen sixty-four", "nineteen sixty-four=1964" },
	{ NULL, "on February 30, 2020", "" },
	{ NULL, "13/13/2013", "" },
};

static const struct row ranges[] = {
	{ NULL, "from 12 to 15 June 2018", "12 to 15 June 2018=2018-06-12/2018-06-15" },
	{ NULL, "June 28 to July 2, 2018", "June 28 to July 2, 2018=2018-06-28/2018-07-02" },
	{ NULL, "Oct. 30 to Nov.2", "Oct. 30 to Nov.2=XXXX-10-30/XXXX-11-02+none" },
	{ NULL, "between 1998 and 2003", "1998 and 2003=1998/2003" },
	{ NULL, "in 1998 and 2003", "1998=1998; 2003=2003" },
	{ NULL, "in 1998-2003 and 1911-12", "1998-2003=1998/2003; 1911-12=1911/1912" },
	{ NULL, "Dec. 28, 2010 - Jan. 3", "Dec. 28, 2010 - Jan. 3=2010-12-28/2011-01-03" },
	{ NULL, "on 6 and 9 May 2010", "6=2010-05-06; 9 May 2010=2010-05-09" },
	{ "2020-02-20", "from 2017 to last year", "2017 to last year=2017/2019+published" },
	{ "2020-02-20", "It will run from January 10 to March 1.", "January 10 to March 1=2020-01-10/2020-03-01+published" },
};

static const struct row relative[] = {
	{ "2020-02-20", "yesterday, today and tomorrow", "yesterday=2020-02-19+published; today=2020-02-20+published; tomorrow=2020-02-21+published" },
	{ "2020-02-20", "He left on Tuesday.", "Tuesday=2020-02-18+published" },
	{ "2020-02-20", "He left on Thursday.", "Thursday=2020-02-20+published" },
	{ "2020-02-20", "He will leave on Tuesday.", "Tuesday=2020-02-25+published" },
	{ "2020-02-20", "last month, this week, next year", "last month=2020-01+published; this week=2020-02-17/2020-02-23+published; next year=2021+published" },
	{ "2020-02-20", "three days ago", "three days ago=2020-02-17+published" },
	{ "2020-02-20", "ten years ago", "ten years ago=2010+published" },
	{ "2020-02-20", "over the past four years", "past four years=2016/2020 P4Y+published" },
	{ "2020-02-20", "for the next decade", "next decade=2020/2030 P10Y+published" },
	{ "2020-02-20", "in the third quarter of last year", "third quarter of last year=2019-35+published" },
	{ "2020-02-20", "by the end of the year", "year=2020+published" },
	{ "2020-02-20", "In November he left.", "November=2019-11+published" },
	{ "2020-02-20", "It will open in November.", "November=2020-11+published" },
	{ "2020-02-20", "on Feb. 25", "Feb. 25=2020-02-25+published" },
	{ "2020-02-20", "on Friday, Sept. 6", "Friday, Sept. 6=2019-09-06+published" },
	{ "2020-02-20", "Wednesday next week", "Wednesday next week=2020-02-26+published" },
	{ "2020-02-20", "two days before January 1, 2020", "two days before January 1, 2020=2019-12-30" },
	{ "2020-02-20", "It will start in two weeks.", "two weeks=2020-03-05+published" },
	{ "2020-02-20", "It took two weeks.", "two weeks= P2W" },
	{ "2020-02", "last month and yesterday", "last month=2020-01+published; yesterday=+none" },
	{ NULL, "last year, on Monday, on Aug. 7", "last year=+none; Monday=+none; Aug. 7=XXXX-08-07+none" },
};

static const struct row times[] = {
	{ "2020-02-20", "at 3:30 p.m. on Monday", "3:30 p.m. on Monday=2020-02-17T15:30+published" },
	{ "2020-02-20", "on Monday evening", "Monday evening=2020-02-17+published" },
	{ NULL, "2012-03-04 05:06:07", "2012-03-04 05:06:07=2012-03-04T05:06:07" },
	{ NULL, "2012-03-04T05:06Z", "2012-03-04T05:06Z=2012-03-04T05:06Z" },
	{ NULL, "at 0930 GMT", "0930 GMT=XXXX-XX-XXT09:30Z" },
	{ NULL, "won 3:2 and 24/7", "" },
};

static const struct row lengths[] = {
	{ NULL, "a 15-year lease", "15-year= P15Y" },
	{ NULL, "for two and a half years", "two and a half years= P2.5Y" },
	{ NULL, "six to nine months", "six to nine months= P6M/P9M" },
	{ NULL, "1.5 hours", "1.5 hours= PT1.5H" },
	{ NULL, "every Friday", "every Friday= P1W" },
	{ NULL, "held annually", "annually= P1Y" },
	{ NULL, "twice a month", "twice a month= P1M" },
	{ NULL, "for P3M", "P3M= P3M" },
	{ NULL, "an 8-year-old boy, aged 12 years old", "" },
};

static const struct row no_dates[] = {
	{ NULL, "They may march in the second row.", "" },
	{ NULL, "The sun sat low, a fall of 3 percent", "" },
	{ NULL, "sold 2015 cars and 2024 projects", "" },
	{ NULL, "Vision 2040 and Expo 2017", "" },
	{ NULL, "the 2019 Harbin Trade Fair", "" },
	{ NULL, "version 2.10.3, tel. 555-01-20, $2015, no. 10.2", "" },
	{ NULL, "see https://example.org/2015/06/07/x", "" },
	{ NULL, "Theresa May and April's brother", "April=XXXX-04+none" },
};
/* clang-format on */

static void
document(void)
{
	struct date_finder *f = date_finder_new(&(struct date_options){ 0 });
	struct buf b = { 0 };

	TEST("a document tells what its later sentences leave open");
	CHECK_STR(dates(f, &b, "2021-07-08 11:00:00", NULL, true),
	    "2021-07-08 11:00:00=2021-07-08T11:00:00");
	CHECK_STR(dates(f, &b, "BAKU, July 8 (AP)", NULL, false),
	    "July 8=2021-07-08+document");
	CHECK_STR(dates(f, &b, "The following day it rained.", NULL, false),
	    "following day=2021-07-09+document");
	CHECK_STR(dates(f, &b, "Two years later it snowed.", NULL, false),
	    "Two years later=2023+document");
	CHECK_STR(dates(f, &b, "On May 3 it snowed.", NULL, true),
	    "May 3=XXXX-05-03+none");

	TEST("the order of day and month");
	CHECK_STR(dates(f, &b, "due 03/04/2020", NULL, true),
	    "03/04/2020=2020-03-04+none");
	CHECK_STR(dates(f, &b, "due 25/04/2020", NULL, false),
	    "25/04/2020=2020-04-25");
	CHECK_STR(dates(f, &b, "due 03/04/2020", NULL, false),
	    "03/04/2020=2020-04-03+document");
	date_finder_free(f);
	f = date_finder_new(&(struct date_options){ .order = ORDER_DAY_FIRST });
	CHECK_STR(dates(f, &b, "due 03/04/2020", NULL, true),
	    "03/04/2020=2020-04-03+option");
	date_finder_free(f);

	TEST("years in names");
	f = date_finder_new(&(struct date_options){ .names = true });
	CHECK_STR(
	    dates(f, &b, "Vision 2040 says so.", NULL, true), "2040=2040");
	date_finder_free(f);
	buf_free(&b);
}

static void
relations(void)
{
	static const struct {
		const char *text, *relation, *cue;
	} row[] = {
		{ "Built by 2030.", "by", "by" },
		{ "Built no later than 2030.", "by", "no later than" },
		{ "Built by the end of 2030.", "by", "by the end of" },
		{ "Open since May 2010.", "since", "since" },
		{ "Open until May 2010.", "until", "until" },
		{ "Open as of May 2010.", "from", "as of" },
		{ "Open before 1 May 2010.", "before", "before" },
		{ "Open after 1 May 2010.", "after", "after" },
		{ "Open on 1 May 2010.", "on", "on" },
		{ "Open in the 1990s.", "during", "in" },
		{ "Open during 2010.", "during", "during" },
		{ "Open 2010 at the latest.", "by", "at the latest" },
		{ "Built in late 2010.", "on", "in late" },
	};
	struct date_finder *f = date_finder_new(&(struct date_options){ 0 });
	struct date_mention m;

	TEST("relations and their cues");
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct str text = str_from(row[i].text), none = { 0 };

		date_begin(f, text, none, none, true);
		CHECK(date_next(f, &m));
		CHECK_CSTR(m.relation ? m.relation : "", row[i].relation);
		CHECK_STR(str_part(text, m.cue.from, m.cue.to), row[i].cue);
	}
	date_finder_free(f);
}

/* Every way to write a day, read back. */
static void
written(void)
{
	static const char *const month[] = { "January", "February", "March",
		"April", "May", "June", "July", "August", "September",
		"October", "November", "December" };
	static const char *const weekday[] = { "Monday", "Tuesday", "Wednesday",
		"Thursday", "Friday", "Saturday", "Sunday" };
	struct date_finder *f = date_finder_new(&(struct date_options){ 0 });
	struct buf b = { 0 };

	TEST("days written in every form are read back");
	for (long n = 690000; n < 740000; n += 397) {
		struct day d = calendar_day(n);
		const char *m = month[d.month - 1];
		int wd = calendar_weekday(n), year, week;
		char form[12][64], text[800], want[900], value[EDTF_SIZE];
		struct edtf e = edtf_date(edtf_day(d));
		int forms = 0;

		calendar_week_of(n, &year, &week);
		edtf_print(&e, value);
#define FORM(...) (void)snprintf(form[forms++], sizeof(form[0]), __VA_ARGS__)
		FORM("%d %s %d", d.day, m, d.year);
		FORM("%s %d, %d", m, d.day, d.year);
		FORM("%.3s %d, %d", m, d.day, d.year);
		FORM("%s %d %d", m, d.day, d.year);
		FORM("%d-%.3s-%d", d.day, m, d.year);
		FORM("%s, %s %d, %d", weekday[wd - 1], m, d.day, d.year);
		FORM("%dth of %s %d", d.day, m, d.year);
		FORM("%04d-%02d-%02d", d.year, d.month, d.day);
		FORM("%04d%02d%02d", d.year, d.month, d.day);
		FORM("%02d.%02d.%04d", d.day, d.month, d.year);
		FORM("%04d/%02d/%02d", d.year, d.month, d.day);
		FORM("%04d-W%02d-%d", year, week, wd);
#undef FORM
		for (int i = 0; i < forms; i++) {
			(void)snprintf(
			    text, sizeof(text), "It was on %s.", form[i]);
			(void)snprintf(
			    want, sizeof(want), "%s=%s", form[i], value);
			CHECK_STR(dates(f, &b, text, "2001-02-03", true), want);
		}
	}
	buf_free(&b);
	date_finder_free(f);
}

/* Words that dates are made of, thrown together. */
static void
same_without_trigger(void)
{
	static const char *const word[] = { "May", "may", "12", "3rd", "2015",
		"1998", "Monday", "last", "next", "year", "week", "of", "the",
		"in", "to", "-", "/", ":", ",", ".", "two", "twenty", "half",
		"a", "and", "ago", "before", "third", "quarter", "Q3", "early",
		"Christmas", "first", "summer", "night", "05", "1990s", "$",
		"11/12", "9:30", "p.m.", "by", "on", "every", "century", "Jan.",
		"from", "day", "days", "19", "'90s", "\xE2\x80\x9CMarch",
		"\xC2\xA0", "\xE2\x80\x93", "fiscal", "AD", "BC", "people",
		"that", "daily", "FY2015", "2015-16", "noon", "later" };
	struct date_finder *f = date_finder_new(&(struct date_options){ 0 });
	struct date_finder *g = date_finder_new(&(struct date_options){ 0 });
	struct buf text = { 0 }, a = { 0 }, b = { 0 };
	unsigned long seed = 20250217;

	date_search_all(g);
	TEST("the trigger loses nothing");
	for (int i = 0; i < 20000; i++) {
		buf_reset(&text);
		for (int k = 0; k < 12; k++) {
			seed =
			    seed * 6364136223846793005u + 1442695040888963407u;
			if (k > 0 && seed >> 60 > 1)
				buf_char(&text, ' ');
			buf_puts(&text, word[(seed >> 33) %
					     (sizeof(word) / sizeof(word[0]))]);
		}
		buf_char(&text, '\0');
		dates(f, &a, text.s, "2015-05-20", true);
		dates(g, &b, text.s, "2015-05-20", true);
		buf_char(&a, '\0');
		CHECK_STR(buf_text(&b), a.s);
	}
	buf_free(&text);
	buf_free(&a);
	buf_free(&b);
	date_finder_free(f);
	date_finder_free(g);
}

int
main(void)
{
	TEST("dates of the calendar");
	ROWS(calendar_forms);
	TEST("ranges");
	ROWS(ranges);
	TEST("dates counted from the publication");
	ROWS(relative);
	TEST("times");
	ROWS(times);
	TEST("durations and sets");
	ROWS(lengths);
	TEST("what is no date");
	ROWS(no_dates);
	document();
	relations();
	written();
	same_without_trigger();
	return test_end();
}
