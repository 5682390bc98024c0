#include "schema.h"

#include "test.h"

/* Is every word of a list a column? */
static bool
all_columns(const struct schema *s, const char *list)
{
	for (size_t n; *list; list += n + (list[n] == ' ')) {
		n = strcspn(list, " ");
		if (!schema_column(s, (struct str){ list, n }))
			return false;
	}
	return true;
}

static const char *
misfit(const char *type, const char *column, const char *value)
{
	const char *why = schema_misfit(
	    schema_column(schema_of(str_from(type)), str_from(column)),
	    str_from(value));

	return why ? why : "fits";
}

int
main(void)
{
	TEST("keys are columns, in their tables and their parents'");
	for (const struct schema *s = schema_tables; s->type; s++) {
		CHECK(!s->key || all_columns(s, s->key));
		if (s->parent)
			CHECK(all_columns(
			    s, schema_of(str_from(s->parent))->key));
	}

	TEST("columns differ and are described");
	for (const struct schema *s = schema_tables; s->type; s++)
		for (const struct schema_column *c = s->column; c->name; c++) {
			CHECK(schema_column(s, str_from(c->name)) == c);
			CHECK(*c->about != '\0');
			CHECK((c->kind == SCHEMA_CODE) == (c->values != NULL));
		}

	TEST("types without a table");
	CHECK(!schema_of(STR("")));
	CHECK(!schema_of(STR("mon")));
	CHECK(!schema_column(schema_of(STR("money")), STR("mi")));

	TEST("numbers");
	CHECK_CSTR(misfit("money", "min", "66400000000"), "fits");
	CHECK_CSTR(misfit("money", "min", "-1500000.5"), "fits");
	CHECK_CSTR(misfit("money", "min", ""), "fits");
	CHECK_CSTR(misfit("money", "min", "1."), "is no number");
	CHECK_CSTR(misfit("money", "min", ".5"), "is no number");
	CHECK_CSTR(misfit("money", "min", "1.5.2"), "is no number");
	CHECK_CSTR(misfit("money", "min", "-"), "is no number");
	CHECK_CSTR(misfit("money", "min", "1e9"), "is no number");
	CHECK_CSTR(misfit("money", "start", "0"), "fits");
	CHECK_CSTR(misfit("money", "start", "-1"), "is no integer");
	CHECK_CSTR(misfit("money", "start", "1.5"), "is no integer");

	TEST("codes and days");
	CHECK_CSTR(misfit("money", "bound", "ge"), "fits");
	CHECK_CSTR(misfit("money", "bound", "g"), "is not one of the values");
	CHECK_CSTR(
	    misfit("money", "bound", "eq gt"), "is not one of the values");
	CHECK_CSTR(misfit("date", "from", "2025-02-17"), "fits");
	CHECK_CSTR(misfit("date", "from", "2025-02"), "is no day YYYY-MM-DD");
	CHECK_CSTR(
	    misfit("date", "from", "2023-02-29"), "is no day YYYY-MM-DD");
	CHECK_CSTR(misfit("date", "edtf", "XXXX-06-26/.."), "fits");
	CHECK_CSTR(misfit("money", "text", "=1"), "fits");
	return test_end();
}
