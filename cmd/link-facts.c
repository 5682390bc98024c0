/* link-facts: the facts that sentences state, from their mentions. */
#include "fact.h"
#include "filter.h"
#include "mention.h"

static const char usage[] = "usage: link-facts [-hoV] [file ...]\n"
			    "\n"
			    "  -o, --only  print the facts alone\n";

static void
link_facts(void *self, const struct sentence *s, struct buf *out)
{
	linker_link(self, s, out);
}

int
main(int argc, char **argv)
{
	static const struct option longs[] = {
		{ "only", no_argument, NULL, 'o' },
		{ 0 },
	};
	struct filter f = { .name = "link-facts", .usage = usage };
	struct linker *linker;
	bool only = false;

	while (filter_option(&f, argc, argv, "o", longs) != -1)
		only = true;
	linker = linker_new();
	mention_run(&f, link_facts, linker, only);
	linker_free(linker);
	return filter_end(&f);
}
