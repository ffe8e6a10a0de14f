// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "gis/core/coords.h"

namespace gis {

// A box in 32-bit floats relative to a local origin; half the size of MapBox, always rounded outwards.
struct BoxF {
  float min_x_m, min_y_m, max_x_m, max_y_m;
  bool intersects(const BoxF& b) const {
    return min_x_m <= b.max_x_m && b.min_x_m <= max_x_m && min_y_m <= b.max_y_m && b.min_y_m <= max_y_m;
  }
  bool contains(const BoxF& b) const {
    return min_x_m <= b.min_x_m && b.max_x_m <= max_x_m && min_y_m <= b.min_y_m && b.max_y_m <= max_y_m;
  }
};

// A packed, static 16-ary R-tree over boxes that are already in Hilbert order (item i = box i). Built once, O(n);
// memory 16 bytes x 1.07 n, shared by copies. Immutable; any thread may query.
class BoxTree {
 public:
  BoxTree() = default;
  explicit BoxTree(std::span<const BoxF> boxes);
  // A tree that lies somewhere already, as packed() gave it; `keep` owns the memory. None if the length does not fit.
  // Boxes that lie about their children hide items, nothing worse.
  static std::optional<BoxTree> over(std::span<const BoxF> packed, std::size_t items, std::shared_ptr<const void> keep);
  // All boxes, those of the items first, then each level above.
  std::span<const BoxF> packed() const { return m_boxes; }

  // Calls visit(item) for every box that intersects, in ascending item order.
  void query(const BoxF& box, const std::function<void(std::uint32_t item)>& visit) const;
  // The same, collected (cheaper in hot loops).
  void query(const BoxF& box, std::vector<std::uint32_t>& items) const;
  // What lies wholly inside `inner`, as runs of items, and what else intersects `outer`, one by one; ascending, in
  // turns. `inner` lies in `outer`. The cost grows with what lies on the edge of the box, not with what is in it.
  void query(const BoxF& outer, const BoxF& inner,
             const std::function<void(std::uint32_t first, std::uint32_t end)>& inside,
             const std::function<void(std::uint32_t item)>& touching) const;
  std::size_t size() const { return m_items; }
  const BoxF& box(std::uint32_t item) const { return m_boxes[item]; }

 private:
  std::span<const BoxF> m_boxes;
  std::size_t m_items = 0;
  std::shared_ptr<const void> m_keep;
};

}  // namespace gis
