// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/core/map_document.h"
#include "app/map/furniture_overlay.h"
#include "app/map/highlight.h"
#include "app/map/hover_highlight.h"
#include "app/map/label_store.h"
#include "app/map/map_tool.h"
#include "app/map/swipe.h"
#include "app/map/tile_store.h"
#include "app/map/view_history.h"

namespace app {

enum class Motion { kSmooth, kInstant };

// The map. Freezes the document into a frame, lets workers draw tiles and labels, and only composes finished pictures
// when it paints: no layer is ever asked to draw on the window's thread. Pan, zoom, history and tools by mouse and
// keys.
class MapCanvas : public QWidget {
  Q_OBJECT
 public:
  MapCanvas(JobPools& pools, MapDocument& document, QWidget* parent = nullptr);
  ~MapCanvas() override;

  const layers::MapView& view() const { return m_target; }
  void showBox(const gis::MapBox& box);
  void fullView();
  void goTo(gis::MapXY centre, double metres_per_px);
  void flyTo(gis::MapXY where, double span_m);
  void setScaleDenominator(double denominator);
  void zoomBy(double factor_ratio, QPointF anchor_px);
  void panBy(QPointF by_px);
  void back();
  void forward();
  const ViewHistory& history() const { return m_history; }

  void setTool(ToolKind kind);
  // A room's own tool, until another is chosen.
  void useTool(std::unique_ptr<MapTool> tool);
  ToolKind tool() const { return m_tool_kind; }
  const QString& toolHint() const;
  MapTool& activeTool() const { return *m_tool; }
  void setMark(std::optional<gis::MapXY> where);
  FurnitureOverlay& furniture() { return m_furniture; }
  Swipe& swipe() { return m_swipe; }
  const HoverHighlight& hover() const { return m_hover; }
  void setMotion(Motion motion) { m_motion = motion; }

  // All tiles and labels of the view are drawn from the document as it is now.
  bool idle() const;
  // What is shown is drawn for this view: no tile stands in for another, none is scaled.
  // Everything that the document shows at this place and scale is drawn, whatever it may hold besides.
  bool viewComplete() const;
  bool tilesComplete() const { return m_tiles.complete() && !m_zoom_timer.isActive(); }

  QSize minimumSizeHint() const override { return {320, 240}; }

 signals:
  void viewChanged();
  void pointerMoved(std::optional<gis::MapXY> where);
  void identified(gis::MapXY where);
  void toolChanged(app::ToolKind kind);
  void measured(const QString& text);
  void becameIdle();
  void viewCompleted();
  void contextMenuWanted(gis::MapXY where, QPoint global);

 protected:
  void paintEvent(QPaintEvent*) override;
  void resizeEvent(QResizeEvent*) override;
  void showEvent(QShowEvent*) override;
  void mousePressEvent(QMouseEvent*) override;
  void mouseMoveEvent(QMouseEvent*) override;
  void mouseReleaseEvent(QMouseEvent*) override;
  void mouseDoubleClickEvent(QMouseEvent*) override;
  void wheelEvent(QWheelEvent*) override;
  void keyPressEvent(QKeyEvent*) override;
  void keyReleaseEvent(QKeyEvent*) override;
  void focusOutEvent(QFocusEvent*) override;
  void leaveEvent(QEvent*) override;
  void contextMenuEvent(QContextMenuEvent*) override;
  bool event(QEvent*) override;

 private:
  enum class Drag { kNone, kPress, kPan, kBox, kTool };
  void onDocument(const MapChange& change);
  void updateOnceAFrame();
  void refreezeSoon();
  void refreezeIn(int ms);
  void tellState();
  void refreeze();
  void setTarget(layers::MapView view, Motion motion, QPointF anchor_px);
  void stepZoom();
  void rememberView();
  void updateCursor();
  void updateHighlight();
  void paintFurniture(QPainter& painter);
  gis::MapXY mapAt(QPointF px) const { return m_view.toMap({px.x(), px.y()}); }
  double limited(double metres_per_px) const;

  MapDocument& m_document;
  TileStore m_tiles;
  LabelStore m_labels;
  FurnitureOverlay m_furniture;
  Swipe m_swipe;
  HoverHighlight m_hover;
  QTimer m_refreeze;            // gathers changes of the document
  bool m_first_picture = true;  // of the workspace
  bool m_stale = true;          // one of them changes what is shown
  QTimer m_repaint;             // what arrived since the last paint
  QElapsedTimer m_since_paint;
  QTimer m_zoom_timer;
  QElapsedTimer m_zoom_clock;
  QElapsedTimer m_since_remembered;
  layers::MapView m_view;    // what is shown now
  layers::MapView m_target;  // where it is heading; equal to m_view at rest
  layers::MapView m_zoom_from;
  QPointF m_zoom_anchor_px;
  double m_wheel_rest = 0;
  ViewHistory m_history;
  Motion m_motion = Motion::kSmooth;
  bool m_placed = false;     // a view was set
  bool m_want_full = false;  // full view as soon as there is an extent and a window
  bool m_is_full = false;    // the view is the full view: it follows the window's size
  std::unique_ptr<MapTool> m_tool;
  ToolKind m_tool_kind = ToolKind::kIdentify;
  Drag m_drag = Drag::kNone;
  bool m_drag_may_click = false;
  bool m_space_held = false;
  QPointF m_press_px;
  QPointF m_last_px;
  std::optional<gis::MapXY> m_mark;
  std::optional<Highlight> m_highlight;
};

}  // namespace app
