// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/overview_page.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <set>

#include "app/charts/figure_card.h"
#include "app/core/map_document.h"
#include "app/settings/theme.h"
#include "app/stocks/stocks_words.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

// Depots are told apart by how their names begin; they all end the same way.
class EndElidedDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
  }
};

constexpr int kTypingMs = 120;
constexpr double kDepotSpanM = 4000;
constexpr std::size_t kTreeCountyDigits = 6;

bool covers(const StockView& view, const CoverageFilter& filter, const stocks::Coverage& one) {
  const stocks::Depot* depot = view.directory.depot(one.depot_id);
  const stocks::Item* item = view.directory.item(one.item_id);
  if (!depot || !item) return false;
  return (filter.tier == 0 || depot->tier == filter.tier) &&
         (filter.county.empty() || depot->division_code.starts_with(filter.county)) &&
         (filter.depot_id == 0 || filter.depot_id == one.depot_id) &&
         (filter.item_id == 0 || filter.item_id == one.item_id) && item->class_code.starts_with(filter.class_code);
}

}  // namespace

OverviewPage::OverviewPage(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_model(new CoverageModel(this)),
      m_short(new FigureCard),
      m_expired(new FigureCard),
      m_expiring(new FigureCard),
      m_road(new FigureCard),
      m_search(new QLineEdit),
      m_depots(new QToolButton),
      m_items(new QToolButton),
      m_tree(new QTreeWidget),
      m_table(new QTableView),
      m_count(new QLabel),
      m_all_movements(new QToolButton) {
  makeWidgets();
  connectWidgets();
  retranslate();
}

void OverviewPage::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(6));
  auto* cards = new QHBoxLayout;
  cards->setSpacing(dp(4));
  for (FigureCard* card : {m_short, m_expired, m_expiring, m_road}) cards->addWidget(card, 1);
  column->addLayout(cards);
  auto* line = new QHBoxLayout;
  line->setSpacing(dp(4));
  for (QToolButton* chip : {m_depots, m_items}) {
    chip->setProperty("role", "chip");
    chip->setCheckable(true);
    chip->setAutoExclusive(true);
    line->addWidget(chip);
  }
  m_depots->setChecked(true);
  m_search->setClearButtonEnabled(true);
  line->addWidget(m_search, 1);
  column->addLayout(line);
  m_tree->setHeaderHidden(true);
  m_tree->setColumnCount(2);
  m_tree->setUniformRowHeights(true);
  m_tree->setIndentation(dp(14));
  m_tree->header()->setStretchLastSection(false);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_table->setModel(m_model);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setWordWrap(false);
  m_table->setTextElideMode(Qt::ElideMiddle);  // what it is, and of which size
  m_table->setItemDelegateForColumn(CoverageModel::kDepot, new EndElidedDelegate(m_table));
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(dp(24));
  m_table->installEventFilter(this);
  m_table->viewport()->installEventFilter(this);
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(m_tree);
  split->addWidget(m_table);
  split->setStretchFactor(0, 2);
  split->setStretchFactor(1, 3);
  column->addWidget(split, 1);
  auto* below = new QHBoxLayout;
  m_count->setProperty("role", "faint");
  m_count->setWordWrap(true);
  m_all_movements->setProperty("role", "chip");
  below->addWidget(m_count, 1);
  below->addWidget(m_all_movements);
  column->addLayout(below);
}

void OverviewPage::connectWidgets() {
  connect(m_depots, &QToolButton::clicked, this, [this] { setByItem(false); });
  connect(m_items, &QToolButton::clicked, this, [this] { setByItem(true); });
  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypingMs);
  connect(&m_typing, &QTimer::timeout, this, &OverviewPage::refreshRows);
  connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
    refreshRows();
    showDepot();
  });
  connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
    if (index.column() >= CoverageModel::kUsable) openNumber(index);
  });
  connect(m_all_movements, &QToolButton::clicked, this, [this] {
    const auto found = m_filters.find(m_tree->currentItem());
    const CoverageFilter filter = found == m_filters.end() ? CoverageFilter() : found->second;
    emit movementsWanted(filter.depot_id, filter.item_id);
  });
  connect(m_short, &FigureCard::clicked, this, [this] { showOnly(!m_only.only_short, false, false); });
  connect(m_expired, &FigureCard::clicked, this, [this] { showOnly(false, !m_only.only_expired, false); });
  connect(m_expiring, &FigureCard::clicked, this, [this] { showOnly(false, false, !m_only.only_expiring); });
  connect(m_road, &FigureCard::clicked, this, [this] { emit movementsWanted(0, 0); });
}

