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
keep(struct buf *b, struct str value)
{
	buf_reset(b);
	if (value.s)
		buf_str(b, value);
}

/* The paragraph's own value of a label, or else that of its document. */
static struct str
value_of(const struct record *para, const char *label, const struct buf *doc)
{
	struct str own = record_get(para, label);

	return own.s || doc->n == 0 ? own : buf_text(doc);
}

static void
begin_document(struct work *w, const struct record *rec)
{
	bool is_doc = record_is(rec, "doc");

	keep(&w->doc, record_get(rec, "doc"));
	keep(&w->published,
	    is_doc ? record_get(rec, "published") : (struct str){ 0 });
	keep(&w->basis,
	    is_doc ? record_get(rec, "published_basis") : (struct str){ 0 });
	keep(&w->lang, is_doc ? record_get(rec, "lang") : (struct str){ 0 });
	w->sent = 0;
}

/* Bytes to code points; the whole is of one byte each where ascii is set. */
static size_t
points(struct str text, size_t from, size_t to, bool ascii)
{
	return ascii ? to - from : utf8_count(text.s + from, to - from);
}

/* The byte where code point n begins. */
static size_t
byte_of(struct str text, size_t n)
{
	size_t i = 0;
	uint32_t cp;

	while (n-- > 0 && i < text.n)
		i += utf8_decode(text.s + i, text.n - i, &cp);
	return i;
}

/* A decimal number, or other where the value is missing or none. */
static size_t
number_of(struct str value, size_t other)
{
	size_t n = 0;

	if (!value.s || value.n == 0 || value.n > 9)
		return other;
	for (size_t i = 0; i < value.n; i++) {
		if (value.s[i] < '0' || value.s[i] > '9')
			return other;
		n = n * 10 + (size_t)(value.s[i] - '0');
	}
	return n;
}

/* Adds a sentence in its escaped form to w->line. */
static void
add_sentence(
    struct work *w, struct str sentence, size_t start, size_t end, bool escape)
{
	struct buf *b = &w->line;

	buf_str(b, buf_text(&w->head));
	buf_uint(b, ++w->sent);
	buf_str(b, buf_text(&w->middle));
	buf_uint(b, start);
	buf_str(b, STR("\tend:"));
	buf_uint(b, end);
	buf_str(b, buf_text(&w->tail));
	if (escape)
		record_escape(b, sentence);
	else
		buf_str(b, sentence);
	buf_char(b, '\n');
}

static void
add_plain(struct work *w, struct str sentence)
{
	for (size_t i = 0; i < sentence.n; i++)
		buf_char(&w->line, sentence.s[i] == '\n' ? ' ' : sentence.s[i]);
	buf_char(&w->line, '\n');
}

/* The sentences of [from, to) of a text in the language of splitter sp. */
static void
write_sentences(struct work *w, const struct splitter *sp, struct str text,
    size_t from, size_t to, bool escape)
{
	bool ascii = utf8_count(text.s, text.n) == text.n;
	size_t at = from, known = 0, start = 0, end;
	struct str s;

	buf_reset(&w->line);
	while (sentence_next(sp, str_part(text, 0, to), &at, &s)) {
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

/* What all sentences of a paragraph share, around sent, start and end. */
static void
begin_fields(struct work *w)
{
	buf_reset(&w->head);
	emit_begin(&w->head, "sent");
	if (w->doc.n)
		emit_raw(&w->head, "doc", buf_text(&w->doc));
	buf_str(&w->head, STR("\tsent:"));
	buf_reset(&w->middle);
	buf_reset(&w->tail);
}

static void
end_fields(struct work *w)
{
	buf_str(&w->middle, STR("\tstart:"));
	buf_str(&w->tail, STR("\ttext:"));
}

static void
split_paragraph(struct work *w, const struct record *para)
{
	struct str value = record_get(para, "text"), text, lang;
	struct str role = record_get(para, "role");
	size_t from, to;

	if (!value.s || str_is(role, "header") || str_is(role, "dateline") ||
	    str_is(role, "footer") || str_is(role, "markup"))
		return;
	text = record_text(value, &w->room);
	from = number_of(record_get(para, "body_start"), 0);
	to = number_of(record_get(para, "body_end"), text.n);
	from = byte_of(text, from);
	to = to < text.n ? byte_of(text, to) : text.n;
	if (from > to)
		return;
	lang = language_of(w, value_of(para, "lang", &w->lang), text);
	begin_fields(w);
	emit_raw(&w->middle, "para", record_get(para, "para"));
	emit_raw(&w->middle, "line", record_get(para, "line"));
	emit_raw(&w->tail, "role", role);
	emit_raw(&w->tail, "lang", lang);
	emit_raw(
	    &w->tail, "published", value_of(para, "published", &w->published));
	emit_raw(&w->tail, "published_basis",
	    value_of(para, "published_basis", &w->basis));
	end_fields(w);
	write_sentences(
	    w, splitter_of(w, lang), text, from, to, text.s != value.s);
}

/* A line of plain text is a paragraph, and a document of its own. */
static void
split_line(struct work *w, struct str text)
{
	struct str lang = language_of(w, (struct str){ 0 }, text);
	bool escape = memchr(text.s, '\\', text.n) ||
		      memchr(text.s, '\t', text.n) ||
		      memchr(text.s, '\r', text.n);

	keep(&w->doc, (struct str){ 0 });
	w->sent = 0;
	begin_fields(w);
	emit_raw(&w->tail, "lang", lang);
	end_fields(w);
	write_sentences(w, splitter_of(w, lang), text, 0, text.n, escape);
}

static void
split_sentences(struct reader *in, struct writer *out)
{
	struct work w = { .out = out, .scripts = scripts_new() };
	struct record *rec;

	while ((rec = reader_next(in))) {
		if (rec->type.n == 0) {
			split_line(&w, rec->line);
			continue;
		}
		if (!plain)
			writer_line(out, rec->line);
		if (record_is(rec, "doc"))
			begin_document(&w, rec);
		if (!record_is(rec, "para"))
			continue;
		if (!str_eq(record_get(rec, "doc"), buf_text(&w.doc)))
			begin_document(&w, rec);
		split_paragraph(&w, rec);
	}
	scripts_free(w.scripts);
	for (size_t i = 0; i < w.nsplitters; i++)
		splitter_free(w.splitter[i]);
	free(w.splitter);
	buf_free(&w.doc), buf_free(&w.published), buf_free(&w.basis);
	buf_free(&w.lang), buf_free(&w.head), buf_free(&w.middle);
	buf_free(&w.tail);
	buf_free(&w.room), buf_free(&w.line);
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
