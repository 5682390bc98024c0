/*
 * split: the sentences of paragraphs, as records.
 */
#ifndef SPLIT_H
#define SPLIT_H

#include <stdbool.h>

#include "record.h"
#include "str.h"
#include "writer.h"

struct split_options {
	struct str language; /* of what does not tell its own, or missing */
	bool plain;	     /* the text only, a sentence on a line */
};

struct split;

/* Writes to out, which must outlive it, as must the language. */
struct split *split_new(struct writer *out, const struct split_options *o);
void split_free(struct split *w);

/* A rec:doc begins a document: its sentences are counted from 1, and have its
 * publication date. */
void split_doc(struct split *w, const struct record *doc);

/* Writes the sentences of a rec:para; begins a document if its doc is another
 * one than that of the paragraph before. */
void split_para(struct split *w, const struct record *para);

/* Writes those of a line of plain text, which is a document of its own. */
void split_line(struct split *w, struct str text);

#endif
