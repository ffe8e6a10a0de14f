// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coverage/fill_raster.h"

#include <cmath>

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

#include "gis/coverage/resolve_row.h"

namespace gis {

namespace {

constexpr int kOne = 256;             // a pixel
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

// A piece of an edge within one row of sums, from xa to xb (1/256 pixels inside the picture), `height` of 256 high:
// adds to each pixel the area that the piece lets in, less what it let into the pixels before.
inline void addRowPiece(std::uint32_t* sums, int xa, int xb, int height, int sign) {
  const auto add = [&](int column, std::int32_t value) { sums[column] += static_cast<std::uint32_t>(sign * value); };
  const int low = std::min(xa, xb), high = std::max(xa, xb);
  const int first = low / kOne, last = high / kOne;
  if (first == last) {
    const int part = height * (low + high - 2 * first * kOne);
    add(first, height * 512 - part);
    add(first + 1, part);
    return;
  }
  // The piece is spread evenly over low..high: how much area lies left of column c grows as a parabola.
  const double times = static_cast<double>(height) / (high - low);
  std::int32_t before = 0, value = 0;  // left of the column, and its difference to the column before
  for (int column = first; column < last; ++column) {
    const int reach = (column + 1) * kOne - low;
    const auto area = static_cast<std::int32_t>(times * (static_cast<double>(reach) * reach) + 0.5);
    add(column, area - before - value);
    value = area - before, before = area;
  }
  const std::int32_t area = height * (2 * (last + 1) * kOne - low - high);
  add(last, area - before - value);
  add(last + 1, height * 512 - (area - before));
}

}  // namespace

FillRaster::FillRaster(int width_px, int height_px, CpuPath path)
    : m_width(width_px),
      m_height(height_px),
      m_stride((width_px + 2 + 15) / 16 * 16),
      m_path(path),
      m_sums(static_cast<std::size_t>(m_stride) * static_cast<std::size_t>(height_px), 0) {}

void FillRaster::addRing(std::span<const float> xy_px) {
  const std::size_t count = xy_px.size() / 2;
  if (count < 3) return;
  float least_y = xy_px[1], most_y = xy_px[1], least_x = xy_px[0], most_x = xy_px[0];
  for (std::size_t i = 0; i < count; ++i) {
    const float x = xy_px[2 * i], y = xy_px[2 * i + 1];
    if (!(std::abs(x) < kFarthestPx) || !(std::abs(y) < kFarthestPx)) return;
    least_x = std::min(least_x, x), most_x = std::max(most_x, x);
    least_y = std::min(least_y, y), most_y = std::max(most_y, y);
  }
  if (!(most_y > least_y) || most_y <= 0 || least_y >= static_cast<float>(m_height) ||
      least_x >= static_cast<float>(m_width))
    return;
  // A hair wider than the numbers say: they are rounded to 1/256.
  const auto column = [&](float x) { return static_cast<int>(std::clamp(x, 0.0F, static_cast<float>(m_width))); };
  const auto row = [&](float y) { return static_cast<int>(std::clamp(y, 0.0F, static_cast<float>(m_height - 1))); };
  const int right = std::min(column(most_x + 0.01F) + 2, m_stride);
  m_touched.add(column(least_x - 0.01F), right, row(least_y - 0.01F));
  m_touched.add(column(least_x - 0.01F), right, row(most_y + 0.01F));
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
  if (std::min(x0, x1) >= 0 && std::max(x0, x1) <= right && y0 >= 0 && y1 <= bottom)
    return addEdgeInside(static_cast<int>(x0), static_cast<int>(y0), static_cast<int>(x1), static_cast<int>(y1), sign);
  const std::int64_t from_y = std::max<std::int64_t>(y0, 0), to_y = std::min(y1, bottom);
  const double slope = static_cast<double>(x1 - x0) / static_cast<double>(y1 - y0);
  const auto xAt = [&](std::int64_t y) -> std::int64_t {
    if (y == y1) return x1;
    return x0 + rounded(static_cast<double>(y - y0) * slope);
  };
  std::int64_t y = from_y, x = xAt(from_y);
  while (y < to_y) {
    const int row = static_cast<int>(y / kOne);
    const std::int64_t next_y = std::min<std::int64_t>((static_cast<std::int64_t>(row) + 1) * kOne, to_y),
                       next_x = xAt(next_y);
    std::uint32_t* sums = m_sums.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
    const int height = static_cast<int>(next_y - y);
    if (x <= 0 && next_x <= 0) {
      addRowPiece(sums, 0, 0, height, sign);
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
      if (rightwards ? x < 0 : false) addRowPiece(sums, 0, 0, before, sign);
      if (!rightwards && next_x < 0) addRowPiece(sums, 0, 0, after, sign);
      addRowPiece(sums, static_cast<int>(std::clamp<std::int64_t>(x, 0, right)),
                  static_cast<int>(std::clamp<std::int64_t>(next_x, 0, right)), inside, sign);
    } else {
      addRowPiece(sums, static_cast<int>(x), static_cast<int>(next_x), height, sign);
    }
    y = next_y, x = next_x;
  }
}

// The same where nothing has to be cut: what most edges are.
void FillRaster::addEdgeInside(int x0, int y0, int x1, int y1, int sign) {
  int row = y0 / kOne;
  std::uint32_t* sums = m_sums.data() + static_cast<std::ptrdiff_t>(row) * m_stride;
  if (y1 <= (row + 1) * kOne) return addRowPiece(sums, x0, x1, y1 - y0, sign);
  const double slope = static_cast<double>(x1 - x0) / (y1 - y0);
  int y = y0, x = x0;
  while (y < y1) {
    const int next_y = std::min((row + 1) * kOne, y1);
    const int next_x = next_y == y1 ? x1 : x0 + static_cast<int>(rounded((next_y - y0) * slope));
    addRowPiece(sums, x, next_x, next_y - y, sign);
    y = next_y, x = next_x;
    ++row, sums += m_stride;
  }
}

void FillRaster::addCell(int x_px, int y_px, int coverage) {
  if (x_px < 0 || y_px < 0 || x_px >= m_width || y_px >= m_height) return;
  m_cells.push_back({x_px, y_px, std::clamp(coverage, 0, 255)});
}

void FillRaster::resolveInto(CoverageMask& mask) {
  const PixelRect box = m_touched;
  for (int y = box.top_px; y < box.bottom_px; ++y) {
    std::uint32_t* sums = m_sums.data() + static_cast<std::ptrdiff_t>(y) * m_stride;
    std::uint8_t* out = mask.row(y);
    const int first = std::min(box.left_px, m_width), last = std::min(box.right_px, m_width);
    const std::uint32_t rest = resolveRow(sums, out, first, last, m_path);
    const auto cover = coverageOf(rest);
    // What is open at the right edge is closed outside the picture.
    if (cover != 0 && last < m_width) std::fill(out + last, out + m_width, cover);
    const int end = cover != 0 ? m_width : last;
    if (first < end) mask.touched(first, end, y);
    std::fill(sums + box.left_px, sums + box.right_px, 0U);
  }
  m_touched = {};
  for (const Cell& cell : m_cells) {
    std::uint8_t& at = mask.row(cell.y_px)[cell.x_px];
    at = static_cast<std::uint8_t>(std::min(255, at + cell.coverage));
    mask.touched(cell.x_px, cell.x_px + 1, cell.y_px);
  }
  m_cells.clear();
}

}  // namespace gis
