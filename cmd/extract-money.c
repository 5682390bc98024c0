/* extract-money: add the amounts of money of every sentence, with values. */
#include <errno.h>
#include <stdlib.h>

#include "file.h"
#include "filter.h"
#include "lang.h"
#include "mem.h"
#include "money_mention.h"

static const char usage[] =
    "usage: extract-money [-hVo] [-c FILE] [-l LANG] [--default NAME=CODE]\n"
    "                     [file ...]\n"
    "\n"
    "  -c, --currencies FILE    further currencies, or names of them\n"
    "  -l, --lang LANG          language of sentences that have none (en)\n"
    "  -o, --only               the amounts alone, without the stream\n"
    "      --default NAME=CODE  what a name of several currencies means, "
    "'$=CAD'\n"
    "  -h, --help               this text\n"
    "  -V, --version            the version\n";

static struct filter filter = { .name = "extract-money", .usage = usage };
static struct money_options options;
static bool only;

enum { DEFAULT = 256 };

static const struct option longs[] = {
	{ "currencies", required_argument, NULL, 'c' },
	{ "lang", required_argument, NULL, 'l' },
	{ "only", no_argument, NULL, 'o' },
	{ "default", required_argument, NULL, DEFAULT },
	{ 0 },
};

static void
add_table(const char *path)
{
	struct buf b = { 0 }; /* kept: the table points into it */
	struct table t;
	char why[128];

	if (!file_read(path, &b))
		filter_fail(&filter, "%s: %s", path, strerror(errno));
	if (!table_read(&t, buf_text(&b), path, why))
		filter_fail(&filter, "%s: %s", path, why);
	options.table =
	    mem_resize(options.table, options.ntables + 1, sizeof t);
	options.table[options.ntables++] = t;
}

static void
add_choice(const char *text)
{
	const char *equals = strrchr(text, '=');

	if (!equals || equals == text || !equals[1])
		filter_misuse(&filter, "%s: not like '$=CAD'", text);
	options.choice = mem_resize(
	    options.choice, options.nchoices + 1, sizeof *options.choice);
	options.choice[options.nchoices++] =
	    (struct choice){ { text, (size_t)(equals - text) },
		    str_from(equals + 1) };
}

static int
extract_money(void)
{
	struct money_mentions *m = money_mentions_new(&filter, &options);

	mention_run(&filter, money_mention, m, only);
	if (money_mentions_errors(m) > 0)
		filter_warn(&filter, "%lu matches were given up",
		    money_mentions_errors(m));
	money_mentions_free(m);
	return filter_end(&filter);
}

int
main(int argc, char **argv)
{
	int c;

	while ((c = filter_option(&filter, argc, argv, "c:l:o", longs)) != -1)
		switch (c) {
		case 'c': add_table(optarg); break;
		case 'l':
			options.lang = str_from(optarg);
			if (!lang_known(options.lang))
				filter_misuse(
				    &filter, "%s: unknown language", optarg);
			break;
		case 'o': only = true; break;
		case DEFAULT: add_choice(optarg); break;
		default: break;
		}
	return extract_money();
}
