#!/usr/bin/env bash
# demo: the dataset of a folder of articles, and a first look at it.
set -euo pipefail

usage='usage: demo.sh [-h] input ... outdir

Rebuilds the dataset of the articles in outdir, then shows its tables with the
number of their rows, and the facts about money.'

case ${1-} in
-h)
	printf '%s\n' "$usage"
	exit 0
	;;
esac
if [ $# -lt 2 ]; then
	printf 'demo.sh: it takes an input and an outdir\n%s\n' \
		"${usage%%$'\n'*}" >&2
	exit 2
fi
outdir=${!#}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export LC_ALL=C

# cells FILE COLUMN ...: these columns of a CSV file (RFC 4180), as TSV with
# the header; an unknown one is empty.
cells() {
	awk -v wanted="${*:2}" '
	BEGIN { n = split(wanted, want, " ") }
	{
		row = row $0
		copy = row
		if (gsub(/"/, "", copy) % 2) { # goes on in the next line
			row = row " "
			next
		}
		k = quoted = 0
		split("", cell)
		while (row != "") {
			k++
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
			for (i = 1; i <= k; i++)
				column[cell[i]] = i
		for (i = 1; i <= n; i++) {
			out = want[i]
			if (rows > 1)
				out = out in column ? cell[column[out]] : ""
			printf "%s%s", out, i < n ? "\t" : "\n"
		}
	}' "$1"
}

# align: TSV with a header as columns; numbers to the right, and the last one
# cut to the width of the terminal (in code points).
align() {
	awk -F '\t' -v width="${COLUMNS:-$(tput cols 2>/dev/null || echo 80)}" '
	function points(s) { gsub(/[\200-\277]/, "", s); return length(s) }
	function cut(s, n,    i) {
		for (i = 1; i <= length(s); i++)
			if (substr(s, i, 1) !~ /[\200-\277]/ && n-- <= 0)
				return substr(s, 1, i - 1)
		return s
	}
	{
		for (i = 1; i <= NF; i++) {
			cell[NR, i] = $i
			if (points($i) > wide[i])
				wide[i] = points($i)
			if (NR > 1 && $i !~ /^[<>=~ ]*[0-9,.]*$/)
				words[i] = 1
		}
	}
	END {
		for (r = 1; r <= NR; r++) {
			left = width
			for (i = 1; i < NF; i++) {
				pad = sprintf("%" wide[i] - points(cell[r, i]) "s", "")
				printf "%s  ", words[i] ? cell[r, i] pad : pad cell[r, i]
				left -= wide[i] + 2
			}
			print cut(cell[r, NF], left)
		}
	}'
}

"$here/rebuild.sh" "${@:1:$#-1}" "$outdir"

for table in "$outdir"/*.csv; do
	printf '%6d rows in %s\n' $(($(cells "$table" doc | wc -l) - 1)) "$table"
done
echo
cells "$outdir/facts.csv" doc line status time_edtf quantity bound \
	value_min value_max unit object object_text | awk -F '\t' -v OFS='\t' '
	function grouped(n) { # 1234567 as 1,234,567
		while (match(n, /^[0-9]+[0-9][0-9][0-9]($|[.,])/))
			sub(/[0-9][0-9][0-9]($|[.,])/, ",&", n)
		return n
	}
	BEGIN {
		sign["gt"] = "> "; sign["ge"] = ">= "; sign["lt"] = "< "
		sign["le"] = "<= "; sign["approx"] = "~ "
		print "article", "line", "status", "time", "amount", "unit",
			"what"
	}
	$5 == "value" {
		sub(/.*\//, "", $1)
		sub(/_[0-9a-f]+\.txt$/, "", $1)
		amount = grouped($7 == "" ? $8 : $7)
		if ($6 == "range")
			amount = amount " - " grouped($8)
		print $1, $2, $3, $4, sign[$6] amount, $9,
			$11 == "" ? $10 : $11
	}' | align
