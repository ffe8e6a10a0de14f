// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evacuation/tick_page.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "app/charts/bar_chart.h"
#include "app/charts/figure_card.h"
#include "app/charts/line_chart.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/core/wheel_pass.h"
#include "app/evacuation/evacuation_map.h"
#include "app/evacuation/evacuation_report.h"
#include "app/evacuation/evacuation_words.h"
#include "app/evacuation/tick_grid.h"
#include "app/report/report_workbook.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"

namespace app {

namespace evacuation = gis::evacuation;
using evacuation::EventKind;

void TickGrid::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space && currentItem()) {
    emit allWanted(currentRow(), currentColumn());
    if (currentRow() + 1 < rowCount()) setCurrentCell(currentRow() + 1, currentColumn());
    return event->accept();
  }
  QTableWidget::keyPressEvent(event);
}

TickPage::TickPage(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_write(context.pools, Pool::kIo),
      m_report(context.pools, Pool::kIo),
      m_which(new QComboBox),
      m_left_card(new FigureCard),
      m_way_card(new FigureCard),
      m_there_card(new FigureCard),
      m_refused_card(new FigureCard),
      m_state(new QLabel),
      m_grid(new TickGrid),
      m_over_time(new LineChart),
      m_shelters(new BarChart),
      m_paper(new QPushButton),
      m_end(new QPushButton),
      m_remove(new QPushButton) {
  makeWidgets();
  connect(m_which, &QComboBox::activated, this, [this] { open(m_which->currentData().toString()); });
  connect(m_grid, &QTableWidget::cellChanged, this, &TickPage::typed);
  connect(m_grid, &TickGrid::allWanted, this, &TickPage::tickAll);
  connect(m_paper, &QPushButton::clicked, this, &TickPage::askForFile);
  connect(m_end, &QPushButton::clicked, this, &TickPage::end);
  connect(m_remove, &QPushButton::clicked, this, &TickPage::removeDrills);
  retranslate();
}

void TickPage::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(4), 0, 0);
  passWheel(*m_which);
  column->addWidget(m_which);
  auto* cards = new QHBoxLayout;
  for (FigureCard* card : {m_left_card, m_way_card, m_there_card, m_refused_card}) cards->addWidget(card, 1);
  column->addLayout(cards);
  m_state->setWordWrap(true);
  column->addWidget(m_state);
  m_grid->setColumnCount(kColumns);
  m_grid->verticalHeader()->hide();
  m_grid->setAlternatingRowColors(true);
  m_grid->setWordWrap(false);
  auto* split = new QSplitter(Qt::Vertical);
  split->addWidget(m_grid);
  auto* charts = new QSplitter(Qt::Vertical);
  charts->addWidget(m_over_time);
  charts->addWidget(m_shelters);
  split->addWidget(charts);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  column->addWidget(split, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_remove);
  buttons->addStretch();
  buttons->addWidget(m_end);
  buttons->addWidget(m_paper);
  column->addLayout(buttons);
}

const EvacuationRow* TickPage::row() const { return m_view ? m_view->find(m_uuid) : nullptr; }
QString TickPage::says() const { return m_state->text(); }

void TickPage::setView(EvacuationViewPtr view) {
  m_view = std::move(view);
  const bool known = row() != nullptr;
  if (!known) {
    m_uuid.clear();
    if (m_view)
      for (const EvacuationRow& one : m_view->evacuations)
        if (m_uuid.empty() && !one.standing.ended_utc_ms) m_uuid = one.order.uuid;
    if (m_view && m_uuid.empty() && !m_view->evacuations.empty()) m_uuid = m_view->evacuations.front().order.uuid;
    orderRows();
  }
  fillBox();
  fill();
  if (!known) emit chosen();
}

void TickPage::open(const QString& uuid) {
  m_uuid = uuid.toStdString();
  m_error.reset();
  orderRows();
  fillBox();
  fill();
  if (m_grid->rowCount() > 0) m_grid->setCurrentCell(0, kMoved);
  emit chosen();
}

void TickPage::fillBox() {
  const QSignalBlocker quiet(m_which);
  m_which->clear();
  if (!m_view) return;
  for (const EvacuationRow& one : m_view->evacuations) {
    QString text =
        QStringLiteral("%1  %2").arg(QString::fromStdString(one.order.number), QString::fromStdString(one.order.title));
    if (one.order.is_drill) text = tr("[Drill] %1").arg(text);
    if (one.standing.ended_utc_ms) text = tr("%1 (ended)").arg(text);
    m_which->addItem(text, QString::fromStdString(one.order.uuid));
  }
  m_which->setCurrentIndex(m_which->findData(QString::fromStdString(m_uuid)));
}

