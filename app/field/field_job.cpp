// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/field_job.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>

#include "gis/edit/census_row_store.h"
#include "gis/edit/edit_log_store.h"
#include "gis/field/division_list_store.h"
#include "gis/keep/backup_store.h"
#include "gis/store/workspace.h"
#include "gis/table/table_schema_store.h"

namespace app {

namespace {

gis::Result<gis::Workspace> openToWrite(const std::filesystem::path& folder) {
  auto opened = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (opened && opened->readOnlyReason()) return std::unexpected(*opened->readOnlyReason());
  return opened;
}

}  // namespace

const layers::InspectorField* NamedTable::find(const std::string& column) const {
  const auto found = std::ranges::find(fields.fields, column, &layers::InspectorField::column);
  return found == fields.fields.end() ? nullptr : &*found;
}

QString NamedTable::columnName(const std::string& column, const QString& language) const {
  const layers::InspectorField* field = find(column);
  return field != nullptr ? field->label.text(language) : QString::fromStdString(column);
}

gis::Result<FieldState> readFieldState(const std::filesystem::path& folder,
                                       const std::vector<layers::CatalogueEntry>& entries, bool with_decided) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  FieldState state;
  // A workspace of an older program has no tables for this.
  if (workspace->readOnlyReason() && workspace->readOnlyReason()->code == gis::ErrorCode::kOlderSchema) return state;
  const gis::FieldStore store(workspace->db());
  const auto identity = store.identity();
  if (!identity) return std::unexpected(identity.error());
  if (*identity) {
    state.seat = (*identity)->seat;
    state.is_office = (*identity)->is_office;
    state.locked = (*identity)->lock.has_value();
    const auto steps = gis::EditLogStore(workspace->db()).steps((*identity)->base_arrival, SIZE_MAX);
    if (!steps) return std::unexpected(steps.error());
    state.own_steps = static_cast<std::int64_t>(steps->size());
  }
  auto seats = store.seats();
  if (!seats) return std::unexpected(seats.error());
  state.seats = std::move(*seats);
  auto packages = store.packages();
  if (!packages) return std::unexpected(packages.error());
  state.packages = std::move(*packages);
  auto conflicts = gis::conflictRows(workspace->db(), !with_decided);
  if (!conflicts) return std::unexpected(conflicts.error());
  state.conflicts = std::move(*conflicts);
  for (const gis::ConflictRow& row : state.conflicts) {
    if (state.tables.contains(row.conflict.table)) continue;
    auto schema = gis::TableSchemaStore(workspace->db()).schema(row.conflict.table);
    if (!schema) return std::unexpected(schema.error());
    auto fields = tableFields(*schema, entries);
    state.tables.emplace(row.conflict.table, NamedTable{std::move(*schema), std::move(fields)});
  }
  std::set<std::string> codes;
  for (const gis::FieldSeat& seat : state.seats) {
    std::istringstream words(seat.area);
    for (std::string word; words >> word;) codes.insert(word);
  }
  auto names = gis::divisionNames(workspace->db(), codes);
  if (!names) return std::unexpected(names.error());
  state.division_names = std::move(*names);
  return state;
}

gis::Result<ConflictView> readConflict(const std::filesystem::path& folder, const gis::Conflict& conflict) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto sides = gis::conflictSides(workspace->db(), conflict);
  if (!sides) return std::unexpected(sides.error());
  ConflictView view{std::move(*sides), {}};
  if (conflict.kind != gis::ConflictKind::kUnique || view.sides.sides.empty()) return view;
  auto rows = gis::CensusRowStore::open(workspace->db());
  if (!rows) return std::unexpected(rows.error());
  const auto holder = rows->holderOf(conflict.table, conflict.column, view.sides.sides.back().change.new_value);
  if (!holder) return std::unexpected(holder.error());
  if (!*holder) return view;
  auto name = gis::rowName(workspace->db(), conflict.table, **holder);
  if (!name) return std::unexpected(name.error());
  view.holder = std::move(*name);
  return view;
}

gis::Result<void> decide(const std::filesystem::path& folder, const gis::EditAuthor& author,
                         const gis::Conflict& conflict, const gis::Decision& decision) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  return gis::decideConflict(workspace->db(), uuids, *clock, author, conflict, decision);
}

