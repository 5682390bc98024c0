#include "mojibake.h"

#include <stdint.h>

#include "codepage.h"
#include "kind.h"
#include "unicode.h"
#include "utf8.h"

enum {
	LAYERS = 4, /* how often it may have happened */
	CHAIN = 64, /* the most sequences that are judged at once */
	BLANK = 0x20,
	NO_BREAK = 0xA0
};

/* What stands at a place of the line. */
struct chr {
	uint32_t cp; /* 0 at the ends */
	size_t len;
	enum unicode_class class;
};

/* A sequence: the characters that stand there, and what they stand for. */
struct seq {
	struct chr c[4];
	unsigned n; /* characters */
	size_t len; /* bytes */
	uint32_t cp;
	unsigned char byte; /* the first one */
	bool lost;	    /* made up for a byte that is missing */
};

/* Sequences one behind the other, of one charset. */
struct chain {
	unsigned page, n, strong;
	size_t len;
	bool good;
	uint32_t first, last;
};

struct walk {
	struct str line;
	struct buf *out; /* NULL: only count */
	unsigned long found[CODEPAGES], repairs;
	struct chr p, pp; /* before the place, as they will be */
};

static struct chr
chr_of(uint32_t cp)
{
	return (struct chr){ cp, 0, cp ? unicode_class(cp) : UNICODE_OTHER };
}

static struct chr
chr_at(struct str line, size_t i)
{
	struct chr c = { 0 };

	if (i >= line.n)
		return c;
	c.len = utf8_decode(line.s + i, line.n - i, &c.cp);
	c.class = unicode_class(c.cp);
	return c;
}

static bool
is_letter(struct chr c)
{
	return c.class == UNICODE_UPPER || c.class == UNICODE_LOWER ||
	       c.class == UNICODE_LETTER;
}

static bool
is_upper(struct chr c)
{
	return c.class == UNICODE_UPPER;
}

static bool
is_lower(struct chr c)
{
	return c.class == UNICODE_LOWER;
}

static uint32_t
script(struct chr c)
{
	return unicode_script(c.cp);
}

/* Is this a character that people write?  In blocks that are in use for living
 * languages, signs and pictures; not phonetic or historic ones. */
static bool
is_written(uint32_t cp)
{
	/* clang-format off */
	static const struct { uint32_t from, to; } written[] = {
		{ 0x80, 0x137 }, { 0x139, 0x148 }, { 0x14A, 0x17E },
		{ 0x192, 0x192 }, { 0x1A0, 0x1A1 }, { 0x1AF, 0x1B0 },
		{ 0x218, 0x21B }, { 0x2BB, 0x2BC }, { 0x2C6, 0x2C7 },
		{ 0x2D8, 0x2DD }, { 0x300, 0x328 }, { 0x386, 0x3CE },
		{ 0x400, 0x45F }, { 0x490, 0x4A3 }, { 0x4AE, 0x4B3 },
		{ 0x4BA, 0x4BB }, { 0x4D8, 0x4D9 }, { 0x4E8, 0x4E9 },
		{ 0x531, 0x587 }, { 0x5D0, 0x5EA }, { 0x60C, 0x669 },
		{ 0x66E, 0x6D5 }, { 0x6F0, 0x6F9 }, { 0x901, 0xDF4 },
		{ 0xE01, 0xE5B }, { 0x10D0, 0x10FF }, { 0x1EA0, 0x1EF9 },
		{ 0x2002, 0x2060 }, { 0x2070, 0x20C0 }, { 0x2100, 0x27BF },
		{ 0x2900, 0x2BFF }, { 0x3000, 0x30FF }, { 0x3105, 0x312F },
		{ 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF }, { 0xAC00, 0xD7A3 },
		{ 0xF900, 0xFAFF }, { 0xFB00, 0xFB06 }, { 0xFE0E, 0xFE0F },
		{ 0xFEFF, 0xFEFF }, { 0xFF01, 0xFFEF }, { 0xFFFD, 0xFFFD },
		{ 0x1F000, 0x1FAFF }, { 0x20000, 0x2FFFF },
	};
	/* clang-format on */
	size_t i;

	for (i = 0; i < sizeof written / sizeof *written; i++)
		if (cp >= written[i].from && cp <= written[i].to)
			return unicode_class(cp) != UNICODE_NONE;
	return false;
}

