/* tag-terms: the names of the world in sentences, by lexicon and by pattern. */
#include <stdio.h>
#include <stdlib.h>

#include "emit.h"
#include "filter.h"
#include "mem.h"
#include "mention.h"
#include "reader.h"
#include "table.h"
#include "term.h"

static const char usage[] =
    "usage: tag-terms [-hoV] [-l file] [file ...]\n"
    "\n"
    "  -l, --lexicon=FILE  add the terms of a lexicon (may be given again)\n"
    "  -o, --only          print the mentions alone\n";

static void
tag_terms(void *self, const struct sentence *s, struct buf *out)
{
	size_t n;
	const struct term *t = terms_find(self, s->lang, s->text, &n);

	for (size_t i = 0; i < n; i++) {
		mention_begin(out, "term", s, t[i].from, t[i].to);
		emit_text(out, "class", t[i].class);
		emit_text(out, "id", t[i].id);
		emit_text(out, "name", t[i].name);
		emit_text(out, "role", t[i].role);
		emit_end(out);
	}
}

/* The lexicons read from files; they are kept to the end. */
static struct lexicon {
	struct lexicon *next;
	struct table table;
	struct buf text;
} * lexicons;

/* Adds the lexicon in a file. */
static void
add_lexicon(struct filter *f, struct terms *terms, const char *path)
{
	struct lexicon *lexicon = mem_zero(1, sizeof *lexicon);
	struct buf *text = &lexicon->text;
	FILE *file = fopen(path, "rb");
	char why[128];
	const char *reason;
	size_t n;

	if (!file)
		filter_fail(f, "%s: cannot be opened", path);
	lexicon->next = lexicons;
	lexicons = lexicon;
	do {
		buf_reserve(text, 65536);
		n = fread(text->s + text->n, 1, 65536, file);
		text->n += n;
	} while (n);
	if (ferror(file))
		filter_fail(f, "%s: cannot be read", path);
	fclose(file);
	if (!table_read(&lexicon->table, buf_text(text), path, why))
		filter_fail(f, "%s: %s", path, why);
	if ((reason = terms_add(terms, &lexicon->table)) != NULL)
		filter_fail(f, "%s: %s", path, reason);
}

int
main(int argc, char **argv)
{
	static const struct option longs[] = {
		{ "lexicon", required_argument, NULL, 'l' },
		{ "only", no_argument, NULL, 'o' },
		{ 0 },
	};
	struct filter f = { .name = "tag-terms", .usage = usage };
	struct terms *terms = terms_new();
	bool only = false;
	int c;

	while ((c = filter_option(&f, argc, argv, "l:o", longs)) != -1) {
		if (c == 'l')
			add_lexicon(&f, terms, optarg);
		else if (c == 'o')
			only = true;
	}
	mention_run(&f, tag_terms, terms, only);
	terms_free(terms);
	return filter_end(&f);
}
