#include "date_period.h"

#include <stdio.h>

char
unit_letter(enum date_unit u, int *times)
{
	static const struct {
		char letter;
		int times;
	} of[] = { { 0, 0 }, { 'S', 1 }, { 'I', 1 }, { 'H', 1 }, { 'D', 1 },
		{ 'D', 2 }, { 'W', 1 }, { 'W', 2 }, { 'M', 1 }, { 'M', 3 },
		{ 'M', 6 }, { 'Y', 1 }, { 'Y', 10 }, { 'Y', 100 },
		{ 'Y', 1000 } };

	*times = of[u].times;
	return of[u].letter;
}

enum date_unit
date_unit_of(const struct date_part *p)
{
	const struct edtf_date *d = &p->date;

	if (p->sort == SORT_LENGTH)
		return p->length[p->lengths > 0 ? p->lengths - 1 : 0].unit;
	if (p->sort != SORT_CALENDAR)
		return p->unit;
	if (d->day > 0 || p->weekday > 0 || p->holiday > 0)
		return UNIT_DAY;
	if (p->week > 0)
		return UNIT_WEEK;
	if (d->month >= EDTF_HALF)
		return UNIT_HALF;
	if (d->month >= EDTF_QUARTER || d->month > 12)
		return UNIT_QUARTER;
	if (d->month > 0)
		return UNIT_MONTH;
	return d->hidden == 1	? UNIT_DECADE
	       : d->hidden == 2 ? UNIT_CENTURY
				: UNIT_YEAR;
}

bool
date_is_weekday(const struct date_part *p)
{
	return p->sort == SORT_CALENDAR && p->weekday > 0 && p->date.day == 0 &&
	       p->week == 0;
}

static struct edtf
days(long first, long last)
{
	return edtf_interval(
	    edtf_day(calendar_day(first)), edtf_day(calendar_day(last)));
}

bool
period_number_good(long number)
{
	return number >= 1 && number <= 3652059;
}

/* The period of this unit that a day lies in, or the one offset later. */
bool
period_of(enum date_unit unit, struct day d, int offset, struct edtf *out)
{
	long n = calendar_number(d), week = n - calendar_weekday(n) + 1;
	struct edtf_date e = { .year = d.year };
	int size;

	switch (unit) {
	case UNIT_DAY:
		if (!period_number_good(n + offset))
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
		if (!period_number_good(week) || !period_number_good(n))
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

/* The day of a holiday in a year, by the notation of holidays.tsv. */
bool
period_holiday(const struct date_lang *l, long row, int year, struct day *d)
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
	if (s.n > 0 && s.s[0] >= 'a') {
		if (s.s[0] == 'e')
			*d = calendar_easter(year);
		else if (s.s[0] == 'o')
			*d = calendar_orthodox_easter(year);
		else if (!calendar_lunar_new_year(year, d))
			return false;
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
bool
period_bounds(const struct edtf *e, long *first, long *last)
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

	if (!period_bounds(in, &first, &last))
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
		if (!period_number_good(at) || !period_number_good(end) ||
		    at > last || end < first)
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
		    !period_of(p->unit, a, 0, &from) ||
		    !period_of(p->unit, b, 0, &to))
			return false;
		*out = count == 1 ? from : edtf_interval(from.from, to.to);
		return true;
	}
	default: return false;
	}
}

/* A part in the period that it belongs to. */
bool
period_inside(const struct date_lang *l, const struct date_part *p,
    const struct edtf *in, struct edtf *out)
{
	struct edtf_date d = p->date;
	struct day day;
	long first, last;

	if (p->sort == SORT_NTH)
		return nth_within(p, in, out);
	if (p->weekday > 0 && d.day == 0 && p->week == 0) {
		if (!period_bounds(in, &first, &last) || last - first != 6)
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
		if (d.hidden ||
		    !period_holiday(l, p->holiday - 1, d.year, &day))
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

/* The date some lengths from a day, as precise as the lengths. */
bool
period_shift(struct day d, enum date_unit precision, const struct date_part *p,
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

		/* 2,000 years ago */
		about =
		    about || (x->unit == UNIT_YEAR && v > 0 && v % 100 == 0);
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
			if (!period_number_good(n))
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
	if (p->same != UNIT_NONE)
		return period_of(p->same, d, 0, out);
	if (!period_of(fine, d, 0, out))
		return false;
	out->from.about = out->to.about = about;
	return true;
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
