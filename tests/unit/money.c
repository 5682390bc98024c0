#include "money.h"

#include "test.h"

static struct currencies currencies;
static struct money *money;

/* The amounts as "text = bound min max unit basis /per ~text", one a line. */
static void
tell(struct buf *b, struct str text, const struct amount *a, size_t n)
{
	for (size_t i = 0; i < n; i++, a++) {
		if (i)
			buf_puts(b, "; ");
		buf_str(b, str_part(text, a->start, a->end));
		buf_puts(b, " = ");
		if (a->refused) {
			buf_puts(b, "refused");
			continue;
		}
		buf_str(b, a->bound.name);
		if (a->has_min) {
			buf_char(b, ' ');
			decimal_write(b, &a->min);
		}
		if (a->has_max &&
		    !(a->has_min && decimal_compare(&a->min, &a->max) == 0)) {
			buf_puts(b, " ..");
			decimal_write(b, &a->max);
		}
		buf_char(b, ' ');
		buf_str(b, a->unit.s ? a->unit : STR("?"));
		if (a->minor)
			buf_puts(b, " minor");
		buf_char(b, ' ');
		buf_puts(b, money_basis(a->basis));
		if (a->per.s) {
			buf_puts(b, " /");
			buf_str(b, a->per);
		}
		if (a->converted)
			buf_puts(b, " same");
	}
}

static void
check(const char *s, const char *want, bool new_doc)
{
	struct buf b = { 0 };
	struct str text = str_from(s);
	size_t n;
	const struct amount *a = money_find(money, text, new_doc, &n);

	tell(&b, text, a, n);
	buf_char(&b, '\0');
	CHECK_CSTR(b.s, want);
	if (strcmp(b.s, want) != 0)
		test_show("in  ", text);
	buf_free(&b);
}

/* clang-format off */
static const char *const units[][2] = {
	{ "$5", "$5 = eq 5 USD symbol" },
	{ "A$5, HK$ 5, NT$5", "A$5 = eq 5 AUD explicit; "
	  "HK$ 5 = eq 5 HKD explicit; NT$5 = eq 5 TWD explicit" },
	{ "5 dollars", "5 dollars = eq 5 USD name" },
	{ "$5 million US", "$5 million US = eq 5000000 USD explicit" },
	{ "$5 million Canadian, it said",
	  "$5 million Canadian = eq 5000000 CAD explicit" },
	{ "a $5 million Canadian grant", "$5 million = eq 5000000 USD symbol" },
	{ "$5 million Chinese.", "$5 million = eq 5000000 USD symbol" },
	{ "CAD 5, 5 CAD, CAD$5, 5CAD", "CAD 5 = eq 5 CAD explicit; "
	  "5 CAD = eq 5 CAD explicit; CAD$5 = eq 5 CAD explicit; "
	  "5CAD = eq 5 CAD explicit" },
	{ "12 MEUR", "12 MEUR = eq 12000000 EUR explicit" },
	{ "₸300, €300, £300", "₸300 = eq 300 KZT explicit; "
	  "€300 = eq 300 EUR explicit; £300 = eq 300 GBP symbol" },
	{ "300 Kazakhstani tenge", "300 Kazakhstani tenge = eq 300 KZT explicit" },
	{ "RMB 3.5 billion", "RMB 3.5 billion = eq 3500000000 CNY explicit" },
	{ "4 Egyptian pounds", "4 Egyptian pounds = eq 4 EGP explicit" },
	{ "4 francs", "4 francs = eq 4 ? name" },
	{ "4 Swiss francs", "4 Swiss francs = eq 4 CHF explicit" },
	{ "7 Deutsche marks", "7 Deutsche marks = eq 7 DEM explicit" },
	{ "40 cents, 30 pence, 20 tiyn", "40 cents = eq 40 USD minor name; "
	  "30 pence = eq 30 GBP minor name; "
	  "20 tiyn = eq 20 KZT minor name" },
	{ "ringgit 2,500 apiece",
	  "ringgit 2,500 = eq 2500 MYR explicit /piece" },
	{ "US$5m, Rs. 40 crore", "US$5m = eq 5000000 USD explicit; "
	  "Rs. 40 crore = eq 400000000 INR symbol" },
};

static const char *const numbers[][2] = {
	{ "$1. 38 billion", "$1. 38 billion = eq 1380000000 USD symbol" },
	{ "€13 009", "€13 009 = eq 13009 EUR explicit" },
	{ "€1.234.567,89", "€1.234.567,89 = eq 1234567.89 EUR explicit" },
	{ "an eight-billion-dollar loan",
	  "eight-billion-dollar = eq 8000000000 USD name" },
	{ "half a billion dollars",
	  "half a billion dollars = eq 500000000 USD name" },
	{ "a $7-billion loan", "$7-billion = eq 7000000000 USD symbol" },
	{ "1 billion 200 million tenge",
	  "1 billion 200 million tenge = eq 1200000000 KZT explicit" },
	{ "5 dollars and 20 cents",
	  "5 dollars and 20 cents = eq 5.2 USD name" },
	{ "-$3.5 million", "-$3.5 million = eq -3500000 USD symbol" },
	{ "a third of a million dollars",
	  "a third of a million dollars = refused" },
	{ "a dollar a day", "a dollar = eq 1 USD name /day" },
};

