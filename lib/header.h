/*
 * header: what is not prose in an article: its title, the lines at its head
 * and foot, the dateline, captions, marks of its end.
 *
 * Works on the paragraphs of a document and tells the role of each, what part
 * of it is prose, and what the whole says of the article.
 */
#ifndef HEADER_H
#define HEADER_H

#include <stdbool.h>
#include <stddef.h>

#include "edtf.h"
#include "str.h"

enum header_role {
	ROLE_BODY,
	ROLE_TITLE,
	ROLE_HEADER,
	ROLE_DATELINE, /* a dateline that is a paragraph of its own */
	ROLE_CAPTION,  /* of an image: prose, but not of the running text */
	ROLE_HEADING,  /* of a part of the article */
	ROLE_MARKUP,   /* tags that no reader sees */
	ROLE_FOOTER
};

const char *header_role_name(enum header_role role);

struct header_para {
	struct str text; /* given; all else is found out */
	enum header_role role;
	size_t from, to; /* the bytes of text that are prose */
};

/* Missing texts and an EDTF_NONE where nothing is known.  All texts are parts
 * of those given. */
struct header {
	struct str title, publisher, author, place;
	struct str dateline; /* as it stands */
	struct edtf published;
	const char *basis; /* where published comes from, or "none" */
};

struct header_rules;

struct header_rules *header_rules_new(void);
void header_rules_free(struct header_rules *r);

/*
 * Fills in the paragraphs of a document and the header.  name is that of the
 * document, which may hold a date, or missing.
 */
void header_find(struct header_rules *r, struct str name,
    struct header_para *para, size_t n, struct header *h);

/* The same for a paragraph far behind the head, taken alone. */
void header_later(struct header_rules *r, struct header_para *para);

#endif
