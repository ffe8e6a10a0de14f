// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/weather/weather_jobs.h"

#include "gis/geo/projector.h"
#include "gis/store/feature_store.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"
#include "gis/weather/warning_store.h"

namespace app {
namespace {

constexpr std::int64_t kCountyLevel = 3;

gis::Result<WarningBook> readFrom(const gis::Workspace& workspace, const gis::CancelToken& cancel) {
  WarningBook book;
  auto messages = gis::weather::SignalStore(workspace.db()).all();
  if (!messages) return std::unexpected(std::move(messages.error()));
  book.messages = std::move(*messages);
  book.present_utc_ms = gis::presentUtcMs(workspace.db(), gis::SystemClock());
  auto templates = gis::weather::warningTemplates();
  if (!templates) return std::unexpected(std::move(templates.error()));
  book.templates = std::move(*templates);
  auto divisions = gis::FeatureStore(workspace.db())
                       .read("division", {"code", "name", "level", "seat_lon_deg", "seat_lat_deg"}, cancel);
  if (!divisions) return std::unexpected(std::move(divisions.error()));
  const auto to_map = gis::Projector::create("EPSG:4490", workspace.facts().map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  const gis::FeatureColumns& f = divisions->value;
  const auto text = [&](std::size_t column, std::size_t i) {
    return f.attributes[column].dictionary[f.attributes[column].codes[i]];
  };
  for (std::size_t i = 0; i < f.featureCount(); ++i) {
    if (f.attributes[2].integers[i] != kCountyLevel) continue;
    WarnedDistrict district{text(0, i), text(1, i), {}, {}};
    gis::MapBox box;
    for (std::uint32_t part = f.feature_start[i]; part < f.feature_start[i + 1]; ++part) {
      std::vector<double> xy(f.xy.begin() + std::ptrdiff_t{2} * f.part_start[part],
                             f.xy.begin() + std::ptrdiff_t{2} * f.part_start[part + 1]);
      to_map->forwardAll(xy);
      district.rings.emplace_back();
      for (std::size_t v = 0; v + 1 < xy.size(); v += 2) {
        district.rings.back().push_back({xy[v], xy[v + 1]});
        box.add(district.rings.back().back());
      }
    }
    district.seat = box.centre();
    if (const auto seat = to_map->forward({f.attributes[3].reals[i], f.attributes[4].reals[i]});
        seat && box.contains({seat->x, seat->y}))
      district.seat = {seat->x, seat->y};
    book.districts.push_back(std::move(district));
  }
  return book;
}

}  // namespace

gis::Result<WarningBook> readWarnings(const std::filesystem::path& folder, const gis::CancelToken& cancel) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  return readFrom(*workspace, cancel);
}

gis::Result<WarningBook> addWarning(const std::filesystem::path& folder, const gis::weather::WarningRecord& record,
                                    const gis::CancelToken& cancel) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  if (auto added = gis::weather::SignalStore(workspace->db()).add(record, gis::SystemClock()); !added)
    return std::unexpected(std::move(added.error()));
  return readFrom(*workspace, cancel);
}

}  // namespace app