// Villages with people still there first; the order stays while numbers are typed, so that no row jumps away.
void TickPage::orderRows() {
  m_rows.clear();
  const EvacuationRow* shown = row();
  if (!shown) return;
  const evacuation::OrderedPlan& plan = shown->order.plan;
  std::vector<std::size_t> order(plan.villages.size());
  for (std::size_t v = 0; v < order.size(); ++v) order[v] = v;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const bool a_left = shown->standing.villages[a].residual() > 0, b_left = shown->standing.villages[b].residual() > 0;
    if (a_left != b_left) return a_left;
    if (plan.villages[a].danger != plan.villages[b].danger) return plan.villages[a].danger < plan.villages[b].danger;
    return shown->standing.villages[a].residual() > shown->standing.villages[b].residual();
  });
  for (const std::size_t v : order) {
    const std::size_t before = m_rows.size();
    for (const evacuation::OrderedRow& one : plan.rows)
      if (one.village == v) m_rows.push_back({v, one.shelter, m_rows.size() == before});
    if (m_rows.size() == before) m_rows.push_back({v, std::nullopt, true});
  }
}

void TickPage::fill() {
  const QSignalBlocker quiet(m_grid);
  const EvacuationRow* shown = row();
  const int current_row = m_grid->currentRow(), current_column = m_grid->currentColumn();
  m_grid->setRowCount(shown ? static_cast<int>(m_rows.size()) : 0);
  for (std::size_t r = 0; shown && r < m_rows.size(); ++r) {
    const GridRow& one = m_rows[r];
    const evacuation::OrderedPlan& plan = shown->order.plan;
    const evacuation::VillageStanding& village = shown->standing.villages[one.village];
    const auto arrived = one.shelter ? village.arrived.find(plan.shelters[*one.shelter].uuid) : village.arrived.end();
    const auto number = [&](std::int64_t people) { return one.first ? QString::number(people) : QString(); };
    const QString texts[] = {
        QString::fromStdString(plan.villages[one.village].name),
        number(village.residual()),
        number(village.to_move),
        number(village.moved),
        number(village.refused),
        one.shelter ? QString::fromStdString(plan.shelters[*one.shelter].name) : tr("no place"),
        one.shelter ? QString::number(arrived == village.arrived.end() ? 0 : arrived->second) : QString()};
    for (int c = 0; c < kColumns; ++c) {
      auto* item = new QTableWidgetItem(texts[c]);
      const bool typed_in =
          !shown->standing.ended_utc_ms &&
          ((one.first && (c == kToMove || c == kMoved || c == kRefused)) || (one.shelter && c == kArrived));
      item->setFlags(typed_in ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable
                              : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      if (c != kVillage && c != kShelter) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      if (c == kLeft && village.residual() > 0) {
        QFont bold = m_grid->font();
        bold.setBold(true);
        item->setFont(bold);
      }
      if (c == kShelter && !one.shelter) item->setForeground(themeColours(m_context.document.theme()).danger);
      if (c == kVillage && !plan.villages[one.village].cut_off_by.empty())
        item->setToolTip(tr("Cut off by %1").arg(QString::fromStdString(plan.villages[one.village].cut_off_by)));
      m_grid->setItem(static_cast<int>(r), c, item);
    }
  }
  m_grid->resizeColumnsToContents();
  if (current_row >= 0 && current_row < m_grid->rowCount()) m_grid->setCurrentCell(current_row, current_column);
  if (shown) fillCharts(*shown);
  refresh();
}

void TickPage::fillCharts(const EvacuationRow& shown) {
  evacuation::EvacuationStanding then = evacuation::beforeTheFirst(shown.order.plan);
  ChartLine moved{tr("Moved"), {{static_cast<double>(shown.order.created_utc_ms), 0}}, {}};
  ChartLine arrived{tr("Arrived"), {{static_cast<double>(shown.order.created_utc_ms), 0}}, {}};
  for (const evacuation::EvacuationEvent& event : shown.order.events) {
    evacuation::apply(shown.order.plan, then, event);
    const evacuation::EvacuationTotals sums = then.totals();
    moved.points.push_back({static_cast<double>(event.at_utc_ms), static_cast<double>(sums.moved)});
    arrived.points.push_back({static_cast<double>(event.at_utc_ms), static_cast<double>(sums.arrived)});
  }
  const evacuation::EvacuationTotals totals = shown.standing.totals();
  if (shown.order.events.empty())
    m_over_time->setData({}, {}, ChartX::kTime, tr("people"));
  else
    m_over_time->setData({std::move(moved), std::move(arrived)},
                         {{tr("To move"), static_cast<double>(totals.to_move), {}}}, ChartX::kTime, tr("people"));
  const auto there = shown.standing.arrivedByShelter();
  const auto due = evacuation::expectedByShelter(shown.order.plan, shown.standing);
  std::vector<ChartBar> bars;
  for (const evacuation::OrderedShelter& shelter : shown.order.plan.shelters) {
    const auto in = there.find(shelter.uuid), coming = due.find(shelter.uuid);
    const std::int64_t inside = in == there.end() ? 0 : in->second;
    const std::int64_t expected = coming == due.end() ? inside : std::max(inside, coming->second);
    if (inside == 0 && expected == 0) continue;
    const std::int64_t empty = std::max<std::int64_t>(0, shelter.capacity - expected);
    bars.push_back({QString::fromStdString(shelter.name),
                    {static_cast<double>(inside), static_cast<double>(expected - inside), static_cast<double>(empty)},
                    {},
                    tr("%1 of %2").arg(peopleText(inside), peopleText(shelter.capacity))});
  }
  m_shelters->setData(std::move(bars), {{tr("Arrived"), {}}, {tr("To come"), {}}, {tr("Free"), {}}}, tr("people"));
}

void TickPage::typed(int row_at, int column) {
  const EvacuationRow* shown = row();
  if (!shown || row_at < 0 || row_at >= static_cast<int>(m_rows.size())) return;
  const GridRow& one = m_rows[static_cast<std::size_t>(row_at)];
  bool is_number = false;
  const qlonglong people = m_grid->item(row_at, column)->text().trimmed().toLongLong(&is_number);
  if (!is_number || people < 0) {
    fill();
    m_state->setText(tr("Type a number of people, zero or more."));
    return;
  }
  evacuation::EvacuationEvent event;
  event.kind = column == kToMove    ? EventKind::kCounted
               : column == kMoved   ? EventKind::kMoved
               : column == kRefused ? EventKind::kRefused
                                    : EventKind::kArrived;
  event.village_code = shown->order.plan.villages[one.village].code;
  if (event.kind == EventKind::kArrived && one.shelter)
    event.shelter_uuid = shown->order.plan.shelters[*one.shelter].uuid;
  event.people = people;
  add(std::move(event));
}

void TickPage::tickAll(int row_at, int column) {
  const EvacuationRow* shown = row();
  if (!shown || row_at < 0 || row_at >= static_cast<int>(m_rows.size())) return;
  QTableWidgetItem* item = m_grid->item(row_at, column);
  if (!(item->flags() & Qt::ItemIsEditable)) return;
  const auto cell = [&](int c) { return m_grid->item(row_at, c)->text().toLongLong(); };
  const evacuation::VillageStanding& village =
      shown->standing.villages[m_rows[static_cast<std::size_t>(row_at)].village];
  // All who have not refused have moved; all who are on the way are there.
  if (column == kMoved) item->setText(QString::number(cell(kToMove) - cell(kRefused)));
  if (column == kArrived)
    item->setText(QString::number(cell(kArrived) + std::max<std::int64_t>(0, village.onTheWay())));
}

void TickPage::add(evacuation::EvacuationEvent event) {
  event.actor = m_context.settings.author().name;
  m_error.reset();
  m_pending.push_back(std::move(event));
  flush();
}

// One job at a time takes all that was typed meanwhile.
void TickPage::flush() {
  const auto& workspace = m_context.document.workspace();
  if (m_write.busy() || m_pending.empty()) return;
  if (!workspace) return m_pending.clear();
  m_write.ask(
      [folder = workspace->folder, uuid = m_uuid, events = std::move(m_pending)](const gis::CancelToken&,
                                                                                 const gis::Progress&) {
        return writeEvacuations(folder, [&](const OpenEvacuations& open) -> gis::Result<void> {
          std::optional<gis::Error> first;
          // What adds up is kept, though another number did not.
          for (const evacuation::EvacuationEvent& event : events)
            if (auto added = open.evacuations.add(uuid, event); !added && !first) first = std::move(added.error());
          if (first) return std::unexpected(std::move(*first));
          return {};
        });
      },
      [this](gis::Result<void> done) {
        if (!done) m_error = std::move(done.error());
        flush();
        if (!m_write.busy()) emit changed();
        refresh();
      });
  m_pending.clear();
  refresh();
}

void TickPage::end() {
  if (!row() || row()->standing.ended_utc_ms) return;
  evacuation::EvacuationEvent event;
  event.kind = EventKind::kEnded;
  add(std::move(event));
}

void TickPage::removeDrills() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_write.busy()) return;
  m_write.ask(
      [folder = workspace->folder](const gis::CancelToken&, const gis::Progress&) {
        return writeEvacuations(folder, [](const OpenEvacuations& open) -> gis::Result<void> {
          if (auto removed = open.evacuations.removeDrills(); !removed) return std::unexpected(removed.error());
          if (auto removed = open.teams.removeDrills(); !removed) return std::unexpected(removed.error());
          return {};
        });
      },
      [this](gis::Result<void> done) {
        if (!done) m_error = std::move(done.error());
        emit changed();
        refresh();
      });
}

