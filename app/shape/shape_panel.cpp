// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shape/shape_panel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/shape/shape_text.h"

namespace app {
namespace {

struct ModeRow {
  const char* text;
  const char* tip;
  const char* icon;
  ShapeMode mode;
};

constexpr ModeRow kModes[] = {
    {QT_TRANSLATE_NOOP("app::ShapePanel", "Pick"),
     QT_TRANSLATE_NOOP("app::ShapePanel", "Pick a shape and drag its vertices, or the whole by its cross"), "plot-pick",
     ShapeMode::kEdit},
    {QT_TRANSLATE_NOOP("app::ShapePanel", "New"), QT_TRANSLATE_NOOP("app::ShapePanel", "Draw a new shape and its row"),
     "plus", ShapeMode::kDraw},
    {QT_TRANSLATE_NOOP("app::ShapePanel", "Hole"),
     QT_TRANSLATE_NOOP("app::ShapePanel", "Draw a hole into the picked area"), "shape-hole", ShapeMode::kHole},
    {QT_TRANSLATE_NOOP("app::ShapePanel", "Split"),
     QT_TRANSLATE_NOOP("app::ShapePanel", "Cut the picked shape by a line"), "shape-split", ShapeMode::kSplit},
};

}  // namespace

ShapePanel::ShapePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_snaps(context.document),
      m_layers(new QComboBox),
      m_modes(new QButtonGroup(this)),
      m_merge(new QToolButton),
      m_remove(new QToolButton),
      m_snap(new QCheckBox),
      m_snap_edges(new QCheckBox),
      m_snap_px(new QSpinBox),
      m_layer_title(new QLabel),
      m_info(new QLabel),
      m_hint(new QLabel),
      m_said(new QLabel),
      m_reason_title(new QLabel),
      m_reason(new QLineEdit),
      m_pick_slot(context.pools, Pool::kIo),
      m_draw_slot(context.pools, Pool::kIo),
      m_preview_slot(context.pools, Pool::kIo),
      m_merge_slot(context.pools, Pool::kIo),
      m_slot(context.pools, Pool::kIo) {
  auto* content = new QWidget;
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(content);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll);
  m_column = new QVBoxLayout(content);
  m_column->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  m_column->setSpacing(dp(8));
  m_layer_title->setProperty("role", "second");
  m_column->addWidget(m_layer_title);
  m_column->addWidget(m_layers);
  m_column->addWidget(makeTools());
  m_column->addWidget(makeSnapRow());
  for (QLabel* label : {m_info, m_said, m_hint}) label->setWordWrap(true);
  m_hint->setProperty("role", "second");
  m_said->hide();
  m_column->addWidget(m_info);
  m_column->addWidget(m_said);
  m_column->addWidget(m_hint);
  m_reason_title->setProperty("role", "second");
  m_column->addWidget(m_reason_title);
  m_column->addWidget(m_reason);
  m_column->addStretch(1);
  setMinimumWidth(dp(280));
  connect(m_layers, &QComboBox::activated, this, [this] {
    forget();
    if (m_mode != ShapeMode::kEdit && m_mode != ShapeMode::kDraw) m_mode = ShapeMode::kEdit;
    useMode(m_mode);
  });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_pick_slot.drop(), m_draw_slot.drop(), m_preview_slot.drop(), m_merge_slot.drop(), m_slot.drop();
      forget();
    }
    if (change.properties & (MapChange::kWorkspace | MapChange::kLayers)) fillLayers();
    if (change.properties & MapChange::kContent)
      if (const MapLayer* layer = m_context.document.find(change.layer_id); layer && !layer->table.empty()) refresh();
  });
  fillLayers();
  retranslate();
}

ShapePanel::~ShapePanel() = default;

QWidget* ShapePanel::makeTools() {
  auto* holder = new QWidget;
  auto* grid = new QGridLayout(holder);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(dp(4));
  int at = 0;
  const auto place = [&](QToolButton* button) {
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize(QSize(dp(20), dp(20)));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    grid->addWidget(button, at / 3, at % 3);
    ++at;
  };
  m_modes->setExclusive(false);
  for (const ModeRow& row : kModes) {
    auto* button = new QToolButton;
    button->setCheckable(true);
    m_modes->addButton(button, static_cast<int>(row.mode));
    place(button);
  }
  place(m_merge);
  place(m_remove);
  connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) { useMode(static_cast<ShapeMode>(id)); });
  connect(m_merge, &QToolButton::clicked, this, &ShapePanel::merge);
  connect(m_remove, &QToolButton::clicked, this, &ShapePanel::removePicked);
  return holder;
}

