// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace gis {

// Douglas and Peucker (1973), without recursion. Keeps the ends, and of a long line a vertex in every thousand, so that
// the worst case stays near linear. One object for each thread; it keeps buffers.
class Simplifier {
 public:
  // Appends the vertices of `xy` (x, y pairs) that are needed for no vertex to lie farther than `tolerance_m` from the
  // line; of a closed line (first = last vertex) at least the farthest corner stays too.
  void append(std::span<const float> xy, float tolerance_m, std::vector<float>& to);

 private:
  void keep(std::span<const float> xy, std::size_t first, std::size_t last, float tolerance_m2);

  std::vector<std::uint8_t> m_keep;
  std::vector<std::pair<std::size_t, std::size_t>> m_stack;
};

}  // namespace gis
