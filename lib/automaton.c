#include "automaton.h"

#include <stdlib.h>

#include "mem.h"

/* How a byte takes part in a token. */
enum { BLANK, MARK, WORD, WIDE };

#define NONE UINT32_MAX

struct entry {
	struct str term;
	uint32_t value;
	uint32_t next; /* entry with the same tokens, or NONE */
	bool any;      /* found in any case */
};

/* A node of the trie: the hash of the tokens from the root. */
struct node {
	uint64_t key;	/* 0: unused */
	uint32_t entry; /* the first that ends here, or NONE */
	bool more;	/* has children */
};

struct automaton {
	struct entry *entry;
	size_t entries, entry_cap;
	struct node *node;
	size_t nodes, mask;
	uint8_t *first; /* a bit for the hash of each first token */
	size_t first_mask;
	uint8_t class[256], lower[256];
};

struct token {
	uint64_t hash;
	size_t from, to;
};

static void
classes(struct automaton *a)
{
	for (int c = 0; c < 256; c++) {
		bool upper = c >= 'A' && c <= 'Z';

		a->lower[c] = (uint8_t)(upper ? c + 32 : c);
		a->class[c] = c <= ' ' ? BLANK : MARK;
		if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			a->class[c] = WORD;
		if (c >= 0x80)
			a->class[c] = c >= 0xE2 || c == 0xC2 ? WIDE : WORD;
	}
}

struct automaton *
automaton_new(void)
{
	struct automaton *a = mem_zero(1, sizeof *a);

	classes(a);
	a->mask = 63;
	a->node = mem_zero(a->mask + 1, sizeof *a->node);
	a->first_mask = 1023;
	a->first = mem_zero(a->first_mask / 8 + 1, 1);
	return a;
}

void
automaton_free(struct automaton *a)
{
	if (!a)
		return;
	free(a->entry);
	free(a->node);
	free(a->first);
	free(a);
}

/* The lower-case form of a letter, of Latin-1, Greek and Cyrillic. */
static uint32_t
fold(uint32_t cp)
{
	if ((cp >= 0xC0 && cp <= 0xDE && cp != 0xD7) ||
	    (cp >= 0x391 && cp <= 0x3A9) || (cp >= 0x410 && cp <= 0x42F))
		return cp + 32;
	if (cp >= 0x400 && cp <= 0x40F)
		return cp + 80;
	if ((cp >= 0x460 && cp <= 0x481) || (cp >= 0x48A && cp <= 0x4BF) ||
	    (cp >= 0x4D0 && cp <= 0x52F))
		return cp | 1;
	return cp;
}

/* The length of a character by its first byte; the text is valid UTF-8, but a
 * byte that is not is still one character. */
static size_t
width(struct str t, size_t at)
{
	unsigned char c = (unsigned char)t.s[at];
	size_t n = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;

	return n > t.n - at ? t.n - at : n;
}

static uint64_t
mix(uint64_t h, uint64_t x)
{
	h = (h ^ x) * 0x9E3779B97F4A7C15u;
	return h ^ h >> 29;
}

/* A character that is a token: its hash, with typographic forms as plain ones.
 * 0 for a blank. */
static uint64_t
wide(struct str t, size_t at, size_t n)
{
	uint32_t x = 0;

	for (size_t i = 0; i < n; i++)
		x = x << 8 | (unsigned char)t.s[at + i];
	if (x == 0xC2A0 || x == 0xE280AF || x == 0xE28089 || x == 0xE38080)
		return 0;
	if (x == 0xE28099 || x == 0xE28098 || x == 0xCABC)
		x = '\'';
	if (x >= 0xE28090 && x <= 0xE28094)
		x = '-';
	return mix(1, x);
}

