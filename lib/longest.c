#include "longest.h"

#include <stdint.h>
#include <stdlib.h>

#include "mark.h"
#include "mem.h"
#include "spool.h"

/* A stretch of the spool: an item, and what follows it that is none. */
struct stretch {
	size_t item;	/* bytes; 0 where it begins with what is no item */
	size_t others;	/* bytes behind it */
	size_t head;	/* the item's first line, without its LF */
	size_t length;	/* of its text; 0: it has none */
	uint32_t text;	/* the number of the text among the known ones */
	uint32_t first; /* it is near that one, if bins > 0 */
	uint8_t bins;
	bool marked; /* it has a dup_of */
};

struct stretches {
	struct stretch *s;
	size_t n, cap;
};

static struct stretch *
add_stretch(struct stretches *all)
{
	if (all->n == all->cap) {
		all->cap += all->cap / 8 + 64;
		all->s = mem_resize(all->s, all->cap, sizeof *all->s);
	}
	all->s[all->n] = (struct stretch){ 0 };
	return &all->s[all->n++];
}

static void
read_all(struct items *items, struct known *known, struct spool *spool,
    struct stretches *all)
{
	struct stretch *s = add_stretch(all);
	struct minhash sign;
	struct item item;

	while (items_next(items, &item)) {
		spool_add(spool, item.lines);
		if (!item.compared) {
			s->others += item.lines.n;
			continue;
		}
		s = add_stretch(all);
		s->item = item.lines.n;
		s->head = item.head;
		s->marked = item.marked;
		if (!item.key.s || !minhash_sign(&sign, item.key))
			continue;
		s->length = item.key.n;
		s->text = (uint32_t)known_put(known, &sign, item.id);
	}
}

struct place {
	struct stretch *s;
};

/* The longest first, and of those the first. */
static int
by_length(const void *a, const void *b)
{
	const struct stretch *s = ((const struct place *)a)->s;
	const struct stretch *t = ((const struct place *)b)->s;

	if (s->length != t->length)
		return s->length > t->length ? -1 : 1;
	return s < t ? -1 : s > t;
}

static void
find_near(struct stretches *all, struct known *known, unsigned least)
{
	struct place *order = mem_zero(all->n, sizeof *order);
	unsigned bins;
	size_t i, which = 0;

	for (i = 0; i < all->n; i++)
		order[i].s = &all->s[i];
	qsort(order, all->n, sizeof *order, by_length);
	for (i = 0; i < all->n && order[i].s->length > 0; i++) {
		bins = known_near(
		    known, &known->near.text[order[i].s->text], &which);
		if (bins < least) {
			known_open(known, order[i].s->text);
			continue;
		}
		order[i].s->first = (uint32_t)which;
		order[i].s->bins = (uint8_t)bins;
	}
	free(order);
}

static void
write_all(struct filter *f, const struct stretches *all,
    const struct known *known, struct spool *spool, bool mark)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct stretch *s = &all->s[i];
		struct mark m = {
			.dup = s->bins > 0, .near = true, .bins = s->bins
		};
		struct item item = { .head = s->head, .marked = s->marked };

		item.lines = spool_read(spool, s->item);
		if (m.dup)
			m.first = known_name(known, s->first);
		if (mark && s->item > 0)
			mark_write(&f->out, &item, &m);
		else if (!m.dup)
			writer_str(&f->out, item.lines);
		spool_copy(spool, s->others, &f->out);
	}
}

void
dedupe_longest(struct filter *f, struct items *items, struct known *known,
    unsigned least, bool mark)
{
	struct stretches all = { 0 };
	struct spool spool;

	spool_open(&spool, f);
	read_all(items, known, &spool, &all);
	find_near(&all, known, least);
	spool_rewind(&spool);
	write_all(f, &all, known, &spool, mark);
	spool_close(&spool);
	free(all.s);
}
