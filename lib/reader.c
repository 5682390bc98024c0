#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "emit.h"
#include "mem.h"
#include "utf8.h"

enum { BLOCK = 256 * 1024 };

static char *const standard_input[] = { "-", NULL };

void
reader_init(struct reader *r, const char *program, char *const *operands)
{
	*r = (struct reader){ .program = program, .fd = -1 };
	r->operand = *operands ? operands : standard_input;
	r->cap = BLOCK;
	r->block = mem_alloc(r->cap);
}

void
reader_free(struct reader *r)
{
	free(r->block);
	record_free(&r->rec);
	record_free(&r->ahead);
	buf_free(&r->reject);
	*r = (struct reader){ .fd = -1 };
}

void
reader_fail(struct reader *r)
{
	fprintf(stderr, "%s: %s: %s\n", r->program, r->name, strerror(errno));
	r->damage++;
}

void
reader_complain(struct reader *r, const char *reason)
{
	fprintf(
	    stderr, "%s: %s:%lu: %s\n", r->program, r->name, r->line, reason);
	r->damage++;
}

bool
reader_open(struct reader *r)
{
	if (r->fd > STDIN_FILENO)
		close(r->fd);
	r->fd = -1;
	while (r->fd < 0 && *r->operand) {
		r->name = *r->operand++;
		if (strcmp(r->name, "-") == 0)
			r->fd = STDIN_FILENO;
		else
			r->fd = open(r->name, O_RDONLY | O_CLOEXEC);
		if (r->fd < 0)
			reader_fail(r);
	}
	r->ended = false;
	r->line = r->mentions = 0;
	r->begin = r->end = r->clean = 0;
	return r->fd >= 0;
}

/* Reads on; moves what is left to the front.  False where the input ends. */
static bool
fill(struct reader *r)
{
	ssize_t n;

	if (r->ended)
		return false;
	memmove(r->block, r->block + r->begin, r->end - r->begin);
	r->end -= r->begin;
	r->clean -= r->clean < r->begin ? r->clean : r->begin;
	r->begin = 0;
	if (r->cap - r->end < BLOCK / 4) {
		r->cap = mem_room(r->cap, r->cap + 1, 1);
		r->block = mem_resize(r->block, r->cap, 1);
	}
	do
		n = read(r->fd, r->block + r->end, r->cap - r->end);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		reader_fail(r);
	if (n > 0) {
		r->end += (size_t)n;
		return true;
	}
	r->ended = true;
	/* There is room for it, and then every line has its LF. */
	if (r->end > 0 && r->block[r->end - 1] != '\n')
		r->block[r->end++] = '\n';
	return false;
}

/*
 * The line that begins at bytes behind r->begin, and in *next where the one
 * after it does.  Reading on moves the block, so what pointed into it before
 * is lost; offsets from r->begin hold.
 */
static bool
line_at(struct reader *r, size_t at, struct str *line, size_t *next)
{
	size_t scanned = at;
	const char *from, *lf;

	do {
		from = r->block + r->begin;
		lf = memchr(from + scanned, '\n', r->end - r->begin - scanned);
		if (lf) {
			*line =
			    (struct str){ from + at, (size_t)(lf - from) - at };
			*next = at + line->n + 1;
			return true;
		}
		scanned = r->end - r->begin;
	} while (fill(r) || r->end - r->begin > scanned);
	return false;
}

/* The next line, not yet handed out, of this input or of one behind it. */
static bool
first_line(struct reader *r, struct str *line, size_t *next)
{
	r->line += r->mentions;
	r->mentions = 0;
	while (r->fd < 0 || !line_at(r, 0, line, next))
		if (!reader_open(r))
			return false;
	r->line++;
	return true;
}

bool
reader_line(struct reader *r, struct str *line)
{
	size_t next;

	if (!first_line(r, line, &next))
		return false;
	r->begin += next;
	return true;
}