/* Signs that are often written right behind a letter; so are letters. */
static bool
follows_letters(struct chr c)
{
	switch (c.cp) {
	case NO_BREAK:
	case 0xAE: /* registered */
	case 0xB0: /* degree */
	case 0xB7: /* middle dot */
	case 0xBB: /* closing quotation marks */
	case 0x203A:
	case 0x2018: /* ... in German */
	case 0x2019:
	case 0x201C: /* ... in German */
	case 0x201D:
	case 0x2013: /* dashes */
	case 0x2014:
	case 0x2026: /* ellipsis */
	case 0x2116: /* numero */
	case 0x2122: /* trade mark */ return true;
	}
	return is_letter(c) && c.cp != 0xAA && c.cp != 0xBA;
}

/* ... but that are not written between two letters. */
static bool
ends_words(uint32_t cp)
{
	return cp == 0xAE || cp == 0xB0 || cp == 0xBB || cp == 0x203A ||
	       cp == 0x2018 || cp == 0x201C || cp == 0x201D || cp == 0x2122;
}

/* The length of the sequence that a byte begins; of those of four only the
 * first planes are in use. */
static unsigned
lead_length(unsigned char byte)
{
	if (byte < 0xC2)
		return 0;
	return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte == 0xF0 ? 4 : 0;
}

/* Decodes the bytes of a sequence; 0 where they are none. */
static uint32_t
decode(const unsigned char *byte, unsigned n)
{
	uint32_t cp;

	if (utf8_valid((const char *)byte, n) != n)
		return 0;
	utf8_decode((const char *)byte, n, &cp);
	return cp;
}

/* A sequence with a byte that is missing. */
static bool
read_lost(struct walk *w, struct seq *q, unsigned n, unsigned char *byte,
    struct chr next)
{
	bool end = next.cp == 0 || next.cp == BLANK;

	if (byte[0] == 0xE2 && n == 2 && byte[1] == 0x80) {
		q->cp = 0x201D;
		q->lost = true;
		if (next.cp == 0xFFFD)
			q->len += next.len;
		return true;
	}
	if (!end || is_upper(w->p))
		return false;
	/* Of a second layer this was 9D; U+0080 to U+009F go in the end. */
	byte[n++] = byte[0] == 0xC2 ? 0x9D : 0xA0;
	q->cp = decode(byte, n);
	q->lost = true;
	if (byte[0] == 0xC2 || byte[0] == 0xC3)
		return n == 2; /* the blank stays */
	if (byte[0] != 0xE2 || n != 3 || is_letter(w->p))
		return false;
	q->len += next.len;
	return q->cp != 0;
}

/* Reads the sequence at i. */
static bool
read_seq(struct walk *w, unsigned page, size_t i, struct seq *q)
{
	unsigned char byte[4];
	struct chr c = chr_at(w->line, i);
	unsigned want;

	*q = (struct seq){ 0 };
	byte[0] = c.cp < 0x80 ? 0 : codepage_byte(page, c.cp);
	q->byte = byte[0];
	want = lead_length(byte[0]);
	if (!want)
		return false;
	for (;;) {
		q->c[q->n++] = c;
		q->len += c.len;
		if (q->n == want)
			break;
		c = chr_at(w->line, i + q->len);
		byte[q->n] = c.cp < 0x80 ? 0 : codepage_byte(page, c.cp);
		if (byte[q->n] < 0x80 || byte[q->n] > 0xBF)
			return page == 0 && read_lost(w, q, q->n, byte, c);
	}
	q->cp = decode(byte, want);
	return q->cp != 0;
}

static bool
is_box(uint32_t cp)
{
	return cp >= 0x2500 && cp < 0x25A0;
}

/* Is one of the characters a control, of another script than the first one, a
 * capital behind a small letter? */
