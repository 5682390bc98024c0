/* Terms of any text: they lie within it, in order, and have a class. */
#include <stdint.h>
#include <stdlib.h>

#include "term.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct terms *terms;
	struct str text = { (const char *)data, size }, none = { NULL, 0 };
	const struct term *t;
	size_t n, last = 0;

	if (!terms)
		terms = terms_new();
	if (utf8_valid(text.s, text.n) != text.n)
		return 0;
	t = terms_find(terms, none, text, &n);
	for (size_t i = 0; i < n; i++) {
		if (t[i].from < last || t[i].to <= t[i].from ||
		    t[i].to > size || !t[i].class.n)
			abort();
		last = t[i].from;
	}
	return 0;
}
