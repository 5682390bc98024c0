/* Any text: what is repaired is UTF-8 again, and no longer than it was. */
#include <stdint.h>
#include <stdlib.h>

#include "mojibake.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str s = { (const char *)data, n };
	struct buf b = { 0 };
	unsigned long repairs = 0;

	s.n = utf8_valid(s.s, s.n);
	if (mojibake_repair(s, &b, &repairs)) {
		if (repairs == 0 || utf8_valid(b.s, b.n) != b.n || b.n > s.n)
			abort();
	} else if (b.n != 0 || repairs != 0)
		abort();
	buf_free(&b);
	return 0;
}
