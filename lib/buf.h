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

void buf_grow(struct buf *b, size_t more);     /* what buf_reserve calls */
void buf_uint(struct buf *b, unsigned long u); /* in decimal */
void buf_free(struct buf *b);

/* Makes room for more bytes. */
static inline void
buf_reserve(struct buf *b, size_t more)
{
	if (more > b->cap - b->n)
		buf_grow(b, more);
}

static inline void
buf_add(struct buf *b, const char *s, size_t n)
{
	buf_reserve(b, n);
	if (n)
		memcpy(b->s + b->n, s, n);
	b->n += n;
}

static inline void
buf_str(struct buf *b, struct str s)
{
	buf_add(b, s.s, s.n);
}

static inline void
buf_puts(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

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
