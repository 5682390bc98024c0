# Tidings: plain (GNU) make, no configure.
#
#	make            builds bin/
#	make demo       the dataset of samples/articles/ into out/, and a look at it
#	make test       all tests; make asan runs them under the sanitizers
#	make lint       compiler warnings, clang-tidy, style, shell, manual pages
#	make bench      CPU time of the programs on 100 MB
#	make fuzz       the fuzz targets, each for FUZZ_TIME seconds
#	make notebook   out/cooperation.html: the dataset of the samples in pictures
#	make install    into DESTDIR/PREFIX; make uninstall takes it away
#	make dist       tidings-VERSION.tar.gz
#
# demo, test, asan, lint, fuzz and notebook install what they miss (see .ci/deps).  CC,
# CPPFLAGS, CFLAGS, LDFLAGS and LDLIBS are the user's: what the project needs is
# added to them.

PREFIX = /usr/local
DESTDIR =
VERSION = 0.1.0

CC = cc
AR = ar
PKG_CONFIG = pkg-config
CFLAGS = -O2 -g
FUZZ_TIME = 60

HARDEN = -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fPIE
HARDEN_LD = -pie -Wl,-z,relro -Wl,-z,now -Wl,--as-needed
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wconversion

# libcsv has no pkg-config file.
PKGS = libpcre2-8 libutf8proc uchardet libxxhash lmdb
LIBS = -lcsv

ifeq ($(shell uname),Darwin)
BREW := $(shell brew --prefix 2>/dev/null || echo /usr/local)
HARDEN_LD =
LIBS = -L$(BREW)/lib -lcsv -liconv
PLATFORM = -I$(BREW)/include
endif

# Where the built things go; the sanitizer build has its own places.
BUILD = build
BIN = bin

