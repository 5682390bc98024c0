#include "sentence.h"

#include <stdint.h>

#include "letter.h"
#include "listmark.h"
#include "stop.h"
#include "utf8.h"

enum {
	WORD_REACH = 40,   /* bytes of a word that are looked at */
	HEAD_REACH = 48,   /* bytes of a beginning that is no sentence yet */
	LIST_REACH = 1024, /* bytes of an item of a list */
	QUOTE_REACH = 512  /* bytes to look back for an open quotation mark */
};

/* The sentence that is being looked for. */
struct search {
	const struct splitter *sp;
	struct str text;
	size_t start;	/* of the sentence */
	size_t checked; /* up to here no letter and no digit was seen */
	bool content;	/* one was seen */
	size_t limit;	/* where the next item of a list begins, or text.n */
};

/* "(Smith 2001)." at byte i: a parenthesis with its stop behind it, which
 * belongs to the quotation before. */
static bool
is_citation(struct str text, size_t i)
{
	size_t end = text.n - i > HEAD_REACH ? i + HEAD_REACH : text.n;
	const char *close;

	if (text.s[i] != '(' || !(close = memchr(text.s + i, ')', end - i)))
		return false;
	i = (size_t)(close - text.s) + 1;
	return i < text.n && text.s[i] == '.';
}

static bool
is_numero(struct str s, size_t i)
{
	return s.n - i >= 3 && memcmp(s.s + i, "\xE2\x84\x96", 3) == 0; /* № */
}

static bool
is_digit_at(struct str s, size_t i)
{
	return i < s.n && s.s[i] >= '0' && s.s[i] <= '9';
}

/* May something end before this: a blank or the end of the text? */
static bool
is_gap(enum letter k)
{
	return k == LETTER_BLANK || k == LETTER_END;
}

/* Is a code point of this kind, which begins with byte c, part of a word? */
static inline bool
in_word(enum letter k, unsigned char c)
{
	if (k >= LETTER_UPPER && k <= LETTER_DIGIT)
		return true;
	if (k == LETTER_OTHER)
		return c != ',' && c != ';' && c != ':' && c != '|';
	return c == '.';
}

/* The word that ends before byte i: up to a blank, a bracket, a hyphen. */
static struct str
word_before(struct str text, size_t start, size_t i)
{
	size_t from = i, n;

	while (from > start && i - from < WORD_REACH) {
		unsigned char c = (unsigned char)text.s[from - 1];
		enum letter k;
		if (c >= 0x80 && from - start > 1 &&
		    ((unsigned char)text.s[from - 2] & 0xFE) == 0xD0) {
			from -= 2; /* a letter, U+0400 to U+047F */
			continue;
		}
		if (c < 0x80) {
			n = 1;
			k = (enum letter)letter_ascii[c];
		} else {
			k = letter_before(text, start, from, &n);
		}
		if (!in_word(k, c))
			break;
		from -= n;
	}
	return str_part(text, from, i);
}

/* The word that begins at byte i: its letters. */
static struct str
word_after(struct str text, size_t i)
{
	size_t to = i, n;

	while (to - i < WORD_REACH && letter_is_letter(letter_at(text, to, &n)))
		to += n;
	return str_part(text, i, to);
}

static enum letter
first_kind(struct str word)
{
	size_t n;

	return letter_at(word, 0, &n);
}

/* Is the word a single letter? */
static bool
is_letter_alone(struct str word)
{
	size_t n;

	return letter_is_letter(letter_at(word, 0, &n)) && n == word.n;
}

/* "U.S", "Ph.D", "т.е": parts of one or two letters joined by stops. */
static bool
is_dotted(struct str word)
{
	size_t part = 0, n;
	bool stop = false;

	for (size_t i = 0; i < word.n; i += n) {
		enum letter k = letter_at(word, i, &n);
		if (k == LETTER_STOP && part > 0) {
			stop = true;
			part = 0;
		} else if (!letter_is_letter(k) || ++part > 2)
			return false;
	}
	return stop && part > 0;
}

