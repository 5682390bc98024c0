/* Any bytes as a document: what comes out is clean UTF-8, and nothing is lost
 * on the way from a text that is clean already. */
#include <stdint.h>
#include <stdlib.h>

#include "clean.h"
#include "source.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void
need(bool good)
{
	if (!good)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct source s = { 0 };
	struct clean c = { 0 };
	struct str line, text;
	const char *why;
	size_t used;
	bool escape;

	if (source_text(&s, (struct str){ (const char *)data, n }, NULL, &why))
		while (source_line(&s, &line))
			while (line.n > 0) {
				text = clean_line(&c, line, &used, &escape);
				need(used > 0 && used <= line.n);
				need(utf8_valid(text.s, text.n) == text.n);
				need(text.n == 0 ||
				     (text.s[0] != ' ' &&
					 text.s[text.n - 1] != ' '));
				need(escape ||
				     (text.n == 0 ||
					 !memchr(text.s, '\\', text.n)));
				line = str_part(line, used, line.n);
			}
	source_free(&s);
	clean_free(&c);
	return 0;
}
