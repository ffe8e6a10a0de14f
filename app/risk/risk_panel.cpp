// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/risk/risk_panel.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "app/charts/bar_chart.h"
#include "app/charts/line_chart.h"
#include "app/charts/spider_chart.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/report/report_workbook.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

using namespace gis::risk;

namespace {

constexpr int kRow = Qt::UserRole;
const QString kLayerId = QStringLiteral("risk-room");
constexpr std::size_t kIndicators = kHazards + kExposures + kCapabilities;

// The table whose rows stand behind an indicator.
const char* tableOf(std::size_t indicator) {
  constexpr std::array kTables{"fire_risk_zone",
                               "geohazard_point",
                               "catchment",
                               "fault",
                               "historical_disaster",
                               "division_county",
                               "division_village",
                               "building",
                               "school",
                               "rescue_team",
                               "shelter",
                               "depot",
                               "depot",
                               "hospital",
                               "rescue_team",
                               "shelter",
                               "shelter"};
  return kTables[indicator];
}

}  // namespace

RiskPanel::RiskPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_slot(context.pools, Pool::kModels),
      m_write(context.pools, Pool::kIo),
      m_report(context.pools, Pool::kIo),
      m_level(new QComboBox),
      m_compute(new QPushButton),
      m_reset(new QPushButton),
      m_save(new QToolButton),
      m_on_map(new QToolButton),
      m_progress(new QProgressBar),
      m_empty(new QLabel),
      m_summary(new QLabel),
      m_district(new QLabel),
      m_indicators_title(new QLabel),
      m_trend_title(new QLabel),
      m_method(new QLabel),
      m_tabs(new QTabWidget),
      m_ranking(new QTreeWidget),
      m_spider(new SpiderChart),
      m_indicators(new BarChart),
      m_trend(new LineChart),
      m_weights(new QTableWidget) {
  makeWidgets();
  connect(m_compute, &QPushButton::clicked, this, [this] {
    if (busy())
      m_slot.cancel();
    else
      compute(KeepRun::kYes);
  });
  connect(m_level, &QComboBox::currentIndexChanged, this, [this] {
    if (!m_filling) compute(KeepRun::kNo);
  });
  connect(m_ranking, &QTreeWidget::currentItemChanged, this, [this] {
    showDistrict();
    publish();
  });
  connect(m_ranking, &QTreeWidget::itemActivated, this, [this] { m_tabs->setCurrentIndex(1); });
  connect(m_on_map, &QToolButton::toggled, this, &RiskPanel::publish);
  connect(m_save, &QToolButton::clicked, this, &RiskPanel::chooseReport);
  connect(m_weights, &QTableWidget::itemChanged, this, &RiskPanel::saveWeight);
  connect(m_reset, &QPushButton::clicked, this, &RiskPanel::resetWeights);
  connect(m_indicators, &Chart::activated, this, &RiskPanel::openRows);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) return reset();
    // The outlines may have been read only now.
    if ((change.properties & (MapChange::kContent | MapChange::kLoad)) && m_outcome && !m_layer) publish();
    if ((change.properties & MapChange::kTables) && isVisible() && m_outcome && !busy()) compute(KeepRun::kNo);
  });
  context.map.on_identify([this](gis::MapXY where) {
    if (!isVisible() || !m_layer || !m_outcome) return;
    const std::uint32_t feature = m_layer->districtAt(where);
    if (feature == layers::RiskLayer::kNone) return;
    for (const MapLayer& layer : m_context.document.layers()) {
      if (layer.table != "division" || !layer.columns || !layer.columns->features) continue;
      const std::int64_t fid = layer.columns->features->fid[feature];
      for (int i = 0; i < m_ranking->topLevelItemCount(); ++i) {
        const auto row = static_cast<std::size_t>(m_ranking->topLevelItem(i)->data(0, kRow).toInt());
        if (m_outcome->districts[row].fid == fid) m_ranking->setCurrentItem(m_ranking->topLevelItem(i));
      }
      return;
    }
  });
  retranslate();
}

RiskPanel::~RiskPanel() = default;

