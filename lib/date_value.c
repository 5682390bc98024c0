#include "date_value.h"

#include <stdio.h>
#include <stdlib.h>

/* A date this much nearer ahead than behind is meant: who writes in May of
 * "May 16" does not speak of last year. */
enum { NEARER = 3, RECENT = 92 };

static bool resolve(const struct date_lang *l, const struct date_context *c,
    const struct date_part *p, struct edtf *out, enum date_basis *basis);

static void
weaken(enum date_basis *basis, enum date_basis to)
{
	if (to > *basis)
		*basis = to;
}

static struct edtf
days(long first, long last)
{
	return edtf_interval(
	    edtf_day(calendar_day(first)), edtf_day(calendar_day(last)));
}

static bool
in_calendar(long number)
{
	return number >= 1 && number <= 3652059;
}

/* The period of this unit that a day lies in, or the one offset later. */
static bool
period(enum date_unit unit, struct day d, int offset, struct edtf *out)
{
	long n = calendar_number(d), week = n - calendar_weekday(n) + 1;
	struct edtf_date e = { .year = d.year };
	int size;

	switch (unit) {
	case UNIT_DAY:
		if (!in_calendar(n + offset))
			return false;
		*out = edtf_date(edtf_day(calendar_day(n + offset)));
		return true;
	case UNIT_WEEK:
	case UNIT_FORTNIGHT:
	case UNIT_WEEKEND:
		week += 7L * offset * (unit == UNIT_FORTNIGHT ? 2 : 1);
		n = week + (unit == UNIT_FORTNIGHT ? 13 : 6);
		if (unit == UNIT_WEEKEND)
			week += 5;
		if (!in_calendar(week) || !in_calendar(n))
			return false;
		*out = days(week, n);
		return true;
	case UNIT_MONTH:
		if (d.year < 2 || d.year > 9990)
			return false;
		d.day = 1;
		d = calendar_add_months(d, offset);
		e.year = d.year, e.month = d.month;
		break;
	case UNIT_QUARTER:
	case UNIT_HALF:
		size = unit == UNIT_QUARTER ? 3 : 6;
		if (d.year < 2 || d.year > 9990)
			return false;
		d.day = 1;
		d = calendar_add_months(d, (long)offset * size);
		e.year = d.year;
		e.month = (unit == UNIT_QUARTER ? EDTF_QUARTER : EDTF_HALF) +
			  (d.month - 1) / size;
		break;
	case UNIT_YEAR: e.year += offset; break;
	case UNIT_DECADE:
		e.year = (e.year / 10 + offset) * 10;
		e.hidden = 1;
		break;
	case UNIT_CENTURY:
		e.year = (e.year / 100 + offset) * 100;
		e.hidden = 2;
		break;
	default: return false;
	}
	*out = edtf_date(e);
	return e.year > 0 && e.year <= 9999;
}

/* The day that relative dates count from; false where none is known. */
static bool
base_day(const struct date_context *c, enum date_base base, struct day *d,
    enum date_unit *precision, enum date_basis *basis)
{
	const struct edtf_date *a = &c->anchor;

	if (base == BASE_THEN && c->anchored && a->hidden == 0 && a->year > 0) {
		*d = (struct day){ a->year, 1, 1 };
		*precision = UNIT_YEAR;
		if (a->month >= 1 && a->month <= 12) {
			d->month = a->month;
			*precision = UNIT_MONTH;
			if (a->day > 0) {
				d->day = a->day;
				*precision = UNIT_DAY;
			}
		}
		weaken(basis, BASIS_DOCUMENT);
		return calendar_valid(*d);
	}
	if (!c->known) {
		weaken(basis, BASIS_NONE);
		return false;
	}
	*d = c->published;
	*precision = c->precision;
	weaken(basis, BASIS_PUBLISHED);
	return true;
}

static int
distance(struct day a, struct day b)
{
	return (int)labs(calendar_number(a) - calendar_number(b));
}

/* The year of a month (1..12 or a quarter, half, season) or of a day in it:
 * the last one before the publication, or the next one. */
