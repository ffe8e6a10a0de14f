// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geology/rain_grade_page.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/footprint/threatened.h"
#include "app/geology/rain_warning.h"
#include "app/jobs/job_list.h"
#include "app/register/found_tree.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/moment_text.h"
#include "gis/geo/projector.h"
#include "gis/geology/geology_store.h"
#include "gis/store/workspace.h"
#include "layers/geology/rain_grade_layer.h"

namespace app {
namespace {

using gis::geology::RainLevel;

const QString kLayerId = QStringLiteral("geology-rain");
constexpr std::size_t kMostNotes = 6;
constexpr int kAntecedentDays = 3;
enum Column { kCounty, kDay, kBefore };

// Around a point, until somebody says another: no standard gives a number, and the register holds no outlines.
constexpr int kAssumedReachM = 200, kLeastReachM = 10, kMostReachM = 5000, kReachStepM = 50;

// Hollow: nothing is known.
QIcon disc(std::optional<RainLevel> level) {
  const int side = dp(11);
  QPixmap pixmap(side * 2, side * 2);
  pixmap.setDevicePixelRatio(2);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  const double line = level ? 0 : dp(1);
  if (level) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(layers::warningColour(*level));
  } else {
    painter.setPen(QPen(currentColours().text_second, line));
  }
  painter.drawEllipse(QRectF(line, line, side - 2 * line, side - 2 * line));
  return QIcon(pixmap);
}

enum class TypedRain { kFine, kNoNumber, kNegative, kTooMuch };

TypedRain typedRain(const QString& text, double most_mm) {
  if (text.isEmpty()) return TypedRain::kFine;
  bool number = false;
  const double rain_mm = text.toDouble(&number);
  return !number || !std::isfinite(rain_mm) ? TypedRain::kNoNumber
         : rain_mm < 0                      ? TypedRain::kNegative
         : rain_mm > most_mm                ? TypedRain::kTooMuch
                                            : TypedRain::kFine;
}

double mostTypedMm(int column) { return gis::geology::mostRainMm(column == kDay ? 24 : 24 * kAntecedentDays); }

bool anyKnown(const gis::geology::RainRoll& roll) {
  return std::ranges::any_of(roll.points, [](std::size_t count) { return count > 0; });
}

}  // namespace

RainGradePage::RainGradePage(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_file(new QPushButton),
      m_typed(new QPushButton),
      m_measured(new QPushButton),
      m_threatened(new QPushButton),
      m_reach(new QSpinBox),
      m_assumed(new QLabel),
      m_cancel(new QToolButton),
      m_counties(new QTableWidget),
      m_hint(new QLabel),
      m_summary(new QLabel),
      m_notes(new QLabel),
      m_raise(new RaiseWarningButton([this] { return m_run ? rainWarningDraft(*m_run) : std::nullopt; })),
      m_tree(new FoundTree(context)),
      m_slot(context.pools, Pool::kModels),
      m_names_slot(context.pools, Pool::kIo),
      m_measured_slot(context.pools, Pool::kModels) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(8), dp(8), dp(8), dp(6));
  column->setSpacing(dp(6));
  for (QLabel* label : {m_hint, m_summary, m_notes}) label->setWordWrap(true);
  m_hint->setProperty("role", "second");
  m_summary->setProperty("role", "heading");
  m_notes->setProperty("role", "faint");
  column->addWidget(m_hint);
  m_counties->setColumnCount(3);
  m_counties->verticalHeader()->hide();
  m_counties->setSelectionMode(QAbstractItemView::SingleSelection);
  m_counties->setTabKeyNavigation(false);
  m_counties->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  column->addWidget(m_counties, 1);
  column->addWidget(m_measured, 0, Qt::AlignLeft);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(dp(6));
  bar->addWidget(m_typed);
  bar->addWidget(m_file);
  bar->addStretch(1);
  m_cancel->setToolButtonStyle(Qt::ToolButtonTextOnly);
  bar->addWidget(m_cancel);
  column->addLayout(bar);
  column->addWidget(m_summary);
  column->addWidget(m_raise, 0, Qt::AlignLeft);
  column->addWidget(m_notes);
  auto* threatened = new QHBoxLayout;
  threatened->addWidget(m_threatened);
  threatened->addWidget(m_reach);
  threatened->addStretch(1);
  column->addLayout(threatened);
  column->addWidget(m_assumed);  // beside the box a narrow panel would leave it one word a line
  m_reach->setRange(kLeastReachM, kMostReachM);
  m_reach->setSingleStep(kReachStepM);
  m_reach->setValue(kAssumedReachM);
  m_assumed->setWordWrap(true);
  m_assumed->setProperty("role", "faint");
  column->addWidget(m_tree, 2);
  m_tree->setColumnCount(3);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_tree->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  connect(m_file, &QPushButton::clicked, this, &RainGradePage::chooseFile);
  connect(m_typed, &QPushButton::clicked, this, &RainGradePage::gradeTyped);
  connect(m_measured, &QPushButton::clicked, this, &RainGradePage::takeMeasured);
  connect(m_threatened, &QPushButton::clicked, this, &RainGradePage::askThreatened);
  connect(m_counties, &QTableWidget::itemChanged, this, [this] {
    m_from_gauges.reset();
    if (m_refused) showResult();
  });
  connect(m_cancel, &QToolButton::clicked, this, [this] { m_slot.cancel(); });
  connect(m_raise, &RaiseWarningButton::wanted, this,
          [this](const WarningDraft& draft) { WarningDesk::of(m_context.document).handOver(draft); });
  connect(m_tree, &FoundTree::rowWanted, this, &RainGradePage::rowWanted);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) reset();
    if (change.properties & MapChange::kLook) showResult();
  });
  retranslate();
}

