#!/usr/bin/env bash
# rebuild: articles in, a tidy dataset out.
set -euo pipefail

usage='usage: rebuild.sh [-hq] [-f charset] [-j jobs] [-l language] input ... outdir

Reads the articles given, and in folders all files that are not hidden, and
writes the dataset, one table for each kind of observation, to outdir.

  -f charset   what the articles are written in, where that cannot be told
  -j jobs      how many pipelines run at once, and on how many processors
               (default: all); the dataset does not depend on it
  -l language  what language they are written in
  -q           show no progress on a terminal
  -h           show this

outdir is a link to the folder of the tables.  The link changes hands when all
tables are written: a reader sees the old dataset or the new one, and a run
that fails leaves the old one as it was.  Other files in outdir are kept.

Exit status: 0 all well; 1 the dataset is new, but some input was skipped or
damaged, as standard error tells; 2 the dataset is the old one.'

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=pipelines/dataset.sh
. "$here/dataset.sh"

# Tells on the terminal how far it is.
show_progress() {
	wc -l <"$1" >>"$work/done"
	awk -v all="$(wc -l <"$work/names")" '
	{ n += $1 }
	END { printf "\r%d of %d articles", n, all }' "$work/done" >&2
}

read_options q "$@"
prepare
list_articles >"$work/articles"
names_of <"$work/articles" >"$work/names"
if [ -t 2 ] && [ "$flags" != q ]; then progress=show_progress; fi
read_articles "$work/names"
[ "$progress" = : ] || printf '\r%40s\r' '' >&2
merge "${made[@]}"
place
[ ! -e "$work/damage" ] || exit 1
