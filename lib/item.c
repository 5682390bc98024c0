#include "item.h"

#include <string.h>

void
items_init(struct items *it, struct filter *f, const char *type,
    const char *labels, bool body)
{
	*it = (struct items){ .f = f, .type = type, .labels = labels };
	it->body = body;
	it->schema = type ? schema_of(str_from(type)) : NULL;
	if (type && strcmp(type, "doc") == 0)
		it->level = ITEM_DOC;
	else if (type && strcmp(type, "para") == 0)
		it->level = ITEM_PARA;
	else if (type && strcmp(type, "sent") == 0)
		it->level = ITEM_SENT;
	writer_init(&it->rejects, -1, f->name, "rejects");
	f->in.rejects = &it->rejects;
}

void
items_free(struct items *it)
{
	struct buf *b[] = { &it->lines, &it->key, &it->id, &it->room, &it->doc,
		&it->para, &it->sent, &it->paras, &it->bodies, &it->sents,
		&it->rejects.buf, NULL };

	for (size_t i = 0; b[i]; i++)
		buf_free(b[i]);
}

/* Appends the text of an escaped value, ended by a NUL, which no text has. */
static void
add_text(struct items *it, struct buf *b, struct str value)
{
	buf_str(b, record_text(value, &it->room));
	buf_char(b, '\0');
}

/* The same with a mark that sets an empty value off from a missing one. */
static bool
add_value(struct items *it, struct str value)
{
	if (value.s)
		buf_char(&it->key, '=');
	add_text(it, &it->key, value);
	return value.s != NULL;
}

/* Is the label one of a list joined by blanks or commas? */
static bool
next_label(const char **list, struct str *label)
{
	size_t n = strcspn(*list, ", ");

	*label = (struct str){ *list, n };
	*list += n + ((*list)[n] != '\0');
	return n > 0;
}

static struct str
value_of(const struct record *rec, struct str label)
{
	for (size_t i = 0; i < rec->nfields; i++)
		if (str_eq(rec->field[i].label, label))
			return rec->field[i].value;
	/* A line of plain text is the text of a sentence or a paragraph. */
	if (rec->type.n == 0 && str_is(label, "text"))
		return rec->line;
	return (struct str){ 0 };
}

static bool
add_labels(struct items *it, const struct record *rec, const char *list)
{
	struct str label;
	bool any = false;

	while (next_label(&list, &label))
		any |= add_value(it, value_of(rec, label));
	return any;
}

/* All values but those that say where the record stands and what came of it. */
static bool
add_all(struct items *it, const struct record *rec)
{
	static const char places[] = "doc para line sent start end fact bundle "
				     "claim dup_of similarity rule confidence";
	struct str label;
	bool any = false;

	for (size_t i = 0; i < rec->nfields; i++) {
		const struct field *f = &rec->field[i];
		const char *list = places;

		while (next_label(&list, &label) && !str_eq(label, f->label))
			;
		if (label.n > 0)
			continue;
		buf_str(&it->key, f->label);
		any |= add_value(it, f->value);
	}
	return any;
}

/* What is compared of a record that is not a document compared by its text. */
static bool
add_key(struct items *it, const struct record *rec)
{
	bool any;

	if (it->labels)
		return add_labels(it, rec, it->labels);
	if (!it->schema || !it->schema->same)
		return add_all(it, rec);
	any = add_labels(it, rec, it->schema->same);
	/* Statements without a number are alike in all else far too often. */
	if (strcmp(it->type, "fact") == 0 && !record_get(rec, "value_min").s &&
	    !record_get(rec, "value_max").s)
		any |= add_labels(it, rec, "sentence");
	return any;
}

static bool
in_body(const struct record *rec)
{
	struct str role = record_get(rec, "role");

	return !role.s || str_is(role, "body") || str_is(role, "dateline");
}

/* Takes up the text of a record of a document. */
static void
add_part(struct items *it, const struct record *rec)
{
	struct str text = record_get(rec, "text");

	if (record_is(rec, "para")) {
		add_text(it, &it->paras, text);
		if (it->body && in_body(rec))
			add_text(it, &it->bodies, text);
	} else if (record_is(rec, "sent") && (!it->body || in_body(rec))) {
		add_text(it, &it->sents, text);
	}
}

