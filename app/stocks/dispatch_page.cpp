// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/dispatch_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/report/report_workbook.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/stocks/closed_roads_view.h"
#include "app/stocks/dispatch_map.h"
#include "app/stocks/dispatch_words.h"
#include "app/stocks/reach_view.h"
#include "app/stocks/requisition_paper.h"
#include "app/stocks/stocks_words.h"
#include "app/text/moment_text.h"
#include "gis/sending/plan_orders.h"

namespace app {
namespace {

namespace dispatch = gis::dispatch;
namespace stocks = gis::stocks;

enum NeedColumn { kNeedPlace, kNeedItem, kNeedAsked, kNeedSent, kNeedSays, kNeedColumns };
enum TripColumn { kTripFrom, kTripTruck, kTripLeaves, kTripThere, kTripLoad, kTripGoods, kTripColumns };
enum Source { kOpenRequisitions, kRequestFile };
constexpr double kWayMargin_m = 1500, kNeedSpan_m = 5000;
constexpr int kLoadingMost_min = 24 * 60, kLoadingUsual_min = 30, kNeedNameDp = 92;

QTableWidget* planTable(int columns) {
  auto* table = new QTableWidget(0, columns);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setWordWrap(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(dp(24));
  return table;
}

}  // namespace

DispatchPage::DispatchPage(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_source(new QComboBox),
      m_vehicle(new QComboBox),
      m_plan(new QPushButton),
      m_accept(new QPushButton),
      m_forms(new QPushButton),
      m_depart(new QPushButton),
      m_tabs(new QTabWidget),
      m_needs(planTable(kNeedColumns)),
      m_trips(planTable(kTripColumns)),
      m_why(new QPlainTextEdit),
      m_closed(new ClosedRoadsView(context)),
      m_reach(new ReachView(context, m_desk, [this] { return wish(); })),
      m_loading(new QSpinBox),
      m_late(new QCheckBox),
      m_once(new QCheckBox),
      m_drill(new QCheckBox),
      m_vehicle_title(new QLabel),
      m_loading_title(new QLabel),
      m_basis(new QLineEdit),
      m_approver(new QLineEdit),
      m_said(new QLabel),
      m_trouble(new QLabel),
      m_plan_slot(context.pools, Pool::kModels),
      m_book_slot(context.pools, Pool::kIo),
      m_forms_slot(context.pools, Pool::kIo) {
  makeWidgets();
  connectWidgets();
  retranslate();
  showState();
}

void DispatchPage::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(5));
  for (QComboBox* box : {m_source, m_vehicle}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
  }
  auto* top = new QHBoxLayout;
  top->addWidget(m_source, 1);
  top->addWidget(m_plan);
  column->addLayout(top);
  m_plan->setProperty("primary", true);
  m_trouble->setProperty("role", "danger");
  m_said->setProperty("role", "second");
  for (QLabel* label : {m_trouble, m_said}) {
    label->setWordWrap(true);
    column->addWidget(label);
  }
  m_trouble->hide();
  m_why->setReadOnly(true);
  m_why->setFrameShape(QFrame::NoFrame);
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(m_needs);
  split->addWidget(m_why);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  auto* trucks = new QWidget;
  auto* rows = new QVBoxLayout(trucks);
  rows->setContentsMargins(0, dp(4), 0, 0);
  auto* grid = new QGridLayout;
  grid->addWidget(m_vehicle_title, 0, 0);
  grid->addWidget(m_vehicle, 0, 1);
  grid->addWidget(m_loading_title, 1, 0);
  grid->addWidget(m_loading, 1, 1);
  grid->setColumnStretch(1, 1);
  rows->addLayout(grid);
  rows->addWidget(m_late);
  rows->addWidget(m_once);
  rows->addWidget(m_trips, 1);
  m_loading->setRange(0, kLoadingMost_min);
  m_loading->setValue(kLoadingUsual_min);
  m_tabs->setDocumentMode(true);
  m_tabs->addTab(split, QString());
  m_tabs->addTab(m_closed, QString());
  m_tabs->addTab(trucks, QString());
  m_tabs->addTab(m_reach, QString());
  column->addWidget(m_tabs, 1);
  auto* ground = new QHBoxLayout;
  ground->addWidget(m_basis, 1);
  ground->addWidget(m_drill);
  column->addLayout(ground);
  auto* end = new QHBoxLayout;
  end->addWidget(m_approver, 1);
  for (QPushButton* button : {m_accept, m_forms, m_depart}) end->addWidget(button);
  column->addLayout(end);
}

void DispatchPage::connectWidgets() {
  connect(m_source, &QComboBox::activated, this, [this](int index) {
    if (index == kRequestFile) return askForRequests();
    setRequests({});
  });
  connect(m_plan, &QPushButton::clicked, this, &DispatchPage::plan);
  connect(m_needs, &QTableWidget::itemSelectionChanged, this, [this] {
    showChosen();
    flyToChosen();
  });
  connect(m_needs, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem* cell) {
    if (!m_planned) return;
    const auto& request = m_planned->task().requests[static_cast<std::size_t>(cell->row())];
    if (const stocks::Item* item = m_planned->ledger.directory.itemNamed(request.item))
      emit movementsWanted(0, item->id);
  });
  connect(m_closed, &ClosedRoadsView::closuresChanged, this, [this] {
    retranslate();
    if (m_planned) plan();
    m_reach->askAgain();
    drawPlan();
  });
  connect(m_reach, &ReachView::answered, this, &DispatchPage::drawPlan);
  for (StockPage* part : std::initializer_list<StockPage*>{m_closed, m_reach})
    connect(part, &StockPage::movementsWanted, this, &StockPage::movementsWanted);
  const auto again = [this] {
    if (m_planned) plan();
  };
  connect(m_vehicle, &QComboBox::activated, this, again);
  connect(m_loading, &QSpinBox::editingFinished, this, again);
  for (QCheckBox* box : {m_late, m_once}) connect(box, &QCheckBox::clicked, this, again);
  connect(m_accept, &QPushButton::clicked, this, [this] { accept(m_approver->text().trimmed()); });
  connect(m_depart, &QPushButton::clicked, this, &DispatchPage::depart);
  connect(m_forms, &QPushButton::clicked, this, [this] {
    const QString where =
        QFileDialog::getExistingDirectory(this, tr("Folder for the forms"), m_context.settings.filesFolder());
    if (!where.isEmpty()) saveForms(where);
  });
  connect(&m_context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & (MapChange::kWorkspace | MapChange::kTables)) m_desk->forget();
    if (change.properties & MapChange::kWorkspace) {
      m_plan_slot.drop();
      m_planned.reset();
      m_orders.clear();
      m_requests.clear();
      m_vehicle->clear();
      showPlan();
    }
  });
}

