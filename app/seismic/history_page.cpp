// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seismic/history_page.h"

#include <QComboBox>
#include <QDate>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "app/charts/bar_chart.h"
#include "app/core/map_document.h"
#include "app/quake_report/quake_text.h"
#include "app/seismic/seismic_map.h"
#include "app/settings/theme.h"
#include "gis/geo/geodesic.h"

namespace app {

using namespace gis::seismic;

namespace {

constexpr int kRow = Qt::UserRole;
constexpr std::array kMagnitudes{0.0, 4.5, 5.0, 6.0, 7.0};
constexpr std::array kDistancesKm{0, 100, 200, 300, 500};
constexpr double kSpanM = 60'000;

// Sorts by the number behind a cell, not by its text.
class QuakeItem final : public QTreeWidgetItem {
 public:
  using QTreeWidgetItem::QTreeWidgetItem;
  bool operator<(const QTreeWidgetItem& other) const override {
    const int column = treeWidget() != nullptr ? treeWidget()->sortColumn() : 0;
    const QVariant a = data(column, kRow + 1), b = other.data(column, kRow + 1);
    return a.isValid() && b.isValid() ? a.toDouble() < b.toDouble()
                                      : text(column).localeAwareCompare(other.text(column)) < 0;
  }
};

}  // namespace

HistoryPage::HistoryPage(PanelContext& context, SeismicMap& map, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_map(map),
      m_from(new QSlider(Qt::Horizontal)),
      m_to(new QSlider(Qt::Horizontal)),
      m_from_title(new QLabel),
      m_to_title(new QLabel),
      m_magnitude_title(new QLabel),
      m_distance_title(new QLabel),
      m_sum(new QLabel),
      m_empty(new QLabel),
      m_detail(new QLabel),
      m_magnitude(new QComboBox),
      m_distance(new QComboBox),
      m_list(new QTreeWidget),
      m_chart(new BarChart),
      m_scenario(new QPushButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(12));
  column->setSpacing(dp(8));
  auto* grid = new QGridLayout;
  grid->setColumnStretch(1, 1);
  grid->addWidget(m_from_title, 0, 0);
  grid->addWidget(m_from, 0, 1);
  grid->addWidget(m_to_title, 1, 0);
  grid->addWidget(m_to, 1, 1);
  grid->addWidget(m_magnitude_title, 2, 0);
  grid->addWidget(m_magnitude, 2, 1);
  grid->addWidget(m_distance_title, 3, 0);
  grid->addWidget(m_distance, 3, 1);
  column->addLayout(grid);
  for (QLabel* label : {m_sum, m_empty, m_detail}) label->setWordWrap(true);
  m_empty->setProperty("role", "second");
  m_detail->setProperty("role", "second");
  column->addWidget(m_sum);
  column->addWidget(m_empty);
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->setAlternatingRowColors(true);
  m_list->setSortingEnabled(true);
  column->addWidget(m_list, 1);
  column->addWidget(m_detail);
  column->addWidget(m_scenario, 0, Qt::AlignRight);
  column->addWidget(m_chart);
  for (QSlider* slider : {m_from, m_to}) {
    slider->setRange(-200, QDate::currentDate().year());
    slider->setPageStep(50);
    slider->setSingleStep(5);
  }
  m_from->setValue(-200);
  m_to->setValue(m_to->maximum());
  for (std::size_t i = 0; i < kMagnitudes.size(); ++i) m_magnitude->addItem(QString());
  for (std::size_t i = 0; i < kDistancesKm.size(); ++i) m_distance->addItem(QString());
  m_distance->setCurrentIndex(3);
  for (QSlider* slider : {m_from, m_to}) connect(slider, &QSlider::valueChanged, this, &HistoryPage::filter);
  for (QComboBox* box : {m_magnitude, m_distance})
    connect(box, &QComboBox::currentIndexChanged, this, &HistoryPage::filter);
  connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
    if (item == nullptr) return;
    const int row = item->data(0, kRow).toInt();
    showQuake(row);
    if (!m_list->hasFocus()) return;
    if (const auto at = m_context.document.toMap(m_shown[static_cast<std::size_t>(row)].where)) {
      m_context.map.fly_to(*at, kSpanM);
      m_context.map.mark(*at);
    }
  });
  connect(m_scenario, &QPushButton::clicked, this, &HistoryPage::useAsScenario);
  retranslate();
}

