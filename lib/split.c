#include "split.h"

#include <stdlib.h>

#include "emit.h"
#include "mem.h"
#include "scan.h"
#include "script.h"
#include "sentence.h"
#include "utf8.h"

/* The fields of a paragraph that count here; missing where there is none. */
struct fields {
	struct str doc, para, line, role, lang, published, basis, text;
	struct str body_start, body_end;
};

struct split {
	struct split_options o;
	struct writer *out;
	struct scripts *scripts;
	struct splitter **splitter; /* one for each language met */
	size_t nsplitters;

	/* of the document: the values of its record, and its sentences so far
	 */
	struct buf doc, published, basis, lang;
	size_t sent;

	/* What the sentences of a paragraph share, around sent, start and end;
	 * the tail is mostly that of the paragraph before, of the splitter
	 * tail_of and the role. */
	struct buf head, middle, tail, role;
	const struct splitter *tail_of;
	bool has_role;

	struct buf room, lines;
};

struct split *
split_new(struct writer *out, const struct split_options *o)
{
	struct split *w = mem_zero(1, sizeof *w);

	w->o = *o;
	w->out = out;
	w->scripts = scripts_new();
	return w;
}

void
split_free(struct split *w)
{
	if (!w)
		return;
	scripts_free(w->scripts);
	for (size_t i = 0; i < w->nsplitters; i++)
		splitter_free(w->splitter[i]);
	free(w->splitter);
	buf_free(&w->doc), buf_free(&w->published), buf_free(&w->basis);
	buf_free(&w->lang), buf_free(&w->head), buf_free(&w->middle);
	buf_free(&w->tail), buf_free(&w->role), buf_free(&w->room);
	buf_free(&w->lines);
	free(w);
}

static const struct splitter *
splitter_of(struct split *w, struct str lang)
{
	for (size_t i = 0; i < w->nsplitters; i++)
		if (str_eq(splitter_lang(w->splitter[i]), lang))
			return w->splitter[i];
	w->splitter = mem_resize(
	    w->splitter, w->nsplitters + 1, sizeof(struct splitter *));
	return w->splitter[w->nsplitters++] = splitter_new(lang);
}

static void
read_fields(const struct record *rec, struct fields *f)
{
	*f = (struct fields){ 0 };
	for (size_t i = 0; i < rec->nfields; i++) {
		struct str label = rec->field[i].label;
		struct str *value =
		    str_is(label, "doc")	       ? &f->doc
		    : str_is(label, "para")	       ? &f->para
		    : str_is(label, "line")	       ? &f->line
		    : str_is(label, "text")	       ? &f->text
		    : str_is(label, "role")	       ? &f->role
		    : str_is(label, "lang")	       ? &f->lang
		    : str_is(label, "published")       ? &f->published
		    : str_is(label, "published_basis") ? &f->basis
		    : str_is(label, "body_start")      ? &f->body_start
		    : str_is(label, "body_end")	       ? &f->body_end
						       : NULL;
		if (value)
			*value = rec->field[i].value;
	}
}

static void
keep(struct buf *b, struct str value)
{
	buf_reset(b);
	if (value.s)
		buf_str(b, value);
}

static void
begin_document(struct split *w, struct str doc, const struct fields *f)
{
	keep(&w->doc, doc);
	keep(&w->published, f->published);
	keep(&w->basis, f->basis);
	keep(&w->lang, f->lang);
	w->tail_of = NULL;
	w->sent = 0;
	buf_reset(&w->head);
	emit_begin(&w->head, "sent");
	emit_raw(&w->head, "doc", doc);
	buf_str(&w->head, STR("\tsent:"));
}

/* A paragraph's own value, or else that of its document. */
static struct str
value_of(struct str own, const struct buf *doc)
{
	return own.s || doc->n == 0 ? own : buf_text(doc);
}

/* The own language of a text, or that of the options, or of its letters. */
static struct str
language_of(const struct split *w, struct str own, struct str text, bool ascii)
{
	if (own.s)
		return own;
	return w->o.language.s ? w->o.language
			       : scripts_lang(w->scripts, text, ascii);
}

/* Bytes to code points; the whole is of one byte each where ascii is set. */
static inline size_t
points(struct str text, size_t from, size_t to, bool ascii)
{
	return ascii || to - from < 2 ? to - from
				      : utf8_count(text.s + from, to - from);
}

/* The byte where a code point begins whose number a field tells, or other. */
static size_t
byte_of(struct str text, struct str number, size_t other)
{
	size_t n = 0, i = 0;
	uint32_t cp;

	if (!number.s || number.n == 0 || number.n > 9)
		return other;
	for (size_t k = 0; k < number.n; k++) {
		if (number.s[k] < '0' || number.s[k] > '9')
			return other;
		n = n * 10 + (size_t)(number.s[k] - '0');
	}
	while (n-- > 0 && i < text.n)
		i += utf8_decode(text.s + i, text.n - i, &cp);
	return i;
}

/* As buf_str and buf_uint, where room was reserved. */
static inline void
put(struct buf *b, struct str s)
{
	memcpy(b->s + b->n, s.s, s.n);
	b->n += s.n;
}

