#include "word.h"

#include "letter.h"
#include "unicode.h"
#include "utf8.h"

uint32_t
word_fold(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		return word_fold(cp - 0xFEE0);
	return letter_lower(cp);
}

bool
word_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0xA0 ||
	       (cp >= 0x2000 && cp <= 0x200B) || cp == 0x202F || cp == 0x205F ||
	       cp == 0x3000 || cp == 0xFEFF;
}

bool
word_letter(uint32_t cp)
{
	enum unicode_class class;

	if (cp < 0x80)
		return (cp >= '0' && cp <= '9') ||
		       ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z');
	/* Hangul parts its words; Han and kana do not. */
	if (cp >= 0x2E80 && !(cp >= 0xAC00 && cp <= 0xD7A3) &&
	    !(cp >= 0xFF10 && cp <= 0xFF5A))
		return false;
	class = unicode_class(cp);
	return class == UNICODE_UPPER || class == UNICODE_LOWER ||
	       class == UNICODE_LETTER || class == UNICODE_NUMBER;
}

uint32_t
word_before(struct str text, size_t end, size_t *begin)
{
	uint32_t cp;

	do
		end--;
	while (end > 0 && ((unsigned char)text.s[end] & 0xC0) == 0x80);
	utf8_decode(text.s + end, text.n - end, &cp);
	*begin = end;
	return cp;
}

size_t
word_skip(struct str text, size_t at)
{
	uint32_t cp;
	size_t n;

	while (at < text.n) {
		n = utf8_decode(text.s + at, text.n - at, &cp);
		if (!word_blank(cp))
			break;
		at += n;
	}
	return at;
}

size_t
word_skip_back(struct str text, size_t at)
{
	size_t begin;

	while (at > 0 && word_blank(word_before(text, at, &begin)))
		at = begin;
	return at;
}

size_t
word_match(struct str text, size_t at, struct str word)
{
	uint32_t a, b;
	size_t i, next;

	for (i = 0; i < word.n;) {
		if (word.s[i] == ' ') {
			next = word_skip(text, at);
			if (next == at)
				return 0;
			at = next;
			i++;
			continue;
		}
		if (at >= text.n)
			return 0;
		i += utf8_decode(word.s + i, word.n - i, &b);
		at += utf8_decode(text.s + at, text.n - at, &a);
		if (a != b && word_fold(a) != b)
			return 0;
	}
	return at;
}

bool
word_match_back(struct str text, size_t end, struct str word, size_t *begin)
{
	uint32_t a, b;
	size_t i, next;

	for (i = word.n; i > 0;) {
		if (word.s[i - 1] == ' ') {
			next = word_skip_back(text, end);
			if (next == end)
				return false;
			end = next;
			i--;
			continue;
		}
		if (end == 0)
			return false;
		b = word_before(word, i, &i);
		a = word_before(text, end, &end);
		if (a != b && word_fold(a) != b)
			return false;
	}
	*begin = end;
	return true;
}

bool
word_edge(struct str text, size_t at)
{
	uint32_t cp;
	size_t begin;

	if (at == 0 || at >= text.n)
		return true;
	utf8_decode(text.s + at, text.n - at, &cp);
	return !word_letter(cp) || !word_letter(word_before(text, at, &begin));
}

struct str
word_run(struct str text, size_t at, size_t most)
{
	size_t from = at > most ? at - most : 0;

	while (from < at && !word_edge(text, from))
		from++;
	return str_part(text, from, at);
}
