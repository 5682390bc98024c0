/*
 * automaton: finds every entry of a lexicon in a text, the longest first.
 *
 * A term is a sequence of tokens: a word (letters and digits), one letter of a
 * script without blanks between words, or one other character.  The automaton
 * is a trie over tokens whose edges are hashed, so it costs a hash of each
 * word and, for the words that begin no term, one look at a bitmap; terms match
 * on the boundaries of words by their nature.  A match starts no further step
 * than AUTOMATON_TOKENS behind its begin: linear in the text, whatever it is.
 *
 * Case is as the term says: one without an upper-case letter is found in any
 * case; another as it is written and, from four letters on, all in capitals.
 * Blanks may be any; a typographic apostrophe or hyphen is a plain one.
 */
#ifndef AUTOMATON_H
#define AUTOMATON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

enum { AUTOMATON_TOKENS = 32 };

struct automaton;

struct automaton_match {
	size_t from, to; /* bytes */
	uint32_t value;	 /* of the term */
	uint32_t entry;	 /* for automaton_more */
};

struct automaton *automaton_new(void);
void automaton_free(struct automaton *a);

/*
 * Adds a term, which must outlive the automaton.  False if it has no token or
 * more than AUTOMATON_TOKENS.
 */
bool automaton_add(struct automaton *a, struct str term, uint32_t value);

/*
 * The next match that begins at or behind byte `at`, which is no place inside
 * a word; the longest of those that begin at the same place.  Of terms that
 * match the same text it gives the first that was added.
 */
bool automaton_find(const struct automaton *a, struct str text, size_t at,
    struct automaton_match *m);

/* The next term that matches the same text, in m. */
bool automaton_more(
    const struct automaton *a, struct str text, struct automaton_match *m);

/* The longest match that begins at the token at `at`. */
bool automaton_here(const struct automaton *a, struct str text, size_t at,
    struct automaton_match *m);

#endif