static void
keep(struct buf *b, struct str value)
{
	buf_reset(b);
	buf_str(b, value);
}

static void
add_line(struct items *it, const struct record *rec)
{
	buf_str(&it->lines, rec->line);
	buf_char(&it->lines, '\n');
}

static void
add_id(struct items *it, const struct record *rec)
{
	const char *list =
	    it->schema && it->schema->key ? it->schema->key : "doc sent start";
	struct str label, value;

	while (next_label(&list, &label)) {
		value = value_of(rec, label);
		if (value.n && it->id.n)
			buf_char(&it->id, ':');
		buf_str(&it->id, value);
	}
}

static bool
is_head(const struct items *it, const struct record *rec)
{
	if (!it->type)
		return true;
	if (rec->type.n == 0)
		return it->level == ITEM_PARA || it->level == ITEM_SENT;
	return record_is(rec, it->type);
}

/* Does a record behind the head go where the head goes? */
static bool
belongs(struct items *it, const struct record *rec, bool plain)
{
	struct str doc, para, sent;

	if (it->level == ITEM_ALONE || rec->type.n == 0 ||
	    record_is(rec, it->type) || record_is(rec, "doc"))
		return false;
	doc = record_get(rec, "doc");
	if (!str_eq(doc, buf_text(&it->doc)))
		return false;
	if (it->level == ITEM_DOC)
		return doc.s != NULL;
	if (record_is(rec, "para"))
		return false;
	sent = record_get(rec, "sent");
	if (it->level == ITEM_PARA && !plain && record_is(rec, "sent")) {
		para = record_get(rec, "para");
		if (!para.s || !str_eq(para, buf_text(&it->para)))
			return false;
		keep(&it->sent, sent);
		return true;
	}
	return !record_is(rec, "sent") && str_eq(sent, buf_text(&it->sent));
}

static struct record *
read_on(struct items *it)
{
	struct record *rec = it->ahead;

	it->ahead = NULL;
	return rec ? rec : reader_next(&it->f->in);
}

/* Reads the rest of the item that begins with this record. */
static void
read_item(struct items *it, struct record *rec, struct item *item)
{
	bool plain = rec->type.n == 0, any;
	bool by_text = it->level == ITEM_DOC && !it->labels;

	keep(&it->doc, record_get(rec, "doc"));
	keep(&it->para, record_get(rec, "para"));
	keep(&it->sent, record_get(rec, "sent"));
	buf_reset(&it->paras);
	buf_reset(&it->bodies);
	buf_reset(&it->sents);
	item->head = rec->line.n;
	item->fact = record_is(rec, "fact");
	item->marked = record_get(rec, "dup_of").s != NULL;
	item->claimed = record_get(rec, "claim").s != NULL;
	add_id(it, rec);
	if (!it->type) {
		buf_str(&it->key, rec->line);
		any = true;
	} else {
		any = !by_text && add_key(it, rec);
	}
	while ((rec = reader_next(&it->f->in)) && belongs(it, rec, plain)) {
		if (by_text)
			add_part(it, rec);
		add_line(it, rec);
	}
	it->ahead = rec;
	item->key = buf_text(&it->key);
	if (by_text) {
		item->key = buf_text(it->bodies.n  ? &it->bodies
				     : it->paras.n ? &it->paras
						   : &it->sents);
		any = item->key.n > 0;
	}
	if (!any)
		item->key.s = NULL;
}

bool
items_next(struct items *it, struct item *item)
{
	struct record *rec = read_on(it);

	*item = (struct item){ 0 };
	buf_reset(&it->lines);
	buf_reset(&it->key);
	buf_reset(&it->id);
	if (it->rejects.buf.n) {
		it->ahead = rec;
		buf_str(&it->lines, buf_text(&it->rejects.buf));
		buf_reset(&it->rejects.buf);
		item->lines = buf_text(&it->lines);
		return true;
	}
	if (!rec)
		return false;
	add_line(it, rec);
	item->compared = is_head(it, rec);
	if (item->compared)
		read_item(it, rec, item);
	item->lines = buf_text(&it->lines);
	item->id = buf_text(&it->id);
	return true;
}
