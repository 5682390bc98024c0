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

	if (!counts)
		counts = counts_new(STR("en"));
	if (utf8_valid(text.s, text.n) != text.n)
		return 0;
	for (size_t at = 0; counts_find(counts, text, at, &c); at = c.to) {
		if (c.from < at || c.to <= c.from || c.to > size || !c.bound.n)
			abort();
		if (c.noun.s && (c.noun.s < text.s || !c.noun.n ||
				    c.noun.s + c.noun.n > text.s + text.n))
			abort();
	}
	return 0;
}
