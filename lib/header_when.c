#include "header_when.h"

#include <string.h>

#include "calendar.h"
#include "letter.h"

static bool
is_digit(struct str s, size_t i)
{
	return i < s.n && s.s[i] >= '0' && s.s[i] <= '9';
}

static int
digits_at(struct str s, size_t i, size_t n)
{
	int value = 0;

	for (size_t k = i; k < i + n; k++) {
		if (!is_digit(s, k))
			return -1;
		value = value * 10 + (s.s[k] - '0');
	}
	return value;
}

/* A day in the name of the file: 2025-02-17, 2025_02_17, 20250217. */
static bool
date_of_name(struct str name, struct edtf_date *d)
{
	size_t n;

	for (size_t i = 0; i + 8 <= name.n; i++) {
		size_t sep = !is_digit(name, i + 4), end = i + 8 + 2 * sep;
		enum letter before = letter_before(name, 0, i, &n);
		struct day day;
		if (!is_digit(name, i) || letter_is_letter(before) ||
		    before == LETTER_DIGIT || end > name.n ||
		    is_digit(name, end))
			continue;
		if (sep && (!strchr("-_.", name.s[i + 4]) ||
			       name.s[i + 7] != name.s[i + 4]))
			continue;
		day = (struct day){ digits_at(name, i, 4),
			digits_at(name, i + 4 + sep, 2),
			digits_at(name, i + 6 + 2 * sep, 2) };
		if (day.year < 1900 || day.year > 2099 || !calendar_valid(day))
			continue;
		*d = edtf_day(day);
		return true;
	}
	return false;
}

/* Is the word before byte i one like "by" or "in", so that the year at i tells
 * of another time? */
static bool
is_due(const struct header_words *words, struct str s, size_t i)
{
	enum header_meaning m;
	size_t to, n;

	while (letter_before(s, 0, i, &n) == LETTER_BLANK)
		i -= n;
	to = i;
	while (letter_is_letter(letter_before(s, 0, i, &n)))
		i -= n;
	return header_word(words, HEADER_DUE, str_part(s, i, to), &m);
}

/* The years in a text: the only one so far in *year, -1 where there are more.
 */
static void
add_years(const struct header_words *words, struct str s, int *year)
{
	size_t n;

	for (size_t i = 0; i + 4 <= s.n; i++) {
		int y;
		enum letter k;
		if ((s.s[i] != '1' && s.s[i] != '2') ||
		    (y = digits_at(s, i, 4)) < 1900 || y > 2099)
			continue;
		k = letter_before(s, 0, i, &n);
		if (is_digit(s, i + 4) || k == LETTER_DIGIT ||
		    (k == LETTER_UPPER) || k == LETTER_LOWER ||
		    (k == LETTER_OTHER && i > 1 && is_digit(s, i - 2)) ||
		    (i + 5 < s.n && strchr(".,", s.s[i + 4]) &&
			is_digit(s, i + 5)) ||
		    (i > 0 && strchr("$.", s.s[i - 1])) || is_due(words, s, i))
			continue;
		if (*year == 0)
			*year = y;
		else if (*year != y)
			*year = -1;
	}
}

/* The only year that the article names, or 0. */
static int
only_year(
    const struct header_words *words, const struct header_para *para, size_t n)
{
	int year = 0;

	for (size_t i = 0; i < n && year >= 0; i++)
		if (para[i].role != ROLE_MARKUP)
			add_years(words, para[i].text, &year);
	return year > 0 ? year : 0;
}

static bool
is_whole(const struct edtf_date *d)
{
	return d->hidden == 0 && d->day > 0;
}

/* Gives d, whose year is not known, a year; false where February has no such
 * day in it. */
static bool
set_year(struct edtf_date *d, int year)
{
	struct edtf_date dated = *d;

	dated.year = year;
	dated.hidden = 0;
	if (!edtf_day_known(&dated))
		return false;
	*d = dated;
	return true;
}

/* The same with the year of file: or the one before, if the file would be much
 * older than it. */
static bool
take_year(struct edtf_date *d, const struct edtf_date *file)
{
	enum { LATE = 31 }; /* days */
	struct day day = { file->year, d->month, d->day };
	struct day of_file = { file->year, file->month, file->day };

	if (calendar_valid(day) &&
	    calendar_number(day) > calendar_number(of_file) + LATE)
		day.year--;
	return set_year(d, day.year);
}

void
header_when(const struct header_words *words, struct str name,
    const struct header_para *para, size_t npara, const struct evidence *all,
    size_t n, struct header *h)
{
	struct edtf_date file, part = { 0 };
	bool has_file = date_of_name(name, &file);
	const char *basis = NULL;
	int year;

	for (size_t i = 0; i < n; i++) {
		if (!all[i].known)
			continue;
		if (is_whole(&all[i].date)) {
			h->published = edtf_date(all[i].date);
			h->basis = all[i].basis;
			return;
		}
		if (!basis) {
			part = all[i].date;
			basis = all[i].basis;
		}
	}
	year = has_file ? 0 : only_year(words, para, npara);
	h->basis = "none";
	if (basis) {
		h->basis = basis;
		if (has_file && take_year(&part, &file))
			h->basis = "file-name";
		else if (year && set_year(&part, year))
			h->basis = "document";
		h->published = edtf_date(part);
	} else if (has_file) {
		h->published = edtf_date(file);
		h->basis = "file-name";
	} else if (year) {
		h->published = edtf_date((struct edtf_date){ .year = year });
		h->basis = "document";
	}
}
