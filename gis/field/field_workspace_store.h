// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/uuid.h"
#include "gis/edit/edit_change.h"
#include "gis/store/workspace.h"

namespace gis {

// What a field laptop takes along.
struct FieldPlan {
  std::string seat;                         // the laptop's name, unique in this office: "长治应急-02"
  std::vector<std::string> division_codes;  // counties, townships or villages; empty: the whole city
  std::vector<std::string> tables;          // census tables; empty: all
  bool with_rasters = true;                 // rasters/ and basemaps/ as well
};

struct FieldCopy {
  std::filesystem::path folder;
  std::int64_t rows = 0;
  std::int64_t bytes = 0;  // of the database
};

// Makes a smaller workspace in `folder` for a laptop and remembers it in the office's. Rows belong to the area by their
// division_code, rows without one by their box; all divisions go along, and so does whatever a row that goes along
// refers to. The log goes along whole: the laptop must know what its rows came from. Nothing is left when it fails or
// is cancelled. Fails with kAlreadyExists (folder, or the name of the laptop), kUnknownName (division, table),
// kDiskFull, kReadOnly (the office is open for reading).
Result<FieldCopy> prepareForField(const Workspace& office, const std::filesystem::path& folder, const FieldPlan& plan,
                                  const EditAuthor& author, const Clock& clock, const CancelToken& cancel = {},
                                  const Progress& progress = {});

}  // namespace gis
