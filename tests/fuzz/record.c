/* record: a line taken apart, written as a row in every style, and read back:
 * the cells are the values. */
#include "record.h"

#include <stdint.h>
#include <stdlib.h>

#include "csv.h"
#include "sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char columns[] = "text,min,bound,a,b,doc";
static const char *const label[] = { "text", "min", "bound", "a", "b", "doc" };

/* Without the apostrophe that the spreadsheet style puts in front. */
static struct str
unguarded(struct str cell, enum sheet_style style)
{
	bool guarded =
	    style == SHEET_SPREADSHEET && cell.n > 0 && cell.s[0] == '\'';

	return str_part(cell, guarded, cell.n);
}

static void
write_and_read(const struct record *rec, enum sheet_style style)
{
	struct buf room = { 0 };
	struct writer out;
	struct sheet sheet;
	struct csv *c;
	const struct str *cell;
	size_t n;

	writer_init(&out, -1, "fuzz", "memory");
	if (!sheet_init(&sheet, schema_of(STR("money")), columns, style, &out))
		abort();
	sheet_header(&sheet);
	sheet_row(&sheet, rec);
	c = csv_open_text(buf_text(&out.buf),
	    style == SHEET_TSV ? CSV_FORM_TSV : CSV_FORM_CSV);
	for (int row = 0; row < 2; row++)
		if (csv_next(c) != CSV_ROW)
			abort();
	cell = csv_cells(c, &n);
	if (n != 6)
		abort();
	for (size_t i = 0; i < n; i++) {
		struct str value = record_get(rec, label[i]);

		if (!str_eq(
			unguarded(cell[i], style), record_text(value, &room)))
			abort();
	}
	csv_close(c);
	sheet_free(&sheet);
	buf_free(&out.buf);
	buf_free(&room);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char before[] = "rec:money\ttext:";
	struct record rec = { 0 };
	struct buf line = { 0 };

	buf_puts(&line, size && data[0] == '!' ? "" : before);
	for (size_t i = 0; i < size; i++)
		if (data[i] != '\n' && data[i] != '\0')
			buf_char(&line, (char)data[i]);
	buf_reserve(&line, 1);
	if (!record_parse(&rec, buf_text(&line)) && rec.type.n)
		for (int style = SHEET_CSV; style <= SHEET_SPREADSHEET; style++)
			write_and_read(&rec, (enum sheet_style)style);
	record_free(&rec);
	buf_free(&line);
	return 0;
}
