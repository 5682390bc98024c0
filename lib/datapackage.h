/*
 * datapackage: datapackage.json, the description of a folder of tables.
 *
 * Source: Frictionless Data Package 1, Tabular Data Package, Table Schema, CSV
 * Dialect (specs.frictionlessdata.io).
 */
#ifndef DATAPACKAGE_H
#define DATAPACKAGE_H

#include "buf.h"
#include "sheet.h"

/*
 * Appends the description of n sheets, each of which has a schema.  A key that
 * points to a table without rows is left out: then the records of that table
 * were not in the stream.
 */
void datapackage_put(struct buf *b, const struct sheet *sheet, size_t n);

/* The suffix of a table's file: "csv" or "tsv". */
const char *datapackage_suffix(enum sheet_style style);

#endif
