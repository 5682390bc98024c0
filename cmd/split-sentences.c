/* split-sentences: paragraphs into sentences. */
#include <stdbool.h>
#include <stdlib.h>

#include "buf.h"
#include "emit.h"
#include "filter.h"
#include "mem.h"
#include "script.h"
#include "sentence.h"
#include "utf8.h"

static const char usage[] =
    "usage: split-sentences [-hpV] [-l lang] [file ...]\n"
    "\n"
    "Puts the sentences of every paragraph behind it, as records.\n"
    "\n"
    "  -l, --language=LANG  of the paragraphs that do not tell it: en, ru ...\n"
    "  -p, --plain          print the text of the sentences only\n"
    "  -h, --help           print this and exit\n"
    "  -V, --version        print the version and exit\n";

static const struct option options[] = {
	{ "language", required_argument, NULL, 'l' },
	{ "plain", no_argument, NULL, 'p' },
	{ 0 },
};

static bool plain;
static struct str language; /* -l, or missing */

/* The fields of a paragraph that count here; missing where there is none. */
struct fields {
	struct str doc, para, line, role, lang, published, basis, text;
	struct str body_start, body_end;
};

/* What is under way: the document, and the paragraph in it. */
struct work {
	struct writer *out;
	struct scripts *scripts;
	struct splitter **splitter; /* one for each language met */
	size_t nsplitters;
	struct buf doc, published, basis, lang; /* of the document */
	size_t sent;				/* its sentences so far */
	struct buf head, middle, tail; /* what a paragraph's sentences share */
	struct buf room, line;
};

