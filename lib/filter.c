#include "filter.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"

enum { MOST_OPTIONS = 32 };

static const struct option common[] = {
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ 0 },
};

/* Says "name: ..." in one line on standard error. */
static void
say(const struct filter *f, const char *format, va_list args)
{
	fprintf(stderr, "%s: ", f->name);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
}

_Noreturn void
filter_misuse(const struct filter *f, const char *format, ...)
{
	const char *blank = strstr(f->usage, "\n\n");
	va_list args;

	va_start(args, format);
	say(f, format, args);
	va_end(args);
	fprintf(stderr, "%.*s\n",
	    blank ? (int)(blank - f->usage) : (int)strlen(f->usage), f->usage);
	exit(FILTER_TROUBLE);
}

_Noreturn void
filter_fail(const struct filter *f, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(f, format, args);
	va_end(args);
	exit(FILTER_TROUBLE);
}

void
filter_warn(struct filter *f, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(f, format, args);
	va_end(args);
	f->in.damage++;
}

/* Prints what -h or -V asked for, and exits. */
static _Noreturn void
show(struct filter *f, struct str text)
{
	writer_str(&f->out, text);
	exit(filter_end(f));
}

static _Noreturn void
show_version(struct filter *f)
{
	struct buf b = { 0 };

	buf_puts(&b, f->name);
	buf_puts(&b, " (Tidings) " VERSION "\n");
	show(f, buf_text(&b));
}

/* The first call: standard output, and the options' tables with the common
 * ones added. */
static void
start(struct filter *f, const char *shorts, const struct option *longs,
    struct buf *all_shorts, struct option *all_longs)
{
	size_t n = 0;

	writer_init(&f->out, STDOUT_FILENO, f->name, "standard output");
	buf_puts(all_shorts, ":hV");
	buf_puts(all_shorts, shorts);
	buf_char(all_shorts, '\0');
	for (; longs && longs->name && n < MOST_OPTIONS; longs++)
		all_longs[n++] = *longs;
	memcpy(all_longs + n, common, sizeof common);
	opterr = 0;
}

int
filter_option(struct filter *f, int argc, char **argv, const char *shorts,
    const struct option *longs)
{
	static struct buf all_shorts;
	static struct option all_longs[MOST_OPTIONS + 3];
	int c;

	if (all_shorts.n == 0)
		start(f, shorts, longs, &all_shorts, all_longs);
	c = getopt_long(argc, argv, all_shorts.s, all_longs, NULL);
	switch (c) {
	case 'h': show(f, str_from(f->usage));
	case 'V': show_version(f);
	case ':':
		filter_misuse(
		    f, "option '%s' needs an argument", argv[optind - 1]);
	case '?':
		if (optopt && strchr(all_shorts.s, optopt))
			filter_misuse(f, "option '%s' takes no argument",
			    argv[optind - 1]);
		if (optopt)
			filter_misuse(f, "unknown option '-%c'", optopt);
		filter_misuse(f, "unknown option '%s'", argv[optind - 1]);
	case -1:
		buf_free(&all_shorts);
		reader_init(&f->in, f->name, argv + optind);
		f->in.rejects = &f->out;
	}
	return c;
}

int
filter_end(struct filter *f)
{
	int status = f->in.damage ? FILTER_DAMAGE : FILTER_OK;

	writer_close(&f->out);
	if (f->in.block)
		reader_free(&f->in);
	return status;
}
