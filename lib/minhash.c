#include "minhash.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "utf8.h"

/*
 * 42 bands of 3 bins.  Of the texts that agree in a band only the first few are
 * looked at, so that words which many texts share (a footer) cost no more with
 * every text.
 */
enum { BANDS = 42, ROWS = 3, LOOKED_AT = 8 };

/* The finalizer of MurmurHash3. */
static uint64_t
mix(uint64_t h)
{
	h ^= h >> 33;
	h *= 0xFF51AFD7ED558CCD;
	h ^= h >> 33;
	h *= 0xC4CEB9FE1A85EC53;
	return h ^ h >> 33;
}

/* What a byte of ASCII is in a word, in small letters; 0: it parts words. */
static const unsigned char *
letters(void)
{
	static unsigned char table[128];

	if (!table['a']) {
		for (int c = '0'; c <= '9'; c++)
			table[c] = (unsigned char)c;
		for (int c = 'a'; c <= 'z'; c++)
			table[c] = table[c - 'a' + 'A'] = (unsigned char)c;
	}
	return table;
}

enum class { PARTS, LETTER, WORD };

/* What a character outside ASCII is; *cp in a small letter. */
static enum class class_of(uint32_t *cp) {
	uint32_t c = *cp;

	if (c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2C00) ||
	    (c >= 0x3000 && c < 0x3040) || (c >= 0xFE30 && c < 0xFE70) ||
	    (c >= 0xFF00 && c < 0xFF10)) return c == 0xAA ||
		c == 0xB5 || c == 0xBA
	    ? LETTER
	    : PARTS;
	if ((c >= 0x0410 && c <= 0x042F) || (c >= 0xC0 && c <= 0xDE)) *cp +=
	0x20;
	else if (c >= 0x0400 && c <= 0x040F) *cp += 0x50;
	if ((c >= 0x3040 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4) ||
	    (c >= 0xF900 && c < 0xFB00) ||
	    (c >= 0x20000 && c < 0x32000)) return WORD;
	return LETTER;
}

struct signer {
	uint64_t min[MINHASH_BINS];
	uint64_t before[2]; /* the hashes of the two words before */
	size_t words;
};

static void
add_shingle(struct signer *g, uint64_t h)
{
	size_t bin;

	h = mix(h);
	bin = h >> 57;
	h &= UINT64_MAX >> 7;
	if (h < g->min[bin])
		g->min[bin] = h;
}

static void
add_word(struct signer *g, uint64_t word)
{
	if (g->words >= 2)
		add_shingle(g, word + 0x9E3779B97F4A7C15 * g->before[0] +
				   0xBF58476D1CE4E5B9 * g->before[1]);
	g->before[1] = g->before[0];
	g->before[0] = word;
	g->words++;
}

static void
add_words(struct signer *g, struct str text)
{
	static const uint64_t prime = 0x100000001B3;
	const unsigned char *letter = letters();
	uint64_t word = 0;
	uint32_t cp;
	size_t i = 0;

	while (i < text.n) {
		unsigned char c = (unsigned char)text.s[i];
		enum class what = LETTER;

		if (c < 0x80) {
			cp = letter[c];
			what = cp ? LETTER : PARTS;
			i++;
		} else {
			i += utf8_decode(text.s + i, text.n - i, &cp);
			what = class_of(&cp);
		}
		if (what == LETTER) {
			word = (word + cp) * prime;
			continue;
		}
		if (word)
			add_word(g, word);
		word = 0;
		if (what == WORD)
			add_word(g, cp * prime);
	}
	if (word)
		add_word(g, word);
}

bool
minhash_sign(struct minhash *m, struct str text)
{
	struct signer g = { .words = 0 };
	bool empty[MINHASH_BINS];
	size_t i, donor;

	memset(g.min, 0xFF, sizeof g.min);
	add_words(&g, text);
	if (g.words == 0)
		return false;
	if (g.words < 3) /* too few for a shingle: all of it is one */
		add_shingle(&g, g.before[0] + 31 * g.before[1]);
	for (i = 0; i < MINHASH_BINS; i++)
		empty[i] = g.min[i] == UINT64_MAX;
	for (i = 0; i < MINHASH_BINS; i++) {
		donor = i;
		for (uint64_t try = 1; empty[donor]; try++)
			donor = mix(try * MINHASH_BINS + i) % MINHASH_BINS;
		m->bin[i] = (uint16_t)g.min[donor];
	}
	return true;
}

unsigned
minhash_agree(const struct minhash *a, const struct minhash *b)
{
	unsigned n = 0;

	for (size_t i = 0; i < MINHASH_BINS; i++)
		n += a->bin[i] == b->bin[i];
	return n;
}

void
minhash_index_init(struct minhash_index *x)
{
	*x = (struct minhash_index){ 0 };
	seen_init(&x->bands, 1, 0, ~(uint64_t)UINT32_MAX);
}

void
minhash_index_free(struct minhash_index *x)
{
	free(x->text);
	seen_free(&x->bands);
	*x = (struct minhash_index){ 0 };
}

/* The entry of a band, without the number of the text in its lower half. */
static uint64_t
band_of(const struct minhash *m, size_t band)
{
	const uint16_t *bin = m->bin + band * ROWS;
	uint64_t bins =
	    (uint64_t)bin[0] << 32 | (uint64_t)bin[1] << 16 | bin[2];

	return mix(bins | (uint64_t)(band + 1) << 48) & ~(uint64_t)UINT32_MAX;
}

size_t
minhash_index_put(struct minhash_index *x, const struct minhash *m)
{
	if (x->n == x->cap) {
		/* By an eighth: doubled, it would be half empty. */
		x->cap += x->cap / 8 + 64;
		x->text = mem_resize(x->text, x->cap, sizeof *x->text);
	}
	x->text[x->n] = *m;
	return x->n++;
}

void
minhash_index_open(struct minhash_index *x, size_t which)
{
	const uint64_t *e;
	uint64_t band, entry, *at;
	size_t i, n;

	for (i = 0; i < BANDS; i++) {
		band = band_of(&x->text[which], i);
		n = 0;
		e = seen_from(&x->bands, &band);
		for (; e && (*e ^ band) <= UINT32_MAX && n < LOOKED_AT; n++)
			e = seen_next(&x->bands, e);
		entry = band | (uint64_t)(which + 1);
		if (n < LOOKED_AT)
			seen_add(&x->bands, &entry, &at);
	}
}

unsigned
minhash_index_find(
    const struct minhash_index *x, const struct minhash *m, size_t *which)
{
	const uint64_t *e;
	uint64_t band[BANDS];
	unsigned best = 0, n;
	size_t i, text;

	for (i = 0; i < BANDS; i++) {
		band[i] = band_of(m, i);
		seen_prefetch(&x->bands, &band[i]);
	}
	for (i = 0; i < BANDS; i++) {
		e = seen_from(&x->bands, &band[i]);
		for (; e && (*e ^ band[i]) <= UINT32_MAX;
		     e = seen_next(&x->bands, e)) {
			text = (size_t)(*e & UINT32_MAX) - 1;
			n = minhash_agree(m, &x->text[text]);
			if (n > best || (n == best && n && text < *which)) {
				best = n;
				*which = text;
			}
		}
	}
	return best;
}
