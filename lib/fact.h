/*
 * fact: from a sentence's mentions to the facts that it states.
 *
 * The rules are lang/LANG/facts.tsv and facts.pcre.  What a document has told
 * so far (its countries, the event named last) is kept from sentence to
 * sentence: sentences come in the order of their documents.
 *
 * A sentence of more than FACT_BYTES bytes or FACT_MENTIONS mentions is no
 * sentence of an article, and has no facts.
 */
#ifndef FACT_H
#define FACT_H

#include <stddef.h>

#include "buf.h"
#include "mention.h"

enum { FACT_BYTES = 8192, FACT_MENTIONS = 400 };

struct linker;

struct linker *linker_new(void);
void linker_free(struct linker *l);

/* Appends the rec:fact records of the sentence to out. */
void linker_link(struct linker *l, const struct sentence *s, struct buf *out);

#endif
