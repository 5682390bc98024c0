#include "header_date.h"

#include <stdlib.h>

#include "data.h"
#include "date.h"
#include "lang.h"
#include "letter.h"
#include "mem.h"
#include "pattern.h"
#include "script.h"

enum {
	DATELINE_REACH = 160, /* bytes at the beginning of a paragraph */
	NOISE = 3	      /* bytes of a dateline's date that are none */
};

struct header_dates {
	struct date_finder *finder;
	struct scripts *scripts;
	struct grammar **grammar; /* of every language with a header.pcre */
	struct pattern **dateline;
	size_t n;
};

static void
add_lang(struct header_dates *h, struct str code)
{
	struct grammar *g = grammar_new();

	h->grammar = mem_resize(h->grammar, h->n + 1, sizeof(struct grammar *));
	h->dateline =
	    mem_resize(h->dateline, h->n + 1, sizeof(struct pattern *));
	lang_grammar(g, code, "header");
	h->grammar[h->n] = g;
	h->dateline[h->n++] = grammar_pattern(g, "dateline", 0);
}

struct header_dates *
header_dates_new(void)
{
	static const char before[] = "lang/", behind[] = "/header.pcre";
	static const struct date_options options = { .names = true };
	struct header_dates *h = mem_zero(1, sizeof *h);

	h->finder = date_finder_new(&options);
	h->scripts = scripts_new();
	for (const struct data *d = data_files; d->path; d++) {
		size_t n = strlen(d->path);
		size_t fixed = sizeof before - 1 + sizeof behind - 1;
		if (n > fixed &&
		    strcmp(d->path + n - (sizeof behind - 1), behind) == 0)
			add_lang(h, (struct str){ d->path + sizeof before - 1,
					n - fixed });
	}
	return h;
}

void
header_dates_free(struct header_dates *h)
{
	if (!h)
		return;
	for (size_t i = 0; i < h->n; i++) {
		pattern_free(h->dateline[i]);
		grammar_free(h->grammar[i]);
	}
	free(h->dateline);
	free(h->grammar);
	scripts_free(h->scripts);
	date_finder_free(h->finder);
	free(h);
}

static bool
has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] >= '0' && s.s[i] <= '9')
			return true;
	return false;
}

/* "GMT+6", "UTC-03:30": what stands behind the zone at byte i of the text; its
 * end. */
static size_t
read_offset(struct str text, size_t i, struct edtf_date *d)
{
	size_t from = i + 1;
	int n = 0;

	if (i >= text.n || (text.s[i] != '+' && text.s[i] != '-'))
		return i;
	for (i = from;
	     i < text.n && i - from < 2 && text.s[i] >= '0' && text.s[i] <= '9';
	     i++)
		n = n * 10 + (text.s[i] - '0');
	if (i == from || n > 14)
		return from - 1;
	d->zone = text.s[from - 1] == '-' ? -60 * n : 60 * n;
	return i;
}

/* The first day that a text in this language names. */
static bool
find_date(struct header_dates *h, struct str text, struct str lang,
    struct edtf_date *d, size_t *start, size_t *end)
{
	struct date_mention m;

	date_begin(h->finder, text, lang, (struct str){ 0 }, true);
	while (date_next(h->finder, &m)) {
		if (m.value.kind != EDTF_DATE || m.value.from.day == 0 ||
		    m.value.from.month > 12)
			continue;
		*d = m.value.from;
		*start = m.from;
		*end = m.to;
		if (d->zoned && d->zone == 0)
			*end = read_offset(text, m.to, d);
		return true;
	}
	return false;
}

bool
header_date(struct header_dates *h, struct str text, struct edtf_date *d,
    size_t *start, size_t *end)
{
	struct str lang;

	if (!has_digit(text))
		return false;
	lang = scripts_lang(h->scripts, text, false);
	/* a language without words for dates still has numbers */
	return find_date(h, text, lang, d, start, end) ||
	       (lang.s && !str_is(lang, "en") &&
		   find_date(h, text, STR("en"), d, start, end));
}

/* Reads the date of a dateline; false where its words are no date. */
static bool
read_date(struct header_dates *h, struct str words, struct edtf_date *d)
{
	size_t start, end;

	return header_date(h, words, d, &start, &end) && start <= NOISE &&
	       end + NOISE >= words.n;
}

bool
dateline_read(struct header_dates *h, struct str text, struct dateline *d)
{
	struct str head = text;
	enum letter k;
	size_t n;

	if (head.n > DATELINE_REACH) {
		head.n = DATELINE_REACH;
		while (((unsigned char)head.s[head.n] & 0xC0) == 0x80)
			head.n--;
	}
	for (size_t i = 0; i < h->n; i++) {
		struct pattern *p = h->dateline[i];
		struct str date;
		if (!pattern_find(p, head, 0, 0, NULL))
			continue;
		*d = (struct dateline){ .end = pattern_end(p) };
		d->place = pattern_group(p, "place");
		d->agency = pattern_group(p, "agency");
		date = pattern_group(p, "date");
		d->dated = date.s && read_date(h, date, &d->date);
		/* a place and an agency are enough */
		if (date.s && !d->dated && !(d->place.s && d->agency.s))
			continue;
		d->end = letter_skip_blanks(text, d->end);
		k = letter_at(text, d->end, &n);
		if (k != LETTER_LOWER && k != LETTER_END)
			return true;
	}
	return false;
}
