// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exposure/exposure_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <set>

#include "app/charts/bar_chart.h"
#include "app/charts/ring_chart.h"
#include "app/exposure/figure_card.h"
#include "app/exposure_report/exposure_report.h"
#include "app/exposure_report/exposure_text.h"
#include "app/settings/theme.h"

namespace app {
namespace {

constexpr std::size_t kDistrictBars = 14;
constexpr int kTreeRows = 8;

QString whole(std::int64_t number) {
  return QLocale(QLocale::English, QLocale::UnitedStates).toString(static_cast<qlonglong>(number));
}

// Sorts by number where a cell has one.
class Row final : public QTreeWidgetItem {
 public:
  using QTreeWidgetItem::QTreeWidgetItem;
  void number(int column, double value, const QString& text) {
    setText(column, text);
    setData(column, Qt::UserRole, value);
    setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
  }
  bool operator<(const QTreeWidgetItem& other) const override {
    const int column = treeWidget()->sortColumn();
    const QVariant a = data(column, Qt::UserRole), b = other.data(column, Qt::UserRole);
    return a.isValid() && b.isValid() ? a.toDouble() < b.toDouble()
                                      : QString::localeAwareCompare(text(column), other.text(column)) < 0;
  }
};

QTreeWidget* makeTree(int columns) {
  auto* tree = new QTreeWidget;
  tree->setColumnCount(columns);
  tree->setRootIsDecorated(false);
  tree->setUniformRowHeights(true);
  tree->setAlternatingRowColors(false);
  tree->setSortingEnabled(true);
  tree->sortByColumn(-1, Qt::AscendingOrder);
  tree->header()->setStretchLastSection(false);
  tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  return tree;
}

void fitHeight(QTreeWidget* tree) {
  const int rows = std::clamp(tree->topLevelItemCount(), 1, kTreeRows);
  tree->setFixedHeight(tree->header()->sizeHint().height() + rows * dp(26) + dp(16));
}

}  // namespace

ExposureView::ExposureView(QWidget* parent)
    : QWidget(parent),
      m_remarks(new QLabel),
      m_ages_heading(heading()),
      m_parts_heading(heading()),
      m_buildings_heading(heading()),
      m_roads_heading(heading()),
      m_districts_heading(heading()),
      m_sites_heading(heading()),
      m_needs_heading(heading()),
      m_persons_heading(heading()),
      m_ages(new RingChart),
      m_parts(new BarChart),
      m_buildings(new BarChart),
      m_roads(new BarChart),
      m_district_bars(new BarChart),
      m_level(new QComboBox),
      m_districts(makeTree(6)),
      m_sites(makeTree(3)),
      m_needs(makeTree(3)),
      m_persons(makeTree(5)),
      m_share(new QSpinBox),
      m_days(new QSpinBox),
      m_share_label(new QLabel),
      m_days_label(new QLabel),
      m_phones(new QCheckBox),
      m_provenance(new QLabel) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(4), dp(12), dp(12));
  column->setSpacing(dp(8));
  m_remarks->setWordWrap(true);
  m_provenance->setWordWrap(true);
  m_provenance->setProperty("role", "faint");
  m_provenance->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* grid = new QGridLayout;
  grid->setSpacing(dp(6));
  const char* tables[] = {"people", "people", "building", "road", "school", "hospital", "care_home", "geohazard_point"};
  for (std::size_t i = 0; i < std::size(tables); ++i) {
    auto* card = new FigureCard;
    connect(card, &FigureCard::clicked, this,
            [this, table = QString::fromLatin1(tables[i])] { emit rowsWanted(table, -1, -1, -1, {}); });
    m_figures.push_back(card);
    grid->addWidget(card, static_cast<int>(i / 2), static_cast<int>(i % 2));
  }
  m_level->addItems({QString(), QString(), QString()});
  m_share->setRange(1, 100);
  m_share->setValue(100);
  m_share->setSuffix(QStringLiteral(" %"));
  m_days->setRange(1, 90);
  auto* needs_row = new QHBoxLayout;
  for (QWidget* widget : std::initializer_list<QWidget*>{m_share_label, m_share, m_days_label, m_days})
    needs_row->addWidget(widget);
  needs_row->addStretch();
  auto* districts_row = new QHBoxLayout;
  districts_row->addWidget(m_districts_heading, 1);
  districts_row->addWidget(m_level);
  column->addWidget(m_remarks);
  column->addLayout(grid);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_parts_heading, m_parts, m_ages_heading, m_ages})
    column->addWidget(widget);
  column->addLayout(districts_row);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_district_bars, m_districts, m_buildings_heading, m_buildings, m_roads_heading,
                                       m_roads, m_sites_heading, m_sites, m_needs_heading})
    column->addWidget(widget);
  column->addLayout(needs_row);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_needs, m_persons_heading, m_phones, m_persons, m_provenance})
    column->addWidget(widget);
  column->addStretch();

  connect(m_parts, &Chart::activated, this,
          [this](int item) { emit rowsWanted(QStringLiteral("people"), -1, -1, item, {}); });
  connect(m_ages, &Chart::activated, this, [this](int) { emit rowsWanted(QStringLiteral("people"), -1, -1, -1, {}); });
  connect(m_buildings, &Chart::activated, this, [this](int item) {
    emit rowsWanted(QStringLiteral("building"), m_building_codes[static_cast<std::size_t>(item)], -1, -1, {});
  });
  connect(m_roads, &Chart::activated, this, [this](int item) {
    emit rowsWanted(QStringLiteral("road"), m_road_codes[static_cast<std::size_t>(item)], -1, -1, {});
  });
  connect(m_district_bars, &Chart::activated, this, [this](int item) {
    emit rowsWanted(QStringLiteral("people"), -1, -1, -1,
                    QString::fromStdString(m_district_codes[static_cast<std::size_t>(item)]));
  });
  connect(m_districts, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
    emit rowsWanted(QStringLiteral("people"), -1, -1, -1, item->data(0, Qt::UserRole + 1).toString());
  });
  connect(m_sites, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
    emit rowsWanted(item->data(0, Qt::UserRole + 1).toString(), -1, -1, -1, {});
  });
  connect(m_level, &QComboBox::currentIndexChanged, this, &ExposureView::showDistricts);
  connect(m_share, &QSpinBox::valueChanged, this, &ExposureView::showNeeds);
  connect(m_days, &QSpinBox::valueChanged, this, &ExposureView::showNeeds);
  connect(m_phones, &QCheckBox::toggled, this, &ExposureView::showPersons);
  retranslate();
}

