// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shape/shape_tool.h"

#include <QGuiApplication>
#include <cmath>

#include "app/settings/theme.h"

namespace app {

namespace {

constexpr double kReachPx = 9;  // of a vertex
constexpr double kMiddleReachPx = 7;
constexpr double kLeastEdgePx = 28;  // shorter edges show no mark in their middle
constexpr int kPushRestMs = 700;

double metresBetween(gis::MapXY a, gis::MapXY b) { return std::hypot(a.x_m - b.x_m, a.y_m - b.y_m); }

std::size_t edgesOf(gis::GeometryKind kind, std::size_t vertices) {
  return kind == gis::GeometryKind::kPolygon                ? vertices
         : kind == gis::GeometryKind::kLine && vertices > 0 ? vertices - 1
                                                            : 0;
}

}  // namespace

ShapeTool::ShapeTool(const MapDocument& document, const SnapFinder& snaps, std::function<double()> metres_per_px,
                     QObject* parent)
    : MapTool(parent), m_document(document), m_snaps(snaps), m_metres_per_px(std::move(metres_per_px)) {
  m_pushed.setSingleShot(true);
  m_pushed.setInterval(kPushRestMs);
  connect(&m_pushed, &QTimer::timeout, this, [this] {
    if (m_set) emit edited(m_shape, {*m_set});
  });
}

void ShapeTool::setMode(ShapeMode mode, gis::GeometryKind drawn_kind) {
  while (dropBegun()) {
  }
  m_mode = mode;
  m_kind = drawn_kind;
  emit changed();
}

void ShapeTool::setPicked(const std::vector<gis::ShapeRow>& rows) {
  m_grip = Grip::kNone;
  m_chosen.reset(), m_hovered.reset(), m_row.reset(), m_crossing.reset();
  m_pushed.stop();
  m_others.clear(), m_pieces.clear();
  m_shape = {};
  for (std::size_t i = 1; i < rows.size(); ++i) m_others.emplace_back(rows[i].shape.kind, place(rows[i].shape));
  if (!rows.empty()) {
    m_row = gis::SnappedTo{rows.front().table, rows.front().fid};
    m_shape = rows.front().shape;
  }
  replace();
  emit changed();
}

void ShapeTool::setShape(gis::Shape shape) {
  m_shape = std::move(shape);
  if (m_chosen && (m_chosen->part >= m_shape.parts.size() || m_chosen->vertex >= m_shape.parts[m_chosen->part].size()))
    m_chosen.reset();
  m_hovered.reset(), m_crossing.reset();
  replace();
  emit changed();
}

void ShapeTool::setPieces(std::vector<gis::Shape> pieces) {
  m_pieces.clear();
  for (const gis::Shape& piece : pieces) m_pieces.emplace_back(piece.kind, place(piece));
  emit changed();
}

void ShapeTool::setWaiting(bool waiting) {
  m_waiting = waiting;
  emit changed();
}

ShapeTool::Placed ShapeTool::place(const gis::Shape& shape) const {
  Placed parts;
  for (const auto& part : shape.parts) {
    auto& placed = parts.emplace_back();
    for (const gis::LonLat& vertex : part) placed.push_back(m_document.toMap(vertex).value_or(gis::MapXY{}));
  }
  return parts;
}

void ShapeTool::replace() { m_placed = place(m_shape); }

QCursor ShapeTool::cursor() const { return m_mode == ShapeMode::kEdit ? Qt::ArrowCursor : Qt::CrossCursor; }

std::optional<gis::VertexAt> ShapeTool::vertexNear(gis::MapXY where) const {
  double best_m = dp(kReachPx) * m_metres_per_px();
  std::optional<gis::VertexAt> best;
  for (std::size_t part = 0; part < m_placed.size(); ++part)
    for (std::size_t i = 0; i < m_placed[part].size(); ++i)
      if (const double distance_m = metresBetween(m_placed[part][i], where); distance_m <= best_m)
        best_m = distance_m, best = gis::VertexAt{part, i};
  return best;
}

std::optional<gis::VertexAt> ShapeTool::middleNear(gis::MapXY where) const {
  const double metres_per_px = m_metres_per_px();
  for (std::size_t part = 0; part < m_placed.size(); ++part) {
    const auto& vertices = m_placed[part];
    for (std::size_t i = 0; i < edgesOf(m_shape.kind, vertices.size()); ++i) {
      const gis::MapXY a = vertices[i], b = vertices[(i + 1) % vertices.size()];
      if (metresBetween(a, b) < dp(kLeastEdgePx) * metres_per_px) continue;
      const gis::MapXY middle{(a.x_m + b.x_m) / 2, (a.y_m + b.y_m) / 2};
      if (metresBetween(middle, where) <= dp(kMiddleReachPx) * metres_per_px) return gis::VertexAt{part, i};
    }
  }
  return std::nullopt;
}

std::optional<gis::MapXY> ShapeTool::cross() const {
  if (m_shape.kind == gis::GeometryKind::kPoint || m_placed.empty()) return std::nullopt;
  gis::MapBox box;
  for (const auto& part : m_placed)
    for (const gis::MapXY& vertex : part) box.add(vertex);
  return box.centre();
}

std::optional<SetVertex> ShapeTool::setAt(gis::MapXY where) {
  m_snap = m_snaps.at(where, m_metres_per_px(), m_mode == ShapeMode::kEdit && m_row ? &*m_row : nullptr);
  const auto lon_lat = m_document.toLonLat(m_snap ? m_snap->at : where);
  if (!lon_lat) return std::nullopt;
  SetVertex vertex{*lon_lat, {}};
  if (m_snap && !m_snap->to.table.empty()) vertex.snapped = m_snap->to;
  return vertex;
}

void ShapeTool::click(gis::MapXY where) {
  if (m_waiting) return;
  if (m_mode == ShapeMode::kEdit) {
    emit pickWanted(where, (QGuiApplication::keyboardModifiers() & Qt::ShiftModifier) != 0);
    return;
  }
  if (const auto vertex = setAt(where)) {
    // The second click of a double click sets nothing new.
    if (m_vertices.empty() || !(m_vertices.back().at == vertex->at)) m_vertices.push_back(*vertex);
  }
  if (m_mode == ShapeMode::kDraw && m_kind == gis::GeometryKind::kPoint) finishDrawing();
  emit changed();
}

bool ShapeTool::press(gis::MapXY where) {
  if (m_waiting || m_mode != ShapeMode::kEdit || m_shape.empty()) return false;
  m_pushed.stop();
  m_before = m_shape;
  m_went = false;
  m_set.reset();
  m_from = where;
  if (const auto vertex = vertexNear(where)) {
    m_chosen = vertex;
    m_grip = Grip::kVertex;
  } else if (const auto middle = middleNear(where)) {
    if (const auto at = m_document.toLonLat(where))
      if (auto added = gis::withVertexAdded(m_shape, *middle, *at)) {
        m_shape = std::move(*added);
        m_chosen = gis::VertexAt{middle->part, middle->vertex + 1};
        m_grip = Grip::kVertex;
        replace();
      }
  } else if (const auto centre = cross(); centre && metresBetween(*centre, where) <= dp(kReachPx) * m_metres_per_px()) {
    m_grip = Grip::kWhole;
  }
  emit changed();
  return m_grip != Grip::kNone;
}

void ShapeTool::drag(gis::MapXY where) {
  if (m_grip == Grip::kNone) return;
  if (!m_went && metresBetween(m_from, where) < 2 * m_metres_per_px()) return;
  m_went = true;
  if (m_grip == Grip::kVertex && m_chosen) {
    m_set = setAt(where);
    if (!m_set) return;
    if (auto changed_shape = gis::withVertexMoved(m_shape, *m_chosen, m_set->at)) m_shape = std::move(*changed_shape);
    const auto crossing = gis::crossingAt(m_shape, *m_chosen);
    m_crossing = crossing ? m_document.toMap(*crossing) : std::nullopt;
  } else {
    const double dx_m = where.x_m - m_from.x_m, dy_m = where.y_m - m_from.y_m;
    m_shape = gis::moved(m_before, [&](gis::LonLat vertex) {
      const auto at = m_document.toMap(vertex);
      return at ? m_document.toLonLat({at->x_m + dx_m, at->y_m + dy_m}).value_or(vertex) : vertex;
    });
  }
  replace();
  emit changed();
}

void ShapeTool::release() {
  const Grip was = std::exchange(m_grip, Grip::kNone);
  m_snap.reset();
  m_crossing.reset();
  if (was == Grip::kNone) return;
  if (!m_went) {
    // A mark in the middle that was only clicked makes no vertex.
    m_shape = m_before;
    replace();
    if (m_chosen &&
        (m_chosen->part >= m_shape.parts.size() || m_chosen->vertex >= m_shape.parts[m_chosen->part].size()))
      m_chosen.reset();
    emit changed();
    return;
  }
  emit changed();
  emit edited(m_shape, m_set ? std::vector<SetVertex>{*m_set} : std::vector<SetVertex>());
}

void ShapeTool::hover(gis::MapXY where) {
  m_pointer = where;
  if (m_mode == ShapeMode::kEdit) {
    m_hovered = m_waiting ? std::nullopt : vertexNear(where);
    m_snap.reset();
  } else {
    m_snap = m_snaps.at(where, m_metres_per_px());
  }
  emit changed();
}

bool ShapeTool::doubleClick(gis::MapXY) {
  if (m_mode != ShapeMode::kEdit) finishDrawing();
  return true;
}

void ShapeTool::finishDrawing() {
  const bool ring = m_mode == ShapeMode::kHole || (m_mode == ShapeMode::kDraw && m_kind == gis::GeometryKind::kPolygon);
  const bool point = m_mode == ShapeMode::kDraw && m_kind == gis::GeometryKind::kPoint;
  if (m_vertices.size() < (ring ? 3U : point ? 1U : 2U)) return;
  const auto vertices = std::exchange(m_vertices, {});
  m_snap.reset();
  emit changed();
  emit drawn(vertices);
}

void ShapeTool::step(int by) {
  const auto total = static_cast<int>(m_shape.vertexCount());
  if (total == 0) return;
  int at = by > 0 ? 0 : total - 1;
  if (m_chosen) {
    int before = 0;
    for (std::size_t part = 0; part < m_chosen->part; ++part) before += static_cast<int>(m_shape.parts[part].size());
    at = (before + static_cast<int>(m_chosen->vertex) + by + total) % total;
  }
  for (std::size_t part = 0; part < m_shape.parts.size(); ++part) {
    const auto size = static_cast<int>(m_shape.parts[part].size());
    if (at < size) {
      m_chosen = gis::VertexAt{part, static_cast<std::size_t>(at)};
      break;
    }
    at -= size;
  }
  emit changed();
}

void ShapeTool::push(double dx_px, double dy_px) {
  const double far = (QGuiApplication::keyboardModifiers() & Qt::ShiftModifier) ? 10 : 1;
  const gis::MapXY at = m_placed[m_chosen->part][m_chosen->vertex];
  const double step_m = far * m_metres_per_px();
  const auto to = m_document.toLonLat({at.x_m + dx_px * step_m, at.y_m + dy_px * step_m});
  if (!to) return;
  if (!m_pushed.isActive()) m_before = m_shape;
  if (auto changed_shape = gis::withVertexMoved(m_shape, *m_chosen, *to)) m_shape = std::move(*changed_shape);
  m_set = SetVertex{*to, {}};
  replace();
  m_pushed.start();
  emit changed();
}

bool ShapeTool::key(int qt_key) {
  if (m_mode != ShapeMode::kEdit) {
    if (qt_key == Qt::Key_Return || qt_key == Qt::Key_Enter) {
      if (m_vertices.empty()) return false;  // the centre stands for the pointer
      finishDrawing();
      return true;
    }
    if (qt_key != Qt::Key_Backspace || m_vertices.empty()) return false;
    m_vertices.pop_back();
    emit changed();
    return true;
  }
  if (m_shape.empty() || m_waiting) return false;
  const bool whole = m_chosen.has_value();
  switch (qt_key) {
    case Qt::Key_N:
      return step(1), true;
    case Qt::Key_P:
      return step(-1), true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: {
      const auto vertex = m_hovered ? m_hovered : m_chosen;
      if (vertex) emit removeVertexWanted(*vertex);
      return vertex.has_value();
    }
    case Qt::Key_Left:
      return whole && (push(-1, 0), true);
    case Qt::Key_Right:
      return whole && (push(1, 0), true);
    case Qt::Key_Up:
      return whole && (push(0, 1), true);
    case Qt::Key_Down:
      return whole && (push(0, -1), true);
    default:
      return false;
  }
}

// A drag, a push, a drawing or a chosen vertex: one of them at a time; false when there was none.
bool ShapeTool::dropBegun() {
  if (m_grip != Grip::kNone || m_pushed.isActive()) {
    m_grip = Grip::kNone;
    m_pushed.stop();
    m_shape = m_before;
    replace();
  } else if (!m_vertices.empty()) {
    m_vertices.clear();
    m_snap.reset();
  } else if (m_chosen) {
    m_chosen.reset();
  } else {
    return false;
  }
  emit changed();
  return true;
}

bool ShapeTool::cancel() {
  // What is being asked is answered in the panel: nothing is lost by a key.
  if (m_waiting || dropBegun()) return true;
  if (m_mode != ShapeMode::kEdit || !m_row) return false;
  emit letGo();
  return true;
}

}  // namespace app
