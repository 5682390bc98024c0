/* What is found in a head lies within the paragraphs. */
#include "header.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { MOST = 64 };

static void
check(struct str all, struct str part)
{
	if (part.s && (part.s < all.s || part.s + part.n > all.s + all.n ||
			  utf8_valid(part.s, part.n) != part.n))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct header_rules *rules;
	struct header_para para[MOST];
	struct str all = { (const char *)data, 0 }, name = { "", 0 };
	struct header h;
	struct edtf read;
	char edtf[EDTF_SIZE];
	size_t paras = 0, at = 0;

	if (!rules)
		rules = header_rules_new();
	all.n = utf8_valid(all.s, n);
	while (paras < MOST && at <= all.n) {
		const char *lf =
		    at < all.n ? memchr(all.s + at, '\n', all.n - at) : NULL;
		size_t end = lf ? (size_t)(lf - all.s) : all.n;
		para[paras++].text = str_part(all, at, end);
		at = end + 1;
	}
	if (paras > 0)
		name = para[paras - 1].text;
	header_find(rules, name, para, paras, &h);
	for (size_t i = 0; i < paras; i++) {
		if (para[i].from > para[i].to || para[i].to > para[i].text.n)
			abort();
		check(all, str_part(para[i].text, para[i].from, para[i].to));
		header_role_name(para[i].role);
		header_later(rules, &para[i]);
	}
	check(all, h.title);
	check(all, h.publisher);
	check(all, h.author);
	check(all, h.place);
	check(all, h.dateline);
	edtf_print(&h.published, edtf);
	if (h.published.kind != EDTF_NONE && !edtf_read(str_from(edtf), &read))
		abort();
	return 0;
}
