// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/fields/table_fields.h"
#include "gis/core/cancel.h"
#include "gis/field/conflict_view_store.h"
#include "gis/field/field_store.h"
#include "gis/field/field_sync.h"
#include "gis/field/field_workspace_store.h"
#include "gis/store/code_store.h"
#include "gis/table/table_schema.h"
#include "layers/vector/catalogue.h"

namespace app {

// What jobs of the field room do: all synchronous, each opens the workspace for itself, any thread.

// How the columns of a table are called.
struct NamedTable {
  gis::TableSchema schema;
  TableFields fields;
  const layers::InspectorField* find(const std::string& column) const;
  QString columnName(const std::string& column, const QString& language) const;
  QString title(const QString& language) const { return fields.title.text(language); }
};

// The workspace's part in field work now.
struct FieldState {
  std::string seat;  // of this workspace; empty: no laptop was ever prepared
  bool is_office = false;
  bool locked = false;         // its keys need a passphrase
  std::int64_t own_steps = 0;  // made here since the laptop was prepared
  std::vector<gis::FieldSeat> seats;
  std::vector<gis::MergedPackage> packages;
  std::vector<gis::ConflictRow> conflicts;
  std::map<std::string, NamedTable> tables;           // those with conflicts
  std::map<std::string, std::string> division_names;  // of the seats' areas, by code
};
gis::Result<FieldState> readFieldState(const std::filesystem::path& folder,
                                       const std::vector<layers::CatalogueEntry>& entries, bool with_decided);

// One conflict to be shown, with who has the value that only one row may have.
struct ConflictView {
  gis::ConflictSides sides;
  std::string holder;  // name of that other row
};
gis::Result<ConflictView> readConflict(const std::filesystem::path& folder, const gis::Conflict& conflict);

gis::Result<void> decide(const std::filesystem::path& folder, const gis::EditAuthor& author,
                         const gis::Conflict& conflict, const gis::Decision& decision);
gis::Result<void> setConflictOwner(const std::filesystem::path& folder, const gis::Conflict& conflict,
                                   const std::string& owner);

// What a person typed as a cell of a column: a number where the column holds numbers. Fails with kInvalidArgument.
gis::Result<gis::CellValue> typedValue(const NamedTable& table, const std::string& column, const QString& text);

gis::Result<gis::FieldCopy> prepareLaptop(const std::filesystem::path& folder, const std::filesystem::path& target,
                                          const gis::FieldPlan& plan, const gis::EditAuthor& author,
                                          const gis::CancelToken& cancel, const gis::Progress& progress);

gis::Result<gis::PackageManifest> writePackage(const std::filesystem::path& folder, const std::filesystem::path& file,
                                               const std::string& passphrase, const gis::CancelToken& cancel = {});

// The packages in some folders, each with what merging it would do now (or why it cannot be merged).
struct OfferedPackage {
  gis::FoundPackage found;
  std::optional<gis::Result<gis::MergeReport>> preview;
};
gis::Result<std::vector<OfferedPackage>> offeredPackages(const std::filesystem::path& folder,
                                                         const std::vector<std::filesystem::path>& places,
                                                         const std::string& passphrase, const gis::CancelToken& cancel,
                                                         const gis::Progress& progress);

// Copies the database, then merges the packages one by one, each whole or not at all. Those before a failure or a
// cancel stay merged; `outcomes` has one a package that was begun.
struct MergedAll {
  std::vector<gis::Result<gis::MergeReport>> outcomes;
  std::optional<gis::Error> error;  // of the copy
};
MergedAll mergePackages(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files,
                        const std::string& passphrase, const gis::CancelToken& cancel, const gis::Progress& progress);

}  // namespace app
