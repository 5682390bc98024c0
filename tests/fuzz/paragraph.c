/* Any lines: joined to paragraphs they lose no letter. */
#include <stdint.h>
#include <stdlib.h>

#include "clean.h"
#include "paragraph.h"
#include "source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* The bytes that are no blanks and no hyphens. */
static size_t
count(struct str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += s.s[i] != ' ' && s.s[i] != '-';
	return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct source s = { 0 };
	struct clean c = { 0 };
	struct paragraph p = { 0 };
	struct str line, text;
	const char *why;
	size_t used, in = 0, out = 0;
	bool escape;

	if (!source_text(
		&s, (struct str){ (const char *)data, n }, "UTF-8", &why))
		abort();
	paragraph_begin(&p, source_head(&s));
	while (source_line(&s, &line)) {
		text = clean_line(&c, line, &used, &escape);
		if (text.n == 0 || !paragraph_goes_on(&p, line)) {
			out += p.lines ? count(buf_text(&p.text)) : 0;
			p.lines = 0;
		}
		if (text.n == 0)
			continue;
		in += count(text);
		paragraph_add(&p, line, text);
	}
	out += p.lines ? count(buf_text(&p.text)) : 0;
	if (in != out)
		abort();
	source_free(&s);
	clean_free(&c);
	paragraph_free(&p);
	return 0;
}
