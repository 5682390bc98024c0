/*
 * utf8: UTF-8 (RFC 3629) checked, counted and decoded.
 *
 * Only utf8_valid and utf8_sequence take bytes that may be anything; the other
 * functions want valid UTF-8.
 */
#ifndef UTF8_H
#define UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The length of the longest prefix of s that is valid UTF-8 without a NUL. */
size_t utf8_valid(const char *s, size_t n);

/* The length of the sequence at s, n > 0, of any bytes, or 0 where there is
 * none; a NUL is none. */
size_t utf8_sequence(const char *s, size_t n);

/* The number of code points in s. */
size_t utf8_count(const char *s, size_t n);

/* Decodes the code point at s, n > 0; returns its length in bytes. */
size_t utf8_decode(const char *s, size_t n, uint32_t *cp);

/* Encodes cp into s, which has room for 4 bytes; returns the length. */
size_t utf8_encode(char *s, uint32_t cp);

#endif
