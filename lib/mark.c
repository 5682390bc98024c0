#include "mark.h"

#include "minhash.h"

static void
add_similarity(struct writer *w, unsigned bins)
{
	unsigned percent = (bins * 100 + MINHASH_BINS / 2) / MINHASH_BINS;
	char value[] = { '\t', 's', 'i', 'm', 'i', 'l', 'a', 'r', 'i', 't', 'y',
		':', '0', '.', (char)('0' + percent / 10 % 10),
		(char)('0' + percent % 10) };

	if (percent >= 100)
		writer_str(w, STR("\tsimilarity:1"));
	else
		writer_add(w, value, sizeof value);
}

void
mark_write(struct writer *w, const struct item *item, const struct mark *m)
{
	writer_add(w, item->lines.s, item->head);
	if (record_starts(item->lines)) {
		if (m->dup && !item->marked) {
			writer_str(w, STR("\tdup_of:"));
			writer_str(w, m->first);
			if (m->near)
				add_similarity(w, m->bins);
		}
		if (item->fact && !item->claimed) {
			writer_str(w, STR("\tclaim:"));
			writer_str(w, m->dup ? m->first : item->id);
		}
	}
	writer_str(w, str_part(item->lines, item->head, item->lines.n));
}
