/*
 * entity: HTML's character references (HTML 4.01, section 5.3), decoded.
 *
 * "&nbsp;", "&#8217;" and "&#x2019;", with the semicolon; numbers from 128 to
 * 159 mean windows-1252, as in browsers.  A reference that an ampersand
 * reference makes ("&amp;nbsp;") is decoded too.  Any other ampersand stays,
 * and so does a fraction right behind a letter, which is no text.
 */
#ifndef ENTITY_H
#define ENTITY_H

#include <stdbool.h>

#include "buf.h"
#include "str.h"

/* Appends the text, valid UTF-8, decoded; false, and nothing appended, where
 * there is nothing to decode. */
bool entity_decode(struct str text, struct buf *out);

#endif
