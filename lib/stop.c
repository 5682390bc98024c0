#include "stop.h"

#include "letter.h"
#include "scan.h"
#include "utf8.h"

enum {
	CLOSE_REACH = 8,  /* brackets and quotation marks that close at once */
	NOTE_REACH = 24,  /* bytes of the mark of a footnote */
	QUOTE_REACH = 512 /* bytes to look back for an open quotation mark */
};

/* The bytes where a stop may begin. */
static uint64_t
stop_mask(const unsigned char *p)
{
	uint64_t mask = scan_any(p, '.', '!', '?');

	/* the lead bytes of the others: DB, E0 to E3, EF */
	if (scan_high(p) && scan_range(p, 0xDB, 0xEF - 0xDB + 1, 0))
		mask |= scan_range(p, 0xE0, 4, 0) | scan_equal(p, (char)0xEF) |
			scan_equal(p, (char)0xDB);
	return mask;
}

/* Looks at the block that holds byte i < text.n: the one that begins there, or
 * the last one, which spares a copy of what is shorter than a block. */
static void
load_block(struct stops *it, size_t i)
{
	struct str text = it->text;
	struct scan_block room;

	if (text.n - i < SCAN_BYTES && text.n >= SCAN_BYTES)
		it->block = text.n - SCAN_BYTES;
	else
		it->block = i;
	it->mask =
	    stop_mask(scan_load(text.s + it->block, text.n - it->block, &room));
	it->mask &= ~(uint64_t)0 << (i - it->block);
}

/* The first stop at or behind byte i, or text.n. */
size_t
stops_next(struct stops *it, size_t i)
{
	struct str text = it->text;
	size_t n;

	if (i >= text.n)
		return text.n;
	if (i < it->block || i - it->block >= SCAN_BYTES)
		load_block(it, i);
	it->mask &= ~(uint64_t)0 << (i - it->block);
	for (;;) {
		for (; it->mask; it->mask &= it->mask - 1) {
			i = it->block + scan_first(it->mask);
			if ((unsigned char)text.s[i] < 0x80)
				return i;
			/* U+2000 to U+2025: quotation marks and dashes */
			if (memcmp(text.s + i, "\xE2\x80", 2) == 0 &&
			    (unsigned char)text.s[i + 2] < 0xA6)
				continue;
			if (letter_at(text, i, &n) == LETTER_STOP)
				return i;
		}
		i = it->block + SCAN_BYTES;
		if (i >= text.n)
			return text.n;
		load_block(it, i);
	}
}

static uint32_t
code_at(struct str text, size_t i)
{
	uint32_t cp = 0;

	if (i < text.n)
		utf8_decode(text.s + i, text.n - i, &cp);
	return cp;
}

static bool
is_quote(uint32_t cp)
{
	return cp == '"' || cp == '\'' || cp == 0xBB || cp == 0x2019 ||
	       cp == 0x201C || cp == 0x201D || cp == 0x203A || cp == 0x300D ||
	       cp == 0x300F;
}

/* Is there an odd number of " between the sentence's start and byte i? */
static bool
quote_is_open(struct str text, size_t start, size_t i)
{
	size_t from = i - start > QUOTE_REACH ? i - QUOTE_REACH : start;
	bool open = false;

	while (from < i)
		open ^= text.s[from++] == '"';
	return open;
}

/* "[12]" or "[note 3]" at byte i: a mark of a footnote.  Its end, or i. */
static size_t
skip_note(struct str text, size_t i)
{
	size_t k = i;

	if (k >= text.n || text.s[k] != '[')
		return i;
	while (k < text.n && k - i < NOTE_REACH && text.s[k] != ']')
		k++;
	return k < text.n && text.s[k] == ']' && k > i + 1 &&
		       text.s[k - 1] >= '0' && text.s[k - 1] <= '9'
		   ? k + 1
		   : i;
}

/* Reads the stop at byte i: its signs and what closes behind them. */
struct stop
stop_read(struct str text, size_t start, size_t i)
{
	struct stop st = { .from = i };
	size_t dots = 0, signs = 0, closed, n, after;
	enum letter k;

	/* by far the most: a full stop and a word behind it */
	if (text.s[i] == '.' && i + 2 < text.n && text.s[i + 1] == ' ' &&
	    text.s[i + 2] != '.') {
		st.run = st.end = i + 1;
		st.dot = true;
		return st;
	}
	while (letter_at(text, i, &n) == LETTER_STOP) {
		uint32_t cp = code_at(text, i);
		dots += cp == '.' || cp == 0xFF0E;
		st.ellipsis |= cp == 0x2026;
		st.full |= st.ellipsis && cp != 0x2026;
		st.wide |= cp >= 0x3000 || cp == 0x0964 || cp == 0x06D4;
		signs++;
		i += n;
		/* ". . ." is one sign */
		while (dots == signs && i + 1 < text.n && text.s[i] == ' ' &&
		       text.s[i + 1] == '.' &&
		       (i + 2 == text.n || text.s[i + 2] != '.')) {
			i += 2;
			dots++, signs++;
		}
	}
	st.run = i;
	st.dot = signs == 1 && dots == 1;
	st.full |= dots > 3 && dots == signs;
	st.ellipsis |= dots > 1;
	for (closed = 0; closed < CLOSE_REACH; closed++) {
		uint32_t cp = code_at(text, i);
		k = letter_at(text, i, &n);
		if ((after = skip_note(text, i)) > i) {
			i = after;
			continue;
		}
		if (k == LETTER_QUOTE || (k == LETTER_OPEN && cp == 0x201C)) {
			size_t m;
			enum letter next = letter_at(text, i + n, &m);
			if (letter_is_letter(next) || next == LETTER_DIGIT) {
				if (cp != '"' || !quote_is_open(text, start, i))
					break;
			} else if (next == LETTER_OPEN && !is_quote(cp))
				break;
		} else if (k != LETTER_CLOSE &&
			   !(k == LETTER_STOP && i > st.run))
			break;
		st.quote |= is_quote(cp);
		i += n;
	}
	st.end = i;
	return st;
}
