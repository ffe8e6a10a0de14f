// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/frame_bench.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <latch>
#include <numeric>

#include "app/bench/measuring.h"

namespace app {
namespace {

// What lies in a view, as the layers' indexes have it.
void countFeatures(const BenchContent& content, const layers::MapView& view, ViewTimes& times) {
  const gis::MapBox box = view.box();
  std::vector<std::uint32_t> items;
  for (const BenchLayer& layer : content.layers) {
    if (!layer.columns || !layer.state->visibleAt(view.metres_per_px)) continue;
    const gis::MapColumns& columns = *layer.columns;
    items.clear();
    columns.index.query(
        {static_cast<float>(box.min_x_m - columns.origin.x_m), static_cast<float>(box.min_y_m - columns.origin.y_m),
         static_cast<float>(box.max_x_m - columns.origin.x_m), static_cast<float>(box.max_y_m - columns.origin.y_m)},
        items);
    times.features += static_cast<long long>(items.size());
    for (const std::uint32_t item : items)
      times.vertices += columns.part_start[columns.feature_start[item + 1]] -
                        static_cast<long long>(columns.part_start[columns.feature_start[item]]);
  }
}

}  // namespace

DrawnFrame drawFrame(const layers::FrameRequest& request, const layers::MapView& view, JobPools& pools,
                     const gis::CancelToken& cancel) {
  const Stopwatch watch;
  const layers::MapView at = layers::snapped(view);
  const std::vector<layers::TileKey> tiles = layers::tilesFor(at);
  std::vector<QImage> pictures(tiles.size());
  std::vector<double> costs_ms(tiles.size());
  std::vector<layers::PlacedLabel> labels;
  double placing_ms = 0;
  std::latch done(static_cast<std::ptrdiff_t>(tiles.size()) + 1);
  pools.run(
      Pool::kDrawing,
      [&] {
        const double before_ms = threadCpuMs();
        labels = layers::placeLabels(request, at, cancel);
        placing_ms = threadCpuMs() - before_ms;
        done.count_down();
      },
      /*priority=*/1);
  for (std::size_t i = 0; i < tiles.size(); ++i)
    pools.run(Pool::kDrawing, [&, i] {
      const double before_ms = threadCpuMs();
      pictures[i] = layers::paintTile(request, tiles[i], cancel);
      costs_ms[i] = threadCpuMs() - before_ms;
      done.count_down();
    });
  done.wait();
  DrawnFrame frame;
  frame.tiles = static_cast<int>(tiles.size());
  frame.labels = static_cast<int>(labels.size());
  if (cancel.cancelled()) return frame;
  frame.image =
      QImage(static_cast<int>(std::lround(at.width_px * at.device_ratio)),
             static_cast<int>(std::lround(at.height_px * at.device_ratio)), QImage::Format_ARGB32_Premultiplied);
  frame.image.fill(layers::groundColour(request.theme));
  QPainter painter(&frame.image);
  painter.setCompositionMode(QPainter::CompositionMode_Source);
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    pictures[i].setDevicePixelRatio(1);
    const layers::DevicePoint place = layers::tilePlace(at, tiles[i]);
    painter.drawImage(place.column, place.row, pictures[i]);
  }
  painter.end();
  frame.image.setDevicePixelRatio(at.device_ratio);
  const double before_ms = threadCpuMs();
  layers::paintLabels(frame.image, at, labels, request.symbol_scale, *request.glyphs);
  frame.labels_thread_ms = placing_ms + threadCpuMs() - before_ms;
  frame.tiles_thread_ms = std::accumulate(costs_ms.begin(), costs_ms.end(), 0.0);
  frame.elapsed_ms = watch.elapsedMs();
  return frame;
}

ViewTimes measureView(const BenchContent& content, const layers::FrameRequest& request, const BenchView& view,
                      int repeats, JobPools& pools, const gis::CancelToken& cancel) {
  ViewTimes times;
  times.name = view.name;
  times.steps = static_cast<int>(view.steps.size());
  times.metres_per_px = view.steps.front().metres_per_px;
  for (const layers::MapView& step : view.steps) countFeatures(content, step, times);
  std::vector<double> tiles_ms, labels_ms;
  resetPeakMemory();
  for (int round = 0; round <= repeats && !cancel.cancelled(); ++round) {
    double total_ms = 0;
    double all_tiles_ms = 0, all_labels_ms = 0;
    times.tiles = times.labels = 0;
    for (const layers::MapView& step : view.steps) {
      DrawnFrame frame = drawFrame(request, step, pools, cancel);
      total_ms += frame.elapsed_ms;
      all_tiles_ms += frame.tiles_thread_ms;
      all_labels_ms += frame.labels_thread_ms;
      times.tiles += frame.tiles;
      times.labels += frame.labels;
      times.picture = std::move(frame.image);
    }
    if (round == 0) {
      times.first_ms = total_ms;
      continue;
    }
    times.frames_ms.push_back(total_ms);
    tiles_ms.push_back(all_tiles_ms);
    labels_ms.push_back(all_labels_ms);
  }
  times.median_ms = median(times.frames_ms);
  times.p95_ms = percentile(times.frames_ms, 95);
  times.tiles_thread_ms = median(tiles_ms);
  times.labels_thread_ms = median(labels_ms);
  times.peak_memory_mib = peakMemoryMib();
  return times;
}

}  // namespace app
