#include "date.h"

#include <stdlib.h>

#include "emit.h"
#include "lang.h"
#include "mem.h"
#include "utf8.h"

/* For how many sentences a year that the text tells of is kept in mind. */
enum { STORY_AGE = 3, STORY_PAST = 2 };

enum { URL_REACH = 400, ALONE = 60 };

struct loaded {
	struct loaded *next;
	struct str code;
	struct date_lang *lang;
};

struct date_finder {
	struct date_options o;
	struct loaded *loaded;
	struct date_lang *lang; /* of the sentence; NULL: nothing is found */
	struct str text;
	size_t at;	       /* where to look on */
	size_t before;	       /* the end of the last date */
	struct date_part last; /* it, with its value, where a list may go on */
	const char *last_basis;
	struct date_context context;
	bool published_by_text; /* it alone tells the publication date */
	/* of the document */
	enum date_order order;
	bool ahead; /* the sentence has named a date to come */
	int story_year, story_age;
	struct buf line; /* of the paragraph, as the stream tells it */
	unsigned long errors;
	bool all;
};

struct date_finder *
date_finder_new(const struct date_options *o)
{
	struct date_finder *f = mem_zero(1, sizeof(*f));

	f->o = *o;
	return f;
}

void
date_finder_free(struct date_finder *f)
{
	while (f && f->loaded) {
		struct loaded *next = f->loaded->next;

		if (f->loaded->lang)
			date_lang_free(f->loaded->lang);
		free((char *)f->loaded->code.s);
		free(f->loaded);
		f->loaded = next;
	}
	if (f)
		buf_free(&f->line);
	free(f);
}

unsigned long
date_errors(const struct date_finder *f)
{
	return f->errors;
}

void
date_search_all(struct date_finder *f)
{
	f->all = true;
}

static struct date_lang *
language(struct date_finder *f, struct str code)
{
	struct loaded *e;

	if (!code.s || code.n == 0)
		code = f->o.lang.s ? f->o.lang : STR("en");
	for (e = f->loaded; e; e = e->next)
		if (str_eq(e->code, code))
			return e->lang;
	e = mem_zero(1, sizeof(*e));
	e->code = (struct str){ mem_copy(code.s, code.n), code.n };
	if (lang_known(code))
		e->lang = date_lang_new(e->code);
	e->next = f->loaded;
	f->loaded = e;
	return e->lang;
}

/* The publication date: as far as it is told. */
static void
read_published(struct date_context *c, struct str published)
{
	struct edtf e;

	c->known = false;
	if (!published.s || !edtf_read(published, &e) || e.kind != EDTF_DATE ||
	    e.from.hidden || e.from.month > 12 ||
	    !edtf_first(&e, &c->published))
		return;
	c->known = true;
	c->precision = e.from.day > 0	  ? UNIT_DAY
		       : e.from.month > 0 ? UNIT_MONTH
					  : UNIT_YEAR;
}

void
date_begin(struct date_finder *f, struct str text, struct str lang,
    struct str published, bool new_doc)
{
	if (new_doc) {
		f->context = (struct date_context){ 0 };
		f->order = ORDER_UNKNOWN;
		f->story_year = 0;
	}
	f->lang = language(f, lang);
	if (f->lang)
		f->lang->all = f->all;
	f->text = text;
	f->at = f->before = 0;
	f->last.sort = SORT_NONE;
	f->ahead = false;
	f->story_age++;
	read_published(&f->context, published.s ? published : f->o.published);
}

static bool
is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Is the character before a place one of a word?  Those that begin with 0xC2 or
 * 0xE2, as no-break spaces, quotes and dashes, are none. */
static bool
is_letter_before(struct str text, size_t at)
{
	unsigned char c = (unsigned char)text.s[--at];

	if (c < 0x80)
		return is_word_byte((char)c);
	while (at > 0 && utf8_is_tail(text.s[at]))
		at--;
	c = (unsigned char)text.s[at];
	return c != 0xC2 && c != 0xE2;
}

/* Can a date begin here: not inside a word, a number, a version? */
static bool
is_begin(struct str text, size_t at)
{
	char a = at > 0 ? text.s[at - 1] : ' ',
	     b = at > 1 ? text.s[at - 2] : ' ';

	if (at > 0 && is_letter_before(text, at))
		return false;
	if (!is_digit(text.s[at]))
		return true;
	return !((a == '.' || a == ',' || a == '/' || a == '-' || a == ':') &&
		   is_digit(b)) &&
	       a != '$' && a != '#';
}

