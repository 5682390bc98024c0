# shellcheck shell=bash disable=SC2154 # usage and here are the script's
# dataset: articles in, a dataset out; what rebuild.sh and refresh.sh share.
#
# A dataset is a folder, .NAME.PID beside the link NAME that people use.  With
# it goes a file .NAME.PID.state, which says from which articles, by which
# programs and with which options it was made, so that the next run can tell
# what is new.

# What runs, from articles to tables.  A stage is a program and its arguments.
stages=(
	'normalize --files0-from=-'
	'extract-header'
	'split-sentences'
	'extract-money'
	'extract-dates'
	'extract-counts'
	'tag-terms'
	'link-facts'
	'find-leftovers'
	'to-csv -d'
)

# No run of the pipeline gets more articles than this.
most_articles=5000

me=${0##*/}

fail() {
	printf '%s: %s\n' "$me" "$*" >&2
	exit 2
}

misuse() {
	printf '%s: %s\n%s\n' "$me" "$1" "${usage%%$'\n'*}" >&2
	exit 2
}

# read_options OPTIONS ARGUMENT ...: into charset, language, jobs, inputs,
# outdir; those of the script's own into flags.
read_options() {
	local option known=$1
	shift
	charset='' language='' flags=''
	jobs=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN || echo 1)
	while getopts ":f:hj:l:$known" option; do
		case $option in
		f) charset=$OPTARG ;;
		j) jobs=$OPTARG ;;
		l) language=$OPTARG ;;
		h)
			printf '%s\n' "$usage"
			exit 0
			;;
		:) misuse "option '-$OPTARG' needs an argument" ;;
		\?) misuse "unknown option '-$OPTARG'" ;;
		*) flags+=$option ;;
		esac
	done
	shift $((OPTIND - 1))
	[[ $jobs =~ ^[1-9][0-9]{0,2}$ ]] || misuse '-j takes a number from 1'
	[ $# -ge 2 ] || misuse 'it takes an input and an outdir'
	inputs=("${@:1:$#-1}")
	outdir=${!#}
	while [[ $outdir == ?*/ ]]; do outdir=${outdir%/}; done
	case $outdir in -*) outdir=./$outdir ;; esac
}

# Where the new dataset grows, beside the old one: a rename puts it in place.
# Only one run at a time is at work there, so what is left there by another
# one that was killed can go.  old is the folder of the dataset there is.
prepare() {
	local link='' f free
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
	if command -v flock >/dev/null; then
		{ exec 9>"$parent/.$name.lock"; } 2>/dev/null ||
			fail "$parent: cannot write there"
		flock -n 9 || fail "$outdir: another run is at work on it"
		# Killed while it changed a folder for a link: see place.
		[ -e "$outdir" ] || [ -L "$outdir" ] ||
			[ ! -d "$parent/.$name.0" ] ||
			mv -- "$parent/.$name.0" "$outdir"
		# Between reading the link and here it may have changed hands.
		[ ! -L "$outdir" ] || link=$(readlink -- "$outdir")
		for f in "$parent/.$name".[0-9]*; do
			case ${f##*/} in
			"$link" | "$link.state") ;;
			*) rm -rf -- "$f" ;;
			esac
		done
	fi
	if [ -e "$outdir" ] && [ ! -e "$outdir/datapackage.json" ]; then
		rmdir -- "$outdir" 2>/dev/null ||
			fail "$outdir: is there, and is no dataset"
	fi
	old=${link:+$parent/$link}
	# A process id comes again, perhaps that of the dataset there is.
	free=$parent/.$name.$$
	while [ -e "$free" ] || [ -L "$free" ]; do free+=.1; done
	new=$free
	work=$new.work
	mkdir -- "$new" "$work" 2>/dev/null || fail "$new: cannot be made"
}

# Names that end with NUL as lines, and back: LF and NUL change places.
lines() { tr '\0\n' '\n\0'; }

