#include "trigger.h"

#include <stdint.h>
#include <stdlib.h>

#include "mem.h"
#include "scan.h"
#include "unicode.h"
#include "utf8.h"
#include "word.h"

enum { BUCKETS = 1024, FOURS = 65536, STARTS = 32768 };

struct word {
	struct word *next;
	uint32_t head, mask; /* its first four bytes, with 0x20 set in each */
	bool whole;	     /* no letter follows */
	bool exact;	     /* case counts */
	size_t n;
	unsigned char s[];
};

/* What a byte can be: a trigger anywhere, the first of a word of the set, all
 * of a word of the set, the first of a word that is a sign. */
enum { ANYWHERE = 1, WORD = 2, LETTER = 4, SIGN = 8 };

enum { MOST_SIGNS = 8 };

/* By its first byte a word belongs to one of these. */
enum { SMALL, CAPITAL, HIGH, CLASSES };

struct trigger {
	bool digits, words, high; /* what there is to look for */
	char sign[MOST_SIGNS];	  /* single ASCII bytes */
	size_t nsigns;
	unsigned char kind[256];
	/* What the words of a class may begin with: the first four bytes,
	 * hashed; all of those of three bytes and of fewer, by the low five
	 * bits of each. */
	uint32_t four[CLASSES][FOURS / 32];
	uint32_t three[CLASSES][32 * 32];
	bool two[CLASSES][32 * 32];
	bool open; /* is there a word of three bytes that may go on? */
	/* What any of them may begin with, by start_of: 4 KiB that tell of
	 * nearly all words of a text that they are none. */
	unsigned char start[STARTS / 8];
	/* The words: those of two bytes, those of more by the first three. */
	struct word *brief[32 * 32], *bucket[BUCKETS];
};

static inline unsigned char
fold(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}

static inline size_t
pair_of(unsigned char a, unsigned char b)
{
	return (a & 31u) << 5 | (b & 31u);
}

/* Four bytes at once, near enough to folded to tell most words apart. */
static inline uint32_t
head_of(const char *s, size_t n)
{
	uint32_t head = 0;

	memcpy(&head, s, n < 4 ? n : 4);
	return head | 0x20202020u;
}

/* Words of three bytes and more are filed by these. */
static inline size_t
bucket_of(uint32_t head)
{
	unsigned char first[4];

	memcpy(first, &head, 4);
	return (first[0] * 961u + first[1] * 31u + first[2]) % BUCKETS;
}

/* A hash of the first three bytes: letters as in pair_of, but the first with
 * its case.  There is a fourth byte. */
static inline uint32_t
start_of(const unsigned char *s)
{
	static const unsigned char bits[4] = { 0x3F, 0x1F, 0x1F, 0 };
	uint32_t head, mask;

	memcpy(&head, s, 4);
	memcpy(&mask, bits, 4);
	return (head & mask) * 0x9E3779B1u >> 17;
}

