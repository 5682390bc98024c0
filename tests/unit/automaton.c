#include "automaton.h"

#include <stdio.h>
#include <stdlib.h>

#include "buf.h"
#include "test.h"

/* All matches of the terms (numbered from 0) in text: "0:China 2:the green". */
static struct str
all(struct buf *b, const char *const *terms, const char *text)
{
	struct automaton *a = automaton_new();
	struct automaton_match m;
	struct str t = str_from(text);

	buf_reset(b);
	for (unsigned i = 0; terms[i]; i++)
		CHECK(automaton_add(a, str_from(terms[i]), i));
	for (size_t at = 0; automaton_find(a, t, at, &m); at = m.to)
		do {
			if (b->n)
				buf_char(b, ' ');
			buf_uint(b, m.value);
			buf_char(b, ':');
			buf_str(b, str_part(t, m.from, m.to));
		} while (automaton_more(a, t, &m));
	automaton_free(a);
	return buf_text(b);
}

#define T(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
finds(struct buf *b)
{
	TEST("the longest term, on word boundaries");
	CHECK_STR(all(b, T("oil", "oil and gas", "gas"), "oil and gas, boil"),
	    "1:oil and gas");
	CHECK_STR(all(b, T("oil", "oil and gas"), "oil and water"), "0:oil");
	CHECK_STR(all(b, T("China"), "Chinatown Indochina China"), "0:China");
	CHECK_STR(
	    all(b, T("Sino", "Kazakh"), "Sino-Kazakh"), "0:Sino 1:Kazakh");
	CHECK_STR(all(b, T("b c"), "a b  c"), "0:b  c");
	CHECK_STR(all(b, T("rail"), ""), "");

	TEST("case as the term says");
	CHECK_STR(
	    all(b, T("trade"), "Trade TRADE trade"), "0:Trade 0:TRADE 0:trade");
	CHECK_STR(all(b, T("US"), "us Us US"), "0:US");
	CHECK_STR(all(b, T("Almaty"), "ALMATY almaty AlMaTy Almaty"),
	    "0:ALMATY 0:Almaty");
	CHECK_STR(all(b, T("Oman"), "OMAN"), "0:OMAN");
	CHECK_STR(all(b, T("торговля"), "Торговля"), "0:Торговля");
	CHECK_STR(all(b, T("қазақ"), "ҚАЗАҚ"), "0:ҚАЗАҚ");
	CHECK_STR(all(b, T("Китай"), "китай"), "");

	TEST("two terms of the same letters");
	CHECK_STR(all(b, T("Almaty", "Almaty"), "Almaty"), "0:Almaty 1:Almaty");
	CHECK_STR(all(b, T("us", "US"), "US"), "0:US 1:US");
	CHECK_STR(all(b, T("us", "US"), "us"), "0:us");

	TEST("typographic signs are plain ones, blanks are any");
	CHECK_STR(all(b, T("People's Bank"),
		      "People’s\xC2\xA0"
		      "Bank"),
	    "0:People’s\xC2\xA0"
	    "Bank");
	CHECK_STR(all(b, T("Central Asia-China"), "Central Asia–China"),
	    "0:Central Asia–China");
	CHECK_STR(all(b, T("U.S."), "U.S. U.K."), "0:U.S.");

	TEST("scripts without blanks");
	CHECK_STR(all(b, T("中国", "哈萨克斯坦"), "中国和哈萨克斯坦合作"),
	    "0:中国 1:哈萨克斯坦");
}

static void
limits(struct buf *b)
{
	struct automaton *a = automaton_new();
	struct automaton_match m;
	char *term[3000], text[64];
	unsigned found = 0;

	TEST("a term without a token or with too many is refused");
	CHECK(!automaton_add(a, STR(""), 0));
	CHECK(!automaton_add(a, STR(" \t"), 0));
	buf_reset(b);
	for (int i = 0; i <= AUTOMATON_TOKENS; i++)
		buf_puts(b, "x ");
	CHECK(!automaton_add(a, buf_text(b), 0));

	TEST("thousands of terms");
	for (unsigned i = 0; i < 3000; i++) {
		term[i] = malloc(24);
		snprintf(term[i], 24, "name %u of", i * 7);
		automaton_add(a, str_from(term[i]), i);
	}
	for (unsigned i = 0; i < 3000; i++) {
		snprintf(text, sizeof text, "The Name %u of it", i * 7);
		found += automaton_find(a, str_from(text), 0, &m) &&
			 m.value == i && m.from == 4;
	}
	CHECK_UINT(found, 3000);
	CHECK(!automaton_find(a, STR("Name 5 of"), 0, &m));
	CHECK(automaton_here(a, STR("a name 7 of"), 2, &m));
	CHECK(!automaton_here(a, STR("a name 7 of"), 0, &m));
	automaton_free(a);
	for (unsigned i = 0; i < 3000; i++)
		free(term[i]);
}

int
main(void)
{
	struct buf b = { 0 };

	finds(&b);
	limits(&b);
	buf_free(&b);
	return test_end();
}