void HistoryPage::setData(const SeismicData& book) {
  m_all = book.quakes;
  filter();
}

void HistoryPage::reset() {
  m_all.clear();
  filter();
}

void HistoryPage::setActive(bool active) {
  m_active = active;
  showQuake(m_list->currentItem() != nullptr ? m_list->currentItem()->data(0, kRow).toInt() : -1);
}

void HistoryPage::filter() {
  // One handle pushes the other.
  if (m_from->value() > m_to->value()) {
    QSlider* other = sender() == m_from ? m_to : m_from;
    const QSignalBlocker quiet(other);
    other->setValue(sender() == m_from ? m_from->value() : m_to->value());
  }
  const auto& workspace = m_context.document.workspace();
  const gis::LonLat centre =
      workspace && !workspace->facts.extent.empty() ? workspace->facts.extent.centre() : gis::LonLat{};
  const double least = kMagnitudes[static_cast<std::size_t>(std::max(0, m_magnitude->currentIndex()))];
  const int within_km = kDistancesKm[static_cast<std::size_t>(std::max(0, m_distance->currentIndex()))];
  m_shown.clear();
  std::map<int, double> by_century;
  const QSignalBlocker quiet(m_list);
  m_list->setSortingEnabled(false);
  m_list->clear();
  QList<QTreeWidgetItem*> items;
  for (const PastQuake& quake : m_all) {
    if (quake.year < m_from->value() || quake.year > m_to->value()) continue;
    if (least > 0 && quake.magnitude.value_or(0) < least) continue;
    const double dist_km = gis::geodesicBetween(centre, quake.where).dist_m / 1000;
    if (within_km > 0 && dist_km > within_km) continue;
    by_century[quake.year > 0 ? (quake.year - 1) / 100 + 1 : 0] += 1;
    auto* item = new QuakeItem(QStringList{quakeDateText(quake),
                                           quake.magnitude ? QString::number(*quake.magnitude, 'f', 1) : tr("–"),
                                           QString::fromStdString(quake.name), QString::number(dist_km, 'f', 0),
                                           quake.deaths ? QString::number(*quake.deaths) : QString()});
    item->setData(0, kRow, static_cast<int>(m_shown.size()));
    item->setData(0, kRow + 1, quake.year * 400.0 + quake.month * 32 + quake.day);
    item->setData(1, kRow + 1, quake.magnitude.value_or(0));
    item->setData(3, kRow + 1, dist_km);
    item->setData(4, kRow + 1, static_cast<double>(quake.deaths.value_or(0)));
    for (const int right : {1, 3, 4}) item->setTextAlignment(right, Qt::AlignRight | Qt::AlignVCenter);
    items << item;
    m_shown.push_back(quake);
  }
  m_list->addTopLevelItems(items);
  m_list->setSortingEnabled(true);
  m_list->sortByColumn(0, Qt::DescendingOrder);
  m_empty->setVisible(m_all.empty());
  m_list->setVisible(!m_all.empty());
  m_sum->setVisible(!m_all.empty());
  m_empty->setText(
      workspace ? tr("The catalogue is empty. Import a list (CSV, Excel, GeoJSON) into the table “Past earthquakes”.")
                : tr("Open a workspace to see its past earthquakes."));
  const auto year = [](int y) { return y < 0 ? tr("%1 BC").arg(-y) : QString::number(y); };
  m_from_title->setText(tr("From %1").arg(year(m_from->value())));
  m_to_title->setText(tr("To %1").arg(year(m_to->value())));
  m_sum->setText(m_shown.empty() && !m_all.empty()
                     ? tr("None of %1 fits; widen the years, the strength or the distance.").arg(m_all.size())
                     : tr("%1 of %2 earthquakes").arg(m_shown.size()).arg(m_all.size()));
  std::vector<ChartBar> bars;
  for (const auto& [century, count] : by_century)
    bars.push_back({century == 0 ? tr("BC") : tr("Century %1").arg(century), {count}});
  if (bars.size() > 6) bars.erase(bars.begin(), bars.end() - 6);
  m_chart->setData(std::move(bars), {}, tr("earthquakes"));
  m_chart->setVisible(!m_shown.empty());
  showQuake(-1);
}

