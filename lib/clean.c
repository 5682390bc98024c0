#include "clean.h"

#include <stdint.h>

#include "entity.h"
#include "kind.h"
#include "look.h"
#include "mojibake.h"
#include "unicode.h"
#include "utf8.h"

enum { SLACK = 16 };

static struct str
trim(struct str s)
{
	while (s.n > 0 && (s.s[0] == ' ' || s.s[0] == '\t'))
		s = str_part(s, 1, s.n);
	while (s.n > 0 && (s.s[s.n - 1] == ' ' || s.s[s.n - 1] == '\t' ||
			      s.s[s.n - 1] == '\r'))
		s.n--;
	return s;
}

/* The line up to what ends it; *used is behind that. */
static struct str
cut(struct str line, size_t *used)
{
	const unsigned char *kinds = kind_table();
	size_t i, len;
	uint32_t cp;

	for (i = 0; i < line.n; i += len) {
		len = utf8_read(line.s + i, line.n - i, &cp);
		if (len == 0) {
			len = 1;
			continue;
		}
		if (kind_of(kinds, cp) & KIND_BREAK) {
			*used = i + len;
			return str_part(line, 0, i);
		}
	}
	*used = line.n;
	return line;
}

/* The text in b, with room behind it that can be read. */
static struct str
result(struct buf *b, size_t begin)
{
	buf_reserve(b, SLACK);
	memset(b->s + b->n, 0, SLACK);
	return str_part(buf_text(b), begin, b->n);
}

/* The buf that does not hold the line, emptied but for a line feed, so that a
 * byte before the text can be read. */
static struct buf *
other(struct clean *c, struct str line)
{
	struct buf *b = &c->a;

	if (b->s && line.s >= b->s && line.s <= b->s + b->n)
		b = &c->b;
	buf_reset(b);
	buf_add(b, "\n", 1);
	return b;
}

static void
replace_bad(struct clean *c, struct str line, struct buf *b)
{
	size_t i, n;

	for (i = 0; i < line.n; i += n + 1) {
		n = utf8_valid(line.s + i, line.n - i);
		buf_str(b, str_part(line, i, i + n));
		if (i + n == line.n)
			break;
		if (line.s[i + n] == '\0')
			continue; /* a control: it just goes */
		/* Of a sequence that is cut, one for all of it. */
		buf_puts(b, "\xEF\xBF\xBD");
		c->bad++;
		while (i + n + 1 < line.n &&
		       (unsigned char)line.s[i + n] >= 0x80 &&
		       ((unsigned char)line.s[i + n + 1] & 0xC0) == 0x80)
			n++;
	}
}

static void
spell_ligatures(struct str line, struct buf *b)
{
	static const char *const spelt[] = { "ff", "fi", "fl", "ffi", "ffl",
		"\xC5\xBFt", "st" };
	size_t i, done = 0;

	for (i = 0; i + 3 <= line.n; i++) {
		if (memcmp(line.s + i, "\xEF\xAC", 2) != 0 ||
		    (unsigned char)line.s[i + 2] > 0x86)
			continue;
		buf_str(b, str_part(line, done, i));
		buf_puts(b, spelt[line.s[i + 2] & 7]);
		done = i + 3;
	}
	buf_str(b, str_part(line, done, line.n));
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0x85 || cp == 0xA0 ||
	       cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F ||
	       cp == 0x205F || cp == 0x3000;
}

/* Blanks that group the digits of a number. */
static bool
is_grouping(uint32_t cp)
{
	return cp == 0xA0 || cp == 0x2007 || cp == 0x2009 || cp == 0x202F;
}

/* Scripts and signs in which a joiner changes what is seen. */
static bool
needs_joiner(uint32_t cp)
{
	return (cp >= 0x600 && cp <= 0xDFF) || (cp >= 0x2600 && cp <= 0x27BF) ||
	       cp == 0xFE0F || cp >= 0x1F000;
}

/* What a blank, or what is dropped, at i becomes: that itself, a blank, or
 * nothing. */
static struct str
folded(struct str s, size_t i, size_t len, uint32_t cp, uint32_t before)
{
	struct str self = str_part(s, i, i + len), none = str_part(s, i, i);
	size_t next = i + len;
	uint32_t after;

	if (is_blank(cp)) {
		if (is_grouping(cp) && i > 0 && is_digit(s.s[i - 1]) &&
		    next < s.n && is_digit(s.s[next]))
			return self;
		return STR(" ");
	}
	if ((cp == 0x200C || cp == 0x200D) && next < s.n) {
		utf8_decode(s.s + next, s.n - next, &after);
		if (needs_joiner(before) && needs_joiner(after))
			return self;
	}
	return none;
}

static void
fold(struct str s, struct buf *b)
{
	const unsigned char *kinds = kind_table();
	size_t i, len, done = 0, begin = b->n;
	bool blank = true; /* what was written last */
	uint32_t cp, before = 0;
	struct str put;

	buf_reserve(b, s.n);
	for (i = 0; i < s.n; i += len) {
		len = utf8_read(s.s + i, s.n - i, &cp);
		if (cp == ' ' ? !blank : !(kind_of(kinds, cp) & KIND_FOLD)) {
			blank = cp == ' ';
			before = cp;
			continue;
		}
		buf_str(b, str_part(s, done, i));
		done = i + len;
		put = folded(s, i, len, cp, before);
		if (put.n == 0 || (blank && put.n == 1))
			continue;
		buf_str(b, put);
		blank = put.n == 1;
	}
	buf_str(b, str_part(s, done, s.n));
	while (b->n > begin && b->s[b->n - 1] == ' ')
		b->n--;
}

/* Does what the looks say. */
static struct str
mend(struct clean *c, struct str line, unsigned looks)
{
	struct buf *b;

	if (looks & LOOK_BAD) {
		b = other(c, line);
		replace_bad(c, line, b);
		line = result(b, 1);
	}
	if (looks & LOOK_ENTITY) {
		b = other(c, line);
		spell_ligatures(line, b);
		line = result(b, 1);
		b = other(c, line);
		if (entity_decode(line, b)) {
			line = result(b, 1);
			looks |= look_at(line) & ~(unsigned)LOOK_BREAK;
		}
	}
	if (looks & LOOK_MOJIBAKE) {
		b = other(c, line);
		if (mojibake_repair(line, b, &c->repairs)) {
			line = result(b, 1);
			looks |= look_at(line);
		}
	}
	if (looks & LOOK_NFC) {
		b = other(c, line);
		unicode_nfc(b, line);
		line = result(b, 1);
	}
	if (looks & (LOOK_FOLD | LOOK_BREAK)) {
		b = other(c, line);
		fold(line, b);
		line = result(b, 1);
	}
	return line;
}

struct str
clean_line(struct clean *c, struct str line, size_t *used, bool *escape)
{
	unsigned looks;
	struct str s = trim(line);

	*used = line.n;
	looks = look_at(s);
	if (looks & LOOK_BREAK) {
		s = trim(cut(line, used));
		looks = look_at(s);
	}
	*escape = (looks & LOOK_ESCAPE) != 0;
	if (looks & ~(unsigned)LOOK_ESCAPE) {
		s = mend(c, s, looks);
		*escape = true;
	}
	return trim(s);
}

void
clean_free(struct clean *c)
{
	buf_free(&c->a);
	buf_free(&c->b);
	*c = (struct clean){ 0 };
}
