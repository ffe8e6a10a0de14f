// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/terrain/flow.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gis/terrain/row_bands.h"

namespace gis::terrain {
namespace {

constexpr std::array<float, 9> kPerLength = {0, 1, 0.70710678F, 1, 0.70710678F, 1, 0.70710678F, 1, 0.70710678F};

std::vector<std::uint8_t> donorCounts(GridSize size, std::span<const std::uint8_t> flow_to) {
  std::vector<std::uint8_t> donors(size.count(), 0);
  for (std::size_t cell = 0; cell < flow_to.size(); ++cell)
    if (flow_to[cell] != 0) ++donors[d8Receiver(cell, flow_to[cell], size)];
  return donors;
}

// Calls visit(donor) for the neighbours that flow into a cell.
template <class Visit>
void forDonors(GridSize size, std::span<const std::uint8_t> flow_to, std::size_t cell, Visit visit) {
  const int column = size.columnOf(cell);
  const int row = size.rowOf(cell);
  for (int d = 1; d <= 8; ++d) {
    const auto i = static_cast<std::size_t>(d);
    if (!size.contains(column + kD8Column[i], row + kD8Row[i])) continue;
    const std::size_t n = d8Receiver(cell, static_cast<std::uint8_t>(d), size);
    if (flow_to[n] == d8Opposite(d)) visit(n, kD8Length[i]);
  }
}

}  // namespace

std::vector<std::uint8_t> flowDirections(GridSize size, std::span<const float> elevation_m) {
  std::vector<std::uint8_t> codes(size.count(), 0);
  std::array<std::ptrdiff_t, 9> offset{};
  for (int d = 1; d <= 8; ++d) offset[static_cast<std::size_t>(d)] = d8Offset(d, size);
  forRowBands(size.rows, [&](int from, int to) {
    for (int row = from; row < to; ++row) {
      const bool edge_row = row == 0 || row == size.rows - 1;
      for (int column = 0; column < size.columns; ++column) {
        const std::size_t cell = size.at(column, row);
        const float z = elevation_m[cell];
        const bool edge = edge_row || column == 0 || column == size.columns - 1;
        float steepest = 0;
        std::uint8_t best = 0;
        for (std::size_t d = 1; d <= 8; ++d) {
          if (edge && !size.contains(column + kD8Column[d], row + kD8Row[d])) continue;
          const float n = elevation_m[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(cell) + offset[d])];
          const float drop = (z - n) * kPerLength[d];  // NaN compares false
          if (drop > steepest) steepest = drop, best = static_cast<std::uint8_t>(d);
        }
        codes[cell] = best;
      }
    }
  });
  return codes;
}

std::vector<std::uint32_t> downstreamOrder(GridSize size, std::span<const std::uint8_t> flow_to) {
  std::vector<std::uint8_t> waiting = donorCounts(size, flow_to);
  std::vector<std::uint32_t> order;
  order.reserve(size.count());
  for (std::size_t start = 0; start < flow_to.size(); ++start) {
    if (waiting[start] != 0) continue;
    for (std::size_t cell = start;;) {
      order.push_back(static_cast<std::uint32_t>(cell));
      waiting[cell] = 255;  // done
      if (flow_to[cell] == 0) break;
      const std::size_t next = d8Receiver(cell, flow_to[cell], size);
      if (--waiting[next] != 0) break;
      cell = next;
    }
  }
  return order;
}

std::vector<std::uint32_t> upstreamCells(GridSize size, std::span<const std::uint8_t> flow_to,
                                         std::span<const std::uint32_t> downstream_order) {
  std::vector<std::uint32_t> count(size.count(), 0);
  for (const std::uint32_t cell : downstream_order) {
    ++count[cell];
    if (flow_to[cell] != 0) count[d8Receiver(cell, flow_to[cell], size)] += count[cell];
  }
  return count;
}

std::vector<std::uint32_t> upstreamCells(GridSize size, std::span<const std::uint8_t> flow_to) {
  return upstreamCells(size, flow_to, downstreamOrder(size, flow_to));
}

std::vector<std::uint8_t> strahlerOrders(GridSize size, std::span<const std::uint8_t> flow_to,
                                         std::span<const std::uint32_t> upstream_cells, std::uint32_t channel_cells) {
  // Channel cells sorted by area come in downstream order, because area grows along every path.
  std::vector<std::uint32_t> channels;
  for (std::size_t cell = 0; cell < flow_to.size(); ++cell)
    if (upstream_cells[cell] >= channel_cells) channels.push_back(static_cast<std::uint32_t>(cell));
  std::sort(channels.begin(), channels.end(), [&](std::uint32_t a, std::uint32_t b) {
    return upstream_cells[a] != upstream_cells[b] ? upstream_cells[a] < upstream_cells[b] : a < b;
  });
  std::vector<std::uint8_t> order(size.count(), 0);
  for (const std::uint32_t cell : channels) {
    std::uint8_t highest = 0;
    int how_many = 0;
    forDonors(size, flow_to, cell, [&](std::size_t donor, double) {
      if (order[donor] > highest) {
        highest = order[donor];
        how_many = 1;
      } else if (order[donor] == highest && highest > 0) {
        ++how_many;
      }
    });
    order[cell] = highest == 0 ? std::uint8_t{1} : static_cast<std::uint8_t>(highest + (how_many >= 2 ? 1 : 0));
  }
  return order;
}

std::vector<std::uint32_t> labelCatchments(GridSize size, std::span<const std::uint8_t> flow_to,
                                           std::span<const std::size_t> outlets) {
  std::vector<std::uint32_t> label(size.count(), 0);
  const std::vector<std::uint32_t> order = downstreamOrder(size, flow_to);
  for (std::size_t i = 0; i < outlets.size(); ++i) label[outlets[i]] = static_cast<std::uint32_t>(i + 1);
  for (auto it = order.rbegin(); it != order.rend(); ++it)
    if (label[*it] == 0 && flow_to[*it] != 0) label[*it] = label[d8Receiver(*it, flow_to[*it], size)];
  return label;
}

std::vector<std::size_t> cellsUpstreamOf(GridSize size, std::span<const std::uint8_t> flow_to, std::size_t outlet) {
  std::vector<std::size_t> cells = {outlet};
  for (std::size_t i = 0; i < cells.size(); ++i)
    forDonors(size, flow_to, std::size_t{cells[i]}, [&](std::size_t donor, double) { cells.push_back(donor); });
  return cells;
}

FlowPath longestFlowPath(GridSize size, std::span<const std::uint8_t> flow_to, std::size_t outlet) {
  struct Step {
    std::size_t cell;
    double length_cells;
  };
  std::vector<Step> steps = {{outlet, 0}};
  std::size_t farthest = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step here = steps[i];
    if (here.length_cells > steps[farthest].length_cells) farthest = i;
    forDonors(size, flow_to, here.cell, [&](std::size_t donor, double length) {
      steps.push_back({donor, here.length_cells + length});
    });
  }
  FlowPath path;
  path.length_cells = steps[farthest].length_cells;
  path.catchment_cells = steps.size();
  for (std::size_t cell = steps[farthest].cell;; cell = d8Receiver(cell, flow_to[cell], size)) {
    path.cells.push_back(cell);
    if (cell == outlet) break;
  }
  return path;
}

}  // namespace gis::terrain
