#include "document.h"

#include <stdlib.h>

#include "mem.h"

bool
document_ends(const struct document *d, const struct record *rec)
{
	if (!d->open)
		return false;
	if (record_is(rec, "doc"))
		return true;
	return record_is(rec, "para") &&
	       !str_eq(record_get(rec, "doc"), buf_text(&d->name));
}

void
document_add(struct document *d, const struct record *rec)
{
	bool is_doc = record_is(rec, "doc"), is_para = record_is(rec, "para");
	struct document_line *l;
	struct str value = record_get(rec, "text"), doc;

	if (d->n == d->cap) {
		d->cap = mem_room(d->cap, d->n + 1, sizeof *d->line);
		d->line = mem_resize(d->line, d->cap, sizeof *d->line);
	}
	l = &d->line[d->n++];
	*l = (struct document_line){ .from = d->bytes.n };
	l->to = l->from + rec->line.n;
	if (is_para && value.s && !record_get(rec, "role").s) {
		l->para = true;
		l->value = l->from + (size_t)(value.s - rec->line.s);
		l->value_end = l->value + value.n;
	}
	if (!d->open && (is_doc || is_para)) {
		d->open = true;
		d->has_record = is_doc && d->n == 1;
		doc = record_get(rec, "doc");
		if (doc.s)
			buf_str(&d->name, doc);
	}
	buf_str(&d->bytes, rec->line);
	buf_char(&d->bytes, '\n');
}

void
document_reset(struct document *d)
{
	buf_reset(&d->bytes);
	buf_reset(&d->name);
	d->n = 0;
	d->open = d->has_record = false;
}

void
document_free(struct document *d)
{
	buf_free(&d->bytes);
	buf_free(&d->name);
	free(d->line);
	*d = (struct document){ 0 };
}
