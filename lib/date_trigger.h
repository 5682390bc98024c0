/*
 * date_trigger: the words that a date may begin with, found by a plain scan.
 */
#ifndef DATE_TRIGGER_H
#define DATE_TRIGGER_H

#include "date_lang.h"

/* In a mask beside the bits of enum date_first: the word goes on a date whose
 * first word needs one that does; it begins a date by itself. */
enum {
	TRIGGER_FOLLOWS = 1 << FIRSTS,
	TRIGGER_ALONE = 2 << FIRSTS,
	TRIGGER_JOINS = 4 << FIRSTS, /* it stands between two parts of a date */
};

struct date_trigger *date_trigger_new(void);
void date_trigger_free(struct date_trigger *t);

/* Adds the first word of a word of a table. */
void date_trigger_add(struct date_trigger *t, struct str word, unsigned mask);

/* To be called when all words are in. */
void date_trigger_ready(struct date_trigger *t);

#endif
