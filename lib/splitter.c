#include "splitter.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "lang.h"
#include "letter.h"
#include "mem.h"
#include "table.h"
#include "utf8.h"

enum { WORD_MAX = 48 }; /* bytes; what is longer is no word of the tables */

struct word {
	char text[WORD_MAX]; /* in lower case */
	unsigned char n;
	uint16_t any;	  /* classes in any case */
	uint16_t capital; /* classes if it begins with a capital */
};

struct splitter {
	struct str lang;
	struct word *slot; /* open addressing; n == 0 is a free one */
	size_t nslots;	   /* a power of two, or 0 */
	/* By length, a bit for the last byte, modulo 64: most words of a text
	 * are not in the tables, and this tells it of nearly all. */
	uint64_t last[WORD_MAX + 1];
	uint64_t last_abbreviation[WORD_MAX + 1];
};

/* clang-format off */
static const struct {
	const char *name;
	enum word_class class;
} classes[] = {
	{ "title", WORD_TITLE }, { "inner", WORD_INNER },
	{ "number", WORD_NUMBER }, { "month", WORD_MONTH },
	{ "name", WORD_NAME }, { "unit", WORD_UNIT }, { "tail", WORD_TAIL },
	{ "opener", WORD_OPENER }, { "speech", WORD_SPEECH },
	{ "pronoun", WORD_PRONOUN }, { "leading", WORD_LEADING },
	{ "domain", WORD_DOMAIN }, { "day", WORD_DAY },
};
/* clang-format on */

static unsigned
class_of(const struct table *t, size_t row, struct str name)
{
	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
		if (str_is(name, classes[i].name))
			return classes[i].class;
	fprintf(stderr, "%s:%u: no class: %.*s\n", t->name, t->line[row],
	    (int)name.n, name.s);
	abort();
}

/* word in lower case; the number of bytes, 0 if there are too many. */
static size_t
fold(struct str word, char low[static WORD_MAX])
{
	uint32_t cp;
	size_t i = 0, n = 0;

	while (i < word.n && n + 4 <= WORD_MAX) {
		unsigned char c = (unsigned char)word.s[i];
		if (c < 0x80) {
			low[n++] = (char)letter_lower(c);
			i++;
			continue;
		}
		i += utf8_decode(word.s + i, word.n - i, &cp);
		n += utf8_encode(low + n, letter_lower(cp));
	}
	return i < word.n ? 0 : n;
}

/* The slot of a word in lower case: its own, or the free one for it. */
static struct word *
find(const struct splitter *sp, const char *low, size_t n)
{
	uint32_t h = 2166136261u; /* FNV-1a */
	size_t i;

	for (i = 0; i < n; i++)
		h = (h ^ (unsigned char)low[i]) * 16777619u;
	for (i = h & (sp->nslots - 1);; i = (i + 1) & (sp->nslots - 1)) {
		struct word *w = &sp->slot[i];
		if (w->n == 0 || (w->n == n && memcmp(w->text, low, n) == 0))
			return w;
	}
}

static void
add(struct splitter *sp, struct str text, unsigned class)
{
	char low[WORD_MAX];
	size_t n = fold(text, low), len;
	struct word *w;

	if (n == 0)
		return;
	w = find(sp, low, n);
	memcpy(w->text, low, n);
	w->n = (unsigned char)n;
	sp->last[n] |= (uint64_t)1 << (low[n - 1] & 63);
	if (class & WORD_ABBREVIATION)
		sp->last_abbreviation[n] |= (uint64_t)1 << (low[n - 1] & 63);
	w->capital |= (uint16_t) class;
	if (letter_at(text, 0, &len) != LETTER_UPPER)
		w->any |= (uint16_t) class;
}

static void
add_table(struct splitter *sp, const struct table *t)
{
	for (size_t row = 0; t && row < t->nrows; row++)
		add(sp, table_cell(t, row, 0),
		    class_of(t, row, table_cell(t, row, 1)));
}

struct splitter *
splitter_new(struct str lang)
{
	struct splitter *sp = mem_zero(1, sizeof *sp);
	const struct table *abbreviations = lang_table(lang, "abbreviations");
	const struct table *words = lang_table(lang, "sentences");
	size_t n = (abbreviations ? abbreviations->nrows : 0) +
		   (words ? words->nrows : 0);

	sp->lang =
	    (struct str){ mem_copy(lang.s ? lang.s : "", lang.n), lang.n };
	if (n == 0)
		return sp;
	for (sp->nslots = 64; sp->nslots < 2 * n;)
		sp->nslots *= 2;
	sp->slot = mem_zero(sp->nslots, sizeof *sp->slot);
	add_table(sp, abbreviations);
	add_table(sp, words);
	return sp;
}

void
splitter_free(struct splitter *sp)
{
	if (!sp)
		return;
	free(sp->slot);
	free((char *)sp->lang.s);
	free(sp);
}

struct str
splitter_lang(const struct splitter *sp)
{
	return sp->lang;
}

/* May a word that ends so be in the tables? */
static bool
may_be_known(const uint64_t *last, struct str word)
{
	unsigned char c = (unsigned char)word.s[word.n - 1];
	char low[4];
	size_t i = word.n - 1;
	uint32_t cp;

	if (c >= 0x80) {
		while (i > 0 && utf8_is_tail(word.s[i]))
			i--;
		utf8_decode(word.s + i, word.n - i, &cp);
		c = (unsigned char)low[utf8_encode(low, letter_lower(cp)) - 1];
	} else if (letter_ascii[c] == LETTER_UPPER) {
		c |= 0x20;
	}
	return last[word.n] >> (c & 63) & 1;
}

static unsigned
look_up(const struct splitter *sp, const uint64_t *last, struct str word)
{
	char low[WORD_MAX];
	size_t n, len;
	const struct word *w;

	if (sp->nslots == 0 || word.n == 0 || word.n > WORD_MAX ||
	    !may_be_known(last, word) || (n = fold(word, low)) == 0)
		return 0;
	w = find(sp, low, n);
	if (w->n == 0)
		return 0;
	return letter_at(word, 0, &len) == LETTER_UPPER ? w->capital : w->any;
}

unsigned
splitter_word(const struct splitter *sp, struct str word)
{
	return look_up(sp, sp->last, word);
}

unsigned
splitter_abbreviation(const struct splitter *sp, struct str word)
{
	return look_up(sp, sp->last_abbreviation, word) & WORD_ABBREVIATION;
}
