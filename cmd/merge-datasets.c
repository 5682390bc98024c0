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

/* The same table of every dataset. */
struct inputs {
	struct merge_table *table;
	struct str *bytes; /* mapped */
	struct buf path;
};

static void
merge_sheet(const struct filter *f, struct inputs *in, struct sheet *sheet)
{
	struct merge_count count;

	for (size_t i = 0; i < ndatasets; i++) {
		buf_reset(&in->path);
		buf_puts(&in->path, datasets[i]);
		buf_char(&in->path, '/');
		buf_puts(&in->path, sheet->schema->table);
		buf_add(&in->path, ".csv", sizeof ".csv");
		if (!mapped_open(in->path.s, &in->bytes[i]))
			filter_fail(f, "%s: %s", in->path.s, strerror(errno));
		in->table[i] = (struct merge_table){ .rows = in->bytes[i] };
		take_header(f, in->path.s, sheet->schema, &in->table[i]);
		if (i == 0 && chosen) {
			in->table[i].names = &names;
			in->table[i].among = only;
		}
	}
	count = merge_tables(in->table, ndatasets, sheet->out);
	sheet->rows += count.rows;
	sheet->bytes += count.bytes;
	for (size_t i = 0; i < ndatasets; i++)
		mapped_close(in->bytes[i]);
}

static void
merge_datasets(struct filter *f)
{
	struct inputs in = {
		.table = mem_zero(ndatasets, sizeof *in.table),
		.bytes = mem_zero(ndatasets, sizeof *in.bytes),
	};
	struct dataset *merged = dataset_open(f, folder, SHEET_CSV);

	for (const struct schema *s = schema_tables; s->type; s++)
		merge_sheet(f, &in, dataset_sheet(merged, str_from(s->type)));
	dataset_close(merged);
	buf_free(&in.path);
	free(in.bytes);
	free(in.table);
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
