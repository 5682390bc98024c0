#include "csv.h"

/* libcsv's, not ours.  NOLINTNEXTLINE(readability-duplicate-include) */
#include <csv.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "mem.h"

enum { BLOCK = 256 * 1024, CELL_STEP = 1024 * 1024 };

struct csv {
	int fd; /* -1: a text, which is the block */
	enum csv_form form;
	bool started, last; /* no more bytes to come */
	bool after_cr;
	char *block;
	const char *s; /* the block or the text */
	size_t begin, end, cap;

	struct csv_parser parser;
	size_t taken; /* bytes of the row so far */
	bool complete;
	struct buf text; /* of the cells, one after the other */
	struct str *cell;
	size_t ncells, cell_cap;

	unsigned long here, line;
	const char *reason;
};

static int
no_blank(unsigned char c)
{
	(void)c;
	return 0;
}

/* libcsv takes blanks off around cells unless nothing is a blank to it, and
 * wants a step that lets long cells grow without a copy for every 128 bytes. */
static void
parser_begin(struct csv *c)
{
	if (csv_init(&c->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		mem_out();
	csv_set_space_func(&c->parser, no_blank);
	csv_set_blk_size(&c->parser, CELL_STEP);
}

struct csv *
csv_open(int fd, enum csv_form form)
{
	struct csv *c = mem_zero(1, sizeof *c);

	c->fd = fd;
	c->form = form;
	c->here = 1;
	parser_begin(c);
	return c;
}

struct csv *
csv_open_text(struct str text, enum csv_form form)
{
	struct csv *c = csv_open(-1, form);

	c->s = text.s;
	c->end = text.n;
	c->last = true;
	return c;
}

void
csv_close(struct csv *c)
{
	csv_free(&c->parser);
	buf_free(&c->text);
	free(c->cell);
	free(c->block);
	free(c);
}

/* Reads more bytes behind those that are left.  False if reading failed. */
static bool
fill(struct csv *c)
{
	ssize_t n;

	if (c->last)
		return true;
	if (c->begin > 0)
		memmove(c->block, c->block + c->begin, c->end - c->begin);
	c->end -= c->begin;
	c->begin = 0;
	if (c->cap - c->end < BLOCK) {
		c->cap = mem_room(c->cap, c->end + BLOCK, 1);
		c->block = mem_resize(c->block, c->cap, 1);
	}
	c->s = c->block;
	do
		n = read(c->fd, c->block + c->end, c->cap - c->end);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return false;
	c->last = n == 0;
	c->end += (size_t)n;
	return true;
}

/* How often the byte is in the text. */
static size_t
count(struct str s, char byte)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.s[i] == byte;
	return n;
}

/* Takes the first line off. */
static struct str
take_line(struct str *s)
{
	const char *lf = s->n ? memchr(s->s, '\n', s->n) : NULL;
	size_t n = lf ? (size_t)(lf - s->s) : s->n;
	struct str line = str_part(*s, 0, n);

	*s = str_part(*s, lf ? n + 1 : n, s->n);
	return line;
}

/* Is this head of a table with TABs written with quotes? */
static bool
is_quoted(struct str head)
{
	struct str line = take_line(&head);
	size_t tabs = count(line, '\t');

	if (line.n > 0 && line.s[0] == '"')
		return true;
	if (count(head, '"') == 0)
		return false;
	while (head.n > 0) {
		line = take_line(&head);
		for (size_t i = 1; i < line.n; i++)
			if (line.s[i] == '"' && line.s[i - 1] == '"')
				return true;
		/* The last line may be cut. */
		if (head.n > 0 && line.n > 0 && count(line, '\t') != tabs)
			return true;
	}
	return false;
}

static bool
find_form(struct csv *c)
{
	struct str head, line;

	while (c->end - c->begin < BLOCK && !c->last)
		if (!fill(c))
			return false;
	head = (struct str){ c->s + c->begin, c->end - c->begin };
	if (head.n > BLOCK)
		head.n = BLOCK;
	c->form = CSV_FORM_CSV;
	line = head;
	line = take_line(&line);
	if (count(line, '\t') == 0) {
		if (count(line, ';') > count(line, ','))
			csv_set_delim(&c->parser, ';');
	} else if (is_quoted(head))
		csv_set_delim(&c->parser, '\t');
	else
		c->form = CSV_FORM_TSV;
	return true;
}

bool
csv_is_literal(const struct csv *c)
{
	return c->form != CSV_FORM_TSV;
}

static bool
start(struct csv *c)
{
	while (c->end - c->begin < 3 && !c->last)
		if (!fill(c))
			return false;
	if (c->end >= 3 && memcmp(c->s, "\xEF\xBB\xBF", 3) == 0)
		c->begin = 3;
	c->started = true;
	return c->form != CSV_FORM_ANY || find_form(c);
}

/* A cell is kept as its place in text until the row is complete, since text
 * may move: s counts from NULL. */
static void
add_cell(struct csv *c, const char *s, size_t n)
{
	if (c->ncells == c->cell_cap) {
		c->cell_cap =
		    mem_room(c->cell_cap, c->ncells + 1, sizeof *c->cell);
		c->cell = mem_resize(c->cell, c->cell_cap, sizeof *c->cell);
	}
	buf_add(&c->text, s, n);
	c->cell[c->ncells++] = (struct str){ NULL, n };
}

static void
row_done(struct csv *c)
{
	size_t at = 0;

	buf_reserve(&c->text, 1); /* so that empty cells have a place too */
	for (size_t i = 0; i < c->ncells; i++) {
		c->cell[i].s = c->text.s + at;
		at += c->cell[i].n;
	}
	c->complete = true;
}

static void
on_cell(void *s, size_t n, void *self)
{
	add_cell(self, s, n);
}

static void
on_row(int end, void *self)
{
	(void)end;
	row_done(self);
}

static enum csv_result
broken(struct csv *c, const char *reason)
{
	unsigned char delimiter = csv_get_delim(&c->parser);

	c->reason = reason;
	c->ncells = 0;
	csv_free(&c->parser);
	parser_begin(c);
	csv_set_delim(&c->parser, delimiter);
	return CSV_BROKEN;
}

/* Passes over the rest of the line. */
static bool
skip_line(struct csv *c)
{
	const char *lf;

	for (;;) {
		lf = c->begin == c->end
			 ? NULL
			 : memchr(c->s + c->begin, '\n', c->end - c->begin);
		if (lf) {
			c->begin = (size_t)(lf - c->s) + 1;
			c->here++;
			return true;
		}
		c->begin = c->end;
		if (c->last)
			return true;
		if (!fill(c))
			return false;
	}
}

/* The bytes up to the next line end and with it: never two rows' ends. */
static size_t
piece(struct csv *c)
{
	const char *from = c->s + c->begin, *p = from, *end = c->s + c->end;

	while (p < end && *p != '\n' && *p != '\r')
		p++;
	if (p < end)
		p++;
	return (size_t)(p - from);
}

static void
count_lines(struct csv *c, char end)
{
	if (end == '\r' || (end == '\n' && !c->after_cr))
		c->here++;
	c->after_cr = end == '\r';
}

static enum csv_result
next_csv(struct csv *c)
{
	c->taken = 0;
	for (;;) {
		if (c->begin == c->end) {
			if (!c->last) {
				if (!fill(c))
					return CSV_FAILED;
				continue;
			}
			if (csv_fini(&c->parser, on_cell, on_row, c) != 0)
				return broken(c, "a quote is not closed");
			return c->complete ? CSV_ROW : CSV_END;
		}
		size_t n = piece(c);
		const char *s = c->s + c->begin;

		if (c->taken == 0)
			c->line = c->here;
		if (csv_parse(&c->parser, s, n, on_cell, on_row, c) < n) {
			if (csv_error(&c->parser) == CSV_ENOMEM)
				mem_out();
			if (!skip_line(c))
				return CSV_FAILED;
			return broken(c, "a quote inside a cell");
		}
		c->begin += n;
		c->taken += n;
		count_lines(c, s[n - 1]);
		if (c->complete)
			return CSV_ROW;
		if (c->taken > CSV_ROW_MAX) {
			if (!skip_line(c))
				return CSV_FAILED;
			return broken(c, "a row longer than 256 MiB");
		}
		if (n == 1 && c->taken == 1 && (*s == '\n' || *s == '\r'))
			c->taken = 0;
	}
}

/* Adds the cell of a line of TSV, without its escapes. */
static void
add_escaped(struct csv *c, struct str cell)
{
	static const char code[] = "\\tnr", byte[] = "\\\t\n\r";
	size_t before = c->text.n, i = 0;
	const char *at, *which;

	while (
	    (at = cell.n > i ? memchr(cell.s + i, '\\', cell.n - i) : NULL)) {
		size_t to = (size_t)(at - cell.s);

		buf_add(&c->text, cell.s + i, to - i);
		which = to + 1 < cell.n && cell.s[to + 1]
			    ? strchr(code, cell.s[to + 1])
			    : NULL;
		buf_char(&c->text, which ? byte[which - code] : '\\');
		i = to + (which ? 2 : 1);
	}
	buf_add(&c->text, cell.s + i, cell.n - i);
	add_cell(c, NULL, 0);
	c->cell[c->ncells - 1].n = c->text.n - before;
}

static enum csv_result
next_tsv(struct csv *c)
{
	size_t searched = 0;

	for (;;) {
		struct str line = { c->s + c->begin, c->end - c->begin };
		const char *lf =
		    line.n > searched
			? memchr(line.s + searched, '\n', line.n - searched)
			: NULL;

		if (!lf && !c->last) {
			searched = line.n;
			if (line.n > CSV_ROW_MAX) {
				c->line = c->here;
				if (!skip_line(c))
					return CSV_FAILED;
				return broken(c, "a row longer than 256 MiB");
			}
			if (!fill(c))
				return CSV_FAILED;
			continue;
		}
		if (!lf && line.n == 0)
			return CSV_END;
		if (lf)
			line.n = (size_t)(lf - line.s);
		c->begin += line.n + (lf != NULL);
		c->line = c->here++;
		searched = 0;
		if (line.n > 0 && line.s[line.n - 1] == '\r')
			line.n--;
		if (line.n == 0)
			continue;
		for (const char *tab;;) {
			tab = line.n ? memchr(line.s, '\t', line.n) : NULL;
			if (!tab)
				break;
			size_t n = (size_t)(tab - line.s);
			add_escaped(c, str_part(line, 0, n));
			line = str_part(line, n + 1, line.n);
		}
		add_escaped(c, line);
		row_done(c);
		return CSV_ROW;
	}
}

enum csv_result
csv_next(struct csv *c)
{
	if (!c->started && !start(c))
		return CSV_FAILED;
	c->ncells = 0;
	c->complete = false;
	buf_reset(&c->text);
	return c->form == CSV_FORM_CSV ? next_csv(c) : next_tsv(c);
}

const struct str *
csv_cells(const struct csv *c, size_t *n)
{
	*n = c->ncells;
	return c->cell;
}

unsigned long
csv_line(const struct csv *c)
{
	return c->line;
}

const char *
csv_reason(const struct csv *c)
{
	return c->reason;
}

void
csv_put(struct buf *b, struct str cell)
{
	size_t i = 0, from = 0;

	while (i < cell.n && cell.s[i] != ',' && cell.s[i] != '"' &&
	       cell.s[i] != '\n' && cell.s[i] != '\r')
		i++;
	if (i == cell.n) {
		buf_str(b, cell);
		return;
	}
	buf_char(b, '"');
	for (const char *q;
	     (q = cell.n > from ? memchr(cell.s + from, '"', cell.n - from)
				: NULL);
	     from = (size_t)(q - cell.s) + 1) {
		buf_add(b, cell.s + from, (size_t)(q - cell.s) + 1 - from);
		buf_char(b, '"');
	}
	buf_add(b, cell.s + from, cell.n - from);
	buf_char(b, '"');
}
