// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

std::optional<double> seismicNumber(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return std::strtod(text.c_str(), nullptr);
}

std::optional<long long> wholeNumber(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return std::strtoll(text.c_str(), nullptr, 10);
}

// The catalogue is fact: every row names where its figures were published.
Result<void> writeQuakes(DemoBuild& build) {
  auto events = csvRows(factText("earthquakes.csv"));
  Shapes points(GeometryKind::kPoint);
  for (auto& e : events)
    points.addPoint(
        build.out.metresOf({seismicNumber(e["lon_deg"]).value_or(0), seismicNumber(e["lat_deg"]).value_or(0)}));
  return build.out.fill("earthquake",
                        {"name", "year", "month", "day", "clock", "magnitude", "magnitude_type", "depth_km",
                         "epicentral_intensity", "deaths", "event_code", "figures_source"},
                        events.size(), &points, [&](std::size_t i, Row& row) {
                          auto& e = events[i];
                          const auto year = wholeNumber(e["year"]).value_or(1);
                          const std::string code =
                              fmt::format("NCEI{:+05d}{:02d}{:02d}-{}", year, wholeNumber(e["month"]).value_or(0),
                                          wholeNumber(e["day"]).value_or(0), i + 1);
                          row.set(e["name"], year, wholeNumber(e["month"]), wholeNumber(e["day"]), e["clock"],
                                  seismicNumber(e["magnitude"]), "", seismicNumber(e["depth_km"]),
                                  seismicNumber(e["epicentral_intensity"]), wholeNumber(e["deaths"]), code,
                                  "NOAA NCEI 全球重大地震数据库（公有领域）");
                          row.source = "史实整理（来源见 figures_source）";
                        });
}

// Townships with the people of their villages.
struct Town {
  int division;
  long long people = 0;
};

std::vector<Town> townsOf(const DemoBuild& build) {
  std::vector<Town> towns;
  std::map<std::string, std::size_t> by_code;
  for (int i = 0; i < static_cast<int>(build.city.divisions.size()); ++i)
    if (build.division(i).level == 4) {
      by_code[build.division(i).code] = towns.size();
      towns.push_back({i});
    }
  for (const Division& d : build.city.divisions)
    if (d.level == 5)
      if (const auto found = by_code.find(d.parent_code); found != by_code.end())
        towns[found->second].people += d.population;
  std::erase_if(towns, [](const Town& town) { return town.people <= 0; });
  return towns;
}

Result<void> writeCapability(DemoBuild& build, const std::vector<Town>& towns) {
  Random random = build.random(0x63617061);
  const auto about = [&](double low, double high) { return std::round(random.uniform(low, high)); };
  return build.out.fill(
      "town_capability",
      {"division_code", "population", "disaster_staff", "risk_assessed", "funds_yuan", "stocks_yuan", "hospital_beds",
       "firefighters", "volunteers", "militia", "trained_people", "shelter_places", "as_of"},
      towns.size(), nullptr, [&](std::size_t i, Row& row) {
        const auto people = static_cast<double>(towns[i].people);
        // A town does well or badly in everything together, and the larger ones have less a head.
        const double effort = random.uniform(0.5, 1.6);
        row.set(build.division(towns[i].division).code, towns[i].people,
                static_cast<long long>(std::max(2.0, effort * about(3, 9))),
                random.chance(0.55 + 0.25 * effort) ? 1 : 0, effort * about(8, 60) * 10000,
                effort * about(4, 40) * 10000, static_cast<long long>(people / 10000 * about(12, 48)),
                static_cast<long long>(effort * about(6, 20)),
                static_cast<long long>(effort * std::sqrt(people) * random.uniform(0.4, 1.4)),
                static_cast<long long>(effort * about(15, 60)),
                static_cast<long long>(effort * std::sqrt(people) * random.uniform(1.5, 6)),
                static_cast<long long>(people * effort * random.uniform(0.05, 0.25)), "2025");
      });
}

Result<void> writeReinforcement(DemoBuild& build, const std::vector<Town>& towns) {
  struct Project {
    int division;
    int year;
    long long planned, started, finished;
    double planned_m2, finished_m2, funds_yuan;
  };
  Random random = build.random(0x7265696e);
  std::vector<Project> projects;
  for (const Town& town : towns)
    for (int year = 2023; year <= 2026; ++year) {
      if (!random.chance(0.62)) continue;
      const auto planned = std::max<long long>(
          4, static_cast<long long>(static_cast<double>(town.people) * random.uniform(0.001, 0.006)));
      // Earlier years are nearly done; this year's works have begun.
      const double begun = year <= 2024 ? 1 : year == 2025 ? random.uniform(0.85, 1) : random.uniform(0.2, 0.8);
      const double done = year == 2023   ? random.uniform(0.94, 1.05)
                          : year == 2024 ? random.uniform(0.8, 1.05)
                          : year == 2025 ? random.uniform(0.45, 0.9)
                                         : random.uniform(0, 0.35);
      Project p{town.division, year, planned, 0, 0, 0, 0, 0};
      p.started = std::clamp(static_cast<long long>(std::llround(static_cast<double>(planned) * begun)), 0LL, planned);
      p.finished = std::min(p.started, static_cast<long long>(static_cast<double>(planned) * done));
      const double each_m2 = random.uniform(85, 125);
      p.planned_m2 = std::round(static_cast<double>(planned) * each_m2);
      p.finished_m2 = std::round(static_cast<double>(p.finished) * each_m2);
      p.funds_yuan = std::round(p.planned_m2 * random.uniform(280, 420) / 1000) * 1000;
      projects.push_back(p);
    }
  return build.out.fill(
      "reinforcement_project",
      {"division_code", "name", "plan_year", "planned_households", "started_households", "finished_households",
       "planned_area_m2", "finished_area_m2", "funds_yuan", "due_on", "manager"},
      projects.size(), nullptr, [&](std::size_t i, Row& row) {
        const Project& p = projects[i];
        const Division& town = build.division(p.division);
        row.set(town.code, fmt::format("{}{} 年农房抗震加固（演示）", town.name, p.year), p.year, p.planned, p.started,
                p.finished, p.planned_m2, p.finished_m2, p.funds_yuan, fmt::format("{}-10-31", p.year),
                town.name + "人民政府");
      });
}

}  // namespace

Result<void> writeSeismic(DemoBuild& build) {
  if (auto done = writeQuakes(build); !done) return done;
  const auto towns = townsOf(build);
  if (auto done = writeCapability(build, towns); !done) return done;
  return writeReinforcement(build, towns);
}

}  // namespace gis::demo