/* Is it inside of an address, "https://..."? */
static bool
in_url(struct str text, size_t at)
{
	for (int i = 0; at > 2 && i < URL_REACH; i++, at--) {
		char c = text.s[at - 1];

		if (c == ' ' || c == '\t' || c == '(' || c == '"')
			return false;
		if (c == '/' && text.s[at - 2] == '/' && text.s[at - 3] == ':')
			return true;
	}
	return false;
}

/* The length of an apostrophe that ends at a place: the '90s. */
static size_t
apostrophe(struct str text, size_t at)
{
	if (at > 0 && text.s[at - 1] == '\'')
		return 1;
	return at > 2 && memcmp(text.s + at - 3, "\xE2\x80\x99", 3) == 0 ? 3
									 : 0;
}

/* Past a word or number in which no date begins. */
static size_t
skip_word(struct str text, size_t at)
{
	bool digit = is_digit(text.s[at]);

	do
		at++;
	while (at < text.n && is_word_byte(text.s[at]) &&
	       is_digit(text.s[at]) == digit &&
	       (unsigned char)text.s[at] != 0xE2 &&
	       (unsigned char)text.s[at] != 0xC2);
	return at;
}

/* Puts day and month in the order that the document, or an option, tells. */
static const char *
put_in_order(struct date_finder *f, struct date_part *p)
{
	enum date_order order = f->order;
	const char *basis = "document";
	int month;

	if (p->until && p->until->swapped)
		put_in_order(f, p->until);
	if (!p->swapped)
		return NULL;
	if (order == ORDER_UNKNOWN)
		order = f->o.order, basis = "option";
	if (order == ORDER_UNKNOWN)
		basis = "none";
	if (order == ORDER_DAY_FIRST) {
		month = p->date.month;
		p->date.month = p->date.day;
		p->date.day = month;
	}
	p->swapped = false;
	return basis;
}

static void
learn_order(struct date_finder *f, const struct date_part *p)
{
	const char *s = f->text.s + p->from;
	int first = 0;
	size_t i;

	if (!p->numeric || p->swapped || p->date.day == 0 ||
	    p->date.month == 0 || p->date.day == p->date.month)
		return;
	for (i = 0; i < 2 && is_digit(s[i]); i++)
		first = first * 10 + (s[i] - '0');
	if (s[i] != '/')
		return;
	f->order = first == p->date.day ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
}

/* Keeps the date for those that count from it. */
static void
remember(struct date_finder *f, const struct date_part *p, const struct edtf *e,
    enum date_basis basis)
{
	struct edtf_date d = e->to;

	if (e->kind == EDTF_NONE || d.hidden || e->open_to ||
	    p->sort == SORT_SPAN || p->sort == SORT_TIME)
		return;
	f->context.anchor = d;
	f->context.anchored = true;
	if (basis == BASIS_EXPLICIT && p->sort == SORT_CALENDAR &&
	    f->context.known &&
	    d.year + STORY_PAST <= f->context.published.year && d.month > 0 &&
	    d.year > 0) {
		f->story_year = d.year;
		f->story_age = 0;
	} else if (basis == BASIS_PUBLISHED) {
		f->story_year = 0;
	}
}

/* Is there no word but the date, and what introduces it? */
static bool
is_alone(const struct date_finder *f, const struct date_part *p)
{
	size_t from = p->from;

	if (f->text.n > ALONE)
		return false;
	while (words_before(&f->lang->cues, f->text, from, &from) >= 0)
		;
	for (size_t i = 0; i < f->text.n; i++)
		if ((i < from || i >= p->to) && is_word_byte(f->text.s[i]))
			return false;
	return true;
}

/* Does its value depend on what the sentence looks at, past or future? */
static bool
needs_tense(const struct date_part *p)
{
	if (p->sort == SORT_CALENDAR)
		return p->date.hidden == YEAR_HIDDEN;
	if (p->sort == SORT_LENGTH)
		return !p->anchored || (p->after && needs_tense(p->after));
	return (p->in && needs_tense(p->in)) ||
	       (p->after && needs_tense(p->after)) ||
	       ((p->sort == SORT_RELATIVE || p->sort == SORT_PERIOD) &&
		   p->unit == UNIT_WEEKEND);
}

