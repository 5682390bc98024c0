#include "date_read.h"

#include <stdlib.h>

#include "decimal.h"
#include "number.h"
#include "utf8.h"
#include "word.h"

enum { PARTS = 16 }; /* groups of one match at most */

/* What a match names, and the words to look it up in. */
struct match {
	const struct date_lang *l;
	struct str text;
	size_t end;
	struct str group[128]; /* by the letter that is its name */
};

static enum date_unit
unit_named(struct str name)
{
	static const char *const names[] = { "", "second", "minute", "hour",
		"day", "weekend", "week", "fortnight", "month", "quarter",
		"half", "year", "decade", "century", "millennium" };

	for (size_t i = 1; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_is(name, names[i]))
			return (enum date_unit)i;
	return UNIT_NONE;
}

static struct str
group(const struct match *m, const char *name)
{
	return m->group[name[0] & 0x7F];
}

static bool
has(const struct match *m, const char *name)
{
	return group(m, name).s != NULL;
}

/* A group of digits (perhaps with letters behind) as a number, or -1. */
static int
digits(const struct match *m, const char *name)
{
	struct str s = group(m, name);
	int v = 0;
	size_t i;

	for (i = 0; i < s.n && s.s[i] >= '0' && s.s[i] <= '9' && i < 5; i++)
		v = v * 10 + (s.s[i] - '0');
	return i > 0 ? v : -1;
}

/* A number in digits or words, in hundredths; false where it is none or no
 * such number. */
static bool
number(const struct match *m, struct str s, long *hundredths)
{
	struct decimal d;
	char room[64];
	struct buf b = { .s = room, .cap = sizeof(room) };

	if (!number_read(m->l->code, s, &d) || d.negative || d.point > 5 ||
	    !decimal_shift(&d, 2) || d.n > d.point)
		return false;
	decimal_write(&b, &d);
	*hundredths = 0;
	for (size_t i = 0; i < b.n; i++)
		*hundredths = *hundredths * 10 + (b.s[i] - '0');
	return true;
}

/* A whole number in digits, words or as an ordinal word; or -1. */
static int
whole(const struct match *m, const char *name)
{
	struct str s = group(m, name);
	int v = digits(m, name);
	long row, h;

	if (!s.s || v >= 0)
		return v;
	row = words_row(&m->l->ordinals, s);
	if (row >= 0)
		return words_number(&m->l->ordinals, row, "number");
	return number(m, s, &h) && h % 100 == 0 && h < 1000000 ? (int)(h / 100)
							       : -1;
}

/* "nineteen ninety-six": the hundreds, then the rest. */
static int
year_in_words(const struct match *m)
{
	struct str s = group(m, "V");
	long high, low;

	if (number(m, s, &high))
		return (int)(high / 100);
	for (size_t i = 1; i + 1 < s.n; i++)
		if ((s.s[i] == ' ' || s.s[i] == '-') &&
		    number(m, str_part(s, 0, i), &high) &&
		    number(m, str_part(s, i + 1, s.n), &low) && high < 10000 &&
		    low < 10000)
			return (int)high + (int)(low / 100);
	return -1;
}

/* Years of two digits lie in 1950 to 2049, the window of RFC 5280. */
static int
short_year(int y)
{
	return y < 50 ? 2000 + y : 1900 + y;
}

static bool
read_year(const struct match *m, struct date_part *p)
{
	int y = digits(m, "Y");
	long era = words_row(&m->l->eras, group(m, "E"));

	p->date.hidden = 0;
	if (has(m, "V"))
		y = year_in_words(m);
	else if (has(m, "y"))
		y = short_year(digits(m, "y")), p->short_year = true;
	else if (y < 0) {
		p->date.hidden = YEAR_HIDDEN;
		return true;
	}
	if (era >= 0)
		y = words_number(&m->l->eras, era, "sign") * y +
		    words_number(&m->l->eras, era, "add");
	p->date.year = y;
	return y > -9999 && y <= 9999;
}

