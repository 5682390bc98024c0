#include "date_judge.h"

enum { CUES = 4, TENSE_REACH = 120, LIST = 6, EARLIEST = 1000, LATEST = 2100 };

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return is_upper(c) || is_lower(c) || (unsigned char)c >= 0x80;
}

/* Back over blanks: the byte behind the word before this place. */
static size_t
back(struct str text, size_t at)
{
	while (
	    at > 0 && (text.s[at - 1] == ' ' || text.s[at - 1] == '\t' ||
			  text.s[at - 1] == '\xA0' || text.s[at - 1] == '\xC2'))
		at--;
	return at;
}

static size_t
word_begin(struct str text, size_t end)
{
	while (end > 0 &&
	       (is_letter(text.s[end - 1]) || is_digit(text.s[end - 1]) ||
		   text.s[end - 1] == '\''))
		end--;
	return end;
}

static size_t
word_end(struct str text, size_t at)
{
	while (at < text.n && (is_letter(text.s[at]) || text.s[at] == '\'' ||
				  is_digit(text.s[at])))
		at++;
	return at;
}

static long
cue_before(const struct date_lang *l, struct str text, size_t at)
{
	size_t begin;

	return words_before(&l->cues, text, at, &begin);
}

static bool
cell_is(
    const struct date_words *w, long row, const char *column, const char *is)
{
	return row >= 0 && str_is(words_cell(w, row, column), is);
}

/* A preposition right before, perhaps with an article between. */
static bool
preposition_before(const struct date_lang *l, struct str text, size_t at)
{
	for (int i = 0; i < CUES; i++) {
		long row = words_before(&l->cues, text, at, &at);

		if (row < 0)
			return false;
		if (words_cell(&l->cues, row, "relation").n > 0)
			return true;
		if (words_cell(&l->cues, row, "year").n > 0)
			return false; /* no article: "to" */
	}
	return false;
}

/* The word behind: begin and end; empty where something else stands there. */
static struct str
next_word(struct str text, size_t at)
{
	size_t begin = at + words_blanks(text, at);

	return str_part(text, begin, word_end(text, begin));
}

static bool
is_counted(const struct date_lang *l, struct str word)
{
	return word.n > 0 && words_row(&l->nouns, word) >= 0;
}

static bool
ends_in_s(struct str w)
{
	return w.n > 3 && w.s[w.n - 1] == 's' && w.s[w.n - 2] != 's' &&
	       is_lower(w.s[0]);
}

static bool
is_possessive(struct str text, size_t at)
{
	return (at + 1 < text.n && text.s[at] == '\'' &&
		   text.s[at + 1] == 's') ||
	       (at + 3 < text.n &&
		   memcmp(text.s + at, "\xE2\x80\x99s", 4) == 0);
}

/* Capital words behind a year up to a noun of events: 2018 Baoji Forum. */
static bool
names_event(const struct date_lang *l, struct str text, size_t at)
{
	for (int i = 0; i < 5; i++) {
		struct str w = next_word(text, at);
		long row;

		if (w.n == 0 || !is_upper(w.s[0]))
			return false;
		row = words_row(&l->names, w);
		if (cell_is(&l->names, row, "side", "behind") ||
		    cell_is(&l->names, row, "side", "both"))
			return true;
		at = (size_t)(w.s - text.s) + w.n;
	}
	return false;
}

/* Is the number the end of a name: Agenda 2030, NEXT Astana 2023? */
static bool
ends_name(const struct date_lang *l, struct str text, size_t at)
{
	size_t end = back(text, at), begin = word_begin(text, end), before;
	struct str w = str_part(text, begin, end);
	long row;

	if (w.n == 0 || end == at)
		return false;
	row = words_row(&l->names, w);
	if (cell_is(&l->names, row, "side", "before") ||
	    cell_is(&l->names, row, "side", "both"))
		return true;
	if (!is_upper(w.s[0]) || words_row(&l->cues, w) >= 0 ||
	    words_row(&l->function, w) >= 0)
		return false;
	before = back(text, begin);
	return before > 0 && text.s[before - 1] != '.' &&
	       text.s[before - 1] != ':';
}

