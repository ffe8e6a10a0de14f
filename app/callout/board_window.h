// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <memory>
#include <vector>

#include "app/callout/callout_view.h"

namespace app {

// The board for the wall: the clock, how many have confirmed, the counts by county, the map, and who is silent with
// masked numbers; readable from three metres. F11 fills the screen, Escape closes. Window's thread.
class BoardWindow : public QWidget {
  Q_OBJECT
 public:
  explicit BoardWindow(QWidget* parent = nullptr);
  void setView(CalloutViewPtr view);
  // How long ago the engine last worked.
  void setHeartbeat(std::int64_t age_ms, bool is_stuck);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void paintHead(QPainter& painter, const QRectF& where) const;
  void paintFigures(QPainter& painter, const QRectF& where) const;
  void paintCounties(QPainter& painter, const QRectF& where) const;
  void paintMap(QPainter& painter, const QRectF& where) const;
  void paintSilent(QPainter& painter, const QRectF& where) const;
  void paintFoot(QPainter& painter, const QRectF& where) const;

  CalloutViewPtr m_view;
  std::shared_ptr<const CalloutFacts> m_placed;
  std::vector<std::pair<std::string, QPointF>> m_places;  // degrees, latitude shortened: x to the east, y to the south
  QRectF m_extent;
  std::int64_t m_age_ms = 0;
  bool m_stuck = false;
};

}  // namespace app