/* "in two weeks", said of what is to come, is a date. */
static void
reach_ahead(const struct date_finder *f, struct date_part *p)
{
	size_t begin;
	long row;

	if (p->sort != SORT_LENGTH || p->anchored || p->code.n > 0 ||
	    p->most > 0 || !f->context.future)
		return;
	row = words_before(&f->lang->cues, f->text, p->from, &begin);
	if (!str_is(words_cell(&f->lang->cues, row, "side"), "ahead"))
		return;
	p->anchored = true;
	p->sign = 1;
	p->base = BASE_NOW;
}

static const char *
kind_of(const struct date_part *p)
{
	if (p->sort == SORT_SET)
		return "set";
	if (p->sort == SORT_SPAN || (p->sort == SORT_LENGTH && !p->anchored))
		return "duration";
	if (p->sort == SORT_TIME || p->date.time > EDTF_NO_TIME ||
	    p->day_part ||
	    (p->sort == SORT_LENGTH && p->length[0].unit < UNIT_DAY))
		return "time";
	return "date";
}

static const char *
relation_of(const struct date_cue *c, const struct edtf *e)
{
	static const char *const known[] = { "on", "during", "by", "before",
		"since", "until", "after", "from" };
	bool long_one = e->kind == EDTF_INTERVAL || e->from.hidden == 1 ||
			e->from.hidden == 2;

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_is(c->relation, known[i])) {
			/* in the 1960s; from June 26 to June 30 */
			if (long_one && (i == 0 || i == 7))
				return "during";
			return known[i];
		}
	return NULL;
}

/* "the next day" follows what was told, "next week" the day of speaking. */
static void
turn_to_story(const struct date_finder *f, struct date_part *p)
{
	size_t begin;
	long row;

	if (p->sort != SORT_RELATIVE || p->base != BASE_NOW || p->offset <= 0 ||
	    p->unit > UNIT_MONTH)
		return;
	row = words_before(&f->lang->cues, f->text, p->from, &begin);
	if (str_is(words_cell(&f->lang->cues, row, "side"), "article"))
		p->base = BASE_THEN;
}

/* Fills the mention; false where the words make no date after all. */
static bool
tell(struct date_finder *f, struct date_part *p, struct date_mention *m)
{
	static const char *const names[] = { "explicit", "published",
		"document", "none" };
	enum date_basis basis;
	struct day d;
	const char *order;

	learn_order(f, p);
	order = put_in_order(f, p);
	f->context.story_year =
	    f->story_year > 0 && f->story_age <= STORY_AGE ? f->story_year : 0;
	*m = (struct date_mention){ .from = p->from,
		.cue = date_cue(f->lang, f->text, p) };
	/* "I'll be out since August": since speaks of the past. */
	f->context.future = needs_tense(p) &&
			    !str_is(m->cue.relation, "since") &&
			    (f->ahead || date_future(f->lang, f->text, p));
	f->context.alone = needs_tense(p) && is_alone(f, p);
	reach_ahead(f, p);
	turn_to_story(f, p);
	m->to = p->to;
	if (!date_resolve(f->lang, &f->context, p, &m->value, &basis)) {
		if (!p->until)
			return false;
		/* No range: its near end alone. */
		p->until = NULL;
		m->to = p->to = p->near_to;
		m->cue = date_cue(f->lang, f->text, p);
		if (!date_resolve(f->lang, &f->context, p, &m->value, &basis))
			return false;
	}
	m->kind = kind_of(p);
	if (p->sort == SORT_SPAN || p->sort == SORT_SET ||
	    (p->sort == SORT_LENGTH && (!p->anchored || p->open)))
		date_duration(p, m->duration);
	m->basis = order && basis == BASIS_EXPLICIT ? order : names[basis];
	if (basis == BASIS_PUBLISHED && f->published_by_text)
		m->basis = names[BASIS_DOCUMENT];
	m->relation = relation_of(&m->cue, &m->value);
	m->days_known = !p->fiscal && edtf_first(&m->value, &d);
	remember(f, p, &m->value, basis);
	if (f->context.known && edtf_first(&m->value, &d) &&
	    p->sort != SORT_SPAN &&
	    calendar_compare(d, f->context.published) > 0)
		f->ahead = true;
	return true;
}

/* Goes on behind a date, and keeps it for the days of its month behind it in a
 * list. */
