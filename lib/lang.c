#include "lang.h"

#include <stdio.h>

#include "buf.h"
#include "data.h"

/* The path "lang/CODE/NAME.SUFFIX" in b, as a C string. */
static const char *
path_of(struct buf *b, struct str code, const char *name, const char *suffix)
{
	buf_puts(b, "lang/");
	buf_str(b, code);
	buf_char(b, '/');
	buf_puts(b, name);
	buf_puts(b, suffix);
	buf_char(b, '\0');
	return b->s;
}

bool
lang_known(struct str code)
{
	const struct data *d;
	struct buf b = { 0 };
	bool known = false;
	const char *path = path_of(&b, code, "", "");

	for (d = data_files; d->path && !known; d++)
		known = strncmp(d->path, path, strlen(path)) == 0;
	buf_free(&b);
	return known && code.n > 0;
}

const struct table *
lang_table(struct str code, const char *name)
{
	struct buf b = { 0 };
	const char *path = path_of(&b, code, name, ".tsv");
	const struct table *t = data_get(path).s ? table_builtin(path) : NULL;

	buf_free(&b);
	return t;
}

bool
lang_grammar(struct grammar *g, struct str code, const char *name)
{
	struct buf b = { 0 };
	const char *path = path_of(&b, code, name, ".pcre");
	bool found = data_get(path).s != NULL;

	if (found)
		grammar_builtin(g, path);
	buf_free(&b);
	return found;
}
