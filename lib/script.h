/*
 * script: the language of a paragraph, by its script and its letters.
 *
 * The table lang/LANG/script.tsv of a language names its script, and letters
 * of its own with the percentage of them that tells it from its neighbours.
 * So Kazakh is told from Russian, and a language is added by a folder.
 */
#ifndef SCRIPT_H
#define SCRIPT_H

#include <stdbool.h>

#include "str.h"

struct scripts;

struct scripts *scripts_new(void);
void scripts_free(struct scripts *s);

/*
 * The code of the language, or a missing str where there is none for the
 * script that most letters are of.  Looks at the beginning of the text only;
 * ascii says that it is known to be ASCII, for speed.
 */
struct str scripts_lang(const struct scripts *s, struct str text, bool ascii);

#endif
