#include "schema.h"

#include <string.h>

#include "calendar.h"

/* clang-format off */

#define BOUNDS "eq gt ge lt le approx range vague"
#define BASES "explicit document country symbol name inherited"
#define RELATIONS "on during by before since from until after"
#define DATE_BASES "explicit published document option none"
#define ROLES "title header dateline body caption heading markup footer"

#define BOUND_ABOUT \
	"what is claimed: eq (min = max), gt or ge (min only), lt or le (max " \
	"only), approx (about what is written), range, vague (no number)"

/* Where a record stands: the same in all tables. */
#define DOC { "doc", SCHEMA_NAME, true, NULL, \
	"the document, as normalize was given it" }
#define SENT { "sent", SCHEMA_INTEGER, true, NULL, \
	"the number of the sentence in the document, from 1" }
#define LINE { "line", SCHEMA_INTEGER, false, NULL, \
	"the line of the original file where the paragraph begins, from 1" }
#define SPAN(parent) \
	{ "start", SCHEMA_INTEGER, true, NULL, \
	    "where it begins in the " parent ", in code points from 0" }, \
	{ "end", SCHEMA_INTEGER, true, NULL, \
	    "where it ends, exclusive: in R, substring(text, start + 1, end)" }
#define PUBLISHED { "published", SCHEMA_EDTF, false, NULL, \
	"when the document was published (EDTF)" }
#define PUBLISHED_BASIS { "published_basis", SCHEMA_NAME, false, NULL, \
	"how the day of publication is known" }

static const struct schema_column facts[] = {
	{ "fact", SCHEMA_NAME, true, NULL,
	    "stable id: 16 hex digits over doc, sentence, span, object, unit" },
	DOC, LINE, SENT, PUBLISHED,
	{ "object", SCHEMA_CODE, false,
	    "project agreement investment trade loan grant fund company job "
	    "person visit event cargo other", "what the fact is about" },
	{ "object_text", SCHEMA_TEXT, false, NULL,
	    "the words for it: \"industrial projects\"" },
	{ "quantity", SCHEMA_CODE, false, "count value none",
	    "a count, a value in money, or a statement without a number" },
	{ "value_min", SCHEMA_NUMBER, false, NULL,
	    "the least that is claimed" },
	{ "value_max", SCHEMA_NUMBER, false, NULL, "the most that is claimed" },
	{ "bound", SCHEMA_CODE, false, BOUNDS, BOUND_ABOUT },
	{ "unit", SCHEMA_NAME, false, NULL,
	    "an ISO 4217 currency code, or 1 for counts" },
	{ "unit_basis", SCHEMA_CODE, false, BASES,
	    "how the unit is known: see basis in money" },
	{ "time_edtf", SCHEMA_EDTF, false, NULL,
	    "when it holds, by when it is due, during what it flowed (EDTF)" },
	{ "time_from", SCHEMA_DATE, false, NULL, "the first day of that time" },
	{ "time_to", SCHEMA_DATE, false, NULL, "the last day of that time" },
	{ "time_relation", SCHEMA_CODE, false, RELATIONS,
	    "how the fact lies to that time" },
	{ "time_basis", SCHEMA_CODE, false, DATE_BASES,
	    "where the missing parts of the date came from" },
	{ "status", SCHEMA_CODE, false,
	    "target planned announced signed underway completed reported "
	    "cancelled", "how far it has come" },
	{ "action", SCHEMA_NAME, false, NULL,
	    "the PLOVER class of what was done: AGREE, CONSULT, SUPPORT ..." },
	{ "action_text", SCHEMA_TEXT, false, NULL,
	    "the words for it: \"were signed\"" },
	{ "parties", SCHEMA_CODES, false, NULL,
	    "the countries, ISO 3166-1 alpha-3, sorted: CHN|KAZ" },
	{ "parties_basis", SCHEMA_CODE, false, "sentence document",
	    "where the countries are named" },
	{ "places", SCHEMA_CODES, false, NULL,
	    "the places, ISO 3166-2: KZ-19 (Almaty region)" },
	{ "sectors", SCHEMA_CODES, false, NULL,
	    "the sectors, ids of the lexicon sectors.tsv" },
	{ "event", SCHEMA_TEXT, false, NULL,
	    "the event at which it was: \"8th China-Eurasia Expo\"" },
	{ "speaker", SCHEMA_TEXT, false, NULL,
	    "who says so, where the sentence tells" },
	{ "bundle", SCHEMA_NAME, false, NULL,
	    "the same for the facts of one phrase" },
	{ "claim", SCHEMA_NAME, false, NULL,
	    "the same for facts of several articles that claim the same: the "
	    "id of the first" },
	{ "rule", SCHEMA_NAME, false, NULL, "the rule that made the fact" },
	{ "confidence", SCHEMA_CODE, false, "high medium low",
	    "how far the rule can be trusted" },
	SPAN("sentence"),
	{ "text", SCHEMA_TEXT, false, NULL, "the words of the span" },
	{ "sentence", SCHEMA_TEXT, false, NULL, "the sentence" },
	{ 0 },
};

