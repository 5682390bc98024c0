#include "script.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "data.h"
#include "mem.h"
#include "scan.h"
#include "table.h"
#include "utf8.h"

enum {
	LOOK = 256,	 /* bytes that tell the language */
	OWN_MAX = 0x800, /* own letters are of two bytes */
	LEADS_MAX = 8	 /* by that many first ones */
};

/* clang-format off */
static const char *const names[] = { NULL, "Latin", "Greek", "Cyrillic",
	"Armenian", "Hebrew", "Arabic", "Devanagari", "Thai", "Georgian",
	"Hangul", "Kana", "Han" };
enum { LATIN = 1, CYRILLIC = 3, KANA = 11, HAN = 12, SCRIPTS = 13 };

static const struct {
	uint32_t first, last;
	unsigned script;
} ranges[] = { /* UAX #24, the letters in daily use */
	{ 0x00C0, 0x024F, 1 }, { 0x0370, 0x03FF, 2 }, { 0x0400, 0x052F, 3 },
	{ 0x0531, 0x0587, 4 }, { 0x05D0, 0x05EA, 5 }, { 0x0620, 0x06FF, 6 },
	{ 0x0900, 0x097F, 7 }, { 0x0E01, 0x0E5B, 8 }, { 0x10A0, 0x10FF, 9 },
	{ 0x1E00, 0x1EFF, 1 }, { 0x3041, 0x30FF, KANA },
	{ 0x3400, 0x4DBF, HAN },
	{ 0x4E00, 0x9FFF, HAN }, { 0xAC00, 0xD7A3, 10 },
	{ 0x20000, 0x3134F, HAN },
};
/* clang-format on */

struct language {
	struct str code;
	unsigned script;
	unsigned percent; /* 0: it has no letters of its own */
	unsigned char own[OWN_MAX / 8];
	/* The first bytes of these, and from where to where the second are. */
	struct lead {
		unsigned char byte, from, to;
	} lead[LEADS_MAX];
	size_t nleads;
};

struct scripts {
	struct language *lang;
	size_t n, cap;
	struct str plain; /* the language of Latin without own letters */
};

static unsigned
script_of(uint32_t cp)
{
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (cp <= ranges[i].last)
			return cp >= ranges[i].first ? ranges[i].script : 0;
	return 0;
}

/* The ranges of the second bytes grow with each letter. */
static void
add_lead(struct language *l, unsigned char byte, unsigned char tail)
{
	struct lead *p = l->lead;

	while (p < l->lead + l->nleads && p->byte != byte)
		p++;
	if (p == l->lead + l->nleads) {
		if (++l->nleads > LEADS_MAX) {
			fputs("script: too many kinds of letters\n", stderr);
			abort();
		}
		*p = (struct lead){ byte, tail, tail };
	}
	p->from = tail < p->from ? tail : p->from;
	p->to = tail > p->to ? tail : p->to;
}

static void
add_letters(struct language *l, struct str letters)
{
	uint32_t cp;

	for (size_t i = 0; i < letters.n;) {
		i += utf8_decode(letters.s + i, letters.n - i, &cp);
		if (cp < 0x80 || cp >= OWN_MAX)
			continue;
		l->own[cp / 8] |= (unsigned char)(1 << cp % 8);
		add_lead(l, (unsigned char)(0xC0 | cp >> 6),
		    (unsigned char)(0x80 | (cp & 0x3F)));
	}
}

static void
add_language(struct scripts *s, struct str code, const char *path)
{
	const struct table *t = table_builtin(path);
	struct language *l;

	for (size_t row = 0; row < t->nrows; row++) {
		struct str percent = table_cell(t, row, 1);
		if (s->n == s->cap) {
			s->cap = mem_room(s->cap, s->n + 1, sizeof *l);
			s->lang = mem_resize(s->lang, s->cap, sizeof *l);
		}
		l = &s->lang[s->n++];
		*l = (struct language){ .code = code };
		for (unsigned i = 1; i < SCRIPTS; i++)
			if (str_is(table_cell(t, row, 0), names[i]))
				l->script = i;
		for (size_t i = 0; i < percent.n; i++)
			l->percent =
			    l->percent * 10 + (unsigned)(percent.s[i] - '0');
		add_letters(l, table_cell(t, row, 2));
	}
}

