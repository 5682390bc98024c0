/*
 * calendar: the proleptic Gregorian calendar (ISO 8601-1) for the years 0001
 * to 9999.
 *
 * A day has a number, counted from 0001-01-01, which is 1 and a Monday.  Weeks
 * begin on Monday; a week belongs to the year that its Thursday lies in.
 */
#ifndef CALENDAR_H
#define CALENDAR_H

#include <stdbool.h>

struct day {
	int year, month, day; /* month and day from 1 */
};

bool calendar_leap(int year);
int calendar_month_days(int year, int month);
bool calendar_valid(struct day d); /* does the calendar have this day? */

/* The number of a day that is valid, and the day with a number. */
long calendar_number(struct day d);
struct day calendar_day(long number);

/* <0, 0 or >0 as a is before, the same as or after b. */
int calendar_compare(struct day a, struct day b);

int calendar_weekday(long number);	/* 1 Monday to 7 Sunday */
long calendar_week(int year, int week); /* the number of its Monday */
int calendar_weeks(int year);		/* 52 or 53 */
void calendar_week_of(long number, int *year, int *week);

/* The day some months later, or at the end of a month that is too short. */
struct day calendar_add_months(struct day d, long months);

/* The nth weekday of a month, n from 1, or from -1 for the last; 0 if the
 * month has no such day. */
long calendar_nth_weekday(int year, int month, int weekday, int n);

/* Easter Sunday (Meeus, Astronomical Algorithms, chapter 8): Western, and
 * Orthodox given as a Gregorian day. */
struct day calendar_easter(int year);
struct day calendar_orthodox_easter(int year);

/*
 * The Chinese New Year in *d; false but for the years 1900 to 2099.  It is the
 * first day of the first month by the rules of GB/T 33661-2017; the new moons
 * and the places of the sun were calculated as in J. Meeus, Astronomical
 * Algorithms, 2nd edition, chapters 25 and 49.
 */
bool calendar_lunar_new_year(int year, struct day *d);

#endif
