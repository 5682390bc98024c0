#include "number.h"

#include <stdlib.h>

#include "lang.h"
#include "mem.h"
#include "utf8.h"
#include "word.h"

enum kind {
	UNIT,
	TIMES,
	SCALE,
	PART,
	ARTICLE,
	AND,
	OF,
	SHORT,
	POINT, /* the sign before decimals */
	GROUP, /* the sign between groups of digits */
	VAGUE,
	FEW,  /* "several" before hundred */
	PLUS, /* a word for + */
	DIGITS,
	END
};

static const char *const kind_name[] = { "unit", "times", "scale", "part",
	"article", "and", "of", "short", "decimal", "group", "vague", "few",
	"plus" };

struct word {
	struct str word;
	enum kind kind;
	unsigned by, of; /* the value; a fraction is by/of */
};

/* The words of a language, those with the same first byte in a row. */
struct lexicon {
	struct lexicon *next;
	struct str lang;
	struct word *word;
	size_t n;
	size_t first[257]; /* by first byte */
	char point, group;
};

struct token {
	enum kind kind;
	unsigned by, of;
	struct decimal digits;
};

static bool
read_uint(struct str s, unsigned *u)
{
	*u = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9' || *u > 100000000)
			return false;
		*u = *u * 10 + (unsigned)(s.s[i] - '0');
	}
	return s.n > 0;
}

static void
read_word(struct word *w, struct str word, struct str kind, struct str value)
{
	const char *slash = value.n ? memchr(value.s, '/', value.n) : NULL;
	size_t n = slash ? (size_t)(slash - value.s) : value.n;

	w->word = word;
	w->of = 1;
	for (w->kind = UNIT; w->kind < DIGITS - 1; w->kind++)
		if (str_is(kind, kind_name[w->kind]))
			break;
	read_uint(str_part(value, 0, n), &w->by);
	if (slash &&
	    (!read_uint(str_part(value, n + 1, value.n), &w->of) || w->of == 0))
		w->of = 1;
}

/* By first byte; in a run of one first byte the longest word first. */
static int
by_first(const void *a, const void *b)
{
	const struct word *x = a, *y = b;
	int order = (unsigned char)x->word.s[0] - (unsigned char)y->word.s[0];

	return order ? order
		     : (x->word.n < y->word.n) - (x->word.n > y->word.n);
}

static struct lexicon *
read_lexicon(struct str lang, const struct table *t)
{
	struct lexicon *l = mem_zero(1, sizeof *l);
	int word = table_column(t, "word"), kind = table_column(t, "kind"),
	    value = table_column(t, "value");

	l->lang = (struct str){ mem_copy(lang.s, lang.n), lang.n };
	l->word = mem_zero(t->nrows, sizeof *l->word);
	l->point = '.';
	for (size_t row = 0; row < t->nrows; row++) {
		struct word *w = &l->word[l->n];

		read_word(w, table_cell(t, row, (size_t)word),
		    table_cell(t, row, (size_t)kind),
		    table_cell(t, row, (size_t)value));
		if (w->kind == POINT)
			l->point = w->word.s[0];
		else if (w->kind == GROUP)
			l->group = w->word.s[0];
		else if (w->kind != VAGUE && w->kind != FEW && w->word.n)
			l->n++;
	}
	qsort(l->word, l->n, sizeof *l->word, by_first);
	for (size_t i = 0, c = 0; c <= 256; c++) {
		while (i < l->n && (unsigned char)l->word[i].word.s[0] < c)
			i++;
		l->first[c] = i;
	}
	return l;
}

/* The words of a language, read once; NULL where it has no numbers.tsv. */
static const struct lexicon *
lexicon_of(struct str lang)
{
	static struct lexicon *all;
	const struct table *t;
	struct lexicon *l;

	for (l = all; l; l = l->next)
		if (str_eq(l->lang, lang))
			return l;
	t = lang_table(lang, "numbers");
	if (!t)
		return NULL;
	l = read_lexicon(lang, t);
	l->next = all;
	all = l;
	return l;
}

/* The ASCII form of the sign at `at`, which may be fullwidth or a variant, and
 * its length; 0 where there is none. */
