// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCursor>
#include <QObject>
#include <QString>

#include "gis/core/coords.h"
#include "layers/core/map_view.h"

class QPainter;

namespace app {

enum class ToolKind { kIdentify, kSelect, kPan, kZoomBox, kMeasureDistance, kMeasureArea, kPlot };

// What clicks on the map do. Panning and zooming belong to the canvas and work with every tool. Window's thread.
class MapTool : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  virtual QCursor cursor() const { return Qt::ArrowCursor; }
  virtual void click(gis::MapXY) {}
  // The left button goes down: true when the tool takes the drag that may follow (else the map is moved). Then drag()
  // while it moves, and release() once, also without a move; click() is not called.
  virtual bool press(gis::MapXY) { return false; }
  virtual void drag(gis::MapXY) {}
  virtual void release() {}
  virtual void hover(gis::MapXY) {}
  // True when the tool used it; otherwise the canvas zooms in.
  virtual bool doubleClick(gis::MapXY) { return false; }
  virtual bool key(int /*qt_key*/) { return false; }
  // Esc: drops what was begun; false when there was nothing to drop.
  virtual bool cancel() { return false; }
  virtual void paint(QPainter&, const layers::MapView&) const {}
  // What a click is for; stands in the status bar as long as the tool is in hand. Set before it is.
  const QString& hint() const { return m_hint; }
  void setHint(const QString& hint) { m_hint = hint; }

 signals:
  void changed();

 private:
  QString m_hint;
};

class IdentifyTool final : public MapTool {
  Q_OBJECT
 public:
  using MapTool::MapTool;
  void click(gis::MapXY where) override { emit identified(where); }

 signals:
  void identified(gis::MapXY where);
};

// Drags the map with the left button, which the canvas does for every tool; clicks do nothing.
class PanTool final : public MapTool {
  Q_OBJECT
 public:
  using MapTool::MapTool;
  QCursor cursor() const override { return Qt::OpenHandCursor; }
};

class ZoomBoxTool final : public MapTool {
  Q_OBJECT
 public:
  using MapTool::MapTool;
  QCursor cursor() const override { return Qt::CrossCursor; }
};

}  // namespace app
