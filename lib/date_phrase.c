#include "date_phrase.h"

#include "date_judge.h"
#include "date_period.h"

enum { DEEPEST = 2, LISTED = 4 }; /* parts of a list that are read ahead */

struct reading {
	const struct date_lang *l;
	struct str text;
	struct date_phrase *ph;
	unsigned long *errors;
};

static struct date_part *part_at(struct reading *r, size_t at, int depth);

/* Is there a joint of this pattern at a place: where does it end, or 0. */
static size_t
joint(struct reading *r, struct pattern *p, size_t at)
{
	if (at >= r->text.n || !pattern_find(p, r->text, at, at, r->errors))
		return 0;
	return pattern_end(p) > at ? pattern_end(p) : 0;
}

static struct date_part *
fresh(struct reading *r)
{
	return r->ph->n < PHRASE_PARTS ? &r->ph->part[r->ph->n] : NULL;
}

static bool
is_day_number(const struct date_part *p)
{
	return p->sort == SORT_CALENDAR && p->bare && p->date.day > 0 &&
	       p->date.month == 0;
}

static bool
is_month_day(const struct date_part *p)
{
	return p->sort == SORT_CALENDAR && p->date.day > 0 &&
	       p->date.month > 0 && p->date.month <= 12 &&
	       p->date.time == EDTF_NO_TIME;
}

/* Can a larger period be told behind this part? */
static bool
is_open(const struct date_part *p)
{
	return !p->in && (p->sort == SORT_NTH ||
			     (p->sort == SORT_CALENDAR && !p->directed &&
				 p->date.hidden == YEAR_HIDDEN));
}

/* May the part lie in this period?  loose: without a word like "of". */
static bool
fits(const struct date_part *p, const struct date_part *in, bool comma,
    bool loose, bool article)
{
	enum date_unit small = date_unit_of(p), large = date_unit_of(in);

	if (p->sort == SORT_NTH && p->weekday > 0)
		small = UNIT_DAY;
	if (in->sort == SORT_CALENDAR) {
		if (in->day_part || in->date.time || is_day_number(in))
			return false;
	} else if (comma) {
		return false;
	} else if (in->sort == SORT_PERIOD) {
		if (!article)
			return false;
	} else if (in->sort == SORT_LENGTH) {
		if (!in->anchored)
			return false;
	} else if (in->sort != SORT_RELATIVE && in->sort != SORT_NTH) {
		return false;
	}
	if (in->sort == SORT_NTH && !in->in)
		return false;
	if (large <= small)
		return false;
	if (date_is_weekday(p))
		return large == UNIT_WEEK;
	if (is_day_number(p))
		return large == UNIT_MONTH &&
		       (!loose || in->sort == SORT_RELATIVE);
	if (p->sort == SORT_NTH)
		return !loose || in->sort == SORT_RELATIVE;
	return large == UNIT_YEAR ||
	       (large == UNIT_DECADE && p->sort == SORT_NTH);
}

/* "quarter of last year", "Tuesday next week", "June 3, 2024". */
static bool
join_period(struct reading *r, struct date_part *p, int depth)
{
	size_t at;
	int n = r->ph->n;
	bool comma, loose, article;
	struct date_part *in;

	if (!is_open(p) || !(at = joint(r, r->l->within, p->to)))
		return false;
	comma = pattern_group(r->l->within, "c").s != NULL;
	loose =
	    pattern_group(r->l->within, "g").s == NULL &&
	    (is_day_number(p) || pattern_group(r->l->within, "i").s == NULL);
	article = pattern_group(r->l->within, "t").s != NULL;
	in = part_at(r, at, depth + 1);
	if (!in || !fits(p, in, comma, loose, article)) {
		r->ph->n = n;
		return false;
	}
	p->in = in;
	p->to = in->to;
	return true;
}

