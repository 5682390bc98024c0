#include "letter.h"

/* clang-format off */
enum { O_ = LETTER_OTHER, B_ = LETTER_BLANK, U_ = LETTER_UPPER,
       L_ = LETTER_LOWER, D_ = LETTER_DIGIT, S_ = LETTER_STOP,
       P_ = LETTER_OPEN, C_ = LETTER_CLOSE, Q_ = LETTER_QUOTE,
       M_ = LETTER_DASH };

const unsigned char letter_ascii[128] = {
	O_, O_, O_, O_, O_, O_, O_, O_, O_, B_, B_, O_, O_, B_, O_, O_,
	O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_, O_,
/*          !   "   #   $   %   &   '   (   )   *   +   ,   -   .   /  */
	B_, S_, Q_, O_, O_, O_, O_, Q_, P_, C_, O_, O_, O_, M_, S_, O_,
/*      0 ...                                   :   ;   <   =   >   ?  */
	D_, D_, D_, D_, D_, D_, D_, D_, D_, D_, O_, O_, O_, O_, O_, S_,
	O_, U_, U_, U_, U_, U_, U_, U_, U_, U_, U_, U_, U_, U_, U_, U_,
	U_, U_, U_, U_, U_, U_, U_, U_, U_, U_, U_, P_, O_, C_, O_, O_,
	Q_, L_, L_, L_, L_, L_, L_, L_, L_, L_, L_, L_, L_, L_, L_, L_,
	L_, L_, L_, L_, L_, L_, L_, L_, L_, L_, L_, P_, O_, C_, O_, O_,
};

/* Beyond ASCII, in order.  step 2: upper and lower case alternate, and the
 * kind is that of the first. */
