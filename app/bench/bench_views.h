// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "app/bench/bench_content.h"
#include "layers/core/map_view.h"

namespace app {

// A named place of the map, or a tour of several.
struct BenchView {
  std::string name;
  std::vector<layers::MapView> steps;
};

// Reads {"name": [min_x, min_y, max_x, max_y], "tour": [[...], ...]} with metres of the map's system. Fails with
// kNotFound or kDamagedFile.
gis::Result<std::vector<BenchView>> readBenchViews(const std::filesystem::path& file, int width_px, int height_px);

// Views for data that nobody wrote views for: all of it, then a third, 1:50,000 and 1:10,000 about a feature in the
// midst of the layer with the most features.
std::vector<BenchView> usualViews(const BenchContent& content, int width_px, int height_px);

}  // namespace app
