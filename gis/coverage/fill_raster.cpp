// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coverage/fill_raster.h"

#include <cmath>
#include <limits>

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

#include "gis/coverage/resolve_row.h"

namespace gis {

namespace {

constexpr int kOne = 256;             // a pixel
constexpr double kFull = 131072;      // the area of a pixel: 256 x 512
constexpr float kFarthestPx = 1e12F;  // in 1/256 still exact as double

// To the nearest, a half to the even one; one instruction where the library calls a function.
std::int64_t rounded(double value) {
#if defined(__x86_64__)
  return _mm_cvtsd_si64(_mm_set_sd(value));
#else
  return std::llrint(value);
#endif
}

std::int64_t fixed(float px) { return rounded(static_cast<double>(px) * kOne); }

}  // namespace

FillRaster::FillRaster(int width_px, int height_px, CpuPath path)
    : m_width(width_px),
      m_height(height_px),
      m_stride((width_px + 2 + 15) / 16 * 16),
      m_path(path),
      m_sums(static_cast<std::size_t>(m_stride) * static_cast<std::size_t>(height_px), 0),
      m_rows(static_cast<std::size_t>(height_px), {std::numeric_limits<int>::max(), -1}),
      m_first_row(height_px),
      m_last_row(-1) {}

void FillRaster::addRing(std::span<const float> xy_px) {
  const std::size_t count = xy_px.size() / 2;
  if (count < 3) return;
  float least_y = xy_px[1], most_y = xy_px[1], least_x = xy_px[0];
  for (std::size_t i = 0; i < count; ++i) {
    const float x = xy_px[2 * i], y = xy_px[2 * i + 1];
    if (!(std::abs(x) < kFarthestPx) || !(std::abs(y) < kFarthestPx)) return;
    least_x = std::min(least_x, x);
    least_y = std::min(least_y, y), most_y = std::max(most_y, y);
  }
  if (most_y <= 0 || least_y >= static_cast<float>(m_height) || least_x >= static_cast<float>(m_width)) return;
  std::int64_t x0 = fixed(xy_px[2 * (count - 1)]), y0 = fixed(xy_px[2 * (count - 1) + 1]);
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t x1 = fixed(xy_px[2 * i]), y1 = fixed(xy_px[2 * i + 1]);
    if (y0 != y1) addEdge(x0, y0, x1, y1);
    x0 = x1, y0 = y1;
  }
}

// An edge is always walked downwards, so that the neighbour that has it the other way adds exactly the opposite.
void FillRaster::addEdge(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1) {
  int sign = 1;
  if (y0 > y1) std::swap(x0, x1), std::swap(y0, y1), sign = -1;
  const std::int64_t bottom = static_cast<std::int64_t>(m_height) * kOne,
                     right = static_cast<std::int64_t>(m_width) * kOne;
  if (y1 <= 0 || y0 >= bottom || std::min(x0, x1) >= right) return;
  const std::int64_t from_y = std::max<std::int64_t>(y0, 0), to_y = std::min(y1, bottom);
  const double slope = static_cast<double>(x1 - x0) / static_cast<double>(y1 - y0);
  const auto xAt = [&](std::int64_t y) -> std::int64_t {
    if (y == y1) return x1;
    return x0 + rounded(static_cast<double>(y - y0) * slope);
  };
  // A short piece inside one row, as most are.
  const std::int64_t only_row = from_y / kOne;
  if (to_y <= (only_row + 1) * kOne && y0 == from_y && y1 == to_y && std::min(x0, x1) >= 0 && std::max(x0, x1) <= right)
    return addRowPiece(static_cast<int>(only_row), static_cast<int>(x0), static_cast<int>(x1),
                       static_cast<int>(y1 - y0), sign);
  std::int64_t y = from_y, x = xAt(from_y);
  while (y < to_y) {
    const int row = static_cast<int>(y / kOne);
    const std::int64_t next_y = std::min<std::int64_t>((static_cast<std::int64_t>(row) + 1) * kOne, to_y),
                       next_x = xAt(next_y);
    const int height = static_cast<int>(next_y - y);
    if (x <= 0 && next_x <= 0) {
      addRowPiece(row, 0, 0, height, sign);
    } else if (x >= right && next_x >= right) {
      // nothing of the picture lies to the right of it
    } else if (x < 0 || next_x < 0 || x > right || next_x > right) {
      // Cut where it enters and leaves; the parts outside stand upright at the edge or do not count.
      const double run = static_cast<double>(next_x - x);
      const auto heightAt = [&](std::int64_t at_x) {
        return std::clamp(static_cast<int>(std::floor(static_cast<double>(at_x - x) / run * height + 0.5)), 0, height);
      };
      const int at_left = heightAt(0), at_right = heightAt(right);
      const bool rightwards = next_x > x;
      const int before = rightwards ? (x < 0 ? at_left : 0) : (x > right ? at_right : 0);
      const int after = rightwards ? (next_x > right ? height - at_right : 0) : (next_x < 0 ? height - at_left : 0);
      const int inside = height - before - after;
      if (rightwards ? x < 0 : false) addRowPiece(row, 0, 0, before, sign);
      if (!rightwards && next_x < 0) addRowPiece(row, 0, 0, after, sign);
      addRowPiece(row, static_cast<int>(std::clamp<std::int64_t>(x, 0, right)),
                  static_cast<int>(std::clamp<std::int64_t>(next_x, 0, right)), inside, sign);
    } else {
      addRowPiece(row, static_cast<int>(x), static_cast<int>(next_x), height, sign);
    }
    y = next_y, x = next_x;
  }
}

