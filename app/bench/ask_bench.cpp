// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/ask_bench.h"

#include "app/bench/measuring.h"
#include "gis/core/random.h"

namespace app {

namespace {

constexpr double kReachPx = 8;       // as far as a click reaches
constexpr std::uint32_t kSeed = 41;  // the same places every time

gis::MapXY somewhere(gis::Random& random, const gis::MapBox& box) {
  return {random.uniform(box.min_x_m, box.max_x_m), random.uniform(box.min_y_m, box.max_y_m)};
}

std::size_t choose(const BenchContent& content, const gis::MapBox& box, double metres_per_px) {
  std::size_t chosen = 0;
  for (const BenchLayer& layer : content.layers)
    if (layer.state->visibleAt(metres_per_px)) chosen += layer.state->within(box, metres_per_px).count();
  return chosen;
}

}  // namespace

AskTimes measureAsking(const BenchContent& content, const layers::MapView& view, int rounds) {
  const gis::MapBox all = view.box();
  gis::Random random(kSeed);
  AskTimes times;
  std::vector<double> identify_ms, box_ms, whole_ms;
  for (int round = 0; round < rounds; ++round) {
    const gis::MapXY where = somewhere(random, all);
    const Stopwatch asked;
    for (const BenchLayer& layer : content.layers)
      if (layer.state->visibleAt(view.metres_per_px))
        layer.state->identify(where, kReachPx * view.metres_per_px, view.metres_per_px);
    identify_ms.push_back(asked.elapsedMs());
    gis::MapBox box;
    box.add(somewhere(random, all));
    box.add(somewhere(random, all));
    const Stopwatch chosen;
    choose(content, box, view.metres_per_px);
    box_ms.push_back(chosen.elapsedMs());
    const Stopwatch everything;
    times.whole_view_features = static_cast<long long>(choose(content, all, view.metres_per_px));
    whole_ms.push_back(everything.elapsedMs());
  }
  constexpr double kMost = 95;
  times.identify_median_ms = median(identify_ms), times.identify_p95_ms = percentile(identify_ms, kMost);
  times.box_median_ms = median(box_ms), times.box_p95_ms = percentile(box_ms, kMost);
  times.whole_view_ms = median(whole_ms);
  return times;
}

}  // namespace app
