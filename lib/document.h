/*
 * document: the records of one document, held until it is complete.
 *
 * A document is a rec:doc with what follows up to the next one, or paragraphs
 * of the same doc.  To bound the memory only the beginning of a very long one
 * is held.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "record.h"
#include "str.h"

enum { DOCUMENT_MAX = 1 << 20 }; /* bytes that are held */

/* A line, as offsets into the bytes of the document. */
struct document_line {
	size_t from, to;
	size_t value, value_end; /* the escaped text of a paragraph */
	bool para;		 /* a paragraph that has no role yet */
};

struct document {
	struct buf bytes;
	struct document_line *line;
	size_t n, cap;
	struct buf name; /* the escaped doc, empty if there is none */
	bool open;	 /* a document has begun */
	bool has_record; /* its first line is its rec:doc */
};

/* Does this record begin another document? */
bool document_ends(const struct document *d, const struct record *rec);

/* Adds a record, or line of plain text. */
void document_add(struct document *d, const struct record *rec);

static inline bool
document_full(const struct document *d)
{
	return d->bytes.n >= DOCUMENT_MAX;
}

/* The bytes [from, to) of it. */
static inline struct str
document_part(const struct document *d, size_t from, size_t to)
{
	return (struct str){ d->bytes.s + from, to - from };
}

void document_reset(struct document *d);
void document_free(struct document *d);

#endif
