#include "paragraph.h"

#include "unicode.h"
#include "utf8.h"

enum {
	NARROWEST = 20, /* a text may be wrapped, in columns */
	WIDEST = 500,
	LONGEST = 4 * WIDEST + 4, /* bytes: a line of more is wider */
	MOST = 1024 * 1024,	  /* bytes of a paragraph, and another line */
	TAB = 8,
	SOFT_HYPHEN = 0xAD,
	HYPHEN = 0x2010
};

static bool
is_stop(uint32_t cp)
{
	return cp == '.' || cp == '!' || cp == '?' || cp == ':' || cp == ';' ||
	       cp == 0x2026 || cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F ||
	       cp == 0xFF1A || cp == 0xFF1B;
}

/* Quotation marks and brackets that may stand behind a stop. */
static bool
is_closing(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == ')' || cp == ']' ||
	       cp == 0x2019 || cp == 0x201D || cp == 0xBB || cp == 0x300D ||
	       cp == 0x300F || cp == 0xFF09;
}

/* Chinese and Japanese: written without blanks.  Korean is not. */
static bool
is_wide(uint32_t cp)
{
	return cp >= 0x2E80 && unicode_is_wide(cp) &&
	       !(cp >= 0xAC00 && cp <= 0xD7A3);
}

/* Signs that begin the items of lists. */
static bool
is_bullet(uint32_t cp)
{
	return cp == '*' || cp == 0x2022 || cp == 0x2023 || cp == 0x25A0 ||
	       cp == 0x25AA || cp == 0x25B6 || cp == 0x25CF || cp == 0x25E6 ||
	       cp == 0x2043 || cp == 0xB7;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Does the line begin with "12." or "3)" or "(b)" or "c)" or a dash? */
static bool
is_item(struct str s)
{
	size_t i = 0, digits;
	bool bracket = s.n > 0 && s.s[0] == '(';

	i = digits = bracket;
	while (digits < s.n && digits < i + 2 && is_digit(s.s[digits]))
		digits++;
	if (digits == i && digits + 1 < s.n && s.s[digits] >= 'a' &&
	    s.s[digits] <= 'z' && s.s[digits + 1] == ')')
		digits++;
	if (digits > i && digits + 1 < s.n)
		return (s.s[digits] == ')' ||
			   (!bracket && s.s[digits] == '.')) &&
		       s.s[digits + 1] == ' ';
	if (s.n > 2 && s.s[0] == '-' && s.s[1] == ' ')
		return true;
	return s.n > 4 && s.s[3] == ' ' &&
	       (memcmp(s.s, "\xE2\x80\x93", 3) == 0 ||
		   memcmp(s.s, "\xE2\x80\x94", 3) == 0);
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "Source:": letters only, then a colon. */
static bool
is_key(struct str s)
{
	size_t i = 0;

	while (i < s.n && (s.s[i] == '_' || s.s[i] == '-' || is_letter(s.s[i])))
		i++;
	return i > 0 && i + 1 < s.n && s.s[i] == ':' && s.s[i + 1] == ' ';
}

/* Nothing but one sign, three times or more. */
static bool
is_rule(struct str s)
{
	size_t i;

	if (s.n < 3 || !strchr("-=_*~", s.s[0]))
		return false;
	for (i = 1; i < s.n; i++)
		if (s.s[i] != s.s[0])
			return false;
	return true;
}

/* Takes off the blanks at both ends; counts the columns of those in front. */
static struct str
trim(struct str s, size_t *indent)
{
	for (*indent = 0; s.n > 0; s = str_part(s, 1, s.n)) {
		if (s.s[0] == ' ')
			++*indent;
		else if (s.s[0] == '\t')
			*indent += TAB - *indent % TAB;
		else
			break;
	}
	while (s.n > 0 && (s.s[s.n - 1] == ' ' || s.s[s.n - 1] == '\t' ||
			      s.s[s.n - 1] == '\r'))
		s.n--;
	return s;
}

/* The columns of a code point. */
static inline size_t
columns(uint32_t cp)
{
	if (cp < 0x300 || (cp >= 0x370 && cp <= 0x482))
		return cp != SOFT_HYPHEN;
	if (unicode_class(cp) == UNICODE_MARK)
		return 0;
	return 1 + unicode_is_wide(cp);
}

/* What the characters of the line tell. */
static void
read_characters(struct paragraph_line *l, struct str s)
{
	uint32_t cp = ' ', last = 0, core = 0; /* core: without what closes */
	uint32_t before = ' ';
	bool small = false, capital = false, lower;
	size_t i, len, blanks = 0, width = 0;

	for (i = 0; i < s.n; i += len) {
		len = utf8_read(s.s + i, s.n - i, &cp);
		if (len == 0) {
			len = 1;
			cp = 0xFFFD;
		}
		if (cp < 0x80) {
			width++;
			blanks += cp == ' ' || cp == '\t';
			lower = cp >= 'a' && cp <= 'z';
			capital = capital || (cp >= 'A' && cp <= 'Z');
		} else {
			width += columns(cp);
			lower = (!small || i == 0) &&
				unicode_class(cp) == UNICODE_LOWER;
			capital = capital || unicode_class(cp) == UNICODE_UPPER;
		}
		small = small || lower;
		if (i == 0) {
			l->lower = lower;
			l->wide = is_wide(cp);
			l->bullet = is_bullet(cp);
		}
		if (blanks == 0 && (!l->wide || i == 0))
			l->word = width;
		before = last;
		last = cp;
		if (!is_closing(cp))
			core = cp;
	}
	l->width = l->indent + width;
	l->bullet = l->bullet && blanks > 0;
	l->capitals = capital && !small;
	l->several = blanks >= 2 || l->wide;
	l->wide_end = is_wide(last);
	l->stop = is_stop(core);
	l->soft = last == SOFT_HYPHEN;
	l->hyphen = (last == '-' || last == HYPHEN || l->soft) && before &&
		    before != ' ' && before != '-';
	l->comma = last == ',';
}

static struct paragraph_line
read_line(struct str s)
{
	struct paragraph_line l = { 0 };

	s = trim(s, &l.indent);
	if (s.n > LONGEST)
		s.n = LONGEST;
	read_characters(&l, s);
	l.item = l.bullet || is_item(s);
	l.key = is_key(s);
	l.rule = is_rule(s);
	l.heading =
	    s.n > 1 && s.s[0] == '#' && (s.s[1] == '#' || s.s[1] == ' ');
	return l;
}

/* Would the sentence plainly go on from a to b? */
static bool
runs_on(const struct paragraph_line *a, const struct paragraph_line *b)
{
	if (b->item || b->key || a->rule || b->rule || a->heading || b->heading)
		return false;
	if (b->wide && a->wide_end)
		return !a->stop;
	return b->lower && (a->hyphen || a->comma || !a->stop);
}

/* The widths at which a line is broken where it is: from that of a up to the
 * one at which b's first word would just not fit. */
static size_t
most_width(const struct paragraph_line *a, const struct paragraph_line *b)
{
	/* Some signs must not begin a line: they take a character along. */
	if (b->wide)
		return a->width + 3;
	return a->width + b->word - (a->hyphen && b->word > 0);
}

/* What speaks for each width. */
struct votes {
	size_t lines, runs;
	int long_lines[WIDEST + 2]; /* of this width */
	int full[WIDEST + 2];	    /* differences of counts */
	int runs_full[WIDEST + 2];
};

static void
vote(int *counts, size_t from, size_t to)
{
	if (to > WIDEST)
		to = WIDEST;
	counts[from]++;
	counts[to + 1]--;
}

static void
count_pair(struct votes *v, const struct paragraph_line *a,
    const struct paragraph_line *b)
{
	bool run = runs_on(a, b);

	if (!a->several || b->item || a->rule || b->rule)
		return;
	v->runs += run;
	if (a->width < NARROWEST || a->width > WIDEST)
		return;
	vote(v->full, a->width, most_width(a, b));
	if (run)
		vote(v->runs_full, a->width, most_width(a, b));
}

static size_t
best_width(const struct votes *v)
{
	size_t w, best = 0, over = v->lines;
	int full = 0, runs = 0, most = 0, most_full = 0;

	for (w = 0; w <= WIDEST; w++) {
		over -= (size_t)v->long_lines[w];
		full += v->full[w];
		runs += v->runs_full[w];
		if (runs < 1 || runs < most ||
		    (runs == most && full < most_full))
			continue;
		/* Most lines that run on must be full, few may be longer, and
		 * some of those that are full must run on. */
		if ((size_t)runs * 10 < v->runs * 6 ||
		    over * 20 > v->lines + (v->lines >= 6 ? 20 : 0) ||
		    runs * 4 < full)
			continue;
		best = w;
		most = runs;
		most_full = full;
	}
	return best;
}

/* The line at i, and where the next one begins. */
static struct str
line_at(struct str s, size_t i, size_t *next)
{
	const char *lf = memchr(s.s + i, '\n', s.n - i);
	size_t end = lf ? (size_t)(lf - s.s) : s.n;

	*next = end + 1;
	return str_part(s, i, end);
}

/* Are there lines without a blank one between them? */
static bool
has_pairs(struct str head)
{
	size_t i, next, indent;
	bool blank = true;
	struct str line;

	for (i = 0; i < head.n; i = next) {
		line = trim(line_at(head, i, &next), &indent);
		if (line.n > 0 && !blank)
			return true;
		blank = line.n == 0;
	}
	return false;
}

size_t
paragraph_width(struct str head)
{
	struct votes v = { 0 };
	struct paragraph_line a = { 0 }, b;
	struct str line;
	size_t i, next, indent;
	bool blank = true;

	if (!has_pairs(head))
		return 0;
	for (i = 0; i < head.n; i = next) {
		line = line_at(head, i, &next);
		if (trim(line, &indent).n == 0) {
			blank = true;
			continue;
		}
		b = read_line(line);
		if (!blank)
			count_pair(&v, &a, &b);
		v.lines++;
		if (b.several)
			v.long_lines[b.width > WIDEST ? WIDEST + 1 : b.width]++;
		else
			v.long_lines[0]++;
		a = b;
		blank = false;
	}
	return best_width(&v);
}

void
paragraph_begin(struct paragraph *p, struct str head)
{
	p->width = paragraph_width(head);
	p->lines = 0;
	buf_reset(&p->text);
	if (p->width)
		hyphen_begin(&p->hyphen, head);
}

bool
paragraph_goes_on(const struct paragraph *p, struct str raw)
{
	const struct paragraph_line *a = &p->last;
	struct paragraph_line b;
	bool full;

	if (p->width == 0 || p->lines == 0 || p->text.n > MOST)
		return false;
	b = read_line(raw);
	full = a->width <= p->width && most_width(a, &b) >= p->width;
	if (a->rule || b.rule || a->heading || b.heading || b.bullet)
		return false;
	/* A number at the beginning of a line is one of a list, unless it may
	 * be the end of a sentence. */
	if (b.item && (p->item || a->stop || !full))
		return false;
	if (b.indent > a->indent && !p->item)
		return false;
	if (a->capitals && !b.capitals && p->lines == 1 && !a->hyphen)
		return false;
	return full || a->hyphen ||
	       (runs_on(a, &b) && 2 * a->width >= p->width);
}

/* The last code point of a text, which is not empty. */
static uint32_t
last_of(struct str s, size_t *at)
{
	uint32_t cp;

	*at = s.n - 1;
	while (*at > 0 && utf8_is_tail(s.s[*at]))
		--*at;
	utf8_decode(s.s + *at, s.n - *at, &cp);
	return cp;
}

/* Puts what belongs between two lines, or takes a hyphen off. */
static void
join(struct paragraph *p, struct str clean)
{
	uint32_t last, first;
	size_t at;

	last = last_of(buf_text(&p->text), &at);
	utf8_decode(clean.s, clean.n, &first);
	if (p->last.soft)
		return;
	if (is_wide(last) || is_wide(first))
		return;
	if (at > 0 && p->text.s[at - 1] != ' ') {
		if (last == '-') {
			if (!hyphen_stays(
				&p->hyphen, buf_text(&p->text), clean))
				p->text.n = at;
			return;
		}
		if (last == HYPHEN || last == 0x2013 || last == 0x2014 ||
		    last == '/')
			return;
	}
	buf_char(&p->text, ' ');
}

void
paragraph_add(struct paragraph *p, struct str raw, struct str clean)
{
	bool first = p->lines++ == 0;

	if (!first)
		join(p, clean);
	else
		buf_reset(&p->text);
	buf_str(&p->text, clean);
	p->last = read_line(raw);
	if (first)
		p->item = p->last.item;
}

void
paragraph_free(struct paragraph *p)
{
	buf_free(&p->text);
	hyphen_free(&p->hyphen);
}
