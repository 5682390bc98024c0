/*
 * Facts of any sentence: the first line of the input is its text, the others
 * are its mentions.
 */
#include <stdint.h>
#include <stdlib.h>

#include "fact.h"
#include "record.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct linker *linker;
	static struct buf out;
	struct place place = { 0 };
	struct sentence s = { .place = &place };
	const char *in = (const char *)data, *lf;
	struct record rec = { 0 };

	if (!linker)
		linker = linker_new();
	if (utf8_valid(in, size) != size || size == 0)
		return 0;
	lf = memchr(in, '\n', size);
	s.text = (struct str){ in, lf ? (size_t)(lf - in) : size };
	if (lf && in[size - 1] == '\n')
		s.mentions =
		    (struct str){ lf + 1, (size_t)(in + size - lf) - 1 };
	s.doc = STR("a");
	s.new_doc = size % 3 == 0;
	buf_reset(&out);
	linker_link(linker, &s, &out);
	/* what comes out are records */
	for (size_t at = 0, to; at < out.n; at = to + 1) {
		for (to = at; to < out.n && out.s[to] != '\n';)
			to++;
		if (record_parse(&rec, (struct str){ out.s + at, to - at }) ||
		    !record_get(&rec, "rule").n)
			abort();
	}
	record_free(&rec);
	return 0;
}
