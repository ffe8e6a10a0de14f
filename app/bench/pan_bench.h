// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "app/bench/bench_content.h"
#include "app/bench/bench_views.h"

namespace app {

struct PanOptions {
  int frames = 60;      // of every leg: a second at 60 frames a second
  int busy_cores = 0;   // that something else keeps busy meanwhile
  int width_px = 1920;  // of the window
  int height_px = 1080;
  layers::Theme theme = layers::Theme::kDark;
};

// The window's thread over some frames.
struct FrameStatistics {
  std::string name;
  int frames = 0;
  double median_ms = 0;  // how long the thread was busy in a frame: events, answers of workers, painting
  double p95_ms = 0;
  double p99_ms = 0;
  double longest_ms = 0;
  double longest_block_ms = 0;  // without asking for events in between
  double cpu_p95_ms = 0;        // the same without the time that others had the core
  double cpu_p99_ms = 0;
  int late_frames = 0;         // that began after their time, because the one before took too long
  int stand_in_frames = 0;     // that showed some older or scaled tile, or none
  long long uncovered_px = 0;  // pixels without any tile, over all frames
  int frames_with_uncovered = 0;
};

struct PanReport {
  double first_pixels_ms = 0;   // from showing the window to the first tile on it
  double complete_view_ms = 0;  // and to all of them
  std::vector<FrameStatistics> legs;
  FrameStatistics all;
};

// Drives the map of the window with mouse and wheel at 60 frames a second through each view: drags, drags fast, rolls
// in and out. Needs a QApplication; runs its events. Takes about legs x frames / 60 s.
PanReport measurePanning(const BenchContent& content, const std::vector<BenchView>& views, const PanOptions& options,
                         JobPools& pools, const gis::CancelToken& cancel = {});

}  // namespace app
