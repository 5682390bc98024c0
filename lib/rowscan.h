/*
 * rowscan: the rows of a CSV table in memory, with their bytes as they stand.
 *
 * For those that copy rows rather than read them: a row is found by its quotes
 * (RFC 4180), 64 bytes at a time.  Rows end with LF; the last may lack it.
 */
#ifndef ROWSCAN_H
#define ROWSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

struct rowscan {
	struct str table;
	size_t at;     /* where the next row begins */
	size_t seen;   /* the first bytes, which were looked at: blocks of 64 */
	uint64_t ends; /* the row ends in the last block, not handed out */
	uint64_t quoted; /* all ones: the block behind begins in quotes */
};

void rowscan_begin(struct rowscan *r, struct str table);

/* The next row, with its LF.  False at the end. */
bool rowscan_next(struct rowscan *r, struct str *row);

/* The cell of that number in a row, from 0, as it stands; with its quotes. */
struct str rowscan_cell(struct str row, size_t number);

#endif