/* "the first nine months": of a year that is not told. */
static void
imply_year(struct reading *r, struct date_part *p)
{
	struct date_part *in;

	if (p->sort != SORT_NTH || p->in || p->nth != 1 || p->count < 2 ||
	    p->count > 11 || p->unit != UNIT_MONTH || !(in = fresh(r)))
		return;
	*in = (struct date_part){ .sort = SORT_RELATIVE,
		.from = p->to,
		.to = p->to,
		.unit = UNIT_YEAR,
		.implied = true };
	r->ph->n++;
	p->in = in;
}

/* "in 10 months of 2024": its first ten. */
static void
join_months(struct reading *r, struct date_part *p, int depth)
{
	struct date_part length = *p;

	if (p->sort != SORT_LENGTH || p->anchored || p->lengths != 1 ||
	    p->length[0].unit != UNIT_MONTH || p->most > 0 ||
	    p->length[0].hundredths % 100 != 0 ||
	    p->length[0].hundredths >= 1200 || !joint(r, r->l->within, p->to) ||
	    !pattern_group(r->l->within, "g").s)
		return;
	*p = (struct date_part){ .sort = SORT_NTH,
		.from = length.from,
		.to = length.to,
		.unit = UNIT_MONTH,
		.nth = 1,
		.count = (int)(length.length[0].hundredths / 100) };
	if (!join_period(r, p, depth) || date_unit_of(p->in) != UNIT_YEAR)
		*p = length;
}

/* "next week Wednesday", "last year's fourth quarter". */
static struct date_part *
join_inner(struct reading *r, struct date_part *p)
{
	int n = r->ph->n;
	size_t at;
	struct date_part *inner;

	if (p->sort != SORT_RELATIVE || p->unit < UNIT_WEEK || p->day_part ||
	    !(at = joint(r, r->l->beside, p->to)))
		return p;
	inner = part_at(r, at, DEEPEST + 1);
	if (inner && is_open(inner) && inner->sort == SORT_CALENDAR &&
	    !is_day_number(inner) && fits(inner, p, false, true, false) &&
	    (p->unit == UNIT_WEEK || inner->date.month > 12)) {
		inner->in = p;
		inner->from = p->from;
		return inner;
	}
	r->ph->n = n;
	return p;
}

/* "a year ago today", "three years ago this month", "a week ago Monday". */
static struct date_part *
join_ago(struct reading *r, struct date_part *p)
{
	int n = r->ph->n;
	struct date_part *q;

	if (p->sort != SORT_LENGTH || !p->anchored || p->after ||
	    p->sign >= 0 || p->base != BASE_NOW || p->lengths != 1 ||
	    p->to >= r->text.n || r->text.s[p->to] != ' ' ||
	    !(q = part_at(r, p->to + 1, DEEPEST + 1)))
		return p;
	if (date_is_weekday(q) && !q->directed &&
	    p->length[0].unit == UNIT_WEEK) {
		q->in = p;
		q->from = p->from;
		return q;
	}
	if (q->sort == SORT_RELATIVE && q->base == BASE_NOW && q->offset == 0 &&
	    !q->day_part && !q->care && q->unit < p->length[0].unit &&
	    r->text.s[q->to - 1] != 's') {
		p->same = q->unit;
		p->to = q->to;
	}
	r->ph->n = n;
	return p;
}

static bool
has_day(const struct date_part *p)
{
	return p->sort == SORT_CALENDAR && p->date.day > 0 &&
	       (p->date.month > 0 || p->bare) && !p->in;
}

/* "Friday, June 15", "June 15 (Friday", "Tuesday the eleventh". */
static struct date_part *
join_weekday(struct reading *r, struct date_part *p)
{
	int n = r->ph->n;
	size_t at;
	struct date_part *q;
	bool weekday = date_is_weekday(p);

	if ((!weekday && !has_day(p)) || !(at = joint(r, r->l->beside, p->to)))
		return p;
	q = part_at(r, at, DEEPEST + 1);
	if (q && weekday && has_day(q) && q->weekday == 0) {
		q->weekday = p->weekday;
		q->from = p->from;
		q->bare = q->date.month == 0;
		q->directed = false;
		return q;
	}
	if (q && !weekday && p->weekday == 0 && p->date.month > 0 &&
	    date_is_weekday(q) && !q->in && !q->directed &&
	    q->to - q->from >= 2) {
		p->weekday = q->weekday;
		p->to = q->to;
		if (p->to < r->text.n && r->text.s[p->to] == ')' &&
		    r->text.s[at - 1] == '(')
			p->to++;
		return p;
	}
	r->ph->n = n;
	return p;
}

