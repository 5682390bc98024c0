#include "date_lang.h"

#include <stdlib.h>

#include "lang.h"
#include "mem.h"
#include "number.h"

enum { LONGEST_CUE = 5 }; /* words of a cue */

size_t
date_blanks(struct str text, size_t at)
{
	size_t i = at;

	for (;;) {
		if (i < text.n && (text.s[i] == ' ' || text.s[i] == '\t'))
			i++;
		else if (i + 1 < text.n && text.s[i] == '\xC2' &&
			 text.s[i + 1] == '\xA0')
			i += 2;
		else
			return i - at;
	}
}

static char
fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool
same(struct str text, struct str word)
{
	size_t i = 0, j = 0, blanks;

	while (j < word.n) {
		if (word.s[j] == ' ') {
			blanks = date_blanks(text, i);
			if (blanks == 0)
				return false;
			i += blanks, j++;
		} else if (i < text.n && fold(text.s[i]) == fold(word.s[j])) {
			i++, j++;
		} else {
			return false;
		}
	}
	return i == text.n;
}

long
words_row(const struct date_words *w, struct str text)
{
	for (size_t i = 0; i < w->n; i++)
		if (same(text, w->word[i].word))
			return (long)w->word[i].row;
	return -1;
}

/* Is it a byte of a word: a letter, a digit, a sign inside words? */
static bool
in_word(char c)
{
	return (fold(c) >= 'a' && fold(c) <= 'z') || (c >= '0' && c <= '9') ||
	       (unsigned char)c >= 0x80 || c == '\'';
}

long
words_before(
    const struct date_words *w, struct str text, size_t end, size_t *begin)
{
	size_t at = end;
	long found = -1, row;

	for (int n = 0; n < LONGEST_CUE && at > 0; n++) {
		while (at > 0 && text.s[at - 1] == ' ')
			at--;
		if (n == 0)
			end = at;
		if (at > 0 && text.s[at - 1] == '-')
			at--;
		while (at > 0 && in_word(text.s[at - 1]))
			at--;
		row = words_row(w, str_part(text, at, end));
		if (row >= 0)
			found = row, *begin = at;
		if (at > 0 && text.s[at - 1] != ' ' && text.s[at - 1] != '-')
			break;
	}
	return found;
}

long
words_after(const struct date_words *w, struct str text, size_t at, size_t *end)
{
	long found = -1, row;

	at += date_blanks(text, at);
	for (size_t to = at, n = 0; n < LONGEST_CUE && to < text.n; n++) {
		if (n > 0)
			to += date_blanks(text, to);
		while (
		    to < text.n && (in_word(text.s[to]) || text.s[to] == '-'))
			to++;
		row = words_row(w, str_part(text, at, to));
		if (row >= 0)
			found = row, *end = to;
		if (to < text.n && text.s[to] != ' ')
			break;
	}
	return found;
}

struct str
words_cell(const struct date_words *w, long row, const char *column)
{
	int col = table_column(w->table, column);

	if (row < 0 || col < 0)
		return (struct str){ 0 };
	return table_cell(w->table, (size_t)row, (size_t)col);
}

int
words_number(const struct date_words *w, long row, const char *column)
{
	struct str s = words_cell(w, row, column);
	int sign = s.n > 0 && s.s[0] == '-' ? -1 : 1, v = 0;

	for (size_t i = sign < 0; i < s.n; i++)
		v = v * 10 + (s.s[i] - '0');
	return sign * v;
}

static void
load(struct date_words *w, struct str code, const char *name)
{
	size_t cap = 0;
	int col;

	w->table = lang_table(code, name);
	if (!w->table)
		return;
	col = table_column(w->table, "word");
	for (size_t row = 0; row < w->table->nrows; row++) {
		struct str cell = table_cell(w->table, row, (size_t)col);

		while (cell.n > 0) {
			const char *bar = memchr(cell.s, '|', cell.n);
			size_t n = bar ? (size_t)(bar - cell.s) : cell.n;

			if (w->n == cap) {
				cap = mem_room(cap, cap + 1, sizeof(*w->word));
				w->word =
				    mem_resize(w->word, cap, sizeof(*w->word));
			}
			w->word[w->n++] =
			    (struct date_word){ str_part(cell, 0, n), row };
			cell = str_part(cell, n + (bar != NULL), cell.n);
		}
	}
}

