// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/requisition_step.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

#include "app/core/map_document.h"
#include "app/settings/theme.h"
#include "app/stocks/requisition_paper.h"
#include "app/stocks/stock_grid.h"
#include "app/stocks/stocks_words.h"
#include "gis/geo/geodesic.h"
#include "gis/network/road_network.h"
#include "gis/network/vehicle.h"
#include "gis/sending/road_nearness.h"
#include "gis/stocks/requisition_store.h"

namespace app {
namespace {

namespace stocks = gis::stocks;
using stocks::RequisitionStep;

enum StepColumn { kStepItem, kStepFrom, kStepLot, kStepThere, kStepQuantity, kStepLost, kStepDamaged, kStepColumns };

bool sameLines(const std::vector<stocks::RequisitionLine>& a, const std::vector<stocks::RequisitionLine>& b) {
  return std::ranges::equal(a, b, [](const stocks::RequisitionLine& x, const stocks::RequisitionLine& y) {
    return x.item_code == y.item_code && x.depot_id == y.depot_id && x.lot_id == y.lot_id && x.owner_id == y.owner_id &&
           x.quantity == y.quantity;
  });
}

using DepotPlaces = std::map<std::int64_t, gis::MapXY>;
DepotPlaces depotPlaces(const StockView& view, const MapDocument& document) {
  DepotPlaces places;
  for (const stocks::Depot& depot : view.directory.depots)
    if (const auto at = depot.where ? document.toMap(*depot.where) : std::nullopt)
      if (depot.kind == "government") places.emplace(depot.id, *at);
  return places;
}

// The same depots by driving time; those without a way after them, in the order of their distance. Where the workspace
// has no roads, all by distance.
std::vector<std::int64_t> nearestByRoad(const std::filesystem::path& folder, const DepotPlaces& places,
                                        std::optional<gis::MapXY> to, std::vector<std::int64_t> depots,
                                        const gis::CancelToken& cancel) {
  if (!to) return depots;
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  const auto vehicles = gis::loadVehicles(folder);
  const gis::Vehicle* truck = vehicles ? vehicles->find("truck") : nullptr;
  const auto graph = workspace ? gis::loadRoadNetwork(*workspace, cancel) : std::unexpected(workspace.error());
  if (!graph || !truck) return depots;
  std::vector<std::int64_t> ids;
  std::vector<gis::MapXY> from;
  for (const auto& [id, at] : places) ids.push_back(id), from.push_back(at);
  const auto times = gis::sending::driveTimesTo(*graph, *truck, *to, from, {}, cancel);
  std::map<std::int64_t, std::int64_t> drive_ms;
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (times[i]) drive_ms[ids[i]] = *times[i];
  std::ranges::stable_sort(depots, {}, [&](std::int64_t id) {
    const auto known = drive_ms.find(id);
    return known == drive_ms.end() ? std::numeric_limits<std::int64_t>::max() : known->second;
  });
  return depots;
}

}  // namespace

RequisitionStepView::RequisitionStepView(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_step_line(new QHBoxLayout),
      m_model(new GridModel(this)),
      m_grid(new StockGrid(m_model)),
      m_carrier(new QLineEdit),
      m_plate(new QLineEdit),
      m_driver(new QLineEdit),
      m_phone(new QLineEdit),
      m_route(new QLineEdit),
      m_actor(new QLineEdit),
      m_words(new QLineEdit),
      m_trouble(new QLabel),
      m_do(new QPushButton),
      m_propose(context.pools, Pool::kIo),
      m_write(context.pools, Pool::kIo) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(4));
  m_step_line->setSpacing(dp(4));
  m_step_line->addStretch(1);
  column->addLayout(m_step_line);
  m_grid->setMinimumHeight(dp(96));
  m_grid->verticalHeader()->hide();
  // Names give way to what is typed; whose depot it is stands first, what it is last.
  m_grid->setTextElideMode(Qt::ElideMiddle);
  m_grid->setYielding({kStepItem, kStepFrom, kStepLot});
  column->addWidget(m_grid, 1);
  auto* way = new QHBoxLayout;
  for (QLineEdit* field : {m_carrier, m_plate, m_driver, m_phone}) way->addWidget(field);
  column->addLayout(way);
  column->addWidget(m_route);
  m_trouble->setProperty("role", "danger");
  m_trouble->setWordWrap(true);
  m_trouble->hide();
  column->addWidget(m_trouble);
  auto* line = new QHBoxLayout;
  m_do->setProperty("primary", true);
  line->addWidget(m_words, 2);
  line->addWidget(m_actor, 1);
  line->addWidget(m_do);
  column->addLayout(line);
  connect(m_model, &GridModel::edited, this, &RequisitionStepView::sayArrived);
  connect(m_do, &QPushButton::clicked, this, &RequisitionStepView::doIt);
  connect(m_words, &QLineEdit::returnPressed, this, &RequisitionStepView::doIt);
  retranslate();
}

