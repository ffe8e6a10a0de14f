// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "gis/import/import_draft.h"
#include "gis/import/synonyms.h"
#include "gis/import/target_store.h"
#include "gis/vector/row_reader.h"

namespace gis {

// The first rows of a file, for guessing.
struct RowSample {
  std::vector<SourceField> fields;
  std::vector<std::vector<SourceCell>> rows;
};

// Which fields hold coordinates; both empty when none do.
struct CoordinateFields {
  std::string x;
  std::string y;
};
CoordinateFields guessCoordinateFields(const RowSample& sample, const Synonyms& words);

struct FieldGuess {
  std::map<std::string, Guess, std::less<>> fields;  // by column
  double fit_ratio = 0;                              // of the table to the names alone
};
// Which field fills which column: each field at most once, the surest pairs first. Pure.
FieldGuess guessFields(const RowSample& sample, const TargetTable& table, const CoordinateFields& coordinates,
                       const Synonyms& words);

// The tables that a file could be for, the best first. `names`: the file's and the layer's. Pure.
std::vector<RankedTable> rankTables(const RowSample& sample, const RowSource& source,
                                    const std::vector<TargetTable>& tables, const CoordinateFields& coordinates,
                                    const std::vector<std::string>& names, const Synonyms& words);

}  // namespace gis
