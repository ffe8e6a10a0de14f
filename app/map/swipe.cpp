// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/swipe.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "app/map/map_furniture.h"
#include "app/settings/theme.h"

namespace app {

namespace {

constexpr double kReachPx = 8, kKeyStepRatio = 0.02, kEdgeRatio = 0.02;

}  // namespace

Swipe::Swipe(JobPools& pools, const MapDocument& document, QObject* parent)
    : QObject(parent), m_pools(pools), m_document(document) {}

Swipe::~Swipe() = default;

void Swipe::start(const QString& layer_id) {
  m_layer_id = layer_id;
  m_place_ratio = 0.5;
  m_side = std::make_unique<Side>(m_pools);
  connect(&m_side->tiles, &TileStore::tilesArrived, this, &Swipe::arrived);
  connect(&m_side->labels, &LabelStore::labelsArrived, this, &Swipe::arrived);
  refreeze();
  if (!active()) return;
  want(m_target);
  emit changed();
}

void Swipe::stop() {
  if (!active()) return;
  m_side.reset();
  m_layer_id.clear();
  m_dragged = false;
  emit changed();
}

bool Swipe::complete() const { return !m_side || (m_side->tiles.complete() && m_side->labels.complete()); }

void Swipe::refreeze() {
  if (!active()) return;
  const MapLayer* layer = m_document.find(m_layer_id);
  if (!layer) return stop();
  layers::FrameRequest frame = m_document.frame();
  std::erase_if(frame.layers, [&](const layers::FrameLayer& of) { return of.state == layer->state; });
  const auto frozen = std::make_shared<const layers::FrameRequest>(std::move(frame));
  m_side->tiles.setFrame(frozen);
  m_side->labels.setFrame(frozen);
}

void Swipe::want(const layers::MapView& target) {
  m_target = target;
  if (!active() || target.width_px <= 0) return;
  m_side->tiles.want(target);
  m_side->labels.want(target);
}

void Swipe::place(double ratio) {
  m_place_ratio = std::clamp(ratio, kEdgeRatio, 1 - kEdgeRatio);
  emit changed();
}

void Swipe::drawSide(QPainter& painter, const layers::MapView& view) {
  if (!active()) return;
  painter.save();
  painter.setClipRect(QRectF(0, 0, dividerPx(view.width_px), view.height_px), Qt::IntersectClip);
  painter.fillRect(QRectF(0, 0, view.width_px, view.height_px), layers::groundColour(m_document.theme()));
  m_side->tiles.draw(painter, view);
  m_side->labels.draw(painter, view);
  painter.restore();
}

void Swipe::drawDivider(QPainter& painter, const layers::MapView& view) const {
  if (!active()) return;
  const ThemeColours& c = currentColours();
  const double x_px = dividerPx(view.width_px), y_px = view.height_px / 2.0;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(c.ground, dp(4)));
  painter.drawLine(QPointF(x_px, 0), QPointF(x_px, view.height_px));
  painter.setPen(QPen(c.accent, dp(2)));
  painter.drawLine(QPointF(x_px, 0), QPointF(x_px, view.height_px));
  painter.setBrush(c.accent);
  painter.drawEllipse(QPointF(x_px, y_px), dp(11), dp(11));
  painter.setPen(QPen(c.on_accent, dp(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  for (const double side : {-1.0, 1.0})
    painter.drawPolyline(QPolygonF{QPointF(x_px + side * dp(3), y_px - dp(4)), QPointF(x_px + side * dp(7), y_px),
                                   QPointF(x_px + side * dp(3), y_px + dp(4))});
  painter.restore();
  const MapLayer* layer = m_document.find(m_layer_id);
  const QString title = layer ? layer->title.text(m_document.language()) : QString();
  const QString without = tr("Without %1").arg(title), with = tr("With %1").arg(title);
  // Below the labels of the graticule.
  const double chip_y_px = dp(36);
  paintChip(painter, {x_px - dp(10) - chipSize(without).width() / 2, chip_y_px}, without, ChipLook::kQuiet);
  paintChip(painter, {x_px + dp(10) + chipSize(with).width() / 2, chip_y_px}, with, ChipLook::kQuiet);
}

bool Swipe::near(QPointF at, int width_px) const {
  return active() && std::abs(at.x() - dividerPx(width_px)) <= dp(static_cast<int>(kReachPx));
}

bool Swipe::press(QPointF at, int width_px) {
  m_dragged = near(at, width_px);
  return m_dragged;
}

bool Swipe::move(QPointF at, int width_px) {
  if (m_dragged) place(at.x() / std::max(1, width_px));
  return m_dragged;
}

bool Swipe::release() { return std::exchange(m_dragged, false); }

bool Swipe::key(const QKeyEvent& event) {
  if (!active()) return false;
  if (event.key() == Qt::Key_Escape) {
    stop();
    return true;
  }
  if (!(event.modifiers() & Qt::ControlModifier)) return false;
  if (event.key() == Qt::Key_Left) return place(m_place_ratio - kKeyStepRatio), true;
  if (event.key() == Qt::Key_Right) return place(m_place_ratio + kKeyStepRatio), true;
  return false;
}

}  // namespace app
