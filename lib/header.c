#include "header.h"

#include <stdlib.h>

#include "header_line.h"
#include "header_when.h"
#include "letter.h"
#include "mem.h"

enum {
	FRONT_MAX = 200, /* lines of front matter */
	HEAD_MAX = 40,	 /* paragraphs that are looked at for header lines */
	AFTER_PROSE = 6, /* of them behind the first prose */
	TAIL_MAX = 16,	 /* paragraphs at the end, likewise */
	TITLE_MAX = 300	 /* bytes of a title */
};

struct header_rules {
	struct header_words *words;
	struct header_dates *dates;
};

/* What is found while the paragraphs are gone through. */
struct finding {
	struct header_rules *r;
	struct header_para *para;
	size_t n;
	struct header_facts front, head, foot;
	struct dateline dateline;
	struct str dateline_text;
	size_t body; /* the first paragraph of prose, or n */
	bool later;  /* it is part of a document whose head has gone by */
};

const char *
header_role_name(enum header_role role)
{
	static const char *const names[] = { "body", "title", "header",
		"dateline", "caption", "heading", "markup", "footer" };

	return names[role];
}

struct header_rules *
header_rules_new(void)
{
	struct header_rules *r = mem_alloc(sizeof *r);

	r->words = header_words_new();
	r->dates = header_dates_new();
	return r;
}

void
header_rules_free(struct header_rules *r)
{
	if (!r)
		return;
	header_words_free(r->words);
	header_dates_free(r->dates);
	free(r);
}

static bool
starts_with(struct str s, const char *prefix)
{
	size_t n = strlen(prefix);

	return s.n >= n && memcmp(s.s, prefix, n) == 0;
}

/* Does the text end as a sentence does? */
static bool
ends_with_stop(struct str s)
{
	size_t i = s.n, n;
	enum letter k;

	while ((k = letter_before(s, 0, i, &n)) == LETTER_CLOSE ||
	       k == LETTER_QUOTE || k == LETTER_BLANK)
		i -= n;
	return k == LETTER_STOP;
}

static size_t
count_words(struct str s)
{
	size_t words = 0, n;
	bool inside = false;

	for (size_t i = 0; i < s.n; i += n) {
		enum letter k = letter_at(s, i, &n);
		words += k == LETTER_CASELESS || (k != LETTER_BLANK && !inside);
		inside = k != LETTER_BLANK && k != LETTER_CASELESS;
	}
	return words;
}

static bool
is_prose(struct header_rules *r, struct str s)
{
	size_t mark = header_suffix(r->words, HEADER_MARK, s);

	if (mark < s.n)
		s = header_trim(str_part(s, 0, s.n - mark));
	return s.n > TITLE_MAX || (ends_with_stop(s) && count_words(s) >= 6);
}

static bool
has_letter(struct str s)
{
	size_t n;

	for (size_t i = 0; i < s.n; i += n) {
		enum letter k = letter_at(s, i, &n);
		if (letter_is_letter(k) || k == LETTER_DIGIT)
			return true;
	}
	return s.n == 0;
}

/* "A train leaves. (Photo by Li Na/Xinhua)": the caption of an image. */
static bool
take_credit(struct header_rules *r, struct header_para *p)
{
	enum header_meaning m = HEADER_OTHER;
	struct str s = p->text;
	size_t i = s.n;

	if (s.n < 2 || s.s[s.n - 1] != ')')
		return false;
	while (i > 0 && s.s[i - 1] != '(')
		i--;
	if (i == 0)
		return false;
	s = str_part(s, i, s.n - 1);
	if (header_prefix(r->words, HEADER_LEAD, s, &m) == 0 ||
	    m != HEADER_CAPTION)
		header_prefix(r->words, HEADER_KEY, s, &m);
	if (m != HEADER_CAPTION)
		return false;
	p->role = ROLE_CAPTION;
	p->to = header_trim(str_part(p->text, 0, i - 1)).n;
	return true;
}

/* <div ...>, ![...](...), {:.caption}, {% ... %}: no reader sees it. */
static bool
is_markup(struct str s)
{
	return starts_with(s, "{:") || starts_with(s, "{%") ||
	       starts_with(s, "{{") || starts_with(s, "![") ||
	       starts_with(s, "[![") || !has_letter(s) ||
	       (s.n > 2 && s.s[0] == '<' && memchr(s.s, '>', s.n) &&
		   (s.s[1] == '/' || s.s[1] == '!' ||
		       letter_is_letter(
			   (enum letter)letter_ascii[s.s[1] & 0x7F])));
}