void OverviewPage::setByItem(bool by_item) {
  if (m_by_item == by_item) return;
  m_by_item = by_item;
  (by_item ? m_items : m_depots)->setChecked(true);
  buildTree();
  refreshRows();
}

void OverviewPage::search(const QString& words) {
  m_search->setText(words);
  m_typing.stop();
  refreshRows();
}

void OverviewPage::showOnly(bool is_short, bool expired, bool expiring) {
  m_only.only_short = is_short, m_only.only_expired = expired, m_only.only_expiring = expiring;
  refreshRows();
}

void OverviewPage::showView() {
  showFigures();
  buildTree();
  refreshRows();
}

void OverviewPage::showFigures() {
  int is_short = 0, expired = 0;
  std::set<std::pair<std::int64_t, std::int64_t>> soon;
  std::size_t road = 0;
  if (m_view) {
    for (const stocks::Coverage& one : m_view->coverage) {
      is_short += one.shortOf() > 0;
      expired += one.expired > 0;
    }
    for (const stocks::ExpiringLot& lot : m_view->expiring)
      if (lot.days_left >= 0 && lot.days_left <= kExpirySoon_d) soon.insert({lot.depot_id, lot.item_id});
    for (const RequisitionRow& row : m_view->requisitions) road += !row.standing.on_the_road.empty();
  }
  m_short->show(tr("Below minimum"), QString::number(is_short), is_short > 0);
  m_expired->show(tr("Expired"), QString::number(expired), expired > 0);
  m_expiring->show(tr("Expire in %1 days").arg(kExpirySoon_d), QString::number(soon.size()), false);
  m_road->show(tr("On the road"), QString::number(road), false);
}

QTreeWidgetItem* OverviewPage::node(QTreeWidgetItem* parent, const QString& name, const CoverageFilter& filter) {
  auto* made = new QTreeWidgetItem({name, QString()});
  made->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
  if (parent)
    parent->addChild(made);
  else
    m_tree->addTopLevelItem(made);
  m_filters[made] = filter;
  return made;
}

void OverviewPage::addDepots() {
  std::map<int, QTreeWidgetItem*> tiers;
  std::map<std::pair<int, std::string>, QTreeWidgetItem*> counties;
  for (const stocks::Depot& depot : m_view->directory.depots) {
    CoverageFilter filter;
    filter.tier = depot.tier;
    QTreeWidgetItem*& tier = tiers[depot.tier];
    if (!tier) {
      tier = node(m_tree->topLevelItem(0), depotTierText(depot.tier), filter);
      tier->setExpanded(true);
    }
    QTreeWidgetItem* above = tier;
    if (depot.tier >= 3) {
      filter.county = depot.division_code.substr(0, kTreeCountyDigits);
      QTreeWidgetItem*& county = counties[{depot.tier, filter.county}];
      if (!county) county = node(tier, countyName(*m_view, filter.county), filter);
      above = county;
    }
    CoverageFilter own;
    own.depot_id = depot.id;
    QTreeWidgetItem* made = node(above, QString::fromStdString(depot.name), own);
    made->setToolTip(0, QStringLiteral("%1\n%2\n%3 %4")
                            .arg(QString::fromStdString(depot.name), depotKindText(depot.kind),
                                 QString::fromStdString(depot.keeper), QString::fromStdString(depot.phone)));
  }
}

void OverviewPage::addItems() {
  std::map<std::string, QTreeWidgetItem*> classes;
  for (const stocks::Item& item : m_view->directory.items) {
    QTreeWidgetItem* above = m_tree->topLevelItem(0);
    // Classes of one digit, then of three, five, seven: as far down as the item's goes.
    for (std::size_t digits = 1; digits <= item.class_code.size(); digits += 2) {
      CoverageFilter filter;
      filter.class_code = item.class_code.substr(0, digits);
      QTreeWidgetItem*& of_class = classes[filter.class_code];
      if (!of_class) {
        of_class = node(above, className(*m_view, filter.class_code), filter);
        of_class->setExpanded(digits == 1);
      }
      above = of_class;
    }
    CoverageFilter own;
    own.item_id = item.id;
    node(above, itemName(item), own);
  }
}

