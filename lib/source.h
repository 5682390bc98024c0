/*
 * source: the bytes of a document as lines of text.
 *
 * A line is UTF-8, but for bytes that are damaged in the document: they stand
 * in it as they were read, or as CHARSET_BAD.  SOURCE_SLACK bytes may be read
 * before and behind every line.
 *
 * The charset is decided by the first 256 KiB.  A text that has been ASCII up
 * to there is taken for UTF-8; where its first other bytes are none, it is
 * decided anew by the block that holds them.
 *
 * Lines end with LF; one of more than a mebibyte is handed out in pieces, cut
 * at a blank where there is one.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "charset.h"
#include "str.h"

enum { SOURCE_SLACK = 32 };

struct source {
	struct charset charset;
	size_t bytes;	    /* read so far */
	unsigned long line; /* of what was handed out last, from 1 */
	int error;	    /* errno of a failed read */

	int fd; /* -1: the bytes are all there */
	bool ended, piece;
	bool ascii;	 /* all so far, and the charset was not given */
	struct buf raw;	 /* bytes not yet decoded */
	struct buf text; /* with slack on both sides */
	size_t begin;	 /* the first byte of text not handed out */
};

/*
 * Begins a document; s is one of zeros or one used before.  charset is NULL or
 * the name of one that charset_open knows.  False where the document is no text
 * or cannot be read: then why is set.
 */
bool source_open(
    struct source *s, int fd, const char *charset, const char **why);

/* The same with bytes in memory, which are copied. */
bool source_text(
    struct source *s, struct str bytes, const char *charset, const char **why);

/* The next line, without its LF.  False at the end. */
bool source_line(struct source *s, struct str *line);

/* The head of the text, before the first line is taken: 256 KiB or all there
 * is, however much a read(2) gives. */
struct str source_head(const struct source *s);

void source_free(struct source *s);

#endif