static const struct range {
	uint32_t first, last;
	unsigned char kind, step;
} ranges[] = {
	{ 0x0085, 0x0085, B_, 1 }, { 0x00A0, 0x00A0, B_, 1 },
	{ 0x00A1, 0x00A1, P_, 1 }, { 0x00AA, 0x00AA, L_, 1 },
	{ 0x00AB, 0x00AB, P_, 1 }, { 0x00B5, 0x00B5, L_, 1 },
	{ 0x00BA, 0x00BA, L_, 1 }, { 0x00BB, 0x00BB, C_, 1 },
	{ 0x00BF, 0x00BF, P_, 1 }, { 0x00C0, 0x00D6, U_, 1 },
	{ 0x00D8, 0x00DE, U_, 1 }, { 0x00DF, 0x00F6, L_, 1 },
	{ 0x00F8, 0x00FF, L_, 1 }, { 0x0100, 0x0137, U_, 2 },
	{ 0x0138, 0x0138, L_, 1 }, { 0x0139, 0x0148, U_, 2 },
	{ 0x0149, 0x0149, L_, 1 }, { 0x014A, 0x0177, U_, 2 },
	{ 0x0178, 0x0178, U_, 1 }, { 0x0179, 0x017E, U_, 2 },
	{ 0x017F, 0x024F, L_, 1 }, { 0x0250, 0x02AF, L_, 1 },
	{ 0x0386, 0x038F, U_, 1 }, { 0x0390, 0x0390, L_, 1 },
	{ 0x0391, 0x03A1, U_, 1 }, { 0x03A3, 0x03AB, U_, 1 },
	{ 0x03AC, 0x03CE, L_, 1 },
	{ 0x0400, 0x042F, U_, 1 }, { 0x0430, 0x045F, L_, 1 },
	{ 0x0460, 0x0481, U_, 2 }, { 0x048A, 0x04BF, U_, 2 },
	{ 0x04C0, 0x04C0, U_, 1 }, { 0x04C1, 0x04CE, U_, 2 },
	{ 0x04CF, 0x04CF, L_, 1 }, { 0x04D0, 0x052F, U_, 2 },
	{ 0x0531, 0x0556, U_, 1 }, { 0x0561, 0x0587, L_, 1 },
	{ 0x05D0, 0x05EA, LETTER_CASELESS, 1 },
	{ 0x0620, 0x064A, LETTER_CASELESS, 1 },
	{ 0x0660, 0x0669, D_, 1 },
	{ 0x0671, 0x06D3, LETTER_CASELESS, 1 },
	{ 0x06D4, 0x06D4, S_, 1 }, /* Arabic full stop */
	{ 0x06F0, 0x06F9, D_, 1 },
	{ 0x0900, 0x0963, LETTER_CASELESS, 1 },
	{ 0x0964, 0x0965, S_, 1 }, /* danda */
	{ 0x0E01, 0x0E4E, LETTER_CASELESS, 1 },
	{ 0x10D0, 0x10FF, LETTER_CASELESS, 1 },
	{ 0x1680, 0x1680, B_, 1 }, { 0x1E00, 0x1EFF, U_, 2 },
	{ 0x2000, 0x200A, B_, 1 }, { 0x2010, 0x2015, M_, 1 },
	{ 0x2018, 0x2018, P_, 1 }, { 0x2019, 0x2019, C_, 1 },
	{ 0x201A, 0x201C, P_, 1 }, { 0x201D, 0x201D, C_, 1 },
	{ 0x201E, 0x201F, P_, 1 }, { 0x2026, 0x2026, S_, 1 },
	{ 0x2028, 0x2029, B_, 1 }, { 0x202F, 0x202F, B_, 1 },
	{ 0x2039, 0x2039, P_, 1 }, { 0x203A, 0x203A, C_, 1 },
	{ 0x203C, 0x203D, S_, 1 }, { 0x2047, 0x2049, S_, 1 },
	{ 0x205F, 0x205F, B_, 1 }, { 0x2212, 0x2212, M_, 1 },
	{ 0x3000, 0x3000, B_, 1 }, { 0x3002, 0x3002, S_, 1 },
	{ 0x3005, 0x3007, LETTER_CASELESS, 1 },
	{ 0x3008, 0x3008, P_, 1 }, { 0x3009, 0x3009, C_, 1 },
	{ 0x300A, 0x300A, P_, 1 }, { 0x300B, 0x300B, C_, 1 },
	{ 0x300C, 0x300C, P_, 1 }, { 0x300D, 0x300D, C_, 1 },
	{ 0x300E, 0x300E, P_, 1 }, { 0x300F, 0x300F, C_, 1 },
	{ 0x3010, 0x3010, P_, 1 }, { 0x3011, 0x3011, C_, 1 },
	{ 0x3014, 0x3014, P_, 1 }, { 0x3015, 0x3015, C_, 1 },
	{ 0x3041, 0x30FF, LETTER_CASELESS, 1 },
	{ 0x3400, 0x4DBF, LETTER_CASELESS, 1 },
	{ 0x4E00, 0x9FFF, LETTER_CASELESS, 1 },
	{ 0xAC00, 0xD7A3, LETTER_CASELESS, 1 },
	{ 0xF900, 0xFAFF, LETTER_CASELESS, 1 },
	{ 0xFF01, 0xFF01, S_, 1 }, { 0xFF08, 0xFF08, P_, 1 },
	{ 0xFF09, 0xFF09, C_, 1 }, { 0xFF0E, 0xFF0E, S_, 1 },
	{ 0xFF10, 0xFF19, D_, 1 }, { 0xFF1F, 0xFF1F, S_, 1 },
	{ 0xFF21, 0xFF3A, U_, 1 }, { 0xFF41, 0xFF5A, L_, 1 },
	{ 0xFF61, 0xFF61, S_, 1 },
	{ 0x20000, 0x3134F, LETTER_CASELESS, 1 },
};
/* clang-format on */

static const struct range *
range_of(uint32_t cp)
{
	size_t lo = 0, hi = sizeof ranges / sizeof *ranges;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (cp > ranges[mid].last)
			lo = mid + 1;
		else if (cp < ranges[mid].first)
			hi = mid;
		else
			return &ranges[mid];
	}
	return NULL;
}

enum letter
letter_kind(uint32_t cp)
{
	const struct range *r;

	if (cp < 128)
		return (enum letter)letter_ascii[cp];
	if (!(r = range_of(cp)))
		return LETTER_OTHER;
	if (r->step == 2 && (cp - r->first) % 2 == 1)
		return LETTER_LOWER;
	return (enum letter)r->kind;
}

uint32_t
letter_lower(uint32_t cp)
{
	const struct range *r;

	if (cp < 128)
		return letter_ascii[cp] == U_ ? cp + 32 : cp;
	if (cp >= 0x0410 && cp < 0x0450)
		return cp < 0x0430 ? cp + 32 : cp;
	if (letter_kind(cp) != LETTER_UPPER)
		return cp;
	r = range_of(cp);
	if (r->step == 2)
		return cp + 1;
	if (cp >= 0x00C0 && cp <= 0x00DE)
		return cp + 32;
	if ((cp >= 0x0391 && cp <= 0x03AB) || (cp >= 0x0410 && cp <= 0x042F) ||
	    (cp >= 0xFF21 && cp <= 0xFF3A))
		return cp + 32;
	if (cp >= 0x0400 && cp <= 0x040F)
		return cp + 80;
	if (cp >= 0x0531 && cp <= 0x0556)
		return cp + 48;
	return cp;
}
