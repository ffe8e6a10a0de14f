// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <string>
#include <vector>

#include "app/bench/bench_content.h"
#include "app/bench/bench_views.h"

namespace app {

struct DrawnFrame {
  QImage image;
  double elapsed_ms = 0;
  double tiles_thread_ms = 0;   // of all tiles
  double labels_thread_ms = 0;  // placing and painting
  int tiles = 0;
  int labels = 0;
};

// One whole picture from nothing but the layers' data: tiles on the drawing pool with the functions of the window,
// labels beside them, then put together on the calling thread, which waits. The image is null when cancelled.
DrawnFrame drawFrame(const layers::FrameRequest& request, const layers::MapView& view, JobPools& pools,
                     const gis::CancelToken& cancel = {});

// How long a view takes; of a tour all sums over its steps.
struct ViewTimes {
  std::string name;
  double metres_per_px = 0;  // of the first step
  int steps = 1;
  double first_ms = 0;   // the first time after opening: the relief's blocks are made
  double median_ms = 0;  // of the frames after it
  double p95_ms = 0;
  double tiles_thread_ms = 0;  // medians
  double labels_thread_ms = 0;
  long long features = 0;  // that touch the view in layers shown at its scale
  long long vertices = 0;  // of these features
  int tiles = 0;
  int labels = 0;
  double peak_memory_mib = 0;  // while it was drawn
  std::vector<double> frames_ms;
  QImage picture;  // of the last step
};

// Draws every step once, then `repeats` times. `request` is of the content.
ViewTimes measureView(const BenchContent& content, const layers::FrameRequest& request, const BenchView& view,
                      int repeats, JobPools& pools, const gis::CancelToken& cancel = {});

// What a layer, or one style layer of it, costs in a view: thread time on one core.
struct PartCost {
  std::string layer_id;
  std::string part_id;  // of the style layer; empty for all of the layer
  std::string type;     // "fill", "line", "circle", "symbol", "raster", "labels"; "tiles" for all of the layer
  double thread_ms = 0;
};

enum class ProfileDepth { kLayers, kStyleLayers };

// Where the time of a view goes, dearest first. Every part is drawn alone on the calling thread; the tiles' ground is
// taken off. kStyleLayers makes every layer once more for each of its style layers, which takes seconds.
std::vector<PartCost> profileView(const BenchContent& content, const layers::FrameRequest& request,
                                  const BenchView& view, ProfileDepth depth, const gis::CancelToken& cancel = {});

}  // namespace app