/* Is it a day, so that a time can be told? */
static bool
is_day(const struct date_part *p)
{
	if (p->sort == SORT_CALENDAR)
		return date_unit_of(p) == UNIT_DAY;
	if (p->sort == SORT_RELATIVE)
		return p->unit == UNIT_DAY;
	return p->sort == SORT_WEEKDAYS;
}

/* Is it a day, or a part of one, so that a time of this kind can be told? */
static bool
takes_time(const struct date_part *p, const struct date_part *time)
{
	return is_day(p) && p->date.time == EDTF_NO_TIME &&
	       (!p->day_part || time->date.time > EDTF_NO_TIME);
}

/* "8:30" of an evening, "12:15" at night. */
static void
put_in_half(struct date_part *p)
{
	int late = p->half == 'p' ? 1 : p->half == 'n' ? 6 : 12;

	if (p->date.time == EDTF_NO_TIME)
		return;
	if (p->date.hour >= late && p->date.hour < 12)
		p->date.hour += 12;
	else if (p->date.hour == 12 && (p->half == 'a' || p->half == 'n'))
		p->date.hour = 0;
}

static void
add_time(struct date_part *p, const struct date_part *time)
{
	p->date.time = time->date.time;
	p->date.hour = time->date.hour;
	p->date.minute = time->date.minute;
	p->date.second = time->date.second;
	p->date.zoned = time->date.zoned;
	p->date.zone = time->date.zone;
	p->day_part = p->day_part || time->day_part;
	p->half = p->half ? p->half : time->half;
	put_in_half(p);
}

/* "3:15 in the afternoon" */
static void
join_half(struct reading *r, struct date_part *p)
{
	int n = r->ph->n;
	size_t at = joint(r, r->l->at, p->to);
	struct date_part *q = at ? part_at(r, at, DEEPEST + 1) : NULL;

	if (q && q->sort == SORT_TIME && q->date.time == EDTF_NO_TIME) {
		p->half = q->half;
		p->exact = true;
		p->to = q->to;
		put_in_half(p);
	}
	r->ph->n = n;
}

/* "Thursday evening", "May 8 at 1:00 a.m.", "3 p.m. on Thursday". */
static struct date_part *
join_time(struct reading *r, struct date_part *p, int depth)
{
	int n = r->ph->n;
	size_t at;
	struct date_part *q;

	if (p->sort == SORT_TIME && !p->day_part && p->date.time > EDTF_NO_TIME)
		join_half(r, p);
	if (is_day(p) && p->date.time == EDTF_NO_TIME &&
	    (at = joint(r, r->l->at, p->to))) {
		q = part_at(r, at, DEEPEST + 1);
		if (q && q->sort == SORT_TIME && takes_time(p, q)) {
			bool part = q->date.time == EDTF_NO_TIME;

			add_time(p, q);
			p->to = q->to;
			/* "Thursday evening at 8:30" */
			return part ? join_time(r, p, depth) : p;
		}
		r->ph->n = n;
	} else if (p->sort == SORT_TIME && depth == 0 &&
		   (at = joint(r, r->l->on, p->to))) {
		/* "the morning of May 8", but "noon, May 8" */
		bool part = p->day_part && p->date.time == EDTF_NO_TIME;
		bool told = pattern_group(r->l->on, "g").s != NULL;

		q = part_at(r, at, depth + 1);
		if (q && takes_time(q, p) && (told || !part) &&
		    !is_day_number(q)) {
			add_time(q, p);
			q->from = p->from;
			return q;
		}
		r->ph->n = n;
	}
	return p;
}

/* "for two weeks" */
static bool
is_lasting(const struct reading *r, const struct date_part *p)
{
	size_t begin;
	long row = words_before(&r->l->cues, r->text, p->from, &begin);

	return p->sign > 0 &&
	       str_is(words_cell(&r->l->cues, row, "side"), "lasting");
}