static bool
has_byte(struct str word, const char *bytes)
{
	for (size_t i = 0; i < word.n; i++)
		if (strchr(bytes, word.s[i]) && word.s[i])
			return true;
	return false;
}

/* "eHow", "iPhone": as good as a capital. */
static bool
is_brand(struct str word)
{
	size_t n;

	for (size_t i = 0; i < word.n; i += n)
		if (letter_at(word, i, &n) == LETTER_UPPER)
			return true;
	return false;
}

static bool
is_roman(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!strchr("IVXLCDM", word.s[i]))
			return false;
	return word.n > 0;
}

static bool
is_address(struct str rest)
{
	return (rest.n > 7 && (memcmp(rest.s, "http://", 7) == 0 ||
				  memcmp(rest.s, "https:/", 7) == 0)) ||
	       (rest.n > 4 && memcmp(rest.s, "www.", 4) == 0);
}

/*
 * How the text goes on at byte i: what opens is passed over.  LOWER: it goes
 * on within a sentence; UPPER or DIGIT: a sentence may begin; OTHER: no
 * sentence begins so.  *first is where its first word begins.
 */
static enum letter
next_kind(struct str text, size_t i, size_t *first)
{
	size_t n, opened = 0;
	enum letter k;

	*first = i;
	while ((k = letter_at(text, i, &n)) == LETTER_OPEN ||
	       k == LETTER_QUOTE ||
	       (k == LETTER_OTHER && (text.s[i] == '_' || text.s[i] == '*'))) {
		if (opened++ == 4)
			return LETTER_OTHER;
		i += n;
	}
	*first = i;
	if (k == LETTER_CASELESS || k == LETTER_UPPER)
		return LETTER_UPPER;
	if (k == LETTER_LOWER)
		return is_brand(word_after(text, i)) ||
			       is_address(str_part(text, i, text.n))
			   ? LETTER_UPPER
			   : LETTER_LOWER;
	if (k == LETTER_DIGIT)
		return opened > 0 && text.s[i - 1] == '(' ? LETTER_OTHER
							  : LETTER_DIGIT;
	if (k == LETTER_STOP) {
		/* an ellipsis in front of a sentence: "... The next day" */
		while (letter_at(text, i, &n) == LETTER_STOP)
			i += n;
		i = letter_skip_blanks(text, i);
		*first = i;
		return letter_at(text, i, &n) == LETTER_UPPER ? LETTER_UPPER
							      : LETTER_OTHER;
	}
	/* "$5 million", "#1", "€20"; but "№ 70" goes on */
	if (k == LETTER_OTHER && !is_numero(text, i) &&
	    letter_at(text, i + n, &n) == LETTER_DIGIT)
		return LETTER_DIGIT;
	return LETTER_OTHER;
}

/* `"Is it?" Smith said`: do a name and a verb of reporting follow? */
static bool
is_reported(const struct splitter *sp, struct str text, size_t i)
{
	for (int words = 0; words < 5; words++) {
		struct str word = word_after(text, i);
		unsigned class = splitter_word(sp, word);
		if (class & WORD_SPEECH)
			return words > 0;
		if (first_kind(word) != LETTER_UPPER ||
		    (words == 0 && (class & WORD_OPENER)))
			return false;
		i += word.n;
		if (i < text.n && (text.s[i] == '.' || text.s[i] == '-'))
			i++;
		i = letter_skip_blanks(text, i);
	}
	return false;
}

/*
 * "At 5 a.m. Mr. Smith", "В июле 2024 г. Казахстан": are [start, i) but a few
 * words that begin with a number or a preposition?
 */
static bool
is_leading(const struct search *s, size_t i)
{
	size_t n, words = 1;

	if (i - s->start > HEAD_REACH)
		return false;
	if (letter_at(s->text, s->start, &n) != LETTER_DIGIT &&
	    !(splitter_word(s->sp, word_after(s->text, s->start)) &
		WORD_LEADING))
		return false;
	for (size_t k = s->start; k < i; k += n)
		words += letter_at(s->text, k, &n) == LETTER_BLANK;
	return words <= 5;
}

