// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/place_store.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <set>
#include <tuple>

#include "gis/store/geopackage_blob.h"
#include "gis/store/raw_statement.h"

namespace gis {
namespace {

// A table that is searched. Empty text: the table has no such column. Indexes named *_search cover what is read here
// of the tables with large geometries.
struct Source {
  const char* table;
  const char* code;      // what the user may type as a code
  const char* pinyin;    // column of initials
  const char* division;  // column that leads to the parents
  const char* lon;       // explicit position, else it comes from the geometry
  const char* lat;
  // Of what lies in many pieces under one name; it is offered once.
  const char* piece_name = "";   // column of the name
  const char* piece_class = "";  // less is more important
  const char* needs = "";        // index without which a search takes too long: an older file may lack it
};

constexpr Source kSources[] = {
    {"division", "code", "pinyin_initials", "parent_code", "seat_lon_deg", "seat_lat_deg"},
    {"settlement", "", "pinyin_initials", "division_code", "", ""},
    {"river_reach", "", "", "", "", "", "name", "level", "river_reach_search"},
    {"reservoir", "", "", "division_code", "dam_lon_deg", "dam_lat_deg"},
    {"geohazard_point", "hazard_code", "", "division_code", "", ""},
    {"catchment", "catchment_code", "", "division_code", "outlet_lon_deg", "outlet_lat_deg"},
    {"monitoring_station", "station_code", "", "division_code", "", ""},
    {"school", "", "", "division_code", "", ""},
    {"hospital", "", "", "division_code", "", ""},
    {"care_home", "", "", "division_code", "", ""},
    {"tourist_site", "", "", "division_code", "", ""},
    {"shelter", "", "", "division_code", "", ""},
    {"depot", "", "", "division_code", "", ""},
    {"rescue_team", "", "", "division_code", "", ""},
    {"tailings_pond", "", "", "division_code", "", ""},
    {"check_dam", "", "", "division_code", "", ""},
    {"mine", "", "", "division_code", "", ""},
    {"hazchem_site", "", "", "division_code", "", ""},
    {"bridge", "", "", "division_code", "", ""},
    {"lookout", "", "", "division_code", "", ""},
    {"helipad", "", "", "division_code", "", ""},
    {"road", "", "", "", "", "", "name", "class", "road_search"},
    {"road", "", "", "", "", "", "road_code", "class", "road_number_search"},
    {"fault", "", "", "", "", ""},
    {"historical_disaster", "", "", "", "", ""},
};

struct Hit {
  int rank = 0;  // 0 exact, 1 prefix, 2 inside
  std::size_t source = 0;
  std::int64_t length = 0;
  std::int64_t fid = 0;
  std::string name;
  std::string code;
  std::int64_t weight = 0;  // of pieces: class, then the longest first
  double minus_length_m = 0;
  auto order() const { return std::tie(rank, source, weight, minus_length_m, length, code, name, fid); }
};

std::string trimmedLower(const std::string& text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string::npos) return {};
  std::string result = text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool isDigits(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string piecesSql(const Source& source) {
  const std::string name = sqlName(source.piece_name);
  return fmt::format(
      "SELECT min(fid), {0}, '', length({0}), CASE WHEN lower({0})=?1 THEN 0 WHEN substr(lower({0}),1,length(?1))=?1 "
      "THEN 1 ELSE 2 END AS rank, min({1}) AS weight, -sum(length_m) AS minus_m FROM {2} INDEXED BY {3} WHERE {0}<>'' "
      "AND instr(lower({0}),?1)>0 GROUP BY {0} ORDER BY rank, weight, minus_m, {0} LIMIT ?2",
      name, sqlName(source.piece_class), sqlName(source.table), sqlName(source.needs));
}

std::string searchSql(const Source& source, bool digits) {
  if (*source.piece_name) return piecesSql(source);
  const std::string table = sqlName(source.table);
  const std::string code = *source.code ? sqlName(source.code) : "''";
  std::string exact = "lower(name)=?1";
  std::string prefix = "substr(lower(name),1,length(?1))=?1";
  if (*source.pinyin && !digits) {
    exact += fmt::format(" OR {}=?1", sqlName(source.pinyin));
    prefix += fmt::format(" OR substr({},1,length(?1))=?1", sqlName(source.pinyin));
  }
  if (*source.code && digits) {
    // "140431" means 140431000000: division codes are padded with zeros.
    exact += fmt::format(" OR {0}=?1 OR {0}=substr(?1||'000000000000',1,12)", code);
    prefix += fmt::format(" OR substr({},1,length(?1))=?1", code);
  }
  return fmt::format(
      "SELECT * FROM (SELECT fid, name, {} AS code, length(name) AS len, CASE WHEN {} THEN 0 WHEN {} THEN 1 WHEN "
      "instr(lower(name),?1)>0 THEN 2 ELSE 3 END AS rank, 0, 0.0 FROM {}) WHERE rank<3 ORDER BY rank, len, code, name, "
      "fid "
      "LIMIT ?2",
      code, exact, prefix, table);
}

// A box's larger side on the ground, by the mean radius of the Earth (a width to show, not a measurement).
double spanOf(const LonLatBox& box) {
  constexpr double kMetresPerDegree = 6371008.8 * std::numbers::pi / 180;
  const double width = (box.east_deg - box.west_deg) * std::cos(box.centre().lat_deg * std::numbers::pi / 180);
  return std::max(width, box.north_deg - box.south_deg) * kMetresPerDegree;
}

// Where to look: the point, the middle vertex of a line, the middle of a polygon's box.
LonLat middleOf(const FeatureColumns& geometry, const LonLatBox& box) {
  if (geometry.kind == GeometryKind::kPolygon) return box.centre();
  const std::size_t vertex = geometry.vertexCount() / 2;
  return {geometry.xy[2 * vertex], geometry.xy[2 * vertex + 1]};
}

Result<std::string> contextOf(const Database& db, const std::string& division_code) {
  auto parents = RawStatement::prepare(
      db,
      "WITH RECURSIVE up(code, parent, name, n) AS (SELECT code, parent_code, name, 0 FROM division WHERE code=?1 "
      "UNION ALL SELECT d.code, d.parent_code, d.name, n+1 FROM division d JOIN up ON d.code=up.parent WHERE n<8) "
      "SELECT name FROM up ORDER BY n DESC");
  if (!parents) return std::unexpected(parents.error());
  parents->bind(1, std::string_view(division_code));
  std::string context;
  while (parents->step()) {
    if (!context.empty()) context += ' ';
    context += parents->text(0);
  }
  if (auto done = parents->outcome(); !done) return std::unexpected(done.error());
  return context;
}

// Of all pieces of a name: the vertex nearest to the middle of their box, and a width that holds them all from there.
Result<std::optional<Place>> placeOfPieces(const Database& db, const Hit& hit) {
  const Source& source = kSources[hit.source];
  auto rows = RawStatement::prepare(
      db, fmt::format("SELECT geom FROM {} INDEXED BY {} WHERE {}=?1 AND {}<>''", sqlName(source.table),
                      sqlName(source.needs), sqlName(source.piece_name), sqlName(source.piece_name)));
  if (!rows) return std::unexpected(rows.error());
  rows->bind(1, std::string_view(hit.name));
  FeatureColumns pieces;
  while (rows->step())
    if (FeatureColumns piece; decodeGeometry(rows->blob(0), piece))
      pieces.xy.insert(pieces.xy.end(), piece.xy.begin(), piece.xy.end());
  if (auto done = rows->outcome(); !done) return std::unexpected(done.error());
  if (pieces.xy.empty()) return std::optional<Place>();
  LonLatBox box;
  for (std::size_t i = 0; i < pieces.xy.size(); i += 2) box.add({pieces.xy[i], pieces.xy[i + 1]});
  const LonLat middle = box.centre();
  const double squeeze_ratio = std::cos(middle.lat_deg * std::numbers::pi / 180);
  LonLat where = middle;
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < pieces.xy.size(); i += 2) {
    const double distance =
        std::hypot((pieces.xy[i] - middle.lon_deg) * squeeze_ratio, pieces.xy[i + 1] - middle.lat_deg);
    if (distance < nearest) nearest = distance, where = {pieces.xy[i], pieces.xy[i + 1]};
  }
  LonLatBox around = box;  // as wide on either side of the place
  for (const double side : {-1.0, 1.0})
    around.add({where.lon_deg + side * std::max(where.lon_deg - box.west_deg, box.east_deg - where.lon_deg),
                where.lat_deg + side * std::max(where.lat_deg - box.south_deg, box.north_deg - where.lat_deg)});
  return Place{hit.name, source.table, {}, {}, where, spanOf(around)};
}

// Nothing when the place has no position.
Result<std::optional<Place>> placeOf(const Database& db, const Hit& hit) {
  const Source& source = kSources[hit.source];
  if (*source.piece_name) return placeOfPieces(db, hit);
  const std::string lon = *source.lon ? sqlName(source.lon) : "NULL";
  const std::string lat = *source.lat ? sqlName(source.lat) : "NULL";
  const std::string division = *source.division ? sqlName(source.division) : "NULL";
  auto row = RawStatement::prepare(
      db, fmt::format("SELECT geom, {}, {}, {} FROM {} WHERE fid=?", lon, lat, division, sqlName(source.table)));
  if (!row) return std::unexpected(row.error());
  row->bind(1, hit.fid);
  if (!row->step()) {
    if (auto done = row->outcome(); !done) return std::unexpected(done.error());
    return std::optional<Place>();
  }
  Place place{hit.name, source.table, hit.code, {}, {}, 0};
  FeatureColumns geometry;
  const bool drawn = !row->isNull(0) && decodeGeometry(row->blob(0), geometry);
  LonLatBox box;
  for (std::size_t i = 0; i < geometry.xy.size(); i += 2) box.add({geometry.xy[i], geometry.xy[i + 1]});
  if (drawn) place.span_m = spanOf(box);
  if (!row->isNull(1) && !row->isNull(2))
    place.where = {row->real(1), row->real(2)};
  else if (drawn)
    place.where = middleOf(geometry, box);
  else
    return std::optional<Place>();
  const std::string division_code = row->isNull(3) ? std::string() : std::string(row->text(3));
  if (!division_code.empty()) {
    auto context = contextOf(db, division_code);
    if (!context) return std::unexpected(context.error());
    place.context = std::move(*context);
  }
  if (place.code.empty()) place.code = division_code;
  return place;
}

}  // namespace

Result<std::vector<Place>> PlaceStore::search(const std::string& text, int at_most) const {
  const std::string wanted = trimmedLower(text);
  if (wanted.empty() || at_most <= 0) return std::vector<Place>{};
  std::set<std::string, std::less<>> known;  // an older file may lack some
  auto tables = RawStatement::prepare(m_db, "SELECT name FROM sqlite_schema WHERE type IN ('table','index')");
  if (!tables) return std::unexpected(tables.error());
  while (tables->step()) known.emplace(tables->text(0));
  if (auto done = tables->outcome(); !done) return std::unexpected(done.error());

  const bool digits = isDigits(wanted);
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < std::size(kSources); ++i) {
    if (!known.contains(kSources[i].table) || (*kSources[i].needs && !known.contains(kSources[i].needs))) continue;
    auto rows = RawStatement::prepare(m_db, searchSql(kSources[i], digits));
    if (!rows) return std::unexpected(rows.error());
    rows->bind(1, std::string_view(wanted));
    rows->bind(2, std::int64_t{at_most});
    while (rows->step())
      hits.push_back({static_cast<int>(rows->integer(4)), i, rows->integer(3), rows->integer(0),
                      std::string(rows->text(1)), std::string(rows->text(2)), rows->integer(5), rows->real(6)});
    if (auto done = rows->outcome(); !done) return std::unexpected(done.error());
  }
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.order() < b.order(); });
  std::vector<Place> places;
  for (const Hit& hit : hits) {
    if (places.size() == static_cast<std::size_t>(at_most)) break;
    auto place = placeOf(m_db, hit);
    if (!place) return std::unexpected(place.error());
    if (*place) places.push_back(std::move(**place));
  }
  return places;
}

}  // namespace gis
