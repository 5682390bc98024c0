/*
 * unicode: properties of code points and normalization, by utf8proc.
 */
#ifndef UNICODE_H
#define UNICODE_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

enum unicode_class {
	UNICODE_OTHER, /* punctuation, symbols, blanks, controls */
	UNICODE_UPPER,
	UNICODE_LOWER,
	UNICODE_LETTER, /* without case */
	UNICODE_NUMBER,
	UNICODE_MARK,
	UNICODE_NONE /* not assigned, private, a surrogate */
};

enum unicode_class unicode_class(uint32_t cp);

/* Is it a control that no text has?  (Those that end lines, TAB, ESC and SUB
 * are in some.) */
bool unicode_is_control(uint32_t cp);

/* The script of a letter, as the first code point of a block: of Latin 0x41, of
 * Chinese and Japanese 0x3040.  0: none, as of what is no letter; 1: another.
 */
uint32_t unicode_script(uint32_t cp);

/* Does it fill two columns, as Chinese characters do? */
bool unicode_is_wide(uint32_t cp);

/* A text of code points that are all safe is in NFC (UAX #15).  Cautious: what
 * is not safe may still be in NFC. */
bool unicode_is_nfc(uint32_t cp);

/* Appends the text, valid UTF-8, in NFC. */
void unicode_nfc(struct buf *b, struct str text);

#endif
