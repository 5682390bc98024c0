/*
 * date_read: from a match of {{date}} to the parts it names.
 *
 * A date_part is what stands in the text: numbers are read and words looked
 * up, nothing is filled in.  Larger expressions are trees of parts ("third
 * quarter of last year": a quarter in a relative year).
 */
#ifndef DATE_READ_H
#define DATE_READ_H

#include "date_lang.h"
#include "edtf.h"

enum date_unit {
	UNIT_NONE,
	UNIT_SECOND,
	UNIT_MINUTE,
	UNIT_HOUR,
	UNIT_DAY,
	UNIT_WEEKEND,
	UNIT_WEEK,
	UNIT_FORTNIGHT,
	UNIT_MONTH,
	UNIT_QUARTER,
	UNIT_HALF,
	UNIT_YEAR,
	UNIT_DECADE,
	UNIT_CENTURY,
	UNIT_MILLENNIUM,
};

enum date_sort {
	SORT_NONE,
	SORT_CALENDAR, /* year, month, day, weekday, week, holiday, time */
	SORT_RELATIVE, /* a period counted from another: last year */
	SORT_PERIOD,   /* the year, the month */
	SORT_WEEK_OF,  /* the week of (a day) */
	SORT_NTH,      /* first week, last Monday, first nine months */
	SORT_LENGTH,   /* 18 months; with an anchor a date: ago */
	SORT_SPAN,     /* the past five years */
	SORT_WEEKDAYS, /* two Thursdays ago */
	SORT_SET,      /* every year */
	SORT_TIME,     /* a time or part of the day */
};

/* From where a relative date counts. */
enum date_base { BASE_NOW, BASE_THEN, BASE_NEXT };

enum { YEAR_HIDDEN = 4, LENGTHS = 3 };

struct date_length {
	long hundredths; /* of the unit */
	enum date_unit unit;
};

struct date_part {
	enum date_sort sort;
	size_t from, to;       /* bytes of the text */
	struct edtf_date date; /* hidden is YEAR_HIDDEN without a year */
	int weekday, week;     /* from 1; 0 is none */
	long holiday;	       /* the row + 1 */
	bool fiscal;
	bool results;	  /* a half of the year by what it has: sales */
	bool care;	  /* a word that may be something else ("may") */
	bool capital;	  /* it begins with a capital letter */
	bool abbreviated; /* less than the name of a month or weekday */
	bool numeric;	  /* nothing but numbers */
	bool swapped; /* the order of day and month is open: month and day are
		       * month first, the other way is possible too */
	bool short_year; /* the year has two digits */
	bool bare;	 /* four digits alone, or a number of a day alone */
	bool spoken;	 /* a year in words */
	bool day_part;	 /* morning, evening ... */
	char half;	 /* ... a: before noon, p: after it, n: at night */
	bool exact;	 /* a clock time with a sign that it is one */

	enum date_unit unit; /* of RELATIVE, PERIOD, NTH */
	int offset;	     /* of RELATIVE and SPAN: -1, 0, 1; days of a day */
	enum date_base base;
	bool near;	/* ... the nearest one: past Monday */
	bool directed;	/* a month, weekday ... with a direction */
	int nth, count; /* of NTH; count 0 is one */
	int second;	/* the other day of "6 and 7 May", or fiscal year */
	bool listed;	/* ... is a day of its own, no end of a range */

	struct date_length length[LENGTHS];
	int lengths;
	long most; /* the upper end of a range of lengths, hundredths, or 0 */
	bool anchored;
	bool event;	     /* ... perhaps by an event that is no date */
	bool open;	     /* ... by one indeed */
	int sign;	     /* of an anchored length */
	enum date_unit same; /* "a year ago this month": so precise, or 0 */
	size_t bare_to;	     /* where the length ends without its anchor */
	struct str code;     /* the duration as it stands: P18M, or of a set */

	bool implied;		 /* a year that is not told */
	struct date_part *in;	 /* the period this is a part of */
	struct date_part *after; /* the date an anchored length counts from */
	struct date_part *until; /* the other end of a range */
	size_t near_to;		 /* where its near end alone would end */
};

/*
 * Reads the part that begins at this byte, the start of a word or number.
 * False where there is none, or where its numbers are no date (month 13).
 */
bool date_read(const struct date_lang *l, struct str text, size_t at,
    struct date_part *p, unsigned long *errors);

/* Reads the far end of a range: "13" of "Feb. 10 to 13", "64" of "1963-64". */
bool date_read_day(const struct date_lang *l, struct str text, size_t at,
    struct date_part *p, unsigned long *errors);
bool date_read_year(const struct date_lang *l, struct str text, size_t at,
    struct date_part *p, unsigned long *errors);

#endif
