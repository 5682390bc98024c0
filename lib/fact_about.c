#include "fact_about.h"

#include "fact_speaker.h"
#include "number.h"

enum {
	LOOK = 64,
	CLAUSE = 160,
	LONG_AGO = 220,
	OTHER_CLAUSE = 40,
	FRONT = 16,
	COMMA = 10
};

static bool
stands_before(const struct fact_rules *r, enum fact_helper kind,
    const struct scene *s, size_t at)
{
	return fact_finds(r, kind, scene_before(s, at, LOOK));
}

/* Do the words [from, to) hold such a word? */
static bool
holds(const struct fact_rules *r, enum fact_helper kind, const struct scene *s,
    size_t from, size_t to)
{
	return fact_finds(r, kind, str_part(s->text, from, to));
}

/* Is the mention within an amount of money or a date ("US dollars")? */
static bool
within_amount(const struct scene *s, const struct mentioned *m)
{
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *o = &s->mentions.item[i];

		if (o != m && o->from <= m->from && o->to >= m->to &&
		    (record_is(&o->rec, "money") || record_is(&o->rec, "date")))
			return true;
	}
	return false;
}

/* Is a capital a place here, and not a government: "in Astana", "Astana
 * hosted"? */
static bool
is_place(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *m)
{
	return stands_before(r, HELP_AT_PLACE, s, m->from) ||
	       fact_finds(r, HELP_HOSTS, str_part(s->text, m->to, s->text.n));
}

static void
add_place(struct about *a, const struct fact_rules *r, const struct scene *s,
    const struct mentioned *m)
{
	struct str id = scene_get(m, "id");

	if (scene_within(s, m->from, m->to))
		return;
	if (scene_is_class(m, "region")) {
		codes_add(&a->places, id);
	} else if (scene_is_class(m, "city")) {
		if (str_is(scene_get(m, "role"), "capital") &&
		    !is_place(r, s, m))
			return;
		codes_add(&a->places, id);
	}
}

/* "The Kazakh capital" is a place. */
static void
add_capital(struct about *a, const struct fact_rules *r, const struct scene *s,
    const struct world *w, const struct mentioned *m)
{
	if (scene_is_class(m, "country") &&
	    str_is(scene_get(m, "role"), "adjective") &&
	    pattern_find(
		r->help[HELP_CAPITAL], s->text, m->from, m->from, NULL))
		codes_add(&a->places, world_capital(w, scene_get(m, "id")));
}

/* The country that a term stands for, or a missing str. */
static struct str
party(const struct scene *s, const struct world *w, const struct mentioned *m)
{
	if (!record_is(&m->rec, "term") || within_amount(s, m))
		return (struct str){ NULL, 0 };
	return world_country(
	    w, m->class, scene_get(m, "id"), scene_get(m, "role"));
}

void
about_count(const struct scene *s, struct world *w)
{
	for (size_t i = 0; i < s->mentions.n; i++) {
		struct str country = party(s, w, &s->mentions.item[i]);

		if (country.s)
			world_count(w, country);
	}
}

static void
read_places(struct about *a, const struct fact_rules *r, const struct scene *s,
    const struct world *w, size_t from, size_t to)
{
	a->parties.n = a->places.n = 0;
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];
		struct str behind = str_part(s->text, m->to, s->text.n);

		if (m->from < from || m->to > to ||
		    !record_is(&m->rec, "term") || within_amount(s, m))
			continue;
		if (!scene_is_class(m, "city") ||
		    !fact_finds(r, HELP_BASED, behind))
			codes_add(&a->parties, party(s, w, m));
		add_place(a, r, s, m);
		add_capital(a, r, s, w, m);
	}
}

/* Does the sentence speak of partners that it does not name one by one? */
static bool
unnamed_partners(const struct fact_rules *r, const struct scene *s)
{
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (record_is(&m->rec, "count") && str_is(m->class, "country"))
			return true;
	}
	return fact_finds(r, HELP_PARTNERS, s->text);
}

/* Adds the country of a city where something is, or is done: "opened a plant in
 * Almaty", but not of one where people meet. */
static void
add_city(struct about *a, const struct fact_rules *r, const struct scene *s,
    const struct world *w)
{
	for (size_t i = 0; i < s->mentions.n && a->parties.n < 2; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (scene_is_class(m, "city") &&
		    !scene_within(s, m->from, m->to) &&
		    stands_before(r, HELP_WITHIN_PLACE, s, m->from) &&
		    !stands_before(r, HELP_VENUE, s, m->from))
			codes_add(
			    &a->parties, world_around(w, scene_get(m, "id")));
	}
}

