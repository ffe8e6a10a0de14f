// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/requisition_page.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <tuple>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/report/report_workbook.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/stocks/requisition_form.h"
#include "app/stocks/requisition_paper.h"
#include "app/stocks/requisition_step.h"
#include "app/stocks/stocks_words.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace stocks = gis::stocks;
using stocks::RequisitionState;

enum ListColumn { kListState, kListUnit, kListPlace, kListDeadline, kListUrgency, kListNumber, kListColumns };
constexpr int kOpenOnes = -2, kAllOnes = -1, kStates = 8;
constexpr double kPlaceSpanM = 5000;

bool isOpen(RequisitionState state) {
  return state != RequisitionState::kClosed && state != RequisitionState::kRejected &&
         state != RequisitionState::kCancelled;
}

QString plainYear(const StockView& view) { return QString::fromStdString(view.day.substr(0, 5)); }  // "2026-"

}  // namespace

RequisitionPage::RequisitionPage(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_stack(new QStackedWidget),
      m_state(new QComboBox),
      m_new(new QPushButton),
      m_table(new QTableWidget),
      m_title(new QLabel),
      m_items(new QLabel),
      m_course(new QLabel),
      m_print(new QPushButton),
      m_step(new RequisitionStepView(context)),
      m_form(new RequisitionForm(context)),
      m_report(context.pools, Pool::kIo) {
  makeWidgets();
  for (StockPage* part : std::initializer_list<StockPage*>{m_step, m_form})
    connect(part, &StockPage::changed, this, &StockPage::changed);
  connect(m_new, &QPushButton::clicked, this, &RequisitionPage::enterNew);
  connect(m_state, &QComboBox::activated, this, &RequisitionPage::showRows);
  connect(m_print, &QPushButton::clicked, this, &RequisitionPage::askForFile);
  connect(m_form, &RequisitionForm::left, this, [this] { m_stack->setCurrentIndex(0); });
  connect(m_form, &RequisitionForm::entered, this, [this](const QString& uuid) {
    m_chosen = uuid.toStdString();
    m_stack->setCurrentIndex(0);
  });
  connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
    const int row = m_table->currentRow();
    if (row < 0 || row >= static_cast<int>(m_uuids.size())) return;
    m_chosen = m_uuids[static_cast<std::size_t>(row)];
    showChosen();
    if (const RequisitionRow* now = chosen()) flyTo(*now);
  });
  retranslate();
}

void RequisitionPage::makeWidgets() {
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, dp(6), 0, 0);
  whole->addWidget(m_stack);
  auto* list = new QWidget;
  auto* column = new QVBoxLayout(list);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(6));
  auto* top = new QHBoxLayout;
  top->addWidget(m_state, 1);
  top->addWidget(m_new);
  column->addLayout(top);
  m_table->setColumnCount(kListColumns);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setWordWrap(false);
  m_table->verticalHeader()->hide();
  auto* card = new QWidget;
  auto* lines = new QVBoxLayout(card);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(dp(4));
  m_title->setProperty("role", "heading");
  m_course->setProperty("role", "second");
  for (QLabel* label : {m_title, m_items, m_course}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
  }
  auto* inside = new QWidget;
  auto* said = new QVBoxLayout(inside);
  said->setContentsMargins(0, 0, 0, 0);
  said->addWidget(m_items);
  said->addWidget(m_course);
  said->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidget(inside);
  scroll->setMinimumHeight(dp(72));
  auto* heading = new QHBoxLayout;
  heading->addWidget(m_title, 1);
  heading->addWidget(m_print);
  lines->addLayout(heading);
  lines->addWidget(scroll, 1);
  lines->addWidget(m_step, 2);
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(m_table);
  split->addWidget(card);
  split->setStretchFactor(0, 1);
  split->setStretchFactor(1, 2);
  column->addWidget(split, 1);
  m_stack->addWidget(list);
  m_stack->addWidget(m_form);
}

bool RequisitionPage::busy() const { return m_step->busy() || m_form->busy() || m_report.busy(); }

void RequisitionPage::enterNew() {
  m_form->begin();
  m_stack->setCurrentWidget(m_form);
}

const RequisitionRow* RequisitionPage::chosen() const { return m_view ? m_view->requisition(m_chosen) : nullptr; }

void RequisitionPage::choose(const std::string& uuid) {
  m_chosen = uuid;
  showRows();
}

void RequisitionPage::showView() {
  m_new->setEnabled(canWrite());
  m_form->setView(m_view);
  m_step->setView(m_view);
  showRows();
}

