/*
 * rows: the operands of a filter as the rows of CSV tables (RFC 4180) with the
 * names of their columns in the first row.
 *
 * What cannot be read is told as reader does it, and passed over.
 */
#ifndef ROWS_H
#define ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "filter.h"
#include "str.h"

struct rows;

/* The columns are constants, the last one NULL; those of number `needed` and
 * above may be missing.  A table without a needed column is passed over. */
struct rows *rows_open(
    struct filter *f, const char *const *columns, size_t needed);
void rows_close(struct rows *r);

/* The next row, of this table or of one behind it.  False at the end. */
bool rows_next(struct rows *r);

/* Its cell in the column of that number; empty where the table has none.  It
 * holds until the next row. */
struct str rows_cell(const struct rows *r, size_t column);

#endif
