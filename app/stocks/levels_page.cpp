// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/levels_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "app/charts/bar_chart.h"
#include "app/charts/line_chart.h"
#include "app/core/map_document.h"
#include "app/settings/theme.h"
#include "app/stocks/people_form.h"
#include "app/stocks/stocks_map.h"
#include "app/stocks/stocks_words.h"
#include "gis/stocks/calendar_day.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

const QString kShortageLayerId = QStringLiteral("stocks-shortage");
constexpr int kBarsShown = 15, kFlow_d = 365, kExpiryTables = 3, kRowsTall = 8, kNameDp = 112;
constexpr int kWithin_d[kExpiryTables] = {180, 90, 30};
enum Title {
  kLevelsTitle,
  kLastsTitle,
  kShortTitle,
  kExpiringTitle,
  kRotationTitle,
  kStructureTitle,
  kFlowTitle,
  kCurveTitle
};

QTableWidget* listTable() {
  auto* table = new QTableWidget;
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setWordWrap(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(dp(24));
  table->setMinimumHeight(dp(24) * kRowsTall);
  return table;
}

// The depot and item of a row, for its movements.
constexpr int kDepotRole = Qt::UserRole, kItemRole = Qt::UserRole + 1;

void addRow(QTableWidget& table, const QStringList& texts, std::int64_t depot_id, std::int64_t item_id, int urgent) {
  const int row = table.rowCount();
  table.insertRow(row);
  for (int c = 0; c < texts.size(); ++c) {
    auto* cell = new QTableWidgetItem(texts[c]);
    if (c >= 2) cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (c == urgent) cell->setForeground(currentColours().danger);
    cell->setData(kDepotRole, static_cast<qlonglong>(depot_id));
    cell->setData(kItemRole, static_cast<qlonglong>(item_id));
    table.setItem(row, c, cell);
  }
}

QString amountText(const StockView& view, std::int64_t item_id, std::int64_t quantity) {
  const stocks::Item* item = view.directory.item(item_id);
  return item ? quantityText(*item, quantity) : stockCount(quantity);
}

// Names give way to the figures.
void fitColumns(QTableWidget& table) {
  table.resizeColumnsToContents();
  for (const int name : {0, 1}) table.setColumnWidth(name, std::min(table.columnWidth(name), dp(kNameDp)));
}

double dayUtcMs(const std::string& day) {
  const auto number = stocks::dayNumber(day);
  return number ? static_cast<double>(stocks::endOfDayUtcMs(*number - 1) + 1) : 0;
}

}  // namespace

LevelsPage::LevelsPage(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_depot(new QComboBox),
      m_item(new QComboBox),
      m_within(new QComboBox),
      m_people(new PeopleForm(context)),
      m_levels(new BarChart),
      m_lasts(new BarChart),
      m_structure(new BarChart),
      m_flow_chart(new LineChart),
      m_curve(new LineChart),
      m_shortages(listTable()),
      m_expiring(listTable()),
      m_rotation(listTable()),
      m_on_map(new QCheckBox),
      m_note(new QLabel),
      m_flow(context.pools, Pool::kIo) {
  makeWidgets();
  for (QComboBox* box : {m_depot, m_item}) connect(box, &QComboBox::activated, this, &LevelsPage::refresh);
  connect(m_people, &StockPage::changed, this, [this] { emit StockPage::changed(); });
  connect(m_on_map, &QCheckBox::clicked, this, &LevelsPage::publishMap);
  // The map of counties may come after the page.
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    const MapLayer* layer = m_context.document.find(change.layer_id);
    if (m_on_map->isChecked() && (change.properties & MapChange::kContent) && layer && layer->table == "division")
      publishMap();
  });
  connect(m_within, &QComboBox::activated, this, &LevelsPage::showExpiring);
  for (QTableWidget* table : {m_shortages, m_expiring, m_rotation})
    connect(table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem* cell) {
      emit movementsWanted(cell->data(kDepotRole).toLongLong(), cell->data(kItemRole).toLongLong());
    });
  retranslate();
}

