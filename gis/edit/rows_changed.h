// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gis/edit/row_editor.h"

namespace gis {

// What a step did to one table, for whoever shows it: nobody has to read the table anew. The marks are those of
// LayerRevisions within the step's transaction; who knows the table as `mark_before` knows it as `mark_after` when
// these rows are read. None: a table without marks.
struct RowsChanged {
  std::string table;
  std::vector<std::int64_t> changed;  // fids of rows that are new or other than before
  std::vector<std::int64_t> removed;  // fids of rows that are gone
  std::optional<std::int64_t> mark_before, mark_after;
};

struct StepDone {
  std::string step;  // empty: nothing was different from before
  std::vector<RowsChanged> tables;
  // Rows came or went in bulk as well: read the tables anew.
  bool in_bulk = false;
};

// RowEditor::edit that also says what there is to show. Fails as it does. One thread.
Result<StepDone> editAndTell(const Database& db, UuidSource& uuids, const Clock& clock, const StepPlan& plan,
                             const std::function<Result<void>(RowEditor&)>& work);

// undo() and redo() likewise; `title` is that of the step that was undone or redone.
struct UndoDone {
  StepDone done;
  EditStep step;
};
Result<UndoDone> undoAndTell(const Database& db, UuidSource& uuids, const Clock& clock, const EditAuthor& author);
Result<UndoDone> redoAndTell(const Database& db, UuidSource& uuids, const Clock& clock, const EditAuthor& author);

}  // namespace gis
