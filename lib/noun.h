/*
 * noun: the class of what a noun phrase is about, by lang/LANG/nouns.tsv.
 */
#ifndef NOUN_H
#define NOUN_H

#include <stdbool.h>

#include "str.h"
#include "table.h"

struct nouns;

/* NULL where the language has no nouns. */
struct nouns *nouns_new(struct str lang);
void nouns_free(struct nouns *n);

/* The class of the longest known noun that ends the phrase, or a missing str.
 */
struct str noun_class(const struct nouns *n, struct str phrase);

#endif
