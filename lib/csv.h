/*
 * csv: tables of text, read and written (RFC 4180, and TSV).
 *
 * CSV is as RFC 4180 has it: cells joined by commas, those that hold a comma, a
 * double quote, CR or LF in double quotes, double quotes in them doubled.  Rows
 * end with LF, CRLF or CR when read.
 *
 * TSV has no quotes: cells are joined by TAB, rows end with LF or CRLF, and a
 * backslash, TAB, LF or CR in a cell is written \\, \t, \n, \r, as in Miller
 * and in the COPY of PostgreSQL.
 */
#ifndef CSV_H
#define CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "str.h"

/*
 * CSV_FORM_ANY: what the head of the input looks like.  It is TSV if there is a
 * TAB in the first line; TSV with quotes, as spreadsheets write it, if then
 * some lines have another number of TABs or doubled quotes; and CSV else, with
 * semicolons if there are more of them than commas.
 */
enum csv_form { CSV_FORM_CSV, CSV_FORM_TSV, CSV_FORM_ANY };

struct csv;

/* Reads from a descriptor, which stays the caller's, or from a text, which must
 * outlive the reader.  A byte order mark at the beginning is passed over. */
struct csv *csv_open(int fd, enum csv_form form);
struct csv *csv_open_text(struct str text, enum csv_form form);
void csv_close(struct csv *c);

enum csv_result {
	CSV_END,    /* no more rows */
	CSV_ROW,    /* a row */
	CSV_BROKEN, /* a row that is none: it was passed over; see csv_reason */
	CSV_FAILED  /* reading failed: errno says why */
};

/*
 * The next row.  Its cells, of any bytes and without quotes or escapes, hold
 * until the next call.  Empty lines are passed over.
 */
enum csv_result csv_next(struct csv *c);

/* Of the last row: its cells, and the line of the input where it begins. */
const struct str *csv_cells(const struct csv *c, size_t *n);
unsigned long csv_line(const struct csv *c);

/* Are line feeds in the cells line feeds of the input, or were they escaped? */
bool csv_is_literal(const struct csv *c);

/* Why the last row is broken: a constant. */
const char *csv_reason(const struct csv *c);

/* No row may be longer than this; what is, is broken. */
enum { CSV_ROW_MAX = 1 << 28 };

/* Appends a cell as it stands in CSV: quoted where it must be. */
void csv_put(struct buf *b, struct str cell);

#endif