static void
pass(struct date_finder *f, const struct date_part *p,
    const struct date_mention *m)
{
	f->at = f->before = m->to;
	f->last = (struct date_part){ .sort = SORT_NONE };
	if (p->sort != SORT_CALENDAR || m->value.kind != EDTF_DATE)
		return;
	f->last.sort = SORT_CALENDAR;
	f->last.date = m->value.from;
	f->last.to = m->to;
	f->last_basis = m->basis;
}

/* "March 5, 7 and 9": the next number. */
static bool
next_of_list(struct date_finder *f, struct date_mention *m)
{
	struct date_phrase ph;
	bool own;

	if (f->last.sort == SORT_NONE ||
	    !phrase_next_day(f->lang, f->text, &f->last, &ph, &f->errors))
		return false;
	own = ph.top->in || ph.top->date.hidden == 0;
	if (!own) {
		ph.top->date.year = f->last.date.year;
		ph.top->date.hidden = f->last.date.hidden;
	}
	if (!tell(f, ph.top, m))
		return false;
	if (!own)
		m->basis = f->last_basis;
	pass(f, ph.top, m);
	return true;
}

bool
date_next(struct date_finder *f, struct date_mention *m)
{
	struct date_phrase ph;
	enum date_verdict verdict;

	if (!f->lang)
		return false;
	if (next_of_list(f, m))
		return true;
	while ((f->at = date_trigger(f->lang, f->text, f->at)) < f->text.n) {
		size_t at = f->at;

		if (is_digit(f->text.s[at]))
			at -= apostrophe(f->text, at);
		if (!is_begin(f->text, at)) {
			f->at = skip_word(f->text, f->at);
			continue;
		}
		if (!phrase_read(f->lang, f->text, at, &ph, &f->errors)) {
			f->at = ph.wrong > at ? ph.wrong
					      : skip_word(f->text, f->at);
			continue;
		}
		verdict = date_judge(f->lang, f->text, ph.top, f->before);
		if (verdict == DATE_GOOD && in_url(f->text, at))
			verdict = DATE_NOT;
		if (verdict == DATE_NOT ||
		    (verdict == DATE_NAME && !f->o.names)) {
			if (verdict == DATE_NAME && !f->context.anchored) {
				f->context.anchored = true;
				f->context.anchor = ph.top->date;
			}
			f->at = skip_word(f->text, f->at);
			continue;
		}
		if (!tell(f, ph.top, m)) {
			f->at = skip_word(f->text, f->at);
			continue;
		}
		m->name = verdict == DATE_NAME;
		pass(f, ph.top, m);
		return true;
	}
	return false;
}

static void
emit_mention(
    const struct date_mention *m, const struct sentence *s, struct buf *out)
{
	char value[EDTF_SIZE];
	struct edtf day;
	struct day d;

	mention_begin(out, "date", s, m->from, m->to);
	emit_text(out, "kind", str_from(m->kind));
	edtf_print(&m->value, value);
	if (value[0])
		emit_text(out, "edtf", str_from(value));
	if (m->days_known && edtf_first(&m->value, &d)) {
		day = edtf_date(edtf_day(d));
		edtf_print(&day, value);
		emit_text(out, "from", str_from(value));
	}
	if (m->days_known && edtf_last(&m->value, &d)) {
		day = edtf_date(edtf_day(d));
		edtf_print(&day, value);
		emit_text(out, "to", str_from(value));
	}
	if (m->duration[0])
		emit_text(out, "duration", str_from(m->duration));
	if (m->relation)
		emit_text(out, "relation", str_from(m->relation));
	if (m->cue.to > m->cue.from)
		emit_text(
		    out, "cue", str_part(s->text, m->cue.from, m->cue.to));
	emit_text(out, "basis", str_from(m->basis));
	emit_end(out);
}

/* A story goes on within its paragraph: who begins another with "in September"
 * means that before the publication. */
static void
note_paragraph(struct date_finder *f, struct str line)
{
	if (!line.s || str_eq(line, buf_text(&f->line)))
		return;
	f->story_year = 0;
	buf_reset(&f->line);
	buf_str(&f->line, line);
}

void
date_find(void *self, const struct sentence *s, struct buf *out)
{
	struct date_finder *f = self;
	struct date_mention m;

	note_paragraph(f, s->line);
	date_begin(f, s->text, s->lang, s->published, s->new_doc);
	f->published_by_text = str_is(s->published_basis, "document");
	while (date_next(f, &m))
		emit_mention(&m, s, out);
}
