/*
 * splitter: the words of a language that tell whether a stop ends a sentence.
 *
 * They come from two tables of its folder: abbreviations.tsv and
 * sentences.tsv; each row gives a word and its class.  A word written with a
 * capital in the table is found only with a capital in a text ("Sun" is not
 * "sun"), another one in any case.
 */
#ifndef SPLITTER_H
#define SPLITTER_H

#include "str.h"

enum word_class {
	/* abbreviations.tsv: what the stop of an abbreviation means */
	WORD_TITLE = 1 << 0,  /* title: stands before a name; ends nothing */
	WORD_INNER = 1 << 1,  /* inner: within a sentence; ends nothing */
	WORD_NUMBER = 1 << 2, /* number: before a number; else it may end */
	WORD_MONTH = 1 << 3,  /* month: likewise, and else as a name */
	WORD_NAME = 1 << 4,   /* name: in names; ends before an opener only */
	WORD_UNIT = 1 << 5,   /* unit: ends behind a number, else as a title */
	WORD_TAIL = 1 << 6,   /* tail: ends before any capital */
	WORD_ABBREVIATION = (1 << 7) - 1,
	/* sentences.tsv */
	WORD_OPENER = 1 << 7,	/* opener: begins sentences, is in no name */
	WORD_SPEECH = 1 << 8,	/* speech: a verb that reports a quotation */
	WORD_PRONOUN = 1 << 9,	/* pronoun: one letter, but no initial */
	WORD_LEADING = 1 << 10, /* leading: a preposition before a time */
	WORD_DOMAIN = 1 << 11,	/* domain: the end of an internet name */
	WORD_DAY = 1 << 12	/* day: goes on a time ("5 p.m. Monday") */
};

struct splitter;

/* The splitter of a language; one without words if it has no tables. */
struct splitter *splitter_new(struct str lang);
void splitter_free(struct splitter *sp);

/* The language it is for. */
struct str splitter_lang(const struct splitter *sp);

/* The classes of a word, or 0. */
unsigned splitter_word(const struct splitter *sp, struct str word);

/* Those of WORD_ABBREVIATION only, which is faster. */
unsigned splitter_abbreviation(const struct splitter *sp, struct str word);

#endif
