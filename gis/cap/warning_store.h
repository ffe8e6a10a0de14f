// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/cap/life_line.h"
#include "gis/store/database.h"

namespace gis {

enum class WarningArrival { kNew, kDuplicate, kHeld };

// A warning as it is kept, with where it came from: "file", "rule", "typed: 王岚".
struct StoredWarning {
  Warning12379 warning;
  std::string source;
  std::int64_t received_utc_ms = 0;
};

// The table warning_message: warnings as they came, in whatever way, for the weather room and for call-outs alike.
// Messages are only added. One thread; the Database must outlive it.
class WarningStore {
 public:
  explicit WarningStore(const Database& db) : m_db(&db) {}
  // Keeps a message; `source` says where it came from. A duplicate is not kept again.
  Result<WarningArrival> add(const CapMessage& message, const std::string& source, std::int64_t now_utc_ms);
  // All messages by time sent. None in a workspace of an older schema. Fails with kDamagedFile.
  Result<std::vector<StoredWarning>> all() const;
  // All messages, as life lines.
  Result<LifeLines> lines(std::int64_t now_utc_ms);
  // The latest message of the line that an identifier belongs to. Fails with kUnknownName.
  Result<Warning12379> warning(const std::string& identifier);

 private:
  Result<std::vector<Warning12379>> messages() const;
  const Database* m_db;
};

}  // namespace gis
