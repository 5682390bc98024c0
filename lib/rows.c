#include "rows.h"

#include <stdio.h>
#include <stdlib.h>

#include "csv.h"
#include "mem.h"

enum { NOWHERE = -1 };

struct rows {
	struct filter *f;
	const char *const *name; /* of the columns asked for */
	size_t needed, n;
	int *place; /* of each in the table, or NOWHERE */
	struct csv *csv;
	const struct str *cell; /* of the row */
	size_t ncells;
};

struct rows *
rows_open(struct filter *f, const char *const *columns, size_t needed)
{
	struct rows *r = mem_zero(1, sizeof *r);

	r->f = f;
	r->name = columns;
	r->needed = needed;
	while (columns[r->n])
		r->n++;
	r->place = mem_zero(r->n, sizeof *r->place);
	return r;
}

void
rows_close(struct rows *r)
{
	if (r->csv)
		csv_close(r->csv);
	free(r->place);
	free(r);
}

/* A row that is one; what is none is told.  False at the end of the table. */
static bool
whole_row(struct rows *r)
{
	for (;;) {
		enum csv_result result = csv_next(r->csv);

		r->f->in.line = csv_line(r->csv);
		r->cell = csv_cells(r->csv, &r->ncells);
		switch (result) {
		case CSV_ROW: return true;
		case CSV_END: return false;
		case CSV_FAILED: reader_fail(&r->f->in); return false;
		case CSV_BROKEN: reader_complain(&r->f->in, csv_reason(r->csv));
		}
	}
}

static int
find(const struct rows *r, const char *name)
{
	for (size_t i = 0; i < r->ncells; i++)
		if (str_is(r->cell[i], name))
			return (int)i;
	return NOWHERE;
}

/* Reads the names of the columns.  False where the table is of no use. */
static bool
head(struct rows *r)
{
	if (!whole_row(r))
		return false;
	for (size_t i = 0; i < r->n; i++) {
		r->place[i] = find(r, r->name[i]);
		if (r->place[i] != NOWHERE || i >= r->needed)
			continue;
		filter_warn(
		    r->f, "%s: no column %s", r->f->in.name, r->name[i]);
		return false;
	}
	return true;
}

bool
rows_next(struct rows *r)
{
	while (!r->csv || !whole_row(r)) {
		if (r->csv)
			csv_close(r->csv);
		r->csv = NULL;
		if (!reader_open(&r->f->in))
			return false;
		r->csv = csv_open(r->f->in.fd, CSV_FORM_CSV);
		if (!head(r)) {
			csv_close(r->csv);
			r->csv = NULL;
		}
	}
	return true;
}

struct str
rows_cell(const struct rows *r, size_t column)
{
	int i = r->place[column];

	if (i == NOWHERE || (size_t)i >= r->ncells)
		return STR("");
	return r->cell[i];
}
