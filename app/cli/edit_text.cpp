// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/edit_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <charconv>

#include "gis/edit/census_row_store.h"

namespace app {

using Json = nlohmann::ordered_json;

Json cellJson(const gis::CellValue& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) return *n;
  if (const auto* x = std::get_if<double>(&value)) return *x;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* bytes = std::get_if<std::vector<std::byte>>(&value)) return {{"bytes", bytes->size()}};
  return nullptr;
}

QString cellText(const gis::CellValue& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) return QString::number(*n);
  if (const auto* x = std::get_if<double>(&value)) return QString::number(*x, 'g', 12);
  if (const auto* text = std::get_if<std::string>(&value))
    return text->empty() ? QStringLiteral("\"\"") : QString::fromStdString(*text);
  if (std::holds_alternative<std::vector<std::byte>>(value))
    return QCoreApplication::translate("CommandLine", "(geometry)");
  return QStringLiteral("–");
}

QString localTimeText(std::int64_t utc_ms) {
  return QDateTime::fromMSecsSinceEpoch(utc_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

Json stepJson(const gis::EditStep& step) {
  return {{"step", step.uuid},        {"at", gis::formatUtc(step.at_utc_ms)}, {"author", step.author.name},
          {"seat", step.author.seat}, {"kind", gis::stepKindName(step.kind)}, {"title", step.title},
          {"reason", step.reason}};
}

Json changeJson(const gis::DatedChange& dated) {
  const gis::EditChange& change = dated.change;
  Json json = {{"step", change.id.step},    {"at", gis::formatUtc(dated.at_utc_ms)}, {"author", dated.author.name},
               {"seat", dated.author.seat}, {"kind", gis::stepKindName(dated.kind)}, {"reason", dated.reason},
               {"column", change.column}};
  if (change.column == gis::kRowCame || change.column == gis::kRowWent) return json;
  json["old"] = cellJson(change.old_value);
  json["new"] = cellJson(change.new_value);
  return json;
}

gis::Result<gis::Workspace> openForEditing(const std::filesystem::path& folder) {
  auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (workspace && workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  return workspace;
}

gis::Result<std::string> rowUuid(const gis::Database& db, const std::string& table, const std::string& id) {
  auto rows = gis::CensusRowStore::open(db);
  if (!rows) return std::unexpected(rows.error());
  std::int64_t fid = 0;
  const auto read = std::from_chars(id.data(), id.data() + id.size(), fid);
  if (read.ec != std::errc() || read.ptr != id.data() + id.size()) {
    if (const auto known = rows->columns(table); !known) return std::unexpected(known.error());
    return id;
  }
  const auto uuids = rows->uuidsOf(table, fid, fid);
  if (!uuids) return std::unexpected(uuids.error());
  if (uuids->empty()) return gis::fail(gis::ErrorCode::kNoData, table, "fid " + id);
  return uuids->front();
}

}  // namespace app
