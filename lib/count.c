#include "count.h"

#include <stdlib.h>

#include "bound.h"
#include "lang.h"
#include "mem.h"
#include "noun.h"
#include "number.h"
#include "pattern.h"
#include "trigger.h"
#include "word.h"

enum { BEFORE = 24, CLAUSE = 160 };

struct counts {
	struct str lang;
	struct grammar *grammar;
	struct pattern *count, *bare, *number_of, *numbered, *definite,
	    *relative;
	struct trigger *trigger;
	struct nouns *nouns;
	const struct table *units;
};

const char *
count_kind_name(enum count_kind kind)
{
	static const char *const name[] = { "count", "measure", "percent" };

	return name[kind];
}

static void
add_triggers(struct trigger *t, struct str lang)
{
	const struct table *numbers = lang_table(lang, "numbers");
	int word = table_column(numbers, "word");
	int kind = table_column(numbers, "kind");

	trigger_bytes(t, "0-9");
	for (size_t r = 0; r < numbers->nrows; r++) {
		struct str k = table_cell(numbers, r, (size_t)kind);
		struct str w = table_cell(numbers, r, (size_t)word);

		if (str_is(k, "unit") || str_is(k, "times") ||
		    str_is(k, "part") || str_is(k, "vague") || str_is(k, "few"))
			trigger_word(t, w);
	}
}

struct counts *
counts_new(struct str lang)
{
	const struct table *nouns = lang_table(lang, "nouns");
	const struct table *units = lang_table(lang, "measures");
	struct grammar *g = grammar_new();
	struct counts *c;

	if (!nouns || !units || !lang_table(lang, "numbers") ||
	    !lang_grammar(g, lang, "phrase") ||
	    !lang_grammar(g, lang, "counts")) {
		grammar_free(g);
		return NULL;
	}
	c = mem_zero(1, sizeof *c);
	c->lang = (struct str){ mem_copy(lang.s, lang.n), lang.n };
	c->grammar = g;
	c->units = units;
	number_grammar(g, lang);
	grammar_column(g, "singular", nouns, "singular", NULL, NULL);
	grammar_column(g, "plural", nouns, "plural", NULL, NULL);
	grammar_column(g, "irregular", nouns, "irregular", NULL, NULL);
	grammar_column(g, "unit", units, "words", NULL, NULL);
	c->count = grammar_pattern(g, "count", PATTERN_CASELESS);
	c->bare = grammar_pattern(g, "bare", PATTERN_CASELESS);
	c->number_of = grammar_pattern(g, "number_of", PATTERN_CASELESS);
	c->numbered = grammar_pattern(g, "numbered", PATTERN_CASELESS);
	c->definite = grammar_pattern(g, "definite", PATTERN_CASELESS);
	c->relative = grammar_pattern(g, "relative", PATTERN_CASELESS);
	c->trigger = trigger_new();
	add_triggers(c->trigger, lang);
	c->nouns = nouns_new(lang);
	return c;
}

void
counts_free(struct counts *c)
{
	if (!c)
		return;
	pattern_free(c->count);
	pattern_free(c->bare);
	pattern_free(c->number_of);
	pattern_free(c->numbered);
	pattern_free(c->definite);
	pattern_free(c->relative);
	trigger_free(c->trigger);
	nouns_free(c->nouns);
	grammar_free(c->grammar);
	free((char *)c->lang.s);
	free(c);
}

/* The code of a unit as it is written: "km" for "kilometres". */
static struct str
unit_code(const struct counts *c, struct str word)
{
	for (size_t r = 0; r < c->units->nrows; r++) {
		struct str s = table_cell(c->units, r, 1);

		for (size_t i = 0, j; i < s.n; i = j + 1) {
			size_t end;

			for (j = i; j < s.n && s.s[j] != '|';)
				j++;
			/* by the whole word, or its folded form */
			if (str_eq(str_part(s, i, j), word))
				return table_cell(c->units, r, 0);
			end = word_match(word, 0, str_part(s, i, j));
			if (end && end == word.n)
				return table_cell(c->units, r, 0);
		}
	}
	return word;
}

static bool
digits_alone(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] < '0' || s.s[i] > '9')
			return false;
	return true;
}

/* A number like a year: four digits, 19xx or 20xx. */
static bool
year_like(struct str s)
{
	return s.n == 4 && digits_alone(s) &&
	       (memcmp(s.s, "19", 2) == 0 || memcmp(s.s, "20", 2) == 0);
}

/* Why the number is no count because of the words before it, or NULL. */
static const char *
refers_back(struct counts *c, struct str text, const struct count *count)
{
	struct decimal twelve = decimal_from(12);
	struct str before = word_run(text, count->from, BEFORE);

	if (!pattern_find(c->definite, before, 0, before.n, NULL))
		return NULL;
	if (pattern_start(c->definite) > 0 &&
	    !word_edge(before, pattern_start(c->definite)))
		return NULL;
	if (pattern_group(c->definite, "order").s)
		return "rank or order";
	/* "the two agreements signed", but "the two sides signed" */
	if (pattern_find(c->relative, text, count->to, count->to, NULL) &&
	    (!pattern_group(c->relative, "passive").s ||
		str_is(count->class, "agreement")))
		return NULL;
	if (decimal_compare(&count->min, &twelve) <= 0)
		return "refers back";
	return NULL;
}

