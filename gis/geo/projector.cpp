// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/projector.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "gis/geo/gauss_krueger.h"
#include "gis/geo/grid_polynomial.h"
#include "gis/geo/proj_handles.h"

namespace gis {

namespace {

constexpr double kNowhere = std::numeric_limits<double>::infinity();
constexpr std::size_t kFewestPointsForFit = 4000;  // below, fitting and checking costs more than it saves
constexpr double kFitTolerance_m = 1e-3;
constexpr double kDegreesPerMetre = 1.0 / 111320.0;

}  // namespace

struct Projector::Impl {
  ProjContext context;
  ProjObject transform;
  bool source_geographic = false;
  bool target_geographic = false;
  bool same = false;  // both systems are one: coordinates pass untouched

  Projector::XY trans(PJ_DIRECTION direction, double x, double y) const {
    if (!std::isfinite(x) || !std::isfinite(y)) return {kNowhere, kNowhere};
    if (same) return {x, y};
    const PJ_COORD out = proj_trans(transform.get(), direction, proj_coord(x, y, 0, HUGE_VAL));
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) {
      proj_errno_reset(transform.get());
      return {kNowhere, kNowhere};
    }
    return {out.xy.x, out.xy.y};
  }

  Result<Projector::XY> checked(PJ_DIRECTION direction, Projector::XY p) const {
    const Projector::XY out = trans(direction, p.x, p.y);
    if (!std::isfinite(out.x)) return fail(ErrorCode::kOutOfRange, fmt::format("{:.6f}, {:.6f}", p.x, p.y));
    return out;
  }
};

Projector::Projector(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Projector::Projector(Projector&&) noexcept = default;
Projector& Projector::operator=(Projector&&) noexcept = default;
Projector::~Projector() = default;

Result<Projector> Projector::create(const std::string& from_crs, const std::string& to_crs) {
  auto impl = std::make_unique<Impl>();
  impl->context = makeProjContext();
  const ProjObject from = parseCrs(impl->context.get(), from_crs);
  if (!from) return fail(ErrorCode::kUnknownCrs, from_crs, projErrorText(impl->context.get()));
  const ProjObject to = parseCrs(impl->context.get(), to_crs);
  if (!to) return fail(ErrorCode::kUnknownCrs, to_crs, projErrorText(impl->context.get()));
  impl->source_geographic = isGeographic(impl->context.get(), from.get());
  impl->target_geographic = isGeographic(impl->context.get(), to.get());
  impl->same = from_crs == to_crs;
  ProjObject raw(proj_create_crs_to_crs_from_pj(impl->context.get(), from.get(), to.get(), nullptr, nullptr));
  if (!raw) return fail(ErrorCode::kUnknownCrs, from_crs + " -> " + to_crs, projErrorText(impl->context.get()));
  impl->transform.reset(proj_normalize_for_visualization(impl->context.get(), raw.get()));
  if (!impl->transform)
    return fail(ErrorCode::kUnknownCrs, from_crs + " -> " + to_crs, projErrorText(impl->context.get()));
  return Projector(std::move(impl));
}

Result<Projector::XY> Projector::forward(XY from) const { return m_impl->checked(PJ_FWD, from); }
Result<Projector::XY> Projector::inverse(XY to) const { return m_impl->checked(PJ_INV, to); }
bool Projector::sourceIsGeographic() const { return m_impl->source_geographic; }
bool Projector::targetIsGeographic() const { return m_impl->target_geographic; }

void Projector::forwardAll(std::span<double> xy) const {
  const std::size_t points = xy.size() / 2;
  if (m_impl->same) {
    for (std::size_t i = 0; i < points; ++i)
      if (!std::isfinite(xy[2 * i]) || !std::isfinite(xy[2 * i + 1])) xy[2 * i] = xy[2 * i + 1] = kNowhere;
    return;
  }
  if (points >= kFewestPointsForFit) {
    const double tolerance = kFitTolerance_m * (m_impl->target_geographic ? kDegreesPerMetre : 1.0);
    const auto exact = [this](double x, double y) {
      const XY out = m_impl->trans(PJ_FWD, x, y);
      return GridPolynomial::Value{out.x, out.y};
    };
    if (const auto fit = GridPolynomial::fit(xy, exact, tolerance)) {
      fit->evaluateAll(xy);
      return;
    }
  }
  for (std::size_t i = 0; i < points; ++i) {
    const XY out = m_impl->trans(PJ_FWD, xy[2 * i], xy[2 * i + 1]);
    xy[2 * i] = out.x, xy[2 * i + 1] = out.y;
  }
}

Result<std::string> gaussKruegerZoneFor(const LonLatBox& extent) {
  if (extent.empty()) return fail(ErrorCode::kOutOfRange, "empty extent");
  const LonLat centre = extent.centre();
  const auto zone = gaussKruegerZone(centre.lon_deg);
  if (!zone || !(centre.lat_deg > 0 && centre.lat_deg < 60))
    return fail(ErrorCode::kOutOfRange, fmt::format("{:.4f}, {:.4f}", centre.lon_deg, centre.lat_deg),
                "outside the 3-degree zones 25 to 45");
  return gaussKruegerCrs(*zone, ZonePrefix::kWithout);
}

}  // namespace gis
