/*
 * mention: the loop of the programs that add mentions to sentences.
 *
 * A sentence is a rec:sent record or a line of plain text.  The loop copies
 * the stream, calls find for every sentence, and puts the records that find
 * emits behind the mentions which the sentence has already.
 */
#ifndef MENTION_H
#define MENTION_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "filter.h"
#include "str.h"

/* A place in a text, in bytes and in code points. */
struct place {
	size_t byte, cp;
};

struct sentence {
	struct str text;	    /* without escapes */
	struct str doc, sent, line; /* escaped; missing in plain text */
	struct str lang, published; /* missing where not known */
	struct str published_basis;
	struct str mentions; /* the records it has already: see group_line */
	struct place *place; /* where mention_begin counted last */
	bool new_doc;	     /* not of the same document as the one before;
			      * every line of plain text is a document */
};

/* Appends the mentions of s to out, by mention_begin and emit_*. */
typedef void mention_find(
    void *self, const struct sentence *s, struct buf *out);

/* Runs the loop.  With only, the stream is left out: mentions alone. */
void mention_run(struct filter *f, mention_find *find, void *self, bool only);

/*
 * Begins a mention of bytes [from, to) of the sentence's text: emits type, doc,
 * sent, start and end (in code points) and text.  Code points are counted on
 * from the mention before, so mentions in the order of the text cost linear
 * time.
 */
void mention_begin(struct buf *out, const char *type, const struct sentence *s,
    size_t from, size_t to);

#endif
