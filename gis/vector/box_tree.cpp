// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/box_tree.h"

#include <algorithm>
#include <array>

namespace gis {

namespace {

constexpr std::size_t kFan = 16;
constexpr std::size_t kMostLevels = 16;  // 16^16 items are more than memory holds

struct Level {
  std::size_t first = 0, count = 0;  // in packed boxes
};
struct Levels {
  std::array<Level, kMostLevels> at;
  std::size_t count = 0, boxes = 0;
};

// Where the levels lie: the items, then the boxes of every sixteen of them, and so on to at most sixteen.
Levels levelsOf(std::size_t items) {
  Levels levels;
  for (std::size_t n = items; n > 0; n = n > kFan ? (n + kFan - 1) / kFan : 0) {
    levels.at[levels.count++] = {levels.boxes, n};
    levels.boxes += n;
  }
  return levels;
}

BoxF unionOf(std::span<const BoxF> boxes) {
  BoxF all = boxes.front();
  for (const BoxF& box : boxes.subspan(1)) {
    all.min_x_m = std::min(all.min_x_m, box.min_x_m), all.min_y_m = std::min(all.min_y_m, box.min_y_m);
    all.max_x_m = std::max(all.max_x_m, box.max_x_m), all.max_y_m = std::max(all.max_y_m, box.max_y_m);
  }
  return all;
}

// Depth first, children in order: items come out ascending. The stack holds the next child and end of each level.
// `whole(node box, first, end)` may take all items of a node at once.
template <class Whole, class Visit>
void walk(std::span<const BoxF> boxes, std::size_t items, const BoxF& box, Whole whole, Visit visit) {
  if (items == 0) return;
  const Levels levels = levelsOf(items);
  struct Range {
    std::size_t next, end;
  };
  std::array<Range, kMostLevels> stack;
  const std::size_t top = levels.count - 1;
  std::size_t level = top;
  stack[level] = {0, levels.at[level].count};
  while (true) {
    Range& range = stack[level];
    if (range.next == range.end) {
      if (level == top) return;
      ++level;
      continue;
    }
    const std::size_t node = range.next++;
    const BoxF& of_node = boxes[levels.at[level].first + node];
    if (!of_node.intersects(box)) continue;
    std::size_t width = 1;  // items below a node of this level
    for (std::size_t i = 0; i < level; ++i) width *= kFan;
    if (whole(of_node, node * width, std::min((node + 1) * width, items))) continue;
    if (level == 0) {
      visit(static_cast<std::uint32_t>(node));
    } else {
      --level;
      stack[level] = {node * kFan, std::min((node + 1) * kFan, levels.at[level].count)};
    }
  }
}

constexpr auto kNeverWhole = [](const BoxF&, std::size_t, std::size_t) { return false; };

}  // namespace

BoxTree::BoxTree(std::span<const BoxF> boxes) : m_items(boxes.size()) {
  const Levels levels = levelsOf(m_items);
  auto packed = std::make_shared<std::vector<BoxF>>();
  packed->reserve(levels.boxes);
  packed->assign(boxes.begin(), boxes.end());
  for (std::size_t i = 0; i + 1 < levels.count; ++i) {
    const auto [first, count] = levels.at[i];
    for (std::size_t start = 0; start < count; start += kFan)
      packed->push_back(unionOf(std::span(*packed).subspan(first + start, std::min(kFan, count - start))));
  }
  m_boxes = *packed;
  m_keep = std::move(packed);
}

std::optional<BoxTree> BoxTree::over(std::span<const BoxF> packed, std::size_t items,
                                     std::shared_ptr<const void> keep) {
  if (items > packed.size() || levelsOf(items).boxes != packed.size()) return std::nullopt;
  BoxTree tree;
  tree.m_boxes = packed;
  tree.m_items = items;
  tree.m_keep = std::move(keep);
  return tree;
}

void BoxTree::query(const BoxF& box, const std::function<void(std::uint32_t item)>& visit) const {
  walk(m_boxes, m_items, box, kNeverWhole, [&](std::uint32_t item) { visit(item); });
}

void BoxTree::query(const BoxF& box, std::vector<std::uint32_t>& items) const {
  walk(m_boxes, m_items, box, kNeverWhole, [&](std::uint32_t item) { items.push_back(item); });
}

void BoxTree::query(const BoxF& outer, const BoxF& inner,
                    const std::function<void(std::uint32_t first, std::uint32_t end)>& inside,
                    const std::function<void(std::uint32_t item)>& touching) const {
  walk(
      m_boxes, m_items, outer,
      [&](const BoxF& node, std::size_t first, std::size_t end) {
        if (!inner.contains(node)) return false;
        inside(static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end));
        return true;
      },
      [&](std::uint32_t item) { touching(item); });
}

}  // namespace gis
