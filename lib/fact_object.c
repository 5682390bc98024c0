#include "fact_object.h"

#include "letter.h"

enum { LOOK = 96 };

/* The object of a class of nouns: the class itself, or other. */
static struct str
object_of(const struct linker *l, struct str class)
{
	for (size_t r = 0; r < l->objects->nrows; r++)
		if (str_eq(table_cell(l->objects, r, 0), class))
			return class;
	return STR("other");
}

/* The last count with a noun before the count c, or NULL. */
static const struct mentioned *
count_before(const struct scene *s, const struct mentioned *c)
{
	const struct mentioned *last = NULL;

	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (record_is(&m->rec, "count") && m->to <= c->from &&
		    scene_get(m, "noun").s && m->class.s)
			last = m;
	}
	return last;
}

/* What a count without a noun counts: the phrase told last before it. */
static struct str
antecedent(const struct fact_rules *r, const struct scene *s, size_t before)
{
	struct pattern *p = r->help[HELP_ANTECEDENT];
	struct str part = str_part(s->text, 0, before), last = { NULL, 0 };

	for (size_t at = 0; pattern_find(p, part, at, part.n, NULL);
	     at = pattern_end(p))
		last = pattern_group(p, "object");
	return last;
}

/* Is a country named in the words of a count, or as where they come from:
 * "1,500 Kazakh students", "students from China"; or at all where the noun
 * stands apart: "the number of tourists from China rose to 655,000"? */
static bool
names_country(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *count)
{
	struct str noun = scene_get(count, "noun");
	bool apart = noun.n > 0 && noun.n > count->to - count->from;

	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (!scene_is_class(m, "country"))
			continue;
		if (apart || (m->from >= count->from && m->to <= count->to) ||
		    (m->from > count->to &&
			fact_finds(r, HELP_ORIGIN,
			    str_part(s->text, count->to, m->from))))
			return true;
	}
	return false;
}

/* Is what is counted a people by its name alone: "655,000 Chinese"? */
static bool
counts_people(const struct scene *s, const struct mentioned *count)
{
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (str_is(m->class, "country") && m->to == count->to &&
		    str_eq(scene_get(m, "text"), scene_get(count, "noun")))
			return true;
	}
	return false;
}

bool
object_counts(const struct linker *l, const struct fact_rules *r,
    const struct draft *d, struct str class)
{
	struct str number = scene_get(d->mention, "min");
	bool classed = class.n && !str_is(class, "other");
	bool known = classed && str_eq(object_of(l, class), class);

	if (known && !str_is(class, "person"))
		return true;
	if (fact_finds(r, HELP_MISHAP, l->scene.text))
		return false;
	/* people and things of no kind: only what something is done with,
	 * or what a country's name stands with; a people by its name alone
	 * ("100 million Chinese") is a statistic */
	if (!d->verb.action.s && !str_is(class, "country") &&
	    !str_is(class, "unit") &&
	    (!names_country(r, &l->scene, d->mention) ||
		counts_people(&l->scene, d->mention)))
		return false;
	/* small numbers of nothing in particular are prose */
	return known || (str_is(class, "unit") && d->verb.action.s) ||
	       ((number.n >= 2 || !number.s) && (classed || d->verb.action.s));
}

/* The word for the event in the name of the sentence's event: "summit". */
static struct str
event_noun(const struct linker *l, const struct fact_rules *r)
{
	struct str name = about_event(r, &l->scene), found = { NULL, 0 };

	for (size_t i = 0, j; i < name.n; i = j + 1) {
		struct str word;

		for (j = i; j < name.n && name.s[j] != ' ';)
			j++;
		word = str_part(name, i, j);
		if (str_is(noun_class(r->nouns, word), "event"))
			found = word;
	}
	return found;
}

/* Does a subject, or what helps a verb, stand directly before the verb at `at`?
 */
static bool
finite(const struct scene *s, const struct fact_rules *r, size_t at)
{
	struct str before = scene_before(s, at, LOOK);
	size_t word = before.n > 0 ? before.n - 1 : 0, end = word, n;

	if (fact_finds(r, HELP_BEFORE_VERB, before))
		return true;
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (m->to + 1 == at && m->class.s &&
		    (str_is(m->class, "person") ||
			str_is(m->class, "organization") ||
			str_is(m->class, "country")))
			return !str_is(scene_get(m, "role"), "adjective");
	}
	while (word > 0 && before.s[word - 1] != ' ')
		word--;
	/* a noun, or a name */
	return noun_class(r->nouns, str_part(before, word, end)).s ||
	       (word > 0 && letter_at(before, word, &n) == LETTER_UPPER);
}

/* The noun phrase without the verb that it is the object of: "China signed
 * contracts", but all of "the completed projects". */
static struct str
without_verb(const struct scene *s, const struct fact_rules *r, struct str noun)
{
	size_t from = (size_t)(noun.s - s->text.s), to = from + noun.n;

	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (str_is(m->class, "action") && m->from >= from &&
		    m->to + 1 < to && finite(s, r, m->from))
			from = m->to + 1;
	}
	return str_part(s->text, from, to);
}

void
object_set(struct linker *l, const struct sentence *st,
    const struct fact_rules *r, struct draft *d, struct pattern *p)
{
	struct str rule = d->rule->object, noun, class;

	if (str_is(rule, "noun")) {
		noun = scene_group(&l->scene, p, "object");
		class = noun_class(r->nouns, noun);
		d->class = class;
		/* a statement may be about what no table has: no object */
		if (!noun.s || (!class.s && d->rule->quantity == FACT_NONE))
			return;
		d->object = object_of(l, class);
		d->object_text = draft_words(
		    st, &l->scene, without_verb(&l->scene, r, noun));
	} else if (str_is(rule, "count")) {
		const struct mentioned *c =
		    d->partner ? d->partner : d->mention;
		const struct mentioned *o;

		class = c->class;
		noun = scene_get(c, "noun");
		if (noun.s) {
			d->object_text = noun;
			if (!class.s && counts_people(&l->scene, c))
				class = STR("person");
		} else if (!class.s && (o = count_before(&l->scene, c))) {
			class = o->class;
			d->object_text = scene_get(o, "noun");
		} else if (!class.s) {
			noun = antecedent(r, &l->scene, c->from);
			class = noun.s ? noun_class(r->nouns, noun) : class;
			d->object_text = draft_words(st, &l->scene, noun);
		}
		d->object = object_of(l, class);
	} else {
		d->object = rule;
		d->object_text = draft_words(
		    st, &l->scene, scene_group(&l->scene, p, "object"));
		if (str_is(rule, "event") && !d->object_text.s)
			d->object_text = event_noun(l, r);
	}
}
