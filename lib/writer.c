/* For F_SETPIPE_SZ, which only Linux has. */
#define _GNU_SOURCE
#include "writer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { BLOCK = 256 * 1024 };

void
writer_init(struct writer *w, int fd, const char *program, const char *name)
{
	*w = (struct writer){ .fd = fd, .program = program, .name = name };
	buf_reserve(&w->buf, BLOCK);
#ifdef F_SETPIPE_SZ
	/* A pipe that holds more makes the programs wait for each other
	 * less; where fd is no pipe, this does nothing. */
	(void)fcntl(fd, F_SETPIPE_SZ, 4 * BLOCK);
#endif
}

static _Noreturn void
write_failed(const struct writer *w)
{
	fprintf(stderr, "%s: %s: %s\n", w->program, w->name, strerror(errno));
	exit(2);
}

static void
write_all(const struct writer *w, const char *s, size_t n)
{
	ssize_t done;

	while (n > 0) {
		done = write(w->fd, s, n);
		if (done < 0 && errno != EINTR)
			write_failed(w);
		if (done > 0) {
			s += done;
			n -= (size_t)done;
		}
	}
}

void
writer_flush(struct writer *w)
{
	write_all(w, w->buf.s, w->buf.n);
	buf_reset(&w->buf);
}

void
writer_add(struct writer *w, const char *s, size_t n)
{
	if (w->fd < 0) {
		buf_add(&w->buf, s, n);
		return;
	}
	if (n > BLOCK - w->buf.n) {
		writer_flush(w);
		if (n >= BLOCK) {
			write_all(w, s, n);
			return;
		}
	}
	if (n)
		memcpy(w->buf.s + w->buf.n, s, n);
	w->buf.n += n;
}

void
writer_close(struct writer *w)
{
	writer_flush(w);
	if (close(w->fd) < 0)
		write_failed(w);
	buf_free(&w->buf);
	*w = (struct writer){ 0 };
}
