/*
 * mojibake: UTF-8 that was read in another charset, put right.
 *
 * "KazakhstanвЂ™s" and "â€œtradeâ€" are repaired sequence by sequence, so also
 * where one word of a line is hit, and layer by layer, where it happened twice.
 * Known are the charsets of lib/lexicon/codepages.tsv.  A sequence is repaired
 * only if what stands there is odd (a sign within a word, a capital behind a
 * small letter) and what it stands for fits in: a letter in use, of the case
 * and the script around it.  Text that is merely unusual is left alone.
 *
 * Also known are the bytes that get lost: A0, taken for a blank ("â– " for
 * U+25A0), and 9D, which windows-1252 does not have ("â€" for a closing
 * quotation mark).
 *
 * The idea to weigh the oddness of both readings is that of ftfy by Robyn
 * Speer.
 */
#ifndef MOJIBAKE_H
#define MOJIBAKE_H

#include <stdbool.h>

#include "buf.h"
#include "str.h"

/* Appends the line, valid UTF-8, to out with its mojibake repaired, and adds
 * the number of sequences to *repairs.  False, and nothing appended, where
 * there is none. */
bool mojibake_repair(struct str line, struct buf *out, unsigned long *repairs);

/* Sets the bits KIND_LEAD, KIND_LEAD3, KIND_TAIL, KIND_LOST of kind.h in a
 * table of the code points up to U+FFFF: without a LEAD before a TAIL (or a
 * LEAD3 before two), or a LOST before a blank or the end, there is none. */
void mojibake_kinds(unsigned char *table);

#endif
