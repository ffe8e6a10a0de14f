// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seismic/scenario_page.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/charts/bar_chart.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/footprint/threatened.h"
#include "app/map/pick_tool.h"
#include "app/quake_report/quake_text.h"
#include "app/report/report_workbook.h"
#include "app/seismic/scenario_form.h"
#include "app/seismic/seismic_map.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "gis/geo/geodesic.h"

namespace app {

using namespace gis::seismic;

namespace {

constexpr int kSoonMs = 250;  // after the last key
constexpr int kLongMs = 700;  // computing so long is worth a way out

QLabel* heading(QVBoxLayout* column) {
  auto* label = new QLabel;
  label->setProperty("role", "heading");
  column->addWidget(label);
  return label;
}

QLabel* paragraph(QVBoxLayout* column, const char* role) {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setProperty("role", role);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(label);
  return label;
}

// The nearest point of all faults' vertices and segments to a place, in degrees scaled at its latitude.
struct OnFault {
  const Fault* fault = nullptr;
  gis::LonLat at;
  double dist_m = 0;
};
OnFault nearestFault(const std::vector<Fault>& faults, gis::LonLat place) {
  OnFault best;
  const double east = std::cos(place.lat_deg * 3.14159265358979 / 180);
  double least = std::numeric_limits<double>::infinity();
  for (const Fault& fault : faults)
    for (std::size_t i = 0; i + 1 < fault.line.size(); ++i) {
      const gis::LonLat a = fault.line[i], b = fault.line[i + 1];
      const double dx = (b.lon_deg - a.lon_deg) * east, dy = b.lat_deg - a.lat_deg;
      const double px = (place.lon_deg - a.lon_deg) * east, py = place.lat_deg - a.lat_deg;
      const double square = dx * dx + dy * dy;
      const double t = square > 0 ? std::clamp((px * dx + py * dy) / square, 0.0, 1.0) : 0;
      const double d = std::hypot(px - t * dx, py - t * dy);
      if (d >= least) continue;
      least = d;
      best = {&fault, {a.lon_deg + t * (b.lon_deg - a.lon_deg), a.lat_deg + t * (b.lat_deg - a.lat_deg)}, 0};
    }
  if (best.fault != nullptr) best.dist_m = gis::geodesicBetween(place, best.at).dist_m;
  return best;
}

}  // namespace

ScenarioPage::ScenarioPage(PanelContext& context, SeismicMap& map, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_map(map),
      m_slot(context.pools, Pool::kModels),
      m_write(context.pools, Pool::kIo),
      m_report(context.pools, Pool::kIo),
      m_form(new ScenarioForm),
      m_compute(new QPushButton),
      m_threatened(new QToolButton),
      m_fit(new QToolButton),
      m_keep(new QToolButton),
      m_save(new QToolButton),
      m_progress(new QProgressBar),
      m_results(new QWidget),
      m_zones(new QTableWidget),
      m_counties(new BarChart),
      m_chances(new BarChart),
      m_kept_list(new QComboBox),
      m_forget(new QToolButton) {
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  outer->addWidget(scroll);
  auto* inside = new QWidget;
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(12));
  column->setSpacing(dp(8));
  scroll->setWidget(inside);
  column->addWidget(m_form);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_compute, 1);
  for (QToolButton* button : {m_threatened, m_fit, m_keep, m_save}) {
    button->setAutoRaise(true);
    button->setIconSize(QSize(dp(18), dp(18)));
    buttons->addWidget(button);
  }
  column->addLayout(buttons);
  m_progress->setRange(0, 100);
  m_progress->setTextVisible(false);
  m_progress->setFixedHeight(dp(4));
  m_progress->hide();
  column->addWidget(m_progress);
  m_empty = paragraph(column, "second");

