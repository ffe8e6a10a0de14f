// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seismic/fault_page.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/charts/chart.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/footprint/threatened.h"
#include "app/quake_report/quake_text.h"
#include "app/report/report_workbook.h"
#include "app/seismic/seismic_map.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "gis/seismic/avoidance.h"
#include "gis/store/workspace.h"

namespace app {

using namespace gis::seismic;

namespace {

constexpr int kFaultRow = Qt::UserRole;
constexpr int kMostShown = 2000;
constexpr double kFaultSpanM = 400;

void dress(QTreeWidget* view) {
  view->setRootIsDecorated(false);
  view->setUniformRowHeights(true);
  view->setAlternatingRowColors(true);
  view->setSelectionBehavior(QAbstractItemView::SelectRows);
}

}  // namespace

FaultPage::FaultPage(PanelContext& context, SeismicMap& map, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_map(map),
      m_slot(context.pools, Pool::kIo),
      m_report(context.pools, Pool::kIo),
      m_degree(new QComboBox),
      m_category(new QComboBox),
      m_distance(new QSpinBox),
      m_degree_title(new QLabel),
      m_category_title(new QLabel),
      m_distance_title(new QLabel),
      m_rule(new QLabel),
      m_sum(new QLabel),
      m_empty(new QLabel),
      m_faults_view(new QTreeWidget),
      m_buildings_view(new QTreeWidget),
      m_threatened(new QToolButton),
      m_save(new QToolButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(12));
  column->setSpacing(dp(8));
  column->addWidget(m_empty);
  column->addWidget(m_faults_view, 3);
  auto* grid = new QGridLayout;
  grid->setColumnStretch(1, 1);
  grid->setColumnStretch(3, 1);
  grid->addWidget(m_degree_title, 0, 0);
  grid->addWidget(m_degree, 0, 1);
  grid->addWidget(m_category_title, 0, 2);
  grid->addWidget(m_category, 0, 3);
  grid->addWidget(m_distance_title, 1, 0);
  grid->addWidget(m_distance, 1, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  for (QToolButton* button : {m_threatened, m_save}) {
    button->setAutoRaise(true);
    button->setIconSize(QSize(dp(18), dp(18)));
    buttons->addWidget(button);
  }
  grid->addLayout(buttons, 1, 2, 1, 2);
  column->addLayout(grid);
  for (QLabel* label : {m_rule, m_sum, m_empty}) label->setWordWrap(true);
  m_rule->setProperty("role", "second");
  m_empty->setProperty("role", "second");
  column->addWidget(m_rule);
  column->addWidget(m_sum);
  column->addWidget(m_buildings_view, 4);
  dress(m_faults_view);
  dress(m_buildings_view);
  for (int degree = 6; degree <= 9; ++degree) m_degree->addItem(QString(), degree);
  m_degree->setCurrentIndex(2);
  for (int i = 0; i < 4; ++i) m_category->addItem(QString());
  m_category->setCurrentIndex(2);
  m_distance->setRange(10, 5000);
  m_distance->setSingleStep(50);
  m_distance->setValue(100);
  m_distance->setKeyboardTracking(false);
  connect(m_faults_view, &QTreeWidget::currentItemChanged, this, &FaultPage::chooseFault);
  for (QComboBox* box : {m_degree, m_category})
    connect(box, &QComboBox::currentIndexChanged, this, &FaultPage::showRule);
  connect(m_distance, &QSpinBox::valueChanged, this, &FaultPage::showBuildings);
  connect(m_threatened, &QToolButton::clicked, this, &FaultPage::showWhatIsThreatened);
  connect(m_save, &QToolButton::clicked, this, &FaultPage::chooseReport);
  const auto go = [this](QTreeWidgetItem* item) {
    if (item == nullptr) return;
    const auto& building = m_buildings[static_cast<std::size_t>(item->data(0, kFaultRow).toInt())];
    const auto at = m_context.document.toMap(building.where);
    if (!at) return;
    m_context.map.fly_to(*at, kFaultSpanM);
    m_context.map.mark(*at);
  };
  connect(m_buildings_view, &QTreeWidget::itemClicked, this, go);
  connect(m_buildings_view, &QTreeWidget::itemActivated, this, go);
  retranslate();
}

void FaultPage::setData(const SeismicData& book) {
  m_faults = book.faults;
  showFaults();
}

void FaultPage::reset() {
  m_slot.drop();
  m_faults.clear();
  m_buildings.clear();
  showFaults();
  m_buildings_view->clear();
  m_sum->clear();
}

const Fault* FaultPage::chosen() const {
  const QTreeWidgetItem* item = m_faults_view->currentItem();
  const int row = item == nullptr ? -1 : item->data(0, kFaultRow).toInt();
  return row >= 0 && row < static_cast<int>(m_faults.size()) ? &m_faults[static_cast<std::size_t>(row)] : nullptr;
}

void FaultPage::showFaults() {
  const QSignalBlocker quiet(m_faults_view);
  const Fault* before = chosen();
  const std::string uuid = before != nullptr ? before->uuid : std::string();
  m_faults_view->clear();
  for (std::size_t i = 0; i < m_faults.size(); ++i) {
    const Fault& fault = m_faults[i];
    auto* item = new QTreeWidgetItem({QString::fromStdString(fault.name), ageText(fault.age), senseText(fault.sense),
                                      fault.slip_mm_per_a ? QString::number(*fault.slip_mm_per_a, 'f', 2) : tr("–"),
                                      QString::number(fault.length_m / 1000, 'f', 1)});
    item->setData(0, kFaultRow, static_cast<int>(i));
    item->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(4, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(0, QString::fromStdString(fault.name + "\n" + fault.figures_source));
    m_faults_view->addTopLevelItem(item);
    if (fault.uuid == uuid) m_faults_view->setCurrentItem(item);
  }
  m_empty->setVisible(m_faults.empty());
  m_faults_view->setVisible(!m_faults.empty());
  m_empty->setText(m_context.document.workspace()
                       ? tr("The register of faults is empty. Import lines into the table “Faults”.")
                       : tr("Open a workspace to see its faults."));
  showRule();
}

void FaultPage::chooseFault() {
  const Fault* fault = chosen();
  if (fault == nullptr) return;
  gis::MapBox box;
  for (const gis::LonLat& p : fault->line)
    if (const auto at = m_context.document.toMap(p)) box.add(*at);
  if (!box.empty()) m_context.map.show_box(box.grown(1500));
  showRule();
}

QString FaultPage::ruleText(const Fault& fault) const {
  const auto rule = faultAvoidance(m_degree->currentData().toInt(), fault.age,
                                   static_cast<BuildingCategory>(std::max(0, m_category->currentIndex())));
  if (!rule) return {};
  switch (rule->kind) {
    case Avoidance::kNotNeeded:
      return rule->reason == "degree" ? tr("Below degree VIII the code asks for no distance.")
                                      : tr("No activity in the Holocene: the code asks for no distance.");
    case Avoidance::kDistance:
      return tr("At least %1 m from the main trace.").arg(rule->dist_m, 0, 'f', 0);
    case Avoidance::kSpecialStudy:
      return tr("A special study is required.");
    case Avoidance::kNoDistance:
      return tr("The code gives no distance for minor buildings.");
  }
  return {};
}

void FaultPage::showRule() {
  const Fault* fault = chosen();
  m_threatened->setEnabled(fault != nullptr);
  if (fault == nullptr) {
    m_rule->setText(tr("Choose a fault to see what stands beside it."));
    m_map.showStrips({}, 0);
    return;
  }
  m_rule->setText(tr("%1: strike %2°, dip %3. %4 (GB 50011-2010 4.1.7, to be verified)")
                      .arg(QString::fromStdString(fault->name))
                      .arg(fault->strike_deg, 0, 'f', 0)
                      .arg(fault->dip_deg ? QStringLiteral("%1 %2°")
                                                .arg(QString::fromStdString(fault->dip_direction))
                                                .arg(*fault->dip_deg, 0, 'f', 0)
                                          : tr("not known"),
                           ruleText(*fault)));
  const auto rule = faultAvoidance(m_degree->currentData().toInt(), 1,
                                   static_cast<BuildingCategory>(std::max(0, m_category->currentIndex())));
  if (rule && rule->kind == Avoidance::kDistance && sender() != m_distance && sender() != m_faults_view) {
    const QSignalBlocker quiet(m_distance);
    m_distance->setValue(static_cast<int>(rule->dist_m));
  }
  showBuildings();
}

void FaultPage::showBuildings() {
  const auto& workspace = m_context.document.workspace();
  const Fault* fault = chosen();
  if (!workspace || fault == nullptr) return;
  m_map.showStrips({*fault}, m_distance->value());
  m_sum->setText(tr("Looking …"));
  m_slot.ask(
      [folder = workspace->folder, fault = *fault, dist_m = m_distance->value()](
          const gis::CancelToken& cancel, const gis::Progress&) -> gis::Result<std::vector<BuildingNearFault>> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        return FaultStore(opened->db()).buildingsNear(fault, dist_m, cancel);
      },
      [this](gis::Result<std::vector<BuildingNearFault>> found) {
        if (!found) {
          m_sum->setText(quakeErrorText(found.error()));
          return;
        }
        m_buildings = std::move(*found);
        m_buildings_view->clear();
        qint64 residents = 0, straddling = 0;
        QList<QTreeWidgetItem*> items;
        for (std::size_t i = 0; i < m_buildings.size(); ++i) {
          const BuildingNearFault& b = m_buildings[i];
          residents += b.residents;
          straddling += b.dist_m <= 0 ? 1 : 0;
          if (static_cast<int>(i) >= kMostShown) continue;
          auto* item = new QTreeWidgetItem({b.dist_m <= 0 ? tr("astride") : QString::number(b.dist_m, 'f', 0),
                                            QString::fromStdString(b.division_name), structureText(b.structure),
                                            QString::number(b.storeys), QString::number(b.residents)});
          for (const int right : {0, 3, 4}) item->setTextAlignment(right, Qt::AlignRight | Qt::AlignVCenter);
          item->setData(0, kFaultRow, static_cast<int>(i));
          items << item;
        }
        m_buildings_view->addTopLevelItems(items);
        m_sum->setText(m_buildings.empty() ? tr("No building stands within %1 m.").arg(m_distance->value())
                                           : tr("%1 buildings within %2 m, %3 residents; %4 astride the trace.")
                                                 .arg(m_buildings.size())
                                                 .arg(m_distance->value())
                                                 .arg(shortNumber(static_cast<double>(residents)))
                                                 .arg(straddling));
        m_save->setEnabled(!m_buildings.empty());
      });
}

void FaultPage::showWhatIsThreatened() {
  const Fault* fault = chosen();
  if (fault == nullptr) return;
  gis::FootprintShape strip;
  strip.kind = gis::ShapeKind::kReach;
  strip.lines = {fault->line};
  strip.reach_m = m_distance->value();
  ThreatenedPlace place;
  place.footprint.classes.push_back({std::string(), std::string(), {std::move(strip)}});
  place.footprint.named(
      tr("%1, %2 m on either side").arg(QString::fromStdString(fault->name)).arg(m_distance->value()).toStdString());
  showThreatened(m_context, place);
}

void FaultPage::chooseReport() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_buildings.empty()) return;
  const QString suggested = QString::fromStdString((workspace->folder / "exports").string()) + QLatin1Char('/') +
                            tr("buildings-near-fault.xlsx");
  const QString name =
      QFileDialog::getSaveFileName(this, tr("Write the list"), suggested,
                                   tr("Excel file (*.xlsx)") + QStringLiteral(";;") + tr("PDF document (*.pdf)"));
  if (!name.isEmpty()) writeReport(std::filesystem::path(name.toStdString()));
}

