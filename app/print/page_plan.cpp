// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/page_plan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

constexpr double kMmPerInch = 25.4, kScreenDpi = 96;
constexpr double kMarginMm = 10, kTitleMm = 14, kFootMm = 17, kLegendMm = 48;

}  // namespace

std::optional<Paper> paperOf(const std::string& name) {
  constexpr std::array<Paper, 5> kSheets = {{{841, 1189}, {594, 841}, {420, 594}, {297, 420}, {210, 297}}};
  if (name.size() != 2 || (name[0] != 'A' && name[0] != 'a') || name[1] < '0' || name[1] > '4') return std::nullopt;
  return kSheets[static_cast<std::size_t>(name[1] - '0')];
}

layers::MapView PagePlan::emptyView() const {
  layers::MapView view;
  view.device_ratio = device_ratio;
  // An even number: the middle of the view is then a whole pixel.
  view.width_px = static_cast<int>(std::ceil(map_px.width() / device_ratio - 1e-9));
  view.height_px = static_cast<int>(std::ceil(map_px.height() / device_ratio - 1e-9));
  return view;
}

double PagePlan::scaleDenominator(double ground_m_per_px) const {
  const double paper_m_per_px = device_ratio * kMmPerInch / 1000 / dpi;
  return ground_m_per_px / paper_m_per_px;
}

double PagePlan::groundMetresPerPx(double denominator) const {
  return denominator * device_ratio * kMmPerInch / 1000 / dpi;
}

PagePlan planPage(const PageRequest& request) {
  PagePlan plan;
  plan.dpi = request.dpi;
  plan.device_ratio = std::max(1.0, std::round(request.dpi / kScreenDpi * request.enlarged_ratio * 256)) / 256;
  if (!request.paper) {
    plan.sheet_px = request.size_px;
    plan.map_px = QRect(QPoint(), plan.sheet_px);
    return plan;
  }
  const auto px = [&](double mm) { return static_cast<int>(std::lround(mm / kMmPerInch * request.dpi)); };
  double width_mm = request.paper->width_mm, height_mm = request.paper->height_mm;
  if (request.orientation == Orientation::kLandscape) std::swap(width_mm, height_mm);
  plan.framed = true;
  plan.sheet_px = {px(width_mm), px(height_mm)};
  // The words grow with the symbols, but never push the map off the sheet.
  const double words = std::min(request.enlarged_ratio, 3.0);
  const int top_px = px(kMarginMm + (request.with_title ? kTitleMm * words : 0));
  const int bottom_px = px(kMarginMm + kFootMm * words);
  plan.map_px = {px(kMarginMm), top_px, plan.sheet_px.width() - 2 * px(kMarginMm),
                 plan.sheet_px.height() - top_px - bottom_px};
  if (request.with_legend) {
    const int legend_px = px(kLegendMm * std::min(request.enlarged_ratio, 2.0));
    plan.legend_px = plan.map_px.adjusted(plan.map_px.width() - legend_px, 0, 0, 0);
    plan.map_px.setWidth(plan.map_px.width() - legend_px);
  }
  return plan;
}

double roundScaleDenominator(double denominator) {
  if (!(denominator > 0) || !std::isfinite(denominator)) return 0;
  const double power = std::pow(10, std::floor(std::log10(denominator)));
  for (const double step : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 8.0})
    if (step * power >= denominator * (1 - 1e-9)) return step * power;
  return 10 * power;
}

}  // namespace app
