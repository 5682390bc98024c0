#include "bound.h"

#include "lang.h"
#include "table.h"
#include "word.h"

struct cues {
	const struct table *t;
	size_t cue, side, bound; /* columns */
};

/* The longest cue of that side that ends before byte `end`. */
static bool
before(const struct cues *c, const char *side, struct str text, size_t floor,
    size_t end, struct str *bound, size_t *begin)
{
	bool found = false;
	size_t at;

	for (size_t row = 0; row < c->t->nrows; row++) {
		struct str cue = table_cell(c->t, row, c->cue);

		if (cue.n > end - floor ||
		    !word_match_back(text, end, cue, &at))
			continue;
		if (at < floor || !word_edge(text, at) ||
		    (found && at >= *begin) ||
		    !str_is(table_cell(c->t, row, c->side), side))
			continue;
		*begin = at;
		*bound = table_cell(c->t, row, c->bound);
		found = true;
	}
	return found;
}

/* The longest cue that stands at byte `at`. */
static bool
after(const struct cues *c, struct str text, size_t at, struct str *bound,
    size_t *end)
{
	bool found = false;

	for (size_t row = 0; row < c->t->nrows; row++) {
		size_t to;

		if (!str_is(table_cell(c->t, row, c->side), "after"))
			continue;
		to = word_match(text, at, table_cell(c->t, row, c->cue));
		if (!to || !word_edge(text, to) || (found && to <= *end))
			continue;
		*end = to;
		*bound = table_cell(c->t, row, c->bound);
		found = true;
	}
	return found;
}

static void
look_before(const struct cues *c, struct str text, size_t floor, size_t from,
    struct bound *b)
{
	struct str name;
	size_t at, end = word_skip_back(text, from);

	if (!before(c, "before", text, floor, end, &name, &at)) {
		if (!before(c, "skip", text, floor, end, &name, &at))
			return;
		end = word_skip_back(text, at);
		if (!before(c, "before", text, floor, end, &name, &at))
			return;
	}
	*b = (struct bound){ name, at, end };
	/* "up to about": a limit around an approximation */
	end = word_skip_back(text, at);
	if (before(c, "before", text, floor, end, &name, &at)) {
		b->from = at;
		if (str_is(b->name, "approx"))
			b->name = name;
		end = word_skip_back(text, at);
	}
	if (before(c, "more", text, floor, end, &name, &at))
		b->from = at;
}

struct bound
bound_find(
    struct str lang, struct str text, size_t floor, size_t from, size_t to)
{
	const struct table *t = lang_table(lang, "bounds");
	struct bound b = { .name = STR("eq"), .from = from, .to = from };
	struct cues c = { .t = t };
	struct str name;
	size_t end;

	if (!t)
		return b;
	c.cue = (size_t)table_column(t, "cue");
	c.side = (size_t)table_column(t, "side");
	c.bound = (size_t)table_column(t, "bound");
	look_before(&c, text, floor, from, &b);
	if (!str_is(b.name, "eq") && !str_is(b.name, "approx"))
		return b;
	from = word_skip(text, to);
	if (after(&c, text, to, &name, &end))
		from = to;
	else if (from == to || !after(&c, text, from, &name, &end))
		return b;
	if (str_is(b.name, "eq") || !str_is(name, "approx"))
		b = (struct bound){ name, from, end };
	return b;
}
