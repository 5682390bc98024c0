/*
 * hyphen: a word that is broken at the end of a line, put together.
 *
 * The hyphen stays where it belongs to the word ("long-" "term"), and goes
 * where the line alone made it ("coopera-" "tion").  Which it is, is told by
 * the other words of the text, and by those that make compounds:
 * lang/LANG/compounds.tsv.
 */
#ifndef HYPHEN_H
#define HYPHEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

struct hyphen {
	struct buf text; /* whose words are learnt when they are needed */
	uint32_t *word;	 /* their hashes; 0: none */
	size_t slots;
	bool learnt;
};

/* From now on the other words are those of this text, which is copied. */
void hyphen_begin(struct hyphen *h, struct str text);

/* before ends in a hyphen, after goes on with it: does the hyphen stay? */
bool hyphen_stays(struct hyphen *h, struct str before, struct str after);

void hyphen_free(struct hyphen *h);

#endif
