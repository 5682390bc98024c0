#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

bool
file_read(const char *path, struct buf *b)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), error;
	ssize_t n;

	if (fd < 0)
		return false;
	do {
		buf_reserve(b, 65536);
		n = read(fd, b->s + b->n, 65536);
		if (n > 0)
			b->n += (size_t)n;
	} while (n > 0 || (n < 0 && errno == EINTR));
	error = errno;
	close(fd);
	errno = error;
	return n == 0;
}