const RequisitionRow* RequisitionStepView::row() const { return m_view ? m_view->requisition(m_uuid) : nullptr; }

void RequisitionStepView::show(const std::string& uuid) {
  if (m_uuid != uuid) {
    for (QLineEdit* field : {m_carrier, m_plate, m_driver, m_phone, m_route, m_words}) field->clear();
    m_actor->setText(QString::fromStdString(officer()));
    showTrouble(*m_trouble, {});
  }
  m_uuid = uuid;
  if (const RequisitionRow* now = row(); now && m_route->text().isEmpty() && !now->paper.events.empty())
    m_route->setText(QString::fromStdString(now->paper.events.back().transport.route));
  m_step.reset();
  showView();
}

void RequisitionStepView::showView() {
  const RequisitionRow* now = row();
  const std::vector<RequisitionStep> may =
      now ? stocks::mayFollow(now->standing.state) : std::vector<RequisitionStep>();
  if (!m_step || !std::ranges::count(may, *m_step)) {
    m_step.reset();
    if (now && !may.empty()) m_step = may.front();
    // Everything is picked: dispatching follows, not picking more.
    const bool all_picked =
        now && std::ranges::none_of(now->standing.items, [](const auto& item) { return item.picked < item.approved; });
    if (m_step == RequisitionStep::kPicked && all_picked) m_step = RequisitionStep::kDispatched;
  }
  makeButtons();
  fillGrid();
}

void RequisitionStepView::makeButtons() {
  for (QToolButton* button : m_steps) button->deleteLater();
  m_steps.clear();
  const RequisitionRow* now = row();
  const auto may = now ? stocks::mayFollow(now->standing.state) : std::vector<RequisitionStep>();
  for (const RequisitionStep step : may) {
    auto* button = new QToolButton;
    button->setProperty("role", "chip");
    button->setCheckable(true);
    button->setChecked(step == m_step);
    button->setText(requisitionStepText(step));
    connect(button, &QToolButton::clicked, this, [this, step] { choose(step); });
    m_step_line->insertWidget(static_cast<int>(m_steps.size()), button);
    m_steps.push_back(button);
  }
}

void RequisitionStepView::choose(RequisitionStep step) {
  m_step = step;
  showTrouble(*m_trouble, {});
  showView();
}

void RequisitionStepView::setActor(const QString& actor) { m_actor->setText(actor); }
void RequisitionStepView::setWords(const QString& words) { m_words->setText(words); }