/* Four digits alone: a year, an amount, a part of a name? */
static enum date_verdict
judge_year(const struct date_lang *l, struct str text,
    const struct date_part *p, size_t before)
{
	size_t from = p->from, prior = back(text, from), other;
	struct str next = next_word(text, p->to);
	long cue = cue_before(l, text, from);
	bool licensed = cell_is(&l->cues, cue, "year", "yes");
	bool maybe = cell_is(&l->cues, cue, "year", "maybe") || cue >= 0;
	bool plain_end = next.n == 0;
	char last = prior > 0 ? text.s[prior - 1] : ' ';
	bool nothing_before =
	    prior == 0 ||
	    (prior < from && (last == '.' || last == '!' || last == '?'));

	if (p->date.year < EARLIEST || p->date.year >= LATEST)
		return DATE_NOT;
	if (from > 0 && memchr("$#@_=&?+\xA3\xA5\xAC", text.s[from - 1], 11) &&
	    !(text.s[from - 1] == '='))
		return DATE_NOT;
	if (names_event(l, text, p->to) || ends_name(l, text, from))
		return DATE_NAME;
	if (is_counted(l, next) && !nothing_before)
		return DATE_NOT;
	if (licensed || is_possessive(text, p->to))
		return DATE_GOOD;
	if (p->short_year) /* in '98, but not '98 dollars' */
		return DATE_NOT;
	if (!plain_end && is_digit(next.s[0]))
		return DATE_NOT;
	/* in 1985 and 1986; 2009, 2010 World Cup */
	if (before > 0 && prior >= before && prior - before <= 4)
		return DATE_GOOD;
	if (p->date.year < 1500)
		return DATE_NOT;
	if (nothing_before) /* 1979: Soviet deployment; 2002 World Cup */
		return ends_in_s(next) && next.n + p->to + 1 < text.n
			   ? DATE_NOT
			   : DATE_GOOD;
	/* 10 - 2024 */
	other = last == '-' && prior > 1 ? back(text, prior - 1) : 0;
	if (other > 0 && is_digit(text.s[other - 1]))
		return DATE_NOT;
	if (ends_in_s(next) && cue < 0)
		return DATE_NOT;
	if (last == '(' || last == ',' || last == ';' || last == '-' ||
	    last == '\x93' || last == '\x94' || last == ':')
		return plain_end || !ends_in_s(next) ? DATE_GOOD : DATE_NOT;
	/* a survey of 1709 schoolchildren */
	if (maybe && p->date.year < 1900 && ends_in_s(next))
		return DATE_NOT;
	if (maybe)
		return DATE_GOOD;
	/* a 2003 interview, his 1995 book: a number that counts would have a
	 * noun in the plural behind it. */
	return (plain_end && p->date.year >= 1900 && p->date.year < 2050) ||
		       (!plain_end && is_letter(next.s[0]) && is_letter(last) &&
			   !ends_in_s(next))
		   ? DATE_GOOD
		   : DATE_NOT;
}

/* Is it a part of what follows: "spring of hope"? */
static bool
has_whole(const struct date_lang *l, struct str text, const struct date_part *p)
{
	return cell_is(&l->cues, words_row(&l->cues, next_word(text, p->to)),
	    "side", "whole");
}

/* Month names that are words too, short forms, and what is not capital. */
static bool
judge_word(const struct date_lang *l, struct str text,
    const struct date_part *p, size_t before)
{
	size_t prior = back(text, p->from);
	bool cue =
	    preposition_before(l, text, p->from) ||
	    cell_is(&l->cues, cue_before(l, text, p->from), "part", "early") ||
	    cell_is(&l->cues, cue_before(l, text, p->from), "part", "end") ||
	    cell_is(&l->cues, cue_before(l, text, p->from), "part", "mid");
	bool near = before > 0 && prior >= before && prior - before <= LIST;

	if (p->care && p->weekday > 0) {
		long row = cue_before(l, text, p->from);

		return row >= 0 &&
		       words_cell(&l->cues, row, "relation").n > 0 &&
		       p->capital;
	}
	if (p->date.month > 12) { /* a season */
		return cue && !(p->care && has_whole(l, text, p));
	}
	if (p->care)
		return cue || (near && p->capital);
	if (p->abbreviated && p->weekday == 0)
		return cue || near ||
		       (p->capital && p->to < text.n && text.s[p->to] == '.');
	return true;
}

