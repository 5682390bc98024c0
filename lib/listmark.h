/*
 * listmark: the marks of a list whose items stand in one paragraph.
 *
 *	1. Trade grows 2. Ports open      (a) trade (b) ports
 *	1) Trade grows 2) Ports open      • 9. Trade • 10. Ports
 */
#ifndef LISTMARK_H
#define LISTMARK_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

struct listmark {
	size_t from, to;	   /* the bytes of the mark */
	struct str before, behind; /* of its number or letter */
	int number;		   /* or -1 */
	char letter;		   /* or 0 */
};

/* The mark that begins at byte at and ends before a blank; false if none. */
bool listmark_read(struct str text, size_t at, struct listmark *m);

/* Where the mark of the next item begins in [m->to, to), or to. */
size_t listmark_next(struct str text, const struct listmark *m, size_t to);

#endif
