#include "trigger.h"

#include "test.h"

static struct trigger *t;

/* Where the triggers of a text are, as "1 5 12". */
static struct str
places(const char *s)
{
	static char out[400];
	struct str text = str_from(s);
	size_t at, n = 0;

	for (at = trigger_find(t, text, 0); at < text.n;
	     at = trigger_find(t, text, at + 1))
		n += (size_t)snprintf(
		    out + n, sizeof out - n, "%s%zu", n ? " " : "", at);
	return (struct str){ out, n };
}

int
main(void)
{
	char text[300];
	size_t at;

	t = trigger_new();
	trigger_bytes(t, "0-9");
	trigger_bytes(t, "$\xE2\x82\xAC"); /* with the bytes of the euro */
	trigger_word(t, STR("mar"));
	trigger_word(t, STR("q"));
	trigger_word(t, STR("\xD0\xBC\xD0\xB0\xD1\x80")); /* мар */

	TEST("digits: the first of a run");
	CHECK_STR(places("2025-06 a17b"), "0 5 9");
	CHECK_STR(places("no digit"), "");
	CHECK_STR(places(""), "");

	TEST("signs anywhere");
	CHECK_STR(places("US$5"), "2 3");
	CHECK_STR(places("5\xE2\x82\xAC"), "0 1");

	TEST("words at their start, any case");
	CHECK_STR(places("March, MAR and Omar; mum"), "0 7");
	CHECK_STR(places("Q3 or iq"), "0 1");
	CHECK_STR(places("5mar"), "0 1");
	CHECK_STR(places("m"), "");

	TEST("words outside ASCII");
	CHECK_STR(places("\xD0\xBC\xD0\xB0\xD1\x80\xD1\x82"), "0");
	CHECK_STR(places("\xD0\xBE\xD0\xBC\xD0\xB0\xD1\x80"), "");
	CHECK_STR(places("\xC2\xAB\xD0\xBC\xD0\xB0\xD1\x80"), "2");

	trigger_token(t, STR("won"));
	trigger_token(t, STR("₸"));
	trigger_exact(t, STR("ALL"));

	TEST("whole words, and words whose case counts");
	CHECK_STR(places("won, WON wonder won"), "0 5 16");
	CHECK_STR(places("all ALL ALLY"), "4");
	CHECK_STR(places("x\xE2\x82\xB8y"), "1");

	TEST("a trigger at every place of a long text");
	for (at = 0; at + 4 < sizeof text; at++) {
		memset(text, 'x', sizeof text);
		text[sizeof text - 1] = '\0';
		text[at] = '7';
		CHECK_UINT(trigger_find(t, str_from(text), 0), at);
		CHECK_UINT(trigger_find(t, str_from(text), at), at);
		CHECK_UINT(
		    trigger_find(t, str_from(text), at + 1), sizeof text - 1);
		memcpy(text + at, " Mar", 4);
		CHECK_UINT(trigger_find(t, str_from(text), 0), at + 1);
	}
	trigger_free(t);
	return test_end();
}
