#include "data.h"

struct str
data_get(const char *path)
{
	const struct data *d;

	for (d = data_files; d->path; d++)
		if (strcmp(d->path, path) == 0)
			return d->text;
	return (struct str){ 0 };
}
