#include "fact_verb.h"

enum { AUX = 64, REACH = 160, TOO_FAR = 120 };
enum { COMMA = 90, OTHER = 40, LIST = 10, ASIDE = 2 };

/* The action mention whose words hold or directly precede the "to" of a verb
 * that begins at `at`: "agreed to build", "set a task to attract". */
static const struct mentioned *
governor(const struct fact_rules *r, const struct scene *s, size_t at)
{
	struct str before = scene_before(s, at, AUX);
	struct pattern *p = r->help[HELP_TO_VERB];
	size_t to;

	if (!pattern_find(p, before, 0, before.n, NULL))
		return NULL;
	to = at - before.n + pattern_start(p);
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (str_is(m->class, "action") && m->from < to &&
		    m->to + 1 >= to && m->to <= at)
			return m;
	}
	return NULL;
}

/* Is the action one of ", creating ...": a clause that depends on another? */
static bool
adverbial(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *a)
{
	return a->from > 1 && s->text.s[a->from - 1] == ' ' &&
	       s->text.s[a->from - 2] == ',' &&
	       fact_finds(r, HELP_GERUND, str_part(s->text, a->from, a->to));
}

/* Is the verb before the action, on which it depends, of the future? */
static bool
led_by_plan(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *a)
{
	const struct mentioned *m = NULL;
	struct str before;

	for (size_t i = 0; i < s->mentions.n; i++)
		if (str_is(s->mentions.item[i].class, "action") &&
		    s->mentions.item[i].to <= a->from)
			m = &s->mentions.item[i];
	if (!m)
		return false;
	if (str_is(scene_get(m, "role"), "planned") ||
	    str_is(scene_get(m, "role"), "target"))
		return true;
	before = scene_before(s, m->from, AUX);
	return fact_finds(r, HELP_BEFORE_VERB, before) &&
	       pattern_group(r->help[HELP_BEFORE_VERB], "future").s;
}

/* Is it a bare verb behind "and", with one before that is to come: "will
 * produce 100,000 cars and create 2,200 jobs"? */
static bool
coordinated(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *a)
{
	struct str word = str_part(s->text, a->from, a->to), before;

	if (noun_class(r->nouns, word).s ||
	    !fact_finds(r, HELP_BARE_VERB, word))
		return false;
	before = scene_before(s, a->from, REACH);
	return fact_finds(r, HELP_COORDINATED, before);
}

struct verb
verb_at(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *action)
{
	struct verb v = { .action = scene_get(action, "id"),
		.name = scene_get(action, "name"),
		.status = scene_get(action, "role"),
		.text = str_part(s->text, action->from, action->to) };
	struct str before = scene_before(s, action->from, AUX);
	struct pattern *p = r->help[HELP_BEFORE_VERB];
	const struct mentioned *over = governor(r, s, action->from);

	if (over && !str_is(scene_get(over, "id"), "CONSULT")) {
		/* cancelling is not done by wanting to */
		if (!str_is(v.status, "cancelled")) {
			v.status = scene_get(over, "role");
			v.action = scene_get(over, "id");
		}
		v.name = scene_get(over, "name");
		v.text = str_part(s->text, over->from, action->to);
		return v;
	}
	if (!pattern_find(p, before, 0, before.n, NULL)) {
		if ((adverbial(r, s, action) && led_by_plan(r, s, action)) ||
		    coordinated(r, s, action)) {
			v.status = STR("planned");
			v.action = STR("AGREE");
		}
		return v;
	}
	v.negated = pattern_group(p, "negated").s != NULL;
	v.conditional = pattern_group(p, "conditional").s != NULL;
	if (pattern_group(p, "future").s && !str_is(v.status, "cancelled")) {
		v.status = STR("planned");
		v.action = STR("AGREE");
	} else if (pattern_group(p, "progressive").s &&
		   (str_is(v.action, "COOPERATE") || str_is(v.action, "AID")) &&
		   fact_finds(r, HELP_GERUND, v.text)) {
		v.status = STR("underway");
	} else if (pattern_group(p, "past").s && !pattern_group(p, "going").s &&
		   str_is(v.status, "underway") &&
		   fact_finds(r, HELP_PARTICIPLE, v.text)) {
		v.status = STR("completed"); /* have been implemented */
	}
	v.text = str_part(
	    s->text, action->from - before.n + pattern_start(p), action->to);
	return v;
}

/* Is the word rather a noun: "grants", but not "to grant"? */
static bool
is_noun(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *m)
{
	struct str word = str_part(s->text, m->from, m->to), before;

	if (!noun_class(r->nouns, word).s)
		return false;
	before = scene_before(s, m->from, AUX);
	return !fact_finds(r, HELP_BEFORE_VERB, before);
}

