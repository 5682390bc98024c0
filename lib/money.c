#include "money.h"

#include <stdlib.h>

#include "lang.h"
#include "mem.h"
#include "money_part.h"
#include "number.h"
#include "unicode.h"
#include "utf8.h"
#include "word.h"

/* What stands inside an amount before its unit is never longer (bytes). */
enum { WIDEST = 200, LONGEST_WORD = 40 };

static void
add_words(struct wordset *w, const struct table *t, const char *column,
    const char *kind)
{
	int col = table_column(t, column), col_kind = table_column(t, "kind");

	for (size_t row = 0; col >= 0 && row < t->nrows; row++)
		if (!kind || str_is(table_cell(t, row, (size_t)col_kind), kind))
			wordset_add_text(w, table_cell(t, row, (size_t)col));
}

static void
read_inside(struct money *m)
{
	const struct table *numbers = lang_table(m->lang, "numbers");

	if (numbers)
		add_words(&m->inside, numbers, "word", NULL);
	if (m->words)
		add_words(&m->inside, m->words, "word", "joint");
	for (size_t i = 0; i < m->c->nnames; i++)
		if (m->c->name[i].kind != NAME_PLACE)
			wordset_add_text(&m->inside, m->c->name[i].word);
}

static struct pattern *
pattern_of(struct grammar *g, const char *name)
{
	return grammar_pattern(g, name, PATTERN_CASELESS);
}

static void
read_places(struct money *m, struct grammar *g)
{
	struct str *word = mem_resize(NULL, m->c->nnames, sizeof *word);
	size_t n = 0;

	for (size_t i = 0; i < m->c->nnames; i++)
		if (m->c->name[i].kind == NAME_PLACE)
			word[n++] = m->c->name[i].word;
	grammar_words(g, "place_words", word, n);
	grammar_define(g, "places", STR("\\b (?: {{place_words}} ) \\b"));
	m->places = pattern_of(g, "places");
	free(word);
}

struct money *
money_new(struct str lang, const struct currencies *c)
{
	static const char *const kind[] = { "change", "per", "rate" };
	static const char *const part[] = { "change_words", "per_words",
		"rate_words" };
	struct grammar *g = grammar_new();
	struct money *m;

	number_grammar(g, lang);
	if (!lang_grammar(g, lang, "money")) {
		grammar_free(g);
		return NULL;
	}
	m = mem_zero(1, sizeof *m);
	m->lang = (struct str){ mem_copy(lang.s, lang.n), lang.n };
	m->c = c;
	m->words = lang_table(lang, "money");
	for (size_t i = 0; i < sizeof kind / sizeof *kind && m->words; i++)
		grammar_column(g, part[i], m->words, "word", "kind", kind[i]);
	currencies_grammar(c, g);
	m->money = pattern_of(g, "money");
	m->item = pattern_of(g, "item");
	m->counted = pattern_of(g, "counted");
	m->listed = pattern_of(g, "listed");
	m->change = pattern_of(g, "change");
	m->change_here = pattern_of(g, "change_here");
	m->per = pattern_of(g, "per");
	m->conversion = pattern_of(g, "conversion");
	read_places(m, g);
	m->trigger = trigger_new();
	currencies_trigger(c, m->trigger);
	read_inside(m);
	m->seen.mention = mem_zero(c->n, sizeof *m->seen.mention);
	m->seen.place = mem_zero(c->n, sizeof *m->seen.place);
	grammar_free(g);
	return m;
}

void
money_free(struct money *m)
{
	if (!m)
		return;
	pattern_free(m->money);
	pattern_free(m->item);
	pattern_free(m->counted);
	pattern_free(m->listed);
	pattern_free(m->change);
	pattern_free(m->change_here);
	pattern_free(m->per);
	pattern_free(m->conversion);
	pattern_free(m->places);
	trigger_free(m->trigger);
	wordset_free(&m->inside);
	buf_free(&m->room);
	buf_free(&m->seen.unread);
	free(m->seen.mention);
	free(m->seen.place);
	free(m->amount);
	free((char *)(size_t)m->lang.s);
	free(m);
}

/* Signs that stand inside an amount. */
static bool
is_inside_sign(uint32_t cp)
{
	if (cp < 0x80)
		return strchr(" \t.,'-/~+()", (int)cp) != NULL;
	return word_blank(cp) || (cp >= 0x2010 && cp <= 0x2019) ||
	       cp == 0x2044 || cp == 0x2212 || (cp >= 0xBC && cp <= 0xBE) ||
	       (cp >= 0x2150 && cp <= 0x215E) || cp == 0xFF0E || cp == 0xFF0C;
}

