/* rowscan: the rows of any bytes, put together, are the bytes. */
#include "rowscan.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str table = { (const char *)data, size }, row, cell;
	struct rowscan r;
	size_t at = 0;

	rowscan_begin(&r, table);
	while (rowscan_next(&r, &row)) {
		if (row.n == 0 || row.s != table.s + at)
			abort();
		at += row.n;
		for (size_t i = 0; i < 4; i++) {
			cell = rowscan_cell(row, i);
			if (cell.s < row.s || cell.s + cell.n > row.s + row.n)
				abort();
		}
	}
	if (at != size)
		abort();
	return 0;
}
