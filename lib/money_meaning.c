/*
 * From the groups of a match to amounts.  The groups are told in
 * lang/LANG/money.pcre.
 */
#include <stdlib.h>

#include "mem.h"
#include "money_part.h"
#include "number.h"
#include "utf8.h"
#include "word.h"

enum { MOST_ITEMS = 10, LOOK_BACK = 80, GAP = 60 };

static struct str
group(const struct money *m, const char *name)
{
	return pattern_group(m->money, name);
}

static size_t
offset(const struct money *m, struct str part)
{
	return (size_t)(part.s - m->text.s);
}

static size_t
end_of(const struct money *m, struct str part)
{
	return offset(m, part) + part.n;
}

/* Is it written as amounts are: with a scale, with grouped digits, or with two
 * decimals?  What else would "TRY 5" or "three won" be? */
static bool
looks_like_money(const struct money *m, struct str number)
{
	size_t digits = 0;

	if (number_scale(m->lang, number) > 0)
		return true;
	for (size_t i = 0; i < number.n; i++) {
		char c = number.s[i];

		if (c == ',' && digits > 0 && number.n - i > 3)
			return true;
		if (c == '.' && digits > 0 && number.n - i == 3)
			return true;
		digits += c >= '0' && c <= '9';
	}
	return false;
}

/* Four digits that could be a year.  Round ones ("2000 dollars") are amounts
 * as well. */
static bool
looks_like_year(struct str number)
{
	return number.n == 4 && (memcmp(number.s, "19", 2) == 0 ||
				    memcmp(number.s, "20", 2) == 0);
}

static struct amount *
add_amount(struct money *m, size_t start, size_t end)
{
	if (m->n == m->cap) {
		m->cap = mem_room(m->cap, m->n + 1, sizeof *m->amount);
		m->amount = mem_resize(m->amount, m->cap, sizeof *m->amount);
	}
	m->amount[m->n] =
	    (struct amount){ .start = start, .end = end, .over = end };
	m->amount[m->n].bound = (struct bound){ STR("eq"), start, start };
	return &m->amount[m->n++];
}

/* "/month", "a tonne" */
static void
find_per(struct money *m, struct amount *a)
{
	struct str word, w;
	int col_word, col_value;

	if (!pattern_find(m->per, m->text, a->end, a->end, &m->errors))
		return;
	a->over = pattern_end(m->per);
	a->per = pattern_group(m->per, "other");
	word = pattern_group(m->per, "per");
	if (!word.s)
		return;
	col_word = table_column(m->words, "word");
	col_value = table_column(m->words, "value");
	for (size_t row = 0; row < m->words->nrows; row++) {
		w = table_cell(m->words, row, (size_t)col_word);
		if (word_match(word, 0, w) == word.n)
			a->per = table_cell(m->words, row, (size_t)col_value);
	}
}

static bool
is_same_amount(const struct amount *a, const struct amount *b)
{
	return str_eq(a->unit, b->unit) && a->minor == b->minor && b->has_min &&
	       b->has_max && decimal_compare(&a->min, &b->min) == 0;
}

/* "55.4 billion yuan (6.9 billion dollars)", "$5 (five dollars)" */
static void
find_conversion(struct money *m, struct amount *a)
{
	struct amount *b = a - 1;

	if (m->n < 2 || a->start < b->over || a->start - b->over > GAP ||
	    (str_eq(a->unit, b->unit) && !is_same_amount(a, b)) ||
	    !pattern_find(m->conversion, str_part(m->text, b->over, a->start),
		0, 0, &m->errors))
		return;
	a->converted = true;
	a->same_as = b->start;
	/* "85,000 tenge ($160) per month" */
	if (!b->per.s)
		b->per = a->per;
}

/* Adds an amount of one value, with what stands around it. */
static struct amount *
add_value(struct money *m, size_t start, size_t end, const struct decimal *d,
    const struct unit *u)
{
	size_t floor = m->n ? m->amount[m->n - 1].end : 0;
	struct amount *a = add_amount(m, start, end);

	if (u->currency >= 0)
		a->unit = m->c->currency[u->currency].code;
	a->minor = u->minor;
	a->basis = u->basis;
	a->bound = bound_find(m->lang, m->text, floor, start, end);
	a->has_min = bound_has_min(a->bound.name);
	a->has_max = bound_has_max(a->bound.name);
	a->min = a->max = *d;
	find_per(m, a);
	find_conversion(m, a);
	money_saw(m, u);
	return a;
}

