// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/undo.h"

#include <map>
#include <utility>

#include "gis/edit/row_state.h"

namespace gis {

namespace {

// A step as first done, and the step that holds its effect now: itself, or its last redo (its last undo, to redo it).
struct Entry {
  EditStep first;
  std::string effective;
};

struct Stacks {
  std::vector<Entry> undo;
  std::vector<Entry> redo;
};

Result<Stacks> stacksOf(EditLogStore& log, const std::string& seat) {
  auto steps = log.steps(0, SIZE_MAX, seat);
  if (!steps) return std::unexpected(steps.error());
  Stacks stacks;
  for (auto& [arrival, step] : *steps) {
    const bool back = step.kind == StepKind::kUndo;
    if (!back && step.kind != StepKind::kRedo) {
      stacks.redo.clear();
      stacks.undo.push_back({step, step.uuid});
      continue;
    }
    auto& from = back ? stacks.undo : stacks.redo;
    auto& to = back ? stacks.redo : stacks.undo;
    if (from.empty() || from.back().effective != step.reverts) continue;
    to.push_back({std::move(from.back().first), step.uuid});
    from.pop_back();
  }
  return stacks;
}

Result<EditStep> takeBack(const Database& db, UuidSource& uuids, const Clock& clock, const EditAuthor& author,
                          bool undoing, const UndoAround& around) {
  EditLogStore log(db);
  const auto stacks = stacksOf(log, author.seat);
  if (!stacks) return std::unexpected(stacks.error());
  const auto& stack = undoing ? stacks->undo : stacks->redo;
  if (stack.empty()) return fail(ErrorCode::kNoData, "", undoing ? "nothing to undo" : "nothing to redo");
  const Entry& entry = stack.back();
  StepPlan plan{author, undoing ? StepKind::kUndo : StepKind::kRedo, entry.first.title, {}, entry.effective};
  const UndoWork work = [&](RowEditor& editor) { return revertStep(editor, entry.effective); };
  const auto done = RowEditor::edit(db, uuids, clock, plan,
                                    [&](RowEditor& editor) { return around ? around(editor, work) : work(editor); });
  if (!done) return std::unexpected(done.error());
  return entry.first;
}

// A row that came with the step goes, unless somebody has worked on it since.
Result<void> removeUntouched(RowEditor& editor, const EditChange& came) {
  const auto changes = editor.log().changesOfRow(came.row_uuid);
  if (!changes) return std::unexpected(changes.error());
  for (const ChangeId& head : headsOf(*changes, {}))
    if (head.step != came.id.step && head.step != editor.step().uuid)
      return fail(ErrorCode::kChangedElsewhere, came.table, came.row_uuid);
  return editor.remove(came.table, came.row_uuid);
}

}  // namespace

Result<UndoState> undoState(const Database& db, const std::string& seat) {
  EditLogStore log(db);
  auto stacks = stacksOf(log, seat);
  if (!stacks) return std::unexpected(stacks.error());
  UndoState state;
  if (!stacks->undo.empty()) state.undo = std::move(stacks->undo.back().first);
  if (!stacks->redo.empty()) state.redo = std::move(stacks->redo.back().first);
  return state;
}

Result<EditStep> undo(const Database& db, UuidSource& uuids, const Clock& clock, const EditAuthor& author,
                      const UndoAround& around) {
  return takeBack(db, uuids, clock, author, true, around);
}

Result<EditStep> redo(const Database& db, UuidSource& uuids, const Clock& clock, const EditAuthor& author,
                      const UndoAround& around) {
  return takeBack(db, uuids, clock, author, false, around);
}

Result<void> revertStep(RowEditor& editor, const std::string& step_uuid) {
  const auto changes = editor.log().changesOfStep(step_uuid);
  if (!changes) return std::unexpected(changes.error());
  const auto bulk = editor.log().bulkOfStep(step_uuid);
  if (!bulk) return std::unexpected(bulk.error());
  // Rows that went come back first, so that their cells can be set; rows that came go last.
  for (auto change = changes->rbegin(); change != changes->rend(); ++change)
    if (change->column == kRowWent)
      if (auto done = editor.restore(change->table, change->row_uuid); !done) return done;
  std::map<std::pair<std::string, std::string>, std::pair<RowCells, RowCells>> cells;  // to set, as expected
  for (auto change = changes->rbegin(); change != changes->rend(); ++change) {
    if (change->column == kRowWent || change->column == kRowCame) continue;
    auto& [to_set, expected] = cells[{change->table, change->row_uuid}];
    to_set[change->column] = change->old_value;
    expected.try_emplace(change->column, change->new_value);
  }
  for (const auto& [row, values] : cells)
    if (auto done = editor.set(row.first, row.second, values.first, &values.second); !done) return done;
  for (auto change = changes->rbegin(); change != changes->rend(); ++change)
    if (change->column == kRowCame)
      if (auto done = removeUntouched(editor, *change); !done) return done;
  for (const BulkRows& rows : *bulk) {
    const auto uuids = editor.rows().uuidsOf(rows.table, rows.first_fid, rows.last_fid);
    if (!uuids) return std::unexpected(uuids.error());
    for (const std::string& uuid : *uuids)
      if (auto done = editor.remove(rows.table, uuid); !done) return done;
  }
  return {};
}

}  // namespace gis