void RequisitionStepView::fillGrid() {
  const RequisitionRow* now = row();
  m_propose.drop();
  m_lines.clear();
  m_proposed.clear();
  const bool any = now && m_step;
  const bool sends = any && m_step == RequisitionStep::kDispatched, gets = any && m_step == RequisitionStep::kReceived;
  const bool lots = sends || gets || (any && m_step == RequisitionStep::kPicked);
  const bool with_grid = lots || (any && m_step == RequisitionStep::kApproved);
  for (QLineEdit* field : {m_carrier, m_plate, m_driver, m_phone, m_route}) field->setVisible(sends);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_words, m_actor, m_do}) widget->setVisible(any);
  m_grid->setVisible(with_grid);
  for (const int column : {kStepFrom, kStepLot}) m_grid->setColumnHidden(column, !lots);
  for (const int column : {kStepLost, kStepDamaged}) m_grid->setColumnHidden(column, !gets);
  fillColumns();
  m_model->clear();
  if (!any) return;
  m_do->setText(requisitionStepText(*m_step));
  m_do->setEnabled(canWrite() && !m_write.busy());
  if (m_step == RequisitionStep::kApproved) fillApproval();
  if (m_step == RequisitionStep::kPicked) propose();
  if (sends) fillLots(now->standing.picked);
  if (gets) fillLots(now->standing.on_the_road);
}

void RequisitionStepView::fillApproval() {
  std::vector<QStringList> rows;
  for (const stocks::RequisitionProgress& one : row()->standing.items) {
    const stocks::Item* item = m_view->directory.itemNamed(one.item_code);
    m_lines.push_back({one.item_code, one.requested, 0, 0, 0, 0, 0});
    rows.push_back({item ? itemName(*item) : QString::fromStdString(one.item_code),
                    {},
                    {},
                    item ? quantityText(*item, one.requested) : stockCount(one.requested),
                    QString::number(one.requested),
                    {},
                    {}});
  }
  m_model->setRows(rows);
  m_grid->fitColumns();
}

void RequisitionStepView::fillLots(const Lines& lines) {
  m_lines = lines;
  std::vector<QStringList> rows;
  for (const stocks::RequisitionLine& line : lines) {
    const stocks::Item* item = m_view->directory.itemNamed(line.item_code);
    rows.push_back({item ? itemName(*item) : QString::fromStdString(line.item_code),
                    depotName(*m_view, line.depot_id),
                    lotText(*m_view, line.lot_id),
                    item ? quantityText(*item, line.quantity) : stockCount(line.quantity),
                    m_step == RequisitionStep::kReceived ? QString() : QString::number(line.quantity),
                    {},
                    {}});
  }
  m_model->setRows(rows);
  sayArrived();
  // On arrival it is known where it comes from, and the lot where an item has one; losses are what is typed.
  const bool one_depot =
      std::ranges::all_of(lines, [&](const auto& line) { return line.depot_id == lines[0].depot_id; });
  std::set<std::string> items;
  for (const stocks::RequisitionLine& line : lines) items.insert(line.item_code);
  m_grid->setColumnHidden(kStepFrom, m_step == RequisitionStep::kReceived && one_depot);
  m_grid->setColumnHidden(kStepLot, m_step == RequisitionStep::kReceived && items.size() == lines.size());
  m_grid->fitColumns();
}

std::optional<gis::MapXY> RequisitionStepView::placeOf(const RequisitionRow& now) const {
  const stocks::Depot* depot = m_view->directory.depot(now.paper.head.to_depot_id);
  const std::optional<gis::LonLat> where = depot && depot->where ? depot->where : now.paper.head.where;
  return where ? m_context.document.toMap(*where) : std::nullopt;
}

// Depots that hold real stock, the nearest to the place first; where it is to go sends nothing to itself.
std::vector<std::int64_t> RequisitionStepView::depotsByNearness(const RequisitionRow& now) const {
  std::vector<std::pair<double, std::int64_t>> by_way_m;
  for (const stocks::Depot& depot : m_view->directory.depots) {
    if (depot.id == now.paper.head.to_depot_id) continue;
    double way_m = std::numeric_limits<double>::max();
    if (depot.where && now.paper.head.where)
      way_m = gis::geodesicLengthM(std::array{*depot.where, *now.paper.head.where});
    if (depot.kind != "government") way_m = std::numeric_limits<double>::infinity();
    by_way_m.emplace_back(way_m, depot.id);
  }
  std::ranges::stable_sort(by_way_m, {}, &std::pair<double, std::int64_t>::first);
  std::vector<std::int64_t> depots;
  for (const auto& [way_m, id] : by_way_m) depots.push_back(id);
  return depots;
}