  auto* results = new QVBoxLayout(m_results);
  results->setContentsMargins(0, 0, 0, 0);
  results->setSpacing(dp(8));
  m_mark = paragraph(results, "second");
  auto* cards = new QGridLayout;
  cards->setHorizontalSpacing(dp(16));
  cards->setVerticalSpacing(dp(2));
  int row = 0;
  for (const auto& [title, value] : {std::pair{&m_deaths_title, &m_deaths}, std::pair{&m_injured_title, &m_injured},
                                     std::pair{&m_homeless_title, &m_homeless}, std::pair{&m_loss_title, &m_loss}}) {
    *title = new QLabel;
    (*title)->setProperty("role", "second");
    *value = new QLabel;
    (*value)->setProperty("role", "heading");
    (*value)->setWordWrap(true);
    (*value)->setTextInteractionFlags(Qt::TextSelectableByMouse);
    cards->addWidget(*title, row, 0, Qt::AlignTop);
    cards->addWidget(*value, row++, 1);
  }
  cards->setColumnStretch(1, 1);
  results->addLayout(cards);
  m_grading = paragraph(results, "");
  m_zones_title = heading(results);
  m_zones->verticalHeader()->hide();
  m_zones->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_zones->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_kept_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_kept_list->setMinimumContentsLength(8);
  m_zones->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_zones->setShowGrid(false);
  results->addWidget(m_zones);
  m_counties_title = heading(results);
  results->addWidget(m_counties);
  m_chances_title = heading(results);
  results->addWidget(m_chances);
  m_methods = paragraph(results, "second");
  m_sensitivity = paragraph(results, "");
  m_basis = paragraph(results, "faint");
  column->addWidget(m_results);
  m_results->hide();

  m_kept_title = heading(column);
  auto* kept = new QHBoxLayout;
  kept->addWidget(m_kept_list, 1);
  m_forget->setAutoRaise(true);
  kept->addWidget(m_forget);
  column->addLayout(kept);
  m_comparison = paragraph(column, "");
  column->addStretch();

  m_soon.setSingleShot(true);
  m_soon.setInterval(kSoonMs);
  connect(&m_soon, &QTimer::timeout, this, [this] { compute(Asked::kByTyping); });
  connect(m_form, &ScenarioForm::edited, this, [this] { m_soon.start(); });
  connect(m_form, &ScenarioForm::pickToggled, this, &ScenarioPage::pick);
  connect(m_form, &ScenarioForm::strikeOfFaultWanted, this, [this] { useFault(false); });
  connect(m_form, &ScenarioForm::epicentreOnFaultWanted, this, [this] { useFault(true); });
  connect(m_compute, &QPushButton::clicked, this, [this] {
    // Typing has begun it already, and a second click comes at once: neither is meant to stop it.
    if (!busy())
      compute(Asked::kByUser);
    else if (!m_long.isActive())
      m_slot.cancel();
  });
  m_long.setSingleShot(true);
  m_long.setInterval(kLongMs);
  connect(&m_long, &QTimer::timeout, this, [this] {
    if (busy()) m_compute->setText(tr("Cancel"));
  });
  connect(m_threatened, &QToolButton::clicked, this, &ScenarioPage::showWhatIsThreatened);
  connect(m_fit, &QToolButton::clicked, &m_map, &SeismicMap::fitScenario);
  connect(m_keep, &QToolButton::clicked, this, &ScenarioPage::keep);
  connect(m_save, &QToolButton::clicked, this, &ScenarioPage::chooseReport);
  connect(m_kept_list, &QComboBox::activated, this, &ScenarioPage::openKept);
  connect(m_forget, &QToolButton::clicked, this, &ScenarioPage::forget);
  retranslate();
}

ScenarioPage::~ScenarioPage() = default;

void ScenarioPage::reset() {
  m_soon.stop();
  m_long.stop();
  m_slot.drop();
  m_write.drop();
  m_report.drop();
  if (m_job) m_context.jobs.finish(*m_job, JobState::kCancelled);
  m_job.reset();
  m_cache = {};
  m_outcome.reset();
  m_fitted.reset();
  m_faults.clear();
  m_kept.clear();
  m_form->setMapCrs(m_context.document.mapCrs());
  showOutcome();
}

void ScenarioPage::setData(const SeismicData& book) {
  m_faults = book.faults;
  m_kept = book.scenarios;
  const QSignalBlocker quiet(m_kept_list);
  m_kept_list->clear();
  m_kept_list->addItem(m_kept.empty() ? tr("None kept yet") : tr("Choose one to open or to compare"));
  for (const KeptScenario& kept : m_kept)
    m_kept_list->addItem(QStringLiteral("%1  %2").arg(
        QString::fromStdString(kept.name),
        QDateTime::fromMSecsSinceEpoch(kept.at_utc_ms).toString(QStringLiteral("MM-dd HH:mm"))));
  m_kept_list->setEnabled(!m_kept.empty());
  m_forget->setEnabled(false);
  showComparison();
}

void ScenarioPage::setEpicentre(gis::LonLat epicentre) {
  m_form->setEpicentre(epicentre);
  compute(Asked::kByUser);
}

