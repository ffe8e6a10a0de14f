// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "gis/raster/hillshade.h"
#include "layers/core/map_view.h"
#include "layers/raster/block_cache.h"
#include "layers/raster/block_ladder.h"
#include "layers/raster/block_sampling.h"
#include "layers/raster/raster_source.h"
#include "layers/raster/raster_tint.h"

namespace layers {

// What a cell of each kind of block holds: what no theme changes.
using ReliefCell = std::uint16_t;   // shade (0 = nothing known) + 256 * height between the raster's usual values
using PictureCell = std::uint32_t;  // colour, premultiplied, as QImage::Format_ARGB32_Premultiplied has it
using GreyCell = std::uint8_t;      // 0 = nothing known, else the grey; black is 1
using BandCell = float;             // measured value, NaN = nothing known

inline Channels expandRelief(ReliefCell cell) {
  const std::uint64_t shade = cell & 0xff, height = cell >> 8;
  const std::uint64_t known = 0 - static_cast<std::uint64_t>(shade != 0);
  return {(shade | height << 16 | std::uint64_t{0xff} << 32) & known};
}
inline Channels expandPicture(PictureCell cell) {
  const std::uint64_t c = cell;
  return {(c & 0xff) | (c & 0xff00) << 8 | (c & 0xff0000) << 16 | (c & 0xff000000) << 24};
}
inline GreyChannels expandGrey(GreyCell cell) { return {cell | (cell != 0 ? 0x00ff'0000U : 0U)}; }
inline WeightedValue expandBand(BandCell cell) { return std::isnan(cell) ? WeightedValue{} : WeightedValue{cell, 1}; }

// The light that a style lets fall on the ground; the exaggeration is that of the finest step, coarser ones add to it.
gis::HillshadeOptions lightOf(const HillshadePaint& paint);

// Shade of level ground in a ReliefCell.
std::uint8_t flatShade(const gis::HillshadeOptions& light);

// Each reads one block from the file: kBlockCells squared cells, none at all when the block holds nothing.
gis::Result<std::vector<ReliefCell>> readReliefBlock(const gis::RasterReader& reader, const BlockLadder& ladder,
                                                     const BlockKey& key, ValueRange heights,
                                                     const gis::HillshadeOptions& light,
                                                     const gis::CancelToken& cancel);
gis::Result<std::vector<PictureCell>> readPictureBlock(const gis::RasterReader& reader, const BlockLadder& ladder,
                                                       const BlockKey& key, const gis::CancelToken& cancel);
gis::Result<std::vector<GreyCell>> readGreyBlock(const gis::RasterReader& reader, const BlockLadder& ladder,
                                                 const BlockKey& key, const gis::CancelToken& cancel);
gis::Result<std::vector<BandCell>> readBandBlock(const gis::RasterReader& reader, const BlockLadder& ladder,
                                                 const BlockKey& key, const gis::CancelToken& cancel);

// The blocks under a tile together with how its pixels are mixed from them.
template <class Cell>
struct TileBlocks {
  BlockGrid<Cell> grid;
  AxisTaps across, down;
};

// A raster as blocks, made when a tile first needs them and kept up to a budget. Any thread.
template <class Cell>
class RasterBlocks {
 public:
  // 24 million cells of relief: a county at 30 m many times over, or the screens of half an hour.
  static constexpr std::size_t kBudgetBytes = std::size_t{48} << 20;
  using Read =
      std::function<gis::Result<std::vector<Cell>>(const gis::RasterReader&, const BlockKey&, const gis::CancelToken&)>;

  // A block that was kept from another time, without opening the file; nothing: it is not kept.
  using Kept = std::function<std::optional<std::vector<Cell>>(const BlockKey&)>;

  RasterBlocks(std::shared_ptr<const RasterSource> source, const BlockLadder& ladder, Read read, Kept kept = {})
      : m_source(std::move(source)),
        m_ladder(ladder),
        m_read(std::move(read)),
        m_kept(std::move(kept)),
        m_cache(kBudgetBytes) {}

  const BlockLadder& ladder() const { return m_ladder; }
  std::size_t bytesHeld() const { return m_cache.bytesHeld(); }

  // Nothing when cancelled. What cannot be read is missing, and the source's trouble() says why.
  std::optional<TileBlocks<Cell>> under(const MapView& tile, int columns_px, int rows_px,
                                        const gis::CancelToken& cancel) const {
    const gis::MapBox box = tile.box();
    const double pixel_x_m = box.width_m() / columns_px, pixel_y_m = box.height_m() / rows_px;
    const int level = m_ladder.levelFor(std::min(pixel_x_m, pixel_y_m));
    const double cell_m = m_ladder.cellM(level);
    TileBlocks<Cell> blocks;
    blocks.across = tapsFor(m_ladder.columnAt(level, box.min_x_m + pixel_x_m / 2), pixel_x_m / cell_m, columns_px);
    blocks.down = tapsFor(m_ladder.rowAt(level, box.max_y_m - pixel_y_m / 2), pixel_y_m / cell_m, rows_px);
    BlockGrid<Cell>& grid = blocks.grid;
    const auto range = [](const AxisTaps& taps, int count, int& first, int& number) {
      first = std::max(0, taps.first_cell / kBlockCells);
      number = std::max(0, std::min(count, (taps.end_cell + kBlockCells - 1) / kBlockCells) - first);
      if (taps.end_cell <= 0) number = 0;
    };
    range(blocks.across, m_ladder.blockColumns(level), grid.first_column, grid.columns);
    range(blocks.down, m_ladder.blockRows(level), grid.first_row, grid.rows);
    for (int row = 0; row < grid.rows; ++row)
      for (int column = 0; column < grid.columns; ++column) {
        grid.blocks.push_back(block({level, grid.first_column + column, grid.first_row + row}, cancel));
        if (cancel.cancelled()) return std::nullopt;
      }
    return blocks;
  }

  // The cells of a level as they are, row by row; `nothing` where nothing is known. Nothing at all when cancelled.
  std::optional<std::vector<Cell>> cells(int level, int first_column, int first_row, int columns, int rows,
                                         Cell nothing, const gis::CancelToken& cancel) const {
    std::vector<Cell> all(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), nothing);
    const auto blockOf = [](int cell, int count) { return std::clamp(cell / kBlockCells, 0, count - 1); };
    const int block_columns = m_ladder.blockColumns(level), block_rows = m_ladder.blockRows(level);
    for (int by = blockOf(first_row, block_rows); by <= blockOf(first_row + rows - 1, block_rows); ++by)
      for (int bx = blockOf(first_column, block_columns); bx <= blockOf(first_column + columns - 1, block_columns);
           ++bx) {
        const Block from = block({level, bx, by}, cancel);
        if (cancel.cancelled()) return std::nullopt;
        if (!from || from->cells.empty()) continue;
        const int left = std::max(first_column, bx * kBlockCells);
        const int right = std::min(first_column + columns, (bx + 1) * kBlockCells);
        const int top = std::max(first_row, by * kBlockCells);
        const int bottom = std::min(first_row + rows, (by + 1) * kBlockCells);
        for (int row = top; row < bottom && left < right; ++row)
          std::copy_n(from->cells.begin() + (row - by * kBlockCells) * kBlockCells + left - bx * kBlockCells,
                      right - left, all.begin() + std::ptrdiff_t{row - first_row} * columns + left - first_column);
      }
    return all;
  }

  // One block; null when cancelled or its reading failed for the moment.
  using Block = typename BlockCache<Cell>::Block;
  Block block(const BlockKey& key, const gis::CancelToken& cancel) const {
    return m_cache.get(key, cancel, [&]() -> Block {
      if (m_kept)
        if (auto cells = m_kept(key))
          return std::make_shared<const RasterBlock<Cell>>(RasterBlock<Cell>{std::move(*cells)});
      auto cells = m_source->with<std::vector<Cell>>(
          [&](const gis::RasterReader& reader) { return m_read(reader, key, cancel); });
      if (cells) return std::make_shared<const RasterBlock<Cell>>(RasterBlock<Cell>{std::move(*cells)});
      // A damaged place stays damaged: it is not read again for every tile. Anything else may pass.
      if (cells.error().code == gis::ErrorCode::kDamagedFile) return std::make_shared<const RasterBlock<Cell>>();
      return nullptr;
    });
  }

 private:
  std::shared_ptr<const RasterSource> m_source;
  BlockLadder m_ladder;
  Read m_read;
  Kept m_kept;
  mutable BlockCache<Cell> m_cache;
};

}  // namespace layers