bool DispatchPage::busy() const {
  return m_plan_slot.busy() || m_book_slot.busy() || m_forms_slot.busy() || m_reach->busy();
}

QString DispatchPage::whyText() const { return m_why->toPlainText(); }
QString DispatchPage::troubleText() const { return m_trouble->text(); }

void DispatchPage::askForRequests() {
  const auto where = folder();
  const QString start = where && std::filesystem::exists(*where / "dispatch")
                            ? QString::fromStdString((*where / "dispatch").string())
                            : m_context.settings.filesFolder();
  const QString file = QFileDialog::getOpenFileName(this, tr("Requests"), start, tr("Requests (*.json)"));
  setRequests(file.isEmpty() ? m_requests : file);
}

void DispatchPage::setRequests(const QString& file) {
  const bool other = file != m_requests;
  m_requests = file;
  if (other) {
    m_planned.reset();
    m_orders.clear();
    showPlan();
  }
  retranslate();
  if (other && !file.isEmpty()) plan();
}

void DispatchPage::fillVehicles() {
  const auto where = folder();
  if (!where) return;
  const QString chosen = m_vehicle->currentData().toString();
  const auto vehicles = gis::loadVehicles(*where);
  m_vehicle->clear();
  if (!vehicles) return showTrouble(*m_trouble, stockTrouble(vehicles.error()));
  const bool zh = m_context.document.language().startsWith(QLatin1String("zh"));
  for (const gis::Vehicle& one : vehicles->all)
    m_vehicle->addItem(QString::fromStdString(zh ? one.name_zh : one.name_en), QString::fromStdString(one.id));
  const int at = m_vehicle->findData(chosen.isEmpty() ? QStringLiteral("truck") : chosen);
  m_vehicle->setCurrentIndex(std::max(0, at));
}