QWidget* ShapePanel::makeSnapRow() {
  auto* holder = new QWidget;
  auto* row = new QHBoxLayout(holder);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(dp(8));
  m_snap->setChecked(true);
  m_snap_edges->setChecked(true);
  m_snap_px->setRange(2, 40);
  m_snap_px->setValue(10);
  m_snap_px->setSuffix(QStringLiteral(" px"));
  m_snap_px->setButtonSymbols(QAbstractSpinBox::NoButtons);
  row->addWidget(m_snap);
  row->addWidget(m_snap_px);
  row->addWidget(m_snap_edges);
  row->addStretch(1);
  const auto apply = [this] {
    m_snaps.on = m_snap->isChecked();
    m_snaps.edges = m_snap_edges->isChecked();
    m_snaps.reach_px = m_snap_px->value();
    m_snap_px->setEnabled(m_snaps.on);
    m_snap_edges->setEnabled(m_snaps.on);
  };
  connect(m_snap, &QCheckBox::toggled, this, apply);
  connect(m_snap_edges, &QCheckBox::toggled, this, apply);
  connect(m_snap_px, &QSpinBox::valueChanged, this, apply);
  return holder;
}

bool ShapePanel::canEdit() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason;
}

std::string ShapePanel::table() const { return m_layers->currentData(Qt::UserRole + 1).toString().toStdString(); }

gis::GeometryKind ShapePanel::layerKind() const {
  const MapLayer* layer = m_context.document.find(m_layers->currentData().toString());
  return layer && layer->columns ? layer->columns->kind : gis::GeometryKind::kNone;
}

gis::StepPlan ShapePanel::plan(const char* title) const {
  return {m_context.settings.author(), gis::StepKind::kEdit, tr(title).toStdString(),
          m_reason->text().trimmed().toStdString()};
}

void ShapePanel::fillLayers() {
  const QString before = m_layers->currentData().toString();
  m_layers->clear();
  const auto& layers = m_context.document.layers();
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    if (layer->origin != LayerOrigin::kWorkspace || layer->table.empty() || !layer->entry) continue;
    m_layers->addItem(layer->title.text(m_context.document.language()), layer->id);
    m_layers->setItemData(m_layers->count() - 1, QString::fromStdString(layer->table), Qt::UserRole + 1);
  }
  m_layers->setCurrentIndex(std::max(0, m_layers->findData(before)));
  refresh();
}

void ShapePanel::chooseLayer(const QString& layer_id) {
  const int row = m_layers->findData(layer_id);
  if (row >= 0) m_layers->setCurrentIndex(row);
  refresh();
}

void ShapePanel::makeTool() {
  if (m_tool || !m_context.map.use_tool) return;
  auto tool = std::make_unique<ShapeTool>(m_context.document, m_snaps, m_context.map.metres_per_px);
  m_tool = tool.get();
  connect(m_tool, &ShapeTool::pickWanted, this, &ShapePanel::pickAt);
  connect(m_tool, &ShapeTool::edited, this, [this](const gis::Shape& shape, const std::vector<SetVertex>& set) {
    afterEdit(shape, set, Ask::kFirst, {});
  });
  connect(m_tool, &ShapeTool::drawn, this, &ShapePanel::drawn);
  connect(m_tool, &ShapeTool::removeVertexWanted, this, [this](gis::VertexAt at) {
    if (m_rows.empty()) return;
    auto shape = gis::withoutVertex(m_rows.front().shape, at);
    if (!shape) return refused(shape.error());
    afterEdit(*shape, {}, Ask::kFirst, {});
  });
  connect(m_tool, &ShapeTool::letGo, this, &ShapePanel::forget);
  connect(m_tool, &QObject::destroyed, this, [this] {
    closeCard();
    refresh();
  });
  m_context.map.use_tool(std::move(tool));
  m_tool->setPicked(m_rows);
}

