// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/layer_panel.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QSlider>
#include <QVBoxLayout>
#include <cmath>

#include "app/core/map_document.h"
#include "app/map/measure_text.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/shell/elided_label.h"
#include "app/shell/layer_row_delegate.h"
#include "app/shell/raster_menu.h"
#include "app/text/error_text.h"

namespace app {

namespace {

const QString kFilesGroup = QStringLiteral("files");

QString countText(long long count) { return count < 0 ? QString() : QLocale(QLocale::English).toString(count); }

QString groupIcon(const QString& group) {
  static const QStringList known{QStringLiteral("fire"),     QStringLiteral("geology"), QStringLiteral("flood"),
                                 QStringLiteral("seismic"),  QStringLiteral("danger"),  QStringLiteral("exposure"),
                                 QStringLiteral("capacity"), QStringLiteral("base")};
  return known.contains(group)                ? group
         : group == QLatin1String("plotting") ? QStringLiteral("plot")
                                              : QStringLiteral("file");
}

// Where a layer that the present scale hides begins to show: zooming in if it ever does so, else zooming out.
struct NextShown {
  double denominator = 0;  // 0: at no scale
  bool zoom_in = true;
};

// Two figures are enough to know how far to go; rounded to the side where the layer shows.
double roundScale(double denominator, bool down) {
  const double power = std::pow(10, std::floor(std::log10(denominator)) - 1);
  return (down ? std::floor(denominator / power) : std::ceil(denominator / power)) * power;
}

NextShown nextShown(const layers::LayerState& state, double metres_per_px) {
  constexpr double kFinestMetresPerPx = 0.05, kCoarsestMetresPerPx = 20000, kStepRatio = 1.05;
  for (double at = metres_per_px; at > kFinestMetresPerPx; at /= kStepRatio)
    if (state.visibleAt(at)) return {roundScale(layers::scaleDenominator(at), true), true};
  for (double at = metres_per_px; at < kCoarsestMetresPerPx; at *= kStepRatio)
    if (state.visibleAt(at)) return {roundScale(layers::scaleDenominator(at), false), false};
  return {};
}

}  // namespace

LayerPanel::LayerPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_tree(new LayerTree),
      m_empty(new QLabel),
      m_opacity_label(new ElidedLabel),
      m_opacity_value(new QLabel),
      m_opacity(new QSlider(Qt::Horizontal)) {
  setMinimumWidth(dp(190));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_tree->setColumnCount(2);
  m_tree->setHeaderHidden(true);
  m_tree->header()->setStretchLastSection(false);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_tree->setIndentation(dp(16));
  m_tree->setIconSize(QSize(dp(20), dp(16)));
  m_tree->setItemDelegate(new LayerRowDelegate(m_tree));
  m_tree->setDragDropMode(QAbstractItemView::DragDrop);
  m_tree->setDefaultDropAction(Qt::MoveAction);
  m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
  m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_tree->setTextElideMode(Qt::ElideRight);
  m_empty->setWordWrap(true);
  m_empty->setMargin(dp(12));
  m_empty->setProperty("role", "second");
  column->addWidget(m_empty);
  column->addWidget(m_tree, 1);
  auto* foot = new QWidget;
  auto* rows = new QVBoxLayout(foot);
  rows->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  rows->setSpacing(dp(4));
  auto* words = new QHBoxLayout;
  words->setSpacing(dp(8));
  m_opacity->setRange(0, 100);
  m_opacity->setPageStep(10);
  m_opacity_label->setProperty("role", "second");
  m_opacity_value->setProperty("role", "second");
  words->addWidget(m_opacity_label, 1);
  words->addWidget(m_opacity_value);
  rows->addLayout(words);
  rows->addWidget(m_opacity);
  auto* rule = new QFrame;
  rule->setProperty("role", "rule");
  column->addWidget(rule);
  column->addWidget(foot);

  connect(m_tree, &QTreeWidget::itemChanged, this, &LayerPanel::onItemChanged);
  connect(m_tree, &QTreeWidget::currentItemChanged, this, &LayerPanel::onCurrent);
  connect(m_tree, &QWidget::customContextMenuRequested, this, &LayerPanel::showMenu);
  connect(m_tree, &QTreeWidget::itemExpanded, this,
          [this](QTreeWidgetItem* i) { m_group_open[i->data(0, kIdRole).toString()] = true; });
  connect(m_tree, &QTreeWidget::itemCollapsed, this,
          [this](QTreeWidgetItem* i) { m_group_open[i->data(0, kIdRole).toString()] = false; });
  connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
    const MapLayer* layer = m_context.document.find(item->data(0, kIdRole).toString());
    if (layer && layer->state) m_context.map.show_box(layer->state->extent());
  });
  connect(m_tree, &LayerTree::filesDropped, this, &LayerPanel::filesDropped);
  connect(m_tree, &LayerTree::moved, this, [this](const QString& id, const QString& target, bool above) {
    const auto& layers = m_context.document.layers();
    const auto at = std::find_if(layers.begin(), layers.end(), [&](const MapLayer& l) { return l.id == target; });
    if (at == layers.end()) return;
    // "Above" in the list is above on the map; below the target means above whatever lies under it.
    if (above) {
      m_context.document.moveAbove(id, target);
    } else {
      auto under = at;
      do {
        if (under == layers.begin()) return m_context.document.moveAbove(id, {});
        --under;
      } while (under->id == id);
      m_context.document.moveAbove(id, under->id);
    }
  });
  connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
    if (m_refreshing) return;
    m_context.document.setOpacity(currentId(), percent / 100.0);
  });
  connect(&m_context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & (MapChange::kLayers | MapChange::kWorkspace)) {
      rebuild();
    } else if (change.properties & MapChange::kLook) {
      m_legends.clear();
      rebuild();
    } else if (!change.layer_id.isEmpty()) {
      refreshLayer(change.layer_id);
      if (change.properties & MapChange::kOpacity) onCurrent();
    }
  });
  const auto shortcut = [this](const QKeySequence& key, auto call) {
    auto* action = new QAction(this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, call);
    addAction(action);
  };
  shortcut(QKeySequence(QStringLiteral("Alt+Up")), [this] { moveCurrent(1); });
  shortcut(QKeySequence(QStringLiteral("Alt+Down")), [this] { moveCurrent(-1); });
  shortcut(QKeySequence(Qt::Key_Delete), [this] {
    const MapLayer* layer = m_context.document.find(currentId());
    if (layer && layer->origin == LayerOrigin::kFile) m_context.document.removeLayer(layer->id);
  });
  retranslate();
}