static int
choose_year(const struct date_context *c, int month, int day)
{
	int year = c->published.year, first = month;
	struct day last, next;
	bool later;

	if (month >= EDTF_HALF)
		first = 6 * (month - EDTF_HALF) + 1;
	else if (month >= EDTF_QUARTER)
		first = 3 * (month - EDTF_QUARTER) + 1;
	else if (month > 12) /* spring begins in March, winter in December */
		first = 3 * (month - EDTF_SPRING) + 3;
	if (c->precision == UNIT_YEAR)
		return year;
	later = first > c->published.month ||
		(first == c->published.month && day > c->published.day &&
		    c->precision == UNIT_DAY);
	if (c->future)
		return later || (first == c->published.month && day == 0) ||
			       (first == c->published.month &&
				   day == c->published.day)
			   ? year
			   : year + 1;
	if (!later && c->alone && c->precision == UNIT_DAY && month <= 12) {
		/* An entry of a list or a heading, like a calendar's, looks
		 * ahead unless it is of these weeks. */
		next = (struct day){ year, month, day > 0 ? day : 28 };
		return calendar_valid(next) &&
			       distance(next, c->published) > RECENT
			   ? year + 1
			   : year;
	}
	if (!later)
		return year;
	if (c->alone)
		return year;
	if (day == 0)
		return year - 1;
	last = (struct day){ year - 1, month, day };
	next = (struct day){ year, month, day };
	if (!calendar_valid(last))
		return year;
	if (!calendar_valid(next))
		return year - 1;
	return distance(last, c->published) >
		       NEARER * distance(next, c->published)
		   ? year
		   : year - 1;
}

/* February 29 lies in leap years only. */
static int
leap_year(const struct date_context *c, int year)
{
	for (int i = 0; i < 8 && year > 1; i++) {
		if (calendar_leap(year))
			return year;
		year += c->future ? 1 : -1;
	}
	return year;
}

/* The day of a holiday in a year, by the notation of holidays.tsv. */
static bool
holiday(const struct date_lang *l, long row, int year, struct day *d)
{
	struct str s = words_cell(&l->holidays, row, "day");
	int v[3] = { 0 }, n = 0, add = 0, sign = 1;
	bool plus = false;
	long number;

	for (size_t i = 0; i < s.n; i++) {
		char ch = s.s[i];

		if (ch == '+' || (ch == '-' && i > 0 && s.s[i - 1] >= 'a')) {
			plus = true;
			sign = ch == '-' ? -1 : 1;
		} else if (ch == '/' || (ch == '-' && i == 2)) {
			n++;
		} else if (ch == '-') {
			sign = -1;
		} else if (ch >= '0' && ch <= '9' && plus) {
			add = add * 10 + (ch - '0');
		} else if (ch >= '0' && ch <= '9' && n < 3) {
			v[n] = v[n] * 10 + (ch - '0');
		}
	}
	if (year < 1 || year > 9990)
		return false;
	if (s.n > 0 && (s.s[0] == 'e' || s.s[0] == 'o')) {
		*d = s.s[0] == 'e' ? calendar_easter(year)
				   : calendar_orthodox_easter(year);
		*d = calendar_day(calendar_number(*d) + sign * add);
		return true;
	}
	if (n == 2) {
		number = calendar_nth_weekday(
		    year, v[0], v[1], plus ? v[2] : sign * v[2]);
		*d = calendar_day(number + (plus ? add : 0));
		return number > 0;
	}
	*d = (struct day){ year, v[0], v[1] };
	return calendar_valid(*d);
}

/* The first day of a value and its last, where both are known. */
static bool
bounds(const struct edtf *e, long *first, long *last)
{
	struct day a, b;

	if (!edtf_first(e, &a) || !edtf_last(e, &b))
		return false;
	*first = calendar_number(a);
	*last = calendar_number(b);
	return true;
}

