#include "listmark.h"

#include <stdio.h>

#include "letter.h"

enum { MARK_MAX = 24, NUMBER_MAX = 3 }; /* bytes, digits */

/* The first byte behind bullets, blanks and an opening bracket. */
static size_t
skip_bullet(struct str text, size_t at)
{
	size_t n, end = at + 8;
	enum letter k;

	while (
	    at < end && ((k = letter_at(text, at, &n)) == LETTER_DASH ||
			    (k == LETTER_OTHER && n == 3) || k == LETTER_BLANK))
		at += n;
	if (at < text.n && text.s[at] == '(')
		at++;
	return at;
}

bool
listmark_read(struct str text, size_t at, struct listmark *m)
{
	size_t i, label, n;

	/* for speed: most sentences begin with a capital */
	if (at < text.n && text.s[at] >= 'A' && text.s[at] <= 'Z')
		return false;
	i = label = skip_bullet(text, at);
	*m = (struct listmark){ .from = at, .number = -1 };
	m->before = str_part(text, at, i);
	while (i < text.n && i - label < NUMBER_MAX && text.s[i] >= '0' &&
	       text.s[i] <= '9') {
		m->number =
		    (i == label ? 0 : m->number * 10) + (text.s[i] - '0');
		i++;
	}
	if (i == label && i < text.n && text.s[i] >= 'a' && text.s[i] <= 'y')
		m->letter = text.s[i++];
	if (i == label)
		return false;
	label = i;
	if (i < text.n && text.s[i] == '.')
		i++;
	if (i < text.n && text.s[i] == ')')
		i++;
	m->behind = str_part(text, label, i);
	m->to = i;
	return i > label && i - at <= MARK_MAX &&
	       letter_at(text, i, &n) == LETTER_BLANK;
}

size_t
listmark_next(struct str text, const struct listmark *m, size_t to)
{
	char next[2 * MARK_MAX];
	size_t n;
	int len;

	if (m->letter)
		len = snprintf(next, sizeof next, " %.*s%c%.*s ",
		    (int)m->before.n, m->before.s, m->letter + 1,
		    (int)m->behind.n, m->behind.s);
	else
		len = snprintf(next, sizeof next, " %.*s%d%.*s ",
		    (int)m->before.n, m->before.s, m->number + 1,
		    (int)m->behind.n, m->behind.s);
	n = (size_t)len;
	for (size_t i = m->to; i + n - 1 <= to; i++) {
		const char *blank = memchr(text.s + i, ' ', to - i);
		if (!blank)
			break;
		i = (size_t)(blank - text.s);
		/* the blank behind the mark may be behind the sentence */
		if (i + n - 1 <= to && i + n <= text.n &&
		    memcmp(blank, next, n) == 0)
			return i + 1;
	}
	return to;
}
