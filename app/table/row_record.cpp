// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/row_record.h"

#include <algorithm>
#include <cmath>

#include "gis/edit/census_row_store.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

gis::Result<RowRecord> recordOf(const gis::Database& db, const std::string& table, std::int64_t fid,
                                const std::string& uuid) {
  auto rows = gis::CensusRowStore::open(db);
  if (!rows) return std::unexpected(rows.error());
  auto cells = rows->read(table, uuid);
  if (!cells) return std::unexpected(cells.error());
  if (!*cells) return gis::fail(gis::ErrorCode::kNoData, table, "fid " + std::to_string(fid));
  gis::EditLogStore log(db);
  auto history = log.changesOfRow(uuid);
  if (!history) return std::unexpected(history.error());
  std::ranges::reverse(*history);
  return RowRecord{fid, uuid, std::move(**cells), std::move(*history)};
}

}  // namespace

gis::Result<RowRecord> readRecord(const OpenTable& table, std::int64_t fid) {
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto rows = gis::CensusRowStore::open(workspace->db());
  if (!rows) return std::unexpected(rows.error());
  const auto uuids = rows->uuidsOf(table.schema.table, fid, fid);
  if (!uuids) return std::unexpected(uuids.error());
  if (uuids->empty()) return gis::fail(gis::ErrorCode::kNoData, table.schema.table, "fid " + std::to_string(fid));
  return recordOf(workspace->db(), table.schema.table, fid, uuids->front());
}

gis::Result<RowRecord> saveCell(const OpenTable& table, const RowRecord& record, const std::string& column,
                                const gis::CellValue& value, const gis::StepPlan& plan) {
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  const auto saved = gis::RowEditor::edit(workspace->db(), uuids, *clock, plan, [&](gis::RowEditor& rows) {
    return rows.set(table.schema.table, record.uuid, {{column, value}}, &record.cells);
  });
  if (!saved) return std::unexpected(saved.error());
  return recordOf(workspace->db(), table.schema.table, record.fid, record.uuid);
}

gis::Result<gis::CellValue> typedCell(const gis::SchemaColumn& column, const layers::InspectorField& field,
                                      const QString& text) {
  const QString typed = text.trimmed();
  const auto wrong = [&](const char* why) {
    return gis::fail(gis::ErrorCode::kInvalidArgument, typed.toStdString(), why);
  };
  const bool number = column.kind == gis::CellKind::kInteger || column.kind == gis::CellKind::kReal;
  if (typed.isEmpty()) {
    if (column.nullable) return gis::CellValue();
    if (number || !column.code_table.empty()) return wrong("a value is needed here");
    return gis::CellValue(std::string());
  }
  if (!number) return gis::CellValue(typed.toStdString());
  bool ok = false;
  const double shown = QString(typed).remove(QLatin1Char(',')).toDouble(&ok);
  if (!ok || !std::isfinite(shown)) return wrong("a number is expected");
  const double stored = shown / field.scale_ratio;
  if (column.kind == gis::CellKind::kReal) return gis::CellValue(stored);
  // 9007199254740992: beyond it not every whole number has a double of its own.
  if (std::abs(stored - std::round(stored)) > 1e-6 || std::abs(stored) > 9007199254740992.0)
    return wrong("a whole number is expected");
  return gis::CellValue(static_cast<std::int64_t>(std::llround(stored)));
}

QString editableText(const layers::InspectorField& field, const gis::CellValue& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell))
    return field.scale_ratio == 1 ? QString::number(*integer)
                                  : QString::number(static_cast<double>(*integer) * field.scale_ratio, 'g', 12);
  if (const auto* real = std::get_if<double>(&cell)) return QString::number(*real * field.scale_ratio, 'g', 12);
  if (const auto* text = std::get_if<std::string>(&cell)) return QString::fromStdString(*text);
  return {};
}

}  // namespace app
