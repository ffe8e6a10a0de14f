// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/select_tool.h"

#include <QGuiApplication>
#include <QPainter>
#include <cmath>

#include "app/settings/theme.h"

namespace app {

namespace {

constexpr double kReachPx = 8;  // around a click
constexpr double kLeastBoxPx = 4;

SelectHow howNow() {
  const Qt::KeyboardModifiers held = QGuiApplication::keyboardModifiers();
  if (held & Qt::ShiftModifier) return SelectHow::kAdd;
  if (held & Qt::ControlModifier) return SelectHow::kToggle;
  return SelectHow::kReplace;
}

// Districts cover everything and are drawn as lines: choosing them with whatever lies in them is what nobody means.
constexpr const char* kDivisionTable = "division";

bool canBeChosen(const MapLayer& layer, double metres_per_px) {
  return layer.table != kDivisionTable && layer.visible && layer.state && layer.columns && layer.opacity_ratio > 0 &&
         layer.state->visibleAt(metres_per_px);
}

gis::MapBox boxOf(gis::MapXY a, gis::MapXY b) {
  gis::MapBox box;
  box.add(a);
  box.add(b);
  return box;
}

}  // namespace

FeatureSelection chosenInBox(const MapDocument& document, const gis::MapBox& box, double metres_per_px, SelectHow how) {
  FeatureSelection chosen = how == SelectHow::kReplace ? FeatureSelection() : document.chosen();
  for (const MapLayer& layer : document.layers())
    if (canBeChosen(layer, metres_per_px))
      if (gis::FeatureSet found = layer.state->within(box, metres_per_px); !found.empty())
        chosen.choose({layer.id, layer.table, layer.columns, std::move(found)}, how);
  return chosen;
}

FeatureSelection chosenAt(const MapDocument& document, gis::MapXY where, double radius_m, double metres_per_px,
                          SelectHow how) {
  FeatureSelection chosen = how == SelectHow::kReplace ? FeatureSelection() : document.chosen();
  const MapLayer* meant = nullptr;
  layers::Hit nearest;
  const auto rank = [](const MapLayer& layer) { return static_cast<int>(layer.columns->kind); };
  for (auto layer = document.layers().rbegin(); layer != document.layers().rend(); ++layer) {
    if (!canBeChosen(*layer, metres_per_px)) continue;
    for (const layers::Hit& hit : layer->state->identify(where, radius_m, metres_per_px)) {
      if (hit.feature == layers::Hit::kNotInColumns) continue;
      if (meant == nullptr || std::pair(rank(*layer), hit.distance_m) < std::pair(rank(*meant), nearest.distance_m))
        meant = &*layer, nearest = hit;
    }
  }
  if (meant != nullptr)
    chosen.choose({meant->id, meant->table, meant->columns, gis::FeatureSet::of({nearest.feature})}, how);
  return chosen;
}

SelectTool::SelectTool(MapDocument& document, std::function<double()> metres_per_px, QObject* parent)
    : MapTool(parent), m_document(document), m_metres_per_px(std::move(metres_per_px)) {}

void SelectTool::click(gis::MapXY where) {
  const double metres_per_px = m_metres_per_px();
  m_document.choose(chosenAt(m_document, where, dp(kReachPx) * metres_per_px, metres_per_px, howNow()));
}

bool SelectTool::press(gis::MapXY where) {
  m_from = m_to = where;
  return true;
}

void SelectTool::drag(gis::MapXY where) {
  if (!m_from) return;
  m_to = where;
  emit changed();
}

void SelectTool::release() {
  if (!m_from) return;
  const gis::MapXY from = *m_from;
  m_from.reset();
  const double metres_per_px = m_metres_per_px();
  if (std::max(std::abs(m_to.x_m - from.x_m), std::abs(m_to.y_m - from.y_m)) < kLeastBoxPx * metres_per_px) {
    click(from);
  } else {
    m_document.choose(chosenInBox(m_document, boxOf(from, m_to), metres_per_px, howNow()));
  }
  emit changed();
}

bool SelectTool::cancel() {
  if (!m_from) return false;
  m_from.reset();
  emit changed();
  return true;
}

void SelectTool::paint(QPainter& painter, const layers::MapView& view) const {
  if (!m_from) return;
  const gis::PixelXY a = view.toPixel(*m_from), b = view.toPixel(m_to);
  const ThemeColours& colours = currentColours();
  painter.save();
  painter.setPen(QPen(colours.accent, dp(1.5), Qt::DashLine));
  painter.setBrush(colours.accent_soft);
  painter.drawRect(QRectF(QPointF(a.x_px, a.y_px), QPointF(b.x_px, b.y_px)).normalized());
  painter.restore();
}

}  // namespace app
