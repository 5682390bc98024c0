#include "seen.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* At most 7 of 8 places are taken.  Behind the last place that a hash says
 * there is room for the entries that found theirs taken. */
enum { FIRST_RANGE = 1024, BEHIND = 256 };

void
seen_init(struct seen *s, size_t key, size_t value, uint64_t mask)
{
	*s = (struct seen){ .key = key, .width = key + value, .mask = mask };
	s->range = FIRST_RANGE;
	s->places = FIRST_RANGE + BEHIND;
	s->slot = mem_zero(s->places, s->width * sizeof *s->slot);
}

void
seen_free(struct seen *s)
{
	free(s->slot);
	*s = (struct seen){ 0 };
}

static uint64_t *
entry_at(const struct seen *s, size_t place)
{
	return s->slot + place * s->width;
}

static bool
is_empty(const struct seen *s, const uint64_t *entry)
{
	return entry[0] == 0 && (s->key == 1 || entry[1] == 0);
}

/* The high word of a × b. */
static uint64_t
scale(uint64_t a, uint64_t b)
{
	uint64_t ah = a >> 32, al = a & UINT32_MAX;
	uint64_t bh = b >> 32, bl = b & UINT32_MAX;
	uint64_t mid = ah * bl + (al * bl >> 32);

	return ah * bh + (mid >> 32) + ((al * bh + (mid & UINT32_MAX)) >> 32);
}

/* The place that a hash says. */
static size_t
home(const struct seen *s, const uint64_t *key)
{
	return (size_t)scale(key[0] & s->mask, s->range);
}

static int
compare(const struct seen *s, const uint64_t *a, const uint64_t *b)
{
	if (a[0] != b[0])
		return a[0] < b[0] ? -1 : 1;
	if (s->key == 1 || a[1] == b[1])
		return 0;
	return a[1] < b[1] ? -1 : 1;
}

static void
move_entries(struct seen *s, size_t to, size_t from, size_t n)
{
	memmove(
	    entry_at(s, to), entry_at(s, from), n * s->width * sizeof *s->slot);
}

static void
set_places(struct seen *s, size_t places)
{
	s->slot = mem_resize(s->slot, places, s->width * sizeof *s->slot);
	s->places = places;
}

/*
 * Half as many places again.  The entries are moved together at the end, and
 * from there, in their order, to their new places.  As the hashes are spread
 * evenly, those yet to be moved are not overrun; if they were about to be, they
 * are moved further on.
 */
static void
grow(struct seen *s)
{
	size_t old = s->places, i, from, to, next = 0;

	s->range += s->range / 2;
	if (s->places < s->range + BEHIND)
		set_places(s, s->range + BEHIND);
	from = s->places;
	for (i = old; i-- > 0;)
		if (!is_empty(s, entry_at(s, i)))
			move_entries(s, --from, i, 1);
	for (; from < s->places; from++) {
		to = home(s, entry_at(s, from));
		if (to < next)
			to = next;
		if (to > from) {
			size_t more = to - from + BEHIND, left;

			left = s->places - from;
			set_places(s, s->places + more);
			move_entries(s, from + more, from, left);
			from += more;
		}
		memset(entry_at(s, next), 0,
		    (to - next) * s->width * sizeof *s->slot);
		if (to < from)
			move_entries(s, to, from, 1);
		next = to + 1;
	}
	memset(entry_at(s, next), 0,
	    (s->places - next) * s->width * sizeof *s->slot);
}

/* More room behind the last place that a hash says. */
static void
add_places(struct seen *s)
{
	size_t old = s->places;

	set_places(s, old + BEHIND);
	memset(entry_at(s, old), 0, BEHIND * s->width * sizeof *s->slot);
}

/* The first place at or behind its own that is empty or not less. */
static size_t
lower(const struct seen *s, const uint64_t *key)
{
	size_t i = home(s, key);

	while (i < s->places && !is_empty(s, entry_at(s, i)) &&
	       compare(s, entry_at(s, i), key) < 0)
		i++;
	return i;
}

/* Makes place i free: what stands there up to the next empty place moves by
 * one.  False where there is no empty one. */
static bool
make_room(struct seen *s, size_t i)
{
	size_t end = i;

	while (end < s->places && !is_empty(s, entry_at(s, end)))
		end++;
	if (end == s->places)
		return false;
	move_entries(s, i + 1, i, end - i);
	return true;
}

bool
seen_add(struct seen *s, const uint64_t *entry, uint64_t **at)
{
	uint64_t e[3] = { 0 };
	size_t i;

	memcpy(e, entry, s->width * sizeof *e);
	if (is_empty(s, e))
		e[s->key - 1] = 1;
	if (s->n >= s->range / 8 * 7)
		grow(s);
	for (;;) {
		i = lower(s, e);
		*at = entry_at(s, i);
		if (i < s->places && !is_empty(s, *at) &&
		    compare(s, *at, e) == 0)
			return false;
		if (i < s->places && make_room(s, i))
			break;
		add_places(s);
	}
	memcpy(*at, e, s->width * sizeof *e);
	s->n++;
	return true;
}

const uint64_t *
seen_from(const struct seen *s, const uint64_t *key)
{
	size_t i = lower(s, key);

	if (i == s->places || is_empty(s, entry_at(s, i)))
		return NULL;
	return entry_at(s, i);
}

const uint64_t *
seen_next(const struct seen *s, const uint64_t *entry)
{
	entry += s->width;
	if (entry == entry_at(s, s->places) || is_empty(s, entry))
		return NULL;
	return entry;
}

const uint64_t *
seen_get(const struct seen *s, const uint64_t *key)
{
	uint64_t k[2] = { key[0], s->key == 2 ? key[1] : 0 };
	const uint64_t *entry;

	if (is_empty(s, k))
		k[s->key - 1] = 1;
	entry = seen_from(s, k);
	return entry && compare(s, entry, k) == 0 ? entry : NULL;
}

void
seen_prefetch(const struct seen *s, const uint64_t *key)
{
	__builtin_prefetch(entry_at(s, home(s, key)));
}

const uint64_t *
seen_walk(const struct seen *s, size_t *place)
{
	for (; *place < s->places; ++*place)
		if (!is_empty(s, entry_at(s, *place)))
			return entry_at(s, (*place)++);
	return NULL;
}
