/*
 * writer: output in blocks of 256 KiB.
 *
 * A write error ends the program with a message and status 2, so nothing here
 * returns one.
 */
#ifndef WRITER_H
#define WRITER_H

#include "buf.h"
#include "str.h"

struct writer {
	int fd;
	const char *program, *name; /* for the message */
	struct buf buf;
};

/* program and name are kept, not copied.  With fd -1 all stays in w->buf. */
void writer_init(
    struct writer *w, int fd, const char *program, const char *name);
void writer_add(struct writer *w, const char *s, size_t n);
void writer_flush(struct writer *w);

/* Flushes and closes; the writer is of zeros afterwards. */
void writer_close(struct writer *w);

static inline void
writer_str(struct writer *w, struct str s)
{
	writer_add(w, s.s, s.n);
}

/* A line as it was read. */
static inline void
writer_line(struct writer *w, struct str line)
{
	writer_add(w, line.s, line.n);
	writer_add(w, "\n", 1);
}

#endif
