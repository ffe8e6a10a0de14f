// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/vector/map_columns.h"

namespace gis {

// One resolution of a layer, ready to draw. Coordinates are metres relative to the origin of the columns it was made
// from. What is too small to have a shape is a dot: one for each cell and class.
struct PyramidLevel {
  double tolerance_m = 0;  // no border lies farther than this from the true one; 0: the columns themselves
  std::span<const float> xy_m;
  std::span<const std::uint32_t> part_start, feature_start;  // shapes, laid out as in MapColumns
  std::span<const std::uint32_t> item;  // one a shape: the feature it draws, ascending; empty: shape i is feature i
  BoxTree index;                        // one box a shape
  std::span<const BoxF> run_box;        // of the vertices kRun * i to kRun * (i + 1), whatever shapes they belong to
  // Bit v % 64 of word v / 64: the piece of border from vertex v to the next one is an earlier shape's, too. May be
  // empty.
  std::span<const std::uint64_t> repeated;
  static constexpr std::uint32_t kRun = 32;

  std::span<const float> dot_xy_m;
  std::span<const std::uint32_t> dot_item;     // a feature of the dot's class
  std::span<const std::uint8_t> dot_coverage;  // how much of the cell its features cover, 255 = all
  double dot_cell_m = 0;
  BoxTree dot_index;  // one box for every kDotRun dots
  static constexpr std::uint32_t kDotRun = 32;

  bool isRepeated(std::size_t vertex) const {
    return !repeated.empty() && (repeated[vertex / 64] >> (vertex % 64) & 1U) != 0;
  }
  std::size_t shapeCount() const { return feature_start.empty() ? 0 : feature_start.size() - 1; }
};

// A layer at all resolutions, each at least twice as coarse as the one before. Borders that polygons share are
// simplified once (as arcs between the places where three of them meet), so neighbours never gap or overlap. Immutable;
// any thread.
class Pyramid {
 public:
  const std::vector<PyramidLevel>& levels() const { return m_levels; }
  // The coarsest level whose tolerance cannot be seen: 0.35 of a device pixel.
  const PyramidLevel& levelFor(double metres_per_device_px) const;
  // Levels that were made before, finest first; `keep` owns what their spans lie in.
  static std::shared_ptr<const Pyramid> over(std::shared_ptr<const MapColumns> columns,
                                             std::vector<PyramidLevel> levels,
                                             std::vector<std::shared_ptr<const void>> keep);
  // Memory of the levels beyond the columns themselves.
  std::size_t bytes() const;

 private:
  friend class PyramidBuilder;
  std::shared_ptr<const MapColumns> m_columns;
  std::vector<PyramidLevel> m_levels;
  std::vector<std::shared_ptr<const void>> m_keep;  // what the levels' spans lie in
};

// class_of: one a feature; only features of one class are merged into a dot. Rings must be oriented as buildMapColumns
// leaves them. Lines are simplified by Douglas and Peucker (1973). Fails with kInvalidArgument (sizes differ) and
// kCancelled. About a second for seven million vertices.
Result<std::shared_ptr<const Pyramid>> buildPyramid(std::shared_ptr<const MapColumns> columns,
                                                    std::span<const std::uint32_t> class_of,
                                                    const CancelToken& cancel = {});

}  // namespace gis