/* Does it tell of what is counted: "17 out of 30 planned facilities"? */
static bool
is_counted(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *m)
{
	const char *p = s->text.s + m->from;

	return m->from > 1 && p[-1] == ' ' && p[-2] >= '0' && p[-2] <= '9' &&
	       fact_finds(
		   r, HELP_NOUN_NEXT, str_part(s->text, m->to, s->text.n));
}

/* Is this action one that a quantity can be the object of? */
static bool
can_govern(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *m)
{
	return scene_is_class(m, "action") &&
	       !str_is(scene_get(m, "id"), "SUPPORT") && !is_noun(r, s, m) &&
	       !scene_attribute(s, m) && !is_counted(r, s, m) &&
	       !scene_within(s, m->from, m->to);
}

/* How far the words [from, to) part a verb from its object. */
static size_t
distance(struct str text, size_t from, size_t to)
{
	size_t cost = to - from;
	char last = 0;

	for (size_t i = from; i < to; i++) {
		char c = text.s[i];

		if (c == ',')
			cost += COMMA;
		else if (c == ';' || c == ':')
			cost += REACH;
		else if (c < SCENE_EVENT && c > 0) {
			/* one mention costs the same whatever its length */
			cost -= c == last;
			cost += c != last && c != SCENE_DATE ? OTHER : 0;
		}
		last = c;
	}
	return cost;
}

/* What it costs that the amount which begins at `from` is the object of m. */
static size_t
as_object(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *m, size_t from)
{
	struct str gap = str_part(s->text, m->to, from);

	if (fact_finds(r, HELP_OBJECTS, gap))
		return LIST;
	return distance(s->text, m->to, from);
}

/* What it costs that the amount which ends at `to` is the subject of m. */
static size_t
as_subject(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *m, size_t to)
{
	struct pattern *p = r->help[HELP_PREDICATE];
	struct str gap = str_part(s->text, to, m->from);

	if (gap.n == 1 && gap.s[0] == ' ')
		return 0;
	if (!pattern_find(p, gap, 0, 0, NULL))
		return distance(s->text, to, m->from) + 12;
	if (pattern_group(p, "list").s || pattern_group(p, "relative").s)
		return LIST;
	return pattern_group(p, "comma").s ? ASIDE : 0;
}

/* The verb that no lexicon has and that was found in the words before `from`:
 * "has produced", "agreed to raise". */
static struct verb
untold_verb(const struct fact_rules *r, const struct scene *s, size_t from,
    struct str before)
{
	struct pattern *p = r->help[HELP_BEFORE_AMOUNT];
	struct str future = pattern_group(p, "future");
	struct verb v = { .status = STR("completed"),
		.text =
		    str_part(before, pattern_start(p), pattern_end(p) - 1) };
	const struct mentioned *over;

	if (!future.s)
		return v;
	v.status = STR("planned");
	over = governor(r, s, (size_t)(future.s - s->text.s) + future.n);
	if (over && !str_is(scene_get(over, "id"), "CONSULT")) {
		v.status = scene_get(over, "role");
		v.action = scene_get(over, "id");
		v.name = scene_get(over, "name");
		v.text = str_part(s->text, over->from, from - 1);
	}
	return v;
}

/* An action in the words of what is counted: "24 signed documents". */
static const struct mentioned *
action_within(const struct scene *s, size_t from, size_t to)
{
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (str_is(m->class, "action") && m->from > from && m->to < to)
			return m;
	}
	return NULL;
}

struct verb
verb_find(
    const struct fact_rules *r, const struct scene *s, size_t from, size_t to)
{
	const struct mentioned *best = NULL, *within;
	struct pattern *amount = r->help[HELP_BEFORE_AMOUNT];
	size_t least = TOO_FAR;
	struct verb v = { .negated = false };
	struct str before;

	/* the words that bound an amount are written over with it */
	while (from > 0 && s->text.s[from - 1] > 0 &&
	       s->text.s[from - 1] <= SCENE_EVENT)
		from--;
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];
		size_t cost;

		if (!can_govern(r, s, m))
			continue;
		if (m->to <= from && from - m->to < REACH)
			cost = as_object(r, s, m, from);
		else if (m->from >= to && m->from - to < REACH)
			cost = as_subject(r, s, m, to);
		else
			continue;
		if (cost < least) {
			least = cost;
			best = m;
		}
	}
	before = scene_before(s, from, AUX);
	if (pattern_find(amount, before, 0, before.n, NULL) &&
	    (!best || least > before.n - pattern_start(amount)))
		return untold_verb(r, s, from, before);
	if ((within = action_within(s, from, to)) != NULL) {
		v.action = scene_get(within, "id");
		v.status = scene_get(within, "role");
		return v;
	}
	return best ? verb_at(r, s, best) : v;
}