/* Is this line of the block valid UTF-8 without NUL?  Checks by the block. */
static bool
is_clean(struct reader *r, struct str line)
{
	size_t start = (size_t)(line.s - r->block), end = start + line.n;

	if (end <= r->clean)
		return true;
	if (start < r->clean)
		start = r->clean;
	r->clean = start + utf8_valid(r->block + start, r->end - start);
	return end <= r->clean;
}

/* Takes the line apart; NULL, or why it is broken. */
static const char *
take(struct reader *r, struct str line, struct record *rec)
{
	if (!is_clean(r, line))
		return memchr(line.s, '\0', line.n) ? "a NUL byte"
						    : "invalid UTF-8";
	return record_parse(rec, line);
}

/* Appends s with U+FFFD for every byte that is no UTF-8, and escaped. */
static void
add_repaired(struct buf *b, struct str s)
{
	size_t i, n;

	for (i = 0; i < s.n; i += n + 1) {
		n = utf8_valid(s.s + i, s.n - i);
		record_escape(b, str_part(s, i, i + n));
		if (i + n < s.n)
			buf_puts(b, "\xEF\xBF\xBD");
	}
}

static void
reject(struct reader *r, struct str line, const char *why)
{
	struct buf *b = &r->reject;

	reader_complain(r, why);
	if (!r->rejects)
		return;
	buf_reset(b);
	emit_begin(b, "reject");
	buf_puts(b, "\tdoc:");
	add_repaired(b, str_from(r->name));
	emit_uint(b, "line", r->line);
	emit_text(b, "stage", str_from(r->program));
	emit_text(b, "reason", str_from(why));
	buf_puts(b, "\ttext:");
	add_repaired(b, line);
	emit_end(b);
	writer_str(r->rejects, buf_text(b));
}

/* The next line that is no broken record, taken apart into r->rec. */
static bool
first_record(struct reader *r, size_t *next)
{
	const char *why;
	struct str line;

	while (first_line(r, &line, next)) {
		why = take(r, line, &r->rec);
		if (!why)
			return true;
		reject(r, line, why);
		r->begin += *next;
	}
	return false;
}

struct record *
reader_next(struct reader *r)
{
	size_t next;

	if (!first_record(r, &next))
		return NULL;
	r->begin += next;
	return &r->rec;
}

static bool
starts_with(struct str line, struct str prefix)
{
	return line.n >= prefix.n && memcmp(line.s, prefix.s, prefix.n) == 0;
}

/* Is this line a mention of the sentence in r->rec? */
static bool
belongs(struct reader *r, struct str line)
{
	if (!record_starts(line) || starts_with(line, STR("rec:sent\t")))
		return false;
	if (take(r, line, &r->ahead))
		return false;
	return str_eq(
		   record_get(&r->ahead, "doc"), record_get(&r->rec, "doc")) &&
	       str_eq(
		   record_get(&r->ahead, "sent"), record_get(&r->rec, "sent"));
}

bool
reader_group(struct reader *r, struct group *g)
{
	size_t head, at, next;
	const char *where;
	struct str line;

	if (!first_record(r, &head))
		return false;
	at = head;
	where = r->rec.line.s;
	if (r->rec.type.n == 0 || record_is(&r->rec, "sent")) {
		while (line_at(r, at, &line, &next)) {
			if (where != r->block + r->begin) {
				where = r->block + r->begin;
				record_parse(
				    &r->rec, (struct str){ where, head - 1 });
			}
			if (!belongs(r, line))
				break;
			at = next;
			r->mentions++;
		}
	}
	where = r->block + r->begin;
	if (r->rec.line.s != where)
		record_parse(&r->rec, (struct str){ where, head - 1 });
	g->head = &r->rec;
	g->all = (struct str){ where, at };
	g->mentions = str_part(g->all, head, at);
	r->begin += at;
	return true;
}

bool
group_line(struct str *lines, struct str *line)
{
	const char *lf;

	if (lines->n == 0)
		return false;
	lf = memchr(lines->s, '\n', lines->n);
	*line = str_part(*lines, 0, (size_t)(lf - lines->s));
	*lines = str_part(*lines, line->n + 1, lines->n);
	return true;
}
