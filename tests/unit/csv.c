#include "csv.h"

#include <stdlib.h>
#include <unistd.h>

#include "test.h"

/* All rows of a text: cells in [], rows ended by "|", broken ones as "!". */
static void
show(struct csv *c, struct buf *b)
{
	enum csv_result r;
	size_t n;

	buf_reset(b);
	while ((r = csv_next(c)) != CSV_END) {
		if (r != CSV_ROW) {
			buf_puts(b, r == CSV_BROKEN ? "!|" : "failed");
			if (r == CSV_BROKEN)
				continue;
			break;
		}
		const struct str *cell = csv_cells(c, &n);

		for (size_t i = 0; i < n; i++) {
			buf_char(b, '[');
			buf_str(b, cell[i]);
			buf_char(b, ']');
		}
		buf_char(b, '|');
	}
	csv_close(c);
}

static struct str
rows(enum csv_form form, struct str text)
{
	static struct buf b;

	show(csv_open_text(text, form), &b);
	return buf_text(&b);
}

#define CSV(s) rows(CSV_FORM_CSV, STR(s))
#define TSV(s) rows(CSV_FORM_TSV, STR(s))

/* The same through a pipe, written in pieces of n bytes. */
static struct str
piped(struct str text, size_t n)
{
	static struct buf b;
	int fd[2];

	if (pipe(fd) < 0)
		return (struct str){ 0 };
	if (fork() == 0) {
		close(fd[0]);
		for (size_t i = 0; i < text.n; i += n) {
			size_t k = text.n - i < n ? text.n - i : n;

			if (write(fd[1], text.s + i, k) < 0)
				_exit(1);
		}
		_exit(0);
	}
	close(fd[1]);
	show(csv_open(fd[0], CSV_FORM_CSV), &b);
	close(fd[0]);
	return buf_text(&b);
}

static void
test_lines(void)
{
	struct csv *c;

	TEST("the line of a row is where it begins");
	c = csv_open_text(
	    STR("a\r\n\"b\nc\",d\n\n\ne\rf\r\ng\"\nh"), CSV_FORM_CSV);
	static const unsigned long line[] = { 1, 2, 6, 7, 8, 9 };

	for (size_t i = 0; i < 6; i++) {
		CHECK_INT(csv_next(c), i == 4 ? CSV_BROKEN : CSV_ROW);
		CHECK_UINT(csv_line(c), line[i]);
	}
	CHECK_INT(csv_next(c), CSV_END);
	csv_close(c);
}

static void
test_round(void)
{
	static const struct str cell[] = { { "", 0 }, { " a ", 3 },
		{ "a,b", 3 }, { "\"", 1 }, { "\"\"x\"", 4 }, { "\r\n", 2 },
		{ "'", 1 }, { "a\0b", 3 }, { "\xFF\xFE", 2 }, { "\t;|", 3 } };
	struct buf b = { 0 };
	struct csv *c;
	size_t n;

	TEST("what is written is read back");
	for (size_t i = 0; i < 10; i++) {
		if (i > 0)
			buf_char(&b, ',');
		csv_put(&b, cell[i]);
	}
	buf_puts(&b, "\r\n");
	c = csv_open_text(buf_text(&b), CSV_FORM_CSV);
	CHECK_INT(csv_next(c), CSV_ROW);
	const struct str *got = csv_cells(c, &n);

	CHECK_UINT(n, 10);
	for (size_t i = 0; i < n && i < 10; i++)
		CHECK(str_eq(got[i], cell[i]));
	CHECK_INT(csv_next(c), CSV_END);
	csv_close(c);
	buf_free(&b);
}

static void
test_long(void)
{
	enum { LONG = 10 * 1000 * 1000 };
	struct buf b = { 0 };
	struct csv *c;
	size_t n;

	TEST("a cell of 10 MB");
	buf_puts(&b, "x,\"");
	for (size_t i = 0; i < LONG / 10; i++)
		buf_puts(&b, "ab\"\" c,d\ne");
	buf_puts(&b, "\"\ny\n");
	c = csv_open_text(buf_text(&b), CSV_FORM_CSV);
	CHECK_INT(csv_next(c), CSV_ROW);
	CHECK_UINT(csv_cells(c, &n)[1].n, LONG / 10 * 9);
	CHECK_INT(csv_next(c), CSV_ROW);
	CHECK_UINT(csv_line(c), 2 + LONG / 10);
	csv_close(c);
	buf_free(&b);
}

int
main(void)
{
	static const char mixed[] = "\xEF\xBB\xBFid,text\r\n1,\"two\r\nlines "
				    "\"\"here\"\"\"\r\n2,\xD0\x90,\n";

	TEST("plain rows");
	CHECK_STR(CSV("a,b\nc,d\n"), "[a][b]|[c][d]|");
	CHECK_STR(CSV("a,b\r\nc,d"), "[a][b]|[c][d]|");
	CHECK_STR(CSV("a\rb\r"), "[a]|[b]|");
	CHECK_STR(CSV(",\n"), "[][]|");
	CHECK_STR(CSV(" a , b \n"), "[ a ][ b ]|");
	CHECK_STR(CSV(""), "");
	CHECK_STR(CSV("\n\r\n\na\n\n"), "[a]|");

	TEST("quotes");
	CHECK_STR(CSV("\"a,b\",\"c\"\"d\"\n"), "[a,b][c\"d]|");
	CHECK_STR(CSV("\"a\r\nb\"\n\"\"\n"), "[a\r\nb]|[]|");

	TEST("a byte order mark");
	CHECK_STR(CSV("\xEF\xBB\xBF\"a\",b\n"), "[a][b]|");
	CHECK_STR(CSV("\xEF\xBB\xBF"), "");
	CHECK_STR(TSV("\xEF\xBB\xBF"
		      "a\tb\n"),
	    "[a][b]|");

	TEST("broken rows are passed over");
	CHECK_STR(CSV("a\nb\"c,d\ne\n"), "[a]|!|[e]|");
	CHECK_STR(CSV("\"a\"b\nc\n"), "!|[c]|");
	CHECK_STR(CSV("a\n\"b\nc\n"), "[a]|!|");

	TEST("TSV");
	CHECK_STR(TSV("a\tb\n\"c\t\r\n"), "[a][b]|[\"c][]|");
	CHECK_STR(TSV("a\\tb\\n\\\\n\\r\t\\x\\\n"), "[a\tb\n\\n\r][\\x\\]|");
	CHECK_STR(TSV("a\n\n\tb"), "[a]|[][b]|");

	TEST("pieces of every size");
	for (size_t n = 1; n < sizeof mixed; n++)
		CHECK_STR(piped(STR(mixed), n),
		    "[id][text]|[1][two\r\nlines \"here\"]|[2]"
		    "[\xD0\x90][]|");

	test_lines();
	test_round();
	test_long();
	return test_end();
}
