#include "wordset.h"

#include <stdint.h>
#include <stdlib.h>

#include "mem.h"
#include "utf8.h"
#include "word.h"

static size_t
hash(struct str word)
{
	uint64_t h = 1469598103934665603u; /* FNV-1a, by code point */
	uint32_t cp;

	for (size_t i = 0; i < word.n;) {
		i += utf8_decode(word.s + i, word.n - i, &cp);
		h = (h ^ word_fold(cp)) * 1099511628211u;
	}
	return (size_t)(h ^ h >> 29);
}

/* Where the word is, or would be. */
static size_t
place(const struct wordset *w, struct str word)
{
	size_t i = hash(word) & (w->cap - 1);

	while (w->slot[i].s && word_match(word, 0, w->slot[i]) != word.n)
		i = (i + 1) & (w->cap - 1);
	return i;
}

static void
grow(struct wordset *w)
{
	struct wordset old = *w;

	w->cap = old.cap ? 2 * old.cap : 64;
	w->slot = mem_zero(w->cap, sizeof *w->slot);
	for (size_t i = 0; i < old.cap; i++)
		if (old.slot[i].s)
			w->slot[place(w, old.slot[i])] = old.slot[i];
	free(old.slot);
}

void
wordset_add(struct wordset *w, struct str word)
{
	char *folded;
	size_t i, n = 0;
	uint32_t cp;

	if (word.n == 0)
		return;
	if (2 * (w->n + 1) > w->cap)
		grow(w);
	i = place(w, word);
	if (w->slot[i].s)
		return;
	folded = mem_alloc(4 * word.n);
	for (size_t k = 0; k < word.n;) {
		k += utf8_decode(word.s + k, word.n - k, &cp);
		n += utf8_encode(folded + n, word_fold(cp));
	}
	w->slot[i] = (struct str){ folded, n };
	w->n++;
}

bool
wordset_has(const struct wordset *w, struct str word)
{
	return w->cap && word.n && w->slot[place(w, word)].s;
}

void
wordset_free(struct wordset *w)
{
	for (size_t i = 0; i < w->cap; i++)
		free((char *)(size_t)w->slot[i].s);
	free(w->slot);
	*w = (struct wordset){ 0 };
}

void
wordset_add_text(struct wordset *w, struct str text)
{
	size_t from = 0, i = 0, n;
	uint32_t cp;

	while (i < text.n) {
		n = utf8_decode(text.s + i, text.n - i, &cp);
		if (!word_letter(cp)) {
			wordset_add(w, str_part(text, from, i));
			if (cp >= 0x80)
				wordset_add(w, str_part(text, i, i + n));
			from = i + n;
		}
		i += n;
	}
	wordset_add(w, str_part(text, from, text.n));
}
