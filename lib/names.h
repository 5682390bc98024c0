/*
 * names: names of files, each ended by a NUL, as "find -print0" prints them
 * and --files0-from of wc(1) and du(1) reads them.
 */
#ifndef NAMES_H
#define NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct names {
	FILE *file;
	char *name; /* the one handed out last */
	size_t cap;
	unsigned long number; /* of it, from 1 */
};

/* Opens a list, "-" is standard input.  False, with errno, where it fails. */
bool names_open(struct names *n, const char *path);

/* The next name, until the next call; NULL at the end. */
const char *names_next(struct names *n);

/* Closes.  False, with errno, where the list could not be read to its end. */
bool names_close(struct names *n);

#endif
