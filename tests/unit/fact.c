#include "fact_rule.h"
#include "fact_verb.h"
#include "fact_world.h"

#include "buf.h"
#include "test.h"

/* What the verb of the first count in a sentence tells: "status ACTION". */
static struct str
verb_of(struct buf *b, const struct fact_rules *r, const char *text,
    const char *mentions)
{
	struct place place = { 0 };
	struct sentence s = { .text = str_from(text),
		.mentions = str_from(mentions),
		.place = &place };
	struct scene scene = { .amounts = 0 };
	struct verb v;

	scene_read(&scene, &s, r->help[HELP_VERB_CUE]);
	buf_reset(b);
	if (scene.mentions.n) {
		v = verb_find(r, &scene, scene.mentions.item[0].from,
		    scene.mentions.item[0].to);
		buf_str(b, v.status);
		buf_char(b, ' ');
		buf_str(b, v.action);
		if (v.negated)
			buf_puts(b, " not");
		if (v.conditional)
			buf_puts(b, " perhaps");
	}
	scene_free(&scene);
	return buf_text(b);
}

#define BUILT(start, end)                                                      \
	"rec:term\tstart:" start "\tend:" end                                  \
	"\tclass:action\tid:COOPERATE\tname:create\trole:completed\n"

static void
verbs(struct buf *b)
{
	struct fact_rules *r = fact_rules_new(STR("en"));

	TEST("the state that auxiliaries tell");
	CHECK_STR(
	    verb_of(b, r, "9 ports were built",
		"rec:count\tstart:0\tend:7\tkind:count\n" BUILT("13", "18")),
	    "completed COOPERATE");
	CHECK_STR(
	    verb_of(b, r, "9 ports will be built",
		"rec:count\tstart:0\tend:7\tkind:count\n" BUILT("16", "21")),
	    "planned AGREE");
	CHECK_STR(
	    verb_of(b, r, "9 ports were not built",
		"rec:count\tstart:0\tend:7\tkind:count\n" BUILT("17", "22")),
	    "completed COOPERATE not");
	CHECK_STR(
	    verb_of(b, r, "9 ports could be built",
		"rec:count\tstart:0\tend:7\tkind:count\n" BUILT("17", "22")),
	    "completed COOPERATE perhaps");

	TEST("no verb in reach");
	CHECK_STR(
	    verb_of(b, r, "9 ports", "rec:count\tstart:0\tend:7\tkind:count\n"),
	    " ");
	CHECK_STR(
	    verb_of(b, r, "9 ports; then, years later, it was built",
		"rec:count\tstart:0\tend:7\tkind:count\n" BUILT("35", "40")),
	    " ");

	TEST("rules by the names of actions");
	CHECK(fact_rules_at(r, STR("pledge")) != 0);
	CHECK(fact_rules_at(r, STR("no such")) == 0);
	CHECK(fact_rule_lists(STR("a|bc|d"), STR("bc")));
	CHECK(!fact_rule_lists(STR("a|bc|d"), STR("b")));
	CHECK(!fact_rules_new(STR("zz")));
	fact_rules_free(r);
}

static void
worlds(struct buf *b)
{
	struct world *w = world_new();
	struct str none = { NULL, 0 };
	struct codes c = { .n = 0 }, aside = { .n = 0 }, peru = { .n = 0 };

	TEST("the country that a name stands for");
	CHECK_STR(world_country(w, STR("country"), STR("KEN"), none), "KEN");
	CHECK_STR(
	    world_country(w, STR("city"), STR("KE-30"), STR("capital")), "KEN");
	CHECK_STR(world_country(w, STR("city"), STR("KE-28"), none), NULL);
	CHECK_STR(
	    world_country(w, STR("organization"), STR("cnpc"), none), "CHN");
	CHECK_STR(world_country(w, STR("organization"), STR("un"), none), NULL);
	CHECK_STR(world_capital(w, STR("KAZ")), "KZ-71");
	CHECK_STR(world_capital(w, STR("ATA")), NULL);

	TEST("the country that a document speaks of");
	codes_add(&peru, STR("PER"));
	CHECK_STR(world_main(w, &aside), NULL);
	world_count(w, STR("PER"));
	CHECK_STR(world_main(w, &aside), NULL);
	world_count(w, STR("PER"));
	world_count(w, STR("CHN"));
	CHECK_STR(world_main(w, &aside), "PER");
	CHECK_STR(world_main(w, &peru), NULL);
	world_count(w, STR("CHN"));
	CHECK_STR(world_main(w, &peru), "CHN");
	world_forget(w);
	CHECK_STR(world_main(w, &aside), NULL);
	world_free(w);

	TEST("sets of codes");
	codes_add(&c, STR("KZ-75"));
	codes_add(&c, STR("CN-XJ"));
	codes_add(&c, STR("KZ-75"));
	codes_add(&c, STR("much too long"));
	codes_sort(&c);
	buf_reset(b);
	codes_write(b, &c);
	CHECK_STR(buf_text(b), "CN-XJ|KZ-75");
}

int
main(void)
{
	struct buf b = { 0 };

	verbs(&b);
	worlds(&b);
	buf_free(&b);
	return test_end();
}
