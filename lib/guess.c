#include "guess.h"

#include <stdint.h>
#include <stdlib.h>
#include <uchardet/uchardet.h>

#include "charset.h"
#include "table.h"
#include "unicode.h"
#include "utf8.h"

enum {
	SAMPLE = 4096, /* bytes that are tried */
	FIRST = 512,   /* those by which most charsets are ruled out */
	FINALISTS = 4,
	AROUND = 24,
	SHORT = 64,
	LONGEST_NAME = 32,
	CHARSETS = 64, /* the most there can be */

	/* Points. */
	WELL_PLACED = 4, /* a quotation mark where words begin or end */
	MISPLACED = -4,	 /* a sign within a word, a letter of no use */
	MIXED = -6,	 /* another script, or a capital, within a word */
	DAMAGE = -6,	 /* a byte that means nothing */
	CONTROL = -10,
	EVIDENCE = 4 /* bytes that a charset alone puts like this */
};

/* The points of the code points up to U+FFFF. */
static const signed char *
points_table(void)
{
	static signed char points[0x10000];
	const struct table *t;
	struct str chars;
	uint32_t cp, to;
	size_t row, i;
	int value;

	if (points[0x4E00])
		return points;
	t = table_builtin("lexicon/readable.tsv");
	for (row = t->nrows; row-- > 0;) {
		value = (int)strtol(table_cell(t, row, 0).s, NULL, 10);
		chars = table_cell(t, row, 1);
		for (i = 0; i < chars.n;) {
			i += utf8_decode(chars.s + i, chars.n - i, &cp);
			to = cp;
			if (i < chars.n && chars.s[i] == '-') {
				i++;
				i += utf8_decode(chars.s + i, chars.n - i, &to);
			}
			for (; cp <= to && cp < 0x10000; cp++)
				points[cp] = (signed char)value;
		}
	}
	return points;
}

/* What the score knows of a code point. */
struct sign {
	uint32_t cp;
	enum unicode_class class;
	uint32_t script;
};

static bool
is_letter(struct sign s)
{
	return s.class == UNICODE_UPPER || s.class == UNICODE_LOWER ||
	       s.class == UNICODE_LETTER;
}

static bool
is_ascii_letter(struct sign s)
{
	return s.cp < 0x80 && is_letter(s);
}

static bool
is_blank(struct sign s)
{
	return s.cp <= ' ' || s.cp == 0xA0;
}

/* A quotation mark, a dash: does it stand where such ones do? */
static int
punctuation_points(struct sign p, uint32_t cp, struct sign n)
{
	bool opens = is_blank(p) || p.cp == '(' || p.cp == 0x201C;
	bool before_word = is_letter(n) || n.class == UNICODE_NUMBER ||
			   (n.cp > ' ' && n.cp < 0x80);
	bool closes = is_blank(n) || (n.cp < 0x80 && !is_letter(n));

	switch (cp) {
	case 0x2019: /* right single quotation mark */
		return is_letter(p) ? WELL_PLACED : 0;
	case 0xA1: /* Spanish opens questions and exclamations */
	case 0xBF: return opens && is_letter(n) ? WELL_PLACED : MISPLACED;
	case 0x2018: /* left ones */
	case 0x201C:
	case 0xAB:
		if (opens && before_word)
			return WELL_PLACED;
		return is_letter(p) && closes ? 1 : MISPLACED;
	case 0x201D: /* right ones */
	case 0xBB: return !is_blank(p) && closes ? WELL_PLACED : 0;
	case 0x201E: return opens && !is_blank(n) ? WELL_PLACED : MISPLACED;
	case 0x2013:
	case 0x2014:
		return is_blank(p) == is_blank(n) || is_blank(n) ? WELL_PLACED
								 : 0;
	case 0x2026: return is_blank(p) && is_letter(n) ? 0 : 3;
	case 0x20AC:
	case 0xA3:
		return n.class == UNICODE_NUMBER || p.class == UNICODE_NUMBER ||
			       (is_blank(p) && is_blank(n))
			   ? WELL_PLACED
			   : MISPLACED;
	case 0x2116: return is_letter(p) ? MISPLACED : 3;
	case 0xB0: return p.class == UNICODE_NUMBER ? 3 : -1;
	case 0xA0: return is_letter(p) && is_letter(n) ? 1 : 0;
	case 0xAE:
	case 0x2122: return is_letter(p) && !is_letter(n) ? 2 : MISPLACED;
	case 0xA7:
	case 0xA9: return is_letter(p) ? MISPLACED : 2;
	case 0x2022:
	case 0xB7: return is_blank(p) || is_blank(n) ? 2 : 0;
	}
	return is_letter(p) || is_letter(n) ? MISPLACED : -2;
}