/* Markup that stands before the caption of an image. */
static bool
opens_caption(struct str s)
{
	static const char *const words[] = { "cutline", "caption" };

	for (size_t w = 0; w < 2; w++)
		for (size_t i = 0; i + 7 <= s.n; i++)
			if (s.s[i] == 'c' && memcmp(s.s + i, words[w], 7) == 0)
				return true;
	return false;
}

/* "### Heading ###": the part without the marks. */
static bool
read_heading(struct header_para *p)
{
	struct str s = p->text;
	size_t from = 0, to = s.n, n;

	while (from < s.n && s.s[from] == '#')
		from++;
	if (from == 0 || from > 6 || from == s.n || s.s[from] != ' ')
		return false;
	from = letter_skip_blanks(s, from);
	while (to > from && (s.s[to - 1] == '#' || s.s[to - 1] == ' '))
		to--;
	/* a no-break or zero-width sign that some editors leave */
	while (from < to && letter_at(s, from, &n) == LETTER_OTHER && n == 3)
		from += n;
	if (from == to)
		return false;
	p->role = ROLE_HEADING;
	p->from = from;
	p->to = to;
	return true;
}

/* The lines between two fences "---"; returns the number of paragraphs. */
static size_t
read_front_matter(struct finding *f)
{
	size_t end;

	if (f->n == 0 || !str_is(f->para[0].text, "---"))
		return 0;
	for (end = 1; end < f->n && end < FRONT_MAX; end++)
		if (str_is(f->para[end].text, "---") ||
		    str_is(f->para[end].text, "..."))
			break;
	if (end == f->n || end == FRONT_MAX)
		return 0;
	for (size_t i = 0; i <= end; i++) {
		struct header_para *p = &f->para[i];
		struct str had = f->front.title, value;
		p->role = ROLE_HEADER;
		if (!header_field(
			f->r->words, f->r->dates, p->text, &f->front, &value))
			continue;
		if (!had.s && f->front.title.s) {
			p->role = ROLE_TITLE;
			p->from = (size_t)(value.s - p->text.s);
			p->to = p->from + value.n;
		}
	}
	return end + 1;
}

/* A line without a stop before prose, of a few words at least. */
static bool
is_title(const struct finding *f, size_t i)
{
	struct str s = f->para[i].text;
	size_t n, words = count_words(s);
	enum letter k = letter_at(s, 0, &n);

	if (s.n > TITLE_MAX || words < 3 || k == LETTER_LOWER ||
	    k == LETTER_OTHER || (ends_with_stop(s) && s.s[s.n - 1] == '.'))
		return false;
	if (s.s[s.n - 1] == ',' || s.s[s.n - 1] == ';' || s.s[s.n - 1] == ':')
		return false;
	for (size_t j = i + 1; j < f->n && j < i + HEAD_MAX; j++)
		if (is_prose(f->r, f->para[j].text))
			return true;
	return false;
}

/* The label of a caption: "FILE - ".  Its bytes, or 0. */
static size_t
read_label(struct header_rules *r, struct str s)
{
	enum header_meaning m;
	size_t n = header_prefix(r->words, HEADER_LABEL, s, &m), k;

	if (n == 0 || m != HEADER_CAPTION ||
	    letter_at(s, 0, &k) != LETTER_UPPER)
		return 0;
	n = letter_skip_blanks(s, n);
	if (letter_at(s, n, &k) != LETTER_DASH && !(n < s.n && s.s[n] == ':'))
		return 0;
	while (letter_at(s, n, &k) == LETTER_DASH || (n < s.n && s.s[n] == ':'))
		n += n < s.n && s.s[n] == ':' ? 1 : k;
	return letter_skip_blanks(s, n);
}

