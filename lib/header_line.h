/*
 * header_line: what one line in the head or the foot of an article tells.
 *
 *	Source: Xinhua | 2025-02-17 10:09:45 | Editor: huaxia
 *	By Aruzhan Ospanova and Li Wei
 *	Last updated: Monday, 3 March 2025, 2:30 p.m.
 *
 * A line falls into pieces at bars and bullets, and before known keys.
 */
#ifndef HEADER_LINE_H
#define HEADER_LINE_H

#include <stdbool.h>

#include "edtf.h"
#include "header_date.h"
#include "header_words.h"
#include "str.h"

/* What was found: the first of each; missing where nothing. */
struct header_facts {
	struct str title, publisher, author, place;
	struct str link;    /* to the article itself */
	bool dated, update; /* update: the date is that of the last change */
	struct edtf_date date;
};

enum header_line { LINE_PROSE, LINE_HEADER, LINE_CAPTION };

/* The kind of a line; adds what it tells to facts. */
enum header_line header_line(const struct header_words *w,
    struct header_dates *dates, struct str line, struct header_facts *facts);

/* "key: value", whatever the key: adds what a known key tells.  False where
 * there is no key.  *value is what stands behind the colon, without quotes. */
bool header_field(const struct header_words *w, struct header_dates *dates,
    struct str line, struct header_facts *facts, struct str *value);

/* Is the line like the name of a person: two or three words with capitals? */
bool header_is_name(const struct header_words *w, struct str line);

/* The text without blanks at its ends. */
struct str header_trim(struct str text);

#endif
