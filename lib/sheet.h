/*
 * sheet: records written as the rows of one table.
 *
 * The styles:
 *
 *   csv          RFC 4180, with LF or (crlf) CRLF; cells are quoted only where
 *                they must be.
 *   tsv          cells joined by TAB, never quoted; \\, \t, \n and \r stand for
 *                backslash, TAB, LF and CR, as in the stream.
 *   spreadsheet  CSV with a byte order mark and CRLF.  A cell in a column of
 *                text gets an apostrophe in front where a spreadsheet would
 *                take it for a formula, a number or a date, or where it begins
 *                with an apostrophe; taking one apostrophe off the front of
 *                each such cell gives back the text.
 */
#ifndef SHEET_H
#define SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "record.h"
#include "schema.h"
#include "str.h"
#include "writer.h"

enum sheet_style { SHEET_CSV, SHEET_CRLF, SHEET_TSV, SHEET_SPREADSHEET };

struct sheet {
	const struct schema *schema; /* NULL: a type that has none */
	enum sheet_style style;
	bool strict;	    /* rows without a required value are told too */
	struct writer *out; /* not its own */
	size_t ncols;
	unsigned long rows;
	unsigned long bytes; /* of the rows, without what is told apart */
	struct sheet_column *column;
	size_t *guess, nguess; /* the column of a record's n-th field */
	struct buf row, text, guarded, told;
};

/* All columns of the schema, or those of a list joined by commas, which must
 * be labels that differ: false where they are not, and then the sheet is of
 * zeros.  The writer must be empty. */
bool sheet_init(struct sheet *s, const struct schema *schema,
    const char *columns, enum sheet_style style, struct writer *out);
void sheet_free(struct sheet *s);

/* Writes the names of the columns. */
void sheet_header(struct sheet *s);

/*
 * Writes a record as a row.  Returns what is wrong with its values, until the
 * next call, or NULL where nothing is.  The row is written in any case.
 */
const char *sheet_row(struct sheet *s, const struct record *rec);

/* Would a spreadsheet take this text for something else? */
bool sheet_is_risky(struct str text);

#endif
