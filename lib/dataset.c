#include "dataset.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "datapackage.h"
#include "mem.h"

struct file {
	char *path, *part; /* its name, and its name until it is complete */
	struct writer out;
};

struct dataset {
	const struct filter *filter;
	const char *folder;
	size_t n; /* tables; the file behind theirs is datapackage.json */
	struct file *file;
	struct sheet *sheet, *last;
};

/* What is to be removed where the program ends before its time. */
static struct dataset *unfinished;

static void
clear(void)
{
	for (size_t i = 0; unfinished && i <= unfinished->n; i++)
		if (unfinished->file[i].part)
			unlink(unfinished->file[i].part);
}

static void
open_file(
    struct dataset *d, struct file *f, const char *name, const char *suffix)
{
	size_t n = strlen(d->folder) + strlen(name) + strlen(suffix) + 8;
	char *part;
	int fd;

	f->path = mem_alloc(n);
	part = mem_alloc(n);
	snprintf(f->path, n, "%s/%s.%s", d->folder, name, suffix);
	snprintf(part, n, "%s.part", f->path);
	fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		filter_fail(d->filter, "%s: %s", part, strerror(errno));
	f->part = part;
	writer_init(&f->out, fd, d->filter->name, f->path);
}

struct dataset *
dataset_open(const struct filter *f, const char *folder, enum sheet_style style)
{
	struct dataset *d = mem_zero(1, sizeof *d);

	d->filter = f;
	d->folder = folder;
	while (schema_tables[d->n].type)
		d->n++;
	d->file = mem_zero(d->n + 1, sizeof *d->file);
	d->sheet = mem_zero(d->n, sizeof *d->sheet);
	if (mkdir(folder, 0777) < 0 && errno != EEXIST)
		filter_fail(f, "%s: %s", folder, strerror(errno));
	unfinished = d;
	atexit(clear);
	for (size_t i = 0; i < d->n; i++) {
		const struct schema *s = &schema_tables[i];

		open_file(d, &d->file[i], s->table, datapackage_suffix(style));
		sheet_init(&d->sheet[i], s, NULL, style, &d->file[i].out);
		d->sheet[i].strict = true;
		sheet_header(&d->sheet[i]);
	}
	open_file(d, &d->file[d->n], "datapackage", "json");
	return d;
}

struct sheet *
dataset_sheet(struct dataset *d, struct str type)
{
	const struct schema *s;

	/* Records of a type tend to stand together. */
	if (!d->last || !str_is(type, d->last->schema->type)) {
		s = schema_of(type);
		d->last = s ? &d->sheet[s - schema_tables] : NULL;
	}
	return d->last;
}

void
dataset_close(struct dataset *d)
{
	struct buf package = { 0 };
	size_t i;

	datapackage_put(&package, d->sheet, d->n);
	writer_str(&d->file[d->n].out, buf_text(&package));
	buf_free(&package);
	for (i = 0; i <= d->n; i++)
		writer_close(&d->file[i].out);
	for (i = 0; i <= d->n; i++) {
		if (rename(d->file[i].part, d->file[i].path) < 0)
			filter_fail(d->filter, "%s: %s", d->file[i].path,
			    strerror(errno));
		free(d->file[i].part);
		d->file[i].part = NULL;
	}
	unfinished = NULL;
	for (i = 0; i <= d->n; i++)
		free(d->file[i].path);
	for (i = 0; i < d->n; i++)
		sheet_free(&d->sheet[i]);
	free(d->file);
	free(d->sheet);
	free(d);
}
