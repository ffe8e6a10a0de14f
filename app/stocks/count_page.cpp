// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/count_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <set>
#include <utility>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/report/report_workbook.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/stocks/stock_grid.h"
#include "app/stocks/stock_report.h"
#include "app/stocks/stocks_words.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

// Its day of expiry is on the printed sheet; here its number has to be read whole.
QString lotNumber(const StockView& view, std::int64_t lot_id) {
  const auto found = view.directory.lots.find(lot_id);
  return found == view.directory.lots.end() ? QString() : QString::fromStdString(found->second.lot_no);
}

QString countedText(const stocks::CountSheet& sheet) {
  const auto counted =
      std::ranges::count_if(sheet.rows, [](const stocks::CountRow& row) { return row.counted.has_value(); });
  return QStringLiteral("%1/%2").arg(counted).arg(sheet.rows.size());
}

}  // namespace

CountPage::CountPage(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_depot(new QComboBox),
      m_blind(new QCheckBox),
      m_new(new QPushButton),
      m_sheets(new QComboBox),
      m_print(new QPushButton),
      m_scan(new QLineEdit),
      m_model(new GridModel(this)),
      m_grid(new StockGrid(m_model)),
      m_said(new QLabel),
      m_trouble(new QLabel),
      m_counter(new QLineEdit),
      m_second(new QLineEdit),
      m_reason(new QLineEdit),
      m_finish(new QPushButton),
      m_begin_slot(context.pools, Pool::kIo),
      m_enter(context.pools, Pool::kIo),
      m_finish_slot(context.pools, Pool::kIo),
      m_report(context.pools, Pool::kIo) {
  makeWidgets();
  connectWidgets();
  retranslate();
}

void CountPage::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(6));
  for (QComboBox* box : {m_depot, m_sheets}) box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_blind->setChecked(true);
  auto* top = new QHBoxLayout;
  top->addWidget(m_depot, 1);
  top->addWidget(m_blind);
  top->addWidget(m_new);
  column->addLayout(top);
  auto* which = new QHBoxLayout;
  which->addWidget(m_sheets, 1);
  which->addWidget(m_print);
  column->addLayout(which);
  auto* who = new QHBoxLayout;
  who->addWidget(m_scan, 2);
  who->addWidget(m_counter, 1);
  column->addLayout(who);
  m_grid->setStops({kCounted});
  m_grid->setYielding({kItem, kLot});
  column->addWidget(m_grid, 1);
  m_said->setProperty("role", "second");
  m_trouble->setProperty("role", "danger");
  for (QLabel* label : {m_said, m_trouble}) {
    label->setWordWrap(true);
    column->addWidget(label);
  }
  m_trouble->hide();
  auto* end = new QHBoxLayout;
  m_finish->setProperty("primary", true);
  end->addWidget(m_second, 1);
  end->addWidget(m_reason, 2);
  end->addWidget(m_finish);
  column->addLayout(end);
}

void CountPage::connectWidgets() {
  connect(m_new, &QPushButton::clicked, this,
          [this] { begin(m_depot->currentData().toLongLong(), m_blind->isChecked()); });
  connect(m_sheets, &QComboBox::activated, this, [this] {
    const stocks::CountSheet* found =
        m_view ? m_view->count(m_sheets->currentData().toString().toStdString()) : nullptr;
    m_sheet = found ? std::optional(*found) : std::nullopt;
    showSheet();
  });
  connect(m_scan, &QLineEdit::returnPressed, this, [this] {
    scan(m_scan->text());
    m_scan->clear();
  });
  connect(m_model, &GridModel::edited, this, &CountPage::typed);
  connect(m_finish, &QPushButton::clicked, this, [this] { finish(m_second->text(), m_reason->text()); });
  connect(m_print, &QPushButton::clicked, this, &CountPage::askForFile);
}

void CountPage::fillColumns() {
  std::vector<GridColumn> columns(kColumns);
  columns[kItem] = {tr("Item"), false, false, false, {}};
  columns[kLot] = {tr("Lot"), false, false, false, {}};
  columns[kBooked] = {tr("Books"), false, true, false, {}};
  columns[kCounted] = {tr("Counted"), true, true, false, {}};
  columns[kDifference] = {tr("Difference"), false, true, false, {}};
  columns[kBy] = {tr("By"), false, false, false, {}};
  m_model->setColumns(std::move(columns));
}