static inline void
put_uint(struct buf *b, size_t u)
{
	char digits[3 * sizeof u];
	size_t i = sizeof digits;

	do
		digits[--i] = (char)('0' + u % 10);
	while (u /= 10);
	put(b, (struct str){ digits + i, sizeof digits - i });
}

/* What stands between the number of a sentence and its start. */
static void
begin_middle(struct split *w, const struct fields *f)
{
	struct buf *b = &w->middle;

	buf_reset(b);
	buf_reserve(b, f->para.n + f->line.n + 32);
	if (f->para.s) {
		put(b, STR("\tpara:"));
		put(b, f->para);
	}
	if (f->line.s) {
		put(b, STR("\tline:"));
		put(b, f->line);
	}
	put(b, STR("\tstart:"));
}

/* What stands between its end and its text. */
static void
begin_tail(struct split *w, const struct splitter *sp, const struct fields *f,
    struct str lang)
{
	bool own = f->published.s || f->basis.s;
	struct buf *b = &w->tail;

	if (!own && w->tail_of == sp && w->has_role == (f->role.s != NULL) &&
	    str_eq(f->role, buf_text(&w->role)))
		return;
	w->tail_of = own ? NULL : sp;
	w->has_role = f->role.s != NULL;
	keep(&w->role, f->role);
	buf_reset(b);
	emit_raw(b, "role", f->role);
	emit_raw(b, "lang", lang);
	emit_raw(b, "published", value_of(f->published, &w->published));
	emit_raw(b, "published_basis", value_of(f->basis, &w->basis));
	buf_str(b, STR("\ttext:"));
}

/* Adds a sentence in its escaped form to w->lines. */
static void
add_sentence(
    struct split *w, struct str sentence, size_t start, size_t end, bool escape)
{
	struct buf *b = &w->lines;

	buf_reserve(b, w->head.n + w->middle.n + w->tail.n + sentence.n + 128);
	put(b, buf_text(&w->head));
	put_uint(b, ++w->sent);
	put(b, buf_text(&w->middle));
	put_uint(b, start);
	put(b, STR("\tend:"));
	put_uint(b, end);
	put(b, buf_text(&w->tail));
	if (escape)
		record_escape(b, sentence);
	else
		put(b, sentence);
	buf_char(b, '\n');
}

static void
add_plain(struct split *w, struct str sentence)
{
	for (size_t i = 0; i < sentence.n; i++)
		buf_char(
		    &w->lines, sentence.s[i] == '\n' ? ' ' : sentence.s[i]);
	buf_char(&w->lines, '\n');
}

/* The sentences of [from, to) of a text. */
static void
write_sentences(struct split *w, const struct splitter *sp, struct str text,
    size_t from, size_t to, bool ascii, bool escape)
{
	size_t known = 0, start = 0, end;
	struct sentences it;
	struct str s;

	buf_reset(&w->lines);
	sentences_init(&it, sp, str_part(text, 0, to), from);
	while (sentence_next(&it, &s)) {
		size_t i = (size_t)(s.s - text.s);
		start += points(text, known, i, ascii);
		end = start + points(text, i, i + s.n, ascii);
		if (w->o.plain)
			add_plain(w, s);
		else
			add_sentence(w, s, start, end, escape);
		start = end;
		known = i + s.n;
	}
	writer_str(w->out, buf_text(&w->lines));
}

static bool
is_prose(struct str role)
{
	return !str_is(role, "header") && !str_is(role, "dateline") &&
	       !str_is(role, "footer") && !str_is(role, "markup");
}

void
split_doc(struct split *w, const struct record *doc)
{
	struct fields f;

	read_fields(doc, &f);
	begin_document(w, f.doc, &f);
}

void
split_para(struct split *w, const struct record *para)
{
	struct str text, lang;
	const struct splitter *sp;
	struct fields f;
	size_t from, to;
	bool ascii;

	read_fields(para, &f);
	if (!w->head.n || !str_eq(f.doc, buf_text(&w->doc)))
		begin_document(w, f.doc, &(struct fields){ 0 });
	if (!f.text.s || !is_prose(f.role))
		return;
	text = record_text(f.text, &w->room);
	from = byte_of(text, f.body_start, 0);
	to = byte_of(text, f.body_end, text.n);
	if (from > to)
		return;
	ascii = scan_ascii(text.s, text.n);
	lang = language_of(w, value_of(f.lang, &w->lang), text, ascii);
	sp = splitter_of(w, lang);
	begin_middle(w, &f);
	begin_tail(w, sp, &f, lang);
	write_sentences(w, sp, text, from, to, ascii, text.s != f.text.s);
}

void
split_line(struct split *w, struct str text)
{
	static const struct fields none;
	bool ascii = scan_ascii(text.s, text.n);
	struct str lang = language_of(w, none.lang, text, ascii);
	const struct splitter *sp = splitter_of(w, lang);
	bool escape = memchr(text.s, '\\', text.n) ||
		      memchr(text.s, '\t', text.n) ||
		      memchr(text.s, '\r', text.n);

	begin_document(w, none.doc, &none);
	begin_middle(w, &none);
	begin_tail(w, sp, &none, lang);
	write_sentences(w, sp, text, 0, text.n, ascii, escape);
}
