#include "source.h"

#include <errno.h>
#include <unistd.h>

enum { BLOCK = 256 * 1024, ROOM = 64 * 1024, LONGEST = 1024 * 1024 };

/* Empties the text but for the slack before it. */
static void
clear(struct source *s)
{
	buf_reset(&s->text);
	buf_reserve(&s->text, BLOCK + ROOM + 2 * SOURCE_SLACK);
	memset(s->text.s, '\n', SOURCE_SLACK);
	s->text.n = s->begin = SOURCE_SLACK;
}

static void
begin(struct source *s, int fd)
{
	s->fd = fd;
	s->ended = fd < 0;
	s->piece = false;
	s->bytes = s->line = 0;
	s->error = 0;
	buf_reset(&s->raw);
	clear(s);
}

/* Reads until b has more than a block more, or the input ends. */
static void
read_block(struct source *s, struct buf *b)
{
	size_t want = b->n + BLOCK;
	ssize_t n = 1;

	buf_reserve(b, BLOCK + ROOM + SOURCE_SLACK);
	while (b->n <= want && n > 0) {
		do
			n = read(s->fd, b->s + b->n, want + ROOM - b->n);
		while (n < 0 && errno == EINTR);
		if (n < 0)
			s->error = errno;
		if (n > 0) {
			b->n += (size_t)n;
			s->bytes += (size_t)n;
		}
	}
	s->ended = n <= 0;
}

static struct str
ahead(const struct source *s)
{
	return str_part(buf_text(&s->text), s->begin, s->text.n);
}

/* The head of the text, by which all is decided: it does not depend on how much
 * a read(2) happens to give. */
struct str
source_head(const struct source *s)
{
	struct str t = ahead(s);

	if (t.n > BLOCK)
		t.n = BLOCK;
	return t;
}

/* Decodes the raw bytes behind the text. */
static void
decode(struct source *s)
{
	size_t used =
	    charset_decode(&s->charset, buf_text(&s->raw), s->ended, &s->text);

	if (used == 0)
		return;
	s->raw.n -= used;
	memmove(s->raw.s, s->raw.s + used, s->raw.n);
}

/* From here on the text is in this charset: what is there goes through it. */
static bool
change_charset(struct source *s, const char *name)
{
	charset_close(&s->charset);
	if (!charset_open(&s->charset, name))
		return false;
	if (!s->charset.cd)
		return true;
	buf_str(&s->raw, ahead(s));
	s->text.n = s->begin;
	decode(s);
	return true;
}

static size_t
ascii_length(struct str s)
{
	size_t i = 0;

	while (i < s.n && (unsigned char)s.s[i] < 0x80)
		i++;
	return i;
}

/* So far the text was ASCII: decides anew where its bytes from i on are not. */
static void
reconsider(struct source *s, size_t i)
{
	const char *found;
	struct str rest;
	size_t mark;

	if (!s->ascii)
		return;
	i += ascii_length(str_part(buf_text(&s->text), i, s->text.n));
	if (i == s->text.n)
		return;
	s->ascii = false;
	i--; /* with an ASCII byte in front it is no byte order mark */
	while (!s->ended && s->text.n - i <= BLOCK)
		read_block(s, &s->text);
	rest = str_part(buf_text(&s->text), i, s->text.n);
	if (rest.n > BLOCK)
		rest.n = BLOCK;
	found = charset_find(rest, s->text.n - i <= BLOCK, &mark);
	if (found && charset_unit(found) == 1)
		change_charset(s, found);
}

/* Decides on the charset by what there is. */
static bool
settle(struct source *s, const char *charset, const char **why)
{
	const char *found;
	size_t mark = 0;
	struct str head;

	found = charset_find(source_head(s), ahead(s).n <= BLOCK, &mark);
	if (charset && !mark)
		found = charset;
	if (!found) {
		*why = "not a text";
		return false;
	}
	s->begin += mark;
	if (!change_charset(s, found)) {
		*why = "a charset that iconv does not know";
		return false;
	}
	head = source_head(s);
	s->ascii = !charset && !s->charset.cd && ascii_length(head) == head.n;
	reconsider(s, s->begin + head.n);
	buf_reserve(&s->text, SOURCE_SLACK);
	return true;
}

bool
source_open(struct source *s, int fd, const char *charset, const char **why)
{
	begin(s, fd);
	read_block(s, &s->text);
	if (s->error) {
		*why = strerror(s->error);
		return false;
	}
	return settle(s, charset, why);
}

bool
source_text(
    struct source *s, struct str bytes, const char *charset, const char **why)
{
	begin(s, -1);
	buf_str(&s->text, bytes);
	s->bytes = bytes.n;
	return settle(s, charset, why);
}

/* Brings more text; false where there is none. */
static bool
fill(struct source *s)
{
	size_t rest = s->text.n - s->begin;

	if (s->ended)
		return false;
	memmove(s->text.s + SOURCE_SLACK, s->text.s + s->begin, rest);
	s->begin = SOURCE_SLACK;
	s->text.n = SOURCE_SLACK + rest;
	if (s->charset.cd) {
		read_block(s, &s->raw);
		decode(s);
	} else {
		read_block(s, &s->text);
		reconsider(s, SOURCE_SLACK + rest);
	}
	buf_reserve(&s->text, SOURCE_SLACK);
	return true;
}

/* The length of a piece of a line that is too long: up to its last blank. */
static size_t
piece_length(struct str line)
{
	size_t n = LONGEST;

	while (n > LONGEST / 2 && line.s[n - 1] != ' ')
		n--;
	if (n > LONGEST / 2)
		return n;
	for (n = LONGEST; n > 1 && ((unsigned char)line.s[n] & 0xC0) == 0x80;)
		n--;
	return n;
}

bool
source_line(struct source *s, struct str *line)
{
	const char *from, *lf;
	size_t scanned = 0, n;

	for (;;) {
		from = s->text.s + s->begin;
		n = s->text.n - s->begin;
		lf = n > scanned ? memchr(from + scanned, '\n', n - scanned)
				 : NULL;
		scanned = n;
		if (lf || n > LONGEST || !fill(s))
			break;
	}
	from = s->text.s + s->begin;
	n = s->text.n - s->begin;
	if (n == 0)
		return false;
	if (!lf && s->ended && n <= LONGEST)
		*line = (struct str){ from, n };
	else if (lf && (size_t)(lf - from) <= LONGEST)
		*line = (struct str){ from, (size_t)(lf - from) };
	else {
		*line = (struct str){ from, n };
		line->n = piece_length(*line);
		lf = NULL;
	}
	s->line += !s->piece;
	s->piece = !lf;
	s->begin += line->n + (lf != NULL);
	return true;
}

void
source_free(struct source *s)
{
	charset_close(&s->charset);
	buf_free(&s->raw);
	buf_free(&s->text);
}
