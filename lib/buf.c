#include "buf.h"

#include <stdint.h>
#include <stdlib.h>

#include "mem.h"

void
buf_grow(struct buf *b, size_t more)
{
	if (more > SIZE_MAX - b->n)
		mem_out();
	b->cap = mem_room(b->cap, b->n + more, 1);
	b->s = mem_resize(b->s, b->cap, 1);
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