void RiskPanel::makeWidgets() {
  setMinimumWidth(dp(320));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  column->setSpacing(dp(8));
  auto* top = new QHBoxLayout;
  m_level->addItem(QString());
  m_level->addItem(QString());
  top->addWidget(m_level, 1);
  top->addWidget(m_compute);
  for (QToolButton* button : {m_on_map, m_save}) {
    button->setAutoRaise(true);
    button->setIconSize(QSize(dp(18), dp(18)));
    top->addWidget(button);
  }
  m_on_map->setCheckable(true);
  m_on_map->setChecked(true);
  column->addLayout(top);
  m_progress->setRange(0, 100);
  m_progress->setTextVisible(false);
  m_progress->setFixedHeight(dp(4));
  m_progress->hide();
  column->addWidget(m_progress);
  for (QLabel* label : {m_empty, m_summary, m_district, m_method}) label->setWordWrap(true);
  m_empty->setProperty("role", "second");
  m_empty->setAlignment(Qt::AlignTop);
  m_summary->setProperty("role", "second");
  column->addWidget(m_summary);
  column->addWidget(m_empty, 1);
  m_tabs->setDocumentMode(true);
  column->addWidget(m_tabs, 1);

  m_ranking->setRootIsDecorated(false);
  m_ranking->setUniformRowHeights(true);
  m_ranking->setAlternatingRowColors(true);
  m_tabs->addTab(m_ranking, QString());

  const auto scrolled = [this](auto fill) {
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inside = new QWidget;
    auto* page = new QVBoxLayout(inside);
    page->setContentsMargins(0, dp(8), 0, dp(8));
    page->setSpacing(dp(8));
    fill(page);
    page->addStretch();
    scroll->setWidget(inside);
    m_tabs->addTab(scroll, QString());
  };
  scrolled([this](QVBoxLayout* page) {
    m_district->setTextInteractionFlags(Qt::TextSelectableByMouse);
    page->addWidget(m_district);
    m_spider->setMinimumHeight(dp(230));
    page->addWidget(m_spider);
    m_indicators_title->setProperty("role", "heading");
    page->addWidget(m_indicators_title);
    page->addWidget(m_indicators);
    m_trend_title->setProperty("role", "heading");
    page->addWidget(m_trend_title);
    m_trend->setMinimumHeight(dp(150));
    page->addWidget(m_trend);
  });
  auto* weights = new QWidget;
  auto* page = new QVBoxLayout(weights);
  page->setContentsMargins(0, dp(8), 0, 0);
  m_weights->verticalHeader()->hide();
  m_weights->setShowGrid(false);
  page->addWidget(m_weights, 1);
  page->addWidget(m_reset, 0, Qt::AlignRight);
  m_tabs->addTab(weights, QString());
  scrolled([this](QVBoxLayout* method) {
    m_method->setTextInteractionFlags(Qt::TextSelectableByMouse);
    method->addWidget(m_method);
  });
}

bool RiskPanel::canEdit() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason;
}

int RiskPanel::chosen() const {
  const QTreeWidgetItem* item = m_ranking->currentItem();
  return item == nullptr || !m_outcome ? -1 : item->data(0, kRow).toInt();
}

void RiskPanel::reset() {
  m_slot.drop();
  m_write.drop();
  m_report.drop();
  if (m_job) m_context.jobs.finish(*m_job, JobState::kCancelled);
  m_job.reset();
  m_outcome.reset();
  m_layer.reset();
  refresh();
  if (isVisible()) compute(KeepRun::kNo);
}

void RiskPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!m_outcome && !busy()) compute(KeepRun::kNo);
}

