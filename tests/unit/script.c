#include "script.h"

#include "test.h"

int
main(void)
{
	struct scripts *s = scripts_new();

	TEST("one script");
	CHECK_STR(scripts_lang(s, STR("A deal was signed.")), "en");
	CHECK_STR(scripts_lang(s, STR("Подписано соглашение.")), "ru");
	CHECK_STR(scripts_lang(s, STR("Келісімге қол қойылды.")), "kk");
	CHECK_STR(scripts_lang(s, STR("双方签署了协议。")), "zh");

	TEST("mixed scripts");
	CHECK_STR(scripts_lang(s, STR("12 новых проектов KazMunayGas")), "ru");
	CHECK_STR(scripts_lang(s, STR("The firm Казахмыс was sold.")), "en");
	CHECK_STR(
	    scripts_lang(s, STR("中国企业Sinopec与KazMunayGas签约")), "zh");
	CHECK_STR(scripts_lang(s, STR("Встреча в городе Өскемен прошла вчера "
				      "вечером, сообщили в акимате.")),
	    "ru");

	TEST("none of ours");
	CHECK_STR(scripts_lang(s, STR("")), NULL);
	CHECK_STR(scripts_lang(s, STR("2025 – 12%")), NULL);
	CHECK_STR(scripts_lang(s, STR("Η συμφωνία υπογράφηκε.")), NULL);
	CHECK_STR(scripts_lang(s, STR("この協定は東京で署名された。")), NULL);

	scripts_free(s);
	return test_end();
}