/* Words that stand for something else as well are good only when capital. */
static void
note_word(
    const struct date_words *w, long row, struct str s, struct date_part *p)
{
	p->care = str_is(words_cell(w, row, "care"), "yes");
	p->capital = s.s[0] >= 'A' && s.s[0] <= 'Z';
	p->abbreviated = s.n < 5;
}

static void
read_names(const struct match *m, struct date_part *p)
{
	const struct date_lang *l = m->l;
	struct str s;
	long row;

	if ((s = group(m, "M")).s) {
		row = words_row(&l->months, s);
		p->date.month = words_number(&l->months, row, "month");
		note_word(&l->months, row, s, p);
	}
	if ((s = group(m, "S")).s) {
		row = words_row(&l->seasons, s);
		p->date.month = words_number(&l->seasons, row, "season");
		note_word(&l->seasons, row, s, p);
	}
	if ((s = group(m, "W")).s) {
		row = words_row(&l->weekdays, s);
		p->weekday = words_number(&l->weekdays, row, "weekday");
		note_word(&l->weekdays, row, s, p);
	}
	if ((s = group(m, "F")).s)
		p->holiday = words_row(&l->holidays, s) + 1;
}

/* Seconds and zone of a clock time; false where the time is none. */
static bool
read_clock(const struct match *m, struct date_part *p)
{
	struct edtf_date *d = &p->date;
	struct str ap = group(m, "p"), z = group(m, "z"), o = group(m, "o");
	int hour = has(m, "H") ? whole(m, "H") : digits(m, "h");

	if (hour < 0)
		return true;
	d->hour = hour;
	d->time = has(m, "H") ? EDTF_HOUR : EDTF_MINUTE;
	if (has(m, "i"))
		d->minute = digits(m, "i");
	else
		d->time = EDTF_HOUR;
	if (has(m, "s"))
		d->time = EDTF_SECOND, d->second = digits(m, "s");
	if (ap.s) {
		if (hour > 12 && has(m, "i"))
			ap.s = NULL; /* 14:30 pm */
		else if (hour > 12 || hour == 0)
			return false;
		else
			d->hour = hour % 12 +
				  (ap.s[0] == 'p' || ap.s[0] == 'P' ? 12 : 0);
	}
	if (z.s) {
		long row = words_row(&m->l->zones, z);

		d->zoned = words_cell(&m->l->zones, row, "minutes").n > 0;
		d->zone = words_number(&m->l->zones, row, "minutes");
	} else if (o.s) {
		int v = 0, n = 0;

		for (size_t i = 1; i < o.n; i++)
			if (o.s[i] != ':')
				v = v * 10 + (o.s[i] - '0'), n++;
		v = n == 2 ? v * 60 : v / 100 * 60 + v % 100;
		d->zoned = true;
		d->zone = o.s[0] == '-' ? -v : v;
	}
	p->exact = ap.s || z.s || o.s || has(m, "s") || has(m, "H");
	return d->hour < 24 || (d->hour == 24 && d->minute == 0);
}

static char
half_of(const struct match *m, long part)
{
	struct str half = words_cell(&m->l->parts, part, "half");

	return half.n > 0 ? half.s[0] : '\0';
}

static void
read_day_part(const struct match *m, struct date_part *p)
{
	struct str s = group(m, "P");
	long row = words_row(&m->l->parts, s);
	struct str time = words_cell(&m->l->parts, row, "time");

	if (!s.s)
		return;
	p->day_part = true;
	p->half = half_of(m, row);
	if (time.n > 0) {
		p->date.time = EDTF_HOUR;
		p->date.hour = words_number(&m->l->parts, row, "time");
	}
}

static enum date_base
read_base(const struct date_words *w, long row)
{
	struct str of = words_cell(w, row, "of");

	return str_is(of, "next") || str_is(of, "event") ? BASE_NEXT
	       : str_is(of, "then")			 ? BASE_THEN
							 : BASE_NOW;
}

