/* dedupe: drop or mark what was seen before. */
#include <stdlib.h>

#include "filter.h"
#include "item.h"
#include "known.h"
#include "longest.h"
#include "mark.h"
#include "store.h"

static const char usage[] =
    "usage: dedupe [-hV] [--near[=T]] [--prefer first|longest] [--seen FILE]\n"
    "              [file ...]\n"
    "       dedupe [-hV] -r TYPE [-k LABEL,...] [--mark] [--near[=T]]\n"
    "              [--prefer first|longest] [--seen FILE] [file ...]\n"
    "\n"
    "Drops lines that were there before; or records of a type, with what\n"
    "belongs to them.\n"
    "\n"
    "  -r, --record TYPE     compare the records of this type, no others\n"
    "  -k, --key LABEL,...   compare these values of theirs\n"
    "      --mark            drop nothing: add dup_of (and claim, in facts)\n"
    "      --near[=T]        compare texts: drop those whose similarity to "
    "one\n"
    "                        before is at least T (from 0.3 to 1; 0.4)\n"
    "      --prefer WHICH    of texts near each other keep the first "
    "(default)\n"
    "                        or the longest\n"
    "      --seen FILE       what earlier runs with FILE saw counts as well\n"
    "  -h, --help            show this help\n"
    "  -V, --version         show the version\n";

static const char *type;   /* of the records to compare; NULL: lines */
static const char *labels; /* whose values are compared */
static const char *file;   /* the store */
static bool mark, near, longest;
static unsigned least = 52; /* bins that agree in near texts: 0.4 */

enum { MARK = 256, NEAR, PREFER, SEEN };

static const struct option longs[] = {
	{ "record", required_argument, NULL, 'r' },
	{ "key", required_argument, NULL, 'k' },
	{ "mark", no_argument, NULL, MARK },
	{ "near", optional_argument, NULL, NEAR },
	{ "prefer", required_argument, NULL, PREFER },
	{ "seen", required_argument, NULL, SEEN },
	{ 0 },
};

static struct known known;

static void
dedupe_lines(struct filter *f)
{
	struct str line, first;

	while (reader_line(&f->in, &line))
		if (!known_exact(&known, line, STR(""), &first))
			writer_line(&f->out, line);
}

/* Was the item there before?  If not, it is known now. */
static bool
was_there(const struct item *item, struct mark *m)
{
	struct minhash sign;
	size_t which = 0;

	if (!item->key.s)
		return false;
	if (!near)
		return known_exact(&known, item->key, item->id, &m->first);
	if (!minhash_sign(&sign, item->key))
		return false;
	m->bins = known_near(&known, &sign, &which);
	if (m->bins >= least) {
		m->first = known_name(&known, which);
		return true;
	}
	known_open(&known, known_put(&known, &sign, item->id));
	return false;
}

static void
dedupe(struct filter *f, struct items *items)
{
	struct item item;
	struct mark m;

	while (items_next(items, &item)) {
		m = (struct mark){ .near = near };
		m.dup = item.compared && was_there(&item, &m);
		if (mark && item.compared)
			mark_write(&f->out, &item, &m);
		else if (!m.dup)
			writer_str(&f->out, item.lines);
	}
}

/* "0.5" as a number of bins, rounded up. */
static unsigned
threshold(const struct filter *f, const char *s)
{
	char *end;
	double t = strtod(s, &end);

	if (end == s || *end || !(t >= 0.3 && t <= 1))
		filter_misuse(f, "--near: '%s' is no number from 0.3 to 1", s);
	return (unsigned)(t * MINHASH_BINS + 0.999999);
}

static void
set_option(struct filter *f, int c)
{
	switch (c) {
	case 'r': type = optarg; break;
	case 'k': labels = optarg; break;
	case MARK: mark = true; break;
	case NEAR:
		near = true;
		if (optarg)
			least = threshold(f, optarg);
		break;
	case PREFER:
		longest = strcmp(optarg, "longest") == 0;
		if (!longest && strcmp(optarg, "first") != 0)
			filter_misuse(
			    f, "--prefer: first or longest, not '%s'", optarg);
		break;
	case SEEN: file = optarg; break;
	}
}

/* What is compared, so that one store can serve several runs. */
static struct str
space(struct buf *b)
{
	buf_puts(b, type ? type : "");
	buf_char(b, ' ');
	buf_puts(b, labels ? labels : "");
	return buf_text(b);
}

int
main(int argc, char **argv)
{
	struct filter f = { .name = "dedupe", .usage = usage };
	struct store *store = NULL;
	struct items items;
	struct buf b = { 0 };
	int c;

	while ((c = filter_option(&f, argc, argv, "r:k:", longs)) != -1)
		set_option(&f, c);
	if (!type && (labels || mark))
		filter_misuse(&f, "%s needs -r", labels ? "-k" : "--mark");
	if (longest && !near)
		filter_misuse(&f, "--prefer needs --near");
	if (file)
		store = store_open(&f, file);
	known_init(&known, space(&b), mark || (store && type), store);
	items_init(&items, &f, type, labels, near);
	if (!type && !near)
		dedupe_lines(&f);
	else if (longest)
		dedupe_longest(&f, &items, &known, least, mark);
	else
		dedupe(&f, &items);
	items_free(&items);
	c = filter_end(&f);
	if (store)
		known_commit(&known);
	known_free(&known);
	buf_free(&b);
	return c;
}
