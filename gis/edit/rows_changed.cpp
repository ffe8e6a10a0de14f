// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/rows_changed.h"

#include <map>
#include <set>

#include "gis/edit/undo.h"
#include "gis/store/layer_revision.h"

namespace gis {

namespace {

using Marks = std::map<std::string, std::int64_t>;

std::optional<std::int64_t> markOf(const Marks& marks, const std::string& table) {
  const auto found = marks.find(table);
  return found == marks.end() ? std::nullopt : std::optional(found->second);
}

// Within the step's transaction, after its work.
Result<void> tell(RowEditor& editor, const Marks& before, const Marks& after, StepDone& done) {
  std::map<std::string, std::pair<std::set<std::int64_t>, std::set<std::int64_t>>> rows;
  for (const RowEditor::Touched& touched : editor.touched()) {
    auto& [changed, removed] = rows[touched.table];
    if (touched.gone_fid) removed.insert(*touched.gone_fid);
    const auto fid = editor.rows().fidOf(touched.table, touched.row_uuid);
    if (!fid) return std::unexpected(fid.error());
    if (*fid) changed.insert(**fid);
  }
  for (auto& [table, sets] : rows) {
    RowsChanged& told = done.tables.emplace_back();
    told.table = table;
    told.changed.assign(sets.first.begin(), sets.first.end());
    for (const std::int64_t fid : sets.second)
      if (!sets.first.contains(fid)) told.removed.push_back(fid);
    told.mark_before = markOf(before, table);
    told.mark_after = markOf(after, table);
  }
  return {};
}

Result<void> whileTelling(const Database& db, RowEditor& editor, StepDone& done,
                          const std::function<Result<void>(RowEditor&)>& work) {
  const auto before = LayerRevisions(db).marks();
  if (!before) return std::unexpected(before.error());
  if (auto worked = work(editor); !worked) return worked;
  const auto after = LayerRevisions(db).marks();
  if (!after) return std::unexpected(after.error());
  done.in_bulk = editor.hasBulk();
  return tell(editor, *before, *after, done);
}

}  // namespace

Result<StepDone> editAndTell(const Database& db, UuidSource& uuids, const Clock& clock, const StepPlan& plan,
                             const std::function<Result<void>(RowEditor&)>& work) {
  StepDone done;
  auto step =
      RowEditor::edit(db, uuids, clock, plan, [&](RowEditor& editor) { return whileTelling(db, editor, done, work); });
  if (!step) return std::unexpected(step.error());
  done.step = std::move(*step);
  return done;
}

Result<UndoDone> undoAndTell(const Database& db, UuidSource& uuids, const Clock& clock, const EditAuthor& author) {
  UndoDone undone;
  auto step = undo(db, uuids, clock, author, [&](RowEditor& editor, const UndoWork& work) {
    return whileTelling(db, editor, undone.done, work);
  });
  if (!step) return std::unexpected(step.error());
  undone.step = std::move(*step);
  return undone;
}

Result<UndoDone> redoAndTell(const Database& db, UuidSource& uuids, const Clock& clock, const EditAuthor& author) {
  UndoDone redone;
  auto step = redo(db, uuids, clock, author, [&](RowEditor& editor, const UndoWork& work) {
    return whileTelling(db, editor, redone.done, work);
  });
  if (!step) return std::unexpected(step.error());
  redone.step = std::move(*step);
  return redone;
}

}  // namespace gis
