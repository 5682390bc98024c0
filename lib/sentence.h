/*
 * sentence: where the sentences of a paragraph end.
 *
 * Every stop (. ! ? … and those of other scripts) is looked at once, with the
 * word before it, the brackets and quotation marks that close after it, and
 * what stands behind: UAX #29 with the words of a language (see splitter).
 * Nothing looks further than a bounded number of bytes, so the time is linear.
 */
#ifndef SENTENCE_H
#define SENTENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "splitter.h"
#include "stop.h"
#include "str.h"

/* A way through the sentences of a text. */
struct sentences {
	const struct splitter *sp;
	struct str text;
	size_t at; /* behind the last sentence */
	struct stops stops;
};

/* Begins at byte from of a text, which is valid UTF-8. */
void sentences_init(struct sentences *it, const struct splitter *sp,
    struct str text, size_t from);

/*
 * The next sentence; false when only blanks are left.  It begins and ends with
 * no blank, and all of them, joined, lack nothing but blanks.
 */
bool sentence_next(struct sentences *it, struct str *sentence);

#endif
