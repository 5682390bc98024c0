#include "hyphen.h"

#include <stdlib.h>

#include "data.h"
#include "mem.h"
#include "table.h"
#include "unicode.h"
#include "utf8.h"

enum { LONGEST = 64 }; /* bytes of a word */

static bool
is_word_byte(char c)
{
	return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

/* FNV-1a, without regard to the case of ASCII letters; never 0. */
static uint32_t
hash(uint32_t h, struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.s[i];
		if (c >= 'A' && c <= 'Z')
			c = (unsigned char)(c | 0x20);
		h = (h ^ c) * 16777619u;
	}
	return h ? h : 1;
}

static uint32_t
hash_word(struct str s)
{
	return hash(2166136261u, s);
}

static uint32_t *
slot(const struct hyphen *h, uint32_t key)
{
	size_t i = key & (h->slots - 1);

	while (h->word[i] && h->word[i] != key)
		i = (i + 1) & (h->slots - 1);
	return &h->word[i];
}

static bool
is_known(const struct hyphen *h, uint32_t key)
{
	return *slot(h, key) != 0;
}

/* A token is words that are joined by hyphens; learns it and its words. */
static void
learn_token(struct hyphen *h, struct str s)
{
	size_t i, from = 0;
	uint32_t key;

	for (i = 0; i <= s.n; i++)
		if (i == s.n || s.s[i] == '-') {
			key = hash_word(str_part(s, from, i));
			*slot(h, key) = key;
			from = i + 1;
		}
	key = hash_word(s);
	*slot(h, key) = key;
}

static void
learn(struct hyphen *h)
{
	struct str s = buf_text(&h->text);
	size_t i, end, want = s.n / 2 + 64; /* a token and its words */
	bool broken = false;		    /* the token before was */

	if (h->slots < want) {
		for (h->slots = 64; h->slots < want; h->slots *= 2)
			;
		h->word = mem_resize(h->word, h->slots, sizeof *h->word);
	}
	memset(h->word, 0, h->slots * sizeof *h->word);
	h->learnt = true;
	for (i = 0; i < s.n; i = end + 1) {
		for (end = i; end < s.n && (is_word_byte(s.s[end]) ||
					       (s.s[end] == '-' && end > i));)
			end++;
		if (end == i)
			continue;
		/* The pieces of a broken word prove nothing. */
		if (s.s[end - 1] == '-')
			broken = true;
		else if (broken)
			broken = false;
		else if (end - i <= LONGEST)
			learn_token(h, str_part(s, i, end));
	}
}

void
hyphen_begin(struct hyphen *h, struct str text)
{
	buf_reset(&h->text);
	buf_str(&h->text, text);
	h->learnt = false;
}

/* Is it a part of compounds in some language?  where: first, last, prefix. */
static bool
makes_compounds(struct str word, const char *where)
{
	const struct data *d;
	const struct table *t;
	size_t row;
	struct str tail = STR("/compounds.tsv"), path;

	for (d = data_files; d->path; d++) {
		path = str_from(d->path);
		if (path.n < tail.n ||
		    !str_eq(str_part(path, path.n - tail.n, path.n), tail))
			continue;
		t = table_builtin(d->path);
		for (row = 0; row < t->nrows; row++)
			if (str_is(table_cell(t, row, 1), where) &&
			    hash_word(table_cell(t, row, 0)) == hash_word(word))
				return true;
	}
	return false;
}

/* Are there two capitals or a digit in it, as in abbreviations? */
static bool
is_abbreviation(struct str s)
{
	size_t i, capitals = 0;

	for (i = 0; i < s.n; i++)
		capitals += s.s[i] >= 'A' && s.s[i] <= 'Z';
	return capitals > 1;
}

bool
hyphen_stays(struct hyphen *h, struct str before, struct str after)
{
	struct str left, right;
	size_t i = before.n - 1, n = 0, from = i;
	uint32_t cp, whole, compound;

	while (from > 0 && is_word_byte(before.s[from - 1]))
		from--;
	left = str_part(before, from, i);
	while (n < after.n && is_word_byte(after.s[n]))
		n++;
	right = str_part(after, 0, n);
	if (left.n == 0 || right.n == 0 || left.n + right.n > LONGEST)
		return true;
	utf8_read(right.s, right.n, &cp);
	if (unicode_class(cp) != UNICODE_LOWER || is_abbreviation(left))
		return true;
	if (!h->learnt)
		learn(h);
	whole = hash(hash_word(left), right);
	compound = hash(hash(hash_word(left), STR("-")), right);
	if (is_known(h, whole) != is_known(h, compound))
		return is_known(h, compound);
	/* One letter is never broken off; "people-to-" goes on. */
	if (left.n == 1 || right.n == 1 ||
	    (from > 0 && before.s[from - 1] == '-'))
		return true;
	if (makes_compounds(left, "first") || makes_compounds(right, "last"))
		return true;
	return right.n > 2 && is_known(h, hash_word(right)) &&
	       (makes_compounds(left, "prefix") ||
		   (left.n > 2 && is_known(h, hash_word(left))));
}

void
hyphen_free(struct hyphen *h)
{
	buf_free(&h->text);
	free(h->word);
	*h = (struct hyphen){ 0 };
}
