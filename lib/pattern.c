#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

#include "buf.h"
#include "data.h"
#include "mem.h"

enum {
	DEEPEST = 40,
	JIT_STACK = 1024 * 1024,
	COLD = 32, /* matches; fewer cost less than the JIT compiler does */
	MATCH_LIMIT = 1000000,
	SLOTS = 64
};

struct definition {
	struct definition *next;
	char *name, *expression;
	const char *file; /* "" where defined by the program */
};

struct grammar {
	struct definition *first;
};

/* Where a name was found in the table of names. */
struct slot {
	const char *name;
	PCRE2_SPTR entry, last;
	int size;
};

struct pattern {
	char *name, *source;
	uint32_t options;
	pcre2_code *code; /* NULL until the first use */
	pcre2_match_data *match;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	const char *subject;
	const char **group; /* the names by number, NULL where it has none */
	int found;	    /* groups of the last match, and one */
	unsigned cold;	    /* so many more matches are interpreted */
	struct slot *slot;
};

static _Noreturn void
defect(const char *file, const char *name, const char *reason)
{
	fprintf(stderr, "%s: %s: %s\n", file, name, reason);
	exit(2);
}

struct grammar *
grammar_new(void)
{
	return mem_zero(1, sizeof(struct grammar));
}

void
grammar_free(struct grammar *g)
{
	struct definition *d, *next;

	for (d = g ? g->first : NULL; d; d = next) {
		next = d->next;
		free(d->name);
		free(d->expression);
		free(d);
	}
	free(g);
}

static struct definition *
find(const struct grammar *g, struct str name)
{
	struct definition *d;

	for (d = g->first; d; d = d->next)
		if (str_is(name, d->name))
			return d;
	return NULL;
}

bool
grammar_defines(const struct grammar *g, const char *name)
{
	return find(g, str_from(name)) != NULL;
}

static void
define(
    struct grammar *g, struct str name, struct str expression, const char *file)
{
	struct definition *d = find(g, name);

	if (!d) {
		d = mem_zero(1, sizeof *d);
		d->name = mem_copy(name.s, name.n);
		d->next = g->first;
		g->first = d;
	}
	free(d->expression);
	d->expression = mem_copy(expression.s, expression.n);
	d->file = file;
}