# find_files ARGUMENT ...: lines of a mark and a name.  Another mark, another
# content.  A file that was written just now could be written again unseen, so
# its mark is one of this run alone; so are all where find has no -printf.
find_files() {
	if $marks; then
		find "$@" \( \( -newermt "@$((now - 2))" \
			-o -newerct "@$((now - 2))" \) -printf "$$.$now %p\0" \
			-o -printf '%s.%T@.%C@.%D.%i %p\0' \) | lines
	else
		find "$@" -print0 | lines | sed "s/^/$$.$now /"
	fi
}

# The articles: what find_files prints, sorted, each once.
list_articles() {
	local input now
	now=$(date +%s)
	for input in "${inputs[@]}"; do
		while [[ $input == ?*/ ]]; do input=${input%/}; done
		case $input in -*) input=./$input ;; esac
		if [ -d "$input" ]; then
			find_files -H "$input" -mindepth 1 -name '.*' -prune \
				-o -type f || : >"$work/damage"
		elif [ -f "$input" ]; then
			find_files -H "$input" -maxdepth 0
		else # normalize can tell why
			printf '%s %s\0' "$$.$now" "$input" | lines
		fi
	done | LC_ALL=C sort -u
}

# Takes the marks off such lines, and sorts the names.
names_of() { sed 's/^[^ ]* //' | LC_ALL=C sort -u; }

# What the dataset is made with: another answer, another dataset.
fingerprint() {
	local stage
	{
		printf '%s\n' "$charset" "$language" "${stages[@]}"
		for stage in "${stages[@]}" merge-datasets; do
			cksum <"$(command -v "${stage%% *}")"
		done
	} | cksum
}

# The tables of a dataset, to see whether somebody changed them.
tables_of() {
	(
		cd "$1" || exit
		sed -n 's/.*"path": "\(.*\)".*/\1/p' datapackage.json |
			xargs -I '{}' find '{}' -printf '%p %s %T@\n'
	)
}

# write_state: beside the new dataset, for the run after this one.
write_state() {
	! $marks || {
		fingerprint
		tables_of "$new"
		echo
		cat "$work/articles"
	} >"$new.state"
}

# Is the old dataset one that a new one can be made from?
is_current() {
	$marks && [ -n "$old" ] && [ -f "$old.state" ] &&
		{ fingerprint && tables_of "$old"; } >"$work/now" &&
		sed '/^$/,$d' "$old.state" | cmp -s - "$work/now" &&
		# Other names of files come out as normalize repairs them.
		iconv -f UTF-8 -t UTF-8 <"$work/articles" >/dev/null 2>&1
}

# run_stage NUMBER STAGE: leaves its status in a file of that number.
run_stage() {
	local words status=0
	read -ra words <<<"$2"
	case ${words[0]} in
	normalize) words+=(${charset:+-f "$charset"}) ;;
	split-sentences) words+=(${language:+-l "$language"}) ;;
	to-csv) words+=("$out") ;;
	esac
	"${words[@]}" || status=$?
	echo "$status" >"$out/status.$1"
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

# work_on FIRST PIECE ...: every jobs-th of these lists of names, from FIRST,
# into a dataset of its own.
work_on() {
	local i out
	for ((i = $1 + 1; i <= $#; i += jobs)); do
		out=${!i}.set
		mkdir -- "$out"
		lines <"${!i}" | run_stages 0 "${stages[@]}"
		$progress "${!i}"
	done
}

# Names the stage that failed.  Where one fails, those before it may end by
# SIGPIPE (141): they are not to blame.
judge() {
	local out i status broken=''
	for out; do
		for i in "${!stages[@]}"; do
			status=$(cat "$out/status.$i" 2>/dev/null || :)
			case ${status:=unknown} in
			0) ;;
			1) : >"$work/damage" ;;
			141) broken=${stages[i]%% *} ;;
			*) fail "${stages[i]%% *} failed with status" \
				"$status; $outdir is as it was" ;;
			esac
		done
		[ -z "$broken" ] || fail "$broken failed with status 141;" \
			"$outdir is as it was"
	done
}

