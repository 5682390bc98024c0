#include "fact_world.h"

#include <stdlib.h>

#include "mem.h"
#include "table.h"

enum { COUNTRIES = 400 };

struct world {
	const struct table *countries, *cities, *organizations, *persons;
	int alpha2, city_role, org_country, person_country;
	short by_alpha2[26 * 26];      /* row in countries, or -1 */
	short by_alpha3[26 * 26 * 26]; /* likewise */
	bool any;		       /* has the document told of a country? */
	unsigned told[COUNTRIES];      /* how often, by row in countries */
};

void
codes_add(struct codes *c, struct str code)
{
	if (c->n == WORLD_SET || !code.n || code.n >= WORLD_CODE ||
	    codes_have(c, code))
		return;
	memcpy(c->code[c->n], code.s, code.n);
	c->code[c->n++][code.n] = '\0';
}

bool
codes_have(const struct codes *c, struct str code)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_is(code, c->code[i]))
			return true;
	return false;
}

static int
by_code(const void *a, const void *b)
{
	return strcmp(a, b);
}

void
codes_sort(struct codes *c)
{
	qsort(c->code, c->n, sizeof c->code[0], by_code);
}

void
codes_write(struct buf *b, const struct codes *c)
{
	for (size_t i = 0; i < c->n; i++) {
		if (i)
			buf_char(b, '|');
		buf_puts(b, c->code[i]);
	}
}

static int
pair(struct str s)
{
	if (s.n < 2 || s.s[0] < 'A' || s.s[0] > 'Z' || s.s[1] < 'A' ||
	    s.s[1] > 'Z')
		return -1;
	return (s.s[0] - 'A') * 26 + (s.s[1] - 'A');
}

static int
triple(struct str s)
{
	int i = pair(s);

	if (i < 0 || s.n != 3 || s.s[2] < 'A' || s.s[2] > 'Z')
		return -1;
	return i * 26 + (s.s[2] - 'A');
}

struct world *
world_new(void)
{
	struct world *w = mem_zero(1, sizeof *w);

	w->countries = table_builtin("lexicon/countries.tsv");
	w->cities = table_builtin("lexicon/cities.tsv");
	w->organizations = table_builtin("lexicon/organizations.tsv");
	w->persons = table_builtin("lexicon/persons.tsv");
	w->alpha2 = table_column(w->countries, "alpha2");
	w->city_role = table_column(w->cities, "role");
	w->org_country = table_column(w->organizations, "country");
	w->person_country = table_column(w->persons, "country");
	memset(w->by_alpha2, -1, sizeof w->by_alpha2);
	memset(w->by_alpha3, -1, sizeof w->by_alpha3);
	for (size_t r = 0; r < w->countries->nrows && r < COUNTRIES; r++) {
		int i = pair(table_cell(w->countries, r, (size_t)w->alpha2));

		if (i >= 0)
			w->by_alpha2[i] = (short)r;
		i = triple(table_cell(w->countries, r, 0));
		if (i >= 0)
			w->by_alpha3[i] = (short)r;
	}
	return w;
}

void
world_free(struct world *w)
{
	free(w);
}

/* The cell of a column in the row with that id, or a missing str. */
static struct str
of_id(const struct table *t, struct str id, int column)
{
	for (size_t r = 0; r < t->nrows; r++)
		if (str_eq(table_cell(t, r, 0), id))
			return table_cell(t, r, (size_t)column);
	return (struct str){ NULL, 0 };
}

struct str
world_around(const struct world *w, struct str place)
{
	int i = pair(place);

	if (i < 0 || w->by_alpha2[i] < 0)
		return (struct str){ NULL, 0 };
	return table_cell(w->countries, (size_t)w->by_alpha2[i], 0);
}

struct str
world_country(
    const struct world *w, struct str class, struct str id, struct str role)
{
	struct str none = { NULL, 0 }, code = none;

	if (!id.n)
		return none;
	if (str_is(class, "country"))
		return id;
	if (str_is(class, "organization"))
		code = of_id(w->organizations, id, w->org_country);
	else if (str_is(class, "person"))
		code = of_id(w->persons, id, w->person_country);
	else if (str_is(class, "region") ||
		 (str_is(class, "city") && str_is(role, "capital")))
		code = world_around(w, id);
	return code.n ? code : none;
}

struct str
world_capital(const struct world *w, struct str country)
{
	struct str alpha2 = of_id(w->countries, country, w->alpha2);

	for (size_t r = 0; alpha2.n && r < w->cities->nrows; r++) {
		struct str id = table_cell(w->cities, r, 0);

		if (id.n > 2 && memcmp(id.s, alpha2.s, 2) == 0 &&
		    str_is(table_cell(w->cities, r, (size_t)w->city_role),
			"capital"))
			return id;
	}
	return (struct str){ NULL, 0 };
}

void
world_forget(struct world *w)
{
	if (w->any)
		memset(w->told, 0, sizeof w->told);
	w->any = false;
}

void
world_count(struct world *w, struct str country)
{
	int i = triple(country);

	if (i < 0 || w->by_alpha3[i] < 0)
		return;
	w->told[w->by_alpha3[i]]++;
	w->any = true;
}

struct str
world_main(const struct world *w, const struct codes *but)
{
	size_t best = COUNTRIES;
	unsigned all = 0;

	for (size_t r = 0; r < w->countries->nrows && r < COUNTRIES; r++) {
		struct str code;

		if (!w->told[r])
			continue;
		code = table_cell(w->countries, r, 0);
		if (codes_have(but, code))
			continue;
		all += w->told[r];
		if (best == COUNTRIES || w->told[r] > w->told[best])
			best = r;
	}
	if (best == COUNTRIES || w->told[best] < 2 || w->told[best] * 3 < all)
		return (struct str){ NULL, 0 };
	return table_cell(w->countries, best, 0);
}