/* "next spring", but not "the last fall in prices". */
static bool
judge_season(
    const struct date_lang *l, struct str text, const struct date_part *p)
{
	struct str next = next_word(text, p->to);

	return p->date.month > 12 &&
	       !cell_is(
		   &l->cues, cue_before(l, text, p->from), "side", "article") &&
	       words_cell(&l->cues, words_row(&l->cues, next), "relation").n ==
		   0 &&
	       !has_whole(l, text, p);
}

static bool
is_lone_month(const struct date_part *p)
{
	return p->sort == SORT_CALENDAR && !p->in && !p->until &&
	       !p->directed && p->date.hidden == YEAR_HIDDEN &&
	       p->date.day == 0 && p->date.time == EDTF_NO_TIME &&
	       p->holiday == 0 && p->week == 0 &&
	       (p->date.month > 0 || p->weekday > 0) &&
	       (p->date.month < EDTF_QUARTER);
}

bool
date_ends(const struct date_lang *l, struct str text, size_t at)
{
	struct str next = next_word(text, at);

	return next.n == 0 || words_row(&l->function, next) >= 0;
}

/* the 29th: not the 29th anniversary. */
static bool
judge_day(const struct date_lang *l, struct str text, const struct date_part *p)
{
	if (p->in)
		return true;
	return !p->spoken && cue_before(l, text, p->from) >= 0 &&
	       preposition_before(l, text, p->from) &&
	       date_ends(l, text, p->to);
}

/* the end of the year, throughout the weekend: with words that make it the
 * present one. */
static bool
judge_period(
    const struct date_lang *l, struct str text, const struct date_part *p)
{
	size_t at = p->from;
	int articles = 0;

	for (int i = 0; i < CUES; i++) {
		long row = words_before(&l->cues, text, at, &at);

		if (row < 0)
			return false;
		if (p->directed || words_cell(&l->cues, row, "part").n > 0 ||
		    str_is(words_cell(&l->cues, row, "relation"), "during") ||
		    (p->unit == UNIT_WEEKEND &&
			words_cell(&l->cues, row, "relation").n > 0))
			return p->directed ||
			       (articles > 0 && p->unit > UNIT_DAY);
		articles++;
	}
	return false;
}

static bool
judge_time(
    const struct date_lang *l, struct str text, const struct date_part *p)
{
	if (p->day_part && p->date.time == EDTF_NO_TIME)
		return false;
	return p->exact || preposition_before(l, text, p->from);
}

static bool
judge_length(
    const struct date_lang *l, struct str text, const struct date_part *p)
{
	size_t begin = p->from;
	long row;

	if ((p->anchored && !p->open) || p->code.n > 0)
		return true;
	if (is_digit(text.s[p->from]) || p->lengths > 1 || p->most > 0)
		return true;
	/* a year, an hour: what lasts, not "$5 a year". */
	if (p->length[0].hundredths == 100) {
		row = words_before(&l->cues, text, p->from, &begin);
		if (p->length[0].unit == UNIT_SECOND)
			return false;
		return row >= 0 ||
		       next_word(text, p->from).n > 2; /* one year */
	}
	return true;
}

