#include "codepage.h"

#include <stdbool.h>
#include <stdlib.h>

#include "table.h"

enum { SLOTS = 4096 };

static struct {
	unsigned n;
	struct slot {
		uint32_t cp;
		unsigned char byte[CODEPAGES];
	} slot[SLOTS];
} pages;

static struct slot *
find(uint32_t cp)
{
	unsigned i = (cp ^ cp >> 6) % SLOTS;

	while (pages.slot[i].cp && pages.slot[i].cp != cp)
		i = (i + 1) % SLOTS;
	return &pages.slot[i];
}

static void
add(unsigned page, unsigned byte, uint32_t cp)
{
	struct slot *s = find(cp);

	s->cp = cp;
	if (!s->byte[page])
		s->byte[page] = (unsigned char)byte;
}

static unsigned long
hex(struct str s)
{
	char digits[8] = "";

	memcpy(digits, s.s, s.n < sizeof digits ? s.n : sizeof digits - 1);
	return strtoul(digits, NULL, 16);
}

static void
read_pages(void)
{
	const struct table *t = table_builtin("lexicon/codepages.tsv");
	struct str name = { 0 };
	unsigned page = 0, byte, i;
	unsigned long cp;
	size_t row;

	for (row = 0; row < t->nrows; row++) {
		if (!str_eq(name, table_cell(t, row, 0))) {
			name = table_cell(t, row, 0);
			if (pages.n == CODEPAGES)
				abort();
			page = pages.n++;
		}
		byte = (unsigned)hex(table_cell(t, row, 1));
		if (byte < 0x80 || byte > 0xF0)
			abort();
		for (i = 0; i < 16; i++) {
			cp = hex(table_cell(t, row, i + 2));
			if (cp)
				add(page, byte + i, (uint32_t)cp);
		}
	}
	for (page = 0; page < pages.n; page++)
		for (byte = 0x80; byte < 0xA0; byte++)
			add(page, byte, byte);
}

unsigned
codepage_count(void)
{
	if (!pages.n)
		read_pages();
	return pages.n;
}

unsigned char
codepage_byte(unsigned page, uint32_t cp)
{
	return find(cp)->byte[page];
}
