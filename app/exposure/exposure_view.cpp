// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exposure/exposure_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "app/charts/bar_chart.h"
#include "app/charts/figure_card.h"
#include "app/charts/ring_chart.h"
#include "app/exposure_report/exposure_report.h"
#include "app/exposure_report/exposure_text.h"
#include "app/settings/theme.h"

namespace app {
namespace {

constexpr std::size_t kDistrictBars = 14;
constexpr int kTreeRows = 8;
constexpr int kPersonsOpen = 12;  // so few are seen at once, more group by group

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

// A wheel over a table in the panel scrolls its rows, then the panel; never its columns, which would stay aside.
class RowsTree final : public QTreeWidget {
 protected:
  void wheelEvent(QWheelEvent* event) override {
    const QPoint by = event->angleDelta();
    if (std::abs(by.x()) > std::abs(by.y()) || verticalScrollBar()->maximum() == verticalScrollBar()->minimum())
      event->ignore();
    else
      QTreeWidget::wheelEvent(event);
  }
};

QTreeWidget* makeTree(int columns) {
  auto* tree = new RowsTree;
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

// Of a table that was filled anew; what was moved aside in the one before is not.
void fitHeight(QTreeWidget* tree, int needed_rows) {
  tree->horizontalScrollBar()->setValue(0);
  const int rows = std::clamp(needed_rows, 1, kTreeRows);
  tree->setFixedHeight(tree->header()->sizeHint().height() + rows * dp(26) + dp(16));
}

void fitHeight(QTreeWidget* tree) { fitHeight(tree, tree->topLevelItemCount()); }

// Are the classes counties, each asked by itself?
bool partsAreCounties(const gis::Exposure& exposure) {
  return exposure.by_centre && std::ranges::all_of(exposure.part_keys, [](const std::string& key) {
           return key.size() == 12 && key.ends_with("000000") &&
                  key.find_first_not_of("0123456789") == std::string::npos;
         });
}

}  // namespace

ExposureView::ExposureView(QWidget* parent)
    : QWidget(parent),
      m_question(heading()),
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
      m_persons(makeTree(4)),
      m_share(new QSpinBox),
      m_days(new QSpinBox),
      m_share_label(new QLabel),
      m_days_label(new QLabel),
      m_needs_hint(new QLabel),
      m_person_search(new QLineEdit),
      m_phones(new QCheckBox),
      m_provenance(new QLabel) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(4), dp(12), dp(12));
  column->setSpacing(dp(8));
  m_question->setWordWrap(true);
  m_question->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_remarks->setWordWrap(true);
  m_needs_hint->setWordWrap(true);
  m_needs_hint->setProperty("role", "second");
  m_persons->setRootIsDecorated(true);
  for (QTreeWidget* tree : {m_sites, m_needs}) tree->header()->setSectionResizeMode(2, QHeaderView::Stretch);
  m_persons->header()->setSectionResizeMode(3, QHeaderView::Stretch);
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
  m_share->setRange(0, 100);  // 0: not set, nothing is assumed
  m_share->setSuffix(QStringLiteral(" %"));
  m_days->setRange(1, 90);
  auto* needs_row = new QHBoxLayout;
  for (QWidget* widget : std::initializer_list<QWidget*>{m_share_label, m_share, m_days_label, m_days})
    needs_row->addWidget(widget);
  needs_row->addStretch();
  auto* districts_row = new QHBoxLayout;
  districts_row->addWidget(m_districts_heading, 1);
  districts_row->addWidget(m_level);
  column->addWidget(m_question);
  column->addWidget(m_remarks);
  column->addLayout(grid);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_persons_heading, m_person_search, m_persons, m_phones})
    column->addWidget(widget);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_parts_heading, m_parts, m_ages_heading, m_ages})
    column->addWidget(widget);
  column->addLayout(districts_row);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_district_bars, m_districts, m_buildings_heading, m_buildings, m_roads_heading,
                                       m_roads, m_sites_heading, m_sites, m_needs_heading})
    column->addWidget(widget);
  column->addLayout(needs_row);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_needs_hint, m_needs, m_provenance})
    column->addWidget(widget);
  column->addStretch();

  connect(m_parts, &Chart::activated, this, [this](int item) {
    emit rowsWanted(QStringLiteral("people"), -1, -1, m_part_order[static_cast<std::size_t>(item)], {});
  });
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
  connect(m_share, &QSpinBox::valueChanged, this, [this] {
    m_preset_people.reset();
    showNeeds();
  });
  connect(m_days, &QSpinBox::valueChanged, this, &ExposureView::showNeeds);
  connect(m_person_search, &QLineEdit::textChanged, this, &ExposureView::filterPersons);
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
bool ExposureView::phonesWholeInReport() const { return m_phones->isChecked(); }

