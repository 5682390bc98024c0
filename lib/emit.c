#include "emit.h"

#include "record.h"

void
emit_begin(struct buf *b, const char *type)
{
	buf_add(b, "rec:", 4);
	buf_puts(b, type);
}

static void
begin_field(struct buf *b, const char *label)
{
	buf_char(b, '\t');
	buf_puts(b, label);
	buf_char(b, ':');
}

void
emit_text(struct buf *b, const char *label, struct str text)
{
	if (!text.s)
		return;
	begin_field(b, label);
	record_escape(b, text);
}

void
emit_raw(struct buf *b, const char *label, struct str escaped)
{
	if (!escaped.s)
		return;
	begin_field(b, label);
	buf_str(b, escaped);
}

void
emit_uint(struct buf *b, const char *label, size_t value)
{
	begin_field(b, label);
	buf_uint(b, value);
}

void
emit_end(struct buf *b)
{
	buf_char(b, '\n');
}
