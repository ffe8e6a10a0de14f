// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/view_memory.h"

#include <cmath>

namespace app {

namespace {
// A view this near to the full one is the full one.
constexpr double kSameScaleRatio = 0.01, kSamePlacePx = 2;
}  // namespace

void rememberView(AppSettings& settings, const QString& folder, const MapDocument& document, const MapCanvas& canvas) {
  if (!canvas.isVisible()) return;
  const layers::MapView& view = canvas.view();
  const layers::MapView full = layers::fitted(document.extent(), canvas.width(), canvas.height(), view.device_ratio);
  const double off_px =
      std::hypot(view.centre.x_m - full.centre.x_m, view.centre.y_m - full.centre.y_m) / full.metres_per_px;
  const bool is_full = std::abs(view.metres_per_px / full.metres_per_px - 1) < kSameScaleRatio && off_px < kSamePlacePx;
  settings.setView(
      folder, is_full ? std::nullopt : std::optional(SavedView{view.centre.x_m, view.centre.y_m, view.metres_per_px}));
}

void recallView(const AppSettings& settings, const MapDocument& document, MapCanvas& canvas) {
  if (!document.workspace()) return;
  const auto view = settings.view(QString::fromStdString(document.workspace()->folder.string()));
  if (view && document.extent().contains({view->x_m, view->y_m}))
    canvas.goTo({view->x_m, view->y_m}, view->metres_per_px);
}

}  // namespace app
