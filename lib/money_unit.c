/*
 * Which currency is meant.  Where a name ("$", "dollars") belongs to several,
 * this order decides: what is said with it ("Australian dollars"), what the
 * text has said before it ("A$"), the country that is named near it, the main
 * one of them.
 */
#include <stdlib.h>

#include "money_part.h"
#include "utf8.h"
#include "word.h"

enum { UNREAD = 8192 }; /* bytes of text that are looked through for places */

/* The names that are this text, with its blanks made plain and, if asked for,
 * its case folded. */
static size_t
names_of(struct money *m, enum name_kind kind, struct str text, bool fold,
    const struct name **first)
{
	char s[4];
	uint32_t cp;
	size_t i = 0;

	buf_reset(&m->room);
	while (i < text.n) {
		i += utf8_decode(text.s + i, text.n - i, &cp);
		if (word_blank(cp)) {
			buf_char(&m->room, ' ');
			i = word_skip(text, i);
			continue;
		}
		if (fold)
			cp = word_fold(cp);
		buf_add(&m->room, s, utf8_encode(s, cp));
	}
	return currencies_find(m->c, kind, buf_text(&m->room), first);
}

static bool
is_of(struct money *m, struct str adjective, size_t currency)
{
	const struct name *name;
	size_t n = names_of(m, NAME_ADJECTIVE, adjective, true, &name);

	for (size_t i = 0; i < n; i++)
		if (name[i].currency == currency)
			return true;
	return false;
}

/* Looks through what was said so far in this document. */
static void
look_for_places(struct money *m)
{
	struct evidence *e = &m->seen;
	struct str text = buf_text(&e->unread);
	size_t at = 0;

	if (!e->looked) {
		buf_char(&e->unread, '\n');
		buf_str(&e->unread, m->text);
		text = buf_text(&e->unread);
		e->looked = true;
	}
	while (at < text.n &&
	       pattern_find(m->places, text, at, text.n, &m->errors)) {
		const struct name *name;
		size_t n;

		at = pattern_end(m->places);
		n = names_of(m, NAME_PLACE,
		    str_part(text, pattern_start(m->places), at), true, &name);
		for (e->now++; n > 0; n--)
			e->place[name[n - 1].currency] = e->now;
	}
	buf_reset(&e->unread);
}

/* The last one seen of the currencies of these names, or -1. */
static long
last_seen(const struct money *m, const unsigned long *seen,
    const struct name *name, size_t n)
{
	unsigned long best = m->seen.begin;
	long found = -1;

	for (size_t i = 0; i < n; i++)
		if (seen[name[i].currency] > best) {
			best = seen[name[i].currency];
			found = (long)name[i].currency;
		}
	return found;
}

/* Of several currencies that a sign or noun is the name of. */
static void
choose(struct money *m, const struct name *name, size_t n, struct unit *u)
{
	const struct name *main = NULL;

	u->known = true;
	for (size_t i = 0; i < n; i++) {
		u->weak |= name[i].weak;
		if (name[i].main)
			main = &name[i];
	}
	u->currency = (long)name[0].currency;
	u->basis = BASIS_EXPLICIT;
	if (n == 1)
		return;
	u->basis = BASIS_DOCUMENT;
	u->currency = last_seen(m, m->seen.mention, name, n);
	if (u->currency >= 0)
		return;
	if (!main || !main->firm) {
		look_for_places(m);
		u->basis = BASIS_COUNTRY;
		u->currency = last_seen(m, m->seen.place, name, n);
		if (u->currency >= 0)
			return;
	}
	u->basis = name[0].kind == NAME_SYMBOL ? BASIS_SYMBOL : BASIS_NAME;
	u->currency = main ? (long)main->currency : -1;
}

static void
by_noun(struct money *m, struct str adjective, struct str noun, bool minor,
    struct unit *u)
{
	const struct name *name;
	size_t n = names_of(m, NAME_NOUN, noun, true, &name), k = 0;

	/* a word can be the name of both: "tenge"; take those asked for */
	while (k < n && name[k].minor != minor)
		k++;
	name += k;
	n -= k;
	for (k = 0; k < n && name[k].minor == minor; k++)
		;
	n = k;
	for (size_t i = 0; adjective.s && i < n; i++)
		if (is_of(m, adjective, name[i].currency)) {
			*u = (struct unit){ (long)name[i].currency, 0,
				BASIS_EXPLICIT, false, true };
			return;
		}
	if (n) {
		/* is_of has used the room that holds no names */
		choose(m, name, n, u);
	}
}

struct unit
money_unit(struct money *m, const struct unit_names *names)
{
	struct unit u = { .currency = -1 };
	bool minor = names->minor.s || names->minor_symbol.s;
	struct str noun = names->minor.s ? names->minor : names->noun,
		   symbol = names->minor_symbol.s ? names->minor_symbol
						  : names->symbol;
	const struct name *name;
	size_t n;

	if (names->code.s) {
		n = names_of(m, NAME_CODE, names->code, false, &name);
		if (n)
			choose(m, name, 1, &u);
	} else if (symbol.s) {
		n = names_of(m, NAME_SYMBOL, symbol, false, &name);
		if (n)
			choose(m, name, n, &u);
	} else if (noun.s) {
		by_noun(m, names->adjective, noun, minor, &u);
	}
	if (minor)
		u.minor =
		    u.currency >= 0 ? m->c->currency[u.currency].digits : 2;
	return u;
}

bool
money_sign_is(
    struct money *m, const struct unit_names *before, const struct unit *v)
{
	bool code = before->code.s != NULL;
	const struct name *name;
	size_t n = names_of(m, code ? NAME_CODE : NAME_SYMBOL,
	    code ? before->code : before->symbol, false, &name);

	for (; v->currency >= 0 && n > 0; n--)
		if ((long)name[n - 1].currency == v->currency)
			return true;
	return false;
}

bool
money_sign_of(
    struct money *m, struct str symbol, struct str adjective, struct unit *u)
{
	const struct name *name;
	size_t n = names_of(m, NAME_SYMBOL, symbol, false, &name);

	for (; n > 0; n--, name++)
		if (is_of(m, adjective, name->currency)) {
			*u = (struct unit){ (long)name->currency, 0,
				BASIS_EXPLICIT, false, true };
			return true;
		}
	return false;
}

void
money_saw(struct money *m, const struct unit *u)
{
	if (u->currency >= 0 && u->basis == BASIS_EXPLICIT)
		m->seen.mention[u->currency] = ++m->seen.now;
}

void
money_saw_text(struct money *m, struct str text)
{
	struct buf *b = &m->seen.unread;

	if (m->seen.looked)
		return;
	if (text.n > UNREAD)
		text = str_part(text, text.n - UNREAD, text.n);
	while (text.n && ((unsigned char)text.s[0] & 0xC0) == 0x80)
		text = str_part(text, 1, text.n);
	if (b->n + text.n > 2 * UNREAD)
		buf_reset(b);
	buf_char(b, '\n');
	buf_str(b, text);
}
