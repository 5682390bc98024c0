#include "article.h"

#include "emit.h"
#include "record.h"
#include "utf8.h"

enum { HELD = 1024 * 1024, BLOCK = 256 * 1024 };

/* A name may hold any bytes: those that are no UTF-8 become U+FFFD. */
static void
set_name(struct buf *b, struct str name)
{
	size_t i, n;

	buf_reset(b);
	for (i = 0; i < name.n; i += n + 1) {
		n = utf8_valid(name.s + i, name.n - i);
		record_escape(b, str_part(name, i, i + n));
		if (i + n < name.n)
			buf_puts(b, "\xEF\xBF\xBD");
	}
}

void
article_begin(struct article *a, struct str doc, const char *charset)
{
	set_name(&a->doc, doc);
	buf_reset(&a->fields);
	buf_reset(&a->held);
	a->holding = !a->plain;
	a->charset = charset;
	a->para = 0;
}

void
article_field(struct article *a, const char *label, struct str value)
{
	emit_text(&a->fields, label, value);
}

/* Writes the doc record and what was held back. */
static void
let_go(struct article *a, const size_t *bytes, const unsigned long *repairs)
{
	struct buf head = { 0 };

	emit_begin(&head, "doc");
	emit_raw(&head, "doc", buf_text(&a->doc));
	emit_text(&head, "charset", str_from(a->charset));
	if (bytes && repairs) {
		emit_uint(&head, "bytes", *bytes);
		emit_uint(&head, "repairs", *repairs);
	}
	buf_str(&head, buf_text(&a->fields));
	emit_end(&head);
	writer_str(a->out, buf_text(&head));
	buf_free(&head);
	a->holding = false;
}

static char *
put(char *to, struct str s)
{
	memcpy(to, s.s, s.n);
	return to + s.n;
}

/* In decimal; two digits at a time. */
static char *
put_number(char *to, unsigned long u)
{
	char digits[3 * sizeof u];
	size_t i = sizeof digits;
	unsigned pair;

	while (u >= 10) {
		pair = (unsigned)(u % 100);
		u /= 100;
		digits[--i] = (char)('0' + pair % 10);
		digits[--i] = (char)('0' + pair / 10);
	}
	if (u > 0 || i == sizeof digits)
		digits[--i] = (char)('0' + u);
	return put(to, (struct str){ digits + i, sizeof digits - i });
}

void
article_para(
    struct article *a, unsigned long line, struct str text, bool escape)
{
	struct buf *b = &a->held;
	char *to;

	if (a->plain) {
		writer_line(a->out, text);
		return;
	}
	/* As emit_* would write it, but at once: there are many. */
	buf_reserve(b, a->doc.n + text.n + 128);
	to = put(b->s + b->n, STR("rec:para\tdoc:"));
	to = put(to, buf_text(&a->doc));
	to = put(to, STR("\tpara:"));
	to = put_number(to, ++a->para);
	to = put(to, STR("\tline:"));
	to = put_number(to, line);
	to = put(to, STR("\ttext:"));
	if (!escape)
		to = put(to, text);
	b->n = (size_t)(to - b->s);
	if (escape)
		record_escape(b, text);
	buf_char(b, '\n');
	if (a->holding && b->n > HELD)
		let_go(a, NULL, NULL);
	if (!a->holding && b->n > BLOCK) {
		writer_str(a->out, buf_text(b));
		buf_reset(b);
	}
}

void
article_end(struct article *a, size_t bytes, unsigned long repairs)
{
	if (a->holding)
		let_go(a, &bytes, &repairs);
	writer_str(a->out, buf_text(&a->held));
	buf_reset(&a->held);
}

void
article_reject(
    struct article *a, struct str doc, unsigned long line, const char *reason)
{
	struct buf b = { 0 };

	if (a->plain)
		return;
	set_name(&a->doc, doc);
	emit_begin(&b, "reject");
	emit_raw(&b, "doc", buf_text(&a->doc));
	if (line)
		emit_uint(&b, "line", line);
	emit_text(&b, "stage", STR("normalize"));
	emit_text(&b, "reason", str_from(reason));
	emit_end(&b);
	writer_str(a->out, buf_text(&b));
	buf_free(&b);
}

void
article_free(struct article *a)
{
	buf_free(&a->doc);
	buf_free(&a->fields);
	buf_free(&a->held);
}
