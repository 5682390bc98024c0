#!/usr/bin/env bash
# report: a dataset as one page for the browser.
set -euo pipefail

usage='usage: report.sh [-h] [-f facts.csv] [-t title] dataset

Writes a page of HTML to standard output: the facts as a table to sort and to
filter, totals as plots, each fact in its article.  The page is one file and
loads nothing from elsewhere.

  -f facts.csv  these facts, a choice from those of the dataset
  -t title      what stands above it (default: Cooperation facts)
  -h            shows this

Exit status: 0 all well; 2 the page could not be written.'

fail() {
	printf 'report.sh: %s\n' "$1" >&2
	exit 2
}

misuse() {
	printf 'report.sh: %s\n%s\n' "$1" "${usage%%$'\n'*}" >&2
	exit 2
}

facts='' title='Cooperation facts'
while getopts :f:ht: option; do
	case $option in
	f) facts=$OPTARG ;;
	h)
		printf '%s\n' "$usage"
		exit 0
		;;
	t) title=$OPTARG ;;
	:) misuse "option '-$OPTARG' needs an argument" ;;
	*) misuse "unknown option '-$OPTARG'" ;;
	esac
done
shift $((OPTIND - 1))
[ $# -eq 1 ] || misuse 'one dataset is wanted'
sentences=$1/sentences.csv
template=$(dirname "${BASH_SOURCE[0]}")/report.html
for f in "${facts:=$1/facts.csv}" "$sentences" "$template"; do
	{ [ -f "$f" ] && [ -r "$f" ]; } || fail "$f: cannot be read"
done

# Of the sentences the page gets those of articles that have facts.  The cells
# may hold line ends: a row is complete where its quotes are even in number.
FACTS=$facts SENTENCES=$sentences TITLE=$title LC_ALL=C awk '
function escaped(s) {
	gsub(/&/, "\\&amp;", s)
	gsub(/</, "\\&lt;", s)
	return s
}
# Takes the first cell off the global row; returns it as it stands.
function first_cell(    cell) {
	if (!match(row, /^("([^"]|"")*"|[^",]*)(,|$)/))
		return ""
	cell = substr(row, 1, RLENGTH)
	row = substr(row, RLENGTH + 1)
	sub(/,$/, "", cell)
	return cell
}
function plain(cell) { # without its quotes
	if (cell ~ /^"/) {
		cell = substr(cell, 2, length(cell) - 2)
		gsub(/""/, "\"", cell)
	}
	return cell
}
function read_row(file,    line, quotes, got) {
	row = ""
	do {
		if ((got = (getline line <file)) <= 0)
			return row != ""
		row = row (quotes ? "\n" : "") line
		quotes += gsub(/"/, "\"", line)
		if (quotes % 2 == 0)
			return 1
	} while (1)
}
# The number of the column doc, from 1; the rest of the row is lost.
function doc_column(    n) {
	while (row != "") {
		n++
		if (plain(first_cell()) == "doc")
			return n
	}
	return 0
}
function doc(column,    cell, i) {
	for (i = 0; i < column; i++)
		cell = first_cell()
	return plain(cell)
}
function put(file, all,    column, kept) {
	if (!read_row(file))
		return
	sub(/^\357\273\277/, "", row)
	sub(/\r$/, "", row)
	print escaped(row)
	column = doc_column()
	while (read_row(file)) {
		sub(/\r$/, "", row)
		kept = row
		name = doc(column)
		if (all)
			has_facts[name] = 1
		if (name in has_facts)
			print escaped(kept)
	}
}
/^@facts@$/ { put(ENVIRON["FACTS"], 1); next }
/^@sentences@$/ { put(ENVIRON["SENTENCES"], 0); next }
{
	if ((i = index($0, "@title@")))
		$0 = substr($0, 1, i - 1) escaped(ENVIRON["TITLE"]) \
			substr($0, i + 7)
	print
}' "$template" || fail 'the page could not be written'
