// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QPointF>
#include <QString>
#include <memory>

#include "app/core/map_document.h"
#include "app/map/label_store.h"
#include "app/map/tile_store.h"

class QKeyEvent;
class QPainter;

namespace app {

// Comparing (卷帘): a divider across the map, left of it one layer is missing, right of it the map is as ever. Draws
// the left side from tiles of its own, which exist only while it is in use. Window's thread.
class Swipe : public QObject {
  Q_OBJECT
 public:
  Swipe(JobPools& pools, const MapDocument& document, QObject* parent = nullptr);
  ~Swipe() override;

  void start(const QString& layer_id);
  void stop();
  bool active() const { return m_side != nullptr; }
  const QString& layerId() const { return m_layer_id; }
  bool complete() const;

  // What is drawn, and where, has changed.
  void refreeze();
  void want(const layers::MapView& target);

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

 private:
  struct Side {
    explicit Side(JobPools& pools) : tiles(pools), labels(pools) {}
    TileStore tiles;
    LabelStore labels;
  };
  void place(double ratio);

  JobPools& m_pools;
  const MapDocument& m_document;
  std::unique_ptr<Side> m_side;
  QString m_layer_id;
  layers::MapView m_target;
  double m_place_ratio = 0.5;  // of the window's width
  bool m_dragged = false;
};

}  // namespace app
