#include "names.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool
names_open(struct names *n, const char *path)
{
	*n = (struct names){ 0 };
	n->file = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
	return n->file != NULL;
}

const char *
names_next(struct names *n)
{
	errno = 0;
	if (getdelim(&n->name, &n->cap, '\0', n->file) < 0)
		return NULL;
	n->number++;
	return n->name;
}

bool
names_close(struct names *n)
{
	int error = ferror(n->file) || !feof(n->file) ? errno : 0;

	if (n->file != stdin)
		fclose(n->file);
	free(n->name);
	*n = (struct names){ 0 };
	errno = error;
	return error == 0;
}