static bool
is_jumble(const struct seq *q, struct chr p, struct chr n)
{
	uint32_t s = script(q->c[0]), here;
	struct chr c, before = p;
	unsigned i;

	for (i = 0; i < q->n; i++) {
		c = q->c[i];
		here = script(c);
		if (c.cp >= 0x80 && c.cp < 0xA0)
			return true;
		if (i > 0 && here && s && here != s)
			return true;
		if (is_lower(before) && is_upper(c) && c.cp >= 0xC0)
			return true;
		before = c;
	}
	return is_lower(before) && is_upper(n) && is_upper(q->c[0]);
}

/* The same of a sequence that begins with a sign. */
static bool
is_sign_odd(const struct seq *q, struct chr p, struct chr n)
{
	struct chr lead = q->c[0], tail = q->c[1];

	if (is_box(lead.cp))
		return is_letter(tail) || (is_box(tail.cp) && is_letter(p)) ||
		       (!is_box(tail.cp) && !follows_letters(tail));
	/* Low quotation marks open a word, not three signs. */
	if (q->n == 3 && (lead.cp == 0x201A || lead.cp == 0x201E))
		return true;
	if (lead.cp == 0xD7)
		return !follows_letters(tail) || is_letter(p) || is_letter(n);
	if (tail.cp == 0x2020) /* a dagger: Mac Roman's A0, a blank */
		return true;
	if (!is_letter(p) && !is_letter(n) && !is_letter(tail))
		return false; /* nothing but signs */
	if (is_letter(tail))
		return lead.cp > 0x2030 && (is_letter(p) || is_letter(n));
	return !follows_letters(tail) || (lead.cp > 0x2030 && is_letter(p));
}

/* Do these characters show at once that they belong together? */
static bool
is_odd(const struct walk *w, const struct seq *q, struct chr p, struct chr n)
{
	struct chr lead = q->c[0], last = q->c[q->n - 1];
	uint32_t s = script(lead);
	bool clash;
	unsigned i;

	if (q->lost || q->n == 4 || is_jumble(q, p, n))
		return true;
	if (!is_letter(lead))
		return is_sign_odd(q, p, n);
	if (lead.cp == 0x192) /* of no alphabet in use, but in Mac Roman */
		return is_letter(p) || is_letter(n);
	/* A letter of another script within a word. */
	clash = (script(p) && script(p) != s) || (script(n) && script(n) != s);
	if (clash && script(p) != s && (is_letter(last) || script(n) != s))
		return true;
	for (i = 1; i < q->n; i++) {
		if (!follows_letters(q->c[i]))
			return true;
		if (ends_words(q->c[i].cp) && (i + 1 < q->n || is_letter(n)))
			return true;
	}
	/* Capitals that hardly any language ends a word in, or none before a
	 * dash and the rest of the word. */
	if (q->byte == 0xC2 && lead.cp == 0xC2)
		return !is_upper(p);
	if (q->byte == 0xC3 && last.cp == NO_BREAK)
		return lead.cp == 0xC3 ? !is_upper(w->pp) : n.cp == BLANK;
	if (q->byte == 0xC3 && is_letter(n) && last.cp != 0x2019)
		return lead.cp == 0xC3 || !is_letter(p);
	return q->n == 3 && lead.cp == 0xE2 && !is_letter(p);
}

/* Does what the chain stands for fit in between p and n? */
static bool
fits(const struct walk *w, const struct chain *c, struct chr n, bool known)
{
	struct chr first = chr_of(c->first), last = chr_of(c->last);
	struct chr p = w->p, pp = w->pp;
	uint32_t s = script(first);

	if (is_lower(first) && is_upper(p) && is_upper(pp))
		return false;
	if (is_lower(last) && is_upper(n))
		return false;
	if (is_upper(first) && is_lower(p))
		return false;
	if (is_upper(last) && is_lower(n) && is_upper(p))
		return false;
	if (c->n > 1)
		return true;
	/* One character that stands alone has its neighbours' script. */
	if (s && s != 0x370 &&
	    ((script(p) && script(p) != s) || (script(n) && script(n) != s)))
		return false;
	if (!s && is_letter(p) && is_letter(n) && script(p) != 0x41 &&
	    script(n) != 0x41 && first.class == UNICODE_NUMBER)
		return false;
	return known || is_letter(p) || is_letter(n) || !s;
}

