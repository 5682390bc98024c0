/*
 * guess: the charset of a text that has proved not to be UTF-8.
 *
 * uchardet names one charset, a short list names the common ones; what wins is
 * the charset in which the text reads best: letters that are frequent in their
 * script, lower case behind lower case, signs where such signs stand.
 */
#ifndef GUESS_H
#define GUESS_H

#include "str.h"

/* "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE" where the bytes look like
 * it, else NULL. */
const char *guess_wide(struct str s);

/* The best charset; never NULL. */
const char *guess_charset(struct str s);

#endif
