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
#include "str.h"

/*
 * The next sentence of text at or behind byte *at, which is moved to its end.
 * It begins and ends with no blank; false when only blanks are left.  The text
 * is valid UTF-8, and the sentences of it, joined, lack nothing but blanks.
 */
bool sentence_next(const struct splitter *sp, struct str text, size_t *at,
    struct str *sentence);

#endif
