/* normalize: the clean paragraphs of articles in any charset. */
#include <errno.h>
#include <string.h>

#include "charset.h"
#include "filter.h"
#include "intake.h"
#include "names.h"
#include "tabular.h"

static const char usage[] =
    "usage: normalize [-hpV] [-c columns] [-f charset] [file ...]\n"
    "       normalize [-hpV] [-c columns] [-f charset] --files0-from=FILE\n"
    "\n"
    "Writes the paragraphs of articles, cleaned, as records.\n"
    "\n"
    "  -c, --csv=COLUMNS   the articles are rows of tables, CSV or TSV: "
    "COLUMNS\n"
    "                      is text=NAME,doc=NAME,published=NAME,...\n"
    "  -f, --from=CHARSET  the charset of the files (default: it is found "
    "out)\n"
    "  -p, --plain         text only, a line for each paragraph\n"
    "      --files0-from=FILE\n"
    "                      the files are those that FILE names, each name\n"
    "                      ended by a NUL\n"
    "  -h, --help          show this\n"
    "  -V, --version       show the version\n";

enum { FILES0_FROM = 256 };

static const struct option options[] = {
	{ "csv", required_argument, NULL, 'c' },
	{ "files0-from", required_argument, NULL, FILES0_FROM },
	{ "from", required_argument, NULL, 'f' },
	{ "plain", no_argument, NULL, 'p' },
	{ 0 },
};

static struct {
	const char *names;	/* the list of the files */
	struct tabular columns; /* none: a file is an article */
} option;

/* Takes in a file: one article, or a table of them. */
static void
normalize(struct intake *in, const char *name)
{
	if (option.columns.n)
		tabular_file(&option.columns, in, name);
	else
		intake_file(in, name);
}

/* The files that the list names. */
static void
normalize_listed(struct intake *in)
{
	bool from_input = strcmp(option.names, "-") == 0;
	struct names names;
	const char *name;

	if (!names_open(&names, option.names))
		filter_fail(in->f, "%s: %s", option.names, strerror(errno));
	while ((name = names_next(&names))) {
		if (*name == '\0' || (from_input && strcmp(name, "-") == 0))
			filter_warn(in->f, "%s: name %lu is %s", option.names,
			    names.number, *name ? "the list" : "empty");
		else
			normalize(in, name);
	}
	if (!names_close(&names))
		filter_fail(in->f, "%s: %s", option.names, strerror(errno));
}

int
main(int argc, char **argv)
{
	struct filter f = { .name = "normalize", .usage = usage };
	struct intake in = { .f = &f, .article = { .out = &f.out } };
	struct charset known;
	const char *why;
	int c;

	while ((c = filter_option(&f, argc, argv, "c:f:p", options)) != -1) {
		switch (c) {
		case 'f': in.charset = optarg; break;
		case 'p': in.article.plain = true; break;
		case FILES0_FROM: option.names = optarg; break;
		case 'c':
			why = tabular_read(&option.columns, optarg);
			if (why)
				filter_misuse(&f, "--csv: %s", why);
			break;
		}
	}
	if (in.charset) {
		if (!charset_open(&known, in.charset))
			filter_fail(&f, "unknown charset '%s'", in.charset);
		charset_close(&known);
	}
	if (option.names && optind < argc)
		filter_misuse(&f, "--files0-from takes no operands");
	if (option.names)
		normalize_listed(&in);
	while (!option.names && *f.in.operand)
		normalize(&in, *f.in.operand++);
	intake_free(&in);
	return filter_end(&f);
}
