# shellcheck shell=bash
# Completion of options for bash.  Source this file, or put it into the folder
# bash-completion/completions under a name for each program.
#
# The options are those that the program's own -h shows.

_tidings_options() {
	"$1" -h 2>/dev/null </dev/null | awk '
	/^  (    )?-/ {
		sub(/^ +/, "")
		sub(/  .*/, "") # what it says of the option
		n = split($0, word, /, | /)
		for (i = 1; i <= n; i++)
			if (word[i] ~ /^--?[A-Za-z0-9]/) {
				sub(/\[?=.*/, "", word[i])
				print word[i]
			}
	}'
}

_tidings() {
	local word=${COMP_WORDS[COMP_CWORD]}
	COMPREPLY=()
	case $word in
	-*) mapfile -t COMPREPLY < <(
		compgen -W "$(_tidings_options "$1")" -- "$word"
	) ;;
	esac # anything else: names of files, as by "-o default"
}

complete -o default -o bashdefault -F _tidings \
	normalize extract-header split-sentences extract-money extract-dates \
	extract-counts tag-terms link-facts find-leftovers dedupe to-csv \
	merge-datasets show-facts demo.sh rebuild.sh refresh.sh report.sh to-sqlite.sh
