// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/keep/table_digest_store.h"

#include <algorithm>
#include <bit>

#include "gis/core/digest.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis {

namespace {

constexpr int kRowsBetweenPolls = 4096;
constexpr std::size_t kMostLines = 20;

Result<std::vector<std::string>> ordinaryTables(const Database& db) {
  return guarded(db, [&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> names;
    // Shadows belong to virtual tables and follow from the ordinary ones. A table's name stands in its sql.
    SQLite::Statement rows(db.sql(),
                           "SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' AND name NOT LIKE "
                           "'sqlite\\_%' ESCAPE '\\' ORDER BY name");
    while (rows.executeStep()) names.push_back(rows.getColumn(0).getString());
    return names;
  });
}

void addCell(Digest& digest, const RawStatement& row, int column) {
  const int type = row.type(column);
  digest.add(static_cast<std::uint64_t>(type));
  if (type == SQLITE_INTEGER) {
    digest.add(static_cast<std::uint64_t>(row.integer(column)));
  } else if (type == SQLITE_FLOAT) {
    digest.add(std::bit_cast<std::uint64_t>(row.real(column)));
  } else if (type == SQLITE_TEXT) {
    digest.add(row.text(column));
  } else if (type == SQLITE_BLOB) {
    digest.add(row.blob(column));
  }
}

Result<TableDigest> digestOf(const Database& db, const std::string& table, const CancelToken& cancel) {
  auto rows = RawStatement::prepare(db, "SELECT * FROM " + sqlName(table));
  if (!rows) return std::unexpected(rows.error());
  TableDigest result;
  Digest digest;
  while (rows->step()) {
    for (int column = 0; column < rows->columns(); ++column) addCell(digest, *rows, column);
    if (++result.rows % kRowsBetweenPolls == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, table);
  }
  if (const auto outcome = rows->outcome(); !outcome) return std::unexpected(outcome.error());
  result.digest = digest.value();
  return result;
}

std::int64_t numberOf(const Database& db, const std::string& sql) { return db.sql().execAndGet(sql).getInt64(); }

// The columns that both have, as a list for SELECT.
std::string commonColumns(const Database& db, const std::string& table, bool& has_uuid) {
  SQLite::Statement names(db.sql(),
                          "SELECT a.name FROM pragma_table_info(?1, 'main') a JOIN pragma_table_info(?1, 'back') b ON "
                          "a.name=b.name ORDER BY a.cid");
  names.bind(1, table);
  std::string list;
  has_uuid = false;
  while (names.executeStep()) {
    const std::string name = names.getColumn(0).getString();
    has_uuid = has_uuid || name == "uuid";
    list += (list.empty() ? "" : ", ") + sqlName(name);
  }
  return list;
}

void countDifferences(const Database& db, TableDifference& difference) {
  bool has_uuid = false;
  const std::string columns = commonColumns(db, difference.table, has_uuid);
  if (columns.empty()) return;
  const std::string now = "main." + sqlName(difference.table), then = "back." + sqlName(difference.table);
  if (!has_uuid) {
    difference.only_now = numberOf(db, "SELECT count(*) FROM (SELECT " + columns + " FROM " + now + " EXCEPT SELECT " +
                                           columns + " FROM " + then + ")");
    difference.only_then = numberOf(db, "SELECT count(*) FROM (SELECT " + columns + " FROM " + then +
                                            " EXCEPT SELECT " + columns + " FROM " + now + ")");
    return;
  }
  difference.only_now =
      numberOf(db, "SELECT count(*) FROM " + now + " WHERE uuid NOT IN (SELECT uuid FROM " + then + ")");
  difference.only_then =
      numberOf(db, "SELECT count(*) FROM " + then + " WHERE uuid NOT IN (SELECT uuid FROM " + now + ")");
  difference.changed = numberOf(db, "SELECT count(*) FROM (SELECT " + columns + " FROM " + now + " EXCEPT SELECT " +
                                        columns + " FROM " + then + ") WHERE uuid IN (SELECT uuid FROM " + then + ")");
}

}  // namespace

Result<TableDigests> digestTables(const Database& db, const CancelToken& cancel, const Progress& progress) {
  const auto names = ordinaryTables(db);
  if (!names) return std::unexpected(names.error());
  TableDigests digests;
  for (std::size_t i = 0; i < names->size(); ++i) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, (*names)[i]);
    const auto digest = digestOf(db, (*names)[i], cancel);
    if (!digest) return std::unexpected(digest.error());
    digests[(*names)[i]] = *digest;
    if (progress) progress(static_cast<double>(i + 1) / static_cast<double>(names->size()));
  }
  return digests;
}

Result<std::string> checkIntegrity(const Database& db) {
  return guarded(db, [&]() -> Result<std::string> {
    std::string trouble;
    std::size_t lines = 0;
    const auto say = [&](const std::string& line) {
      if (lines++ < kMostLines) trouble += (trouble.empty() ? "" : "\n") + line;
    };
    SQLite::Statement integrity(db.sql(), "PRAGMA integrity_check(20)");
    while (integrity.executeStep())
      if (const std::string line = integrity.getColumn(0).getString(); line != "ok") say(line);
    SQLite::Statement keys(db.sql(), "PRAGMA foreign_key_check");
    while (keys.executeStep() && lines < kMostLines)
      say(keys.getColumn(0).getString() + " row " + keys.getColumn(1).getString() + ": no such " +
          keys.getColumn(2).getString());
    return trouble;
  });
}

Result<std::vector<TableDifference>> compareTables(const Database& now, const std::string& then_file,
                                                   const TableDigests& digests_now, const TableDigests& digests_then,
                                                   const CancelToken& cancel) {
  return guarded(now, [&]() -> Result<std::vector<TableDifference>> {
    SQLite::Statement attach(now.sql(), "ATTACH ?1 AS back");
    attach.bind(1, "file:" + then_file + "?mode=ro");
    attach.exec();
    struct Detach {
      SQLite::Database& db;
      ~Detach() { db.tryExec("DETACH back"); }
    } const detach{now.sql()};
    std::vector<TableDifference> differences;
    SQLite::Statement title(now.sql(), "SELECT identifier FROM main.gpkg_contents WHERE table_name=?");
    std::map<std::string, std::pair<const TableDigest*, const TableDigest*>> tables;
    for (const auto& [name, digest] : digests_now) tables[name].first = &digest;
    for (const auto& [name, digest] : digests_then) tables[name].second = &digest;
    for (const auto& [name, both] : tables) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, name);
      const auto& [here, there] = both;
      if (here && there && *here == *there) continue;
      TableDifference difference;
      difference.table = name;
      difference.rows_now = here ? here->rows : 0, difference.rows_then = there ? there->rows : 0;
      title.bind(1, name);
      if (title.executeStep()) difference.title = title.getColumn(0).getString();
      title.reset();
      if (!here || !there) {
        difference.only_now = difference.rows_now, difference.only_then = difference.rows_then;
      } else {
        countDifferences(now, difference);
      }
      differences.push_back(difference);
    }
    std::stable_partition(differences.begin(), differences.end(),
                          [](const TableDifference& one) { return !one.title.empty(); });
    return differences;
  });
}

}  // namespace gis
