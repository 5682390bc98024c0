#include "fact.h"

#include <stdio.h>
#include <stdlib.h>

#include "fact_draft.h"
#include "fact_object.h"
#include "hash.h"
#include "mem.h"

enum { NEAR = 24, LOOK = 96 };

struct linker *
linker_new(void)
{
	struct linker *l = mem_zero(1, sizeof *l);

	l->world = world_new();
	l->objects = table_builtin("lexicon/objects.tsv");
	return l;
}

void
linker_free(struct linker *l)
{
	struct fact_rules *r, *next;

	if (!l)
		return;
	for (r = l->rules; r; r = next) {
		next = r->next;
		fact_rules_free(r);
	}
	world_free(l->world);
	scene_free(&l->scene);
	about_free(&l->about);
	buf_free(&l->event);
	buf_free(&l->room);
	free(l->draft);
	free(l);
}

static struct fact_rules *
rules_of(struct linker *l, struct str lang)
{
	struct fact_rules *r;

	if (!lang.n)
		lang = STR("en");
	for (r = l->rules; r; r = r->next)
		if (str_eq(r->lang, lang))
			return r;
	r = fact_rules_new(lang);
	if (!r) {
		r = mem_zero(1, sizeof *r);
		r->lang = (struct str){ mem_copy(lang.s, lang.n), lang.n };
	}
	r->next = l->rules;
	l->rules = r;
	return r;
}

static struct draft *
draft_of(struct linker *l, const struct mentioned *m)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->draft[i].mention == m)
			return &l->draft[i];
	return NULL;
}

static struct draft *
new_draft(struct linker *l)
{
	if (l->n == l->cap) {
		l->cap = mem_room(l->cap, l->n + 1, sizeof *l->draft);
		l->draft = mem_resize(l->draft, l->cap, sizeof *l->draft);
	}
	l->draft[l->n] = (struct draft){ 0 };
	return &l->draft[l->n++];
}

static const struct mentioned *
mention_of(const struct scene *s, struct pattern *p, const char *name,
    const char *type)
{
	struct str g = scene_group(s, p, name);

	return g.s ? scene_at(s, type, (size_t)(g.s - s->text.s) + g.n - 1)
		   : NULL;
}

/* The begin of the next character. */
static size_t
next_place(struct str text, size_t at)
{
	at++;
	while (at < text.n && ((unsigned char)text.s[at] & 0xC0) == 0x80)
		at++;
	return at;
}

/* Is the noun that a sum stands with a country, a person, a side?
 * A place that stands before the sum has it no more. */
static bool
values_no_object(const struct draft *d, bool before)
{
	return d->rule->quantity == FACT_VALUE &&
	       (str_is(d->class, "country") || str_is(d->class, "person") ||
		   str_is(d->class, "side") ||
		   (before && str_is(d->class, "place")));
}

/*
 * Matches anew from further right while that brings the noun closer to the
 * amount m behind it: "the bank approved a loan of $5 million" is about the
 * loan.  The words before a noun stay with it.
 */
static void
nearest_noun(
    const struct scene *s, struct pattern *p, const struct mentioned *m)
{
	struct str noun = scene_group(s, p, "object"), last = noun;
	size_t best = pattern_start(p), at = best;

	if (!noun.s || noun.s > s->text.s + m->from)
		return;
	while (
	    at + 1 < m->from &&
	    pattern_find(p, s->text, next_place(s->text, at), m->from, NULL)) {
		at = pattern_start(p);
		noun = scene_group(s, p, "object");
		if (mention_of(s, p, "value", "money") != m)
			break;
		if (noun.s + noun.n > last.s + last.n) {
			last = noun;
			best = at;
		}
	}
	pattern_find(p, s->text, best, best, NULL);
}

/* The words of an amount and what it values; but of the latter alone, if a verb
 * stands between: "12 plants were built for a total of $5 million". */