void HistoryPage::showQuake(int chosen) {
  const bool some = chosen >= 0 && chosen < static_cast<int>(m_shown.size());
  m_detail->setVisible(some);
  m_scenario->setVisible(some && m_shown[static_cast<std::size_t>(chosen)].magnitude.value_or(0) >= 5);
  if (some) {
    const PastQuake& quake = m_shown[static_cast<std::size_t>(chosen)];
    QStringList parts;
    if (quake.epicentral_intensity) parts << tr("epicentral intensity %1").arg(*quake.epicentral_intensity);
    if (quake.depth_km) parts << tr("%1 km deep").arg(*quake.depth_km);
    if (quake.deaths) parts << tr("%1 deaths").arg(*quake.deaths);
    parts << QString::fromStdString(quake.figures_source);
    m_detail->setText(QStringLiteral("%1  %2\n%3")
                          .arg(quakeDateText(quake), QString::fromStdString(quake.name), parts.join(tr(", "))));
  }
  if (m_active)
    m_map.showQuakes(m_shown, chosen);
  else
    m_map.showQuakes({}, -1);
}

bool HistoryPage::choose(gis::MapXY where) {
  const int index = m_map.quakeAt(where);
  if (index < 0) return false;
  for (int i = 0; i < m_list->topLevelItemCount(); ++i)
    if (m_list->topLevelItem(i)->data(0, kRow).toInt() == index) {
      m_list->setCurrentItem(m_list->topLevelItem(i));
      m_list->scrollToItem(m_list->topLevelItem(i));
    }
  return true;
}

void HistoryPage::useAsScenario() {
  const QTreeWidgetItem* item = m_list->currentItem();
  if (item == nullptr) return;
  const PastQuake& quake = m_shown[static_cast<std::size_t>(item->data(0, kRow).toInt())];
  QuakeScenario scenario;
  scenario.name = tr("%1 %2 repeated").arg(quakeDateText(quake), QString::fromStdString(quake.name)).toStdString();
  scenario.surface_mag = std::clamp(quake.magnitude.value_or(6), 5.0, 8.5);
  scenario.epicentre = quake.where;
  if (quake.depth_km && *quake.depth_km > 0 && *quake.depth_km <= 70) scenario.depth_km = quake.depth_km;
  emit scenarioWanted(scenario);
}

void HistoryPage::retranslate() {
  m_list->setHeaderLabels({tr("Date"), tr("M"), tr("Place"), tr("km away"), tr("Deaths")});
  m_list->header()->setStretchLastSection(false);
  m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_list->header()->setSectionResizeMode(2, QHeaderView::Stretch);
  m_list->setAccessibleName(tr("Past earthquakes"));
  m_from->setAccessibleName(tr("From year"));
  m_to->setAccessibleName(tr("To year"));
  // As wide as its longest year, so that the sliders stay where they are.
  m_from_title->ensurePolished();
  m_from_title->setMinimumWidth(
      m_from_title->fontMetrics().horizontalAdvance(tr("From %1").arg(tr("%1 BC").arg(-m_from->minimum()))) + dp(4));
  m_magnitude_title->setText(tr("Strength"));
  m_distance_title->setText(tr("Within"));
  const QSignalBlocker quiet_magnitude(m_magnitude), quiet_distance(m_distance);
  for (std::size_t i = 0; i < kMagnitudes.size(); ++i)
    m_magnitude->setItemText(static_cast<int>(i),
                             kMagnitudes[i] > 0 ? tr("M%1 and more").arg(kMagnitudes[i], 0, 'f', 1) : tr("all"));
  for (std::size_t i = 0; i < kDistancesKm.size(); ++i)
    m_distance->setItemText(static_cast<int>(i),
                            kDistancesKm[i] > 0 ? tr("%1 km").arg(kDistancesKm[i]) : tr("any distance"));
  m_scenario->setText(tr("What if it came again?"));
  m_chart->setTitle(tr("Earthquakes by century"));
  m_chart->setEmptyText(tr("None fits."));
  filter();
}

}  // namespace app
