#!/usr/bin/env bash
# rebuild: articles in, a tidy dataset out.
set -euo pipefail

usage='usage: rebuild.sh [-hq] [-f charset] [-l language] input ... outdir

Reads the articles given, and in folders all files that are not hidden, and
writes the dataset, one table for each kind of observation, to outdir.

  -f charset   what the articles are written in, where that cannot be told
  -l language  what language they are written in
  -q           show no progress on a terminal
  -h           show this

outdir is a link to the folder of the tables.  The link changes hands when all
tables are written: a reader sees the old dataset or the new one, and a run
that fails leaves the old one as it was.  Other files in outdir are kept.

Exit status: 0 all well; 1 the dataset is new, but some input was skipped or
damaged, as standard error tells; 2 the dataset is the old one.'

# What runs, from articles to tables.  A stage is a program and its arguments.
stages=(
	'normalize --files0-from=-'
	'split-sentences'
	'extract-money'
	'extract-dates'
	'to-csv -d'
)

fail() {
	printf 'rebuild.sh: %s\n' "$*" >&2
	exit 2
}

misuse() {
	printf 'rebuild.sh: %s\n%s\n' "$1" "${usage%%$'\n'*}" >&2
	exit 2
}

# read_options ARGUMENT ...: into charset, language, progress, inputs, outdir.
read_options() {
	local option
	charset='' language='' progress=1
	while getopts :f:hl:q option; do
		case $option in
		f) charset=$OPTARG ;;
		l) language=$OPTARG ;;
		q) progress='' ;;
		h)
			printf '%s\n' "$usage"
			exit 0
			;;
		:) misuse "option '-$OPTARG' needs an argument" ;;
		*) misuse "unknown option '-$OPTARG'" ;;
		esac
	done
	shift $((OPTIND - 1))
	[ $# -ge 2 ] || misuse 'it takes an input and an outdir'
	[ -t 2 ] || progress=''
	inputs=("${@:1:$#-1}")
	outdir=${!#}
	while [[ $outdir == ?*/ ]]; do outdir=${outdir%/}; done
	case $outdir in -*) outdir=./$outdir ;; esac
}

# Where the new dataset grows, beside the old one: a rename puts it in place.
# Only one run at a time is at work there, so what is left there by another
# one that was killed can go.
prepare() {
	local link='' f
	while [ -L "$outdir" ]; do
		link=$(readlink -- "$outdir")
		case $link in ".${outdir##*/}".[0-9]*) break ;; esac
		# A link that somebody else made: what it names is meant.
		case $link in
		/*) outdir=$link ;;
		*) outdir=$(dirname -- "$outdir")/$link ;;
		esac
		while [[ $outdir == ?*/ ]]; do outdir=${outdir%/}; done
		link=''
	done
	parent=$(dirname -- "$outdir")
	name=$(basename -- "$outdir")
	case $name in '' | . | .. | /) fail "$outdir: no name for a dataset" ;; esac
	[ -d "$parent" ] || fail "$parent: no such folder"
	if [ -e "$outdir" ] && [ ! -e "$outdir/datapackage.json" ]; then
		rmdir -- "$outdir" 2>/dev/null ||
			fail "$outdir: is there, and is no dataset"
	fi
	if command -v flock >/dev/null; then
		{ exec 9>"$parent/.$name.lock"; } 2>/dev/null ||
			fail "$parent: cannot write there"
		flock -n 9 || fail "$outdir: another run is at work on it"
		for f in "$parent/.$name".[0-9]*; do
			[ "${f##*/}" = "$link" ] || rm -rf -- "$f"
		done
	fi
	new=$parent/.$name.$$
	work=$new.work
	mkdir -- "$new" "$work" 2>/dev/null || fail "$new: cannot be made"
}

# The names of the articles, each ended by a NUL, sorted, each once.
find_articles() {
	local input
	for input in "${inputs[@]}"; do
		case $input in -*) input=./$input ;; esac
		if [ -d "$input" ]; then
			while [[ $input == ?*/ ]]; do input=${input%/}; done
			find -H "$input" -mindepth 1 -name '.*' -prune -o \
				-type f -print0 || : >"$work/damage"
		else
			printf '%s\0' "$input"
		fi
	done | LC_ALL=C sort -zu
}

