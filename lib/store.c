#include "store.h"

#include <lmdb.h>
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "mem.h"

/* The file grows as it is filled; this is only how far it may. */
static const size_t size_most =
    sizeof(void *) >= 8 ? (size_t)1 << (sizeof(void *) >= 8 ? 38 : 30)
			: (size_t)1 << 30;

struct store {
	const struct filter *filter;
	const char *path;
	MDB_env *env;
	MDB_txn *txn;
	MDB_dbi db;
	uint64_t seed;
	struct buf value;
};

static void
check(const struct store *s, int result)
{
	if (result != MDB_SUCCESS)
		filter_fail(s->filter, "%s: %s", s->path, mdb_strerror(result));
}

/* Numbers stand with the high byte first, so their order is that of bytes. */
static void
put_word(unsigned char *p, uint64_t word)
{
	for (int i = 7; i >= 0; i--, word >>= 8)
		p[i] = (unsigned char)word;
}

static uint64_t
get_word(const unsigned char *p)
{
	uint64_t word = 0;

	for (int i = 0; i < 8; i++)
		word = word << 8 | p[i];
	return word;
}

enum { KEY = 17 };

static MDB_val
key_of(unsigned char room[KEY], char kind, const uint64_t key[2])
{
	room[0] = (unsigned char)kind;
	put_word(room + 1, key[0]);
	put_word(room + 9, key[1]);
	return (MDB_val){ KEY, room };
}

bool
store_get(struct store *s, char kind, const uint64_t key[2], struct str *value)
{
	unsigned char room[KEY];
	MDB_val k = key_of(room, kind, key), v;
	int result = mdb_get(s->txn, s->db, &k, &v);

	if (result == MDB_NOTFOUND)
		return false;
	check(s, result);
	*value = (struct str){ v.mv_data, v.mv_size };
	return true;
}

void
store_put(struct store *s, char kind, const uint64_t key[2], struct str value)
{
	unsigned char room[KEY];
	MDB_val k = key_of(room, kind, key), v;

	buf_reset(&s->value);
	buf_str(&s->value, value);
	v = (MDB_val){ value.n, s->value.s };
	check(s, mdb_put(s->txn, s->db, &k, &v, 0));
}

/* The file's own item: kind 0, with the seed as its value. */
static void
open_seed(struct store *s)
{
	static const uint64_t key[2] = { 0, 0 };
	unsigned char word[8];
	struct str value;

	if (!store_get(s, '\0', key, &value)) {
		put_word(word, hash_seed());
		value = (struct str){ (char *)word, sizeof word };
		store_put(s, '\0', key, value);
	}
	s->seed = get_word((const unsigned char *)value.s);
}

struct store *
store_open(const struct filter *f, const char *path)
{
	struct store *s = mem_zero(1, sizeof *s);

	s->filter = f;
	s->path = path;
	check(s, mdb_env_create(&s->env));
	check(s, mdb_env_set_mapsize(s->env, size_most));
	check(
	    s, mdb_env_open(s->env, path, MDB_NOSUBDIR | MDB_NORDAHEAD, 0666));
	check(s, mdb_txn_begin(s->env, NULL, 0, &s->txn));
	check(s, mdb_dbi_open(s->txn, NULL, 0, &s->db));
	open_seed(s);
	return s;
}

uint64_t
store_seed(const struct store *s)
{
	return s->seed;
}

void
store_each(struct store *s, char kind, uint64_t first,
    void (*f)(void *self, uint64_t second, struct str value), void *self)
{
	unsigned char room[KEY];
	const uint64_t from[2] = { first, 0 };
	MDB_val k = key_of(room, kind, from), v;
	MDB_cursor *cursor;
	const unsigned char *p;
	int result;

	check(s, mdb_cursor_open(s->txn, s->db, &cursor));
	result = mdb_cursor_get(cursor, &k, &v, MDB_SET_RANGE);
	for (; result == MDB_SUCCESS;
	     result = mdb_cursor_get(cursor, &k, &v, MDB_NEXT)) {
		p = k.mv_data;
		if (k.mv_size != KEY || p[0] != (unsigned char)kind ||
		    get_word(p + 1) != first)
			break;
		f(self, get_word(p + 9), (struct str){ v.mv_data, v.mv_size });
	}
	if (result != MDB_NOTFOUND)
		check(s, result);
	mdb_cursor_close(cursor);
}

void
store_commit(struct store *s)
{
	check(s, mdb_txn_commit(s->txn));
	mdb_env_close(s->env);
	buf_free(&s->value);
	free(s);
}