void LevelsPage::makeWidgets() {
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, dp(6), 0, 0);
  whole->setSpacing(dp(6));
  auto* top = new QHBoxLayout;
  for (QComboBox* box : {m_depot, m_item}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    top->addWidget(box, 1);
  }
  whole->addLayout(top);
  whole->addWidget(m_people);
  auto* inside = new QWidget;
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(0, 0, dp(4), 0);
  column->setSpacing(dp(8));
  for (QLabel*& title : m_titles) {
    title = new QLabel;
    title->setProperty("role", "heading");
    title->setWordWrap(true);
  }
  for (LineChart* chart : {m_flow_chart, m_curve}) chart->setMinimumHeight(dp(180));
  column->addWidget(m_titles[kLevelsTitle]);
  column->addWidget(m_levels);
  column->addWidget(m_titles[kLastsTitle]);
  column->addWidget(m_lasts);
  auto* lacks = new QHBoxLayout;
  lacks->addWidget(m_titles[kShortTitle], 1);
  lacks->addWidget(m_on_map);
  column->addLayout(lacks);
  column->addWidget(m_shortages);
  column->addWidget(m_titles[kFlowTitle]);
  column->addWidget(m_flow_chart);
  column->addWidget(m_titles[kCurveTitle]);
  column->addWidget(m_curve);
  column->addWidget(m_note);
  auto* expiry = new QHBoxLayout;
  expiry->addWidget(m_titles[kExpiringTitle], 1);
  expiry->addWidget(m_within);
  column->addLayout(expiry);
  column->addWidget(m_expiring);
  column->addWidget(m_titles[kRotationTitle]);
  column->addWidget(m_rotation);
  column->addWidget(m_titles[kStructureTitle]);
  column->addWidget(m_structure);
  m_note->setProperty("role", "faint");
  m_note->setWordWrap(true);
  column->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidget(inside);
  whole->addWidget(scroll, 1);
}

bool LevelsPage::busy() const { return m_flow.busy() || m_people->busy(); }

std::int64_t LevelsPage::depot() const { return m_depot->currentData().toLongLong(); }
std::int64_t LevelsPage::item() const { return m_item->currentData().toLongLong(); }

bool LevelsPage::wants(std::int64_t depot_id, std::int64_t item_id) const {
  return (depot() == 0 || depot() == depot_id) && (item() == 0 || item() == item_id);
}

void LevelsPage::choose(std::int64_t depot_id, std::int64_t item_id) {
  m_depot->setCurrentIndex(std::max(0, m_depot->findData(static_cast<qlonglong>(depot_id))));
  m_item->setCurrentIndex(std::max(0, m_item->findData(static_cast<qlonglong>(item_id))));
  refresh();
}

void LevelsPage::fillChoices() {
  const std::int64_t depot_id = depot(), item_id = item();
  m_depot->clear();
  m_item->clear();
  m_depot->addItem(tr("All depots"), 0);
  m_item->addItem(tr("All items"), 0);
  if (!m_view) return;
  for (const stocks::Depot& one : m_view->directory.depots)
    m_depot->addItem(QString::fromStdString(one.name), static_cast<qlonglong>(one.id));
  for (const stocks::Item& one : m_view->directory.items)
    m_item->addItem(itemName(one), static_cast<qlonglong>(one.id));
  m_depot->setCurrentIndex(std::max(0, m_depot->findData(static_cast<qlonglong>(depot_id))));
  m_item->setCurrentIndex(std::max(0, m_item->findData(static_cast<qlonglong>(item_id))));
}

void LevelsPage::showView() {
  fillChoices();
  m_people->setView(m_view);
  m_stale = true;
  if (isVisible()) refresh();
}

void LevelsPage::showEvent(QShowEvent* event) {
  if (m_stale) refresh();
  StockPage::showEvent(event);
}

void LevelsPage::refresh() {
  if (!m_view) return;
  m_stale = false;
  m_people->setDepot(depot());
  showLevels();
  showStructure();
  showShortages();
  showExpiring();
  showRotation();
  publishMap();
  showCurve();
  askFlow();
}