/* first week, last Monday, first nine months: of a period. */
static bool
nth_within(const struct date_part *p, const struct edtf *in, struct edtf *out)
{
	long first, last, at, end;
	int count = p->count > 0 ? p->count : 1;
	int skip = p->nth > 0 ? p->nth - 1 : 0, size;

	if (!bounds(in, &first, &last))
		return false;
	if (p->count > 0)
		skip *= p->count;
	if (p->weekday > 0) {
		at = first + (p->weekday - calendar_weekday(first) + 7) % 7;
		at += 7L * skip;
		if (p->nth < 0)
			at = last -
			     (calendar_weekday(last) - p->weekday + 7) % 7;
		*out = edtf_date(edtf_day(calendar_day(at)));
		return at >= first && at <= last;
	}
	switch (p->unit) {
	case UNIT_DAY:
	case UNIT_WEEK:
	case UNIT_WEEKEND:
		size = p->unit == UNIT_DAY ? 1 : 7;
		/* A week belongs to the period that has its Thursday. */
		at = first;
		if (size == 7)
			at += (4 - calendar_weekday(first) + 7) % 7 - 3;
		end = last + 1;
		if (size == 7)
			end -= (calendar_weekday(last) - 4 + 7) % 7 - 3;
		at = p->nth < 0 ? end - (long)count * size
				: at + (long)skip * size;
		end = at + (long)count * size - 1;
		if (p->unit == UNIT_WEEKEND)
			at = end - 1;
		if (!in_calendar(at) || !in_calendar(end) || at > last ||
		    end < first)
			return false;
		*out = at == end ? edtf_date(edtf_day(calendar_day(at)))
				 : days(at, end);
		return true;
	case UNIT_MONTH:
	case UNIT_QUARTER:
	case UNIT_HALF:
	case UNIT_YEAR:
	case UNIT_DECADE: {
		struct day a, b;
		struct edtf from, to;
		int months = p->unit == UNIT_MONTH     ? 1
			     : p->unit == UNIT_QUARTER ? 3
			     : p->unit == UNIT_HALF    ? 6
			     : p->unit == UNIT_YEAR    ? 12
						       : 120;

		if (count > 1000 || skip > 1000)
			return false;
		a = calendar_day(first);
		if (p->nth < 0) {
			a = calendar_day(last);
			a.day = 1;
			a = calendar_add_months(a, 1 - (long)count * months);
		} else {
			a = calendar_add_months(a, (long)skip * months);
		}
		b = calendar_add_months(a, (long)(count - 1) * months);
		if (!calendar_valid(a) || !calendar_valid(b) ||
		    calendar_number(a) < first || calendar_number(b) > last ||
		    !period(p->unit, a, 0, &from) ||
		    !period(p->unit, b, 0, &to))
			return false;
		*out = count == 1 ? from : edtf_interval(from.from, to.to);
		return true;
	}
	default: return false;
	}
}

/* A part in the period that it belongs to. */
static bool
within(const struct date_lang *l, const struct date_part *p,
    const struct edtf *in, struct edtf *out)
{
	struct edtf_date d = p->date;
	struct day day;
	long first, last;

	if (p->sort == SORT_NTH)
		return nth_within(p, in, out);
	if (p->weekday > 0 && d.day == 0 && p->week == 0) {
		if (!bounds(in, &first, &last) || last - first != 6)
			return false;
		day = calendar_day(first + p->weekday - 1);
		d.year = day.year, d.month = day.month, d.day = day.day;
		d.hidden = 0;
		*out = edtf_date(d);
		return true;
	}
	if (in->kind != EDTF_DATE)
		return false;
	d.year = in->from.year;
	d.hidden = in->from.hidden;
	d.about = in->from.about;
	if (p->holiday > 0) {
		if (d.hidden || !holiday(l, p->holiday - 1, d.year, &day))
			return false;
		d.month = day.month, d.day = day.day;
	} else if (p->week > 0) {
		if (d.hidden || d.year < 1 || p->week > calendar_weeks(d.year))
			return false;
		first = calendar_week(d.year, p->week);
		*out = days(first, first + 6);
		return true;
	} else if (d.month == 0) {
		d.month = in->from.month;
	}
	if (d.day > 0 && (d.month > 12 || (d.hidden == 0 && d.month > 0 &&
					      !calendar_valid((struct day){
						  d.year, d.month, d.day }))))
		return false;
	*out = edtf_date(d);
	return true;
}