static void
span_both(const struct scene *s, struct draft *d, const struct mentioned *count)
{
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (str_is(m->class, "action") && m->from >= count->to &&
		    m->to <= d->from) {
			d->all_from = count->from;
			d->all_to = count->to;
			return;
		}
	}
	if (count->from < d->all_from)
		d->all_from = count->from;
	if (count->to > d->all_to)
		d->all_to = count->to;
}

/* Drafts the facts of one rule about amounts or counts. */
static void
draft_quantities(struct linker *l, const struct sentence *st,
    const struct fact_rules *r, const struct fact_rule *rule)
{
	const struct scene *s = &l->scene;
	bool value = rule->quantity == FACT_VALUE;
	struct pattern *p = rule->pattern;
	size_t at = 0;

	if (rule->needs &&
	    !pattern_find(rule->needs, s->text, 0, s->text.n, NULL))
		return;
	while (
	    at < s->text.n && pattern_find(p, s->text, at, s->text.n, NULL)) {
		const struct mentioned *m = mention_of(
		    s, p, value ? "value" : "count", value ? "money" : "count");
		const struct mentioned *c =
		    value ? mention_of(s, p, "count", "count") : NULL;
		struct draft *d;
		struct str noun;

		at = m && m->to > at ? m->to : pattern_end(p);
		if (!m || draft_of(l, m))
			continue;
		d = new_draft(l);
		d->rule = rule;
		d->mention = m;
		d->partner = c;
		d->from = d->all_from = m->from;
		d->to = d->all_to = m->to;
		if (c)
			span_both(s, d, c);
		nearest_noun(s, p, m);
		object_set(l, st, r, d, p);
		noun = scene_group(s, p, "object");
		if (values_no_object(
			d, noun.s && noun.s < s->text.s + m->from)) {
			l->n--;
			continue;
		}
		if (noun.s && noun.s > s->text.s + d->all_to &&
		    noun.s < s->text.s + d->all_to + NEAR)
			d->all_to = (size_t)(noun.s - s->text.s) + noun.n;
	}
}

/* Drafts a fact for each amount that only "and" joins to the one before:
 * "invested $2 billion and $3 billion". */
static void
draft_joined(struct linker *l, const struct fact_rules *r)
{
	const struct scene *s = &l->scene;
	const struct mentioned *last = NULL;

	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];
		struct draft *before, joined;

		if (!record_is(&m->rec, "money") || scene_get(m, "same_as").s)
			continue;
		before = last && last->to < m->from ? draft_of(l, last) : NULL;
		last = m;
		if (!before || draft_of(l, m) ||
		    !fact_finds(
			r, HELP_SAME, str_part(s->text, before->to, m->from)))
			continue;
		joined = *before;
		joined.mention = m;
		joined.partner = NULL;
		joined.from = joined.all_from = m->from;
		joined.to = joined.all_to = m->to;
		*new_draft(l) = joined;
	}
}

/* Do words of this kind stand close before what begins at `at`? */
static bool
stands_before(const struct fact_rules *r, enum fact_helper kind,
    const struct scene *s, size_t at)
{
	return fact_finds(r, kind, scene_before(s, at, LOOK));
}