void ScenarioPage::compute(Asked asked) {
  m_soon.stop();
  if (!m_context.document.workspace()) return;
  const auto scenario = m_form->scenario();
  if (!scenario) {
    const bool waits = asked == Asked::kByTyping && scenario.error().detail == "no epicentre";
    return refuse(waits ? QString() : quakeErrorText(scenario.error()));
  }
  run(*scenario);
}

// Losses of another earthquake than the one in the fields would be taken for this one's, and reported.
void ScenarioPage::refuse(const QString& why) {
  m_slot.drop();
  m_long.stop();
  m_progress->hide();
  m_compute->setText(tr("Compute"));
  if (m_job) m_context.jobs.finish(*m_job, JobState::kCancelled);
  m_job.reset();
  m_outcome.reset();
  showOutcome();
  m_form->showError(why);
}

void ScenarioPage::run(const QuakeScenario& scenario) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_form->showError({});
  if (m_job) m_context.jobs.finish(*m_job, JobState::kCancelled);
  m_job = m_context.jobs.add([] { return ScenarioPage::tr("Computing the earthquake scenario"); },
                             [this] { m_slot.cancel(); });
  m_progress->setValue(0);
  m_progress->show();
  m_slot.ask([folder = workspace->folder, scenario, cache = m_cache](
                 const gis::CancelToken& cancel,
                 const gis::Progress& progress) { return runScenario(folder, scenario, cache, cancel, progress); },
             [this](gis::Result<ScenarioAnswer> answer) { accept(std::move(answer)); },
             [this, job = *m_job](double done) {
               m_context.jobs.setProgress(job, done);
               m_progress->setValue(static_cast<int>(100 * done));
             });
  m_compute->setText(tr("Compute"));
  m_long.start();
}

void ScenarioPage::accept(gis::Result<ScenarioAnswer> answer) {
  m_long.stop();
  m_progress->hide();
  m_compute->setText(tr("Compute"));
  if (m_job)
    m_context.jobs.finish(*m_job, answer                                              ? JobState::kDone
                                  : answer.error().code == gis::ErrorCode::kCancelled ? JobState::kCancelled
                                                                                      : JobState::kFailed);
  m_job.reset();
  if (!answer) {
    const bool refused = answer.error().code == gis::ErrorCode::kOutOfRange;
    const QString why = refused ? quakeErrorText(answer.error()) : QString();
    if (!refused) m_context.messages.add(std::move(answer.error()));
    return refuse(why);
  }
  m_cache = std::move(answer->cache);
  m_outcome = std::move(answer->outcome);
  showOutcome();
  // A bulletin may come from anywhere; who only corrects its magnitude keeps the view.
  if (m_fitted != m_outcome->scenario.epicentre) m_map.fitScenario();
  m_fitted = m_outcome->scenario.epicentre;
}

void ScenarioPage::showOutcome() {
  const bool open = m_context.document.workspace().has_value();
  m_compute->setEnabled(open);
  for (QToolButton* button : {m_threatened, m_fit, m_save}) button->setEnabled(m_outcome.has_value());
  m_keep->setEnabled(m_outcome && open && !m_context.document.workspace()->read_only_reason);
  m_results->setVisible(m_outcome.has_value());
  m_empty->setVisible(!m_outcome);
  m_empty->setText(open ? tr("Paste a bulletin, or give magnitude and epicentre: the zones of intensity, the people in "
                             "them, damage and losses are computed at once and marked as an estimate.")
                        : tr("Open a workspace to compute an earthquake scenario."));
  if (!m_outcome) {
    m_map.clearScenario();
    showComparison();
    return;
  }
  const QuakeOutcome& o = *m_outcome;
  m_map.showScenario(o.zones, o.scenario.epicentre, QStringLiteral("M%1").arg(o.scenario.surface_mag, 0, 'f', 1));
  m_mark->setText(tr("%1 · computed in %2 s").arg(estimateMark()).arg(o.took_ms / 1000, 0, 'f', 2));
  m_deaths->setText(bandText(o.assessment.deaths));
  m_injured->setText(bandText(o.assessment.injured));
  m_homeless->setText(bandText(o.assessment.homeless));
  m_loss->setText(yuanBandText(o.assessment.loss_yuan));
  m_grading->setText(gradingText(o));
  showZones();
  showCounties();
  std::vector<ChartBar> chances;
  for (std::size_t i = 0; i < o.assessment.death_chances.size(); ++i) {
    const double percent = 100 * o.assessment.death_chances[i];
    chances.push_back({deathClassText(i), {percent}, {}, QStringLiteral("%1 %").arg(percent, 0, 'f', 0)});
  }
  m_chances->setData(std::move(chances), {}, QStringLiteral("%"));
  m_methods->setText(tr("Yin 1991: %1\nMa and Xie 2000: %2\nPAGER China: %3")
                         .arg(bandText(o.assessment.deaths_yin), bandText(o.assessment.deaths_ma),
                              bandText(o.assessment.deaths_pager)));
  const auto line = [](double magnitude, const Assessment& a) {
    return tr("M%1: deaths %2, homeless %3").arg(magnitude, 0, 'f', 1).arg(bandText(a.deaths), bandText(a.homeless));
  };
  m_sensitivity->setText(tr("If the magnitude is off by 0.3:") + QLatin1Char('\n') + line(o.smaller_mag, o.smaller) +
                         QLatin1Char('\n') + line(o.larger_mag, o.larger));
  m_basis->setText(provenanceLines(o).join(QLatin1Char('\n')));
  showComparison();
}