/* The year in which a day is this weekday: one, the one before or after; or
 * 0. */
static int
weekday_year(int year, int month, int day, int weekday)
{
	for (int i = 0; i <= 1; i++)
		for (int side = -1; side <= 1; side += 2) {
			struct day d = { year + side * i, month, day };

			if (calendar_valid(d) &&
			    calendar_weekday(calendar_number(d)) == weekday)
				return d.year;
		}
	return 0;
}

/* Friday the 14th: the last month before the publication in which it was. */
static bool
weekday_day(const struct date_context *c, struct edtf_date e, int weekday,
    struct edtf *out)
{
	struct day d = c->published;

	if (e.day > d.day && !c->future) {
		d.day = 1;
		d = calendar_add_months(d, -1);
	}
	for (int i = 0; i < 14 && d.year > 1 && d.year < 9990; i++) {
		struct day at = { d.year, d.month, e.day };

		if (calendar_valid(at) &&
		    calendar_weekday(calendar_number(at)) == weekday &&
		    !(c->future && calendar_compare(at, c->published) < 0)) {
			e.year = d.year, e.month = d.month, e.hidden = 0;
			*out = edtf_date(e);
			return true;
		}
		d.day = 1;
		d = calendar_add_months(d, c->future ? 1 : -1);
	}
	return false;
}

/* A weekday with no date: the nearest not after the publication, or with a
 * direction the one of last, this or next week. */
static bool
weekday_near(const struct date_context *c, const struct date_part *p,
    struct edtf *out, enum date_basis *basis)
{
	enum date_unit precision;
	struct edtf_date e = p->date;
	struct day d;
	long n, at;
	int wd;

	if (!base_day(
		c, p->directed ? p->base : BASE_NOW, &d, &precision, basis) ||
	    precision != UNIT_DAY) {
		weaken(basis, BASIS_NONE);
		return true;
	}
	n = calendar_number(d);
	wd = calendar_weekday(n);
	at = n - (wd - p->weekday + 7) % 7; /* the last one, or today */
	if (p->directed && p->offset > 0)
		at = n - wd + 1 + 7 + p->weekday - 1;
	else if (p->directed && p->offset == 0)
		at = n - wd + p->weekday;
	else if (p->directed && (at == n || (at + 1 == n && !p->near)))
		at -= 7;
	else if (c->future && !p->directed && at < n)
		at += 7;
	if (!in_calendar(at))
		return false;
	d = calendar_day(at);
	e.year = d.year, e.month = d.month, e.day = d.day, e.hidden = 0;
	*out = edtf_date(e);
	return true;
}

/* last May, next summer, this September. */
static bool
directed_month(const struct date_context *c, const struct date_part *p,
    struct edtf *out, enum date_basis *basis)
{
	enum date_unit precision;
	struct edtf_date e = p->date;
	struct day d;
	int first = e.month > 12 ? 3 * (e.month - EDTF_SPRING) + 3 : e.month;
	int end = e.month > 12 ? first + 2 : first;

	if (!base_day(c, p->base, &d, &precision, basis))
		return true;
	e.year = d.year;
	e.hidden = 0;
	if (p->offset < 0 && end >= d.month)
		e.year--;
	if (p->offset > 0 && first <= d.month)
		e.year++;
	*out = edtf_date(e);
	return true;
}