void RiskPanel::compute(KeepRun keep) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return refresh();
  if (m_job) m_context.jobs.finish(*m_job, JobState::kCancelled);
  m_job = m_context.jobs.add([] { return RiskPanel::tr("Computing the risk of the districts"); },
                             [this] { m_slot.cancel(); });
  const RiskLevel level = m_level->currentIndex() == 1 ? RiskLevel::kTown : RiskLevel::kCounty;
  m_progress->setValue(0);
  m_progress->show();
  m_slot.ask([folder = workspace->place(), level, keep, author = m_context.settings.author().name](
                 const gis::CancelToken& cancel,
                 const gis::Progress& progress) { return runRisk(folder, level, keep, author, cancel, progress); },
             [this, keep](gis::Result<RiskOutcome> outcome) {
               m_progress->hide();
               if (m_job)
                 m_context.jobs.finish(*m_job, outcome ? JobState::kDone
                                               : outcome.error().code == gis::ErrorCode::kCancelled
                                                   ? JobState::kCancelled
                                                   : JobState::kFailed);
               m_job.reset();
               if (!outcome) {
                 m_context.messages.add(std::move(outcome.error()));
                 return refresh();
               }
               m_outcome = std::move(*outcome);
               if (keep == KeepRun::kYes) m_context.map.say(tr("The run is kept for the trend."));
               refresh();
             },
             [this, job = *m_job](double done) {
               m_context.jobs.setProgress(job, done);
               m_progress->setValue(static_cast<int>(100 * done));
             });
  m_compute->setText(tr("Cancel"));
}

void RiskPanel::refresh() {
  const bool open = m_context.document.workspace().has_value();
  m_compute->setText(busy() ? tr("Cancel") : tr("Compute"));
  m_compute->setEnabled(open);
  m_level->setEnabled(open);
  m_save->setEnabled(m_outcome.has_value());
  m_empty->setVisible(!m_outcome);
  m_tabs->setVisible(m_outcome.has_value());
  m_summary->setVisible(m_outcome.has_value());
  m_empty->setText(open ? busy() ? tr("Computing …")
                                 : tr("Compute compares all districts by hazard, exposure and capacity.")
                        : tr("Open a workspace to compare the risk of its districts."));
  if (m_outcome)
    m_summary->setText(
        tr("%1 districts, %2 s. Relative to each other; weights are defaults until local experts set them.")
            .arg(m_outcome->districts.size())
            .arg(m_outcome->took_ms / 1000, 0, 'f', 2));
  showRanking();
  showWeights();
  m_method->setText(riskMethodLines().join(QStringLiteral("\n\n")));
  showDistrict();
  publish();
}

void RiskPanel::showRanking() {
  const int before = chosen();
  const std::string code = before >= 0 && before < static_cast<int>(m_outcome->districts.size())
                               ? m_outcome->districts[static_cast<std::size_t>(before)].code
                               : std::string();
  const QSignalBlocker quiet(m_ranking);
  m_ranking->clear();
  if (!m_outcome) return;
  QList<QTreeWidgetItem*> items;
  QTreeWidgetItem* current = nullptr;
  for (std::size_t i = 0; i < m_outcome->districts.size(); ++i) {
    const District& d = m_outcome->districts[i];
    const RiskScore& s = m_outcome->scores[i];
    auto* item =
        new QTreeWidgetItem({QString::number(s.rank), QString::fromStdString(d.name),
                             QString::number(100 * s.risk, 'f', 1), riskGradeText(s.grade),
                             s.best_rank == s.worst_rank ? QString::number(s.rank)
                                                         : QStringLiteral("%1–%2").arg(s.best_rank).arg(s.worst_rank)});
    item->setData(0, kRow, static_cast<int>(i));
    item->setForeground(3, layers::riskColour(static_cast<int>(s.grade), m_context.document.theme()));
    if (m_outcome->level == RiskLevel::kTown) item->setToolTip(1, QString::fromStdString(d.parent_name));
    item->setToolTip(4, tr("Best and worst rank when any one weight is a fifth larger or smaller"));
    for (const int right : {0, 2, 4}) item->setTextAlignment(right, Qt::AlignRight | Qt::AlignVCenter);
    if (d.code == code) current = item;
    items << item;
  }
  std::ranges::stable_sort(items, {}, [&](const QTreeWidgetItem* item) {
    return m_outcome->scores[static_cast<std::size_t>(item->data(0, kRow).toInt())].rank;
  });
  m_ranking->addTopLevelItems(items);
  m_ranking->setCurrentItem(current != nullptr ? current : items.isEmpty() ? nullptr : items.front());
}

