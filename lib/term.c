#include "term.h"

#include <stdlib.h>

#include "automaton.h"
#include "lang.h"
#include "mem.h"
#include "pattern.h"

enum { BACK = 120, LIST = 16, RECENT = 8 };

/* The lexicons compiled in, and the class of their entries. */
static const char *const builtin[][2] = {
	{ "lexicon/countries.tsv", "country" },
	{ "lexicon/regions.tsv", "region" },
	{ "lexicon/cities.tsv", "city" },
	{ "lexicon/organizations.tsv", "organization" },
	{ "lexicon/persons.tsv", "person" },
	{ "lexicon/sectors.tsv", "sector" },
	{ "lexicon/events.tsv", "event" },
	{ "lexicon/actions.tsv", "action" },
};

/* The columns that hold terms, and what the role of those is. */
static const char *const term_column[][2] = {
	{ "name", NULL },
	{ "terms", NULL },
	{ "adjectives", "adjective" },
	{ "listed", "listed" },
	{ "names", NULL },
};

struct entry {
	struct str class, id, name, role;
	bool head;  /* a word of heads.tsv: class is its class */
	bool names; /* a region where its word follows */
};

struct language {
	struct language *next;
	struct str code;
	struct grammar *grammar;
	struct pattern *event, *organization, *before, *office, *behind;
	struct pattern *between, *region;
};

struct terms {
	struct automaton *automaton;
	struct entry *entry;
	size_t entries, entry_cap;
	struct term *found;
	size_t n, cap;
	size_t listed; /* those by lexicon, in the order of the text */
	struct automaton_match *head; /* the heads in the text */
	size_t heads, head_cap;
	struct language *languages;
};

static void
add_entry(struct terms *t, struct str term, struct entry e)
{
	if (!automaton_add(t->automaton, term, (uint32_t)t->entries))
		return;
	if (t->entries == t->entry_cap) {
		t->entry_cap =
		    mem_room(t->entry_cap, t->entries + 1, sizeof *t->entry);
		t->entry = mem_resize(t->entry, t->entry_cap, sizeof *t->entry);
	}
	t->entry[t->entries++] = e;
}

/* Takes the part of words before the first "|" off. */
static bool
next_word(struct str *words, struct str *word)
{
	const char *bar;

	if (!words->n)
		return false;
	bar = memchr(words->s, '|', words->n);
	*word = *words;
	if (bar)
		word->n = (size_t)(bar - words->s);
	words->s += word->n + (bar != NULL);
	words->n -= word->n + (bar != NULL);
	return true;
}

static struct str
cell(const struct table *t, size_t row, const char *column)
{
	int c = table_column(t, column);
	struct str s = { NULL, 0 };

	return c < 0 ? s : table_cell(t, row, (size_t)c);
}

/* An empty cell is a missing text. */
static struct str
value(struct str s)
{
	return s.n ? s : (struct str){ NULL, 0 };
}

static void
add_table(struct terms *t, const struct table *lexicon, const char *class)
{
	/* An action's name is a label, its status is the role. */
	bool action = class && strcmp(class, "action") == 0;
	size_t columns = sizeof term_column / sizeof *term_column;

	for (size_t r = 0; r < lexicon->nrows; r++) {
		struct entry e = { .id = value(cell(lexicon, r, "id")),
			.name = value(cell(lexicon, r, "name")),
			.class =
			    class ? str_from(class) : cell(lexicon, r, "class"),
			.role = value(
			    cell(lexicon, r, action ? "status" : "role")) };

		for (size_t c = 0; c < columns; c++) {
			const char *const *column = term_column[c];
			struct str words = cell(lexicon, r, column[0]), word;
			struct entry each = e;

			each.names = strcmp(column[0], "names") == 0;
			if (column[1])
				each.role = str_from(column[1]);
			if (action && c == 0)
				continue;
			while (next_word(&words, &word))
				add_entry(t, word, each);
		}
	}
}

const char *
terms_add(struct terms *t, const struct table *lexicon)
{
	if (table_column(lexicon, "class") < 0)
		return "it has no column \"class\"";
	if (table_column(lexicon, "name") < 0 &&
	    table_column(lexicon, "terms") < 0)
		return "it has no column \"name\" or \"terms\"";
	add_table(t, lexicon, NULL);
	return NULL;
}