/* The dateline of a paragraph, if it has one: moves its beginning. */
static bool
take_dateline(struct finding *f, size_t i, bool first)
{
	struct header_para *p = &f->para[i];
	enum header_meaning m;
	struct dateline d;

	if (!dateline_read(f->r->dates, p->text, &d))
		return false;
	/* a place alone: before the first prose only, and not in a title */
	if (!d.dated && !d.agency.s && (!first || !ends_with_stop(p->text)))
		return false;
	if (d.place.s && header_word(f->r->words, HEADER_LABEL, d.place, &m))
		return false;
	f->dateline = d;
	f->dateline_text = header_trim(str_part(p->text, 0, d.end));
	p->from = d.end;
	if (d.end == p->text.n)
		p->role = ROLE_DATELINE;
	return true;
}

/* Goes through the head; returns where the rest begins. */
static void
read_head(struct finding *f, size_t i)
{
	size_t end = f->n < HEAD_MAX + i ? f->n : HEAD_MAX + i, prose = 0;
	bool title = f->front.title.s != NULL;

	f->body = f->n;
	for (; i < end && prose <= AFTER_PROSE; i++) {
		struct header_para *p = &f->para[i];
		if (f->body < f->n)
			prose++;
		if (is_markup(p->text))
			continue;
		if (take_credit(f->r, p))
			continue;
		if (prose < 3 && !f->dateline_text.s &&
		    take_dateline(f, i, f->body == f->n)) {
			if (f->body == f->n)
				f->body = i;
			continue;
		}
		switch (
		    header_line(f->r->words, f->r->dates, p->text, &f->head)) {
		case LINE_HEADER: p->role = ROLE_HEADER; continue;
		case LINE_CAPTION:
			p->role = ROLE_CAPTION;
			p->from = read_label(f->r, p->text);
			continue;
		case LINE_PROSE: break;
		}
		if (is_prose(f->r, p->text)) {
			if (f->body == f->n)
				f->body = i;
			continue;
		}
		if (!title && f->body == f->n && is_title(f, i)) {
			title = true;
			read_heading(p);
			p->role = ROLE_TITLE;
			if (!f->head.title.s)
				f->head.title =
				    str_part(p->text, p->from, p->to);
		}
	}
}

static struct str
without_stop(struct str s)
{
	return s.n > 0 && s.s[s.n - 1] == '.' ? str_part(s, 0, s.n - 1) : s;
}

/* A line such as "Read more: ..." */
static bool
is_foot(struct header_rules *r, struct str s, bool tail)
{
	enum header_meaning m;
	size_t n, k;

	if (tail && header_suffix(r->words, HEADER_CLOSE, without_stop(s)) > 0)
		return true;
	n = header_prefix(r->words, HEADER_START, s, &m);
	if (n == 0)
		return false;
	/* "Copyright 2024", but not "Copyright law" */
	if (!memchr(s.s, ' ', n) &&
	    letter_at(s, letter_skip_blanks(s, n), &k) == LETTER_LOWER)
		return false;
	return tail || !ends_with_stop(s) || (n < s.n && s.s[n] == ':');
}

/* Cuts a mark such as "■" or "(END)" off the end of prose. */
static void
cut_mark(struct header_rules *r, struct header_para *p)
{
	struct str s;
	size_t n, k;

	for (;;) {
		enum letter first, before;
		s = header_trim(str_part(p->text, p->from, p->to));
		n = header_suffix(r->words, HEADER_MARK, s);
		if (n == 0 || n == s.n)
			return;
		first = letter_at(s, s.n - n, &k);
		s = header_trim(str_part(s, 0, s.n - n));
		/* a word is a mark behind a stop only, and with a capital */
		before = letter_before(s, 0, s.n, &k);
		if (letter_is_letter(first) &&
		    (first == LETTER_LOWER || !ends_with_stop(s) ||
			before == LETTER_BLANK))
			return;
		p->to = (size_t)(s.s - p->text.s) + s.n;
	}
}

/* From the last paragraph back to the last prose. */
static void
read_foot(struct finding *f)
{
	size_t i = f->n, low = f->n > TAIL_MAX ? f->n - TAIL_MAX : 0;
	enum header_meaning m;

	while (i > low && i > f->body + 1) {
		struct header_para *p = &f->para[--i];
		if (header_word(f->r->words, HEADER_MARK, p->text, &m) ||
		    is_foot(f->r, p->text, true)) {
			header_line(
			    f->r->words, f->r->dates, p->text, &f->foot);
			p->role = ROLE_FOOTER;
			continue;
		}
		if (p->role == ROLE_MARKUP)
			continue;
		switch (
		    header_line(f->r->words, f->r->dates, p->text, &f->foot)) {
		case LINE_HEADER: p->role = ROLE_FOOTER; continue;
		case LINE_CAPTION:
			p->role = ROLE_CAPTION;
			p->from = read_label(f->r, p->text);
			continue;
		case LINE_PROSE: break;
		}
		break;
	}
	for (i = f->n; i > 0; i--)
		if (f->para[i - 1].role == ROLE_BODY) {
			cut_mark(f->r, &f->para[i - 1]);
			break;
		}
}

