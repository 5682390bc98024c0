/* Any valid text, its first byte aside, through extract-dates' finder: spans
 * lie in the text in their order, values can be read again, and the search
 * without the trigger finds the same. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "date.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct date_finder *finder[2];

static void
check(struct str text, const struct date_mention *m, size_t *end)
{
	char value[EDTF_SIZE], again[EDTF_SIZE];
	struct edtf e;

	if (m->from < *end || m->to <= m->from || m->to > text.n)
		abort();
	*end = m->to;
	edtf_print(&m->value, value);
	if (value[0] == '\0')
		return;
	if (!edtf_read(str_from(value), &e))
		abort();
	edtf_print(&e, again);
	if (strcmp(value, again) != 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text, none = { 0 };
	struct date_mention a, b;
	size_t end = 0;
	bool more;

	if (!finder[0]) {
		finder[0] = date_finder_new(&(struct date_options){ 0 });
		finder[1] = date_finder_new(&(struct date_options){ 0 });
		date_search_all(finder[1]);
	}
	if (size == 0)
		return 0;
	text.s = (const char *)data + 1;
	text.n = utf8_valid(text.s, size - 1);
	for (int i = 0; i < 2; i++)
		date_begin(finder[i], text, none,
		    data[0] & 1 ? STR("2015-06-17") : none, data[0] & 2);
	do {
		more = date_next(finder[0], &a);
		if (more != date_next(finder[1], &b))
			abort();
		if (!more)
			break;
		check(text, &a, &end);
		if (a.from != b.from || a.to != b.to)
			abort();
	} while (more);
	return 0;
}
