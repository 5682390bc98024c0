#include "fact_rule.h"

#include <stdio.h>
#include <stdlib.h>

#include "lang.h"
#include "mem.h"

static const char *const help_name[HELPERS] = {
	[HELP_BEFORE_VERB] = "before_verb",
	[HELP_BEFORE_AMOUNT] = "before_amount",
	[HELP_PREDICATE] = "predicate",
	[HELP_SPEECH] = "speech",
	[HELP_SPEAKER_BEFORE] = "speaker_before",
	[HELP_SPEAKER_BEHIND] = "speaker_behind",
	[HELP_SAID_WHEN] = "said_when",
	[HELP_RANKED] = "ranked",
	[HELP_OFFICE] = "office",
	[HELP_SAID] = "said",
	[HELP_THIS_EVENT] = "this_event",
	[HELP_ASIDE] = "aside",
	[HELP_CAPITAL] = "capital",
	[HELP_AT_PLACE] = "at_place",
	[HELP_HOSTS] = "hosts",
	[HELP_WITHIN_PLACE] = "within_place",
	[HELP_VENUE] = "venue",
	[HELP_FIELDS] = "fields",
	[HELP_JOINED] = "joined",
	[HELP_PARTNERS] = "partners",
	[HELP_PARTNERS_TOLD] = "partners_told",
	[HELP_ANTECEDENT] = "antecedent",
	[HELP_BASED] = "based",
	[HELP_SINCE] = "since",
	[HELP_CLAUSE] = "clause",
	[HELP_SUPPOSED] = "supposed",
	[HELP_ELSEWHERE] = "elsewhere",
	[HELP_ORIGIN] = "origin",
	[HELP_TITLED] = "titled",
	[HELP_INCLUDING] = "including",
	[HELP_VERB_CUE] = "verb_cue",
	[HELP_MISHAP] = "mishap",
	[HELP_COORDINATED] = "coordinated",
	[HELP_TO_VERB] = "to_verb",
	[HELP_GERUND] = "gerund",
	[HELP_PARTICIPLE] = "participle",
	[HELP_BARE_VERB] = "bare_verb",
	[HELP_OBJECTS] = "objects",
	[HELP_SAME] = "same",
	[HELP_RESPECTIVELY] = "respectively",
	[HELP_NOUN_NEXT] = "noun_next",
};

/* Defines the word lists that facts.pcre refers to. */
static void
define_words(struct grammar *g, struct str lang)
{
	static const char *const column[] = { "singular", "plural",
		"irregular" };
	const struct table *nouns = lang_table(lang, "nouns");

	for (size_t i = 0; i < 3; i++)
		grammar_column(g, column[i], nouns, column[i], NULL, NULL);
	grammar_define(
	    g, "noun", STR("{{singular}} | {{plural}} | {{irregular}}"));
}

static struct str
cell(const struct table *t, size_t row, const char *column)
{
	int c = table_column(t, column);

	return c < 0 ? (struct str){ NULL, 0 } : table_cell(t, row, (size_t)c);
}

/* The pattern NAME_part, or NULL if there is none. */
static struct pattern *
part_of(struct grammar *g, struct str name, const char *part)
{
	char whole[64];

	snprintf(whole, sizeof whole, "%.*s%s", (int)name.n, name.s, part);
	return grammar_defines(g, whole)
		   ? grammar_pattern(g, whole, PATTERN_CASELESS)
		   : NULL;
}

static void
read_rule(struct fact_rules *r, const struct table *t, size_t row)
{
	struct fact_rule *rule = &r->rule[row];
	struct str quantity = cell(t, row, "quantity");
	struct str pattern = cell(t, row, "pattern");
	char name[64];

	rule->name = cell(t, row, "rule");
	rule->at = cell(t, row, "at");
	rule->object = cell(t, row, "object");
	rule->status = cell(t, row, "status");
	rule->action = cell(t, row, "action");
	rule->confidence = cell(t, row, "confidence");
	rule->quantity = str_is(quantity, "value")   ? FACT_VALUE
			 : str_is(quantity, "count") ? FACT_COUNT
						     : FACT_NONE;
	snprintf(name, sizeof name, "%.*s", (int)pattern.n, pattern.s);
	rule->pattern = grammar_pattern(r->grammar, name, PATTERN_CASELESS);
	rule->needs = part_of(r->grammar, pattern, "_needs");
	rule->passive = part_of(r->grammar, pattern, "_passive");
}

/* Notes the rule at each of the names that it is tried at. */
static void
note_names(struct fact_rules *r, size_t rule)
{
	struct str list = r->rule[rule].at;

	for (size_t i = 0, j; i < list.n; i = j + 1) {
		struct str name;
		size_t k;

		for (j = i; j < list.n && list.s[j] != '|';)
			j++;
		name = str_part(list, i, j);
		for (k = 0; k < r->nat && !str_eq(r->at[k].name, name);)
			k++;
		if (k == r->nat) {
			r->at = mem_resize(r->at, r->nat + 1, sizeof *r->at);
			r->at[r->nat++] = (struct fact_at){ name, 0 };
		}
		r->at[k].rules |= UINT64_C(1) << rule;
	}
}

uint64_t
fact_rules_at(const struct fact_rules *r, struct str name)
{
	for (size_t k = 0; k < r->nat; k++)
		if (str_eq(r->at[k].name, name))
			return r->at[k].rules;
	return 0;
}

struct fact_rules *
fact_rules_new(struct str lang)
{
	const struct table *t = lang_table(lang, "facts");
	struct fact_rules *r;
	struct grammar *g;

	if (!t || !lang_table(lang, "nouns"))
		return NULL;
	g = grammar_new();
	define_words(g, lang);
	if (!lang_grammar(g, lang, "phrase") ||
	    !lang_grammar(g, lang, "facts")) {
		grammar_free(g);
		return NULL;
	}
	r = mem_zero(1, sizeof *r);
	r->lang = (struct str){ mem_copy(lang.s, lang.n), lang.n };
	r->grammar = g;
	r->nouns = nouns_new(lang);
	r->rule = mem_zero(t->nrows, sizeof *r->rule);
	r->n = t->nrows < 64 ? t->nrows : 64;
	for (size_t i = 0; i < t->nrows && i < 64; i++) {
		read_rule(r, t, i);
		note_names(r, i);
	}
	for (size_t i = 0; i < HELPERS; i++)
		r->help[i] = grammar_pattern(g, help_name[i], PATTERN_CASELESS);
	return r;
}

void
fact_rules_free(struct fact_rules *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->n; i++) {
		pattern_free(r->rule[i].pattern);
		pattern_free(r->rule[i].needs);
		pattern_free(r->rule[i].passive);
	}
	for (size_t i = 0; i < HELPERS; i++)
		pattern_free(r->help[i]);
	nouns_free(r->nouns);
	grammar_free(r->grammar);
	free(r->rule);
	free(r->at);
	free((char *)r->lang.s);
	free(r);
}

bool
fact_finds(const struct fact_rules *r, enum fact_helper kind, struct str words)
{
	return pattern_find(r->help[kind], words, 0, words.n, NULL);
}

bool
fact_rule_lists(struct str list, struct str word)
{
	for (size_t i = 0, j; i < list.n; i = j + 1) {
		for (j = i; j < list.n && list.s[j] != '|';)
			j++;
		if (str_eq(str_part(list, i, j), word))
			return true;
	}
	return false;
}
