/*
 * longest: of texts near each other the longest is kept.
 *
 * Which one that is shows only at the end, so the input is spooled to a file
 * and what is kept is written then, in the order of the input.
 */
#ifndef LONGEST_H
#define LONGEST_H

#include <stdbool.h>

#include "filter.h"
#include "item.h"
#include "known.h"

/* least: the bins that agree in near texts.  mark: drop nothing, but mark. */
void dedupe_longest(struct filter *f, struct items *items, struct known *known,
    unsigned least, bool mark);

#endif