// A piece of an edge within one row, from xa to xb (1/256 pixels inside the picture), `height` of 256 high.
void FillRaster::addRowPiece(int row, int xa, int xb, int height, int sign) {
  if (height == 0) return;
  std::uint32_t* sums = m_sums.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
  const int low = std::min(xa, xb), high = std::max(xa, xb);
  const int first = low / kOne, last = high / kOne;
  const auto add = [&](int column, std::int32_t value) { sums[column] += static_cast<std::uint32_t>(sign * value); };
  if (first == last) {
    const int part = height * (low + high - 2 * first * kOne);
    add(first, height * 512 - part);
    add(first + 1, part);
    touch(row, first, first + 1);
    return;
  }
  // The edge is spread evenly over low..high: how much of it lies left of t, seen as an area, is a parabola.
  const double length = static_cast<double>(high - low) / kOne, start = static_cast<double>(low) / kOne;
  const double end = static_cast<double>(high) / kOne, scale = height / 256.0 * kFull;
  const auto areaLeftOf = [&](double t) {
    if (t >= end) return t - (start + end) / 2;
    return (t - start) * (t - start) / (2 * length);
  };
  std::int32_t before = 0;
  double left = 0;
  for (int column = first; column <= last; ++column) {
    const double area = areaLeftOf(column + 1.0);
    const auto value = static_cast<std::int32_t>((area - left) * scale + 0.5);
    add(column, value - before);
    before = value, left = area;
  }
  add(last + 1, height * 512 - before);
  touch(row, first, last + 1);
}

void FillRaster::addCell(int x_px, int y_px, int coverage) {
  if (x_px < 0 || y_px < 0 || x_px >= m_width || y_px >= m_height) return;
  m_cells.push_back({x_px, y_px, std::clamp(coverage, 0, 255)});
}

void FillRaster::resolveInto(CoverageMask& mask) {
  for (int y = m_first_row; y <= m_last_row; ++y) {
    RowRange& range = m_rows[static_cast<std::size_t>(y)];
    if (range.last < 0) continue;
    std::uint32_t* sums = m_sums.data() + static_cast<std::ptrdiff_t>(y) * m_stride;
    std::uint8_t* out = mask.row(y);
    const int first = std::min(range.first, m_width), last = std::min(range.last + 1, m_width);
    const std::uint32_t rest = resolveRow(sums, out, first, last, m_path);
    const auto cover = coverageOf(rest);
    // What is open at the right edge is closed outside the picture.
    if (cover != 0 && last < m_width) std::fill(out + last, out + m_width, cover);
    const int end = cover != 0 ? m_width : last;
    if (first < end) mask.touched(first, end, y);
    std::fill(sums + range.first, sums + std::min(range.last + 1, m_stride), 0U);
    range = {std::numeric_limits<int>::max(), -1};
  }
  m_first_row = m_height, m_last_row = -1;
  for (const Cell& cell : m_cells) {
    std::uint8_t& at = mask.row(cell.y_px)[cell.x_px];
    at = static_cast<std::uint8_t>(std::min(255, at + cell.coverage));
    mask.touched(cell.x_px, cell.x_px + 1, cell.y_px);
  }
  m_cells.clear();
}

}  // namespace gis
