#include "decimal.h"

#include <string.h>

/* Every digit stands within 10^LIMIT and 10^-LIMIT, so that a written number
 * is never longer than that, whatever is asked for. */
enum { LIMIT = 2 * DECIMAL_DIGITS };

/* Sums and products are made with the units digit at UNITS, the most
 * significant digit first. */
enum { ROOM = 2 * LIMIT + 24, UNITS = LIMIT + 12 };

/* Takes the digits from room, whose units digit is at UNITS and which holds
 * none outside [first, last). */
static bool
take(struct decimal *d, const unsigned char room[ROOM], int first, int last,
    bool negative)
{
	while (first < last && room[first] == 0)
		first++;
	while (last > first && room[last - 1] == 0)
		last--;
	if (last - first > DECIMAL_DIGITS)
		return false;
	if (first == last) {
		*d = (struct decimal){ .n = 0 };
		return true;
	}
	if (UNITS + 1 - first > LIMIT || last - (UNITS + 1) > LIMIT)
		return false;
	memcpy(d->digit, room + first, (size_t)(last - first));
	d->n = (short)(last - first);
	d->point = (short)(UNITS + 1 - first);
	d->negative = negative;
	return true;
}

/* Where the digits of d stand in such a room. */
static int
first_of(const struct decimal *d)
{
	return UNITS + 1 - d->point;
}

static int
last_of(const struct decimal *d)
{
	return first_of(d) + d->n;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

static int
most(int a, int b)
{
	return a > b ? a : b;
}

/* Writes the digits of d into [first, last), with zeros around them. */
static void
spread(unsigned char room[ROOM], const struct decimal *d, int first, int last)
{
	memset(room + first, 0, (size_t)(last - first));
	memcpy(room + first_of(d), d->digit, (size_t)d->n);
}

bool
decimal_read(struct decimal *d, struct str text)
{
	struct decimal r = { .n = 0 };
	size_t i = 0, zeros = 0;
	bool point = false, digit = false;

	if (i < text.n && text.s[i] == '-') {
		r.negative = true;
		i++;
	}
	for (; i < text.n; i++) {
		char c = text.s[i];

		if (c == '.' && digit && !point) {
			point = true;
			digit = false;
			continue;
		}
		if (c < '0' || c > '9')
			return false;
		digit = true;
		if (!point && (r.n || c != '0')) {
			if (++r.point > LIMIT)
				return false;
		}
		if (c == '0') {
			zeros++; /* they count only before another digit */
			continue;
		}
		if (r.n == 0) {
			/* zeros right behind the point move it */
			if (point && zeros) {
				size_t k = i;

				while (text.s[k - 1] == '0')
					k--, r.point--;
				if (r.point < -LIMIT)
					return false;
			}
		} else {
			if (zeros + (size_t)r.n >= DECIMAL_DIGITS)
				return false;
			r.n = (short)(r.n + (short)zeros);
		}
		if (r.n >= DECIMAL_DIGITS)
			return false;
		zeros = 0;
		r.digit[r.n++] = (unsigned char)(c - '0');
	}
	if (!digit)
		return false;
	if (r.n - r.point > LIMIT)
		return false;
	if (r.n == 0)
		r = (struct decimal){ .n = 0 };
	*d = r;
	return true;
}

struct decimal
decimal_from(unsigned long u)
{
	unsigned char room[ROOM];
	struct decimal d = { .n = 0 };
	int i;

	for (i = UNITS; u; i--, u /= 10)
		room[i] = (unsigned char)(u % 10);
	take(&d, room, i + 1, UNITS + 1, false);
	return d;
}

void
decimal_write(struct buf *b, const struct decimal *d)
{
	if (d->negative)
		buf_char(b, '-');
	if (d->point <= 0)
		buf_char(b, '0');
	for (int i = 0; i < d->point; i++)
		buf_char(b, i < d->n ? (char)('0' + d->digit[i]) : '0');
	if (d->n <= d->point)
		return;
	buf_char(b, '.');
	for (int i = d->point; i < d->n; i++)
		buf_char(b, i >= 0 ? (char)('0' + d->digit[i]) : '0');
}

/* Compares without signs. */
static int
compare_size(const struct decimal *a, const struct decimal *b)
{
	int n = a->n < b->n ? a->n : b->n;

	if (a->n == 0 || b->n == 0)
		return (a->n > 0) - (b->n > 0);
	if (a->point != b->point)
		return a->point < b->point ? -1 : 1;
	n = memcmp(a->digit, b->digit, (size_t)n);
	return n ? n : a->n - b->n;
}

int
decimal_compare(const struct decimal *a, const struct decimal *b)
{
	if (a->negative != b->negative)
		return a->negative ? -1 : 1;
	return a->negative ? compare_size(b, a) : compare_size(a, b);
}

bool
decimal_add(
    struct decimal *sum, const struct decimal *a, const struct decimal *b)
{
	unsigned char x[ROOM], y[ROOM];
	int first, last, carry = 0;

	if (compare_size(a, b) < 0) {
		const struct decimal *t = a;

		a = b;
		b = t;
	}
	if (b->n == 0) {
		*sum = *a;
		return true;
	}
	first = least(first_of(a), first_of(b)) - 1;
	last = most(last_of(a), last_of(b));
	spread(x, a, first, last);
	spread(y, b, first, last);
	for (int i = last - 1; i >= first; i--) {
		int s = x[i] + carry;

		s += a->negative == b->negative ? y[i] : -y[i];
		carry = s > 9 ? 1 : s < 0 ? -1 : 0;
		x[i] = (unsigned char)(s - 10 * carry);
	}
	return take(sum, x, first, last, a->negative);
}

bool
decimal_shift(struct decimal *d, int power)
{
	if (d->n == 0)
		return true;
	if (power > LIMIT || power < -LIMIT)
		return false;
	power += d->point;
	if (power > LIMIT || power < -LIMIT || d->n - power > LIMIT)
		return false;
	d->point = (short)power;
	return true;
}

bool
decimal_times(struct decimal *d, unsigned by, unsigned of)
{
	unsigned char x[ROOM];
	unsigned long long carry = 0;
	int first = most(first_of(d) - 11, 0), last = last_of(d);

	if (of == 0)
		return false;
	if (d->n == 0)
		return true;
	memset(x, 0, sizeof x);
	memcpy(x + first_of(d), d->digit, (size_t)d->n);
	for (int i = last - 1; i >= first; i--) {
		carry += (unsigned long long)x[i] * by;
		x[i] = (unsigned char)(carry % 10);
		carry /= 10;
	}
	if (carry)
		return false;
	for (int i = first; i < ROOM && (i < last || carry); i++) {
		carry = carry * 10 + x[i];
		x[i] = (unsigned char)(carry / of);
		carry %= of;
		last = most(last, i + 1);
	}
	return carry == 0 && take(d, x, first, last, d->negative);
}
