// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/swipe.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "app/map/map_furniture.h"
#include "app/settings/theme.h"

namespace app {

namespace {

constexpr double kSwipeReachPx = 8, kKeyStepRatio = 0.02, kEdgeRatio = 0.02;

}  // namespace

Swipe::Swipe(JobPools& pools, const MapDocument& document, QObject* parent)
    : QObject(parent), m_pools(pools), m_document(document) {}

Swipe::~Swipe() = default;

void Swipe::start(SwipeSides sides) {
  m_sides = std::move(sides);
  m_place_ratio = 0.5;
  m_side = std::make_unique<Side>(m_pools);
  connect(&m_side->tiles, &TileStore::tilesArrived, this, &Swipe::arrived);
  connect(&m_side->labels, &LabelStore::labelsArrived, this, &Swipe::arrived);
  refreeze();
  if (!active()) return;
  want(m_target);
  emit changed();
  emit sidesChanged();
}

void Swipe::stop() {
  if (!active()) return;
  m_side.reset();
  m_sides = {};
  m_dragged = false;
  emit changed();
  emit sidesChanged();
}

bool Swipe::complete() const { return !m_side || (m_side->tiles.complete() && m_side->labels.complete()); }

void Swipe::refreeze() {
  if (!active()) return;
  for (const QString& id : {m_sides.left_lacks, m_sides.right_lacks})
    if (!id.isEmpty() && !m_document.find(id)) return stop();
  const auto frozen = std::make_shared<const layers::FrameRequest>(
      m_document.frame(m_sides.left_is_past ? m_sides.left_past : m_document.past(), m_sides.left_lacks));
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

QString Swipe::titleOf(const QString& layer_id) const {
  const MapLayer* layer = m_document.find(layer_id);
  return layer ? layer->title.text(m_document.language()) : QString();
}

// Of the left side and of the right.
std::pair<QString, QString> Swipe::words() const {
  const auto moment = [](const PastMapPtr& past) {
    return past ? QDateTime::fromMSecsSinceEpoch(past->utc_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm")) : tr("Now");
  };
  if (m_sides.left_is_past) return {moment(m_sides.left_past), moment(m_document.past())};
  if (!m_sides.right_lacks.isEmpty()) return {titleOf(m_sides.right_lacks), titleOf(m_sides.left_lacks)};
  const QString title = titleOf(m_sides.left_lacks);
  return {tr("Without %1").arg(title), tr("With %1").arg(title)};
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
  const auto [left, right] = words();
  // Below the labels of the graticule.
  const double chip_y_px = dp(36);
  paintChip(painter, {x_px - dp(10) - chipSize(left).width() / 2, chip_y_px}, left, ChipLook::kQuiet);
  paintChip(painter, {x_px + dp(10) + chipSize(right).width() / 2, chip_y_px}, right, ChipLook::kQuiet);
}

bool Swipe::near(QPointF at, int width_px) const {
  return active() && std::abs(at.x() - dividerPx(width_px)) <= dp(static_cast<int>(kSwipeReachPx));
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
