// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <functional>

#include "app/core/panel.h"
#include "app/map/map_tool.h"
#include "gis/core/error.h"
#include "layers/fire/fire_layer.h"

namespace app {

// What the fire room shows on the map: one layer of the document, of which each tab changes its own part. The layer
// comes when there is something to draw and goes with the last of it. Window's thread.
class FireStage : public QObject {
  Q_OBJECT
 public:
  explicit FireStage(PanelContext& context, QObject* parent = nullptr);
  // Changes the drawing and shows it.
  void change(const std::function<void(layers::FireDrawing&)>& edit);
  const layers::FireDrawing& drawing() const { return m_drawing; }
  void clear();
  // Clicks on the map go to `clicked`; the status bar says `hint` until the first of them or another tool.
  void pickPlace(std::function<void(gis::MapXY)> clicked, const QString& hint);

 private:
  PanelContext& m_context;
  layers::FireDrawing m_drawing;
};

// What is wrong with a place that was asked about, for the line under its field.
QString placeTrouble(const gis::Error& error);

// One click on the map for a room: a place.
class PlaceTool final : public MapTool {
  Q_OBJECT
 public:
  explicit PlaceTool(std::function<void(gis::MapXY)> clicked) : m_clicked(std::move(clicked)) {}
  QCursor cursor() const override { return Qt::CrossCursor; }
  void click(gis::MapXY where) override { m_clicked(where); }

 private:
  std::function<void(gis::MapXY)> m_clicked;
};

}  // namespace app
