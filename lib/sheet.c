#include "sheet.h"

#include <stdlib.h>
#include <strings.h>

#include "csv.h"
#include "mem.h"
#include "scan.h"
#include "table.h"
#include "utf8.h"

enum {
	CELL_MOST = 32767, /* characters in a cell of Excel and LibreOffice */
	DIGITS_MOST = 15,  /* that a double keeps */
	RISKY_MOST = 64	   /* bytes; longer texts are never read as a date */
};

struct sheet_column {
	char *name;
	size_t name_n;
	const struct schema_column *about; /* NULL: not in the schema */
	bool checked;			   /* not all values fit it */
	char fit[16];			   /* a value that did; fit_n bytes */
	size_t fit_n;
	struct str value; /* in the current record, escaped */
};

static bool
is_label(struct str s)
{
	if (s.n == 0 || s.s[0] < 'a' || s.s[0] > 'z')
		return false;
	for (size_t i = 1; i < s.n; i++)
		if (!((s.s[i] >= 'a' && s.s[i] <= 'z') ||
			(s.s[i] >= '0' && s.s[i] <= '9') || s.s[i] == '_'))
			return false;
	return true;
}

static bool
can_misfit(enum schema_kind kind)
{
	return kind == SCHEMA_INTEGER || kind == SCHEMA_NUMBER ||
	       kind == SCHEMA_DATE || kind == SCHEMA_CODE;
}

static bool
add_column(struct sheet *s, struct str name)
{
	struct sheet_column *c;

	if (!is_label(name))
		return false;
	for (size_t i = 0; i < s->ncols; i++)
		if (str_is(name, s->column[i].name))
			return false;
	s->column = mem_resize(s->column, s->ncols + 1, sizeof *s->column);
	c = &s->column[s->ncols++];
	c->name = mem_copy(name.s, name.n);
	c->about = s->schema ? schema_column(s->schema, name) : NULL;
	c->checked = c->about && can_misfit(c->about->kind);
	c->name_n = name.n;
	c->fit_n = 0;
	c->value = (struct str){ 0 };
	return true;
}

bool
sheet_init(struct sheet *s, const struct schema *schema, const char *columns,
    enum sheet_style style, struct writer *out)
{
	*s = (struct sheet){ .schema = schema, .style = style, .out = out };
	if (!columns) {
		for (size_t i = 0; schema->column[i].name; i++)
			add_column(s, str_from(schema->column[i].name));
		return true;
	}
	for (;;) {
		size_t n = strcspn(columns, ",");

		if (!add_column(s, (struct str){ columns, n })) {
			sheet_free(s);
			return false;
		}
		if (!columns[n])
			return true;
		columns += n + 1;
	}
}

void
sheet_free(struct sheet *s)
{
	for (size_t i = 0; i < s->ncols; i++)
		free(s->column[i].name);
	free(s->column);
	free(s->guess);
	buf_free(&s->row);
	buf_free(&s->text);
	buf_free(&s->guarded);
	buf_free(&s->told);
	*s = (struct sheet){ 0 };
}

static char
separator(const struct sheet *s)
{
	return s->style == SHEET_TSV ? '\t' : ',';
}

static void
end_row(struct sheet *s)
{
	struct buf *b = &s->row;

	if (s->style == SHEET_CRLF || s->style == SHEET_SPREADSHEET)
		buf_char(b, '\r');
	buf_char(b, '\n');
	s->bytes += b->n;
	writer_str(s->out, buf_text(b));
}

void
sheet_header(struct sheet *s)
{
	buf_reset(&s->row);
	if (s->style == SHEET_SPREADSHEET)
		buf_puts(&s->row, "\xEF\xBB\xBF");
	for (size_t i = 0; i < s->ncols; i++) {
		if (i > 0)
			buf_char(&s->row, separator(s));
		buf_puts(&s->row, s->column[i].name);
	}
	end_row(s);
}

/* Could this word stand in a date?  All of at most two letters could. */
static bool
is_date_word(struct str word)
{
	static const struct table *t;
	char fold[RISKY_MOST];

	if (utf8_count(word.s, word.n) <= 2)
		return true;
	if (!t)
		t = table_builtin("lexicon/spreadsheet.tsv");
	for (size_t i = 0; i < word.n; i++)
		fold[i] = (char)(word.s[i] >= 'A' && word.s[i] <= 'Z'
				     ? word.s[i] + ('a' - 'A')
				     : word.s[i]);
	for (size_t row = 0; row < t->nrows; row++)
		if (str_eq(table_cell(t, row, 0), (struct str){ fold, word.n }))
			return true;
	return false;
}