static void
add_inherited(struct money *m, size_t start, size_t end,
    const struct decimal *d, const struct unit *u)
{
	add_value(m, start, end, d, u)->basis = BASIS_INHERITED;
}

static void
add_range(struct money *m, size_t start, size_t end, const struct decimal *d1,
    const struct decimal *d2, const struct unit *u)
{
	struct amount *a = add_value(m, start, end, d1, u);
	struct str pre = group(m, "between");

	if (!pre.s)
		pre = group(m, "from");
	if (pre.s) {
		a->bound.from = offset(m, pre);
		a->bound.to = end_of(m, pre);
	}
	a->bound.name = STR("range");
	a->max = *d2;
	a->has_min = a->has_max = true;
}

static size_t
refuse(struct money *m, size_t start, size_t end)
{
	add_amount(m, start, end)->refused = "number without an exact value";
	return end;
}

/* The names of a unit: before the first number (1), behind it or before the
 * second (2), behind the second (3). */
static struct unit_names
unit_groups(const struct money *m, int where)
{
	static const char *const name[3][6] = {
		{ "code1", "sym1", NULL, "adj1", "noun1", "minor1" },
		{ "code2", "sym2", "msym2", "adj2", "noun2", "minor2" },
		{ "code3", "sym3", "msym3", "adj3", "noun3", "minor3" },
	};
	const char *const *part = name[where - 1];
	struct unit_names names = { .code = group(m, part[0]),
		.symbol = group(m, part[1]) };

	if (names.code.s || names.symbol.s)
		return names;
	if (part[2])
		names.minor_symbol = group(m, part[2]);
	names.adjective = group(m, part[3]);
	names.noun = group(m, part[4]);
	names.minor = group(m, part[5]);
	return names;
}

/* The span of a unit's names; false where there are none. */
static bool
unit_span(
    const struct money *m, const struct unit_names *u, size_t *from, size_t *to)
{
	const struct str *part[] = { &u->code, &u->symbol, &u->minor_symbol,
		&u->adjective, &u->noun, &u->minor };
	bool any = false;

	for (size_t i = 0; i < sizeof part / sizeof *part; i++) {
		if (!part[i]->s)
			continue;
		if (!any || offset(m, *part[i]) < *from)
			*from = offset(m, *part[i]);
		if (!any || end_of(m, *part[i]) > *to)
			*to = end_of(m, *part[i]);
		any = true;
	}
	return any;
}

/*
 * The unit before a number which is named once more behind it: "$5 million
 * US", "$5 US dollars".  *end is moved to where the amount ends.
 */
static struct unit
unit_again(struct money *m, const struct unit_names *before,
    const struct unit_names *behind, size_t *end)
{
	struct unit u = money_unit(m, before), v;
	size_t from, to;

	if (!unit_span(m, behind, &from, &to))
		return u;
	if (behind->adjective.s && !behind->noun.s) {
		/* an adjective alone is said of the sign: "$5 million US." */
		if (!before->symbol.s ||
		    !money_sign_of(m, before->symbol, behind->adjective, &v))
			return u;
	} else {
		v = money_unit(m, behind);
		if (v.minor || !money_sign_is(m, before, &v))
			return u;
		if (v.basis != BASIS_EXPLICIT)
			v = u;
	}
	*end = to;
	return v;
}

/* Adds "and 20 cents" to d. */
static bool
add_minor(struct money *m, const struct unit *u, struct decimal *d)
{
	struct str n4 = group(m, "n4");
	struct decimal part, one = decimal_from(1);
	int digits = u->currency < 0 ? 2 : m->c->currency[u->currency].digits;

	if (!n4.s || digits == 0 || u->minor ||
	    !number_read(m->lang, n4, &part) ||
	    !decimal_shift(&part, -digits) || decimal_compare(&part, &one) >= 0)
		return false;
	part.negative = d->negative;
	return decimal_add(d, d, &part);
}

/* What joins the amount i with the one before it, of which it could have the
 * unit and the scale: last, long or item; or NULL. */
static const char *
joint_of(struct money *m, size_t i)
{
	const struct amount *a = &m->amount[i], *b = a - 1;
	struct decimal thousand = decimal_from(1000);

	if (b->refused || !b->has_min || !b->has_max || b->scale > 0 ||
	    b->over > b->end || a->start < b->end ||
	    !str_eq(a->unit, b->unit) || a->minor != b->minor ||
	    decimal_compare(&b->min, &thousand) >= 0 ||
	    !pattern_find(m->listed, str_part(m->text, b->end, a->start), 0, 0,
		&m->errors))
		return NULL;
	return pattern_mark(m->listed);
}

