/*
 * header_when: when an article was published, by all that tells it.
 */
#ifndef HEADER_WHEN_H
#define HEADER_WHEN_H

#include <stdbool.h>
#include <stddef.h>

#include "edtf.h"
#include "header.h"
#include "header_words.h"
#include "str.h"

/* A date that the article may have been published on. */
struct evidence {
	bool known;
	struct edtf_date date;
	const char *basis;
};

/*
 * Fills in published and basis of h: the first whole date counts; a day without
 * a year is completed by the name of the document, or by the only year that the
 * paragraphs name; and these are all where there is nothing else.
 */
void header_when(const struct header_words *words, struct str name,
    const struct header_para *para, size_t npara, const struct evidence *all,
    size_t n, struct header *h);

#endif