struct scripts *
scripts_new(void)
{
	static const char before[] = "lang/", behind[] = "/script.tsv";
	struct scripts *s = mem_zero(1, sizeof *s);

	for (const struct data *d = data_files; d->path; d++) {
		size_t n = strlen(d->path);
		size_t fixed = sizeof before - 1 + sizeof behind - 1;
		if (n > fixed &&
		    memcmp(d->path, before, sizeof before - 1) == 0 &&
		    strcmp(d->path + n - (sizeof behind - 1), behind) == 0)
			add_language(s,
			    (struct str){
				d->path + sizeof before - 1, n - fixed },
			    d->path);
	}
	for (size_t i = 0; i < s->n && !s->plain.s; i++)
		if (s->lang[i].script == LATIN && s->lang[i].percent == 0)
			s->plain = s->lang[i].code;
	return s;
}

void
scripts_free(struct scripts *s)
{
	if (s)
		free(s->lang);
	free(s);
}

/* The number of letters outside ASCII of each script at the beginning of the
 * text; false where there are none. */
static bool
count_wide(struct str text, unsigned letters[static SCRIPTS])
{
	size_t end = text.n < LOOK ? text.n : LOOK;
	struct scan_block room;
	const unsigned char *p;
	uint64_t high, cyrillic, han;
	uint32_t cp;
	bool any = false;

	for (size_t i = 0; i < end; i += SCAN_BYTES) {
		p = scan_load(text.s + i, end - i, &room);
		high = scan_high(p);
		if (high == 0)
			continue;
		/* by their first bytes: all of these are letters */
		cyrillic = scan_range(p, 0xD0, 4, 0);
		han = scan_range(p, 0xE4, 6, 0);
		letters[CYRILLIC] += scan_count(cyrillic);
		letters[HAN] += scan_count(han);
		any |= (cyrillic | han) != 0;
		high &= ~(cyrillic | han | scan_range(p, 0x80, 0x40, 0));
		for (; high; high &= high - 1) {
			size_t at = i + scan_first(high);
			unsigned char c = (unsigned char)text.s[at];
			if (c < 0xC3 || c == 0xE2) /* signs */
				continue;
			utf8_decode(text.s + at, text.n - at, &cp);
			letters[script_of(cp)]++;
			any = true;
		}
	}
	/* One of these says as much as a few letters; and kana stand among
	 * Han, so they weigh more. */
	letters[HAN] *= 3;
	letters[KANA] *= 12;
	return any;
}

/* The number of ASCII letters there; only whether there are any, if not all. */
static unsigned
count_ascii(struct str text, bool all)
{
	size_t end = text.n < LOOK ? text.n : LOOK;
	struct scan_block room;
	unsigned n = 0;

	for (size_t i = 0; i < end && (all || n == 0); i += SCAN_BYTES)
		n += scan_count(
		    scan_letters(scan_load(text.s + i, end - i, &room)));
	return n;
}

/* Are these so many in a hundred letters of the language's own? */
static bool
has_own(const struct language *l, struct str text, unsigned letters)
{
	size_t end = text.n < LOOK ? text.n : LOOK;
	unsigned n = 0, least = (l->percent * letters + 99) / 100;
	struct scan_block room;

	/* A letter is seen with both bytes: the blocks overlap by one. */
	for (size_t i = 0; i + 1 < end && n < least; i += SCAN_BYTES - 1) {
		const unsigned char *p = scan_load(text.s + i, end - i, &room);
		for (size_t k = 0; k < l->nleads; k++) {
			struct lead d = l->lead[k];
			uint64_t tails =
			    scan_equal(p, (char)d.byte) << 1 &
			    scan_range(p, d.from, d.to - d.from + 1u, 0);
			for (; tails; tails &= tails - 1) {
				unsigned cp = (d.byte & 0x1Fu) << 6 |
					      (p[scan_first(tails)] & 0x3Fu);
				n += (unsigned)l->own[cp / 8] >> cp % 8 & 1u;
			}
		}
	}
	return n >= least;
}

struct str
scripts_lang(const struct scripts *s, struct str text, bool ascii)
{
	unsigned letters[SCRIPTS] = { 0 }, script = 1;
	const struct language *found = NULL;

	bool wide = !ascii && count_wide(text, letters);

	letters[LATIN] += count_ascii(text, wide);
	if (!wide)
		return letters[LATIN] ? s->plain : (struct str){ 0 };
	for (unsigned i = 2; i < SCRIPTS; i++)
		if (letters[i] > letters[script])
			script = i;
	for (size_t i = 0; i < s->n; i++) {
		const struct language *l = &s->lang[i];
		if (l->script != script || (found && l->percent == 0))
			continue;
		if (l->percent == 0 || has_own(l, text, letters[script]))
			found = l;
	}
	return found && letters[script] ? found->code : (struct str){ 0 };
}
