#include "sentence.h"

#include "buf.h"
#include "letter.h"
#include "test.h"

/* The sentences of a text, joined by "|". */
static const char *
split(const char *lang, const char *text)
{
	static char joined[4096];
	struct splitter *sp = splitter_new(str_from(lang));
	struct buf b = { 0 };
	struct str s;
	struct sentences it;

	sentences_init(&it, sp, str_from(text), 0);
	while (sentence_next(&it, &s)) {
		if (b.n)
			buf_char(&b, '|');
		buf_str(&b, s);
	}
	buf_char(&b, '\0');
	snprintf(joined, sizeof joined, "%s", b.s);
	buf_free(&b);
	splitter_free(sp);
	return joined;
}

/* want holds "|" where text has a blank or nothing. */
#define SPLITS(lang, text, want) CHECK_CSTR(split(lang, text), want)

int
main(void)
{
	TEST("plain stops");
	SPLITS("en", "", "");
	SPLITS("en", "  ", "");
	SPLITS("en", "One deal. Two deals! Three? Yes",
	    "One deal.|Two deals!|Three?|Yes");
	SPLITS(
	    "en", " Wait... what? Well?! Go!! ", "Wait... what?|Well?!|Go!!");
	SPLITS("en", "It costs 3.5 billion. 40 firms bid.",
	    "It costs 3.5 billion.|40 firms bid.");
	SPLITS("en", "Exports grew. $5 billion came in. €2 went out.",
	    "Exports grew.|$5 billion came in.|€2 went out.");

	TEST("abbreviations that go on");
	SPLITS("en", "Dr. Wu met Lt. Gen. Ospanov, e.g. Monday.",
	    "Dr. Wu met Lt. Gen. Ospanov, e.g. Monday.");
	SPLITS("en", "See No. 7 of Vol. III and Fig. 2.",
	    "See No. 7 of Vol. III and Fig. 2.");
	SPLITS("en", "He said no. Kazakhstan said yes.",
	    "He said no.|Kazakhstan said yes.");
	SPLITS("en", "On Nov. 3 and Nov.4 it rained. In Dec. It snowed.",
	    "On Nov. 3 and Nov.4 it rained.|In Dec.|It snowed.");

	TEST("abbreviations that may end a sentence");
	SPLITS("en", "In the U.S. Army he rose. He left the U.S. The end.",
	    "In the U.S. Army he rose.|He left the U.S.|The end.");
	SPLITS("en", "Sino Steel Co. Ltd. and Tengri Corp. They signed.",
	    "Sino Steel Co. Ltd. and Tengri Corp.|They signed.");
	SPLITS("en", "Doors open at 9 a.m. Visitors queue.",
	    "Doors open at 9 a.m.|Visitors queue.");
	SPLITS("en", "At 9 a.m. President Li arrived.",
	    "At 9 a.m. President Li arrived.");
	SPLITS("en", "Paid in Washington D.C. Photo: agency.",
	    "Paid in Washington D.C.|Photo: agency.");

	SPLITS("en", "It opens at 9 a.m. Monday, 5 p.m. GMT.",
	    "It opens at 9 a.m. Monday, 5 p.m. GMT.");

	TEST("initials");
	SPLITS("en", "Minister B. Sagintayev met J. A. Brown.",
	    "Minister B. Sagintayev met J. A. Brown.");
	SPLITS(
	    "en", "So do I. Nobody else does.", "So do I.|Nobody else does.");
	SPLITS("en", "It went to plan B. The rest failed.",
	    "It went to plan B.|The rest failed.");

	TEST("quotations");
	SPLITS("en", "“We agreed,” he said. “We signed.” They left.",
	    "“We agreed,” he said.|“We signed.”|They left.");
	SPLITS("en", "\"Was it paid?\" Mr. Ospan Li asked. \"Yes.\" He nodded.",
	    "\"Was it paid?\" Mr. Ospan Li asked.|\"Yes.\"|He nodded.");
	SPLITS("en", "He called it \"a start\". Others (see p. 3) agreed.",
	    "He called it \"a start\".|Others (see p. 3) agreed.");
	SPLITS("en", "He called it “a start. Really.” (Li 2001). It was.",
	    "He called it “a start.|Really.” (Li 2001).|It was.");
	SPLITS("en", "Growth slowed (It had been fast.) in May.",
	    "Growth slowed (It had been fast.) in May.");

	TEST("blanks that are missing");
	SPLITS("en", "They signed an agreement.The deal is new.",
	    "They signed an agreement.|The deal is new.");
	SPLITS("en", "“It is done,” he said.”“We start.",
	    "“It is done,” he said.”|“We start.");
	SPLITS("en", "See www.Tengri.Kz or Ask.Me@post.kz today.",
	    "See www.Tengri.Kz or Ask.Me@post.kz today.");
	SPLITS("en", "Ports grew.12 Trade did too.[3] So did rail.",
	    "Ports grew.12|Trade did too.[3]|So did rail.");

	TEST("ellipses and lists");
	SPLITS("en", "They paused… Then they signed.... Good. … And so on.",
	    "They paused…|Then they signed....|Good.|… And so on.");
	SPLITS("en", "Aims: 1. Trade grows 2. Ports open 3. Rails meet",
	    "Aims: 1. Trade grows|2. Ports open|3. Rails meet");
	SPLITS("en", "1. Trade grows 2. Ports open 3. Rails meet",
	    "1. Trade grows|2. Ports open|3. Rails meet");
	SPLITS("en", "1) Trade grows 2) Ports open.",
	    "1) Trade grows|2) Ports open.");
	SPLITS("en", "• 9. Trade • 10. Ports", "• 9. Trade|• 10. Ports");
	SPLITS("en", "a. Trade grows b. Ports open",
	    "a. Trade grows|b. Ports open");
	SPLITS("en", "The eDeal app. eTrade is new.",
	    "The eDeal app.|eTrade is new.");

	TEST("signs one after the other");
	SPLITS("en", "Yes... ((((((Then 3. ” ’ No.",
	    "Yes... ((((((Then 3. ” ’ No.");
	SPLITS("en", ". . . ? ! )))) .", ". . . ? ! )))) .");

	TEST("Russian");
	SPLITS("ru", "В 2024 г. в г. Алматы жили 2 млн. чел. Это много.",
	    "В 2024 г. в г. Алматы жили 2 млн. чел.|Это много.");
	SPLITS("ru", "Проект начат в 2023 г. Его ведёт А. Б. Сеитов, т. е. он.",
	    "Проект начат в 2023 г.|Его ведёт А. Б. Сеитов, т. е. он.");
	SPLITS("ru", "«Когда? – спросил он. – Завтра?» Ответа нет.",
	    "«Когда? – спросил он. – Завтра?»|Ответа нет.");

	SPLITS("ru", "В июле 2024 г. Казахстан начал его. Ещё 3 млн. руб.",
	    "В июле 2024 г. Казахстан начал его.|Ещё 3 млн. руб.");

	TEST("Kazakh");
	SPLITS("kk", "Ол 2024 ж. Алматыда өтті. Ол 5 млрд. теңге, т. б. берді.",
	    "Ол 2024 ж. Алматыда өтті.|Ол 5 млрд. теңге, т. б. берді.");
	SPLITS("kk", "«Келдің бе?» – деп сұрады. Иә.",
	    "«Келдің бе?» – деп сұрады.|Иә.");

	TEST("Chinese");
	SPLITS("zh", "双方签署了协议。总额达50亿元！“很好。”他说。",
	    "双方签署了协议。|总额达50亿元！|“很好。”|他说。");
	SPLITS("zh", "他看了《你好！哈萨克斯坦》吗？看了。",
	    "他看了《你好！哈萨克斯坦》吗？|看了。");

	TEST("the kind of a letter by its bytes and by its number");
	for (uint32_t cp = 0x80; cp < 0x3000; cp++) {
		char c[4];
		struct str text = { c, utf8_encode(c, cp) };
		size_t n;

		CHECK_UINT(letter_at(text, 0, &n), letter_kind(cp));
		CHECK_UINT(n, text.n);
	}

	TEST("a language without words");
	SPLITS("fr", "Il part. Elle reste. M. le préfet",
	    "Il part.|Elle reste.|M. le préfet");
	return test_end();
}