/* A byte of a letter, as far as words in dates go; signs of currencies and
 * dashes (U+2000 to U+2BFF) are none. */
static bool
in_word(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.s[i];

	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (c >= 0x80 && c != 0xE2 && !(i >= 1 && s.s[i - 1] == '\xE2') &&
		   !(i >= 2 && s.s[i - 2] == '\xE2'));
}

static bool
is_formula(char c)
{
	return c != '\0' && strchr("=+-@'\t\r\n", c);
}

static bool
is_truth(struct str s)
{
	return (s.n == 4 && strncasecmp(s.s, "true", 4) == 0) ||
	       (s.n == 5 && strncasecmp(s.s, "false", 5) == 0);
}

bool
sheet_is_risky(struct str text)
{
	bool digit = false;
	size_t i, from;

	if (text.n == 0 || text.n > RISKY_MOST)
		return text.n > 0 && is_formula(text.s[0]);
	if (is_formula(text.s[0]))
		return true;
	for (i = 0; i < text.n; i += i == from) {
		for (from = i; i < text.n && in_word(text, i); i++)
			;
		if (i > from && !is_date_word(str_part(text, from, i)))
			return false;
		if (i == from)
			digit |= text.s[i] >= '0' && text.s[i] <= '9';
	}
	return digit || is_truth(text);
}

/* Is this a column of words, not of numbers or days? */
static bool
is_wordy(const struct sheet_column *c)
{
	static const struct schema_column number = { .kind = SCHEMA_NUMBER };

	if (!c->about)
		return schema_misfit(&number, c->value) != NULL;
	return c->about->kind != SCHEMA_INTEGER &&
	       c->about->kind != SCHEMA_NUMBER && c->about->kind != SCHEMA_DATE;
}

/* The escapes of TSV are those of the stream, which may leave CR as it is. */
static void
add_tsv(struct sheet *s, struct str value)
{
	const char *cr;

	while (value.n > 0 && (cr = memchr(value.s, '\r', value.n))) {
		size_t n = (size_t)(cr - value.s);

		buf_add(&s->row, value.s, n);
		buf_puts(&s->row, "\\r");
		value = str_part(value, n + 1, value.n);
	}
	buf_str(&s->row, value);
}

static void
add_cell(struct sheet *s, const struct sheet_column *c)
{
	struct str text;

	if (s->style == SHEET_TSV) {
		add_tsv(s, c->value);
		return;
	}
	text = record_text(c->value, &s->text);
	if (s->style == SHEET_SPREADSHEET && is_wordy(c) &&
	    sheet_is_risky(text)) {
		buf_reset(&s->guarded);
		buf_char(&s->guarded, '\'');
		buf_str(&s->guarded, text);
		text = buf_text(&s->guarded);
	}
	csv_put(&s->row, text);
}

static void
tell(struct sheet *s, const char *column, const char *what, struct str value)
{
	struct buf *b = &s->told;
	size_t n = value.n < 40 ? value.n : 40;

	while (
	    n < value.n && n > 0 && ((unsigned char)value.s[n] & 0xC0) == 0x80)
		n--;
	buf_puts(b, b->n ? ", " : "");
	buf_puts(b, column);
	buf_char(b, ' ');
	buf_puts(b, what);
	if (value.n) {
		buf_puts(b, ": ");
		buf_add(b, value.s, n);
		buf_puts(b, n < value.n ? "..." : "");
	}
}

static size_t
count_digits(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.s[i] >= '0' && s.s[i] <= '9';
	return n;
}

static void
check(struct sheet *s, const struct sheet_column *c)
{
	const char *why;

	if (c->about) {
		if (s->strict && c->about->required && c->value.n == 0)
			tell(s, c->name, "is missing", c->value);
		why = c->checked && c->value.n
			  ? schema_misfit(c->about, c->value)
			  : NULL;
		if (why)
			tell(s, c->name, why, c->value);
	}
	if (s->style != SHEET_SPREADSHEET)
		return;
	if (c->value.n > CELL_MOST &&
	    utf8_count(c->value.s, c->value.n) > CELL_MOST)
		tell(s, c->name,
		    "has more characters than a cell of a spreadsheet holds",
		    c->value);
	if (c->about &&
	    (c->about->kind == SCHEMA_NUMBER ||
		c->about->kind == SCHEMA_INTEGER) &&
	    count_digits(c->value) > DIGITS_MOST)
		tell(s, c->name, "has more digits than a spreadsheet keeps",
		    c->value);
}

static bool
is_named(const struct sheet_column *c, struct str label)
{
	return c->name_n == label.n && str_same(c->name, label.s, label.n);
}

/* Puts the values of the record into their columns.  Records of one type tend
 * to have the same labels at the same place, so that is where to look first. */
