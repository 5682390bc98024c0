#include "mentions.h"

#include <stdlib.h>

#include "mem.h"
#include "reader.h"
#include "utf8.h"

/* A plain number as the stream writes places.  False if it is none. */
static bool
read_place(struct str s, size_t *place)
{
	*place = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] < '0' || s.s[i] > '9' || *place > 100000000)
			return false;
		*place = *place * 10 + (size_t)(s.s[i] - '0');
	}
	return s.n > 0;
}

/* The byte of each code point of text; their number. */
static size_t
map(struct mentions *m, struct str text)
{
	size_t n = 0;

	if (m->byte_cap < text.n + 1) {
		m->byte_cap =
		    mem_room(m->byte_cap, text.n + 1, sizeof *m->byte);
		m->byte = mem_resize(m->byte, m->byte_cap, sizeof *m->byte);
	}
	/* Written for every byte, kept for the first of a code point. */
	for (size_t i = 0; i < text.n; i++) {
		m->byte[n] = i;
		n += !utf8_is_tail(text.s[i]);
	}
	m->byte[n] = text.n;
	return n;
}

static bool
wanted(const char *const *types, struct str type)
{
	if (!types)
		return true;
	for (; *types; types++)
		if (str_is(type, *types))
			return true;
	return false;
}

/* Adds the record read last, if its place is within n code points. */
static void
add(struct mentions *m, size_t n)
{
	const struct record *rec = &m->rec;
	struct mentioned *item;
	size_t start, end;

	if (!read_place(record_get(rec, "start"), &start) ||
	    !read_place(record_get(rec, "end"), &end) || start > end || end > n)
		return;
	if (m->n == m->cap) {
		m->cap = mem_room(m->cap, m->n + 1, sizeof *m->item);
		m->item = mem_resize(m->item, m->cap, sizeof *m->item);
	}
	if (m->field_cap - m->nfields < rec->nfields) {
		m->field_cap = mem_room(
		    m->field_cap, m->nfields + rec->nfields, sizeof *m->field);
		m->field = mem_resize(m->field, m->field_cap, sizeof *m->field);
	}
	memcpy(
	    m->field + m->nfields, rec->field, rec->nfields * sizeof *m->field);
	m->nfields += rec->nfields;
	item = &m->item[m->n++];
	item->rec = (struct record){
		.line = rec->line, .type = rec->type, .nfields = rec->nfields
	};
	item->from = m->byte[start];
	item->to = m->byte[end];
	item->class = record_get(rec, "class");
}

void
mentions_read(
    struct mentions *m, const struct sentence *s, const char *const *types)
{
	struct str lines = s->mentions, line;
	struct field *field;
	size_t n;

	m->n = m->nfields = 0;
	m->length = s->text.n;
	m->counted = false;
	if (!lines.n)
		return;
	n = map(m, s->text);
	while (group_line(&lines, &line))
		if (!record_parse(&m->rec, line) && wanted(types, m->rec.type))
			add(m, n);
	/* Only now do the fields stay where they are. */
	field = m->field;
	for (size_t i = 0; i < m->n; i++) {
		m->item[i].rec.field = field;
		field += m->item[i].rec.nfields;
	}
}

void
mentions_free(struct mentions *m)
{
	record_free(&m->rec);
	free(m->item);
	free(m->field);
	free(m->byte);
	free(m->covered);
	*m = (struct mentions){ 0 };
}

/* Counts the covered bytes before each byte: where spans open and close, added
 * up, so that the cost does not depend on how long they are. */
static void
count_covered(struct mentions *m)
{
	size_t n = m->length + 2, open = 0, sum = 0;

	if (m->covered_cap < n) {
		m->covered_cap =
		    mem_room(m->covered_cap, n, sizeof *m->covered);
		m->covered =
		    mem_resize(m->covered, m->covered_cap, sizeof *m->covered);
	}
	memset(m->covered, 0, n * sizeof *m->covered);
	for (size_t i = 0; i < m->n; i++) {
		m->covered[m->item[i].from]++;
		m->covered[m->item[i].to]--; /* wraps, and back */
	}
	for (size_t i = 0; i < n; i++) {
		open += m->covered[i];
		m->covered[i] = sum;
		sum += open > 0;
	}
	m->counted = true;
}

bool
mentions_cover(struct mentions *m, size_t from, size_t to)
{
	if (!m->n)
		return false;
	if (!m->counted)
		count_covered(m);
	return m->covered[to] > m->covered[from];
}

size_t
mentions_end(struct mentions *m, size_t at)
{
	while (at < m->length && mentions_cover(m, at, at + 1))
		at++;
	return at;
}
