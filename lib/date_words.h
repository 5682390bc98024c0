/*
 * date_words: the words of a table, looked up in texts.
 *
 * The column "word" holds words, or several joined by "|".  They are compared
 * without regard to case; a blank in them stands for blanks of any kind, an
 * apostrophe for both its forms.
 */
#ifndef DATE_WORDS_H
#define DATE_WORDS_H

#include "str.h"
#include "table.h"

enum { WORDS_LONGEST = 64 }; /* bytes of a folded word */
enum { WORDS_THREES = 1 << 15, WORDS_HIGH = 27, WORDS_APOSTROPHE = 29 };

struct date_words {
	const struct table *table; /* NULL where the language has none */
	struct date_word {
		struct str text; /* as in the table */
		struct str key;	 /* folded */
		size_t row;
	} * word;
	size_t n;
	unsigned *slot;		 /* of the hash: the index + 1, or 0 */
	size_t slots;		 /* a power of two, or 0 */
	unsigned char last[256]; /* does a word end with this folded byte? */
	unsigned char three[WORDS_THREES / 8]; /* ... begin with these three? */
};

/* Fills w, of zeros, with a table; NULL leaves it empty. */
void words_load(struct date_words *w, const struct table *t);
void words_free(struct date_words *w);

/* Folds text into key; its length, or 0 where it is too long. */
size_t words_fold(struct str text, char key[static WORDS_LONGEST]);

/*
 * The hash of a text in its folded form, and whether a text folds to a key.
 * Plain ASCII is dealt with where it stands; what else there is goes through
 * words_fold.
 */
size_t words_hash(struct str text);
bool words_same(struct str text, struct str key);

/* The row of the word that text is, or -1. */
long words_row(const struct date_words *w, struct str text);

/* The row of the longest word that ends at byte end of text (blanks aside),
 * or -1; *begin is where it begins. */
long words_before(
    const struct date_words *w, struct str text, size_t end, size_t *begin);

/* The same, beginning at byte at; *end is where it ends. */
long words_after(
    const struct date_words *w, struct str text, size_t at, size_t *end);

/* A cell of a row, missing for row -1, and the same as a number (0 where
 * empty). */
struct str words_cell(const struct date_words *w, long row, const char *column);
int words_number(const struct date_words *w, long row, const char *column);

/* How many bytes of blanks begin at a place (space, TAB, no-break space). */
static inline size_t
words_blanks(struct str text, size_t at)
{
	size_t i = at;

	for (;;) {
		if (i < text.n && (text.s[i] == ' ' || text.s[i] == '\t'))
			i++;
		else if (i + 1 < text.n && text.s[i] == '\xC2' &&
			 text.s[i + 1] == '\xA0')
			i += 2;
		else
			return i - at;
	}
}

/* A letter as five bits, in both its cases; 0 is what belongs to no word. */
extern const unsigned char words_code[256];

/* The first three letters of a word, or as many as it has, as a number below
 * WORDS_THREES: most texts are told from most words by it. */
static inline unsigned
words_three(const char *s, size_t n)
{
	unsigned a = words_code[(unsigned char)s[0]], b, c;

	b = n > 1 ? words_code[(unsigned char)s[1]] : 0;
	if (b == WORDS_APOSTROPHE)
		b = 0;
	c = n > 2 && b > 0 ? words_code[(unsigned char)s[2]] : 0;
	if (c == WORDS_APOSTROPHE)
		c = 0;
	return a << 10 | b << 5 | c;
}

#endif
