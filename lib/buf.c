#include "buf.h"

#include <stdint.h>
#include <stdlib.h>

#include "mem.h"

void
buf_reserve(struct buf *b, size_t more)
{
	if (more <= b->cap - b->n)
		return;
	if (more > SIZE_MAX - b->n)
		mem_out();
	b->cap = mem_room(b->cap, b->n + more, 1);
	b->s = mem_resize(b->s, b->cap, 1);
}

void
buf_add(struct buf *b, const char *s, size_t n)
{
	buf_reserve(b, n);
	if (n)
		memcpy(b->s + b->n, s, n);
	b->n += n;
}

void
buf_str(struct buf *b, struct str s)
{
	buf_add(b, s.s, s.n);
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_uint(struct buf *b, unsigned long u)
{
	char digits[3 * sizeof u];
	size_t i = sizeof digits;

	do
		digits[--i] = (char)('0' + u % 10);
	while (u /= 10);
	buf_add(b, digits + i, sizeof digits - i);
}

void
buf_free(struct buf *b)
{
	free(b->s);
	*b = (struct buf){ 0 };
}
