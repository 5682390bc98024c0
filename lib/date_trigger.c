/* The plain scan for places where a date may begin. */
#include "date_trigger.h"

#include <stdint.h>
#include <stdlib.h>

#include "mem.h"
#include "scan.h"
#include "utf8.h"
#include "word.h"

/* What a byte is, at the level of words. */
enum byte {
	OTHER,
	LETTER,
	DIGIT,
	LEAD2,	   /* of a sign in two bytes, as the no-break space */
	LEAD3,	   /* of a sign in three, as dashes and quotes */
	IDEOGRAPH, /* the lead byte of one: words are not parted by blanks */
};

enum {
	FOLLOWS = TRIGGER_FOLLOWS,
	ALONE = TRIGGER_ALONE,
	JOINS = TRIGGER_JOINS,
};
enum { IDEOGRAPHS = 4 }; /* of a word */
enum { JOINT_WORDS = 8, JOINT_SIGNS = 12 };
enum { NUMBER_REACH = 64 }; /* bytes: no longer number is in a date */
enum { STARTS = 1, GOES = 2, LINKS = 4 };

struct entry {
	struct str key;
	unsigned mask;
};

struct date_trigger {
	struct entry *entry;
	size_t n, cap;
	unsigned *slot;
	size_t slots;
	unsigned char kind[256];
	bool high; /* are there words that are not of ASCII? */
	/* What words with these first three letters may do. */
	unsigned char three[WORDS_THREES];
	unsigned char starts[WORDS_THREES / 8]; /* STARTS alone: 4 KiB */
};

struct date_trigger *
date_trigger_new(void)
{
	struct date_trigger *t = mem_zero(1, sizeof(*t));

	for (int c = 0; c < 256; c++) {
		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
			t->kind[c] = LETTER;
		else if (c >= '0' && c <= '9')
			t->kind[c] = DIGIT;
		else if (c == 0xC2)
			t->kind[c] = LEAD2;
		else if (c == 0xE2)
			t->kind[c] = LEAD3;
		else if (c >= 0xE3 && c <= 0xE9)
			t->kind[c] = IDEOGRAPH;
		else if (c >= 0x80)
			t->kind[c] = LETTER;
	}
	return t;
}

void
date_trigger_free(struct date_trigger *t)
{
	for (size_t i = 0; t && i < t->n; i++)
		free((char *)t->entry[i].key.s);
	if (t) {
		free(t->entry);
		free(t->slot);
	}
	free(t);
}

/* Words with these three first letters may do what the mask says. */
static void
allow(struct date_trigger *t, size_t three, unsigned mask)
{
	if (mask & (unsigned)(FOLLOWS - 1)) {
		t->three[three] |= STARTS;
		t->starts[three / 8] |= (unsigned char)(1 << three % 8);
	}
	if (mask & FOLLOWS)
		t->three[three] |= GOES;
	if (mask & JOINS)
		t->three[three] |= LINKS;
}

void
date_trigger_add(struct date_trigger *t, struct str word, unsigned mask)
{
	char key[WORDS_LONGEST];
	size_t n = words_fold(word, key), i;

	for (i = 0; i < n && key[i] != ' ' && key[i] != '-' && key[i] != '\'';
	     i++)
		;
	n = i; /* the first of several words */
	if (n == 0)
		return;
	for (i = 0; i < t->n; i++)
		if (str_eq(t->entry[i].key, (struct str){ key, n })) {
			t->entry[i].mask |= mask;
			break;
		}
	if (i == t->n) {
		if (t->n == t->cap) {
			t->cap = mem_room(t->cap, t->n + 1, sizeof(*t->entry));
			t->entry =
			    mem_resize(t->entry, t->cap, sizeof(*t->entry));
		}
		t->entry[t->n++] =
		    (struct entry){ { mem_copy(key, n), n }, mask };
	}
	if ((unsigned char)key[0] >= 0x80 &&
	    (t->kind[(unsigned char)key[0]] == LETTER ||
		t->kind[(unsigned char)key[0]] == IDEOGRAPH))
		t->high = true;
	i = words_three(key, n);
	allow(t, i, mask);
	/* What is not of ASCII may stand right behind a short word, as an
	 * ideograph or a picture. */
	if (n == 2)
		allow(t, i | WORDS_HIGH, mask);
	for (unsigned next = 0; n == 1 && next < 32; next++)
		allow(t, i | WORDS_HIGH << 5 | next, mask);
}

