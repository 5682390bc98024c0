/*
 * date_period: periods of the calendar, their parts, and lengths of time.
 */
#ifndef DATE_PERIOD_H
#define DATE_PERIOD_H

#include "date_read.h"

/* The ISO letter of a unit and how many of it the unit is. */
char unit_letter(enum date_unit u, int *times);

/* The unit of what a calendar part leaves open last: day, month, year. */
enum date_unit date_unit_of(const struct date_part *p);

/* Is it a weekday with no date: Monday? */
bool date_is_weekday(const struct date_part *p);

/* Is it the number of a day in 0001 to 9999? */
bool period_number_good(long number);

/* The period of a unit that a day lies in, or the one offset later; false
 * where the unit has none (an hour) or it is beyond the calendar. */
bool period_of(enum date_unit unit, struct day d, int offset, struct edtf *out);

/* The numbers of the first and the last day of a value; false where one is
 * not known. */
bool period_bounds(const struct edtf *e, long *first, long *last);

/* A part in the period that it belongs to: a month of a year, the first week
 * of a month.  False where the period has no such part. */
bool period_inside(const struct date_lang *l, const struct date_part *p,
    const struct edtf *in, struct edtf *out);

/* The day of a holiday, a row of holidays.tsv, in a year. */
bool period_holiday(
    const struct date_lang *l, long row, int year, struct day *d);

/* The date some lengths from a day that is known to a precision, as precise as
 * both; false where it is beyond the calendar or makes no sense. */
bool period_shift(struct day d, enum date_unit precision,
    const struct date_part *p, struct edtf *out);

enum { DURATION_SIZE = 64 };

/* The ISO 8601 duration of lengths, spans and sets; else the empty string. */
void date_duration(const struct date_part *p, char out[static DURATION_SIZE]);

#endif
