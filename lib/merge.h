/*
 * merge: CSV tables of the same columns put together, document by document.
 *
 * The rows of a table stand sorted by document (by the bytes of its name), and
 * so do those of the merged one; where several tables have a document, the
 * rows of the first table come first.  A row out of order belongs to the
 * document before it.  Rows are copied as they stand.
 */
#ifndef MERGE_H
#define MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"
#include "writer.h"

/* A set of names. */
struct names {
	struct str *name; /* sorted */
	size_t n;
};

/* From a text in which each name ends with NUL; it must outlive the set. */
void names_read(struct names *names, struct str text);
void names_free(struct names *names);

struct merge_table {
	struct str rows;   /* without the header */
	size_t doc_column; /* the number of the column, from 0 */
	/* If not NULL: take only the documents that are among these names, or
	 * that are not. */
	const struct names *names;
	bool among;
};

struct merge_count {
	unsigned long rows, bytes;
};

struct merge_count merge_tables(
    const struct merge_table *table, size_t n, struct writer *out);

#endif
