/*
 * published: a table of documents and when they were published, from outside.
 *
 * Lines of the name of a document, a TAB and an EDTF value; what stands behind
 * another TAB is passed over, as are blank lines and those that begin with #.
 */
#ifndef PUBLISHED_H
#define PUBLISHED_H

#include "str.h"

struct published;

/* Reads the file.  NULL with a reason in why where it cannot be read or a line
 * is broken. */
struct published *published_read(const char *file, char why[static 128]);
void published_free(struct published *p);

/* The date of a document, by its whole name, or else by the part behind its
 * last slash; a missing str if it is not in the table. */
struct str published_get(const struct published *p, struct str name);

#endif
