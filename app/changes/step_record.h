// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/edit/edit_log_store.h"
#include "gis/edit/rows_changed.h"
#include "gis/edit/undo.h"
#include "gis/store/code_store.h"
#include "layers/vector/catalogue.h"

namespace app {

// A step as the list of changes shows it.
struct StepRecord {
  gis::EditLogStore::Arrived arrived;
  std::vector<gis::EditLogStore::Extent> extent;
};

// A page of the newest steps, and what can be undone and redone now.
struct StepPage {
  std::vector<StepRecord> steps;
  bool more = false;
  gis::UndoState undoable;
  std::map<std::string, std::pair<QString, QString>> titles;  // of the tables that changed: Chinese, English
};

// One change within a step, in words.
struct ChangeLine {
  QString row;   // "救灾物资储备库 · 沁源县库"
  QString what;  // "保管人：李 → 王"
};

// What the words are made with: frozen, for a worker.
struct ChangeWords {
  std::vector<layers::CatalogueEntry> entries;
  gis::CodeLists codes;
  QString language;
  QString came, went, moved, empty;  // "row added" ...
};

// Any thread; each opens the workspace for itself. Fail as the workspace and the log do.
gis::Result<StepPage> readSteps(const std::filesystem::path& folder, const std::string& my_seat, std::int64_t before,
                                bool only_mine);
gis::Result<std::vector<ChangeLine>> readChanges(const std::filesystem::path& folder, const std::string& step_uuid,
                                                 const ChangeWords& words, const gis::CancelToken& cancel);

enum class UndoWhat { kUndo, kRedo };
gis::Result<gis::UndoDone> takeBack(const std::filesystem::path& folder, const gis::EditAuthor& author, UndoWhat what);
// Any step, also another seat's, as a step of its own.
gis::Result<gis::StepDone> revert(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                  const std::string& step_uuid);

}  // namespace app
