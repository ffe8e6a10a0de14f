// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/movements_page.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/stocks/stocks_words.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

enum MovementColumn { kWhen, kWhat, kChange, kAfter, kKind, kFrom, kTo, kWho, kWhy, kNumber, kMovementColumns };
constexpr int kMostItemDp = 160;

QString sideText(const StockView& view, const stocks::Side& side) {
  if (side.depot_id == 0) return stockStateText(side.state);
  const QString name = depotName(view, side.depot_id);
  return side.state == stocks::State::kUsable ? name : QStringLiteral("%1 · %2").arg(name, stockStateText(side.state));
}

}  // namespace

MovementsPage::MovementsPage(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_back(new QToolButton),
      m_title(new QLabel),
      m_sum(new QLabel),
      m_table(new QTableWidget),
      m_chosen(new QLabel),
      m_trouble(new QLabel),
      m_reason(new QLineEdit),
      m_reverse(new QPushButton),
      m_read(context.pools, Pool::kIo),
      m_write(context.pools, Pool::kIo) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(6));
  auto* top = new QHBoxLayout;
  m_back->setAutoRaise(true);
  m_back->setIconSize(QSize(dp(18), dp(18)));
  m_title->setProperty("role", "heading");
  m_title->setWordWrap(true);
  top->addWidget(m_back);
  top->addWidget(m_title, 1);
  column->addLayout(top);
  m_sum->setProperty("role", "second");
  m_sum->setWordWrap(true);
  column->addWidget(m_sum);
  m_table->setColumnCount(kMovementColumns);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setWordWrap(false);
  m_table->verticalHeader()->hide();
  column->addWidget(m_table, 1);
  m_chosen->setWordWrap(true);
  m_chosen->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(m_chosen);
  m_trouble->setProperty("role", "danger");
  m_trouble->setWordWrap(true);
  m_trouble->hide();
  column->addWidget(m_trouble);
  auto* line = new QHBoxLayout;
  line->addWidget(m_reason, 1);
  line->addWidget(m_reverse);
  column->addLayout(line);
  connect(m_back, &QToolButton::clicked, this, &MovementsPage::left);
  connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
    m_sure = false;
    showChosen();
  });
  connect(m_reverse, &QPushButton::clicked, this, &MovementsPage::reverse);
  connect(m_reason, &QLineEdit::returnPressed, this, &MovementsPage::reverse);
  retranslate();
}

void MovementsPage::open(std::int64_t depot_id, std::int64_t item_id) {
  m_depot_id = depot_id, m_item_id = item_id;
  m_moves.clear();
  m_error.reset();
  m_sure = false;
  m_reason->clear();
  read();
  showRows();
  m_table->setFocus();
}

void MovementsPage::read() {
  const auto where = folder();
  if (!where) return;
  m_read.ask([where = *where, depot = m_depot_id, item = m_item_id](
                 const gis::CancelToken&, const gis::Progress&) { return readMovements(where, depot, item); },
             [this](gis::Result<std::vector<stocks::Movement>> moves) {
               m_error.reset();
               if (moves)
                 m_moves = std::move(*moves);
               else
                 m_error = std::move(moves.error());
               showRows();
             });
}

void MovementsPage::showView() {
  // Something was booked: what is shown may have grown.
  if (m_view && isVisible())
    read();
  else
    showRows();
}

bool MovementsPage::concerns(const stocks::MoveLine& line) const {
  const auto lot = m_view->directory.lots.find(line.lot_id);
  return (m_item_id == 0 || (lot != m_view->directory.lots.end() && lot->second.item_id == m_item_id)) &&
         (m_depot_id == 0 || line.from.depot_id == m_depot_id || line.to.depot_id == m_depot_id);
}

// What a line did to what the depot (or all depots) holds, in whatever state.
std::int64_t MovementsPage::effect(const stocks::MoveLine& line) const {
  const auto inside = [&](const stocks::Side& side) {
    return m_depot_id == 0 ? side.depot_id != 0 : side.depot_id == m_depot_id;
  };
  return (inside(line.to) ? line.quantity : 0) - (inside(line.from) ? line.quantity : 0);
}