void ScenarioPage::showZones() {
  const QuakeOutcome& o = *m_outcome;
  m_zones->setColumnCount(5);
  m_zones->setHorizontalHeaderLabels({tr("Degree"), tr("Axes km"), tr("People"), tr("Buildings"), tr("Severe m²")});
  m_zones->horizontalHeaderItem(1)->setToolTip(tr("Half axes of the zone, long and short"));
  m_zones->horizontalHeaderItem(4)->setToolTip(tr("Floor area severely damaged or destroyed"));
  for (int i = 1; i < 5; ++i) m_zones->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_zones->setRowCount(static_cast<int>(o.zones.size()));
  int row = 0;
  for (const Isoseismal& zone : o.zones) {
    const auto found = std::ranges::find(o.assessment.zones, zone.degree, &ZoneLoss::degree);
    const ZoneLoss none;
    const ZoneLoss& loss = found == o.assessment.zones.end() ? none : *found;
    double buildings = 0;
    for (const double n : loss.buildings) buildings += n;
    const QStringList cells = {QString::fromStdString(romanDegree(zone.degree)),
                               QStringLiteral("%1 / %2")
                                   .arg(zone.axes.long_km + zone.rupture_km / 2, 0, 'f', 1)
                                   .arg(zone.axes.short_km, 0, 'f', 1),
                               shortNumber(loss.people), shortNumber(buildings),
                               shortNumber(loss.damaged_m2[3] + loss.damaged_m2[4])};
    for (int i = 0; i < cells.size(); ++i) {
      auto* item = new QTableWidgetItem(cells[i]);
      if (i > 0) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      if (i == 0) item->setForeground(layers::zoneColour(zone.degree, m_context.document.theme()));
      m_zones->setItem(row, i, item);
    }
    ++row;
  }
  // A number with its end cut off is a wrong number: the table scrolls sideways before it cuts one.
  m_zones->setTextElideMode(Qt::ElideNone);
  m_zones->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_zones->resizeColumnsToContents();
  int height = m_zones->horizontalHeader()->sizeHint().height() + dp(4);
  for (int i = 0; i < row; ++i) height += m_zones->rowHeight(i);
  if (m_zones->horizontalHeader()->length() > m_zones->width())
    height += m_zones->horizontalScrollBar()->sizeHint().height();
  m_zones->setFixedHeight(height);
}

void ScenarioPage::showCounties() {
  const QuakeOutcome& o = *m_outcome;
  std::vector<ChartSeries> series;
  std::vector<int> degrees;
  for (const Isoseismal& zone : o.zones) {
    series.push_back({degreeText(zone.degree), layers::zoneColour(zone.degree, m_context.document.theme())});
    degrees.push_back(zone.degree);
  }
  std::vector<ChartBar> bars;
  for (const CountyLoss& county : o.assessment.counties) {
    ChartBar bar{QString::fromStdString(county.name), {}};
    double sum = 0;
    for (const int degree : degrees) {
      bar.values.push_back(county.people[static_cast<std::size_t>(degree - kLowestDegree)]);
      sum += bar.values.back();
    }
    if (sum > 0) bars.push_back(std::move(bar));
  }
  std::ranges::stable_sort(bars, std::greater(), [](const ChartBar& bar) {
    double sum = 0;
    for (const double v : bar.values) sum += v;
    return sum;
  });
  m_counties->setData(std::move(bars), std::move(series), tr("people"));
}