static const struct splitter *
splitter_of(struct work *w, struct str lang)
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
begin_document(struct work *w, struct str doc, const struct fields *f)
{
	keep(&w->doc, doc);
	keep(&w->published, f->published);
	keep(&w->basis, f->basis);
	keep(&w->lang, f->lang);
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

/* Bytes to code points; the whole is of one byte each where ascii is set. */
static inline size_t
points(struct str text, size_t from, size_t to, bool ascii)
{
	return ascii ? to - from : utf8_count(text.s + from, to - from);
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

static inline void
put(struct buf *b, struct str s)
{
	memcpy(b->s + b->n, s.s, s.n);
	b->n += s.n;
}

/* Adds a sentence in its escaped form to w->line. */
static void
add_sentence(
    struct work *w, struct str sentence, size_t start, size_t end, bool escape)
{
	struct buf *b = &w->line;

	buf_reserve(b, w->head.n + w->middle.n + w->tail.n + sentence.n + 128);
	put(b, buf_text(&w->head));
	buf_uint(b, ++w->sent);
	put(b, buf_text(&w->middle));
	buf_uint(b, start);
	put(b, STR("\tend:"));
	buf_uint(b, end);
	put(b, buf_text(&w->tail));
	if (escape)
		record_escape(b, sentence);
	else
		put(b, sentence);
	buf_char(b, '\n');
}

static void
add_plain(struct work *w, struct str sentence)
{
	for (size_t i = 0; i < sentence.n; i++)
		buf_char(&w->line, sentence.s[i] == '\n' ? ' ' : sentence.s[i]);
	buf_char(&w->line, '\n');
}

/* The sentences of [from, to) of a text. */
static void
write_sentences(struct work *w, struct str text, size_t from, size_t to,
    struct str lang, bool escape)
{
	bool ascii = utf8_count(text.s, text.n) == text.n;
	size_t known = 0, start = 0, end;
	struct sentences it;
	struct str s;

	buf_reset(&w->line);
	sentences_init(&it, splitter_of(w, lang), str_part(text, 0, to), from);
	while (sentence_next(&it, &s)) {
		size_t i = (size_t)(s.s - text.s);
		start += points(text, known, i, ascii);
		end = start + points(text, i, i + s.n, ascii);
		if (plain)
			add_plain(w, s);
		else
			add_sentence(w, s, start, end, escape);
		start = end;
		known = i + s.n;
	}
	writer_str(w->out, buf_text(&w->line));
}

/* Its own language, that of the option, or that of its letters. */
static struct str
language_of(const struct work *w, struct str own, struct str text)
{
	if (own.s)
		return own;
	return language.s ? language : scripts_lang(w->scripts, text);
}

static bool
is_prose(struct str role)
{
	return !str_is(role, "header") && !str_is(role, "dateline") &&
	       !str_is(role, "footer") && !str_is(role, "markup");
}

static void
split_paragraph(struct work *w, const struct fields *f)
{
	struct str text, lang;
	size_t from, to;

	if (!f->text.s || !is_prose(f->role))
		return;
	text = record_text(f->text, &w->room);
	from = byte_of(text, f->body_start, 0);
	to = byte_of(text, f->body_end, text.n);
	if (from > to)
		return;
	lang = language_of(w, value_of(f->lang, &w->lang), text);
	buf_reset(&w->middle);
	emit_raw(&w->middle, "para", f->para);
	emit_raw(&w->middle, "line", f->line);
	buf_str(&w->middle, STR("\tstart:"));
	buf_reset(&w->tail);
	emit_raw(&w->tail, "role", f->role);
	emit_raw(&w->tail, "lang", lang);
	emit_raw(&w->tail, "published", value_of(f->published, &w->published));
	emit_raw(&w->tail, "published_basis", value_of(f->basis, &w->basis));
	buf_str(&w->tail, STR("\ttext:"));
	write_sentences(w, text, from, to, lang, text.s != f->text.s);
}

/* A line of plain text is a paragraph, and a document of its own. */
static void
split_line(struct work *w, struct str text)
{
	struct str none = { 0 }, lang = language_of(w, none, text);
	bool escape = memchr(text.s, '\\', text.n) ||
		      memchr(text.s, '\t', text.n) ||
		      memchr(text.s, '\r', text.n);

	begin_document(w, none, &(struct fields){ 0 });
	buf_reset(&w->middle);
	buf_str(&w->middle, STR("\tstart:"));
	buf_reset(&w->tail);
	emit_raw(&w->tail, "lang", lang);
	buf_str(&w->tail, STR("\ttext:"));
	write_sentences(w, text, 0, text.n, lang, escape);
}

static void
split_sentences(struct reader *in, struct writer *out)
{
	struct work w = { .out = out, .scripts = scripts_new() };
	static const struct fields none;
	struct fields f;
	struct record *rec;

	begin_document(&w, (struct str){ 0 }, &none);
	while ((rec = reader_next(in))) {
		if (rec->type.n == 0) {
			split_line(&w, rec->line);
			continue;
		}
		if (!plain)
			writer_line(out, rec->line);
		if (record_is(rec, "para")) {
			read_fields(rec, &f);
			if (!str_eq(f.doc, buf_text(&w.doc)))
				begin_document(&w, f.doc, &none);
			split_paragraph(&w, &f);
		} else if (record_is(rec, "doc")) {
			read_fields(rec, &f);
			begin_document(&w, f.doc, &f);
		}
	}
	scripts_free(w.scripts);
	for (size_t i = 0; i < w.nsplitters; i++)
		splitter_free(w.splitter[i]);
	free(w.splitter);
	buf_free(&w.doc), buf_free(&w.published), buf_free(&w.basis);
	buf_free(&w.lang), buf_free(&w.head), buf_free(&w.middle);
	buf_free(&w.tail), buf_free(&w.room), buf_free(&w.line);
}

int
main(int argc, char **argv)
{
	struct filter f = { .name = "split-sentences", .usage = usage };
	int c;

	while ((c = filter_option(&f, argc, argv, "l:p", options)) != -1) {
		switch (c) {
		case 'l': language = str_from(optarg); break;
		case 'p': plain = true; break;
		}
	}
	split_sentences(&f.in, &f.out);
	return filter_end(&f);
}