void TickPage::askForFile() {
  if (!row()) return;
  const QString file =
      QFileDialog::getSaveFileName(this, tr("Save the lists"),
                                   m_context.settings.filesFolder() + QLatin1Char('/') +
                                       QString::fromStdString(row()->order.number) + QStringLiteral(".xlsx"),
                                   tr("Excel (*.xlsx);;PDF (*.pdf)"));
  if (!file.isEmpty()) saveReport(file);
}

void TickPage::saveReport(const QString& file) {
  if (!row()) return;
  MapDocument& document = m_context.document;
  const auto layer = evacuationLayer(*row(), [&](gis::LonLat where) { return document.toMap(where); });
  m_report.ask(
      [file, shown = *row(), city = document.cityName(), demo = document.isDemo(), layer,
       map = document.frame(document.past(), kEvacuationLayerId)](const gis::CancelToken& cancel,
                                                                  const gis::Progress&) {
        return writeReport(file.toStdString(),
                           evacuationReport(shown, city, demo, evacuationPicture(map, layer, cancel)));
      },
      [this, file](gis::Result<void> done) {
        if (!done) return m_context.messages.add(done.error());
        if (m_context.map.say) m_context.map.say(tr("Lists saved: %1").arg(file));
      });
}

void TickPage::refresh() {
  const EvacuationRow* shown = row();
  const auto& workspace = m_context.document.workspace();
  const evacuation::EvacuationTotals totals = shown ? shown->standing.totals() : evacuation::EvacuationTotals{};
  m_left_card->show(tr("Still there"), peopleText(totals.residual()), totals.residual() > 0);
  m_way_card->show(tr("On the way"), peopleText(totals.moved - totals.arrived));
  m_there_card->show(tr("Arrived"), peopleText(totals.arrived));
  m_refused_card->show(tr("Refused"), peopleText(totals.refused), totals.refused > 0);
  for (QWidget* widget : {static_cast<QWidget*>(m_grid), static_cast<QWidget*>(m_over_time),
                          static_cast<QWidget*>(m_shelters), static_cast<QWidget*>(m_which)})
    widget->setVisible(shown != nullptr);
  const bool can_write = workspace && !workspace->read_only_reason;
  m_end->setEnabled(can_write && shown && !shown->standing.ended_utc_ms);
  m_paper->setEnabled(shown != nullptr);
  m_remove->setVisible(can_write && m_view && std::ranges::any_of(m_view->evacuations, [](const EvacuationRow& one) {
                         return one.order.is_drill;
                       }));
  m_state->setText(m_error      ? evacuationTrouble(*m_error)
                   : !workspace ? tr("Open a workspace to carry out an evacuation.")
                   : m_view && !m_view->is_there
                       ? tr("This workspace is of an earlier version; bring it up to date first.")
                   : !shown ? tr("No evacuation has been started. Plan one on the first page, then press “Start”.")
                   : shown->order.is_drill ? tr("Drill: nothing here counts with what is real.")
                                           : tr("Type numbers as they stand; Enter goes down, Space takes all."));
}

void TickPage::retranslate() {
  m_grid->setHorizontalHeaderLabels(
      {tr("Village"), tr("Still there"), tr("To move"), tr("Moved"), tr("Refused"), tr("Shelter"), tr("Arrived")});
  m_paper->setText(tr("Lists …"));
  m_paper->setToolTip(tr("Lists by village and by shelter, to sign (PDF, Excel)"));
  m_end->setText(tr("End"));
  m_end->setToolTip(tr("The evacuation has ended; its shelters are free again"));
  m_remove->setText(tr("Remove drills"));
  m_which->setAccessibleName(tr("Evacuation"));
  m_over_time->setTitle(tr("Moved and arrived"));
  m_over_time->setEmptyText(tr("Nothing has been ticked off yet."));
  m_shelters->setTitle(tr("Shelters"));
  m_shelters->setEmptyText(tr("Nobody has a shelter."));
  fillBox();
  fill();
}

void TickPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
