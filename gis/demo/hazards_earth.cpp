// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

struct Fault {
  std::vector<MapXY> line;
  std::string name;
  int age = 3;
  int sense = 1;
  std::string dip_direction;
  std::optional<double> dip_deg;
  std::optional<double> slip_mm_per_a;
  bool buried = false;
  std::string figures;
};

// A smooth line from a to b that sways a little.
std::vector<MapXY> swaying(MapXY a, MapXY b, Random& random) {
  const double length_m = distanceM(a, b);
  const int points = std::clamp(static_cast<int>(length_m / 700), 8, 80);
  const double ux = (b.x_m - a.x_m) / length_m, uy = (b.y_m - a.y_m) / length_m;
  double amplitude[3], phase[3];
  for (int k = 0; k < 3; ++k) {
    amplitude[k] = length_m * random.uniform(0.004, 0.022) / (k + 1);
    phase[k] = random.uniform(0, 6.283185307179586);
  }
  std::vector<MapXY> line;
  for (int i = 0; i <= points; ++i) {
    const double t = static_cast<double>(i) / points;
    double aside = 0;
    for (int k = 0; k < 3; ++k)
      aside += amplitude[k] * (std::sin(3.14159265 * (2 * k + 1.3) * t + phase[k]) - std::sin(phase[k]));
    line.push_back({a.x_m + t * length_m * ux - aside * uy, a.y_m + t * length_m * uy + aside * ux});
  }
  return line;
}

std::vector<Fault> namedFaults(DemoBuild& build, Random& random) {
  std::vector<Fault> faults;
  const auto facts = nlohmann::json::parse(factText("faults.json"), nullptr, false);
  if (!facts.is_object() || !facts.contains("faults")) return faults;
  const std::string about = facts.value("figures_source", std::string());
  for (const auto& fact : facts.at("faults")) {
    Fault fault;
    const auto& ends = fact.at("line");
    const auto end = [&](std::size_t i) {
      return build.out.metresOf({ends.at(i).at(0).get<double>(), ends.at(i).at(1).get<double>()});
    };
    fault.line = swaying(end(0), end(1), random);
    fault.name = fact.value("name", std::string());
    fault.age = fact.value("age", 3);
    fault.sense = fact.value("sense", 1);
    fault.dip_direction = fact.value("dip_direction", std::string());
    if (fact.at("dip_deg").is_number()) fault.dip_deg = fact.at("dip_deg").get<double>();
    if (fact.at("slip_mm_per_a").is_number()) fault.slip_mm_per_a = fact.at("slip_mm_per_a").get<double>();
    fault.buried = fact.value("buried", 0) != 0;
    fault.figures = about;
    if (const std::string note = fact.value("figures_note", std::string()); !note.empty()) fault.figures += "；" + note;
    faults.push_back(std::move(fault));
  }
  return faults;
}

Result<void> writeFaults(DemoBuild& build) {
  Random random = build.random(0x6661756c);
  std::vector<Fault> faults = namedFaults(build, random);
  const MapBox box = build.land.extent();
  for (int tries = 0; tries < 20000 && faults.size() < 40; ++tries) {
    // mostly NNE like the rift's border faults, some NE and E-W like the horsts'
    const double pick = random.uniform();
    const double strike_rad = (pick < 0.7    ? 18 + 7 * random.normal()
                               : pick < 0.88 ? 45 + 8 * random.normal()
                                             : 82 + 6 * random.normal()) *
                              3.14159265 / 180;
    const double length_m = random.uniform(4000, 24000);
    const MapXY a{random.uniform(box.min_x_m, box.max_x_m), random.uniform(box.min_y_m, box.max_y_m)};
    const MapXY b{a.x_m + length_m * std::sin(strike_rad), a.y_m + length_m * std::cos(strike_rad)};
    const MapXY middle{(a.x_m + b.x_m) / 2, (a.y_m + b.y_m) / 2};
    if (build.land.villageAt(a) < 0 || build.land.villageAt(b) < 0) continue;
    bool apart = true;
    for (const Fault& f : faults) apart = apart && distanceM(middle, f.line[f.line.size() / 2]) > 6500;
    if (!apart) continue;
    Fault fault;
    fault.line = swaying(a, b, random);
    fault.name = fmt::format("演示断层 F{}", faults.size() + 1);
    const double age = random.uniform();
    fault.age = age < 0.12 ? 2 : age < 0.7 ? 3 : 4;
    const double sense = random.uniform();
    fault.sense = sense < 0.68 ? 1 : sense < 0.8 ? 4 : sense < 0.9 ? 2 : 9;
    fault.dip_direction = pick < 0.7    ? (random.chance(0.5) ? "NWW" : "SEE")
                          : pick < 0.88 ? (random.chance(0.5) ? "NW" : "SE")
                                        : (random.chance(0.5) ? "N" : "S");
    if (fault.sense != 9) fault.dip_deg = std::round(random.uniform(50, 80));
    fault.buried = build.land.slopeDegAt(middle) < 4 && random.chance(0.8);
    fault.figures = "全部为演示合成，不代表真实断层";
    faults.push_back(std::move(fault));
  }
  Shapes lines(GeometryKind::kLine);
  for (const Fault& f : faults) lines.addLine(f.line);
  return build.out.fill(
      "fault",
      {"name", "age", "sense", "dip_direction", "dip_deg", "slip_mm_per_a", "buried", "length_m", "figures_source"},
      faults.size(), &lines, [&](std::size_t i, Row& row) {
        const Fault& f = faults[i];
        row.set(f.name, f.age, f.sense, f.dip_direction, f.dip_deg, f.slip_mm_per_a, f.buried ? 1 : 0,
                std::round(lineLengthM(f.line)), f.figures);
      });
}

std::optional<double> earthNumber(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return std::strtod(text.c_str(), nullptr);
}

std::optional<long long> whole(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return std::strtoll(text.c_str(), nullptr, 10);
}

Result<void> writePast(DemoBuild& build) {
  auto events = csvRows(factText("disasters.csv"));
  Shapes points(GeometryKind::kPoint);
  for (auto& e : events)
    points.addPoint(build.out.metresOf({earthNumber(e["lon_deg"]).value_or(0), earthNumber(e["lat_deg"]).value_or(0)}));
  return build.out.fill(
      "historical_disaster",
      {"kind", "name", "began_on", "ended_on", "deaths", "missing", "evacuated", "loss_yuan", "magnitude", "summary",
       "figures_source"},
      events.size(), &points, [&](std::size_t i, Row& row) {
        auto& e = events[i];
        const auto text = [](const std::string& s) { return s.empty() ? std::nullopt : std::optional<std::string>(s); };
        row.set(whole(e["kind"]).value_or(9), e["name"], e["began_on"], text(e["ended_on"]), whole(e["deaths"]),
                whole(e["missing"]), whole(e["evacuated"]), earthNumber(e["loss_yuan"]), earthNumber(e["magnitude"]),
                e["summary"], e["figures_source"]);
        row.source = "史实整理（来源见 figures_source）";
      });
}

}  // namespace

Result<void> writeEarth(DemoBuild& build) {
  if (auto done = writeFaults(build); !done) return done;
  return writePast(build);
}

}  // namespace gis::demo
