/* extract-counts: numbers with what they count, measure or share. */
#include <stdlib.h>

#include "count.h"
#include "emit.h"
#include "filter.h"
#include "lang.h"
#include "mem.h"
#include "mention.h"
#include "mentions.h"

static const char usage[] =
    "usage: extract-counts [-hoV] [-l language] [file ...]\n"
    "\n"
    "  -l, --lang=LANGUAGE  the language of sentences that do not tell theirs\n"
    "  -o, --only           print the mentions alone\n";

/* The counts of one language. */
struct pack {
	struct pack *next;
	struct str lang;
	struct counts *counts; /* NULL where the language has none */
};

struct state {
	struct pack *packs;
	struct str lang; /* of sentences that do not tell theirs */
	struct mentions mentions;
	struct buf number;
};

static struct counts *
counts_of(struct state *st, struct str lang)
{
	struct pack *p;

	if (!lang.n)
		lang = st->lang;
	for (p = st->packs; p; p = p->next)
		if (str_eq(p->lang, lang))
			return p->counts;
	p = mem_zero(1, sizeof *p);
	p->lang = (struct str){ mem_copy(lang.s, lang.n), lang.n };
	p->counts = counts_new(p->lang);
	p->next = st->packs;
	st->packs = p;
	return p->counts;
}

static void
emit_number(struct state *st, struct buf *out, const char *label,
    const struct decimal *number)
{
	buf_reset(&st->number);
	decimal_write(&st->number, number);
	emit_raw(out, label, buf_text(&st->number));
}

static void
emit_count(struct state *st, const struct sentence *s, const struct count *c,
    struct buf *out)
{
	bool vague = str_is(c->bound, "vague");

	mention_begin(out, "count", s, c->from, c->to);
	emit_raw(out, "kind", str_from(count_kind_name(c->kind)));
	if (!vague && !str_is(c->bound, "lt") && !str_is(c->bound, "le"))
		emit_number(st, out, "min", &c->min);
	if (!vague && !str_is(c->bound, "gt") && !str_is(c->bound, "ge"))
		emit_number(st, out, "max", &c->max);
	emit_raw(out, "bound", c->bound);
	emit_text(out, "cue", c->cue);
	emit_text(out, "noun", c->noun);
	emit_text(out, "class", c->class);
	emit_text(out, "unit", c->unit);
	emit_end(out);
}

/* A frequency in one word may stand before what is counted: "12 weekly
 * flights".  It is forgotten here. */
static void
forget_frequencies(struct mentions *m)
{
	size_t kept = 0;

	for (size_t i = 0; i < m->n; i++)
		if (!str_is(record_get(&m->item[i].rec, "kind"), "set") ||
		    memchr(record_get(&m->item[i].rec, "text").s, ' ',
			record_get(&m->item[i].rec, "text").n))
			m->item[kept++] = m->item[i];
	m->n = kept;
}

static void
extract_counts(void *self, const struct sentence *s, struct buf *out)
{
	static const char *const others[] = { "money", "date", NULL };
	struct state *st = self;
	struct counts *counts = counts_of(st, s->lang);
	struct count c;
	size_t at, end, floor = 0;

	if (!counts)
		return;
	at = counts_place(counts, s->text, 0);
	if (at < s->text.n) {
		mentions_read(&st->mentions, s, others);
		forget_frequencies(&st->mentions);
	}
	for (; at < s->text.n; at = counts_place(counts, s->text, end)) {
		end = mentions_end(&st->mentions, at);
		if (end > at ||
		    !counts_here(counts, s->text, floor, at, &c, &end))
			continue;
		floor = end;
		if (!mentions_cover(&st->mentions, c.from, c.to))
			emit_count(st, s, &c, out);
	}
}

int
main(int argc, char **argv)
{
	static const struct option longs[] = {
		{ "lang", required_argument, NULL, 'l' },
		{ "only", no_argument, NULL, 'o' },
		{ 0 },
	};
	struct filter f = { .name = "extract-counts", .usage = usage };
	struct state st = { .lang = STR("en") };
	struct pack *p, *next;
	bool only = false;
	int c;

	while ((c = filter_option(&f, argc, argv, "l:o", longs)) != -1) {
		if (c == 'o')
			only = true;
		else if (!lang_known(st.lang = str_from(optarg)))
			filter_misuse(&f, "%s: unknown language", optarg);
	}
	mention_run(&f, extract_counts, &st, only);
	for (p = st.packs; p; p = next) {
		next = p->next;
		counts_free(p->counts);
		free((char *)p->lang.s);
		free(p);
	}
	mentions_free(&st.mentions);
	buf_free(&st.number);
	return filter_end(&f);
}
