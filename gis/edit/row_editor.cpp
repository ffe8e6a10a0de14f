// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/row_editor.h"

#include <algorithm>
#include <array>

#include "gis/edit/reference_store.h"
#include "gis/edit/row_state.h"

namespace gis {

namespace {

constexpr std::array<std::string_view, 3> kNeverSet = {"fid", "uuid", "created_utc"};
constexpr std::string_view kChanged = "changed_utc";

// A row's times never run backwards, whatever the computer's clock does (and changed_utc >= created_utc is a CHECK).
std::string laterText(const RowCells& row, std::int64_t now_utc_ms) {
  std::string later = formatUtc(now_utc_ms);
  for (const char* column : {"created_utc", "changed_utc"})
    if (const auto cell = row.find(column); cell != row.end())
      if (const auto* text = std::get_if<std::string>(&cell->second)) later = std::max(later, *text);
  return later;
}

// What people call the row; else its table.
std::string nameOf(const RowCells& row, const std::string& table) {
  const auto cell = row.find("name");
  const auto* name = cell == row.end() ? nullptr : std::get_if<std::string>(&cell->second);
  return name == nullptr || name->empty() ? table : *name;
}

}  // namespace

RowEditor::RowEditor(const Database& db, CensusRowStore rows, UuidSource& uuids, EditStep step)
    : m_rows(std::move(rows)), m_log(db), m_uuids(&uuids), m_step(std::move(step)) {}

Result<std::string> RowEditor::edit(const Database& db, UuidSource& uuids, const Clock& clock, const StepPlan& plan,
                                    const std::function<Result<void>(RowEditor&)>& work) {
  std::string made;
  const auto done = db.transaction([&]() -> Result<void> {
    auto rows = CensusRowStore::open(db);
    if (!rows) return std::unexpected(rows.error());
    EditStep step{uuids.next(), clock.nowUtcMs(), plan.author,  plan.kind,
                  plan.title,   plan.reason,      plan.reverts, plan.details};
    RowEditor editor(db, std::move(*rows), uuids, std::move(step));
    if (auto worked = work(editor); !worked) return worked;
    if (!editor.m_begun) return {};
    made = editor.m_step.uuid;
    return editor.m_rows.finish(editor.m_step.at_utc_ms);
  });
  if (!done) return std::unexpected(done.error());
  return made;
}

Result<void> RowEditor::begin() {
  if (std::exchange(m_begun, true)) return {};
  return m_log.addStep(m_step);
}

Result<void> RowEditor::add(EditChange change) {
  if (auto begun = begin(); !begun) return begun;
  change.id = {m_step.uuid, ++m_changes};
  return m_log.addChange(change);
}

Result<std::vector<ChangeId>> RowEditor::parents(const std::string& row_uuid, std::string_view column) {
  const auto changes = m_log.changesOfRow(row_uuid);
  if (!changes) return std::unexpected(changes.error());
  return headsOf(*changes, column);
}

Result<void> RowEditor::set(const std::string& table, const std::string& row_uuid, const RowCells& cells,
                            const RowCells* expected) {
  const auto before = m_rows.read(table, row_uuid);
  if (!before) return std::unexpected(before.error());
  if (!*before) return fail(ErrorCode::kNoData, table, row_uuid);
  RowCells different;
  for (const auto& [column, value] : cells) {
    const auto now = (*before)->find(column);
    if (now == (*before)->end() || std::ranges::count(kNeverSet, column) != 0)
      return fail(ErrorCode::kUnknownName, table + "." + column, "no column that can be set");
    if (column == kChanged || now->second == value) continue;
    if (expected != nullptr)
      if (const auto seen = expected->find(column); seen != expected->end() && seen->second != now->second)
        return fail(ErrorCode::kChangedElsewhere, table + "." + column, row_uuid);
    different.emplace(column, value);
  }
  if (different.empty()) return {};
  RowCells written = different;
  written[std::string(kChanged)] = laterText(**before, m_step.at_utc_ms);
  if (auto done = m_rows.update(table, row_uuid, written); !done) return done;
  // Read back: the column's affinity may have turned a text of digits into a number.
  const auto after = m_rows.read(table, row_uuid);
  if (!after) return std::unexpected(after.error());
  const auto changes = m_log.changesOfRow(row_uuid);
  if (!changes) return std::unexpected(changes.error());
  for (const auto& [column, value] : different) {
    const CellValue& kept = (**after).find(column)->second;
    const CellValue& old = (**before).find(column)->second;
    if (kept == old) continue;
    if (auto added = add({{}, table, row_uuid, column, old, kept, headsOf(*changes, column)}); !added) return added;
  }
  m_touched.push_back({table, row_uuid, {}});
  return {};
}

Result<std::string> RowEditor::insert(const std::string& table, RowCells cells) {
  const auto columns = m_rows.columns(table);
  if (!columns) return std::unexpected(columns.error());
  for (const auto& [column, value] : cells)
    if (std::ranges::find(**columns, column) == (*columns)->end())
      return fail(ErrorCode::kUnknownName, table + "." + column, "no such column");
  if (!cells.contains("uuid")) cells["uuid"] = m_uuids->next();
  if (!cells.contains("created_utc")) cells["created_utc"] = formatUtc(m_step.at_utc_ms);
  cells[std::string(kChanged)] = laterText(cells, m_step.at_utc_ms);
  const auto* uuid = std::get_if<std::string>(&cells["uuid"]);
  if (uuid == nullptr) return fail(ErrorCode::kInvalidArgument, table, "uuid is not a text");
  const std::string row_uuid = *uuid;
  if (auto done = m_rows.insert(table, cells); !done) return std::unexpected(done.error());
  const auto after = m_rows.read(table, row_uuid);
  if (!after) return std::unexpected(after.error());
  EditChange change{{}, table, row_uuid, std::string(kRowCame), {}, packRow(**after), {}};
  if (auto added = add(std::move(change)); !added) return std::unexpected(added.error());
  m_touched.push_back({table, row_uuid, {}});
  return row_uuid;
}

Result<void> RowEditor::remove(const std::string& table, const std::string& row_uuid) {
  const auto before = m_rows.read(table, row_uuid);
  if (!before) return std::unexpected(before.error());
  if (!*before) return fail(ErrorCode::kNoData, table, row_uuid);
  const auto fid = m_rows.fidOf(table, row_uuid);
  if (!fid) return std::unexpected(fid.error());
  if (auto done = m_rows.remove(table, row_uuid); !done) {
    if (brokenRule(done.error()) != SchemaRule::kReference) return done;
    const auto referring = referringRows(m_rows.database(), table, row_uuid);
    if (!referring) return std::unexpected(referring.error());
    return fail(ErrorCode::kInvalidArgument, nameOf(**before, table), std::string(kStillReferred) + *referring);
  }
  m_touched.push_back({table, row_uuid, *fid});
  auto known = parents(row_uuid, {});
  if (!known) return std::unexpected(known.error());
  return add({{}, table, row_uuid, std::string(kRowWent), packRow(**before), {}, std::move(*known)});
}

Result<void> RowEditor::restore(const std::string& table, const std::string& row_uuid) {
  const auto changes = m_log.changesOfRow(row_uuid);
  if (!changes) return std::unexpected(changes.error());
  const auto went = std::find_if(changes->rbegin(), changes->rend(),
                                 [](const DatedChange& dated) { return dated.change.column == kRowWent; });
  if (went == changes->rend()) return fail(ErrorCode::kNoData, table, row_uuid);
  const auto* packed = std::get_if<std::vector<std::byte>>(&went->change.old_value);
  auto cells = unpackRow(packed != nullptr ? std::span<const std::byte>(*packed) : std::span<const std::byte>());
  if (!cells) return std::unexpected(cells.error());
  // Somebody else may have removed it too, and changed it before: the log as a whole knows the cells.
  for (auto& [column, value] : rowStateOf(*changes).cells) (*cells)[column] = value;
  std::int64_t latest = m_step.at_utc_ms;
  for (const DatedChange& dated : *changes) latest = std::max(latest, dated.at_utc_ms);
  (*cells)[std::string(kChanged)] = laterText(*cells, latest);
  if (auto done = m_rows.insert(table, *cells); !done) return done;
  m_touched.push_back({table, row_uuid, {}});
  return add({{}, table, row_uuid, std::string(kRowCame), {}, packRow(*cells), headsOf(*changes, {})});
}

Result<void> RowEditor::noteBulk(const BulkRows& rows) {
  if (auto begun = begin(); !begun) return begun;
  m_has_bulk = true;
  return m_log.addBulk(m_step.uuid, rows);
}

}  // namespace gis