/* A word with letters beyond ASCII. */
static uint64_t
hash_word(const struct automaton *a, struct str t, size_t from, size_t to)
{
	uint64_t h = 2;

	for (size_t i = from; i < to;) {
		unsigned char c = (unsigned char)t.s[i];
		size_t n = width(t, i);
		uint32_t cp = a->lower[c];

		if (n == 2)
			cp = fold((uint32_t)(c & 0x1F) << 6 |
				  ((unsigned char)t.s[i + 1] & 0x3F));
		else
			for (size_t k = 1; k < n; k++)
				cp = cp << 8 | (unsigned char)t.s[i + k];
		h = mix(h, cp);
		i += n;
	}
	return h;
}

/* The token at or behind at.  False at the end of the text. */
static inline bool
next_token(const struct automaton *a, struct str t, size_t at, struct token *k)
{
	const unsigned char *s = (const unsigned char *)t.s;
	uint64_t h = 2;
	bool plain = true;

	for (;;) {
		size_t n;

		while (at < t.n && a->class[s[at]] == BLANK)
			at++;
		if (at == t.n)
			return false;
		if (a->class[s[at]] == WORD)
			break;
		n = width(t, at);
		k->hash = wide(t, at, n);
		k->from = at;
		k->to = at += n;
		if (k->hash)
			return true;
	}
	k->from = at;
	for (; at < t.n && a->class[s[at]] == WORD; at++) {
		h = (h ^ a->lower[s[at]]) * 0x9E3779B97F4A7C15u;
		plain &= s[at] < 0x80;
	}
	k->to = at;
	k->hash = (plain ? h ^ h >> 29 : hash_word(a, t, k->from, at)) | 1;
	return true;
}

/* The place of a key in the table, or the free one where it belongs. */
static size_t
place(const struct automaton *a, uint64_t key)
{
	size_t i = (key >> 7) & a->mask;

	while (a->node[i].key && a->node[i].key != key)
		i = (i + 1) & a->mask;
	return i;
}

static void
grow(struct automaton *a)
{
	struct node *old = a->node;
	size_t n = a->mask + 1;

	a->mask = n * 2 - 1;
	a->node = mem_zero(n * 2, sizeof *a->node);
	for (size_t i = 0; i < n; i++)
		if (old[i].key)
			a->node[place(a, old[i].key)] = old[i];
	free(old);
}

static size_t
bit_of(const struct automaton *a, uint64_t hash)
{
	return (hash >> 20) & a->first_mask;
}

/* Sets the bits of the first tokens anew, 16 for each entry or more. */
static void
grow_first(struct automaton *a)
{
	a->first_mask = a->first_mask * 4 + 3;
	free(a->first);
	a->first = mem_zero(a->first_mask / 8 + 1, 1);
	for (size_t i = 0; i < a->entries; i++) {
		struct token k;

		if (next_token(a, a->entry[i].term, 0, &k))
			a->first[bit_of(a, k.hash) / 8] |=
			    (uint8_t)(1u << bit_of(a, k.hash) % 8);
	}
}

/* Has the term no upper-case letter? */
static bool
lower_case(const struct automaton *a, struct str t)
{
	for (size_t i = 0; i < t.n; i += width(t, i)) {
		unsigned char c = (unsigned char)t.s[i];

		if (a->lower[c] != c)
			return false;
		if (width(t, i) == 2) {
			uint32_t cp = (uint32_t)(c & 0x1F) << 6 |
				      ((unsigned char)t.s[i + 1] & 0x3F);
			if (fold(cp) != cp)
				return false;
		}
	}
	return true;
}

/* The node behind a token; its key. */
static uint64_t
step(uint64_t key, uint64_t token)
{
	key = mix(key ^ 0xD6E8FEB86659FD93u, token);
	return key ? key : 1;
}