/* A letter or digit of a word; "½" is a sign. */
static bool
is_of_word(uint32_t cp)
{
	return word_letter(cp) && !is_inside_sign(cp);
}

/*
 * Where the amount with a unit at `at` could begin at the earliest: before the
 * words, numbers and signs that can stand inside an amount, not before low.
 */
static size_t
window(const struct money *m, size_t at, size_t low)
{
	size_t i = at, begin, first;
	uint32_t cp;

	if (at - low > WIDEST)
		low = at - WIDEST;
	while (i > low) {
		cp = word_before(m->text, i, &begin);
		if (begin < low)
			break;
		if (!is_of_word(cp)) {
			if (!is_inside_sign(cp) &&
			    !wordset_has(
				&m->inside, str_part(m->text, begin, i)))
				break;
			i = begin;
			continue;
		}
		first = begin;
		while (begin > low && i - begin < LONGEST_WORD) {
			size_t before;

			if (!is_of_word(word_before(m->text, begin, &before)) ||
			    before < low)
				break;
			first = begin = before;
		}
		utf8_decode(m->text.s + first, m->text.n - first, &cp);
		cp = word_fold(cp);
		if (!(cp >= '0' && cp <= '9') && i != at &&
		    !wordset_has(&m->inside, str_part(m->text, first, i)))
			break;
		i = first;
	}
	return i;
}

/* Is there a number, or a word of one, at byte i? */
static bool
number_at(const struct money *m, size_t i)
{
	size_t end = i;
	uint32_t cp;

	while (end < m->text.n && end - i < LONGEST_WORD) {
		size_t n = utf8_decode(m->text.s + end, m->text.n - end, &cp);

		cp = word_fold(cp);
		if (end == i && ((cp >= '0' && cp <= '9') || cp >= 0x80))
			return true;
		if (!is_of_word(cp) || (cp >= '0' && cp <= '9'))
			break;
		end += n;
	}
	return wordset_has(&m->inside, str_part(m->text, i, end));
}

/*
 * Could there be an amount with a unit at `at`, in a window from `begin` on?
 * Not where no number stands before it, and none behind it.
 */
static bool
is_promising(const struct money *m, size_t begin, size_t at)
{
	uint32_t cp = 0;
	size_t n;

	if (word_skip_back(m->text, at) > begin)
		return true;
	for (; at < m->text.n; at += n) {
		n = utf8_decode(m->text.s + at, m->text.n - at, &cp);
		if (!is_of_word(cp) || unicode_class(cp) == UNICODE_NUMBER)
			break;
	}
	/* other signs of the unit: "Rs.", "CAD$", and blanks */
	for (int i = 0; at < m->text.n && i < 8; i++, at += n) {
		n = utf8_decode(m->text.s + at, m->text.n - at, &cp);
		if (is_of_word(cp))
			break;
		if (cp >= 0x80 && !word_blank(cp))
			return true;
	}
	return at < m->text.n && number_at(m, at);
}

static void
new_text(struct money *m, struct str text, bool new_doc)
{
	m->text = text;
	m->n = 0;
	m->seen.looked = false;
	if (!new_doc)
		return;
	m->seen.begin = m->seen.now;
	buf_reset(&m->seen.unread);
}

const struct amount *
money_find(struct money *m, struct str text, bool new_doc, size_t *n)
{
	size_t at, low = 0, begin, limit, end;

	new_text(m, text, new_doc);
	for (at = trigger_find(m->trigger, text, 0); at < text.n;
	     at = trigger_find(m->trigger, text, low)) {
		begin = m->everywhere ? low : window(m, at, low);
		limit = m->everywhere ? text.n : at;
		end = 0;
		if ((m->everywhere || is_promising(m, begin, at)) &&
		    pattern_find(m->money, text, begin, limit, &m->errors)) {
			end = money_meaning(m);
			at = trigger_find(
			    m->trigger, text, pattern_start(m->money));
		}
		low = end > at ? end : at + 1;
		while (
		    low < text.n && ((unsigned char)text.s[low] & 0xC0) == 0x80)
			low++;
	}
	if (!new_doc || text.n)
		money_saw_text(m, text);
	*n = m->n;
	return m->amount;
}

unsigned long
money_errors(const struct money *m)
{
	return m->errors;
}

void
money_everywhere(struct money *m, bool everywhere)
{
	m->everywhere = everywhere;
}

const char *
money_basis(enum basis basis)
{
	static const char *const name[] = { "explicit", "symbol", "name",
		"document", "country", "inherited" };

	return name[basis];
}