struct terms *
terms_new(void)
{
	struct terms *t = mem_zero(1, sizeof *t);

	t->automaton = automaton_new();
	for (size_t i = 0; i < sizeof builtin / sizeof *builtin; i++)
		add_table(t, table_builtin(builtin[i][0]), builtin[i][1]);
	return t;
}

static void
language_free(struct language *l)
{
	pattern_free(l->event);
	pattern_free(l->organization);
	pattern_free(l->before);
	pattern_free(l->office);
	pattern_free(l->behind);
	pattern_free(l->between);
	pattern_free(l->region);
	grammar_free(l->grammar);
	free((char *)l->code.s);
	free(l);
}

void
terms_free(struct terms *t)
{
	struct language *l, *next;

	if (!t)
		return;
	for (l = t->languages; l; l = next) {
		next = l->next;
		language_free(l);
	}
	automaton_free(t->automaton);
	free(t->entry);
	free(t->found);
	free(t->head);
	free(t);
}

/* The patterns of a language; without any where it has none. */
static struct language *
language(struct terms *t, struct str code)
{
	struct language *l;
	const struct table *heads;

	if (!code.n)
		code = STR("en");
	for (l = t->languages; l; l = l->next)
		if (str_eq(l->code, code))
			return l;
	l = mem_zero(1, sizeof *l);
	l->code = (struct str){ mem_copy(code.s, code.n), code.n };
	l->next = t->languages;
	t->languages = l;
	heads = lang_table(code, "heads");
	l->grammar = grammar_new();
	if (!heads || !lang_grammar(l->grammar, code, "terms"))
		return l;
	for (size_t r = 0; r < heads->nrows; r++) {
		struct str class = table_cell(heads, r, 0), word;
		struct str words = table_cell(heads, r, 1);
		char name[32] = { 0 };
		struct entry e = { .class = class, .head = true };

		memcpy(name, class.s, class.n < 31 ? class.n : 31);
		grammar_column(l->grammar, name, heads, "words", "class", name);
		while (next_word(&words, &word))
			add_entry(t, word, e);
	}
	l->event = grammar_pattern(l->grammar, "event_name", 0);
	l->organization = grammar_pattern(l->grammar, "organization_name", 0);
	l->before = grammar_pattern(l->grammar, "person_before", 0);
	l->office = grammar_pattern(l->grammar, "person_office", 0);
	l->behind = grammar_pattern(l->grammar, "person_behind", 0);
	l->between = grammar_pattern(l->grammar, "between", 0);
	l->region = grammar_pattern(l->grammar, "region_head", 0);
	return l;
}

static void
found(struct terms *t, struct term term)
{
	if (t->n == t->cap) {
		t->cap = mem_room(t->cap, t->n + 1, sizeof *t->found);
		t->found = mem_resize(t->found, t->cap, sizeof *t->found);
	}
	t->found[t->n++] = term;
}

static void
found_entry(struct terms *t, size_t from, size_t to, const struct entry *e)
{
	found(t, (struct term){ from, to, e->class, e->id, e->name, e->role });
}

/* Of the terms that match what m does, the first one with names as told. */
static const struct entry *
with_names(const struct terms *t, struct str text, struct automaton_match m,
    bool names)
{
	do {
		const struct entry *e = &t->entry[m.value];

		if (!e->head && e->names == names)
			return e;
	} while (automaton_more(t->automaton, text, &m));
	return NULL;
}

/*
 * A list of names with the word for region behind, that begins with m:
 * "Abai, East Kazakhstan and West Kazakhstan regions".  Returns its end, or 0.
 */
static size_t
regions(struct terms *t, struct language *l, struct str text,
    struct automaton_match m)
{
	const struct entry *name[LIST];
	size_t from[LIST], to[LIST], n = 0, at;

	if (!l->region)
		return 0;
	while (n < LIST && (name[n] = with_names(t, text, m, true))) {
		from[n] = m.from;
		to[n++] = at = m.to;
		if (pattern_find(l->region, text, at, at, NULL)) {
			/* "region" belongs to one name, "regions" to all */
			if (n > 1 && pattern_group(l->region, "one").s)
				break;
			to[n - 1] = pattern_end(l->region);
			for (size_t i = 0; i < n; i++)
				found_entry(t, from[i], to[i], name[i]);
			return to[n - 1];
		}
		if (!pattern_find(l->between, text, at, at, NULL))
			break;
		at = pattern_end(l->between);
		if (at == m.to || !automaton_here(t->automaton, text, at, &m))
			break;
	}
	return 0;
}

