// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/field_sync.h"

#include <algorithm>

#include "gis/edit/row_editor.h"
#include "gis/field/change_batch_store.h"
#include "gis/picture/picture_store.h"

namespace gis {

namespace {

constexpr const char* kPackageEnding = ".fspk";
constexpr double kPictureShare = 0.7;  // of the time of a merge

// This workspace's part in field work, with its keys at hand.
Result<FieldIdentity> ownIdentity(const Workspace& workspace, const std::string& passphrase) {
  auto identity = FieldStore(workspace.db()).identity();
  if (!identity) return std::unexpected(identity.error());
  if (!*identity)
    return fail(ErrorCode::kInvalidArgument, workspace.folder().string(), "no laptop was prepared from this workspace");
  if (auto open = unlockKeys(**identity, passphrase); !open) return std::unexpected(open.error());
  return std::move(**identity);
}

// A package that was read and found to be of ours.
struct OpenedPackage {
  FieldIdentity reader;
  PackageManifest manifest;
  std::vector<std::byte> payload;
};
Result<OpenedPackage> openedPackage(const Workspace& workspace, const std::filesystem::path& file,
                                    const std::string& passphrase) {
  const auto named = [&](Error error) {
    error.subject = file.string();
    return std::unexpected(std::move(error));
  };
  const auto identity = ownIdentity(workspace, passphrase);
  if (!identity) return std::unexpected(identity.error());
  const auto package = readPackage(file);
  if (!package) return std::unexpected(package.error());
  auto manifest = packageManifest(*package);
  if (!manifest) return named(manifest.error());
  auto payload = openPackage(*identity, *package);
  if (!payload) return named(payload.error());
  if (manifest->workspace_code != workspace.facts().city_code)
    return fail(ErrorCode::kForeignPackage, file.string(), "of city " + manifest->workspace_code);
  if (manifest->schema_version > workspace.facts().schema_version)
    return fail(ErrorCode::kNewerSchema, file.string(), "schema " + std::to_string(manifest->schema_version));
  return OpenedPackage{*identity, std::move(*manifest), std::move(*payload)};
}

// Within the caller's transaction.
Result<MergeReport> mergeOpened(const Workspace& workspace, const std::filesystem::path& file,
                                const OpenedPackage& package, const Clock& clock, const CancelToken& cancel,
                                const Progress& progress) {
  const Database& db = workspace.db();
  MergeReport report;
  report.manifest = package.manifest;
  const auto found = applyChanges(db, package.payload);
  if (!found) {
    Error error = found.error();
    error.subject = file.string();
    return std::unexpected(std::move(error));
  }
  report.new_steps = found->new_steps;
  report.new_changes = found->new_changes;
  for (const auto& [table, uuid] : found->rows) ++report.rows_by_table[table];
  auto merge = RowMerge::open(db, clock.nowUtcMs());
  if (!merge) return std::unexpected(merge.error());
  if (auto settled = merge->settle(found->rows, cancel, progress); !settled) return std::unexpected(settled.error());
  if (auto finished = merge->finish(); !finished) return std::unexpected(finished.error());
  report.rows = merge->counts();
  const auto open = ConflictStore(db).all(true);
  if (!open) return std::unexpected(open.error());
  report.open_conflicts = static_cast<int>(open->size());
  return report;
}

}  // namespace

Result<PackageManifest> writeChangePackage(const Workspace& workspace, const std::filesystem::path& file,
                                           UuidSource& uuids, const Clock& clock,
                                           std::optional<std::int64_t> after_arrival, const std::string& passphrase,
                                           const CancelToken& cancel) {
  const Database& db = workspace.db();
  const auto identity = ownIdentity(workspace, passphrase);
  if (!identity) return std::unexpected(identity.error());
  const auto batch = changesSince(db, after_arrival.value_or(identity->base_arrival));
  if (!batch) return std::unexpected(batch.error());
  if (batch->steps == 0) return fail(ErrorCode::kNoData, workspace.folder().string(), "nothing was changed");
  PackageManifest manifest;
  manifest.package_uuid = uuids.next();
  manifest.seat = identity->seat;
  manifest.workspace_code = workspace.facts().city_code;
  manifest.schema_version = workspace.facts().schema_version;
  manifest.made_utc_ms = clock.nowUtcMs();
  manifest.first_utc_ms = batch->first_utc_ms;
  manifest.last_utc_ms = batch->last_utc_ms;
  manifest.steps = batch->steps;
  manifest.changes = batch->changes;
  auto pictures = picturesSince(db, after_arrival.value_or(identity->base_arrival));
  if (!pictures) return std::unexpected(pictures.error());
  const std::filesystem::path picture_folder = pictureFolder(workspace.folder());
  manifest.pictures_absent = static_cast<int>(
      std::erase_if(*pictures, [&](const Picture& picture) { return !hasPicture(picture_folder, picture); }));
  manifest.pictures = static_cast<int>(pictures->size());
  const auto package = sealPackage(*identity, manifest, batch->changeset);
  if (!package) return std::unexpected(package.error());
  if (auto written = writePackage(file, *package,
                                  pictureRecords(picture_folder, std::move(*pictures), identity->shared_key), cancel);
      !written)
    return std::unexpected(written.error());
  return manifest;
}

Result<MergeReport> mergeChangePackage(const Workspace& workspace, const std::filesystem::path& file,
                                       const Clock& clock, const CancelToken& cancel, const Progress& progress,
                                       const std::string& passphrase) {
  const auto package = openedPackage(workspace, file, passphrase);
  if (!package) return std::unexpected(package.error());
  const std::filesystem::path picture_folder = pictureFolder(workspace.folder());
  // Pictures are the most of a package that has any.
  const double before = package->manifest.pictures > 0 ? kPictureShare : 0;
  const auto pictures =
      takePictures(file, package->reader, picture_folder, package->manifest.pictures, cancel, [&](double ratio) {
        if (progress) progress(before * ratio);
      });
  if (!pictures) return std::unexpected(pictures.error());
  Result<MergeReport> report = MergeReport{};
  const auto merged = workspace.db().transaction([&]() -> Result<void> {
    report = mergeOpened(workspace, file, *package, clock, cancel, [&](double ratio) {
      if (progress) progress(before + (1 - before) * ratio);
    });
    if (!report) return std::unexpected(report.error());
    return FieldStore(workspace.db())
        .addPackage(package->manifest, clock.nowUtcMs(), report->new_steps, report->rows.new_conflicts);
  });
  if (!merged) return std::unexpected(merged.error());
  report->pictures = *pictures;
  auto missing = picturesMissing(workspace.db(), workspace.folder());
  if (!missing) return std::unexpected(missing.error());
  if (!missing->empty()) {
    // The rows are merged whatever becomes of this.
    const auto came = fetchPictures(*missing, picture_folder, {std::filesystem::absolute(file).parent_path()}, cancel);
    if (came) report->pictures.stored += *came;
    missing = picturesMissing(workspace.db(), workspace.folder());
    if (!missing) return std::unexpected(missing.error());
  }
  report->pictures_missing = static_cast<int>(missing->size());
  return report;
}

Result<MergeReport> previewChangePackage(const Workspace& workspace, const std::filesystem::path& file,
                                         const Clock& clock, const CancelToken& cancel, const Progress& progress,
                                         const std::string& passphrase) {
  const auto package = openedPackage(workspace, file, passphrase);
  if (!package) return std::unexpected(package.error());
  Result<MergeReport> report = MergeReport{};
  const auto taken_back = workspace.db().transaction([&]() -> Result<void> {
    report = mergeOpened(workspace, file, *package, clock, cancel, progress);
    return fail(ErrorCode::kCancelled, file.string(), "a preview");
  });
  // A transaction that did not even begin says why.
  if (report && taken_back.error().code != ErrorCode::kCancelled) return std::unexpected(taken_back.error());
  if (!report) return report;
  const auto pictures = countPictures(file, pictureFolder(workspace.folder()), package->manifest.pictures);
  if (!pictures) return std::unexpected(pictures.error());
  report->pictures = *pictures;
  return report;
}

std::vector<FoundPackage> findPackages(const std::vector<std::filesystem::path>& folders) {
  namespace fs = std::filesystem;
  std::vector<FoundPackage> found;
  for (const fs::path& folder : folders) {
    std::error_code failed;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, failed), end;
    for (; !failed && at != end; at.increment(failed)) {
      if (at.depth() > 0) at.disable_recursion_pending();
      std::error_code unreadable;
      if (at->path().extension() != kPackageEnding || !at->is_regular_file(unreadable)) continue;
      const auto bytes = readPackage(at->path());
      found.push_back({at->path(), bytes ? static_cast<std::int64_t>(at->file_size(unreadable)) : 0,
                       bytes ? packageManifest(*bytes) : std::unexpected(bytes.error())});
    }
  }
  std::ranges::sort(found, {}, &FoundPackage::file);
  // Not std::ranges::unique: clang 14, which the fuzz targets are built with, does not understand its answer.
  const auto same_file = [](const FoundPackage& a, const FoundPackage& b) { return a.file == b.file; };
  found.erase(std::unique(found.begin(), found.end(), same_file), found.end());
  return found;
}