/* How many partners the sentence speaks of, "the three nations"; or 0. */
static size_t
partners_told(const struct fact_rules *r, const struct scene *s)
{
	struct pattern *p = r->help[HELP_PARTNERS_TOLD];
	struct decimal n, i;

	if (!pattern_find(p, s->text, 0, s->text.n, NULL) ||
	    !number_read(r->lang, pattern_group(p, "number"), &n))
		return 0;
	for (size_t k = 2; k < WORLD_SET; k++) {
		i = decimal_from(k);
		if (decimal_compare(&n, &i) == 0)
			return k;
	}
	return 0;
}

/* Adds the partners that the document tells, where the sentence does not. */
static void
complete(struct about *a, const struct fact_rules *r, const struct scene *s,
    const struct world *w)
{
	size_t told = partners_told(r, s);
	struct str next;

	if (!told && a->parties.n == 1 && unnamed_partners(r, s))
		return;
	if (!told && a->parties.n == 1)
		add_city(a, r, s, w);
	while (a->parties.n < (told ? told : 2)) {
		next = world_main(w, &a->parties);
		if (!next.s)
			return;
		codes_add(&a->parties, next);
		a->from_document = true;
	}
}

/* Is the sector mention i an item of a list of fields? */
static bool
listed(const struct fact_rules *r, const struct scene *s, size_t i)
{
	const struct mentioned *m = &s->mentions.item[i];
	size_t at = m->from;

	/* back over the items before it */
	for (size_t j = i; j-- > 0;) {
		const struct mentioned *o = &s->mentions.item[j];
		struct str between;

		if (!scene_is_class(o, "sector") || o->to > at)
			continue;
		between = str_part(s->text, o->to, at);
		if (between.n > LOOK || !fact_finds(r, HELP_JOINED, between))
			break;
		at = o->from;
	}
	if (!stands_before(r, HELP_FIELDS, s, at))
		return false;
	if (at < m->from)
		return true;
	for (size_t j = i + 1; j < s->mentions.n; j++) {
		const struct mentioned *o = &s->mentions.item[j];

		if (!scene_is_class(o, "sector") || o->from < m->to)
			continue;
		return o->from - m->to <= LOOK &&
		       holds(r, HELP_JOINED, s, m->to, o->from);
	}
	return false;
}

static void
read_sectors(struct about *a, const struct fact_rules *r, const struct scene *s)
{
	buf_reset(&a->sectors);
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];
		struct str id = scene_get(m, "id");

		if (!scene_is_class(m, "sector") ||
		    scene_within(s, m->from, m->to))
			continue;
		if (stands_before(r, HELP_TITLED, s, m->from) ||
		    (str_is(scene_get(m, "role"), "listed") &&
			!listed(r, s, i)))
			continue;
		if (!id.n || fact_rule_lists(buf_text(&a->sectors), id))
			continue;
		if (a->sectors.n)
			buf_char(&a->sectors, '|');
		buf_str(&a->sectors, id);
	}
}

struct str
about_event(const struct fact_rules *r, const struct scene *s)
{
	const struct mentioned *best = NULL;

	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (!scene_is_class(m, "event") ||
		    stands_before(r, HELP_ASIDE, s, m->from))
			continue;
		if (!best || (m->from <= best->from && m->to >= best->to))
			best = m;
	}
	return best ? scene_get(best, "text") : (struct str){ NULL, 0 };
}

/* The event of the document that "the forum" refers back to. */
static struct str
event_before(const struct fact_rules *r, const struct scene *s, struct str last)
{
	struct pattern *p = r->help[HELP_THIS_EVENT];
	struct str none = { NULL, 0 };

	if (!last.n || !pattern_find(p, s->text, 0, s->text.n, NULL) ||
	    stands_before(r, HELP_ASIDE, s, pattern_start(p)))
		return none;
	return last;
}

void
about_sentence(struct about *a, const struct fact_rules *r,
    const struct scene *s, struct str last_event)
{
	read_sectors(a, r, s);
	a->event = about_event(r, s);
	if (!a->event.s)
		a->event = event_before(r, s, last_event);
	a->speaker = speaker_of(r, s);
}

void
about_clause(struct about *a, const struct fact_rules *r, const struct scene *s,
    const struct world *w, size_t from, size_t to)
{
	a->from_document = false;
	read_places(a, r, s, w, from, to);
	if (!a->parties.n)
		read_places(a, r, s, w, 0, s->text.n);
	complete(a, r, s, w);
	codes_sort(&a->parties);
	codes_sort(&a->places);
}