static void
finish_quantities(struct linker *l, const struct fact_rules *r)
{
	size_t kept = 0;

	/* one phrase has one verb, and one bundle */
	for (size_t i = 0; i < l->n; i++) {
		struct draft *d = &l->draft[i], *c;

		if (!d->partner || !(c = draft_of(l, d->partner)))
			continue;
		c->all_from = d->all_from;
		c->all_to = d->all_to;
	}
	for (size_t i = 0; i < l->n; i++) {
		struct draft *d = &l->draft[i];
		struct str class = d->mention->class;

		d->verb = verb_find(r, &l->scene, d->all_from, d->all_to);
		if (d->rule->status.n)
			d->verb.status = d->rule->status;
		if (d->rule->action.n && !d->verb.action.s)
			d->verb.action = d->rule->action;
		if (d->rule->quantity == FACT_COUNT &&
		    !object_counts(l, r, d, class.s ? class : d->object))
			continue;
		/* money is not met, visited or held */
		if (d->rule->quantity == FACT_VALUE &&
		    str_is(d->verb.action, "CONSULT") &&
		    str_is(d->verb.status, "completed"))
			d->verb = (struct verb){ .negated = false };
		/* "including" ties it to the fact before. */
		if (kept &&
		    stands_before(r, HELP_INCLUDING, &l->scene, d->all_from))
			d->verb = l->draft[kept - 1].verb;
		if (stands_before(r, HELP_SUPPOSED, &l->scene, d->all_from))
			d->verb.conditional = true;
		if (str_is(d->object, "job"))
			d->verb.action = (struct str){ NULL, 0 };
		l->draft[kept++] = *d;
	}
	l->n = kept;
}

/* The rules that are tried at a mention, by bit. */
static uint64_t
rules_at(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *m)
{
	if (str_is(m->class, "action") && !scene_attribute(s, m))
		return fact_rules_at(r, scene_get(m, "name"));
	if (str_is(m->class, "event"))
		return fact_rules_at(r, m->class);
	return 0;
}

/* What a rule matches at a mention, or before it; NULL if neither. */
static struct pattern *
match_at(const struct scene *s, const struct fact_rule *rule,
    const struct mentioned *m)
{
	struct str before = scene_before(s, m->from, LOOK);

	if (rule->passive &&
	    pattern_find(rule->passive, before, 0, before.n, NULL))
		return rule->passive;
	return pattern_find(rule->pattern, s->text, m->from, m->from, NULL)
		   ? rule->pattern
		   : NULL;
}

/* Drafts the statement that a rule finds at a mention.  False if it does not,
 * or if the verb is negated or only possible. */
static bool
statement_at(struct linker *l, const struct sentence *st,
    const struct fact_rules *r, const struct fact_rule *rule,
    const struct mentioned *m)
{
	const struct scene *s = &l->scene;
	struct verb verb = { .negated = false };
	struct pattern *p = match_at(s, rule, m);
	struct draft *d;
	struct str said;

	if (!p)
		return false;
	if (str_is(m->class, "action"))
		verb = verb_at(r, s, m);
	if (verb.negated || verb.conditional)
		return false;
	said = scene_group(s, p, "said");
	d = new_draft(l);
	d->rule = rule;
	d->from = d->all_from = (size_t)(said.s - s->text.s);
	d->to = p == rule->passive ? m->to : d->from + said.n;
	while (d->to > d->from && st->text.s[d->to - 1] == ' ')
		d->to--;
	d->all_to = d->to;
	/* the time of the verb is not that of what its subject tells */
	if (p == rule->passive)
		d->all_from = m->from;
	object_set(l, st, r, d, p);
	d->verb = verb;
	if (!str_is(verb.status, "planned") && !str_is(verb.status, "underway"))
		d->verb.status = rule->status;
	d->verb.action = rule->action;
	return true;
}

/* Drafts the statement of the sentence by the first rule that finds one. */
static void
draft_statement(
    struct linker *l, const struct sentence *st, const struct fact_rules *r)
{
	const struct scene *s = &l->scene;
	uint64_t rules = 0;