static const char *const ranges[][2] = {
	{ "60 billion to 80 billion U.S. dollars",
	  "60 billion to 80 billion U.S. dollars = "
	  "range 60000000000 ..80000000000 USD explicit" },
	{ "$5-7 billion", "$5-7 billion = range 5000000000 ..7000000000 USD symbol" },
	{ "between 5 and 7 million euros",
	  "5 and 7 million euros = range 5000000 ..7000000 EUR explicit" },
	{ "from $3 to $5", "$3 to $5 = range 3 ..5 USD symbol" },
	{ "It rose from $3 to $5 a tonne.",
	  "$3 = eq 3 USD symbol; $5 = eq 5 USD symbol /tonne" },
	{ "from $12 to $5",
	  "$12 = eq 12 USD symbol; $5 = eq 5 USD symbol" },
	{ "fell from 7 to 5 million tenge", "7 = eq 7000000 KZT inherited; "
	  "5 million tenge = eq 5000000 KZT explicit" },
	{ "5, 7 and 12 million yuan", "5 = eq 5000000 CNY inherited; "
	  "7 = eq 7000000 CNY inherited; "
	  "12 million yuan = eq 12000000 CNY explicit" },
	{ "2019 and 12 million yuan",
	  "12 million yuan = eq 12000000 CNY explicit" },
	{ "from $5 billion to 60 billion yuan",
	  "$5 billion = eq 5000000000 USD symbol; "
	  "60 billion yuan = eq 60000000000 CNY explicit" },
};

static const char *const around[][2] = {
	{ "more than $5", "$5 = gt 5 USD symbol" },
	{ "up to about $5", "$5 = le ..5 USD symbol" },
	{ "$5 million or more", "$5 million = ge 5000000 USD symbol" },
	{ "billions of dollars", "billions of dollars = vague USD name" },
	{ "a multibillion-euro deal",
	  "multibillion-euro = vague EUR explicit" },
	{ "several million dollars",
	  "several million dollars = vague USD name" },
	{ "a trillion-dollar plan",
	  "trillion-dollar = approx 1000000000000 USD name" },
	{ "55.4 billion yuan (6.9 billion dollars)",
	  "55.4 billion yuan = eq 55400000000 CNY explicit; "
	  "6.9 billion dollars = eq 6900000000 USD name same" },
	{ "9 euros (about 10 dollars), then 9 yuan",
	  "9 euros = eq 9 EUR explicit; "
	  "10 dollars = approx 10 USD name same; 9 yuan = eq 9 CNY explicit" },
	{ "$9 million a year earlier", "$9 million = eq 9000000 USD symbol" },
	{ "$100+ million", "$100+ million = ge 100000000 USD symbol" },
	{ "billions in US dollars",
	  "billions in US dollars = vague USD explicit" },
	{ "$9/month, $9 per visitor", "$9 = eq 9 USD symbol /month; "
	  "$9 = eq 9 USD symbol /visitor" },
};

static const char *const none[] = {
	"dollar diplomacy", "the dollar rose 5 percent", "All 70 of us",
	"ALL 5 are here", "TOP 10 lists", "TRY 5 times", "page 12", "12 percent",
	"in 2018, 15 projects", "a yuan devaluation", "SDG 8", "COP 29",
	"the three won twice", "call +7 727 250 1212", "the A380 and the Il-76",
	"5 real reasons", "the yuan 5 years ago", "USD 5 percent",
	"In 2023 yuan deposits rose",
};
/* clang-format on */

#define CHECK_ALL(list)                                                        \
	for (size_t i = 0; i < sizeof(list) / sizeof *(list); i++)             \
	check((list)[i][0], (list)[i][1], true)

static void
test_evidence(void)
{
	check("A$7 million", "A$7 million = eq 7000000 AUD explicit", true);
	check("then $2 million and 3 dollars",
	    "$2 million = eq 2000000 AUD document; "
	    "3 dollars = eq 3 AUD document",
	    false);
	check("then $2", "$2 = eq 2 USD symbol", true);
	check("Chinese firms paid ¥5", "¥5 = eq 5 CNY country", true);
	check("and ¥6", "¥6 = eq 6 CNY country", false);
	check("¥6", "¥6 = eq 6 JPY symbol", true);
	check("In Stockholm", "", true);
	check(
	    "it is 9,000 crowns", "9,000 crowns = eq 9000 SEK country", false);
	check("In Canada it is $5", "$5 = eq 5 USD symbol", true);
}

static unsigned long seed = 20250217;

static unsigned
chance(unsigned n)
{
	seed = (seed * 6364136223846793005ul + 1442695040888963407ul) &
	       0xFFFFFFFFFFFFFFFFul;
	return (unsigned)(seed >> 33) % n;
}

