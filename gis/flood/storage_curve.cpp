// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/storage_curve.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace gis::flood {
namespace {

// The piece that holds `x` and how far along it `x` is.
template <class Key>
std::optional<std::pair<std::size_t, double>> pieceAt(const std::vector<CurvePoint>& points, Key key, double x) {
  if (points.size() < 2 || !(x >= key(points.front()) && x <= key(points.back()))) return std::nullopt;
  const auto above = std::ranges::upper_bound(points, x, {}, key);
  const std::size_t i = std::min<std::size_t>(static_cast<std::size_t>(above - points.begin()), points.size() - 1);
  return std::pair(i - 1, (x - key(points[i - 1])) / (key(points[i]) - key(points[i - 1])));
}

double levelOf(const CurvePoint& p) { return p.level_m; }
double storageOf(const CurvePoint& p) { return p.storage_m3; }

}  // namespace

Result<StorageCurve> StorageCurve::create(std::vector<CurvePoint> points) {
  if (points.size() < 2) return fail(ErrorCode::kNoData, "storage curve", "fewer than two points");
  std::ranges::sort(points, {}, levelOf);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const CurvePoint& p = points[i];
    const std::string at = fmt::format("{:.3f} m", p.level_m);
    if (!std::isfinite(p.level_m) || !std::isfinite(p.storage_m3) || p.storage_m3 < 0 ||
        (p.outflow_m3_per_s && !(*p.outflow_m3_per_s >= 0)))
      return fail(ErrorCode::kInvalidArgument, "storage curve", at);
    if (i == 0) continue;
    if (!(p.level_m > points[i - 1].level_m && p.storage_m3 > points[i - 1].storage_m3))
      return fail(ErrorCode::kInvalidArgument, "storage curve", at + ": does not rise");
    if (p.outflow_m3_per_s && points[i - 1].outflow_m3_per_s && *p.outflow_m3_per_s < *points[i - 1].outflow_m3_per_s)
      return fail(ErrorCode::kInvalidArgument, "storage curve", at + ": outflow falls");
  }
  StorageCurve curve;
  curve.m_points = std::move(points);
  return curve;
}

Result<double> StorageCurve::storageAt(double level_m) const {
  const auto at = pieceAt(m_points, levelOf, level_m);
  if (!at) return fail(ErrorCode::kOutOfRange, "level_m", "outside the storage curve");
  return std::lerp(m_points[at->first].storage_m3, m_points[at->first + 1].storage_m3, at->second);
}

Result<double> StorageCurve::levelAt(double storage_m3) const {
  const auto at = pieceAt(m_points, storageOf, storage_m3);
  if (!at) return fail(ErrorCode::kOutOfRange, "storage_m3", "outside the storage curve");
  return std::lerp(m_points[at->first].level_m, m_points[at->first + 1].level_m, at->second);
}

Result<double> StorageCurve::outflowAt(double level_m) const {
  if (!hasOutflow()) return fail(ErrorCode::kNoData, "outflow_m3_per_s");
  const auto at = pieceAt(m_points, levelOf, level_m);
  if (!at) return fail(ErrorCode::kOutOfRange, "level_m", "outside the storage curve");
  return std::lerp(*m_points[at->first].outflow_m3_per_s, *m_points[at->first + 1].outflow_m3_per_s, at->second);
}

bool StorageCurve::hasOutflow() const {
  return !m_points.empty() &&
         std::ranges::all_of(m_points, [](const auto& p) { return p.outflow_m3_per_s.has_value(); });
}

Result<std::optional<double>> hoursUntilFull(double free_m3, double inflow_m3_per_s, double outflow_m3_per_s) {
  if (!(free_m3 >= 0)) return fail(ErrorCode::kOutOfRange, "free_m3");
  if (!(inflow_m3_per_s >= 0)) return fail(ErrorCode::kOutOfRange, "inflow_m3_per_s");
  if (!(outflow_m3_per_s >= 0)) return fail(ErrorCode::kOutOfRange, "outflow_m3_per_s");
  const double net_m3_per_s = inflow_m3_per_s - outflow_m3_per_s;
  if (net_m3_per_s <= 0) return std::optional<double>();
  return std::optional(free_m3 / net_m3_per_s / 3600);
}

}  // namespace gis::flood