void FaultPage::writeReport(const std::filesystem::path& file) {
  const Fault* fault = chosen();
  if (fault == nullptr) return;
  Report report;
  report.title = tr("Buildings beside %1").arg(QString::fromStdString(fault->name));
  report.subtitle = m_context.document.cityName();
  if (m_context.document.isDemo()) report.mark = tr("Demo data");
  report.summary = {m_rule->text(), m_sum->text()};
  ReportTable table;
  table.title = tr("Buildings");
  table.columns = {{tr("Distance"), QStringLiteral("m"), 0},
                   {tr("Village")},
                   {tr("Structure")},
                   {tr("Storeys")},
                   {tr("Residents")},
                   {tr("Designed")},
                   {tr("Longitude"), {}, 6},
                   {tr("Latitude"), {}, 6}};
  for (const BuildingNearFault& b : m_buildings)
    table.rows.push_back({b.dist_m, QString::fromStdString(b.division_name), structureText(b.structure), b.storeys,
                          b.residents, b.seismic_designed ? tr("yes") : tr("no"), b.where.lon_deg, b.where.lat_deg});
  ReportSection section;
  section.tables = {std::move(table)};
  report.sections = {std::move(section)};
  report.provenance = {QString::fromStdString(fault->figures_source),
                       tr("Distance of a building's outline from the trace; GB 50011-2010 4.1.7, to be verified.")};
  m_report.ask([file, report](const gis::CancelToken&, const gis::Progress&) { return app::writeReport(file, report); },
               [this, file](gis::Result<void> written) {
                 if (!written) return m_context.messages.add(std::move(written.error()));
                 m_context.map.say(tr("Written: %1").arg(QString::fromStdString(file.string())));
               });
}