static bool
read_lengths(const struct match *m, struct date_part *p)
{
	static const char *const n[] = { "n", "G", "J" };
	static const char *const u[] = { "u", "U", "L" };
	struct str s, k = group(m, "k");
	long row;

	for (int i = 0; i < LENGTHS; i++) {
		struct date_length *x = &p->length[p->lengths];

		if (!(s = group(m, u[i])).s)
			continue;
		x->unit = unit_named(words_cell(
		    &m->l->units, words_row(&m->l->units, s), "unit"));
		s = group(m, n[i]);
		x->hundredths = 100; /* a year, an hour */
		if (s.s && s.n > 2 && !number(m, s, &x->hundredths)) {
			struct str half = { s.s, 4 };

			/* half a year */
			if (s.n < 6 || !number(m, half, &x->hundredths))
				return false;
		} else if (s.s && s.n <= 2) {
			(void)number(m, s, &x->hundredths);
		}
		p->lengths++;
	}
	if (p->lengths == 0)
		return false;
	if (has(m, "f"))
		p->length[0].hundredths += 50;
	if ((s = group(m, "m")).s &&
	    (!number(m, s, &p->most) || p->most <= p->length[0].hundredths))
		return false;
	p->bare_to = m->end;
	if (k.s) {
		row = words_row(&m->l->anchors, k);
		p->anchored = true;
		p->sign = words_number(&m->l->anchors, row, "sign");
		p->base = read_base(&m->l->anchors, row);
		p->event =
		    str_is(words_cell(&m->l->anchors, row, "of"), "event");
		p->bare_to = (size_t)(k.s - m->text.s);
		while (p->bare_to > 0 && m->text.s[p->bare_to - 1] == ' ')
			p->bare_to--;
	}
	return true;
}

/* Month and day from numbers whose order is open. */
static bool
read_numeric(const struct match *m, struct date_part *p)
{
	int a = digits(m, "a"), b = digits(m, "b");
	struct str c = group(m, "c");

	p->numeric = true;
	if (a < 0) {
		p->date.month = digits(m, "N");
		return true;
	}
	p->bare = p->date.hidden == YEAR_HIDDEN;
	if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12))
		return false;
	p->date.month = a, p->date.day = b;
	if (a > 12)
		p->date.month = b, p->date.day = a;
	else
		p->swapped = b <= 12 && a != b;
	/* With dots the day comes first wherever they are used. */
	if (p->swapped &&
	    ((c.s && c.s[0] == '.') ||
		(!c.s && p->short_year && m->text.s &&
		    memchr(m->text.s + p->from, '.', p->to - p->from)))) {
		p->date.month = b, p->date.day = a;
		p->swapped = false;
	}
	return true;
}

static bool
read_calendar(const struct match *m, struct date_part *p)
{
	int v;

	if (!read_year(m, p))
		return false;
	p->sort = SORT_CALENDAR;
	p->numeric = has(m, "N");
	if (has(m, "N"))
		p->date.month = digits(m, "N");
	if ((v = whole(m, "D")) > 0 || (v = whole(m, "O")) > 0)
		p->date.day = v;
	if ((v = digits(m, "K")) > 0)
		p->week = v;
	if ((v = digits(m, "w")) > 0)
		p->weekday = v;
	if (has(m, "q")) {
		struct str q = group(m, "q");

		v = whole(m, "q");
		if (v < 0) /* a Roman figure */
			v = q.n == 2 && (q.s[1] | 0x20) == 'v' ? 4 : (int)q.n;
		if (words_row(&m->l->ordinals, q) >= 0 && whole(m, "q") == -1)
			v = 4;
		if (v > 4 || v < 1)
			return false;
		p->date.month = EDTF_QUARTER + v - 1;
	}
	if ((v = whole(m, "x")) > 0)
		p->date.month = EDTF_HALF + v - 1;
	p->results = has(m, "v");
	if (p->week > 53 || p->date.day > 31)
		return false;
	read_names(m, p);
	return edtf_day_known(&p->date) && read_clock(m, p);
}