void ShapePanel::useMode(ShapeMode mode) {
  if (!canEdit()) return refresh();
  closeCard();
  if (m_tool) m_tool->setPieces({}), m_tool->setWaiting(false);
  if ((mode == ShapeMode::kHole || mode == ShapeMode::kSplit) && m_rows.empty()) {
    tell(tr("Pick the shape first: click it on the map."), Tone::kPlain);
    mode = ShapeMode::kEdit;
  }
  if (mode == ShapeMode::kDraw) forget();
  m_mode = mode;
  makeTool();
  if (m_tool) m_tool->setMode(mode, layerKind());
  refresh();
}

void ShapePanel::forget() {
  m_rows.clear();
  m_drawn.reset();
  closeCard();
  if (m_tool) m_tool->setPicked({}), m_tool->setWaiting(false);
  tell({}, Tone::kPlain);
  refresh();
}

void ShapePanel::pickAt(gis::MapXY where, bool add) {
  const double metres_per_px = m_context.map.metres_per_px();
  const double radius_m = dp(8) * metres_per_px;
  const MapLayer* mine = m_context.document.find(m_layers->currentData().toString());
  std::vector<const MapLayer*> order;
  if (mine) order.push_back(mine);
  // Of the layer that is edited first; else of whatever lies uppermost, and then that one is edited.
  if (!add)
    for (auto layer = m_context.document.layers().rbegin(); layer != m_context.document.layers().rend(); ++layer)
      if (&*layer != mine && m_layers->findData(layer->id) >= 0 && layer->table != "division") order.push_back(&*layer);
  for (const MapLayer* layer : order) {
    if (!layer->visible || !layer->state || !layer->state->visibleAt(metres_per_px)) continue;
    const auto hits = layer->state->identify(where, radius_m, metres_per_px);
    if (hits.empty()) continue;
    if (layer != mine) m_layers->setCurrentIndex(m_layers->findData(layer->id));
    return pick(layer->table, hits.front().fid, add);
  }
  if (!add) forget();
  tell(tr("Nothing that can be edited is here."), Tone::kPlain);
}

void ShapePanel::pick(const std::string& table, std::int64_t fid, bool add) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  closeCard();
  m_pick_slot.ask([folder = workspace->place(), table, fid](
                      const gis::CancelToken&, const gis::Progress&) { return pickShape(folder, table, fid); },
                  [this, add](gis::Result<gis::ShapeRow> row) {
                    if (!row) return refused(row.error());
                    const auto same = std::ranges::find(m_rows, row->fid, &gis::ShapeRow::fid);
                    if (!add || m_rows.empty() || m_rows.front().table != row->table)
                      m_rows = {std::move(*row)};
                    else if (same != m_rows.end())
                      m_rows.erase(same);
                    else
                      m_rows.push_back(std::move(*row));
                    m_mode = ShapeMode::kEdit;
                    makeTool();
                    if (m_tool) {
                      m_tool->setMode(m_mode, layerKind());
                      m_tool->setPicked(m_rows);
                    }
                    if (!std::exchange(m_picked_again, false)) tell({}, Tone::kPlain);
                    refresh();
                  });
}

void ShapePanel::write(std::function<gis::Result<ShapeAnswer>()> work, std::function<void(const ShapeAnswer&)> asked,
                       const QString& said) {
  if (m_slot.busy()) return;
  if (m_tool) m_tool->setWaiting(true);
  m_slot.ask([work = std::move(work)](const gis::CancelToken&, const gis::Progress&) { return work(); },
             [this, asked = std::move(asked), said](gis::Result<ShapeAnswer> answer) {
               if (!answer) return refused(answer.error());
               if (!answer->questions.empty()) return asked(*answer);
               saved(*answer, said);
             });
}

