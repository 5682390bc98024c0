/*
 * filter: what every program of Tidings has in common.
 *
 * Operands are files, none or "-" is standard input; -h and -V; the messages of
 * wrong usage; the exit status: 0 all well, 1 some input was skipped or
 * damaged, 2 could not do the work.
 */
#ifndef FILTER_H
#define FILTER_H

#include <getopt.h>

#include "reader.h"
#include "writer.h"

enum { FILTER_OK = 0, FILTER_DAMAGE = 1, FILTER_TROUBLE = 2 };

struct filter {
	const char *name;  /* of the program */
	const char *usage; /* its usage lines, a blank line, its options */
	struct reader in;
	struct writer out; /* standard output */
};

/*
 * The next option, as getopt_long(3) gives it, or -1 when the operands have
 * been handed to f->in.  shorts and longs hold the program's own options; -h
 * and -V are added and carried out here, and what is wrong ends the program
 * with status 2.  name and usage are set before the first call.
 */
int filter_option(struct filter *f, int argc, char **argv, const char *shorts,
    const struct option *longs);

/* Says why the usage is wrong, shows the usage lines, exits with status 2. */
_Noreturn void filter_misuse(const struct filter *f, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Says what could not be done, exits with status 2. */
_Noreturn void filter_fail(const struct filter *f, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Says what was skipped or damaged, counts it for the exit status. */
void filter_warn(struct filter *f, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Writes out what is left, closes, and returns the exit status. */
int filter_end(struct filter *f);

#endif
