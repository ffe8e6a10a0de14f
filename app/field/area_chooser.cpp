// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/area_chooser.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>
#include <map>

#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "gis/geo/geodesic.h"

namespace app {

namespace {

constexpr int kCode = Qt::UserRole;

void collect(const QTreeWidgetItem* item, std::vector<std::string>& codes) {
  for (int i = 0; i < item->childCount(); ++i) {
    const QTreeWidgetItem* child = item->child(i);
    if (child->checkState(0) == Qt::Checked)
      codes.push_back(child->data(0, kCode).toString().toStdString());
    else if (child->checkState(0) == Qt::PartiallyChecked)
      collect(child, codes);
  }
}

// True when it or something in it is shown.
bool filterItem(QTreeWidgetItem* item, const QString& text, bool parent_fits) {
  const bool fits = parent_fits || item->text(0).contains(text) || item->data(0, kCode).toString().startsWith(text);
  bool inside = false;
  for (int i = 0; i < item->childCount(); ++i) inside |= filterItem(item->child(i), text, fits && !text.isEmpty());
  item->setHidden(!text.isEmpty() && !fits && !inside);
  if (!text.isEmpty()) item->setExpanded(inside && !fits);
  return fits || inside;
}

}  // namespace

AreaChooser::AreaChooser(QWidget* parent)
    : QWidget(parent),
      m_search(new QLineEdit),
      m_tree(new QTreeWidget),
      m_box_text(new QLabel),
      m_draw(new QPushButton(tr("Draw on the &map"))),
      m_chosen(new QPushButton(tr("Around what is &chosen"))),
      m_no_box(new QPushButton(tr("No box"))) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(8));
  m_search->setPlaceholderText(tr("Find a county, township or village"));
  m_search->setClearButtonEnabled(true);
  m_search->setAccessibleName(m_search->placeholderText());
  m_tree->setHeaderHidden(true);
  m_tree->setUniformRowHeights(true);
  m_tree->setAccessibleName(tr("Divisions"));
  m_box_text->setWordWrap(true);
  m_box_text->setProperty("role", "second");
  column->addWidget(m_search);
  column->addWidget(m_tree, 1);
  column->addWidget(m_box_text);
  auto* row = new QHBoxLayout;
  row->setSpacing(dp(8));
  for (QPushButton* button : {m_draw, m_chosen, m_no_box}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  row->addStretch();
  column->addLayout(row);
  connect(m_search, &QLineEdit::textChanged, this, &AreaChooser::filter);
  connect(m_tree, &QTreeWidget::itemChanged, this, &AreaChooser::changed);
  connect(m_draw, &QPushButton::clicked, this, &AreaChooser::drawWanted);
  connect(m_chosen, &QPushButton::clicked, this, &AreaChooser::chosenWanted);
  connect(m_no_box, &QPushButton::clicked, this, [this] { setBox({}); });
  setChosenCount(0);
  showBox();
}

void AreaChooser::setDivisions(const std::vector<gis::DivisionItem>& divisions) {
  const QSignalBlocker quiet(m_tree);
  m_tree->clear();
  std::map<std::string, QTreeWidgetItem*> items;
  for (const gis::DivisionItem& division : divisions) {
    const auto parent = items.find(division.parent_code);
    auto* item = parent == items.end() ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(parent->second);
    item->setText(0, QString::fromStdString(division.name));
    item->setData(0, kCode, QString::fromStdString(division.code));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
    item->setCheckState(0, Qt::Unchecked);
    items.emplace(division.code, item);
  }
  m_tree->expandToDepth(0);
}

std::vector<std::string> AreaChooser::codes() const {
  std::vector<std::string> codes;
  collect(m_tree->invisibleRootItem(), codes);
  return codes;
}

void AreaChooser::setBox(const std::optional<gis::LonLatBox>& box) {
  m_box = box;
  showBox();
  emit changed();
}

void AreaChooser::setChosenCount(std::size_t count) {
  m_chosen->setEnabled(count > 0);
  m_chosen->setToolTip(count > 0 ? tr("Chosen on the map: %1").arg(count) : tr("Nothing is chosen on the map."));
}

void AreaChooser::showBox() {
  m_no_box->setEnabled(m_box.has_value());
  if (!m_box) return m_box_text->setText(tr("Besides, or instead: a piece of the map, drawn as a box."));
  constexpr double kKm = 1000;
  const double mid_deg = (m_box->south_deg + m_box->north_deg) / 2;
  const double width_m = gis::geodesicBetween({m_box->west_deg, mid_deg}, {m_box->east_deg, mid_deg}).dist_m;
  const double height_m =
      gis::geodesicBetween({m_box->west_deg, m_box->south_deg}, {m_box->west_deg, m_box->north_deg}).dist_m;
  m_box_text->setText(
      tr("A box of %1 × %2 km goes along.").arg(width_m / kKm, 0, 'f', 1).arg(height_m / kKm, 0, 'f', 1));
}

void AreaChooser::filter(const QString& text) {
  for (int i = 0; i < m_tree->topLevelItemCount(); ++i) filterItem(m_tree->topLevelItem(i), text.trimmed(), false);
  if (text.trimmed().isEmpty()) {
    m_tree->collapseAll();
    m_tree->expandToDepth(0);
  }
}

}  // namespace app