void RiskPanel::showDistrict() {
  const int row = chosen();
  if (row < 0) {
    m_district->clear();
    m_spider->setData({}, {});
    m_indicators->setData({});
    m_trend->setData({});
    return;
  }
  const auto i = static_cast<std::size_t>(row);
  const District& d = m_outcome->districts[i];
  const RiskScore& s = m_outcome->scores[i];
  m_district->setText(
      tr("%1: risk %2 of 100, %3, rank %4 of %5 (%6–%7 if a weight is off by a fifth). Capacity %8, %9.")
          .arg(QString::fromStdString(d.name))
          .arg(100 * s.risk, 0, 'f', 1)
          .arg(riskGradeText(s.grade))
          .arg(s.rank)
          .arg(m_outcome->districts.size())
          .arg(s.best_rank)
          .arg(s.worst_rank)
          .arg(s.capacity.total, 0, 'f', 2)
          .arg(capabilityGradeText(s.capacity_grade)));
  QStringList axes;
  ChartSpider own{QString::fromStdString(d.name), {}}, mean{tr("Mean"), {}};
  const auto spoke = [&](const QString& name, auto value) {
    axes << name;
    own.values.push_back(value(s));
    double sum = 0;
    for (const RiskScore& other : m_outcome->scores) sum += value(other);
    mean.values.push_back(sum / static_cast<double>(m_outcome->scores.size()));
  };
  for (std::size_t k = 0; k < kHazards; ++k)
    spoke(hazardText(static_cast<Hazard>(k)), [k](const RiskScore& x) { return x.hazard[k]; });
  spoke(tr("Exposure"), [](const RiskScore& x) { return x.exposure_index; });
  spoke(tr("Lack of capacity"), [](const RiskScore& x) { return 1 - x.capacity.total; });
  m_spider->setData(axes, {own, mean}, 1);

  std::vector<ChartBar> bars;
  for (std::size_t k = 0; k < kHazards; ++k)
    bars.push_back({hazardText(static_cast<Hazard>(k)),
                    {s.hazard[k]},
                    seriesColour(0),
                    QStringLiteral("%1 %2").arg(d.hazard[k], 0, 'g', 3).arg(hazardUnitText(static_cast<Hazard>(k)))});
  for (std::size_t k = 0; k < kExposures; ++k)
    bars.push_back(
        {exposureText(static_cast<Exposure>(k)),
         {s.exposure[k]},
         seriesColour(1),
         QStringLiteral("%1 %2").arg(d.exposure[k], 0, 'g', 4).arg(exposureUnitText(static_cast<Exposure>(k)))});
  std::array<double, kCapabilities> most{};
  for (const RiskScore& other : m_outcome->scores)
    for (std::size_t k = 0; k < kCapabilities; ++k) most[k] = std::max(most[k], other.capacity.indicators[k]);
  for (std::size_t k = 0; k < kCapabilities; ++k)
    bars.push_back({capabilityText(k),
                    {most[k] > 0 ? s.capacity.indicators[k] / most[k] : 0},
                    seriesColour(2),
                    k == 1 ? QString::number(s.capacity.indicators[k], 'f', 2)
                           : tr("%1 per 10,000").arg(s.capacity.indicators[k], 0, 'f', 1)});
  m_indicators->setData(std::move(bars));

  ChartLine risk{tr("Risk"), {}};
  for (auto run = m_outcome->runs.rbegin(); run != m_outcome->runs.rend(); ++run)
    if (const auto found = run->by_code.find(d.code); found != run->by_code.end())
      risk.points.push_back({static_cast<double>(run->at_utc_ms), 100 * found->second.risk});
  m_trend->setData(risk.points.size() < 2 ? std::vector<ChartLine>() : std::vector<ChartLine>{risk});
}