static inline bool
is_letter(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

static inline bool
is_capital(unsigned char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline unsigned
class_of(unsigned char c)
{
	return c >= 0x80 ? HIGH : is_capital(c) ? CAPITAL : SMALL;
}

static inline uint32_t
four_of(uint32_t head)
{
	return head * 0x9E3779B1u >> 16;
}

/* Marks the first bytes of a word for the quickest look. */
static void
allow_start(struct trigger *t, const unsigned char *word, size_t n)
{
	unsigned k, all = n > 2 ? 1 : n > 1 ? 32 : 32 * 32;
	unsigned char s[4] = { 0 };
	uint32_t i;

	/* What is missing may be anything. */
	for (k = 0; k < all; k++) {
		s[0] = word[0];
		s[1] = n > 1 ? word[1] : (unsigned char)(k >> 5);
		s[2] = n > 2 ? word[2] : (unsigned char)(k & 31);
		i = start_of(s);
		t->start[i / 8] |= (unsigned char)(1 << (i & 7));
	}
}

/* Lets a trigger of a class begin with the first bytes of a word. */
static void
allow_in(struct trigger *t, unsigned class, const unsigned char *word, size_t n)
{
	uint32_t i = four_of(head_of((const char *)word, n));

	if (n > 3)
		t->four[class][i / 32] |= (uint32_t)1 << (i & 31);
	else if (n == 3)
		t->three[class][pair_of(word[0], word[1])] |=
		    (uint32_t)1 << (word[2] & 31u);
	else
		for (unsigned char k = 0; k < 32; k++)
			if (n == 1 || k == (word[1] & 31u))
				t->two[class][pair_of(word[0], k)] = true;
}

static void
allow(struct trigger *t, const unsigned char *word, size_t n,
    unsigned char kind, bool exact)
{
	unsigned char c = word[0];

	t->kind[c] |= kind;
	allow_start(t, word, n);
	allow_in(t, class_of(c), word, n);
	if (!exact && c >= 'a' && c <= 'z') {
		unsigned char capital[3] = { (unsigned char)(c - 0x20),
			n > 1 ? word[1] : 0, n > 2 ? word[2] : 0 };

		t->kind[c - 0x20] |= kind;
		allow_start(t, capital, n);
		allow_in(t, CAPITAL, word, n);
	}
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

	for (i = 0; t && i < BUCKETS + 32 * 32; i++)
		for (w = i < BUCKETS ? t->bucket[i] : t->brief[i - BUCKETS]; w;
		     w = next) {
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
		if ((unsigned char)*bytes >= 0x80) {
			allow(
			    t, (const unsigned char *)bytes, 1, ANYWHERE, true);
			t->high = true;
		} else if (t->nsigns < MOST_SIGNS)
			t->sign[t->nsigns++] = *bytes;
		else
			abort();
	}
}

static void
add_word(struct trigger *t, struct str word, bool whole, bool exact)
{
	struct word *w, **list;
	unsigned char c, kind;
	uint32_t cp;
	size_t i;

	if (word.n == 0)
		return;
	w = mem_alloc(sizeof *w + word.n);
	w->n = word.n;
	/* a letter that follows goes on with a word, but not with a sign */
	whole &= is_letter((unsigned char)word.s[word.n - 1]);
	w->whole = whole;
	w->exact = exact;
	t->open |= word.n == 3 && !whole;
	w->head = head_of(word.s, word.n);
	w->mask = 0;
	memset(&w->mask, 0xFF, word.n < 4 ? word.n : 4);
	w->head &= w->mask;
	for (i = 0; i < word.n; i++)
		w->s[i] = exact ? (unsigned char)word.s[i]
				: fold((unsigned char)word.s[i]);
	c = w->s[0];
	if (c >= 0x80)
		t->high = true;
	else
		t->words = true;
	kind = word.n == 1 ? LETTER : WORD;
	utf8_decode(word.s, word.n, &cp);
	if (unicode_class(cp) == UNICODE_OTHER)
		kind |= SIGN; /* begins anywhere */
	allow(t, w->s, word.n, kind, exact);
	list = word.n < 3 ? &t->brief[pair_of(c, word.n > 1 ? w->s[1] : 0)]
			  : &t->bucket[bucket_of(w->head)];
	w->next = *list;
	*list = w;
}

void
trigger_word(struct trigger *t, struct str word)
{
	add_word(t, word, false, false);
}

void
trigger_token(struct trigger *t, struct str word)
{
	add_word(t, word, word.n > 1, false);
}

void
trigger_exact(struct trigger *t, struct str word)
{
	add_word(t, word, word.n > 1, true);
}

static bool
word_in(const struct word *w, uint32_t head, const unsigned char *s, size_t n)
{
	size_t i;

	for (; w; w = w->next) {
		if ((head & w->mask) != w->head || w->n > n)
			continue;
		for (i = 0; i < w->n; i++)
			if ((w->exact ? s[i] : fold(s[i])) != w->s[i])
				break;
		if (i < w->n)
			continue;
		if (!w->whole || i == n || fold(s[i]) < 'a' || fold(s[i]) > 'z')
			return true;
	}
	return false;
}

static bool
word_at(const struct trigger *t, const unsigned char *s, size_t n)
{
	const char *p = (const char *)s;
	uint32_t head = n < 4 ? head_of(p, n) : head_of(p, 4);

	return word_in(t->bucket[bucket_of(head)], head, s, n) ||
	       (n > 1 && word_in(t->brief[pair_of(s[0], s[1])], head, s, n));
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
	if (i < 2 || s[i - 2] < 0xC3 || s[i - 2] >= 0xE0)
		return true;
	return !word_letter((s[i - 2] & 0x1Fu) << 6 | (s[i - 1] & 0x3Fu));
}

/* A quick look at the first bytes. */
static inline bool
may_begin(const struct trigger *t, const unsigned char *s, size_t n)
{
	unsigned class = class_of(s[0]);
	unsigned char next[4] = { 0 };
	size_t pair;
	uint32_t i;

	if (n >= 4)
		memcpy(next, s, 4);
	else
		for (i = 0; i < n; i++)
			next[i] = s[i];
	pair = pair_of(next[0], next[1]);
	i = four_of(head_of((const char *)next, 4));
	return (t->four[class][i / 32] >> (i & 31) & 1) ||
	       ((t->three[class][pair] >> (next[2] & 31u) & 1) &&
		   (t->open || !is_letter(next[3]))) ||
	       t->two[class][pair];
}

/* Is the candidate at s[i] a trigger? */
static bool
is_trigger(const struct trigger *t, const unsigned char *s, size_t i, size_t n)
{
	unsigned char kind = t->kind[s[i]];

	if (kind & ANYWHERE)
		return true;
	if (!(kind & (WORD | LETTER)) ||
	    (s[i] >= 0x80 && !(kind & SIGN) && !high_word_begins(s, i)))
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
	unsigned char before;
	uint32_t start;
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
			start = at + 4 <= text.n ? start_of(s + at) : STARTS;
			if (start < STARTS &&
			    !(t->start[start / 8] >> (start & 7) & 1))
				continue;
			if (may_begin(t, s + at, text.n - at) &&
			    is_trigger(t, s, at, text.n))
				return at;
		}
		if (sure)
			return i + scan_first(sure);
	}
	return text.n;
}
