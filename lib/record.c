#include "record.h"

#include <stdlib.h>

#include "mem.h"
#include "scan.h"

enum { MANY = 64 };

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

/* Where the shape of a type is: those of Tidings do not share one. */
static struct shape *
shape_of(struct record *rec, struct str type)
{
	return &rec->shape[((unsigned char)type.s[0] * 2u +
			       (unsigned char)type.s[type.n - 1] +
			       type.n * 5u) %
			   RECORD_SHAPES];
}

static void
add_field(struct shape *sh, size_t n, const char *end)
{
	if (n == sh->cap) {
		sh->cap = mem_room(sh->cap, n + 1, sizeof *sh->field);
		sh->field = mem_resize(sh->field, sh->cap, sizeof *sh->field);
	}
	sh->field[n].value.s = end;
}

/*
 * Cuts the fields at their TABs: leaves in every value.s where the field ends.
 * Returns whether there is a backslash.
 */
static bool
cut_fields(struct record *rec, struct shape *sh, struct str fields)
{
	struct scan_block room;
	const unsigned char *p;
	uint64_t tabs, escapes = 0;
	size_t i, n = 0;

	for (i = 0; i < fields.n; i += SCAN_BYTES) {
		p = scan_load(fields.s + i, fields.n - i, &room);
		escapes |= scan_equal(p, '\\');
		for (tabs = scan_equal(p, '\t'); tabs; tabs &= tabs - 1)
			add_field(sh, n++, fields.s + i + scan_first(tabs));
	}
	add_field(sh, n++, fields.s + fields.n);
	rec->field = sh->field;
	rec->nfields = n;
	return escapes != 0;
}

static int
by_label(const void *a, const void *b)
{
	const struct str *x = a, *y = b;
	int c = memcmp(x->s, y->s, x->n < y->n ? x->n : y->n);

	return c ? c : (x->n > y->n) - (x->n < y->n);
}

/* The same for as many labels as only a broken record has. */
static bool
many_repeat(const struct record *rec)
{
	struct str *label = mem_zero(rec->nfields, sizeof *label);
	size_t i;
	bool repeat = false;

	for (i = 0; i < rec->nfields; i++)
		label[i] = rec->field[i].label;
	qsort(label, rec->nfields, sizeof *label, by_label);
	for (i = 1; i < rec->nfields && !repeat; i++)
		repeat = str_eq(label[i - 1], label[i]);
	free(label);
	return repeat;
}

static bool
labels_repeat(const struct record *rec)
{
	uint64_t seen = 0, bit;
	struct str label;
	size_t i, k;
	bool many = rec->nfields > MANY;

	for (i = 0; i < rec->nfields; i++) {
		/* Labels of the same bit are rare, so few are compared. */
		label = rec->field[i].label;
		bit =
		    (uint64_t)1
		    << ((unsigned char)label.s[0] * 7u +
			   (unsigned char)label.s[label.n - 1] * 3u + label.n) %
			   64;
		if (str_is(label, "rec"))
			return true;
		for (k = 0; !many && seen & bit && k < i; k++)
			if (str_eq(rec->field[k].label, label))
				return true;
		seen |= bit;
	}
	return many && many_repeat(rec);
}

/* The labels of fields of which only the ends are known: reads and checks
 * them, and keeps them as the shape. */
static const char *
read_labels(struct record *rec, struct shape *sh, const char *p)
{
	struct field *f;
	size_t i, at = 0;

	sh->known = 0;
	buf_reset(&sh->labels);
	for (i = 0; i < rec->nfields; i++) {
		f = &rec->field[i];
		f->label.n = label_length(p, (size_t)(f->value.s - p));
		if (f->label.n == 0 || p + f->label.n == f->value.s ||
		    p[f->label.n] != ':')
			return "a field is not label:value";
		buf_add(&sh->labels, p, f->label.n);
		p = f->value.s + 1;
	}
	for (i = 0; i < rec->nfields; i++) {
		f = &rec->field[i];
		f->label.s = sh->labels.s + at;
		at += f->label.n;
	}
	if (labels_repeat(rec))
		return "a label occurs twice";
	sh->known = rec->nfields;
	return NULL;
}

/* Are the labels those of the record of its type before?  Most often so. */
static bool
same_labels(const struct record *rec, const struct shape *sh, const char *p)
{
	const struct field *f = rec->field, *end = f + rec->nfields;

	if (rec->nfields != sh->known)
		return false;
	for (; f < end; f++) {
		if ((size_t)(f->value.s - p) <= f->label.n ||
		    p[f->label.n] != ':' ||
		    !str_same(p, f->label.s, f->label.n))
			return false;
		p = f->value.s + 1;
	}
	return true;
}

const char *
record_parse(struct record *rec, struct str line)
{
	const char *p, *end = line.s + line.n, *why;
	struct shape *sh;
	struct field *f;
	bool escaped;

	rec->line = line;
	rec->type = (struct str){ 0 };
	rec->nfields = 0;
	if (!record_starts(line))
		return NULL;
	p = line.s + 4;
	rec->type = (struct str){ p, label_length(p, (size_t)(end - p)) };
	p += rec->type.n;
	if (rec->type.n == 0 || (p < end && *p != '\t'))
		return "no record type";
	if (p == end)
		return NULL;
	p++;
	sh = shape_of(rec, rec->type);
	escaped = cut_fields(rec, sh, (struct str){ p, (size_t)(end - p) });
	if (!same_labels(rec, sh, p) && (why = read_labels(rec, sh, p)))
		return why;
	for (f = rec->field; f < rec->field + rec->nfields; f++) {
		end = f->value.s;
		f->value.s = p + f->label.n + 1;
		f->value.n = (size_t)(end - f->value.s);
		p = end + 1;
	}
	if (escaped && !escapes_good(line))
		return "an escape other than \\\\, \\t, \\n, \\r";
	return NULL;
}

void
record_free(struct record *rec)
{
	struct shape *sh;

	for (sh = rec->shape; sh < rec->shape + RECORD_SHAPES; sh++) {
		free(sh->field);
		buf_free(&sh->labels);
	}
	*rec = (struct record){ 0 };
}

struct str
record_text(struct str value, struct buf *room)
{
	const char *p = value.s, *end, *esc;

	if (value.n == 0 || !memchr(p, '\\', value.n))
		return value;
	end = value.s + value.n;
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
