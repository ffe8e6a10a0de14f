// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "layers/raster/raster_blocks.h"

namespace layers {

// The coarse blocks of a relief and what is known of its raster, kept in a file: a city that is opened again need not
// open the raster, look at its values, unpack and light it before the first view stands. Immutable; any thread.
class KeptRelief {
 public:
  // No more than this many blocks, coarsest levels first: 8 MiB, a city of 150 km down to cells of 120 m.
  static constexpr int kMostBlocks = 64;

  struct Facts {
    gis::MapBox extent;
    double cell_m = 1;
    ValueRange heights;  // usual
  };

  // All that the cells depend on: the raster as a file, the map's system and the light. Empty when there is no file.
  static std::string keyOf(const std::filesystem::path& raster, const std::string& map_crs,
                           const gis::HillshadeOptions& light);
  // The levels that are kept, coarsest first, whole.
  static std::vector<BlockKey> blocksOf(const BlockLadder& ladder);

  // Fails with kNotFound (none, or of another key) and kDamagedFile; either way the raster is read.
  static gis::Result<std::shared_ptr<const KeptRelief>> read(const std::filesystem::path& file, const std::string& key);
  // `cells` belong to blocksOf() in its order; none: nothing is known in that block. Fails as gis::SectionWriter.
  static gis::Result<void> write(const std::filesystem::path& file, const std::string& key, const Facts& facts,
                                 const std::vector<std::vector<ReliefCell>>& cells);

  const Facts& facts() const { return m_facts; }
  // Nothing when the block is not kept.
  std::optional<std::vector<ReliefCell>> block(const BlockKey& key) const;

 private:
  Facts m_facts;
  std::unordered_map<BlockKey, std::span<const ReliefCell>, BlockKeyHash> m_blocks;
  std::shared_ptr<const void> m_mapping;
};

}  // namespace layers
