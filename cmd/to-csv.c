/* to-csv: write records as CSV tables, one per record type. */
#include <stdlib.h>

#include "dataset.h"
#include "filter.h"
#include "schema.h"
#include "sheet.h"

static const char usage[] =
    "usage: to-csv [-hV] -r TYPE [-c COLUMN,...] [STYLE] [file ...]\n"
    "       to-csv [-hV] -d FOLDER [STYLE] [file ...]\n"
    "       to-csv --codebook\n"
    "\n"
    "Writes the records of a stream as a table, with the names of the columns\n"
    "in the first row.\n"
    "\n"
    "  -r, --record TYPE        the records of this type, to standard output\n"
    "  -c, --columns COLUMN,..  these columns; without it, all of the type\n"
    "  -d, --directory FOLDER   all tables, and datapackage.json, to a folder\n"
    "      --codebook           show the tables and columns there are\n"
    "\n"
    "STYLE (without one, CSV by RFC 4180 with LF):\n"
    "      --crlf               rows end with CRLF, as in RFC 4180\n"
    "      --tsv                TAB-separated, with \\t, \\n, \\r, \\\\ in "
    "cells\n"
    "      --spreadsheet        CSV that spreadsheets open as it was meant\n"
    "\n"
    "  -h, --help               show this help\n"
    "  -V, --version            show the version\n";

static const char *type;    /* the records to write, */
static const char *columns; /* these columns of theirs, */
static const char *folder;  /* or all tables to a folder */
static enum sheet_style style = SHEET_CSV;

enum { CODEBOOK = 256, CRLF, TSV, SPREADSHEET };

static const struct option longs[] = {
	{ "record", required_argument, NULL, 'r' },
	{ "columns", required_argument, NULL, 'c' },
	{ "directory", required_argument, NULL, 'd' },
	{ "codebook", no_argument, NULL, CODEBOOK },
	{ "crlf", no_argument, NULL, CRLF },
	{ "tsv", no_argument, NULL, TSV },
	{ "spreadsheet", no_argument, NULL, SPREADSHEET },
	{ 0 },
};

static struct dataset *dataset; /* with -d */
static struct sheet single;	/* with -r */
static struct writer rejects;	/* broken records, as records, in memory */

/* Tells of a type that has no table, for the first few of them. */
static void
tell_unknown(struct filter *f, struct str unknown)
{
	static struct buf told[16];

	for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
		if (told[i].n == 0) {
			buf_str(&told[i], unknown);
			filter_warn(f,
			    "%s:%lu: no table for records of type %.*s",
			    f->in.name, f->in.line, (int)unknown.n, unknown.s);
			return;
		}
		if (str_eq(buf_text(&told[i]), unknown))
			return;
	}
}

static void
write_record(struct filter *f, const struct record *rec)
{
	struct sheet *sheet = &single;
	const char *wrong;

	if (rec->type.n == 0) /* plain text */
		return;
	if (dataset) {
		sheet = dataset_sheet(dataset, rec->type);
		if (!sheet) {
			tell_unknown(f, rec->type);
			return;
		}
	} else if (!record_is(rec, type)) {
		return;
	}
	wrong = sheet_row(sheet, rec);
	if (wrong)
		reader_complain(&f->in, wrong);
}

/* Broken records are rows of the table of rejects. */
static void
write_rejects(struct filter *f)
{
	static struct record rec;
	struct str lines = buf_text(&rejects.buf), line;

	while (group_line(&lines, &line)) {
		record_parse(&rec, line);
		write_record(f, &rec);
	}
	buf_reset(&rejects.buf);
}

static void
to_csv(struct filter *f)
{
	struct record *rec;

	writer_init(&rejects, -1, f->name, "rejects");
	f->in.rejects = &rejects;
	while ((rec = reader_next(&f->in))) {
		if (rejects.buf.n)
			write_rejects(f);
		write_record(f, rec);
	}
	write_rejects(f);
}

/* The tables and their columns, as TSV, and the end. */
static _Noreturn void
show_codebook(struct filter *f)
{
	struct buf b = { 0 };

	schema_describe(&b);
	writer_str(&f->out, buf_text(&b));
	exit(filter_end(f));
}

static void
open_single(struct filter *f)
{
	const struct schema *schema = schema_of(str_from(type));

	if (!schema && !columns)
		filter_misuse(f,
		    "no table for records of type %s: name its "
		    "columns with -c",
		    type);
	if (!sheet_init(&single, schema, columns, style, &f->out))
		filter_misuse(f, "bad list of columns: '%s'", columns);
	sheet_header(&single);
}

int
main(int argc, char **argv)
{
	struct filter f = { .name = "to-csv", .usage = usage };
	int c;

	while ((c = filter_option(&f, argc, argv, "r:c:d:", longs)) != -1) {
		switch (c) {
		case 'r': type = optarg; break;
		case 'c': columns = optarg; break;
		case 'd': folder = optarg; break;
		case CODEBOOK: show_codebook(&f);
		case CRLF: style = SHEET_CRLF; break;
		case TSV: style = SHEET_TSV; break;
		case SPREADSHEET: style = SHEET_SPREADSHEET; break;
		}
	}
	if (!type == !folder)
		filter_misuse(&f, "one of -r and -d is needed");
	if (folder && columns)
		filter_misuse(&f, "-c goes with -r only");
	if (type)
		open_single(&f);
	else
		dataset = dataset_open(&f, folder, style);
	to_csv(&f);
	if (dataset)
		dataset_close(dataset);
	return filter_end(&f);
}
