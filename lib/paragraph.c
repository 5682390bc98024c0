#include "paragraph.h"

size_t
paragraph_width(struct str head)
{
	(void)head;
	return 0;
}

bool
paragraph_goes_on(const struct paragraph *p, struct str raw)
{
	(void)raw;
	return p->lines > 0 && p->width > 0;
}

void
paragraph_add(struct paragraph *p, struct str raw, struct str clean)
{
	if (p->lines++ > 0)
		buf_char(&p->text, ' ');
	buf_str(&p->text, clean);
	buf_reset(&p->raw);
	buf_str(&p->raw, raw);
}

void
paragraph_free(struct paragraph *p)
{
	buf_free(&p->text);
	buf_free(&p->raw);
}
