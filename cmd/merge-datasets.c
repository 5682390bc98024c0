/* merge-datasets: put datasets together, document by document. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dataset.h"
#include "filter.h"
#include "mapped.h"
#include "mem.h"
#include "merge.h"

static const char usage[] =
    "usage: merge-datasets [-hV] [-o LIST | -x LIST] -d FOLDER dataset ...\n"
    "\n"
    "Puts the tables of datasets together, sorted by document, into a folder.\n"
    "\n"
    "  -d, --directory FOLDER  where the merged dataset goes\n"
    "  -o, --only LIST         of the first dataset take only the documents\n"
    "                          named in this file, each name ended by NUL\n"
    "  -x, --except LIST       of the first dataset take all but those\n"
    "  -h, --help              show this help\n"
    "  -V, --version           show the version\n";

static const struct option longs[] = {
	{ "directory", required_argument, NULL, 'd' },
	{ "only", required_argument, NULL, 'o' },
	{ "except", required_argument, NULL, 'x' },
	{ 0 },
};

static const char *folder;
static struct names names;
static bool chosen, only;

static char *const *datasets; /* NULL-terminated */
static size_t ndatasets;

static void
read_names(const struct filter *f, const char *path)
{
	struct str text;

	if (chosen)
		filter_misuse(f, "one of -o and -x, and only once");
	if (!mapped_open(path, &text))
		filter_fail(f, "%s: %s", path, strerror(errno));
	names_read(&names, text);
	chosen = true;
}

/* Takes the header off the table, which has to be that of the schema. */
static void
take_header(const struct filter *f, const char *path, const struct schema *s,
    struct merge_table *table)
{
	struct buf header = { 0 };

	for (size_t i = 0; s->column[i].name; i++) {
		if (i > 0)
			buf_char(&header, ',');
		if (strcmp(s->column[i].name, "doc") == 0)
			table->doc_column = i;
		buf_puts(&header, s->column[i].name);
	}
	buf_char(&header, '\n');
	if (table->rows.n < header.n ||
	    memcmp(table->rows.s, header.s, header.n) != 0)
		filter_fail(
		    f, "%s: other columns than those of this version", path);
	table->rows = str_part(table->rows, header.n, table->rows.n);
	buf_free(&header);
}

static void
merge_sheet(const struct filter *f, struct sheet *sheet)
{
	struct merge_table *table = mem_zero(ndatasets, sizeof *table);
	struct str *bytes = mem_zero(ndatasets, sizeof *bytes);
	struct merge_count count;
	struct buf path = { 0 };

	for (size_t i = 0; i < ndatasets; i++) {
		buf_reset(&path);
		buf_puts(&path, datasets[i]);
		buf_char(&path, '/');
		buf_puts(&path, sheet->schema->table);
		buf_add(&path, ".csv", sizeof ".csv");
		if (!mapped_open(path.s, &bytes[i]))
			filter_fail(f, "%s: %s", path.s, strerror(errno));
		table[i].rows = bytes[i];
		take_header(f, path.s, sheet->schema, &table[i]);
		if (i == 0 && chosen) {
			table[i].names = &names;
			table[i].among = only;
		}
	}
	count = merge_tables(table, ndatasets, sheet->out);
	sheet->rows += count.rows;
	sheet->bytes += count.bytes;
	for (size_t i = 0; i < ndatasets; i++)
		mapped_close(bytes[i]);
	buf_free(&path);
	free(bytes);
	free(table);
}

static void
merge_datasets(struct filter *f)
{
	struct dataset *merged = dataset_open(f, folder, SHEET_CSV);

	for (const struct schema *s = schema_tables; s->type; s++)
		merge_sheet(f, dataset_sheet(merged, str_from(s->type)));
	dataset_close(merged);
}

int
main(int argc, char **argv)
{
	struct filter f = { .name = "merge-datasets", .usage = usage };
	int c;

	while ((c = filter_option(&f, argc, argv, "d:o:x:", longs)) != -1) {
		switch (c) {
		case 'd': folder = optarg; break;
		case 'o':
			read_names(&f, optarg);
			only = true;
			break;
		case 'x': read_names(&f, optarg); break;
		}
	}
	datasets = argv + optind;
	while (datasets[ndatasets])
		ndatasets++;
	if (!folder)
		filter_misuse(&f, "-d is needed");
	if (ndatasets == 0)
		filter_misuse(&f, "a dataset is needed");
	merge_datasets(&f);
	return filter_end(&f);
}