QLabel* ExposureView::heading() {
  auto* label = new QLabel;
  label->setProperty("role", "heading");
  return label;
}

std::size_t ExposureView::digits() const {
  return m_level->currentIndex() == 2 ? 12 : m_level->currentIndex() == 1 ? 9 : 6;
}
int ExposureView::needsDays() const { return m_days->value(); }
bool ExposureView::phonesShown() const { return m_phones->isChecked(); }

std::int64_t ExposureView::needsPeople() const {
  if (!m_exposure) return 0;
  return static_cast<std::int64_t>(
      std::ceil(static_cast<double>(m_exposure->sum("people", "population")) * m_share->value() / 100));
}

std::vector<gis::ReliefNeed> ExposureView::needs() const {
  const auto needs = gis::reliefNeeds(m_norms, needsPeople(), needsDays(), QDate::currentDate().month());
  return needs ? *needs : std::vector<gis::ReliefNeed>();
}

void ExposureView::show(std::shared_ptr<const gis::Exposure> exposure, const gis::CodeLists& codes,
                        const QString& language, const QStringList& provenance) {
  m_exposure = std::move(exposure);
  m_codes = codes;
  m_language = language;
  m_provenance_lines = provenance;
  refresh();
}

void ExposureView::refresh() {
  if (!m_exposure) return;
  const QStringList remarks = exposureRemarks(*m_exposure);
  m_remarks->setText(remarks.join(QLatin1Char('\n')));
  m_remarks->setVisible(!remarks.isEmpty());
  m_provenance->setText(m_provenance_lines.join(QLatin1Char('\n')));
  showFigures();
  showCharts();
  showDistricts();
  showSites();
  showNeeds();
  showPersons();
}