// Usable against the minimum, and how long it lasts: what is worst off on top.
void LevelsPage::showLevels() {
  std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> items;  // usable, minimum
  std::vector<ChartBar> lasts;
  std::vector<const stocks::Coverage*> rows;
  for (const stocks::Coverage& one : m_view->coverage) {
    if (!wants(one.depot_id, one.item_id) || !one.level) continue;
    items[one.item_id].first += one.usable;
    items[one.item_id].second += one.level->minimum;
    if (one.coverage_d) rows.push_back(&one);
  }
  std::vector<std::pair<double, std::int64_t>> order;
  for (const auto& [id, sums] : items)
    if (sums.second > 0) order.emplace_back(static_cast<double>(sums.first) / static_cast<double>(sums.second), id);
  std::ranges::sort(order);
  if (order.size() > kBarsShown) order.resize(kBarsShown);
  std::vector<ChartBar> bars;
  for (const auto& [ratio, id] : order) {
    const auto [usable, minimum] = items[id];
    const double covered = static_cast<double>(std::min(usable, minimum)) / static_cast<double>(minimum) * 100;
    bars.push_back({itemName(*m_view, id),
                    {covered, 100 - covered},
                    {},
                    QStringLiteral("%1 / %2").arg(stockCount(usable), amountText(*m_view, id, minimum))});
  }
  m_levels->setData(std::move(bars), {{tr("there"), currentColours().accent}, {tr("missing"), currentColours().danger}},
                    QStringLiteral("%"));
  std::ranges::sort(rows, {}, [](const stocks::Coverage* one) { return *one->coverage_d; });
  if (rows.size() > kBarsShown) rows.resize(kBarsShown);
  for (const stocks::Coverage* one : rows)
    lasts.push_back({QStringLiteral("%1 · %2").arg(itemName(*m_view, one->item_id), depotName(*m_view, one->depot_id)),
                     {*one->coverage_d},
                     one->shortOf() > 0 ? currentColours().danger : currentColours().accent,
                     daysText(*one)});
  m_lasts->setData(std::move(lasts), {}, tr("days"));
}

void LevelsPage::showStructure() {
  std::vector<ChartBar> bars;
  for (const stocks::ClassShare& share : m_view->structure) {
    if (share.planned == 0 && share.items_there == 0) continue;
    const int met = qRound(share.filled_ratio * 100);
    const QString there =
        tr("%1 of %2 kinds · %3 t").arg(share.items_there).arg(share.items).arg(share.weight_kg / 1000, 0, 'f', 1);
    bars.push_back({className(*m_view, share.class_code),
                    {share.filled_ratio * 100},
                    {},
                    share.planned == 0 ? tr("no minimum · %1").arg(there) : tr("%1% · %2").arg(met).arg(there)});
  }
  m_structure->setData(std::move(bars), {}, QStringLiteral("%"));
}

void LevelsPage::showShortages() {
  m_shortages->setRowCount(0);
  std::vector<const stocks::CountyShortage*> rows;
  for (const stocks::CountyShortage& one : m_view->shortages)
    if (one.shortOf() > 0 && (item() == 0 || item() == one.item_id)) rows.push_back(&one);
  std::ranges::stable_sort(rows, std::ranges::greater(), [](const stocks::CountyShortage* one) {
    return static_cast<double>(one->shortOf()) / static_cast<double>(one->minimum);
  });
  for (const stocks::CountyShortage* one : rows)
    addRow(*m_shortages,
           {countyName(*m_view, one->county), itemName(*m_view, one->item_id),
            amountText(*m_view, one->item_id, one->shortOf()), stockCount(one->usable), stockCount(one->minimum)},
           0, one->item_id, 2);
  fitColumns(*m_shortages);
  m_shortages->setVisible(m_shortages->rowCount() > 0);
  m_titles[kShortTitle]->setText(m_shortages->rowCount() > 0 ? tr("Short, by county and item")
                                                             : tr("No county is short of it"));
}

void LevelsPage::setOnMap(bool on) {
  m_on_map->setChecked(on);
  publishMap();
}

