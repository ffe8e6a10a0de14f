// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/uuid.h"
#include "gis/edit/edit_change.h"
#include "gis/field/conflict_store.h"
#include "gis/field/field_store.h"
#include "gis/field/package_pictures.h"
#include "gis/field/row_merge.h"
#include "gis/store/workspace.h"

namespace gis {

struct MergeReport {
  PackageManifest manifest;
  int new_steps = 0;  // 0: the package was known
  int new_changes = 0;
  MergeCounts rows;
  int open_conflicts = 0;                    // in the workspace now
  std::map<std::string, int> rows_by_table;  // rows of which the package holds something new
  PictureCounts pictures;                    // of the package
  int pictures_missing = 0;                  // photographs that rows here show and that are not here
};

// Writes what was done here since the workspace was prepared (in an office: since `after_arrival`) as a change package,
// with the photographs that were added; one that is not here is only counted in the manifest. kNoData when there is
// nothing; kInvalidArgument for a workspace that never was part of field work; as unlockKeys().
Result<PackageManifest> writeChangePackage(const Workspace& workspace, const std::filesystem::path& file,
                                           UuidSource& uuids, const Clock& clock,
                                           std::optional<std::int64_t> after_arrival = {},
                                           const std::string& passphrase = {}, const CancelToken& cancel = {});

// Merges one package, in one transaction: all of it or nothing. The same package twice is once, and packages may come
// in any order. Its photographs are stored before: a row never says that it has one which was left behind by a kill,
// and the same package once more brings those that did not arrive; what is still missing then is looked for in the
// workspaces beside the package. Fails as openPackage does, with kForeignPackage for another city's, and kNewerSchema.
Result<MergeReport> mergeChangePackage(const Workspace& workspace, const std::filesystem::path& file,
                                       const Clock& clock, const CancelToken& cancel = {},
                                       const Progress& progress = {}, const std::string& passphrase = {});
// What merging it now would do: the same, in a transaction that is taken back.
Result<MergeReport> previewChangePackage(const Workspace& workspace, const std::filesystem::path& file,
                                         const Clock& clock, const CancelToken& cancel = {},
                                         const Progress& progress = {}, const std::string& passphrase = {});

// The files that may be change packages in some folders and one level below (*.fspk), by name, each with what it says
// of itself; nothing is believed of it before it is merged. Folders that cannot be read are passed over.
struct FoundPackage {
  std::filesystem::path file;
  std::int64_t bytes = 0;
  Result<PackageManifest> manifest;
};
std::vector<FoundPackage> findPackages(const std::vector<std::filesystem::path>& folders);

// One conflict with what was said on each side.
struct ConflictSides {
  Conflict conflict;
  CellValue here;                  // what the row holds now
  CellValue base;                  // what it was before (values only)
  std::vector<DatedChange> sides;  // the changes that do not know of each other; the latest last
};
Result<ConflictSides> conflictSides(const Database& db, const Conflict& conflict);

// What a person decided.
struct Decision {
  enum class Kind { kValue, kKeepRow, kRemoveRow } kind = Kind::kValue;
  CellValue value;
  std::string reason;
};
// Logs the decision as a step that knows all sides, and makes the row accordingly. Fails with kNoData (no such open
// conflict), kInvalidArgument (the schema refuses the value; nothing is decided then).
Result<void> decideConflict(const Database& db, UuidSource& uuids, const Clock& clock, const EditAuthor& author,
                            const Conflict& conflict, const Decision& decision);

}  // namespace gis
