/* extract-dates: add the dates and times of every sentence, with values. */
#include <stddef.h>

#include "date.h"
#include "filter.h"
#include "lang.h"

static const char usage[] =
    "usage: extract-dates [-hVo] [-d DATE] [-l LANG] [--dmy | --mdy] "
    "[--names]\n"
    "                     [file ...]\n"
    "\n"
    "  -d, --date DATE   publication date of sentences that have none\n"
    "  -l, --lang LANG   language of sentences that have none (en)\n"
    "  -o, --only        the dates alone, without the stream\n"
    "      --dmy         03/04/2025 is 3 April where nothing else tells\n"
    "      --mdy         03/04/2025 is March 4 where nothing else tells\n"
    "      --names       also years in names: Agenda 2030\n"
    "  -h, --help        this text\n"
    "  -V, --version     the version\n";

static struct filter filter = { .name = "extract-dates", .usage = usage };
static struct date_options options;
static bool only;

enum { DMY = 256, MDY, NAMES };

static const struct option longs[] = {
	{ "date", required_argument, NULL, 'd' },
	{ "lang", required_argument, NULL, 'l' },
	{ "only", no_argument, NULL, 'o' },
	{ "dmy", no_argument, NULL, DMY },
	{ "mdy", no_argument, NULL, MDY },
	{ "names", no_argument, NULL, NAMES },
	{ 0 },
};

static int
extract_dates(void)
{
	struct date_finder *finder = date_finder_new(&options);

	mention_run(&filter, date_find, finder, only);
	if (date_errors(finder) > 0)
		filter_warn(
		    &filter, "%lu matches were given up", date_errors(finder));
	date_finder_free(finder);
	return filter_end(&filter);
}

int
main(int argc, char **argv)
{
	struct edtf e;
	struct day d;
	int c;

	while ((c = filter_option(&filter, argc, argv, "d:l:o", longs)) != -1)
		switch (c) {
		case 'd':
			options.published = str_from(optarg);
			if (!edtf_read(options.published, &e) ||
			    e.kind != EDTF_DATE || !edtf_first(&e, &d))
				filter_misuse(&filter,
				    "%s: not a date like 2025-02-17", optarg);
			break;
		case 'l':
			options.lang = str_from(optarg);
			if (!lang_known(options.lang))
				filter_misuse(
				    &filter, "%s: unknown language", optarg);
			break;
		case 'o': only = true; break;
		case DMY: options.order = ORDER_DAY_FIRST; break;
		case MDY: options.order = ORDER_MONTH_FIRST; break;
		case NAMES: options.names = true; break;
		default: break;
		}
	return extract_dates();
}