LayerPanel::~LayerPanel() = default;

QTreeWidgetItem* LayerPanel::itemOf(const QString& layer_id) const {
  const auto it = m_items.find(layer_id);
  return it == m_items.end() ? nullptr : it->second;
}

QString LayerPanel::currentId() const {
  QTreeWidgetItem* item = m_tree->currentItem();
  return item ? item->data(0, kIdRole).toString() : QString();
}

QString LayerPanel::groupTitle(const QString& group) const {
  if (const auto& workspace = m_context.document.workspace())
    for (const layers::CatalogueGroup& known : workspace->groups)
      if (QString::fromStdString(known.id) == group) return known.title.text(m_context.document.language());
  return group == kFilesGroup ? tr("Added files") : tr("Situation plotting");
}

void LayerPanel::rebuild() {
  m_refreshing = true;
  const QString current = currentId();
  m_tree->clear();
  m_items.clear();
  m_groups.clear();
  const auto& layers = m_context.document.layers();
  m_empty->setVisible(layers.empty());
  QStringList order{kFilesGroup};
  if (const auto& workspace = m_context.document.workspace())
    for (const layers::CatalogueGroup& group : workspace->groups) order << QString::fromStdString(group.id);
  for (const MapLayer& layer : layers)
    if (!order.contains(layer.group)) order << layer.group;
  for (const QString& group : order) {
    QTreeWidgetItem* head = nullptr;
    for (auto it = layers.rbegin(); it != layers.rend(); ++it) {
      if (it->group != group) continue;
      if (!head) {
        head = new QTreeWidgetItem(m_tree, {groupTitle(group)});
        head->setData(0, kIdRole, QStringLiteral("group:") + group);
        head->setData(0, kGroupRole, group);
        head->setData(0, kRowKindRole, static_cast<int>(RowKind::kGroup));
        head->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        head->setIcon(0,
                      QIcon(iconPixmap(groupIcon(group), currentColours().text_second, dp(16), devicePixelRatioF())));
        QFont font = m_tree->font();
        font.setWeight(QFont::DemiBold);
        head->setFont(0, font);
        m_groups[group] = head;
      }
      auto* item = new QTreeWidgetItem(head);
      item->setData(0, kIdRole, it->id);
      item->setData(0, kGroupRole, group);
      item->setData(0, kRowKindRole, static_cast<int>(RowKind::kLayer));
      item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
      item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
      m_items[it->id] = item;
    }
  }
  for (const MapLayer& layer : layers) refreshLayer(layer.id);
  m_refreshing = true;
  for (const auto& [group, head] : m_groups) {
    refreshGroup(head);
    const auto open = m_group_open.find(QStringLiteral("group:") + group);
    const bool any_visible = std::any_of(layers.begin(), layers.end(),
                                         [&, g = group](const MapLayer& l) { return l.group == g && l.visible; });
    head->setExpanded(open == m_group_open.end() ? any_visible : open->second);
  }
  if (QTreeWidgetItem* item = itemOf(current)) m_tree->setCurrentItem(item);
  m_refreshing = false;
  onCurrent();
}

