/* csv: bytes read as CSV and TSV; cells written, and read back. */
#include "csv.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
read_all(struct str text, enum csv_form form)
{
	struct csv *c = csv_open_text(text, form);
	enum csv_result r;
	size_t n, bytes = 0;

	while ((r = csv_next(c)) != CSV_END) {
		if (r == CSV_FAILED)
			abort();
		if (r == CSV_BROKEN)
			continue;
		const struct str *cell = csv_cells(c, &n);

		if (n == 0)
			abort();
		for (size_t i = 0; i < n; i++)
			bytes += cell[i].n;
	}
	if (bytes > text.n)
		abort();
	csv_close(c);
}

/* The pieces between NULs, as the cells of a row. */
static void
write_and_read(struct str text)
{
	struct buf b = { 0 };
	struct csv *c;
	struct str rest = text;
	const struct str *cell;
	size_t n, i;

	buf_puts(&b, "first");
	for (i = 0; i <= text.n; i++) {
		if (i < text.n && text.s[i] != '\0')
			continue;
		buf_char(&b, ',');
		csv_put(
		    &b, (struct str){ rest.s, (size_t)(text.s + i - rest.s) });
		rest.s = text.s + i + 1;
	}
	buf_char(&b, '\n');
	c = csv_open_text(buf_text(&b), CSV_FORM_CSV);
	if (csv_next(c) != CSV_ROW)
		abort();
	cell = csv_cells(c, &n);
	for (i = 1, rest = text; i < n; i++) {
		if (memcmp(cell[i].s, rest.s, cell[i].n) != 0)
			abort();
		rest.s += cell[i].n + 1;
	}
	if (rest.s != text.s + text.n + 1 || csv_next(c) != CSV_END)
		abort();
	csv_close(c);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { size ? (const char *)data : "", size };

	read_all(text, CSV_FORM_CSV);
	read_all(text, CSV_FORM_TSV);
	write_and_read(text);
	return 0;
}
