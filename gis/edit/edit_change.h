// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gis/edit/cell_value.h"

namespace gis {

// Who sits where. `seat` is one chair at one computer and stays the same between starts; undo goes by it.
struct EditAuthor {
  std::string name;
  std::string seat;
};

enum class StepKind { kEdit, kImport, kFix, kRestore, kUndo, kRedo, kDecide };

// What a person does and undoes at once.
struct EditStep {
  std::string uuid;  // version 7: sorts by time
  std::int64_t at_utc_ms = 0;
  EditAuthor author;
  StepKind kind = StepKind::kEdit;
  std::string title;    // for the undo menu and the history, as the person would say it
  std::string reason;   // why; may be empty
  std::string reverts;  // undo, redo: the step taken back
  std::string details = "{}";
};

// One change by its step and its number within the step.
struct ChangeId {
  std::string step;
  std::int64_t number = 0;
  auto operator<=>(const ChangeId&) const = default;
};

// Columns that stand for the row itself.
inline constexpr std::string_view kRowCame = "+";
inline constexpr std::string_view kRowWent = "-";

// One cell of one row, or a row that came (new_value: its cells packed) or went (old_value: its cells packed).
struct EditChange {
  ChangeId id;
  std::string table;
  std::string row_uuid;
  std::string column;
  CellValue old_value;
  CellValue new_value;
  // The changes that this one was made upon and knew of.
  std::vector<ChangeId> parents;
};

// A change with what its step says.
struct DatedChange {
  EditChange change;
  std::int64_t at_utc_ms = 0;
  EditAuthor author;
  StepKind kind = StepKind::kEdit;
  std::string title;
  std::string reason;
};

// "undo" ... as stored; kEdit for a word that is none.
std::string_view stepKindName(StepKind kind);
StepKind stepKindOf(std::string_view name);

// "step/number step/number": as stored.
std::string parentsText(const std::vector<ChangeId>& parents);
std::vector<ChangeId> parentsOf(std::string_view text);

}  // namespace gis
