#include "header_line.h"

#include "letter.h"

enum {
	KEY_MAX = 40,	/* bytes of a key */
	NOISE_MAX = 28, /* bytes behind a date in its piece */
	SHORT = 48,	/* bytes of a piece that may be anything in a header */
	LINE_MAX = 240, /* bytes of a line of a header */
	NAME_WORDS = 9
};

struct str
header_trim(struct str text)
{
	size_t from = letter_skip_blanks(text, 0), to = text.n, n;

	while (letter_before(text, from, to, &n) == LETTER_BLANK)
		to -= n;
	return str_part(text, from, to);
}

/* The text without quotation marks around it, with \" and '' as they are. */
static struct str
unquote(struct str s)
{
	if (s.n >= 2 && (s.s[0] == '"' || s.s[0] == '\'') &&
	    s.s[s.n - 1] == s.s[0])
		return str_part(s, 1, s.n - 1);
	return s;
}

/* The bytes of a colon at byte i, or 0. */
static size_t
colon_at(struct str s, size_t i)
{
	if (i < s.n && s.s[i] == ':')
		return 1;
	return i + 3 <= s.n && memcmp(s.s + i, "\xEF\xBC\x9A", 3) == 0 ? 3 : 0;
}

static size_t
count_words(struct str s)
{
	size_t words = 0, n;
	bool inside = false;

	for (size_t i = 0; i < s.n; i += n) {
		enum letter k = letter_at(s, i, &n);
		words += k != LETTER_BLANK && !inside;
		inside = k != LETTER_BLANK;
	}
	return words;
}

static void
set(struct str *field, struct str value)
{
	if (!field->s && value.n > 0)
		*field = value;
}

static void
set_date(struct header_facts *f, struct edtf_date d, bool update)
{
	if (f->dated && (!f->update || update) &&
	    !(f->date.hidden && !d.hidden))
		return;
	f->dated = true;
	f->update = update;
	f->date = d;
}

/* Adds the value of a key. */
static void
add_value(struct header_dates *dates, enum header_meaning m, struct str value,
    struct header_facts *f)
{
	struct edtf_date d;
	size_t a, b;

	switch (m) {
	case HEADER_TITLE: set(&f->title, value); break;
	case HEADER_PUBLISHER:
		/* "Source: Xinhua 2025-02-17 10:09" */
		if (header_date(dates, value, &d, &a, &b)) {
			set_date(f, d, false);
			value = header_trim(str_part(value, 0, a));
		}
		set(&f->publisher, value);
		break;
	case HEADER_AUTHOR: set(&f->author, value); break;
	case HEADER_PLACE: set(&f->place, value); break;
	case HEADER_LINK: set(&f->link, value); break;
	case HEADER_DATE:
	case HEADER_UPDATED:
		if (header_date(dates, value, &d, &a, &b))
			set_date(f, d, m == HEADER_UPDATED);
		break;
	case HEADER_OTHER:
	case HEADER_CAPTION:
		/* "Editor: huaxia 2025-02-17 10:09:45" */
		if (header_date(dates, value, &d, &a, &b) && a <= SHORT &&
		    b == value.n && m == HEADER_OTHER)
			set_date(f, d, false);
		break;
	}
}

/* Where in s, behind byte from, a known key with its colon begins; or s.n. */
static size_t
next_key(const struct header_words *w, struct str s, size_t from)
{
	enum header_meaning m;

	for (size_t i = from; i < s.n; i++) {
		size_t k = i, words = 0;
		if (!colon_at(s, i))
			continue;
		while (k > from && i - k < KEY_MAX && words < 3) {
			k--;
			if (k > from && s.s[k - 1] != ' ')
				continue;
			words++;
			if (s.s[k] != ' ' &&
			    header_word(w, HEADER_KEY, str_part(s, k, i), &m))
				return k;
		}
	}
	return s.n;
}

/* The key at the beginning of s; the bytes up to behind its colon, or 0. */
static size_t
read_key(struct str s, struct str *key)
{
	size_t colon;

	for (size_t i = 0; i < s.n && i <= KEY_MAX; i++)
		if ((colon = colon_at(s, i))) {
			*key = header_trim(str_part(s, 0, i));
			return i + colon;
		}
	return 0;
}

bool
header_field(const struct header_words *w, struct header_dates *dates,
    struct str line, struct header_facts *f, struct str *value)
{
	struct str key;
	enum header_meaning m;
	size_t n = read_key(line, &key);

	if (n == 0 || key.n == 0)
		return false;
	*value = unquote(header_trim(str_part(line, n, line.n)));
	if (header_word(w, HEADER_KEY, key, &m))
		add_value(dates, m, *value, f);
	return true;
}

/* Names: every word has a capital, but for a few that join them and those for
 * who writes. */