DispatchWish DispatchPage::wish() const {
  DispatchWish wish;
  wish.requests = m_requests.toStdString();
  wish.closed = m_closed->places();
  if (m_vehicle->count() > 0) wish.vehicle = m_vehicle->currentData().toString().toStdString();
  wish.options.loading_ms = std::int64_t{m_loading->value()} * 60'000;
  wish.options.late = m_late->isChecked() ? dispatch::LatePolicy::kLeaveOut : dispatch::LatePolicy::kSendLate;
  wish.options.rounds = m_once->isChecked() ? dispatch::TruckRounds::kOnce : dispatch::TruckRounds::kAgain;
  return wish;
}

void DispatchPage::plan() {
  const auto where = folder();
  if (!where || !m_view) return;
  showTrouble(*m_trouble, {});
  m_plan_slot.ask([where = *where, desk = m_desk, wish = wish()](
                      const gis::CancelToken& cancel, const gis::Progress&) { return desk->plan(where, wish, cancel); },
                  [this](gis::Result<PlannedDispatchPtr> planned) { take(std::move(planned)); });
  showState();
}

void DispatchPage::take(gis::Result<PlannedDispatchPtr> planned) {
  if (planned) {
    m_planned = std::move(*planned);
    m_orders.clear();
  } else {
    m_planned.reset();
    showTrouble(*m_trouble, stockTrouble(planned.error()));
  }
  showPlan();
}

void DispatchPage::showView() {
  m_closed->setView(m_view);
  m_reach->setView(m_view);
  if (m_vehicle->count() == 0) fillVehicles();
  showState();
}

void DispatchPage::showPlan() {
  fillNeeds();
  fillTrips();
  showState();
  showChosen();
}

int DispatchPage::chosen() const {
  const int row = m_needs->currentRow();
  return m_planned && row >= 0 && row < static_cast<int>(m_planned->needs.size()) ? row : -1;
}

void DispatchPage::fillNeeds() {
  const QSignalBlocker quiet(m_needs);
  const int before = m_needs->currentRow();
  m_needs->setRowCount(0);
  if (!m_planned) return;
  for (const dispatch::RequestAnswer& answer : m_planned->plan.answers) {
    const dispatch::Request& request = m_planned->task().requests[answer.request];
    const int row = m_needs->rowCount();
    m_needs->insertRow(row);
    const QString texts[kNeedColumns] = {
        dispatchPlace(*m_planned, answer.request), dispatchItem(*m_planned, request.item),
        dispatchAmount(*m_planned, answer.request, request.quantity),
        dispatchAmount(*m_planned, answer.request, answer.sent), outcomeText(*m_planned, answer.request)};
    for (int c = 0; c < kNeedColumns; ++c) {
      auto* cell = new QTableWidgetItem(texts[c]);
      cell->setToolTip(texts[c]);
      if (c == kNeedAsked || c == kNeedSent) cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      // Sent in full but late: what is said of it is red, the number is not.
      if ((c >= kNeedSent && answer.short_by > 0) || (c > kNeedSent && answer.late > 0))
        cell->setForeground(currentColours().danger);
      m_needs->setItem(row, c, cell);
    }
  }
  m_needs->resizeColumnsToContents();
  // Names give way to what is said of them.
  for (const int c : {kNeedPlace, kNeedItem})
    m_needs->setColumnWidth(c, std::min(m_needs->columnWidth(c), dp(kNeedNameDp)));
  // Reasons are read without a click: those of the first that is short or late.
  const auto& answers = m_planned->plan.answers;
  const auto worst =
      std::ranges::find_if(answers, [](const auto& answer) { return answer.short_by > 0 || answer.late > 0; });
  const int first = worst == answers.end() ? 0 : static_cast<int>(worst - answers.begin());
  if (m_needs->rowCount() > 0) m_needs->selectRow(before >= 0 && before < m_needs->rowCount() ? before : first);
}

void DispatchPage::fillTrips() {
  m_trips->setRowCount(0);
  if (!m_planned) return;
  for (const dispatch::Trip& trip : m_planned->plan.trips) {
    const int row = m_trips->rowCount();
    m_trips->insertRow(row);
    const QString texts[kTripColumns] = {
        dispatchDepot(*m_planned, trip.depot),
        truckName(trip),
        beijingTimeText(trip.leave_utc_ms),
        beijingTimeText(trip.arrive_utc_ms),
        tr("%1 kg, %2 m³").arg(stockCount(static_cast<std::int64_t>(trip.weight_kg))).arg(trip.volume_m3, 0, 'f', 1),
        tripGoods(*m_planned, trip)};
    for (int c = 0; c < kTripColumns; ++c) {
      auto* cell = new QTableWidgetItem(texts[c]);
      cell->setToolTip(texts[c]);
      m_trips->setItem(row, c, cell);
    }
  }
  m_trips->resizeColumnsToContents();
  m_trips->setColumnWidth(kTripFrom, std::min(m_trips->columnWidth(kTripFrom), dp(kNeedNameDp)));
}

