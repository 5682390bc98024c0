#include "money_mention.h"

#include <stdlib.h>

#include "emit.h"
#include "lang.h"
#include "mem.h"

/* What is made for a language when it is first met. */
struct speaker {
	struct speaker *next;
	struct str lang;
	struct currencies currencies;
	struct money *money; /* NULL where nothing is known of the language */
};

struct money_mentions {
	struct filter *f;
	const struct money_options *options;
	struct str lang;
	struct speaker *first;
};

static struct speaker *
speaker_new(struct money_mentions *m, struct str lang)
{
	const struct money_options *o = m->options;
	struct speaker *s = mem_zero(1, sizeof *s);
	char why[128];

	s->lang = (struct str){ mem_copy(lang.s, lang.n), lang.n };
	s->next = m->first;
	m->first = s;
	if (!lang_known(lang))
		return s;
	currencies_init(&s->currencies, lang);
	for (size_t i = 0; i < o->ntables; i++)
		if (!currencies_add(&s->currencies, &o->table[i], why))
			filter_fail(m->f, "%s: %s", o->table[i].name, why);
	for (size_t i = 0; i < o->nchoices; i++) {
		const struct choice *c = &o->choice[i];

		if (!currencies_default(&s->currencies, c->name, c->code))
			filter_fail(m->f, "%.*s is no name of %.*s",
			    (int)c->name.n, c->name.s, (int)c->code.n,
			    c->code.s);
	}
	s->money = money_new(lang, &s->currencies);
	return s;
}

static struct speaker *
speaker_of(struct money_mentions *m, struct str lang)
{
	struct speaker *s;

	if (lang.n == 0)
		lang = m->lang;
	for (s = m->first; s; s = s->next)
		if (str_eq(s->lang, lang))
			return s;
	return speaker_new(m, lang);
}

struct money_mentions *
money_mentions_new(struct filter *f, const struct money_options *o)
{
	struct money_mentions *m = mem_zero(1, sizeof *m);

	m->f = f;
	m->options = o;
	m->lang = o->lang.s ? o->lang : STR("en");
	speaker_of(m, m->lang);
	return m;
}

void
money_mentions_free(struct money_mentions *m)
{
	struct speaker *s, *next;

	for (s = m->first; s; s = next) {
		next = s->next;
		money_free(s->money);
		currencies_free(&s->currencies);
		free((char *)(size_t)s->lang.s);
		free(s);
	}
	free(m);
}

unsigned long
money_mentions_errors(const struct money_mentions *m)
{
	unsigned long n = 0;

	for (const struct speaker *s = m->first; s; s = s->next)
		n += s->money ? money_errors(s->money) : 0;
	return n;
}

static void
emit_decimal(struct buf *out, const char *label, const struct decimal *d)
{
	struct buf text = { 0 };

	decimal_write(&text, d);
	emit_raw(out, label, buf_text(&text));
	buf_free(&text);
}

/* The code, or for an amount in its minor unit "USD/100". */
static void
emit_unit(struct buf *out, const struct amount *a)
{
	struct buf unit = { 0 };

	if (!a->unit.s)
		return;
	buf_str(&unit, a->unit);
	if (a->minor) {
		buf_puts(&unit, "/1");
		for (int i = 0; i < a->minor; i++)
			buf_char(&unit, '0');
	}
	emit_text(out, "unit", buf_text(&unit));
	buf_free(&unit);
}

static void
emit_amount(struct buf *out, const struct sentence *s, const struct amount *a)
{
	/* what an amount converts is the mention before it */
	struct place before = *s->place;

	mention_begin(out, "money", s, a->start, a->end);
	if (a->has_min)
		emit_decimal(out, "min", &a->min);
	if (a->has_max)
		emit_decimal(out, "max", &a->max);
	emit_raw(out, "bound", a->bound.name);
	if (a->bound.to > a->bound.from)
		emit_text(
		    out, "cue", str_part(s->text, a->bound.from, a->bound.to));
	emit_unit(out, a);
	emit_raw(out, "basis", str_from(money_basis(a->basis)));
	emit_text(out, "per", a->per);
	if (a->converted && before.byte == a->same_as)
		emit_uint(out, "same_as", before.cp);
	emit_end(out);
}

/* What has no value goes on as a record of its own, and is told. */
static void
emit_refused(struct money_mentions *m, struct buf *out,
    const struct sentence *s, const struct amount *a)
{
	struct str text = str_part(s->text, a->start, a->end);

	filter_warn(m->f, "%.*s: %s", (int)(text.n < 60 ? text.n : 60), text.s,
	    a->refused);
	emit_begin(out, "reject");
	emit_raw(out, "doc", s->doc);
	emit_raw(out, "sent", s->sent);
	emit_raw(out, "stage", STR("extract-money"));
	emit_raw(out, "reason", str_from(a->refused));
	emit_text(out, "text", text);
	emit_end(out);
}

void
money_mention(void *self, const struct sentence *s, struct buf *out)
{
	struct money_mentions *m = self;
	struct speaker *speaker = speaker_of(m, s->lang);
	const struct amount *a;
	size_t n;

	if (!speaker->money)
		return;
	a = money_find(speaker->money, s->text, s->new_doc, &n);
	for (; n > 0; n--, a++)
		if (a->refused)
			emit_refused(m, out, s, a);
		else
			emit_amount(out, s, a);
}