void CountPage::fillChoices() {
  const std::int64_t depot_id = m_depot->currentData().toLongLong();
  m_depot->clear();
  m_sheets->clear();
  if (!m_view) return;
  for (const stocks::Depot& one : m_view->directory.depots)
    m_depot->addItem(QString::fromStdString(one.name), static_cast<qlonglong>(one.id));
  m_depot->setCurrentIndex(std::max(0, m_depot->findData(static_cast<qlonglong>(depot_id))));
  m_sheets->addItem(m_view->counts.empty() ? tr("No count sheets yet") : tr("Choose a count sheet"), QString());
  for (const stocks::CountSheet& sheet : m_view->counts)
    m_sheets->addItem(QStringLiteral("%1 · %2 · %3")
                          .arg(QString::fromStdString(sheet.number), depotName(*m_view, sheet.depot_id),
                               sheet.is_booked ? tr("booked") : countedText(sheet)),
                      QString::fromStdString(sheet.uuid));
  if (m_sheet) m_sheets->setCurrentIndex(std::max(0, m_sheets->findData(QString::fromStdString(m_sheet->uuid))));
}

void CountPage::showView() {
  if (m_sheet && m_view && m_pending.empty() && !m_enter.busy()) {
    const stocks::CountSheet* found = m_view->count(m_sheet->uuid);
    m_sheet = found ? std::optional(*found) : std::nullopt;
  }
  if (!m_view) m_sheet.reset();
  fillChoices();
  m_new->setEnabled(canWrite() && m_depot->count() > 0);
  if (m_counter->text().isEmpty()) m_counter->setText(QString::fromStdString(officer()));
  showSheet();
}

void CountPage::showSheet() {
  m_pending.clear();
  const QModelIndex before = m_grid->currentIndex();
  const bool is_same = m_sheet && m_sheet->uuid == m_shown;
  m_shown = m_sheet ? m_sheet->uuid : std::string();
  std::vector<QStringList> rows;
  if (m_sheet && m_view)
    for (const stocks::CountRow& row : m_sheet->rows)
      rows.push_back({row.state == stocks::State::kUsable
                          ? itemName(*m_view, row.item_id)
                          : tr("%1: %2").arg(stockStateText(row.state), itemName(*m_view, row.item_id)),
                      lotNumber(*m_view, row.lot_id),
                      row.counted ? QString::number(*row.counted) : QString(),
                      {},
                      {},
                      QString::fromStdString(row.counter)});
  m_model->setRows(rows);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (const stocks::Item* item = m_view->directory.item(m_sheet->rows[i].item_id))
      m_model->setGhost(static_cast<int>(i), kCounted, itemUnit(*item));
  if (is_same && before.isValid()) m_grid->setCurrentIndex(m_model->index(before.row(), before.column()));
  showOutcome();
  hideSame();
}

// A column that says the same in every row, or may not say anything yet, leaves its room to the lots.
void CountPage::hideSame() {
  std::set<std::string> counters;
  if (m_sheet)
    for (const stocks::CountRow& row : m_sheet->rows)
      if (!row.counter.empty()) counters.insert(row.counter);
  m_grid->setColumnHidden(kBy, counters.size() < 2);
  const bool tells =
      m_sheet && std::ranges::any_of(m_sheet->rows, [](const auto& row) { return row.booked.has_value(); });
  for (const int column : {kBooked, kDifference}) m_grid->setColumnHidden(column, !tells);
  m_grid->verticalHeader()->setVisible(!tells);  // a row's number is for who counts along a printed sheet
  m_grid->fitColumns();
}

