// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/plots.h"

#include <memory>

#include "gis/edit/row_editor.h"
#include "gis/plotting/plot_exchange.h"
#include "gis/plotting/plot_object.h"
#include "gis/store/layer_revision.h"

namespace gis::demo {
namespace {

constexpr std::uint64_t kPlotStream = 47;  // of random numbers, the plots' own
constexpr std::int64_t kPlotDayMs = 86'400'000;
constexpr double kSeatScale = 50'000;
constexpr std::size_t kBookmarks = 4;
// Colours of the plotting palette.
constexpr const char* kRed = "#d7263d";
constexpr const char* kBlue = "#1f6feb";
constexpr const char* kGreen = "#17795a";

struct Drawing {
  MapXY centre;
  const std::function<LonLat(MapXY)>& degrees_of;

  // Places in metres east and north of the centre.
  PlotObject make(PlotKind kind, const std::vector<MapXY>& places, const char* colour, const char* label = "") const {
    PlotObject object;
    object.kind = kind;
    object.colour = colour;
    object.label = label;
    for (const MapXY& place : places)
      object.points.push_back(degrees_of({centre.x_m + place.x_m, centre.y_m + place.y_m}));
    return object;
  }
  PlotObject point(MapXY place, const char* symbol, const char* colour, const char* label) const {
    PlotObject object = make(PlotKind::kPoint, {place}, colour, label);
    object.symbol = symbol;
    return object;
  }
};

std::vector<PlotObject> exercise(const Drawing& draw) {
  std::vector<PlotObject> all;
  all.push_back(draw.make(PlotKind::kArea,
                          {{-1900, -500}, {-900, 300}, {400, 200}, {1300, 900}, {1900, 500}, {900, -400}, {-500, -900}},
                          kBlue, "假定淹没范围"));
  PlotObject cordon = draw.make(PlotKind::kCircle, {{200, 0}}, kRed, "警戒区");
  cordon.radius_m = 2600;
  cordon.dashed = true;
  all.push_back(cordon);
  for (const auto& [from, bend, to] : {std::tuple{MapXY{-700, 350}, MapXY{-1000, 1100}, MapXY{-1500, 1900}},
                                       {MapXY{900, -500}, MapXY{1500, -1100}, MapXY{2300, -1500}}}) {
    PlotObject way = draw.make(PlotKind::kArrow, {from, bend, to}, kGreen, "转移方向");
    way.width_px = 5;
    all.push_back(way);
  }
  all.push_back(draw.point({-1600, 2050}, "shelter", kGreen, "1 号安置点"));
  all.push_back(draw.point({2450, -1600}, "shelter", kGreen, "2 号安置点"));
  all.push_back(draw.point({300, 1500}, "rescue-team", kRed, "现场指挥部"));
  PlotObject title = draw.make(PlotKind::kText, {{-300, 3000}}, kRed, "防汛演练态势（演示）");
  title.width_px = 5;
  all.push_back(title);
  double position = 0;
  for (PlotObject& object : all) object.position = ++position;
  return all;
}

}  // namespace

Result<long long> writePlots(const Database& db, const std::vector<Division>& divisions,
                             const std::function<LonLat(MapXY)>& degrees_of, std::uint64_t seed,
                             std::int64_t now_utc_ms) {
  constexpr int kCounty = 3;
  std::vector<const Division*> counties;
  for (const Division& division : divisions)
    if (division.level == kCounty) counties.push_back(&division);
  if (counties.empty()) return 0;
  const Drawing draw{counties[std::min<std::size_t>(1, counties.size() - 1)]->seat, degrees_of};
  const auto clock = std::make_shared<FixedClock>(now_utc_ms - kPlotDayMs);
  UuidSource uuids(clock, seed + kPlotStream);
  const std::vector<PlotObject> objects = exercise(draw);
  const StepPlan plan{{"李静", "demo-office"}, StepKind::kEdit, "防汛演练标绘"};
  const auto step = RowEditor::edit(db, uuids, *clock, plan, [&](RowEditor& rows) -> Result<void> {
    // The same city has the same marks; by themselves they are random.
    const LayerRevisions revisions(db);
    if (auto quiet = revisions.unwatch("plot_object"); !quiet) return quiet;
    if (auto drawn = addPlots(rows, "防汛演练", objects); !drawn) return drawn;
    if (auto marked = revisions.advance("plot_object", seed + kPlotStream); !marked) return marked;
    if (auto watched = revisions.watch("plot_object"); !watched) return watched;
    for (std::size_t i = 0; i < std::min(kBookmarks, counties.size()); ++i) {
      const MapBookmark bookmark{"", counties[i]->name + "城区", degrees_of(counties[i]->seat), kSeatScale};
      if (auto kept = rows.insert("map_bookmark", cellsOf(bookmark)); !kept) return std::unexpected(kept.error());
    }
    return {};
  });
  if (!step) return std::unexpected(step.error());
  return static_cast<long long>(objects.size());
}

}  // namespace gis::demo