RainGradePage::~RainGradePage() = default;

void RainGradePage::reset() {
  m_slot.drop(), m_names_slot.drop(), m_measured_slot.drop();
  m_run.reset(), m_error.reset(), m_from_gauges.reset();
  m_refused = false;
  m_names.clear();
  m_counties->setRowCount(0);
  if (isVisible()) readCounties();
  showResult();
}

void RainGradePage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_names.empty()) readCounties();
}

void RainGradePage::readCounties() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_names_slot.ask(
      [folder = workspace->folder](const gis::CancelToken&,
                                   const gis::Progress&) -> gis::Result<std::vector<gis::geology::DivisionName>> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        auto divisions = gis::geology::GeologyStore(opened->db()).divisions();
        if (!divisions) return std::unexpected(divisions.error());
        std::erase_if(*divisions, [](const gis::geology::DivisionName& division) { return division.level != 3; });
        return *divisions;
      },
      [this](gis::Result<std::vector<gis::geology::DivisionName>> names) {
        if (!names) {
          m_context.messages.add(std::move(names.error()));
          return;
        }
        m_names = std::move(*names);
        fillCounties();
      });
}

void RainGradePage::fillCounties() {
  const QSignalBlocker quiet(m_counties);  // only what a person types counts as typed
  const bool chinese = m_context.document.language().startsWith(QLatin1String("zh"));
  m_counties->setRowCount(static_cast<int>(m_names.size()));
  for (int row = 0; row < m_counties->rowCount(); ++row) {
    const gis::geology::DivisionName& division = m_names[static_cast<std::size_t>(row)];
    const std::string& name = chinese || division.name_en.empty() ? division.name : division.name_en;
    auto* item = new QTableWidgetItem(QString::fromStdString(name));
    item->setFlags(Qt::ItemIsEnabled);
    m_counties->setItem(row, kCounty, item);
    for (const int at : {kDay, kBefore})
      if (!m_counties->item(row, at)) {
        auto* cell = new QTableWidgetItem;
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_counties->setItem(row, at, cell);
      }
  }
  fitTable();
}

// All counties can be seen until there is a result to make room for.
void RainGradePage::fitTable() {
  const int rows_px = m_counties->horizontalHeader()->sizeHint().height() + m_counties->verticalHeader()->length() +
                      2 * m_counties->frameWidth() + dp(2);
  m_counties->setMaximumHeight(m_run ? std::min(dp(190), rows_px) : rows_px);
}