void LayerPanel::refreshLayer(const QString& id) {
  QTreeWidgetItem* item = itemOf(id);
  const MapLayer* layer = m_context.document.find(id);
  if (!item || !layer) return;
  const bool was_refreshing = m_refreshing;
  m_refreshing = true;
  const ThemeColours& c = currentColours();
  item->setCheckState(0, layer->visible ? Qt::Checked : Qt::Unchecked);
  const bool hidden_by_scale = layer->state && !layer->state->visibleAt(m_metres_per_px);
  QString title = layer->title.text(m_context.document.language());
  QString tip = title;
  QColor ink = layer->visible ? c.text : c.text_second;
  QString count;
  switch (layer->load) {
    case LoadState::kWaiting:
      count = QStringLiteral("…");
      tip += QLatin1Char('\n') + tr("Waiting to be loaded");
      break;
    case LoadState::kLoading:
      count =
          layer->load_ratio > 0 ? QStringLiteral("%1%").arg(std::lround(layer->load_ratio * 100)) : QStringLiteral("…");
      tip += QLatin1Char('\n') + tr("Loading");
      break;
    case LoadState::kFailed:
      count = QStringLiteral("!");
      ink = c.danger;
      if (layer->error) tip += QLatin1Char('\n') + errorSentence(*layer->error);
      break;
    case LoadState::kReady:
      count = layer->state ? countText(layer->state->featureCount()) : QString();
      break;
  }
  QString hint;
  if (hidden_by_scale) {
    ink = c.text_faint;
    const NextShown next = nextShown(*layer->state, m_metres_per_px);
    if (next.denominator > 0)
      hint = next.zoom_in ? tr("Zoom in to %1").arg(scaleText(next.denominator))
                          : tr("Zoom out to %1").arg(scaleText(next.denominator));
    if (!hint.isEmpty()) tip += QLatin1Char('\n') + hint;
  }
  // Said in the row only where it surprises: a layer that is ticked and yet not on the map.
  item->setData(0, LayerRowDelegate::kHintRole, layer->visible && layer->load == LoadState::kReady ? hint : QString());
  item->setText(0, title);
  item->setToolTip(0, tip);
  item->setForeground(0, ink);
  item->setText(1, count);
  item->setForeground(1, layer->load == LoadState::kFailed ? c.danger : c.text_faint);
  if (layer->state) askLegend(id);
  if (QTreeWidgetItem* head = item->parent()) refreshGroup(head);
  m_refreshing = was_refreshing;
}

void LayerPanel::refreshGroup(QTreeWidgetItem* group) {
  int visible = 0;
  for (int i = 0; i < group->childCount(); ++i) visible += group->child(i)->checkState(0) == Qt::Checked ? 1 : 0;
  const bool was_refreshing = m_refreshing;
  m_refreshing = true;
  group->setCheckState(0, visible == 0                     ? Qt::Unchecked
                          : visible == group->childCount() ? Qt::Checked
                                                           : Qt::PartiallyChecked);
  m_refreshing = was_refreshing;
}

