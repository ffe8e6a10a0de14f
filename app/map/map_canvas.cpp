// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_canvas.h"

#include <QPainter>
#include <cmath>

#include "app/map/map_furniture.h"
#include "app/map/measure_tool.h"
#include "app/map/select_tool.h"
#include "app/settings/theme.h"

namespace app {

namespace {

constexpr int kRefreezeMs = 20;
constexpr int kFirstRefreezeMs = 0;      // of a workspace: nothing else comes that it could be put together with
constexpr int kRefreezeLoadingMs = 180;  // layers stream in: not a new picture for each
constexpr int kZoomMs = 160;
constexpr int kFrameMs = 17;      // no screen of 60 frames a second asks twice within one
constexpr int kSameMoveMs = 700;  // steps closer together are one step of the history
constexpr double kFinestMetresPerPx = 0.05;
constexpr double kCoarsestMetresPerPx = 20000;

}  // namespace

MapCanvas::MapCanvas(JobPools& pools, MapDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_tiles(pools),
      m_labels(pools),
      m_furniture(pools, document),
      m_swipe(pools, document),
      m_hover(pools, document) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  m_refreeze.setSingleShot(true);
  connect(&m_refreeze, &QTimer::timeout, this, &MapCanvas::refreeze);
  m_zoom_timer.setInterval(kFrameMs);
  m_zoom_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_zoom_timer, &QTimer::timeout, this, &MapCanvas::stepZoom);
  connect(&m_document, &MapDocument::changed, this, &MapCanvas::onDocument);
  m_repaint.setSingleShot(true);
  m_repaint.setTimerType(Qt::PreciseTimer);
  connect(&m_repaint, &QTimer::timeout, this, qOverload<>(&QWidget::update));
  const auto arrived = [this] {
    updateOnceAFrame();
    tellState();
  };
  connect(&m_tiles, &TileStore::tilesArrived, this, arrived);
  connect(&m_labels, &LabelStore::labelsArrived, this, arrived);
  connect(&m_swipe, &Swipe::arrived, this, arrived);
  connect(&m_swipe, &Swipe::sidesChanged, this, &MapCanvas::refreezeSoon);
  connect(&m_swipe, &Swipe::changed, this, qOverload<>(&QWidget::update));
  connect(&m_hover, &HoverHighlight::changed, this, qOverload<>(&QWidget::update));
  connect(&m_furniture, &FurnitureOverlay::changed, this, qOverload<>(&QWidget::update));
  m_view.device_ratio = m_target.device_ratio = devicePixelRatioF();
  setTool(ToolKind::kIdentify);
  refreeze();
}

MapCanvas::~MapCanvas() = default;

bool MapCanvas::idle() const {
  // A workspace that holds nothing has no place to look at, and nothing to wait for.
  if (!m_placed && m_document.extent().empty()) return !m_refreeze.isActive();
  return !m_refreeze.isActive() && !m_zoom_timer.isActive() && m_tiles.complete() && m_labels.complete() &&
         m_swipe.complete();
}

void MapCanvas::onDocument(const MapChange& change) {
  if (change.properties & MapChange::kWorkspace) {
    m_tiles.clear();
    m_labels.clear();
    m_history.clear();
    m_swipe.stop();
    m_mark.reset();
    m_placed = false;
    m_first_picture = true;
    fullView();
  }
  if (change.properties & MapChange::kSelection) {
    updateHighlight();
    update();
  }
  constexpr unsigned kPicture = MapChange::kLayers | MapChange::kContent | MapChange::kVisibility |
                                MapChange::kOpacity | MapChange::kLook | MapChange::kChosen | MapChange::kPast;
  const MapLayer* layer = m_document.find(change.layer_id);
  const bool unseen = m_placed && layer && layer->visible && !layer->shownAt(m_target.metres_per_px);
  if (unseen && (change.properties & kPicture) == MapChange::kContent)
    refreezeIn(kRefreezeLoadingMs);  // the scale hides it: nobody waits
  else if (change.properties & kPicture)
    refreezeSoon();
  if ((change.properties & MapChange::kContent) && m_want_full) fullView();
}