/*
 * Gives the amounts of a list the scale of its last one, which has been added:
 * "$5, $7 and $12 million", "$5 and $12 million".
 */
static void
hand_back_scale(struct money *m)
{
	size_t last = m->n - 1, first = last;
	int scale = m->amount[last].scale;
	const char *joint = scale > 0 && last > 0 ? joint_of(m, last) : NULL;
	bool comma;

	if (!joint || strcmp(joint, "item") == 0)
		return;
	comma = strcmp(joint, "long") == 0;
	do
		joint = --first > 0 ? joint_of(m, first) : NULL;
	while (joint && strcmp(joint, "item") == 0);
	/* "paid $5, and $12 million was lost" */
	if (comma && last - first < 2)
		return;
	for (; first < last; first++) {
		struct amount *a = &m->amount[first];

		if (!decimal_shift(&a->min, scale))
			continue;
		a->max = a->min;
		a->basis = BASIS_INHERITED;
	}
}

/* Adds an amount of one number, which may be the last of a list. */
static struct amount *
add_single(struct money *m, size_t start, size_t end, const struct decimal *d,
    const struct unit *u, struct str number)
{
	struct amount *a = add_value(m, start, end, d, u);

	a->scale = number_scale(m->lang, number);
	hand_back_scale(m);
	return a;
}

static size_t
mean_amount(struct money *m)
{
	struct str n1 = group(m, "n1"), neg = group(m, "neg"),
		   mega = group(m, "mega");
	struct unit_names names = unit_groups(m, 1), behind = unit_groups(m, 2);
	size_t start = offset(m, n1), end = 0, from = 0, to = 0;
	struct unit u;
	struct decimal d;
	struct amount *a;

	if (unit_span(m, &names, &from, &to)) {
		start = from;
		end = end_of(m, n1);
		u = unit_again(m, &names, &behind, &end);
	} else {
		unit_span(m, &behind, &from, &end);
		u = money_unit(m, &behind);
		/* "in 2023 yuan deposits rose" */
		if (looks_like_year(n1) && memcmp(n1.s + 2, "00", 2) != 0 &&
		    (behind.noun.s || behind.adjective.s))
			return 0;
	}
	if (!u.known || (u.weak && !mega.s && !looks_like_money(m, n1)))
		return 0;
	if (!number_read(m->lang, n1, &d) ||
	    (mega.s && !decimal_shift(&d, number_scale(m->lang, mega))))
		return refuse(m, start, end);
	if (neg.s) {
		start = offset(m, neg);
		d.negative = !d.negative && !decimal_is_zero(&d);
	}
	if (add_minor(m, &u, &d))
		end = end_of(m, group(m, "minor4"));
	if (names.symbol.s || names.code.s)
		a = add_single(m, start, end, &d, &u, n1);
	else
		a = add_value(m, start, end, &d, &u);
	if (group(m, "plus").s && a->has_max) {
		a->bound.name = STR("ge"); /* "100+ million" */
		a->has_max = false;
	}
	return end;
}

/* "ringgit 42": only with a country, or where the number is an amount. */
static size_t
mean_name_before(struct money *m)
{
	struct str n1 = group(m, "n1");
	struct unit_names names = unit_groups(m, 1);
	size_t next = word_skip(m->text, end_of(m, n1));
	bool sure = looks_like_money(m, n1);
	uint32_t cp = 0;

	if (next < m->text.n)
		utf8_decode(m->text.s + next, m->text.n - next, &cp);
	sure |= names.adjective.s && !word_letter(cp);
	if (!sure || n1.s[0] < '0' || n1.s[0] > '9')
		return 0;
	return mean_amount(m);
}

/* Do the words before byte `at` tell that something changed? */
static bool
tells_change(struct money *m, struct pattern *p, size_t at)
{
	size_t from = at > LOOK_BACK ? at - LOOK_BACK : 0;

	while (from < at && ((unsigned char)m->text.s[from] & 0xC0) == 0x80)
		from++;
	return pattern_find(p, str_part(m->text, 0, at), from, at, &m->errors);
}

/* Does a verb of change stand right before a place; also one with "by"? */
static bool
changes_here(struct money *m, size_t at, bool by)
{
	return tells_change(m, m->change_here, at) &&
	       (by || !pattern_group(m->change_here, "by").s);
}

/* "from $12 to $5", "rose 5 million to 7 million dollars", "grew by $2 million
 * to $9 million" */
