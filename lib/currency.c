#include "currency.h"

#include <stdio.h>
#include <stdlib.h>

#include "buf.h"
#include "lang.h"
#include "mem.h"
#include "utf8.h"
#include "word.h"

/* The word before the next bar of a cell, taken off. */
static bool
next_word(struct str *cell, struct str *word)
{
	const char *bar;

	if (cell->n == 0)
		return false;
	bar = memchr(cell->s, '|', cell->n);
	*word = *cell;
	if (bar) {
		word->n = (size_t)(bar - cell->s);
		*cell = str_part(*cell, word->n + 1, cell->n);
	} else {
		cell->n = 0;
	}
	return true;
}

static bool
has_word(struct str cell, struct str word)
{
	struct str w;

	while (next_word(&cell, &w))
		if (str_eq(w, word))
			return true;
	return false;
}

static void
add_name(struct currencies *c, struct name name)
{
	if (name.word.n == 0)
		return;
	if ((c->nnames & (c->nnames + 1)) == 0)
		c->name =
		    mem_resize(c->name, 2 * c->nnames + 2, sizeof *c->name);
	c->name[c->nnames++] = name;
}

/* What of a row says which of the names are main, firm and weak. */
struct marks {
	struct str main, weak;
};

static void
mark(struct name *name, const struct marks *m)
{
	struct str cell = m->main, w;

	name->weak = has_word(m->weak, name->word);
	while (next_word(&cell, &w)) {
		bool firm = w.n > 1 && w.s[w.n - 1] == '!';

		if (firm)
			w.n--;
		if (!str_eq(w, name->word))
			continue;
		name->main = true;
		name->firm = firm;
	}
}

static void
add_names(struct currencies *c, size_t currency, enum name_kind kind,
    bool minor, struct str cell, const struct marks *m)
{
	struct name name = {
		.kind = kind, .currency = currency, .minor = minor
	};

	while (next_word(&cell, &name.word)) {
		name.main = name.firm = false;
		mark(&name, m);
		add_name(c, name);
	}
}

static size_t
currency_of(struct currencies *c, struct str code, const struct marks *m)
{
	struct name name = { .word = code, .kind = NAME_CODE };

	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->currency[i].code, code))
			return i;
	if ((c->n & (c->n + 1)) == 0)
		c->currency =
		    mem_resize(c->currency, 2 * c->n + 2, sizeof *c->currency);
	c->currency[c->n] = (struct currency){ code, 0 };
	name.currency = c->n;
	mark(&name, m);
	add_name(c, name);
	return c->n++;
}

/* A row of a second table may say more of a code: that it is weak. */
static void
mark_code(struct currencies *c, size_t currency, const struct marks *m)
{
	for (size_t i = 0; i < c->nnames; i++)
		if (c->name[i].kind == NAME_CODE &&
		    c->name[i].currency == currency &&
		    has_word(m->weak, c->name[i].word))
			c->name[i].weak = true;
}

/* A weak sign stands in the table of a language, the sign in the lexicon. */
static void
mark_symbols(struct currencies *c, size_t currency, const struct marks *m)
{
	for (size_t i = 0; i < c->nnames; i++)
		if (c->name[i].kind == NAME_SYMBOL &&
		    c->name[i].currency == currency &&
		    has_word(m->weak, c->name[i].word))
			c->name[i].weak = true;
}

static int
by_word(const void *a, const void *b)
{
	const struct name *x = a, *y = b;
	size_t n = x->word.n < y->word.n ? x->word.n : y->word.n;
	int order = (int)x->kind - (int)y->kind;

	if (order == 0)
		order = memcmp(x->word.s, y->word.s, n);
	if (order == 0)
		order = (x->word.n > y->word.n) - (x->word.n < y->word.n);
	if (order == 0)
		order =
		    (x->currency > y->currency) - (x->currency < y->currency);
	return order;
}

static struct str
cell_of(const struct table *t, size_t row, const char *column)
{
	int col = table_column(t, column);

	return col < 0 ? (struct str){ "", 0 }
		       : table_cell(t, row, (size_t)col);
}