void RainGradePage::takeMeasured() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_measured_slot.busy()) return;
  m_measured_slot.ask([folder = workspace->folder](const gis::CancelToken& cancel,
                                                   const gis::Progress&) { return measuredRain(folder, cancel); },
                      [this](gis::Result<MeasuredRain> measured) {
                        m_measured->setEnabled(true);
                        if (!measured) return m_context.messages.add(std::move(measured.error()));
                        fillMeasured(*measured);
                      });
  m_measured->setEnabled(false);
}

void RainGradePage::fillMeasured(const MeasuredRain& measured) {
  {
    const QSignalBlocker quiet(m_counties);
    for (int row = 0; row < m_counties->rowCount() && !measured.counties.empty(); ++row) {
      const auto county = measured.counties.find(m_names[static_cast<std::size_t>(row)].code);
      const bool known = county != measured.counties.end();
      m_counties->item(row, kDay)->setText(known ? QString::number(county->second.day_mm, 'f', 1) : QString());
      m_counties->item(row, kBefore)->setText(known ? QString::number(county->second.before_mm, 'f', 1) : QString());
    }
  }
  m_counties->viewport()->update();
  m_run.reset(), m_error.reset();
  m_refused = false;
  m_from_gauges = measured;
  showResult();
}

// What is typed and is no rain, in words; its cells are marked, all others are not.
QStringList RainGradePage::markWrongCells() {
  const QSignalBlocker quiet(m_counties);
  QStringList wrong;
  for (int row = 0; row < m_counties->rowCount(); ++row)
    for (const int column : {kDay, kBefore}) {
      QTableWidgetItem* item = m_counties->item(row, column);
      const QString text = item->text().trimmed(), county = m_counties->item(row, kCounty)->text();
      QString why;
      switch (typedRain(text, mostTypedMm(column))) {
        case TypedRain::kNoNumber:
          why = tr("%1: “%2” is no number").arg(county, text);
          break;
        case TypedRain::kNegative:
          why = tr("%1: %2 mm is negative").arg(county, text);
          break;
        case TypedRain::kTooMuch:
          why = tr("%1: %2 mm is more than was ever measured (%3 mm)").arg(county, text).arg(mostTypedMm(column));
          break;
        case TypedRain::kFine:
          break;
      }
      item->setToolTip(why);
      QColor mark = currentColours().danger;
      mark.setAlphaF(0.35F);
      item->setBackground(why.isEmpty() ? QBrush() : QBrush(mark));
      if (!why.isEmpty()) wrong << why;
    }
  // The colour of the selection would hide the mark of the very cell that is named.
  if (!wrong.isEmpty()) m_counties->clearSelection();
  m_counties->viewport()->update();
  return wrong;
}

void RainGradePage::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Rain to grade by"), m_context.settings.filesFolder());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({tr("Rain (*.csv *.txt *.tsv *.tif *.tiff *.nc *.grb *.grb2)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    m_context.settings.setFilesFolder(QFileInfo(file).absolutePath());
    gis::geology::RainRequest request;
    request.file = file.toStdString();
    grade(std::move(request), QFileInfo(file).fileName());
  });
  dialog->open();
}

void RainGradePage::gradeTyped() {
  m_refused = !markWrongCells().isEmpty();
  if (m_refused) {
    m_run.reset(), m_error.reset();
    return showResult();
  }
  std::string table = "division,hours,days_ago,rain_mm\n";
  bool any = false;
  for (int row = 0; row < m_counties->rowCount(); ++row) {
    const std::string code = m_names[static_cast<std::size_t>(row)].code;
    const QString day = m_counties->item(row, kDay)->text().trimmed(),
                  before = m_counties->item(row, kBefore)->text().trimmed();
    if (!day.isEmpty()) table += code + ",24,," + day.toStdString() + "\n", any = true;
    if (before.isEmpty()) continue;
    for (int ago = 1; ago <= kAntecedentDays; ++ago)
      table += code + ",," + std::to_string(ago) + "," + std::to_string(before.toDouble() / kAntecedentDays) + "\n";
  }
  if (!any) {
    m_error = gis::Error{gis::ErrorCode::kNoData, tr("rain").toStdString(), {}, {}};
    m_run.reset();
    showResult();
    m_summary->setText(tr("Type the rain of the last 24 hours for at least one county."));
    return;
  }
  gis::geology::RainRequest request;
  request.table = table;
  grade(std::move(request),
        m_from_gauges && !m_from_gauges->counties.empty()
            ? tr("highest gauge of each county, as of %1").arg(beijingTimeText(m_from_gauges->as_of_utc_ms))
            : tr("typed by county"));
}

