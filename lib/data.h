/*
 * data: the files under lib/lang/ and lib/lexicon/, compiled in.
 */
#ifndef DATA_H
#define DATA_H

#include "str.h"

struct data {
	const char *path; /* below lib/: "lang/en/months.tsv" */
	struct str text;
};

/* Sorted by path; the last one has path NULL.  Made by lib/data.sh. */
extern const struct data data_files[];

/* The content of a compiled-in file, or a missing str. */
struct str data_get(const char *path);

#endif
