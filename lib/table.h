/*
 * table: TSV with a comment line that names its columns, as under lib/lang/
 * and lib/lexicon/.
 *
 * Lines that begin with "#" are comments; the first comment line whose words
 * are joined by TAB names the columns ("# code<TAB>name<TAB>minor").  Blank
 * lines are skipped.  Cells have no escapes and no quotes; a short row has
 * empty cells at its end.
 */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

struct table {
	const char *name; /* for messages */
	size_t ncols, nrows;
	struct str *column; /* the names of the columns */
	struct str *cell;   /* row by row */
	unsigned *line;	    /* of each row in the file, from 1 */
};

/*
 * Reads a table from text, which must outlive it (as must name).  False, with
 * a reason ("line 7: ...") in why, where a row has more cells than the table
 * has columns or no column is named.
 */
bool table_read(
    struct table *t, struct str text, const char *name, char why[static 128]);

/* A compiled-in table ("lang/en/months.tsv"); a defect in it aborts. */
const struct table *table_builtin(const char *path);

/* The number of a column, or -1. */
int table_column(const struct table *t, const char *name);

static inline struct str
table_cell(const struct table *t, size_t row, size_t col)
{
	return t->cell[row * t->ncols + col];
}

void table_free(struct table *t);

#endif
