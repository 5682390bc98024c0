#include "script.h"

#include "test.h"

int
main(void)
{
	struct scripts *s = scripts_new();

	TEST("one script");
	CHECK_STR(scripts_lang(s, STR("A deal was signed."), false), "en");
	CHECK_STR(scripts_lang(s, STR("Подписано соглашение."), false), "ru");
	CHECK_STR(scripts_lang(s, STR("Келісімге қол қойылды."), false), "kk");
	CHECK_STR(scripts_lang(s, STR("双方签署了协议。"), false), "zh");

	TEST("mixed scripts");
	CHECK_STR(
	    scripts_lang(s, STR("12 новых проектов KazMunayGas"), false), "ru");
	CHECK_STR(
	    scripts_lang(s, STR("The firm Казахмыс was sold."), false), "en");
	CHECK_STR(
	    scripts_lang(s, STR("中国企业Sinopec与KazMunayGas签约"), false),
	    "zh");
	CHECK_STR(scripts_lang(s,
		      STR("Встреча в городе Өскемен прошла вчера "
			  "вечером, сообщили в акимате."),
		      false),
	    "ru");

	TEST("none of ours");
	CHECK_STR(scripts_lang(s, STR(""), false), NULL);
	CHECK_STR(scripts_lang(s, STR("2025 – 12%"), false), NULL);
	CHECK_STR(scripts_lang(s, STR("Η συμφωνία υπογράφηκε."), false), NULL);
	CHECK_STR(
	    scripts_lang(s, STR("この協定は東京で署名された。"), false), NULL);

	scripts_free(s);
	return test_end();
}