# Copies the stream, and tells on the terminal how far it is.
show_progress() {
	LC_ALL=C awk -v all="$articles" '
	/^rec:doc\t/ {
		n++
		if (int(n * 100 / all) != shown) {
			shown = int(n * 100 / all)
			printf "\r%d of %d articles", n, all >"/dev/stderr"
			fflush("/dev/stderr")
		}
	}
	{ print }
	END { printf "\r%40s\r", "" >"/dev/stderr" }'
}

# run_stage NUMBER STAGE: leaves its status in a file of that number.
run_stage() {
	local words status=0
	read -ra words <<<"$2"
	case ${words[0]} in
	normalize) words+=(${charset:+-f "$charset"}) ;;
	split-sentences) words+=(${language:+-l "$language"}) ;;
	to-csv) words+=("$new") ;;
	esac
	"${words[@]}" || status=$?
	echo "$status" >"$work/status.$1"
}

# run_stages NUMBER STAGE ...: all of them, joined.
run_stages() {
	local number=$1 stage=$2
	shift 2
	if [ $# -eq 0 ]; then
		run_stage "$number" "$stage"
	else
		run_stage "$number" "$stage" | run_stages $((number + 1)) "$@"
	fi
}

# Names the stage that failed.  Where one fails, those before it may end by
# SIGPIPE (141): they are not to blame.
judge() {
	local i status broken=''
	for i in "${!stages[@]}"; do
		status=$(cat "$work/status.$i" 2>/dev/null || echo unknown)
		case $status in
		0) ;;
		1) : >"$work/damage" ;;
		141) broken=${stages[i]%% *} ;;
		*) fail "${stages[i]%% *} failed with status $status;" \
			"$outdir is as it was" ;;
		esac
	done
	[ -z "$broken" ] || fail "$broken failed with status 141; $outdir is as it was"
	[ "$(head -n 2 "$new/documents.csv" | wc -l)" -eq 2 ] ||
		fail "no article could be read; $outdir is as it was"
}

# Puts the new dataset in the place of the old one.
place() {
	local old='' f link=$parent/.$name.link
	for f in "$outdir"/* "$outdir"/.[!.]*; do
		[ ! -e "$f" ] || [ -e "$new/${f##*/}" ] ||
			cp -Rp -- "$f" "$new/"
	done
	sync -- "$new"/* 2>/dev/null || :
	rm -f -- "$link"
	ln -s -- "${new##*/}" "$link"
	if [ -L "$outdir" ]; then
		old=$parent/$(readlink -- "$outdir")
	elif [ -e "$outdir" ]; then # a folder, from elsewhere
		old=$parent/.$name.0
		mv -- "$outdir" "$old"
	fi
	# GNU and busybox have -T, others -h: do not go into the folder.
	mv -T -- "$link" "$outdir" 2>/dev/null || mv -h -- "$link" "$outdir"
	new=''
	[ -z "$old" ] || rm -rf -- "$old"
}

clean_up() {
	# shellcheck disable=SC2317 # called by trap
	rm -rf -- ${work:+"$work"} ${new:+"$new"}
}

read_options "$@"

# The programs beside this script, as in the source tree, or those on PATH.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ ! -x "$here/../bin/normalize" ] || PATH=$here/../bin:$PATH

new='' work=''
trap clean_up EXIT
prepare
find_articles >"$work/names"
articles=$(tr -cd '\0' <"$work/names" | wc -c)
if [ "$progress" ]; then
	stages=("${stages[0]}" show_progress "${stages[@]:1}")
fi

# A process group of their own lets all stages end with this script.
set -m
run_stages 0 "${stages[@]}" <"$work/names" &
group=$!
set +m
trap 'kill -TERM -- "-$group" 2>/dev/null; exit 130' INT TERM HUP
wait "$group" || :
trap '' INT TERM HUP
judge
place
[ ! -e "$work/damage" ] || exit 1