void ShapePanel::saved(const ShapeAnswer& answer, const QString& said) {
  closeCard();
  m_drawn.reset();
  for (const gis::RowsChanged& rows : answer.done.tables)
    for (const std::int64_t fid : rows.removed) m_snaps.know(rows.table, fid, {});
  for (const gis::ShapeRow& row : answer.rows) m_snaps.know(row.table, row.fid, row.shape);
  m_rows = answer.rows;
  if (m_rows.size() > 1) m_rows.resize(1);
  if (m_mode != ShapeMode::kDraw) m_mode = ShapeMode::kEdit;
  if (m_mode == ShapeMode::kDraw) m_rows.clear();
  if (m_tool) {
    const auto chosen = m_tool->chosenVertex();
    const bool same = m_tool->mode() == m_mode && !m_rows.empty() && chosen;
    if (same) {
      m_tool->setShape(m_rows.front().shape);
    } else {
      m_tool->setPicked(m_rows);
      m_tool->setMode(m_mode, layerKind());
    }
    m_tool->setPieces({});
    m_tool->setWaiting(false);
  }
  if (m_context.map.rows_changed) m_context.map.rows_changed(answer.done);
  tell(said, Tone::kGood);
  refresh();
}

// What was tried is taken back on the map, and why is said.
void ShapePanel::refused(const gis::Error& error) {
  if (error.code == gis::ErrorCode::kCancelled) return;
  const bool elsewhere = error.code == gis::ErrorCode::kChangedElsewhere;
  if (m_tool) {
    m_tool->setWaiting(false);
    m_tool->setPieces({});
    if (!m_rows.empty()) m_tool->setShape(m_rows.front().shape);
  }
  if (elsewhere && !m_rows.empty()) {
    const gis::ShapeRow row = m_rows.front();
    m_picked_again = true;
    pick(row.table, row.fid, false);
  }
  if (const auto place = troublePlace(error); place && m_context.map.mark)
    if (const auto at = m_context.document.toMap(*place)) m_context.map.mark(*at);
  tell(shapeTrouble(error), Tone::kBad);
  refresh();
}

void ShapePanel::afterEdit(const gis::Shape& shape, const std::vector<SetVertex>& set, Ask ask,
                           const std::optional<std::string>& division_code) {
  const auto& workspace = m_context.document.workspace();
  if (m_rows.empty() || !workspace || m_slot.busy()) return;
  if (m_tool) m_tool->setShape(shape);
  const auto work = [folder = workspace->place(), plan = plan(QT_TR_NOOP("Shape changed")), row = m_rows.front(), shape,
                     set, ask, division_code] { return saveShape(folder, plan, row, shape, set, ask, division_code); };
  const auto asked = [this](const ShapeAnswer& answer) {
    const gis::ShapeQuestion question = answer.questions.front();
    QVBoxLayout* card = openCard(questionText(question));
    const gis::Shape wanted = answer.shape;
    if (!question.better_code.empty())
      cardButton(*card, tr("Save, and move it to %1").arg(QString::fromStdString(question.better_name)), true,
                 [this, wanted, code = question.better_code] { afterEdit(wanted, {}, Ask::kNoMore, code); });
    cardButton(*card, tr("Save as it is"), question.better_code.empty(),
               [this, wanted] { afterEdit(wanted, {}, Ask::kNoMore, {}); });
    cardButton(*card, tr("Take it back"), false, [this] {
      if (m_tool && !m_rows.empty()) m_tool->setShape(m_rows.front().shape), m_tool->setWaiting(false);
      closeCard();
    });
  };
  write(work, asked, tr("Saved"));
}

void ShapePanel::drawn(const std::vector<SetVertex>& vertices) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  if (m_mode == ShapeMode::kSplit) return previewSplit(vertices);
  if (m_mode == ShapeMode::kHole && !m_rows.empty()) {
    write([folder = workspace->place(), plan = plan(QT_TR_NOOP("Hole drawn")), row = m_rows.front(),
           vertices] { return saveHole(folder, plan, row, vertices); },
          {}, tr("Saved: the hole is in the shape."));
    return;
  }
  m_draw_slot.ask(
      [folder = workspace->place(), table = table(), kind = layerKind(), vertices](
          const gis::CancelToken&, const gis::Progress&) { return takeDrawn(folder, table, kind, vertices); },
      [this](gis::Result<DrawnShape> shape) {
        if (!shape) return refused(shape.error());
        askNew(std::move(*shape));
      });
}

void ShapePanel::tell(const QString& sentence, Tone tone) {
  m_said->setText(sentence);
  m_said->setProperty("role", tone == Tone::kBad ? "danger" : "second");
  m_said->style()->unpolish(m_said);
  m_said->style()->polish(m_said);
  m_said->setVisible(!sentence.isEmpty());
  if (tone == Tone::kGood && m_context.map.say && !sentence.isEmpty()) m_context.map.say(sentence);
}

