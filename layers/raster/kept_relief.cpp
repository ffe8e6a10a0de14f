// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/kept_relief.h"

#include <fmt/format.h>

#include <span>

#include "gis/pyramid/section_file.h"

namespace layers {
namespace {

// Raise it when the same heights would give other cells than before.
constexpr int kMaking = 1;
constexpr std::size_t kKeptCells = std::size_t{kBlockCells} * kBlockCells;

enum Kind : std::uint32_t { kKey = 1, kFacts, kCellCounts, kReliefCells };

struct StoredFacts {
  double min_x_m = 0, min_y_m = 0, max_x_m = 0, max_y_m = 0, cell_m = 0, low_m = 0, high_m = 0;
};

}  // namespace

std::string KeptRelief::keyOf(const std::filesystem::path& raster, const std::string& map_crs,
                              const gis::HillshadeOptions& light) {
  std::error_code failed;
  const auto bytes = std::filesystem::file_size(raster, failed);
  if (failed) return {};
  const auto written = std::filesystem::last_write_time(raster, failed).time_since_epoch().count();
  if (failed) return {};
  return fmt::format("making {}\n{}\n{} {}\n{}\n{} {:a} {:a} {:a}\n", kMaking, raster.filename().string(), bytes,
                     written, map_crs, static_cast<int>(light.light), light.azimuth_deg, light.altitude_deg,
                     light.exaggeration_ratio);
}

std::vector<BlockKey> KeptRelief::blocksOf(const BlockLadder& ladder) {
  std::vector<BlockKey> blocks;
  for (int level = ladder.levels() - 1; level >= 0; --level) {
    const int columns = ladder.blockColumns(level), rows = ladder.blockRows(level);
    if (static_cast<long long>(columns) * rows + static_cast<long long>(blocks.size()) > kMostBlocks) break;
    for (int row = 0; row < rows; ++row)
      for (int column = 0; column < columns; ++column) blocks.push_back({level, column, row});
  }
  return blocks;
}

gis::Result<std::shared_ptr<const KeptRelief>> KeptRelief::read(const std::filesystem::path& file,
                                                                const std::string& key) {
  const auto sections = gis::SectionFile::open(file);
  if (!sections) return std::unexpected(sections.error());
  const auto of = sections->find<char>({kKey, 0});
  if (!of || !std::ranges::equal(*of, key))
    return gis::fail(gis::ErrorCode::kNotFound, file.string(), "made from another raster");
  const auto damaged = gis::fail(gis::ErrorCode::kDamagedFile, file.string(), "its parts do not fit together");
  const auto facts = sections->find<StoredFacts>({kFacts, 0});
  const auto counts = sections->find<std::uint32_t>({kCellCounts, 0});
  const auto cells = sections->find<ReliefCell>({kReliefCells, 0});
  if (!facts || facts->size() != 1 || !counts || !cells) return damaged;
  const StoredFacts& f = facts->front();
  if (!(f.min_x_m < f.max_x_m) || !(f.min_y_m < f.max_y_m) || !(f.cell_m > 0)) return damaged;
  auto relief = std::make_shared<KeptRelief>();
  relief->m_facts = {{f.min_x_m, f.min_y_m, f.max_x_m, f.max_y_m},
                     f.cell_m,
                     {static_cast<float>(f.low_m), static_cast<float>(f.high_m)}};
  const std::vector<BlockKey> blocks = blocksOf({relief->m_facts.extent, relief->m_facts.cell_m});
  if (counts->size() != blocks.size()) return damaged;
  std::size_t at = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::size_t count = (*counts)[i];
    if ((count != 0 && count != kKeptCells) || cells->size() - at < count) return damaged;
    relief->m_blocks.emplace(blocks[i], cells->subspan(at, count));
    at += count;
  }
  relief->m_mapping = sections->owner();
  return std::shared_ptr<const KeptRelief>(std::move(relief));
}

gis::Result<void> KeptRelief::write(const std::filesystem::path& file, const std::string& key, const Facts& facts,
                                    const std::vector<std::vector<ReliefCell>>& cells) {
  const StoredFacts stored{facts.extent.min_x_m,
                           facts.extent.min_y_m,
                           facts.extent.max_x_m,
                           facts.extent.max_y_m,
                           facts.cell_m,
                           static_cast<double>(facts.heights.low),
                           static_cast<double>(facts.heights.high)};
  std::vector<std::uint32_t> counts;
  std::vector<ReliefCell> all;
  for (const std::vector<ReliefCell>& block : cells) {
    counts.push_back(static_cast<std::uint32_t>(block.size()));
    all.insert(all.end(), block.begin(), block.end());
  }
  gis::SectionWriter writer;
  writer.add<char>({kKey, 0}, key);
  writer.add<StoredFacts>({kFacts, 0}, std::span(&stored, 1));
  writer.add<std::uint32_t>({kCellCounts, 0}, counts);
  writer.add<ReliefCell>({kReliefCells, 0}, all);
  std::error_code ignored;  // writing will say it
  std::filesystem::create_directories(file.parent_path(), ignored);
  return writer.write(file);
}

std::optional<std::vector<ReliefCell>> KeptRelief::block(const BlockKey& key) const {
  const auto found = m_blocks.find(key);
  if (found == m_blocks.end()) return std::nullopt;
  return std::vector<ReliefCell>(found->second.begin(), found->second.end());
}

}  // namespace layers
