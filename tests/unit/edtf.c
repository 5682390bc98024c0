#include "edtf.h"
#include "test.h"

/* Reads the text, checks that it prints as it was read, and its days. */
static void
round_trip(const char *text, const char *first, const char *last)
{
	struct edtf e, d;
	char out[EDTF_SIZE];
	struct day day;

	CHECK(edtf_read(str_from(text), &e));
	edtf_print(&e, out);
	CHECK_CSTR(out, text);
	out[0] = '\0';
	if (edtf_first(&e, &day)) {
		d = edtf_date(edtf_day(day));
		edtf_print(&d, out);
	}
	CHECK_CSTR(out, first);
	out[0] = '\0';
	if (edtf_last(&e, &day)) {
		d = edtf_date(edtf_day(day));
		edtf_print(&d, out);
	}
	CHECK_CSTR(out, last);
}

int
main(void)
{
	static const char *const wrong[] = { "", "x", "2025-", "2025-13",
		"2025-00-01", "2025-02-29", "2025-04-31", "2025-2-1", "25-02",
		"2025-02-17T", "2025-02-17T25", "2025-02-17T10:60",
		"2025-02-17T10:09+0100", "2025-02-17T10:09+00:00", "..",
		"../..", "2025/", "/2025", "2025/2026/2027", "2025-20",
		"2025-37", "2025-42", "-0000", "2025-33-01", "20251",
		"XXXX-02-30" };
	struct edtf e;
	char out[EDTF_SIZE];

	TEST("values read, printed, and their days");
	round_trip("2025", "2025-01-01", "2025-12-31");
	round_trip("2024-02", "2024-02-01", "2024-02-29");
	round_trip("2025-02-17", "2025-02-17", "2025-02-17");
	round_trip("2025-02-17T10:09:45", "2025-02-17", "2025-02-17");
	round_trip("2025-02-17T10:09Z", "2025-02-17", "2025-02-17");
	round_trip("2025-02-17T10+05:30", "2025-02-17", "2025-02-17");
	round_trip("2025-02-17T23:59:60-03:00", "2025-02-17", "2025-02-17");
	round_trip("202X", "2020-01-01", "2029-12-31");
	round_trip("20XX", "2000-01-01", "2099-12-31");
	round_trip("XXXX", "", "");
	round_trip("XXXX-06-26", "", "");
	round_trip("XXXX-XX-29", "", "");
	round_trip("XXXX-XX-XXT15:30", "", "");
	round_trip("XXXX-02-29", "", "");
	round_trip("2024-21", "", "");
	round_trip("2025-33", "2025-01-01", "2025-03-31");
	round_trip("2025-36", "2025-10-01", "2025-12-31");
	round_trip("2024-40", "2024-01-01", "2024-06-30");
	round_trip("2024-41", "2024-07-01", "2024-12-31");
	round_trip("2014~", "2014-01-01", "2014-12-31");
	round_trip("-0043", "", "");
	round_trip("0000", "", "");
	round_trip("2005/2024", "2005-01-01", "2024-12-31");
	round_trip("2025-02-10/2025-02-13", "2025-02-10", "2025-02-13");
	round_trip("XXXX-06-26/XXXX-06-30", "", "");
	round_trip("../2029", "", "2029-12-31");
	round_trip("2018-04/..", "2018-04-01", "");

	TEST("what is no value");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		CHECK(!edtf_read(str_from(wrong[i]), &e));

	TEST("every day and time of a year printed and read");
	for (long n = 738886; n < 738886 + 366; n++) {
		struct edtf_date d = edtf_day(calendar_day(n));
		struct edtf got;

		d.time = EDTF_NO_TIME + (enum edtf_time)(n % 4);
		if (d.time >= EDTF_HOUR)
			d.hour = (int)(n % 24);
		if (d.time >= EDTF_MINUTE)
			d.minute = (int)(n % 60);
		if (d.time >= EDTF_SECOND)
			d.second = (int)(n % 60);
		if (d.time > EDTF_NO_TIME && n % 5 == 0) {
			d.zoned = true;
			d.zone = (int)(n % 1200) - 600;
		}
		e = edtf_interval(d, edtf_day(calendar_day(n + 1)));
		edtf_print(&e, out);
		CHECK(edtf_read(str_from(out), &got));
		CHECK(edtf_same(got.from, e.from) && edtf_same(got.to, e.to));
	}

	TEST("no value");
	e = (struct edtf){ 0 };
	edtf_print(&e, out);
	CHECK_CSTR(out, "");
	return test_end();
}
