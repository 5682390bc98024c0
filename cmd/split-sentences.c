/* split-sentences: paragraphs into sentences. */
#include "filter.h"
#include "split.h"

static const char usage[] =
    "usage: split-sentences [-hpV] [-l lang] [file ...]\n"
    "\n"
    "Puts the sentences of every paragraph behind it, as records.\n"
    "\n"
    "  -l, --language=LANG  of the paragraphs that do not tell it: en, ru ...\n"
    "  -p, --plain          print the text of the sentences only\n"
    "  -h, --help           print this and exit\n"
    "  -V, --version        print the version and exit\n";

static const struct option options[] = {
	{ "language", required_argument, NULL, 'l' },
	{ "plain", no_argument, NULL, 'p' },
	{ 0 },
};

static void
split_sentences(
    struct reader *in, struct writer *out, const struct split_options *o)
{
	struct split *split = split_new(out, o);
	struct record *rec;

	while ((rec = reader_next(in))) {
		if (rec->type.n == 0) {
			split_line(split, rec->line);
			continue;
		}
		if (!o->plain)
			writer_line(out, rec->line);
		if (record_is(rec, "para"))
			split_para(split, rec);
		else if (record_is(rec, "doc"))
			split_doc(split, rec);
	}
	split_free(split);
}

int
main(int argc, char **argv)
{
	struct filter f = { .name = "split-sentences", .usage = usage };
	struct split_options o = { 0 };
	int c;

	while ((c = filter_option(&f, argc, argv, "l:p", options)) != -1) {
		switch (c) {
		case 'l': o.language = str_from(optarg); break;
		case 'p': o.plain = true; break;
		}
	}
	split_sentences(&f.in, &f.out, &o);
	return filter_end(&f);
}
