#include "emit.h"
#include "fact_draft.h"

struct str
draft_words(const struct sentence *st, const struct scene *s, struct str g)
{
	size_t at = (size_t)(g.s - s->text.s);

	return g.s ? str_part(st->text, at, at + g.n) : g;
}

static void
emit_value(struct buf *out, const struct draft *d)
{
	const struct mentioned *m = d->mention;

	if (!m) {
		emit_raw(out, "quantity", STR("none"));
		return;
	}
	emit_raw(out, "quantity",
	    d->rule->quantity == FACT_VALUE ? STR("value") : STR("count"));
	emit_raw(out, "value_min", scene_get(m, "min"));
	emit_raw(out, "value_max", scene_get(m, "max"));
	emit_raw(out, "bound", scene_get(m, "bound"));
	emit_raw(out, "unit",
	    d->rule->quantity == FACT_VALUE ? scene_get(m, "unit") : STR("1"));
	emit_raw(out, "unit_basis", scene_get(m, "basis"));
}

/* "by 2029" is a time without a begin: ../2029. */
static void
emit_edtf(
    struct linker *l, struct buf *out, struct str edtf, struct str relation)
{
	struct buf *b = &l->room;
	bool open = str_is(relation, "by") || str_is(relation, "before") ||
		    str_is(relation, "until");

	if (!open || memchr(edtf.s, '/', edtf.n)) {
		emit_raw(out, "time_edtf", edtf);
		return;
	}
	buf_reset(b);
	buf_puts(b, "../");
	buf_str(b, edtf);
	emit_raw(out, "time_edtf", buf_text(b));
}

/* The year in the name of the event that the fact is about. */
static void
emit_event_year(struct linker *l, struct buf *out, struct str year)
{
	struct buf *b = &l->room;

	emit_raw(out, "time_edtf", year);
	buf_reset(b);
	buf_str(b, year);
	buf_puts(b, "-01-01");
	emit_raw(out, "time_from", buf_text(b));
	buf_reset(b);
	buf_str(b, year);
	buf_puts(b, "-12-31");
	emit_raw(out, "time_to", buf_text(b));
	emit_raw(out, "time_relation", STR("on"));
	emit_raw(out, "time_basis", STR("explicit"));
}

static void
emit_time(struct linker *l, const struct sentence *st,
    const struct fact_rules *r, const struct draft *d, struct buf *out)
{
	const struct scene *s = &l->scene;
	bool ahead = str_is(d->verb.status, "planned") ||
		     str_is(d->verb.status, "target");
	const struct mentioned *date = about_when(r, s, d->mention, d->all_from,
	    d->all_to, ahead ? st->published : (struct str){ NULL, 0 });
	struct str relation, year;

	if (!date) {
		year = about_year(l->about.event);
		if (year.s && !d->mention && str_is(d->object, "event"))
			emit_event_year(l, out, year);
		return;
	}
	relation = about_relation(r, s, date);
	emit_edtf(l, out, scene_get(date, "edtf"), relation);
	if (!str_is(relation, "by") && !str_is(relation, "before"))
		emit_raw(out, "time_from", scene_get(date, "from"));
	if (!str_is(relation, "since"))
		emit_raw(out, "time_to", scene_get(date, "to"));
	emit_raw(out, "time_relation", relation);
	emit_raw(out, "time_basis", scene_get(date, "basis"));
}

struct str
draft_filled(const struct buf *b)
{
	return b->n ? buf_text(b) : (struct str){ NULL, 0 };
}

void
draft_emit(struct linker *l, const struct sentence *st,
    const struct fact_rules *r, const struct draft *d, struct buf *out)
{
	const struct about *a = &l->about;
	bool doubt = d->verb.negated || d->verb.conditional;
	struct buf *b = &l->room;
	struct str none = { NULL, 0 };

	mention_begin(out, "fact", st, d->from, d->to);
	emit_raw(out, "fact", str_from(d->id));
	emit_raw(out, "line", st->line);
	emit_raw(out, "published", st->published);
	emit_raw(out, "object", d->object.n ? d->object : none);
	emit_text(out, "object_text", d->object_text);
	emit_value(out, d);
	emit_time(l, st, r, d, out);
	emit_raw(out, "status",
	    doubt	       ? none
	    : d->verb.status.n ? d->verb.status
			       : STR("reported"));
	emit_raw(
	    out, "action", doubt || !d->verb.action.n ? none : d->verb.action);
	emit_text(out, "action_text",
	    d->verb.text.n ? draft_words(st, &l->scene, d->verb.text) : none);
	buf_reset(b);
	codes_write(b, &a->parties);
	emit_raw(out, "parties", draft_filled(b));
	if (a->parties.n)
		emit_raw(out, "parties_basis",
		    a->from_document ? STR("document") : STR("sentence"));
	buf_reset(b);
	codes_write(b, &a->places);
	emit_raw(out, "places", draft_filled(b));
	emit_raw(out, "sectors", draft_filled(&a->sectors));
	emit_raw(out, "event", a->event);
	emit_raw(out, "speaker", a->speaker);
	if (d->bundle)
		emit_raw(out, "bundle", str_from(l->draft[d->bundle - 1].id));
	emit_raw(out, "rule", d->rule->name);
	emit_raw(out, "confidence", doubt ? STR("low") : d->rule->confidence);
	emit_text(out, "sentence", st->text);
	emit_end(out);
}
