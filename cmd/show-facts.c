/* show-facts: facts in their sentences, at the terminal, as grep shows lines.
 */
#include <string.h>
#include <unistd.h>

#include "filter.h"
#include "mem.h"
#include "paint.h"
#include "rows.h"

static const char usage[] =
    "usage: show-facts [-hvV] [--color[=WHEN]] [file ...]\n"
    "\n"
    "Prints the sentences that hold the facts of a table, facts.csv, behind "
    "the\n"
    "document and the line they are in, with the words of the facts in color.\n"
    "\n"
    "  -v, --values        below each sentence what its facts say\n"
    "      --color[=WHEN]  always (or without =WHEN), never, or auto (the\n"
    "                      default: on a terminal)\n"
    "  -h, --help          show this help\n"
    "  -V, --version       show the version\n";

enum { COLOR = 256 };

static const struct option longs[] = {
	{ "values", no_argument, NULL, 'v' },
	{ "color", optional_argument, NULL, COLOR },
	{ 0 },
};

enum { DOC, SENTENCE, START, END, LINE, QUANTITY, BOUND, MIN, MAX, UNIT, REST };

/* Those from REST on are shown as they are. */
static const char *const columns[] = { "doc", "sentence", "start", "end",
	"line", "quantity", "bound", "value_min", "value_max", "unit", "object",
	"status", "action", "time_edtf", "parties", "places", "sectors", NULL };

static bool values, color;

/* A sentence, while its facts are read. */
static struct {
	bool any;
	struct buf doc, line, text, meanings;
	struct paint_span *span;
	size_t nspans, cap;
} sentence;

static bool
wants_color(const struct filter *f, const char *when)
{
	if (!when || strcmp(when, "always") == 0)
		return true;
	if (strcmp(when, "auto") == 0)
		return paint_wanted(STDOUT_FILENO);
	if (strcmp(when, "never") != 0)
		filter_misuse(
		    f, "--color is always, never or auto, not '%s'", when);
	return false;
}

static size_t
number(struct str digits)
{
	size_t n = 0;

	for (size_t i = 0; i < digits.n && i < 18; i++)
		if (digits.s[i] >= '0' && digits.s[i] <= '9')
			n = n * 10 + (size_t)(digits.s[i] - '0');
	return n;
}

static void
add_span(const struct rows *r)
{
	struct str quantity = rows_cell(r, QUANTITY);
	struct paint_span span = { number(rows_cell(r, START)),
		number(rows_cell(r, END)), PAINT_RED };

	if (str_is(quantity, "count"))
		span.color = PAINT_GREEN;
	else if (str_is(quantity, "none"))
		span.color = PAINT_CYAN;
	if (sentence.nspans == sentence.cap) {
		sentence.cap =
		    mem_room(sentence.cap, sentence.cap + 1, sizeof span);
		sentence.span =
		    mem_resize(sentence.span, sentence.cap, sizeof span);
	}
	sentence.span[sentence.nspans++] = span;
}

static void
add_word(struct buf *b, struct str word, const char *blanks)
{
	if (word.n == 0)
		return;
	buf_puts(b, blanks);
	paint_text(b, word, PAINT_NONE);
}

/* What a fact says, in a line: "    gt 21000000000 USD  project  CHN|KAZ". */
static void
add_meaning(struct buf *b, const struct rows *r)
{
	struct str bound = rows_cell(r, BOUND), unit = rows_cell(r, UNIT);
	struct str min = rows_cell(r, MIN), max = rows_cell(r, MAX);
	size_t before = b->n, indent = 3;

	buf_puts(b, "   "); /* and the blank before the first word */
	if (!str_is(bound, "eq"))
		add_word(b, bound, " ");
	add_word(b, min, " ");
	if (!str_eq(min, max))
		add_word(b, max, " ");
	if (!str_is(unit, "1"))
		add_word(b, unit, " ");
	for (size_t i = REST; columns[i]; i++)
		add_word(b, rows_cell(r, i),
		    i == REST || b->n == before + indent ? " " : "  ");
	if (b->n == before + indent)
		b->n = before; /* it says nothing */
	else
		buf_char(b, '\n');
}

static void
show_sentence(struct filter *f)
{
	static struct buf b;

	if (!sentence.any)
		return;
	buf_reset(&b);
	paint_text(
	    &b, buf_text(&sentence.doc), color ? PAINT_MAGENTA : PAINT_NONE);
	paint_text(&b, STR(":"), color ? PAINT_CYAN : PAINT_NONE);
	if (sentence.line.n) {
		paint_text(&b, buf_text(&sentence.line),
		    color ? PAINT_GREEN : PAINT_NONE);
		paint_text(&b, STR(":"), color ? PAINT_CYAN : PAINT_NONE);
	}
	paint_spans(&b, buf_text(&sentence.text), sentence.span,
	    color ? sentence.nspans : 0);
	buf_char(&b, '\n');
	buf_str(&b, buf_text(&sentence.meanings));
	writer_str(&f->out, buf_text(&b));
}

static void
keep(struct buf *b, struct str text)
{
	buf_reset(b);
	buf_str(b, text);
}

static void
begin_sentence(const struct rows *r)
{
	sentence.any = true;
	keep(&sentence.doc, rows_cell(r, DOC));
	keep(&sentence.line, rows_cell(r, LINE));
	keep(&sentence.text, rows_cell(r, SENTENCE));
	sentence.nspans = 0;
	buf_reset(&sentence.meanings);
}

static bool
same_sentence(const struct rows *r)
{
	return sentence.any &&
	       str_eq(rows_cell(r, DOC), buf_text(&sentence.doc)) &&
	       str_eq(rows_cell(r, LINE), buf_text(&sentence.line)) &&
	       str_eq(rows_cell(r, SENTENCE), buf_text(&sentence.text));
}

static void
show_facts(struct filter *f)
{
	struct rows *r = rows_open(f, columns, LINE);

	while (rows_next(r)) {
		if (!same_sentence(r)) {
			show_sentence(f);
			begin_sentence(r);
		}
		add_span(r);
		if (values)
			add_meaning(&sentence.meanings, r);
	}
	show_sentence(f);
	rows_close(r);
}

int
main(int argc, char **argv)
{
	struct filter f = { .name = "show-facts", .usage = usage };
	int c;

	color = wants_color(&f, "auto");
	while ((c = filter_option(&f, argc, argv, "v", longs)) != -1) {
		switch (c) {
		case 'v': values = true; break;
		case COLOR: color = wants_color(&f, optarg); break;
		}
	}
	show_facts(&f);
	return filter_end(&f);
}