void LayerPanel::askLegend(const QString& id) {
  const MapLayer* layer = m_context.document.find(id);
  const auto known = m_legends.find(id);
  if (known != m_legends.end() && known->second.of == layer->state) {
    if (itemOf(id)->icon(0).isNull() && !known->second.entries.empty()) showLegend(itemOf(id), known->second.entries);
    return;
  }
  auto& slot = m_legend_jobs[id];
  if (!slot) slot = std::make_unique<JobSlot<std::vector<layers::LegendEntry>>>(m_context.pools, Pool::kDrawing);
  m_legends[id] = {layer->state, {}};
  layers::PaintContext context;
  context.view.width_px = 20, context.view.height_px = 14;
  // Swatches are as large as the letters beside them.
  context.view.device_ratio = devicePixelRatioF() * currentScaleRatio();
  context.theme = m_context.document.theme();
  context.symbol_scale = 1;
  context.language = m_context.document.language();
  slot->ask(
      [state = layer->state, context](const gis::CancelToken&, const gis::Progress&) { return state->legend(context); },
      [this, id, state = layer->state](std::vector<layers::LegendEntry> legend) {
        m_legends[id] = {state, std::move(legend)};
        if (QTreeWidgetItem* item = itemOf(id)) showLegend(item, m_legends[id].entries);
      },
      {}, JobPools::kAfterTiles);
}