void FaultPage::retranslate() {
  m_faults_view->setHeaderLabels({tr("Fault"), tr("Age"), tr("Sense"), tr("mm/a"), tr("km")});
  m_buildings_view->setHeaderLabels({tr("m"), tr("Village"), tr("Structure"), tr("Storeys"), tr("Residents")});
  for (QTreeWidget* view : {m_faults_view, m_buildings_view}) {
    view->header()->setStretchLastSection(false);
    view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  }
  // Its name in full: a row is of no use without it, so the others scroll away first.
  m_buildings_view->header()->setSectionResizeMode(1, QHeaderView::Stretch);
  m_faults_view->setAccessibleName(tr("Faults"));
  m_buildings_view->setAccessibleName(tr("Buildings beside the fault"));
  m_degree_title->setText(tr("Fortified for"));
  m_category_title->setText(tr("Category"));
  m_distance_title->setText(tr("Within"));
  m_distance->setSuffix(tr(" m"));
  const QSignalBlocker quiet_degree(m_degree), quiet_category(m_category);
  for (int i = 0; i < m_degree->count(); ++i) m_degree->setItemText(i, degreeText(m_degree->itemData(i).toInt()));
  const QStringList categories = {tr("A special"), tr("B important"), tr("C usual"), tr("D minor")};
  for (int i = 0; i < 4; ++i) m_category->setItemText(i, categories[i]);
  m_threatened->setIcon(themedIcon(QStringLiteral("exposure")));
  m_threatened->setToolTip(tr("What is threatened within this distance: people, houses, roads and whom to call"));
  m_threatened->setAccessibleName(m_threatened->toolTip());
  m_save->setIcon(themedIcon(QStringLiteral("file")));
  m_save->setToolTip(tr("Write the list (Excel or PDF)"));
  m_save->setAccessibleName(m_save->toolTip());
  m_save->setEnabled(!m_buildings.empty());
  showFaults();
}

}  // namespace app
