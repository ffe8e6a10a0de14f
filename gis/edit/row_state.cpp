// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/row_state.h"

#include <algorithm>

namespace gis {

namespace {

using ById = std::map<ChangeId, const DatedChange*>;

bool isRowChange(const EditChange& change) { return change.column == kRowCame || change.column == kRowWent; }

bool earlier(const DatedChange* a, const DatedChange* b) {
  return std::tie(a->at_utc_ms, a->change.id) < std::tie(b->at_utc_ms, b->change.id);
}

// Everything that `change` knew of.
void addAncestors(const DatedChange& change, const ById& by_id, std::set<ChangeId>& known) {
  std::vector<const DatedChange*> todo = {&change};
  while (!todo.empty()) {
    const DatedChange* next = todo.back();
    todo.pop_back();
    if (!known.insert(next->change.id).second) continue;
    for (const ChangeId& parent : next->change.parents)
      if (const auto found = by_id.find(parent); found != by_id.end()) todo.push_back(found->second);
  }
}

// The changes of `column` that no other of the column (of the row, if empty) names as a parent.
std::vector<const DatedChange*> heads(std::span<const DatedChange> changes, std::string_view column) {
  std::set<ChangeId> replaced;
  for (const DatedChange& dated : changes)
    if (column.empty() || dated.change.column == column)
      replaced.insert(dated.change.parents.begin(), dated.change.parents.end());
  std::vector<const DatedChange*> found;
  for (const DatedChange& dated : changes)
    if ((column.empty() || dated.change.column == column) && !replaced.contains(dated.change.id))
      found.push_back(&dated);
  std::ranges::sort(found, earlier);
  return found;
}

// Whether the row is there, from its comings and goings and who knew of what.
void decidePresence(std::span<const DatedChange> changes, RowState& state) {
  ById by_id;
  std::vector<const DatedChange*> goings;
  std::set<ChangeId> taken_back;
  for (const DatedChange& dated : changes) {
    by_id[dated.change.id] = &dated;
    if (dated.change.column == kRowWent) goings.push_back(&dated);
    if (dated.change.column == kRowCame) taken_back.insert(dated.change.parents.begin(), dated.change.parents.end());
  }
  std::erase_if(goings, [&](const DatedChange* going) { return taken_back.contains(going->change.id); });
  if (goings.empty()) return;
  std::set<ChangeId> known;
  for (const DatedChange* going : goings) addAncestors(*going, by_id, known);
  state.removal_disputed = std::ranges::any_of(changes, [&](const DatedChange& dated) {
    // That a row came in the first place is known to whoever removed it, also where it came in bulk and unlogged.
    const bool first_came = dated.change.column == kRowCame && dated.change.parents.empty();
    return dated.change.column != kRowWent && !first_came && !known.contains(dated.change.id);
  });
  state.alive = state.removal_disputed;
}

}  // namespace

RowState rowStateOf(std::span<const DatedChange> changes) {
  RowState state;
  std::set<std::string_view> columns;
  for (const DatedChange& dated : changes) {
    state.changed_utc_ms = std::max(state.changed_utc_ms, dated.at_utc_ms);
    if (!isRowChange(dated.change)) columns.insert(dated.change.column);
  }
  decidePresence(changes, state);
  for (const std::string_view column : columns) {
    std::vector<const DatedChange*> found = heads(changes, column);
    if (found.empty()) continue;  // a ring of parents: no program of ours writes one
    const CellValue& value = found.back()->change.new_value;
    state.cells[std::string(column)] = value;
    const bool agree = std::ranges::all_of(found, [&](const auto* head) { return head->change.new_value == value; });
    if (!agree) state.disputed[std::string(column)] = std::move(found);
  }
  return state;
}

std::vector<ChangeId> headsOf(std::span<const DatedChange> changes, std::string_view column) {
  std::vector<ChangeId> ids;
  for (const DatedChange* head : heads(changes, column)) ids.push_back(head->change.id);
  return ids;
}

}  // namespace gis
