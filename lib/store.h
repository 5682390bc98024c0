/*
 * store: what earlier runs have seen, in a file, by LMDB (symas.com/lmdb).
 *
 * A run has the file for itself from store_open to store_commit or its end;
 * others wait.  What it put in is there for others after store_commit, all of
 * it or, where the run or the machine breaks down before, nothing.  Beside FILE
 * there is FILE-lock.
 *
 * What cannot be done ends the program with status 2.
 */
#ifndef STORE_H
#define STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "filter.h"
#include "str.h"

struct store;

struct store *store_open(const struct filter *f, const char *path);

/* A number that the file keeps, unlike that of any other file. */
uint64_t store_seed(const struct store *s);

/*
 * An item is found by a kind and two words, which are also the order of
 * store_each.  store_get: false where there is none; value holds until the next
 * call.
 */
bool store_get(
    struct store *s, char kind, const uint64_t key[2], struct str *value);
void store_put(
    struct store *s, char kind, const uint64_t key[2], struct str value);

/* Calls f for all items of a kind that have this first word. */
void store_each(struct store *s, char kind, uint64_t first,
    void (*f)(void *self, uint64_t second, struct str value), void *self);

/* Makes it last, and frees the store. */
void store_commit(struct store *s);

#endif