/* The amount of a match, or why there is none. */
static const char *
amount(struct counts *c, struct count *out, struct str number)
{
	struct str low = pattern_group(c->count, "low");
	struct str high = pattern_group(c->count, "high");

	out->bound = STR("eq");
	if (low.s && high.s) {
		if (!number_read(c->lang, low, &out->min) ||
		    !number_read(c->lang, high, &out->max) ||
		    decimal_compare(&out->min, &out->max) >= 0)
			return "no number";
		out->bound = STR("range");
		return NULL;
	}
	if (!number_read(c->lang, number, &out->min))
		return "no number";
	out->max = out->min;
	return NULL;
}

/* What is claimed of it: the words around the number. */
static void
bounded(struct counts *c, struct str text, struct count *out, size_t floor,
    size_t end)
{
	struct bound b = bound_find(c->lang, text, floor, out->from, end);

	if (str_is(out->bound, "range") || str_is(out->bound, "vague"))
		return;
	if (b.from < b.to) {
		out->bound = b.name;
		out->cue = str_part(text, b.from, b.to);
	}
}

/* Reads the last match of the pattern; NULL, or why it is refused. */
static const char *
meaning(struct counts *c, struct str text, struct count *out, size_t floor)
{
	const char *mark = pattern_mark(c->count), *why = NULL;
	struct str number = pattern_group(c->count, "number");
	struct str vague = pattern_group(c->count, "vague");
	struct str unit = pattern_group(c->count, "unit");
	struct decimal one = decimal_from(1);
	size_t end;

	*out = (struct count){ .from = pattern_start(c->count),
		.to = pattern_end(c->count),
		.noun = pattern_group(c->count, "noun") };
	out->kind = !mark			   ? COUNT_COUNT
		    : strcmp(mark, "measure") == 0 ? COUNT_MEASURE
		    : strcmp(mark, "percent") == 0 ? COUNT_PERCENT
						   : COUNT_COUNT;
	if (vague.s) {
		out->bound = STR("vague");
		end = (size_t)(vague.s - text.s) + vague.n;
	} else {
		why = amount(c, out, number);
		end =
		    number.s ? (size_t)(number.s - text.s) + number.n : out->to;
	}
	if (why)
		return why;
	if (unit.s)
		out->unit =
		    out->kind == COUNT_PERCENT ? STR("%") : unit_code(c, unit);
	bounded(c, text, out, floor, end);
	if (out->kind != COUNT_COUNT)
		return NULL;
	if (number.s && decimal_compare(&out->min, &one) <= 0)
		return "one";
	if (number.s && year_like(number) && !out->cue.s)
		return "like a year";
	if (out->noun.s)
		out->class = noun_class(c->nouns, out->noun);
	return number.s ? refers_back(c, text, out) : NULL;
}

/* Reads a number alone at `at` whose noun stands before it. */
static bool
numbered(struct counts *c, struct str text, size_t floor, size_t at,
    struct count *out)
{
	struct str before = word_run(text, at, CLAUSE), number;
	struct decimal one = decimal_from(1);

	/* the first, short one is there for speed */
	if (!pattern_find(c->number_of, before, 0, before.n, NULL) ||
	    !pattern_find(c->numbered, before, pattern_start(c->number_of),
		before.n, NULL) ||
	    !pattern_find(c->bare, text, at, at, NULL))
		return false;
	number = pattern_group(c->bare, "number");
	*out = (struct count){ .from = at,
		.to = pattern_end(c->bare),
		.kind = COUNT_COUNT,
		.bound = STR("eq"),
		.noun = pattern_group(c->numbered, "noun") };
	if (!number_read(c->lang, number, &out->min) ||
	    decimal_compare(&out->min, &one) <= 0)
		return false;
	out->max = out->min;
	bounded(c, text, out, floor, out->to);
	out->class = noun_class(c->nouns, out->noun);
	return true;
}

/* Reads the count that begins at `at`, if there is one; NULL, or why not.  *end
 * is behind what was looked at. */
static const char *
count_at(struct counts *c, struct str text, size_t floor, size_t at,
    struct count *out, size_t *end)
{
	const char *why = "counts nothing";

	*end = at + 1;
	if (pattern_find(c->count, text, at, at, NULL)) {
		why = meaning(c, text, out, floor);
		*end =
		    pattern_end(c->count) > at ? pattern_end(c->count) : at + 1;
	}
	if (why && numbered(c, text, floor, at, out)) {
		why = NULL;
		*end = out->to;
	}
	while (*end < text.n && !word_edge(text, *end))
		++*end;
	return why;
}

size_t
counts_place(const struct counts *c, struct str text, size_t at)
{
	return trigger_find(c->trigger, text, at);
}

bool
counts_here(struct counts *c, struct str text, size_t floor, size_t at,
    struct count *out, size_t *end)
{
	return !count_at(c, text, floor, at, out, end);
}

const char *
counts_why(struct counts *c, struct str text, size_t at)
{
	struct count count;
	size_t end;
	const char *why = count_at(c, text, 0, at, &count, &end);

	return why ? why : "found, but not told";
}
