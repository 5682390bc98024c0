#include "mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void
mem_out(void)
{
	fputs("out of memory\n", stderr);
	exit(2);
}

void *
mem_alloc(size_t n)
{
	void *p = malloc(n ? n : 1);

	if (!p)
		mem_out();
	return p;
}

void *
mem_zero(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (!p)
		mem_out();
	return p;
}

void *
mem_resize(void *p, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		mem_out();
	p = realloc(p, count && size ? count * size : 1);
	if (!p)
		mem_out();
	return p;
}

char *
mem_copy(const char *s, size_t n)
{
	char *p;

	if (n == SIZE_MAX)
		mem_out();
	p = mem_alloc(n + 1);
	if (n)
		memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

size_t
mem_room(size_t have, size_t want, size_t size)
{
	size_t cap = have ? have : 16;

	while (cap < want) {
		if (cap > SIZE_MAX / 2 / size)
			mem_out();
		cap *= 2;
	}
	return cap;
}
