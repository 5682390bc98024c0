/*
 * newsgen: makes news-like text out of articles, the same for the same seed.
 *
 * usage: newsgen BYTES [FOLDER] <ARTICLES
 *
 * ARTICLES are separated by lines of "%%".  Every article made is one of them
 * with other numbers, years, months and names; every eighth is nearly a copy of
 * the one before: other numbers in its first line, and a paragraph less.  They
 * are written one after the other with a blank line between, or each to a file
 * of its own in FOLDER (a thousand to a folder).
 */
#include <ctype.h>
#include <err.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "buf.h"

enum { MOST_ARTICLES = 256 };

static const char *const months[] = { "January", "February", "March", "April",
	"June", "July", "August", "September", "October", "November",
	"December" };
static const char *const names[] = { "Kazakhstan", "Uzbekistan", "Mongolia",
	"Georgia", "Astana", "Almaty", "Beijing", "Xinjiang", "Tashkent",
	"Aktau", "Shymkent", "Urumqi", "Batalov", "Zhumangarin", "Temirgali",
	"Bektenov", "Nazarova", "Ospanov", "Serikbayeva", "Wang", "Zhang",
	"Ivanov", "Omarov", "Kazakh", "Chinese", "Uzbek" };

#define COUNT(array) (sizeof(array) / sizeof *(array))

static uint64_t state = 20250217;

/* A number below n: splitmix64. */
static uint64_t
dice(uint64_t n)
{
	uint64_t z = (state += 0x9E3779B97F4A7C15);

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
	return n ? (z ^ (z >> 31)) % n : 0;
}

/* Is the word one of the list?  Then another of the list, or NULL. */
static const char *
swap(const char *const *list, size_t n, const char *word, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(list[i]) == len && memcmp(list[i], word, len) == 0)
			return list[dice(n)];
	return NULL;
}

/* A run of digits: a year stays a year, another number keeps its length. */
static void
add_digits(struct buf *b, const char *s, size_t n)
{
	if (n == 4 && (memcmp(s, "20", 2) == 0 || memcmp(s, "19", 2) == 0)) {
		buf_uint(b, 1990 + dice(40));
		return;
	}
	for (size_t i = 0; i < n; i++) {
		uint64_t top = n == 2 && i == 0 ? 2 : 9;
		buf_char(b, (char)(i ? '0' + dice(10) : '1' + dice(top)));
	}
}

static size_t
run_of(const char *s, size_t n, int is(int))
{
	size_t i = 0;

	while (i < n && is((unsigned char)s[i]))
		i++;
	return i;
}

static void
vary(struct buf *b, struct str s)
{
	const char *other;
	size_t n;

	for (size_t i = 0; i < s.n; i += n) {
		n = run_of(s.s + i, s.n - i, isdigit);
		if (n) {
			add_digits(b, s.s + i, n);
			continue;
		}
		n = run_of(s.s + i, s.n - i, isalpha);
		if (n == 0) {
			n = 1;
			buf_char(b, s.s[i]);
			continue;
		}
		other = swap(months, COUNT(months), s.s + i, n);
		if (!other && dice(2))
			other = swap(names, COUNT(names), s.s + i, n);
		if (other)
			buf_puts(b, other);
		else
			buf_add(b, s.s + i, n);
	}
}

/* The end of the line that begins at at, behind its line feed. */
static size_t
line_end(struct str s, size_t at)
{
	const char *lf = memchr(s.s + at, '\n', s.n - at);

	return lf ? (size_t)(lf - s.s) + 1 : s.n;
}

static void
nearly_copy(struct buf *b, struct str s)
{
	size_t first = line_end(s, 0), from, to;

	vary(b, str_part(s, 0, first));
	from = line_end(s, first + dice(s.n - first));
	to = from < s.n ? line_end(s, from) : s.n;
	buf_str(b, str_part(s, first, from));
	buf_str(b, str_part(s, to, s.n));
}

static void
write_article(struct str s, const char *folder, unsigned long number)
{
	char path[4096];
	FILE *f = stdout;

	if (folder) {
		snprintf(path, sizeof path, "%s/%03lu", folder, number / 1000);
		if (number % 1000 == 0)
			mkdir(path, 0777);
		snprintf(path, sizeof path, "%s/%03lu/%06lu.txt", folder,
		    number / 1000, number);
		f = fopen(path, "w");
	}
	if (!f || fwrite(s.s, 1, s.n, f) != s.n)
		err(2, "%s", folder ? path : "standard output");
	if (folder && fclose(f) != 0)
		err(2, "%s", path);
	if (!folder)
		putchar('\n');
}

/* Reads the articles; returns their number. */
static size_t
read_articles(struct buf *text, struct str *article)
{
	size_t n = 0, from = 0, to;
	int c;

	while ((c = getchar()) != EOF)
		buf_char(text, (char)c);
	for (size_t at = 0; at < text->n; at = to) {
		to = line_end(buf_text(text), at);
		if (to - at == 3 && memcmp(text->s + at, "%%", 2) == 0) {
			if (at > from && n < MOST_ARTICLES)
				article[n++] =
				    str_part(buf_text(text), from, at);
			from = to;
		}
	}
	return n;
}

int
main(int argc, char **argv)
{
	static struct str article[MOST_ARTICLES];
	struct buf text = { 0 }, made[2] = { { 0 }, { 0 } };
	const char *folder = argc > 2 ? argv[2] : NULL;
	size_t articles = read_articles(&text, article), done = 0;
	size_t wanted = argc > 1 ? strtoull(argv[1], NULL, 10) : 0;

	if (wanted == 0 || articles == 0)
		errx(2, "usage: newsgen BYTES [FOLDER] <ARTICLES");
	for (unsigned long i = 0; done < wanted; i++) {
		struct buf *now = &made[i % 2], *before = &made[(i + 1) % 2];

		buf_reset(now);
		if (i % 8 == 7)
			nearly_copy(now, buf_text(before));
		else
			vary(now, article[dice(articles)]);
		write_article(buf_text(now), folder, i);
		done += now->n;
	}
	if (fflush(stdout) != 0)
		err(2, "standard output");
	buf_free(&text);
	buf_free(&made[0]);
	buf_free(&made[1]);
	return 0;
}