void RiskPanel::showWeights() {
  m_filling = true;
  const bool chinese = m_context.document.language().startsWith(QLatin1String("zh"));
  m_weights->setColumnCount(3);
  m_weights->setHorizontalHeaderLabels({tr("Weight"), tr("Value"), tr("Shipped")});
  const std::size_t rows = m_outcome ? m_outcome->parameters.size() : 0;
  m_weights->setRowCount(static_cast<int>(rows));
  for (std::size_t i = 0; i < rows; ++i) {
    const RiskParameter& p = m_outcome->parameters[i];
    const QStringList cells = {QString::fromStdString(chinese ? p.name_zh : p.name_en), QString::number(p.value),
                               QString::number(p.default_value)};
    for (int c = 0; c < 3; ++c) {
      auto* item = new QTableWidgetItem(cells[c]);
      item->setFlags(c == 1 && canEdit() ? item->flags() | Qt::ItemIsEditable : item->flags() & ~Qt::ItemIsEditable);
      if (c > 0) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      item->setToolTip(tr("Source: %1").arg(QString::fromStdString(p.figures_source)));
      if (c == 1 && p.value != p.default_value) {
        QFont bold = item->font();
        bold.setBold(true);
        item->setFont(bold);
      }
      m_weights->setItem(static_cast<int>(i), c, item);
    }
  }
  m_weights->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_weights->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_reset->setEnabled(canEdit());
  m_filling = false;
}

void RiskPanel::saveWeight(QTableWidgetItem* item) {
  if (m_filling || item->column() != 1 || !m_outcome) return;
  const RiskParameter& p = m_outcome->parameters[static_cast<std::size_t>(item->row())];
  bool number = false;
  const double value = item->text().toDouble(&number);
  if (!number || value < 0 || value > 1000) {
    m_context.map.say(tr("A weight is a number of 0 or more."));
    QMetaObject::invokeMethod(this, &RiskPanel::showWeights, Qt::QueuedConnection);
    return;
  }
  writeWeights({{p.uuid, value}}, tr("Weight of the risk index"));
}

void RiskPanel::resetWeights() {
  std::map<std::string, double> values;
  if (m_outcome)
    for (const RiskParameter& p : m_outcome->parameters)
      if (p.value != p.default_value) values[p.uuid] = p.default_value;
  if (values.empty()) return m_context.map.say(tr("All weights are as shipped."));
  writeWeights(std::move(values), tr("Weights of the risk index reset"));
}

void RiskPanel::writeWeights(std::map<std::string, double> values, const QString& title) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_write.ask([folder = workspace->place(), values = std::move(values), author = m_context.settings.author(),
               title = title.toStdString()](const gis::CancelToken&,
                                            const gis::Progress&) { return setWeights(folder, values, author, title); },
              [this](gis::Result<void> done) {
                if (!done) {
                  m_context.messages.add(std::move(done.error()));
                  return showWeights();
                }
                compute(KeepRun::kNo);
              });
}

void RiskPanel::publish() {
  if (m_publishing) return;
  m_publishing = true;
  MapDocument& document = m_context.document;
  const auto remove = [&] {
    m_layer.reset();
    if (document.find(kLayerId) != nullptr) document.removeLayer(kLayerId);
  };
  std::shared_ptr<const gis::MapColumns> columns;
  for (const MapLayer& layer : document.layers())
    if (layer.table == "division" && layer.columns && layer.columns->features) columns = layer.columns;
  if (!m_outcome || !m_on_map->isChecked() || !columns) {
    remove();
    m_publishing = false;
    return;
  }
  std::unordered_map<std::int64_t, std::size_t> by_fid;
  for (std::size_t i = 0; i < m_outcome->districts.size(); ++i) by_fid[m_outcome->districts[i].fid] = i;
  std::vector<layers::RiskDistrict> districts;
  std::uint32_t chosen_feature = layers::RiskLayer::kNone;
  const auto& fids = columns->features->fid;
  for (std::uint32_t feature = 0; feature < fids.size(); ++feature)
    if (const auto found = by_fid.find(fids[feature]); found != by_fid.end()) {
      const RiskScore& s = m_outcome->scores[found->second];
      districts.push_back(
          {feature, s.risk, static_cast<int>(s.grade), s.rank, m_outcome->districts[found->second].name});
      if (static_cast<int>(found->second) == chosen()) chosen_feature = feature;
    }
  if (districts.empty()) {
    remove();
    m_publishing = false;
    return;
  }
  m_layer = std::make_shared<const layers::RiskLayer>(columns, std::move(districts), chosen_feature);
  if (document.find(kLayerId) != nullptr) {
    document.setState(kLayerId, m_layer);
  } else {
    MapLayer layer;
    layer.id = kLayerId;
    layer.room = QStringLiteral("risk");
    layer.group = QStringLiteral("base");
    layer.title = {QStringLiteral("综合风险"), QStringLiteral("Composite risk")};
    layer.origin = LayerOrigin::kPlotting;
    layer.state = m_layer;
    layer.load = LoadState::kReady;
    document.addLayer(std::move(layer));
  }
  m_publishing = false;
}

