#!/bin/sh
# data.sh FILE...: writes the data files as C, an array of bytes for each.
set -eu

echo '#include "data.h"'
i=0
for file; do
	printf 'static const unsigned char f%d[] = {\n' "$i"
	od -An -v -tu1 "$file" | sed 's/  */,/g; s/^,//; s/$/,/'
	echo '0 };'
	i=$((i + 1))
done
echo 'const struct data data_files[] = {'
i=0
for file; do
	printf '{ "%s", { (const char *)f%d, sizeof f%d - 1 } },\n' \
	    "${file#lib/}" "$i" "$i"
	i=$((i + 1))
done
echo '{ 0 } };'