/* Are these letters of scripts that no word has together? */
static bool
is_mixed(struct sign a, struct sign b)
{
	return is_letter(a) && is_letter(b) && a.script != b.script &&
	       a.script < 0x3000 && b.script < 0x3000;
}

/* How well a letter reads between its neighbours. */
static int
letter_points(struct sign p, struct sign s, struct sign n, int points)
{
	if (is_mixed(p, s) || is_mixed(s, n))
		return MIXED;
	if (s.class == UNICODE_UPPER && p.class == UNICODE_LOWER)
		return MIXED;
	if (s.script == 0x41) {
		/* In the Latin script most letters are ASCII. */
		if (is_letter(p) && p.cp >= 0x80)
			return MISPLACED;
		if (s.class == UNICODE_UPPER && n.class == UNICODE_UPPER &&
		    n.cp >= 0x80)
			return MISPLACED;
	}
	return points ? points : s.script == 0x3040 ? -1 : -2;
}

static struct sign
sign_at(struct str s, size_t i, size_t *len)
{
	struct sign g = { ' ', UNICODE_OTHER, 0 };

	*len = 1;
	if (i >= s.n)
		return g;
	*len = utf8_read(s.s + i, s.n - i, &g.cp);
	if (*len == 0) {
		*len = 1;
		g.cp = 0xFFFD;
		g.class = UNICODE_NONE;
		return g;
	}
	g.class = unicode_class(g.cp);
	g.script = unicode_script(g.cp);
	return g;
}

/*
 * The points of a text, of any bytes; *useless counts controls, which no text
 * has.
 */
static long
score(struct str s, size_t *useless)
{
	const signed char *points = points_table();
	struct sign p = { ' ', UNICODE_OTHER, 0 }, here, n;
	size_t i, len, next;
	long sum = 0;
	int value;

	*useless = 0;
	here = sign_at(s, 0, &len);
	for (i = 0; i < s.n; i += len, len = next, p = here, here = n) {
		n = sign_at(s, i + len, &next);
		value = here.cp < 0x10000 ? points[here.cp] : 0;
		if (here.class == UNICODE_NONE || here.cp == 0xFFFD)
			sum += DAMAGE;
		else if (unicode_is_control(here.cp)) {
			sum += CONTROL;
			++*useless;
		} else if (here.cp < 0x80)
			sum += here.cp > ' ';
		else if (is_letter(here) || here.class == UNICODE_MARK)
			sum += letter_points(p, here, n, value);
		else if (!value)
			sum += punctuation_points(p, here.cp, n);
		else if (is_ascii_letter(p) || is_ascii_letter(n))
			sum += MISPLACED; /* Chinese punctuation */
		else
			sum += value;
	}
	return sum;
}

/* What of the text is not ASCII, with some ASCII around it, up to SAMPLE bytes
 * or a bit more. */
static void
take_sample(struct str s, struct buf *b)
{
	size_t from = 0, end = 0, i;

	for (i = 0; i < s.n && b->n + (end - from) < SAMPLE; i++) {
		if ((unsigned char)s.s[i] < 0x80)
			continue;
		if (i > end + AROUND) {
			/* A piece is complete, another one begins. */
			buf_str(b, str_part(s, from, end));
			buf_char(b, '\n');
			from = i - AROUND;
		}
		end = i + 1 + AROUND < s.n ? i + 1 + AROUND : s.n;
	}
	buf_str(b, str_part(s, from, end));
}

/* A charset that is open between two guesses; opening takes its time. */
static struct charset *
opened(const char *name)
{
	static struct {
		char name[LONGEST_NAME];
		struct charset charset;
		bool known;
	} open[CHARSETS];
	size_t i;

	/* An empty name is the locale's charset to iconv. */
	if (!*name || strlen(name) >= LONGEST_NAME)
		return NULL;
	for (i = 0; i < CHARSETS - 1 && open[i].name[0]; i++)
		if (strcmp(open[i].name, name) == 0)
			return open[i].known ? &open[i].charset : NULL;
	if (i == CHARSETS - 1)
		return NULL;
	strcpy(open[i].name, name);
	open[i].known = charset_open(&open[i].charset, open[i].name);
	return open[i].known ? &open[i].charset : NULL;
}

/* The bytes of the text that go on with a good sequence of UTF-8. */
static long
count_tails(struct str s)
{
	size_t i, n, tails = 0;

	for (i = 0; i < s.n; i += n + 1) {
		n = utf8_valid(s.s + i, s.n - i);
		tails += n - utf8_count(s.s + i, n);
	}
	return (long)tails;
}

