#include "noun.h"

#include <stdlib.h>

#include "automaton.h"
#include "lang.h"
#include "mem.h"

struct nouns {
	const struct table *table;
	struct automaton *automaton;
};

struct nouns *
nouns_new(struct str lang)
{
	const struct table *t = lang_table(lang, "nouns");
	struct nouns *n;

	if (!t)
		return NULL;
	n = mem_zero(1, sizeof *n);
	n->table = t;
	n->automaton = automaton_new();
	for (size_t r = 0; r < t->nrows; r++)
		for (size_t c = 1; c < t->ncols; c++) {
			struct str s = table_cell(t, r, c);

			for (size_t i = 0, j; i < s.n; i = j + 1) {
				for (j = i; j < s.n && s.s[j] != '|';)
					j++;
				automaton_add(n->automaton, str_part(s, i, j),
				    (uint32_t)r);
			}
		}
	return n;
}

void
nouns_free(struct nouns *n)
{
	if (!n)
		return;
	automaton_free(n->automaton);
	free(n);
}

struct str
noun_class(const struct nouns *n, struct str phrase)
{
	struct automaton_match m;

	for (size_t at = 0; automaton_find(n->automaton, phrase, at, &m);
	     at = m.to)
		if (m.to == phrase.n)
			return table_cell(n->table, m.value, 0);
	return (struct str){ NULL, 0 };
}