void ScenarioPage::showComparison() {
  const int index = m_kept_list->currentIndex() - 1;
  m_forget->setEnabled(index >= 0 && m_context.document.workspace() &&
                       !m_context.document.workspace()->read_only_reason);
  if (index < 0 || index >= static_cast<int>(m_kept.size()) || !m_outcome) {
    m_comparison->hide();
    return;
  }
  const auto json = nlohmann::json::parse(m_kept[static_cast<std::size_t>(index)].result, nullptr, false);
  const auto band = [&](const char* key) {
    Band found;
    if (json.is_object() && json.contains(key) && json[key].is_object())
      found = {json[key].value("low", 0.0), json[key].value("best", 0.0), json[key].value("high", 0.0)};
    return found;
  };
  const KeptScenario& kept = m_kept[static_cast<std::size_t>(index)];
  m_comparison->setText(tr("Kept “%1”: deaths %2, homeless %3, loss %4\nShown now: deaths %5, homeless %6, loss %7")
                            .arg(QString::fromStdString(kept.name), bandText(band("deaths")),
                                 bandText(band("homeless")), yuanBandText(band("loss_yuan")),
                                 bandText(m_outcome->assessment.deaths), bandText(m_outcome->assessment.homeless),
                                 yuanBandText(m_outcome->assessment.loss_yuan)));
  m_comparison->show();
}

void ScenarioPage::pick(bool on) {
  if (!on) return m_context.map.use_tool({});
  auto tool = std::make_unique<PickTool>();
  m_tool = tool.get();
  connect(tool.get(), &PickTool::picked, this, [this](gis::MapXY where) {
    if (const auto place = m_context.document.toLonLat(where)) setEpicentre(*place);
  });
  connect(tool.get(), &QObject::destroyed, m_form, [this] { m_form->setPicking(false); });
  tool->setHint(tr("Click the epicentre on the map."));
  m_context.map.use_tool(std::move(tool));
}

void ScenarioPage::stopPicking() {
  if (m_tool) m_context.map.use_tool({});
}

void ScenarioPage::useFault(bool move_epicentre) {
  const auto now = m_form->scenario();
  const auto centre = m_context.document.toLonLat(m_context.map.centre());
  if (!now && !centre) return;
  const gis::LonLat place = now ? now->epicentre : *centre;
  const OnFault near = nearestFault(m_faults, place);
  if (near.fault == nullptr) return m_context.map.say(tr("There is no fault in the register."));
  const QString name = QString::fromStdString(near.fault->name);
  m_form->setStrike(near.fault->strike_deg, name);
  if (move_epicentre) m_form->setEpicentre(near.at);
  m_context.map.say(tr("%1: strike %2°, %3 km away")
                        .arg(name)
                        .arg(near.fault->strike_deg, 0, 'f', 0)
                        .arg(near.dist_m / 1000, 0, 'f', 1));
  compute(Asked::kByUser);
}

void ScenarioPage::keep() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_outcome) return;
  QuakeOutcome outcome = *m_outcome;
  if (outcome.scenario.name.empty()) outcome.scenario.name = scenarioText(outcome.scenario).toStdString();
  m_write.ask([folder = workspace->folder, outcome = std::move(outcome), author = m_context.settings.author().name](
                  const gis::CancelToken&, const gis::Progress&) { return keepScenario(folder, outcome, author); },
              [this](gis::Result<SeismicData> book) {
                if (!book) return m_context.messages.add(std::move(book.error()));
                m_context.map.say(tr("The scenario is kept in the workspace."));
                emit dataRead(*book);
              });
}

void ScenarioPage::forget() {
  const auto& workspace = m_context.document.workspace();
  const int index = m_kept_list->currentIndex() - 1;
  if (!workspace || index < 0 || index >= static_cast<int>(m_kept.size())) return;
  m_write.ask([folder = workspace->folder, uuid = m_kept[static_cast<std::size_t>(index)].uuid](
                  const gis::CancelToken&, const gis::Progress&) { return forgetScenario(folder, uuid); },
              [this](gis::Result<SeismicData> book) {
                if (!book) return m_context.messages.add(std::move(book.error()));
                emit dataRead(*book);
              });
}

