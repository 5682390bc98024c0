#include "table.h"

#include "test.h"

int
main(void)
{
	struct table t;
	char why[128] = "";

	TEST("columns, rows, comments, short rows");
	CHECK(table_read(&t,
	    STR("# source: nobody\n# word\tnumber\tnote\n"
		"one\t1\tfirst\n\ntwo\t2\r\n# end\nthree"),
	    "t.tsv", why));
	CHECK_UINT(t.ncols, 3);
	CHECK_UINT(t.nrows, 3);
	CHECK_INT(table_column(&t, "number"), 1);
	CHECK_INT(table_column(&t, "none"), -1);
	CHECK_STR(table_cell(&t, 0, 2), "first");
	CHECK_STR(table_cell(&t, 1, 1), "2");
	CHECK_STR(table_cell(&t, 1, 2), "");
	CHECK_STR(table_cell(&t, 2, 0), "three");
	CHECK_UINT(t.line[2], 7);
	table_free(&t);

	TEST("a list has the column \"word\"");
	CHECK(table_read(&t, STR("# months\nMay\nJune\n"), "t.tsv", why));
	CHECK_UINT(t.ncols, 1);
	CHECK_INT(table_column(&t, "word"), 0);
	CHECK_UINT(t.nrows, 2);
	table_free(&t);

	TEST("a row with too many cells");
	CHECK(!table_read(&t, STR("# a\tb\n1\t2\n1\t2\t3\n"), "t.tsv", why));
	CHECK_CSTR(why, "line 3: more cells than the 2 columns");
	return test_end();
}