enum date_verdict
date_judge(const struct date_lang *l, struct str text,
    const struct date_part *p, size_t before)
{
	bool good = true;

	switch (p->sort) {
	case SORT_CALENDAR:
		if (p->fiscal || p->results || p->in)
			break;
		if (p->from == 0 && p->to == text.n && p->capital)
			break;
		if (p->directed && p->care) {
			good = judge_season(l, text, p);
		} else if (is_lone_month(p)) {
			good = judge_word(l, text, p, before);
		} else if (p->bare && p->date.hidden == 1) {
			long row = cue_before(l, text, p->from);

			/* the '80s; the 1980s and '90s */
			good = row >= 0 &&
			       (!cell_is(&l->cues, row, "year", "maybe") ||
				   (before > 0 && p->from - before <= LIST));
		} else if (p->bare && p->spoken && p->date.hidden == 0) {
			good = cell_is(&l->cues, cue_before(l, text, p->from),
			    "year", "yes");
		} else if (p->bare && p->date.hidden == 0) {
			return judge_year(l, text, p, before);
		} else if (p->bare && p->numeric) { /* 10/1 */
			good = p->weekday > 0 ||
			       preposition_before(l, text, p->from);
		} else if (p->bare && p->date.month == 0) {
			good = p->weekday > 0 || judge_day(l, text, p);
		} else if (p->date.month >= EDTF_HALF &&
			   p->date.hidden == YEAR_HIDDEN) {
			good = false; /* of a match more often than not */
		} else if (p->date.month >= EDTF_QUARTER && !p->until &&
			   p->date.hidden == YEAR_HIDDEN &&
			   has_whole(l, text, p)) {
			good = false; /* of a century, of a match */
		} else if (p->until && p->date.month == 0 &&
			   p->date.hidden == 0) {
			good =
			    p->date.year >= EARLIEST && p->date.year < LATEST &&
			    p->until->date.year < LATEST + 200 &&
			    !is_counted(l, next_word(text, p->to)) &&
			    (!p->until->short_year ||
				cue_before(l, text, p->from) >= 0 ||
				(p->from > 0 && text.s[p->from - 1] == '(')) &&
			    !(p->from > 0 &&
				memchr("$#", text.s[p->from - 1], 2));
		}
		break;
	case SORT_RELATIVE: good = p->unit >= UNIT_DAY && !p->care; break;
	case SORT_PERIOD: good = judge_period(l, text, p); break;
	case SORT_NTH:
		good = p->in && (!p->in->implied ||
				    (preposition_before(l, text, p->from) &&
					!has_whole(l, text, p)));
		break;
	case SORT_TIME: good = judge_time(l, text, p); break;
	case SORT_LENGTH: good = judge_length(l, text, p); break;
	case SORT_NONE: good = false; break;
	default: break;
	}
	return good ? DATE_GOOD : DATE_NOT;
}

struct date_cue
date_cue(const struct date_lang *l, struct str text, const struct date_part *p)
{
	struct date_cue c = { .from = p->from, .to = p->from };
	size_t at = p->from, end = p->to;
	long row = words_after(&l->cues, text, p->to, &end);

	if (cell_is(&l->cues, row, "side", "after")) {
		c.from = p->to + words_blanks(text, p->to);
		c.to = end;
		c.relation = words_cell(&l->cues, row, "relation");
		c.behind = true;
		return c;
	}
	for (int i = 0; i < CUES; i++) {
		struct str relation, part;

		end = back(text, at);
		row = words_before(&l->cues, text, at, &at);
		if (row < 0 || cell_is(&l->cues, row, "side", "after"))
			break;
		relation = words_cell(&l->cues, row, "relation");
		part = words_cell(&l->cues, row, "part");
		if (relation.n > 0 || part.n > 0) {
			if (c.from == c.to)
				c.to = end;
			c.from = at;
		}
		if (relation.n > 0) {
			c.relation = relation;
			break;
		}
	}
	return c;
}

bool
date_future(
    const struct date_lang *l, struct str text, const struct date_part *p)
{
	size_t at = p->from > TENSE_REACH ? p->from - TENSE_REACH : 0;
	bool future = false;

	for (; at < p->from; at++) {
		size_t end;
		long row;

		if (at > 0 && (is_letter(text.s[at - 1]) || text.s[at] == ' '))
			if (text.s[at] != '\'' && text.s[at] != '\xE2')
				continue;
		row = words_after(&l->tenses, text, at, &end);
		if (row < 0 || end > p->from)
			continue;
		future = cell_is(&l->tenses, row, "tense", "future");
		at = end - 1;
	}
	return future;
}