void MapCanvas::refreezeSoon() {
  m_stale = true;
  const bool loading = std::ranges::any_of(
      m_document.layers(), [this](const MapLayer& l) { return l.coming() && l.shownAt(m_target.metres_per_px); });
  refreezeIn(loading ? kRefreezeLoadingMs : m_first_picture ? kFirstRefreezeMs : kRefreezeMs);
}

// Or sooner, when it was to happen sooner.
void MapCanvas::refreezeIn(int ms) {
  if (!m_refreeze.isActive() || m_refreeze.remainingTime() > ms) m_refreeze.start(ms);
}

// Tiles arrive by the dozen while the map is dragged: they are shown once a frame, not one by one.
void MapCanvas::updateOnceAFrame() {
  if (m_zoom_timer.isActive()) return;  // the next step paints
  const qint64 since_ms = m_since_paint.isValid() ? m_since_paint.elapsed() : kFrameMs;
  if (since_ms >= kFrameMs)
    update();
  else if (!m_repaint.isActive())
    m_repaint.start(static_cast<int>(kFrameMs - since_ms));
}

bool MapCanvas::viewComplete() const {
  return m_placed && !m_stale && m_tiles.complete() && m_labels.complete() && !m_zoom_timer.isActive();
}

void MapCanvas::tellState() {
  if (viewComplete()) emit viewCompleted();
  if (idle()) emit becameIdle();
}

void MapCanvas::refreeze() {
  const auto frame = std::make_shared<const layers::FrameRequest>(m_swipe.frame());
  m_tiles.setOverviewBox(m_document.extent());
  m_tiles.setFrame(frame);
  m_labels.setFrame(frame);
  m_swipe.refreeze();
  m_stale = false;
  if (!m_document.layers().empty()) m_first_picture = false;
  update();
  tellState();
}

double MapCanvas::limited(double metres_per_px) const {
  return std::clamp(metres_per_px, kFinestMetresPerPx, kCoarsestMetresPerPx);
}

void MapCanvas::setTarget(layers::MapView view, Motion motion, QPointF anchor_px) {
  view.width_px = width();
  view.height_px = height();
  view.device_ratio = devicePixelRatioF();
  view.metres_per_px = limited(view.metres_per_px);
  m_target = layers::snapped(view);
  const bool was_placed = std::exchange(m_placed, true);  // else there is nothing to fly from
  m_is_full = false;
  if (motion == Motion::kSmooth && was_placed && m_motion == Motion::kSmooth && isVisible() &&
      m_target.metres_per_px != m_view.metres_per_px) {
    m_zoom_from = m_view;
    m_zoom_anchor_px = anchor_px;
    m_zoom_clock.start();
    m_zoom_timer.start();
  } else {
    m_zoom_timer.stop();
    m_view = m_target;
  }
  m_tiles.want(m_target);
  m_labels.want(m_target);
  m_swipe.want(m_target);
  updateHighlight();
  m_hover.clear();
  if (!m_zoom_timer.isActive()) update();  // else the next step paints
  emit viewChanged();
  if (idle()) emit becameIdle();
}

void MapCanvas::stepZoom() {
  const double t = std::min(1.0, static_cast<double>(m_zoom_clock.elapsed()) / kZoomMs);
  if (t >= 1) {
    m_zoom_timer.stop();
    m_view = m_target;
    update();
    if (idle()) emit becameIdle();
    return;
  }
  const double eased = 1 - (1 - t) * (1 - t) * (1 - t);
  // The anchor keeps the place that it has in the target view; the resolution moves evenly in octaves.
  const gis::MapXY from = m_zoom_from.toMap({m_zoom_anchor_px.x(), m_zoom_anchor_px.y()});
  const gis::MapXY to = m_target.toMap({m_zoom_anchor_px.x(), m_zoom_anchor_px.y()});
  const gis::MapXY anchor{from.x_m + (to.x_m - from.x_m) * eased, from.y_m + (to.y_m - from.y_m) * eased};
  m_view.metres_per_px =
      std::exp2(std::log2(m_zoom_from.metres_per_px) * (1 - eased) + std::log2(m_target.metres_per_px) * eased);
  m_view.width_px = m_target.width_px, m_view.height_px = m_target.height_px;
  m_view.centre = {anchor.x_m - (m_zoom_anchor_px.x() - m_view.width_px / 2.0) * m_view.metres_per_px,
                   anchor.y_m + (m_zoom_anchor_px.y() - m_view.height_px / 2.0) * m_view.metres_per_px};
  update();
}