static bool
read_decade(const struct match *m, struct date_part *p)
{
	int v = digits(m, "Y");

	p->sort = SORT_CALENDAR;
	p->date.hidden = 1;
	if (has(m, "T"))
		v = 1900 + words_number(&m->l->decades,
			       words_row(&m->l->decades, group(m, "T")),
			       "decade");
	else if (has(m, "y"))
		v = 1900 + digits(m, "y");
	p->bare = has(m, "T") || has(m, "y");
	p->date.year = v;
	return v % 10 == 0;
}

static bool
read_century(const struct match *m, struct date_part *p)
{
	int v = whole(m, "C");
	long era = words_row(&m->l->eras, group(m, "E"));

	p->sort = SORT_CALENDAR;
	p->date.hidden = 2;
	p->date.year = (v - 1) * 100;
	/* Before Christ the digits do not go with the century. */
	if (era >= 0 && words_number(&m->l->eras, era, "sign") < 0) {
		p->date.hidden = 0;
		p->date.year = 1 - v * 100;
		p->date.about = true;
	}
	return v > 0 && v <= 22;
}

static bool
read_relative(const struct match *m, struct date_part *p)
{
	const struct date_words *w = &m->l->directions;
	long row = words_row(w, group(m, "r"));
	struct str u = group(m, "u");

	p->sort = SORT_RELATIVE;
	p->offset = words_number(w, row, "offset");
	p->base = read_base(w, row);
	p->near = str_is(words_cell(w, row, "of"), "near");
	p->date.hidden = YEAR_HIDDEN;
	p->unit = unit_named(
	    words_cell(&m->l->units, words_row(&m->l->units, u), "unit"));
	if (p->unit == UNIT_DECADE && p->offset != 0 && p->base == BASE_NOW) {
		/* The next decade is ten years, not the twenties. */
		p->sort = SORT_SPAN;
		p->length[p->lengths++] =
		    (struct date_length){ 100, UNIT_DECADE };
	}
	if (u.s)
		return true;
	p->directed = true;
	if (has(m, "P")) {
		p->unit = UNIT_DAY;
		p->directed = false;
		read_day_part(m, p);
		return true;
	}
	p->sort = SORT_CALENDAR;
	read_names(m, p);
	p->care = p->care && !p->capital;
	return true;
}

static bool
read_set(const struct match *m, struct date_part *p)
{
	long row = words_row(&m->l->sets, group(m, "e"));
	struct str u = group(m, "u");
	int v = whole(m, "n");

	p->sort = SORT_SET;
	p->code = words_cell(&m->l->sets, row, "duration");
	p->lengths = 1;
	p->length[0].hundredths = 100 * (v > 0 ? v : has(m, "o") ? 2 : 1);
	p->length[0].unit = u.s		  ? unit_named(words_cell(&m->l->units,
						words_row(&m->l->units, u), "unit"))
			    : has(m, "W") ? UNIT_WEEK
			    : has(m, "P") ? UNIT_DAY
					  : UNIT_YEAR;
	return true;
}

static bool
read_nth(const struct match *m, struct date_part *p)
{
	p->sort = SORT_NTH;
	p->nth = whole(m, "i");
	if (words_row(&m->l->ordinals, group(m, "i")) >= 0)
		p->nth = words_number(&m->l->ordinals,
		    words_row(&m->l->ordinals, group(m, "i")), "number");
	p->count = has(m, "n") ? whole(m, "n") : 0;
	if (has(m, "n") && p->count <= 0)
		return false;
	p->unit = unit_named(words_cell(
	    &m->l->units, words_row(&m->l->units, group(m, "u")), "unit"));
	read_names(m, p);
	p->care = false;
	return p->nth == -1 || p->nth > 0;
}

