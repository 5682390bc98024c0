/*
 * money: the amounts of money in a text.
 *
 * Three layers.  Trigger: a plain scan for the code, sign or name of a
 * currency, which no amount is without.  Window: the pattern of
 * lang/LANG/money.pcre, tried from the numbers before that place on.  Meaning:
 * a function that turns the groups of a match into amounts, or refuses.
 */
#ifndef MONEY_H
#define MONEY_H

#include <stdbool.h>
#include <stddef.h>

#include "bound.h"
#include "currency.h"
#include "decimal.h"
#include "str.h"

/* How the unit of an amount is known. */
enum basis {
	BASIS_EXPLICIT,	 /* US dollars, USD, tenge */
	BASIS_SYMBOL,	 /* $ alone, taken for its main currency */
	BASIS_NAME,	 /* dollars alone, likewise */
	BASIS_DOCUMENT,	 /* an amount before it names the currency */
	BASIS_COUNTRY,	 /* a country is named */
	BASIS_INHERITED, /* from the other end of a range or a list */
};

struct amount {
	size_t start, end; /* bytes of the text */
	size_t over;	   /* the end with the words of a rate */
	struct decimal min, max;
	int scale; /* of a number behind its unit: 6 where in millions, or 0 */
	bool has_min, has_max;
	struct bound bound; /* also "range" and "vague" */
	struct str unit;    /* ISO 4217; missing where not known */
	int minor; /* min and max are in 10^-minor of the unit (cents) */
	enum basis basis;
	struct str per; /* missing where it is no rate */
	bool converted; /* from the amount that starts at same_as */
	size_t same_as;
	const char *refused; /* NULL, or why it has no value */
};

struct money;

/*
 * For a language; c (not yet sorted out by language) holds its currencies, is
 * kept and stays the caller's.  NULL where the language has no money.pcre.
 */
struct money *money_new(struct str lang, const struct currencies *c);
void money_free(struct money *m);

/*
 * The amounts of a text, n of them, in its order; they hold until the next
 * call.  What the texts before said about currencies counts until new_doc.
 */
const struct amount *money_find(
    struct money *m, struct str text, bool new_doc, size_t *n);

/* Matches that failed for want of time or memory since the beginning. */
unsigned long money_errors(const struct money *m);

/* For tests: try the pattern at every place instead of around triggers. */
void money_everywhere(struct money *m, bool everywhere);

const char *money_basis(enum basis basis); /* "explicit" ... */

#endif
