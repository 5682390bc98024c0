#include "edtf.h"

#include <stdlib.h>

struct edtf
edtf_date(struct edtf_date d)
{
	return (struct edtf){ .kind = EDTF_DATE, .from = d, .to = d };
}

struct edtf
edtf_interval(struct edtf_date from, struct edtf_date to)
{
	return (struct edtf){ .kind = EDTF_INTERVAL, .from = from, .to = to };
}

struct edtf_date
edtf_day(struct day d)
{
	return (
	    struct edtf_date){ .year = d.year, .month = d.month, .day = d.day };
}

bool
edtf_same(struct edtf_date a, struct edtf_date b)
{
	return a.year == b.year && a.hidden == b.hidden && a.month == b.month &&
	       a.day == b.day && a.time == b.time && a.hour == b.hour &&
	       a.minute == b.minute && a.second == b.second &&
	       a.zoned == b.zoned && a.zone == b.zone && a.about == b.about;
}

/* The functions below write at out and return where they end; the longest
 * interval is shorter than EDTF_SIZE. */

static char *
add(char *out, const char *what)
{
	while (*what)
		*out++ = *what++;
	return out;
}

/* The last digits of a number that is not negative. */
static char *
add_digits(char *out, int number, int digits)
{
	for (int i = digits - 1; i >= 0; i--, number /= 10)
		out[i] = (char)('0' + number % 10);
	return out + digits;
}

/* "-05" */
static char *
add_part(char *out, char sign, int number)
{
	*out++ = sign;
	return add_digits(out, number, 2);
}

static char *
add_time(char *out, const struct edtf_date *d)
{
	int zone = abs(d->zone);

	out = add_part(out, 'T', d->hour);
	if (d->time >= EDTF_MINUTE)
		out = add_part(out, ':', d->minute);
	if (d->time >= EDTF_SECOND)
		out = add_part(out, ':', d->second);
	if (!d->zoned)
		return out;
	if (d->zone == 0)
		return add(out, "Z");
	out = add_part(out, d->zone < 0 ? '-' : '+', zone / 60);
	return add_part(out, ':', zone % 60);
}

static char *
add_date(char *out, const struct edtf_date *d)
{
	int year = abs(d->year), hidden = d->hidden >= 4 ? 4 : d->hidden;
	bool timed = d->time > EDTF_NO_TIME;

	if (d->year < 0)
		*out++ = '-';
	out = add_digits(out, year, 4);
	for (int i = 1; i <= hidden && hidden != 3; i++)
		out[-i] = 'X';
	if (d->month > 0)
		out = add_part(out, '-', d->month);
	else if (d->day > 0 || timed)
		out = add(out, "-XX");
	if (d->day > 0)
		out = add_part(out, '-', d->day);
	else if (timed)
		out = add(out, "-XX");
	if (timed)
		out = add_time(out, d);
	if (d->about)
		*out++ = '~';
	return out;
}

void
edtf_print(const struct edtf *e, char out[static EDTF_SIZE])
{
	if (e->kind != EDTF_NONE)
		out = e->open_from ? add(out, "..") : add_date(out, &e->from);
	if (e->kind == EDTF_INTERVAL) {
		*out++ = '/';
		out = e->open_to ? add(out, "..") : add_date(out, &e->to);
	}
	*out = '\0';
}

/* Takes width digits off the front; -1 and nothing taken where there are
 * fewer. */
static int
take_digits(struct str *s, size_t width)
{
	int v = 0;

	if (s->n < width)
		return -1;
	for (size_t i = 0; i < width; i++) {
		if (s->s[i] < '0' || s->s[i] > '9')
			return -1;
		v = v * 10 + (s->s[i] - '0');
	}
	*s = str_part(*s, width, s->n);
	return v;
}

static bool
take(struct str *s, const char *what)
{
	size_t n = strlen(what);

	if (s->n < n || memcmp(s->s, what, n) != 0)
		return false;
	*s = str_part(*s, n, s->n);
	return true;
}

static bool
read_year(struct str *s, struct edtf_date *d)
{
	static const struct {
		size_t width;
		const char *rest;
		int hidden, scale;
	} form[] = {
		{ 4, "", 0, 1 },
		{ 3, "X", 1, 10 },
		{ 2, "XX", 2, 100 },
		{ 0, "XXXX", 4, 0 },
	};
	bool minus = take(s, "-");

	for (size_t i = 0; i < sizeof(form) / sizeof(form[0]); i++) {
		struct str t = *s;
		int v = take_digits(&t, form[i].width);

		if (v < 0 || !take(&t, form[i].rest))
			continue;
		*s = t;
		d->year = (minus ? -v : v) * form[i].scale;
		d->hidden = form[i].hidden;
		return !minus || v > 0;
	}
	return false;
}

