#include "mapped.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

bool
mapped_open(const char *path, struct str *bytes)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), why;
	struct stat st;
	void *at = MAP_FAILED;

	*bytes = STR("");
	if (fd < 0)
		return false;
	if (fstat(fd, &st) == 0 && st.st_size > 0)
		at = mmap(
		    NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	else if (S_ISDIR(st.st_mode))
		errno = EISDIR;
	why = errno;
	close(fd);
	errno = why;
	if (at == MAP_FAILED)
		return S_ISREG(st.st_mode) && st.st_size == 0;
	posix_madvise(at, (size_t)st.st_size, POSIX_MADV_SEQUENTIAL);
	*bytes = (struct str){ at, (size_t)st.st_size };
	return true;
}

void
mapped_close(struct str bytes)
{
	void *at;

	memcpy(&at, &bytes.s, sizeof at); /* what munmap takes is not const */
	if (bytes.n > 0)
		munmap(at, bytes.n);
}
