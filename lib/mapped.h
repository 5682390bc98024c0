/*
 * mapped: a whole file in memory, by mmap(2).
 */
#ifndef MAPPED_H
#define MAPPED_H

#include <stdbool.h>

#include "str.h"

/* False where it cannot be read: errno says why.  The file must not shrink
 * while it is mapped. */
bool mapped_open(const char *path, struct str *bytes);
void mapped_close(struct str bytes);

#endif
