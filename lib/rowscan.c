#include "rowscan.h"

#include "scan.h"

void
rowscan_begin(struct rowscan *r, struct str table)
{
	*r = (struct rowscan){ .table = table };
}

/* Bit i is the parity of bits 0 to i. */
static uint64_t
parity(uint64_t bits)
{
	for (int shift = 1; shift < 64; shift *= 2)
		bits ^= bits << shift;
	return bits;
}

/* Looks at the 64 bytes behind the last ones.  False where there are none. */
static bool
look(struct rowscan *r)
{
	size_t from = r->seen;
	struct scan_block room;
	const unsigned char *s;
	uint64_t inside;

	if (from >= r->table.n)
		return false;
	s = scan_load(r->table.s + from, r->table.n - from, &room);
	inside = parity(scan_equal(s, '"')) ^ r->quoted;
	r->ends = scan_equal(s, '\n') & ~inside;
	r->quoted = inside >> 63 ? UINT64_MAX : 0;
	r->seen = from + SCAN_BYTES;
	return true;
}

bool
rowscan_next(struct rowscan *r, struct str *row)
{
	size_t from = r->at;

	if (from == r->table.n)
		return false;
	while (r->ends == 0) {
		if (!look(r)) {
			r->at = r->table.n;
			*row = str_part(r->table, from, r->at);
			return true;
		}
	}
	r->at = r->seen - SCAN_BYTES + scan_first(r->ends) + 1;
	r->ends &= r->ends - 1;
	*row = str_part(r->table, from, r->at);
	return true;
}

/* Where the cell that begins at byte i ends. */
static size_t
cell_end(struct str row, size_t i)
{
	bool inside = false;

	for (; i < row.n; i++) {
		if (row.s[i] == '"')
			inside = !inside;
		else if (!inside && (row.s[i] == ',' || row.s[i] == '\n'))
			break;
	}
	return i;
}

struct str
rowscan_cell(struct str row, size_t number)
{
	size_t from = 0, to = cell_end(row, 0);

	for (; number > 0 && to < row.n && row.s[to] == ','; number--) {
		from = to + 1;
		to = cell_end(row, from);
	}
	return str_part(row, number ? to : from, to);
}
