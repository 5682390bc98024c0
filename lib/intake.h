/*
 * intake: a document on its way from bytes to clean paragraphs, as normalize(1)
 * does it.  What is wrong is told as "program: name:line: ..." and counted.
 */
#ifndef INTAKE_H
#define INTAKE_H

#include "article.h"
#include "clean.h"
#include "filter.h"
#include "paragraph.h"
#include "source.h"

struct intake {
	struct filter *f;
	const char *charset; /* of all documents, or NULL */
	struct article article;
	struct source source;
	struct clean clean;
	struct paragraph para;
};

/* A document in a file, "-" for standard input. */
void intake_file(struct intake *in, const char *name);

/*
 * The document that the source has begun to read and whose article is begun;
 * name is that of its file, where its first line is line first, and with
 * one_line it has only that.
 */
void intake_document(
    struct intake *in, const char *name, unsigned long first, bool one_line);

void intake_free(struct intake *in);

#endif