void
date_trigger_ready(struct date_trigger *t)
{
	size_t at;

	for (t->slots = 8; t->slots < 4 * t->n; t->slots *= 2)
		;
	/* What begins with no letter is looked at. */
	memset(t->starts, 0xFF, WORDS_THREES / 32 / 8);
	t->slot = mem_zero(t->slots, sizeof(*t->slot));
	for (size_t i = 0; i < t->n; i++) {
		at = words_hash(t->entry[i].key);
		while (t->slot[at &= t->slots - 1])
			at++;
		t->slot[at] = (unsigned)i + 1;
	}
}

static unsigned
lookup(const struct date_trigger *t, struct str word)
{
	size_t at;

	if (word.n >= WORDS_LONGEST)
		return 0;
	for (at = words_hash(word); t->slot[at &= t->slots - 1]; at++) {
		const struct entry *e = &t->entry[t->slot[at] - 1];

		if (words_same(word, e->key))
			return e->mask;
	}
	return 0;
}

/* The end of the word of letters that begins at a place; a sign beyond ASCII
 * ends it. */
static size_t
word_end(const struct date_trigger *t, struct str text, size_t at)
{
	uint32_t cp;
	size_t n;

	while (at < text.n && t->kind[(unsigned char)text.s[at]] == LETTER) {
		n = 1;
		if ((unsigned char)text.s[at] >= 0x80) {
			n = utf8_decode(text.s + at, text.n - at, &cp);
			if (!word_letter(cp))
				break;
		}
		at += n;
	}
	return at;
}

/* The mask of the word at a place. */
static unsigned
word_mask(const struct date_trigger *t, struct str text, size_t at)
{
	unsigned mask = 0;
	size_t end = at;

	if (at >= text.n)
		return 0;
	switch (t->kind[(unsigned char)text.s[at]]) {
	case LETTER:
		end = word_end(t, text, at);
		mask = lookup(t, str_part(text, at, end));
		/* AD, A.D.; Q3, H1, P18M */
		if (end < text.n &&
		    (t->kind[(unsigned char)text.s[end]] == DIGIT ||
			text.s[end] == '.'))
			mask |= lookup(t, str_part(text, at, end + 1));
		return mask;
	case IDEOGRAPH:
		for (int i = 0;
		     i < IDEOGRAPHS && end + 3 <= text.n &&
		     t->kind[(unsigned char)text.s[end]] == IDEOGRAPH;
		     i++) {
			end += 3;
			mask |= lookup(t, str_part(text, at, end));
		}
		return mask;
	default: return 0;
	}
}