void RainGradePage::grade(gis::geology::RainRequest request, const QString& what) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_what = what;
  m_refused = false;
  m_error.reset();
  m_done_ratio = 0;
  if (m_slot.busy()) m_context.jobs.finish(m_job, JobState::kCancelled);
  m_job = m_context.jobs.add([] { return tr("Grading hazard points by rain"); }, [this] { m_slot.cancel(); });
  m_slot.ask(
      [folder = workspace->folder, map_crs = m_context.document.mapCrs(), request = std::move(request)](
          const gis::CancelToken& cancel, const gis::Progress& progress) -> gis::Result<Graded> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        auto run = gis::geology::runRainGrading(opened->db(), map_crs, request, cancel, progress);
        if (!run) return std::unexpected(run.error());
        const auto projector = gis::Projector::create("EPSG:4490", map_crs);
        if (!projector) return std::unexpected(projector.error());
        auto layer = std::make_shared<const layers::RainGradeLayer>(*run, *projector);
        return Graded{std::move(*run), std::move(layer)};
      },
      [this](gis::Result<Graded> result) { graded(std::move(result)); },
      [this](double done_ratio) {
        m_done_ratio = done_ratio;
        m_context.jobs.setProgress(m_job, done_ratio);
        showResult();
      });
  showResult();
}

void RainGradePage::graded(gis::Result<Graded> result) {
  if (!result) {
    const bool cancelled = result.error().code == gis::ErrorCode::kCancelled;
    m_context.jobs.finish(m_job, cancelled ? JobState::kCancelled : JobState::kFailed);
    if (!cancelled) m_error = std::move(result.error());
    showResult();
    return;
  }
  m_context.jobs.finish(m_job, JobState::kDone);
  m_run = std::move(result->run);
  MapDocument& document = m_context.document;
  if (document.find(kLayerId) == nullptr) {
    MapLayer layer;
    layer.id = kLayerId;
    layer.room = QStringLiteral("geology");
    layer.group = QStringLiteral("geology");
    layer.title = {QStringLiteral("地质灾害气象风险"), QStringLiteral("Rain risk of geological hazards")};
    layer.origin = LayerOrigin::kPlotting;
    layer.state = result->layer;
    layer.load = LoadState::kReady;
    document.addLayer(std::move(layer));
  } else {
    document.setState(kLayerId, result->layer);
  }
  showResult();
}

std::map<std::string, RainLevel> RainGradePage::levels() const {
  std::map<std::string, RainLevel> levels;
  if (m_run)
    for (std::size_t i = 0; i < m_run->points.size(); ++i)
      levels[m_run->points[i].code] = m_run->grading.points[i].level;
  return levels;
}

QString RainGradePage::measuredText(const MeasuredRain& measured) {
  if (!measured.counties.empty()) {
    int gauges = 0;
    for (const auto& [code, county] : measured.counties) gauges += county.gauges;
    return tr("Filled in: the highest gauge of each county, %1 gauges of %2 counties, as of %3. Check it, then "
              "“Grade”.")
        .arg(gauges)
        .arg(measured.counties.size())
        .arg(beijingTimeText(measured.as_of_utc_ms));
  }
  return measured.latest_utc_ms
             ? tr("No rain gauge has reported within the last day; the latest reading of all is of %1.")
                   .arg(beijingTimeText(*measured.latest_utc_ms))
             : tr("There are no readings yet. Import them in “Floods and drought”, “Rain”.");
}

