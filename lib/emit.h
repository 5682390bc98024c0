/*
 * emit: records written field by field into a buf.
 *
 *	emit_begin(b, "money");             rec:money
 *	emit_uint(b, "start", 12);          <TAB>start:12
 *	emit_text(b, "text", text);         <TAB>text:...  with escapes
 *	emit_end(b);                        <LF>
 *
 * A missing str (s == NULL) writes nothing, as a missing value is a missing
 * field.
 */
#ifndef EMIT_H
#define EMIT_H

#include <string.h>

#include "buf.h"
#include "record.h"
#include "str.h"

/* The functions are inline because their labels are constants, of which the
 * compiler knows the lengths then. */

static inline void
emit_begin(struct buf *b, const char *type)
{
	buf_add(b, "rec:", 4);
	buf_puts(b, type);
}

/* <TAB>label: for what is appended next. */
static inline void
emit_label(struct buf *b, const char *label)
{
	size_t n = strlen(label);
	char *to;

	buf_reserve(b, n + 2);
	to = b->s + b->n;
	to[0] = '\t';
	memcpy(to + 1, label, n);
	to[n + 1] = ':';
	b->n += n + 2;
}

static inline void
emit_text(struct buf *b, const char *label, struct str text)
{
	if (!text.s)
		return;
	emit_label(b, label);
	record_escape(b, text);
}

static inline void
emit_raw(struct buf *b, const char *label, struct str escaped)
{
	if (!escaped.s)
		return;
	emit_label(b, label);
	buf_str(b, escaped);
}

static inline void
emit_uint(struct buf *b, const char *label, size_t value)
{
	emit_label(b, label);
	buf_uint(b, value);
}

static inline void
emit_end(struct buf *b)
{
	buf_char(b, '\n');
}

#endif
