/*
 * schema: the tables of the dataset and their columns.
 *
 * This is the one place that says which columns a table has, in which order, of
 * which type, with which values and what they mean.  The headers of the CSV
 * files, datapackage.json and the codebook in the manual are made from it.
 */
#ifndef SCHEMA_H
#define SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "str.h"

enum schema_kind {
	SCHEMA_TEXT,	/* words, as written */
	SCHEMA_NAME,	/* an identifier */
	SCHEMA_CODE,	/* one of values */
	SCHEMA_CODES,	/* codes joined by a vertical bar */
	SCHEMA_EDTF,	/* a date, ISO 8601-2 */
	SCHEMA_DATE,	/* a calendar day, YYYY-MM-DD */
	SCHEMA_SPAN,	/* a duration, ISO 8601 (P3D) */
	SCHEMA_INTEGER, /* 0 or more */
	SCHEMA_NUMBER	/* a decimal number, exact */
};

struct schema_column {
	const char *name;
	enum schema_kind kind;
	bool required;
	const char *values; /* joined by blanks, or NULL where it is open */
	const char *about;
};

struct schema {
	const char *type;  /* of the records */
	const char *table; /* the file's name without its suffix */
	const char *about;
	const char *key; /* the columns that identify a row, by blanks */
	const char
	    *parent;	  /* the record type whose key is in the key, or NULL */
	const char *same; /* what dedupe compares, by blanks; or NULL: all that
			   * does not say where the record stands */
	const struct schema_column *column; /* the last has name NULL */
};

/* In the order in which they are shown; the last has type NULL. */
extern const struct schema schema_tables[];

/* The table of a record type, or NULL. */
const struct schema *schema_of(struct str type);

/* A column of the table by its name, or NULL. */
const struct schema_column *schema_column(
    const struct schema *s, struct str name);

/* Why an escaped value does not fit the column, or NULL where it does. */
const char *schema_misfit(const struct schema_column *c, struct str value);

/* Appends the codebook as TSV: table, column, type, values, description; a row
 * without a column describes the table. */
void schema_describe(struct buf *b);

#endif
