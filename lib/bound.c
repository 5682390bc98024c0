#include "bound.h"

#include <stdlib.h>

#include "lang.h"
#include "mem.h"
#include "number.h"
#include "table.h"
#include "utf8.h"
#include "word.h"

enum side { BEFORE, MORE, SKIP, AFTER, LAST, SIDES };

enum { CODE = 4 }; /* letters of the code of a currency: "US$5", "EUR 5" */

static const char *const side_name[SIDES] = { "before", "more", "skip", "after",
	"last" };

struct cue {
	struct str words, bound;
	unsigned char key; /* of its end that is at the amount */
};

/* The cues of a language, of each side those of a key in a row. */
struct cues {
	struct cues *next;
	struct str lang;
	struct {
		struct cue *cue;
		size_t n, first[257]; /* by key */
	} side[SIDES];
};

static unsigned char
key_of(uint32_t cp)
{
	return (unsigned char)word_fold(cp);
}

static unsigned char
key_before(struct str text, size_t end)
{
	size_t begin;

	return end ? key_of(word_before(text, end, &begin)) : 0;
}

static unsigned char
key_at(struct str text, size_t at)
{
	uint32_t cp = 0;

	if (at < text.n)
		utf8_decode(text.s + at, text.n - at, &cp);
	return key_of(cp);
}

static int
by_key(const void *a, const void *b)
{
	const struct cue *x = a, *y = b;

	return x->key - y->key;
}

static void
read_side(struct cues *c, const struct table *t, enum side side)
{
	size_t cue = (size_t)table_column(t, "cue"), n = 0, i = 0;
	int col_side = table_column(t, "side"),
	    bound = table_column(t, "bound");
	struct cue *list = mem_zero(t->nrows, sizeof *list);

	for (size_t row = 0; row < t->nrows; row++) {
		struct str words = table_cell(t, row, cue);

		if (words.n == 0 ||
		    !str_is(
			table_cell(t, row, (size_t)col_side), side_name[side]))
			continue;
		list[n++] =
		    (struct cue){ words, table_cell(t, row, (size_t)bound),
			    side >= AFTER ? key_at(words, 0)
					  : key_before(words, words.n) };
	}
	qsort(list, n, sizeof *list, by_key);
	c->side[side].cue = list;
	c->side[side].n = n;
	for (size_t key = 0; key <= 256; key++) {
		while (i < n && list[i].key < key)
			i++;
		c->side[side].first[key] = i;
	}
}

/* The cues of a language, read once; NULL where it has no bounds.tsv. */
static const struct cues *
cues_of(struct str lang)
{
	static struct cues *all;
	const struct table *t;
	struct cues *c;

	for (c = all; c; c = c->next)
		if (str_eq(c->lang, lang))
			return c;
	t = lang_table(lang, "bounds");
	if (!t)
		return NULL;
	c = mem_zero(1, sizeof *c);
	c->lang = (struct str){ mem_copy(lang.s, lang.n), lang.n };
	for (int side = 0; side < SIDES; side++)
		read_side(c, t, (enum side)side);
	c->next = all;
	all = c;
	return c;
}

/* The longest cue of a side that ends at byte `end`. */
static bool
before(const struct cues *c, enum side side, struct str text, size_t floor,
    size_t end, struct str *bound, size_t *begin)
{
	unsigned char key = key_before(text, end);
	const struct cue *cue = c->side[side].cue;
	size_t i = c->side[side].first[key], at;
	bool found = false;

	for (; end > floor && i < c->side[side].first[key + 1]; i++) {
		if (cue[i].words.n > end - floor ||
		    !word_match_back(text, end, cue[i].words, &at) ||
		    at < floor || !word_edge(text, at) ||
		    (found && at >= *begin))
			continue;
		*begin = at;
		*bound = cue[i].bound;
		found = true;
	}
	return found;
}

/* The longest cue of a side that stands at byte `at`. */
static bool
after(const struct cues *c, enum side side, struct str text, size_t at,
    struct str *bound, size_t *end)
{
	unsigned char key = key_at(text, at);
	const struct cue *cue = c->side[side].cue;
	size_t i = c->side[side].first[key], to;
	bool found = false;