void
about_free(struct about *a)
{
	buf_free(&a->sectors);
}

/* A date that can be the time of a fact. */
static bool
is_time(const struct mentioned *m)
{
	return record_is(&m->rec, "date") && scene_get(m, "edtf").n &&
	       !str_is(scene_get(m, "kind"), "set");
}

/* The date of an amount in a sentence that gives as many dates as amounts,
 * "respectively"; or NULL. */
static const struct mentioned *
respective(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *amount)
{
	struct str type = amount ? amount->rec.type : (struct str){ NULL, 0 };
	size_t before = 0, amounts = 0, dates = 0;
	const struct mentioned *date = NULL;

	if (!amount || !fact_finds(r, HELP_RESPECTIVELY, s->text))
		return NULL;
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];
		bool same =
		    str_eq(m->rec.type, type) && !scene_get(m, "same_as").s;

		amounts += same;
		before += same && m->to <= amount->from;
		dates += is_time(m);
	}
	for (size_t i = 0, n = 0; dates == amounts && !date; i++)
		if (is_time(&s->mentions.item[i]) && n++ == before)
			date = &s->mentions.item[i];
	return dates > 1 ? date : NULL;
}

/* Is the date a year before that of another one? */
static bool
is_earlier_year(const struct mentioned *date, struct str than)
{
	enum { YEAR = 4 };
	struct str edtf = scene_get(date, "edtf");

	return edtf.n == YEAR && than.n >= YEAR &&
	       memcmp(edtf.s, than.s, YEAR) < 0;
}

/* "In 2024, ...": said of all that follows, unless another date is. */
static bool
is_fronted(const struct scene *s, const struct mentioned *date)
{
	return date->from <= FRONT && date->to < s->text.n &&
	       s->text.s[date->to] == ',';
}

const struct mentioned *
about_when(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *amount, size_t from, size_t to,
    struct str least_date)
{
	const struct mentioned *best = respective(r, s, amount);
	size_t least = LONG_AGO;

	if (best)
		return best;
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];
		size_t a, b, cost;

		if (!is_time(m) || is_earlier_year(m, least_date))
			continue;
		if (stands_before(r, HELP_SAID_WHEN, s, m->from) ||
		    (str_is(scene_get(m, "relation"), "since") &&
			stands_before(r, HELP_RANKED, s, m->from)))
			continue;
		a = m->to <= from ? m->to : to;
		b = m->to <= from ? from : m->from;
		if (a > b)
			a = b;
		/* what follows is closer than what precedes */
		cost = b - a + (m->to <= from);
		if ((cost >= least && !is_fronted(s, m)) ||
		    (amount && holds(r, HELP_ELSEWHERE, s, a, b)))
			continue;
		if (holds(r, HELP_CLAUSE, s, a, b))
			cost += OTHER_CLAUSE;
		for (size_t k = a; k < b; k++) {
			char c = s->text.s[k],
			     before = k ? s->text.s[k - 1] : 0;

			if (c == ';')
				cost += LONG_AGO;
			else if (c == ',')
				cost += COMMA;
			else if ((c == SCENE_MONEY || c == SCENE_COUNT) &&
				 c != before)
				cost += 60;
		}
		if (is_fronted(s, m) && cost >= LONG_AGO)
			cost = LONG_AGO - 1;
		if (cost < least) {
			least = cost;
			best = m;
		}
	}
	return best;
}

struct str
about_year(struct str event)
{
	for (size_t i = 0; i + 4 <= event.n; i++) {
		size_t n = 0;

		while (i + n < event.n && event.s[i + n] >= '0' &&
		       event.s[i + n] <= '9')
			n++;
		if (n == 4 && (event.s[i] == '1' || event.s[i] == '2'))
			return str_part(event, i, i + 4);
		i += n;
	}
	return (struct str){ NULL, 0 };
}

struct str
about_relation(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *date)
{
	struct str relation = scene_get(date, "relation");
	struct str edtf = scene_get(date, "edtf");

	if (relation.s && !str_is(relation, "on"))
		return relation;
	if (fact_finds(r, HELP_SINCE, scene_before(s, date->from, CLAUSE)))
		return STR("since");
	if (relation.s)
		return relation;
	return memchr(edtf.s, '/', edtf.n) ? STR("during") : STR("on");
}