static bool
resolve_calendar(const struct date_lang *l, const struct date_context *c,
    const struct date_part *p, struct edtf *out, enum date_basis *basis)
{
	struct edtf_date e = p->date;
	struct edtf year;
	struct day d;

	if (p->weekday > 0 && e.day == 0 && p->week == 0)
		return weekday_near(c, p, out, basis);
	if (p->directed && e.month > 0)
		return directed_month(c, p, out, basis);
	if (e.hidden != YEAR_HIDDEN) {
		if (p->holiday > 0 || p->week > 0) {
			year = edtf_date((struct edtf_date){ .year = e.year });
			if (!within(l, p, &year, out))
				return false;
			if (p->weekday > 0 && p->week > 0) {
				d = calendar_day(
				    calendar_week(e.year, p->week) +
				    p->weekday - 1);
				*out = edtf_date(edtf_day(d));
			}
			return true;
		}
		*out = edtf_date(e);
		return true;
	}
	if (e.day > 0 && e.month == 0 && p->weekday > 0 && c->known &&
	    c->precision == UNIT_DAY) {
		weaken(basis, BASIS_PUBLISHED);
		return weekday_day(c, e, p->weekday, out);
	}
	if (e.day > 0 && e.month == 0) { /* the 29th: of this month or last */
		if (c->known && c->precision == UNIT_DAY) {
			d = c->published;
			if ((e.day > d.day && !c->future) ||
			    (e.day < d.day && c->future)) {
				d.day = 1;
				d = calendar_add_months(d, c->future ? 1 : -1);
			}
			e.year = d.year, e.month = d.month, e.hidden = 0;
			weaken(basis, BASIS_PUBLISHED);
			if (!calendar_valid(
				(struct day){ e.year, e.month, e.day }))
				return false;
		} else {
			weaken(basis, BASIS_NONE);
		}
		*out = edtf_date(e);
		return true;
	}
	if (c->story_year > 0) {
		e.year = c->story_year;
		weaken(basis, BASIS_DOCUMENT);
	} else if (c->known) {
		if (p->holiday > 0 &&
		    holiday(l, p->holiday - 1, c->published.year, &d))
			e.month = d.month, e.day = d.day;
		e.year = choose_year(c, e.month, e.day);
		if (p->week > 0)
			e.year = c->published.year;
		weaken(basis, BASIS_PUBLISHED);
	} else if (c->anchored && c->anchor.hidden == 0) {
		e.year = c->anchor.year;
		weaken(basis, BASIS_DOCUMENT);
	} else {
		weaken(basis, BASIS_NONE);
		if (p->holiday > 0) {
			struct day other;

			/* A fixed day is known, if not its year. */
			if (!holiday(l, p->holiday - 1, 2001, &d) ||
			    !holiday(l, p->holiday - 1, 2002, &other) ||
			    d.month != other.month || d.day != other.day)
				return true;
			e.month = d.month, e.day = d.day;
		}
		if (p->week == 0)
			*out = edtf_date(e);
		return true;
	}
	e.hidden = 0;
	if (p->holiday > 0 || p->week > 0) {
		year = edtf_date((struct edtf_date){ .year = e.year });
		return within(l, p, &year, out);
	}
	if (e.month == 2 && e.day == 29)
		e.year = leap_year(c, e.year);
	if (p->weekday > 0 && e.day > 0 && e.month <= 12 && e.year > 0) {
		int near = weekday_year(e.year, e.month, e.day, p->weekday);

		if (near > 0)
			e.year = near;
	}
	*out = edtf_date(e);
	return true;
}

static void
keep_time(const struct date_part *p, struct edtf *out)
{
	if (p->date.time == EDTF_NO_TIME || out->kind != EDTF_DATE ||
	    out->from.day == 0)
		return;
	out->from.time = p->date.time;
	out->from.hour = p->date.hour;
	out->from.minute = p->date.minute;
	out->from.second = p->date.second;
	out->from.zoned = p->date.zoned;
	out->from.zone = p->date.zone;
	out->to = out->from;
}

static bool
resolve_relative(const struct date_context *c, const struct date_part *p,
    struct edtf *out, enum date_basis *basis)
{
	enum date_unit precision;
	enum date_base base = p->base;
	struct day d;
	int offset = p->offset, wd;