/* "two days before January 12": a length needs its date. */
static void
join_after(struct reading *r, struct date_part *p, int depth)
{
	size_t at = joint(r, r->l->on, p->to);
	int n = r->ph->n;
	struct date_part *q = at ? part_at(r, at, depth + 1) : NULL;

	/* "64 days from May 1 to July 3" lasted them, and so did "for two weeks
	 * from May 1". */
	if (q && !is_lasting(r, p) && !(q->bare && q->sort == SORT_CALENDAR) &&
	    !(p->sign > 0 && joint(r, r->l->range, q->to)) &&
	    (q->sort == SORT_CALENDAR || q->sort == SORT_RELATIVE ||
		q->sort == SORT_WEEKDAYS)) {
		p->after = q;
		p->to = q->to;
		return;
	}
	r->ph->n = n;
	p->to = p->bare_to;
	p->open = p->event;
	p->anchored = p->event;
}

static struct date_part *
part_at(struct reading *r, size_t at, int depth)
{
	struct date_part *p = fresh(r), *q;

	if (!p || at >= r->text.n ||
	    !date_read(r->l, r->text, at, p, r->errors))
		return NULL;
	r->ph->n++;
	if (depth > DEEPEST)
		return p;
	if (p->sort == SORT_LENGTH && p->anchored && p->base == BASE_NEXT)
		join_after(r, p, depth);
	if (p->sort == SORT_WEEK_OF) {
		q = part_at(r, p->to, depth + 1);
		if (!q || !is_day(q) || q->date.time > EDTF_NO_TIME)
			return NULL;
		p->after = q;
		p->to = q->to;
		return p;
	}
	if (!date_goes_on(r->l, r->text, p->to)) {
		imply_year(r, p);
		return p;
	}
	p = join_weekday(r, p);
	if (!join_period(r, p, depth))
		imply_year(r, p);
	join_months(r, p, depth);
	p = join_ago(r, join_inner(r, p));
	return join_time(r, p, depth);
}

/* Is "and" between two ends of a range here: "between 2005 and 2024"? */
static bool
is_pair(const struct reading *r, size_t from)
{
	size_t begin = from;

	for (int i = 0; i < 3; i++) {
		long row = words_before(&r->l->cues, r->text, begin, &begin);

		if (row < 0)
			return false;
		if (str_is(words_cell(&r->l->cues, row, "side"), "pair"))
			return true;
	}
	return false;
}

static bool
is_year(const struct date_part *p)
{
	return p->sort == SORT_CALENDAR && !p->in && p->holiday == 0 &&
	       p->weekday == 0 && p->week == 0 && p->date.month == 0 &&
	       p->date.day == 0 && p->date.hidden == 0;
}

static bool
can_end(const struct date_part *p)
{
	return (p->sort == SORT_CALENDAR && !is_day_number(p)) ||
	       p->sort == SORT_RELATIVE || p->sort == SORT_PERIOD ||
	       (p->sort == SORT_NTH && p->in) ||
	       (p->sort == SORT_LENGTH && p->anchored) ||
	       p->sort == SORT_WEEKDAYS;
}

/* "June 6 to today", not "June 6 - this year". */
static bool
same_grain(const struct date_part *p, const struct date_part *q)
{
	if (q->sort != SORT_RELATIVE && q->sort != SORT_PERIOD)
		return true;
	return q->unit == UNIT_DAY || q->unit == date_unit_of(p);
}

/* "from 9 a.m. to 5 p.m. on Monday": the day holds for both times. */
static bool
share_day(struct date_part *p, const struct date_part *q)
{
	struct date_part time = *p;

	if (p->sort != SORT_TIME || p->day_part || !is_day(q) ||
	    q->date.time == EDTF_NO_TIME || p->date.hour >= q->date.hour)
		return false;
	*p = *q;
	p->from = time.from;
	p->to = time.to;
	p->exact = time.exact;
	add_time(p, &time);
	return true;
}