void RiskPanel::openRows(int indicator) {
  if (indicator < 0 || static_cast<std::size_t>(indicator) >= kIndicators) return;
  m_context.map.show_table(QLatin1String(tableOf(static_cast<std::size_t>(indicator))));
}

void RiskPanel::chooseReport() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_outcome) return;
  const QString suggested =
      QString::fromStdString((workspace->folder / "exports").string()) + QLatin1Char('/') +
      tr("risk-%1.xlsx").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmm")));
  const QString excel = tr("Excel file (*.xlsx)"), pdf = tr("PDF document (*.pdf)");
  QString filter = excel;
  QString name = QFileDialog::getSaveFileName(this, tr("Write the report"), suggested,
                                              excel + QStringLiteral(";;") + pdf, &filter);
  if (name.isEmpty()) return;
  if (filter == pdf && name.endsWith(QLatin1String(".xlsx"))) name = name.chopped(5) + QStringLiteral(".pdf");
  writeReport(std::filesystem::path(name.toStdString()));
}

void RiskPanel::writeReport(const std::filesystem::path& file) {
  if (!m_outcome) return;
  const Report report = riskReport(*m_outcome, m_context.document.cityName(), m_context.document.isDemo());
  m_report.ask([file, report](const gis::CancelToken&, const gis::Progress&) { return app::writeReport(file, report); },
               [this, file](gis::Result<void> written) {
                 if (!written) return m_context.messages.add(std::move(written.error()));
                 m_context.map.say(tr("Written: %1").arg(QString::fromStdString(file.string())));
               });
}

void RiskPanel::retranslate() {
  setWindowTitle(tr("District risk"));
  m_filling = true;
  m_level->setItemText(0, tr("Counties"));
  m_level->setItemText(1, tr("Townships"));
  m_level->setAccessibleName(tr("Districts compared"));
  m_filling = false;
  const QStringList names = {tr("Ranking"), tr("District"), tr("Weights"), tr("Method")};
  for (int i = 0; i < names.size(); ++i) m_tabs->setTabText(i, names[i]);
  m_ranking->setHeaderLabels({tr("Rank"), tr("District"), tr("Risk"), tr("Level"), tr("±20%")});
  m_ranking->header()->setStretchLastSection(false);
  m_ranking->header()->setMinimumSectionSize(dp(52));  // the name stays legible however much the others take
  m_ranking->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_ranking->header()->setSectionResizeMode(1, QHeaderView::Stretch);
  m_ranking->setAccessibleName(tr("Ranking"));
  m_ranking->headerItem()->setToolTip(4, tr("Best and worst rank when any one weight is a fifth larger or smaller"));
  const auto button = [](QToolButton* made, const char* icon, const QString& text) {
    made->setIcon(themedIcon(QLatin1String(icon)));
    made->setToolTip(text);
    made->setAccessibleName(text);
  };
  button(m_on_map, "layers", tr("Tint the map"));
  button(m_save, "file", tr("Write the report (Excel or PDF)"));
  m_reset->setText(tr("Reset all"));
  m_indicators_title->setText(tr("Indicators (click: the rows behind it)"));
  m_trend_title->setText(tr("Trend"));
  m_spider->setTitle(tr("Profile"));
  m_spider->setEmptyText(tr("Choose a district in the ranking."));
  m_indicators->setTitle(tr("Indicators"));
  m_trend->setTitle(tr("Trend"));
  m_trend->setEmptyText(tr("Two kept runs make a trend: compute again after the data have changed."));
  refresh();
}

void RiskPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
