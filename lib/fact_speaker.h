/*
 * fact_speaker: who says what a sentence tells.
 */
#ifndef FACT_SPEAKER_H
#define FACT_SPEAKER_H

#include "fact_rule.h"
#include "fact_scene.h"

/*
 * The person or organization beside one of the first verbs of saying, or else a
 * name beside it that no mention has; a missing str where nobody is told.  It
 * lies in the mention or in the text of the scene.
 */
struct str speaker_of(const struct fact_rules *r, const struct scene *s);

#endif