void LevelsPage::publishMap() {
  MapDocument& document = m_context.document;
  std::shared_ptr<const layers::ShortageLayer> state;
  if (m_on_map->isChecked() && m_view)
    for (const MapLayer& layer : document.layers())
      if (layer.table == "division" && !state) state = shortageLayer(*m_view, item(), layer.columns);
  if (!state) {
    if (document.find(kShortageLayerId) != nullptr) document.removeLayer(kShortageLayerId);
    return;
  }
  if (document.find(kShortageLayerId) != nullptr) return document.setState(kShortageLayerId, std::move(state));
  MapLayer made;
  made.id = kShortageLayerId;
  made.room = QStringLiteral("stocks");
  made.group = QStringLiteral("base");
  made.title = {QStringLiteral("物资缺口（各县最低储备满足率）"), QStringLiteral("Shortage by county (minimum met)")};
  made.origin = LayerOrigin::kPlotting;
  made.state = std::move(state);
  made.load = LoadState::kReady;
  document.addLayer(std::move(made));
}

void LevelsPage::showExpiring() {
  m_expiring->setRowCount(0);
  if (!m_view) return;
  const int within_d = m_within->currentData().toInt();
  for (const stocks::ExpiringLot& lot : m_view->expiring) {
    if (lot.days_left > within_d || !wants(lot.depot_id, lot.item_id)) continue;
    const auto known = m_view->directory.lots.find(lot.lot_id);
    addRow(*m_expiring,
           {itemName(*m_view, lot.item_id), depotName(*m_view, lot.depot_id),
            known == m_view->directory.lots.end() ? QString() : QString::fromStdString(known->second.lot_no),
            amountText(*m_view, lot.item_id, lot.quantity), QString::fromStdString(lot.expires_on),
            lot.days_left < 0 ? tr("expired") : QString::number(lot.days_left)},
           lot.depot_id, lot.item_id, lot.days_left < 0 ? 5 : -1);
  }
  fitColumns(*m_expiring);
  m_expiring->setVisible(m_expiring->rowCount() > 0);
  m_titles[kExpiringTitle]->setText(m_expiring->rowCount() > 0 ? tr("Expires") : tr("Nothing expires"));
}

void LevelsPage::showRotation() {
  m_rotation->setRowCount(0);
  double cost_yuan = 0;
  for (const stocks::RotationProposal& one : m_view->rotation) {
    if (!wants(one.lot.depot_id, one.lot.item_id)) continue;
    cost_yuan += one.cost_yuan;
    addRow(*m_rotation,
           {itemName(*m_view, one.lot.item_id), depotName(*m_view, one.lot.depot_id),
            amountText(*m_view, one.lot.item_id, one.lot.quantity), QString::fromStdString(one.lot.expires_on),
            amountText(*m_view, one.lot.item_id, one.buy),
            one.cost_yuan > 0 ? stockCount(static_cast<std::int64_t>(one.cost_yuan)) : QString()},
           one.lot.depot_id, one.lot.item_id, -1);
  }
  fitColumns(*m_rotation);
  m_rotation->setVisible(m_rotation->rowCount() > 0);
  m_titles[kRotationTitle]->setText(
      m_rotation->rowCount() == 0
          ? tr("Nothing to rotate within 90 days")
          : tr("Rotation within 90 days; buying fresh: %1 yuan").arg(stockCount(static_cast<std::int64_t>(cost_yuan))));
}

// What of one item is still usable on a day; of all items together a sum of tents and biscuits would mean nothing.
void LevelsPage::showCurve() {
  std::vector<ChartLine> lines;
  std::vector<ChartThreshold> levels;
  if (item() != 0) {
    const auto curve = stocks::expiryCurve(m_view->directory, m_view->balance, depot(), item(), m_view->day);
    ChartLine line{tr("usable"), {}, currentColours().accent};
    QStringList cliffs;
    for (const stocks::ExpiryPoint& point : curve) {
      // Steps: until the day before it is what it was.
      if (!line.points.empty()) line.points.push_back({dayUtcMs(point.day) - 1, line.points.back().y});
      line.points.push_back({dayUtcMs(point.day), static_cast<double>(point.usable)});
      if (point.is_cliff) cliffs << QString::fromStdString(point.day);
    }
    if (line.points.size() == 1)
      line.points.push_back({dayUtcMs(stocks::daysLater(m_view->day, kFlow_d)), line.points.front().y});
    if (!line.points.empty()) lines.push_back(std::move(line));
    std::int64_t minimum = 0;
    for (const stocks::Coverage& one : m_view->coverage)
      if (wants(one.depot_id, one.item_id) && one.level) minimum += one.level->minimum;
    if (minimum > 0) levels.push_back({tr("minimum"), static_cast<double>(minimum), currentColours().danger});
    m_note->setText(cliffs.isEmpty()
                        ? QString()
                        : tr("A fifth or more goes within a week: %1").arg(cliffs.join(QStringLiteral(", "))));
  } else {
    m_note->clear();
  }
  const stocks::Item* one = m_view->directory.item(item());
  m_curve->setData(std::move(lines), std::move(levels), ChartX::kTime, one ? itemUnit(*one) : QString());
}