	for (; i < c->side[side].first[key + 1]; i++) {
		to = word_match(text, at, cue[i].words);
		if (!to || !word_edge(text, to) || (found && to <= *end))
			continue;
		*end = to;
		*bound = cue[i].bound;
		found = true;
	}
	return found;
}

/* The end of the word at a byte. */
static size_t
word_end(struct str text, size_t at)
{
	uint32_t cp;
	size_t n;

	for (; at < text.n; at += n) {
		n = utf8_decode(text.s + at, text.n - at, &cp);
		if (!word_letter(cp))
			break;
	}
	return at;
}

/* Is there a number in digits at a byte, behind the code of a currency or a
 * sign or neither? */
static bool
digits_begin(struct str text, size_t at)
{
	size_t i = at;
	uint32_t cp;

	while (
	    i < text.n && i - at < CODE && text.s[i] >= 'A' && text.s[i] <= 'Z')
		i++;
	if (i < text.n && !strchr(" ,.;:()0123456789", text.s[i])) {
		size_t n = utf8_decode(text.s + i, text.n - i, &cp);

		if (!word_letter(cp))
			i += n;
	}
	if (i > at)
		i = word_skip(text, i);
	return i < text.n && text.s[i] >= '0' && text.s[i] <= '9';
}

/* Does another amount begin at a byte: with digits, a number in words, an
 * article? */
static bool
amount_begins(const struct cues *c, struct str text, size_t at)
{
	struct decimal d;
	struct str bound;
	size_t end;

	return digits_begin(text, at) ||
	       after(c, SKIP, text, at, &bound, &end) ||
	       number_read(c->lang, str_part(text, at, word_end(text, at)), &d);
}

/* The cue behind an amount that ends at a byte, if it is one of this amount. */
static bool
behind(const struct cues *c, struct str text, size_t at, struct str *bound,
    size_t *end)
{
	size_t next;

	if (after(c, LAST, text, at, bound, end)) {
		next = word_skip(text, *end);
		return word_end(text, next) == next;
	}
	return after(c, AFTER, text, at, bound, end) && !str_is(*bound, "eq") &&
	       !amount_begins(c, text, word_skip(text, *end));
}

/* Does the amount begin with a word, not with a digit or a sign? */
static bool
in_words(struct str text, size_t at)
{
	uint32_t cp;

	if (at >= text.n)
		return false;
	utf8_decode(text.s + at, text.n - at, &cp);
	return word_letter(cp) && !(cp >= '0' && cp <= '9');
}

static void
look_before(const struct cues *c, struct str text, size_t floor, size_t from,
    struct bound *b)
{
	struct str name;
	size_t at, end = word_skip_back(text, from);
	bool article;

	if (!before(c, BEFORE, text, floor, end, &name, &at)) {
		if (!before(c, SKIP, text, floor, end, &name, &at))
			return;
		article = name.n > 0 && !in_words(text, from);
		end = word_skip_back(text, at);
		if (!before(c, BEFORE, text, floor, end, &name, &at) ||
		    (article && !memchr(text.s + at, ' ', end - at)))
			return;
	}
	*b = (struct bound){ name, at, end };
	/* "up to about": a limit around an approximation */
	end = word_skip_back(text, at);
	if (before(c, BEFORE, text, floor, end, &name, &at)) {
		b->from = at;
		if (str_is(b->name, "approx"))
			b->name = name;
		end = word_skip_back(text, at);
	}
	if (before(c, MORE, text, floor, end, &name, &at))
		b->from = at;
}

struct bound
bound_find(
    struct str lang, struct str text, size_t floor, size_t from, size_t to)
{
	const struct cues *c = cues_of(lang);
	struct bound b = { .name = STR("eq"), .from = from, .to = from };
	struct str name;
	size_t end;

	if (!c)
		return b;
	look_before(c, text, floor, from, &b);
	if (!str_is(b.name, "eq") && !str_is(b.name, "approx"))
		return b;
	from = word_skip(text, to);
	if (behind(c, text, to, &name, &end))
		from = to;
	else if (from == to || !behind(c, text, from, &name, &end))
		return b;
	if (str_is(b.name, "eq") || !str_is(name, "approx"))
		b = (struct bound){ name, from, end };
	return b;
}