void RequisitionStepView::propose() {
  const auto where = folder();
  const RequisitionRow* now = row();
  if (!where || !now) return;
  m_do->setEnabled(false);
  m_do->setText(tr("Looking for depots …"));
  m_propose.ask(
      [where = *where, uuid = m_uuid, depots = depotsByNearness(*now),
       places = depotPlaces(*m_view, m_context.document),
       to = placeOf(*now)](const gis::CancelToken& cancel, const gis::Progress&) {
        return withStocks<Lines>(where, gis::OpenMode::kRead, [&](const OpenStocks& open) {
          return stocks::RequisitionStore(open.db, open.clock, open.uuids)
              .proposePick(uuid, nearestByRoad(where, places, to, depots, cancel));
        });
      },
      [this](gis::Result<Lines> lines) {
        m_do->setText(requisitionStepText(RequisitionStep::kPicked));
        if (!lines) return showTrouble(*m_trouble, stockTrouble(lines.error()));
        fillLots(*lines);
        m_proposed = m_lines;
        m_do->setEnabled(canWrite() && !m_lines.empty());
        QStringList missing;
        for (const stocks::RequisitionProgress& one : row()->standing.items) {
          std::int64_t left = one.approved - one.picked;
          for (const stocks::RequisitionLine& line : m_lines)
            if (line.item_code == one.item_code) left -= line.quantity;
          const stocks::Item* item = m_view->directory.itemNamed(one.item_code);
          if (left > 0 && item) missing << QStringLiteral("%1 %2").arg(itemName(*item), quantityText(*item, left));
        }
        if (!missing.isEmpty())
          showTrouble(*m_trouble, tr("No depot has the rest: %1").arg(missing.join(QStringLiteral(", "))));
      });
}

// What stands in the grid; says what is wrong beside it.
std::optional<RequisitionStepView::Lines> RequisitionStepView::typedLines() {
  Lines lines;
  for (std::size_t i = 0; i < m_lines.size(); ++i) {
    const int row = static_cast<int>(i);
    stocks::RequisitionLine line = m_lines[i];
    const stocks::Item* item = m_view->directory.itemNamed(line.item_code);
    bool good = item != nullptr;
    const auto number = [&](int column) -> std::int64_t {
      const std::string typed = m_model->text(row, column).trimmed().toStdString();
      if (typed.empty()) return 0;
      const auto quantity = item ? stocks::quantityOf(*item, typed) : gis::Result<std::int64_t>(0);
      good = good && quantity.has_value();
      return quantity.value_or(0);
    };
    line.quantity = number(kStepQuantity);
    if (m_step == RequisitionStep::kReceived) {
      line.lost = number(kStepLost), line.damaged = number(kStepDamaged);
      const bool is_typed = !m_model->text(row, kStepQuantity).trimmed().isEmpty();
      line.quantity = is_typed ? line.quantity + line.lost + line.damaged : m_lines[i].quantity;
      if (good && (line.quantity > m_lines[i].quantity || line.lost + line.damaged > m_lines[i].quantity)) {
        m_grid->setCurrentIndex(m_model->index(row, kStepQuantity));
        showTrouble(*m_trouble, tr("%1: %2 was sent, less than whole, lost and damaged together.")
                                    .arg(itemName(*item), quantityText(*item, m_lines[i].quantity)));
        return std::nullopt;
      }
    }
    if (!good) {
      m_grid->setCurrentIndex(m_model->index(row, kStepQuantity));
      showTrouble(*m_trouble, tr("%1: whole numbers, in units or packs.").arg(m_model->text(row, kStepItem)));
      return std::nullopt;
    }
    if (line.quantity > 0) lines.push_back(std::move(line));
  }
  return lines;
}

