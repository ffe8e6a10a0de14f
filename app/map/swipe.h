// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QPointF>
#include <QString>
#include <memory>
#include <utility>

#include "app/core/map_document.h"
#include "app/map/label_store.h"
#include "app/map/tile_store.h"

class QKeyEvent;
class QPainter;

namespace app {

// What stands on the two sides of the divider.
struct SwipeSides {
  QString left_lacks;         // a layer that is missing left of it; empty: none
  QString right_lacks;        // one that is missing right of it: two layers are compared
  bool left_is_past = false;  // left is the map of another moment than right
  PastMapPtr left_past;       // that moment; null: now
};

// Comparing (卷帘): a divider across the map: with and without a layer, one layer and another, one moment and another.
// Draws the left side from tiles of its own, which exist only while it is in use. Window's thread.
class Swipe : public QObject {
  Q_OBJECT
 public:
  Swipe(JobPools& pools, const MapDocument& document, QObject* parent = nullptr);
  ~Swipe() override;

  void start(SwipeSides sides);
  void start(const QString& layer_id) { start(SwipeSides{layer_id, {}, false, {}}); }
  void stop();
  bool active() const { return m_side != nullptr; }
  const SwipeSides& sides() const { return m_sides; }
  const QString& layerId() const { return m_sides.left_lacks; }
  bool complete() const;

  // What is drawn, and where, has changed.
  void refreeze();
  void want(const layers::MapView& target);
  // What the map itself, right of the divider, shows.
  layers::FrameRequest frame() const { return m_document.frame(m_document.past(), m_sides.right_lacks); }

  double dividerPx(int width_px) const { return m_place_ratio * width_px; }
  // The map left of the divider.
  void drawSide(QPainter& painter, const layers::MapView& view);
  void drawDivider(QPainter& painter, const layers::MapView& view) const;

  // The mouse, in turns; true when it belongs to the divider.
  bool near(QPointF at, int width_px) const;
  bool press(QPointF at, int width_px);
  bool move(QPointF at, int width_px);
  bool release();
  // Ctrl+Left and Ctrl+Right move the divider, Esc ends.
  bool key(const QKeyEvent& event);

 signals:
  void changed();
  void arrived();
  // What is compared: the map right of the divider may have to be drawn anew.
  void sidesChanged();

 private:
  struct Side {
    explicit Side(JobPools& pools) : tiles(pools), labels(pools) {}
    TileStore tiles;
    LabelStore labels;
  };
  void place(double ratio);
  QString titleOf(const QString& layer_id) const;
  std::pair<QString, QString> words() const;

  JobPools& m_pools;
  const MapDocument& m_document;
  std::unique_ptr<Side> m_side;
  SwipeSides m_sides;
  layers::MapView m_target;
  double m_place_ratio = 0.5;  // of the window's width
  bool m_dragged = false;
};

}  // namespace app
