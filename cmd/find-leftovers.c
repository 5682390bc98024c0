/* find-leftovers: numbers, signs and months that no mention covers. */
#include <stdlib.h>

#include "emit.h"
#include "filter.h"
#include "leftover.h"
#include "mem.h"
#include "mention.h"
#include "mentions.h"

static const char usage[] = "usage: find-leftovers [-hoV] [file ...]\n"
			    "\n"
			    "  -o, --only  print what was left over alone\n";

struct pack {
	struct pack *next;
	struct str lang;
	struct leftovers *leftovers;
};

struct state {
	struct pack *packs;
	struct mentions mentions;
};

static struct leftovers *
leftovers_of(struct state *st, struct str lang)
{
	struct pack *p;

	if (!lang.n)
		lang = STR("en");
	for (p = st->packs; p; p = p->next)
		if (str_eq(p->lang, lang))
			return p->leftovers;
	p = mem_zero(1, sizeof *p);
	p->lang = (struct str){ mem_copy(lang.s, lang.n), lang.n };
	p->leftovers = leftovers_new(p->lang);
	p->next = st->packs;
	st->packs = p;
	return p->leftovers;
}

static void
find_leftovers(void *self, const struct sentence *s, struct buf *out)
{
	static const char *const types[] = { "money", "date", "count", "term",
		NULL };
	struct state *st = self;
	struct leftovers *l = leftovers_of(st, s->lang);
	struct leftover left;
	bool read = false;

	leftovers_begin(l, s->text);
	while (leftovers_next(l, &left)) {
		if (!read)
			mentions_read(&st->mentions, s, types);
		read = true;
		if (mentions_cover(&st->mentions, left.from, left.to))
			continue;
		leftovers_explain(l, &left);
		mention_begin(out, "leftover", s, left.from, left.to);
		emit_raw(out, "line", s->line);
		emit_raw(out, "kind", str_from(left.kind));
		emit_raw(out, "reason", str_from(left.reason));
		emit_end(out);
	}
}

int
main(int argc, char **argv)
{
	static const struct option longs[] = {
		{ "only", no_argument, NULL, 'o' },
		{ 0 },
	};
	struct filter f = { .name = "find-leftovers", .usage = usage };
	struct state st = { 0 };
	struct pack *p, *next;
	bool only = false;

	while (filter_option(&f, argc, argv, "o", longs) != -1)
		only = true;
	mention_run(&f, find_leftovers, &st, only);
	for (p = st.packs; p; p = next) {
		next = p->next;
		leftovers_free(p->leftovers);
		free((char *)p->lang.s);
		free(p);
	}
	mentions_free(&st.mentions);
	return filter_end(&f);
}