static const struct schema_column documents[] = {
	DOC,
	{ "charset", SCHEMA_NAME, false, NULL, "the charset of the file" },
	{ "bytes", SCHEMA_INTEGER, false, NULL,
	    "the size of the file in bytes" },
	{ "repairs", SCHEMA_NAME, false, NULL, "what was repaired in it" },
	{ "title", SCHEMA_TEXT, false, NULL, "the title" },
	PUBLISHED, PUBLISHED_BASIS,
	{ "publisher", SCHEMA_TEXT, false, NULL, "who published it" },
	{ "author", SCHEMA_TEXT, false, NULL, "who wrote it" },
	{ "place", SCHEMA_TEXT, false, NULL, "the place in its dateline" },
	{ "dateline", SCHEMA_TEXT, false, NULL, "its dateline, as it stands" },
	{ "dup_of", SCHEMA_NAME, false, NULL,
	    "the document that has this text too (dedupe --mark)" },
	{ "similarity", SCHEMA_NUMBER, false, NULL,
	    "the estimated share of text in common with it, 0 to 1" },
	{ 0 },
};

static const struct schema_column paragraphs[] = {
	DOC,
	{ "para", SCHEMA_INTEGER, true, NULL,
	    "the number of the paragraph in the document, from 1" },
	LINE,
	{ "role", SCHEMA_CODE, false, ROLES, "the part of the article" },
	{ "text", SCHEMA_TEXT, false, NULL, "the paragraph" },
	{ 0 },
};

static const struct schema_column sentences[] = {
	DOC, SENT,
	{ "para", SCHEMA_INTEGER, false, NULL,
	    "the number of the paragraph in the document, from 1" },
	LINE, SPAN("paragraph"),
	{ "role", SCHEMA_CODE, false, ROLES, "the part of the article" },
	{ "lang", SCHEMA_NAME, false, NULL, "the language, ISO 639-1" },
	PUBLISHED, PUBLISHED_BASIS,
	{ "text", SCHEMA_TEXT, true, NULL, "the sentence" },
	{ 0 },
};

static const struct schema_column money[] = {
	DOC, SENT, SPAN("sentence"),
	{ "text", SCHEMA_TEXT, true, NULL,
	    "the amount as written: \"150 billion US dollars\"" },
	{ "min", SCHEMA_NUMBER, false, NULL, "the least that is claimed" },
	{ "max", SCHEMA_NUMBER, false, NULL, "the most that is claimed" },
	{ "bound", SCHEMA_CODE, false, BOUNDS, BOUND_ABOUT },
	{ "cue", SCHEMA_TEXT, false, NULL,
	    "the words that bound it: \"no less than\"" },
	{ "unit", SCHEMA_NAME, false, NULL,
	    "the currency, ISO 4217; of cents USD/100" },
	{ "basis", SCHEMA_CODE, false, BASES,
	    "how the currency is known: explicit (US dollars, tenge), document "
	    "(named before), country (one is named near), symbol ($ alone), "
	    "name (dollars alone), inherited (from the other end of a range or "
	    "a list)" },
	{ "per", SCHEMA_NAME, false, NULL, "of a rate: year, month ..." },
	{ "same_as", SCHEMA_INTEGER, false, NULL,
	    "the start of the amount in this sentence that it converts" },
	{ 0 },
};