void LayerPanel::showLegend(QTreeWidgetItem* item, const std::vector<layers::LegendEntry>& legend) {
  const bool was_refreshing = m_refreshing;
  m_refreshing = true;
  qDeleteAll(item->takeChildren());
  const QString language = m_context.document.language();
  const auto icon = [this](QImage swatch) {
    swatch.setDevicePixelRatio(devicePixelRatioF());
    return QIcon(QPixmap::fromImage(swatch));
  };
  if (!legend.empty()) item->setIcon(0, icon(legend.front().swatch));
  if (legend.size() > 1)
    for (const layers::LegendEntry& entry : legend) {
      auto* row = new QTreeWidgetItem(item, {entry.name.text(language), countText(entry.count)});
      row->setIcon(0, icon(entry.swatch));
      row->setData(0, kRowKindRole, static_cast<int>(RowKind::kLegend));
      row->setFlags(Qt::ItemIsEnabled);
      row->setForeground(0, currentColours().text_second);
      row->setForeground(1, currentColours().text_faint);
      row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
  const auto open = m_group_open.find(item->data(0, kIdRole).toString());
  item->setExpanded(open != m_group_open.end() && open->second);
  m_refreshing = was_refreshing;
}

void LayerPanel::onItemChanged(QTreeWidgetItem* item) {
  if (m_refreshing) return;
  const bool visible = item->checkState(0) == Qt::Checked;
  if (static_cast<RowKind>(item->data(0, kRowKindRole).toInt()) == RowKind::kLayer) {
    m_context.document.setVisible(item->data(0, kIdRole).toString(), visible);
    return;
  }
  QStringList ids;
  for (int i = 0; i < item->childCount(); ++i) ids << item->child(i)->data(0, kIdRole).toString();
  for (const QString& id : ids) m_context.document.setVisible(id, visible);
}

void LayerPanel::onCurrent() {
  const MapLayer* layer = m_context.document.find(currentId());
  const bool was_refreshing = m_refreshing;
  m_refreshing = true;
  m_opacity->setEnabled(layer != nullptr);
  m_opacity->setValue(layer ? static_cast<int>(std::lround(layer->opacity_ratio * 100)) : 100);
  const QString title = layer ? layer->title.text(m_context.document.language()) : QString();
  const QString words = layer ? tr("Opacity of %1").arg(title) : tr("Choose a layer to set its opacity");
  m_opacity_label->setWhole(words);
  m_opacity_value->setText(layer ? QStringLiteral("%1%").arg(m_opacity->value()) : QString());
  m_opacity->setAccessibleName(words);
  m_refreshing = was_refreshing;
}

void LayerPanel::moveCurrent(int by) {
  QTreeWidgetItem* item = itemOf(currentId());
  if (!item || !item->parent()) return;
  const int target = item->parent()->indexOfChild(item) - by;
  if (target < 0 || target >= item->parent()->childCount()) return;
  emit m_tree->moved(currentId(), item->parent()->child(target)->data(0, kIdRole).toString(), by > 0);
}

void LayerPanel::showMenu(const QPoint& at) {
  if (QTreeWidgetItem* item = m_tree->itemAt(at)) m_tree->setCurrentItem(item);
  const QString id = currentId();
  const MapLayer* layer = m_context.document.find(id);
  QMenu menu(this);
  if (layer) {
    QAction* zoom = menu.addAction(themedIcon(QStringLiteral("target")), tr("Zoom to layer"), this, [this, id] {
      if (const MapLayer* l = m_context.document.find(id); l && l->state) m_context.map.show_box(l->state->extent());
    });
    zoom->setEnabled(layer->state != nullptr);
    if (m_context.map.show_table && !layer->table.empty())
      menu.addAction(themedIcon(QStringLiteral("table")), tr("Table of its rows"), this,
                     [this, id] { m_context.map.show_table(id); });
    menu.addAction(tr("Show only this layer of its group"), this, [this, id] {
      const MapLayer* wanted = m_context.document.find(id);
      if (!wanted) return;
      const QString group = wanted->group;
      std::vector<std::pair<QString, bool>> choices;
      for (const MapLayer& l : m_context.document.layers())
        if (l.group == group) choices.emplace_back(l.id, l.id == id);
      for (const auto& [other, visible] : choices) m_context.document.setVisible(other, visible);
    });
    if (m_context.map.swipe) {
      const bool compared = m_context.map.swiped() == id;
      QAction* compare = menu.addAction(tr("Compare with and without"), this,
                                        [this, id, compared] { m_context.map.swipe(compared ? QString() : id); });
      compare->setCheckable(true);
      compare->setChecked(compared);
      compare->setEnabled(compared || (layer->visible && layer->state));
    }
    if (m_context.map.compare_layers && layer->visible && layer->state) {
      QMenu* others = menu.addMenu(tr("Compare with another layer"));
      const QString language = m_context.document.language();
      for (auto other = m_context.document.layers().rbegin(); other != m_context.document.layers().rend(); ++other)
        if (other->visible && other->state && other->id != id)
          others->addAction(other->title.text(language), this,
                            [this, id, to = other->id] { m_context.map.compare_layers(id, to); });
      others->setEnabled(!others->isEmpty());
    }
    addRasterMenus(menu, m_context.document, *layer);
    menu.addSeparator();
    menu.addAction(tr("Move up\tAlt+Up"), this, [this] { moveCurrent(1); });
    menu.addAction(tr("Move down\tAlt+Down"), this, [this] { moveCurrent(-1); });
    if (layer->origin == LayerOrigin::kFile)
      menu.addAction(themedIcon(QStringLiteral("trash")), tr("Remove from the map\tDel"), this,
                     [this, id] { m_context.document.removeLayer(id); });
    menu.addSeparator();
  }
  menu.addAction(themedIcon(QStringLiteral("plus")), tr("Add a file to the map…"), this, &LayerPanel::addFileWanted);
  menu.exec(m_tree->viewport()->mapToGlobal(at));
}

void LayerPanel::setResolution(double metres_per_px) {
  const double before_m = std::exchange(m_metres_per_px, metres_per_px);
  for (const MapLayer& layer : m_context.document.layers())
    if (layer.state && layer.state->visibleAt(before_m) != layer.state->visibleAt(metres_per_px))
      refreshLayer(layer.id);
}

void LayerPanel::retranslate() {
  setWindowTitle(tr("Layers"));
  m_empty->setText(
      tr("No layers yet. Open a workspace, or drop a file here: Shapefile, GeoPackage, GeoJSON, KML, "
         "DXF, GeoTIFF and whatever else GDAL reads."));
  m_tree->setAccessibleName(tr("Layers"));
  rebuild();
}

void LayerPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
