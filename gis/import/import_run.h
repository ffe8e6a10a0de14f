// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/edit/row_editor.h"
#include "gis/import/mapping.h"
#include "gis/import/row_maker.h"

namespace gis {

struct ImportCounts {
  std::int64_t rows = 0;  // in the file, empty ones not counted
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t rejected = 0;
  std::int64_t missing = 0;  // rows of the table that the file does not have
  std::int64_t removed = 0;  // those of them that the mapping wants to go
};

struct PlacedRow {
  LonLat where;
  bool is_new = false;  // else changed
};

struct ImportOutcome {
  ImportCounts counts;
  std::vector<RejectedRow> rejected;  // the first 100,000; counts.rejected says how many there were
  std::vector<PlacedRow> places;      // of what is new or changed, at most 20,000: for a look at the map
  std::string sha256;                 // of the file, or of all files that belong to it
  std::string step;                   // of the edit log; empty after a dry run and when nothing was different
  std::vector<Warning> warnings;
};

struct ImportRequest {
  std::filesystem::path file;
  Mapping mapping;
  // The digest that the dry run saw: another one fails with kChangedElsewhere. Empty = whatever is there now.
  std::string expected_sha256 = {};
};

// What an import would do. Changes nothing, so it works on a workspace that cannot be written. Fails as
// RowReader::open, Projector::create and checkMapping do, with kMissingCrs and with kCancelled.
Result<ImportOutcome> planImport(const Database& db, const ImportRequest& request, const CancelToken& cancel = {},
                                 const Progress& progress = {});

// Does it: one transaction and one step of the edit log, whose details hold file, digest and mapping. New rows are
// noted as a whole, changed ones cell by cell. Rows that cannot be used are left out and listed. `plan` gives author,
// title and reason. Cancelled or failed, nothing has changed. Fails as planImport does, and as writing can.
Result<ImportOutcome> applyImport(const Database& db, UuidSource& uuids, const Clock& clock, const StepPlan& plan,
                                  const ImportRequest& request, const CancelToken& cancel = {},
                                  const Progress& progress = {});

// SHA-256 in hexadecimal of a file; of a shapefile with the files beside it, of a folder (file geodatabase) with all
// in it. Fails as reading can, with kCancelled.
Result<std::string> sourceSha256(const std::filesystem::path& file, const CancelToken& cancel = {});

}  // namespace gis
