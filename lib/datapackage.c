#include "datapackage.h"

#include <string.h>

static void
put_string(struct buf *b, const char *s, size_t n)
{
	buf_char(b, '"');
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"' || s[i] == '\\')
			buf_char(b, '\\');
		buf_char(b, s[i]);
	}
	buf_char(b, '"');
}

/* A member of an object: "name": "value". */
static void
put_member(struct buf *b, const char *name, const char *value)
{
	put_string(b, name, strlen(name));
	buf_puts(b, ": ");
	put_string(b, value, strlen(value));
}

/* A list of words joined by blanks as an array of strings. */
static void
put_words(struct buf *b, const char *list)
{
	const char *comma = "";
	size_t n;

	buf_char(b, '[');
	for (; *list; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		buf_puts(b, comma);
		put_string(b, list, n);
		comma = ", ";
	}
	buf_char(b, ']');
}

static const char *
type_of(enum schema_kind kind)
{
	switch (kind) {
	case SCHEMA_INTEGER: return "integer";
	case SCHEMA_NUMBER: return "number";
	case SCHEMA_DATE: return "date";
	default: return "string";
	}
}

static void
put_constraints(struct buf *b, const struct schema_column *c)
{
	const char *comma = "";

	if (!c->required && !c->values && c->kind != SCHEMA_INTEGER)
		return;
	buf_puts(b, ", \"constraints\": {");
	if (c->required) {
		buf_puts(b, "\"required\": true");
		comma = ", ";
	}
	if (c->values) {
		buf_puts(b, comma);
		buf_puts(b, "\"enum\": ");
		put_words(b, c->values);
	}
	if (c->kind == SCHEMA_INTEGER) {
		buf_puts(b, comma);
		buf_puts(b, "\"minimum\": 0");
	}
	buf_char(b, '}');
}

static void
put_field(struct buf *b, const struct schema_column *c)
{
	buf_puts(b, "          {");
	put_member(b, "name", c->name);
	buf_puts(b, ", ");
	put_member(b, "type", type_of(c->kind));
	if (c->kind == SCHEMA_EDTF) {
		buf_puts(b, ", ");
		put_member(
		    b, "rdfType", "http://id.loc.gov/datatypes/edtf/EDTF");
	}
	buf_puts(b, ",\n           ");
	put_member(b, "description", c->about);
	put_constraints(b, c);
	buf_char(b, '}');
}

/* The sheet of a record type, if it has rows. */
static const struct sheet *
filled(const struct sheet *sheet, size_t n, const char *type)
{
	for (size_t i = 0; type && i < n; i++)
		if (strcmp(sheet[i].schema->type, type) == 0)
			return sheet[i].rows > 0 ? &sheet[i] : NULL;
	return NULL;
}

static void
put_schema(struct buf *b, const struct schema *s, const struct sheet *parent)
{
	const struct schema_column *c;

	buf_puts(b, "      \"schema\": {\n        \"fields\": [\n");
	for (c = s->column; c->name; c++) {
		put_field(b, c);
		buf_puts(b, c[1].name ? ",\n" : "\n");
	}
	buf_puts(b, "        ],\n        \"missingValues\": [\"\"]");
	if (s->key) {
		buf_puts(b, ",\n        \"primaryKey\": ");
		put_words(b, s->key);
	}
	if (parent) {
		buf_puts(b, ",\n        \"foreignKeys\": [{\"fields\": ");
		put_words(b, parent->schema->key);
		buf_puts(b, ",\n          \"reference\": {");
		put_member(b, "resource", parent->schema->table);
		buf_puts(b, ", \"fields\": ");
		put_words(b, parent->schema->key);
		buf_puts(b, "}}]");
	}
	buf_puts(b, "\n      }\n");
}

static void
put_dialect(struct buf *b, enum sheet_style style)
{
	buf_puts(b, "      \"dialect\": {");
	if (style == SHEET_TSV)
		buf_puts(b, "\"delimiter\": \"\\t\", \"escapeChar\": \"\\\\\"");
	else
		buf_puts(b, "\"delimiter\": \",\", \"quoteChar\": \"\\\"\", "
			    "\"doubleQuote\": true");
	buf_puts(b, ", \"lineTerminator\": ");
	buf_puts(b, style == SHEET_CRLF || style == SHEET_SPREADSHEET
			? "\"\\r\\n\""
			: "\"\\n\"");
	buf_puts(b, ", \"skipInitialSpace\": false, \"header\": true},\n");
}

const char *
datapackage_suffix(enum sheet_style style)
{
	return style == SHEET_TSV ? "tsv" : "csv";
}

static void
put_resource(struct buf *b, const struct sheet *sheet, size_t n, size_t i)
{
	const struct schema *s = sheet[i].schema;
	const char *suffix = datapackage_suffix(sheet[i].style);

	buf_puts(b, "    {\n      ");
	put_member(b, "name", s->table);
	buf_puts(b, ",\n      \"path\": \"");
	buf_puts(b, s->table);
	buf_char(b, '.');
	buf_puts(b, suffix);
	buf_puts(b, "\",\n      ");
	put_member(b, "profile", "tabular-data-resource");
	buf_puts(b, ",\n      ");
	put_member(b, "description", s->about);
	buf_puts(b, ",\n      ");
	put_member(b, "format", suffix);
	buf_puts(b, ",\n      ");
	put_member(b, "encoding", "utf-8");
	buf_puts(b, ",\n      \"bytes\": ");
	buf_uint(b, sheet[i].bytes);
	buf_puts(b, ",\n");
	put_dialect(b, sheet[i].style);
	put_schema(b, s, filled(sheet, n, s->parent));
	buf_puts(b, "    }");
}

void
datapackage_put(struct buf *b, const struct sheet *sheet, size_t n)
{
	buf_puts(b, "{\n  ");
	put_member(b, "name", "tidings");
	buf_puts(b, ",\n  ");
	put_member(b, "title", "Cooperation facts from news articles");
	buf_puts(b, ",\n  ");
	put_member(b, "profile", "tabular-data-package");
	buf_puts(b, ",\n  \"resources\": [\n");
	for (size_t i = 0; i < n; i++) {
		put_resource(b, sheet, n, i);
		buf_puts(b, i + 1 < n ? ",\n" : "\n");
	}
	buf_puts(b, "  ]\n}\n");
}