	/* "the same year", "that year" ask for a date named before. */
	if (base == BASE_THEN && offset == 0 && !c->anchored) {
		weaken(basis, BASIS_NONE);
		return true;
	}
	if (!base_day(c, base, &d, &precision, basis))
		return true;
	if (p->unit < precision &&
	    !(precision == UNIT_MONTH && p->unit == UNIT_QUARTER)) {
		weaken(basis, BASIS_NONE);
		return true;
	}
	if (p->unit == UNIT_WEEKEND && offset == 0) {
		/* The nearest: on Wednesday still the one that was. */
		wd = calendar_weekday(calendar_number(d));
		if (wd <= 3 && !c->future)
			offset = -1;
	}
	if (!period(p->unit, d, offset, out)) {
		weaken(basis, BASIS_NONE);
		*out = (struct edtf){ 0 };
	}
	return true;
}

/* The date some lengths from a day, as precise as the lengths. */
static bool
shift(struct day d, enum date_unit precision, const struct date_part *p,
    struct edtf *out)
{
	enum date_unit fine = UNIT_MILLENNIUM;
	bool about = false;
	long n;
	int times;

	for (int i = 0; i < p->lengths; i++) {
		const struct date_length *x = &p->length[i];
		long v = x->hundredths / 100;
		char letter = unit_letter(x->unit, &times);

		if (x->hundredths % 100 != 0) {
			about = true;
			if (letter == 'Y') {
				letter = 'M';
				v = x->hundredths * 12 * times / 100;
				times = 1;
			}
		}
		if (v > 100000 || x->unit < UNIT_DAY)
			return false;
		v *= times * p->sign;
		if (letter == 'Y')
			v *= 12;
		if (letter == 'Y' || letter == 'M') {
			if (d.year * 12L + v < 24 ||
			    d.year * 12L + v > 9990 * 12L)
				return false;
			d = calendar_add_months(d, v);
		} else {
			n = calendar_number(d) + v * (letter == 'W' ? 7 : 1);
			if (!in_calendar(n))
				return false;
			d = calendar_day(n);
		}
		if (x->unit < fine)
			fine = x->unit;
	}
	if (fine < precision && fine < UNIT_MONTH)
		return false;
	if (precision > fine)
		fine = precision;
	if (fine >= UNIT_DECADE)
		about = true;
	if (fine >= UNIT_YEAR)
		fine = UNIT_YEAR;
	else if (fine >= UNIT_MONTH)
		fine = UNIT_MONTH;
	else
		fine = UNIT_DAY;
	if (!period(fine, d, 0, out))
		return false;
	out->from.about = out->to.about = about;
	return true;
}

static bool
resolve_length(const struct date_lang *l, const struct date_context *c,
    const struct date_part *p, struct edtf *out, enum date_basis *basis)
{
	enum date_unit precision;
	struct edtf from;
	struct day d;

	if (!p->anchored)
		return true;
	if (p->open) {
		weaken(basis, BASIS_NONE);
		return true;
	}
	if (p->after) {
		if (!resolve(l, c, p->after, &from, basis))
			return false;
		precision = date_unit_of(p->after);
		if (!(p->sign > 0 ? edtf_last(&from, &d)
				  : edtf_first(&from, &d)))
			return true;
		if (from.kind == EDTF_DATE && from.from.day > 0)
			precision = UNIT_DAY;
	} else if (!base_day(c, p->base, &d, &precision, basis)) {
		return true;
	}
	/* Hours before now are of the same day, or the one before. */
	if (p->lengths == 1 && p->length[0].unit < UNIT_DAY) {
		if (precision == UNIT_DAY && p->length[0].hundredths < 600)
			*out = edtf_date(edtf_day(d));
		return true;
	}
	if (!shift(d, precision, p, out)) {
		*out = (struct edtf){ 0 };
		return true;
	}
	/* Three weeks ago is a week, not a day. */
	if (p->sign < 0 && !p->after && p->lengths == 1 &&
	    (p->length[0].unit == UNIT_WEEK ||
		p->length[0].unit == UNIT_FORTNIGHT) &&
	    edtf_first(out, &d) && !period(UNIT_WEEK, d, 0, out))
		*out = (struct edtf){ 0 };
	return true;
}