void ExposureView::showFigures() {
  const gis::Exposure& e = *m_exposure;
  const auto both = [](std::int64_t a, std::int64_t b) {
    return QStringLiteral("%1 / %2").arg(shortNumber(static_cast<double>(a)), shortNumber(static_cast<double>(b)));
  };
  m_figures[0]->show(tr("People"), whole(e.sum("people", "population")));
  m_figures[1]->show(tr("Aged 65 and over"), whole(e.sum("people", "age_65_up")));
  m_figures[2]->show(tr("Buildings"), whole(e.count("building")));
  m_figures[3]->show(tr("Roads, km"), QString::number(e.lengthKm("road"), 'f', 1));
  m_figures[4]->show(tr("Schools / pupils"), both(e.count("school"), e.sum("school", "pupils")));
  m_figures[5]->show(tr("Hospitals / beds"), both(e.count("hospital"), e.sum("hospital", "beds")));
  m_figures[6]->show(tr("Care homes / residents"), both(e.count("care_home"), e.sum("care_home", "residents")));
  m_figures[7]->show(tr("Geological-hazard points"), whole(e.count("geohazard_point")));
}

void ExposureView::showCharts() {
  const gis::Exposure& e = *m_exposure;
  const auto real = [](std::int64_t n) { return static_cast<double>(n); };
  const bool classes = e.part_keys.size() > 1 && e.part_keys.size() <= 40;
  m_parts->setVisible(classes);
  m_parts_heading->setVisible(classes);
  std::vector<ChartBar> parts;
  for (std::size_t i = 0; classes && i < e.part_keys.size(); ++i)
    parts.push_back({partText(e, i),
                     {real(e.sum("people", "population",
                                 {.part = static_cast<std::int32_t>(i), .division = {}, .code = {}, .age_band = {}}))},
                     {},
                     {}});
  m_parts->setData(std::move(parts), {}, tr("people"));
  m_ages->setData({{tr("0–14 years"), real(e.sum("people", "age_0_14")), {}},
                   {tr("15–64 years"), real(e.sum("people", "age_15_64")), {}},
                   {tr("65 years and over"), real(e.sum("people", "age_65_up")), {}}},
                  tr("people"));
  std::vector<ChartSeries> bands;
  const int band_count = static_cast<int>(gis::buildingAgeBands().size());
  for (int band = 1; band < band_count; ++band) bands.push_back({ageBandText(band), {}});
  bands.push_back({ageBandText(0), {}});
  const auto codesOf = [&](const char* table) {
    std::set<int> codes;
    if (const gis::TableExposure* found = e.find(table))
      for (const gis::ExposureCell& cell : found->cells) codes.insert(cell.code);
    return std::vector<int>(codes.begin(), codes.end());
  };
  m_building_codes = codesOf("building");
  m_road_codes = codesOf("road");
  std::vector<ChartBar> buildings, roads;
  for (const int code : m_building_codes) {
    std::vector<double> values;
    for (int i = 1; i <= band_count; ++i)
      values.push_back(
          real(e.count("building", {.part = {}, .division = {}, .code = code, .age_band = i % band_count})));
    buildings.push_back({codeText(*e.index->find("building"), code, m_codes, m_language), std::move(values), {}, {}});
  }
  std::vector<double> km;
  for (const int code : m_road_codes)
    km.push_back(e.lengthKm("road", {.part = {}, .division = {}, .code = code, .age_band = {}}));
  const std::vector<double> rounded = kilometresThatAddUp(km);
  for (std::size_t i = 0; i < m_road_codes.size(); ++i)
    roads.push_back({codeText(*e.index->find("road"), m_road_codes[i], m_codes, m_language),
                     {km[i]},
                     {},
                     QString::number(rounded[i], 'f', 1)});
  m_buildings->setData(std::move(buildings), std::move(bands), tr("buildings"));
  m_roads->setData(std::move(roads), {}, QStringLiteral("km"));
}