void LevelsPage::askFlow() {
  m_days.clear();
  m_flow.drop();
  const auto where = folder();
  const auto today = stocks::dayNumber(m_view->day);
  if (item() == 0 || !where || !today) return showFlow();
  using Days = std::vector<stocks::DayFlow>;
  m_flow.ask(
      [where = *where, depot = depot(), item = item(), today = *today](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<Days>(where, gis::OpenMode::kRead, [&](const OpenStocks& open) {
          return stocks::BalanceStore(open.db).flow(depot, item, today - kFlow_d, today);
        });
      },
      [this](gis::Result<Days> days) {
        if (days)
          m_days = std::move(*days);
        else
          m_note->setText(stockTrouble(days.error()));
        showFlow();
      });
}

void LevelsPage::showFlow() {
  ChartLine there{tr("there"), {}, currentColours().accent}, in{tr("came"), {}, seriesColour(2)},
      out{tr("went"), {}, seriesColour(4)};
  for (const stocks::DayFlow& day : m_days) {
    const auto x = static_cast<double>(stocks::endOfDayUtcMs(day.day));
    there.points.push_back({x, static_cast<double>(day.quantity)});
    in.points.push_back({x, static_cast<double>(day.in)});
    out.points.push_back({x, static_cast<double>(day.out)});
  }
  std::vector<ChartLine> lines;
  if (!m_days.empty()) lines = {std::move(there), std::move(in), std::move(out)};
  const stocks::Item* one = m_view ? m_view->directory.item(item()) : nullptr;
  m_flow_chart->setData(std::move(lines), {}, ChartX::kTime, one ? itemUnit(*one) : QString());
}

void LevelsPage::retranslate() {
  m_levels->setTitle(tr("Usable against the minimum"));
  m_titles[kLevelsTitle]->setText(tr("Usable against the minimum"));
  m_titles[kLastsTitle]->setText(tr("How many days it lasts"));
  m_titles[kCurveTitle]->setText(tr("Usable on a day, if nothing comes or goes"));
  m_levels->setEmptyText(tr("No minimum levels: people at risk and norms are missing."));
  m_lasts->setTitle(tr("How many days it lasts"));
  m_lasts->setEmptyText(tr("Nothing here is used by the day."));
  m_flow_chart->setTitle(tr("The last twelve months"));
  m_flow_chart->setEmptyText(tr("Choose an item above."));
  m_curve->setTitle(tr("Usable on a day, if nothing comes or goes"));
  m_curve->setEmptyText(tr("Choose an item above."));
  m_structure->setTitle(tr("Structure against the plan"));
  m_on_map->setText(tr("on the map"));
  m_titles[kStructureTitle]->setText(tr("Structure by class"));
  m_titles[kFlowTitle]->setText(tr("Stock, receipts and issues of one item, the last twelve months"));
  const int at = std::max(0, m_within->currentIndex());
  m_within->clear();
  for (const int days : kWithin_d) m_within->addItem(tr("within %1 days").arg(days), days);
  m_within->setCurrentIndex(at);
  const auto headings = [](QTableWidget& table, const QStringList& texts) {
    table.setColumnCount(static_cast<int>(texts.size()));
    table.setHorizontalHeaderLabels(texts);
  };
  headings(*m_shortages, {tr("County"), tr("Item"), tr("Short"), tr("Usable"), tr("Minimum")});
  headings(*m_expiring, {tr("Item"), tr("Depot"), tr("Lot"), tr("Quantity"), tr("Expires on"), tr("Days left")});
  headings(*m_rotation, {tr("Item"), tr("Depot"), tr("Goes"), tr("Expires on"), tr("Buy"), tr("Yuan")});
}

}  // namespace app
