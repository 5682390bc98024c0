#!/usr/bin/env bash
# refresh: a dataset brought up to date, night after night.
set -euo pipefail

usage='usage: refresh.sh [-hs] [-f charset] [-j jobs] [-l language] input ... outdir

Brings the dataset in outdir up to date with the articles given, and with all
files that are not hidden in the folders given.  Only articles that are new or
changed are read; the dataset is the one that rebuild.sh would make.  Where it
was made in another way, or by other programs, all are read.

  -f charset   what the articles are written in, where that cannot be told
  -j jobs      how many pipelines run at once, and on how many processors
               (default: all); the dataset does not depend on it
  -l language  what language they are written in
  -s           print a summary of the facts that are new, changed or gone
  -h           show this

It prints nothing when all is well, so cron has nothing to mail; with -s it
prints the summary where facts have changed.  One run works on a dataset at a
time.  A run that fails, or is killed, leaves the dataset as it was.

Exit status: 0 all well; 1 the dataset is new, but some of the articles read
were skipped or damaged, as standard error tells; 2 the dataset is the old one.'

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=pipelines/dataset.sh
. "$here/dataset.sh"

# The facts of a dataset as lines: id, place, words, and the row as it stands.
fact_lines() {
	LC_ALL=C awk '
	{
		row = row $0
		copy = row
		if (gsub(/"/, "", copy) % 2) { # goes on in the next line
			row = row " "
			next
		}
		whole = row
		gsub(/\t/, " ", whole)
		split("", cell)
		for (k = 1; row != ""; k++) {
			if (match(row, /^"([^"]|"")*"/)) {
				cell[k] = substr(row, 2, RLENGTH - 2)
				gsub(/""/, "\"", cell[k])
			} else {
				match(row, /^[^,]*/)
				cell[k] = substr(row, 1, RLENGTH)
			}
			gsub(/[\t\r]/, " ", cell[k])
			row = substr(row, RLENGTH + 2)
		}
		if (++rows == 1)
			for (i in cell)
				at[cell[i]] = i
		else
			printf "%s\t%s:%s\t%s\t%s\n", cell[at["fact"]],
				cell[at["doc"]], cell[at["line"]],
				cell[at["text"]], whole
	}' "$1/facts.csv"
}

# summarize BEFORE AFTER: of two datasets.
summarize() {
	LC_ALL=C awk -F '\t' '
	function tell(what, id, line,    cell) {
		split(line, cell, FS)
		told[++n] = sprintf("%-7s %s  %s  %s", what, id, cell[2],
			cell[3])
		number[what]++
	}
	!late { before[$1] = $0; next }
	{
		after[$1]
		if (!($1 in before))
			tell("new", $1, $0)
		else if (before[$1] != $0)
			tell("changed", $1, $0)
	}
	END {
		for (id in before)
			if (!(id in after))
				gone[++m] = id
		for (i = 2; i <= m; i++) { # few: sorted by insertion
			id = gone[i]
			for (k = i - 1; k > 0 && gone[k] > id; k--)
				gone[k + 1] = gone[k]
			gone[k + 1] = id
		}
		for (i = 1; i <= m; i++)
			tell("gone", gone[i], before[gone[i]])
		if (!n)
			exit
		printf "%d new, %d changed, %d gone\n\n", number["new"],
			number["changed"], number["gone"]
		for (i = 1; i <= n; i++)
			print told[i]
	}' <(fact_lines "$1") late=1 <(fact_lines "$2")
}

read_options s "$@"
for input in "${inputs[@]}"; do
	# Where it has gone, for a night perhaps, its facts have not.
	[ -e "$input" ] || fail "$input: not there; $outdir is as it was"
done
prepare
list_articles >"$work/articles"
[ ! -e "$work/damage" ] ||
	fail "not all articles could be found; $outdir is as it was"
before=''
[ ! -e "$outdir" ] || before=$outdir
if is_current; then
	sed '1,/^$/d' "$old.state" >"$work/before"
	! cmp -s "$work/before" "$work/articles" || exit 0
	LC_ALL=C comm -13 "$work/before" "$work/articles" | names_of >"$work/names"
	LC_ALL=C comm -3 "$work/before" "$work/articles" | sed 's/^\t//' | names_of |
		lines >"$work/other"
	read_articles "$work/names"
	merge -x "$work/other" "$old" "${made[@]}"
	if [ "$flags" ]; then
		before=$work/gone after=$work/come
		merge-datasets -o "$work/other" -d "$before" "$old"
		merge-datasets -d "$after" "${made[@]}"
	fi
else
	names_of <"$work/articles" >"$work/names"
	read_articles "$work/names"
	merge "${made[@]}"
	after=$new
fi
[ -z "$flags" ] || [ -z "$before" ] || summarize "$before" "$after" >"$work/summary"
place
[ ! -s "$work/summary" ] || cat "$work/summary"
[ ! -e "$work/damage" ] || exit 1
