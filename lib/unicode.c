#include "unicode.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "mem.h"

enum unicode_class
unicode_class(uint32_t cp)
{
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT: return UNICODE_UPPER;
	case UTF8PROC_CATEGORY_LL: return UNICODE_LOWER;
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_LM: return UNICODE_LETTER;
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO: return UNICODE_NUMBER;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME: return UNICODE_MARK;
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CO: return UNICODE_NONE;
	default: return UNICODE_OTHER;
	}
}

bool
unicode_is_control(uint32_t cp)
{
	return (cp < 0x20 && cp != 0x1A && cp != 0x1B &&
		   (cp < '\t' || cp > '\r')) ||
	       (cp >= 0x7F && cp < 0xA0);
}

uint32_t
unicode_script(uint32_t cp)
{
	/* clang-format off */
	static const struct { uint32_t from, to; } scripts[] = {
		{ 0x41, 0x24F }, { 0x370, 0x3FF }, { 0x400, 0x52F },
		{ 0x530, 0x58F }, { 0x590, 0x5FF }, { 0x600, 0x6FF },
		{ 0x900, 0xDFF }, { 0xE00, 0xE7F }, { 0x10A0, 0x10FF },
		{ 0x3040, 0x9FFF }, { 0xAC00, 0xD7A3 },
	};
	/* clang-format on */
	enum unicode_class class = unicode_class(cp);
	size_t i;

	if (class != UNICODE_UPPER && class != UNICODE_LOWER &&
	    class != UNICODE_LETTER)
		return 0;
	if (cp == 0xAA || cp == 0xBA || cp == 0xB5)
		return 0; /* signs, in every script */
	if ((cp >= 0x1E00 && cp <= 0x1EFF) || (cp >= 0xFB00 && cp <= 0xFB06))
		return 0x41;
	for (i = 0; i < sizeof scripts / sizeof *scripts; i++)
		if (cp >= scripts[i].from && cp <= scripts[i].to)
			return scripts[i].from;
	return 1;
}

bool
unicode_is_wide(uint32_t cp)
{
	return cp >= 0x1100 && utf8proc_charwidth((utf8proc_int32_t)cp) == 2;
}

bool
unicode_is_nfc(uint32_t cp)
{
	const utf8proc_property_t *p;
	enum unicode_class class;

	if (cp < 0x300 || (cp >= 0xAC00 && cp <= 0xD7A3))
		return true;
	if (cp >= 0x1100 && cp <= 0x11FF) /* parts of Hangul syllables */
		return false;
	class = unicode_class(cp);
	if (class == UNICODE_MARK || class == UNICODE_NONE)
		return false;
	/* Precomposed letters are safe, but some stand for another character
	 * alone (U+212B is U+00C5) or are excluded from composition. */
	p = utf8proc_get_property((utf8proc_int32_t)cp);
	if (p->decomp_seqindex == UINT16_MAX || p->decomp_type != 0)
		return true;
	return (cp >= 0x1E00 && cp <= 0x1EFF) || (cp >= 0x400 && cp <= 0x52F);
}

void
unicode_nfc(struct buf *b, struct str text)
{
	utf8proc_uint8_t *to = NULL;
	utf8proc_ssize_t n;

	n = utf8proc_map((const utf8proc_uint8_t *)text.s,
	    (utf8proc_ssize_t)text.n, &to, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n == UTF8PROC_ERROR_NOMEM)
		mem_out();
	if (n < 0)
		buf_str(b, text);
	else
		buf_add(b, (const char *)to, (size_t)n);
	free(to);
}