void RainGradePage::showWarnings() {
  QStringList notes;
  if (m_run) {
    notes << tr("Rain: %1, %2 hours%3.")
                 .arg(m_what)
                 .arg(m_run->hours)
                 .arg(m_run->stations > 0 ? tr(", %1 stations or divisions").arg(m_run->stations) : QString());
    for (std::size_t i = 0; i < std::min(kMostNotes, m_run->warnings.size()); ++i)
      notes << rainWarningText(m_run->warnings[i]);
    if (m_run->warnings.size() > kMostNotes) notes << tr("and %1 more").arg(m_run->warnings.size() - kMostNotes);
    QStringList unsure;
    for (const gis::geology::RainRule& rule : m_run->rules)
      if (rule.confidence != "S") unsure << QString::fromStdString(rule.name);
    if (!unsure.isEmpty())
      notes << tr("Thresholds to be verified before use: %1. Change them in Registers › Rain thresholds.")
                   .arg(unsure.join(QStringLiteral("、")));
  }
  m_notes->setText(notes.join(QLatin1Char('\n')));
  m_notes->setVisible(!notes.isEmpty());
}

void RainGradePage::showResult() {
  const bool workspace = m_context.document.workspace().has_value();
  m_typed->setEnabled(workspace && !m_slot.busy());
  m_file->setEnabled(workspace && !m_slot.busy());
  m_measured->setEnabled(workspace && !m_slot.busy() && !m_measured_slot.busy());
  m_cancel->setVisible(m_slot.busy());
  m_tree->clear();
  m_tree->setVisible(m_run && !m_slot.busy());
  showReach(false);
  fitTable();
  showWarnings();
  if (m_slot.busy())
    m_raise->hide();
  else
    m_raise->refresh();
  if (m_slot.busy()) {
    m_summary->setText(tr("Grading… %1%").arg(std::lround(m_done_ratio * 100)));
    return;
  }
  if (m_error) {
    m_summary->setText(rainErrorText(*m_error));
    return;
  }
  if (m_refused) {
    const QStringList wrong = markWrongCells();
    m_refused = !wrong.isEmpty();
    m_summary->setText(m_refused ? tr("Not graded. Mend the marked cells: %1.").arg(wrong.join(tr("; "))) : QString());
    return;
  }
  if (!m_run) {
    m_summary->setText(m_from_gauges ? measuredText(*m_from_gauges) : QString());
    return;
  }
  std::size_t counts[5] = {}, unknown = 0;
  for (const gis::geology::RainGrade& grade : m_run->grading.points)
    grade.known ? ++counts[static_cast<std::size_t>(grade.level)] : ++unknown;
  m_summary->setText(tr("Red %1 · orange %2 · yellow %3 · blue %4 points")
                         .arg(counts[4])
                         .arg(counts[3])
                         .arg(counts[2])
                         .arg(counts[1]) +
                     (unknown > 0 ? tr("; %1 without rain known").arg(unknown) : QString()));
  showReach(counts[2] + counts[3] + counts[4] > 0);
  for (const gis::geology::RainRoll& county : m_run->grading.counties) addCounty(county);
}

void RainGradePage::addCounty(const gis::geology::RainRoll& county) {
  const bool chinese = m_context.document.language().startsWith(QLatin1String("zh"));
  const auto name = m_run->divisions.find(county.code + "000000");
  const std::string text = name == m_run->divisions.end()            ? county.code
                           : chinese || name->second.name_en.empty() ? name->second.name
                                                                     : name->second.name_en;
  // Points of which no rain is known are not in danger of nothing.
  const bool known = anyKnown(county);
  QTreeWidgetItem* top = m_tree->addRow(
      nullptr,
      {QString::fromStdString(text), known ? rainLevelText(county.level) : tr("Rain unknown"),
       known ? tr("%1 people").arg(QLocale(QLocale::English).toString(static_cast<qlonglong>(county.people_warned)))
             : QStringLiteral("—")});
  top->setIcon(1, disc(known ? std::optional(county.level) : std::nullopt));
  if (known && county.unknown > 0) top->setToolTip(1, tr("%1 points without rain known").arg(county.unknown));
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < m_run->points.size(); ++i)
    if (m_run->points[i].division_code.starts_with(county.code) && m_run->grading.points[i].known &&
        m_run->grading.points[i].level != RainLevel::kNone)
      order.push_back(i);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const auto &x = m_run->grading.points[a], &y = m_run->grading.points[b];
    return x.level != y.level ? x.level > y.level : x.verdict.ratio > y.verdict.ratio;
  });
  for (const std::size_t i : order) {
    const gis::geology::RainGrade& grade = m_run->grading.points[i];
    QTreeWidgetItem* row =
        m_tree->addRow(top, {QString::fromStdString(m_run->points[i].name), rainLevelText(grade.level),
                             tr("%1 people").arg(m_run->points[i].people)});
    row->setIcon(1, disc(grade.level));
    row->setToolTip(0, tr("%1: %2 mm in %3 h, blue from %4 mm")
                           .arg(QString::fromStdString(m_run->rules[grade.rule].name))
                           .arg(grade.verdict.rain_mm, 0, 'f', 1)
                           .arg(grade.verdict.duration_h, 0, 'f', 0)
                           .arg(grade.verdict.threshold_mm, 0, 'f', 1));
    m_tree->place(row, "geohazard_point", m_run->points[i].fid, m_run->points[i].where);
  }
}