std::int64_t ExposureView::needsPeople() const {
  if (!m_exposure) return 0;
  if (m_preset_people) return *m_preset_people;
  return static_cast<std::int64_t>(
      std::ceil(static_cast<double>(m_exposure->sum("people", "population")) * m_share->value() / 100));
}

std::vector<gis::ReliefNeed> ExposureView::needs() const {
  if (m_share->value() == 0) return {};
  const auto needs = gis::reliefNeeds(m_norms, needsPeople(), needsDays(), QDate::currentDate().month());
  return needs ? *needs : std::vector<gis::ReliefNeed>();
}

void ExposureView::show(std::shared_ptr<const gis::Exposure> exposure, const gis::CodeLists& codes,
                        const QString& language, const QStringList& provenance) {
  const bool another = exposure != m_exposure;
  m_exposure = std::move(exposure);
  if (another) presetShare();
  m_codes = codes;
  m_language = language;
  m_provenance_lines = provenance;
  refresh();
}

// A question that says itself who is to be moved at once (the flood's alarms) sets the share; others leave it as it was
// set by hand, or open: a share of all people inside would order tents for whole counties.
void ExposureView::presetShare() {
  const QSignalBlocker quiet(m_share);
  const auto move = std::ranges::find(m_exposure->part_keys, "move");
  if (move == m_exposure->part_keys.end()) {
    if (m_preset_people) m_share->setValue(0);
    m_preset_people.reset();
    return;
  }
  const auto part = static_cast<std::int32_t>(move - m_exposure->part_keys.begin());
  const auto all = static_cast<double>(m_exposure->sum("people", "population"));
  m_preset_people = m_exposure->sum("people", "population", {.part = part, .division = {}, .code = {}, .age_band = {}});
  m_share->setValue(all > 0 ? static_cast<int>(std::ceil(100 * static_cast<double>(*m_preset_people) / all)) : 0);
}