static const struct schema_column dates[] = {
	DOC, SENT, SPAN("sentence"),
	{ "text", SCHEMA_TEXT, true, NULL,
	    "the date as written, without its preposition" },
	{ "kind", SCHEMA_CODE, false, "date time duration set",
	    "what it is; a set is a time that comes again" },
	{ "edtf", SCHEMA_EDTF, false, NULL,
	    "the date, never more precise than the text (EDTF)" },
	{ "from", SCHEMA_DATE, false, NULL,
	    "the first day meant, where known" },
	{ "to", SCHEMA_DATE, false, NULL, "the last day meant, where known" },
	{ "duration", SCHEMA_SPAN, false, NULL,
	    "the length of a duration, ISO 8601: P15Y" },
	{ "relation", SCHEMA_CODE, false, RELATIONS,
	    "what its cue means" },
	{ "cue", SCHEMA_TEXT, false, NULL, "the words before it: \"by\"" },
	{ "basis", SCHEMA_CODE, false, DATE_BASES,
	    "where the missing parts came from: explicit (none is missing), "
	    "published (the day of publication), document (other evidence in "
	    "it), none" },
	{ 0 },
};

static const struct schema_column counts[] = {
	DOC, SENT, SPAN("sentence"),
	{ "text", SCHEMA_TEXT, true, NULL, "the count as written" },
	{ "kind", SCHEMA_CODE, false, "count measure percent", "what it is" },
	{ "min", SCHEMA_NUMBER, false, NULL, "the least that is claimed" },
	{ "max", SCHEMA_NUMBER, false, NULL, "the most that is claimed" },
	{ "bound", SCHEMA_CODE, false, BOUNDS, BOUND_ABOUT },
	{ "cue", SCHEMA_TEXT, false, NULL, "the words that bound it" },
	{ "noun", SCHEMA_TEXT, false, NULL,
	    "what is counted: \"industrial projects\"" },
	{ "class", SCHEMA_NAME, false, NULL, "the class of the noun" },
	{ "unit", SCHEMA_NAME, false, NULL, "the unit of a measure" },
	{ 0 },
};

static const struct schema_column terms[] = {
	DOC, SENT, SPAN("sentence"),
	{ "text", SCHEMA_TEXT, true, NULL, "the term as written" },
	{ "class", SCHEMA_NAME, false, NULL,
	    "country, region, city, organization, person, sector, action ..." },
	{ "id", SCHEMA_NAME, false, NULL, "its id in the lexicon" },
	{ "name", SCHEMA_TEXT, false, NULL, "its name in the lexicon" },
	{ "role", SCHEMA_NAME, false, NULL, "its part in the sentence" },
	{ 0 },
};

static const struct schema_column leftovers[] = {
	DOC, LINE, SENT, SPAN("sentence"),
	{ "text", SCHEMA_TEXT, true, NULL, "the word or sign as written" },
	{ "kind", SCHEMA_CODE, false, "number currency month weekday",
	    "what it is" },
	{ "reason", SCHEMA_TEXT, false, NULL, "why nothing covers it" },
	{ 0 },
};

static const struct schema_column rejects[] = {
	{ "doc", SCHEMA_NAME, false, NULL, "the document or input" },
	{ "line", SCHEMA_INTEGER, false, NULL, "the line in it, from 1" },
	{ "stage", SCHEMA_NAME, false, NULL,
	    "the program that could not read" },
	{ "reason", SCHEMA_TEXT, false, NULL, "why" },
	{ "text", SCHEMA_TEXT, false, NULL, "what it was" },
	{ 0 },
};

const struct schema schema_tables[] = {
	{ "fact", "facts", "what is claimed: one claim about one quantity in "
	    "one sentence", "fact", "sent",
	    "object quantity value_min value_max bound unit time_edtf parties "
	    "places event", facts },
	{ "doc", "documents", "the articles", "doc", NULL, "text", documents },
	{ "para", "paragraphs", "their paragraphs", "doc para", "doc", "text",
	    paragraphs },
	{ "sent", "sentences", "their sentences", "doc sent", "doc", "text",
	    sentences },
	{ "money", "money", "amounts of money in the sentences",
	    "doc sent start end", "sent", NULL, money },
	{ "date", "dates", "dates, times and durations in the sentences",
	    "doc sent start end", "sent", NULL, dates },
	{ "count", "counts",
	    "counts, measures and percentages in the sentences",
	    "doc sent start end", "sent", NULL, counts },
	{ "term", "terms", "names and terms in the sentences",
	    "doc sent start end class id", "sent", NULL, terms },
	{ "leftover", "leftovers", "numbers, signs, months and weekdays that "
	    "nothing covers", "doc sent start end", "sent", NULL, leftovers },
	{ "reject", "rejects", "what could not be read", NULL, NULL, NULL,
	    rejects },
	{ 0 },
};