/* The other end of a range, or NULL. */
static struct date_part *
far_end(struct reading *r, struct date_part *p, size_t at)
{
	int n = r->ph->n;
	struct date_part *q = part_at(r, at, 0);
	bool days = is_month_day(p);

	if (q && p->sort == SORT_TIME &&
	    (q->sort == SORT_TIME || share_day(p, q)))
		return q;
	if (q && can_end(q) && same_grain(p, q) && p->sort != SORT_TIME &&
	    !(days && is_year(q) && q->bare && p->date.hidden == YEAR_HIDDEN))
		return q;
	r->ph->n = n;
	if (!(q = fresh(r)))
		return NULL;
	if (days && date_read_day(r->l, r->text, at, q, r->errors) &&
	    q->date.month == 0) {
		q->date.month = p->date.month;
		q->bare = false;
		r->ph->n++;
		return q;
	}
	if (is_year(p) && date_read_year(r->l, r->text, at, q, r->errors)) {
		q->date.year = p->date.year / 100 * 100 + q->date.year % 100;
		if (q->date.year <= p->date.year)
			return NULL;
		r->ph->n++;
		return q;
	}
	return NULL;
}

/* May one be counted beside the other: two months, two weekdays? */
static bool
is_peer(const struct date_part *p, const struct date_part *q)
{
	return p->sort == q->sort && date_unit_of(p) == date_unit_of(q) &&
	       date_is_weekday(p) == date_is_weekday(q);
}

/* What q is told to lie in holds for p too, which tells nothing of it. */
static void
share(struct date_part *p, const struct date_part *q)
{
	p->in = q->in;
	if (p->in || p->sort != SORT_CALENDAR || q->date.hidden != 0)
		return;
	p->date.hidden = 0;
	p->date.year = q->date.year;
	/* December and January 2018 */
	if (p->date.month <= 12 && p->date.month > q->date.month)
		p->date.year--;
}

/* "killed 5 on March 5 and 12 on March 6": is a date told of the number? */
static bool
is_dated(struct reading *r, size_t at)
{
	int n = r->ph->n;
	bool dated = (at = joint(r, r->l->on, at)) &&
		     pattern_group(r->l->on, "g").s &&
		     part_at(r, at, DEEPEST + 1);

	r->ph->n = n;
	return dated;
}

/* "March 5 and": the number of another day, alone at a place. */
static struct date_part *
listed_day(struct reading *r, const struct date_part *p, size_t at)
{
	int n = r->ph->n;
	struct date_part *q;
	bool more;

	if (!is_month_day(p))
		return NULL;
	q = part_at(r, at, DEEPEST + 1);
	more = q && !is_day_number(q);
	r->ph->n = n;
	if (more || !(q = fresh(r)) ||
	    !date_read_day(r->l, r->text, at, q, r->errors) ||
	    !date_ends(r->l, r->text, q->to))
		return NULL;
	q->date.month = p->date.month;
	q->bare = false;
	r->ph->n++;
	if (q->date.hidden == YEAR_HIDDEN && is_dated(r, q->to)) {
		r->ph->n = n;
		return NULL;
	}
	return q;
}

/* Where what stands beside p in a list begins, or 0; *last is whether it is the
 * end of the list. */
static size_t
listed_at(struct reading *r, const struct date_part *p, bool *last)
{
	size_t at = 0;

	if (date_goes_on(r->l, r->text, p->to))
		at = joint(r, r->l->list, p->to);
	*last = at && !pattern_group(r->l->list, "c").s;
	return at;
}

/*
 * "June and July 2018", "Monday and Tuesday of last week": what the end of a
 * list tells of its year or week holds for the dates before it.  False where
 * there is no list that ends with "and".
 */
static bool
join_list(struct reading *r, struct date_part *p)
{
	int n = r->ph->n;
	struct date_part *q;
	size_t at;
	bool last;

	if (n > LISTED || !is_open(p) || !(at = listed_at(r, p, &last)))
		return false;
	if (!(q = listed_day(r, p, at)))
		q = part_at(r, at, 0);
	if (q && is_peer(p, q) && !q->directed && (last || join_list(r, q))) {
		share(p, q);
		return true;
	}
	r->ph->n = n;
	return false;
}

