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

#include "buf.h"
#include "str.h"

void emit_begin(struct buf *b, const char *type);
void emit_text(struct buf *b, const char *label, struct str text);
void emit_raw(struct buf *b, const char *label, struct str escaped);
void emit_uint(struct buf *b, const char *label, size_t value);
void emit_end(struct buf *b);

#endif
