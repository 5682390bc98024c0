#include "paint.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "utf8.h"

static void
put_code(struct buf *b, const char *weight, enum paint_color color)
{
	buf_puts(b, "\033[");
	buf_puts(b, weight);
	if (color)
		buf_uint(b, color);
	buf_char(b, 'm');
}

/* The bytes of the code point at s[i], or 1 where there is none. */
static size_t
width(struct str s, size_t i)
{
	size_t n = utf8_sequence(s.s + i, s.n - i);

	return n ? n : 1;
}

/* A control character, of one byte or U+0080 to U+009F, or no UTF-8. */
static bool
is_control(const char *s, size_t n)
{
	unsigned char c = (unsigned char)s[0];

	if (n == 1)
		return c < 0x20 || c >= 0x7F;
	return c == 0xC2 && (unsigned char)s[1] < 0xA0;
}

static void
put_clean(struct buf *b, struct str text)
{
	for (size_t i = 0, n; i < text.n; i += n) {
		unsigned char c = (unsigned char)text.s[i];

		n = width(text, i);
		if (c == '\n' || c == '\r' || c == '\t')
			buf_char(b, ' ');
		else if (is_control(text.s + i, n))
			buf_char(b, '?');
		else
			buf_add(b, text.s + i, n);
	}
}

bool
paint_wanted(int fd)
{
	const char *term = getenv("TERM"), *no = getenv("NO_COLOR");

	return isatty(fd) && term && strcmp(term, "dumb") != 0 && !(no && *no);
}

void
paint_text(struct buf *b, struct str text, enum paint_color color)
{
	if (color)
		put_code(b, "", color);
	put_clean(b, text);
	if (color)
		put_code(b, "", PAINT_NONE);
}

static int
by_start(const void *a, const void *b)
{
	const struct paint_span *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end < y->end) - (x->end > y->end);
}

/* Takes code points off the front of *text, up to number `to`. */
static struct str
take(struct str *text, size_t *at, size_t to)
{
	struct str all = *text;
	size_t i = 0;

	while (i < all.n && *at < to) {
		i += width(all, i);
		++*at;
	}
	*text = str_part(all, i, all.n);
	return str_part(all, 0, i);
}

void
paint_spans(struct buf *b, struct str text, struct paint_span *spans, size_t n)
{
	size_t at = 0;

	if (n > 1)
		qsort(spans, n, sizeof *spans, by_start);
	for (size_t i = 0; i < n; i++) {
		if (spans[i].end <= at)
			continue;
		put_clean(b, take(&text, &at, spans[i].start));
		put_code(b, "1;", spans[i].color);
		put_clean(b, take(&text, &at, spans[i].end));
		put_code(b, "", PAINT_NONE);
	}
	put_clean(b, text);
}