static bool
read_time(struct str *s, struct edtf_date *d)
{
	bool minus;
	int h, m;

	d->time = EDTF_HOUR;
	d->hour = take_digits(s, 2);
	if (take(s, ":")) {
		d->time = EDTF_MINUTE;
		d->minute = take_digits(s, 2);
		if (take(s, ":")) {
			d->time = EDTF_SECOND;
			d->second = take_digits(s, 2);
		}
	}
	if (d->hour < 0 || d->hour > 24 || d->minute < 0 || d->minute > 59 ||
	    d->second < 0 || d->second > 60)
		return false;
	if (take(s, "Z")) {
		d->zoned = true;
		return true;
	}
	minus = s->n > 0 && s->s[0] == '-';
	if (!take(s, "+") && !take(s, "-"))
		return true;
	h = take_digits(s, 2);
	if (!take(s, ":") || (m = take_digits(s, 2)) < 0 || m > 59 || h < 0 ||
	    h * 60 + m == 0)
		return false;
	d->zoned = true;
	d->zone = (h * 60 + m) * (minus ? -1 : 1);
	return true;
}

static bool
month_known(int m)
{
	return (m >= 1 && m <= 12) || (m >= EDTF_SPRING && m <= EDTF_WINTER) ||
	       (m >= EDTF_QUARTER && m < EDTF_QUARTER + 4) ||
	       (m >= EDTF_HALF && m < EDTF_HALF + 2);
}

bool
edtf_day_known(const struct edtf_date *d)
{
	int year = d->hidden == 0 && d->year > 0 ? d->year : 4;

	if (d->day == 0)
		return true;
	return d->month <= 12 && calendar_valid((struct day){ year,
				     d->month > 0 ? d->month : 1, d->day });
}

static bool
read_date(struct str *s, struct edtf_date *d)
{
	*d = (struct edtf_date){ 0 };
	if (!read_year(s, d))
		return false;
	if (take(s, "-")) {
		if (!take(s, "XX") &&
		    !month_known(d->month = take_digits(s, 2)))
			return false;
		if (take(s, "-")) {
			if (!take(s, "XX") && (d->day = take_digits(s, 2)) < 1)
				return false;
			if (take(s, "T") && !read_time(s, d))
				return false;
		}
	}
	d->about = take(s, "~");
	return edtf_day_known(d);
}

bool
edtf_read(struct str text, struct edtf *e)
{
	*e = (struct edtf){ .kind = EDTF_DATE };
	if (take(&text, ".."))
		e->open_from = true;
	else if (!read_date(&text, &e->from))
		return false;
	e->to = e->from;
	if (take(&text, "/")) {
		e->kind = EDTF_INTERVAL;
		if (take(&text, ".."))
			e->open_to = true;
		else if (!read_date(&text, &e->to))
			return false;
	}
	return text.n == 0 && !(e->open_from && e->kind == EDTF_DATE) &&
	       !(e->open_from && e->open_to);
}

/* The first and last month of a date; false for a season. */
static bool
months(const struct edtf_date *d, int *first, int *last)
{
	*first = 1, *last = 12;
	if (d->month >= EDTF_HALF) {
		*first += 6 * (d->month - EDTF_HALF);
		*last = *first + 5;
	} else if (d->month >= EDTF_QUARTER) {
		*first += 3 * (d->month - EDTF_QUARTER);
		*last = *first + 2;
	} else if (d->month > 12) {
		return false;
	} else if (d->month > 0) {
		*first = *last = d->month;
	}
	return true;
}

/* The years of a date; a century ends with the year that has its digits. */
static bool
years(const struct edtf_date *d, int *first, int *last)
{
	static const int more[] = { 0, 9, 99 };

	if (d->hidden > 2 || (d->month == 0 && d->day > 0))
		return false;
	*first = d->year, *last = d->year + more[d->hidden];
	if (*first == 0 && d->hidden > 0)
		*first = 1;
	return *first >= 1 && *last <= 9999;
}

bool
edtf_first(const struct edtf *e, struct day *d)
{
	int last;

	if (e->kind == EDTF_NONE || e->open_from ||
	    !years(&e->from, &d->year, &last) ||
	    !months(&e->from, &d->month, &last))
		return false;
	d->day = e->from.day > 0 ? e->from.day : 1;
	return calendar_valid(*d);
}

bool
edtf_last(const struct edtf *e, struct day *d)
{
	int first;

	if (e->kind == EDTF_NONE || e->open_to ||
	    !years(&e->to, &first, &d->year) ||
	    !months(&e->to, &first, &d->month))
		return false;
	d->day =
	    e->to.day > 0 ? e->to.day : calendar_month_days(d->year, d->month);
	return calendar_valid(*d);
}