void RequisitionStepView::doIt() {
  const auto where = folder();
  if (!where || !m_step || !row() || !m_do->isEnabled()) return;
  stocks::RequisitionEvent event;
  event.step = *m_step;
  event.actor = m_actor->text().trimmed().toStdString();
  event.words = m_words->text().trimmed().toStdString();
  bool breaks_order = false;
  if (m_grid->isVisibleTo(this)) {
    auto lines = typedLines();
    if (!lines) return;
    event.lines = std::move(*lines);
    // Other lots than proposed are taken on purpose: the ledger asks why.
    breaks_order = m_step == RequisitionStep::kPicked && !sameLines(event.lines, m_proposed) && !event.words.empty();
  }
  const auto text = [](const QLineEdit* field) { return field->text().trimmed().toStdString(); };
  if (m_step == RequisitionStep::kDispatched)
    event.transport = {text(m_carrier), text(m_plate), text(m_driver), text(m_phone), text(m_route)};
  m_write.ask(
      [where = *where, uuid = m_uuid, event, breaks_order](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<stocks::Requisition>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
          return stocks::RequisitionStore(open.db, open.clock, open.uuids).advance(uuid, event, breaks_order);
        });
      },
      [this](gis::Result<stocks::Requisition> done) {
        m_do->setEnabled(canWrite());
        if (!done) return showTrouble(*m_trouble, tr("Nothing was booked. %1").arg(stockTrouble(done.error())));
        m_words->clear();
        m_step.reset();
        showTrouble(*m_trouble, {});
        emit changed();
      });
  m_do->setEnabled(false);
}

void RequisitionStepView::sayArrived() {
  if (m_step != RequisitionStep::kReceived) return;
  for (std::size_t i = 0; i < m_lines.size(); ++i) {
    const int row = static_cast<int>(i);
    const stocks::Item* item = m_view->directory.itemNamed(m_lines[i].item_code);
    std::int64_t whole = m_lines[i].quantity;
    for (const int column : {kStepLost, kStepDamaged}) {
      const auto gone = item ? stocks::quantityOf(*item, m_model->text(row, column).trimmed().toStdString())
                             : gis::Result<std::int64_t>(0);
      whole -= gone.value_or(0);
      m_model->setGhost(row, column, QStringLiteral("0"));
    }
    m_model->setGhost(row, kStepQuantity, QString::number(std::max<std::int64_t>(0, whole)));
  }
}

void RequisitionStepView::fillColumns() {
  const bool gets = m_step == RequisitionStep::kReceived;
  std::vector<GridColumn> columns(kStepColumns);
  columns[kStepItem] = {tr("Item"), false, false, false, {}};
  columns[kStepFrom] = {tr("From"), false, false, false, {}};
  columns[kStepLot] = {tr("Lot"), false, false, false, {}};
  columns[kStepThere] = {gets ? tr("Sent") : tr("Up to"), false, true, false, {}};
  columns[kStepQuantity] = {gets ? tr("whole") : tr("Quantity"), true, true, false, {}};
  columns[kStepLost] = {tr("lost"), true, true, false, {}};
  columns[kStepDamaged] = {tr("damaged"), true, true, false, {}};
  m_model->setColumns(std::move(columns));
}

void RequisitionStepView::retranslate() {
  fillColumns();
  m_carrier->setPlaceholderText(tr("carrier"));
  m_plate->setPlaceholderText(tr("number plate"));
  m_driver->setPlaceholderText(tr("driver"));
  m_phone->setPlaceholderText(tr("telephone"));
  m_route->setPlaceholderText(tr("route"));
  m_actor->setPlaceholderText(tr("who"));
  m_words->setPlaceholderText(tr("words, reason"));
}

}  // namespace app
