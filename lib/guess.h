/*
 * guess: the charset of a text that has proved not to be UTF-8.
 *
 * The charset that uchardet names and those of lib/lexicon/charsets.tsv are
 * tried on the lines that are not ASCII; the one wins in which they read best:
 * frequent letters and characters (lib/lexicon/readable.tsv), small ones behind
 * small ones, one script in a word, signs where such signs stand.  A few
 * letters are enough.
 */
#ifndef GUESS_H
#define GUESS_H

#include <stdbool.h>

#include "str.h"

/*
 * The best charset, or NULL where the bytes are no text in any.  With maybe,
 * damaged UTF-8 is one of the choices.
 */
const char *guess_charset(struct str s, bool maybe);

#endif
