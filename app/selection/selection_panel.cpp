// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selection/selection_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "gis/vector/find_within.h"

namespace app {

namespace {

// A view that shows a feature with what is around it.
constexpr double kRoomRatio = 0.6, kLeastSpanM = 400;

gis::MapBox roomAround(const gis::MapBox& box) {
  const double by_m = std::max({box.width_m(), box.height_m()}) * kRoomRatio;
  return box.grown(std::max(by_m, (kLeastSpanM - std::max(box.width_m(), box.height_m())) / 2));
}

QString numberText(long long n) { return QLocale(QLocale::English).toString(n); }

}  // namespace

SelectionPanel::SelectionPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_summary(new QLabel),
      m_layers(new QTreeWidget),
      m_previous(new QToolButton),
      m_next(new QToolButton),
      m_place(new QLabel),
      m_show(new QPushButton),
      m_only(new QPushButton),
      m_clear(new QPushButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  column->setSpacing(dp(8));
  m_summary->setWordWrap(true);
  m_summary->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_layers->setColumnCount(2);
  m_layers->setHeaderHidden(true);
  m_layers->setRootIsDecorated(false);
  m_layers->setUniformRowHeights(true);
  m_layers->header()->setStretchLastSection(false);
  m_layers->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_layers->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_layers->installEventFilter(this);
  auto* walk = new QHBoxLayout;
  for (QToolButton* button : {m_previous, m_next}) button->setAutoRaise(true);
  m_place->setAlignment(Qt::AlignCenter);
  walk->addWidget(m_previous);
  walk->addWidget(m_place, 1);
  walk->addWidget(m_next);
  auto* bottom = new QHBoxLayout;
  for (QPushButton* button : {m_show, m_only, m_clear}) bottom->addWidget(button);
  column->addWidget(m_summary);
  column->addWidget(m_layers, 1);
  column->addLayout(walk);
  column->addLayout(bottom);
  column->addStretch(0);
  connect(m_layers, &QTreeWidget::currentItemChanged, this, [this] {
    m_at = -1;
    refreshWalk();
  });
  connect(m_layers, &QTreeWidget::itemActivated, this, [this] { goTo(m_at < 0 ? 0 : m_at); });
  connect(m_previous, &QToolButton::clicked, this, [this] { goTo(m_at - 1); });
  connect(m_next, &QToolButton::clicked, this, [this] { goTo(m_at + 1); });
  connect(m_show, &QPushButton::clicked, this, [this] {
    gis::MapBox box;
    for (const FeatureSelection::Part& part : m_context.document.chosen().parts())
      if (const gis::MapBox one = gis::boxOf(*part.columns, part.features); !one.empty()) box.add(one);
    if (!box.empty()) m_context.map.show_box(roomAround(box));
  });
  connect(m_only, &QPushButton::clicked, this, [this] {
    const FeatureSelection::Part* part = current();
    if (part == nullptr) return;
    FeatureSelection only;
    only.choose(*part, SelectHow::kReplace);
    m_context.document.choose(std::move(only));
  });
  connect(m_clear, &QPushButton::clicked, this, [this] { m_context.document.choose({}); });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & (MapChange::kChosen | MapChange::kWorkspace | MapChange::kLook)) refresh();
  });
  retranslate();
  refresh();
}

const FeatureSelection::Part* SelectionPanel::current() const {
  const QTreeWidgetItem* item = m_layers->currentItem();
  return item == nullptr ? nullptr : m_context.document.chosen().find(item->data(0, Qt::UserRole).toString());
}

void SelectionPanel::goTo(long long n) {
  const FeatureSelection::Part* part = current();
  if (part == nullptr) return;
  const auto count = static_cast<long long>(part->features.count());
  m_at = (n + count) % count;
  const std::uint32_t feature = part->features.at(static_cast<std::size_t>(m_at));
  const gis::MapBox box = gis::boxOf(*part->columns, gis::FeatureSet::of({feature}));
  if (!box.empty()) {
    const gis::MapXY inside = part->columns->at(part->columns->part_start[part->columns->feature_start[feature]]);
    m_context.map.show_box(roomAround(box));
    m_context.document.select(
        Selection{part->layer_id, part->table, part->columns->features->fid[feature], feature, inside});
  }
  refreshWalk();
}

void SelectionPanel::refresh() {
  const FeatureSelection& chosen = m_context.document.chosen();
  const QString was = m_layers->currentItem() ? m_layers->currentItem()->data(0, Qt::UserRole).toString() : QString();
  m_layers->clear();
  QTreeWidgetItem* again = nullptr;
  for (const FeatureSelection::Part& part : chosen.parts()) {
    const MapLayer* layer = m_context.document.find(part.layer_id);
    const QString title = layer ? layer->title.text(m_context.document.language()) : part.layer_id;
    auto* item = new QTreeWidgetItem(m_layers, {title, numberText(static_cast<long long>(part.features.count()))});
    item->setData(0, Qt::UserRole, part.layer_id);
    item->setToolTip(0, title);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    if (part.layer_id == was) again = item;
  }
  m_layers->setCurrentItem(again ? again : m_layers->topLevelItem(0));
  const bool none = chosen.empty();
  m_summary->setProperty("role", none ? "hint" : "");
  m_summary->style()->unpolish(m_summary);
  m_summary->style()->polish(m_summary);
  if (!m_context.document.workspace() && m_context.document.layers().empty()) {
    m_summary->setText(tr("Open a workspace or a file to choose features on the map."));
  } else if (none) {
    m_summary->setText(
        tr("Nothing is chosen. Press Ctrl+6, then click a feature or drag a box over the map; Shift adds to what is "
           "chosen."));
  } else {
    m_summary->setText(tr("%1 features of %n layer(s) chosen", nullptr, static_cast<int>(chosen.parts().size()))
                           .arg(numberText(static_cast<long long>(chosen.count()))));
  }
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_layers, m_previous, m_next, m_place, m_show, m_only, m_clear})
    widget->setVisible(!none);
  refreshWalk();
}

void SelectionPanel::refreshWalk() {
  const FeatureSelection::Part* part = current();
  const auto count = part ? static_cast<long long>(part->features.count()) : 0;
  if (m_at >= count) m_at = -1;
  m_place->setText(m_at < 0 ? tr("%1 to look through").arg(numberText(count))
                            : tr("%1 of %2").arg(numberText(m_at + 1), numberText(count)));
  m_only->setEnabled(m_context.document.chosen().parts().size() > 1);
}

bool SelectionPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_layers && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
      goTo(m_at < 0 ? 0 : m_at + (key == Qt::Key_PageDown ? 1 : -1));
      return true;
    }
    if (key == Qt::Key_Escape) {
      m_context.document.choose({});
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void SelectionPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    refresh();
  }
  QWidget::changeEvent(event);
}

void SelectionPanel::retranslate() {
  setWindowTitle(tr("Chosen"));
  m_layers->setAccessibleName(tr("Chosen features by layer"));
  m_previous->setToolTip(tr("Previous  (Page Up in the list)"));
  m_next->setToolTip(tr("Next  (Page Down in the list)"));
  m_previous->setAccessibleName(tr("Previous"));
  m_next->setAccessibleName(tr("Next"));
  m_previous->setIcon(themedIcon(QStringLiteral("previous")));
  m_next->setIcon(themedIcon(QStringLiteral("next")));
  m_show->setText(tr("Show all"));
  m_show->setToolTip(tr("Move the map so that everything chosen is in view"));
  m_only->setText(tr("Only this layer"));
  m_clear->setText(tr("Choose none"));
}

}  // namespace app
