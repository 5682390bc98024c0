/*
 * money_part: what the parts of money share.  Not for others.
 */
#ifndef MONEY_PART_H
#define MONEY_PART_H

#include "buf.h"
#include "money.h"
#include "trigger.h"
#include "wordset.h"

/* A unit as it was made out. */
struct unit {
	long currency; /* its number in the set, or -1 */
	int minor;     /* digits, where it is a minor unit */
	enum basis basis;
	bool weak;  /* the name means something else more often */
	bool known; /* there is a name at all */
};

/* What a text has said about currencies; see money_unit.c. */
struct evidence {
	unsigned long now, begin;	/* counts what was seen; of the text */
	unsigned long *mention, *place; /* when a currency was seen last */
	struct buf unread;		/* text not looked through for places */
	bool looked;			/* into the current sentence */
};

struct money {
	struct str lang;
	const struct currencies *c;
	struct trigger *trigger;
	struct wordset inside; /* words that stand inside an amount */
	struct pattern *money, *item, *counted, *listed, *change, *change_here,
	    *per, *conversion, *places;
	const struct table *words;
	struct evidence seen;
	struct amount *amount;
	size_t n, cap;
	struct str text;
	struct buf room;
	unsigned long errors;
	bool everywhere;
};

/* The names of a unit in a match, missing where they took no part. */
struct unit_names {
	struct str code, symbol, minor_symbol, adjective, noun, minor;
};

/* Which unit do these names mean, by themselves and by the evidence? */
struct unit money_unit(struct money *m, const struct unit_names *names);

/* Is v, made out behind a number, a currency that the name before it can have?
 */
bool money_sign_is(
    struct money *m, const struct unit_names *before, const struct unit *v);

/* The currency of a symbol that is of this country: $ and Australian. */
bool money_sign_of(
    struct money *m, struct str symbol, struct str adjective, struct unit *u);

/* Notes an amount in a unit, or the text of a sentence, for later. */
void money_saw(struct money *m, const struct unit *u);
void money_saw_text(struct money *m, struct str text);

/* Takes the last match of m->money up: adds its amounts, and returns where to
 * go on, or 0 if it is none. */
size_t money_meaning(struct money *m);

#endif