void MovementsPage::showRows() {
  const QSignalBlocker quiet(m_table);
  m_table->setRowCount(0);
  m_move_of_row.clear();
  showTrouble(*m_trouble, m_error ? stockTrouble(*m_error) : QString());
  if (!m_view) return;
  const stocks::Item* item = m_item_id == 0 ? nullptr : m_view->directory.item(m_item_id);
  m_title->setText((item ? itemName(*item) : tr("All items")) + QStringLiteral(" · ") +
                   (m_depot_id == 0 ? tr("All depots") : depotName(*m_view, m_depot_id)));
  std::int64_t held = 0;
  for (const stocks::CellBalance& cell : m_view->balance)
    if ((m_depot_id == 0 || cell.depot_id == m_depot_id) && cell.item_id == m_item_id) held += cell.quantity;
  std::int64_t after = held;
  for (std::size_t i = 0; i < m_moves.size(); ++i) {
    const stocks::Movement& move = m_moves[i];
    for (auto line = move.draft.lines.rbegin(); line != move.draft.lines.rend(); ++line) {
      if (!concerns(*line)) continue;
      const int row = m_table->rowCount();
      m_table->insertRow(row);
      m_move_of_row.push_back(i);
      const std::int64_t change = effect(*line);
      const auto lot = m_view->directory.lots.find(line->lot_id);
      const QString what = lot == m_view->directory.lots.end() ? QString() : itemName(*m_view, lot->second.item_id);
      const stocks::Item* of =
          lot == m_view->directory.lots.end() ? nullptr : m_view->directory.item(lot->second.item_id);
      const auto amount = [&](std::int64_t quantity) {
        return of ? quantityText(*of, quantity) : stockCount(quantity);
      };
      const QString texts[kMovementColumns] = {
          beijingTimeText(move.draft.at_utc_ms),
          item ? lotText(*m_view, line->lot_id) : what + QStringLiteral(" · ") + lotText(*m_view, line->lot_id),
          change == 0 ? QStringLiteral("(%1)").arg(amount(line->quantity))
                      : (change > 0 ? QStringLiteral("+") : QString()) + amount(change),
          item ? stockCount(after) : QString(),
          moveKindText(move.draft.kind) + (move.reversed_by ? tr(" (reversed)") : QString()),
          sideText(*m_view, line->from),
          sideText(*m_view, line->to),
          QString::fromStdString(move.draft.author),
          QString::fromStdString(move.draft.reason),
          QString::fromStdString(move.number)};
      for (int c = 0; c < kMovementColumns; ++c) {
        auto* cell = new QTableWidgetItem(texts[c]);
        if (c == kChange || c == kAfter) cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (c == kWhat) cell->setToolTip(texts[c]);
        if (move.reversed_by) cell->setForeground(currentColours().text_faint);
        m_table->setItem(row, c, cell);
      }
      after -= change;
    }
  }
  m_table->setColumnHidden(kAfter, !item);  // of all items together there is no sum
  m_table->resizeColumnsToContents();
  // What moved and by how much are in sight together in the narrowest panel.
  m_table->setColumnWidth(kWhat, std::min(m_table->columnWidth(kWhat), dp(kMostItemDp)));
  const bool is_cut = m_moves.size() >= static_cast<std::size_t>(stocks::MovementFilter().most);
  m_sum->setText(
      m_read.busy()     ? tr("Reading …")
      : m_moves.empty() ? tr("No movements yet. “Entry” enters the first.")
      : item   ? tr("%1 movements; %2 there now in all states.").arg(m_moves.size()).arg(quantityText(*item, held))
      : is_cut ? tr("The newest %1 movements.").arg(m_moves.size())
               : tr("%1 movements.").arg(m_moves.size()));
  showChosen();
}

const stocks::Movement* MovementsPage::chosen() const {
  const int row = m_table->currentRow();
  if (row < 0 || row >= static_cast<int>(m_move_of_row.size())) return nullptr;
  return &m_moves[m_move_of_row[static_cast<std::size_t>(row)]];
}

void MovementsPage::showChosen() {
  const stocks::Movement* move = chosen();
  const bool may = move && !move->reversed_by && move->draft.kind != stocks::MoveKind::kReversal && canWrite();
  m_reason->setEnabled(may);
  m_reverse->setEnabled(may && !m_write.busy());
  m_reverse->setText(m_sure ? tr("Confirm reversal") : tr("Reverse"));
  if (!move) return m_chosen->clear();
  QStringList lines{tr("%1 %2, booked %3 by %4")
                        .arg(moveKindText(move->draft.kind), QString::fromStdString(move->number),
                             beijingTimeText(move->booked_utc_ms), QString::fromStdString(move->draft.author))};
  if (!move->draft.second_person.empty())
    lines << tr("Second person: %1").arg(QString::fromStdString(move->draft.second_person));
  if (!move->draft.reason.empty()) lines << tr("Reason: %1").arg(QString::fromStdString(move->draft.reason));
  if (move->draft.is_drill) lines << tr("Drill");
  m_chosen->setText(lines.join(QLatin1Char('\n')));
}

void MovementsPage::setReason(const QString& reason) { m_reason->setText(reason); }

void MovementsPage::reverse() {
  const stocks::Movement* move = chosen();
  const auto where = folder();
  if (!move || !where || !m_reverse->isEnabled()) return;
  const std::string reason = m_reason->text().trimmed().toStdString();
  if (reason.empty()) {
    showTrouble(*m_trouble, tr("Say why it is reversed."));
    m_reason->setFocus();
    return;
  }
  if (!std::exchange(m_sure, true)) {
    showTrouble(*m_trouble,
                tr("Press once more: the whole movement %1 is booked back.").arg(QString::fromStdString(move->number)));
    return showChosen();
  }
  m_sure = false;
  m_write.ask(
      [where = *where, id = move->id, who = officer(), reason](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<stocks::Movement>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
          return stocks::LedgerStore(open.db, open.clock, open.uuids).reverse(id, who, reason);
        });
      },
      [this](gis::Result<stocks::Movement> done) {
        m_error.reset();
        if (!done) {
          m_error = std::move(done.error());
          return showRows();
        }
        m_reason->clear();
        read();
        emit changed();
      });
  showChosen();
}

void MovementsPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return emit left();
  StockPage::keyPressEvent(event);
}

void MovementsPage::retranslate() {
  m_back->setIcon(themedIcon(QStringLiteral("back")));
  m_back->setToolTip(tr("Back (Esc)"));
  m_reason->setPlaceholderText(tr("why it is reversed"));
  m_table->setHorizontalHeaderLabels({tr("When"), tr("Item and lot"), tr("Change"), tr("There after"), tr("What"),
                                      tr("From"), tr("To"), tr("By"), tr("Reason"), tr("Number")});
}

}  // namespace app