static char
sign(struct str text, size_t at, size_t *n)
{
	uint32_t cp;

	if (at >= text.n)
		return 0;
	*n = utf8_decode(text.s + at, text.n - at, &cp);
	cp = word_fold(cp);
	if (cp < 0x80)
		return cp == '\t' ? ' ' : (char)cp;
	if (word_blank(cp))
		return ' ';
	if (cp == 0x2019 || cp == 0x2BC)
		return '\'';
	if (cp == 0x2044)
		return '/';
	if (cp == 0x2212 || cp == 0x2010 || cp == 0x2011 || cp == 0x2013)
		return '-';
	return 0;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Counts the digits at `at`, and finds their end. */
static size_t
run(struct str text, size_t at, size_t *end)
{
	size_t n, count = 0;

	for (; is_digit(sign(text, at, &n)); at += n)
		count++;
	*end = at;
	return count;
}

static void
copy_digits(struct buf *b, struct str text, size_t from, size_t to)
{
	char c;

	for (size_t n = 1; from < to; from += n) {
		c = sign(text, from, &n);
		if (is_digit(c))
			buf_char(b, c);
	}
}

/*
 * Is the sign c, which stands once in a number with `left` digits before it
 * and `right` behind it, the one before the decimals?  Where a language has
 * both "1.5" and "1,500", the count of digits tells.
 */
static bool
is_point(const struct lexicon *l, char c, size_t left, size_t right)
{
	if (c == ' ' || c == '\'')
		return false;
	return c == l->point || right != 3 || left > 3;
}

/*
 * Reads digits with their grouping at *at.  What parts them is in `seen`: of
 * two different signs the last is before the decimals, and so is a single one
 * unless it parts groups of three.
 */
static bool
read_digits(
    const struct lexicon *l, struct str text, size_t *at, struct decimal *d)
{
	size_t from = *at, end, n, next, left = run(text, from, &end);
	size_t count, seen = 0;
	char group = 0, c;
	struct buf plain = { 0 };
	bool ok = left > 0;

	copy_digits(&plain, text, from, end);
	while (ok && (c = sign(text, end, &n)) != 0) {
		if (c != ',' && c != '.' && c != ' ' && c != '\'')
			break;
		next = end + n;
		/* the blank that a scraper left behind the point */
		if (c == l->point && sign(text, next, &n) == ' ')
			next += n;
		if (c == ' ' && sign(text, next, &n) == l->point &&
		    sign(text, next + 1, &n) == ' ') {
			c = l->point;
			next += 2;
		}
		from = next;
		count = run(text, from, &next);
		if (count == 0)
			break;
		if (c == ' ' && (count != 3 || (left > 3 && !seen) ||
				    sign(text, next, &n) == '/'))
			break;
		if (group && c != group) {
			buf_char(&plain, '.');
			copy_digits(&plain, text, from, next);
			end = next;
			break;
		}
		/* the first sign: look whether it comes again */
		if (!seen && is_point(l, c, left, count) &&
		    !(sign(text, next, &n) == c &&
			run(text, next + 1, &n) > 1)) {
			buf_char(&plain, '.');
			copy_digits(&plain, text, from, next);
			end = next;
			break;
		}
		group = c;
		seen++;
		copy_digits(&plain, text, from, next);
		end = next;
	}
	ok = ok && decimal_read(d, buf_text(&plain));
	buf_free(&plain);
	*at = end;
	return ok;
}

/* "1/2" in digits. */
static bool
read_fraction(struct str text, size_t *at, struct token *t)
{
	size_t n, slash, end;
	unsigned u[2] = { 0, 0 };

	if (run(text, *at, &slash) == 0 || sign(text, slash, &n) != '/' ||
	    run(text, slash + n, &end) == 0)
		return false;
	for (size_t i = *at, k = 0; i < end; i += n) {
		char c = sign(text, i, &n);

		if (c == '/')
			k = 1;
		else if (u[k] < 100000)
			u[k] = u[k] * 10 + (unsigned)(c - '0');
	}
	if (u[1] == 0)
		return false;
	*t = (struct token){ .kind = PART, .by = u[0], .of = u[1] };
	*at = end;
	return true;
}

/* The word of the table that stands at a place, or NULL; *end is behind it. */
static const struct word *
word_here(const struct lexicon *l, struct str text, size_t at, size_t *end)
{
	uint32_t cp;
	char first[4];
	size_t cut;

	/* by the first byte of the folded form */
	utf8_decode(text.s + at, text.n - at, &cp);
	utf8_encode(first, word_fold(cp));
	cut = (unsigned char)first[0];
	for (size_t i = l->first[cut]; i < l->first[cut + 1]; i++) {
		*end = word_match(text, at, l->word[i].word);
		if (*end && word_edge(text, *end))
			return &l->word[i];
	}
	return NULL;
}

/* The next token of the number, END at the end.  False if there is none.  Signs
 * between tokens are passed over, and so is a word for +. */
static bool
next_token(
    const struct lexicon *l, struct str text, size_t *at, struct token *t)
{
	const struct word *w;
	size_t n, end;
	char c;

	do {
		while ((c = sign(text, *at, &n)) == ' ' || c == '-' ||
		       c == ',' || c == '+')
			*at += n;
		if (*at >= text.n) {
			t->kind = END;
			return true;
		}
		if (is_digit(c)) {
			if (read_fraction(text, at, t))
				return true;
			t->kind = DIGITS;
			return read_digits(l, text, at, &t->digits);
		}
		w = word_here(l, text, *at, &end);
		if (!w)
			return false;
		*at = end;
	} while (w->kind == PLUS);
	*t = (struct token){ .kind = w->kind, .by = w->by, .of = w->of };
	return true;
}

/*
 * The value in the making.  A number is a sum of terms, each of a cardinal and
 * its scales: "5 billion 200 million".  A cardinal is done + last: in "two
 * hundred fifty", 200 is done and 50 is last, what a next "hundred" would
 * multiply.
 */
struct sum {
	struct decimal total; /* the terms before */
	struct decimal term;  /* the scaled term that was last */
	struct decimal done, last;
	struct decimal before; /* what "and" adds to */
	enum kind prev;
	bool any;      /* is there something in done and last? */
	bool joined;   /* was there an "and" in this cardinal? */
	bool hundreds; /* ... behind "hundred"? */
	bool fraction; /* does it hold only a fraction? */
	bool article;  /* is last the 1 of an article? */
	int scale;     /* of the last term, 0 at first */
	bool scaled;   /* is term in use? */
};

static bool
add_cardinal(struct sum *s, const struct decimal *d)
{
	if (s->article)
		return false;
	if (s->any && s->last.n) {
		struct decimal ten = decimal_from(10), low = decimal_from(20);

		/* only "twenty" takes a unit behind it */
		if (decimal_compare(d, &ten) >= 0 ||
		    decimal_compare(&s->last, &low) < 0 || d->n == 0)
			return false;
	}
	s->any = true;
	s->fraction = false;
	return decimal_add(&s->last, &s->last, d);
}

static bool
close_cardinal(struct sum *s, struct decimal *d)
{
	/* "two hundred and five", "two and a half"; not "two and five" */
	bool ok = (!s->joined || s->fraction || s->hundreds) &&
		  decimal_add(d, &s->done, &s->last) &&
		  decimal_add(d, d, &s->before);

	s->done = s->last = s->before = (struct decimal){ .n = 0 };
	s->any = s->joined = s->fraction = s->article = s->hundreds = false;
	return ok;
}

static bool
add_part(struct sum *s, const struct token *t)
{
	struct decimal one = decimal_from(1), part = one;

	if (!decimal_times(&part, t->by, t->of))
		return false;
	if (!s->any || s->prev == AND) {
		s->fraction = !s->any || s->joined;
		s->any = true;
		return decimal_add(&s->last, &s->last, &part);
	}
	/* "three quarters", but "1 1/2" and "2½" */
	if (s->prev == DIGITS && t->by * 10 > t->of)
		return decimal_add(&s->last, &s->last, &part);
	s->fraction = true;
	s->article = false;
	return decimal_times(&s->done, t->by, t->of) &&
	       decimal_times(&s->last, t->by, t->of);
}

static bool
add_scale(struct sum *s, int power)
{
	struct decimal d = { .n = 0 };

	if (s->prev == SCALE && s->scaled) { /* "thousand billion" */
		s->scale += power;
		return decimal_shift(&s->term, power);
	}
	if (s->any || s->joined) {
		if (!close_cardinal(s, &d))
			return false;
	} else {
		d = decimal_from(1);
	}
	if (s->scaled) {
		if (power >= s->scale ||
		    !decimal_add(&s->total, &s->total, &s->term))
			return false;
	}
	s->term = d;
	s->scale = power;
	s->scaled = true;
	return decimal_shift(&s->term, power);
}

static bool
add_and(struct sum *s)
{
	if (!s->any)
		return s->prev == SCALE;
	if (!decimal_add(&s->before, &s->before, &s->done) ||
	    !decimal_add(&s->before, &s->before, &s->last))
		return false;
	s->done = s->last = (struct decimal){ .n = 0 };
	s->joined = true;
	s->hundreds = s->prev == TIMES;
	s->any = s->article = false;
	return true;
}

static bool
add_token(struct sum *s, const struct token *t)
{
	struct decimal d = decimal_from(t->by), one = decimal_from(1);

	switch (t->kind) {
	case DIGITS:
		if (s->any && s->prev != AND && s->prev != TIMES)
			return false;
		return add_cardinal(s, &t->digits);
	case UNIT: return add_cardinal(s, &d);
	case ARTICLE:
		if (s->any && s->prev != AND)
			return s->prev == PART || s->prev == OF;
		s->last = one;
		s->any = s->article = true;
		return true;
	case TIMES:
		if (s->last.n == 0)
			s->last = one;
		if (!decimal_times(&s->last, t->by, 1) ||
		    !decimal_add(&s->done, &s->done, &s->last))
			return false;
		s->last = (struct decimal){ .n = 0 };
		s->any = true;
		s->fraction = s->article = false;
		return true;
	case PART: return add_part(s, t);
	case AND: return add_and(s);
	case OF: return s->prev == PART || s->prev == SCALE;
	case SCALE:
	case SHORT: return add_scale(s, (int)t->by);
	default: return false;
	}
}

static bool
finish(struct sum *s, struct decimal *out)
{
	bool alone = s->any && s->fraction && !s->joined;
	struct decimal d = { .n = 0 };

	if (s->prev == AND || s->prev == OF || (!s->any && !s->scaled))
		return false;
	if (!close_cardinal(s, &d))
		return false;
	/* "a million and a half" */
	if (s->scaled && alone && !decimal_shift(&d, s->scale))
		return false;
	return decimal_add(&s->total, &s->total, &s->term) &&
	       decimal_add(out, &s->total, &d);
}

bool
number_read(struct str lang, struct str text, struct decimal *out)
{
	const struct lexicon *l = lexicon_of(lang);
	struct sum s = { .prev = END };
	struct token t = { .kind = END };
	bool negative = false;
	size_t at = 0, n;

	if (!l)
		return false;
	if (sign(text, 0, &n) == '-') {
		negative = true;
		at = n;
	}
	for (;; s.prev = t.kind) {
		if (!next_token(l, text, &at, &t))
			return false;
		if (t.kind == END)
			break;
		if (!add_token(&s, &t))
			return false;
	}
	if (!finish(&s, out))
		return false;
	out->negative = negative && !decimal_is_zero(out);
	return true;
}

int
number_scale(struct str lang, struct str text)
{
	const struct lexicon *l = lexicon_of(lang);
	struct token t = { .kind = END };
	size_t at = 0;
	int scale = 0;

	if (l && sign(text, 0, &at) != '-')
		at = 0;
	while (l && next_token(l, text, &at, &t) && t.kind != END) {
		if (t.kind == SCALE || t.kind == SHORT)
			scale += (int)t.by;
		else
			scale = 0;
	}
	return scale;
}

void
number_grammar(struct grammar *g, struct str lang)
{
	static const char *const part[] = { "unit_words", "times_words",
		"scale_words", "part_words", "short_words", "vague_words",
		"few_words" };
	static const char *const kind[] = { "unit", "times", "scale", "part",
		"short", "vague", "few" };
	const struct table *t = lang_table(lang, "numbers");

	for (size_t i = 0; t && i < sizeof part / sizeof *part; i++)
		grammar_column(g, part[i], t, "word", "kind", kind[i]);
	lang_grammar(g, lang, "number");
}
