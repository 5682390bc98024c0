#include "tabular.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "csv.h"

static bool
is_label(const char *s)
{
	const char *first = s;

	while ((*s >= 'a' && *s <= 'z') ||
	       (s > first && ((*s >= '0' && *s <= '9') || *s == '_')))
		s++;
	return s > first && *s == '\0';
}

/* Labels that the doc record has anyway. */
static bool
is_taken(const char *label)
{
	return strcmp(label, "rec") == 0 || strcmp(label, "charset") == 0 ||
	       strcmp(label, "bytes") == 0 || strcmp(label, "repairs") == 0 ||
	       strcmp(label, "published_basis") == 0;
}

/* The place of a label in the list, or -1. */
static int
find(const struct tabular *t, const char *label)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (strcmp(t->field[i].label, label) == 0)
			return (int)i;
	return -1;
}

const char *
tabular_read(struct tabular *t, char *list)
{
	char *label, *column, *save = NULL;

	t->n = 0;
	for (label = strtok_r(list, ",", &save); label;
	     label = strtok_r(NULL, ",", &save)) {
		column = strchr(label, '=');
		if (!column || column[1] == '\0')
			return "a column has the form label=name";
		*column++ = '\0';
		if (!is_label(label))
			return "a label is made of a-z, 0-9 and _";
		if (is_taken(label))
			return "a label that normalize itself writes";
		if (find(t, label) >= 0)
			return "a label occurs twice";
		if (t->n == TABULAR_FIELDS)
			return "too many columns";
		t->field[t->n].label = label;
		t->field[t->n++].column = column;
	}
	return find(t, "text") < 0 ? "no column for text" : NULL;
}

/* Finds the columns in the row that names them; NULL, or one it lacks. */
static const char *
find_columns(struct tabular *t, const struct str *cell, size_t n)
{
	const char *column;
	char *end;
	size_t i, j;

	for (i = 0; i < t->n; i++) {
		column = t->field[i].column;
		for (j = 0; j < n && !str_is(cell[j], column);)
			j++;
		if (j == n) {
			j = strtoul(column, &end, 10) - 1;
			if (*end || j >= n)
				return column;
		}
		t->field[i].index = j;
	}
	return NULL;
}

/* A cell as a field of the doc record: cleaned, in one line. */
static void
add_field(struct intake *in, const char *label, struct str cell)
{
	struct buf value = { 0 };
	struct str line, text;
	const char *why;
	size_t used;
	bool escape;

	if (!source_text(&in->source, cell, in->charset, &why))
		return;
	while (source_line(&in->source, &line))
		while (line.n > 0) {
			text = clean_line(&in->clean, line, &used, &escape);
			if (text.n && value.n)
				buf_char(&value, ' ');
			buf_str(&value, text);
			line = str_part(line, used, line.n);
		}
	if (value.n) {
		article_field(&in->article, label, buf_text(&value));
		if (strcmp(label, "published") == 0)
			article_field(
			    &in->article, "published_basis", STR("argument"));
	}
	buf_free(&value);
}

/* The name of an article without one: that of the table, and the line. */
static void
make_name(struct buf *b, const char *name, unsigned long line)
{
	buf_puts(b, name);
	buf_char(b, ':');
	buf_uint(b, line);
}

/* The line feeds in the cells before this one. */
static unsigned long
lines_before(const struct str *cell, size_t index)
{
	unsigned long lines = 0;
	size_t i, j;

	for (i = 0; i < index; i++)
		for (j = 0; j < cell[i].n; j++)
			lines += cell[i].s[j] == '\n';
	return lines;
}

static void
take_row(struct tabular *t, struct intake *in, const char *name, struct csv *c)
{
	int doc_field = find(t, "doc"), text_field = find(t, "text");
	size_t n, i, text = t->field[text_field].index;
	const struct str *cell = csv_cells(c, &n);
	unsigned long first = csv_line(c);
	struct buf made = { 0 };
	struct str doc = { 0 };
	const char *why = "a row without its text";

	if (doc_field >= 0 && t->field[doc_field].index < n)
		doc = cell[t->field[doc_field].index];
	if (doc.n == 0) {
		make_name(&made, name, first);
		doc = buf_text(&made);
	}
	/* The fields first, since they use the same source. */
	article_begin(&in->article, doc, NULL);
	for (i = 0; i < t->n; i++)
		if ((int)i != doc_field && (int)i != text_field &&
		    t->field[i].index < n)
			add_field(
			    in, t->field[i].label, cell[t->field[i].index]);
	if (text < n &&
	    source_text(&in->source, cell[text], in->charset, &why)) {
		in->article.charset = in->source.charset.name;
		if (csv_is_literal(c))
			first += lines_before(cell, text);
		intake_document(in, name, first, !csv_is_literal(c));
	} else {
		filter_warn(in->f, "%s:%lu: %s", name, first, why);
		article_reject(&in->article, doc, first, why);
	}
	buf_free(&made);
}

static void
take_table(
    struct tabular *t, struct intake *in, const char *name, struct csv *c)
{
	bool named = false;
	const struct str *cell;
	const char *lacking;
	enum csv_result r;
	size_t n;

	while ((r = csv_next(c)) != CSV_END) {
		if (r == CSV_FAILED) {
			filter_warn(in->f, "%s: %s", name, strerror(errno));
			article_reject(
			    &in->article, str_from(name), 0, strerror(errno));
			return;
		}
		if (r == CSV_BROKEN) {
			filter_warn(in->f, "%s:%lu: %s", name, csv_line(c),
			    csv_reason(c));
			article_reject(&in->article, str_from(name),
			    csv_line(c), csv_reason(c));
			continue;
		}
		if (named) {
			take_row(t, in, name, c);
			continue;
		}
		cell = csv_cells(c, &n);
		lacking = find_columns(t, cell, n);
		if (lacking) {
			filter_warn(in->f, "%s: no column '%s'", name, lacking);
			article_reject(&in->article, str_from(name), 0,
			    "a column is missing");
			return;
		}
		named = true;
	}
}

void
tabular_file(struct tabular *t, struct intake *in, const char *name)
{
	int fd = strcmp(name, "-") == 0 ? STDIN_FILENO
					: open(name, O_RDONLY | O_CLOEXEC);
	struct csv *c;

	if (fd < 0) {
		filter_warn(in->f, "%s: %s", name, strerror(errno));
		article_reject(
		    &in->article, str_from(name), 0, strerror(errno));
		return;
	}
	c = csv_open(fd, CSV_FORM_ANY);
	take_table(t, in, name, c);
	csv_close(c);
	if (fd > STDIN_FILENO)
		close(fd);
}
