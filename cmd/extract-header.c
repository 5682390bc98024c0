/* extract-header: title, date, publisher, place from an article's head. */
#include <stdbool.h>
#include <stdlib.h>

#include "buf.h"
#include "document.h"
#include "edtf.h"
#include "emit.h"
#include "filter.h"
#include "header.h"
#include "mem.h"
#include "published.h"
#include "utf8.h"

static const char usage[] =
    "usage: extract-header [-hV] [-d date] [-D table] [file ...]\n"
    "\n"
    "Tells what is prose in an article, and adds what its head tells of it.\n"
    "\n"
    "  -d, --date=DATE    when the articles were published, as EDTF\n"
    "  -D, --dates=TABLE  when each was: lines of its name, TAB, and the date\n"
    "  -h, --help         print this and exit\n"
    "  -V, --version      print the version and exit\n";

static const struct option options[] = {
	{ "date", required_argument, NULL, 'd' },
	{ "dates", required_argument, NULL, 'D' },
	{ 0 },
};

/* What is under way. */
struct work {
	struct writer *out;
	struct header_rules *rules;
	struct str date;	 /* -d, or missing */
	struct published *dates; /* -D, or NULL */
	struct document doc;
	bool late; /* its beginning is written, the rest comes line by line */
	struct header_para *para;
	size_t cap;
	struct buf text, line;
};

/* Unescapes the texts of the document's paragraphs into w->para. */
static size_t
read_paragraphs(struct work *w)
{
	const struct document *d = &w->doc;
	struct buf room = { 0 };
	size_t n = 0;

	buf_reset(&w->text);
	buf_reserve(&w->text, d->bytes.n + 1); /* and never moves */
	for (size_t i = 0; i < d->n; i++) {
		const struct document_line *l = &d->line[i];
		struct str s;
		if (!l->para)
			continue;
		if (n == w->cap) {
			w->cap = mem_room(w->cap, n + 1, sizeof *w->para);
			w->para = mem_resize(w->para, w->cap, sizeof *w->para);
		}
		s = record_text(
		    document_part(d, l->value, l->value_end), &room);
		w->para[n++].text = (struct str){ w->text.s + w->text.n, s.n };
		buf_str(&w->text, s);
	}
	buf_free(&room);
	return n;
}

static void
add_text(struct buf *b, const struct record *doc, const char *label,
    struct str value)
{
	if (!record_get(doc, label).s)
		emit_text(b, label, value);
}

/* The document's record with what its header tells, if it lacks that. */
static void
write_header(struct work *w, const struct header *h)
{
	const struct document_line *l = w->doc.line;
	struct record doc = { 0 };
	char edtf[EDTF_SIZE];
	struct buf room = { 0 };
	struct str date = w->date, published;
	const char *basis = "argument";

	record_parse(&doc, document_part(&w->doc, l->from, l->to));
	if (w->dates) {
		struct str known = published_get(
		    w->dates, record_text(buf_text(&w->doc.name), &room));
		date = known.s ? known : date;
	}
	edtf_print(&h->published, edtf);
	published = record_get(&doc, "published");
	if (!published.s && !date.s) {
		date = h->published.kind == EDTF_NONE ? (struct str){ 0 }
						      : str_from(edtf);
		basis = h->basis;
	}
	buf_reset(&w->line);
	buf_str(&w->line, doc.line);
	add_text(&w->line, &doc, "title", h->title);
	add_text(&w->line, &doc, "published", date);
	add_text(&w->line, &doc, "published_basis", str_from(basis));
	add_text(&w->line, &doc, "publisher", h->publisher);
	add_text(&w->line, &doc, "author", h->author);
	add_text(&w->line, &doc, "place", h->place);
	add_text(&w->line, &doc, "dateline", h->dateline);
	writer_line(w->out, buf_text(&w->line));
	buf_free(&room);
	record_free(&doc);
}

/* A paragraph's record with its role. */
static void
write_para(struct work *w, struct str line, const struct header_para *p)
{
	struct buf *b = &w->line;

	buf_reset(b);
	buf_str(b, line);
	emit_text(b, "role", str_from(header_role_name(p->role)));
	if (p->from > 0)
		emit_uint(b, "body_start", utf8_count(p->text.s, p->from));
	if (p->to < p->text.n)
		emit_uint(b, "body_end", utf8_count(p->text.s, p->to));
	writer_line(w->out, buf_text(b));
}

/* Writes what is held of a document. */
static void
finish(struct work *w)
{
	struct document *d = &w->doc;
	size_t n = read_paragraphs(w), i = 0;
	struct buf room = { 0 };
	struct header h;

	header_find(
	    w->rules, record_text(buf_text(&d->name), &room), w->para, n, &h);
	if (d->has_record)
		write_header(w, &h);
	for (size_t k = d->has_record; k < d->n; k++) {
		const struct document_line *l = &d->line[k];
		struct str line = document_part(d, l->from, l->to);
		if (l->para)
			write_para(w, line, &w->para[i++]);
		else
			writer_line(w->out, line);
	}
	buf_free(&room);
}

/* A record of a document whose beginning is written. */
static void
write_late(struct work *w, const struct record *rec)
{
	struct str value = record_get(rec, "text");
	struct header_para p;

	if (!record_is(rec, "para") || !value.s || record_get(rec, "role").s) {
		writer_line(w->out, rec->line);
		return;
	}
	p.text = record_text(value, &w->text);
	header_later(w->rules, &p);
	write_para(w, rec->line, &p);
}

static void
extract_header(struct work *w, struct reader *in)
{
	struct document *d = &w->doc;
	struct record *rec;

	while ((rec = reader_next(in))) {
		if (document_ends(d, rec)) {
			if (!w->late)
				finish(w);
			document_reset(d);
			w->late = false;
		}
		if (w->late)
			write_late(w, rec);
		else if (!d->open && !record_is(rec, "doc") &&
			 !record_is(rec, "para"))
			writer_line(w->out, rec->line);
		else
			document_add(d, rec);
		if (!w->late && document_full(d)) {
			finish(w);
			w->late = true;
		}
	}
	if (d->open && !w->late)
		finish(w);
}

int
main(int argc, char **argv)
{
	struct filter f = { .name = "extract-header", .usage = usage };
	struct work w = { .out = &f.out };
	struct edtf e;
	const char *table = NULL;
	char why[128];
	int c;

	while ((c = filter_option(&f, argc, argv, "d:D:", options)) != -1) {
		switch (c) {
		case 'd': w.date = str_from(optarg); break;
		case 'D': table = optarg; break;
		}
	}
	if (w.date.s && !edtf_read(w.date, &e))
		filter_misuse(&f, "no date in EDTF: %s", w.date.s);
	if (table && !(w.dates = published_read(table, why)))
		filter_fail(&f, "%s: %s", table, why);
	w.rules = header_rules_new();
	extract_header(&w, &f.in);
	header_rules_free(w.rules);
	published_free(w.dates);
	document_free(&w.doc);
	free(w.para);
	buf_free(&w.text);
	buf_free(&w.line);
	return filter_end(&f);
}
