// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "gis/edit/row_editor.h"

namespace gis {

// What a seat can undo and redo now. It follows from the log, so it has no limit and survives a restart; what came from
// other seats is never undone by this one.
struct UndoState {
  std::optional<EditStep> undo;  // the step as it was done first, whose title the menu shows
  std::optional<EditStep> redo;
};
Result<UndoState> undoState(const Database& db, const std::string& seat);

// What undo and redo do within their transaction; `around` may look at the editor before and after.
using UndoWork = std::function<Result<void>(RowEditor&)>;
using UndoAround = std::function<Result<void>(RowEditor&, const UndoWork&)>;

// Takes the seat's last step back (or does it again) as a step of its own. Returns the step that was undone or redone.
// Fails with kNoData (nothing left), kChangedElsewhere (somebody has changed one of its cells since; nothing is done).
Result<EditStep> undo(const Database& db, UuidSource& uuids, const Clock& clock, const EditAuthor& author,
                      const UndoAround& around = {});
Result<EditStep> redo(const Database& db, UuidSource& uuids, const Clock& clock, const EditAuthor& author,
                      const UndoAround& around = {});

// Takes back any step, also another seat's: the same rules.
Result<void> revertStep(RowEditor& editor, const std::string& step_uuid);

}  // namespace gis
