#include "paragraph.h"

#include "test.h"

/* The paragraphs of a text, an ¶ between them; lines are not cleaned. */
static struct str
paragraphs(const char *text)
{
	static struct buf out;
	struct paragraph p = { 0 };
	struct str rest = str_from(text), line, clean;

	buf_reset(&out);
	paragraph_begin(&p, rest);
	for (;;) {
		const char *lf = rest.n ? memchr(rest.s, '\n', rest.n) : NULL;
		line = lf ? str_part(rest, 0, (size_t)(lf - rest.s)) : rest;
		clean = line;
		while (clean.n > 0 && clean.s[0] == ' ')
			clean = str_part(clean, 1, clean.n);
		if (p.lines > 0 &&
		    (clean.n == 0 || !paragraph_goes_on(&p, line))) {
			buf_str(&out, buf_text(&p.text));
			p.lines = 0;
		}
		if (clean.n > 0 && p.lines == 0 && out.n > 0)
			buf_puts(&out, "¶");
		if (clean.n > 0)
			paragraph_add(&p, line, clean);
		if (!lf)
			break;
		rest = str_part(rest, line.n + 1, rest.n);
	}
	if (p.lines > 0)
		buf_str(&out, buf_text(&p.text));
	paragraph_free(&p);
	return buf_text(&out);
}

int
main(void)
{
	TEST("the width");
	CHECK_UINT(paragraph_width(str_from("One line.\n\nAnother one.\n")), 0);
	CHECK_UINT(paragraph_width(str_from("Source: a b\nEditor: c d\n"
					    "The text is a longer line.\n")),
	    0);
	CHECK(paragraph_width(str_from("a text that was wrapped somewhere and\n"
				       "goes on here until it has come to its\n"
				       "end.\n")) >= 37);

	TEST("lines that are paragraphs");
	CHECK_STR(paragraphs("First line of it.\nSecond one.\n\nThird."),
	    "First line of it.¶Second one.¶Third.");

	TEST("wrapped paragraphs, an indented one, a short last line");
	CHECK_STR(paragraphs("   The text was wrapped at some width and\n"
			     "goes on here until it has come to its end\n"
			     "there.\n"
			     "   The second one is of the same kind and\n"
			     "ends.\n"
			     "A third one follows a line that had room,\n"
			     "as one sees.\n"),
	    "The text was wrapped at some width and goes on here until it has "
	    "come to its end there.¶The second one is of the same kind and "
	    "ends.¶A third one follows a line that had room, as one sees.");

	TEST("lists and headings");
	CHECK_STR(paragraphs("HEADING OF IT\n"
			     "What was agreed is here in some words and\n"
			     "goes on until it has come to its end:\n"
			     "- a first item of it, which is longer than\n"
			     "  a line\n"
			     "- a second\n"
			     "2) and more\n"),
	    "HEADING OF IT¶What was agreed is here in some words and goes on "
	    "until it has come to its end:¶- a first item of it, which is "
	    "longer than a line¶- a second¶2) and more");

	TEST("hyphens");
	CHECK_STR(paragraphs("the partners spoke of a long-\n"
			     "term plan, of their coopera-\n"
			     "tion, of China-\n"
			     "Kazakhstan trade and agree-\n"
			     "ments in the people-to-\n"
			     "people field.\n"),
	    "the partners spoke of a long-term plan, of their cooperation, of "
	    "China-Kazakhstan trade and agreements in the people-to-people "
	    "field.");
	CHECK_STR(paragraphs("this text has a soft hyphen in co\u00AD\n"
			     "operation, and goes on for a while\n"
			     "as it must.\n"),
	    "this text has a soft hyphen in co\u00ADoperation, and goes on for "
	    "a while as it must.");

	TEST("Chinese has no blanks");
	CHECK_STR(paragraphs("双方就进一步深化全面战略伙伴\n"
			     "关系交换意见，并签署协议。\n"),
	    "双方就进一步深化全面战略伙伴关系交换意见，并签署协议。");
	return test_end();
}