void ShapePanel::refresh() {
  const bool can = canEdit() && m_layers->count() > 0;
  const bool in_use = !m_tool.isNull();
  for (QAbstractButton* button : m_modes->buttons()) {
    button->setEnabled(can);
    button->setChecked(in_use && m_modes->id(button) == static_cast<int>(m_mode));
  }
  m_modes->button(static_cast<int>(ShapeMode::kHole))
      ->setEnabled(can && !m_rows.empty() && m_rows.front().shape.kind == gis::GeometryKind::kPolygon);
  m_modes->button(static_cast<int>(ShapeMode::kSplit))
      ->setEnabled(can && !m_rows.empty() && m_rows.front().shape.kind != gis::GeometryKind::kPoint);
  m_merge->setEnabled(can && m_rows.size() > 1);
  m_remove->setEnabled(can && !m_rows.empty());
  m_layers->setEnabled(can);
  const auto& workspace = m_context.document.workspace();
  if (!workspace)
    m_info->setText(tr("Open a workspace to edit its shapes."));
  else if (!can)
    m_info->setText(tr("This workspace is open for reading only; the banner above the map says why."));
  else if (m_rows.empty())
    m_info->setText(in_use ? QString() : tr("Choose “Pick” and click a shape on the map, or “New” to draw one."));
  else if (m_rows.size() == 1)
    m_info->setText(tr("%1 · %2 · %3 vertices")
                        .arg(rowName(m_rows.front()), sizeText(m_rows.front().shape))
                        .arg(m_rows.front().shape.vertexCount()));
  else
    m_info->setText(tr("%1 shapes picked, for merging or deleting").arg(m_rows.size()));
  m_info->setVisible(!m_info->text().isEmpty());
  QString hint;
  if (in_use) {
    switch (m_mode) {
      case ShapeMode::kEdit:
        hint =
            tr("Click: pick; with Shift: pick more.\nDrag a vertex, a mark between two (a new vertex), or the cross "
               "(the whole).\nN, P: next, previous vertex; arrows push it; Delete takes it away. Esc lets go.");
        break;
      case ShapeMode::kDraw:
      case ShapeMode::kHole:
        hint = tr("Click vertex by vertex; double click or Enter ends, Backspace takes the last back, Esc drops all.");
        break;
      case ShapeMode::kSplit:
        hint = tr("Draw a line across the shape, beginning and ending outside; double click or Enter ends it.");
        break;
    }
  }
  m_hint->setText(hint);
}

void ShapePanel::hideEvent(QHideEvent* event) {
  // The tool goes with its panel.
  if (m_tool && m_context.map.use_tool && !event->spontaneous()) m_context.map.use_tool(nullptr);
  QWidget::hideEvent(event);
}

void ShapePanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void ShapePanel::retranslate() {
  setWindowTitle(tr("Edit shapes"));
  m_layer_title->setText(tr("Layer that is edited"));
  m_layers->setAccessibleName(tr("Layer that is edited"));
  for (const ModeRow& row : kModes) {
    auto* button = qobject_cast<QToolButton*>(m_modes->button(static_cast<int>(row.mode)));
    button->setText(tr(row.text));
    button->setToolTip(tr(row.tip));
    button->setIcon(themedIcon(QLatin1String(row.icon)));
  }
  m_merge->setText(tr("Merge"));
  m_merge->setToolTip(tr("Make one row of the shapes that are picked"));
  m_merge->setIcon(themedIcon(QStringLiteral("shape-merge")));
  m_remove->setText(tr("Delete"));
  m_remove->setToolTip(tr("Remove the rows that are picked"));
  m_remove->setIcon(themedIcon(QStringLiteral("trash")));
  m_snap->setText(tr("Snap"));
  m_snap->setToolTip(tr("Draw the pointer to vertices and edges of the visible layers"));
  m_snap_edges->setText(tr("also to edges"));
  m_snap_px->setAccessibleName(tr("Reach of snapping"));
  m_reason_title->setText(tr("Reason (goes into the history)"));
  m_reason->setAccessibleName(tr("Reason (goes into the history)"));
  m_reason->setPlaceholderText(tr("may be empty"));
  fillLayers();
}

}  // namespace app
