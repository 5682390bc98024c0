/*
 * buf: bytes that grow.
 *
 * A buf of zeros is empty and ready.  The bytes are the buf's own until
 * buf_free; adding may move them.  They are not ended by a NUL.
 */
#ifndef BUF_H
#define BUF_H

#include <stddef.h>
#include <string.h>

#include "str.h"

struct buf {
	char *s;
	size_t n;   /* bytes in use */
	size_t cap; /* bytes there is room for */
};

void buf_reserve(struct buf *b, size_t more); /* room for more bytes */
void buf_add(struct buf *b, const char *s, size_t n);
void buf_str(struct buf *b, struct str s);
void buf_puts(struct buf *b, const char *s);
void buf_uint(struct buf *b, unsigned long u); /* in decimal */
void buf_free(struct buf *b);

static inline void
buf_char(struct buf *b, char c)
{
	if (b->n == b->cap)
		buf_reserve(b, 1);
	b->s[b->n++] = c;
}

/* Empties the buf and keeps its memory. */
static inline void
buf_reset(struct buf *b)
{
	b->n = 0;
}

/* The content, until the next change. */
static inline struct str
buf_text(const struct buf *b)
{
	return (struct str){ b->s, b->n };
}

#endif
