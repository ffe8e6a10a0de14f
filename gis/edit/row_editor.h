// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/uuid.h"
#include "gis/edit/census_row_store.h"
#include "gis/edit/edit_log_store.h"

namespace gis {

// What a step says of itself before it begins.
struct StepPlan {
  EditAuthor author;
  StepKind kind = StepKind::kEdit;
  std::string title = {};
  std::string reason = {};
  std::string reverts = {};
  std::string details = "{}";
};

// Changes rows of the census tables and keeps the log beside them, in one transaction: when edit() has returned, both
// are on the disk, or neither is.
//
//   const auto step = RowEditor::edit(db, uuids, clock, {{"Li", seat}, StepKind::kEdit, tr("Phone corrected")},
//       [&](RowEditor& rows) { return rows.set("depot", uuid, {{"phone", std::string("0355-3010001")}}); });
//
// The columns fid, uuid and created_utc cannot be set; changed_utc is set by itself. One thread.
class RowEditor {
 public:
  // Returns the step's uuid; an empty text when nothing was different from before, and then nothing is logged. Fails
  // with whatever `work` returns, and as Database::transaction does.
  static Result<std::string> edit(const Database& db, UuidSource& uuids, const Clock& clock, const StepPlan& plan,
                                  const std::function<Result<void>(RowEditor&)>& work);

  // Fails with kUnknownName (table, column), kNoData (no such row), kChangedElsewhere (`expected` holds the cells as
  // the person saw them, and one of those that are to change is different now), kInvalidArgument (a rule of the
  // schema).
  Result<void> set(const std::string& table, const std::string& row_uuid, const RowCells& cells,
                   const RowCells* expected = nullptr);
  // Returns the new row's uuid; uuid, created_utc and changed_utc are made here when `cells` has none.
  Result<std::string> insert(const std::string& table, RowCells cells);
  // kInvalidArgument while other rows refer to it; the detail begins with kStillReferred (reference_store.h).
  Result<void> remove(const std::string& table, const std::string& row_uuid);
  // Puts a removed row back as it was; kNoData if the log does not know its cells.
  Result<void> restore(const std::string& table, const std::string& row_uuid);
  // Rows that TableWriter has appended belong to this step.
  Result<void> noteBulk(const BulkRows& rows);
  // Adds a change to the log alone; the caller makes the row accordingly. Its id is given here.
  Result<void> note(EditChange change) { return add(std::move(change)); }

  // The rows that this step changed, brought or took away, each once a call; rows in bulk are not among them.
  struct Touched {
    std::string table;
    std::string row_uuid;
    std::optional<std::int64_t> gone_fid;  // of a row that went
  };
  const std::vector<Touched>& touched() const { return m_touched; }
  bool hasBulk() const { return m_has_bulk; }

  CensusRowStore& rows() { return m_rows; }
  EditLogStore& log() { return m_log; }
  const EditStep& step() const { return m_step; }

 private:
  RowEditor(const Database& db, CensusRowStore rows, UuidSource& uuids, EditStep step);
  Result<void> add(EditChange change);
  Result<std::vector<ChangeId>> parents(const std::string& row_uuid, std::string_view column);
  CensusRowStore m_rows;
  EditLogStore m_log;
  UuidSource* m_uuids;
  EditStep m_step;
  std::vector<Touched> m_touched;
  std::int64_t m_changes = 0;
  bool m_begun = false;
  bool m_has_bulk = false;
  Result<void> begin();
};

}  // namespace gis
