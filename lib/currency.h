/*
 * currency: the currencies of the world and what people call them.
 *
 * Codes, digits and signs are lexicon/currencies.tsv (ISO 4217), the words of a
 * language lang/LANG/currencies.tsv; a file of one's own has the columns of
 * both.
 */
#ifndef CURRENCY_H
#define CURRENCY_H

#include <stdbool.h>
#include <stddef.h>

#include "pattern.h"
#include "str.h"
#include "table.h"
#include "trigger.h"

struct currency {
	struct str code;
	int digits; /* of the minor unit; 0 if it has none */
};

/* What names a currency. */
enum name_kind {
	NAME_CODE,	/* USD */
	NAME_SYMBOL,	/* $, US$, Rs; case counts */
	NAME_NOUN,	/* dollars; folded, as all below */
	NAME_ADJECTIVE, /* Hong Kong */
	NAME_PLACE	/* tells of which country a text speaks */
};

struct name {
	struct str word;
	enum name_kind kind;
	size_t currency; /* its number in the set */
	bool minor;	 /* of the minor unit: cents, ¢ */
	bool weak;	 /* means something else more often */
	bool main;	 /* of several currencies the one to take */
	bool firm;	 /* ... whichever country is named */
};

struct currencies {
	struct currency *currency;
	size_t n;
	struct name *name; /* sorted by kind and word */
	size_t nnames;
};

/* Those of the two built-in tables. */
void currencies_init(struct currencies *c, struct str lang);
void currencies_free(struct currencies *c);

/*
 * Adds the rows of a table, which must outlive c, with any of the columns code
 * (needed), digits, symbol, minor_symbol, adjective, noun, minor, main, weak,
 * place.  A code that is there already gets further names.  False, with a
 * reason in why, where a row has no code.
 */
bool currencies_add(
    struct currencies *c, const struct table *t, char why[static 128]);

/*
 * Makes `code` the main currency of a sign or noun, and of all names that it
 * shares with the one which was the main currency before: '$' for CAD takes
 * "dollars" and "cents" along.  False where code does not have that name.
 */
bool currencies_default(struct currencies *c, struct str word, struct str code);

/* The names of a kind that are this word, n of them from *first on. */
size_t currencies_find(const struct currencies *c, enum name_kind kind,
    struct str word, const struct name **first);

/* Defines {{codes}} {{symbols}} {{minor_symbols}} {{adjectives}} {{nouns}}
 * {{minors}}. */
void currencies_grammar(const struct currencies *c, struct grammar *g);

/* Adds what an amount of money cannot be without: a sign, a code, a noun. */
void currencies_trigger(const struct currencies *c, struct trigger *t);

#endif