bool
currencies_add(
    struct currencies *c, const struct table *t, char why[static 128])
{
	for (size_t row = 0; row < t->nrows; row++) {
		struct str code = cell_of(t, row, "code"),
			   digits = cell_of(t, row, "digits");
		struct marks m = { cell_of(t, row, "main"),
			cell_of(t, row, "weak") };
		size_t i;

		if (code.n < 2 || !code.s) {
			snprintf(why, 128, "line %u: no code", t->line[row]);
			return false;
		}
		i = currency_of(c, code, &m);
		mark_code(c, i, &m);
		mark_symbols(c, i, &m);
		if (digits.n == 1 && digits.s[0] >= '0' && digits.s[0] <= '9')
			c->currency[i].digits = digits.s[0] - '0';
		add_names(
		    c, i, NAME_SYMBOL, false, cell_of(t, row, "symbol"), &m);
		add_names(c, i, NAME_SYMBOL, true,
		    cell_of(t, row, "minor_symbol"), &m);
		add_names(c, i, NAME_ADJECTIVE, false,
		    cell_of(t, row, "adjective"), &m);
		add_names(c, i, NAME_NOUN, false, cell_of(t, row, "noun"), &m);
		add_names(c, i, NAME_NOUN, true, cell_of(t, row, "minor"), &m);
		add_names(
		    c, i, NAME_PLACE, false, cell_of(t, row, "adjective"), &m);
		add_names(
		    c, i, NAME_PLACE, false, cell_of(t, row, "place"), &m);
	}
	qsort(c->name, c->nnames, sizeof *c->name, by_word);
	return true;
}

void
currencies_init(struct currencies *c, struct str lang)
{
	const struct table *names = lang_table(lang, "currencies");
	char why[128];

	*c = (struct currencies){ 0 };
	currencies_add(c, table_builtin("lexicon/currencies.tsv"), why);
	if (names)
		currencies_add(c, names, why);
}

void
currencies_free(struct currencies *c)
{
	free(c->currency);
	free(c->name);
	*c = (struct currencies){ 0 };
}

size_t
currencies_find(const struct currencies *c, enum name_kind kind,
    struct str word, const struct name **first)
{
	struct name key = { .word = word, .kind = kind };
	size_t low = 0, high = c->nnames, n = 0;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (by_word(&c->name[mid], &key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	*first = c->name + low;
	while (low + n < c->nnames && c->name[low + n].kind == kind &&
	       str_eq(c->name[low + n].word, word))
		n++;
	return n;
}

bool
currencies_default(struct currencies *c, struct str word, struct str code)
{
	struct str before = { 0 };
	bool known = false;

	for (size_t i = 0; i < c->nnames; i++) {
		const struct name *n = &c->name[i];

		if (n->kind > NAME_NOUN || !str_eq(n->word, word))
			continue;
		if (n->main)
			before = c->currency[n->currency].code;
		if (str_eq(c->currency[n->currency].code, code))
			known = true;
	}
	if (!known)
		return false;
	for (size_t i = 0; i < c->nnames; i++) {
		struct name *n = &c->name[i];
		const struct name *same;
		size_t k, count;
		bool shared = str_eq(n->word, word);

		if (!str_eq(c->currency[n->currency].code, code))
			continue;
		count = currencies_find(c, n->kind, n->word, &same);
		for (k = 0; k < count && before.s; k++)
			shared |=
			    same[k].main &&
			    str_eq(c->currency[same[k].currency].code, before);
		if (!shared)
			continue;
		for (k = 0; k < count; k++)
			c->name[(size_t)(same - c->name) + k].main = false;
		n->main = n->firm = true;
	}
	return true;
}

static void
define(const struct currencies *c, struct grammar *g, const char *name,
    enum name_kind kind, bool minor)
{
	struct str *word = mem_resize(NULL, c->nnames, sizeof *word);
	size_t n = 0;

	for (size_t i = 0; i < c->nnames; i++)
		if (c->name[i].kind == kind && c->name[i].minor == minor)
			word[n++] = c->name[i].word;
	grammar_words(g, name, word, n);
	free(word);
}

void
currencies_grammar(const struct currencies *c, struct grammar *g)
{
	define(c, g, "codes", NAME_CODE, false);
	define(c, g, "symbols", NAME_SYMBOL, false);
	define(c, g, "minor_symbols", NAME_SYMBOL, true);
	define(c, g, "adjectives", NAME_ADJECTIVE, false);
	define(c, g, "nouns", NAME_NOUN, false);
	define(c, g, "minors", NAME_NOUN, true);
}

void
currencies_trigger(const struct currencies *c, struct trigger *t)
{
	struct str last = { 0 };

	for (size_t i = 0; i < c->nnames; i++) {
		struct str word = c->name[i].word;

		if (c->name[i].kind > NAME_NOUN)
			continue;
		/* "US$" and "$US" are found by their sign */
		if (memchr(word.s, '$', word.n))
			continue;
		if (!str_eq(word, last)) {
			if (c->name[i].kind == NAME_NOUN)
				trigger_token(t, word);
			else
				trigger_exact(t, word);
		}
		last = word;
		if (c->name[i].kind == NAME_CODE && word.n < 8) {
			char million[8] = "M"; /* as in 30 MUSD */

			memcpy(million + 1, word.s, word.n);
			trigger_exact(t, (struct str){ million, word.n + 1 });
		}
	}
	trigger_bytes(t, "$");
}
