#include "merge.h"

#include <stdlib.h>

#include "buf.h"
#include "mem.h"
#include "rowscan.h"

/* As sort in the C locale has it. */
static int
compare(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.s, b.s, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

static int
compare_names(const void *a, const void *b)
{
	return compare(*(const struct str *)a, *(const struct str *)b);
}

void
names_read(struct names *names, struct str text)
{
	size_t cap = 0;

	*names = (struct names){ 0 };
	while (text.n > 0) {
		const char *nul = memchr(text.s, '\0', text.n);
		size_t n = nul ? (size_t)(nul - text.s) : text.n;

		if (names->n == cap) {
			cap = mem_room(cap, cap + 1, sizeof *names->name);
			names->name =
			    mem_resize(names->name, cap, sizeof *names->name);
		}
		names->name[names->n++] = str_part(text, 0, n);
		text = str_part(text, n + (nul != NULL), text.n);
	}
	if (names->n > 1)
		qsort(
		    names->name, names->n, sizeof *names->name, compare_names);
}

void
names_free(struct names *names)
{
	free(names->name);
	*names = (struct names){ 0 };
}

static bool
names_have(const struct names *names, struct str name)
{
	return names->n > 0 && bsearch(&name, names->name, names->n,
				   sizeof name, compare_names);
}

/* A table while it is read, run by run: a run is the rows of a document. */
struct source {
	const struct merge_table *table;
	struct rowscan scan;
	struct str ahead; /* the row behind the run; missing at the end */
	struct buf doc, next;
	struct str rows; /* of the run; missing at the end */
	unsigned long n;
};

static void
read_ahead(struct source *s)
{
	if (!rowscan_next(&s->scan, &s->ahead))
		s->ahead = (struct str){ 0 };
}

/* The document of a row, without the quotes of CSV, into b. */
static void
read_doc(const struct source *s, struct str row, struct buf *b)
{
	struct str cell = rowscan_cell(row, s->table->doc_column);
	const char *quote;

	buf_reset(b);
	if (cell.n < 2 || cell.s[0] != '"') {
		buf_str(b, cell);
		return;
	}
	cell = str_part(cell, 1, cell.n - 1);
	while (cell.n > 0 && (quote = memchr(cell.s, '"', cell.n))) {
		size_t n = (size_t)(quote - cell.s) + 1;

		buf_add(b, cell.s, n);
		cell = str_part(cell, n < cell.n ? n + 1 : n, cell.n);
	}
	buf_str(b, cell);
}

static bool
is_wanted(const struct source *s)
{
	const struct names *names = s->table->names;

	return !names ||
	       names_have(names, buf_text(&s->doc)) == s->table->among;
}

/* Reads on to the next run, wanted or not. */
static void
next_run(struct source *s)
{
	if (!s->ahead.s) {
		s->rows = (struct str){ 0 };
		return;
	}
	read_doc(s, s->ahead, &s->doc);
	s->rows = s->ahead;
	s->n = 1;
	for (;;) {
		read_ahead(s);
		if (!s->ahead.s)
			return;
		read_doc(s, s->ahead, &s->next);
		if (compare(buf_text(&s->next), buf_text(&s->doc)) > 0)
			return;
		s->rows.n += s->ahead.n;
		s->n++;
	}
}

static void
next_wanted(struct source *s)
{
	do
		next_run(s);
	while (s->rows.s && !is_wanted(s));
}

static struct source *
first(struct source *s, size_t n)
{
	struct source *least = NULL;

	for (size_t i = 0; i < n; i++)
		if (s[i].rows.s && (!least || compare(buf_text(&s[i].doc),
						  buf_text(&least->doc)) < 0))
			least = &s[i];
	return least;
}

struct merge_count
merge_tables(const struct merge_table *table, size_t n, struct writer *out)
{
	struct source *sources = mem_zero(n, sizeof *sources), *s;
	struct merge_count count = { 0 };

	for (size_t i = 0; i < n; i++) {
		sources[i].table = &table[i];
		rowscan_begin(&sources[i].scan, table[i].rows);
		read_ahead(&sources[i]);
		next_wanted(&sources[i]);
	}
	while ((s = first(sources, n))) {
		writer_str(out, s->rows);
		count.rows += s->n;
		count.bytes += s->rows.n;
		next_wanted(s);
	}
	for (size_t i = 0; i < n; i++) {
		buf_free(&sources[i].doc);
		buf_free(&sources[i].next);
	}
	free(sources);
	return count;
}
