/*
 * money_mention: the amounts of money of sentences, as records.
 */
#ifndef MONEY_MENTION_H
#define MONEY_MENTION_H

#include "mention.h"
#include "money.h"
#include "table.h"

/* The choices that --default makes, the tables of -c. */
struct money_options {
	struct str lang; /* of sentences that do not tell; missing: en */
	struct table *table;
	size_t ntables;
	struct choice {
		struct str name, code; /* "$", "CAD" */
	} * choice;
	size_t nchoices;
};

struct money_mentions;

/* The options are kept.  A defect in a table ends the program; so does a
 * choice of what a name cannot mean. */
struct money_mentions *money_mentions_new(
    struct filter *f, const struct money_options *o);
void money_mentions_free(struct money_mentions *m);

/* A mention_find; self is a struct money_mentions. */
void money_mention(void *self, const struct sentence *s, struct buf *out);

/* Matches that were given up. */
unsigned long money_mentions_errors(const struct money_mentions *m);

#endif