static bool
is_names(const struct header_words *w, struct str s)
{
	enum header_meaning m;
	size_t n, words = count_words(s);
	bool begins = true;

	if (words == 0 || words > NAME_WORDS)
		return false;
	for (size_t i = 0; i < s.n; i += n) {
		enum letter k = letter_at(s, i, &n);
		size_t to = i;
		while (to < s.n && s.s[to] != ' ')
			to++;
		if (begins && k == LETTER_LOWER && to - i > 3 &&
		    !(header_word(w, HEADER_KEY, str_part(s, i, to), &m) &&
			m == HEADER_AUTHOR))
			return false;
		if (k == LETTER_DIGIT)
			return false;
		begins = k == LETTER_BLANK;
	}
	return true;
}

/* "Share", "3 min read", "1,204 views" */
static bool
is_furniture(const struct header_words *w, struct str s)
{
	enum header_meaning m;
	size_t i = 0, n;

	while (letter_at(s, i, &n) == LETTER_DIGIT ||
	       (i > 0 && i < s.n && (s.s[i] == ',' || s.s[i] == ' ')))
		i += n;
	return header_word(w, HEADER_LINE, str_part(s, i, s.n), &m) ||
	       (i > 0 && header_word(w, HEADER_KEY, str_part(s, i, s.n), &m));
}

static bool
has_words(struct str s)
{
	size_t n;

	for (size_t i = 0; i < s.n; i += n)
		if (letter_is_letter(letter_at(s, i, &n)))
			return true;
	return false;
}

/* "2025 жылғы 25 маусым": a year, a day and a few words, in a language whose
 * dates are not known. */
static bool
is_like_date(struct str s)
{
	size_t words = 0, years = 0, days = 0, n, run = 0;

	if (s.n > SHORT || count_words(s) > 5)
		return false;
	for (size_t i = 0; i <= s.n; i += n) {
		enum letter k = letter_at(s, i, &n);
		if (k == LETTER_DIGIT) {
			run++;
			continue;
		}
		years += run == 4;
		days += run == 1 || run == 2;
		run = 0;
		words += letter_is_letter(k) && (i == 0 || s.s[i - 1] == ' ');
		if (k == LETTER_END)
			break;
	}
	return years == 1 && days > 0 && words <= 3;
}

static bool
read_byline(const struct header_words *w, struct str s, struct header_facts *f)
{
	enum header_meaning m;
	size_t lead = header_prefix(w, HEADER_LEAD, s, &m);

	if (lead == 0 || (m != HEADER_AUTHOR && m != HEADER_CAPTION &&
			     m != HEADER_PUBLISHER))
		return false;
	s = header_trim(str_part(s, lead, s.n));
	if (!is_names(w, s))
		return false;
	if (m == HEADER_AUTHOR)
		set(&f->author, s);
	if (m == HEADER_PUBLISHER)
		set(&f->publisher, s);
	return true;
}

/* "by admin" */
static bool
is_byline(const struct header_words *w, struct str s)
{
	enum header_meaning m;

	return header_prefix(w, HEADER_LEAD, s, &m) > 0 && m == HEADER_AUTHOR;
}

/* "By Dana Omirgazy in Business on", before a date: the names end where a word
 * has no capital. */
static bool
read_byline_before(
    const struct header_words *w, struct str s, struct header_facts *f)
{
	enum header_meaning m;
	size_t lead = header_prefix(w, HEADER_LEAD, s, &m), to, n;
	struct str names;

	if (lead == 0 || m != HEADER_AUTHOR || count_words(s) > NAME_WORDS)
		return false;
	s = header_trim(str_part(s, lead, s.n));
	for (to = 0; to < s.n; to++)
		if ((to == 0 || s.s[to - 1] == ' ') &&
		    letter_at(s, to, &n) == LETTER_LOWER)
			break;
	names = header_trim(str_part(s, 0, to));
	if (names.n > 0 && names.s[names.n - 1] == ',')
		names.n--;
	if (names.n == 0 || !is_names(w, names))
		return false;
	set(&f->author, names);
	return true;
}

/* "Published on Monday, 3 March 2025, 14:30", also behind a place. */
static bool
read_dated(const struct header_words *w, struct header_dates *dates,
    struct str s, struct header_facts *f)
{
	enum header_meaning m = HEADER_OTHER;
	struct edtf_date d;
	struct str before, behind;
	size_t lead = header_prefix(w, HEADER_LEAD, s, &m), a, b;
	bool update = lead > 0 && m == HEADER_UPDATED;

