// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/bench/bench_content.h"
#include "layers/core/map_view.h"

namespace app {

// How long the map's questions take in a view: what is at a place, and what a box chooses; over all layers, on the
// calling thread, as the window asks them.
struct AskTimes {
  double identify_median_ms = 0, identify_p95_ms = 0;
  double box_median_ms = 0, box_p95_ms = 0;  // boxes of all sizes
  double whole_view_ms = 0;                  // a box around everything in view
  long long whole_view_features = 0;         // that it chose
};
AskTimes measureAsking(const BenchContent& content, const layers::MapView& view, int rounds);

}  // namespace app