static bool
is_change(struct money *m, const struct decimal *d1, const struct decimal *d2,
    bool twice)
{
	struct str from = group(m, "from");

	if (!group(m, "to").s || group(m, "between").s)
		return false;
	if (decimal_compare(d1, d2) > 0)
		return true;
	if (from.s)
		return tells_change(m, m->change, offset(m, from));
	return changes_here(m, pattern_start(m->money), twice);
}

/*
 * Gives d1 the scale of the number behind it, "5-7 billion", but where that
 * makes it the greater one: "from $900 to 1.2 million".  What has fallen may
 * have been greater, yet not much.
 */
static void
inherit_scale(struct money *m, struct str n1, struct decimal *d1, struct str n2,
    const struct decimal *d2)
{
	struct decimal d = *d1, most = *d2;
	struct str from = group(m, "from");
	int scale = number_scale(m->lang, n2);

	if (scale == 0 || number_scale(m->lang, n1) > 0)
		return;
	if (from.s && tells_change(m, m->change, offset(m, from)) &&
	    !decimal_shift(&most, 2))
		return;
	if (decimal_shift(&d, scale) && decimal_compare(&d, &most) < 0)
		*d1 = d;
}

/* Where the parts of a range stand, and what they mean. */
struct ends {
	struct str n1, n2;
	size_t start, end;	   /* of the whole */
	size_t middle, middle_end; /* of the unit between */
	bool before, between;	   /* is there a unit? */
	struct unit u, v;
	struct decimal d1, d2;
};

static size_t
add_ends(struct money *m, const struct ends *e)
{
	if (e->before || e->between)
		add_value(m, e->start,
		    e->before ? end_of(m, e->n1) : e->middle_end, &e->d1,
		    &e->u);
	else
		add_inherited(m, e->start, end_of(m, e->n1), &e->d1, &e->u);
	if (!e->before)
		add_value(m, offset(m, e->n2), e->end, &e->d2, &e->v);
	else if (e->between)
		add_value(m, e->middle, e->end, &e->d2, &e->v);
	else
		add_inherited(m, offset(m, e->n2), e->end, &e->d2, &e->v);
	return e->end;
}

static void
find_ends(struct money *m, struct ends *e)
{
	struct unit_names before = unit_groups(m, 1),
			  between = unit_groups(m, 2),
			  behind = unit_groups(m, 3);
	size_t ignored = 0;

	*e = (struct ends){ .n1 = group(m, "n1"), .n2 = group(m, "n2") };
	e->start = offset(m, e->n1);
	e->end = end_of(m, e->n2);
	e->before = unit_span(m, &before, &e->start, &ignored);
	e->between = unit_span(m, &between, &e->middle, &e->middle_end);
	if (e->before) {
		e->u = unit_again(m, &before, &behind, &e->end);
		e->v = e->between ? money_unit(m, &between) : e->u;
		/* "$5 billion to 60 billion yuan" */
		if (!e->between && e->end == end_of(m, e->n2) &&
		    unit_span(m, &behind, &ignored, &e->end)) {
			e->v = money_unit(m, &behind);
			e->between = true;
			e->middle = offset(m, e->n2);
		}
	} else {
		unit_span(m, &behind, &ignored, &e->end);
		e->v = money_unit(m, &behind);
		e->u = e->between ? money_unit(m, &between) : e->v;
	}
}

/*
 * Is the second number one of a range, or of something else behind "to": "gave
 * $5 million to three schools"?  One with a unit is, and one behind a dash.
 */
static bool
is_second_end(struct money *m, const struct ends *e)
{
	size_t end = end_of(m, e->n2);

	if (!e->before || e->between || e->end > end || !group(m, "word").s ||
	    group(m, "from").s || group(m, "between").s ||
	    changes_here(m, e->start, false))
		return true;
	if (number_scale(m->lang, e->n2) == 0 &&
	    decimal_compare(&e->d1, &e->d2) > 0)
		return false;
	return !pattern_find(m->counted, m->text, end, end, &m->errors);
}

