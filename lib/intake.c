#include "intake.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static void
end_paragraph(struct intake *in)
{
	struct paragraph *p = &in->para;

	if (p->lines == 0)
		return;
	article_para(&in->article, p->line, buf_text(&p->text), p->escape);
	p->lines = 0;
}

/* A line, or a piece of one, that ends a paragraph or goes on with it. */
static void
add_line(struct intake *in, unsigned long number, struct str raw,
    struct str text, bool escape)
{
	struct paragraph *p = &in->para;

	if (text.n == 0 || !paragraph_goes_on(p, raw))
		end_paragraph(in);
	if (text.n == 0)
		return;
	if (p->width == 0) {
		article_para(&in->article, number, text, escape);
		return;
	}
	if (p->lines == 0) {
		p->line = number;
		p->escape = false;
	}
	p->escape = p->escape || escape;
	paragraph_add(p, raw, text);
}

void
intake_document(
    struct intake *in, const char *name, unsigned long first, bool one_line)
{
	struct source *s = &in->source;
	struct clean *c = &in->clean;
	unsigned long number, bad_line = 0;
	struct str line, text;
	bool escape;
	size_t used;

	c->bad = c->repairs = 0;
	paragraph_begin(&in->para, source_head(s));
	while (source_line(s, &line)) {
		number = one_line ? first : first + s->line - 1;
		if (line.n == 0)
			end_paragraph(in);
		while (line.n > 0) {
			text = clean_line(c, line, &used, &escape);
			if (c->bad && !bad_line)
				bad_line = number;
			add_line(
			    in, number, str_part(line, 0, used), text, escape);
			line = str_part(line, used, line.n);
		}
	}
	end_paragraph(in);
	in->article.charset = s->charset.name;
	article_end(&in->article, s->bytes, c->repairs + c->bad);
	if (s->error)
		filter_warn(in->f, "%s: %s", name, strerror(s->error));
	if (c->bad)
		filter_warn(in->f, "%s:%lu: not %s: %lu %s replaced by U+FFFD",
		    name, bad_line, s->charset.name, c->bad,
		    c->bad == 1 ? "place" : "places, this the first,");
}

void
intake_file(struct intake *in, const char *name)
{
	int fd = strcmp(name, "-") == 0 ? STDIN_FILENO
					: open(name, O_RDONLY | O_CLOEXEC);
	struct source *s = &in->source;
	const char *why = NULL;

	if (fd < 0)
		why = strerror(errno);
	else if (source_open(s, fd, in->charset, &why)) {
		article_begin(&in->article, str_from(name), s->charset.name);
		intake_document(in, name, 1, false);
	}
	if (why) {
		filter_warn(in->f, "%s: %s", name, why);
		article_reject(&in->article, str_from(name), 0, why);
	}
	if (fd > STDIN_FILENO)
		close(fd);
}

void
intake_free(struct intake *in)
{
	article_free(&in->article);
	source_free(&in->source);
	clean_free(&in->clean);
	paragraph_free(&in->para);
}