	if (lead > 0 && m != HEADER_DATE && m != HEADER_UPDATED)
		lead = 0;
	s = header_trim(str_part(s, lead, s.n));
	if (!header_date(dates, s, &d, &a, &b))
		return is_like_date(s);
	before = header_trim(str_part(s, 0, a));
	behind = header_trim(str_part(s, b, s.n));
	if (behind.n > NOISE_MAX || count_words(behind) > 3 ||
	    (has_words(behind) && (before.n > 0 || !is_names(w, behind)) &&
		!is_furniture(w, behind) &&
		!(lead > 0 && is_byline(w, behind))))
		return false;
	if (before.n > 0 && !read_byline_before(w, before, f)) {
		size_t n;
		if (before.n > SHORT || count_words(before) > 3 ||
		    letter_at(before, 0, &n) != LETTER_UPPER)
			return false;
		if (before.s[before.n - 1] == ',')
			set(&f->place, str_part(before, 0, before.n - 1));
	}
	set_date(f, d, update);
	return true;
}

/* "www.inform.kz", "https://...", "desk@inform.kz" */
static bool
is_address(struct str s)
{
	const char *dot = memchr(s.s, '.', s.n);

	return s.n >= 4 && dot && dot > s.s && dot < s.s + s.n - 2 &&
	       !memchr(s.s, ' ', s.n) && s.s[s.n - 1] != '.' &&
	       (unsigned char)dot[1] < 128 &&
	       letter_is_letter(
		   (enum letter)letter_ascii[(unsigned char)dot[1]]);
}

/* Is this said of an image, or is it but a name: "Photo: Li Na"? */
static bool
is_caption(struct str s)
{
	return count_words(s) > 6 ||
	       (count_words(s) > 2 && s.s[s.n - 1] == '.');
}

/* One piece of a line; false where it tells nothing. */
static bool
read_piece(const struct header_words *w, struct header_dates *dates,
    struct str s, struct header_facts *f, bool *caption)
{
	enum header_meaning m;
	struct str key;
	size_t n = read_key(s, &key);

	if (n > 0 && header_word(w, HEADER_KEY, key, &m)) {
		while (s.n > 0) {
			size_t to = next_key(w, s, n);
			struct str value = header_trim(str_part(s, n, to));
			add_value(dates, m, unquote(value), f);
			*caption |= m == HEADER_CAPTION && is_caption(value);
			s = str_part(s, to, s.n);
			n = read_key(s, &key);
			if (n == 0 || !header_word(w, HEADER_KEY, key, &m))
				break;
		}
		return true;
	}
	if (header_word(w, HEADER_NAME, s, &m)) {
		set(&f->publisher, s);
		return true;
	}
	return read_dated(w, dates, s, f) || read_byline(w, s, f) ||
	       is_address(s) || is_furniture(w, s);
}

/* The bytes of a sign that parts pieces at byte i, or 0. */
static size_t
bar_at(struct str s, size_t i)
{
	static const struct str bars[] = { { "\xC2\xB7", 2 },
		{ "\xE2\x80\xA2", 3 }, { "\xEF\xBD\x9C", 3 }, { " / ", 3 },
		{ " // ", 4 }, { " > ", 3 }, { " \xE2\x80\xBA ", 5 },
		{ " \xC2\xBB ", 4 } };
	unsigned char c = (unsigned char)s.s[i];

	if (c == '|' || c == '\t')
		return 1;
	if (c != ' ' && c < 0xC2)
		return 0;
	for (size_t k = 0; k < sizeof bars / sizeof *bars; k++)
		if (s.n - i >= bars[k].n &&
		    memcmp(s.s + i, bars[k].s, bars[k].n) == 0)
			return bars[k].n;
	return 0;
}

bool
header_is_name(const struct header_words *w, struct str line)
{
	size_t words = count_words(line), n;
	enum letter k = letter_at(line, 0, &n);

	return (k == LETTER_UPPER || k == LETTER_CASELESS) && words >= 2 &&
	       words <= 3 && line.n <= SHORT && is_names(w, line);
}

enum header_line
header_line(const struct header_words *w, struct header_dates *dates,
    struct str line, struct header_facts *facts)
{
	struct header_facts f = *facts;
	size_t known = 0, unknown = 0, bar = 0;
	bool caption = false, long_piece = false;
	struct str name = { 0 };

	if (line.n > 2 * LINE_MAX)
		return LINE_PROSE;
	for (size_t from = 0, to = 0; from <= line.n; from = to + bar) {
		struct str piece;
		for (to = from; to < line.n && !(bar = bar_at(line, to));)
			to++;
		if (to == line.n)
			bar = 1; /* and out of the loop */
		piece = header_trim(str_part(line, from, to));
		if (piece.n == 0)
			continue;
		if (piece.n <= LINE_MAX &&
		    read_piece(w, dates, piece, &f, &caption)) {
			known++;
			continue;
		}
		unknown++;
		long_piece |= piece.n > SHORT;
		if (count_words(piece) == 1)
			name = piece;
	}
	if (known == 0 || long_piece || unknown > 2)
		return caption ? LINE_CAPTION : LINE_PROSE;
	/* "Kazinform | 3 March 2025": a name beside what is known */
	if (unknown > 0 && f.dated)
		set(&f.publisher, name);
	*facts = f;
	return caption ? LINE_CAPTION : LINE_HEADER;
}
