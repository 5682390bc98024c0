#include "rowscan.h"

#include "buf.h"
#include "csv.h"
#include "test.h"

/* The same numbers every time (Numerical Recipes' generator). */
static uint32_t
next_random(uint32_t below)
{
	static uint32_t state = 1;

	state = state * 1664525 + 1013904223;
	return (state >> 16) % below;
}

/* A table of random cells, with all that makes rows hard to find. */
static void
make_table(struct buf *b, unsigned rows)
{
	static const char *const cells[] = { "", "a", "longer than that", "1,2",
		"say \"yes\"", "\"", "two\nlines", "\n", "\"\n,\"", "Ω" };

	buf_reset(b);
	for (unsigned i = 0; i < rows; i++) {
		for (unsigned k = 0; k < 3; k++) {
			const char *c = cells[next_random(10)];

			if (k > 0)
				buf_char(b, ',');
			else if (*c == '\0')
				c = "first";
			csv_put(b, str_from(c));
		}
		buf_char(b, '\n');
	}
}

/* The cells of a row, read by csv, are those that rowscan_cell finds. */
static bool
same_cells(struct str row)
{
	struct csv *c = csv_open_text(row, CSV_FORM_CSV);
	struct buf b = { 0 };
	bool same = csv_next(c) == CSV_ROW;
	const struct str *cell;
	size_t n = 0;

	cell = csv_cells(c, &n);
	for (size_t i = 0; same && i < n; i++) {
		struct str raw = rowscan_cell(row, i);

		buf_reset(&b);
		csv_put(&b, cell[i]);
		same = str_eq(buf_text(&b), raw);
	}
	same = same && n == 3 && csv_next(c) == CSV_END;
	buf_free(&b);
	csv_close(c);
	return same;
}

static void
check_table(struct str table, unsigned rows)
{
	struct rowscan r;
	struct str row;
	size_t at = 0;
	unsigned n = 0;

	rowscan_begin(&r, table);
	while (rowscan_next(&r, &row)) {
		CHECK(row.s == table.s + at);
		CHECK(same_cells(row));
		at += row.n;
		n++;
	}
	CHECK_UINT(at, table.n);
	CHECK_UINT(n, rows);
}

int
main(void)
{
	struct buf b = { 0 };
	struct rowscan r;
	struct str row;

	TEST("no row, one row, no line end at the end");
	rowscan_begin(&r, STR(""));
	CHECK(!rowscan_next(&r, &row));
	rowscan_begin(&r, STR("a,b\nc,\"d\ne\""));
	CHECK(rowscan_next(&r, &row));
	CHECK_STR(row, "a,b\n");
	CHECK(rowscan_next(&r, &row));
	CHECK_STR(row, "c,\"d\ne\"");
	CHECK_STR(rowscan_cell(row, 1), "\"d\ne\"");
	CHECK(!rowscan_next(&r, &row));

	TEST("a cell that is not there is empty");
	CHECK_STR(rowscan_cell(STR("a,b\n"), 2), "");
	CHECK_STR(rowscan_cell(STR("a,b\n"), 7), "");

	TEST("random tables: rows and cells as csv reads them");
	for (unsigned rows = 0; rows < 300; rows++) {
		make_table(&b, rows);
		check_table(buf_text(&b), rows);
	}
	buf_free(&b);
	return test_end();
}
