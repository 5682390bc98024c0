/*
 * wordset: a set of words, asked without regard to case (see word.h).
 */
#ifndef WORDSET_H
#define WORDSET_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

/* One of zeros is empty and ready. */
struct wordset {
	struct str *slot; /* folded words, owned */
	size_t cap, n;
};

void wordset_add(struct wordset *w, struct str word);
bool wordset_has(const struct wordset *w, struct str word);
void wordset_free(struct wordset *w);

/* Adds each word of a text: its runs of letters and digits, and every other
 * sign outside ASCII by itself. */
void wordset_add_text(struct wordset *w, struct str text);

#endif