void RainGradePage::showReach(bool on) {
  for (QWidget* widget : std::initializer_list<QWidget*>{m_threatened, m_reach, m_assumed}) widget->setVisible(on);
}

// Points and risk areas from yellow up: the areas as they are, a reach around each point, the gravest class first.
void RainGradePage::askThreatened() {
  if (!m_run) return;
  ThreatenedPlace place;
  for (const RainLevel level : {RainLevel::kRed, RainLevel::kOrange, RainLevel::kYellow}) {
    gis::FootprintClass graded{gis::geology::levelName(level), rainLevelText(level).toStdString(), {}};
    for (std::size_t i = 0; i < m_run->areas.size(); ++i) {
      if (!m_run->grading.areas[i].known || m_run->grading.areas[i].level != level) continue;
      gis::FootprintShape area;
      for (const auto& ring : m_run->areas[i].rings)
        if (ring.size() >= 3) area.lines.push_back(ring);
      if (!area.lines.empty()) graded.shapes.push_back(std::move(area));
    }
    gis::FootprintShape around;
    around.kind = gis::ShapeKind::kReach;
    around.reach_m = m_reach->value();
    for (std::size_t i = 0; i < m_run->points.size(); ++i)
      if (m_run->grading.points[i].known && m_run->grading.points[i].level == level)
        around.lines.push_back({m_run->points[i].where});
    if (!around.lines.empty()) graded.shapes.push_back(std::move(around));
    if (!graded.shapes.empty()) place.footprint.classes.push_back(std::move(graded));
  }
  if (place.footprint.classes.empty()) return;
  place.footprint.named(tr("risk areas and %1 m (assumed) around hazard points from yellow up; rain: %2")
                            .arg(m_reach->value())
                            .arg(m_what)
                            .toStdString());
  showThreatened(m_context, place);
}

void RainGradePage::retranslate() {
  m_hint->setText(
      tr("Type the rain by county, or open a file: a table of stations (.csv) or a grid (GeoTIFF, NetCDF)."));
  m_measured->setText(tr("Use the rain measured now"));
  m_measured->setToolTip(tr("Fills in the highest gauge of each county from the readings of “Floods and drought”"));
  m_threatened->setText(tr("What is threatened"));
  m_threatened->setToolTip(tr("People, houses, roads and whom to call at the points and areas from yellow up"));
  m_reach->setPrefix(tr("around points: "));
  m_reach->setSuffix(tr(" m"));
  m_reach->setAccessibleName(tr("How far around a hazard point people are asked for"));
  m_assumed->setText(tr("assumed, not from a standard"));
  m_counties->setHorizontalHeaderLabels({tr("County"), tr("Last 24 h, mm"), tr("3 days before, mm")});
  m_counties->setAccessibleName(tr("Rain by county"));
  m_typed->setText(tr("Grade"));
  m_file->setText(tr("Rain file…"));
  m_cancel->setText(tr("Cancel"));
  m_tree->setHeaderLabels({tr("County, point"), tr("Grade"), tr("Threatened")});
  fillCounties();
  showResult();
}

void RainGradePage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
