// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/reach_view.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "app/charts/figure_card.h"
#include "app/core/map_document.h"
#include "app/map/map_tool.h"
#include "app/settings/theme.h"
#include "app/stocks/dispatch_words.h"
#include "app/stocks/stocks_words.h"

namespace app {
namespace {

namespace dispatch = gis::dispatch;

enum ReachColumn { kReachDepot, kReachUsable, kReachAfter, kReachSays, kReachColumns };
constexpr int kBands_h[3] = {1, 2, 4};

// One click on the map: a place.
class SpotTool final : public MapTool {
 public:
  explicit SpotTool(std::function<void(gis::MapXY)> clicked) : m_clicked(std::move(clicked)) {}
  QCursor cursor() const override { return Qt::CrossCursor; }
  void click(gis::MapXY where) override { m_clicked(where); }

 private:
  std::function<void(gis::MapXY)> m_clicked;
};

}  // namespace

ReachView::ReachView(PanelContext& context, std::shared_ptr<DispatchDesk> desk, std::function<DispatchWish()> wish,
                     QWidget* parent)
    : StockPage(context, parent),
      m_desk(std::move(desk)),
      m_wish(std::move(wish)),
      m_item(new QComboBox),
      m_pick(new QPushButton),
      m_table(new QTableWidget(0, kReachColumns)),
      m_said(new QLabel),
      m_trouble(new QLabel),
      m_slot(context.pools, Pool::kModels) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(4), 0, 0);
  column->setSpacing(dp(4));
  m_item->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  auto* top = new QHBoxLayout;
  top->addWidget(m_item, 1);
  top->addWidget(m_pick);
  column->addLayout(top);
  auto* cards = new QHBoxLayout;
  for (FigureCard*& card : m_cards) cards->addWidget(card = new FigureCard, 1);
  column->addLayout(cards);
  m_said->setProperty("role", "second");
  m_trouble->setProperty("role", "danger");
  for (QLabel* label : {m_trouble, m_said}) {
    label->setWordWrap(true);
    column->addWidget(label);
  }
  m_trouble->hide();
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setWordWrap(false);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(dp(24));
  column->addWidget(m_table, 1);
  connect(m_pick, &QPushButton::clicked, this, &ReachView::pick);
  connect(m_item, &QComboBox::activated, this, &ReachView::askAgain);
  connect(m_table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem* cell) {
    const gis::stocks::Depot* depot =
        m_answer
            ? m_answer->ledger.directory.depotNamed(
                  m_answer->ledger.task.depots[m_answer->reach.rows[static_cast<std::size_t>(cell->row())].depot].id)
            : nullptr;
    if (depot) emit movementsWanted(depot->id, m_item->currentData().toLongLong());
  });
  retranslate();
}

void ReachView::showView() {
  const qlonglong chosen = m_item->currentData().toLongLong();
  m_item->clear();
  if (m_view)
    for (const gis::stocks::Item& one : m_view->directory.items)
      m_item->addItem(itemName(one), static_cast<qlonglong>(one.id));
  m_item->setCurrentIndex(std::max(0, m_item->findData(chosen)));
  showAnswer();
}

void ReachView::chooseItem(std::int64_t item_id) {
  m_item->setCurrentIndex(std::max(0, m_item->findData(static_cast<qlonglong>(item_id))));
}

void ReachView::pick() {
  if (!m_context.map.use_tool) return;
  auto tool = std::make_unique<SpotTool>([self = QPointer<ReachView>(this)](gis::MapXY where) {
    if (self) self->askAt(where);
  });
  tool->setHint(tr("Click the place where it is needed."));
  m_context.map.use_tool(std::move(tool));
}

void ReachView::askAt(gis::MapXY where) {
  m_at = where;
  askAgain();
}

void ReachView::askAgain() {
  const auto where = folder();
  const gis::stocks::Item* item = m_view ? m_view->directory.item(m_item->currentData().toLongLong()) : nullptr;
  if (!m_at || !where || !item) return;
  m_slot.ask(
      [where = *where, desk = m_desk, wish = m_wish(), name = gis::sending::plannedName(m_view->directory, *item),
       at = *m_at](const gis::CancelToken& cancel, const gis::Progress&) {
        return desk->reach(where, wish, name, at, cancel);
      },
      [this](gis::Result<DispatchReachPtr> answer) {
        const bool nobody = !answer && answer.error().code == gis::ErrorCode::kUnknownName;
        showTrouble(*m_trouble, answer   ? QString()
                                : nobody ? tr("No depot has any of it.")
                                         : stockTrouble(answer.error()));
        m_answer = answer ? std::move(*answer) : nullptr;
        showAnswer();
        emit answered();
      });
  showAnswer();
}

void ReachView::showAnswer() {
  m_table->setRowCount(0);
  for (int i = 0; i < 3; ++i) m_cards[i]->show(tr("in %1 h").arg(kBands_h[i]), QStringLiteral("—"));
  if (m_slot.busy()) return m_said->setText(tr("Searching the roads …"));
  if (!m_answer) return m_said->setText(tr("Choose an item, then “On the map” and a click where it is needed."));
  const dispatch::Reach& reach = m_answer->reach;
  const gis::stocks::Item* item = m_answer->ledger.directory.itemNamed(m_answer->item);
  const auto amount = [&](std::int64_t units) { return item ? quantityText(*item, units) : stockCount(units); };
  for (int i = 0; i < 3; ++i) {
    const auto& band = reach.bands[static_cast<std::size_t>(i)];
    m_cards[i]->show(tr("in %1 h").arg(kBands_h[i]), amount(band.units), band.units == 0);
  }
  m_said->setText(reach.place_has_road ? tr("Loading counted; a row opens the movements behind it (Enter).")
                                       : tr("No passable road within 2 km of the place."));
  for (const dispatch::ReachRow& one : reach.rows) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    QString says = one.arrive_after_ms                            ? QString()
                   : one.stand == dispatch::DepotStand::kCutOff   ? tr("cut off")
                   : one.stand == dispatch::DepotStand::kNoRoad   ? tr("at no road")
                   : one.stand == dispatch::DepotStand::kTooHeavy ? tr("no truck for it")
                                                                  : tr("no way");
    QStringList by;
    for (const std::size_t c : one.closures) by << QString::fromStdString(m_answer->closures[c].name);
    by.removeDuplicates();
    if (!by.isEmpty()) says += QStringLiteral(": ") + by.join(QStringLiteral(", "));
    const QString texts[kReachColumns] = {QString::fromStdString(m_answer->ledger.task.depots[one.depot].name),
                                          amount(one.usable),
                                          one.arrive_after_ms ? driveText(*one.arrive_after_ms) : QString(), says};
    for (int c = 0; c < kReachColumns; ++c) {
      auto* cell = new QTableWidgetItem(texts[c]);
      if (c == kReachUsable || c == kReachAfter) cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      if (c == kReachSays) cell->setForeground(currentColours().danger);
      m_table->setItem(row, c, cell);
    }
  }
  m_table->resizeColumnsToContents();
  m_table->horizontalHeader()->setSectionResizeMode(kReachDepot, QHeaderView::Stretch);
}

void ReachView::retranslate() {
  m_pick->setText(tr("On the map"));
  m_table->setHorizontalHeaderLabels({tr("Depot"), tr("Usable"), tr("Arrives after"), tr("Hindered")});
}

}  // namespace app