/* The second year of "FY2024-25"; false where it is no later one. */
static bool
read_fiscal_end(const struct match *m, struct date_part *p)
{
	enum { LONGEST = 10 };
	int year;

	if (!has(m, "A"))
		return true;
	year = whole(m, "A");
	if (year < 100)
		year += p->date.year / 100 * 100;
	if (year < p->date.year)
		year += 100;
	p->second = year;
	return year > p->date.year && year - p->date.year <= LONGEST;
}

static bool
read_mark(const struct match *m, const char *mark, struct date_part *p)
{
	struct str d;
	long row;
	int v;

	if (strcmp(mark, "calendar") == 0 || strcmp(mark, "season") == 0 ||
	    strcmp(mark, "weekday") == 0) {
		if (mark[0] == 'w' && has(m, "l")) { /* on Mondays */
			read_names(m, p);
			return read_set(m, p);
		}
		return read_calendar(m, p);
	}
	if (strcmp(mark, "numeric") == 0) {
		p->sort = SORT_CALENDAR;
		return read_year(m, p) && read_numeric(m, p) &&
		       edtf_day_known(&p->date);
	}
	if (strcmp(mark, "year") == 0 || strcmp(mark, "spoken") == 0) {
		p->sort = SORT_CALENDAR;
		p->bare = true;
		p->spoken = mark[0] == 's';
		return read_year(m, p);
	}
	if (strcmp(mark, "fiscal") == 0) {
		p->sort = SORT_CALENDAR;
		p->fiscal = true;
		return read_year(m, p) && read_fiscal_end(m, p);
	}
	if (strcmp(mark, "days") == 0) {
		if (!read_calendar(m, p))
			return false;
		v = whole(m, has(m, "B") ? "B" : "A");
		if (v <= p->date.day)
			return false;
		p->second = v;
		p->listed = has(m, "g");
		d = group(m, has(m, "O") ? "O" : "D");
		p->near_to = (size_t)(d.s + d.n - m->text.s);
		while (p->near_to < p->to && m->text.s[p->near_to] >= 'a' &&
		       m->text.s[p->near_to] <= 'z') /* 5th */
			p->near_to++;
		return true;
	}
	if (strcmp(mark, "day") == 0) {
		p->bare = true;
		p->spoken = has(m, "O");
		return read_calendar(m, p);
	}
	if (strcmp(mark, "decade") == 0)
		return read_decade(m, p);
	if (strcmp(mark, "century") == 0)
		return read_century(m, p);
	if (strcmp(mark, "relative") == 0)
		return read_relative(m, p);
	if (strcmp(mark, "deictic") == 0) {
		d = group(m, "d");
		row = words_row(&m->l->deixis, d);
		p->sort = SORT_RELATIVE;
		p->unit = unit_named(words_cell(&m->l->deixis, row, "unit"));
		if (p->unit == UNIT_NONE)
			p->unit = UNIT_DAY;
		p->offset = words_number(&m->l->deixis, row, "offset");
		d = words_cell(&m->l->deixis, row, "part");
		p->day_part = d.n > 0;
		p->half = half_of(m, words_row(&m->l->parts, d));
		p->care = words_cell(&m->l->deixis, row, "place").n > 0;
		return true;
	}
	if (strcmp(mark, "length") == 0) {
		p->sort = SORT_LENGTH;
		return read_lengths(m, p);
	}
	if (strcmp(mark, "span") == 0) {
		row = words_row(&m->l->directions, group(m, "r"));
		p->sort = SORT_SPAN;
		p->offset = words_number(&m->l->directions, row, "offset");
		p->base = read_base(&m->l->directions, row);
		return read_lengths(m, p);
	}
	if (strcmp(mark, "weekdays") == 0) {
		p->sort = SORT_WEEKDAYS;
		p->count = whole(m, "n");
		row = words_row(&m->l->anchors, group(m, "k"));
		p->sign = words_number(&m->l->anchors, row, "sign");
		read_names(m, p);
		return p->count > 0 && p->count < 100;
	}
	if (strcmp(mark, "code") == 0) {
		p->sort = SORT_LENGTH;
		p->code = str_part(m->text, p->from, p->to);
		return true;
	}
	if (strcmp(mark, "nth") == 0)
		return read_nth(m, p);
	if (strcmp(mark, "set") == 0)
		return read_set(m, p);
	if (strcmp(mark, "time") == 0) {
		p->sort = SORT_TIME;
		p->date.hidden = YEAR_HIDDEN;
		return read_clock(m, p);
	}
	if (strcmp(mark, "part") == 0) {
		p->sort = SORT_TIME;
		p->date.hidden = YEAR_HIDDEN;
		read_day_part(m, p);
		return true;
	}
	if (strcmp(mark, "weekof") == 0) {
		p->sort = SORT_WEEK_OF;
		p->unit = UNIT_WEEK;
		return true;
	}
	if (strcmp(mark, "period") == 0) {
		if (has(m, "k")) {
			p->sort = SORT_LENGTH;
			if (!read_lengths(m, p))
				return false;
			if (p->base == BASE_NEXT)
				p->base = BASE_THEN;
			return true;
		}
		p->sort = SORT_PERIOD;
		p->directed = has(m, "j");
		p->unit = unit_named(words_cell(&m->l->units,
		    words_row(&m->l->units, group(m, "u")), "unit"));
		return true;
	}
	return false;
}

