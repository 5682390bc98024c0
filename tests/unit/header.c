#include "header.h"

#include "test.h"

enum { MOST = 12 };

static struct header_rules *rules;
static struct header_para para[MOST];
static size_t npara;
static struct header found;
static char edtf[EDTF_SIZE];

/* Reads an article given as paragraphs joined by LF. */
static void
read_article(const char *name, const char *article)
{
	npara = 0;
	while (npara < MOST) {
		size_t n = strcspn(article, "\n");
		para[npara++].text = (struct str){ article, n };
		if (article[n] == '\0')
			break;
		article += n + 1;
	}
	header_find(rules, str_from(name), para, npara, &found);
	edtf_print(&found.published, edtf);
}

#define ROLE(i, want) CHECK_CSTR(header_role_name(para[i].role), want)
#define PROSE(i, want)                                                         \
	CHECK_STR(str_part(para[i].text, para[i].from, para[i].to), want)

int
main(void)
{
	rules = header_rules_new();

	TEST("an article of an agency");
	read_article("a",
	    "A port opens on the Caspian shore\n"
	    "By Dana Li\n"
	    "Source: Kazinform\n"
	    "AKTAU, May 6 (Kazinform) -- A port opened. It is large.\n"
	    "Trade grows. ■\n"
	    "Editor: sun\n"
	    "Published: 6 May 2024");
	ROLE(0, "title");
	ROLE(1, "header");
	ROLE(2, "header");
	ROLE(3, "body");
	PROSE(3, "A port opened. It is large.");
	PROSE(4, "Trade grows.");
	CHECK_STR(found.title, "A port opens on the Caspian shore");
	CHECK_STR(found.author, "Dana Li");
	CHECK_STR(found.publisher, "Kazinform");
	CHECK_STR(found.place, "AKTAU");
	CHECK_STR(found.dateline, "AKTAU, May 6 (Kazinform) --");
	CHECK_CSTR(edtf, "2024-05-06");

	TEST("prose alone");
	read_article("a", "A port opened on the Caspian shore today.");
	ROLE(0, "body");
	CHECK(found.published.kind == EDTF_NONE);
	CHECK_CSTR(found.basis, "none");
	CHECK_STR(found.title, NULL);
	read_article("a", "");
	ROLE(0, "body");

	TEST("front matter");
	read_article("2020-01-01.md",
	    "---\n"
	    "title: 'Ports: a survey'\n"
	    "date: 2024-05-06 10:00\n"
	    "---\n"
	    "A port opened on the Caspian shore today.");
	CHECK_STR(found.title, "Ports: a survey");
	ROLE(1, "title");
	PROSE(1, "Ports: a survey");
	CHECK_CSTR(edtf, "2024-05-06T10:00");
	CHECK_CSTR(found.basis, "front-matter");
	read_article("a", "---\nA port opened, and no line of dashes ends it.");
	ROLE(0, "markup");
	ROLE(1, "body");
	read_article("a", "---\n"
			  "url: https://www.tengri.example/ports/1\n"
			  "---\n"
			  "A port opened on the Caspian shore today.");
	CHECK_STR(found.publisher, "tengri.example");

	TEST("marks of the end");
	read_article("a", "A port opened on the Caspian shore. REUTER");
	PROSE(0, "A port opened on the Caspian shore.");
	read_article("a", "A port opened on the Caspian shore.\n###");
	ROLE(1, "footer");
	read_article("a", "This is where the long road ends");
	PROSE(0, "This is where the long road ends");
	read_article(
	    "a", "Said one of them to the agency Reuters. Then it ends");
	PROSE(0, "Said one of them to the agency Reuters. Then it ends");

	TEST("parts that are no prose");
	read_article("a", "A port opened on the Caspian shore today.\n"
			  "## Trade ##\n"
			  "<br/>\n"
			  "FILE - A ship off Aktau.\n"
			  "Read also: Ships of the Caspian\n"
			  "It will grow by a third, said the minister.");
	ROLE(1, "heading");
	PROSE(1, "Trade");
	ROLE(2, "markup");
	ROLE(3, "caption");
	PROSE(3, "A ship off Aktau.");
	ROLE(4, "footer");
	ROLE(5, "body");

	TEST("prose that begins or ends like a header");
	read_article("a", "On May 5, 2025 they met.\n"
			  "5 May 2025 was dry, he said.\n"
			  "Copyright law changed.\n"
			  "Recommended by all, it passed.\n"
			  "Source of it all: rail.");
	for (size_t i = 0; i < npara; i++)
		ROLE(i, "body");

	TEST("signs one after the other");
	read_article("a", "By Dana Li / / 2:30 / /\n| | /\n / // |");
	ROLE(0, "header");
	ROLE(1, "markup");
	CHECK_STR(found.author, "Dana Li");

	header_rules_free(rules);
	return test_end();
}
