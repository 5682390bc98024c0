#include "mention.h"

#include "emit.h"
#include "utf8.h"

/* Fills s from the head of a group.  False where it is no sentence. */
static bool
read_sentence(struct sentence *s, const struct group *g, struct buf *room)
{
	const struct record *head = g->head;
	struct str text = head->line;

	if (head->type.n) {
		if (!record_is(head, "sent"))
			return false;
		text = record_get(head, "text");
		if (!text.s)
			return false;
	}
	s->text = head->type.n ? record_text(text, room) : text;
	s->doc = record_get(head, "doc");
	s->sent = record_get(head, "sent");
	s->line = record_get(head, "line");
	s->lang = record_get(head, "lang");
	s->published = record_get(head, "published");
	s->published_basis = record_get(head, "published_basis");
	s->mentions = g->mentions;
	*s->place = (struct place){ 0 };
	return true;
}

void
mention_run(struct filter *f, mention_find *find, void *self, bool only)
{
	struct buf found = { 0 }, room = { 0 }, doc = { 0 };
	struct place place;
	struct sentence s = { .place = &place };
	struct group g;

	while (reader_group(&f->in, &g)) {
		if (!only)
			writer_str(&f->out, g.all);
		if (!read_sentence(&s, &g, &room))
			continue;
		s.new_doc = !s.doc.s || !str_eq(s.doc, buf_text(&doc));
		if (s.new_doc) {
			buf_reset(&doc);
			buf_str(&doc, s.doc);
		}
		buf_reset(&found);
		find(self, &s, &found);
		writer_str(&f->out, buf_text(&found));
	}
	buf_free(&found);
	buf_free(&room);
	buf_free(&doc);
}

void
mention_begin(struct buf *out, const char *type, const struct sentence *s,
    size_t from, size_t to)
{
	struct place *at = s->place;
	size_t start;

	if (from < at->byte)
		*at = (struct place){ 0 };
	start = at->cp + utf8_count(s->text.s + at->byte, from - at->byte);
	*at = (struct place){ from, start };
	emit_begin(out, type);
	emit_raw(out, "doc", s->doc);
	emit_raw(out, "sent", s->sent);
	emit_uint(out, "start", start);
	emit_uint(out, "end", start + utf8_count(s->text.s + from, to - from));
	emit_text(out, "text", str_part(s->text, from, to));
}