/* What may begin a date: the words of these tables. */
static struct trigger *
build_trigger(const struct date_lang *l)
{
	static const char *const numbers[] = { "unit", "times", NULL };
	const struct date_words *of[] = { &l->months, &l->weekdays, &l->seasons,
		&l->units, &l->ordinals, &l->decades, &l->deixis,
		&l->directions, &l->sets, &l->parts, &l->holidays };
	struct date_words more = { 0 }, count = { 0 };
	struct trigger *t = trigger_new();

	trigger_bytes(t, "0-9");
	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++)
		for (size_t k = 0; k < of[i]->n; k++) {
			long row = (long)of[i]->word[k].row;

			if ((of[i] == &l->units &&
				!str_is(
				    words_cell(of[i], row, "form"), "one")) ||
			    str_is(words_cell(of[i], row, "place"), "end"))
				continue;
			trigger_word(t, of[i]->word[k].word);
		}
	load(&more, l->code, "datetriggers");
	for (size_t k = 0; k < more.n; k++)
		trigger_word(t, more.word[k].word);
	load(&count, l->code, "numbers");
	for (size_t k = 0; k < count.n; k++) {
		struct str kind =
		    words_cell(&count, (long)count.word[k].row, "kind");

		for (size_t i = 0; numbers[i]; i++)
			if (str_is(kind, numbers[i]))
				trigger_word(t, count.word[k].word);
	}
	free(more.word);
	free(count.word);
	return t;
}

static void
define(struct date_lang *l, const char *name, const struct date_words *w)
{
	if (w->table)
		grammar_column(l->grammar, name, w->table, "word", NULL, NULL);
	else
		grammar_words(l->grammar, name, NULL, 0);
}

static void
define_some(struct date_lang *l, const char *name, const struct date_words *w,
    const char *where, const char *is)
{
	if (w->table)
		grammar_column(l->grammar, name, w->table, "word", where, is);
	else
		grammar_words(l->grammar, name, NULL, 0);
}

struct date_lang *
date_lang_new(struct str code)
{
	struct date_lang *l = mem_zero(1, sizeof(*l));
	const struct {
		const char *name; /* of the table, and of its part */
		struct date_words *words;
	} part[] = {
		{ "months", &l->months },
		{ "weekdays", &l->weekdays },
		{ "seasons", &l->seasons },
		{ "units", &l->units },
		{ "ordinals", &l->ordinals },
		{ "decades", &l->decades },
		{ "deixis", &l->deixis },
		{ "directions", &l->directions },
		{ "anchors", &l->anchors },
		{ "sets", &l->sets },
		{ "parts", &l->parts },
		{ "zones", &l->zones },
		{ "eras", &l->eras },
		{ "holidays", &l->holidays },
		{ "datecues", &l->cues },
		{ "datenames", &l->names },
		{ "datenouns", &l->nouns },
		{ "tenses", &l->tenses },
		{ "functionwords", &l->function },
	};
	const struct {
		const char *name;
		struct pattern **pattern;
	} pattern[] = {
		{ "date_words", &l->words },
		{ "date_digits", &l->digits },
		{ "tail_day", &l->tail_day },
		{ "tail_year", &l->tail_year },
		{ "within", &l->within },
		{ "beside", &l->beside },
		{ "at", &l->at },
		{ "on", &l->on },
		{ "range", &l->range },
	};

	l->code = code;
	l->grammar = grammar_new();
	number_grammar(l->grammar, code);
	for (size_t i = 0; i < sizeof(part) / sizeof(part[0]); i++) {
		load(part[i].words, code, part[i].name);
		define(l, part[i].name, part[i].words);
	}
	define_some(l, "whole_units", &l->units, "form", "one");
	define_some(l, "ordinals", &l->ordinals, "kind", "word");
	define_some(l, "ends", &l->ordinals, "kind", "end");
	define_some(l, "halves", &l->ordinals, "kind", "half");
	if (!lang_grammar(l->grammar, code, "dates")) {
		date_lang_free(l);
		return NULL;
	}
	for (size_t i = 0; i < sizeof(pattern) / sizeof(pattern[0]); i++)
		*pattern[i].pattern = grammar_pattern(
		    l->grammar, pattern[i].name, PATTERN_CASELESS);
	l->trigger = build_trigger(l);
	return l;
}

void
date_lang_free(struct date_lang *l)
{
	struct pattern *pattern[] = { l->words, l->digits, l->tail_day,
		l->tail_year, l->within, l->beside, l->at, l->on, l->range };
	struct date_words *words[] = { &l->months, &l->weekdays, &l->seasons,
		&l->units, &l->ordinals, &l->decades, &l->deixis,
		&l->directions, &l->anchors, &l->sets, &l->parts, &l->zones,
		&l->eras, &l->holidays, &l->cues, &l->names, &l->nouns,
		&l->tenses, &l->function };

	for (size_t i = 0; i < sizeof(pattern) / sizeof(pattern[0]); i++)
		pattern_free(pattern[i]);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		free(words[i]->word);
	trigger_free(l->trigger);
	grammar_free(l->grammar);
	free(l);
}
