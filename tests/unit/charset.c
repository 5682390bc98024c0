#include "charset.h"

#include "test.h"

/* The charset of a text that is complete. */
static const char *
found(const char *text)
{
	size_t mark;
	const char *name = charset_find(str_from(text), true, &mark);

	return name ? name : "none";
}

int
main(void)
{
	struct charset c;
	struct buf b = { 0 };
	char noise[1000];
	size_t mark, n;

	TEST("byte order marks");
	CHECK_CSTR(charset_find(STR("\xEF\xBB\xBFx"), true, &mark), "UTF-8");
	CHECK_UINT(mark, 3);
	CHECK_CSTR(charset_find(STR("\xFF\xFEx\0"), true, &mark), "UTF-16LE");
	CHECK_UINT(mark, 2);
	CHECK_CSTR(charset_find(STR("\xFE\xFF\0x"), true, &mark), "UTF-16BE");

	TEST("UTF-8, also damaged, also cut");
	CHECK_CSTR(found(""), "UTF-8");
	CHECK_CSTR(found("plain"), "UTF-8");
	CHECK_CSTR(found("It’s \xFF here"), "UTF-8");
	CHECK_CSTR(found("Алматы \x80 Астана"), "UTF-8");
	CHECK_CSTR(charset_find(STR("cut \xE2\x80"), false, &mark), "UTF-8");

	TEST("short texts in other charsets");
	CHECK_CSTR(found("caf\xE9"), "windows-1252");
	CHECK_CSTR(found("it\x92s"), "windows-1252");
	CHECK_CSTR(found("\xC0\xEB\xEC\xE0\xF2\xFB"), "windows-1251");
	CHECK_CSTR(found("\xE1\xCC\xCD\xC1\xD4\xD9"), "KOI8-R");
	CHECK_CSTR(found("\xD6\xD0\xB9\xFA"), "GB18030");
	CHECK_CSTR(found("\xA4\xA4\xB0\xEA"), "Big5");

	TEST("UTF-16 without a mark");
	CHECK_CSTR(charset_find(STR("T\0h\0e\0 \0e\0n\0d\0"), true, &mark),
	    "UTF-16LE");
	CHECK_CSTR(charset_find(STR("\0T\0h\0e\0 \0e\0n\0d"), true, &mark),
	    "UTF-16BE");
	CHECK_CSTR(
	    charset_find(STR("\x10\x04\x3B\x04\x3C\x04\x30\x04"), true, &mark),
	    "UTF-16LE");

	TEST("no text");
	for (n = 0; n < sizeof noise; n++)
		noise[n] = (char)(n * n * 7 + n / 3);
	CHECK(!charset_find((struct str){ noise, n }, true, &mark));

	TEST("decoding");
	CHECK(!charset_open(&c, "nonsense"));
	CHECK(charset_open(&c, "windows-1251"));
	CHECK_UINT(charset_decode(&c, STR("\xC4\xE0 \x98!"), true, &b), 5);
	CHECK_STR(buf_text(&b), "Да \xFF!");
	charset_close(&c);
	buf_reset(&b);
	CHECK(charset_open(&c, "UTF-16LE"));
	CHECK_UINT(charset_decode(&c, STR("a\0b"), false, &b), 2);
	CHECK_STR(buf_text(&b), "a");
	CHECK_UINT(charset_decode(&c, STR("b\0\0\xD8z\0c"), true, &b), 7);
	CHECK_STR(buf_text(&b), "ab\xFFz\xFF");
	charset_close(&c);
	buf_free(&b);
	return test_end();
}