/* Does a full stop after an initial or a letter of a list end a sentence? */
static bool
letter_ends(const struct search *s, struct str word, enum letter next,
    unsigned next_class)
{
	size_t from = (size_t)(word.s - s->text.s), n;
	struct str before;

	if (first_kind(word) == LETTER_LOWER)
		return next == LETTER_UPPER || next == LETTER_DIGIT;
	if (next == LETTER_DIGIT)
		return true;
	if (next_class & WORD_OPENER)
		return true;
	if (!(splitter_word(s->sp, word) & WORD_PRONOUN))
		return false;
	while (letter_before(s->text, s->start, from, &n) == LETTER_BLANK)
		from -= n;
	before = word_before(s->text, s->start, from);
	return first_kind(before) != LETTER_UPPER;
}

/* Does a number stand before the word: "2014 г.", "2 млн. чел."? */
static bool
follows_number(const struct search *s, struct str word)
{
	size_t from, n;

	for (int words = 0; words < 3; words++) {
		from = (size_t)(word.s - s->text.s);
		while (
		    letter_before(s->text, s->start, from, &n) == LETTER_BLANK)
			from -= n;
		if (letter_before(s->text, s->start, from, &n) == LETTER_DIGIT)
			return true;
		word = word_before(s->text, s->start, from);
		if (word.n == 0 || word.s[word.n - 1] != '.')
			return false;
		word.n--;
		if (!(splitter_word(s->sp, word) & WORD_UNIT))
			return false;
	}
	return false;
}

/* A full stop and a blank behind it; a word of kind next goes on at byte first.
 */
static bool
dot_ends(const struct search *s, const struct stop *st, enum letter next,
    size_t first)
{
	struct str word = word_before(s->text, s->start, st->from), next_word;
	unsigned class = splitter_abbreviation(s->sp, word);
	unsigned next_class;

	if (class == 0 && !is_letter_alone(word) && !is_dotted(word))
		return true;
	if (class & (WORD_TITLE | WORD_INNER))
		return false;
	if (class & WORD_UNIT)
		return next == LETTER_UPPER && follows_number(s, word) &&
		       !is_leading(s, st->from);
	next_word = word_after(s->text, first);
	next_class = splitter_word(s->sp, next_word);
	if (next_word.s + next_word.n < s->text.s + s->text.n) {
		char behind = next_word.s[next_word.n];
		if (behind == '.' && is_letter_alone(next_word))
			next_class = 0; /* an initial */
		else if (behind == ':')
			next_class |= WORD_OPENER; /* "Photo: ..." */
	}
	if (class == 0) {
		if (is_letter_alone(word))
			return letter_ends(s, word, next, next_class);
		if (is_dotted(word))
			class = first_kind(word) == LETTER_LOWER ? WORD_INNER
								 : WORD_NAME;
	}
	if ((class & (WORD_NUMBER | WORD_MONTH)) &&
	    (next == LETTER_DIGIT || is_roman(next_word) ||
		is_letter_alone(next_word)))
		return false;
	if (class & (WORD_TAIL | WORD_NAME) && is_leading(s, st->from))
		return false;
	if (class & WORD_TAIL)
		return !(next_class & WORD_DAY);
	if (class & (WORD_NAME | WORD_MONTH | WORD_INNER))
		return next != LETTER_DIGIT && (next_class & WORD_OPENER);
	return true;
}