/* Amounts printed in every form, and read back. */
static void
test_print(void)
{
	/* %s is the number */
	static const char *const form[] = { "$%s", "US$%s", "USD %s", "%s USD",
		"%s dollars", "%s US dollars", "USD%s", "%s-dollar", "%s$",
		"$ %s", "over $%s", "(%s dollars)", "%s million dollars",
		"$%s million", "$%sbn", "USD %s thousand", "%s trln dollars" };
	static const int power[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 6,
		9, 3, 12 };
	char digits[40], grouped[60], text[100];

	for (int round = 0; round < 3000; round++) {
		size_t f = (size_t)round % (sizeof form / sizeof *form), n, k;
		unsigned decimals = chance(3);
		struct decimal want;
		const struct amount *a;

		n = (size_t)snprintf(digits, sizeof digits, "%u",
		    1 + chance(chance(2) ? 1000 : 2000000000));
		for (size_t i = k = 0; i < n; i++) {
			if (i && (n - i) % 3 == 0 && round % 2)
				grouped[k++] = ',';
			grouped[k++] = digits[i];
		}
		if (decimals) {
			k += (size_t)snprintf(grouped + k, 20, ".%0*u",
			    (int)decimals, chance(decimals == 1 ? 10 : 100));
			n += (size_t)snprintf(
			    digits + n, 20, "%s", strchr(grouped, '.'));
		}
		grouped[k] = '\0';
		CHECK(decimal_read(&want, (struct str){ digits, n }));
		CHECK(decimal_shift(&want, power[f]));
		snprintf(text, sizeof text, form[f], grouped);
		a = money_find(money, str_from(text), true, &n);
		CHECK_UINT(n, 1);
		if (n != 1 || decimal_compare(&a->min, &want) != 0) {
			CHECK_CSTR(text, "read back");
			continue;
		}
		CHECK_STR(a->unit, "USD");
	}
}

/* Around triggers the same is found as everywhere. */
static void
test_window(void)
{
	static const char *const word[] = { "5", "12.5", "1,234", "2019", "7",
		"million", "billion", "thousand", "dollars", "dollar", "US",
		"U.S.", "$", "US$", "€", "¥", "yuan", "tenge", "Kazakh", "euro",
		"cents", "to", "and", "or", "of", "from", "between", "a", "an",
		"half", "five", "hundred", "billions", "several", "multi", "-",
		"-", ",", ".", "(", ")", "per", "year", "rose", "over", "about",
		"the", "project", "RM", "Rs.", "USD", "ALL", "won", "k", "m",
		"MUSD", "%", "–", "½", "1/2", "Chinese", "ringgit", "\n" };
	struct buf text = { 0 }, near = { 0 }, all = { 0 };
	size_t n;
	const struct amount *a;

	for (int round = 0; round < 30000; round++) {
		buf_reset(&text);
		buf_reset(&near);
		buf_reset(&all);
		for (unsigned i = 2 + chance(14); i > 0; i--) {
			buf_puts(
			    &text, word[chance(sizeof word / sizeof *word)]);
			if (chance(4))
				buf_char(&text, ' ');
		}
		a = money_find(money, buf_text(&text), true, &n);
		tell(&near, buf_text(&text), a, n);
		money_everywhere(money, true);
		a = money_find(money, buf_text(&text), true, &n);
		tell(&all, buf_text(&text), a, n);
		money_everywhere(money, false);
		buf_char(&near, '\0');
		buf_char(&all, '\0');
		CHECK_CSTR(near.s, all.s);
		if (near.n != all.n)
			test_show("in  ", buf_text(&text));
	}
	CHECK_UINT(money_errors(money), 0);
	buf_free(&text);
	buf_free(&near);
	buf_free(&all);
}

/* Every currency is known by its code, and by its name with its country. */
static void
test_currencies(void)
{
	char text[100];
	size_t n;
	const struct amount *a;

	for (size_t i = 0; i < currencies.n; i++) {
		struct str code = currencies.currency[i].code;

		snprintf(
		    text, sizeof text, "%.*s 2.5 million", (int)code.n, code.s);
		a = money_find(money, str_from(text), true, &n);
		CHECK_UINT(n, 1);
		CHECK(n == 1 && str_eq(a->unit, code));
	}
	CHECK(currencies.n > 180);
}

int
main(void)
{
	currencies_init(&currencies, STR("en"));
	money = money_new(STR("en"), &currencies);
	TEST("units");
	CHECK_ALL(units);
	TEST("numbers");
	CHECK_ALL(numbers);
	TEST("ranges and lists");
	CHECK_ALL(ranges);
	TEST("bounds, rates, conversions");
	CHECK_ALL(around);
	TEST("no money");
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		check(none[i], "", true);
	TEST("what the document says");
	test_evidence();
	TEST("every currency");
	test_currencies();
	TEST("amounts are read as they are printed");
	test_print();
	TEST("around triggers the same as everywhere");
	test_window();
	money_free(money);
	currencies_free(&currencies);
	return test_end();
}
