/*
 * pattern: regular expressions by PCRE2, written as named parts.
 *
 * A grammar is a text of definitions (the .pcre files under lib/lang/):
 *
 *	# a comment
 *	day    = (?: [12]\d | 3[01] | 0?[1-9] )
 *	date   = (?<day> {{day}} ) \x20 {{month}}
 *	         | {{month}} \x20 (?<day> {{day}} )
 *
 * A name begins a line, its expression goes on in the lines that begin with a
 * blank.  {{name}} stands for the expression of that name, as a group of its
 * own (textually, so captures inside are kept); a character class alone needs
 * no group.  Expressions are in PCRE2's
 * extended syntax (blanks and # comments are ignored), UTF-8, and names of
 * groups may occur more than once.  Quantifiers are bounded and possessive, so
 * that a match is linear.
 */
#ifndef PATTERN_H
#define PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"
#include "table.h"

struct grammar;
struct pattern;

struct grammar *grammar_new(void);
void grammar_free(struct grammar *g);

/* Adds the definitions of a text; a name defined again replaces the first.
 * A defect is told with name and line, and ends the program with status 2. */
void grammar_read(struct grammar *g, struct str text, const char *name);

/* Adds a compiled-in file: "lang/en/number.pcre". */
void grammar_builtin(struct grammar *g, const char *path);

/* Defines name as expression. */
void grammar_define(struct grammar *g, const char *name, struct str expression);

bool grammar_defines(const struct grammar *g, const char *name);

/*
 * Defines name as the alternation of words, the longest first, each quoted; a
 * blank in a word stands for one or more blanks (also no-break ones).
 */
void grammar_words(
    struct grammar *g, const char *name, const struct str *words, size_t n);

/*
 * The same with the words of a table's column; only of rows whose cell in
 * column `where` is `is`, if where is not NULL.  A cell may hold several words
 * joined by "|".
 */
void grammar_column(struct grammar *g, const char *name, const struct table *t,
    const char *column, const char *where, const char *is);

enum pattern_flags {
	PATTERN_CASELESS = 1,
	PATTERN_ANCHORED = 2, /* matches only where the search begins */
	PATTERN_ASCII = 4,    /* \d, \w and \b are of ASCII, which is faster */
};

/* Compiles the definition of that name, on the first use of the pattern.  A
 * defect is told and ends the program with status 2. */
struct pattern *grammar_pattern(
    struct grammar *g, const char *name, unsigned flags);
void pattern_free(struct pattern *p);

/*
 * Finds the first match that begins in [from, limit]; with limit == from only
 * one that begins there.  The text is valid UTF-8 and both are at the start of
 * a code point.  A match error other than "no match" (match limit, stack) is
 * counted in *errors if given, and reported as no match.
 */
bool pattern_find(struct pattern *p, struct str text, size_t from, size_t limit,
    unsigned long *errors);

/* The span of the last match, in bytes, and the name of the last (*MARK). */
size_t pattern_start(const struct pattern *p);
size_t pattern_end(const struct pattern *p);
const char *pattern_mark(const struct pattern *p);

/* What a named group matched in the last match, or a missing str.  Of several
 * groups of a name the one that took part. */
struct str pattern_group(const struct pattern *p, const char *name);

/* A named group that took part in a match. */
struct pattern_part {
	const char *name;
	struct str text;
};

/* The named groups that took part in the last match, in the order of their
 * numbers, at most max of them; returns how many.  Asking for all at once is
 * cheaper than for many by name. */
size_t pattern_parts(
    const struct pattern *p, struct pattern_part *part, size_t max);

#endif
