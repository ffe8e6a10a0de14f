// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/facts.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "demoFacts.h"
#include "gis/geo/projector.h"

namespace gis::demo {
namespace {

using Json = nlohmann::json;
using TextRow = std::vector<std::string>;

// A problem in one of our own files; turned into an Error at the end of loadFacts.
struct BadFact {
  std::string file;
  std::string detail;
};

std::string_view fileText(std::string_view name) {
  for (const EmbeddedFile& file : demoFacts())
    if (file.name == name) return file.text();
  throw BadFact{std::string(name), "not embedded"};
}

// Plain comma-separated text without quoting; the header line is checked and dropped.
std::vector<TextRow> csvRows(std::string_view name, std::string_view header) {
  std::string_view text = fileText(name);
  std::vector<TextRow> rows;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (first && line != header) throw BadFact{std::string(name), "header is not " + std::string(header)};
    if (first || line.empty()) {
      first = false;
      continue;
    }
    TextRow row;
    for (std::size_t from = 0;;) {
      const std::size_t comma = line.find(',', from);
      row.emplace_back(line.substr(from, comma - from));
      if (comma == std::string_view::npos) break;
      from = comma + 1;
    }
    if (row.size() != static_cast<std::size_t>(std::count(header.begin(), header.end(), ',')) + 1)
      throw BadFact{std::string(name), "wrong number of columns: " + std::string(line)};
    rows.push_back(std::move(row));
  }
  return rows;
}

template <class Number>
Number number(const std::string& text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) throw BadFact{text, "not a number"};
  return value;
}

class Loader {
 public:
  explicit Loader(const Projector& projector) : m_projector(projector) {}

  Facts load() {
    loadDivisions();
    loadCounties();
    loadRivers();
    loadRelief();
    loadReservoirs();
    return std::move(m_facts);
  }

 private:
  MapXY project(double lon_deg, double lat_deg) const {
    const auto xy = m_projector.forward({lon_deg, lat_deg});
    if (!xy) throw BadFact{"coordinates", xy.error().detail};
    // Whole centimetres: the last bits of the projection library must not steer the terrain.
    return {std::round(xy->x * 100) / 100, std::round(xy->y * 100) / 100};
  }

  void loadDivisions() {
    for (const TextRow& r : csvRows("divisions.csv", "code,parent_code,level,name"))
      m_facts.divisions.push_back({r[0], r[1], number<int>(r[2]), r[3]});
  }
  void loadCounties() {
    for (const TextRow& r :
         csvRows("counties.csv", "code,name,name_en,seat_lon_deg,seat_lat_deg,area_km2,population,confidence,source"))
      m_facts.counties.push_back({r[0], r[1], r[2], project(number<double>(r[3]), number<double>(r[4])),
                                  number<double>(r[5]), number<long long>(r[6]), r[8]});
    for (const TextRow& r : csvRows("neighbours.csv", "name,seat_lon_deg,seat_lat_deg"))
      m_facts.neighbours.push_back({r[0], project(number<double>(r[1]), number<double>(r[2]))});
  }
  void loadRivers() {
    const Json json = Json::parse(fileText("rivers.json"));
    for (const Json& river : json.at("rivers")) {
      RiverFact fact{river.at("name"), river.at("rank"), {}, {}};
      for (const Json& p : river.at("points")) {
        fact.points.push_back(project(p.at(0), p.at(1)));
        fact.bed_m.push_back(p.at(2));
      }
      m_facts.rivers.push_back(std::move(fact));
    }
  }
  void loadRelief() {
    const Json json = Json::parse(fileText("relief.json"));
    for (const Json& ridge : json.at("ridges")) {
      std::vector<SpotHeight> line;
      for (const Json& p : ridge.at("points")) line.push_back({project(p.at(0), p.at(1)), p.at(2)});
      m_facts.ridges.push_back(std::move(line));
    }
    for (const Json& p : json.at("spots")) m_facts.spots.push_back({project(p.at(0), p.at(1)), p.at(2)});
  }
  void loadReservoirs() {
    for (const TextRow& r : csvRows("reservoirs.csv",
                                    "name,river,county,reservoir_class,capacity_m3,catchment_km2,built_year,confirmed,"
                                    "water_km2,dam_lon_deg,dam_lat_deg,source"))
      m_facts.reservoirs.push_back({r[0], r[1], r[2], number<int>(r[3]), number<double>(r[4]), number<double>(r[5]),
                                    number<int>(r[6]), r[7] == "yes", number<double>(r[8]),
                                    project(number<double>(r[9]), number<double>(r[10])), r[11]});
  }

  const Projector& m_projector;
  Facts m_facts;
};

}  // namespace

Result<Facts> loadFacts() {
  auto projector = Projector::create("EPSG:4490", "EPSG:4547");
  if (!projector) return std::unexpected(std::move(projector.error()).via("demo facts"));
  try {
    return Loader(*projector).load();
  } catch (const BadFact& bad) {
    return fail(ErrorCode::kDamagedFile, bad.file, bad.detail);
  } catch (const Json::exception& bad) {
    return fail(ErrorCode::kDamagedFile, "data", bad.what());
  }
}

}  // namespace gis::demo
