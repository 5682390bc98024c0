/*
 * stop: the signs that may end a sentence.
 *
 * A stop is a run of . ! ? … and those of other scripts, with the quotation
 * marks, brackets and marks of footnotes that close behind it.
 */
#ifndef STOP_H
#define STOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

struct stop {
	size_t from; /* its first byte */
	size_t run;  /* behind the last of its signs */
	size_t end;  /* behind what closes after it: where a sentence may end */
	bool dot;    /* a single full stop */
	bool ellipsis; /* … or three dots or more */
	bool full;     /* an ellipsis with a stop of its own: "...." */
	bool wide;     /* 。 and its kin, which need no blank behind them */
	bool quote;    /* a quotation closes after it */
};

/* A way through the stops of a text. */
struct stops {
	struct str text;
	size_t block;  /* where the 64 bytes begin that mask tells of */
	uint64_t mask; /* the stops in it that are left */
};

static inline void
stops_init(struct stops *it, struct str text)
{
	*it = (struct stops){ .text = text, .block = text.n };
}

/* The first byte of a stop at or behind byte i, or text.n. */
size_t stops_next(struct stops *it, size_t i);

/* Reads the stop at byte i, in a sentence that begins at start. */
struct stop stop_read(struct str text, size_t start, size_t i);

#endif
