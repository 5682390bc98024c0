# Tidings: plain make, no configure.  The user's CC, CPPFLAGS, CFLAGS, LDFLAGS
# and LDLIBS are respected; what the project itself needs is added to them.

PREFIX = /usr/local
DESTDIR =
VERSION = 0.1.0

CC = cc
AR = ar
PKG_CONFIG = pkg-config
CFLAGS = -O2 -g
HARDEN = -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
HARDEN_LD = -pie -Wl,-z,relro -Wl,-z,now
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wconversion

# libcsv has no pkg-config file.
PKGS = libpcre2-8
LIBS = -lcsv

# Where the built things go; the sanitizer build has its own places.
BUILD = build
BIN = bin

ALL_CFLAGS = -std=c11 -D_DEFAULT_SOURCE -Ilib -DVERSION='"$(VERSION)"' \
	$(HARDEN) $(WARN) `$(PKG_CONFIG) --cflags $(PKGS)` $(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(HARDEN_LD) $(CFLAGS) $(LDFLAGS)
ALL_LDLIBS = `$(PKG_CONFIG) --libs $(PKGS)` $(LIBS) $(LDLIBS)

PROGRAMS = $(notdir $(basename $(wildcard cmd/*.c)))
DATA = $(sort $(wildcard lib/lang/*/*.tsv lib/lang/*/*.pcre lib/lexicon/*.tsv))
OBJS = $(patsubst lib/%.c,$(BUILD)/lib/%.o,$(wildcard lib/*.c)) \
	$(BUILD)/lib/builtin.o

all: $(addprefix $(BIN)/,$(PROGRAMS))

$(BIN)/%: $(BUILD)/cmd/%.o $(BUILD)/libtidings.a
	@mkdir -p $(@D)
	$(CC) $(ALL_LDFLAGS) -o $@ $< $(BUILD)/libtidings.a $(ALL_LDLIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/libtidings.a: $(OBJS)
	rm -f $@
	$(AR) rcs $@ $(OBJS)

# The data files as one C file of bytes; made anew when a file comes or goes.
$(BUILD)/lib/builtin.c: $(DATA) lib/data.sh $(BUILD)/data.list
	@mkdir -p $(@D)
	sh lib/data.sh $(DATA) >$@.tmp && mv $@.tmp $@

$(BUILD)/lib/builtin.o: $(BUILD)/lib/builtin.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/data.list: FORCE
	@mkdir -p $(@D)
	@echo '$(DATA)' | cmp -s - $@ || echo '$(DATA)' >$@

install: all
	mkdir -p $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	for p in $(PROGRAMS); do \
		install -m 755 $(BIN)/$$p $(DESTDIR)$(PREFIX)/bin/ && \
		install -m 644 cmd/$$p.1 $(DESTDIR)$(PREFIX)/share/man/man1/ || \
		exit 1; done

clean:
	rm -rf $(BUILD) $(BIN) out

FORCE:
.PHONY: all install clean FORCE
.SECONDARY:

-include $(wildcard $(BUILD)/lib/*.d $(BUILD)/cmd/*.d)
