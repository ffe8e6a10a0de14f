// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/terrain/viewshed.h"

#include <algorithm>
#include <cmath>

#include "gis/terrain/row_bands.h"

namespace gis::terrain {
namespace {

constexpr double kEarthRadiusM = 6'371'000;

class SightLines {
 public:
  SightLines(GridSize size, std::span<const float> elevation_m, double cell_m, const ViewshedOptions& o)
      : m_size(size), m_elevation_m(elevation_m), m_cell_m(cell_m), m_options(o) {
    m_eye_m = bilinear(o.observer_column_cells, o.observer_row_cells) + o.observer_height_m;
  }
  double eyeM() const { return m_eye_m; }

  Seen see(int column, int row) const {
    const double dx = column - m_options.observer_column_cells, dy = row - m_options.observer_row_cells;
    const double dist_m = std::hypot(dx, dy) * m_cell_m;
    if (dist_m > m_options.range_m) return Seen::kBeyond;
    const double ground_m = static_cast<double>(m_elevation_m[m_size.at(column, row)]);
    if (!std::isfinite(ground_m)) return Seen::kBeyond;
    if (dist_m < m_cell_m) return Seen::kSeen;
    const double aim = slope(ground_m + m_options.target_height_m, dist_m);
    const bool by_column = std::abs(dx) >= std::abs(dy);
    const double from = by_column ? m_options.observer_column_cells : m_options.observer_row_cells;
    const double to = by_column ? column : row;
    const double other_from = by_column ? m_options.observer_row_cells : m_options.observer_column_cells;
    const double lean = by_column ? dy / dx : dx / dy;
    const double per_step_m = std::hypot(1, lean) * m_cell_m;
    const int direction = to > from ? 1 : -1;
    // The first line of cells beyond the observer.
    int at = direction > 0 ? static_cast<int>(std::floor(from)) + 1 : static_cast<int>(std::ceil(from)) - 1;
    for (; at != static_cast<int>(to); at += direction) {
      const double along = at - from;
      const double height_m = between(by_column, at, other_from + along * lean);
      if (!(slope(height_m, std::abs(along) * per_step_m) <= aim)) {
        if (std::isfinite(height_m)) return Seen::kHidden;
      }
    }
    return Seen::kSeen;
  }

 private:
  double slope(double height_m, double dist_m) const {
    return (height_m - curvatureDropM(dist_m, m_options.refraction_ratio) - m_eye_m) / dist_m;
  }
  double heightAt(int column, int row) const {
    column = std::clamp(column, 0, m_size.columns - 1), row = std::clamp(row, 0, m_size.rows - 1);
    return static_cast<double>(m_elevation_m[m_size.at(column, row)]);
  }
  double between(bool by_column, int line, double other) const {
    const int low = static_cast<int>(std::floor(other));
    const double t = other - low;
    const double a = by_column ? heightAt(line, low) : heightAt(low, line);
    if (t == 0) return a;
    const double b = by_column ? heightAt(line, low + 1) : heightAt(low + 1, line);
    return a + t * (b - a);
  }
  double bilinear(double column, double row) const {
    const int low = static_cast<int>(std::floor(column));
    const double t = column - low;
    const double a = between(true, low, row);
    return t == 0 ? a : a + t * (between(true, low + 1, row) - a);
  }

  GridSize m_size;
  std::span<const float> m_elevation_m;
  double m_cell_m;
  const ViewshedOptions& m_options;
  double m_eye_m = 0;
};

}  // namespace

double curvatureDropM(double dist_m, double refraction_ratio) {
  return (1 - refraction_ratio) * dist_m * dist_m / (2 * kEarthRadiusM);
}

Result<std::vector<Seen>> viewshed(GridSize size, std::span<const float> elevation_m, double cell_m,
                                   const ViewshedOptions& options, const CancelToken& cancel) {
  if (size.columns <= 0 || size.rows <= 0 || size.count() != elevation_m.size() || !(cell_m > 0))
    return fail(ErrorCode::kInvalidArgument, "size");
  const auto within = [](double v, int count) { return v >= 0 && v <= count - 1; };
  if (!within(options.observer_column_cells, size.columns) || !within(options.observer_row_cells, size.rows))
    return fail(ErrorCode::kOutOfRange, "observer");
  if (!(options.range_m > 0)) return fail(ErrorCode::kOutOfRange, "range_m");
  if (!(options.refraction_ratio >= 0 && options.refraction_ratio <= 0.5))
    return fail(ErrorCode::kOutOfRange, "refraction_ratio");
  const SightLines lines(size, elevation_m, cell_m, options);
  if (!std::isfinite(lines.eyeM())) return fail(ErrorCode::kOutOfRange, "observer", "no height there");
  std::vector<Seen> seen(size.count(), Seen::kBeyond);
  forRowBands(
      size.rows,
      [&](int first, int last) {
        for (int row = first; row < last && !cancel.cancelled(); ++row)
          for (int column = 0; column < size.columns; ++column) seen[size.at(column, row)] = lines.see(column, row);
      },
      16);
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "viewshed");
  return seen;
}

}  // namespace gis::terrain
