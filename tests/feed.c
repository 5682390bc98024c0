/*
 * feed: runs a program whose standard input comes in chunks.
 *
 * usage: feed SIZE PROGRAM [ARGUMENT ...] <FILE
 *
 * Every read(2) of the program gives at most SIZE bytes: its standard input is
 * a socket that keeps the bounds of what is written to it.  Ends with the
 * status of the program, and with 77 where there are no such sockets.
 */
#include <err.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 65536, NO_SOCKETS = 77 };

/* Reads until the chunk is full or the input ends. */
static size_t
read_chunk(char *chunk, size_t size)
{
	size_t n = 0;
	ssize_t got;

	while (n < size && (got = read(0, chunk + n, size - n)) > 0)
		n += (size_t)got;
	return n;
}

int
main(int argc, char **argv)
{
	static char chunk[MOST];
	int pair[2], status;
	size_t size, n;
	pid_t child;

	size = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
	if (size < 1 || size > MOST)
		errx(2, "usage: feed SIZE PROGRAM [ARGUMENT ...] <FILE");
	if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair) < 0)
		return NO_SOCKETS;
	child = fork();
	if (child < 0)
		err(2, "fork");
	if (child == 0) {
		close(pair[1]);
		dup2(pair[0], STDIN_FILENO);
		close(pair[0]);
		execvp(argv[2], argv + 2);
		err(127, "%s", argv[2]);
	}
	close(pair[0]);
	while ((n = read_chunk(chunk, size)) > 0)
		if (send(pair[1], chunk, n, MSG_NOSIGNAL) < 0)
			break; /* the program has read enough */
	close(pair[1]);
	if (waitpid(child, &status, 0) < 0)
		err(2, "wait");
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
