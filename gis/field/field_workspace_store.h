// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/uuid.h"
#include "gis/edit/edit_change.h"
#include "gis/field/field_plan.h"
#include "gis/store/workspace.h"

namespace gis {

struct FieldCopy {
  std::filesystem::path folder;
  std::int64_t rows = 0;
  std::int64_t bytes = 0;  // of the database
  int pictures = 0;
  int pictures_missing = 0;  // photographs of these rows that the office itself does not have, or not whole
};

// How much a plan takes along, about: its rows, and their share of the database. `free_bytes` is the room where
// `target` lies or will lie.
struct FieldEstimate {
  std::int64_t rows = 0;
  std::int64_t database_bytes = 0;
  std::int64_t raster_bytes = 0;
  std::int64_t picture_bytes = 0;
  int pictures = 0;
  std::int64_t free_bytes = 0;
  std::int64_t bytes() const { return database_bytes + raster_bytes + picture_bytes; }
};
// Counts by indexes: a tenth of a second for a city. Fails with kUnknownName (division, table), kCancelled.
Result<FieldEstimate> estimateForField(const Workspace& office, const std::filesystem::path& target,
                                       const FieldPlan& plan, const CancelToken& cancel = {});

// Makes a smaller workspace in `folder` for a laptop and remembers it in the office's. Which rows go along: see
// FieldAreaStore; whatever a row that goes along refers to goes with it. The log goes along whole: the laptop must know
// what its rows came from. Nothing is left when it fails or is cancelled. Fails with kAlreadyExists (folder, or the
// name of the laptop), kUnknownName (division, table), kDiskFull (also at once, when it cannot fit), kReadOnly (the
// office is open for reading).
Result<FieldCopy> prepareForField(const Workspace& office, const std::filesystem::path& folder, const FieldPlan& plan,
                                  const EditAuthor& author, const Clock& clock, const CancelToken& cancel = {},
                                  const Progress& progress = {});

}  // namespace gis
