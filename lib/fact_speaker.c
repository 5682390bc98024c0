#include "fact_speaker.h"

#include "letter.h"

enum {
	SPEAKER = 60, /* bytes between a verb and who is known to speak */
	CLAUSE = 160, /* and from it back to a name that is not known */
	VERBS = 16
};

static bool
can_speak(const struct mentioned *m)
{
	return scene_is_class(m, "person") || scene_is_class(m, "organization");
}

/* The person whose office the organization at m is part of: "Kairat Torebayev,
 * CEO of KTZ", "KTZ CEO Kairat Torebayev"; else m itself. */
static const struct mentioned *
holder(const struct fact_rules *r, const struct scene *s,
    const struct mentioned *m)
{
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *p = &s->mentions.item[i];

		if (!scene_is_class(p, "person"))
			continue;
		if (p->to < m->from && m->from - p->to <= SPEAKER * 2 &&
		    m->to < s->text.n && s->text.s[m->to] == ',' &&
		    fact_finds(
			r, HELP_OFFICE, str_part(s->text, p->to, m->from)))
			return p;
		if (p->from > m->to + 1 &&
		    str_eq(str_part(s->text, m->to + 1, p->from - 1),
			scene_get(p, "role")))
			return p;
	}
	return m;
}

/* The name that such a pattern found in the sentence, if no mention has it. */
static struct str
unknown_name(const struct scene *s, struct pattern *p)
{
	struct str name = scene_group(s, p, "name");
	size_t from = (size_t)(name.s - s->text.s), to = from + name.n;

	for (size_t i = 0; i < s->mentions.n; i++)
		if (s->mentions.item[i].from < to &&
		    s->mentions.item[i].to > from)
			return (struct str){ NULL, 0 };
	return name;
}

/* Does a name, or a comma, stand before this place?  It costs less to see. */
static bool
may_be_named(const struct scene *s, size_t at)
{
	size_t n;

	while (at > 0 && s->text.s[at - 1] == ' ')
		at--;
	if (at > 0 && s->text.s[at - 1] == ',')
		return true;
	while (at > 0 && s->text.s[at - 1] != ' ')
		at--;
	return letter_at(s->text, at, &n) == LETTER_UPPER;
}

/* A verb of saying in the sentence. */
struct saying {
	size_t from, to;
	bool told; /* whom it names behind it does not speak */
};

/* The first ones; their number. */
static size_t
find_sayings(const struct fact_rules *r, const struct scene *s,
    struct saying verb[static VERBS])
{
	struct pattern *p = r->help[HELP_SPEECH];
	size_t n = 0, at = 0;

	while (n < VERBS && pattern_find(p, s->text, at, s->text.n, NULL)) {
		at = pattern_end(p);
		verb[n++] = (struct saying){ pattern_start(p), at,
			pattern_group(p, "told").s != NULL };
	}
	return n;
}

/* The person or organization nearest to the verb, or NULL. */
static const struct mentioned *
known_speaker(const struct fact_rules *r, const struct scene *s,
    const struct saying *verb)
{
	const struct mentioned *best = NULL;
	size_t least = SPEAKER, gap;

	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (!can_speak(m))
			continue;
		if (m->to <= verb->from)
			gap = verb->from - m->to;
		else if (m->from >= verb->to && !verb->told &&
			 !fact_finds(r, HELP_SAID,
			     str_part(s->text, verb->to, m->from)))
			gap = (m->from - verb->to) * 2;
		else
			continue;
		if (gap < least) {
			least = gap;
			best = m;
		}
	}
	return best && scene_is_class(best, "organization") ? holder(r, s, best)
							    : best;
}

/* Somebody who has no title, beside the verb, or a missing str. */
static struct str
unknown_speaker(const struct fact_rules *r, const struct scene *s,
    const struct saying *verb)
{
	struct pattern *named = r->help[HELP_SPEAKER_BEFORE],
		       *behind = r->help[HELP_SPEAKER_BEHIND];
	struct str before = scene_before(s, verb->from, CLAUSE);

	if (may_be_named(s, verb->from) &&
	    fact_finds(r, HELP_SPEAKER_BEFORE, before) &&
	    (pattern_start(named) > 0 || before.s == s->text.s))
		return unknown_name(s, named);
	if (pattern_find(behind, s->text, verb->from, verb->from, NULL))
		return unknown_name(s, behind);
	return (struct str){ NULL, 0 };
}

struct str
speaker_of(const struct fact_rules *r, const struct scene *s)
{
	struct saying verb[VERBS];
	size_t n = find_sayings(r, s, verb);
	const struct mentioned *known = NULL;
	struct str name = { NULL, 0 };

	for (size_t i = 0; i < n && !known; i++)
		known = known_speaker(r, s, &verb[i]);
	if (known)
		return scene_get(known, "text");
	for (size_t i = 0; i < n && !name.s; i++)
		name = unknown_speaker(r, s, &verb[i]);
	return name;
}
