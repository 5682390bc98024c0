/*
 * dataset: a folder of tables, one per record type, and datapackage.json.
 *
 * The files are written under other names (money.csv.part) and take their place
 * when all are complete; a program that ends before leaves none behind and the
 * old ones as they were.
 */
#ifndef DATASET_H
#define DATASET_H

#include "filter.h"
#include "sheet.h"

struct dataset;

/* Makes the folder where it is missing.  What fails ends the program. */
struct dataset *dataset_open(
    const struct filter *f, const char *folder, enum sheet_style style);

/* The sheet of a record type, or NULL. */
struct sheet *dataset_sheet(struct dataset *d, struct str type);

/* Puts the files in place. */
void dataset_close(struct dataset *d);

#endif