void MapCanvas::rememberView() {
  if (!m_placed) return;
  if (!m_since_remembered.isValid() || m_since_remembered.elapsed() > kSameMoveMs) m_history.leave(m_target);
  m_since_remembered.start();
}

void MapCanvas::showBox(const gis::MapBox& box) {
  if (box.empty()) return;
  if (m_placed) m_history.leave(m_target);
  setTarget(layers::fitted(box, std::max(1, width()), std::max(1, height()), devicePixelRatioF()), Motion::kSmooth,
            QPointF(width() / 2.0, height() / 2.0));
}

void MapCanvas::fullView() {
  const gis::MapBox box = m_document.extent();
  // A canvas not yet shown has no size of its own: wait for it.
  m_want_full = box.empty() || !isVisible();
  if (m_want_full) return;
  showBox(box);
  m_is_full = true;
}

void MapCanvas::goTo(gis::MapXY centre, double metres_per_px) {
  if (m_placed) m_history.leave(m_target);
  layers::MapView view = m_target;
  view.centre = centre;
  view.metres_per_px = metres_per_px;
  setTarget(view, Motion::kInstant, {});
}

void MapCanvas::flyTo(gis::MapXY where, double span_m) {
  const int side_px = std::max(1, std::min(width(), height()));
  goTo(where, span_m > 0 ? span_m / side_px : std::min(m_target.metres_per_px, 10.0));
}

void MapCanvas::setScaleDenominator(double denominator) {
  rememberView();
  layers::MapView view = m_target;
  view.metres_per_px = layers::metresPerPxForScale(denominator);
  setTarget(view, Motion::kSmooth, QPointF(width() / 2.0, height() / 2.0));
}

void MapCanvas::zoomBy(double factor_ratio, QPointF anchor_px) {
  if (!m_placed) return;
  rememberView();
  layers::MapView view = m_target;
  const gis::MapXY anchor = m_target.toMap({anchor_px.x(), anchor_px.y()});
  view.metres_per_px = limited(m_target.metres_per_px / factor_ratio);
  view.centre = {anchor.x_m - (anchor_px.x() - width() / 2.0) * view.metres_per_px,
                 anchor.y_m + (anchor_px.y() - height() / 2.0) * view.metres_per_px};
  setTarget(view, Motion::kSmooth, anchor_px);
}

void MapCanvas::panBy(QPointF by_px) {
  layers::MapView view = m_target;
  view.centre.x_m -= by_px.x() * view.metres_per_px;
  view.centre.y_m += by_px.y() * view.metres_per_px;
  setTarget(view, Motion::kInstant, {});
}

void MapCanvas::back() {
  if (const auto view = m_history.back(m_target)) setTarget(*view, Motion::kInstant, {});
}

void MapCanvas::forward() {
  if (const auto view = m_history.forward(m_target)) setTarget(*view, Motion::kInstant, {});
}

void MapCanvas::useTool(std::unique_ptr<MapTool> tool) {
  m_tool_kind = ToolKind::kPlot;
  m_tool = std::move(tool);
  connect(m_tool.get(), &MapTool::changed, this, qOverload<>(&QWidget::update));
  updateCursor();
  update();
  emit toolChanged(m_tool_kind);
}

