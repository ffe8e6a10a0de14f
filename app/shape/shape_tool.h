// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <functional>
#include <optional>
#include <vector>

#include "app/map/map_tool.h"
#include "app/shape/snap_finder.h"
#include "gis/shape/shape_edit.h"
#include "gis/shape/shape_row.h"

namespace app {

enum class ShapeMode { kEdit, kDraw, kHole, kSplit };

// A vertex that was set by hand, and what it was snapped to.
struct SetVertex {
  gis::LonLat at;
  std::optional<gis::SnappedTo> snapped;
};

// Edits the shapes of rows on the map. kEdit: a click picks (Shift adds, for merging); a vertex is dragged, the small
// mark in the middle of an edge becomes a vertex when it is dragged, the cross moves the whole; Delete takes the chosen
// vertex away; N and P walk through the vertices, arrows push the chosen one a pixel (Shift: ten). kDraw, kHole,
// kSplit: click by click, double click or Enter ends, Backspace takes the last one back. Esc drops what was begun. It
// changes no row: it tells what the person wants. Window's thread.
class ShapeTool final : public MapTool {
  Q_OBJECT
 public:
  ShapeTool(const MapDocument& document, const SnapFinder& snaps, std::function<double()> metres_per_px,
            QObject* parent = nullptr);

  void setMode(ShapeMode mode, gis::GeometryKind drawn_kind);
  ShapeMode mode() const { return m_mode; }
  // What is picked; the first is the one that is edited.
  void setPicked(const std::vector<gis::ShapeRow>& rows);
  // The picked one as it may become, until it is saved or refused.
  const gis::Shape& shape() const { return m_shape; }
  void setShape(gis::Shape shape);
  // Pieces to show instead of it; none: the shape.
  void setPieces(std::vector<gis::Shape> pieces);
  // While something is being written or asked nothing else is begun.
  void setWaiting(bool waiting);
  std::optional<gis::VertexAt> chosenVertex() const { return m_chosen; }

  QCursor cursor() const override;
  void click(gis::MapXY where) override;
  bool press(gis::MapXY where) override;
  void drag(gis::MapXY where) override;
  void release() override;
  void hover(gis::MapXY where) override;
  bool doubleClick(gis::MapXY where) override;
  bool key(int qt_key) override;
  bool cancel() override;
  void paint(QPainter& painter, const layers::MapView& view) const override;

 signals:
  void pickWanted(gis::MapXY where, bool add);
  void edited(const gis::Shape& shape, const std::vector<app::SetVertex>& set);
  void drawn(const std::vector<app::SetVertex>& vertices);  // kDraw: a whole line, ring or point; kHole; kSplit
  void removeVertexWanted(gis::VertexAt at);
  void letGo();

 private:
  using Placed = std::vector<std::vector<gis::MapXY>>;
  Placed place(const gis::Shape& shape) const;
  void replace();
  std::optional<gis::VertexAt> vertexNear(gis::MapXY where) const;
  std::optional<gis::VertexAt> middleNear(gis::MapXY where) const;  // of the edge that begins there
  std::optional<gis::MapXY> cross() const;                          // the handle that moves the whole
  std::optional<SetVertex> setAt(gis::MapXY where);
  bool dropBegun();
  void push(double dx_px, double dy_px);
  void finishDrawing();
  void step(int by);
  void paintShape(QPainter& painter, const layers::MapView& view, const Placed& parts, gis::GeometryKind kind,
                  bool first) const;
  void paintHandles(QPainter& painter, const layers::MapView& view) const;
  void paintDrawing(QPainter& painter, const layers::MapView& view) const;
  void paintPieces(QPainter& painter, const layers::MapView& view) const;

  const MapDocument& m_document;
  const SnapFinder& m_snaps;
  std::function<double()> m_metres_per_px;
  ShapeMode m_mode = ShapeMode::kEdit;
  gis::GeometryKind m_kind = gis::GeometryKind::kNone;  // of what is drawn
  bool m_waiting = false;
  std::optional<gis::SnappedTo> m_row;  // the one that is edited
  gis::Shape m_shape;
  Placed m_placed;
  std::vector<std::pair<gis::GeometryKind, Placed>> m_others, m_pieces;
  std::optional<gis::VertexAt> m_chosen, m_hovered;
  // A drag: of a vertex, or of the whole.
  enum class Grip { kNone, kVertex, kWhole };
  Grip m_grip = Grip::kNone;
  gis::Shape m_before;
  gis::MapXY m_from;
  bool m_went = false;
  std::optional<SetVertex> m_set;
  std::optional<gis::MapXY> m_crossing;
  // A drawing.
  std::vector<SetVertex> m_vertices;
  std::optional<gis::MapXY> m_pointer;
  std::optional<Snap> m_snap;
  QTimer m_pushed;  // arrows: saved when they rest
};

}  // namespace app
