#include "entity.h"

#include <stdint.h>
#include <stdlib.h>

#include "table.h"
#include "unicode.h"
#include "utf8.h"

enum { LONGEST = 10 }; /* of what stands between & and ; */

static uint32_t
hex_cell(struct str s)
{
	char digits[8] = "";

	memcpy(digits, s.s, s.n < sizeof digits ? s.n : sizeof digits - 1);
	return (uint32_t)strtoul(digits, NULL, 16);
}

/* The code point of a name, or 0. */
static uint32_t
named(struct str name)
{
	const struct table *t = table_builtin("lexicon/entities.tsv");
	size_t low = 0, high = t->nrows, mid, n;
	struct str cell;
	int c;

	while (low < high) {
		mid = low + (high - low) / 2;
		cell = table_cell(t, mid, 0);
		n = cell.n < name.n ? cell.n : name.n;
		c = memcmp(name.s, cell.s, n);
		if (c == 0 && cell.n == name.n)
			return hex_cell(table_cell(t, mid, 1));
		if (c < 0 || (c == 0 && name.n < cell.n))
			high = mid;
		else
			low = mid + 1;
	}
	return 0;
}

static int
digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* windows-1252 in its second row. */
static uint32_t
second_row(uint32_t cp)
{
	static const uint16_t chars[32] = { 0x20AC, 0, 0x201A, 0x192, 0x201E,
		0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0,
		0x17D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
		0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178 };

	return cp >= 0x80 && cp < 0xA0 ? chars[cp - 0x80] : cp;
}

/* The code point of "#8217" or "#x2019", or 0. */
static uint32_t
numbered(struct str s)
{
	uint32_t cp = 0;
	int base = 10, d;
	size_t i = 1;

	if (s.n > 1 && (s.s[1] | 0x20) == 'x') {
		base = 16;
		i++;
	}
	if (i == s.n)
		return 0;
	for (; i < s.n; i++) {
		d = digit_value(s.s[i]);
		if (d >= base || cp > 0x10FFFF)
			return 0;
		cp = cp * (uint32_t)base + (uint32_t)d;
	}
	cp = second_row(cp);
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		return 0;
	/* A line feed and the like are blanks. */
	return cp && cp < 0x20 ? ' ' : cp;
}

/* Is the last code point of b a letter? */
static bool
behind_letter(struct str b)
{
	size_t i = b.n;
	uint32_t cp;

	if (i == 0)
		return false;
	do
		i--;
	while (i > 0 && ((unsigned char)b.s[i] & 0xC0) == 0x80);
	utf8_decode(b.s + i, b.n - i, &cp);
	switch (unicode_class(cp)) {
	case UNICODE_UPPER:
	case UNICODE_LOWER:
	case UNICODE_LETTER: return true;
	default: return false;
	}
}

/* The code point of the reference at the beginning of s, or 0. */
static uint32_t
reference(struct str s, struct str before, size_t *len)
{
	const char *end;
	struct str name;
	uint32_t cp;

	end = memchr(s.s, ';', s.n < LONGEST + 2 ? s.n : LONGEST + 2);
	if (!end)
		return 0;
	name = (struct str){ s.s + 1, (size_t)(end - s.s) - 1 };
	if (name.n == 0)
		return 0;
	*len = name.n + 2;
	cp = name.s[0] == '#' ? numbered(name) : named(name);
	if (cp > 0x7F && unicode_class(cp) == UNICODE_NUMBER &&
	    behind_letter(before))
		return 0;
	return cp;
}

/* The code point of "nbsp;" behind a decoded ampersand, or that itself. */
static uint32_t
behind_amp(struct str s, struct str before, size_t *len)
{
	char again[LONGEST + 2] = "&";
	uint32_t cp;

	if (s.n > LONGEST + 1)
		s.n = LONGEST + 1;
	if (s.n)
		memcpy(again + 1, s.s, s.n);
	cp = reference((struct str){ again, s.n + 1 }, before, len);
	*len = cp ? *len - 1 : 0;
	return cp ? cp : '&';
}

bool
entity_decode(struct str text, struct buf *out)
{
	size_t begin = out->n, done = 0, i = 0, len;
	struct str before;
	const char *amp;
	bool decoded = false;
	char utf8[4];
	uint32_t cp;

	while (
	    i < text.n && (amp = memchr(text.s + i, '&', text.n - i)) != NULL) {
		i = (size_t)(amp - text.s);
		buf_add(out, text.s + done, i - done);
		done = i;
		before = str_part(buf_text(out), begin, out->n);
		cp = reference(str_part(text, i, text.n), before, &len);
		if (cp == 0) {
			i++;
			continue;
		}
		decoded = true;
		i += len;
		if (cp == '&') {
			before = str_part(buf_text(out), begin, out->n);
			cp =
			    behind_amp(str_part(text, i, text.n), before, &len);
			i += len;
		}
		buf_add(out, utf8, utf8_encode(utf8, cp));
		done = i;
	}
	buf_add(out, text.s + done, text.n - done);
	if (!decoded)
		out->n = begin;
	return decoded;
}