void DispatchPage::showChosen() {
  const int row = chosen();
  m_why->setPlainText(row < 0 ? QString()
                              : whyLines(*m_planned, static_cast<std::size_t>(row)).join(QLatin1Char('\n')));
  drawPlan();
}

void DispatchPage::flyToChosen() {
  const int row = chosen();
  if (row < 0) return;
  gis::MapBox box;
  for (const dispatch::Shipment& one : m_planned->plan.shipments)
    if (one.request == static_cast<std::size_t>(row))
      for (const gis::MapXY& p : m_planned->plan.ways[one.way].route.line) box.add(p);
  if (!box.empty() && m_context.map.show_box)
    m_context.map.show_box(box.grown(kWayMargin_m));
  else if (m_context.map.fly_to)
    m_context.map.fly_to(m_planned->task().requests[static_cast<std::size_t>(row)].at, kNeedSpan_m);
}

void DispatchPage::drawPlan() {
  showDispatchLayer(m_context.document,
                    dispatchDrawing(m_planned.get(), m_closed->places(), chosen(), m_reach->answer().get(),
                                    [this](gis::LonLat at) { return m_context.document.toMap(at); }));
}

void DispatchPage::showState() {
  const bool any = m_planned && !m_planned->plan.shipments.empty();
  const bool fresh = any && m_orders.empty();
  m_plan->setEnabled(m_view && m_view->is_there && !m_plan_slot.busy());
  m_accept->setEnabled(fresh && canWrite() && !m_book_slot.busy());
  for (QWidget* widget : std::initializer_list<QWidget*>{m_basis, m_approver, m_drill}) widget->setEnabled(fresh);
  m_forms->setEnabled(m_planned != nullptr);
  const bool left = m_left == m_orders;
  m_depart->setEnabled(!left && !m_orders.empty() && canWrite() && !m_book_slot.busy());
  if (m_plan_slot.busy()) return m_said->setText(tr("Planning …"));
  if (!m_planned)
    return m_said->setText(
        tr("“Plan” shares out what the depots have by road, round what is closed. A file of requests may stand for the "
           "open requisitions."));
  if (m_planned->needs.empty()) return m_said->setText(tr("No open requisition waits for goods."));
  QStringList lines{planSummary(*m_planned)};
  if (!m_orders.empty())
    lines << (left ? tr("%1 orders are on the road.") : tr("%1 orders made; the goods are set apart."))
                 .arg(m_orders.size());
  lines << planCautions(*m_planned);
  m_said->setText(lines.join(QLatin1Char('\n')));
}

void DispatchPage::accept(const QString& approver) {
  const auto where = folder();
  if (!where || !m_planned || m_book_slot.busy() || !m_orders.empty()) return;
  if (approver.isEmpty()) {
    m_approver->setFocus();
    return showTrouble(*m_trouble, tr("Who approves? Another person than the one who plans."));
  }
  const auto basis = m_basis->text().trimmed();
  auto orders = gis::sending::ordersOfPlan(m_planned->task(), m_planned->needs, m_planned->plan,
                                           m_planned->ledger.directory, basis.toStdString(), m_drill->isChecked());
  m_book_slot.ask(
      [where = *where, orders = std::move(orders), planner = officer(), approver = approver.toStdString()](
          const gis::CancelToken&, const gis::Progress&) {
        return withStocks<std::vector<stocks::Requisition>>(
            where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
              return gis::sending::acceptOrders(open.db, open.clock, open.uuids, orders, planner, approver);
            });
      },
      [this](gis::Result<std::vector<stocks::Requisition>> made) {
        if (!made) {
          showTrouble(*m_trouble, tr("Nothing was booked. %1").arg(stockTrouble(made.error())));
          return showState();
        }
        showTrouble(*m_trouble, {});
        m_orders.clear();
        for (const stocks::Requisition& one : *made)
          if (one.events.back().step == stocks::RequisitionStep::kPicked) m_orders.push_back(one.uuid);
        showState();
        emit changed();
      });
  showState();
}

