/*
 * file: a whole file in memory.
 */
#ifndef FILE_H
#define FILE_H

#include <stdbool.h>

#include "buf.h"

/* Appends what the file holds to b.  False, with errno, where it cannot be
 * read. */
bool file_read(const char *path, struct buf *b);

#endif
