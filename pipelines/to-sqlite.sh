#!/usr/bin/env bash
# to-sqlite: a dataset into an SQLite database, and a question to it.
set -euo pipefail

usage='usage: to-sqlite.sh [-h] dataset database [question]

Loads the tables of a dataset, the folder that to-csv -d or rebuild.sh wrote, into
an SQLite database, which is made anew, and asks it the question: SQL, by default
for the facts with the largest sums.  An empty cell is NULL; columns have the types
that datapackage.json says.

    to-sqlite.sh out facts.sqlite "SELECT count(*) FROM facts WHERE unit = 1"'


question="SELECT unit, bound, printf('%,d', coalesce(value_min, value_max)) AS value,
	object, status, published, doc || ':' || line AS place
FROM facts WHERE quantity = 'value'
ORDER BY unit, coalesce(value_min, value_max) DESC LIMIT 10"

fail() {
	printf 'to-sqlite.sh: %s\n' "$*" >&2
	exit 2
}

if [ "${1-}" = -h ]; then
	printf '%s\n' "$usage"
	exit
fi
if [ $# -lt 2 ] || [ $# -gt 3 ]; then fail "${usage%%$'\n'*}"; fi
dataset=$1 database=$2
command -v sqlite3 >/dev/null || fail 'sqlite3 is needed'
[ -f "$dataset/datapackage.json" ] ||
	fail "$dataset: no dataset: there is no datapackage.json"
case $database in /*) ;; *) database=$PWD/$database ;; esac

# The statements that load the tables, from the package.
load() {
	sqlite3 :memory: <<'END'
.mode list
WITH r AS (
	SELECT value ->> 'name' AS t, value ->> 'path' AS path, value AS r
	FROM json_each(readfile('datapackage.json'), '$.resources')
), f AS (
	SELECT t, r.path AS file, '"' || (f.value ->> 'name') || '"' AS c,
		CASE f.value ->> 'type'
		WHEN 'integer' THEN ' INTEGER'
		WHEN 'number' THEN ' NUMERIC'
		ELSE ' TEXT' END AS type
	FROM r, json_each(r, '$.schema.fields') AS f
), key AS (
	SELECT t, group_concat('"' || k.value || '"') AS k
	FROM r, json_each(r, '$.schema.primaryKey') AS k GROUP BY t
)
SELECT '.import --csv ' || file || ' cells' || char(10) ||
	'CREATE TABLE "' || t || '" (' || group_concat(c || type) || ');' ||
	'INSERT INTO "' || t || '" SELECT ' ||
	group_concat('nullif(' || c || ', '''')') || ' FROM cells;' ||
	'DROP TABLE cells;'
FROM f GROUP BY t
UNION ALL
SELECT 'CREATE INDEX "' || t || '_key" ON "' || t || '" (' || k || ');'
FROM key;
END
}

rm -f "$database.part"
(cd "$dataset" && load | sqlite3 -bail "$database.part") ||
	fail "$dataset: cannot be loaded"
mv "$database.part" "$database"
sqlite3 -bail -header -column "$database" "${3-$question}"