gis::Result<void> setConflictOwner(const std::filesystem::path& folder, const gis::Conflict& conflict,
                                   const std::string& owner) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return workspace->db().transaction([&] { return gis::ConflictStore(workspace->db()).setOwner(conflict, owner); });
}

gis::Result<gis::CellValue> typedValue(const NamedTable& table, const std::string& column, const QString& text) {
  const QString typed = text.trimmed();
  const auto place = table.schema.find(column);
  if (!place) return gis::CellValue(typed.toStdString());
  const gis::SchemaColumn& of = table.schema.columns[*place];
  if (typed.isEmpty() && of.nullable) return gis::CellValue();
  if (of.kind != gis::CellKind::kInteger && of.kind != gis::CellKind::kReal) return gis::CellValue(typed.toStdString());
  bool ok = false;
  const layers::InspectorField* field = table.find(column);
  const double stored = QString(typed).remove(QLatin1Char(',')).toDouble(&ok) / (field ? field->scale_ratio : 1);
  if (!ok || !std::isfinite(stored))
    return gis::fail(gis::ErrorCode::kInvalidArgument, typed.toStdString(), "a number is expected");
  if (of.kind == gis::CellKind::kReal) return gis::CellValue(stored);
  if (std::abs(stored - std::round(stored)) > 1e-6 || std::abs(stored) > 9e15)
    return gis::fail(gis::ErrorCode::kInvalidArgument, typed.toStdString(), "a whole number is expected");
  return gis::CellValue(static_cast<std::int64_t>(std::llround(stored)));
}

gis::Result<gis::FieldCopy> prepareLaptop(const std::filesystem::path& folder, const std::filesystem::path& target,
                                          const gis::FieldPlan& plan, const gis::EditAuthor& author,
                                          const gis::CancelToken& cancel, const gis::Progress& progress) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return gis::prepareForField(*workspace, target, plan, author, gis::SystemClock(), cancel, progress);
}

gis::Result<gis::PackageManifest> writePackage(const std::filesystem::path& folder, const std::filesystem::path& file,
                                               const std::string& passphrase, const gis::CancelToken& cancel) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  return gis::writeChangePackage(*workspace, file, uuids, *clock, {}, passphrase, cancel);
}

gis::Result<std::vector<OfferedPackage>> offeredPackages(const std::filesystem::path& folder,
                                                         const std::vector<std::filesystem::path>& places,
                                                         const std::string& passphrase, const gis::CancelToken& cancel,
                                                         const gis::Progress& progress) {
  const auto workspace = openToWrite(folder);
  if (!workspace) return std::unexpected(workspace.error());
  std::vector<OfferedPackage> offered;
  for (gis::FoundPackage& found : gis::findPackages(places)) offered.push_back({std::move(found), std::nullopt});
  double done = 0;
  for (OfferedPackage& package : offered) {
    if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, package.found.file.string());
    const auto part = [&](double ratio) {
      if (progress) progress((done + ratio) / static_cast<double>(offered.size()));
    };
    package.preview =
        gis::previewChangePackage(*workspace, package.found.file, gis::SystemClock(), cancel, part, passphrase);
    part(1);
    ++done;
  }
  return offered;
}

MergedAll mergePackages(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files,
                        const std::string& passphrase, const gis::CancelToken& cancel, const gis::Progress& progress) {
  MergedAll merged;
  const auto workspace = openToWrite(folder);
  if (!workspace) return {{}, workspace.error()};
  // The copy is a tenth of the way.
  const double steps = static_cast<double>(files.size()) + 1;
  const auto copied =
      gis::backUpWorkspace(folder, gis::BackupReason::kMerge, gis::SystemClock(), cancel, [&](double ratio) {
        if (progress) progress(ratio / steps);
      });
  if (!copied) return {{}, copied.error()};
  for (const std::filesystem::path& file : files) {
    const double done = static_cast<double>(merged.outcomes.size()) + 1;
    merged.outcomes.push_back(gis::mergeChangePackage(
        *workspace, file, gis::SystemClock(), cancel,
        [&](double ratio) {
          if (progress) progress((done + ratio) / steps);
        },
        passphrase));
    if (!merged.outcomes.back() && merged.outcomes.back().error().code == gis::ErrorCode::kCancelled) break;
  }
  return merged;
}

}  // namespace app
