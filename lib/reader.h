/*
 * reader: the operands of a filter, one after the other, as lines, as records
 * or as groups.
 *
 * What cannot be opened or read is told on standard error as
 * "program: file: reason" and passed over; a broken record as
 * "program: file:line: reason", and goes on as a rec:reject record.  Both are
 * counted in damage.  Lines end with LF; the last one of a file may lack it.
 *
 * What the functions hand out points into the reader's block and holds until
 * the next call.
 */
#ifndef READER_H
#define READER_H

#include <stdbool.h>
#include <stddef.h>

#include "record.h"
#include "str.h"
#include "writer.h"

struct reader {
	const char *program;
	char *const *operand; /* the next one; NULL-terminated */
	const char *name;     /* of the current input, "-" for standard input */
	unsigned long line;   /* of what was handed out last, from 1 */
	unsigned long damage; /* inputs and lines that were passed over */
	struct writer *rejects; /* where broken records go, or NULL */

	int fd;	    /* -1 between two inputs */
	bool ended; /* the current input; bytes of it may be left */
	char *block;
	size_t cap;   /* of the block */
	size_t begin; /* the first byte not handed out */
	size_t end;   /* behind the last byte read */
	size_t clean; /* all before is known to be valid UTF-8 without NUL */
	unsigned long mentions; /* lines handed out behind the last head */
	struct record rec, ahead;
	struct buf reject;
};

/* operands: a NULL-terminated list, kept; an empty one is standard input. */
void reader_init(struct reader *r, const char *program, char *const *operands);
void reader_free(struct reader *r);

/* The next line, of any bytes, without its LF.  False at the end. */
bool reader_line(struct reader *r, struct str *line);

/* The next record or line of plain text, valid UTF-8.  NULL at the end. */
struct record *reader_next(struct reader *r);

/*
 * A group: a line and the mentions that belong to it, which are the records
 * behind it with the same doc and sent.  Only a sent record or a line of plain
 * text has any; every other record is a group of its own.
 */
struct group {
	struct record *head;
	struct str all;	     /* the lines of the group, each with its LF */
	struct str mentions; /* those behind the head, each with its LF */
};

/* The next group.  False at the end. */
bool reader_group(struct reader *r, struct group *g);

/* Walks the lines of a text like group.mentions: takes the first line off. */
bool group_line(struct str *lines, struct str *line);

/* Tells "program: file:line: reason" and counts it. */
void reader_complain(struct reader *r, const char *reason);

/* For those that read r->fd themselves: opens the next input.  False where
 * there is none.  And tells "program: file: reason" by errno, and counts it. */
bool reader_open(struct reader *r);
void reader_fail(struct reader *r);

#endif