void ExposureView::refresh() {
  if (!m_exposure) return;
  m_question->setText(questionText(*m_exposure));
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
  const bool counties = partsAreCounties(e);
  m_parts_heading->setText(counties ? tr("People by county") : tr("People by class"));
  m_parts->setTitle(m_parts_heading->text());
  std::vector<std::int64_t> people;
  for (std::size_t i = 0; i < e.part_keys.size(); ++i)
    people.push_back(e.sum("people", "population",
                           {.part = static_cast<std::int32_t>(i), .division = {}, .code = {}, .age_band = {}}));
  m_part_order.resize(people.size());
  std::iota(m_part_order.begin(), m_part_order.end(), 0);
  const auto peopleOf = [&](int part) { return people[static_cast<std::size_t>(part)]; };
  // Classes keep their order, the worst first; counties stand as in the table below.
  if (counties) std::ranges::stable_sort(m_part_order, std::ranges::greater(), peopleOf);
  std::vector<ChartBar> parts;
  if (classes)
    for (const int part : m_part_order)
      parts.push_back({partText(e, static_cast<std::size_t>(part)), {real(peopleOf(part))}, {}, {}});
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
  struct Line {
    std::string code;
    std::int64_t people = 0, households = 0, houses = 0, sites = 0;
    double km = 0;
  };
  std::vector<Line> lines;
  std::vector<double> km;
  for (const std::string& code : e.divisions(digits())) {
    const gis::ExposureFilter filter{.part = {}, .division = code, .code = {}, .age_band = {}};
    km.push_back(e.lengthKm("road", filter));
    lines.push_back({code, e.sum("people", "population", filter), e.sum("people", "households", filter),
                     e.count("building", filter),
                     e.count("school", filter) + e.count("hospital", filter) + e.count("care_home", filter), 0});
  }
  const std::vector<double> rounded = kilometresThatAddUp(km);
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].km = rounded[i];
  // A neighbour of which only a bridge or a metre of road lies inside would be a row of zeros.
  std::erase_if(lines, [](const Line& line) {
    return line.people == 0 && line.households == 0 && line.houses == 0 && line.sites == 0 && !(line.km > 0);
  });
  std::ranges::stable_sort(
      lines, [](const Line& a, const Line& b) { return std::tie(a.people, a.houses) > std::tie(b.people, b.houses); });
  QList<QTreeWidgetItem*> rows;
  m_district_codes.clear();
  std::vector<ChartBar> bars;
  for (const Line& line : lines) {
    auto* row = new Row;
    row->setText(0, divisionText(e, line.code));
    row->setData(0, Qt::UserRole + 1, QString::fromStdString(line.code));
    const auto put = [&](int column, std::int64_t n) { row->number(column, static_cast<double>(n), whole(n)); };
    put(1, line.people);
    put(2, line.households);
    put(3, line.houses);
    row->number(4, line.km, QString::number(line.km, 'f', 1));
    put(5, line.sites);
    rows << row;
    if (line.people == 0 || bars.size() == kDistrictBars) continue;
    m_district_codes.push_back(line.code);
    bars.push_back({divisionText(e, line.code), {static_cast<double>(line.people)}, {}, whole(line.people)});
  }
  m_districts->addTopLevelItems(rows);
  fitHeight(m_districts);
  m_district_bars->setData(std::move(bars), {}, tr("people"));
}

void ExposureView::showSites() {
  const gis::Exposure& e = *m_exposure;
  m_sites->clear();
  for (const gis::TableExposure& table : e.tables) {
    if (table.table == "people" || table.table == "building" || table.table == "road") continue;
    const std::int64_t count = e.count(table.table);
    if (count == 0) continue;
    QStringList parts;
    for (const std::string& measure : e.index->find(table.table)->measures)
      parts << QStringLiteral("%1 %2").arg(measureText(measure), whole(e.sum(table.table, measure)));
    auto* row = new Row(m_sites);
    row->setText(0, exposedTableText(table.table));
    row->setData(0, Qt::UserRole + 1, QString::fromStdString(table.table));
    row->number(1, static_cast<double>(count), whole(count));
    row->setText(2, parts.join(QStringLiteral("，")));
    row->setToolTip(2, row->text(2));
  }
  m_sites->setVisible(m_sites->topLevelItemCount() > 0);
  m_sites_heading->setVisible(m_sites->topLevelItemCount() > 0);
  fitHeight(m_sites);
}