void ScenarioPage::openKept(int index) {
  if (index <= 0 || index > static_cast<int>(m_kept.size())) return showComparison();
  if (m_outcome && m_outcome->scenario.name != m_kept[static_cast<std::size_t>(index - 1)].name) {
    // Something else is shown: compare first; a second choice of the same opens it.
    if (m_comparison->isHidden() || m_comparison->property("kept").toInt() != index) {
      m_comparison->setProperty("kept", index);
      showComparison();
      return m_context.map.say(tr("Compared below; choose it once more to open it."));
    }
  }
  const auto scenario = scenarioFromJson(m_kept[static_cast<std::size_t>(index - 1)].parameters);
  if (!scenario) return m_context.messages.add(scenario.error());
  m_form->setScenario(*scenario);
  run(*scenario);
}

void ScenarioPage::showWhatIsThreatened() {
  if (!m_outcome) return;
  ThreatenedPlace place;
  for (const Isoseismal& zone : m_outcome->zones) {
    gis::FootprintShape shape;
    shape.kind = gis::ShapeKind::kArea;
    shape.lines = {zone.ring};
    place.footprint.classes.push_back({std::to_string(zone.degree), degreeText(zone.degree).toStdString(), {shape}});
  }
  std::ranges::stable_sort(place.footprint.classes, std::greater(),
                           [](const gis::FootprintClass& part) { return std::stoi(part.key); });
  if (place.footprint.classes.empty()) return m_context.map.say(tr("The scenario has no zone of degree VI or above."));
  place.footprint.named(scenarioText(m_outcome->scenario).toStdString());
  showThreatened(m_context, place);
}

void ScenarioPage::chooseReport() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_outcome) return;
  const QString suggested =
      QString::fromStdString((workspace->folder / "exports").string()) + QLatin1Char('/') +
      tr("earthquake-%1.xlsx").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmm")));
  const QString excel = tr("Excel file (*.xlsx)"), pdf = tr("PDF document (*.pdf)");
  QString filter = excel;
  QString name = QFileDialog::getSaveFileName(this, tr("Write the report"), suggested,
                                              excel + QStringLiteral(";;") + pdf, &filter);
  if (name.isEmpty()) return;
  if (filter == pdf && name.endsWith(QLatin1String(".xlsx"))) name = name.chopped(5) + QStringLiteral(".pdf");
  writeReport(std::filesystem::path(name.toStdString()));
}

void ScenarioPage::writeReport(const std::filesystem::path& file) {
  if (!m_outcome) return;
  const Report report = quakeReport(*m_outcome, m_context.document.cityName(), m_context.document.isDemo());
  m_report.ask([file, report](const gis::CancelToken&, const gis::Progress&) { return app::writeReport(file, report); },
               [this, file](gis::Result<void> written) {
                 if (!written) return m_context.messages.add(std::move(written.error()));
                 m_context.map.say(tr("Written: %1").arg(QString::fromStdString(file.string())));
               });
}

void ScenarioPage::retranslate() {
  m_form->retranslate();
  m_compute->setText(busy() && !m_long.isActive() ? tr("Cancel") : tr("Compute"));
  const auto button = [](QToolButton* made, const char* icon, const QString& text) {
    made->setIcon(themedIcon(QLatin1String(icon)));
    made->setToolTip(text);
    made->setAccessibleName(text);
  };
  button(m_threatened, "exposure", tr("What is threatened: people, houses, roads and whom to call, by degree"));
  button(m_fit, "full-view", tr("Show the whole scenario"));
  button(m_keep, "bookmark", tr("Keep the scenario in the workspace"));
  button(m_save, "file", tr("Write the report (Excel or PDF)"));
  button(m_forget, "trash", tr("Remove the kept scenario"));
  m_deaths_title->setText(tr("Deaths"));
  m_injured_title->setText(tr("Injured"));
  m_homeless_title->setText(tr("Homeless"));
  m_loss_title->setText(tr("Loss of buildings"));
  m_zones_title->setText(tr("Zones of intensity"));
  m_counties_title->setText(tr("People by county and degree"));
  m_chances_title->setText(tr("Chances by number of deaths"));
  m_kept_title->setText(tr("Kept scenarios"));
  m_counties->setTitle(m_counties_title->text());
  m_counties->setEmptyText(tr("Nobody lives in degree VI or above."));
  m_chances->setTitle(m_chances_title->text());
  m_kept_list->setAccessibleName(tr("Kept scenarios"));
  showOutcome();
}

}  // namespace app