/* The past five years: up to the publication; the next: from it on. */
static bool
resolve_span(const struct date_context *c, const struct date_part *p,
    struct edtf *out, enum date_basis *basis)
{
	struct date_part back = *p;
	enum date_unit precision;
	struct edtf from, to;
	struct day d;

	if (p->offset == 0 || p->most > 0 ||
	    !base_day(c, p->base, &d, &precision, basis))
		return true;
	back.sign = p->offset;
	if (!shift(d, precision, &back, &from))
		return true;
	if (from.from.day > 0)
		to = edtf_date(edtf_day(d));
	else if (!period(from.from.month ? UNIT_MONTH : UNIT_YEAR, d, 0, &to))
		return true;
	from.from.about = false;
	*out = p->offset < 0 ? edtf_interval(from.from, to.to)
			     : edtf_interval(to.from, from.from);
	return true;
}

static bool
resolve_one(const struct date_lang *l, const struct date_context *c,
    const struct date_part *p, struct edtf *out, enum date_basis *basis)
{
	struct edtf in = { 0 };
	struct day d;
	long n;

	if (p->in) {
		if (!resolve(l, c, p->in, &in, basis))
			return false;
		if (in.kind == EDTF_NONE)
			return true;
		/* Monday two weeks from now */
		if (p->weekday > 0 && in.kind == EDTF_DATE &&
		    p->in->sort == SORT_LENGTH && bounds(&in, &n, &n) &&
		    !period(UNIT_WEEK, calendar_day(n), 0, &in))
			return false;
		return within(l, p, &in, out);
	}
	switch (p->sort) {
	case SORT_CALENDAR: return resolve_calendar(l, c, p, out, basis);
	case SORT_RELATIVE:
	case SORT_PERIOD: return resolve_relative(c, p, out, basis);
	case SORT_LENGTH: return resolve_length(l, c, p, out, basis);
	case SORT_SPAN: return resolve_span(c, p, out, basis);
	case SORT_WEEK_OF:
		if (!resolve(l, c, p->after, &in, basis))
			return false;
		if (bounds(&in, &n, &n))
			return period(UNIT_WEEK, calendar_day(n), 0, out);
		return true;
	case SORT_WEEKDAYS:
		if (!c->known || c->precision != UNIT_DAY) {
			weaken(basis, BASIS_NONE);
			return true;
		}
		n = calendar_number(c->published);
		n += (p->weekday - calendar_weekday(n) +
			 (p->sign > 0 ? 7 : -7)) %
			 7 +
		     7L * p->sign * (p->count - 1);
		if (!in_calendar(n))
			return false;
		d = calendar_day(n);
		*out = edtf_date(edtf_day(d));
		weaken(basis, BASIS_PUBLISHED);
		return true;
	case SORT_TIME:
		if (p->date.time > EDTF_NO_TIME)
			*out = edtf_date(p->date);
		return true;
	default: return true;
	}
}

/* Does the range run forward, as far as its days are known? */
static bool
forward(const struct edtf *from, const struct edtf *to)
{
	struct day a, b;

	if (from->from.hidden == YEAR_HIDDEN || to->to.hidden == YEAR_HIDDEN)
		return from->from.hidden == to->to.hidden;
	if (!edtf_first(from, &a) || !edtf_last(to, &b))
		return from->from.year <= to->to.year;
	return calendar_compare(a, b) < 0;
}