void DispatchPage::depart() {
  const auto where = folder();
  if (!where || m_orders.empty() || m_book_slot.busy()) return;
  m_book_slot.ask(
      [where = *where, orders = m_orders, who = officer()](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<std::vector<stocks::Requisition>>(
            where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
              return gis::sending::departOrders(open.db, open.clock, open.uuids, orders, who);
            });
      },
      [this](gis::Result<std::vector<stocks::Requisition>> left) {
        if (!left) return showTrouble(*m_trouble, tr("Nothing was booked. %1").arg(stockTrouble(left.error())));
        showTrouble(*m_trouble, {});
        m_left = m_orders;
        showState();
        emit changed();
      });
  showState();
}

void DispatchPage::saveForms(const QString& where) {
  if (!m_planned || !m_view || m_forms_slot.busy()) return;
  m_forms_slot.ask(
      [where, planned = m_planned, view = m_view, orders = m_orders, city = m_context.document.cityName(),
       demo = m_context.document.isDemo(),
       name = tr("dispatch-plan")](const gis::CancelToken& cancel, const gis::Progress&) -> gis::Result<int> {
        const std::filesystem::path folder = where.toStdString();
        const std::filesystem::path plan = folder / (name.toStdString() + "-" + view->day + ".pdf");
        if (auto done = writeReport(plan, dispatchReport(*planned, city, demo)); !done)
          return std::unexpected(std::move(done.error()));
        int written = 1;
        for (const std::string& uuid : orders) {
          const RequisitionRow* row = view->requisition(uuid);
          if (!row) continue;
          const std::vector<Report> sheets = orderSheets(*view, *row, city, demo);
          for (std::size_t i = 0; i < sheets.size(); ++i, ++written) {
            if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, folder.string());
            const std::string number = row->standing.order_no + (sheets.size() > 1 ? "-" + std::to_string(i + 1) : "");
            if (auto done = writeReport(folder / (number + ".pdf"), sheets[i]); !done)
              return std::unexpected(std::move(done.error()));
          }
        }
        return written;
      },
      [this, where](gis::Result<int> written) {
        if (!written) return m_context.messages.add(written.error());
        if (m_context.map.say) m_context.map.say(tr("%1 forms saved in %2").arg(*written).arg(where));
      });
}

void DispatchPage::retranslate() {
  m_source->clear();
  m_source->addItem(tr("Open requisitions"));
  m_source->addItem(m_requests.isEmpty() ? tr("Requests of a file …") : QFileInfo(m_requests).fileName());
  m_source->setCurrentIndex(m_requests.isEmpty() ? kOpenRequisitions : kRequestFile);
  m_plan->setText(tr("Plan"));
  m_tabs->setTabText(0, tr("Requests"));
  m_tabs->setTabText(1, m_closed->closed() > 0 ? tr("Closed (%1)").arg(m_closed->closed()) : tr("Closed"));
  m_tabs->setTabText(2, tr("Trucks"));
  m_tabs->setTabText(3, tr("Reach"));
  m_vehicle_title->setText(tr("Vehicle"));
  m_loading_title->setText(tr("Loading"));
  m_loading->setSuffix(tr(" min"));
  m_late->setText(tr("Send nothing that comes after its deadline"));
  m_once->setText(tr("No truck goes twice (of depots that name their trucks)"));
  m_drill->setText(tr("Drill"));
  m_basis->setPlaceholderText(tr("ground: event, response level, paper"));
  m_approver->setPlaceholderText(tr("approved by"));
  m_accept->setText(tr("Accept"));
  m_accept->setToolTip(tr("Makes the orders and sets the goods apart in the depots"));
  m_forms->setText(tr("Forms …"));
  m_forms->setToolTip(tr("The plan and one sheet for each order and depot, as PDF"));
  m_depart->setText(tr("All leave"));
  m_depart->setToolTip(tr("The goods of all these orders are on the road now"));
  m_needs->setHorizontalHeaderLabels({tr("Place"), tr("Item"), tr("Asked"), tr("Sent"), tr("What comes of it")});
  m_trips->setHorizontalHeaderLabels({tr("From"), tr("Truck"), tr("Leaves"), tr("There"), tr("Load"), tr("Goods")});
  if (m_vehicle->count() > 0) fillVehicles();
  showPlan();
}

}  // namespace app
