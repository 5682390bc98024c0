#include "mojibake.h"

#include "kind.h"
#include "test.h"

/* The line repaired, or the line itself. */
static struct str
repaired(const char *line)
{
	static struct buf b;
	unsigned long n = 0;

	buf_reset(&b);
	if (!mojibake_repair(str_from(line), &b, &n))
		return str_from(line);
	CHECK(n > 0);
	return buf_text(&b);
}

int
main(void)
{
	static const char *const kept[] = {
		"Naïve façade, Ångström, São Paulo, DÜSSELDORF, smörgåsbord",
		"«ÉTÉ» – “À propos” – l’été, l’Élysée… QUÉBEC™ CAFÉ®",
		"ТАСС», МВД РФ», СССР–Китай, В Китае, Сёла, Рёбра, № 5",
		"Її їжа, Італії, Європа; Ђорђе; Қазақстан Үкіметі",
		"Škoda, Łódź, ĘĆŻŹ, Čapek, „Ä“, ŐŰ, ĂÂÎȘȚ",
		"π ≈ 3.14, ∆°, 20 °C, 5 Å, ©2020, §5, ½",
		"±½ ┌─┐│└┘ ├─┤",
		"中文“是”——好…",
		"עברית: “שלום”",
	};
	/* What it is, and what UTF-8 makes of it in another charset. */
	static const char *const hit[][2] = {
		{ "Zürich", "ZÃ¼rich" },
		{ "the ministry’s “plan”",
		    "the ministryâ€™s â€œplanâ€\xC2\x9D" },
		{ "Łódź", "Ĺ\xC2\x81ĂłdĹş" },
		{ "Президент", "РџСЂРµР·РёРґРµРЅС‚" },
		{ "он сказал: «да»", "РѕРЅ СЃРєР°Р·Р°Р»: В«РґР°В»" },
		{ "naïve – café", "na√Øve ‚Äì caf√©" },
		{ "正體中文", "æ­£é«”ä¸­æ–‡" },
		{ "für Köln", "f├╝r K├╢ln" },
		{ "price of £5", "priceÂ\u00A0of Â£5" },
	};
	size_t i;

	TEST("text that is in order stays");
	for (i = 0; i < sizeof kept / sizeof *kept; i++)
		CHECK_STR(repaired(kept[i]), kept[i]);

	TEST("once");
	for (i = 0; i + 1 < sizeof hit / sizeof *hit; i++)
		CHECK_STR(repaired(hit[i][1]), hit[i][0]);
	CHECK_STR(repaired(hit[i][1]), "price\u00A0of £5");

	TEST("twice");
	CHECK_STR(repaired("ZÃƒÂ¼rich"), "Zürich");
	CHECK_STR(repaired("itÃ¢â‚¬â„¢s"), "it’s");
	CHECK_STR(repaired("Р\u00A0вЂќР\u00A0В°"), "Да");

	TEST("a word of a line");
	CHECK_STR(
	    repaired("Škoda and ZÃ¼rich, “both”"), "Škoda and Zürich, “both”");

	TEST("bytes that were lost");
	CHECK_STR(repaired("the end â– "), "the end ■");
	CHECK_STR(repaired("the end â–"), "the end ■");
	CHECK_STR(repaired("“yesâ€ he said"), "“yes” he said");
	CHECK_STR(repaired("“yesâ€\uFFFD he said"), "“yes” he said");
	CHECK_STR(repaired("voilÃ que"), "voilà que");
	CHECK_STR(repaired("voilÃ  que"), "voilà  que");

	TEST("the kinds of code points");
	CHECK(kind_table()[0xC3] & KIND_LEAD);
	CHECK(kind_table()[0xC3] & KIND_LOST);
	CHECK(kind_table()[0xE2] & KIND_LEAD3);
	CHECK(kind_table()[0x20AC] & KIND_TAIL);
	CHECK_UINT(kind_table()['a'], 0);
	CHECK_UINT(kind_table()[0x4E2D], 0);
	CHECK(kind_table()[0x300] & KIND_NFC);
	CHECK(kind_table()[0xAD] & KIND_FOLD);
	CHECK(kind_table()[0x2028] & KIND_BREAK);
	return test_end();
}
