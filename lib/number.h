/*
 * number: the value of a number as people write it in a language.
 *
 * Digits with grouping ("1,234,567.89", "13 009", "12,34,567"), words ("one
 * hundred and fifty"), fractions ("1 1/2", "half a"), and the scales behind
 * them ("66.4 billion", "2.5k", "five lakh crore").  The words of a language
 * are lang/LANG/numbers.tsv, how a number looks is lang/LANG/number.pcre.
 */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>

#include "decimal.h"
#include "pattern.h"
#include "str.h"

/*
 * Reads text, the whole of which is one number ("half a billion").  False if
 * it is none, or one without an exact decimal value.
 */
bool number_read(struct str lang, struct str text, struct decimal *out);

/*
 * The power of ten of the scale word that a number ends with, or 0: 9 for
 * "66.4 billion".
 */
int number_scale(struct str lang, struct str text);

/*
 * Adds to g the parts that lang/LANG/number.pcre defines, on the words of
 * numbers.tsv.  Every language has
 *	{{number}}	any number: digits or words, fraction, scale
 *	{{digits}}	digits with their grouping and decimals
 *	{{number_words}}	a number in words, with scales
 *	{{scale}}	one scale word or more ("thousand billion")
 * and the groups in them are named n_..., for calls within a part.
 */
void number_grammar(struct grammar *g, struct str lang);

#endif