static bool
resolve_range(const struct date_lang *l, const struct date_context *c,
    const struct date_part *p, struct edtf *out, enum date_basis *basis)
{
	struct date_part a = *p, b = *p->until;
	struct edtf from = { 0 }, to = { 0 };
	bool calendar;

	a.until = NULL;
	calendar = a.sort == SORT_CALENDAR && b.sort == SORT_CALENDAR &&
		   !a.directed && !b.directed && !a.in && !b.in;
	if (calendar && b.date.hidden == 0 && a.date.hidden == YEAR_HIDDEN &&
	    a.date.month > 0) {
		a.date.hidden = 0;
		a.date.year = b.date.year;
		if (a.date.month > b.date.month && a.date.month < 30)
			a.date.year--;
	}
	/* What is to come may have begun: its end lies ahead. */
	if (calendar && c->future && a.date.month > 0 && b.date.month > 0 &&
	    a.date.hidden == YEAR_HIDDEN && b.date.hidden == YEAR_HIDDEN &&
	    a.date.month <= 12 && b.date.month <= 12) {
		if (!resolve(l, c, &b, &to, basis))
			return false;
		if (to.kind == EDTF_DATE && to.from.hidden == 0) {
			b.date = to.from;
			a.date.hidden = 0;
			a.date.year =
			    b.date.year - (a.date.month > b.date.month ||
					      (a.date.month == b.date.month &&
						  a.date.day > b.date.day));
		}
	}
	if (!resolve(l, c, &a, &from, basis))
		return false;
	if (calendar && b.date.hidden == YEAR_HIDDEN && b.date.month > 0 &&
	    from.kind == EDTF_DATE && from.from.hidden == 0) {
		b.date.hidden = 0;
		b.date.year = from.from.year;
		if (b.date.month < from.from.month && b.date.month < 30)
			b.date.year++;
	}
	if (!resolve(l, c, &b, &to, basis))
		return false;
	/* Monday to Friday */
	if (calendar && a.weekday > 0 && b.weekday > 0 && a.date.day == 0 &&
	    from.kind == EDTF_DATE) {
		long n = calendar_number((struct day){
		    from.from.year, from.from.month, from.from.day });

		n += (b.weekday - a.weekday + 7) % 7;
		to = edtf_date(edtf_day(calendar_day(n)));
	}
	if (from.kind == EDTF_NONE || to.kind == EDTF_NONE)
		return true;
	if (!forward(&from, &to))
		return false;
	*out = edtf_interval(from.from, to.to);
	return true;
}

static bool
resolve(const struct date_lang *l, const struct date_context *c,
    const struct date_part *p, struct edtf *out, enum date_basis *basis)
{
	*out = (struct edtf){ 0 };
	if (p->until)
		return resolve_range(l, c, p, out, basis);
	if (!resolve_one(l, c, p, out, basis))
		return false;
	if (p->sort != SORT_TIME)
		keep_time(p, out);
	return true;
}

bool
date_resolve(const struct date_lang *l, const struct date_context *c,
    const struct date_part *p, struct edtf *value, enum date_basis *basis)
{
	*basis = BASIS_EXPLICIT;
	return resolve(l, c, p, value, basis);
}

static size_t
print_length(char *out, size_t n, long hundredths, enum date_unit unit)
{
	int times;
	char letter = unit_letter(unit, &times);
	long v = hundredths * times;

	n += (size_t)snprintf(out + n, DURATION_SIZE - n, "%ld", v / 100);
	if (v % 100)
		n += (size_t)snprintf(out + n, DURATION_SIZE - n,
		    v % 10 ? ".%02ld" : ".%ld",
		    v % 10 ? v % 100 : v % 100 / 10);
	n += (size_t)snprintf(
	    out + n, DURATION_SIZE - n, "%c", letter == 'I' ? 'M' : letter);
	return n;
}

void
date_duration(const struct date_part *p, char out[static DURATION_SIZE])
{
	size_t n = 0;
	bool time = false;

	out[0] = '\0';
	if (p->code.n > 0 && p->code.n < DURATION_SIZE) {
		memcpy(out, p->code.s, p->code.n);
		out[p->code.n] = '\0';
		return;
	}
	for (int upper = 0; upper < (p->most > 0 ? 2 : 1); upper++) {
		n += (size_t)snprintf(
		    out + n, DURATION_SIZE - n, "%sP", upper ? "/" : "");
		for (int i = 0; i < p->lengths; i++) {
			bool clock = p->length[i].unit < UNIT_DAY;

			if (clock && (i == 0 || !time))
				out[n++] = 'T', out[n] = '\0';
			time = clock;
			n = print_length(out, n,
			    upper && i == 0 ? p->most : p->length[i].hundredths,
			    p->length[i].unit);
		}
	}
	if (p->lengths == 0)
		out[0] = '\0';
}
