#include "known.h"

#include <stdlib.h>

#include "hash.h"
#include "mem.h"

enum { EXACT = 'x', NEAR = 'n' };

static struct str
name_at(const struct known *k, size_t at)
{
	return k->named ? str_from(k->names.s + at) : STR("");
}

static size_t
add_name(struct known *k, struct str name)
{
	size_t at = k->names.n;

	if (k->named) {
		buf_str(&k->names, name);
		buf_char(&k->names, '\0');
	}
	return at;
}

/* A text of an earlier run: its signature, and behind it its name. */
static void
load(void *self, uint64_t number, struct str value)
{
	struct known *k = self;
	struct minhash m;

	k->next = number + 1;
	if (value.n < sizeof m)
		return;
	memcpy(&m, value.s, sizeof m);
	known_open(k, known_put(k, &m, str_part(value, sizeof m, value.n)));
}

void
known_init(struct known *k, struct str space, bool named, struct store *store)
{
	*k = (struct known){ .store = store, .named = named };
	k->seed = store ? store_seed(store) : hash_seed();
	k->space = hash_word(space, k->seed);
	seen_init(&k->seen, 2, named, UINT64_MAX);
	minhash_index_init(&k->near);
	if (store)
		store_each(store, NEAR, k->space, load, k);
	k->stored = k->near.n;
}

void
known_free(struct known *k)
{
	seen_free(&k->seen);
	minhash_index_free(&k->near);
	free(k->name);
	buf_free(&k->names);
	buf_free(&k->open);
}

bool
known_exact(struct known *k, struct str key, struct str name, struct str *first)
{
	struct hash h = hash_text(key, k->space);
	uint64_t entry[3] = { h.high, h.low, k->names.n };
	uint64_t *at;

	if (k->store && !seen_get(&k->seen, entry) &&
	    store_get(k->store, EXACT, entry, first))
		return true;
	if (seen_add(&k->seen, entry, &at)) {
		add_name(k, name);
		return false;
	}
	*first = k->named ? name_at(k, at[2]) : STR("");
	return true;
}

size_t
known_put(struct known *k, const struct minhash *m, struct str name)
{
	size_t number = minhash_index_put(&k->near, m);

	buf_char(&k->open, 0);
	if (!k->named)
		return number;
	if (number >= k->names_cap) {
		k->names_cap =
		    mem_room(k->names_cap, number + 1, sizeof *k->name);
		k->name = mem_resize(k->name, k->names_cap, sizeof *k->name);
	}
	k->name[number] = add_name(k, name);
	return number;
}

void
known_open(struct known *k, size_t which)
{
	k->open.s[which] = 1;
	minhash_index_open(&k->near, which);
}

unsigned
known_near(const struct known *k, const struct minhash *m, size_t *which)
{
	return minhash_index_find(&k->near, m, which);
}

struct str
known_name(const struct known *k, size_t which)
{
	return k->named ? name_at(k, k->name[which]) : STR("");
}

void
known_commit(struct known *k)
{
	struct buf value = { 0 };
	const uint64_t *e;
	size_t place = 0, i;

	while ((e = seen_walk(&k->seen, &place)))
		store_put(
		    k->store, EXACT, e, k->named ? name_at(k, e[2]) : STR(""));
	for (i = k->stored; i < k->near.n; i++) {
		uint64_t key[2] = { k->space, k->next };

		if (!k->open.s[i])
			continue;
		k->next++;
		buf_reset(&value);
		buf_add(&value, (const char *)&k->near.text[i],
		    sizeof k->near.text[i]);
		buf_str(&value, known_name(k, i));
		store_put(k->store, NEAR, key, buf_text(&value));
	}
	buf_free(&value);
	store_commit(k->store);
}
