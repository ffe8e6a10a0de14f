// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/known_row_store.h"

#include <algorithm>
#include <cmath>

#include "gis/geo/geodesic.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis {

namespace {

constexpr double kCellDeg = 1e-6;     // 0.1 m
constexpr double kSameBoxDeg = 2e-7;  // 2 cm

std::int64_t cellNumber(double deg) { return std::llround(deg / kCellDeg); }

std::uint64_t cellKey(std::int64_t x, std::int64_t y) {
  return static_cast<std::uint64_t>(x) * 0x9e3779b97f4a7c15ULL + static_cast<std::uint64_t>(y);
}

bool asks(const std::vector<MatchBy>& match, MatchBy by) { return std::ranges::find(match, by) != match.end(); }

bool near(double a, double b) { return std::abs(a - b) <= kSameBoxDeg; }

}  // namespace

Result<KnownRowStore> KnownRowStore::load(const Database& db, const TargetTable& table,
                                          const std::vector<MatchBy>& match) {
  const bool by_name = asks(match, MatchBy::kNameAndPlace) && table.find("name") != nullptr;
  const bool by_code = asks(match, MatchBy::kCode) && !table.key_column.empty();
  const bool by_box = asks(match, MatchBy::kGeometry) && table.has_geometry;
  const bool places = table.has_geometry && (by_name || by_box || by_code);
  const auto column = [&](bool wanted, const std::string& name) {
    return wanted ? sqlName(name) : std::string("NULL");
  };
  const std::string sql =
      fmt::format("SELECT uuid, {}, {}, {}, {} FROM {} ORDER BY fid", column(by_code, table.key_column),
                  column(by_name, "name"), column(table.find("division_code") != nullptr && by_name, "division_code"),
                  column(places, table.geometry_column), sqlName(table.name));
  auto rows = RawStatement::prepare(db, sql);
  if (!rows) return std::unexpected(rows.error());
  KnownRowStore known;
  while (rows->step()) {
    const std::size_t row = known.m_uuids.size();
    known.m_uuids.emplace_back(rows->text(0));
    if (asks(match, MatchBy::kUuid)) known.m_by_uuid.emplace(known.m_uuids.back(), row);
    if (by_code && !rows->isNull(1)) known.m_by_code.emplace(rows->text(1), row);
    if (by_name && !rows->text(2).empty()) known.m_by_name.emplace(rows->text(2), row);
    if (by_name) known.m_divisions.emplace_back(rows->text(3));
    if (!places) continue;
    const auto box = geometryBounds(rows->blob(4));
    known.m_boxes.push_back(box ? *box : LonLatBox{});
    if (!by_box || known.m_boxes.back().empty()) continue;
    const LonLat centre = known.m_boxes.back().centre();
    known.m_by_cell.emplace(cellKey(cellNumber(centre.lon_deg), cellNumber(centre.lat_deg)), row);
  }
  if (auto outcome = rows->outcome(); !outcome) return std::unexpected(outcome.error());
  return known;
}

std::optional<std::size_t> KnownRowStore::find(const RowMarks& marks, const std::vector<MatchBy>& match,
                                               double within_m) const {
  for (const MatchBy by : match) {
    std::optional<std::size_t> found;
    if (by == MatchBy::kUuid && !marks.uuid.empty()) {
      if (const auto at = m_by_uuid.find(marks.uuid); at != m_by_uuid.end()) found = at->second;
    } else if (by == MatchBy::kCode && !marks.code.empty()) {
      if (const auto at = m_by_code.find(marks.code); at != m_by_code.end()) found = at->second;
      // Another code is another thing, whatever it is called and wherever it lies.
      if (!found) return std::nullopt;
    } else if (by == MatchBy::kNameAndPlace && !marks.name.empty()) {
      found = findByName(marks, within_m);
    } else if (by == MatchBy::kGeometry && marks.name.empty() && !marks.box.empty()) {
      found = findByBox(marks.box);
    }
    if (found) return found;
  }
  return std::nullopt;
}

std::optional<std::size_t> KnownRowStore::findByName(const RowMarks& marks, double within_m) const {
  std::optional<std::size_t> nearest;
  double nearest_m = within_m;
  const auto [first, last] = m_by_name.equal_range(marks.name);
  for (auto at = first; at != last; ++at) {
    if (m_boxes.empty() || marks.box.empty()) {
      if (m_divisions[at->second] == marks.division_code) return at->second;
      continue;
    }
    const double apart_m = geodesicBetween(m_boxes[at->second].centre(), marks.box.centre()).dist_m;
    if (apart_m <= nearest_m) nearest = at->second, nearest_m = apart_m;
  }
  return nearest;
}

std::optional<std::size_t> KnownRowStore::findByBox(const LonLatBox& box) const {
  // Most centres are further from the next cell than boxes may differ: one cell is asked then.
  const LonLat centre = box.centre();
  for (std::int64_t x = cellNumber(centre.lon_deg - kSameBoxDeg); x <= cellNumber(centre.lon_deg + kSameBoxDeg); ++x)
    for (std::int64_t y = cellNumber(centre.lat_deg - kSameBoxDeg); y <= cellNumber(centre.lat_deg + kSameBoxDeg);
         ++y) {
      const auto [first, last] = m_by_cell.equal_range(cellKey(x, y));
      for (auto at = first; at != last; ++at) {
        const LonLatBox& known = m_boxes[at->second];
        if (near(known.west_deg, box.west_deg) && near(known.east_deg, box.east_deg) &&
            near(known.south_deg, box.south_deg) && near(known.north_deg, box.north_deg))
          return at->second;
      }
    }
  return std::nullopt;
}

std::optional<LonLat> KnownRowStore::placeOf(const std::string& code, const std::string& name) const {
  if (m_boxes.empty()) return std::nullopt;
  if (const auto at = m_by_code.find(code); !code.empty() && at != m_by_code.end()) return m_boxes[at->second].centre();
  if (name.empty() || m_by_name.count(name) != 1) return std::nullopt;
  return m_boxes[m_by_name.find(name)->second].centre();
}

Result<std::vector<std::string>> columnTexts(const Database& db, const std::string& table, const std::string& column) {
  auto rows = RawStatement::prepare(db, fmt::format("SELECT {} FROM {}", sqlName(column), sqlName(table)));
  if (!rows) return std::unexpected(rows.error());
  std::vector<std::string> texts;
  while (rows->step())
    if (!rows->isNull(0)) texts.emplace_back(rows->text(0));
  if (auto outcome = rows->outcome(); !outcome) return std::unexpected(outcome.error());
  return texts;
}

}  // namespace gis