/* Is it a byte of a word of ASCII? */
static inline bool
is_word(unsigned char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26 ||
	       (unsigned char)(c - '0') < 10;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Does a word behind, past a blank or a hyphen, go with what is before it? */
static bool
is_followed(const struct date_trigger *t, struct str text, size_t at)
{
	size_t begin = at;

	if (at < text.n && is_digit(text.s[at]))
		return true; /* FY2015 */
	at += words_blanks(text, at);
	if (at < text.n && strchr("-~'", text.s[at]) && text.s[at])
		at++;
	else if (at + 2 < text.n && text.s[at] == '\xE2')
		at += 3; /* a dash */
	at += words_blanks(text, at);
	return at > begin && at < text.n &&
	       (is_digit(text.s[at]) ||
		   (t->three[words_three(text.s + at, text.n - at)] & GOES &&
		       word_mask(t, text, at) & FOLLOWS));
}

/* May a number that ends at a place, of so many digits, begin a date? */
static bool
number_begins(
    const struct date_trigger *t, struct str text, size_t from, size_t at)
{
	size_t n = at - from;

	if (n == 4 || n == 8 || at == text.n)
		return n <= 8;
	switch (text.s[at]) {
	case ',':
	case '.':
		if (at + 1 < text.n && is_digit(text.s[at + 1])) {
			if (n <= 2 && text.s[at] == '.')
				return true;
			for (at++; at < text.n &&
				   (is_digit(text.s[at]) || text.s[at] == ',' ||
				       text.s[at] == '.');
			     at++)
				if (at - from > NUMBER_REACH)
					return false;
			return is_followed(t, text, at);
		}
		return false;
	case '/':
	case ':': return n <= 2;
	case '\'': return n <= 4;
	default: break;
	}
	if (t->kind[(unsigned char)text.s[at]] == LETTER ||
	    t->kind[(unsigned char)text.s[at]] == IDEOGRAPH)
		return n <= 4;
	return is_followed(t, text, at);
}

bool
date_goes_on(const struct date_lang *l, struct str text, size_t at)
{
	const struct date_trigger *t = l->trigger;
	unsigned mask;

	if (l->all || t->high)
		return at < text.n;
	if (at + 1 < text.n && (text.s[at] | 0x20) == 't' &&
	    is_digit(text.s[at + 1]))
		return true; /* 2025-02-17T10 */
	for (int words = 0; words < JOINT_WORDS; words++) {
		size_t begin = at;

		while (at < text.n && !is_word((unsigned char)text.s[at]) &&
		       at - begin < JOINT_SIGNS)
			at++;
		if (at == begin || at >= text.n)
			return false;
		if (is_digit(text.s[at]))
			return true;
		if (!(t->three[words_three(text.s + at, text.n - at)] &
			(STARTS | LINKS)))
			return false;
		mask = word_mask(t, text, at);
		if (mask & (unsigned)(FOLLOWS - 1))
			return true;
		if (!(mask & JOINS))
			return false;
		at = word_end(t, text, at);
	}
	return false;
}

unsigned
date_firsts(const struct date_lang *l, struct str text, size_t at)
{
	if (at < text.n && (is_digit(text.s[at]) || text.s[at] == '\'' ||
			       text.s[at] == '\xE2'))
		return 1u << FIRST_DIGIT;
	if (l->all)
		return (unsigned)(FOLLOWS - 1) & ~(1u << FIRST_DIGIT);
	return word_mask(l->trigger, text, at) & (unsigned)(FOLLOWS - 1);
}

/* May a date begin with the three bytes at a place?  Most words of a text are
 * told by them. */
static inline bool
may_start(const struct date_lang *l, struct str text, size_t at)
{
	unsigned three = words_three(text.s + at, text.n - at);

	return l->all || l->trigger->starts[three / 8] >> three % 8 & 1;
}

/* The same with the word or number there, if it may start so. */
static bool
begins(const struct date_lang *l, struct str text, size_t at)
{
	const struct date_trigger *t = l->trigger;
	size_t end = at;
	unsigned mask;

	if (l->all)
		return true;
	if (is_digit(text.s[at])) {
		while (end < text.n && is_digit(text.s[end]))
			end++;
		if (end - at == 2 && at > 0 &&
		    (text.s[at - 1] == '\'' || text.s[at - 1] == '\x99'))
			return true; /* '98 */
		return number_begins(t, text, at, end);
	}
	mask = word_mask(t, text, at);
	return mask & ALONE || (mask & (unsigned)(FOLLOWS - 1) &&
				   is_followed(t, text, word_end(t, text, at)));
}

/* The same by single steps, for packs whose words are not of ASCII. */
static size_t
step(const struct date_lang *l, struct str text, size_t from)
{
	const struct date_trigger *t = l->trigger;
	const unsigned char *s = (const unsigned char *)text.s;
	size_t i = from, end;

	while (i < text.n)
		switch (t->kind[s[i]]) {
		case LEAD2: i += 2; break;
		case LEAD3: i += 3; break;
		case DIGIT:
			if (may_start(l, text, i) && begins(l, text, i))
				return i;
			while (i < text.n && t->kind[s[i]] == DIGIT)
				i++;
			break;
		case LETTER:
			if (may_start(l, text, i) && begins(l, text, i))
				return i;
			end = word_end(t, text, i);
			i = end > i ? end : i + 1;
			break;
		case IDEOGRAPH:
			if (l->all || word_mask(t, text, i) & ALONE)
				return i;
			i += 3;
			break;
		default: i++; break;
		}
	return text.n;
}

size_t
date_trigger(const struct date_lang *l, struct str text, size_t from)
{
	const struct date_trigger *t = l->trigger;
	const unsigned char *s = (const unsigned char *)text.s;
	struct scan_block room;
	const unsigned char *p;
	uint64_t words, starts, before;

	/* Not in the middle of a word. */
	if (from > 0 && from < text.n && t->kind[s[from]] == LETTER &&
	    t->kind[s[from - 1]] == LETTER)
		from = word_end(t, text, from);
	if (t->high)
		return step(l, text, from);
	before = 0;
	for (size_t i = from; i < text.n; i += SCAN_BYTES) {
		p = scan_load(text.s + i, text.n - i, &room);
		words = scan_letters(p) | scan_digits(p);
		starts = words & ~(words << 1 | before);
		before = words >> 63;
		for (; starts; starts &= starts - 1) {
			size_t at = i + scan_first(starts);

			if (may_start(l, text, at) && begins(l, text, at))
				return at;
		}
	}
	return text.n;
}