/* Where a pattern may begin to find a name around the word at `at`. */
static size_t
back(struct str text, size_t at, size_t least)
{
	size_t from = at > BACK ? at - BACK : 0;

	if (from < least)
		from = least;
	while (from < at && ((unsigned char)text.s[from] & 0xC0) == 0x80)
		from++;
	return from;
}

/* The first of the terms by lexicon that begins at or behind from. */
static size_t
first_from(const struct terms *t, size_t from)
{
	size_t low = 0, high = t->listed;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (t->found[mid].from < from)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The term of a class whose span is [from, to), or NULL. */
static struct term *
same_span(struct terms *t, const char *class, size_t from, size_t to)
{
	size_t i = first_from(t, from);

	for (; i < t->listed && t->found[i].from == from; i++)
		if (t->found[i].to == to && str_is(t->found[i].class, class))
			return &t->found[i];
	for (i = t->n; i > t->listed && i + RECENT > t->n; i--)
		if (t->found[i - 1].from == from && t->found[i - 1].to == to &&
		    str_is(t->found[i - 1].class, class))
			return &t->found[i - 1];
	return NULL;
}

/* The id of a term of that class within the span, or a missing str. */
static struct str
id_within(const struct terms *t, struct str class, size_t from, size_t to)
{
	for (size_t i = first_from(t, from);
	     i < t->listed && t->found[i].from < to; i++)
		if (t->found[i].to <= to && str_eq(t->found[i].class, class))
			return t->found[i].id;
	return (struct str){ NULL, 0 };
}

/* A name by pattern around the head [at, to); the end of what was found. */
static size_t
by_pattern(struct terms *t, struct pattern *p, struct str class,
    struct str text, size_t at, size_t to, size_t least)
{
	size_t from, end;
	struct str name;

	if (!p || at < least)
		return least;
	/* names that end before the head are those of heads before it */
	for (from = back(text, at, least);; from = end) {
		if (!pattern_find(p, text, from, at, NULL))
			return least;
		from = pattern_start(p);
		end = pattern_end(p);
		if (end >= to)
			break;
		if (end > at)
			return to;
	}
	name = str_part(text, from, end);
	if (!same_span(t, class.s, from, end) && end - from > to - at)
		found(
		    t, (struct term){ from, end, class,
			   id_within(t, class, from, end), name, { NULL, 0 } });
	return end;
}

/* Do two names begin with the same word, and end with the same? */
static bool
same_ends(struct str a, struct str b)
{
	size_t i = 0, j = 0;

	while (i < a.n && a.s[i] != ' ')
		i++;
	while (j < a.n && a.s[a.n - 1 - j] != ' ')
		j++;
	return i <= b.n && j <= b.n && memcmp(a.s, b.s, i) == 0 &&
	       memcmp(a.s + a.n - j, b.s + b.n - j, j) == 0 &&
	       (i == b.n || b.s[i] == ' ');
}

/* A name by pattern.  The known one within it is that of somebody else if it is
 * one word, and the names are not alike: "Xi Guohua". */
static void
found_person(struct terms *t, struct str text, struct str name, struct str role)
{
	size_t from = (size_t)(name.s - text.s), to = from + name.n;
	struct str id = { NULL, 0 };

	for (size_t i = first_from(t, from);
	     i < t->listed && t->found[i].from < to; i++) {
		struct term *inner = &t->found[i];

		if (inner->from == from && inner->to >= to)
			return; /* "trade partner Saudi Arabia" */
		if (inner->to > to || !str_is(inner->class, "person"))
			continue;
		if (same_ends(name, inner->name) ||
		    memchr(text.s + inner->from, ' ', inner->to - inner->from))
			id = inner->id;
		else
			inner->class.n = 0;
	}
	found(t, (struct term){ from, to, STR("person"), id, name, role });
}

/* A person by the title or the office at [at, to). */
static size_t
person(struct terms *t, struct pattern *p, struct str text, size_t at,
    size_t to, size_t least, bool title)
{
	struct str name, role;
	struct term *known;
	size_t from;

	if (!p || at < least ||
	    !pattern_find(
		p, text, title ? at : back(text, at, least), at, NULL))
		return least;
	if (pattern_end(p) < to)
		return to;
	name = pattern_group(p, "name");
	role = pattern_group(p, "role");
	from = (size_t)(name.s - text.s);
	known = same_span(t, "person", from, from + name.n);
	if (known)
		known->role = role;
	else
		found_person(t, text, name, role);
	return pattern_end(p);
}

/* Countries that are named within the name of something else. */
static void
within(struct terms *t, struct str text, size_t from, size_t to)
{
	struct automaton_match m;
	struct str part = str_part(text, 0, to);

	for (size_t at = from;
	     at < to && automaton_find(t->automaton, part, at, &m);) {
		const struct entry *e = with_names(t, part, m, false);

		at = m.to;
		if (m.from == from && m.to == to) {
			/* the name itself: look behind its first word */
			for (at = from;
			     at < to && text.s[at] != ' ' && text.s[at] != '-';)
				at++;
			if (automaton_here(t->automaton, str_part(text, 0, at),
				from, &m) &&
			    (e = with_names(t, part, m, false)) != NULL &&
			    str_is(e->class, "country"))
				found_entry(t, m.from, m.to, e);
			continue;
		}
		if (e && str_is(e->class, "country"))
			found_entry(t, m.from, m.to, e);
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct term *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	if (x->to != y->to)
		return x->to > y->to ? -1 : 1;
	return 0;
}

/* Leaves of terms that are the same, which stand at the same place, the first,
 * and none without a class; returns how many are left.  More ways than one may
 * lead to a name. */
static size_t
once(struct term *found, size_t n)
{
	size_t left = 0, i, k;

	for (i = 0; i < n; i++) {
		if (!found[i].class.n)
			continue;
		for (k = left; k > 0 && by_place(&found[k - 1], &found[i]) == 0;
		     k--)
			if (str_eq(found[k - 1].class, found[i].class) &&
			    str_eq(found[k - 1].id, found[i].id))
				break;
		if (k == 0 || by_place(&found[k - 1], &found[i]) != 0)
			found[left++] = found[i];
	}
	return left;
}

/* The words of heads.tsv in the text: the names around them. */
static void
by_heads(struct terms *t, struct language *l, struct str text)
{
	size_t event = 0, organization = 0, title = 0, office = 0;

	for (size_t i = 0; i < t->heads; i++) {
		const struct automaton_match *m = &t->head[i];
		const struct entry *e = &t->entry[m->value];

		if (str_is(e->class, "event"))
			event = by_pattern(
			    t, l->event, e->class, text, m->from, m->to, event);
		else if (str_is(e->class, "organization"))
			organization = by_pattern(t, l->organization, e->class,
			    text, m->from, m->to, organization);
		else if (str_is(e->class, "title"))
			title = person(
			    t, l->before, text, m->from, m->to, title, true);
		else if (str_is(e->class, "office")) {
			office = person(
			    t, l->behind, text, m->from, m->to, office, false);
			title = person(
			    t, l->office, text, m->from, m->to, title, true);
		}
	}
}

static void
found_head(struct terms *t, struct automaton_match m)
{
	if (t->heads == t->head_cap) {
		t->head_cap =
		    mem_room(t->head_cap, t->heads + 1, sizeof *t->head);
		t->head = mem_resize(t->head, t->head_cap, sizeof *t->head);
	}
	t->head[t->heads++] = m;
}

const struct term *
terms_find(struct terms *t, struct str lang, struct str text, size_t *n)
{
	struct language *l = language(t, lang);
	struct automaton_match m;

	t->n = t->heads = t->listed = 0;
	for (size_t at = 0; automaton_find(t->automaton, text, at, &m);) {
		size_t end = regions(t, l, text, m), from = m.from, to = m.to;

		if (end) {
			at = end;
			continue;
		}
		do {
			const struct entry *e = &t->entry[m.value];

			if (e->head || (l->event && !e->names &&
					   str_is(e->class, "event")))
				found_head(t, m);
			if (e->head || e->names)
				continue;
			if (!same_span(t, e->class.s, from, to))
				found_entry(t, from, to, e);
			if (str_is(e->class, "event") ||
			    str_is(e->class, "organization"))
				within(t, text, from, to);
		} while (automaton_more(t->automaton, text, &m));
		at = to;
	}
	t->listed = t->n;
	if (t->heads)
		by_heads(t, l, text);
	if (t->n > 0)
		qsort(t->found, t->n, sizeof *t->found, by_place);
	t->n = *n = once(t->found, t->n);
	return t->found;
}
