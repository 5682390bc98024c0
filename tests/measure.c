/*
 * measure: runs a program and tells what it took.
 *
 * usage: measure FILE PROGRAM [ARGUMENT ...]
 *
 * Appends a line to FILE: CPU seconds (user and system), seconds on the clock,
 * the most memory it had in KiB, and its status, separated by blanks.
 */
#include <err.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int
main(int argc, char **argv)
{
	struct rusage use;
	double start = now();
	pid_t child;
	int status;
	FILE *f;

	if (argc < 3)
		errx(2, "usage: measure FILE PROGRAM [ARGUMENT ...]");
	child = fork();
	if (child < 0)
		err(2, "fork");
	if (child == 0) {
		execvp(argv[2], argv + 2);
		err(127, "%s", argv[2]);
	}
	if (wait4(child, &status, 0, &use) < 0)
		err(2, "wait");
	status =
	    WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	f = fopen(argv[1], "a");
	if (!f ||
	    fprintf(f, "%.4f %.4f %ld %d\n",
		seconds(use.ru_utime) + seconds(use.ru_stime), now() - start,
		use.ru_maxrss, status) < 0 ||
	    fclose(f) != 0)
		err(2, "%s", argv[1]);
	return status;
}