/* Is this character, which stays, a rest of mojibake that is past repair? */
static bool
is_debris(struct chr p)
{
	return (kind_of(kind_table(), p.cp) & KIND_TAIL) && !follows_letters(p);
}

/* Reads the chain at i and judges it. */
static struct chain
read_chain(struct walk *w, unsigned page, size_t i)
{
	struct chain c = { .page = page };
	struct chr p = w->p, n;
	struct seq q, q1 = { 0 };
	unsigned bad = 0;
	uint32_t s, scripts = 0;
	unsigned char k, before = 0, before2 = 0;
	bool known = w->found[page] >= 2, mixed = false, layered = false;

	while (c.n < CHAIN && read_seq(w, page, i + c.len, &q)) {
		if (c.n == 0) {
			c.first = q.cp;
			q1 = q;
		}
		c.last = q.cp;
		c.n++;
		c.len += q.len;
		n = chr_at(w->line, i + c.len);
		bad += !is_written(q.cp);
		s = script(chr_of(q.cp));
		mixed = mixed || (s && scripts && s != scripts);
		scripts = s ? s : scripts;
		c.strong += is_odd(w, &q, p, n);
		p = q.c[q.n - 1];
		/* What comes out may be mojibake again. */
		k = kind_of(kind_table(), q.cp);
		layered =
		    layered ||
		    ((k & KIND_TAIL) &&
			((before & KIND_LEAD) ||
			    ((before & KIND_TAIL) && (before2 & KIND_LEAD3))));
		before2 = before;
		before = k;
	}
	if (c.n == 0)
		return c;
	n = chr_at(w->line, i + c.len);
	/* Sequences that begin with these may well stand alone. */
	known = known ||
		(c.n == 1 &&
		    (q1.byte == 0xC2 || q1.byte == 0xC3 || q1.c[0].cp == 0xCE ||
			q1.c[0].cp == 0xD0 || q1.c[0].cp == 0xD1));
	if (bad * 6 > c.n || (c.strong == 0 && w->found[page] < 2))
		return c;
	if (is_debris(w->p) ||
	    (is_debris(n) && !read_seq(w, page, i + c.len, &q)))
		return c;
	c.good = (layered && c.strong > 0) || (!mixed && fits(w, &c, n, known));
	return c;
}

static void
put(struct walk *w, uint32_t cp)
{
	char s[4];

	w->pp = w->p;
	w->p = chr_of(cp);
	if (w->out)
		buf_add(w->out, s, utf8_encode(s, cp));
}

/* Writes n bytes of the line as they are. */
static void
keep(struct walk *w, size_t i, size_t n)
{
	size_t end = i + n;
	struct chr c;

	if (w->out)
		buf_add(w->out, w->line.s + i, n);
	if (n > 8) {
		/* Only the last two count. */
		for (i = end - 8; utf8_is_tail(w->line.s[i]);)
			i++;
	}
	for (; i < end; i += c.len) {
		c = chr_at(w->line, i);
		w->pp = w->p;
		w->p = c;
	}
}

static void
repair(struct walk *w, const struct chain *c, size_t i)
{
	size_t end = i + c->len;
	struct seq q;

	for (; i < end && read_seq(w, c->page, i, &q); i += q.len) {
		put(w, q.cp);
		w->repairs++;
	}
}

/* Passes over what begins no sequence, to a place at or behind i where one may
 * begin, or to the end of the line. */
static size_t
skip(struct walk *w, size_t i)
{
	const unsigned char *kinds = kind_table();
	size_t at = i, len = 0;
	unsigned char k, before = 0;
	uint32_t cp;

	/* The second character tells more than the first. */
	for (; at < w->line.n; before = k, at += len) {
		size_t here = len;

		if ((unsigned char)w->line.s[at] < 0x80) {
			cp = (unsigned char)w->line.s[at];
			len = 1;
		} else {
			len = utf8_decode(w->line.s + at, w->line.n - at, &cp);
		}
		k = kind_of(kinds, cp);
		if (((before & (KIND_LEAD | KIND_LEAD3)) && (k & KIND_TAIL)) ||
		    ((before & KIND_LOST) && (cp == BLANK || cp == 0))) {
			at -= here;
			break;
		}
	}
	if (at == w->line.n && (before & KIND_LOST))
		at -= len;
	keep(w, i, at - i);
	return at;
}