bool
phrase_next_day(const struct date_lang *l, struct str text,
    const struct date_part *before, struct date_phrase *ph,
    unsigned long *errors)
{
	struct reading r = { l, text, ph, errors };
	struct date_part *q;
	size_t at;
	bool last;

	ph->n = 0;
	if (!is_month_day(before) || !(at = listed_at(&r, before, &last)) ||
	    !(q = listed_day(&r, before, at)) || !(join_list(&r, q) || last))
		return false;
	ph->top = q;
	return true;
}

/* "2022/23" */
static bool
is_year_pair(const struct date_part *p, const struct date_part *q)
{
	return is_year(p) && is_year(q) && q->date.year == p->date.year + 1;
}

static void
join_range(struct reading *r, struct date_part *p)
{
	int n = r->ph->n;
	size_t at;
	struct date_part *q;
	bool pair, slash;

	if (!date_goes_on(r->l, r->text, p->to))
		return;
	at = joint(r, r->l->range, p->to);
	if (!at || (!can_end(p) && p->sort != SORT_TIME) || p->day_part)
		return;
	slash = memchr(r->text.s + p->to, '/', at - p->to) != NULL;
	pair = pattern_group(r->l->range, "b").s != NULL;
	/* the comma that ends "June 16, 2025," */
	if (pattern_group(r->l->range, "c").s && !is_day(p))
		return;
	if ((pair && !is_pair(r, p->from)) ||
	    (slash && !p->numeric && !is_year(p)))
		return;
	q = far_end(r, p, at);
	if (!q || (slash && !q->numeric && !is_year_pair(p, q)) ||
	    q->day_part || (q->sort == SORT_TIME && !p->exact && !q->exact)) {
		r->ph->n = n;
		return;
	}
	if (is_open(p) && q->in && is_peer(p, q))
		p->in = q->in; /* "March to May last year" */
	p->until = q;
	p->near_to = p->to;
	p->to = q->to;
	if (is_year(p) && is_year(q))
		p->bare = q->bare = p->spoken;
	if (p->numeric && q->numeric)
		p->bare = q->bare = false;
	p->exact = p->exact || q->exact;
}

/* "2007-08" is a range of years, "2007-05" a month. */
static bool
is_season_years(const struct date_part *p)
{
	return p->sort == SORT_CALENDAR && p->numeric && p->date.month > 0 &&
	       p->date.day == 0 && p->date.hidden == 0 &&
	       p->to - p->from == 7 && p->date.month == p->date.year % 100 + 1;
}

bool
phrase_read(const struct date_lang *l, struct str text, size_t at,
    struct date_phrase *ph, unsigned long *errors)
{
	struct reading r = { l, text, ph, errors };
	struct date_part *q;

	ph->n = 0;
	ph->wrong = 0;
	ph->top = part_at(&r, at, 0);
	if (!ph->top) {
		if (ph->part[0].sort == SORT_CALENDAR &&
		    ph->part[0].date.day > 0)
			ph->wrong = ph->part[0].to;
		return false;
	}
	if (ph->top->second > 0 &&
	    (!ph->top->listed || is_pair(&r, ph->top->from)) &&
	    (q = fresh(&r))) {
		*q = *ph->top;
		ph->n++;
		if (q->fiscal)
			q->date.year = q->second;
		else
			q->date.day = q->second;
		ph->top->until = q;
		ph->top->near_to = ph->top->to;
		q->second = ph->top->second = 0;
	} else if (ph->top->second > 0) {
		/* "6 and 9 May": the first alone, the second has its own. */
		ph->top->to = ph->top->near_to;
	} else if (is_season_years(ph->top) && (q = fresh(&r))) {
		*q = *ph->top;
		ph->n++;
		q->date.year++;
		ph->top->date.month = q->date.month = 0;
		ph->top->until = q;
		ph->top->near_to = ph->top->from + 4;
	} else {
		join_range(&r, ph->top);
		if (!ph->top->until)
			join_list(&r, ph->top);
	}
	return true;
}
