// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/edit/cell_value.h"
#include "gis/import/target_store.h"
#include "gis/store/database.h"
#include "gis/store/raw_statement.h"

namespace gis {

// Asks the schema itself whether it would take a row, without touching the workspace: an empty table of the same rules
// in memory. Uniqueness and references are not asked here. One thread.
class TrialStore {
 public:
  // `columns` in the order in which values will be given.
  static Result<TrialStore> open(const TargetTable& table, const std::vector<std::string>& columns);
  TrialStore(TrialStore&&) noexcept;
  TrialStore& operator=(TrialStore&&) = delete;
  ~TrialStore();

  // Nothing, or the schema's own words about the rule that is broken.
  Result<std::optional<std::string>> refusal(const std::vector<CellValue>& values);

 private:
  TrialStore(std::unique_ptr<Database> db, RawStatement insert, std::string clear);
  std::unique_ptr<Database> m_db;
  std::optional<RawStatement> m_insert;
  std::string m_clear;
};

}  // namespace gis
