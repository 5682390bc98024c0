#include "kind.h"

#include <stdbool.h>

#include "mojibake.h"
#include "unicode.h"

/* Blanks other than U+0020, and what is dropped. */
static bool
is_folded(uint32_t cp)
{
	return cp == 0xA0 || cp == 0xAD || cp == 0x1680 || cp == 0x180E ||
	       (cp >= 0x2000 && cp <= 0x200F) ||
	       (cp >= 0x202A && cp <= 0x202F) ||
	       (cp >= 0x205F && cp <= 0x206F) || cp == 0x3000 || cp == 0xFEFF ||
	       (cp >= 0xFFF9 && cp <= 0xFFFB) || (cp >= 0x7F && cp <= 0x9F) ||
	       cp >= 0xFFFE || (cp < 0x20 && cp != 0x1A);
}

static unsigned char
kind(uint32_t cp)
{
	unsigned k = 0;

	if (!unicode_is_nfc(cp))
		k |= KIND_NFC;
	if (is_folded(cp))
		k |= KIND_FOLD;
	if (cp == '\r' || cp == '\v' || cp == '\f' || cp == 0x2028 ||
	    cp == 0x2029)
		k = KIND_BREAK;
	if (cp >= 0xFB00 && cp <= 0xFB06)
		k |= KIND_LIGATURE;
	return (unsigned char)k;
}

const unsigned char *
kind_table(void)
{
	static unsigned char table[0x10000];
	uint32_t cp;

	if (table['\r'])
		return table;
	for (cp = 0; cp < 0x10000; cp++)
		table[cp] = kind(cp);
	mojibake_kinds(table);
	return table;
}

unsigned char
kind_above(uint32_t cp)
{
	return unicode_is_nfc(cp) ? 0 : KIND_NFC;
}