// What the books say, when it may be told, the differences, and what is still to do.
void CountPage::showOutcome() {
  const bool open = m_sheet && !m_sheet->is_booked && canWrite();
  for (QWidget* widget : std::initializer_list<QWidget*>{m_scan, m_counter, m_second, m_reason, m_finish})
    widget->setEnabled(open);
  m_print->setEnabled(m_sheet.has_value());
  if (!m_sheet) {
    m_grid->setEnabled(false);
    return m_said->setText(
        tr("A new sheet lists what the depot holds. On a blind one the books are shown when "
           "everything is counted."));
  }
  m_grid->setEnabled(open);
  int differences = 0, moved = 0;
  for (std::size_t i = 0; i < m_sheet->rows.size(); ++i) {
    const stocks::CountRow& row = m_sheet->rows[i];
    const int at = static_cast<int>(i);
    const stocks::Item* item = m_view ? m_view->directory.item(row.item_id) : nullptr;
    const auto amount = [&](std::int64_t units) { return item ? quantityText(*item, units) : stockCount(units); };
    m_model->setSaid(at, kBooked, row.booked ? amount(*row.booked) : QString(), GridTone::kPlain);
    const std::int64_t difference = row.difference();
    differences += difference != 0, moved += row.moved_since;
    const QString said = row.moved_since ? tr("moved since: count again")
                         : difference == 0
                             ? QString()
                             : (difference > 0 ? QStringLiteral("+") : QString()) + stockCount(difference);
    // What was counted before it moved is no count any more: it is typed again.
    if (row.moved_since && !m_pending.contains(row.cell_id)) m_model->setSaid(at, kCounted, {}, GridTone::kPlain);
    m_model->setSaid(at, kDifference, said, GridTone::kDanger);
    m_model->setSaid(at, kBy, QString::fromStdString(row.counter), GridTone::kFaint);
  }
  m_said->setText(m_sheet->is_booked       ? tr("Booked; a sheet is counted once.")
                  : !m_sheet->isComplete() ? tr("%1 counted.").arg(countedText(*m_sheet))
                  : moved > 0              ? tr("%1 rows moved after they were counted.").arg(moved)
                  : differences == 0       ? tr("Everything agrees; booking ends the sheet.")
                                     : tr("%1 rows differ: a reason and a second person are needed.").arg(differences));
}

void CountPage::begin(std::int64_t depot_id, bool is_blind) {
  const auto where = folder();
  if (!where || depot_id == 0 || m_begin_slot.busy()) return;
  m_begin_slot.ask(
      [where = *where, depot_id, is_blind, who = officer()](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<stocks::CountSheet>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
          return stocks::CountStore(open.db, open.clock, open.uuids).begin(depot_id, is_blind, {}, who);
        });
      },
      [this](gis::Result<stocks::CountSheet> sheet) {
        if (!sheet) return showTrouble(*m_trouble, stockTrouble(sheet.error()));
        showTrouble(*m_trouble, {});
        m_sheet = std::move(*sheet);
        showSheet();
        m_grid->setCurrentIndex(m_model->index(0, kCounted));
        m_grid->setFocus();
        emit changed();
      });
}

void CountPage::typed() {
  if (!m_sheet || !m_view) return;
  QString wrong;
  for (std::size_t i = 0; i < m_sheet->rows.size(); ++i) {
    const stocks::CountRow& row = m_sheet->rows[i];
    const QString text = m_model->text(static_cast<int>(i), kCounted).trimmed();
    const stocks::Item* item = m_view->directory.item(row.item_id);
    if (text.isEmpty() || !item) continue;
    const auto counted = stocks::quantityOf(*item, text.toStdString());
    if (!counted)
      wrong = tr("Row %1: a whole number from 0, in %2 or packs.").arg(i + 1).arg(itemUnit(*item));
    else if (row.counted != *counted || row.moved_since)
      m_pending[row.cell_id] = *counted;
  }
  showTrouble(*m_trouble, wrong);
  keep();
}

// One writing after the other: what is typed meanwhile waits.
void CountPage::keep() {
  const auto where = folder();
  if (!where || !m_sheet || m_pending.empty() || m_enter.busy()) return;
  m_enter.ask(
      [where = *where, uuid = m_sheet->uuid, counted = std::exchange(m_pending, {}),
       who = m_counter->text().trimmed().toStdString()](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<stocks::CountSheet>(
            where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) -> gis::Result<stocks::CountSheet> {
              stocks::CountStore store(open.db, open.clock, open.uuids);
              std::vector<stocks::CountEntry> entries;
              for (const auto& [cell_id, quantity] : counted)
                entries.push_back({open.uuids.next(), cell_id, quantity, open.clock.nowUtcMs(), who});
              if (auto done = store.enter(uuid, entries); !done) return std::unexpected(done.error());
              return store.sheet(uuid);
            });
      },
      [this](gis::Result<stocks::CountSheet> sheet) {
        if (!sheet) return showTrouble(*m_trouble, stockTrouble(sheet.error()));
        if (m_sheet && m_sheet->uuid == sheet->uuid) m_sheet = std::move(*sheet);
        showOutcome();
        hideSame();
        keep();
      });
}

