#include "calendar.h"

enum { DAYS_400 = 146097, DAYS_100 = 36524, DAYS_4 = 1461, DAYS_1 = 365 };

/* Days of a common year before each month. */
static const int before_month[] = {
	0,
	0,
	31,
	59,
	90,
	120,
	151,
	181,
	212,
	243,
	273,
	304,
	334,
	365,
};

bool
calendar_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
calendar_month_days(int year, int month)
{
	int days = before_month[month + 1] - before_month[month];

	return days + (month == 2 && calendar_leap(year));
}

bool
calendar_valid(struct day d)
{
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 &&
	       d.day >= 1 && d.day <= calendar_month_days(d.year, d.month);
}

long
calendar_number(struct day d)
{
	long y = d.year - 1;
	long n = y * DAYS_1 + y / 4 - y / 100 + y / 400;

	n += before_month[d.month] + d.day;
	return n + (d.month > 2 && calendar_leap(d.year));
}

struct day
calendar_day(long number)
{
	long n = number - 1, part;
	struct day d = { 1, 12, 0 };

	d.year += (int)(n / DAYS_400) * 400;
	n %= DAYS_400;
	/* The last day of 400 or 4 years would begin a part too many. */
	part = n / DAYS_100 < 4 ? n / DAYS_100 : 3;
	d.year += (int)part * 100;
	n -= part * DAYS_100;
	d.year += (int)(n / DAYS_4) * 4;
	n %= DAYS_4;
	part = n / DAYS_1 < 4 ? n / DAYS_1 : 3;
	d.year += (int)part;
	n -= part * DAYS_1;
	while (
	    before_month[d.month] + (d.month > 2 && calendar_leap(d.year)) > n)
		d.month--;
	n -= before_month[d.month] + (d.month > 2 && calendar_leap(d.year));
	d.day = (int)n + 1;
	return d;
}

int
calendar_compare(struct day a, struct day b)
{
	if (a.year != b.year)
		return a.year - b.year;
	if (a.month != b.month)
		return a.month - b.month;
	return a.day - b.day;
}

int
calendar_weekday(long number)
{
	long w = (number - 1) % 7;

	return (int)(w < 0 ? w + 7 : w) + 1;
}

long
calendar_week(int year, int week)
{
	long fourth = calendar_number((struct day){ year, 1, 4 });

	return fourth - calendar_weekday(fourth) + 1 + 7L * (week - 1);
}

int
calendar_weeks(int year)
{
	long end = calendar_number((struct day){ year, 12, 28 });
	int y, week;

	calendar_week_of(end, &y, &week);
	return week;
}

void
calendar_week_of(long number, int *year, int *week)
{
	long thursday = number - calendar_weekday(number) + 4;

	/* 0001-01-01 is a Monday, so no Thursday lies before the year 1. */
	*year = calendar_day(thursday).year;
	*week =
	    (int)((thursday - calendar_number((struct day){ *year, 1, 1 })) /
		  7) +
	    1;
}

struct day
calendar_add_months(struct day d, long months)
{
	long m = d.year * 12L + d.month - 1 + months;
	int last;

	d.year = (int)(m / 12);
	d.month = (int)(m % 12) + 1;
	last = calendar_month_days(d.year, d.month);
	if (d.day > last)
		d.day = last;
	return d;
}

long
calendar_nth_weekday(int year, int month, int weekday, int n)
{
	int days = calendar_month_days(year, month), day;
	long first = calendar_number((struct day){ year, month, 1 });

	day = 1 + (weekday - calendar_weekday(first) + 7) % 7;
	if (n > 0)
		day += 7 * (n - 1);
	else
		day += 7 * ((days - day) / 7 + n + 1);
	return day >= 1 && day <= days ? first + day - 1 : 0;
}

struct day
calendar_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, p = h + l - 7 * m + 114;

	return (struct day){ year, p / 31, p % 31 + 1 };
}

struct day
calendar_orthodox_easter(int year)
{
	int a = year % 4, b = year % 7, c = year % 19;
	int d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
	int p = d + e + 114;
	struct day julian = { year, p / 31, p % 31 + 1 };

	/* March 22 to April 25 exist in both calendars; the distance is that
	 * of the leap days which the Julian calendar has too many. */
	return calendar_day(
	    calendar_number(julian) + year / 100 - year / 400 - 2);
}

bool
calendar_lunar_new_year(int year, struct day *d)
{
	/* the days from 21 January on, counted from the sign '0' */
	static const char days[] =
	    ":MB8J>4G<1D9L@5H=2E;NB7J?3G<2D9K@5H>3E:MB6I?4G<1D8"
	    "K@6H=3F:LB7I?4G<0C9K@6I=2E:LA7J?4G<NC8K@6I>2D:MA7J"
	    "?3F;1C8LA5H=2D:MB7J?4F;1D8K@5G=2E:MB7I>3F;1D9K@5H<"
	    "2E;MB7I>3F<0C8K?5H=2E:MA6I?3F<1C8K@5H=3D9LA6I?4F;0";
	int n;

	if (year < 1900 || year > 2099)
		return false;
	n = 21 + days[year - 1900] - '0';
	*d = (struct day){ year, n > 31 ? 2 : 1, n > 31 ? n - 31 : n };
	return true;
}