/* `end.The next`, `said.”“We`: a blank is missing behind the stop. */
static bool
ends_unspaced(const struct search *s, const struct stop *st)
{
	struct str text = s->text, left, right;
	size_t n, i = st->end, run;
	enum letter k = letter_at(text, i, &n);
	unsigned class;

	if (st->ellipsis)
		return false;
	left = word_before(text, s->start, st->from);
	class = splitter_word(s->sp, left);
	if (class & WORD_ABBREVIATION)
		return false;
	if (k == LETTER_OPEN && st->end > st->run && st->quote)
		return true;
	if (k == LETTER_OPEN || k == LETTER_QUOTE)
		i += n;
	right = word_after(text, i);
	run = right.n;
	if (first_kind(right) != LETTER_UPPER)
		return false;
	/* both sides are plain words: no address, name or number */
	if (st->end == st->run && (left.n < 2 || has_byte(left, ".@/_&=?")))
		return false;
	letter_before(left, 0, left.n, &n);
	if (left.n > 0 && st->end == st->run &&
	    letter_at(left, left.n - n, &n) == LETTER_UPPER)
		return false;
	if (i + run < text.n && strchr("@/_=", text.s[i + run]))
		return false;
	if (i + run < text.n && text.s[i + run] == '.' &&
	    letter_is_letter(letter_at(text, i + run + 1, &n)))
		return false;
	class = splitter_word(s->sp, right);
	if (class & WORD_OPENER)
		return true;
	letter_at(right, 0, &n);
	return right.n > n && letter_at(right, n, &n) == LETTER_LOWER &&
	       !(class & WORD_DOMAIN);
}

/* "consultation.11 12 Take": numbers of footnotes behind a stop.  Their end, or
 * i. */
static size_t
skip_note_numbers(const struct search *s, const struct stop *st)
{
	struct str text = s->text, left;
	size_t i = st->end, end = i, n, first;

	left = word_before(text, s->start, st->from);
	if (!st->dot || letter_at(text, i, &n) != LETTER_DIGIT ||
	    (left.n > 0 &&
		(left.n < 3 || splitter_word(s->sp, left) != 0 ||
		    letter_before(left, 0, left.n, &n) == LETTER_DIGIT)))
		return i;
	for (;;) {
		size_t from = i;
		while (letter_at(text, i, &n) == LETTER_DIGIT)
			i += n;
		if (i == from || i - from > 3)
			break;
		end = i;
		if (i < text.n && (text.s[i] == ',' || text.s[i] == ' '))
			i++;
	}
	if (!is_gap(letter_at(text, end, &n)))
		return st->end;
	i = letter_skip_blanks(text, end);
	if (i < text.n && next_kind(text, i, &first) != LETTER_UPPER)
		return st->end;
	return end;
}

/* "Aims: 1. Trade": is the stop that of an item's number behind a colon? */
static bool
begins_list(const struct search *s, const struct stop *st)
{
	size_t i = st->from, n;

	while (i > s->start && is_digit_at(s->text, i - 1))
		i--;
	if (i == st->from || st->from - i > 3)
		return false;
	while (letter_before(s->text, s->start, i, &n) == LETTER_BLANK)
		i -= n;
	return i > s->start && s->text.s[i - 1] == ':';
}

/* If an item of a list begins at byte at, the sentence ends before the next. */
static void
take_mark(struct search *s, size_t at)
{
	struct listmark m;
	size_t to = at + LIST_REACH, next;

	if (to > s->text.n)
		to = s->text.n;
	if (!listmark_read(s->text, at, &m))
		return;
	next = listmark_next(s->text, &m, to);
	if (next < to)
		s->limit = next;
}

/* Within 《...》, the title of a work, nothing ends. */
static bool
in_title(const struct search *s, size_t i)
{
	size_t from = i - s->start > QUOTE_REACH ? i - QUOTE_REACH : s->start;

	while (i > from + 2) {
		uint32_t cp;
		if (((unsigned char)s->text.s[--i] & 0xC0) == 0x80)
			continue;
		utf8_decode(s->text.s + i, s->text.n - i, &cp);
		if (cp == 0x300A)
			return true;
		if (cp == 0x300B)
			return false;
	}
	return false;
}

/* Are there a letter and more than a list's number before byte i? */
static bool
has_content(struct search *s, size_t i)
{
	size_t n;

	while (!s->content && s->checked < i) {
		enum letter k = letter_at(s->text, s->checked, &n);
		s->content = letter_is_letter(k) || k == LETTER_DIGIT;
		s->checked += n;
	}
	return s->content;
}

