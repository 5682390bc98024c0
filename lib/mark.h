/*
 * mark: items written with what dedupe found out about them.
 */
#ifndef MARK_H
#define MARK_H

#include <stdbool.h>

#include "item.h"
#include "str.h"
#include "writer.h"

struct mark {
	bool dup;	  /* it was there before; */
	struct str first; /* this is the one that was */
	bool near;	  /* it was found by its similarity: */
	unsigned bins;	  /* of the signatures, that agree */
};

/*
 * Writes the lines of an item, and adds to the first, where they are not there
 * yet, dup_of and similarity, and in facts claim: the id of the first that
 * claims the same, which may be the fact itself.
 */
void mark_write(
    struct writer *w, const struct item *item, const struct mark *m);

#endif
