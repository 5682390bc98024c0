#include "trigger.h"

#include <stdint.h>
#include <stdlib.h>

#include "mem.h"
#include "scan.h"

enum { BUCKETS = 1024 };

struct word {
	struct word *next;
	bool whole; /* no letter follows */
	size_t n;
	unsigned char s[];
};

/* What a byte can be: a trigger anywhere, the first of a word of the set, all
 * of a word of the set. */
enum { ANYWHERE = 1, WORD = 2, LETTER = 4 };

enum { MOST_SIGNS = 8 };

struct trigger {
	bool digits, words, high; /* what there is to look for */
	char sign[MOST_SIGNS];	  /* single ASCII bytes */
	size_t nsigns;
	unsigned char kind[256];
	/* May the two bytes, by their low five bits, begin a trigger? */
	bool pair[32 * 32];
	struct word *bucket[BUCKETS];
};

static inline unsigned char
fold(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}

/* Words are filed by their first two bytes. */
static inline size_t
bucket_of(unsigned char a, unsigned char b)
{
	return (fold(a) * 37u + fold(b)) % BUCKETS;
}

static inline size_t
pair_of(unsigned char a, unsigned char b)
{
	return (a & 31u) << 5 | (b & 31u);
}

/* Lets c be followed by b, or by any byte if b is 0. */
static void
allow(struct trigger *t, unsigned char c, unsigned char b, unsigned char kind)
{
	unsigned i;

	t->kind[c] |= kind;
	if (c >= 'a' && c <= 'z')
		t->kind[c - 0x20] |= kind;
	for (i = 0; i < 32; i++)
		if (b == 0 || i == (b & 31u))
			t->pair[pair_of(c, (unsigned char)i)] = true;
}

struct trigger *
trigger_new(void)
{
	return mem_zero(1, sizeof(struct trigger));
}

void
trigger_free(struct trigger *t)
{
	struct word *w, *next;
	size_t i;

	for (i = 0; t && i < BUCKETS; i++)
		for (w = t->bucket[i]; w; w = next) {
			next = w->next;
			free(w);
		}
	free(t);
}

void
trigger_bytes(struct trigger *t, const char *bytes)
{
	if (strcmp(bytes, "0-9") == 0) {
		t->digits = true;
		return;
	}
	for (; *bytes; bytes++) {
		allow(t, (unsigned char)*bytes, 0, ANYWHERE);
		if ((unsigned char)*bytes >= 0x80)
			t->high = true;
		else if (t->nsigns < MOST_SIGNS)
			t->sign[t->nsigns++] = *bytes;
		else
			abort();
	}
}

static void
add_word(struct trigger *t, struct str word, bool whole)
{
	struct word *w;
	size_t i, b;
	unsigned char c;

	if (word.n == 0)
		return;
	w = mem_alloc(sizeof *w + word.n);
	w->n = word.n;
	w->whole = whole;
	for (i = 0; i < word.n; i++)
		w->s[i] = fold((unsigned char)word.s[i]);
	c = w->s[0];
	if (c >= 0x80)
		t->high = true;
	else
		t->words = true;
	if (word.n == 1)
		allow(t, c, 0, LETTER);
	else
		allow(t, c, w->s[1], WORD);
	b = bucket_of(c, word.n > 1 ? w->s[1] : 0);
	w->next = t->bucket[b];
	t->bucket[b] = w;
}

void
trigger_word(struct trigger *t, struct str word)
{
	add_word(t, word, false);
}

void
trigger_token(struct trigger *t, struct str word)
{
	add_word(t, word, word.n > 1);
}

static bool
word_at(const struct trigger *t, const unsigned char *s, size_t n)
{
	const struct word *w;
	size_t i;

	if (n < 2)
		return false;
	for (w = t->bucket[bucket_of(s[0], s[1])]; w; w = w->next) {
		if (w->n > n)
			continue;
		for (i = 0; i < w->n && fold(s[i]) == w->s[i]; i++)
			;
		if (i < w->n)
			continue;
		if (!w->whole || i == n || fold(s[i]) < 'a' || fold(s[i]) > 'z')
			return true;
	}
	return false;
}

/* Does a word begin with the code point at s[i], outside ASCII?  Scripts from
 * U+3000 on put no blanks between words. */
static bool
high_word_begins(const unsigned char *s, size_t i)
{
	if (s[i] >= 0xE3 || i == 0)
		return true;
	if (s[i - 1] < 0x80)
		return (unsigned char)((s[i - 1] | 0x20) - 'a') >= 26;
	/* Behind a letter of two bytes, U+00C0 and above: inside a word. */
	return i < 2 || s[i - 2] < 0xC3 || s[i - 2] >= 0xE0;
}

/* Is the candidate at s[i] a trigger? */
static bool
is_trigger(const struct trigger *t, const unsigned char *s, size_t i, size_t n)
{
	unsigned char kind = t->kind[s[i]];

	if (kind & ANYWHERE)
		return true;
	if (!(kind & (WORD | LETTER)) ||
	    (s[i] >= 0x80 && !high_word_begins(s, i)))
		return false;
	return kind & LETTER || word_at(t, s + i, n - i);
}

/* The runs that begin in a mask; was: did the one before end in a run? */
static inline uint64_t
begins(uint64_t mask, bool was)
{
	return mask & ~(mask << 1 | was);
}

size_t
trigger_find(const struct trigger *t, struct str text, size_t from)
{
	const unsigned char *s = (const unsigned char *)text.s, *p;
	struct scan_block room;
	uint64_t sure, maybe; /* a digit or sign; the start of a word */
	unsigned char before, next;
	size_t i, at, k;

	for (i = from; i < text.n; i += SCAN_BYTES) {
		p = scan_load(text.s + i, text.n - i, &room);
		before = i > 0 ? s[i - 1] : ' ';
		sure = maybe = 0;
		if (t->digits)
			sure |= begins(
			    scan_digits(p), (unsigned char)(before - '0') < 10);
		for (k = 0; k < t->nsigns; k++)
			sure |= scan_equal(p, t->sign[k]);
		if (t->words)
			maybe |= begins(scan_letters(p),
			    (unsigned char)((before | 0x20) - 'a') < 26);
		if (t->high)
			maybe |= scan_range(p, 0xC0, 0x40, 0);
		maybe &= (sure & -sure) - 1; /* what comes before */
		for (; maybe; maybe &= maybe - 1) {
			at = i + scan_first(maybe);
			next = at + 1 < text.n ? s[at + 1] : 0;
			if (t->pair[pair_of(s[at], next)] &&
			    is_trigger(t, s, at, text.n))
				return at;
		}
		if (sure)
			return i + scan_first(sure);
	}
	return text.n;
}