void MapCanvas::setTool(ToolKind kind) {
  m_tool_kind = kind;
  const auto to_lon_lat = [this](gis::MapXY where) { return m_document.toLonLat(where); };
  switch (kind) {
    case ToolKind::kIdentify: {
      auto tool = std::make_unique<IdentifyTool>();
      connect(tool.get(), &IdentifyTool::identified, this, &MapCanvas::identified);
      m_tool = std::move(tool);
      break;
    }
    case ToolKind::kPan:
      m_tool = std::make_unique<PanTool>();
      break;
    case ToolKind::kSelect:
      m_tool = std::make_unique<SelectTool>(m_document, [this] { return m_view.metres_per_px; });
      break;
    case ToolKind::kZoomBox:
      m_tool = std::make_unique<ZoomBoxTool>();
      break;
    case ToolKind::kMeasureDistance:
    case ToolKind::kMeasureArea: {
      auto tool = std::make_unique<MeasureTool>(
          kind == ToolKind::kMeasureArea ? MeasureKind::kArea : MeasureKind::kDistance, to_lon_lat);
      connect(tool.get(), &MeasureTool::measured, this, &MapCanvas::measured);
      m_tool = std::move(tool);
      break;
    }
    case ToolKind::kPlot:
      return setTool(ToolKind::kIdentify);  // comes with a room, through useTool()
  }
  connect(m_tool.get(), &MapTool::changed, this, qOverload<>(&QWidget::update));
  updateCursor();
  update();
  emit toolChanged(kind);
}

const QString& MapCanvas::toolHint() const { return m_tool->hint(); }

void MapCanvas::setMark(std::optional<gis::MapXY> where) {
  m_mark = where;
  update();
}

void MapCanvas::updateHighlight() {
  m_highlight.reset();
  const auto& selection = m_document.selection();
  if (!selection) return;
  const MapLayer* layer = m_document.find(selection->layer_id);
  if (layer && layer->columns) m_highlight = highlightOf(*layer->columns, selection->feature, m_target.metres_per_px);
}

void MapCanvas::paintEvent(QPaintEvent*) {
  m_repaint.stop();
  m_since_paint.start();
  QPainter painter(this);
  const QRegion bare = m_placed ? m_tiles.draw(painter, m_view) : QRegion(rect());
  for (const QRect& part : bare) painter.fillRect(part, layers::groundColour(m_document.theme()));
  if (m_placed) {
    m_labels.draw(painter, m_view);
    m_swipe.drawSide(painter, m_view);
    m_hover.paint(painter, m_view);
    if (m_highlight) paintHighlight(painter, m_view, *m_highlight);
    if (m_mark) {
      const gis::PixelXY at = m_view.toPixel(*m_mark);
      paintMark(painter, {at.x_px, at.y_px});
    }
    m_tool->paint(painter, m_view);
  }
  paintFurniture(painter);
}

void MapCanvas::paintFurniture(QPainter& painter) {
  if (m_drag == Drag::kBox) {
    painter.setPen(QPen(currentColours().accent, dp(2)));
    painter.setBrush(currentColours().accent_soft);
    painter.drawRect(QRectF(m_press_px, m_last_px).normalized());
  }
  m_swipe.drawDivider(painter, m_view);
  if (m_placed) m_furniture.paint(painter, m_view, m_target, QRectF(rect()));
}

void MapCanvas::resizeEvent(QResizeEvent*) {
  if (m_want_full || !m_placed) {
    fullView();
    return;
  }
  if (m_is_full) {
    setTarget(layers::fitted(m_document.extent(), width(), height(), devicePixelRatioF()), Motion::kInstant, {});
    m_is_full = true;
    return;
  }
  setTarget(m_target, Motion::kInstant, {});
}

void MapCanvas::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_want_full) fullView();
}

bool MapCanvas::event(QEvent* event) {
  if (event->type() == QEvent::ScreenChangeInternal || event->type() == QEvent::LanguageChange) {
    const bool was_full = m_is_full;  // another language is no other view
    if (m_placed) setTarget(m_target, Motion::kInstant, {});
    m_is_full = was_full;
    update();
  }
  return QWidget::event(event);
}

}  // namespace app
