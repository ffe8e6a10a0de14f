// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coverage/stroke_raster.h"

#include <array>
#include <cmath>
#include <vector>

#include "gis/coverage/stroke_segment.h"

namespace gis {

namespace {

constexpr float kFarthestStrokePx = 1e12F;
constexpr float kLongPx = 4096;  // longer segments are cut first: a float has only so many digits

bool usable(float x, float y) { return std::abs(x) < kFarthestStrokePx && std::abs(y) < kFarthestStrokePx; }

// What all segments of a line have in common.
struct Pen {
  float reach_px;   // from the middle of the line to where nothing is covered any more
  float most;       // 255 times the width where that is below a pixel
  float square_px;  // by how much the ends are drawn out
};

Pen penOf(const StrokeRaster::Style& style) {
  const float width_px = std::clamp(style.width_px, 0.0F, 4000.0F);
  return {std::max(width_px, 1.0F) / 2 + 0.5F, 255 * std::min(width_px, 1.0F),
          style.cap == StrokeRaster::Cap::kSquare ? width_px / 2 : 0.0F};
}

// The part of a long segment near the mask; false when there is none.
bool cutToMask(const CoverageMask& mask, float margin, float& ax, float& ay, float& bx, float& by, bool& start_cut,
               bool& end_cut) {
  const double x = ax, y = ay, dx = static_cast<double>(bx) - x, dy = static_cast<double>(by) - y;
  const double low = -static_cast<double>(margin), right = mask.width() - low, bottom = mask.height() - low;
  double from = 0, to = 1;
  const std::array<double, 4> p = {-dx, dx, -dy, dy}, q = {x - low, right - x, y - low, bottom - y};
  for (std::size_t i = 0; i < 4; ++i) {
    if (p[i] == 0) {
      if (q[i] < 0) return false;
    } else if (p[i] < 0) {
      from = std::max(from, q[i] / p[i]);
    } else {
      to = std::min(to, q[i] / p[i]);
    }
  }
  if (!(from < to)) return false;
  start_cut = from > 0, end_cut = to < 1;
  ax = static_cast<float>(x + dx * from), ay = static_cast<float>(y + dy * from);
  bx = static_cast<float>(x + dx * to), by = static_cast<float>(y + dy * to);
  return true;
}

void addSegment(CoverageMask& mask, float ax, float ay, float bx, float by, bool flat_start, bool flat_end,
                const Pen& pen, CpuPath path) {
  if (std::abs(bx - ax) + std::abs(by - ay) > kLongPx) {
    bool start_cut = false, end_cut = false;
    if (!cutToMask(mask, pen.reach_px + pen.square_px + 64, ax, ay, bx, by, start_cut, end_cut)) return;
    flat_start = flat_start && !start_cut, flat_end = flat_end && !end_cut;
  }
  float dx = bx - ax, dy = by - ay;
  float length = std::sqrt(dx * dx + dy * dy);
  if (!(length > 1e-6F)) {
    if (flat_start || flat_end) return;
    dx = 1, dy = 0, length = 0;
  } else {
    dx /= length, dy /= length;
    if (flat_start) ax -= dx * pen.square_px, ay -= dy * pen.square_px, length += pen.square_px;
    if (flat_end) bx += dx * pen.square_px, by += dy * pen.square_px, length += pen.square_px;
  }
  const float reach = pen.reach_px;
  const float least_x = std::min(ax, bx) - reach, most_x = std::max(ax, bx) + reach;
  const float least_y = std::min(ay, by) - reach, most_y = std::max(ay, by) + reach;
  if (most_x <= 0 || most_y <= 0 || least_x >= static_cast<float>(mask.width()) ||
      least_y >= static_cast<float>(mask.height()))
    return;
  StrokeSegment segment{ax, ay, dx, dy, length, reach, pen.most, flat_start, flat_end, {}};
  segment.pixels = {std::max(0, static_cast<int>(least_x)), std::max(0, static_cast<int>(least_y)),
                    std::min(mask.width(), static_cast<int>(most_x) + 1),
                    std::min(mask.height(), static_cast<int>(most_y) + 1)};
  stampSegment(mask.row(0), mask.stride(), segment, path);
  mask.touched(segment.pixels);
}

}  // namespace

void StrokeRaster::addPolyline(CoverageMask& mask, std::span<const float> xy_px, const Style& style) const {
  const Pen pen = penOf(style);
  if (!(pen.most > 0)) return;
  const std::size_t count = xy_px.size() / 2;
  const auto good = [&](std::size_t i) { return usable(xy_px[2 * i], xy_px[2 * i + 1]); };
  const bool flat = style.cap != Cap::kRound;
  const bool closed = count > 2 && xy_px[0] == xy_px[2 * count - 2] && xy_px[1] == xy_px[2 * count - 1];
  for (std::size_t i = 0; i + 1 < count; ++i) {
    if (!good(i) || !good(i + 1)) continue;
    const bool starts = i == 0 ? !closed : !good(i - 1), ends = i + 2 == count ? !closed : !good(i + 2);
    addSegment(mask, xy_px[2 * i], xy_px[2 * i + 1], xy_px[2 * i + 2], xy_px[2 * i + 3], flat && starts, flat && ends,
               pen, m_path);
  }
}

void StrokeRaster::addDashed(CoverageMask& mask, std::span<const float> xy_px, const Style& style,
                             std::span<const float> dash_px, float phase_px) const {
  float period = 0;
  for (const float length : dash_px) period += length;
  // Dashes below a tenth of a pixel are a line to the eye and an endless loop to us.
  if (dash_px.size() < 2 || !(period > 0.2F) || !std::isfinite(phase_px)) return addPolyline(mask, xy_px, style);
  std::size_t at = 0;
  float left = std::fmod(std::max(phase_px, 0.0F), period);
  while (left >= dash_px[at]) left -= dash_px[at], at = (at + 1) % dash_px.size();
  left = dash_px[at] - left;  // what remains of the piece
  std::vector<float> piece;
  const auto flush = [&] {
    if (piece.size() >= 4) addPolyline(mask, piece, style);
    piece.clear();
  };
  for (std::size_t i = 0; i + 3 < xy_px.size(); i += 2) {
    float x = xy_px[i], y = xy_px[i + 1];
    const float bx = xy_px[i + 2], by = xy_px[i + 3];
    if (!usable(x, y) || !usable(bx, by)) {
      flush();
      continue;
    }
    float rest = std::hypot(bx - x, by - y);
    const float ux = rest > 0 ? (bx - x) / rest : 0, uy = rest > 0 ? (by - y) / rest : 0;
    if (at % 2 == 0 && piece.empty()) piece.insert(piece.end(), {x, y});
    while (rest > left) {
      x += ux * left, y += uy * left, rest -= left;
      if (at % 2 == 0) piece.insert(piece.end(), {x, y}), flush();
      at = (at + 1) % dash_px.size();
      left = std::max(dash_px[at], 1e-3F);
      if (at % 2 == 0) piece.insert(piece.end(), {x, y});
    }
    left -= rest;
    if (at % 2 == 0) piece.insert(piece.end(), {bx, by});
  }
  flush();
}

}  // namespace gis
