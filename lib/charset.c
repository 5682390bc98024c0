#include "charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <strings.h>

#include "guess.h"
#include "unicode.h"
#include "utf8.h"

enum { ROOM = 4096 };

bool
charset_is_utf8(const char *name)
{
	return strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "UTF8") == 0;
}

size_t
charset_unit(const char *name)
{
	if (strncasecmp(name, "UTF-32", 6) == 0 ||
	    strncasecmp(name, "UCS-4", 5) == 0)
		return 4;
	if (strncasecmp(name, "UTF-16", 6) == 0 ||
	    strncasecmp(name, "UCS-2", 5) == 0)
		return 2;
	return 1;
}

bool
charset_open(struct charset *c, const char *name)
{
	iconv_t cd;

	*c = (struct charset){ .name = name, .unit = charset_unit(name) };
	if (charset_is_utf8(name))
		return true;
	cd = iconv_open("UTF-8", name);
	if (cd == (iconv_t)-1)
		return false;
	c->cd = (void *)cd;
	return true;
}

void
charset_close(struct charset *c)
{
	if (c->cd)
		iconv_close((iconv_t)c->cd);
	*c = (struct charset){ 0 };
}

size_t
charset_decode(struct charset *c, struct str bytes, bool last, struct buf *out)
{
	char *in = (char *)(uintptr_t)bytes.s, *to;
	size_t left = bytes.n, room, skip;

	while (left > 0) {
		buf_reserve(out, ROOM);
		to = out->s + out->n;
		room = out->cap - out->n;
		if (iconv((iconv_t)c->cd, &in, &left, &to, &room) != (size_t)-1)
			errno = 0;
		out->n = (size_t)(to - out->s);
		if (errno == EINVAL && !last)
			break;
		if (errno == EILSEQ || errno == EINVAL) {
			skip = left < c->unit ? left : c->unit;
			buf_char(out, CHARSET_BAD);
			in += skip;
			left -= skip;
		}
	}
	if (last) {
		/* What the decoder holds back, and its first state again. */
		buf_reserve(out, ROOM);
		to = out->s + out->n;
		room = out->cap - out->n;
		iconv((iconv_t)c->cd, NULL, NULL, &to, &room);
		out->n = (size_t)(to - out->s);
	}
	return bytes.n - left;
}

/* The charset that a byte order mark names, or NULL. */
static const char *
marked(struct str s, size_t *mark)
{
	/* clang-format off */
	static const struct { const char *name; struct str mark; } marks[] = {
		{ "UTF-8",    { "\xEF\xBB\xBF",      3 } },
		{ "UTF-32LE", { "\xFF\xFE\x00\x00",  4 } },
		{ "UTF-32BE", { "\x00\x00\xFE\xFF",  4 } },
		{ "UTF-16LE", { "\xFF\xFE",          2 } },
		{ "UTF-16BE", { "\xFE\xFF",          2 } },
		{ "GB18030",  { "\x84\x31\x95\x33",  4 } },
	};
	/* clang-format on */
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (s.n >= marks[i].mark.n &&
		    memcmp(s.s, marks[i].mark.s, marks[i].mark.n) == 0) {
			*mark = marks[i].mark.n;
			return marks[i].name;
		}
	return NULL;
}

/* A sequence cut at the end of the block is no damage. */
static struct str
without_cut(struct str s)
{
	size_t i = s.n;

	while (
	    i > 0 && s.n - i < 3 && ((unsigned char)s.s[i - 1] & 0xC0) == 0x80)
		i--;
	if (i > 0 && (unsigned char)s.s[i - 1] >= 0xC0)
		s.n = i - 1;
	return s;
}

/*
 * How good this is as UTF-8.  A good sequence is hardly ever there by chance,
 * the less the longer it is, so its tails are weighed against the bad places.
 */
static void
weigh(struct str s, size_t *tails, size_t *bad)
{
	size_t i, n;

	*tails = *bad = 0;
	for (i = 0; i < s.n; i += n + 1) {
		n = utf8_valid(s.s + i, s.n - i);
		*tails += n - utf8_count(s.s + i, n);
		/* The tails of a broken sequence belong to its damage. */
		*bad += i + n < s.n && s.s[i + n] &&
			(!utf8_is_tail(s.s[i + n]) || n > 0 || i == 0);
	}
}

/* Are there so many controls that this must be something else than it looks? */
static bool
is_controlled(struct str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += (unsigned char)s.s[i] < 0x20 &&
		     unicode_is_control((unsigned char)s.s[i]);
	return n * 8 > s.n;
}

const char *
charset_find(struct str s, bool whole, size_t *mark)
{
	const char *name = marked(s, mark);
	size_t tails, bad;

	if (name)
		return name;
	*mark = 0;
	if (utf8_valid(s.s, s.n) == s.n)
		return is_controlled(s) ? guess_charset(s, true) : "UTF-8";
	weigh(whole ? s : without_cut(s), &tails, &bad);
	if (!is_controlled(s) && bad * 4 <= tails)
		return "UTF-8";
	return guess_charset(s, bad <= tails);
}