Result<ConflictSides> conflictSides(const Database& db, const Conflict& conflict) {
  ConflictSides sides;
  sides.conflict = conflict;
  auto rows = CensusRowStore::open(db);
  if (!rows) return std::unexpected(rows.error());
  const auto row = rows->read(conflict.table, conflict.row_uuid);
  if (!row) return std::unexpected(row.error());
  if (*row)
    if (const auto cell = (*row)->find(conflict.column); cell != (*row)->end()) sides.here = cell->second;
  EditLogStore log(db);
  auto changes = log.changesOfRow(conflict.row_uuid);
  if (!changes) return std::unexpected(changes.error());
  if (conflict.column.empty()) {
    sides.sides = std::move(*changes);
    return sides;
  }
  const std::vector<ChangeId> heads = headsOf(*changes, conflict.column);
  for (const DatedChange& dated : *changes)
    if (std::ranges::find(heads, dated.change.id) != heads.end()) sides.sides.push_back(dated);
  if (!sides.sides.empty()) sides.base = sides.sides.front().change.old_value;
  return sides;
}

Result<void> decideConflict(const Database& db, UuidSource& uuids, const Clock& clock, const EditAuthor& author,
                            const Conflict& conflict, const Decision& decision) {
  if (!conflict.decided_step.empty()) return fail(ErrorCode::kNoData, conflict.table, conflict.row_uuid);
  const StepPlan plan{author, StepKind::kDecide, {}, decision.reason};
  const auto done = RowEditor::edit(db, uuids, clock, plan, [&](RowEditor& editor) -> Result<void> {
    const auto changes = editor.log().changesOfRow(conflict.row_uuid);
    if (!changes) return std::unexpected(changes.error());
    const auto before = editor.rows().read(conflict.table, conflict.row_uuid);
    if (!before) return std::unexpected(before.error());
    EditChange change{{}, conflict.table, conflict.row_uuid, conflict.column, {}, {}, {}};
    if (decision.kind == Decision::Kind::kValue) {
      if (conflict.column.empty()) return fail(ErrorCode::kInvalidArgument, conflict.table, "the whole row is asked");
      if (*before) change.old_value = (*before)->find(conflict.column)->second;
      change.new_value = decision.value;
      change.parents = headsOf(*changes, conflict.column);
    } else {
      const bool keep = decision.kind == Decision::Kind::kKeepRow;
      change.column = keep ? kRowCame : kRowWent;
      change.parents = headsOf(*changes, {});
      if (*before) (keep ? change.new_value : change.old_value) = packRow(**before);
    }
    if (auto noted = editor.note(std::move(change)); !noted) return noted;
    auto merge = RowMerge::open(db, clock.nowUtcMs());
    if (!merge) return std::unexpected(merge.error());
    if (auto settled = merge->settle({{conflict.table, conflict.row_uuid}}); !settled) return settled;
    // A value that the schema refuses decides nothing.
    const auto open = ConflictStore(db).all(true);
    if (!open) return std::unexpected(open.error());
    for (const Conflict& left : *open)
      if (left.table == conflict.table && left.row_uuid == conflict.row_uuid && left.column == conflict.column)
        return fail(ErrorCode::kInvalidArgument, conflict.table + "." + conflict.column, left.detail);
    return merge->finish();
  });
  if (!done) return std::unexpected(done.error());
  return {};
}

}  // namespace gis
