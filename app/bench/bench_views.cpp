// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_views.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace app {
namespace {

using nlohmann::ordered_json;

bool isBox(const ordered_json& value) {
  return value.is_array() && value.size() == 4 &&
         std::ranges::all_of(value, [](const ordered_json& number) { return number.is_number(); });
}

gis::Result<layers::MapView> viewOf(const ordered_json& value, int width_px, int height_px,
                                    const layers::JsonPlace& place) {
  if (!isBox(value)) return place.expected("[min_x, min_y, max_x, max_y] in metres of the map");
  const gis::MapBox box{value[0].get<double>(), value[1].get<double>(), value[2].get<double>(), value[3].get<double>()};
  if (!(box.min_x_m < box.max_x_m) || !(box.min_y_m < box.max_y_m)) return place.expected("a box that is not empty");
  layers::MapView view;
  view.centre = box.centre();
  view.width_px = width_px;
  view.height_px = height_px;
  view.metres_per_px = std::max(box.width_m() / width_px, box.height_m() / height_px);
  return view;
}

}  // namespace

gis::Result<std::vector<BenchView>> readBenchViews(const std::filesystem::path& file, int width_px, int height_px) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return gis::fail(gis::ErrorCode::kNotFound, file.string());
  const ordered_json all = ordered_json::parse(stream, nullptr, false);
  const layers::JsonPlace root{file.string(), ""};
  if (!all.is_object() || all.empty()) return root.expected("an object of named boxes");
  std::vector<BenchView> views;
  for (const auto& [name, value] : all.items()) {
    BenchView view{name, {}};
    const bool tour = value.is_array() && !value.empty() && value.front().is_array();
    for (std::size_t i = 0; i < (tour ? value.size() : 1); ++i) {
      auto step = viewOf(tour ? value[i] : value, width_px, height_px, tour ? root.at(name).at(i) : root.at(name));
      if (!step) return std::unexpected(std::move(step.error()));
      view.steps.push_back(*step);
    }
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<BenchView> usualViews(const BenchContent& content, int width_px, int height_px) {
  const layers::MapView all = layers::fitted(content.extent(), width_px, height_px);
  gis::MapXY midst = all.centre;
  std::size_t most = 0;
  for (const BenchLayer& layer : content.layers)
    if (layer.columns && layer.columns->featureCount() > most) {
      most = layer.columns->featureCount();
      const gis::BoxF& box = layer.columns->index.box(static_cast<std::uint32_t>(most / 2));
      midst = {layer.columns->origin.x_m + (static_cast<double>(box.min_x_m) + static_cast<double>(box.max_x_m)) / 2,
               layer.columns->origin.y_m + (static_cast<double>(box.min_y_m) + static_cast<double>(box.max_y_m)) / 2};
    }
  const auto about = [&](double metres_per_px) {
    layers::MapView view = all;
    view.centre = midst;
    view.metres_per_px = metres_per_px;
    return std::vector{view};
  };
  return {{"full", {all}},
          {"county", about(all.metres_per_px / 3)},
          {"town50k", about(layers::metresPerPxForScale(50000))},
          {"village10k", about(layers::metresPerPxForScale(10000))}};
}

}  // namespace app