static void
fill(struct sheet *s, const struct record *rec)
{
	size_t i, col;

	for (col = 0; col < s->ncols; col++)
		s->column[col].value = (struct str){ 0 };
	if (rec->nfields > s->nguess) {
		s->guess = mem_resize(s->guess, rec->nfields, sizeof *s->guess);
		while (s->nguess < rec->nfields)
			s->guess[s->nguess++] = 0;
	}
	for (i = 0; i < rec->nfields; i++) {
		const struct field *f = &rec->field[i];

		col = s->guess[i];
		if (col >= s->ncols || !is_named(&s->column[col], f->label))
			for (col = 0; col < s->ncols; col++)
				if (is_named(&s->column[col], f->label))
					break;
		s->guess[i] = col;
		if (col < s->ncols)
			s->column[col].value = f->value;
	}
}

/* Has the line no byte that csv_put must look at, other than a comma?  Says
 * whether there is a comma. */
static bool
is_plain(struct str line, bool *commas)
{
	struct scan_block room;
	const unsigned char *p;
	uint64_t found = 0, comma = 0;

	for (size_t i = 0; i < line.n; i += SCAN_BYTES) {
		p = scan_load(line.s + i, line.n - i, &room);
		found |= scan_equal(p, '"') | scan_equal(p, '\\') |
			 scan_equal(p, '\r');
		comma |= scan_equal(p, ',');
	}
	*commas = comma != 0;
	return found == 0;
}

/* Copies n bytes, which most often are few; returns where they end. */
static char *
put_bytes(char *to, const char *s, size_t n)
{
	uint64_t a, b;
	uint32_t c, d;

	if (n > 16) {
		memcpy(to, s, n);
	} else if (n >= 8) {
		memcpy(&a, s, 8), memcpy(&b, s + n - 8, 8);
		memcpy(to, &a, 8), memcpy(to + n - 8, &b, 8);
	} else if (n >= 4) {
		memcpy(&c, s, 4), memcpy(&d, s + n - 4, 4);
		memcpy(to, &c, 4), memcpy(to + n - 4, &d, 4);
	} else {
		for (size_t i = 0; i < n; i++)
			to[i] = s[i];
	}
	return to + n;
}

static bool
has_comma(struct str s)
{
	if (s.n > 16)
		return memchr(s.s, ',', s.n);
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] == ',')
			return true;
	return false;
}

/* Is the value that of the last row?  In codes it often is. */
static bool
fitted(struct sheet_column *c)
{
	if (c->about->kind != SCHEMA_CODE || c->value.n > sizeof c->fit)
		return false;
	if (c->fit_n == c->value.n && str_same(c->fit, c->value.s, c->fit_n))
		return true;
	if (schema_misfit(c->about, c->value))
		return false;
	memcpy(c->fit, c->value.s, c->value.n);
	c->fit_n = c->value.n;
	return true;
}

/* The cells of a plain line, of which most lines are. */
static void
add_plain_cells(struct sheet *s, const struct record *rec, bool commas)
{
	char *p;

	buf_reserve(&s->row, rec->line.n + 3 * s->ncols);
	p = s->row.s;
	for (size_t i = 0; i < s->ncols; i++) {
		struct sheet_column *c = &s->column[i];
		bool quoted = commas && has_comma(c->value);

		if (i > 0)
			*p++ = ',';
		if (c->value.n == 0) {
			if (s->strict && c->about->required)
				check(s, c);
			continue;
		}
		if (c->checked && !fitted(c))
			check(s, c);
		if (quoted)
			*p++ = '"';
		p = put_bytes(p, c->value.s, c->value.n);
		if (quoted)
			*p++ = '"';
	}
	s->row.n = (size_t)(p - s->row.s);
}

static void
add_cells(struct sheet *s)
{
	for (size_t i = 0; i < s->ncols; i++) {
		if (i > 0)
			buf_char(&s->row, separator(s));
		check(s, &s->column[i]);
		add_cell(s, &s->column[i]);
	}
}

const char *
sheet_row(struct sheet *s, const struct record *rec)
{
	bool commas;

	fill(s, rec);
	buf_reset(&s->told);
	buf_reset(&s->row);
	if (s->style <= SHEET_CRLF && is_plain(rec->line, &commas))
		add_plain_cells(s, rec, commas);
	else
		add_cells(s);
	if (s->row.n == 0 && s->style != SHEET_TSV)
		buf_puts(&s->row, "\"\""); /* a line that is not empty */
	end_row(s);
	s->rows++;
	if (s->told.n == 0)
		return NULL;
	buf_char(&s->told, '\0');
	return s->told.s;
}