void ExposureView::showNeeds() {
  if (!m_exposure) return;
  m_needs->clear();
  const QString all = whole(m_exposure->sum("people", "population"));
  if (m_share->value() == 0)
    m_needs_hint->setText(tr("Set how many of the %1 people inside are relocated; nothing is assumed.").arg(all));
  else if (m_preset_people)
    m_needs_hint->setText(
        tr("%1 of the %2 people inside: those who are to move at once.").arg(whole(*m_preset_people), all));
  else
    m_needs_hint->setText(tr("%1 of the %2 people inside.").arg(whole(needsPeople()), all));
  m_needs->setVisible(m_share->value() > 0);
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

// By duty: who leads, who warns, who moves people; a caller looks for a duty, not for a row of a thousand.
void ExposureView::showPersons() {
  if (!m_exposure) return;
  m_persons->clear();
  const gis::ExposureIndex& index = *m_exposure->index;
  const bool zh = m_language.startsWith(QLatin1String("zh"));
  const auto roles = m_codes.find("code_role");
  std::map<std::pair<int, QString>, QList<QTreeWidgetItem*>> groups;
  for (const gis::ExposedPerson& one : gis::personsToCall(*m_exposure)) {
    const gis::ExposurePerson& person = index.persons()[one.person];
    QString role = QString::fromStdString(person.post);
    if (roles != m_codes.end())
      for (const gis::CodeEntry& entry : roles->second)
        if (entry.code == std::to_string(person.role))
          role = QString::fromStdString(zh ? entry.name_zh : entry.name_en);
    auto* row = new Row;
    row->setText(0, QString::fromStdString(person.name));
    row->setToolTip(0, QString::fromStdString(person.post));
    row->setText(1, QString::fromStdString(person.phone));
    row->setText(2, QString::fromStdString(index.divisions()[person.division].name));
    row->setText(3, exposedTableText(one.because));
    groups[{person.role, role}] << row;
  }
  qsizetype count = 0;
  for (const auto& [role, rows] : groups) {
    auto* group = new Row(m_persons);
    group->setText(0, QStringLiteral("%1（%2）").arg(role.second).arg(rows.size()));
    group->setFirstColumnSpanned(true);
    group->addChildren(rows);
    count += rows.size();
  }
  m_persons_heading->setText(tr("Persons to call (%1)").arg(count));
  m_person_search->setVisible(count > kPersonsOpen);
  fitHeight(m_persons, static_cast<int>(std::min<qsizetype>(count + m_persons->topLevelItemCount(), kTreeRows)));
  filterPersons();
}

void ExposureView::filterPersons() {
  const QString wanted = m_person_search->isHidden() ? QString() : m_person_search->text().trimmed();
  int count = 0;
  for (int g = 0; g < m_persons->topLevelItemCount(); ++g) count += m_persons->topLevelItem(g)->childCount();
  for (int g = 0; g < m_persons->topLevelItemCount(); ++g) {
    QTreeWidgetItem* group = m_persons->topLevelItem(g);
    bool any = false;
    for (int i = 0; i < group->childCount(); ++i) {
      QTreeWidgetItem* row = group->child(i);
      bool fits = wanted.isEmpty() || group->text(0).contains(wanted, Qt::CaseInsensitive) ||
                  row->toolTip(0).contains(wanted, Qt::CaseInsensitive);
      for (int column = 0; column < row->columnCount() && !fits; ++column)
        fits = row->text(column).contains(wanted, Qt::CaseInsensitive);
      row->setHidden(!fits);
      any |= fits;
    }
    group->setHidden(!any);
    group->setExpanded(!wanted.isEmpty() || count <= kPersonsOpen);
  }
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
  m_share->setSpecialValueText(tr("not set"));
  m_phones->setText(tr("Whole numbers in the report"));
  m_phones->setToolTip(tr("Reports and boards are seen by many: they show 138****5678 unless this is on"));
  m_person_search->setPlaceholderText(tr("Name, duty, place or number"));
  m_person_search->setAccessibleName(tr("Find a person to call"));
  const QStringList levels = {tr("By county"), tr("By town"), tr("By village")};
  for (int i = 0; i < levels.size(); ++i) m_level->setItemText(i, levels[i]);
  m_level->setAccessibleName(tr("Level of the districts"));
  m_districts->setHeaderLabels({tr("District"), tr("People"), tr("Households"), tr("Buildings"), tr("Roads, km"),
                                tr("Schools, hospitals, homes")});
  m_sites->setHeaderLabels({tr("What"), tr("Number"), tr("Of these")});
  m_needs->setHeaderLabels({tr("What"), tr("Amount"), tr("Norm and source")});
  m_persons->setHeaderLabels({tr("Name"), tr("Phone"), tr("District"), tr("Because of")});
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