void CountPage::scan(const QString& code) {
  if (!m_sheet || !m_view) return;
  // A label of a lot says the item's code and the lot's number: "10301/L1".
  std::string name = code.trimmed().toStdString(), lot_no;
  const stocks::Item* item = m_view->directory.itemNamed(name);
  if (const std::size_t slash = name.find('/'); !item && slash != std::string::npos) {
    lot_no = name.substr(slash + 1);
    item = m_view->directory.itemNamed(name.substr(0, slash));
  }
  for (std::size_t i = 0; item && i < m_sheet->rows.size(); ++i) {
    if (m_sheet->rows[i].item_id != item->id || m_sheet->rows[i].counted) continue;
    const auto lot = m_view->directory.lots.find(m_sheet->rows[i].lot_id);
    if (!lot_no.empty() && (lot == m_view->directory.lots.end() || lot->second.lot_no != lot_no)) continue;
    const QModelIndex at = m_model->index(static_cast<int>(i), kCounted);
    m_grid->setCurrentIndex(at);
    m_grid->setFocus();
    m_grid->edit(at);
    return showTrouble(*m_trouble, {});
  }
  showTrouble(*m_trouble, item ? tr("%1 is counted or not on this sheet.").arg(itemName(*item))
                               : tr("Nothing on this sheet is called %1.").arg(code.trimmed()));
}

void CountPage::finish(const QString& second_person, const QString& reason) {
  const auto where = folder();
  if (!where || !m_sheet || m_finish_slot.busy() || m_enter.busy()) return;
  using Outcome = std::optional<stocks::Movement>;
  m_finish_slot.ask(
      [where = *where, uuid = m_sheet->uuid, who = officer(), second = second_person.trimmed().toStdString(),
       why = reason.trimmed().toStdString()](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<Outcome>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
          return stocks::CountStore(open.db, open.clock, open.uuids).finish(uuid, who, second, why);
        });
      },
      [this](gis::Result<Outcome> done) {
        if (!done) return showTrouble(*m_trouble, tr("Nothing was booked. %1").arg(stockTrouble(done.error())));
        showTrouble(*m_trouble, {});
        m_second->clear();
        m_reason->clear();
        if (m_context.map.say)
          m_context.map.say(*done ? tr("Booked: %1").arg(QString::fromStdString((*done)->number))
                                  : tr("The sheet is closed; nothing differed."));
        emit changed();
      });
}

void CountPage::askForFile() {
  if (!m_sheet) return;
  const QString file =
      QFileDialog::getSaveFileName(this, tr("Save the count sheet"),
                                   m_context.settings.filesFolder() + QLatin1Char('/') +
                                       QString::fromStdString(m_sheet->number) + QStringLiteral(".pdf"),
                                   tr("PDF (*.pdf);;Excel (*.xlsx)"));
  if (!file.isEmpty()) savePaper(file);
}

void CountPage::savePaper(const QString& file) {
  if (!m_sheet || !m_view) return;
  const Report paper = countPaper(*m_view, *m_sheet, m_context.document.cityName(), m_context.document.isDemo());
  m_report.ask(
      [file, paper](const gis::CancelToken&, const gis::Progress&) { return writeReport(file.toStdString(), paper); },
      [this, file](gis::Result<void> done) {
        if (!done) return m_context.messages.add(done.error());
        if (m_context.map.say) m_context.map.say(tr("Saved: %1").arg(file));
      });
}

void CountPage::retranslate() {
  fillColumns();
  m_blind->setText(tr("Blind"));
  m_new->setText(tr("New sheet"));
  m_print->setText(tr("Print …"));
  m_scan->setPlaceholderText(tr("Scan or type a code: goes to its row"));
  m_counter->setPlaceholderText(tr("who counts"));
  m_second->setPlaceholderText(tr("2nd person"));
  m_reason->setPlaceholderText(tr("reason of the differences"));
  m_finish->setText(tr("Book"));
}

}  // namespace app
