/*
 * term: the names of the world in a sentence.
 *
 * Names are found by lexicon, through an automaton, and by pattern: events,
 * organizations and persons around the words of lang/LANG/heads.tsv.
 *
 * A lexicon is a table (see table.h) with the columns id, name and terms, of
 * which terms holds several joined by "|"; the name is a term too.  A class
 * column gives the class of each row where the caller gives none; role goes
 * into the mention.  More columns with terms: adjectives (role adjective),
 * listed (role listed), and names (a region where its word follows).
 */
#ifndef TERM_H
#define TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"
#include "table.h"

struct terms;

/* One name in a text; what is missing is a missing str. */
struct term {
	size_t from, to; /* bytes */
	struct str class, id, name, role;
};

/* With the lexicons compiled in. */
struct terms *terms_new(void);
void terms_free(struct terms *t);

/*
 * Adds a lexicon, which must outlive t.  NULL, or the reason why it cannot be
 * used: a constant.
 */
const char *terms_add(struct terms *t, const struct table *lexicon);

/*
 * The terms of a text in language lang (missing: English), in the order of
 * their begin, the longer one first.  They hold until the next call.
 */
const struct term *terms_find(
    struct terms *t, struct str lang, struct str text, size_t *n);

#endif