void RequisitionPage::showRows() {
  const QSignalBlocker quiet(m_table);
  m_table->setRowCount(0);
  m_uuids.clear();
  if (!m_view) return showChosen();
  std::vector<const RequisitionRow*> rows;
  const int wanted = m_state->currentData().toInt();
  for (const RequisitionRow& row : m_view->requisitions)
    if (wanted == kAllOnes ||
        (wanted == kOpenOnes ? isOpen(row.standing.state) : wanted == static_cast<int>(row.standing.state)))
      rows.push_back(&row);
  // What waits for somebody first, the most urgent and the earliest deadline on top.
  std::ranges::stable_sort(rows, {}, [](const RequisitionRow* row) {
    const std::int64_t due = row->paper.head.deadline_utc_ms;
    return std::tuple(!isOpen(row->standing.state), row->paper.head.urgency, due == 0 ? INT64_MAX : due);
  });
  for (const RequisitionRow* row : rows) {
    const stocks::RequisitionHead& head = row->paper.head;
    const bool late = head.deadline_utc_ms != 0 && head.deadline_utc_ms < m_view->now_utc_ms &&
                      isOpen(row->standing.state) && row->standing.state != RequisitionState::kReceived;
    const QString texts[kListColumns] = {
        requisitionStateText(row->standing.state),
        QString::fromStdString(head.unit),
        head.to_depot_id != 0 ? depotName(*m_view, head.to_depot_id) : QString::fromStdString(head.place),
        head.deadline_utc_ms == 0 ? QString() : beijingTimeText(head.deadline_utc_ms),
        urgencyText(head.urgency),
        QString::fromStdString(row->paper.number)};
    const int at = m_table->rowCount();
    m_table->insertRow(at);
    m_uuids.push_back(row->paper.uuid);
    for (int c = 0; c < kListColumns; ++c) {
      // The day and hour of this year; the whole is the tool tip.
      const bool this_year = c == kListDeadline && texts[c].startsWith(plainYear(*m_view));
      auto* cell = new QTableWidgetItem(this_year ? texts[c].mid(5) : texts[c]);
      cell->setToolTip(texts[c]);
      if (late && c == kListDeadline) cell->setForeground(currentColours().danger);
      m_table->setItem(at, c, cell);
    }
    if (row->paper.uuid == m_chosen) m_table->selectRow(at);
  }
  m_table->resizeColumnsToContents();
  for (const int column : {kListUnit, kListPlace})
    m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), dp(88)));
  showChosen();
}

void RequisitionPage::showChosen() {
  const RequisitionRow* now = chosen();
  m_print->setVisible(now != nullptr);
  m_step->show(now ? m_chosen : std::string());
  m_step->setVisible(now != nullptr);
  if (!now) {
    m_title->setText(!m_view                        ? QString()
                     : m_view->requisitions.empty() ? tr("No requisitions yet. “New” enters the first.")
                     : m_table->rowCount() == 0     ? tr("None of this state.")
                                                    : tr("Choose a requisition above."));
    m_items->clear();
    return m_course->clear();
  }
  m_title->setText(QStringLiteral("%1 · %2").arg(QString::fromStdString(now->paper.number),
                                                 requisitionStateText(now->standing.state)));
  QStringList items;
  for (const stocks::RequisitionProgress& one : now->standing.items) {
    const stocks::Item* item = m_view->directory.itemNamed(one.item_code);
    const auto quantity = [&](std::int64_t of) { return item ? quantityText(*item, of) : stockCount(of); };
    // What has not come to that yet is not told as nothing.
    QStringList steps{tr("asked for %1").arg(quantity(one.requested))};
    if (one.approved > 0) steps << tr("approved %1").arg(quantity(one.approved));
    if (one.picked > 0 && one.dispatched == 0) steps << tr("picked %1").arg(quantity(one.picked));
    if (one.dispatched > 0) steps << tr("sent %1").arg(quantity(one.dispatched));
    if (one.received > 0) steps << tr("received %1").arg(quantity(one.received));
    if (one.damaged > 0) steps << tr("damaged %1").arg(quantity(one.damaged));
    if (one.lost > 0) steps << tr("lost %1").arg(quantity(one.lost));
    const std::int64_t done = one.received + one.damaged + one.lost;
    if (done > 0 && one.onTheRoad() > 0) steps << tr("on the road %1").arg(quantity(one.onTheRoad()));
    items << tr("%1: %2").arg(item ? itemName(*item) : QString::fromStdString(one.item_code), steps.join(tr(", ")));
  }
  m_items->setText(items.join(QLatin1Char('\n')));
  m_course->setText(requisitionHistory(*now).join(QLatin1Char('\n')));
}

void RequisitionPage::flyTo(const RequisitionRow& row) {
  const auto at = row.paper.head.where ? m_context.document.toMap(*row.paper.head.where) : std::nullopt;
  if (!at) return;
  if (m_context.map.fly_to) m_context.map.fly_to(*at, kPlaceSpanM);
  if (m_context.map.mark) m_context.map.mark(*at);
}

void RequisitionPage::askForFile() {
  const RequisitionRow* now = chosen();
  if (!now) return;
  const QString number =
      QString::fromStdString(now->standing.order_no.empty() ? now->paper.number : now->standing.order_no);
  const QString file = QFileDialog::getSaveFileName(
      this, tr("Save the paper"), m_context.settings.filesFolder() + QLatin1Char('/') + number + QStringLiteral(".pdf"),
      tr("PDF (*.pdf);;Excel (*.xlsx)"));
  if (!file.isEmpty()) savePaper(file);
}

void RequisitionPage::savePaper(const QString& file) {
  const RequisitionRow* now = chosen();
  if (!now) return;
  const Report paper = requisitionPaper(*m_view, *now, m_context.document.cityName(), m_context.document.isDemo());
  m_report.ask(
      [file, paper](const gis::CancelToken&, const gis::Progress&) { return writeReport(file.toStdString(), paper); },
      [this, file](gis::Result<void> done) {
        if (!done) return m_context.messages.add(done.error());
        if (m_context.map.say) m_context.map.say(tr("Saved: %1").arg(file));
      });
}

void RequisitionPage::retranslate() {
  const int at = m_state->currentIndex();
  m_state->clear();
  m_state->addItem(tr("Those that are open"), kOpenOnes);
  for (int state = 0; state < kStates; ++state)
    m_state->addItem(requisitionStateText(static_cast<RequisitionState>(state)), state);
  m_state->addItem(tr("All"), kAllOnes);
  m_state->setCurrentIndex(std::max(0, at));
  m_new->setText(tr("New …"));
  m_print->setText(tr("Paper …"));
  m_table->setHorizontalHeaderLabels(
      {tr("State"), tr("Unit"), tr("Place"), tr("Needed by"), tr("Urgency"), tr("Number")});
}

}  // namespace app
