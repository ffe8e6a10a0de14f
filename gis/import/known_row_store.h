// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/import/mapping.h"
#include "gis/import/target_store.h"
#include "gis/store/database.h"

namespace gis {

// What a row of a file shows of itself to be recognised by.
struct RowMarks {
  std::string uuid;
  std::string code;
  std::string name;
  std::string division_code;  // for tables without geometry
  LonLatBox box;              // empty without geometry
};

// The rows of one table as an import has to know them. One thread.
class KnownRowStore {
 public:
  // Loads what `match` asks for.
  static Result<KnownRowStore> load(const Database& db, const TargetTable& table, const std::vector<MatchBy>& match);

  std::size_t size() const { return m_uuids.size(); }
  const std::string& uuid(std::size_t row) const { return m_uuids[row]; }
  // The row that is meant: by the first of `match` that finds one. A name finds the nearest row within `within_m`; the
  // geometry one of the same box (2 cm).
  std::optional<std::size_t> find(const RowMarks& marks, const std::vector<MatchBy>& match, double within_m) const;
  // The centre of a row with this code or, when only one has it, this name.
  std::optional<LonLat> placeOf(const std::string& code, const std::string& name) const;
  // All rows have marks of their own: loaded with geometry.
  const LonLatBox& box(std::size_t row) const { return m_boxes[row]; }

 private:
  std::optional<std::size_t> findByName(const RowMarks& marks, double within_m) const;
  std::optional<std::size_t> findByBox(const LonLatBox& box) const;

  std::vector<std::string> m_uuids;
  std::vector<LonLatBox> m_boxes;
  std::vector<std::string> m_divisions;
  std::unordered_map<std::string, std::size_t> m_by_uuid;
  std::unordered_map<std::string, std::size_t> m_by_code;
  std::unordered_multimap<std::string, std::size_t> m_by_name;
  std::unordered_multimap<std::uint64_t, std::size_t> m_by_cell;
};

// All values of one column as text, for checking references.
Result<std::vector<std::string>> columnTexts(const Database& db, const std::string& table, const std::string& column);

}  // namespace gis
