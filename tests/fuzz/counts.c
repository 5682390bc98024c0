/* Counts of any text: they lie within it, one after the other. */
#include <stdint.h>
#include <stdlib.h>

#include "count.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct counts *counts;
	struct str text = { (const char *)data, size };
	struct count c;
	size_t floor = 0, at = 0, end;

	if (!counts)
		counts = counts_new(STR("en"));
	if (utf8_valid(text.s, text.n) != text.n)
		return 0;
	for (; (at = counts_place(counts, text, at)) < size; at = end) {
		bool found = counts_here(counts, text, floor, at, &c, &end);

		if (end <= at || end > size)
			abort();
		if (!found)
			continue;
		if (c.from != at || c.to <= at || c.to > size || !c.bound.n)
			abort();
		if (c.noun.s && (c.noun.s < text.s || !c.noun.n ||
				    c.noun.s + c.noun.n > text.s + text.n))
			abort();
		floor = end;
	}
	return 0;
}