void
grammar_define(struct grammar *g, const char *name, struct str expression)
{
	define(g, str_from(name), expression, "");
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

void
grammar_read(struct grammar *g, struct str text, const char *name)
{
	const char *p = text.s, *end = p + text.n, *lf, *equals, *stop;
	struct str key;
	char where[32];
	int line = 1;

	while (p < end) {
		lf = memchr(p, '\n', (size_t)(end - p));
		stop = lf ? lf : end;
		if (p == stop || *p == '#') {
			p = stop + 1;
			line++;
			continue;
		}
		equals = memchr(p, '=', (size_t)(stop - p));
		if (is_blank(*p) || !equals) {
			snprintf(where, sizeof where, "line %d", line);
			defect(name, where, "not NAME = EXPRESSION");
		}
		key = (struct str){ p, (size_t)(equals - p) };
		while (is_blank(key.s[key.n - 1]))
			key.n--;
		/* The definition goes on as long as lines begin with a blank
		 * or are empty. */
		for (line++; lf && lf + 1 < end; line++) {
			if (!is_blank(lf[1]) && lf[1] != '\n')
				break;
			lf = memchr(lf + 1, '\n', (size_t)(end - lf - 1));
		}
		stop = lf ? lf : end;
		equals++;
		define(g, key, (struct str){ equals, (size_t)(stop - equals) },
		    name);
		p = stop + 1;
	}
}

void
grammar_builtin(struct grammar *g, const char *path)
{
	struct str text = data_get(path);

	if (!text.s)
		defect(path, "compiled-in file", "not found");
	grammar_read(g, text, path);
}

static int
by_bytes(const void *a, const void *b)
{
	const struct str *x = a, *y = b;
	size_t n = x->n < y->n ? x->n : y->n;
	int order = n ? memcmp(x->s, y->s, n) : 0;

	return order ? order : (x->n > y->n) - (x->n < y->n);
}

static void
quote(struct buf *b, struct str word)
{
	size_t i;

	for (i = 0; i < word.n; i++) {
		if (word.s[i] == ' ') {
			buf_puts(b, "[\\x20\\t\\xA0]{1,3}+");
			continue;
		}
		if ((unsigned char)word.s[i] < 0x80 &&
		    strchr("\\^$.[]|()?*+{}#-&~", word.s[i]))
			buf_char(b, '\\');
		buf_char(b, word.s[i]);
	}
}

/* The end of what two words begin with in common, a whole code point. */
static size_t
common(struct str a, struct str b)
{
	size_t i = 0;

	while (i < a.n && i < b.n && a.s[i] == b.s[i])
		i++;
	while (i > 0 && i < a.n && ((unsigned char)a.s[i] & 0xC0) == 0x80)
		i--;
	return i;
}

/*
 * Appends the alternation of sorted words, from byte `at` of each, as a tree:
 * what begins alike is written once, so that few words are tried at a place.
 */
static void
branch(struct buf *b, const struct str *word, size_t n, size_t at)
{
	bool empty = n > 0 && word[0].n == at; /* it comes last */
	size_t i, k, same;

	if (empty) {
		word++;
		n--;
	}
	for (i = 0; i < n; i = k) {
		same = word[i].n;
		for (k = i + 1; k < n; k++) {
			size_t c = common(word[i], word[k]);

			if (c <= at)
				break;
			if (c < same)
				same = c;
		}
		if (i)
			buf_char(b, '|');
		quote(b, str_part(word[i], at, same));
		if (k - i > 1 || word[i].n > same) {
			buf_puts(b, "(?:");
			branch(b, word + i, k - i, same);
			buf_char(b, ')');
		}
	}
	if (empty && n)
		buf_char(b, '|');
}

void
grammar_words(
    struct grammar *g, const char *name, const struct str *words, size_t n)
{
	struct str *sorted = mem_resize(NULL, n, sizeof *sorted);
	struct buf b = { 0 };
	size_t i, k = 0;

	if (n)
		memcpy(sorted, words, n * sizeof *sorted);
	qsort(sorted, n, sizeof *sorted, by_bytes);
	for (i = 0; i < n; i++)
		if (sorted[i].n &&
		    (k == 0 || !str_eq(sorted[i], sorted[k - 1])))
			sorted[k++] = sorted[i];
	if (k)
		branch(&b, sorted, k, 0);
	else
		buf_puts(&b, "(*FAIL)");
	grammar_define(g, name, buf_text(&b));
	buf_free(&b);
	free(sorted);
}

void
grammar_column(struct grammar *g, const char *name, const struct table *t,
    const char *column, const char *where, const char *is)
{
	int col = table_column(t, column);
	int test = where ? table_column(t, where) : 0;
	struct str *words = NULL, cell;
	size_t n = 0, cap = 0, row;
	const char *bar;

	if (col < 0 || test < 0)
		defect(t->name, col < 0 ? column : where, "no such column");
	for (row = 0; row < t->nrows; row++) {
		if (where && !str_is(table_cell(t, row, (size_t)test), is))
			continue;
		cell = table_cell(t, row, (size_t)col);
		while (cell.n) {
			bar = memchr(cell.s, '|', cell.n);
			if (n == cap) {
				cap = mem_room(cap, cap + 1, sizeof *words);
				words = mem_resize(words, cap, sizeof *words);
			}
			words[n] = cell;
			if (bar)
				words[n].n = (size_t)(bar - cell.s);
			cell =
			    str_part(cell, words[n].n + (bar != NULL), cell.n);
			n++;
		}
	}
	grammar_words(g, name, words, n);
	free(words);
}

/* The character class [...] that an expression is, or an empty text. */
static struct str
class_alone(const char *expression)
{
	const char *from = expression + strspn(expression, " \t\n");
	size_t n = strcspn(from, "]\\");

	if (from[0] != '[' || from[n] != ']' ||
	    from[n + 1 + strspn(from + n + 1, " \t\n")])
		return (struct str){ 0 };
	return (struct str){ from, n + 1 };
}

/* Appends the expression of name with every {{part}} replaced. */
static void
expand(const struct grammar *g, struct buf *b, struct str name, int depth)
{
	struct definition *d = find(g, name);
	const char *p, *open, *close;
	struct buf missing = { 0 };
	struct str class;

	if (!d || depth > DEEPEST) {
		buf_str(&missing, name);
		buf_char(&missing, '\0');
		defect("grammar", missing.s,
		    d ? "is part of itself" : "is not defined");
	}
	class = class_alone(d->expression);
	if (class.n > 0) {
		buf_str(b, class); /* takes a quantifier without a group */
		return;
	}
	buf_puts(b, "(?:");
	for (p = d->expression; (open = strstr(p, "{{")); p = close + 2) {
		close = strstr(open, "}}");
		if (!close)
			defect(d->file, d->name, "{{ without }}");
		buf_add(b, p, (size_t)(open - p));
		expand(g, b,
		    (struct str){ open + 2, (size_t)(close - open - 2) },
		    depth + 1);
	}
	buf_puts(b, p);
	buf_puts(b, "\n)"); /* the line feed ends a comment */
}

struct pattern *
grammar_pattern(struct grammar *g, const char *name, unsigned flags)
{
	struct pattern *p = mem_zero(1, sizeof *p);
	struct buf b = { 0 };

	expand(g, &b, str_from(name), 0);
	buf_char(&b, '\0');
	p->name = mem_copy(name, strlen(name));
	p->source = b.s;
	p->options = PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK |
		     PCRE2_EXTENDED | PCRE2_DUPNAMES | PCRE2_USE_OFFSET_LIMIT |
		     PCRE2_NEVER_BACKSLASH_C;
	if (flags & PATTERN_CASELESS)
		p->options |= PCRE2_CASELESS;
	if (flags & PATTERN_ANCHORED)
		p->options |= PCRE2_ANCHORED;
	if (flags & PATTERN_ASCII)
		p->options &= ~(uint32_t)PCRE2_UCP;
	return p;
}

static void
name_groups(struct pattern *p)
{
	uint32_t groups, names, size;
	PCRE2_SPTR entry;

	pcre2_pattern_info(p->code, PCRE2_INFO_CAPTURECOUNT, &groups);
	pcre2_pattern_info(p->code, PCRE2_INFO_NAMECOUNT, &names);
	pcre2_pattern_info(p->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
	pcre2_pattern_info(p->code, PCRE2_INFO_NAMETABLE, &entry);
	p->group = mem_zero((size_t)groups + 1, sizeof *p->group);
	for (; names > 0; names--, entry += size)
		p->group[entry[0] << 8 | entry[1]] = (const char *)entry + 2;
}

static void
compile(struct pattern *p)
{
	PCRE2_UCHAR text[128];
	char why[320];
	PCRE2_SIZE offset;
	int error;

	p->code = pcre2_compile((PCRE2_SPTR)p->source, PCRE2_ZERO_TERMINATED,
	    p->options, &error, &offset, NULL);
	if (!p->code) {
		pcre2_get_error_message(error, text, sizeof text);
		snprintf(why, sizeof why, "%s before \"%.80s\"", (char *)text,
		    p->source + offset);
		defect("pattern", p->name, why);
	}
	p->cold = COLD;
	p->slot = mem_zero(SLOTS, sizeof *p->slot);
	p->match = pcre2_match_data_create_from_pattern(p->code, NULL);
	p->context = pcre2_match_context_create(NULL);
	p->stack = pcre2_jit_stack_create(32 * 1024, JIT_STACK, NULL);
	if (!p->match || !p->context || !p->stack)
		mem_out();
	name_groups(p);
	pcre2_jit_stack_assign(p->context, NULL, p->stack);
	pcre2_set_match_limit(p->context, MATCH_LIMIT);
}

void
pattern_free(struct pattern *p)
{
	if (!p)
		return;
	pcre2_jit_stack_free(p->stack);
	pcre2_match_context_free(p->context);
	pcre2_match_data_free(p->match);
	pcre2_code_free(p->code);
	free(p->group);
	free(p->slot);
	free(p->source);
	free(p->name);
	free(p);
}

bool
pattern_find(struct pattern *p, struct str text, size_t from, size_t limit,
    unsigned long *errors)
{
	int found;

	if (!p->code)
		compile(p);
	/* Without JIT (some machines have none) it is slower, no more. */
	if (p->cold > 0 && --p->cold == 0)
		(void)pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE);
	pcre2_set_offset_limit(p->context, limit);
	p->subject = text.s ? text.s : "";
	found = pcre2_match(p->code, (PCRE2_SPTR)p->subject, text.n, from,
	    PCRE2_NO_UTF_CHECK, p->match, p->context);
	if (found < PCRE2_ERROR_NOMATCH && errors)
		++*errors;
	p->found = found;
	return found > 0;
}

size_t
pattern_start(const struct pattern *p)
{
	return pcre2_get_ovector_pointer(p->match)[0];
}

size_t
pattern_end(const struct pattern *p)
{
	return pcre2_get_ovector_pointer(p->match)[1];
}

const char *
pattern_mark(const struct pattern *p)
{
	return (const char *)pcre2_get_mark(p->match);
}

/* The entries of a name; those of the literals that ask again and again are
 * remembered by their address. */
static const struct slot *
find_name(const struct pattern *p, const char *name)
{
	struct slot *s = &p->slot[((uintptr_t)name >> 2) % SLOTS];

	if (s->name == name && s->size > 0 &&
	    strcmp((const char *)s->entry + 2, name) == 0)
		return s;
	s->name = name;
	s->size = pcre2_substring_nametable_scan(
	    p->code, (PCRE2_SPTR)name, &s->entry, &s->last);
	return s;
}

struct str
pattern_group(const struct pattern *p, const char *name)
{
	const PCRE2_SIZE *at = pcre2_get_ovector_pointer(p->match);
	const struct slot *s = find_name(p, name);
	PCRE2_SPTR entry = s->entry;
	unsigned group;

	if (s->size < 0)
		return (struct str){ 0 };
	for (; entry <= s->last; entry += s->size) {
		group = (unsigned)entry[0] << 8 | entry[1];
		if (at[2 * group] != PCRE2_UNSET)
			return (struct str){ p->subject + at[2 * group],
				at[2 * group + 1] - at[2 * group] };
	}
	return (struct str){ 0 };
}

size_t
pattern_parts(const struct pattern *p, struct pattern_part *part, size_t max)
{
	const PCRE2_SIZE *at = pcre2_get_ovector_pointer(p->match);
	size_t n = 0;
	int i;

	for (i = 1; i < p->found && n < max; i++) {
		if (at[2 * i] == PCRE2_UNSET || !p->group[i])
			continue;
		part[n++] = (struct pattern_part){ p->group[i],
			{ p->subject + at[2 * i], at[2 * i + 1] - at[2 * i] } };
	}
	return n;
}
