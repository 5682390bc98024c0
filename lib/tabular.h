/*
 * tabular: articles in the rows of a table, CSV or TSV.
 *
 * A list "text=body,doc=id,published=date" tells which columns hold what: text
 * the article, doc its name; any other label becomes a field of the doc record,
 * and published gets published_basis:argument.  The first row names the
 * columns; a column may also be given by its number, from 1.
 */
#ifndef TABULAR_H
#define TABULAR_H

#include "intake.h"

enum { TABULAR_FIELDS = 32 };

struct tabular {
	size_t n;
	struct {
		const char *label, *column;
		size_t index; /* in the current table */
	} field[TABULAR_FIELDS];
};

/* Reads the list, which is changed and kept.  NULL, or what is wrong. */
const char *tabular_read(struct tabular *t, char *list);

/* Takes in the articles of a table, "-" for standard input. */
void tabular_file(struct tabular *t, struct intake *in, const char *name);

#endif
