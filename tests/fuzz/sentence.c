/* The sentences of a text, joined, lack nothing but blanks. */
#include "sentence.h"

#include <stdint.h>
#include <stdlib.h>

#include "letter.h"
#include "script.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct splitter *splitter[5];
	static struct scripts *scripts;
	static const char *const langs[5] = { "en", "ru", "kk", "zh", "xx" };
	struct str text = { (const char *)data, 0 }, s;
	struct sentences it;
	size_t end = 0, i;

	if (!scripts) {
		scripts = scripts_new();
		for (i = 0; i < 5; i++)
			splitter[i] = splitter_new(str_from(langs[i]));
	}
	if (n == 0)
		return 0;
	i = data[0] % 5;
	text.s++;
	text.n = utf8_valid(text.s, n - 1);
	scripts_lang(scripts, text, false);
	sentences_init(&it, splitter[i], text, 0);
	while (sentence_next(&it, &s)) {
		size_t from = (size_t)(s.s - text.s), k;
		if (s.n == 0 || letter_skip_blanks(text, end) != from ||
		    letter_before(text, 0, from + s.n, &k) == LETTER_BLANK)
			abort();
		end = from + s.n;
		if (it.at < end || it.at > text.n)
			abort();
	}
	if (letter_skip_blanks(text, end) != text.n)
		abort();
	return 0;
}