	for (size_t i = 0; i < s->mentions.n; i++)
		rules |= rules_at(r, s, &s->mentions.item[i]);
	for (size_t k = 0; rules && k < r->n; k++, rules &= ~UINT64_C(0) << k) {
		if (!(rules >> k & 1))
			continue;
		for (size_t i = 0; i < s->mentions.n; i++) {
			const struct mentioned *m = &s->mentions.item[i];

			if ((rules_at(r, s, m) >> k & 1) &&
			    statement_at(l, st, r, &r->rule[k], m))
				return;
		}
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct draft *x = a, *y = b;

	return x->from < y->from ? -1 : x->from > y->from;
}

/* The id of a fact: 16 hex digits. */
static void
identify(struct linker *l, const struct sentence *st, struct draft *d)
{
	struct str unit = d->mention ? scene_get(d->mention, "unit")
				     : (struct str){ NULL, 0 };
	struct buf *b = &l->room;

	buf_reset(b);
	buf_str(b, st->doc);
	buf_char(b, '\t');
	buf_str(b, st->text);
	buf_char(b, '\t');
	buf_uint(b, d->from);
	buf_char(b, '\t');
	buf_uint(b, d->to);
	buf_char(b, '\t');
	buf_str(b, d->object);
	buf_char(b, '\t');
	buf_str(b, unit);
	snprintf(d->id, sizeof d->id, "%016llx",
	    (unsigned long long)hash_word(buf_text(b), 0));
}

static void
bundle(struct linker *l)
{
	for (size_t i = 0; i < l->n; i++) {
		struct draft *d = &l->draft[i], *c;
		size_t first;

		if (!d->partner || !(c = draft_of(l, d->partner)))
			continue;
		first = (size_t)(c < d ? c - l->draft : d - l->draft) + 1;
		if (c->bundle)
			first = c->bundle;
		c->bundle = d->bundle = first;
	}
}

/* Each fact's clause: facts that a conjunction parts have their own. */
static void
part_clauses(struct linker *l, const struct fact_rules *r)
{
	struct str text = l->scene.text;
	struct pattern *p = r->help[HELP_CLAUSE];
	size_t begin = 0, first = 0;

	for (size_t i = 0; i < l->n; i++) {
		struct draft *d = &l->draft[i], *next = d + 1;
		size_t end = text.n;

		if (i + 1 < l->n) {
			if (next->all_from <= d->all_to ||
			    !pattern_find(
				p, text, d->all_to, next->all_from, NULL))
				continue;
			end = pattern_start(p);
		}
		for (; first <= i; first++) {
			l->draft[first].clause_from = begin;
			l->draft[first].clause_to = end;
		}
		begin = end;
	}
}

/* Keeps the event that the sentence names. */
static void
remember(struct linker *l, struct str event)
{
	if (!event.s)
		return;
	buf_reset(&l->room);
	buf_str(&l->room, event);
	buf_reset(&l->event);
	buf_str(&l->event, buf_text(&l->room));
}

void
linker_link(struct linker *l, const struct sentence *st, struct buf *out)
{
	struct fact_rules *r = rules_of(l, st->lang);

	if (st->new_doc) {
		world_forget(l->world);
		buf_reset(&l->event);
	}
	if (!r->n || st->text.n > FACT_BYTES || !st->mentions.n)
		return;
	scene_read(&l->scene, st, r->help[HELP_VERB_CUE]);
	if (l->scene.mentions.n > FACT_MENTIONS)
		return;
	l->n = 0;
	for (size_t i = 0; i < r->n; i++)
		if (r->rule[i].quantity == FACT_VALUE
			? l->n < l->scene.amounts
			: r->rule[i].quantity == FACT_COUNT && l->scene.counts)
			draft_quantities(l, st, r, &r->rule[i]);
	draft_joined(l, r);
	if (l->n > 1)
		qsort(l->draft, l->n, sizeof *l->draft, by_place);
	finish_quantities(l, r);
	if (!l->n)
		draft_statement(l, st, r);
	bundle(l);
	for (size_t i = 0; i < l->n; i++)
		identify(l, st, &l->draft[i]);
	part_clauses(l, r);
	if (l->n)
		about_sentence(
		    &l->about, r, &l->scene, draft_filled(&l->event));
	for (size_t i = 0; i < l->n; i++) {
		const struct draft *d = &l->draft[i];

		about_clause(&l->about, r, &l->scene, l->world, d->clause_from,
		    d->clause_to);
		draft_emit(l, st, r, d, out);
	}
	about_count(&l->scene, l->world);
	remember(l, about_event(r, &l->scene));
}
