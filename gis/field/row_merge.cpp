// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/row_merge.h"

#include <algorithm>
#include <map>

#include "gis/field/unique_claims.h"

namespace gis {

namespace {

constexpr std::size_t kPollEvery = 256;
constexpr int kRounds = 8;  // of rows that set each other aside

// What the cells of a row were when it came, if the log knows.
std::optional<RowCells> cellsInLog(const std::vector<DatedChange>& changes) {
  for (auto dated = changes.rbegin(); dated != changes.rend(); ++dated) {
    const bool came = dated->change.column == kRowCame;
    if (!came && dated->change.column != kRowWent) continue;
    const auto* packed =
        std::get_if<std::vector<std::byte>>(came ? &dated->change.new_value : &dated->change.old_value);
    if (packed == nullptr) continue;
    if (auto cells = unpackRow(*packed)) return std::move(*cells);
  }
  return std::nullopt;
}

bool cameByLog(const std::vector<DatedChange>& changes) {
  return std::ranges::any_of(changes, [](const auto& dated) { return dated.change.column == kRowCame; });
}

const DatedChange* firstOf(const std::vector<DatedChange>& changes, std::string_view column) {
  const auto found = std::ranges::find_if(changes, [&](const auto& dated) { return dated.change.column == column; });
  return found == changes.end() ? nullptr : &*found;
}

// "division.code" in "UNIQUE constraint failed: division.code".
std::string columnIn(const std::string& message) {
  const std::size_t dot = message.rfind('.');
  return dot == std::string::npos ? std::string() : message.substr(dot + 1);
}

ConflictKind conflictOf(SchemaRule rule) {
  return rule == SchemaRule::kUnique      ? ConflictKind::kUnique
         : rule == SchemaRule::kReference ? ConflictKind::kReference
                                          : ConflictKind::kRule;
}

// What a column was before any change in the log; NULL if nobody knows.
CellValue baseOf(const std::vector<DatedChange>& changes, std::string_view column) {
  const DatedChange* first = firstOf(changes, column);
  return first != nullptr ? first->change.old_value : CellValue();
}

std::string plain(const CellValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* n = std::get_if<std::int64_t>(&value)) return std::to_string(*n);
  return {};
}

}  // namespace

CellValue RowMerge::wantedOf(const Facts& facts, const std::string& column) {
  if (const auto cell = facts.state.cells.find(column); cell != facts.state.cells.end()) return cell->second;
  const std::optional<RowCells> whole = facts.present ? facts.present : cellsInLog(facts.changes);
  if (!whole) return {};
  const auto cell = whole->find(column);
  return cell == whole->end() ? CellValue() : cell->second;
}

Result<RowMerge> RowMerge::open(const Database& db, std::int64_t now_utc_ms) {
  auto rows = CensusRowStore::open(db);
  if (!rows) return std::unexpected(rows.error());
  return RowMerge(db, std::move(*rows), now_utc_ms);
}

Result<void> RowMerge::settle(const std::set<std::pair<std::string, std::string>>& rows, const CancelToken& cancel,
                              const Progress& progress) {
  std::size_t done = 0;
  for (const auto& [table, uuid] : rows) {
    if (done % kPollEvery == 0) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, table);
      if (progress) progress(static_cast<double>(done) / static_cast<double>(rows.size()));
    }
    ++done;
    if (auto settled = settleRow(table, uuid); !settled) return settled;
  }
  // Rows that the schema refused may fit now, and what was open may have been decided by an edit here.
  for (int round = 0; round < kRounds; ++round) {
    const auto open = m_conflicts.openRows(false);
    if (!open) return std::unexpected(open.error());
    const MergeCounts before = m_counts;
    for (const auto& [table, uuid] : *open)
      if (auto settled = settleRow(table, uuid); !settled) return settled;
    if (before.rows_added == m_counts.rows_added && before.rows_changed == m_counts.rows_changed) break;
  }
  return {};
}

Result<RowMerge::Facts> RowMerge::factsOf(const std::string& table, const std::string& uuid) {
  Facts facts{table, uuid, {}, {}, {}, {}};
  auto changes = m_log.changesOfRow(uuid);
  if (!changes) return std::unexpected(changes.error());
  facts.changes = std::move(*changes);
  facts.state = rowStateOf(facts.changes);
  auto present = m_rows.read(table, uuid);
  if (!present) return std::unexpected(present.error());
  facts.present = std::move(*present);
  if (facts.state.removal_disputed) facts.questions.push_back({"", ConflictKind::kRemoved, {}});
  if (facts.state.alive)
    for (const auto& [column, heads] : facts.state.disputed)
      facts.questions.push_back({column, ConflictKind::kValues, {}});
  return facts;
}

Result<void> RowMerge::settleRow(const std::string& table, const std::string& uuid) {
  auto facts = factsOf(table, uuid);
  if (!facts) return std::unexpected(facts.error());
  if (!facts->state.alive) {
    if (auto removed = removeRow(*facts); !removed) return removed;
    return note(*facts);
  }
  if (const auto written = write(*facts, {}); !written) {
    const auto rule = brokenRule(written.error());
    if (!rule) return written;
    const std::string column = *rule == SchemaRule::kUnique ? columnIn(written.error().detail) : std::string();
    if (!column.empty()) return settleClaims(table, column, uuid);
    facts->questions.push_back({"", conflictOf(*rule), written.error().detail});
  }
  return note(*facts);
}