# Leaves other processors than so many to others: a pipeline alone would keep
# several of them busy.
keep_to_processors() {
	local all list='' range i
	command -v taskset >/dev/null && all=$(taskset -cp "$$") || return 0
	for range in $(tr , ' ' <<<"${all##*: }"); do
		for ((i = ${range%-*}; i <= ${range#*-}; i++)); do
			list+="$i "
		done
	done
	read -ra all <<<"$list"
	list=''
	for ((i = 0; i < $1 && i < ${#all[@]}; i++)); do
		list+=${list:+,}${all[($$ + i) % ${#all[@]}]}
	done
	taskset -cp "$list" "$$" >/dev/null || :
}

# read_articles NAMES: into datasets, which are then in the array made.  The
# names are dealt out in pieces, so that all processors have work to the end;
# what comes out does not depend on them.
read_articles() {
	local n size i group pieces
	keep_to_processors "$jobs"
	n=$(wc -l <"$1")
	size=$(((n + 4 * jobs - 1) / (4 * jobs)))
	[ "$jobs" -gt 1 ] && [ "$n" -ge $((8 * jobs)) ] || size=$n
	[ "$size" -le "$most_articles" ] || size=$most_articles
	: >"$work/piece.aaaa" # also where there is no article
	split -a 4 -l "$((size > 0 ? size : 1))" - "$work/piece." <"$1"
	pieces=("$work"/piece.????)
	# A process group of their own lets them end with this script.
	set -m
	(
		for ((i = 1; i <= jobs; i++)); do
			work_on "$i" "${pieces[@]}" &
		done
		wait
	) &
	group=$!
	set +m
	trap 'kill -TERM -- "-$group" 2>/dev/null; exit 130' INT TERM HUP
	wait "$group" || :
	trap '' INT TERM HUP
	made=("${pieces[@]/%/.set}")
	judge "${made[@]}"
}

# merge ARGUMENT ...: with merge-datasets, into the new dataset.
merge() {
	merge-datasets -d "$new" "$@" ||
		fail "merge-datasets failed; $outdir is as it was"
}

# to_disk FILE ...: other than GNU's, sync may know of no files.
to_disk() {
	if sync --version 2>/dev/null | grep -q GNU; then
		sync -- "$@"
	else
		sync
	fi
}

# Puts the new dataset in the place of the old one.
place() {
	local f was='' link=$parent/.$name.link
	[ "$(head -n 2 "$new/documents.csv" | wc -l)" -eq 2 ] ||
		fail "no article could be read; $outdir is as it was"
	write_state || fail "$new.state: cannot be written; $outdir is as it was"
	for f in "$outdir"/* "$outdir"/.[!.]*; do
		[ ! -e "$f" ] || [ -e "$new/${f##*/}" ] ||
			cp -Rp -- "$f" "$new/" ||
			fail "$f: cannot be copied; $outdir is as it was"
	done
	to_disk "$new"/* "$new" "$new".state* || fail 'what was' \
		"written did not reach the disk; $outdir is as it was"
	rm -f -- "$link"
	ln -s -- "${new##*/}" "$link"
	if [ ! -L "$outdir" ] && [ -e "$outdir" ]; then
		# A folder, from elsewhere.
		was=$parent/.$name.0
		mv -- "$outdir" "$was"
	fi
	# GNU and busybox have -T, others -h: do not go into the folder.
	mv -T -- "$link" "$outdir" 2>/dev/null || mv -h -- "$link" "$outdir"
	placed=true new=''
	to_disk "$parent" || :
	rm -rf -- ${was:+"$was"} ${old:+"$old" "$old.state"}
}

# At the end: whatever failed, the status says whether the dataset is new.
clean_up() {
	local status=$?
	rm -rf -- ${work:+"$work"} ${new:+"$new" "$new.state"} || :
	case $status in
	0 | 2 | 130) exit "$status" ;;
	esac
	$placed || fail "failed with status $status; $outdir is as it was"
	exit 1
}

# The programs beside these scripts, as in the source tree, or those on PATH.
[ ! -x "$here/../bin/normalize" ] || PATH=$here/../bin:$PATH

if find "$here" -maxdepth 0 -newermt @0 -printf '' 2>/dev/null; then
	marks=true
else
	marks=false
fi
placed=false progress=: new='' work='' old=''
trap clean_up EXIT