/* Is [start, i) but the mark of a list's item: "12", "a", "iv", "- 3"? */
static bool
is_item_mark(const struct search *s, size_t i)
{
	size_t at = s->start, n, letters = 0, digits = 0;

	if (i - s->start > 8)
		return false;
	for (; at < i; at += n) {
		enum letter k = letter_at(s->text, at, &n);
		letters += letter_is_letter(k);
		digits += k == LETTER_DIGIT;
	}
	return (letters == 0 && digits <= 3) || (letters == 1 && digits == 0);
}

/* Does the sentence end with this stop?  st->end may be moved. */
static bool
ends(struct search *s, struct stop *st)
{
	struct str text = s->text, word;
	size_t n, i, first;
	enum letter k;

	if (!has_content(s, st->from))
		return false;
	if (st->dot && is_digit_at(text, st->end) && st->from > 0 &&
	    is_digit_at(text, st->from - 1))
		return false; /* a decimal: by far the most of what ends none */
	if (st->wide)
		return !in_title(s, st->from);
	if (st->dot && is_item_mark(s, st->from))
		return false;
	if (st->dot && begins_list(s, st)) {
		word = word_before(text, s->start, st->from);
		take_mark(s, (size_t)(word.s - text.s));
		return false;
	}
	k = letter_at(text, st->end, &n);
	if (k == LETTER_END)
		return true;
	if (k == LETTER_LOWER || k == LETTER_OTHER || k == LETTER_DASH)
		return false;
	if (!is_gap(k)) {
		if (k == LETTER_CASELESS && !st->dot)
			return true;
		i = skip_note_numbers(s, st);
		if (i > st->end) {
			st->end = i;
			return true;
		}
		return ends_unspaced(s, st);
	}
	i = letter_skip_blanks(text, st->end);
	if (i == text.n)
		return true;
	k = next_kind(text, i, &first);
	if (st->quote && is_citation(text, i))
		return false;
	if (st->ellipsis) {
		word = word_after(text, first);
		return k == LETTER_UPPER &&
		       (st->full ||
			   !(splitter_word(s->sp, word) & WORD_PRONOUN));
	}
	if (!st->dot) {
		struct str name = word_before(text, s->start, st->from);
		word = word_after(text, first);
		if (k == LETTER_LOWER) /* "Who? what?" */
			return word.s + word.n < text.s + text.n &&
			       word.s[word.n] == '?' && !st->quote;
		name.n += st->run - st->from; /* "Yahoo!" */
		if (splitter_word(s->sp, name) & WORD_NAME)
			return false;
		if (k != LETTER_UPPER && k != LETTER_DIGIT)
			return false;
		return !(st->quote && is_reported(s->sp, text, i));
	}
	if (k != LETTER_UPPER && k != LETTER_DIGIT)
		return false;
	return dot_ends(s, st, k, first);
}

void
sentences_init(struct sentences *it, const struct splitter *sp, struct str text,
    size_t from)
{
	*it = (struct sentences){ .sp = sp, .text = text, .at = from };
	stops_init(&it->stops, text);
}

bool
sentence_next(struct sentences *it, struct str *sentence)
{
	struct str text = it->text;
	struct search s = { .sp = it->sp, .text = text, .limit = text.n };
	size_t end = text.n, n;

	s.start = s.checked = letter_skip_blanks(text, it->at);
	if (s.start >= text.n)
		return false;
	take_mark(&s, s.start);
	for (size_t i = stops_next(&it->stops, s.start); i < s.limit;) {
		struct stop st = stop_read(text, s.start, i);
		if (ends(&s, &st)) {
			end = st.end;
			break;
		}
		i = stops_next(&it->stops, st.run);
	}
	if (end > s.limit)
		end = s.limit;
	it->at = end;
	while (letter_before(text, s.start, end, &n) == LETTER_BLANK)
		end -= n;
	*sentence = str_part(text, s.start, end);
	return true;
}
