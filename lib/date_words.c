#include "date_words.h"

#include <stdint.h>
#include <stdlib.h>

#include "mem.h"
#include "utf8.h"
#include "word.h"

enum { LONGEST_PHRASE = 5 }; /* words */

/* clang-format off */
/* a is 1 to z is 26; 27 is beyond ASCII, 29 an apostrophe; the lead bytes
 * of dashes, quotes and no-break spaces are 0. */
const unsigned char words_code[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 29, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
	16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 0, 0, 0, 0, 0,
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
	16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 0, 0, 0, 0, 0,
	27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
	27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
	27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
	27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
	27, 27, 0, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
	27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
	27, 27, 0, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
	27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27,
};
/* clang-format on */

size_t
words_fold(struct str text, char key[static WORDS_LONGEST])
{
	size_t n = 0, i = 0, blanks;
	uint32_t cp;

	if (text.n >= 2 * WORDS_LONGEST)
		return 0;
	while (i < text.n) {
		unsigned char c = (unsigned char)text.s[i];

		if (n + 4 >= WORDS_LONGEST)
			return 0;
		if ((blanks = words_blanks(text, i)) > 0) {
			key[n++] = ' ';
			i += blanks;
		} else if (c < 0x80) {
			key[n++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
			i++;
		} else {
			i += utf8_decode(text.s + i, text.n - i, &cp);
			cp = cp == 0x2019 ? '\'' : word_fold(cp);
			n += utf8_encode(key + n, cp);
		}
	}
	return n;
}

/* FNV-1a, a byte at a time. */
static const uint32_t hash_start = 2166136261u;

static inline uint32_t
hash_byte(uint32_t h, unsigned char c)
{
	return (h ^ c) * 16777619u;
}

static inline unsigned char
ascii_fold(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}

size_t
words_hash(struct str text)
{
	uint32_t h = hash_start;
	char key[WORDS_LONGEST];
	size_t i, n;

	for (i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.s[i];

		if (c >= 0x80 || c == '\t' ||
		    (c == ' ' && i > 0 && text.s[i - 1] == ' '))
			break;
		h = hash_byte(h, ascii_fold(c));
	}
	if (i < text.n) {
		h = hash_start;
		n = words_fold(text, key);
		for (i = 0; i < n; i++)
			h = hash_byte(h, (unsigned char)key[i]);
	}
	return h ^ h >> 15;
}

bool
words_same(struct str text, struct str key)
{
	char folded[WORDS_LONGEST];
	size_t i;

	if (text.n < key.n)
		return false;
	for (i = 0; i < key.n && ascii_fold((unsigned char)text.s[i]) ==
				     (unsigned char)key.s[i];
	     i++)
		;
	if (i == key.n && text.n == key.n)
		return true;
	/* The letters of the key in bytes of another number or case. */
	if (i < text.n && (unsigned char)text.s[i] < 0x80 && text.s[i] != ' ' &&
	    text.s[i] != '\t')
		return false;
	return words_fold(text, folded) == key.n &&
	       memcmp(folded, key.s, key.n) == 0;
}

static void
add(struct date_words *w, struct str text, size_t row, size_t *cap)
{
	char key[WORDS_LONGEST];
	size_t n = words_fold(text, key);

	if (n == 0)
		return;
	if (w->n == *cap) {
		*cap = mem_room(*cap, *cap + 1, sizeof(*w->word));
		w->word = mem_resize(w->word, *cap, sizeof(*w->word));
	}
	w->word[w->n++] =
	    (struct date_word){ text, { mem_copy(key, n), n }, row };
	w->last[(unsigned char)key[n - 1]] = 1;
	w->three[words_three(key, n) / 8] |=
	    (unsigned char)(1 << words_three(key, n) % 8);
}

void
words_load(struct date_words *w, const struct table *t)
{
	size_t cap = 0, at;
	int col = t ? table_column(t, "word") : -1;

	w->table = t;
	for (size_t row = 0; col >= 0 && row < t->nrows; row++) {
		struct str cell = table_cell(t, row, (size_t)col);

		while (cell.n > 0) {
			const char *bar = memchr(cell.s, '|', cell.n);
			size_t n = bar ? (size_t)(bar - cell.s) : cell.n;

			add(w, str_part(cell, 0, n), row, &cap);
			cell = str_part(cell, n + (bar != NULL), cell.n);
		}
	}
	for (w->slots = 8; w->slots < 3 * w->n; w->slots *= 2)
		;
	w->slot = mem_zero(w->slots, sizeof(*w->slot));
	for (size_t i = 0; i < w->n; i++) {
		at = words_hash(w->word[i].key);
		while (w->slot[at &= w->slots - 1])
			at++;
		w->slot[at] = (unsigned)i + 1;
	}
}

void
words_free(struct date_words *w)
{
	for (size_t i = 0; i < w->n; i++)
		free((char *)w->word[i].key.s);
	free(w->word);
	free(w->slot);
}

/* Can a word of the table begin at a place? */
static bool
may_begin(const struct date_words *w, struct str text, size_t at)
{
	unsigned three = words_three(text.s + at, text.n - at);

	/* What is not of ASCII may be the same in other bytes. */
	return w->three[three / 8] >> three % 8 & 1 || (three & 31) == 27 ||
	       (three >> 5 & 31) == 27 || three >> 10 == 27;
}

long
words_row(const struct date_words *w, struct str text)
{
	unsigned char c = text.n > 0 ? (unsigned char)text.s[text.n - 1] : 0;
	size_t at;

	if (w->n == 0 || text.n == 0 || text.n >= 2 * WORDS_LONGEST ||
	    (c < 0x80 && !w->last[ascii_fold(c)]) || !may_begin(w, text, 0))
		return -1;
	for (at = words_hash(text); w->slot[at &= w->slots - 1]; at++) {
		const struct date_word *e = &w->word[w->slot[at] - 1];

		if (words_same(text, e->key))
			return (long)e->row;
	}
	return -1;
}

/* Is it a byte of a word: a letter, a digit, an apostrophe? */
static bool
in_word(char c)
{
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80 || c == '\'';
}

long
words_before(
    const struct date_words *w, struct str text, size_t end, size_t *begin)
{
	size_t at = end;
	long found = -1, row;

	for (int n = 0; n < LONGEST_PHRASE && at > 0; n++) {
		while (at > 0 && text.s[at - 1] == ' ')
			at--;
		if (n == 0) {
			unsigned char c =
			    at > 0 ? (unsigned char)text.s[at - 1] : 0;

			end = at;
			if (c >= 'A' && c <= 'Z')
				c |= 0x20;
			if (c < 0x80 && !w->last[c])
				return -1;
		}
		if (at > 0 && text.s[at - 1] == '-')
			at--;
		while (at > 0 && in_word(text.s[at - 1]) &&
		       end - at < WORDS_LONGEST)
			at--;
		if (end - at >= WORDS_LONGEST)
			break;
		row = words_row(w, str_part(text, at, end));
		if (row >= 0)
			found = row, *begin = at;
		if (at > 0 && text.s[at - 1] != ' ' && text.s[at - 1] != '-')
			break;
	}
	return found;
}

long
words_after(const struct date_words *w, struct str text, size_t at, size_t *end)
{
	long found = -1, row;
	size_t to;

	at += words_blanks(text, at);
	to = at;
	if (at >= text.n || w->n == 0 || !may_begin(w, text, at))
		return -1;
	for (int n = 0; n < LONGEST_PHRASE && to < text.n; n++) {
		if (n > 0)
			to += words_blanks(text, to);
		while (to < text.n && to - at < WORDS_LONGEST &&
		       (in_word(text.s[to]) || text.s[to] == '-'))
			to++;
		row = words_row(w, str_part(text, at, to));
		if (row >= 0)
			found = row, *end = to;
		if (to - at >= WORDS_LONGEST ||
		    (to < text.n && text.s[to] != ' '))
			break;
	}
	return found;
}

struct str
words_cell(const struct date_words *w, long row, const char *column)
{
	int col = row >= 0 ? table_column(w->table, column) : -1;

	if (col < 0)
		return (struct str){ 0 };
	return table_cell(w->table, (size_t)row, (size_t)col);
}

int
words_number(const struct date_words *w, long row, const char *column)
{
	struct str s = words_cell(w, row, column);
	int sign = s.n > 0 && s.s[0] == '-' ? -1 : 1, v = 0;

	for (size_t i = sign < 0; i < s.n; i++)
		v = v * 10 + (s.s[i] - '0');
	return sign * v;
}
