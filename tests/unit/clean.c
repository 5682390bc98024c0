#include "clean.h"

#include "look.h"
#include "test.h"

enum { SLACK = 16 };

/* The text with slack on both sides, as the look wants it. */
static struct str
padded(struct str s)
{
	static char room[512];

	memset(room, '\n', sizeof room);
	memcpy(room + SLACK, s.s, s.n);
	return (struct str){ room + SLACK, s.n };
}

static struct clean clean;

static struct str
cleaned(struct str s)
{
	size_t used;
	bool escape;
	struct str got = clean_line(&clean, padded(s), &used, &escape);

	CHECK_UINT(used, s.n);
	return got;
}

static unsigned
look(const char *s)
{
	return look_at(padded(str_from(s)));
}

int
main(void)
{
	char text[64];
	size_t at, used;
	bool escape;
	struct str got;

	TEST("what a look finds, at every place");
	for (at = 0; at < 40; at++) {
		static const struct {
			const char *what;
			unsigned looks;
		} c[] = {
			{ "x", 0 },
			{ "&", LOOK_ENTITY },
			{ "\\", LOOK_ESCAPE },
			{ "  ", LOOK_FOLD },
			{ "\t", LOOK_FOLD },
			{ "\r", LOOK_BREAK },
			{ "\x7F", LOOK_FOLD },
			{ "\x1A", 0 },
			{ "’", 0 },
			{ "é", 0 },
			{ "Я", 0 },
			{ "中", 0 },
			{ "😀", 0 },
			{ "\u00A0", LOOK_FOLD },
			{ "\u200B", LOOK_FOLD },
			{ "\u2028", LOOK_BREAK },
			{ "ﬁ", LOOK_ENTITY },
			{ "e\u0301", LOOK_NFC },
			{ "Ã©", LOOK_MOJIBAKE },
			{ "Рµ", LOOK_MOJIBAKE },
			{ "\xFF", LOOK_BAD },
			{ "\xD0", LOOK_BAD },
			{ "\xD0x", LOOK_BAD },
			{ "\xE2\x80", LOOK_BAD },
			{ "\x80", LOOK_BAD },
			{ "\xC0\x80", LOOK_BAD },
			{ "\xED\xA0\x80", LOOK_BAD },
		};
		for (size_t i = 0; i < sizeof c / sizeof *c; i++) {
			memset(text, 'a', sizeof text);
			memcpy(text + at, c[i].what, strlen(c[i].what));
			text[48] = '\0';
			CHECK_UINT(look(text), c[i].looks);
			text[at + strlen(c[i].what)] = '\0';
			CHECK_UINT(look(text), c[i].looks);
		}
	}
	CHECK_UINT(look("Казахстан и Китай подписали договор"), 0);
	CHECK_UINT(look("Ёлка, моё; Қазақстан үкіметі"), 0);

	TEST("blanks");
	CHECK_STR(cleaned(STR(" a \t b\u00A0 c\u3000")), "a b c");
	CHECK_STR(cleaned(STR("1\u00A0000\u202F000 10\u2009%")),
	    "1\u00A0000\u202F000 10 %");
	CHECK_STR(cleaned(STR(" \u00A0 ")), "");

	TEST("what is dropped and what stays");
	CHECK_STR(
	    cleaned(STR("\uFEFFco\u00ADop\u200B a\x01\x7F\xC2\x85")), "coop a");
	CHECK_STR(cleaned(STR("a\0b")), "ab");
	CHECK_STR(cleaned(STR("a\x1A")), "a\x1A");
	CHECK_STR(cleaned(STR("می\u200Cخواهم a\u200Cb")), "می\u200Cخواهم ab");
	CHECK_STR(cleaned(STR("👨\u200D👩")), "👨\u200D👩");
	CHECK_STR(cleaned(STR("“a” – ‘b’ — «c»…")), "“a” – ‘b’ — «c»…");

	TEST("NFC and ligatures");
	CHECK_STR(cleaned(STR("e\u0301 \u212B й и\u0306")), "é Å й й");
	CHECK_STR(cleaned(STR("ﬁne eﬀort")), "fine effort");

	TEST("entities");
	CHECK_STR(cleaned(STR("&lt;a&gt; &amp;amp; &#8217;&#x2019;&#146;")),
	    "<a> & ’’’");
	CHECK_STR(cleaned(STR("AT&T, &nosuch; &;")), "AT&T, &nosuch; &;");
	CHECK_STR(cleaned(STR("&acirc;&euro;&trade;s")), "’s");

	TEST("damage is counted");
	clean.bad = 0;
	CHECK_STR(
	    cleaned(STR("a\xFF b\xE2\x80 c\xC3")), "a\uFFFD b\uFFFD c\uFFFD");
	CHECK_UINT(clean.bad, 3);

	TEST("line ends inside, and backslashes");
	got = clean_line(&clean, padded(STR("one\rtwo")), &used, &escape);
	CHECK_STR(got, "one");
	CHECK_UINT(used, 4);
	CHECK(!escape);
	clean_line(&clean, padded(STR("a\\b")), &used, &escape);
	CHECK(escape);
	clean_free(&clean);
	return test_end();
}
