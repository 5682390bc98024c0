/*
 * paragraph: the lines of a text, put together to paragraphs.
 *
 * Blank lines part paragraphs.  Whether lines without a blank line between them
 * are paragraphs of their own or pieces of wrapped ones is seen in the head of
 * the text: it is wrapped if there is a width at which lines break where they
 * plainly run on (the next one begins with a small letter), that is, where the
 * next word would not have fit.
 *
 * In wrapped text a paragraph also ends at a line that had room for the next
 * word, and before a line that is indented more.  Items of lists, headings and
 * ruled lines stay apart.
 */
#ifndef PARAGRAPH_H
#define PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "hyphen.h"
#include "str.h"

/* The width at which a text is wrapped, in columns; 0: it is not.  The text is
 * UTF-8 but for damaged bytes. */
size_t paragraph_width(struct str head);

/* What is known of a line. */
struct paragraph_line {
	size_t indent, width; /* in columns, without blanks at the end */
	size_t word;	      /* the columns of its first word */
	bool lower;	      /* it begins with a small letter */
	bool wide, wide_end;  /* it begins, ends with a Chinese character */
	bool several;	      /* words, three or more */
	bool item, bullet;    /* of a list, by a number or by a sign */
	bool key;	      /* "Source: ..." */
	bool rule, heading;
	bool capitals;	   /* no small letters */
	bool stop;	   /* it ends as a sentence does */
	bool hyphen, soft; /* it ends in a hyphen; in a soft one */
	bool comma;
};

/* A paragraph that grows. */
struct paragraph {
	size_t width; /* of the text; 0: every line is a paragraph */
	struct hyphen hyphen;

	struct buf text;
	struct paragraph_line last;
	bool item;	     /* of a list */
	unsigned long lines; /* so far */
	unsigned long line;  /* where it begins */
	bool escape;	     /* see clean_line */
};

/* Begins a text. */
void paragraph_begin(struct paragraph *p, struct str head);

/* Does this line, as it was read and not blank, go on with the paragraph? */
bool paragraph_goes_on(const struct paragraph *p, struct str raw);

/* Adds a line: raw is as it was read, clean as it is to be written. */
void paragraph_add(struct paragraph *p, struct str raw, struct str clean);

void paragraph_free(struct paragraph *p);

#endif
