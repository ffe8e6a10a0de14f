// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/picture/picture_store.h"

#include <algorithm>

#include "gis/store/raw_statement.h"

namespace gis {

namespace {

Result<std::vector<Picture>> read(const Database& db, const char* where, std::int64_t number) {
  std::vector<Picture> pictures;
  auto known = RawStatement::prepare(db, "SELECT 1 FROM sqlite_schema WHERE type='table' AND name='photo'");
  if (!known) return std::unexpected(known.error());
  const bool there = known->step();
  if (auto done = known->outcome(); !done) return std::unexpected(done.error());
  if (!there) return pictures;
  auto rows = RawStatement::prepare(
      db, std::string("SELECT DISTINCT sha256, kind, size_bytes FROM photo ") + where + " ORDER BY sha256");
  if (!rows) return std::unexpected(rows.error());
  if (number >= 0) rows->bind(1, number);
  while (rows->step()) pictures.push_back({std::string(rows->text(0)), std::string(rows->text(1)), rows->integer(2)});
  if (auto done = rows->outcome(); !done) return std::unexpected(done.error());
  return pictures;
}

}  // namespace

Result<std::vector<Picture>> picturesShown(const Database& db) { return read(db, "", -1); }

Result<std::vector<Picture>> picturesSince(const Database& db, std::int64_t after_arrival) {
  // The order in which steps arrived is that of their rowids.
  return read(db,
              "WHERE uuid IN (SELECT c.row_uuid FROM edit_step s JOIN edit_change c ON c.step_uuid=s.step_uuid"
              " WHERE s.rowid>?1 AND c.table_name='photo')",
              after_arrival);
}

Result<std::vector<Picture>> picturesMissing(const Database& db, const std::filesystem::path& workspace_folder) {
  auto pictures = picturesShown(db);
  if (!pictures) return pictures;
  std::erase_if(*pictures, [folder = pictureFolder(workspace_folder)](const Picture& picture) {
    return hasPicture(folder, picture);
  });
  return pictures;
}

}  // namespace gis
