#include "record.h"

#include "test.h"

static struct record rec;

/* The reason why a line is no record, "" where it is one. */
static const char *
parse(const char *line)
{
	const char *why = record_parse(&rec, str_from(line));

	return why ? why : "";
}

int
main(void)
{
	struct buf room = { 0 }, b = { 0 };
	char line[4000];
	int i;

	TEST("nothing behind the first TAB, and no record before");
	CHECK_CSTR(parse("rec:t\t"), "a field is not label:value");

	TEST("a record's type and fields");
	CHECK_CSTR(parse("rec:sent\tdoc:a.txt\tsent:1\ttext:One: two."), "");
	CHECK(record_is(&rec, "sent"));
	CHECK_UINT(rec.nfields, 3);
	CHECK_STR(record_get(&rec, "doc"), "a.txt");
	CHECK_STR(record_get(&rec, "text"), "One: two.");
	CHECK_STR(record_get(&rec, "lang"), NULL);
	CHECK_STR(record_get(&rec, "rec"), NULL);

	TEST("the same labels again, then others");
	CHECK_CSTR(parse("rec:sent\tdoc:b\tsent:22\ttext:"), "");
	CHECK_STR(record_get(&rec, "sent"), "22");
	CHECK_STR(record_get(&rec, "text"), "");
	CHECK_CSTR(parse("rec:sent\tdoc:b\tsend:22\ttext:x"), "");
	CHECK_STR(record_get(&rec, "sent"), NULL);
	CHECK_STR(record_get(&rec, "send"), "22");
	CHECK_CSTR(parse("rec:sent\tdoc:b\tsend\ttext:x"),
	    "a field is not label:value");
	CHECK_CSTR(parse("rec:sent\tdoc:b\tsend:22\ttext:x"), "");
	CHECK_STR(record_get(&rec, "send"), "22");
	CHECK_CSTR(parse("rec:money"), "");
	CHECK_UINT(rec.nfields, 0);

	TEST("plain text is no record and no error");
	CHECK_CSTR(parse("worth $5 million"), "");
	CHECK_UINT(rec.type.n, 0);
	CHECK_CSTR(parse(""), "");
	CHECK_CSTR(parse("rec"), "");

	TEST("what is broken");
	CHECK_CSTR(parse("rec:"), "no record type");
	CHECK_CSTR(parse("rec:Sent\tdoc:a"), "no record type");
	CHECK_CSTR(parse("rec:sent x\tdoc:a"), "no record type");
	CHECK_CSTR(parse("rec:sent\t"), "a field is not label:value");
	CHECK_CSTR(parse("rec:sent\tdoc"), "a field is not label:value");
	CHECK_CSTR(parse("rec:sent\t:a"), "a field is not label:value");
	CHECK_CSTR(parse("rec:sent\tDoc:a"), "a field is not label:value");
	CHECK_CSTR(parse("rec:sent\t1doc:a"), "a field is not label:value");
	CHECK_CSTR(parse("rec:sent\tdoc:a\tdoc:b"), "a label occurs twice");
	CHECK_CSTR(parse("rec:sent\trec:a"), "a label occurs twice");
	CHECK_CSTR(parse("rec:sent\tdoc:a\\x"),
	    "an escape other than \\\\, \\t, \\n, \\r");
	CHECK_CSTR(parse("rec:sent\tdoc:a\\"),
	    "an escape other than \\\\, \\t, \\n, \\r");

	TEST("a label that occurs twice among many");
	strcpy(line, "rec:x");
	for (i = 0; i < 300; i++)
		snprintf(line + strlen(line), 20, "\tl%d:v", i);
	CHECK_CSTR(parse(line), "");
	CHECK_STR(record_get(&rec, "l299"), "v");
	strcat(line, "\tl7:again");
	CHECK_CSTR(parse(line), "a label occurs twice");

	TEST("escapes there and back");
	record_escape(&b, STR("a\\b\tc\nd\re"));
	CHECK_STR(buf_text(&b), "a\\\\b\\tc\\nd\\re");
	CHECK_STR(record_text(buf_text(&b), &room), "a\\b\tc\nd\re");
	CHECK_STR(record_text(STR("plain"), &room), "plain");
	CHECK_STR(record_text(STR("\\\\"), &room), "\\");

	record_free(&rec);
	buf_free(&room);
	buf_free(&b);
	return test_end();
}