/* Would a match that ends here cut a word: before a letter beyond ASCII, as in
 * "Augé"?  The patterns look at ASCII alone. */
static bool
cut_word(struct str text, size_t at)
{
	uint32_t cp;

	if (at == 0 || at >= text.n || (unsigned char)text.s[at] < 0x80 ||
	    (unsigned char)text.s[at - 1] >= 0x80)
		return false;
	utf8_decode(text.s + at, text.n - at, &cp);
	return word_letter(cp);
}

/* Tries a pattern; mark is what its match is, or NULL where it says so. */
static bool
read_with(const struct date_lang *l, struct pattern *pattern, const char *mark,
    struct str text, size_t at, struct date_part *p, unsigned long *errors)
{
	struct pattern_part part[PARTS];
	struct match m;
	size_t n;

	*p = (struct date_part){ .from = at };
	p->date.hidden = YEAR_HIDDEN;
	if (!pattern_find(pattern, text, at, at, errors))
		return false;
	p->to = pattern_end(pattern);
	if (cut_word(text, p->to))
		return false;
	if (p->to <= at || (!mark && !(mark = pattern_mark(pattern))))
		return false;
	m.l = l, m.text = text, m.end = p->to;
	memset(m.group, 0, sizeof(m.group));
	n = pattern_parts(pattern, part, PARTS);
	for (size_t i = 0; i < n; i++)
		m.group[part[i].name[0] & 0x7F] = part[i].text;
	return read_mark(&m, mark, p);
}

bool
date_read(const struct date_lang *l, struct str text, size_t at,
    struct date_part *p, unsigned long *errors)
{
	unsigned firsts = date_firsts(l, text, at);

	*p = (struct date_part){ .from = at };
	for (int i = 0; i < FIRSTS; i++)
		if (firsts >> i & 1 &&
		    read_with(l, l->first[i], NULL, text, at, p, errors))
			return true;
	return false;
}

bool
date_read_day(const struct date_lang *l, struct str text, size_t at,
    struct date_part *p, unsigned long *errors)
{
	return read_with(l, l->tail_day, "day", text, at, p, errors);
}

bool
date_read_year(const struct date_lang *l, struct str text, size_t at,
    struct date_part *p, unsigned long *errors)
{
	return read_with(l, l->tail_year, "year", text, at, p, errors);
}
