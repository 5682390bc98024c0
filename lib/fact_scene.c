#include "fact_scene.h"

#include <stdlib.h>

#include "word.h"

/* The byte for a mention, or 0. */
static char
mark_of(const struct mentioned *m)
{
	if (record_is(&m->rec, "money"))
		return scene_get(m, "same_as").s ? SCENE_SAME : SCENE_MONEY;
	if (record_is(&m->rec, "count"))
		return str_is(scene_get(m, "kind"), "count") ? SCENE_COUNT : 0;
	if (record_is(&m->rec, "date"))
		return SCENE_DATE;
	if (scene_is_class(m, "event"))
		return SCENE_EVENT;
	return 0;
}

/* Where the words begin that bound an amount, if they stand before it and are
 * not its verb. */
static size_t
with_cue(struct str text, const struct mentioned *m, struct pattern *verb)
{
	struct str cue = scene_get(m, "cue");
	size_t begin, at;

	if (!cue.n || record_is(&m->rec, "date") || cue.n + 1 > m->from ||
	    pattern_find(verb, cue, 0, 0, NULL))
		return m->from;
	begin = m->from - cue.n - 1;
	/* "more than a dozen": the article between them is part of it */
	for (at = 0; at < 5 && begin - at > 0; at++) {
		if (memcmp(text.s + begin - at, cue.s, cue.n) == 0)
			return begin - at;
		if (begin == at)
			break;
	}
	return memcmp(text.s + begin, cue.s, cue.n) == 0 ? begin : m->from;
}

void
scene_read(
    struct scene *s, const struct sentence *sentence, struct pattern *verb)
{
	mentions_read(&s->mentions, sentence, NULL);
	buf_reset(&s->buf);
	buf_str(&s->buf, sentence->text);
	s->amounts = s->counts = 0;
	for (int pass = 0; pass < 2; pass++) {
		/* amounts last: they may stand in an event's name */
		for (size_t i = 0; i < s->mentions.n; i++) {
			const struct mentioned *m = &s->mentions.item[i];
			char mark = mark_of(m);
			size_t from;

			if (!mark || (mark == SCENE_EVENT) != (pass == 0))
				continue;
			s->amounts += mark == SCENE_MONEY;
			s->counts += mark == SCENE_COUNT;
			from = with_cue(sentence->text, m, verb);
			memset(s->buf.s + from, mark, m->to - from);
		}
	}
	s->text = buf_text(&s->buf);
}

void
scene_free(struct scene *s)
{
	mentions_free(&s->mentions);
	buf_free(&s->buf);
}

const struct mentioned *
scene_at(const struct scene *s, const char *type, size_t at)
{
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];

		if (m->from <= at && at < m->to && record_is(&m->rec, type))
			return m;
	}
	return NULL;
}

struct str
scene_group(const struct scene *s, struct pattern *p, const char *name)
{
	struct str g = pattern_group(p, name);

	return g.s ? str_part(s->text, (size_t)(g.s - s->text.s),
			 (size_t)(g.s - s->text.s) + g.n)
		   : g;
}

struct str
scene_before(const struct scene *s, size_t at, size_t most)
{
	return word_run(s->text, at, most);
}

bool
scene_within(const struct scene *s, size_t from, size_t to)
{
	for (size_t i = 0; i < s->mentions.n; i++) {
		const struct mentioned *m = &s->mentions.item[i];
		struct str class;

		if (m->from > from || m->to < to ||
		    m->to - m->from == to - from)
			continue;
		if (record_is(&m->rec, "money") || record_is(&m->rec, "date"))
			return true;
		class = m->class;
		if (record_is(&m->rec, "term") &&
		    (str_is(class, "organization") || str_is(class, "event") ||
			str_is(class, "person")))
			return true;
	}
	return false;
}

bool
scene_attribute(const struct scene *s, const struct mentioned *m)
{
	return m->from > 0 && s->text.s[m->from - 1] == '-';
}
