/*
 * trigger: the plain scan for the places where a match can be at all.
 *
 * A trigger is a set of bytes, and of words that count at the start of a word
 * only: "mar" is found in "March" and "5 mar" but not in "Omar".  A word is a
 * prefix, compared without regard to the case of ASCII letters.  It may begin
 * behind a digit ("5mln"), and anywhere in scripts without blanks.
 */
#ifndef TRIGGER_H
#define TRIGGER_H

#include <stddef.h>

#include "str.h"

struct trigger;

struct trigger *trigger_new(void);
void trigger_free(struct trigger *t);

/* Adds every byte of the C string, at most 8 in ASCII all in all.  "0-9" alone
 * adds the digits: then the first digit of every run is a place. */
void trigger_bytes(struct trigger *t, const char *bytes);

/* Adds a word, of any bytes, n > 0. */
void trigger_word(struct trigger *t, struct str word);

/* The same, but not where an ASCII letter follows: "mar" is not found in
 * "March". */
void trigger_token(struct trigger *t, struct str word);

/* The same, and its case counts. */
void trigger_exact(struct trigger *t, struct str word);

/* The first place at or behind from, or text.n.  Linear in the text. */
size_t trigger_find(const struct trigger *t, struct str text, size_t from);

#endif
