#include "trigger.h"

#include <stdint.h>
#include <stdlib.h>

#include "mem.h"

enum { BUCKETS = 1024 };

struct word {
	struct word *next;
	size_t n;
	unsigned char s[];
};

struct trigger {
	unsigned char byte[256];  /* triggers anywhere */
	unsigned char first[256]; /* may begin a word of the set */
	struct word *bucket[BUCKETS];
};

static inline unsigned char
fold(unsigned char c)
{
	return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}

static inline int
is_word_byte(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26 ||
	       (unsigned char)(c - '0') < 10 || c >= 0x80;
}

/* Words are filed by their first two bytes. */
static inline size_t
bucket_of(unsigned char a, unsigned char b)
{
	return (fold(a) * 37u + fold(b)) % BUCKETS;
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
	unsigned char c;

	if (strcmp(bytes, "0-9") == 0)
		bytes = "0123456789";
	for (; (c = (unsigned char)*bytes); bytes++)
		t->byte[c] = 1;
}

void
trigger_word(struct trigger *t, struct str word)
{
	struct word *w;
	size_t i, b;
	unsigned char c;

	if (word.n == 0)
		return;
	w = mem_alloc(sizeof *w + word.n);
	w->n = word.n;
	for (i = 0; i < word.n; i++)
		w->s[i] = fold((unsigned char)word.s[i]);
	c = w->s[0];
	/* A word of one byte goes with every second byte: no look at it. */
	t->first[c] |= word.n == 1 ? 2 : 1;
	if (c >= 'a' && c <= 'z')
		t->first[c - 0x20] = t->first[c];
	b = bucket_of(c, word.n > 1 ? w->s[1] : 0);
	w->next = t->bucket[b];
	t->bucket[b] = w;
}

static bool
word_at(const struct trigger *t, const unsigned char *s, size_t n)
{
	const struct word *w;
	size_t i;

	if (t->first[s[0]] & 2)
		return true;
	if (n < 2)
		return false;
	for (w = t->bucket[bucket_of(s[0], s[1])]; w; w = w->next) {
		if (w->n > n)
			continue;
		for (i = 0; i < w->n && fold(s[i]) == w->s[i]; i++)
			;
		if (i == w->n)
			return true;
	}
	return false;
}

size_t
trigger_find(const struct trigger *t, struct str text, size_t from)
{
	const unsigned char *s = (const unsigned char *)text.s;
	size_t i;

	for (i = from; i < text.n; i++) {
		if (t->byte[s[i]])
			return i;
		if (t->first[s[i]] && (i == 0 || !is_word_byte(s[i - 1])) &&
		    word_at(t, s + i, text.n - i))
			return i;
	}
	return text.n;
}