ALL_CFLAGS = -std=c11 -D_DEFAULT_SOURCE -iquote lib -DVERSION='"$(VERSION)"' \
	$(HARDEN) $(WARN) `$(PKG_CONFIG) --cflags $(PKGS)` $(PLATFORM) \
	$(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(HARDEN_LD) $(CFLAGS) $(LDFLAGS)
ALL_LDLIBS = `$(PKG_CONFIG) --libs $(PKGS)` $(LIBS) $(LDLIBS)

PROGRAMS = $(notdir $(basename $(wildcard cmd/*.c)))
UNITS = $(notdir $(basename $(wildcard tests/unit/*.c)))
TOOLS = $(notdir $(basename $(wildcard tests/*.c)))
FUZZERS = $(notdir $(basename $(wildcard tests/fuzz/*.c)))
PIPELINES = $(wildcard pipelines/*.sh)
COMPLETIONS = pipelines/completions/tidings.bash pipelines/completions/_tidings
COMPLETED = $(PROGRAMS) $(filter-out dataset.sh,$(notdir $(PIPELINES)))
PAGES = $(wildcard cmd/*.1 lib/*.[1-9])
DATA = $(sort $(wildcard lib/lang/*/*.tsv lib/lang/*/*.pcre lib/lexicon/*.tsv))
OBJS = $(patsubst lib/%.c,$(BUILD)/lib/%.o,$(wildcard lib/*.c)) \
	$(BUILD)/lib/builtin.o

all: $(addprefix $(BIN)/,$(PROGRAMS))

# The unit tests and the tests' tools.
unit: $(addprefix $(BUILD)/unit/,$(UNITS)) $(addprefix $(BUILD)/tools/,$(TOOLS))

$(BIN)/%: $(BUILD)/cmd/%.o $(BUILD)/libtidings.a
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libtidings.a $(ALL_LDLIBS)

$(BUILD)/unit/%: $(BUILD)/tests/unit/%.o $(BUILD)/libtidings.a
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libtidings.a $(ALL_LDLIBS)

$(BUILD)/tools/%: $(BUILD)/tests/%.o $(BUILD)/libtidings.a
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libtidings.a $(ALL_LDLIBS)

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/libtidings.a: $(OBJS)
	rm -f $@
	$(AR) rcs $@ $(OBJS)

# The data files as one C file of bytes; made anew when a file comes or goes.
$(BUILD)/lib/builtin.c: $(DATA) lib/data.sh $(BUILD)/data.list
	@mkdir -p $(@D)
	sh lib/data.sh $(DATA) >$@.tmp && mv $@.tmp $@

$(BUILD)/lib/builtin.o: $(BUILD)/lib/builtin.c $(BUILD)/flags
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

# What all objects depend on: other flags, other objects.
FLAGS = $(CC) $(VERSION) $(HARDEN) $(WARN) $(CPPFLAGS) $(CFLAGS)
quote = '$(subst ','\'',$(1))'
keep = mkdir -p $(@D); echo $(call quote,$(1)) | cmp -s - $@ || \
	echo $(call quote,$(1)) >$@

$(BUILD)/data.list: FORCE
	@$(call keep,$(DATA))

$(BUILD)/flags: FORCE
	@$(call keep,$(FLAGS))

demo:
	@.ci/deps build
	@$(MAKE) -s all
	@pipelines/demo.sh samples/articles out

notebook:
	@.ci/deps build notebook
	@$(MAKE) -s all
	@pipelines/rebuild.sh samples/articles out
	@Rscript -e 'rmarkdown::render("samples/cooperation.Rmd", quiet = TRUE,' \
		-e 'intermediates_dir = tempdir(), output_dir = "out")'
	@echo out/cooperation.html

test:
	@.ci/deps build test
	@$(MAKE) -s all unit
	@tests/run

# Status 99 is no status of a program of ours, so it is taken for no result.
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
ASAN_RUN = BUILD=build/asan BIN=build/asan/bin ASAN_OPTIONS=exitcode=99 \
	LSAN_OPTIONS=exitcode=99 UBSAN_OPTIONS=exitcode=99:print_stacktrace=1

asan:
	@.ci/deps build test asan
	@$(MAKE) -s BUILD=build/asan BIN=build/asan/bin HARDEN= HARDEN_LD= \
		CFLAGS='-O1 -g $(SANITIZE)' all unit
	@$(ASAN_RUN) tests/run

lint:
	@.ci/deps build lint
	@$(MAKE) -s $(BUILD)/lib/builtin.c
	@CPPFLAGS="`$(PKG_CONFIG) --cflags $(PKGS)` $(CPPFLAGS)" tests/lint

bench:
	@.ci/deps build
	@$(MAKE) -s all unit
	@tests/bench

# libFuzzer, one target after the other; seeds in tests/fuzz/NAME/.
fuzz:
	@.ci/deps build fuzz
	@$(MAKE) -s CC=clang BUILD=build/fuzz HARDEN= HARDEN_LD= \
		CFLAGS='-O1 -g $(SANITIZE) -fsanitize=fuzzer-no-link' \
		$(addprefix build/fuzz/fuzz/,$(FUZZERS))
	@for f in $(FUZZERS); do \
		mkdir -p build/fuzz/found/$$f && cd build/fuzz/found/$$f && \
		../../fuzz/$$f -max_total_time=$(FUZZ_TIME) -timeout=10 \
			-verbosity=0 -print_final_stats=1 . \
			`ls -d ../../../../tests/fuzz/$$f/ 2>/dev/null` && \
		cd ../../../.. || exit 1; done

$(BUILD)/fuzz/%: $(BUILD)/tests/fuzz/%.o $(BUILD)/libtidings.a
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $< $(BUILD)/libtidings.a \
		$(ALL_LDLIBS)

MAN = $(DESTDIR)$(PREFIX)/share/man
SHARE = $(DESTDIR)$(PREFIX)/share/tidings
BASH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/zsh/site-functions

install: all
	mkdir -p $(DESTDIR)$(PREFIX)/bin $(SHARE)
	for p in $(PROGRAMS); do \
		install -m 755 $(BIN)/$$p $(DESTDIR)$(PREFIX)/bin/ || exit; done
	for p in $(PIPELINES); do \
		install -m 755 $$p $(SHARE)/ || exit; done
	install -m 644 pipelines/report.html $(COMPLETIONS) $(SHARE)/
	mkdir -p $(BASH_COMPLETIONS) $(ZSH_COMPLETIONS)
	for p in $(COMPLETED); do \
		ln -sf $(PREFIX)/share/tidings/tidings.bash \
			$(BASH_COMPLETIONS)/$$p || exit; done
	ln -sf $(PREFIX)/share/tidings/_tidings $(ZSH_COMPLETIONS)/
	for p in $(PAGES); do mkdir -p $(MAN)/man$${p##*.} && \
		install -m 644 $$p $(MAN)/man$${p##*.}/ || exit; done

uninstall:
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/bin/,$(PROGRAMS))
	rm -f $(addprefix $(SHARE)/,$(notdir $(PIPELINES) $(COMPLETIONS)) \
		report.html) $(ZSH_COMPLETIONS)/_tidings $(addprefix \
		$(BASH_COMPLETIONS)/,$(COMPLETED))
	for p in $(notdir $(PAGES)); do rm -f $(MAN)/man$${p##*.}/$$p; done
	-rmdir $(SHARE)

dist:
	git archive --prefix=tidings-$(VERSION)/ -o tidings-$(VERSION).tar.gz HEAD

clean:
	rm -rf $(BUILD) $(BIN) out .out.* tidings-*.tar.gz

FORCE:
.PHONY: all unit demo notebook test asan lint bench fuzz install uninstall dist clean \
	FORCE
.SECONDARY:

-include $(wildcard $(BUILD)/lib/*.d $(BUILD)/cmd/*.d $(BUILD)/tests/*.d \
	$(BUILD)/tests/*/*.d)