bool
automaton_add(struct automaton *a, struct str term, uint32_t value)
{
	struct token k;
	uint64_t key = 0;
	size_t at = 0, n = 0, i = 0;
	uint32_t *link;

	while (next_token(a, term, at, &k)) {
		if (++n > AUTOMATON_TOKENS)
			return false;
		at = k.to;
	}
	if (n == 0 || a->entries == NONE)
		return false;
	for (at = 0; next_token(a, term, at, &k); at = k.to) {
		if (a->nodes * 2 > a->mask)
			grow(a);
		key = step(key, k.hash);
		i = place(a, key);
		if (!a->node[i].key) {
			a->node[i] = (struct node){ key, NONE, false };
			a->nodes++;
		}
		a->node[i].more |= --n > 0;
	}
	if (a->entries == a->entry_cap) {
		a->entry_cap =
		    mem_room(a->entry_cap, a->entries + 1, sizeof *a->entry);
		a->entry = mem_resize(a->entry, a->entry_cap, sizeof *a->entry);
	}
	for (link = &a->node[i].entry; *link != NONE;)
		link = &a->entry[*link].next;
	*link = (uint32_t)a->entries;
	a->entry[a->entries++] =
	    (struct entry){ term, value, NONE, lower_case(a, term) };
	next_token(a, term, 0, &k);
	a->first[bit_of(a, k.hash) / 8] |=
	    (uint8_t)(1u << bit_of(a, k.hash) % 8);
	if (a->entries * 16 > a->first_mask)
		grow_first(a);
	return true;
}

/*
 * Does the span stand for the entry?  The tokens are the same but for their
 * case; so it is enough to look at the letters of both in turn.
 */
static bool
fits(const struct automaton *a, const struct entry *e, struct str span)
{
	struct token k, w;
	size_t i = 0, j = 0, letters = 0;
	bool same = true, capitals = true;

	if (str_eq(e->term, span))
		return true;
	while (next_token(a, e->term, i, &k) && next_token(a, span, j, &w)) {
		struct str x = str_part(e->term, k.from, k.to);
		struct str y = str_part(span, w.from, w.to);

		if (k.hash != w.hash)
			return false;
		if (a->class[(unsigned char)x.s[0]] == WORD) {
			same &= str_eq(x, y);
			letters += x.n;
			capitals &= x.n == y.n;
			for (size_t c = 0; capitals && c < y.n; c++)
				if ((y.s[c] >= 'a' && y.s[c] <= 'z') ||
				    (unsigned char)y.s[c] >= 0x80)
					capitals = false;
		}
		i = k.to;
		j = w.to;
	}
	return e->any || same || (capitals && letters >= 4);
}

/* The first entry from `from` on that the span stands for, or NONE. */
static uint32_t
entry_of(const struct automaton *a, uint32_t from, struct str span)
{
	while (from != NONE && !fits(a, &a->entry[from], span))
		from = a->entry[from].next;
	return from;
}

/* The longest match whose first token is k. */
static bool
walk(const struct automaton *a, struct str text, struct token k,
    struct automaton_match *m)
{
	size_t from = k.from;
	uint64_t key = 0;
	bool found = false;

	for (int n = 0; n < AUTOMATON_TOKENS; n++) {
		const struct node *node;
		uint32_t e;

		key = step(key, k.hash);
		node = &a->node[place(a, key)];
		if (!node->key)
			break;
		e = entry_of(a, node->entry, str_part(text, from, k.to));
		if (e != NONE) {
			*m = (struct automaton_match){ from, k.to,
				a->entry[e].value, e };
			found = true;
		}
		if (!node->more || !next_token(a, text, k.to, &k))
			break;
	}
	return found;
}

bool
automaton_find(const struct automaton *a, struct str text, size_t at,
    struct automaton_match *m)
{
	struct token k;

	for (; next_token(a, text, at, &k); at = k.to) {
		size_t bit = bit_of(a, k.hash);

		if ((a->first[bit / 8] >> bit % 8 & 1) && walk(a, text, k, m))
			return true;
	}
	return false;
}

bool
automaton_here(const struct automaton *a, struct str text, size_t at,
    struct automaton_match *m)
{
	struct token k;

	return next_token(a, text, at, &k) && walk(a, text, k, m);
}

bool
automaton_more(
    const struct automaton *a, struct str text, struct automaton_match *m)
{
	uint32_t e = entry_of(
	    a, a->entry[m->entry].next, str_part(text, m->from, m->to));

	if (e == NONE)
		return false;
	m->entry = e;
	m->value = a->entry[e].value;
	return true;
}