Result<void> RowMerge::removeRow(Facts& facts) {
  if (!facts.present) return {};
  const auto removed = m_rows.remove(facts.table, facts.uuid);
  if (!removed) {
    const auto rule = brokenRule(removed.error());
    if (!rule) return removed;
    facts.questions.push_back({"", conflictOf(*rule), removed.error().detail});
    return {};
  }
  ++m_counts.rows_removed;
  return {};
}

Result<void> RowMerge::note(const Facts& facts) {
  const std::string step = facts.changes.empty() ? std::string() : facts.changes.back().change.id.step;
  const auto added = m_conflicts.settle(facts.table, facts.uuid, facts.questions, step, m_now_utc_ms);
  if (!added) return std::unexpected(added.error());
  m_counts.new_conflicts += *added;
  return {};
}

Result<void> RowMerge::write(const Facts& facts, const RowCells& cells, std::optional<std::int64_t> fid) {
  std::optional<RowCells> whole = facts.present ? facts.present : cellsInLog(facts.changes);
  if (!whole) {
    ++m_counts.rows_waiting;
    return {};
  }
  RowCells wanted = facts.state.cells;
  for (const auto& [column, value] : cells) wanted[column] = value;
  const auto* changed_utc = std::get_if<std::string>(&(*whole)["changed_utc"]);
  wanted["changed_utc"] =
      std::max(changed_utc != nullptr ? *changed_utc : std::string(), formatUtc(facts.state.changed_utc_ms));
  RowCells different;
  for (const auto& [column, value] : wanted)
    if (const auto now = whole->find(column); now != whole->end() && now->second != value)
      different.emplace(column, value);
  if (facts.present && !fid) {
    if (different.empty()) return {};
    auto done = m_rows.update(facts.table, facts.uuid, different);
    if (done) ++m_counts.rows_changed;
    return done;
  }
  for (const auto& [column, value] : different) (*whole)[column] = value;
  auto done = m_rows.insert(facts.table, *whole, fid);
  if (done) ++(fid ? m_counts.rows_changed : m_counts.rows_added);
  return done;
}

Result<std::vector<RowMerge::Facts>> RowMerge::claimants(const std::string& table, const std::string& column,
                                                         const std::string& uuid) {
  std::vector<Facts> found;
  std::set<std::string> seen;
  std::vector<std::string> todo = {uuid};
  const auto refused = m_conflicts.openRows(true);
  if (!refused) return std::unexpected(refused.error());
  for (const auto& [of_table, row] : *refused)
    if (of_table == table) todo.push_back(row);
  while (!todo.empty()) {
    const std::string next = std::move(todo.back());
    todo.pop_back();
    if (!seen.insert(next).second) continue;
    auto facts = factsOf(table, next);
    if (!facts) return std::unexpected(facts.error());
    if (!facts->state.alive) continue;
    for (const CellValue& value : {wantedOf(*facts, column), baseOf(facts->changes, column)}) {
      const auto holder = m_rows.holderOf(table, column, value);
      if (!holder) return std::unexpected(holder.error());
      if (*holder) todo.push_back(**holder);
    }
    found.push_back(std::move(*facts));
  }
  return found;
}

Result<void> RowMerge::settleClaims(const std::string& table, const std::string& column, const std::string& uuid) {
  auto rows = claimants(table, column, uuid);
  if (!rows) return std::unexpected(rows.error());
  std::vector<UniqueClaim> claims;
  for (const Facts& facts : *rows) {
    const bool changed = firstOf(facts.changes, column) != nullptr || cameByLog(facts.changes);
    std::optional<CellValue> base;
    if (!cameByLog(facts.changes)) base = changed ? baseOf(facts.changes, column) : wantedOf(facts, column);
    claims.push_back({facts.uuid, wantedOf(facts, column), std::move(base), changed});
  }
  const auto granted = grantUnique(claims);
  const auto done = m_rows.together([&]() -> Result<void> {
    // All who hold something else make room first.
    std::map<std::string, std::int64_t> fids;
    for (const Facts& facts : *rows) {
      const auto& value = granted.at(facts.uuid);
      if (!facts.present || (value && facts.present->at(column) == *value)) continue;
      const auto fid = m_rows.fidOf(table, facts.uuid);
      if (!fid) return std::unexpected(fid.error());
      fids[facts.uuid] = fid->value_or(0);
      if (auto removed = m_rows.remove(table, facts.uuid); !removed) return removed;
    }
    for (const Facts& facts : *rows) {
      const auto& value = granted.at(facts.uuid);
      if (!value) continue;
      const auto fid = fids.find(facts.uuid);
      const auto place = fid == fids.end() ? std::optional<std::int64_t>() : fid->second;
      if (auto written = write(facts, {{column, *value}}, place); !written) return written;
    }
    return {};
  });
  if (!done && !brokenRule(done.error())) return done;
  for (Facts& facts : *rows) {
    const auto& value = granted.at(facts.uuid);
    const CellValue wanted = wantedOf(facts, column);
    if (!done ? facts.uuid == uuid : (!value || *value != wanted))
      facts.questions.push_back({column, ConflictKind::kUnique, done ? plain(wanted) : done.error().detail});
    if (auto noted = note(facts); !noted) return noted;
  }
  return {};
}

}  // namespace gis
