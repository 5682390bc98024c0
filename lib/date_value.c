#include "date_value.h"

#include <stdlib.h>

#include "date_period.h"

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
	if (!period_number_good(at))
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
			if (!period_inside(l, p, &year, out))
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
		    period_holiday(l, p->holiday - 1, c->published.year, &d))
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
			if (!period_holiday(l, p->holiday - 1, 2001, &d) ||
			    !period_holiday(l, p->holiday - 1, 2002, &other) ||
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
		return period_inside(l, p, &year, out);
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
		/* The nearest, on Wednesday still the one that was; the weekend
		 * is that on Friday too. */
		wd = calendar_weekday(calendar_number(d));
		if (wd <= (p->sort == SORT_PERIOD ? 5 : 3) && !c->future)
			offset = -1;
	}
	if (!period_of(p->unit, d, offset, out)) {
		weaken(basis, BASIS_NONE);
		*out = (struct edtf){ 0 };
	}
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
	if (!period_shift(d, precision, p, out)) {
		*out = (struct edtf){ 0 };
		return true;
	}
	/* Three weeks ago is a week, not a day. */
	if (p->sign < 0 && !p->after && !p->same && p->lengths == 1 &&
	    (p->length[0].unit == UNIT_WEEK ||
		p->length[0].unit == UNIT_FORTNIGHT) &&
	    edtf_first(out, &d) && !period_of(UNIT_WEEK, d, 0, out))
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
	if (!period_shift(d, precision, &back, &from))
		return true;
	if (from.from.day > 0)
		to = edtf_date(edtf_day(d));
	else if (!period_of(
		     from.from.month ? UNIT_MONTH : UNIT_YEAR, d, 0, &to))
		return true;
	from.from.about = false;
	*out = p->offset < 0 ? edtf_interval(from.from, to.to)
			     : edtf_interval(to.from, from.from);
	return true;
}

/* A part of the year that was over last when the text was published. */
static bool
resolve_implied(const struct date_lang *l, const struct date_context *c,
    const struct date_part *p, struct edtf *in, struct edtf *out,
    enum date_basis *basis)
{
	struct day last;

	if (c->precision > UNIT_MONTH) { /* which year cannot be told */
		weaken(basis, BASIS_NONE);
		return true;
	}
	if (!period_inside(l, p, in, out))
		return false;
	if (!edtf_last(out, &last) || calendar_compare(last, c->published) <= 0)
		return true;
	in->from.year--;
	in->to.year--;
	return period_inside(l, p, in, out);
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
		if (p->in->implied)
			return resolve_implied(l, c, p, &in, out, basis);
		/* Monday two weeks from now */
		if (p->weekday > 0 && in.kind == EDTF_DATE &&
		    p->in->sort == SORT_LENGTH && period_bounds(&in, &n, &n) &&
		    !period_of(UNIT_WEEK, calendar_day(n), 0, &in))
			return false;
		return period_inside(l, p, &in, out);
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
		if (period_bounds(&in, &n, &n))
			return period_of(UNIT_WEEK, calendar_day(n), 0, out);
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
		if (!period_number_good(n))
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

static int
minute_of(const struct edtf_date *d)
{
	return d->hour * 60 + d->minute;
}

/* Does the range run forward, as far as its days and times are known? */
static bool
forward(const struct edtf *from, const struct edtf *to)
{
	struct day a, b;

	if (from->from.hidden == YEAR_HIDDEN || to->to.hidden == YEAR_HIDDEN)
		return from->from.hidden == to->to.hidden;
	if (!edtf_first(from, &a) || !edtf_last(to, &b))
		return from->from.year <= to->to.year;
	if (calendar_compare(a, b) != 0)
		return calendar_compare(a, b) < 0;
	return from->from.time > EDTF_NO_TIME && to->to.time > EDTF_NO_TIME &&
	       minute_of(&from->from) < minute_of(&to->to);
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
		if (b.date.month > 0 && a.date.month > b.date.month &&
		    a.date.month < 30)
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
	/* Monday to Friday, next Tuesday through Thursday */
	if (date_is_weekday(&a) && date_is_weekday(&b) && !b.directed &&
	    !b.in && from.kind == EDTF_DATE) {
		long n = calendar_number((struct day){
		    from.from.year, from.from.month, from.from.day });

		n += (b.weekday - a.weekday + 7) % 7;
		to = edtf_date(edtf_day(calendar_day(n)));
		keep_time(&b, &to);
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
	/* 29 February, in a year that was filled in, need not be there. */
	return resolve(l, c, p, value, basis) && edtf_day_known(&value->from) &&
	       edtf_day_known(&value->to);
}
