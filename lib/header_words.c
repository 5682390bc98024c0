#include "header_words.h"

#include <stdio.h>
#include <stdlib.h>

#include "data.h"
#include "letter.h"
#include "mem.h"
#include "table.h"

struct entry {
	struct str text;
	enum header_meaning meaning;
};

struct header_words {
	struct {
		struct entry *entry;
		size_t n, cap;
		/* sorted by their first byte: where each of them begins */
		size_t first[257];
	} list[HEADER_WHERES];
};

static const char *const wheres[] = { "key", "lead", "line", "start", "close",
	"mark", "label", "due", "name" };
static const char *const meanings[] = { "other", "title", "date", "updated",
	"publisher", "author", "place", "caption", "link" };

static unsigned
number_of(const struct table *t, size_t row, struct str name,
    const char *const *names, size_t n)
{
	for (unsigned i = 0; i < n; i++)
		if (str_is(name, names[i]))
			return i;
	fprintf(stderr, "%s:%u: unknown: %.*s\n", t->name, t->line[row],
	    (int)name.n, name.s);
	abort();
}

static void
add(struct header_words *w, enum header_where where, struct str text,
    enum header_meaning meaning)
{
	if (w->list[where].n == w->list[where].cap) {
		w->list[where].cap = mem_room(w->list[where].cap,
		    w->list[where].n + 1, sizeof(struct entry));
		w->list[where].entry = mem_resize(w->list[where].entry,
		    w->list[where].cap, sizeof(struct entry));
	}
	w->list[where].entry[w->list[where].n++] =
	    (struct entry){ text, meaning };
}

static int
by_first(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	unsigned char c = (unsigned char)x->text.s[0];
	unsigned char d = (unsigned char)y->text.s[0];

	return (c > d) - (c < d);
}

static void
sort(struct header_words *w)
{
	for (size_t where = 0; where < HEADER_WHERES; where++) {
		struct entry *e = w->list[where].entry;
		size_t n = w->list[where].n, i = 0;
		if (n > 0)
			qsort(e, n, sizeof *e, by_first);
		for (size_t c = 0; c <= 256; c++) {
			while (i < n && (unsigned char)e[i].text.s[0] < c)
				i++;
			w->list[where].first[c] = i;
		}
	}
}

/* The entries that may begin the text: [*from, *to). */
static void
candidates(const struct header_words *w, enum header_where where,
    struct str text, size_t *from, size_t *to)
{
	unsigned char c = text.n ? (unsigned char)text.s[0] : 0;

	/* outside ASCII the first byte changes with the case */
	if (c < 0x80)
		c = (unsigned char)letter_lower(c);
	*from = w->list[where].first[c < 0x80 ? c : 0x80];
	*to = w->list[where].first[c < 0x80 ? c + 1 : 256];
}

struct header_words *
header_words_new(void)
{
	static const char behind[] = "/header.tsv";
	struct header_words *w = mem_zero(1, sizeof *w);

	for (const struct data *d = data_files; d->path; d++) {
		size_t n = strlen(d->path), k = sizeof behind - 1;
		const struct table *t;
		if (strcmp(d->path, "lexicon/publishers.tsv") == 0) {
			t = table_builtin(d->path);
			for (size_t row = 0; row < t->nrows; row++)
				add(w, HEADER_NAME, table_cell(t, row, 0),
				    HEADER_PUBLISHER);
		}
		if (n < k || strcmp(d->path + n - k, behind) != 0)
			continue;
		t = table_builtin(d->path);
		for (size_t row = 0; row < t->nrows; row++)
			add(w,
			    (enum header_where)number_of(t, row,
				table_cell(t, row, 0), wheres,
				sizeof wheres / sizeof *wheres),
			    table_cell(t, row, 2),
			    (enum header_meaning)number_of(t, row,
				table_cell(t, row, 1), meanings,
				sizeof meanings / sizeof *meanings));
	}
	sort(w);
	return w;
}

void
header_words_free(struct header_words *w)
{
	if (!w)
		return;
	for (size_t i = 0; i < HEADER_WHERES; i++)
		free(w->list[i].entry);
	free(w);
}

/* The bytes of text that are these words, which are in lower case; or 0. */
static inline size_t
match(struct str text, struct str words)
{
	size_t i = 0, k = 0;
	uint32_t a, b;

	while (k < words.n) {
		if (i >= text.n)
			return 0;
		i += utf8_decode(text.s + i, text.n - i, &a);
		k += utf8_decode(words.s + k, words.n - k, &b);
		if (letter_lower(a) != b)
			return 0;
	}
	return i;
}

/* Is byte i between two words? */
static bool
is_edge(struct str text, size_t i)
{
	size_t n;
	enum letter before = letter_before(text, 0, i, &n);
	enum letter behind = letter_at(text, i, &n);

	return !(letter_is_letter(before) && letter_is_letter(behind)) ||
	       before == LETTER_CASELESS;
}

bool
header_word(const struct header_words *w, enum header_where where,
    struct str text, enum header_meaning *m)
{
	size_t i, to;

	for (candidates(w, where, text, &i, &to); i < to; i++) {
		const struct entry *e = &w->list[where].entry[i];
		if (match(text, e->text) == text.n && text.n > 0) {
			*m = e->meaning;
			return true;
		}
	}
	return false;
}

size_t
header_prefix(const struct header_words *w, enum header_where where,
    struct str text, enum header_meaning *m)
{
	size_t longest = 0, n, i, to;

	for (candidates(w, where, text, &i, &to); i < to; i++) {
		const struct entry *e = &w->list[where].entry[i];
		if ((n = match(text, e->text)) > longest && is_edge(text, n)) {
			longest = n;
			*m = e->meaning;
		}
	}
	return longest;
}

size_t
header_suffix(
    const struct header_words *w, enum header_where where, struct str text)
{
	size_t longest = 0, n;
	unsigned char last = text.n ? (unsigned char)text.s[text.n - 1] : 0;

	if (last < 0x80)
		last = (unsigned char)letter_lower(last);
	for (size_t i = 0; i < w->list[where].n; i++) {
		const struct entry *e = &w->list[where].entry[i];
		n = e->text.n;
		/* a word has one length in upper and in lower case */
		if (n <= text.n && n > longest &&
		    (last >= 0x80 || last == (unsigned char)e->text.s[n - 1]) &&
		    ((unsigned char)text.s[text.n - n] & 0xC0) != 0x80 &&
		    match(str_part(text, text.n - n, text.n), e->text) == n &&
		    is_edge(text, text.n - n))
			longest = n;
	}
	return longest;
}