static bool
is_between(char c, int from, int to)
{
	return (unsigned char)c >= from && (unsigned char)c <= to;
}

/* The sequences of four bytes as only GB18030 has them. */
static long
count_quads(struct str s)
{
	long quads = 0;
	size_t i;

	for (i = 0; i + 4 <= s.n; i++)
		quads += is_between(s.s[i], 0x81, 0x84) &&
			 is_between(s.s[i + 1], '0', '9') &&
			 is_between(s.s[i + 2], 0x81, 0xFE) &&
			 is_between(s.s[i + 3], '0', '9');
	return quads;
}

/* A text in the charsets it may be in. */
struct trial {
	struct str lines; /* those that are not ASCII, or all */
	struct str head;
	struct choice {
		struct charset *charset;
		long points;
		size_t useless;
	} choice[CHARSETS];
	size_t n;
};

static void
add_choice(struct trial *t, const char *name)
{
	struct charset *c = opened(name);

	if (c && t->n < CHARSETS)
		t->choice[t->n++] = (struct choice){ .charset = c };
}

/* Tries the first bytes of the sample in a charset. */
static void
try(const struct trial *t, struct choice *c, size_t most)
{
	const char *name = c->charset->name;
	struct buf b = { 0 };
	struct str s, text;

	/* Where characters have more bytes than one, a line feed is not
	 * always a byte of its own. */
	s = text = strncmp(name, "UTF-", 4) == 0 ? t->head : t->lines;
	if (s.n > most)
		s.n = text.n = most;
	if (c->charset->cd) {
		/* It may be cut, which is no damage; then the end of it. */
		charset_decode(c->charset, s, false, &b);
		charset_decode(c->charset, str_part(s, s.n, s.n), true, &b);
		text = buf_text(&b);
	}
	c->points = score(text, &c->useless);
	if (!c->charset->cd)
		c->points += EVIDENCE * count_tails(s);
	if (strcmp(name, "GB18030") == 0)
		c->points += EVIDENCE * count_quads(s);
	c->points = c->points * SAMPLE / (long)(s.n ? s.n : 1);
	buf_free(&b);
}

/* Tries all, and moves the best ones to the front; of equals the first. */
static void
try_all(struct trial *t, size_t most)
{
	struct choice c;
	size_t i, j;

	for (i = 0; i < t->n; i++) {
		try(t, &t->choice[i], most);
		c = t->choice[i];
		for (j = i; j > 0 && t->choice[j - 1].points < c.points; j--)
			t->choice[j] = t->choice[j - 1];
		t->choice[j] = c;
	}
}

/* What uchardet takes it for; "" where it does not know. */
static void
ask_uchardet(struct str s, char name[static LONGEST_NAME])
{
	uchardet_t u = uchardet_new();
	const char *said;

	name[0] = '\0';
	uchardet_handle_data(u, s.s, s.n);
	uchardet_data_end(u);
	said = uchardet_get_charset(u);
	if (strlen(said) < LONGEST_NAME)
		strcpy(name, said);
	uchardet_delete(u);
}

const char *
guess_charset(struct str s, bool maybe)
{
	const struct table *table = table_builtin("lexicon/charsets.tsv");
	struct trial t = { 0 };
	struct buf lines = { 0 };
	char name[LONGEST_NAME];
	struct str cell;
	size_t row, n;

	t.head = s.n > SAMPLE ? str_part(s, 0, SAMPLE) : s;
	take_sample(s, &lines);
	t.lines = lines.n ? buf_text(&lines) : t.head;
	if (maybe)
		add_choice(&t, "UTF-8");
	for (row = 0; row < table->nrows; row++) {
		cell = table_cell(table, row, 0);
		n = cell.n < LONGEST_NAME ? cell.n : LONGEST_NAME - 1;
		memcpy(name, cell.s, n);
		name[n] = '\0';
		add_choice(&t, name);
	}
	ask_uchardet(t.lines, name);
	add_choice(&t, name);
	if (s.n > FIRST) {
		try_all(&t, FIRST);
		t.n = t.n < FINALISTS ? t.n : FINALISTS;
	}
	try_all(&t, SAMPLE);
	n = t.lines.n;
	buf_free(&lines);
	if (t.n == 0 || t.choice[0].useless > 8 + n / 16 ||
	    (t.choice[0].points < 0 && n > SHORT))
		return NULL;
	return t.choice[0].charset->name;
}
