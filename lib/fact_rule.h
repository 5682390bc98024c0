/*
 * fact_rule: the rules of link-facts in a language: lang/LANG/facts.tsv and
 * facts.pcre.
 */
#ifndef FACT_RULE_H
#define FACT_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "noun.h"
#include "pattern.h"
#include "str.h"

enum fact_quantity { FACT_VALUE, FACT_COUNT, FACT_NONE };

struct fact_rule {
	struct str name, at, object, status, action, confidence;
	enum fact_quantity quantity;
	struct pattern *pattern;
	struct pattern *needs;	 /* found wherever pattern is, or NULL */
	struct pattern *passive; /* found before a verb of which the object is
				  * the subject, or NULL */
};

/* The patterns of facts.pcre that no rule names. */
enum fact_helper {
	HELP_BEFORE_VERB,
	HELP_BEFORE_AMOUNT,
	HELP_PREDICATE,
	HELP_SPEECH,
	HELP_SPEAKER_BEFORE,
	HELP_SPEAKER_BEHIND,
	HELP_SAID_WHEN,
	HELP_RANKED,
	HELP_OFFICE,
	HELP_SAID,
	HELP_THIS_EVENT,
	HELP_ASIDE,
	HELP_CAPITAL,
	HELP_AT_PLACE,
	HELP_HOSTS,
	HELP_WITHIN_PLACE,
	HELP_VENUE,
	HELP_FIELDS,
	HELP_JOINED,
	HELP_PARTNERS,
	HELP_PARTNERS_TOLD,
	HELP_ANTECEDENT,
	HELP_BASED,
	HELP_SINCE,
	HELP_CLAUSE,
	HELP_SUPPOSED,
	HELP_ELSEWHERE,
	HELP_ORIGIN,
	HELP_TITLED,
	HELP_INCLUDING,
	HELP_VERB_CUE,
	HELP_MISHAP,
	HELP_COORDINATED,
	HELP_TO_VERB,
	HELP_GERUND,
	HELP_PARTICIPLE,
	HELP_BARE_VERB,
	HELP_OBJECTS,
	HELP_SAME,
	HELP_RESPECTIVELY,
	HELP_NOUN_NEXT,
	HELPERS
};

/* The rules, by bit, that are tried at the actions of a name. */
struct fact_at {
	struct str name;
	uint64_t rules;
};

struct fact_rules {
	struct fact_rules *next;
	struct str lang;
	struct grammar *grammar;
	struct fact_rule *rule;
	size_t n;
	struct fact_at *at;
	size_t nat;
	struct pattern *help[HELPERS];
	struct nouns *nouns;
};

/* NULL where the language has no rules. */
struct fact_rules *fact_rules_new(struct str lang);
void fact_rules_free(struct fact_rules *r);

/* The rules that are tried at actions of that name, by bit. */
uint64_t fact_rules_at(const struct fact_rules *r, struct str name);

/* Is the helper found in the words?  Its groups then tell of them. */
bool fact_finds(
    const struct fact_rules *r, enum fact_helper kind, struct str words);

/* Is the word one of those in list, which are joined by "|"? */
bool fact_rule_lists(struct str list, struct str word);

#endif
