#include "date_lang.h"

#include <stdlib.h>

#include "date_trigger.h"
#include "lang.h"
#include "mem.h"
#include "number.h"

enum {
	FOLLOWS = TRIGGER_FOLLOWS,
	ALONE = TRIGGER_ALONE,
	WORD = 1 << FIRST_WORD,
	NUMBER = 1 << FIRST_NUMBER,
	ORDINAL = 1 << FIRST_ORDINAL,
	DIRECTION = 1 << FIRST_DIRECTION,
};

/* Adds a word: of several the first needs the second behind it. */
static void
add(struct date_trigger *t, struct str word, unsigned mask)
{
	for (size_t i = 0; i < word.n; i++)
		if (word.s[i] == ' ' || word.s[i] == '-') {
			date_trigger_add(t, str_part(word, 0, i),
			    mask & ~(unsigned)(ALONE | FOLLOWS));
			date_trigger_add(
			    t, str_part(word, i + 1, word.n), FOLLOWS);
			return;
		}
	date_trigger_add(t, word, mask);
}

/* The words of a table, or of its rows with is in column where. */
static void
add_words(struct date_trigger *t, const struct date_words *w, unsigned mask,
    const char *where, const char *is)
{
	for (size_t i = 0; i < w->n; i++)
		if (!where ||
		    str_is(words_cell(w, (long)w->word[i].row, where), is))
			add(t, w->word[i].text, mask);
}

static void
load_trigger(struct date_lang *l)
{
	struct date_words more = { 0 }, count = { 0 }, joints = { 0 };
	struct date_trigger *t = date_trigger_new();

	words_load(&more, lang_table(l->code, "datetriggers"));
	words_load(&joints, lang_table(l->code, "datejoints"));
	words_load(&count, lang_table(l->code, "numbers"));
	add_words(t, &l->months, WORD | ALONE | FOLLOWS, NULL, NULL);
	add_words(t, &l->weekdays, WORD | ALONE | FOLLOWS, NULL, NULL);
	add_words(t, &l->seasons, WORD | ALONE | FOLLOWS, NULL, NULL);
	add_words(t, &l->holidays, WORD | ALONE | FOLLOWS, NULL, NULL);
	add_words(t, &l->units, FOLLOWS, NULL, NULL);
	add_words(t, &l->units, WORD | ALONE, "form", "one");
	add_words(t, &l->ordinals, ORDINAL | FOLLOWS, NULL, NULL);
	add_words(t, &l->decades, WORD | ALONE, NULL, NULL);
	add_words(t, &l->deixis, WORD, NULL, NULL);
	add_words(t, &l->deixis, WORD | ALONE, "place", "");
	add_words(t, &l->directions, DIRECTION | FOLLOWS, NULL, NULL);
	add_words(t, &l->sets, WORD | ALONE, NULL, NULL);
	add_words(t, &l->parts, WORD | FOLLOWS, NULL, NULL);
	for (size_t i = 0; i < l->parts.n; i++)
		if (words_cell(&l->parts, (long)l->parts.word[i].row, "time")
			.n > 0)
			add(t, l->parts.word[i].text, ALONE);
	add_words(t, &l->zones, FOLLOWS, NULL, NULL);
	add_words(t, &l->eras, FOLLOWS, NULL, NULL);
	add_words(t, &count, NUMBER | FOLLOWS, "kind", "unit");
	add_words(t, &count, NUMBER | FOLLOWS, "kind", "times");
	add_words(t, &count, NUMBER, "kind", "article");
	add_words(t, &count, NUMBER, "kind", "part");
	add_words(t, &more, WORD | ALONE, "how", "alone");
	add_words(t, &more, WORD | ORDINAL, "how", "pair");
	add_words(t, &more, FOLLOWS, "how", "next");
	add_words(t, &joints, TRIGGER_JOINS, NULL, NULL);
	date_trigger_ready(t);
	words_free(&more);
	words_free(&count);
	words_free(&joints);
	l->trigger = t;
}

static void
define(struct date_lang *l, const char *name, const struct date_words *w,
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
		{ "date_digit", &l->first[FIRST_DIGIT] },
		{ "date_word", &l->first[FIRST_WORD] },
		{ "date_direction", &l->first[FIRST_DIRECTION] },
		{ "date_ordinal", &l->first[FIRST_ORDINAL] },
		{ "date_number", &l->first[FIRST_NUMBER] },
		{ "tail_day", &l->tail_day },
		{ "tail_year", &l->tail_year },
		{ "within", &l->within },
		{ "beside", &l->beside },
		{ "at", &l->at },
		{ "on", &l->on },
		{ "range", &l->range },
		{ "list", &l->list },
	};

	l->code = code;
	l->grammar = grammar_new();
	number_grammar(l->grammar, code);
	for (size_t i = 0; i < sizeof(part) / sizeof(part[0]); i++) {
		words_load(part[i].words, lang_table(code, part[i].name));
		define(l, part[i].name, part[i].words, NULL, NULL);
	}
	define(l, "whole_units", &l->units, "form", "one");
	define(l, "ordinals", &l->ordinals, "kind", "word");
	define(l, "ends", &l->ordinals, "kind", "end");
	define(l, "halves", &l->ordinals, "kind", "half");
	define(l, "early", &l->cues, "part", "early");
	define(l, "mid", &l->cues, "part", "mid");
	define(l, "end", &l->cues, "part", "end");
	if (!lang_grammar(l->grammar, code, "dates")) {
		date_lang_free(l);
		return NULL;
	}
	for (size_t i = 0; i < sizeof(pattern) / sizeof(pattern[0]); i++)
		*pattern[i].pattern =
		    grammar_pattern(l->grammar, pattern[i].name,
			PATTERN_CASELESS | PATTERN_ANCHORED | PATTERN_ASCII);
	load_trigger(l);
	return l;
}

void
date_lang_free(struct date_lang *l)
{
	struct pattern *pattern[] = { l->tail_day, l->tail_year, l->within,
		l->beside, l->at, l->on, l->range, l->list };
	struct date_words *words[] = { &l->months, &l->weekdays, &l->seasons,
		&l->units, &l->ordinals, &l->decades, &l->deixis,
		&l->directions, &l->anchors, &l->sets, &l->parts, &l->zones,
		&l->eras, &l->holidays, &l->cues, &l->names, &l->nouns,
		&l->tenses, &l->function };

	for (size_t i = 0; i < sizeof(pattern) / sizeof(pattern[0]); i++)
		pattern_free(pattern[i]);
	for (size_t i = 0; i < FIRSTS; i++)
		pattern_free(l->first[i]);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		words_free(words[i]);
	date_trigger_free(l->trigger);
	grammar_free(l->grammar);
	free(l);
}
