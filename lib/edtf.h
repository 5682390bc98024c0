/*
 * edtf: dates as ISO 8601-2 (EDTF) writes them, no more precise than known.
 *
 *	2025  2025-02  2025-02-17  2025-02-17T10:09:45Z   a date
 *	202X  20XX  XXXX-06-26  XXXX-XX-29                digits not known
 *	2024-21 .. 24  33 .. 36  40 41      a season, a quarter, a half-year
 *	-0043                               44 BC: the year 0 is 1 BC
 *	2014~                               about that time
 *	2005/2024  ../2029  2018/..         from a date to a date, open ends
 *
 * Pure: no function reads a clock.
 */
#ifndef EDTF_H
#define EDTF_H

#include <stdbool.h>

#include "calendar.h"
#include "str.h"

enum edtf_month {
	EDTF_SPRING = 21,
	EDTF_WINTER = 24,
	EDTF_QUARTER = 33, /* the first of four */
	EDTF_HALF = 40,	   /* the first of two */
};

enum edtf_time { EDTF_NO_TIME, EDTF_HOUR, EDTF_MINUTE, EDTF_SECOND };

/* A date of zeros is the year 0; fields that are not known are 0. */
struct edtf_date {
	int year;
	int hidden; /* last digits of the year not known: 0, 1, 2 or 4 */
	int month;  /* 1 to 12, or an enum edtf_month */
	int day;
	enum edtf_time time; /* how much of the time of day is known */
	int hour, minute, second;
	bool zoned;
	int zone; /* minutes east of UTC */
	bool about;
};

struct edtf {
	enum { EDTF_NONE, EDTF_DATE, EDTF_INTERVAL } kind;
	struct edtf_date from, to; /* of a date: to is the same */
	bool open_from, open_to;   /* of an interval */
};

enum { EDTF_SIZE = 80 }; /* room for any value and a NUL */

struct edtf edtf_date(struct edtf_date d);
struct edtf edtf_interval(struct edtf_date from, struct edtf_date to);
struct edtf_date edtf_day(struct day d);

bool edtf_same(struct edtf_date a, struct edtf_date b);

/* Is the day one of the calendar, or none told?  Where the year is not known or
 * before the common era, in some year. */
bool edtf_day_known(const struct edtf_date *d);

/* Writes the value; an EDTF_NONE is the empty string. */
void edtf_print(const struct edtf *e, char out[static EDTF_SIZE]);

/* Reads what edtf_print writes; false where it is anything else or no day of
 * the calendar. */
bool edtf_read(struct str text, struct edtf *e);

/* The first and the last day meant.  False where the year is not known, is
 * not in 1..9999, where the end is open, and for a season, whose days depend
 * on the place. */
bool edtf_first(const struct edtf *e, struct day *d);
bool edtf_last(const struct edtf *e, struct day *d);

#endif
