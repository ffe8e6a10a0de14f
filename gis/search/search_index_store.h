// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// One thing that a search found.
struct SearchHit {
  std::string name;
  std::string table;  // of the workspace; together with fid the row
  std::int64_t fid = 0;
  std::string code;     // business code, may be empty
  std::string context;  // names of the divisions it lies in, "长治市 沁源县"
  std::string note;     // of a person: post, unit, phones
  std::optional<LonLat> where;
  double span_m = 0;  // a sensible width to show, 0: unknown
};

// Hits of one table, best first.
struct SearchGroup {
  std::string table;
  std::vector<SearchHit> hits;
  bool more = false;  // than are listed
};

// Finds every named thing of a workspace by any part of its name, by its code, by pinyin or initials, people also by
// phone. The index is a file of its own, cache/search.sqlite: safe to delete, made again when it is missing, of another
// version or behind (each table's mark in layer_revision, or its rows' last change where no mark is kept). What it
// holds of people is what the workspace beside it holds; nothing that is looked for is written anywhere. One thread per
// object; several programs may share the file.
class SearchIndexStore {
 public:
  // For reading: fails with kNotFound when there is none of this version yet. For writing makes one; fails with
  // kPermissionDenied where the folder cannot be written (PlaceStore then still finds places), kFileLocked.
  static Result<SearchIndexStore> open(const std::filesystem::path& workspace_folder, OpenMode mode);
  SearchIndexStore(SearchIndexStore&&) noexcept = default;

  // Tables whose entries are not as the workspace has them.
  Result<std::vector<std::string>> behind(const Database& workspace) const;
  // Brings the index up to date, table by table; each is complete or as it was. About a second for 30,000 names. Fails
  // with kCancelled, kDiskFull, kFileLocked.
  Result<void> refresh(const Database& workspace, const CancelToken& cancel = {}, const Progress& progress = {}) const;
  // Groups by table, the one with the best hit first; at most so many hits of each. A few milliseconds.
  Result<std::vector<SearchGroup>> search(const std::string& typed, std::size_t hits_per_table = 5) const;

 private:
  explicit SearchIndexStore(Database db) : m_db(std::move(db)) {}
  Database m_db;
};

}  // namespace gis
