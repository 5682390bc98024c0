#include "calendar.h"
#include "test.h"

static void
every_day(void)
{
	long n = 0;
	int wd = 0;

	TEST("every day of 0001-9999 there and back, with its weekday");
	for (int y = 1; y <= 9999; y++)
		for (int m = 1; m <= 12; m++)
			for (int d = 1; d <= calendar_month_days(y, m); d++) {
				struct day day = { y, m, d };

				wd = wd % 7 + 1;
				CHECK_INT(calendar_number(day), ++n);
				CHECK_INT(calendar_weekday(n), wd);
				CHECK_INT(
				    calendar_compare(calendar_day(n), day), 0);
			}
	CHECK_INT(n, 3652059);
}

static void
every_week(void)
{
	int year = 1, week = 0;

	TEST("every week of 0001-9999 in its year");
	for (long monday = 1; monday < 3652059 - 7; monday += 7) {
		int y, w;

		if (week == calendar_weeks(year))
			year++, week = 0;
		week++;
		calendar_week_of(monday, &y, &w);
		CHECK_INT(y, year);
		CHECK_INT(w, week);
		calendar_week_of(monday + 6, &y, &w);
		CHECK_INT(y, year);
		CHECK_INT(w, week);
		CHECK_INT(calendar_week(year, week), monday);
	}
}

static struct day
day(int year, int month, int d)
{
	return (struct day){ year, month, d };
}

static void
check_day(struct day got, int year, int month, int d)
{
	CHECK_INT(got.year, year);
	CHECK_INT(got.month, month);
	CHECK_INT(got.day, d);
}

/* As published: years with and without a leap month, the earliest and latest.
 */
static const int chinese[][3] = { { 1900, 1, 31 }, { 1950, 2, 17 },
	{ 1966, 1, 21 }, { 1985, 2, 20 }, { 2000, 2, 5 }, { 2008, 2, 7 },
	{ 2015, 2, 19 }, { 2020, 1, 25 }, { 2021, 2, 12 }, { 2022, 2, 1 },
	{ 2023, 1, 22 }, { 2024, 2, 10 }, { 2025, 1, 29 }, { 2026, 2, 17 },
	{ 2027, 2, 6 }, { 2033, 1, 31 }, { 2034, 2, 19 }, { 2099, 1, 21 } };

int
main(void)
{
	static const int western[][3] = { { 1818, 3, 22 }, { 1943, 4, 25 },
		{ 1954, 4, 18 }, { 1981, 4, 19 }, { 2000, 4, 23 },
		{ 2024, 3, 31 }, { 2025, 4, 20 }, { 2038, 4, 25 },
		{ 2049, 4, 18 } };
	static const int orthodox[][3] = { { 1945, 5, 6 }, { 2008, 4, 27 },
		{ 2016, 5, 1 }, { 2024, 5, 5 }, { 2025, 4, 20 },
		{ 2030, 4, 28 } };
	int y, w;

	every_day();
	every_week();

	TEST("leap years");
	CHECK(calendar_leap(2024) && calendar_leap(2000) && calendar_leap(4));
	CHECK(!calendar_leap(2023) && !calendar_leap(1900));
	CHECK(calendar_valid(day(2024, 2, 29)));
	CHECK(!calendar_valid(day(2025, 2, 29)));
	CHECK(!calendar_valid(day(2025, 0, 1)));
	CHECK(!calendar_valid(day(2025, 13, 1)));
	CHECK(!calendar_valid(day(2025, 4, 31)));
	CHECK(!calendar_valid(day(2025, 4, 0)));
	CHECK(
	    !calendar_valid(day(0, 1, 1)) && !calendar_valid(day(10000, 1, 1)));

	TEST("known weekdays and weeks");
	CHECK_INT(calendar_weekday(calendar_number(day(1969, 7, 20))), 7);
	CHECK_INT(calendar_weekday(calendar_number(day(2025, 2, 17))), 1);
	calendar_week_of(calendar_number(day(2021, 1, 3)), &y, &w);
	CHECK_INT(y, 2020);
	CHECK_INT(w, 53);
	calendar_week_of(calendar_number(day(2024, 12, 30)), &y, &w);
	CHECK_INT(y, 2025);
	CHECK_INT(w, 1);
	CHECK_INT(calendar_weeks(2020), 53);
	CHECK_INT(calendar_weeks(2021), 52);

	TEST("months added, clipped to the end of the month");
	check_day(calendar_add_months(day(2025, 1, 31), 1), 2025, 2, 28);
	check_day(calendar_add_months(day(2024, 1, 31), 1), 2024, 2, 29);
	check_day(calendar_add_months(day(2025, 3, 15), -3), 2024, 12, 15);
	check_day(calendar_add_months(day(2025, 3, 15), 120), 2035, 3, 15);
	check_day(calendar_add_months(day(2024, 2, 29), -12), 2023, 2, 28);

	TEST("the nth weekday of a month");
	check_day(
	    calendar_day(calendar_nth_weekday(2024, 11, 4, 4)), 2024, 11, 28);
	check_day(
	    calendar_day(calendar_nth_weekday(2025, 5, 1, -1)), 2025, 5, 26);
	check_day(
	    calendar_day(calendar_nth_weekday(2025, 9, 1, 1)), 2025, 9, 1);
	check_day(
	    calendar_day(calendar_nth_weekday(2025, 9, 1, 5)), 2025, 9, 29);
	CHECK_INT(calendar_nth_weekday(2025, 9, 3, 5), 0);

	TEST("Easter");
	for (size_t i = 0; i < sizeof(western) / sizeof(western[0]); i++)
		check_day(calendar_easter(western[i][0]), western[i][0],
		    western[i][1], western[i][2]);
	for (size_t i = 0; i < sizeof(orthodox) / sizeof(orthodox[0]); i++)
		check_day(calendar_orthodox_easter(orthodox[i][0]),
		    orthodox[i][0], orthodox[i][1], orthodox[i][2]);
	for (int year = 1600; year <= 4000; year++) {
		CHECK_INT(
		    calendar_weekday(calendar_number(calendar_easter(year))),
		    7);
		CHECK_INT(calendar_weekday(
			      calendar_number(calendar_orthodox_easter(year))),
		    7);
	}

	TEST("the Chinese New Year");
	for (size_t i = 0; i < sizeof(chinese) / sizeof(chinese[0]); i++) {
		struct day d = { 0 };

		CHECK(calendar_lunar_new_year(chinese[i][0], &d));
		check_day(d, chinese[i][0], chinese[i][1], chinese[i][2]);
	}
	for (int year = 1900; year < 2099; year++) {
		struct day a, b;
		long days;

		CHECK(calendar_lunar_new_year(year, &a));
		CHECK(calendar_lunar_new_year(year + 1, &b));
		days = calendar_number(b) - calendar_number(a);
		/* twelve or thirteen moons */
		CHECK((days >= 353 && days <= 355) ||
		      (days >= 383 && days <= 385));
	}
	CHECK(!calendar_lunar_new_year(1899, &(struct day){ 0 }));
	CHECK(!calendar_lunar_new_year(2100, &(struct day){ 0 }));
	return test_end();
}
