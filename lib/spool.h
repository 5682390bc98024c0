/*
 * spool: bytes kept in a file without a name until they are read again.
 *
 * The file is made in the folder TMPDIR, or /tmp.  What fails ends the program.
 */
#ifndef SPOOL_H
#define SPOOL_H

#include "filter.h"
#include "str.h"
#include "writer.h"

struct spool {
	const struct filter *filter;
	struct writer out;
	int fd;
	struct buf read;
	size_t done; /* of read: handed out */
};

void spool_open(struct spool *s, const struct filter *f);
void spool_add(struct spool *s, struct str bytes);

/* Goes to the beginning, and reads the next n bytes; they hold until the next
 * call. */
void spool_rewind(struct spool *s);
struct str spool_read(struct spool *s, size_t n);

/* Writes out the next n bytes. */
void spool_copy(struct spool *s, size_t n, struct writer *to);
void spool_close(struct spool *s);

#endif
