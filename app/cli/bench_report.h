// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "app/bench/ask_bench.h"
#include "app/bench/frame_bench.h"
#include "app/bench/pan_bench.h"
#include "app/cli/command_context.h"

namespace app {

// What was measured of one view.
struct ViewReport {
  ViewTimes times;
  AskTimes asking;
  std::vector<PartCost> layers;  // whole layers
  std::vector<PartCost> parts;   // style layers; empty unless asked for
};

// One run of `fengsui bench map`.
struct MapBenchReport {
  int threads = 0;
  int width_px = 0;
  int height_px = 0;
  double first_picture_ms = 0;  // from nothing to the first view
  double peak_memory_mib = 0;   // of all
  std::vector<ViewReport> views;
};

nlohmann::ordered_json mapBenchJson(const MapBenchReport& report, const BenchContent& content);
void printMapBench(const MapBenchReport& report, const BenchContent& content, std::ostream& out);
nlohmann::ordered_json panBenchJson(const PanReport& report, const PanOptions& options);
void printPanBench(const PanReport& report, std::ostream& out);

}  // namespace app
