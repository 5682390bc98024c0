/*
 * lang: the language packs, lib/lang/LANG/.
 *
 * A language is what its folder holds; nothing about one stands in C.
 */
#ifndef LANG_H
#define LANG_H

#include <stdbool.h>

#include "pattern.h"
#include "str.h"
#include "table.h"

/* Is there a folder for this language code ("en")? */
bool lang_known(struct str code);

/* The compiled-in table lang/CODE/NAME.tsv, or NULL. */
const struct table *lang_table(struct str code, const char *name);

/* The content of lang/CODE/NAME.pcre, added to a grammar; false if missing. */
bool lang_grammar(struct grammar *g, struct str code, const char *name);

#endif
