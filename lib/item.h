/*
 * item: records with what belongs to them, as dedupe compares them.
 *
 * An item is a record of one type and the records behind it that go where it
 * goes: with a document all that is about it; with a paragraph its sentences;
 * with a sentence its mentions and facts.  All other lines are items of no
 * interest.
 */
#ifndef ITEM_H
#define ITEM_H

#include <stdbool.h>
#include <stddef.h>

#include "filter.h"
#include "schema.h"

struct item {
	bool compared;	    /* is it of the type? */
	struct str lines;   /* all of it, each line with its LF */
	size_t head;	    /* the length of the first line, without its LF */
	struct str key;	    /* what is compared; missing: it equals nothing */
	struct str id;	    /* its key in the schema, joined by ":" */
	bool marked;	    /* it has a dup_of */
	bool fact, claimed; /* it is a fact; it has a claim */
};

struct items {
	struct filter *f;
	const char *type; /* NULL: every line is an item */
	const struct schema *schema;
	const char *labels; /* compared ones, joined by commas; or NULL */
	bool body;	    /* of documents compare the body alone */

	enum { ITEM_ALONE, ITEM_DOC, ITEM_PARA, ITEM_SENT } level;
	struct record *ahead;  /* read, but not of this item */
	struct writer rejects; /* broken records, in memory */
	struct buf lines, key, id, room;
	struct buf doc, para, sent;	 /* of the head */
	struct buf paras, bodies, sents; /* the texts of a document */
};

/*
 * labels: what is compared, joined by commas; NULL: what the schema says, and
 * in types without one all that does not say where the record stands.  A record
 * that has none of it equals nothing.  body: documents are compared by their
 * text without title, header and footer, where extract-header has marked them.
 */
void items_init(struct items *it, struct filter *f, const char *type,
    const char *labels, bool body);
void items_free(struct items *it);

/* The next item, which holds until the next call.  False at the end. */
bool items_next(struct items *it, struct item *item);

#endif
