#include "record.h"

#include <stdlib.h>

#include "mem.h"

/* The length of the label [a-z][a-z0-9_]* at s, or 0. */
static size_t
label_length(const char *s, size_t n)
{
	size_t i;

	if (n == 0 || s[0] < 'a' || s[0] > 'z')
		return 0;
	for (i = 1; i < n; i++)
		if (!((s[i] >= 'a' && s[i] <= 'z') ||
			(s[i] >= '0' && s[i] <= '9') || s[i] == '_'))
			break;
	return i;
}

static bool
escapes_good(struct str s)
{
	const char *end = s.s + s.n, *p = s.s;

	while ((p = memchr(p, '\\', (size_t)(end - p)))) {
		if (end - p < 2 || !strchr("\\tnr", p[1]) || !p[1])
			return false;
		p += 2;
	}
	return true;
}

static bool
label_seen(const struct record *rec, struct str label)
{
	size_t i;

	for (i = 0; i < rec->nfields; i++)
		if (str_eq(rec->field[i].label, label))
			return true;
	return false;
}

const char *
record_parse(struct record *rec, struct str line)
{
	const char *p = line.s, *end = line.s + line.n, *tab;
	uint64_t seen = 0, bit;
	struct field f;

	rec->line = line;
	rec->type = (struct str){ 0 };
	rec->nfields = 0;
	if (!record_starts(line))
		return NULL;
	for (;; p = tab + 1) {
		tab = memchr(p, '\t', (size_t)(end - p));
		if (!tab)
			tab = end;
		f.label = (struct str){ p, label_length(p, (size_t)(tab - p)) };
		if (f.label.n == 0 || p + f.label.n == tab ||
		    p[f.label.n] != ':')
			return "a field is not label:value";
		f.value.s = p + f.label.n + 1;
		f.value.n = (size_t)(tab - f.value.s);
		/* Labels of the same bit are rare, so few are compared. */
		bit = (uint64_t)1
		      << ((unsigned char)p[0] * 7u +
			     (unsigned char)p[f.label.n - 1] * 3u + f.label.n) %
			     64;
		if (p == line.s) {
			rec->type = f.value;
			if (f.value.n == 0 ||
			    label_length(f.value.s, f.value.n) != f.value.n)
				return "no record type";
		} else {
			if (seen & bit && (label_seen(rec, f.label) ||
					      str_is(f.label, "rec")))
				return "a label occurs twice";
			if (rec->nfields == rec->cap) {
				rec->cap = mem_room(
				    rec->cap, rec->cap + 1, sizeof *rec->field);
				rec->field = mem_resize(
				    rec->field, rec->cap, sizeof *rec->field);
			}
			rec->field[rec->nfields++] = f;
		}
		seen |= bit;
		if (tab == end)
			break;
	}
	if (!escapes_good(line))
		return "an escape other than \\\\, \\t, \\n, \\r";
	return NULL;
}

struct str
record_get(const struct record *rec, const char *label)
{
	size_t i, n = strlen(label);

	for (i = 0; i < rec->nfields; i++)
		if (rec->field[i].label.n == n &&
		    memcmp(rec->field[i].label.s, label, n) == 0)
			return rec->field[i].value;
	return (struct str){ 0 };
}

void
record_free(struct record *rec)
{
	free(rec->field);
	*rec = (struct record){ 0 };
}

struct str
record_text(struct str value, struct buf *room)
{
	const char *p = value.s, *end = value.s + value.n, *esc;

	if (value.n == 0 || !memchr(p, '\\', value.n))
		return value;
	buf_reset(room);
	while ((esc = memchr(p, '\\', (size_t)(end - p))) && end - esc > 1) {
		buf_add(room, p, (size_t)(esc - p));
		switch (esc[1]) {
		case 't': buf_char(room, '\t'); break;
		case 'n': buf_char(room, '\n'); break;
		case 'r': buf_char(room, '\r'); break;
		default: buf_char(room, esc[1]);
		}
		p = esc + 2;
	}
	buf_add(room, p, (size_t)(end - p));
	return buf_text(room);
}

void
record_escape(struct buf *b, struct str text)
{
	size_t from = 0, i;
	char c;

	for (i = 0; i < text.n; i++) {
		switch (text.s[i]) {
		case '\\': c = '\\'; break;
		case '\t': c = 't'; break;
		case '\n': c = 'n'; break;
		case '\r': c = 'r'; break;
		default: continue;
		}
		buf_add(b, text.s + from, i - from);
		buf_char(b, '\\');
		buf_char(b, c);
		from = i + 1;
	}
	buf_add(b, text.s + from, text.n - from);
}
