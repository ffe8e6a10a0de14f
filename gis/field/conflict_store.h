// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/edit/edit_change.h"
#include "gis/store/database.h"
#include "gis/store/raw_statement.h"

namespace gis {

enum class ConflictKind {
  kValues,     // two changes of one cell that did not know of each other
  kRemoved,    // removed by one, changed by another
  kUnique,     // the value belongs to another row here
  kReference,  // names something that is not here
  kRule,       // another rule of the schema
};

// One question that only a person can decide.
struct Conflict {
  std::string table;
  std::string row_uuid;
  std::string column;  // empty: the whole row
  ConflictKind kind = ConflictKind::kValues;
  std::string detail;
  std::int64_t found_utc_ms = 0;
  std::string owner;         // who looks after it; may be empty
  std::string decided_step;  // empty: open
};

// What is to be decided in a row now.
struct OpenQuestion {
  std::string column;
  ConflictKind kind = ConflictKind::kValues;
  std::string detail;
};

// The table edit_conflict. One thread; the Database must outlive it.
class ConflictStore {
 public:
  explicit ConflictStore(const Database& db) : m_db(&db) {}
  // Oldest first.
  Result<std::vector<Conflict>> all(bool only_open);
  // Makes the open conflicts of a row those of `questions`: new ones are added, those no longer asked are decided by
  // `step`. Returns how many are new.
  Result<int> settle(const std::string& table, const std::string& row_uuid, const std::vector<OpenQuestion>& questions,
                     const std::string& step, std::int64_t now_utc_ms);
  Result<void> setOwner(const Conflict& conflict, const std::string& owner);
  // The rows with open conflicts: all of them, or those that the schema refused.
  Result<std::vector<std::pair<std::string, std::string>>> openRows(bool only_refused);

 private:
  Result<RawStatement*> statement(const char* sql);
  const Database* m_db;
  std::map<std::string, RawStatement, std::less<>> m_statements;
};

std::string_view conflictKindName(ConflictKind kind);

}  // namespace gis
