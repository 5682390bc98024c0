#include "leftover.h"

#include <stdlib.h>

#include "automaton.h"
#include "count.h"
#include "lang.h"
#include "mem.h"
#include "utf8.h"

enum kind { NUMBER, CURRENCY, MONTH, WEEKDAY };

static const char *const kind_name[] = { "number", "currency", "month",
	"weekday" };

struct leftovers {
	struct automaton *words; /* the value is the kind */
	struct counts *counts;	 /* NULL where the language has none */
	struct str text;
	size_t at;
	struct leftover word, digits; /* the next of each; from == to: none */
	bool no_word, no_digits;
};

/* Adds the words of a column, in the rows whose kind is one of those named. */
static void
add_words(struct leftovers *l, const struct table *t, enum kind kind,
    const char *const *rows)
{
	int column = t ? table_column(t, "word") : -1;
	int kinds = t ? table_column(t, "kind") : -1;

	for (size_t r = 0; column >= 0 && r < t->nrows; r++) {
		struct str s = table_cell(t, r, (size_t)column);
		const char *const *k = rows;

		while (k && *k && !str_is(table_cell(t, r, (size_t)kinds), *k))
			k++;
		if (k && !*k)
			continue;
		for (size_t i = 0, j; i < s.n; i = j + 1) {
			for (j = i; j < s.n && s.s[j] != '|';)
				j++;
			automaton_add(
			    l->words, str_part(s, i, j), (uint32_t)kind);
		}
	}
}

/* Is it one character, and no letter? */
static bool
is_sign(struct str s)
{
	uint32_t cp;

	return s.n && utf8_decode(s.s, s.n, &cp) == s.n &&
	       !((cp | 32) >= 'a' && (cp | 32) <= 'z') &&
	       !(cp >= 0x370 && cp < 0x600);
}

static void
add_signs(struct leftovers *l)
{
	const struct table *t = table_builtin("lexicon/currencies.tsv");
	int column = table_column(t, "symbol");

	for (size_t r = 0; column >= 0 && r < t->nrows; r++) {
		struct str s = table_cell(t, r, (size_t)column);

		for (size_t i = 0, j; i < s.n; i = j + 1) {
			for (j = i; j < s.n && s.s[j] != '|';)
				j++;
			if (is_sign(str_part(s, i, j)))
				automaton_add(
				    l->words, str_part(s, i, j), CURRENCY);
		}
	}
}

struct leftovers *
leftovers_new(struct str lang)
{
	static const char *const numbers[] = { "unit", "times", "vague", NULL };
	struct leftovers *l = mem_zero(1, sizeof *l);

	l->words = automaton_new();
	add_words(l, lang_table(lang, "numbers"), NUMBER, numbers);
	add_words(l, lang_table(lang, "months"), MONTH, NULL);
	add_words(l, lang_table(lang, "weekdays"), WEEKDAY, NULL);
	add_signs(l);
	l->counts = counts_new(lang);
	return l;
}

void
leftovers_free(struct leftovers *l)
{
	if (!l)
		return;
	automaton_free(l->words);
	counts_free(l->counts);
	free(l);
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0xC3;
}

/* The word with the first digit at or behind at: "1,234.5", "21st", "A320". */
static bool
next_digits(struct str t, size_t at, struct leftover *out)
{
	size_t first = at, from, to;

	while (first < t.n && !digit(t.s[first]))
		first++;
	if (first == t.n)
		return false;
	for (from = first; from > at && letter(t.s[from - 1]);)
		from--;
	while (from < first && ((unsigned char)t.s[from] & 0xC0) == 0x80)
		from++;
	for (to = first + 1; to < t.n; to++) {
		bool inside = (t.s[to] == '.' || t.s[to] == ',') &&
			      to + 1 < t.n && digit(t.s[to + 1]);

		if (!digit(t.s[to]) && !letter(t.s[to]) && !inside &&
		    ((unsigned char)t.s[to] & 0xC0) != 0x80)
			break;
	}
	*out = (struct leftover){ from, to, kind_name[NUMBER], NULL };
	return true;
}

void
leftovers_begin(struct leftovers *l, struct str text)
{
	l->text = text;
	l->at = 0;
	l->word = l->digits = (struct leftover){ 0 };
	l->no_word = l->no_digits = false;
}

/* Finds the next word and the next digits, where those found are passed. */
static void
look_ahead(struct leftovers *l)
{
	struct automaton_match m;

	if (!l->no_word && (l->word.to == 0 || l->word.from < l->at)) {
		l->no_word = !automaton_find(l->words, l->text, l->at, &m);
		if (!l->no_word)
			l->word = (struct leftover){ m.from, m.to,
				kind_name[m.value], NULL };
	}
	if (!l->no_digits && (l->digits.to == 0 || l->digits.from < l->at))
		l->no_digits = !next_digits(l->text, l->at, &l->digits);
}

bool
leftovers_next(struct leftovers *l, struct leftover *out)
{
	look_ahead(l);
	if (l->no_word && l->no_digits)
		return false;
	if (l->no_word || (!l->no_digits && l->digits.from <= l->word.from))
		*out = l->digits;
	else
		*out = l->word;
	l->at = out->to;
	return true;
}

void
leftovers_explain(struct leftovers *l, struct leftover *out)
{
	if (out->kind == kind_name[CURRENCY]) {
		out->reason = "no amount";
	} else if (out->kind != kind_name[NUMBER]) {
		out->reason = "no date";
	} else if (letter(l->text.s[out->from]) &&
		   digit(l->text.s[out->to - 1])) {
		out->reason = "part of a name";
	} else {
		out->reason = l->counts
				  ? counts_why(l->counts, l->text, out->from)
				  : "counts nothing";
	}
}