void OverviewPage::buildTree() {
  const QSignalBlocker quiet(m_tree);
  CoverageFilter chosen;
  if (const auto found = m_filters.find(m_tree->currentItem()); found != m_filters.end()) chosen = found->second;
  m_tree->clear();
  m_filters.clear();
  if (!m_view || !m_view->is_there) return;
  QTreeWidgetItem* all = node(nullptr, m_by_item ? tr("All items") : tr("All depots"), {});
  all->setExpanded(true);
  if (m_by_item)
    addItems();
  else
    addDepots();
  markShort();
  m_tree->setCurrentItem(all);
  for (const auto& [item, filter] : m_filters)
    if ((chosen.depot_id != 0 && filter.depot_id == chosen.depot_id) ||
        (chosen.item_id != 0 && filter.item_id == chosen.item_id))
      m_tree->setCurrentItem(item);
}

// Beside each node: how many depots and items below it are under their minimum.
void OverviewPage::markShort() {
  std::map<QTreeWidgetItem*, int> is_short;
  for (const stocks::Coverage& one : m_view->coverage) {
    if (one.shortOf() == 0) continue;
    for (const auto& [item, filter] : m_filters)
      if (covers(*m_view, filter, one)) ++is_short[item];
  }
  for (const auto& [item, count] : is_short) {
    item->setText(1, tr("%1 short").arg(count));
    item->setForeground(1, currentColours().danger);
  }
}

void OverviewPage::refreshRows() {
  CoverageFilter filter;
  if (const auto found = m_filters.find(m_tree->currentItem()); found != m_filters.end()) filter = found->second;
  filter.only_short = m_only.only_short, filter.only_expired = m_only.only_expired;
  filter.only_expiring = m_only.only_expiring;
  filter.words = m_search->text().toLower().toStdString();
  for (const auto& [card, on] :
       {std::pair{m_short, m_only.only_short}, {m_expired, m_only.only_expired}, {m_expiring, m_only.only_expiring}}) {
    card->setProperty("active", on);
    card->style()->unpolish(card);
    card->style()->polish(card);
  }
  m_model->setView(m_view, filter);
  m_table->setColumnHidden(CoverageModel::kDepot, filter.depot_id != 0);
  m_table->setColumnHidden(CoverageModel::kItem, filter.item_id != 0);
  fitColumns();
  m_count->setText(
      !m_view ? QString()
              : tr("%1 rows, short ones first. Click or Enter on a number: its movements.").arg(m_model->rowCount()));
}

void OverviewPage::fitColumns() {
  m_table->horizontalHeader()->setMinimumSectionSize(dp(30));
  m_table->resizeColumnsToContents();
  for (const int column : {CoverageModel::kItem, CoverageModel::kDepot})
    m_names_px[column] = m_table->columnWidth(column);
  fitNames();
}

// Names give way to what is there, what should be and how long it lasts, as long as they can be read.
void OverviewPage::fitNames() {
  int figures_px = 0, wanted_px = 0;
  for (const int column : {CoverageModel::kUsable, CoverageModel::kMinimum, CoverageModel::kLasts})
    figures_px += m_table->columnWidth(column);
  for (const auto& [column, px] : m_names_px)
    if (!m_table->isColumnHidden(column)) wanted_px += px;
  const int left_px = m_table->viewport()->width() - figures_px;
  for (const auto& [column, px] : m_names_px)
    if (!m_table->isColumnHidden(column))
      m_table->setColumnWidth(column, wanted_px <= left_px ? px
                                                           : std::max(dp(column == CoverageModel::kItem ? 104 : 88),
                                                                      left_px * px / wanted_px));
}

void OverviewPage::openNumber(const QModelIndex& index) {
  if (const stocks::Coverage* one = m_model->at(index.row())) emit movementsWanted(one->depot_id, one->item_id);
}

void OverviewPage::showDepot() {
  const auto found = m_filters.find(m_tree->currentItem());
  if (!m_view || found == m_filters.end() || found->second.depot_id == 0) return;
  const stocks::Depot* depot = m_view->directory.depot(found->second.depot_id);
  if (!depot || !depot->where) return;
  const auto where = m_context.document.toMap(*depot->where);
  if (!where) return;
  if (m_context.map.fly_to) m_context.map.fly_to(*where, kDepotSpanM);
  if (m_context.map.mark) m_context.map.mark(*where);
}

bool OverviewPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_table->viewport() && event->type() == QEvent::Resize) fitNames();
  if (watched == m_table && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      openNumber(m_table->currentIndex());
      return true;
    }
  }
  return StockPage::eventFilter(watched, event);
}

void OverviewPage::retranslate() {
  m_depots->setText(tr("By depot"));
  m_items->setText(tr("By item"));
  m_search->setPlaceholderText(tr("Item or depot: name, code, pinyin initials"));
  m_all_movements->setText(tr("All movements"));
  showFigures();
}

}  // namespace app
