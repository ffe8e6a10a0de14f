// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/vector/map_columns.h"

namespace gis::fire {

// What can stop a ground fire (林火阻隔系统). The value is the class in the planar graph.
enum class Barrier : std::uint8_t { kBreak = 1, kRoad = 2, kRiver = 3, kGap = 4 };

struct BarrierLayer {
  Barrier kind = Barrier::kBreak;
  std::shared_ptr<const MapColumns> lines;
};

struct BlockOptions {
  double max_gap_m = 800;       // an end farther than this from any other barrier is no gap but an end
  double least_block_m2 = 1e4;  // smaller meshes are left out
};

// An open end of a fire break and the shortest line that closes it.
struct BreakGap {
  std::int64_t break_fid = 0;
  MapXY end;
  MapXY close_at;  // on the nearest other barrier
  double length_m = 0;
  Barrier closes_on = Barrier::kBreak;
};

// A mesh of the network that a fire break is part of.
struct Block {
  std::vector<MapXY> ring;  // closed, anticlockwise
  double area_m2 = 0;
  double break_m = 0;               // of its border that is fire break
  std::vector<std::uint32_t> gaps;  // into BlockReport::gaps; none: it is closed
  std::string county, village;      // where it lies; whoever knows the districts fills them in
  bool closed() const { return gaps.empty(); }
};

struct BlockReport {
  std::vector<Block> blocks;         // closed ones first, each group by falling area
  std::vector<BreakGap> gaps;        // shortest first
  std::vector<BreakGap> loose_ends;  // nothing within max_gap_m; close_at is the end itself
  double break_m = 0;                // of all fire breaks
  double closed_m2 = 0, unclosed_m2 = 0;
  std::size_t closed_count = 0, unclosed_count = 0;
};

// The meshes of breaks, roads and rivers as a planar graph, all crossings joined: faces of the graph by turning right
// at every node. A block is unclosed when its border needs a gap to be closed first. Islands inside a mesh are not
// subtracted from its area. Layers in map metres; a fire break that is out of service should be left out by the caller.
// Pure; any thread. Fails with kNoData (no fire break), kCancelled.
// Source: metrics of LY/T 5007 (林火阻隔系统建设标准): closed mesh area, gap list.
Result<BlockReport> breakBlocks(const std::vector<BarrierLayer>& layers, const BlockOptions& options = {},
                                const CancelToken& cancel = {});

}  // namespace gis::fire
