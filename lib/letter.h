/*
 * letter: what kind of character a code point is, as far as the ends of
 * sentences, headers and languages need it.
 *
 * Letters with case are those of Latin, Greek and Cyrillic; the other scripts
 * have none (Unicode, UAX #44: General_Category and simple case mapping,
 * written as ranges).
 */
#ifndef LETTER_H
#define LETTER_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"
#include "utf8.h"

enum letter {
	LETTER_OTHER, /* a sign or symbol of no interest */
	LETTER_BLANK, /* also the no-break ones */
	LETTER_UPPER,
	LETTER_LOWER,
	LETTER_CASELESS, /* of a script without case: Han, kana, Arabic ... */
	LETTER_DIGIT,
	LETTER_STOP,  /* . ! ? and their kin: may end a sentence */
	LETTER_OPEN,  /* a bracket or quotation mark that opens */
	LETTER_CLOSE, /* one that closes */
	LETTER_QUOTE, /* " ' `: either */
	LETTER_DASH,
	LETTER_END /* no code point: the text is at its end */
};

extern const unsigned char letter_ascii[128]; /* the kinds of ASCII */

enum letter letter_kind(uint32_t cp);

/* The lower-case letter of an upper-case one, else cp itself. */
uint32_t letter_lower(uint32_t cp);

/* The kind of the code point at byte i of valid UTF-8; its length in *n. */
static inline enum letter
letter_at(struct str text, size_t i, size_t *n)
{
	unsigned char c, next;
	uint32_t cp;

	*n = i < text.n;
	if (i >= text.n)
		return LETTER_END;
	c = (unsigned char)text.s[i];
	if (c < 128)
		return (enum letter)letter_ascii[c];
	if (c >= 0xD0 && c <= 0xD3 && i + 1 < text.n) {
		/* most of Russian, U+0400 to U+045F, and of its neighbours, for
		 * speed */
		next = (unsigned char)text.s[i + 1];
		*n = 2;
		if (c == 0xD0)
			return next < 0xB0 ? LETTER_UPPER : LETTER_LOWER;
		if (c == 0xD1 && next < 0xA0)
			return LETTER_LOWER;
		if ((c == 0xD2 && next >= 0x8A) || (c == 0xD3 && next >= 0x90))
			return next & 1 ? LETTER_LOWER : LETTER_UPPER;
	}
	*n = utf8_decode(text.s + i, text.n - i, &cp);
	return letter_kind(cp);
}

/* The kind of the code point that ends before byte i > from; its length in *n.
 * LETTER_END where i == from. */
static inline enum letter
letter_before(struct str text, size_t from, size_t i, size_t *n)
{
	size_t k = i, len;

	*n = i > from;
	if (i <= from)
		return LETTER_END;
	do
		k--;
	while (k > from && ((unsigned char)text.s[k] & 0xC0) == 0x80);
	*n = i - k;
	return letter_at(text, k, &len);
}

/* The first byte in [i, text.n] that begins no blank. */
static inline size_t
letter_skip_blanks(struct str text, size_t i)
{
	size_t n;

	while (letter_at(text, i, &n) == LETTER_BLANK)
		i += n;
	return i;
}

static inline bool
letter_is_letter(enum letter k)
{
	return k >= LETTER_UPPER && k <= LETTER_CASELESS;
}

#endif