void ExposureView::showDistricts() {
  if (!m_exposure) return;
  const gis::Exposure& e = *m_exposure;
  m_districts->clear();
  std::vector<std::pair<std::int64_t, std::string>> people;
  const std::vector<std::string> codes = e.divisions(digits());
  std::vector<double> km;
  for (const std::string& code : codes)
    km.push_back(e.lengthKm("road", {.part = {}, .division = code, .code = {}, .age_band = {}}));
  const std::vector<double> rounded = kilometresThatAddUp(km);
  QList<QTreeWidgetItem*> rows;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const gis::ExposureFilter filter{.part = {}, .division = codes[i], .code = {}, .age_band = {}};
    auto* row = new Row;
    row->setText(0, divisionText(e, codes[i]));
    row->setData(0, Qt::UserRole + 1, QString::fromStdString(codes[i]));
    const auto put = [&](int column, std::int64_t n) { row->number(column, static_cast<double>(n), whole(n)); };
    const std::int64_t of_people = e.sum("people", "population", filter);
    put(1, of_people);
    put(2, e.sum("people", "households", filter));
    put(3, e.count("building", filter));
    row->number(4, rounded[i], QString::number(rounded[i], 'f', 1));
    put(5, e.count("school", filter) + e.count("hospital", filter) + e.count("care_home", filter));
    rows << row;
    if (of_people > 0) people.emplace_back(of_people, codes[i]);
  }
  m_districts->addTopLevelItems(rows);
  fitHeight(m_districts);
  std::ranges::stable_sort(people, std::greater(), &std::pair<std::int64_t, std::string>::first);
  if (people.size() > kDistrictBars) people.resize(kDistrictBars);
  m_district_codes.clear();
  std::vector<ChartBar> bars;
  for (const auto& [count, code] : people) {
    m_district_codes.push_back(code);
    bars.push_back({divisionText(e, code), {static_cast<double>(count)}, {}, whole(count)});
  }
  m_district_bars->setData(std::move(bars), {}, tr("people"));
}

void ExposureView::showSites() {
  const gis::Exposure& e = *m_exposure;
  m_sites->clear();
  for (const gis::TableExposure& table : e.tables) {
    if (table.table == "people" || table.table == "building" || table.table == "road") continue;
    QStringList parts;
    for (const std::string& measure : e.index->find(table.table)->measures)
      parts << QStringLiteral("%1 %2").arg(measureText(measure), whole(e.sum(table.table, measure)));
    auto* row = new Row(m_sites);
    row->setText(0, exposedTableText(table.table));
    row->setData(0, Qt::UserRole + 1, QString::fromStdString(table.table));
    const std::int64_t count = e.count(table.table);
    row->number(1, static_cast<double>(count), whole(count));
    row->setText(2, parts.join(QStringLiteral("，")));
    row->setToolTip(2, row->text(2));
  }
  fitHeight(m_sites);
}

void ExposureView::showNeeds() {
  if (!m_exposure) return;
  m_needs->clear();
  const bool zh = m_language.startsWith(QLatin1String("zh"));
  for (const gis::ReliefNeed& need : needs()) {
    auto* row = new Row(m_needs);
    row->setText(0, QString::fromStdString(zh ? need.norm.zh : need.norm.en));
    row->number(1, static_cast<double>(need.amount),
                QStringLiteral("%1 %2").arg(whole(need.amount),
                                            QString::fromStdString(zh ? need.norm.unit_zh : need.norm.unit_en)));
    QString source = QString::fromStdString(zh ? need.norm.source_zh : need.norm.source_en);
    if (!need.norm.confirmed) source = tr("(to be verified)") + QLatin1Char(' ') + source;
    row->setText(2, source);
    row->setToolTip(2, source);
  }
  fitHeight(m_needs);
}

