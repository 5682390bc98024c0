/*
 * word: words compared at a place in a text, without regard to case.
 *
 * Case is folded as letter_lower has it, and fullwidth forms count as their
 * ASCII counterparts.  A blank in a word stands for one or more blanks
 * of any kind in the text.  The text is valid UTF-8.
 */
#ifndef WORD_H
#define WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

/* The folded form of a code point. */
uint32_t word_fold(uint32_t cp);

/* Is it a blank: a space of any width, no-break or not, or a TAB? */
bool word_blank(uint32_t cp);

/* Does it belong to a word: a letter or a digit of a script that parts its
 * words by blanks? */
bool word_letter(uint32_t cp);

/* The code point that ends at byte `end` of the text, end > 0, and where it
 * begins. */
uint32_t word_before(struct str text, size_t end, size_t *begin);

/* If the word, given in folded form, stands at byte `at`: the end of it in the
 * text; else 0. */
size_t word_match(struct str text, size_t at, struct str word);

/* If the word stands before byte `end`: true, and where it begins. */
bool word_match_back(
    struct str text, size_t end, struct str word, size_t *begin);

/* Could a word begin, or end, at this byte? */
bool word_edge(struct str text, size_t at);

/* Past the blanks at, or before, this byte. */
size_t word_skip(struct str text, size_t at);
size_t word_skip_back(struct str text, size_t at);

/* The words that end at the byte `at`, of at most `most` bytes. */
struct str word_run(struct str text, size_t at, size_t most);

#endif