static size_t
mean_range(struct money *m)
{
	struct ends e;

	find_ends(m, &e);
	if (!e.u.known || !e.v.known ||
	    (e.v.weak && !looks_like_money(m, e.n1) &&
		!looks_like_money(m, e.n2)))
		return 0;
	if (!number_read(m->lang, e.n1, &e.d1) ||
	    !number_read(m->lang, e.n2, &e.d2))
		return refuse(m, e.start, e.end);
	if (!is_second_end(m, &e)) {
		add_single(m, e.start, end_of(m, e.n1), &e.d1, &e.u, e.n1);
		return end_of(m, e.n1);
	}
	inherit_scale(m, e.n1, &e.d1, e.n2, &e.d2);
	if (e.u.currency != e.v.currency || e.u.minor != e.v.minor ||
	    is_change(m, &e.d1, &e.d2, e.between))
		return add_ends(m, &e);
	if (decimal_compare(&e.d1, &e.d2) <= 0) {
		add_range(m, e.start, e.end, &e.d1, &e.d2, &e.v);
		return e.end;
	}
	/* no range: two numbers that happen to stand together */
	if (e.before) {
		add_value(m, e.start, end_of(m, e.n1), &e.d1, &e.u);
		return end_of(m, e.n1);
	}
	add_value(m, offset(m, e.n2), e.end, &e.d2, &e.v);
	return e.end;
}

/* The items of a list but the last, each a number; returns how many. */
static size_t
read_items(struct money *m, struct str item[MOST_ITEMS])
{
	size_t at = offset(m, group(m, "n1")), n = 0;
	size_t end = end_of(m, group(m, "items"));
	struct str text = str_part(m->text, 0, end);

	while (n < MOST_ITEMS && at < end &&
	       pattern_find(m->item, text, at, end, &m->errors)) {
		at = pattern_end(m->item);
		item[n++] = str_part(text, pattern_start(m->item), at);
	}
	return n;
}

/* "5, 7 and 12 million yuan": the unit, and a scale, are those of the last. */
static size_t
mean_list(struct money *m)
{
	struct str n2 = group(m, "n2"), item[MOST_ITEMS];
	struct unit_names behind = unit_groups(m, 3);
	struct unit u = money_unit(m, &behind);
	struct decimal d[MOST_ITEMS], last, thousand = decimal_from(1000);
	size_t from = 0, end = 0, n = read_items(m, item);
	size_t first = n;
	int scale = number_scale(m->lang, n2);

	if (!u.known || (u.weak && !looks_like_money(m, n2)))
		return 0;
	unit_span(m, &behind, &from, &end);
	if (!number_read(m->lang, n2, &last))
		return refuse(m, offset(m, n2), end);
	for (; first > 0; first--) {
		struct str text = item[first - 1];
		struct decimal *one = &d[first - 1];

		if (looks_like_year(text) || !number_read(m->lang, text, one))
			break;
		if (scale == 0 || number_scale(m->lang, text) > 0)
			continue;
		if (decimal_compare(one, &thousand) >= 0 ||
		    !decimal_shift(one, scale))
			break;
	}
	for (; first < n; first++)
		add_inherited(m, offset(m, item[first]), end_of(m, item[first]),
		    &d[first], &u);
	add_value(m, offset(m, n2), end, &last, &u);
	return end;
}

/* "a pound", but not that of "80 cents a pound". */
static size_t
mean_one(struct money *m)
{
	if (m->n && m->amount[m->n - 1].over > pattern_start(m->money))
		return 0;
	return mean_amount(m);
}

/* "a billion-dollar project" is one of about a billion. */
static size_t
mean_scale(struct money *m)
{
	size_t end = mean_amount(m);
	struct amount *a = &m->amount[m->n - 1];

	if (end && !a->refused && str_is(a->bound.name, "eq"))
		a->bound.name = STR("approx");
	return end;
}

/* "billions of dollars" */
static size_t
mean_vague(struct money *m)
{
	struct unit_names behind = unit_groups(m, 2);
	struct unit u = money_unit(m, &behind);
	struct decimal none = { .n = 0 };
	struct amount *a;

	if (!u.known)
		return 0;
	a = add_value(
	    m, pattern_start(m->money), pattern_end(m->money), &none, &u);
	a->bound.name = STR("vague");
	a->has_min = a->has_max = false;
	return a->end;
}

size_t
money_meaning(struct money *m)
{
	static const struct {
		const char *mark;
		size_t (*mean)(struct money *m);
	} form[] = {
		{ "amount", mean_amount },
		{ "range", mean_range },
		{ "list", mean_list },
		{ "vague", mean_vague },
		{ "one", mean_one },
		{ "scale", mean_scale },
		{ "name", mean_name_before },
	};
	const char *mark = pattern_mark(m->money);

	for (size_t i = 0; mark && i < sizeof form / sizeof *form; i++)
		if (strcmp(mark, form[i].mark) == 0)
			return form[i].mean(m);
	return 0;
}
