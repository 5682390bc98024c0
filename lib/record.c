#include "record.h"

#include <stdlib.h>

#include "mem.h"
#include "scan.h"

enum { MANY = 64, SHAPES = 64 };

/* The labels that a line had last, each with its colon, for the next line of
 * its type with as many fields. */
struct shape {
	struct buf labels; /* one after the other */
	size_t *length;	   /* of each, with its colon */
	size_t known, cap; /* how many there are, all checked */
};

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

/* Where the shape of lines like this one is; those of Tidings seldom share
 * one. */
static struct shape *
shape_of(struct record *rec)
{
	struct str type = rec->type;

	if (!rec->shape)
		rec->shape = mem_zero(SHAPES, sizeof *rec->shape);
	return &rec->shape[((unsigned char)type.s[0] * 2u +
			       (unsigned char)type.s[type.n - 1] + type.n * 5u +
			       rec->nfields * 11u) %
			   SHAPES];
}

/* For the fields that a block may hold behind the first n, and the last one. */
static inline void
make_room(struct record *rec, size_t n)
{
	if (rec->cap >= n + SCAN_BYTES + 1)
		return;
	rec->cap = mem_room(rec->cap, n + SCAN_BYTES + 1, sizeof *rec->field);
	rec->field = mem_resize(rec->field, rec->cap, sizeof *rec->field);
}

/*
 * Cuts the fields at their TABs: leaves in every value.s where the field ends.
 * Returns whether there is a backslash.
 */
static bool
cut_fields(struct record *rec, struct str fields)
{
	struct scan_block room;
	const unsigned char *p;
	uint64_t tabs, escapes = 0;
	size_t i, n = 0;

	make_room(rec, n); /* also for a record that ends with its first TAB */
	for (i = 0; i < fields.n; i += SCAN_BYTES) {
		p = scan_load(fields.s + i, fields.n - i, &room);
		escapes |= scan_equal(p, '\\');
		make_room(rec, n);
		for (tabs = scan_equal(p, '\t'); tabs; tabs &= tabs - 1)
			rec->field[n++].value.s =
			    fields.s + i + scan_first(tabs);
	}
	rec->field[n++].value.s = fields.s + fields.n;
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

/* Keeps the labels of rec, for the next of its kind. */
static void
keep_labels(const struct record *rec, struct shape *sh)
{
	size_t i;

	if (sh->cap < rec->nfields) {
		sh->cap = mem_room(sh->cap, rec->nfields, sizeof *sh->length);
		sh->length =
		    mem_resize(sh->length, sh->cap, sizeof *sh->length);
	}
	buf_reset(&sh->labels);
	for (i = 0; i < rec->nfields; i++) {
		sh->length[i] = rec->field[i].label.n + 1;
		buf_add(&sh->labels, rec->field[i].label.s, sh->length[i]);
	}
	sh->known = rec->nfields;
}

/*
 * Fills the fields, the first of which begins at p, and of which only the ends
 * are known.  Most often the labels are those of the shape, so that they need
 * not be looked at one byte after the other.
 */
static const char *
fill_fields(struct record *rec, const char *p)
{
	struct shape *sh = shape_of(rec);
	bool same = sh->known == rec->nfields;
	const char *label = sh->labels.s, *end;
	struct field *f;
	size_t n, i;

	for (i = 0; i < rec->nfields; i++, p = end + 1) {
		f = &rec->field[i];
		end = f->value.s;
		n = (size_t)(end - p);
		if (same && n >= sh->length[i] &&
		    str_same(p, label, sh->length[i])) {
			label += sh->length[i];
			n = sh->length[i] - 1;
		} else {
			same = false;
			n = label_length(p, n);
			if (n == 0 || p + n == end || p[n] != ':')
				return "a field is not label:value";
		}
		f->label = (struct str){ p, n };
		p += n + 1;
		f->value = (struct str){ p, (size_t)(end - p) };
	}
	if (same)
		return NULL;
	if (labels_repeat(rec))
		return "a label occurs twice";
	keep_labels(rec, sh);
	return NULL;
}

const char *
record_parse(struct record *rec, struct str line)
{
	const char *p, *end = line.s + line.n, *why;
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
	escaped = cut_fields(rec, (struct str){ p, (size_t)(end - p) });
	if ((why = fill_fields(rec, p)))
		return why;
	if (escaped && !escapes_good(line))
		return "an escape other than \\\\, \\t, \\n, \\r";
	return NULL;
}

void
record_free(struct record *rec)
{
	size_t i;

	for (i = 0; rec->shape && i < SHAPES; i++) {
		free(rec->shape[i].length);
		buf_free(&rec->shape[i].labels);
	}
	free(rec->shape);
	free(rec->field);
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

/* Where the first byte at or behind i is that has an escape, or text.n.  Few
 * bytes are controls, so they are asked for together first. */
static size_t
next_escape(struct str text, size_t i)
{
	const unsigned char *s = (const unsigned char *)text.s;

	for (;; i++) {
		while (i + SCAN_BYTES <= text.n && !scan_equal(s + i, '\\') &&
		       !scan_range(s + i, 0, ' ', 0))
			i += SCAN_BYTES;
		while (i < text.n && s[i] >= ' ' && s[i] != '\\')
			i++;
		if (i >= text.n || s[i] == '\\' || s[i] == '\t' ||
		    s[i] == '\n' || s[i] == '\r')
			return i;
	}
}

void
record_escape(struct buf *b, struct str text)
{
	size_t from, at;

	for (from = 0; (at = next_escape(text, from)) < text.n; from = at + 1) {
		buf_add(b, text.s + from, at - from);
		buf_char(b, '\\');
		switch (text.s[at]) {
		case '\t': buf_char(b, 't'); break;
		case '\n': buf_char(b, 'n'); break;
		case '\r': buf_char(b, 'r'); break;
		default: buf_char(b, text.s[at]);
		}
	}
	buf_add(b, text.s + from, text.n - from);
}