/* clang-format on */

const struct schema *
schema_of(struct str type)
{
	const struct schema *s;

	for (s = schema_tables; s->type; s++)
		if (str_is(type, s->type))
			return s;
	return NULL;
}

const struct schema_column *
schema_column(const struct schema *s, struct str name)
{
	const struct schema_column *c;

	for (c = s->column; c->name; c++)
		if (str_is(name, c->name))
			return c;
	return NULL;
}

static const char *
kind_name(enum schema_kind kind)
{
	static const char *const name[] = {
		[SCHEMA_TEXT] = "text",
		[SCHEMA_NAME] = "name",
		[SCHEMA_CODE] = "code",
		[SCHEMA_CODES] = "codes",
		[SCHEMA_EDTF] = "EDTF",
		[SCHEMA_DATE] = "date",
		[SCHEMA_SPAN] = "duration",
		[SCHEMA_INTEGER] = "integer",
		[SCHEMA_NUMBER] = "number",
	};

	return name[kind];
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
digits(struct str s, size_t from)
{
	size_t i = from;

	while (i < s.n && is_digit(s.s[i]))
		i++;
	return i - from;
}

static bool
is_number(struct str s)
{
	size_t i = s.n > 0 && s.s[0] == '-', n = digits(s, i);

	i += n;
	if (n == 0 || i == s.n)
		return n > 0;
	n = digits(s, i + 1);
	return s.s[i] == '.' && n > 0 && i + 1 + n == s.n;
}

/* The number that the digits [from, to) are. */
static unsigned
number(struct str s, size_t from, size_t to)
{
	unsigned n = 0;

	for (size_t i = from; i < to; i++)
		n = n * 10 + (unsigned)(s.s[i] - '0');
	return n;
}

static bool
is_day(struct str s)
{
	if (s.n != 10 || digits(s, 0) != 4 || s.s[4] != '-' ||
	    digits(s, 5) != 2 || s.s[7] != '-' || digits(s, 8) != 2)
		return false;
	return calendar_valid((struct day){ .year = (int)number(s, 0, 4),
	    .month = (int)number(s, 5, 7),
	    .day = (int)number(s, 8, 10) });
}

/* Is s one of the words of a list joined by blanks? */
static bool
is_listed(struct str s, const char *list)
{
	size_t n;

	for (; *list; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		if (n == s.n && memcmp(list, s.s, n) == 0)
			return true;
	}
	return false;
}

const char *
schema_misfit(const struct schema_column *c, struct str value)
{
	if (value.n == 0)
		return NULL;
	switch (c->kind) {
	case SCHEMA_INTEGER:
		return digits(value, 0) == value.n ? NULL : "is no integer";
	case SCHEMA_NUMBER: return is_number(value) ? NULL : "is no number";
	case SCHEMA_DATE: return is_day(value) ? NULL : "is no day YYYY-MM-DD";
	case SCHEMA_CODE:
		return is_listed(value, c->values) ? NULL
						   : "is not one of the values";
	default: return NULL;
	}
}

static void
describe(struct buf *b, const struct schema *s, const struct schema_column *c)
{
	buf_puts(b, s->table);
	buf_char(b, '\t');
	buf_puts(b, c ? c->name : "");
	buf_char(b, '\t');
	buf_puts(b, c ? kind_name(c->kind) : "");
	buf_char(b, '\t');
	buf_puts(b, c && c->values ? c->values : "");
	buf_char(b, '\t');
	buf_puts(b, c ? c->about : s->about);
	buf_char(b, '\n');
}

void
schema_describe(struct buf *b)
{
	buf_puts(b, "table\tcolumn\ttype\tvalues\tdescription\n");
	for (const struct schema *s = schema_tables; s->type; s++) {
		describe(b, s, NULL);
		for (const struct schema_column *c = s->column; c->name; c++)
			describe(b, s, c);
	}
}
