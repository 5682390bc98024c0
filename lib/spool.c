#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "mem.h"

enum { BLOCK = 256 * 1024 };

static _Noreturn void
fail(const struct spool *s)
{
	filter_fail(s->filter, "temporary file: %s", strerror(errno));
}

void
spool_open(struct spool *s, const struct filter *f)
{
	const char *folder = getenv("TMPDIR");
	size_t n;
	char *path;

	*s = (struct spool){ .filter = f };
	if (!folder || !*folder)
		folder = "/tmp";
	n = strlen(folder) + sizeof "/dedupe.XXXXXX";
	path = mem_alloc(n);
	snprintf(path, n, "%s/dedupe.XXXXXX", folder);
	s->fd = mkstemp(path);
	if (s->fd < 0 || unlink(path) < 0)
		fail(s);
	free(path);
	writer_init(&s->out, s->fd, f->name, "temporary file");
}

void
spool_add(struct spool *s, struct str bytes)
{
	writer_str(&s->out, bytes);
}

void
spool_rewind(struct spool *s)
{
	writer_flush(&s->out);
	if (lseek(s->fd, 0, SEEK_SET) < 0)
		fail(s);
	buf_reset(&s->read);
	s->done = 0;
}

struct str
spool_read(struct spool *s, size_t n)
{
	size_t left = s->read.n - s->done;
	ssize_t got;

	if (left < n) {
		if (left)
			memmove(s->read.s, s->read.s + s->done, left);
		s->read.n = left;
		s->done = 0;
		buf_reserve(&s->read, n + BLOCK);
		while (s->read.n < n) {
			got = read(s->fd, s->read.s + s->read.n,
			    s->read.cap - s->read.n);
			if (got < 0 && errno == EINTR)
				continue;
			if (got <= 0)
				fail(s);
			s->read.n += (size_t)got;
		}
	}
	s->done += n;
	return (struct str){ s->read.s + s->done - n, n };
}

void
spool_copy(struct spool *s, size_t n, struct writer *to)
{
	size_t some;

	for (; n > 0; n -= some) {
		some = n < BLOCK ? n : BLOCK;
		writer_str(to, spool_read(s, some));
	}
}

void
spool_close(struct spool *s)
{
	writer_close(&s->out);
	buf_free(&s->read);
}