void ExposureView::showPersons() {
  if (!m_exposure) return;
  m_persons->clear();
  const gis::ExposureIndex& index = *m_exposure->index;
  const bool zh = m_language.startsWith(QLatin1String("zh"));
  const auto roles = m_codes.find("code_role");
  QList<QTreeWidgetItem*> rows;
  for (const gis::ExposedPerson& one : gis::personsToCall(*m_exposure)) {
    const gis::ExposurePerson& person = index.persons()[one.person];
    QString role = QString::fromStdString(person.post);
    if (roles != m_codes.end())
      for (const gis::CodeEntry& entry : roles->second)
        if (entry.code == std::to_string(person.role))
          role = QString::fromStdString(zh ? entry.name_zh : entry.name_en);
    auto* row = new Row;
    row->setText(0, role);
    row->setText(1, QString::fromStdString(person.name));
    row->setText(2, phonesShown() ? QString::fromStdString(person.phone) : maskedPhone(person.phone));
    row->setText(3, QString::fromStdString(index.divisions()[person.division].name));
    row->setText(4, exposedTableText(one.because));
    rows << row;
  }
  m_persons->addTopLevelItems(rows);
  m_persons_heading->setText(tr("Persons to call (%1)").arg(rows.size()));
  fitHeight(m_persons);
}

void ExposureView::retranslate() {
  m_ages_heading->setText(tr("People by age"));
  m_parts_heading->setText(tr("People by class"));
  m_buildings_heading->setText(tr("Buildings by structure and age"));
  m_roads_heading->setText(tr("Roads by class, km"));
  m_districts_heading->setText(tr("By district"));
  m_sites_heading->setText(tr("Sites"));
  m_needs_heading->setText(tr("Needs of relocated people"));
  m_persons_heading->setText(tr("Persons to call"));
  m_share_label->setText(tr("Relocated"));
  m_days_label->setText(tr("Days"));
  m_phones->setText(tr("Show telephone numbers whole"));
  const QStringList levels = {tr("By county"), tr("By town"), tr("By village")};
  for (int i = 0; i < levels.size(); ++i) m_level->setItemText(i, levels[i]);
  m_level->setAccessibleName(tr("Level of the districts"));
  m_districts->setHeaderLabels({tr("District"), tr("People"), tr("Households"), tr("Buildings"), tr("Roads, km"),
                                tr("Schools, hospitals, homes")});
  m_sites->setHeaderLabels({tr("What"), tr("Number"), tr("Of these")});
  m_needs->setHeaderLabels({tr("What"), tr("Amount"), tr("Norm and source")});
  m_persons->setHeaderLabels({tr("Role"), tr("Name"), tr("Phone"), tr("District"), tr("Because of")});
  m_districts->setAccessibleName(tr("By district"));
  m_sites->setAccessibleName(tr("Sites"));
  m_needs->setAccessibleName(tr("Needs of relocated people"));
  m_persons->setAccessibleName(tr("Persons to call"));
  m_ages->setTitle(tr("People by age"));
  m_parts->setTitle(tr("People by class"));
  m_buildings->setTitle(tr("Buildings by structure and age"));
  m_roads->setTitle(tr("Roads by class, km"));
  m_district_bars->setTitle(tr("By district"));
  for (Chart* chart : std::initializer_list<Chart*>{m_ages, m_parts, m_buildings, m_roads, m_district_bars})
    chart->setEmptyText(tr("None inside."));
  refresh();
}

void ExposureView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
