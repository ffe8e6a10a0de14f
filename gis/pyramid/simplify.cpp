// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/pyramid/simplify.h"

#include <algorithm>

namespace gis {

namespace {
constexpr std::size_t kLongestPiece = 1024;
}

void Simplifier::keep(std::span<const float> xy, std::size_t first, std::size_t last, float tolerance_m2) {
  m_stack.emplace_back(first, last);
  while (!m_stack.empty()) {
    const auto [a, b] = m_stack.back();
    m_stack.pop_back();
    if (b - a < 2) continue;
    const float ax = xy[2 * a], ay = xy[2 * a + 1], dx = xy[2 * b] - ax, dy = xy[2 * b + 1] - ay;
    const float length2 = dx * dx + dy * dy, inverse = length2 > 0 ? 1 / length2 : 0;
    float farthest2 = -1;
    std::size_t at = a;
    for (std::size_t i = a + 1; i < b; ++i) {
      const float ex = xy[2 * i] - ax, ey = xy[2 * i + 1] - ay;
      const float t = std::clamp((ex * dx + ey * dy) * inverse, 0.0F, 1.0F);
      const float rx = ex - t * dx, ry = ey - t * dy, distance2 = rx * rx + ry * ry;
      if (distance2 > farthest2) farthest2 = distance2, at = i;
    }
    if (!(farthest2 > tolerance_m2)) continue;
    m_keep[at] = 1;
    m_stack.emplace_back(a, at);
    m_stack.emplace_back(at, b);
  }
}

void Simplifier::append(std::span<const float> xy, float tolerance_m, std::vector<float>& to) {
  const std::size_t count = xy.size() / 2;
  if (count < 3) {
    to.insert(to.end(), xy.begin(), xy.end());
    return;
  }
  m_keep.assign(count, 0);
  m_keep.front() = m_keep.back() = 1;
  std::vector<std::size_t> fixed;
  const std::size_t last = count - 1;
  for (std::size_t i = 0; i < last; i += kLongestPiece) fixed.push_back(i);
  const bool closed = xy[0] == xy[2 * last] && xy[1] == xy[2 * last + 1];
  if (closed && count > 3) {
    std::size_t far = 1;
    float far2 = -1;
    for (std::size_t i = 1; i < last; ++i) {
      const float dx = xy[2 * i] - xy[0], dy = xy[2 * i + 1] - xy[1];
      if (dx * dx + dy * dy > far2) far2 = dx * dx + dy * dy, far = i;
    }
    fixed.push_back(far);
    std::sort(fixed.begin(), fixed.end());
  }
  fixed.push_back(last);
  for (const std::size_t i : fixed) m_keep[i] = 1;
  for (std::size_t i = 0; i + 1 < fixed.size(); ++i) keep(xy, fixed[i], fixed[i + 1], tolerance_m * tolerance_m);
  for (std::size_t i = 0; i < count; ++i)
    if (m_keep[i] != 0) to.push_back(xy[2 * i]), to.push_back(xy[2 * i + 1]);
}

}  // namespace gis