/* Counts for each charset what there is of it. */
static bool
survey(struct walk *w)
{
	size_t i = 0, len, behind[CODEPAGES] = { 0 };
	struct chain c;
	unsigned page;
	bool any = false;

	w->p = w->pp = (struct chr){ 0 };
	while (i < w->line.n) {
		i = skip(w, i);
		if (i == w->line.n)
			break;
		for (page = 0; page < codepage_count(); page++) {
			if (i < behind[page])
				continue;
			c = read_chain(w, page, i);
			if (c.n > 0)
				behind[page] = i + c.len;
			if (c.good) {
				w->found[page] += c.strong;
				any = true;
			}
		}
		len = chr_at(w->line, i).len;
		keep(w, i, len);
		i += len;
	}
	return any;
}

/* Is chain a the better one of two at a place? */
static bool
is_better(const struct walk *w, const struct chain *a, const struct chain *b)
{
	if (a->good != b->good)
		return a->good;
	if (a->good && w->found[a->page] != w->found[b->page])
		return w->found[a->page] > w->found[b->page];
	return a->len > b->len;
}

static void
repair_all(struct walk *w)
{
	struct chain best, c;
	unsigned page;
	size_t i = 0;

	w->p = w->pp = (struct chr){ 0 };
	while (i < w->line.n) {
		i = skip(w, i);
		if (i == w->line.n)
			break;
		best = (struct chain){ .len = 0 };
		for (page = 0; page < codepage_count(); page++) {
			c = read_chain(w, page, i);
			if (c.n > 0 && is_better(w, &c, &best))
				best = c;
		}
		if (best.good)
			repair(w, &best, i);
		else {
			if (best.n == 0)
				best.len = chr_at(w->line, i).len;
			keep(w, i, best.len);
		}
		i += best.len;
	}
}

/* Takes off one layer. */
static unsigned long
peel(struct str line, struct buf *out)
{
	struct walk w = { .line = line, .out = NULL };
	size_t begin = out->n;

	if (!survey(&w))
		return 0;
	w.out = out;
	repair_all(&w);
	if (w.repairs == 0)
		out->n = begin;
	return w.repairs;
}

bool
mojibake_repair(struct str line, struct buf *out, unsigned long *repairs)
{
	size_t begin = out->n;
	unsigned long n;
	struct buf b = { 0 };
	int layer;

	for (layer = 0; layer < LAYERS; layer++) {
		n = peel(line, out);
		if (n == 0)
			break;
		*repairs += n;
		buf_reset(&b);
		buf_add(&b, out->s + begin, out->n - begin);
		line = buf_text(&b);
		out->n = begin;
	}
	if (layer > 0)
		buf_str(out, line);
	buf_free(&b);
	return layer > 0;
}

/* Punctuation that stands right before letters. */
static bool
opens_words(uint32_t cp)
{
	return (cp >= 0x2018 && cp <= 0x201D && cp != 0x201A) || cp == 0x2026 ||
	       cp == 0xAB || cp == 0xBB || cp == NO_BREAK;
}

void
mojibake_kinds(unsigned char *table)
{
	unsigned page, k;
	unsigned char byte;
	uint32_t cp;

	for (cp = 0x80; cp < 0x3000; cp++) {
		k = 0;
		for (page = 0; page < codepage_count(); page++) {
			byte = codepage_byte(page, cp);
			if (lead_length(byte) == 2 || byte == 0xE2)
				k |= KIND_LEAD;
			if (lead_length(byte) > 2)
				k |= KIND_LEAD3;
			if (byte >= 0x80 && byte < 0xC0)
				k |= KIND_TAIL;
		}
		if (cp == 0xC2 || cp == 0xC3)
			k |= KIND_LOST;
		/* In Mac Roman these begin letters of scripts that have other
		 * letters too; elsewhere they stand before any letter. */
		if (opens_words(cp))
			k &= ~(unsigned)KIND_LEAD;
		table[cp] = (unsigned char)(table[cp] | k);
	}
}
