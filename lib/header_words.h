/*
 * header_words: the words of the lines around an article that are no prose.
 *
 * They come from lang/LANG/header.tsv, of all languages together, since the
 * head of an article may be in another one than its text; and the names of
 * publishers from lexicon/publishers.tsv.  Case does not count.
 */
#ifndef HEADER_WORDS_H
#define HEADER_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

enum header_where {
	HEADER_KEY,   /* before a colon */
	HEADER_LEAD,  /* begins a line, without a colon */
	HEADER_LINE,  /* a whole line */
	HEADER_START, /* begins a paragraph behind the article */
	HEADER_CLOSE, /* ends one */
	HEADER_MARK,  /* behind the last sentence */
	HEADER_LABEL, /* looks like the place of a dateline, but is none */
	HEADER_DUE,   /* before a year that is not that of the article */
	HEADER_NAME,  /* a publisher */
	HEADER_WHERES
};

enum header_meaning {
	HEADER_OTHER,
	HEADER_TITLE,
	HEADER_DATE,
	HEADER_UPDATED,
	HEADER_PUBLISHER,
	HEADER_AUTHOR,
	HEADER_PLACE,
	HEADER_CAPTION,
	HEADER_LINK
};

struct header_words;

struct header_words *header_words_new(void);
void header_words_free(struct header_words *w);

/* Is the text one of the words?  Its meaning in *m. */
bool header_word(const struct header_words *w, enum header_where where,
    struct str text, enum header_meaning *m);

/* The bytes of the longest words that the text begins with, up to the end of
 * a word; 0 if there are none. */
size_t header_prefix(const struct header_words *w, enum header_where where,
    struct str text, enum header_meaning *m);

/* The same at the end of the text. */
size_t header_suffix(
    const struct header_words *w, enum header_where where, struct str text);

#endif
