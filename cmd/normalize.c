/* normalize: the clean paragraphs of articles in any charset. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "article.h"
#include "charset.h"
#include "clean.h"
#include "filter.h"
#include "names.h"
#include "paragraph.h"
#include "source.h"

static const char usage[] =
    "usage: normalize [-hpV] [-f charset] [file ...]\n"
    "       normalize [-hpV] [-f charset] --files0-from=FILE\n"
    "\n"
    "Writes the paragraphs of articles, cleaned, as records.\n"
    "\n"
    "  -f, --from=CHARSET  the charset of the files (default: it is found "
    "out)\n"
    "  -p, --plain         text only, a line for each paragraph\n"
    "      --files0-from=FILE\n"
    "                      the files are those that FILE names, each name "
    "ended by a NUL\n"
    "  -h, --help          show this\n"
    "  -V, --version       show the version\n";

enum { FILES0_FROM = 256 };

static const struct option options[] = {
	{ "files0-from", required_argument, NULL, FILES0_FROM },
	{ "from", required_argument, NULL, 'f' },
	{ "plain", no_argument, NULL, 'p' },
	{ 0 },
};

static struct {
	const char *charset;
	const char *names; /* the list of the files */
} option;

struct job {
	struct filter *f;
	struct article article;
	struct source source;
	struct clean clean;
	struct paragraph para;
};

static void
end_paragraph(struct job *j)
{
	if (j->para.lines == 0)
		return;
	article_para(
	    &j->article, j->para.line, buf_text(&j->para.text), j->para.escape);
	buf_reset(&j->para.text);
	j->para.lines = 0;
}

/* A line, or a piece of one, that ends a paragraph or goes on with it. */
static void
add_line(struct job *j, struct str raw, struct str text, bool escape)
{
	if (text.n == 0 || !paragraph_goes_on(&j->para, raw))
		end_paragraph(j);
	if (text.n == 0)
		return;
	if (j->para.width == 0) {
		article_para(&j->article, j->source.line, text, escape);
		return;
	}
	if (j->para.lines == 0) {
		j->para.line = j->source.line;
		j->para.escape = escape;
	}
	j->para.escape = j->para.escape || escape;
	paragraph_add(&j->para, raw, text);
}

/* The document that the source has begun to read. */
static void
normalize(struct job *j, const char *name)
{
	struct source *s = &j->source;
	struct clean *c = &j->clean;
	unsigned long bad_line = 0;
	struct str line, text;
	bool escape;
	size_t used;

	c->bad = c->repairs = 0;
	paragraph_begin(&j->para, source_head(s));
	while (source_line(s, &line)) {
		if (line.n == 0)
			end_paragraph(j);
		while (line.n > 0) {
			text = clean_line(c, line, &used, &escape);
			if (c->bad && !bad_line)
				bad_line = s->line;
			add_line(j, str_part(line, 0, used), text, escape);
			line = str_part(line, used, line.n);
		}
	}
	end_paragraph(j);
	article_end(&j->article, s->bytes, c->repairs + c->bad);
	if (s->error)
		filter_warn(j->f, "%s: %s", name, strerror(s->error));
	if (c->bad)
		filter_warn(j->f, "%s:%lu: not %s: %lu %s replaced by U+FFFD",
		    name, bad_line, s->charset.name, c->bad,
		    c->bad == 1 ? "place" : "places, this the first,");
}

static void
normalize_file(struct job *j, const char *name)
{
	int fd = strcmp(name, "-") == 0 ? STDIN_FILENO
					: open(name, O_RDONLY | O_CLOEXEC);
	const char *why = NULL;

	if (fd < 0)
		why = strerror(errno);
	else if (source_open(&j->source, fd, option.charset, &why)) {
		article_begin(
		    &j->article, str_from(name), j->source.charset.name);
		normalize(j, name);
	}
	if (why) {
		filter_warn(j->f, "%s: %s", name, why);
		article_reject(&j->article, str_from(name), why);
	}
	if (fd > STDIN_FILENO)
		close(fd);
}

/* The files that the list names. */
static void
normalize_listed(struct job *j)
{
	bool from_input = strcmp(option.names, "-") == 0;
	struct names names;
	const char *name;

	if (!names_open(&names, option.names))
		filter_fail(j->f, "%s: %s", option.names, strerror(errno));
	while ((name = names_next(&names))) {
		if (*name == '\0' || (from_input && strcmp(name, "-") == 0))
			filter_warn(j->f, "%s: name %lu is %s", option.names,
			    names.number, *name ? "the list" : "empty");
		else
			normalize_file(j, name);
	}
	if (!names_close(&names))
		filter_fail(j->f, "%s: %s", option.names, strerror(errno));
}

int
main(int argc, char **argv)
{
	struct filter f = { .name = "normalize", .usage = usage };
	struct job j = { .f = &f, .article = { .out = &f.out } };
	struct charset known;
	int c;

	while ((c = filter_option(&f, argc, argv, "f:p", options)) != -1) {
		switch (c) {
		case 'f': option.charset = optarg; break;
		case 'p': j.article.plain = true; break;
		case FILES0_FROM: option.names = optarg; break;
		}
	}
	if (option.charset) {
		if (!charset_open(&known, option.charset))
			filter_fail(&f, "unknown charset '%s'", option.charset);
		charset_close(&known);
	}
	if (option.names && optind < argc)
		filter_misuse(&f, "--files0-from takes no operands");
	if (option.names)
		normalize_listed(&j);
	while (!option.names && *f.in.operand)
		normalize_file(&j, *f.in.operand++);
	article_free(&j.article);
	source_free(&j.source);
	clean_free(&j.clean);
	paragraph_free(&j.para);
	return filter_end(&f);
}
