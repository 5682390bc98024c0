/*
 * record: one line of the stream, taken apart.  The format is tidings(5).
 *
 * A record points into the line that it was parsed from and owns only its
 * array of fields.  Values stand as in the line, with their escapes.
 */
#ifndef RECORD_H
#define RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

struct field {
	struct str label;
	struct str value; /* escaped */
};

struct shape;

struct record {
	struct str line;     /* without its line feed */
	struct str type;     /* "sent"; empty where the line is plain text */
	struct field *field; /* all but rec:TYPE, in the order of the line */
	size_t nfields, cap;
	struct shape *shape; /* the labels of lines before it, or NULL */
};

/* Is this line a record, or plain text? */
static inline bool
record_starts(struct str line)
{
	return line.n >= 4 && memcmp(line.s, "rec:", 4) == 0;
}

/*
 * Takes the line apart; rec is one of zeros or one used before.  Returns NULL,
 * or the reason why the line is no record: a constant.  UTF-8 is not checked.
 */
const char *record_parse(struct record *rec, struct str line);

/* The escaped value of a label, or a missing str. */
static inline struct str
record_get(const struct record *rec, const char *label)
{
	size_t i;

	for (i = 0; i < rec->nfields; i++)
		if (str_is(rec->field[i].label, label))
			return rec->field[i].value;
	return (struct str){ 0 };
}

static inline bool
record_is(const struct record *rec, const char *type)
{
	return str_is(rec->type, type);
}

void record_free(struct record *rec);

/*
 * The text that an escaped value stands for: the value itself where it holds
 * no escape, else a copy in room.
 */
struct str record_text(struct str value, struct buf *room);

/* Appends text to b in its escaped form. */
void record_escape(struct buf *b, struct str text);

#endif