/* Captions, headings, markup and pointers to other articles, anywhere. */
static void
read_middle(struct finding *f, size_t i)
{
	bool caption = false;

	for (; i < f->n; i++) {
		struct header_para *p = &f->para[i];
		size_t label;
		if (p->role != ROLE_BODY)
			continue;
		if (is_markup(p->text)) {
			p->role = ROLE_MARKUP;
			caption = opens_caption(p->text);
			continue;
		}
		if (read_heading(p))
			continue;
		label = read_label(f->r, p->text);
		if (take_credit(f->r, p) || caption || label > 0) {
			p->role = ROLE_CAPTION;
			p->from = label;
		} else if ((f->later || i > f->body) &&
			   is_foot(f->r, p->text, false))
			p->role = ROLE_FOOTER;
		caption = false;
	}
}

/* The host of a link, without "www."; missing if it is none. */
static struct str
host_of(struct str link)
{
	const char *from = link.n ? memchr(link.s, ':', link.n) : NULL;
	size_t i, end;

	if (!from)
		return (struct str){ 0 };
	i = (size_t)(from - link.s) + 1;
	while (i < link.n && link.s[i] == '/')
		i++;
	if (starts_with(str_part(link, i, link.n), "www."))
		i += 4;
	for (end = i; end < link.n && !strchr("/:?# ", link.s[end]);)
		end++;
	return end > i ? str_part(link, i, end) : (struct str){ 0 };
}

static struct str
first_of(struct str a, struct str b, struct str c)
{
	return a.s ? a : b.s ? b : c;
}

/* A line that is a name, beside a header line and before the article. */
static void
mark_names(struct finding *f, size_t i)
{
	for (; i < f->body && i < f->n; i++)
		if (f->para[i].role == ROLE_BODY &&
		    ((i > 0 && f->para[i - 1].role == ROLE_HEADER) ||
			f->para[i + 1 < f->n ? i + 1 : i].role ==
			    ROLE_HEADER) &&
		    header_is_name(f->r->words, f->para[i].text))
			f->para[i].role = ROLE_HEADER;
}

static void
init_para(struct header_para *p)
{
	p->role = ROLE_BODY;
	p->from = 0;
	p->to = p->text.n;
}

void
header_later(struct header_rules *r, struct header_para *para)
{
	struct finding f = { .r = r, .para = para, .n = 1, .later = true };

	init_para(para);
	read_middle(&f, 0);
}

void
header_find(struct header_rules *r, struct str name, struct header_para *para,
    size_t n, struct header *h)
{
	struct finding f = { .r = r, .para = para, .n = n };
	size_t front;

	for (size_t i = 0; i < n; i++)
		init_para(&para[i]);
	front = read_front_matter(&f);
	read_head(&f, front);
	mark_names(&f, front);
	read_middle(&f, front);
	read_foot(&f);
	*h = (struct header){ .dateline = f.dateline_text };
	h->title = first_of(f.front.title, f.head.title, f.foot.title);
	h->publisher =
	    first_of(f.front.publisher, f.head.publisher, f.dateline.agency);
	h->publisher = first_of(h->publisher, f.foot.publisher, h->publisher);
	if (!h->publisher.s && f.front.link.s)
		h->publisher = host_of(f.front.link);
	h->author = first_of(f.front.author, f.head.author, f.foot.author);
	h->place = first_of(f.front.place, f.dateline.place, f.head.place);
	const struct evidence all[] = {
		{ f.front.dated, f.front.date, "front-matter" },
		{ f.head.dated, f.head.date, "header" },
		{ f.dateline.dated, f.dateline.date, "dateline" },
		{ f.foot.dated, f.foot.date, "header" },
	};
	header_when(r->words, name, para, n, all, sizeof all / sizeof *all, h);
}
