/*
 * article: a document and its paragraphs, written as records.
 *
 * The doc record comes first but tells what is known at the end only, so the
 * records of a document are held back until then, up to a mebibyte.  The doc
 * record of a longer one goes without bytes and repairs.
 */
#ifndef ARTICLE_H
#define ARTICLE_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "str.h"
#include "writer.h"

struct article {
	struct writer *out;
	bool plain; /* the text of the paragraphs only, a line for each */

	struct buf doc;	   /* its name, escaped */
	struct buf fields; /* more fields of its record, as they are written */
	struct buf held;
	bool holding;
	const char *charset;
	unsigned long para;
};

/* Begins a document; charset is kept, and may also be set later. */
void article_begin(struct article *a, struct str doc, const char *charset);

/* A further field of its record, before the first paragraph. */
void article_field(struct article *a, const char *label, struct str value);

/* A paragraph; escape: there may be something to escape in the text. */
void article_para(
    struct article *a, unsigned long line, struct str text, bool escape);

void article_end(struct article *a, size_t bytes, unsigned long repairs);

/* A document of which nothing can be read; line: where it begins, or 0. */
void article_reject(
    struct article *a, struct str doc, unsigned long line, const char *reason);

void article_free(struct article *a);

#endif
