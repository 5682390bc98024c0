/*
 * mem: memory that is there or ends the program.
 *
 * Where memory runs out or a size overflows, these print "out of memory" to
 * standard error and exit with status 2; they never return NULL.  What they
 * return is freed with free(3).
 */
#ifndef MEM_H
#define MEM_H

#include <stddef.h>

void *mem_alloc(size_t n);		   /* n bytes, not cleared */
void *mem_zero(size_t count, size_t size); /* cleared */
void *mem_resize(void *p, size_t count, size_t size);
char *mem_copy(const char *s, size_t n); /* n bytes and a NUL */

/* A capacity ≥ want, grown from have by doubling; for items of a size. */
size_t mem_room(size_t have, size_t want, size_t size);

_Noreturn void mem_out(void);

#endif
