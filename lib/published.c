#include "published.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "buf.h"
#include "edtf.h"
#include "mem.h"
#include "reader.h"

struct row {
	struct str name, date;
};

struct published {
	struct buf text;
	struct row *row;
	size_t n, cap;
};

static int
by_name(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	size_t n = x->name.n < y->name.n ? x->name.n : y->name.n;
	int c = n ? memcmp(x->name.s, y->name.s, n) : 0;

	return c ? c : (x->name.n > y->name.n) - (x->name.n < y->name.n);
}

/* A line "name<TAB>date"; NULL or why it is none. */
static const char *
add_row(struct published *p, struct str line)
{
	const char *tab;
	struct edtf e;
	struct row row;

	if (line.n > 0 && line.s[line.n - 1] == '\r')
		line.n--;
	if (line.n == 0 || line.s[0] == '#')
		return NULL;
	if (!(tab = memchr(line.s, '\t', line.n)))
		return "no TAB between name and date";
	row.name = str_part(line, 0, (size_t)(tab - line.s));
	row.date = str_part(line, row.name.n + 1, line.n);
	tab = row.date.n ? memchr(row.date.s, '\t', row.date.n) : NULL;
	if (tab)
		row.date.n = (size_t)(tab - row.date.s);
	if (!edtf_read(row.date, &e))
		return "the date is no EDTF";
	if (p->n == p->cap) {
		p->cap = mem_room(p->cap, p->n + 1, sizeof *p->row);
		p->row = mem_resize(p->row, p->cap, sizeof *p->row);
	}
	p->row[p->n++] = row;
	return NULL;
}

/* Reads the whole file into p->text; false where it cannot be read. */
static bool
read_text(struct published *p, const char *file)
{
	char chunk[8192];
	size_t n;
	FILE *f = fopen(file, "r");
	bool good;

	if (!f)
		return false;
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_add(&p->text, chunk, n);
	good = !ferror(f);
	fclose(f);
	return good;
}

struct published *
published_read(const char *file, char why[static 128])
{
	struct published *p = mem_zero(1, sizeof *p);
	const char *reason = NULL;
	unsigned long number = 0;
	struct str rest, line;

	if (!read_text(p, file)) {
		snprintf(why, 128, "%s", strerror(errno));
		published_free(p);
		return NULL;
	}
	rest = buf_text(&p->text);
	while (rest.n > 0 && !reason) {
		const char *lf = memchr(rest.s, '\n', rest.n);
		line = str_part(rest, 0, lf ? (size_t)(lf - rest.s) : rest.n);
		rest = str_part(rest, lf ? line.n + 1 : rest.n, rest.n);
		number++;
		reason = add_row(p, line);
	}
	if (reason) {
		snprintf(why, 128, "line %lu: %s", number, reason);
		published_free(p);
		return NULL;
	}
	if (p->n)
		qsort(p->row, p->n, sizeof *p->row, by_name);
	return p;
}

void
published_free(struct published *p)
{
	if (!p)
		return;
	buf_free(&p->text);
	free(p->row);
	free(p);
}

static struct str
find(const struct published *p, struct str name)
{
	struct row key = { .name = name }, *row;

	row =
	    p->n ? bsearch(&key, p->row, p->n, sizeof *p->row, by_name) : NULL;
	return row ? row->date : (struct str){ 0 };
}

struct str
published_get(const struct published *p, struct str name)
{
	struct str date = find(p, name);
	size_t i = name.n;

	if (date.s)
		return date;
	while (i > 0 && name.s[i - 1] != '/')
		i--;
	return i > 0 ? find(p, str_part(name, i, name.n)) : date;
}
