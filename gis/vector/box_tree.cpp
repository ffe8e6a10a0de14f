// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/box_tree.h"

#include <algorithm>
#include <array>

namespace gis {

namespace {

constexpr std::size_t kFan = 16;

BoxF unionOf(std::span<const BoxF> boxes) {
  BoxF all = boxes.front();
  for (const BoxF& box : boxes.subspan(1)) {
    all.min_x_m = std::min(all.min_x_m, box.min_x_m), all.min_y_m = std::min(all.min_y_m, box.min_y_m);
    all.max_x_m = std::max(all.max_x_m, box.max_x_m), all.max_y_m = std::max(all.max_y_m, box.max_y_m);
  }
  return all;
}

// Depth first, children in order: items come out ascending. The stack holds the next child and end of each level.
template <class Visit>
void walk(const std::vector<std::vector<BoxF>>& levels, const BoxF& box, Visit visit) {
  struct Range {
    std::size_t next, end;
  };
  std::array<Range, 16> stack;  // 16^16 items are more than memory holds
  std::size_t level = levels.size() - 1;
  stack[level] = {0, levels[level].size()};
  while (true) {
    Range& range = stack[level];
    if (range.next == range.end) {
      if (level == levels.size() - 1) return;
      ++level;
      continue;
    }
    const std::size_t node = range.next++;
    if (!levels[level][node].intersects(box)) continue;
    if (level == 0) {
      visit(static_cast<std::uint32_t>(node));
    } else {
      --level;
      stack[level] = {node * kFan, std::min((node + 1) * kFan, levels[level].size())};
    }
  }
}

}  // namespace

BoxTree::BoxTree(std::span<const BoxF> boxes) {
  if (boxes.empty()) return;
  m_levels.emplace_back(boxes.begin(), boxes.end());
  while (m_levels.back().size() > kFan) {
    const std::span<const BoxF> below = m_levels.back();
    std::vector<BoxF> level;
    level.reserve((below.size() + kFan - 1) / kFan);
    for (std::size_t start = 0; start < below.size(); start += kFan)
      level.push_back(unionOf(below.subspan(start, std::min(kFan, below.size() - start))));
    m_levels.push_back(std::move(level));
  }
}

void BoxTree::query(const BoxF& box, const std::function<void(std::uint32_t item)>& visit) const {
  if (!m_levels.empty()) walk(m_levels, box, [&](std::uint32_t item) { visit(item); });
}

void BoxTree::query(const BoxF& box, std::vector<std::uint32_t>& items) const {
  if (!m_levels.empty()) walk(m_levels, box, [&](std::uint32_t item) { items.push_back(item); });
}

}  // namespace gis
