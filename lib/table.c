#include "table.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "data.h"
#include "mem.h"

/* Takes the text up to the separator, or all, off the front of s. */
static struct str
cut(struct str *s, char separator)
{
	const char *at = s->n ? memchr(s->s, separator, s->n) : NULL;
	size_t n = at ? (size_t)(at - s->s) : s->n;
	struct str part = str_part(*s, 0, n);

	*s = str_part(*s, at ? n + 1 : n, s->n);
	return part;
}

static size_t
count(struct str s, char c)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += s.s[i] == c;
	return n;
}

/* The names of the columns: from the first comment with a TAB; a table
 * without one has the single column "word". */
static void
name_columns(struct table *t, struct str text)
{
	struct str line, names = STR("word");

	while (text.n) {
		line = cut(&text, '\n');
		if (line.n && line.s[0] == '#' && count(line, '\t')) {
			names = str_part(line, 1, line.n);
			while (names.n && names.s[0] == ' ')
				names = str_part(names, 1, names.n);
			break;
		}
	}
	t->column = mem_resize(NULL, count(names, '\t') + 1, sizeof *t->column);
	do
		t->column[t->ncols++] = cut(&names, '\t');
	while (names.n);
}

bool
table_read(
    struct table *t, struct str text, const char *name, char why[static 128])
{
	size_t lines = count(text, '\n') + 1, i;
	unsigned number = 0;
	struct str line;

	*t = (struct table){ .name = name };
	name_columns(t, text);
	if (lines > SIZE_MAX / t->ncols)
		mem_out();
	t->cell = mem_resize(NULL, lines * t->ncols, sizeof *t->cell);
	t->line = mem_resize(NULL, lines, sizeof *t->line);
	while (text.n) {
		line = cut(&text, '\n');
		number++;
		if (line.n && line.s[line.n - 1] == '\r')
			line.n--;
		if (line.n == 0 || line.s[0] == '#')
			continue;
		if (count(line, '\t') >= t->ncols) {
			snprintf(why, 128,
			    "line %u: more cells than the %zu columns", number,
			    t->ncols);
			table_free(t);
			return false;
		}
		t->line[t->nrows] = number;
		for (i = 0; i < t->ncols; i++)
			t->cell[t->nrows * t->ncols + i] = cut(&line, '\t');
		t->nrows++;
	}
	return true;
}

const struct table *
table_builtin(const char *path)
{
	static struct cached {
		struct table table;
		struct cached *next;
	} * cache;
	struct cached *c;
	char why[128];

	for (c = cache; c; c = c->next)
		if (strcmp(c->table.name, path) == 0)
			return &c->table;
	c = mem_zero(1, sizeof *c);
	if (!data_get(path).s || !table_read(&c->table, data_get(path),
				     mem_copy(path, strlen(path)), why)) {
		fprintf(stderr, "%s: %s\n", path,
		    data_get(path).s ? why : "no such table");
		abort();
	}
	c->next = cache;
	cache = c;
	return &c->table;
}

int
table_column(const struct table *t, const char *name)
{
	size_t i;

	for (i = 0; i < t->ncols; i++)
		if (str_is(t->column[i], name))
			return (int)i;
	return -1;
}

void
table_free(struct table *t)
{
	free(t->column);
	free(t->cell);
	free(t->line);
	*t = (struct table){ 0 };
}
