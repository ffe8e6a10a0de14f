// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exposure/exposure_panel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/exposure/exposure_view.h"
#include "app/exposure_report/exposure_report.h"
#include "app/exposure_report/exposure_text.h"
#include "app/footprint/footprint_sketch.h"
#include "app/report/report_workbook.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/core/clock.h"
#include "gis/footprint/footprint_of_features.h"
#include "gis/geo/coordinate_text.h"
#include "gis/vector/find_within.h"

namespace app {
namespace {

struct Task {
  FootprintTask task;
  const char* icon;
};
constexpr Task kTasks[] = {{FootprintTask::kCircle, "plot-circle"},
                           {FootprintTask::kBox, "zoom-box"},
                           {FootprintTask::kPolygon, "area"},
                           {FootprintTask::kCorridor, "plot-line"}};

std::string tableOf(const QString& table) {
  return table == QLatin1String("people") ? "census_point" : table.toStdString();
}

}  // namespace

ExposurePanel::ExposurePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_load(context.pools, Pool::kIo),
      m_ask(context.pools, Pool::kModels),
      m_make(context.pools, Pool::kModels),
      m_report(context.pools, Pool::kIo),
      m_chosen(new QToolButton),
      m_save(new QToolButton),
      m_district(new QComboBox),
      m_width(new QSpinBox),
      m_centre(new QLineEdit),
      m_radius(new QDoubleSpinBox),
      m_go(new QToolButton),
      m_width_label(new QLabel),
      m_radius_label(new QLabel),
      m_state(new QLabel),
      m_scroll(new QScrollArea),
      m_view(new ExposureView) {
  makeWidgets();
  connect(m_chosen, &QToolButton::clicked, this, &ExposurePanel::askChosen);
  connect(m_save, &QToolButton::clicked, this, &ExposurePanel::chooseReport);
  connect(m_district, &QComboBox::activated, this, &ExposurePanel::askDistrict);
  connect(m_width, &QSpinBox::valueChanged, this, [this](int width_m) {
    if (m_tool) m_tool->setWidthM(width_m);
  });
  connect(m_radius, &QDoubleSpinBox::valueChanged, this, [this](double radius_km) {
    if (m_tool) m_tool->setRadiusTyped(radius_km > 0);
    refresh();
  });
  connect(m_centre, &QLineEdit::textChanged, this, &ExposurePanel::refresh);
  connect(m_centre, &QLineEdit::returnPressed, this, &ExposurePanel::askTyped);
  connect(m_go, &QToolButton::clicked, this, &ExposurePanel::askTyped);
  connect(m_view, &ExposureView::rowsWanted, this, &ExposurePanel::showRows);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) reset();
    if (change.properties & MapChange::kTables) m_index.reset();  // read anew with the next question
    if (change.properties & (MapChange::kChosen | MapChange::kLook)) refresh();
  });
  PlaceDesk::of(context.document).setAnswer([this](const ThreatenedPlace& place) { ask(place); });
  retranslate();
  loadIndex();
}

ExposurePanel::~ExposurePanel() { PlaceDesk::of(m_context.document).setAnswer({}); }

void ExposurePanel::makeWidgets() {
  setMinimumWidth(dp(340));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(8), 0, 0);
  column->setSpacing(dp(6));
  auto* tools = new QHBoxLayout;
  tools->setContentsMargins(dp(12), 0, dp(12), 0);
  tools->setSpacing(dp(2));
  const auto dress = [&](QToolButton* button) {
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize(QSize(dp(18), dp(18)));
    tools->addWidget(button);
  };
  for (const Task& task : kTasks) {
    auto* button = new QToolButton;
    button->setCheckable(true);
    dress(button);
    connect(button, &QToolButton::clicked, this, [this, task] { startTask(task.task); });
    m_tasks.push_back(button);
  }
  dress(m_chosen);
  tools->addStretch();
  dress(m_save);
  auto* typed = new QHBoxLayout;
  typed->setContentsMargins(dp(12), 0, dp(12), 0);
  typed->addWidget(m_centre, 1);
  typed->addWidget(m_radius_label);
  typed->addWidget(m_radius);
  typed->addWidget(m_go);
  m_radius->setRange(0, 500);  // 0: as it is dragged
  m_radius->setDecimals(1);
  m_radius->setSuffix(QStringLiteral(" km"));
  auto* second = new QHBoxLayout;
  second->setContentsMargins(dp(12), 0, dp(12), 0);
  second->addWidget(m_district, 1);
  second->addWidget(m_width_label);
  second->addWidget(m_width);
  m_width->setRange(10, 200'000);
  m_width->setValue(1000);
  m_width->setSuffix(QStringLiteral(" m"));
  m_width->setSingleStep(100);
  m_state->setWordWrap(true);
  m_state->setProperty("role", "second");
  m_state->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_state->setContentsMargins(dp(12), 0, dp(12), 0);
  // As wide as the panel, never wider: nothing scrolls sideways here.
  m_view->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_scroll->setWidget(m_view);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  column->addLayout(tools);
  column->addLayout(typed);
  column->addLayout(second);
  column->addWidget(m_state);
  column->addWidget(m_scroll, 1);
}

void ExposurePanel::reset() {
  m_load.drop();
  m_ask.drop();
  m_make.drop();
  m_report.drop();
  if (m_job) m_context.jobs.finish(*m_job, JobState::kCancelled);
  m_job.reset();
  m_index.reset();
  m_waiting.reset();
  m_place.reset();
  m_error.reset();
  m_put_away.reset();
  m_asked.reset();
  m_answered_utc_ms = 0;
  m_live = m_shown_live = false;
  const QSignalBlocker quiet(m_district);
  m_district->clear();
  retranslate();
  if (isVisible()) loadIndex();
}

void ExposurePanel::startTask(FootprintTask task) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_context.map.use_tool) return refresh();
  auto tool =
      std::make_unique<FootprintTool>(task, [this](gis::MapXY where) { return m_context.document.toLonLat(where); });
  tool->setWidthM(m_width->value());
  tool->setRadiusTyped(m_radius->value() > 0);
  connect(tool.get(), &FootprintTool::sketched, this, [this](const gis::Footprint& footprint, bool) {
    begin();
    askShape(footprint, true);
  });
  connect(tool.get(), &FootprintTool::centreClicked, this, &ExposurePanel::askCircle);
  connect(tool.get(), &FootprintTool::dropped, this, [this] { m_asked.reset(); });
  connect(tool.get(), &FootprintTool::widthChanged, this, [this](double width_m) {
    const QSignalBlocker quiet(m_width);
    m_width->setValue(static_cast<int>(std::lround(width_m)));
  });
  connect(tool.get(), &QObject::destroyed, this,
          [this] { QMetaObject::invokeMethod(this, &ExposurePanel::refresh, Qt::QueuedConnection); });
  m_tool = tool.get();
  m_shown_live = false;
  tool->setHint(task == FootprintTask::kCircle && m_radius->value() > 0
                    ? tr("Click the centre, or drag a circle; Esc drops it.")
                : task == FootprintTask::kCircle || task == FootprintTask::kBox
                    ? tr("Drag on the map; Esc drops it.")
                    : tr("Click corner by corner; double click or Enter ends, Backspace takes one back."));
  m_context.map.use_tool(std::move(tool));
  for (std::size_t i = 0; i < m_tasks.size(); ++i) m_tasks[i]->setChecked(kTasks[i].task == task);
  refresh();
}

void ExposurePanel::showSketch(const gis::Footprint& footprint) {
  if (!m_context.map.use_tool) return;
  MapSketch sketch = sketchOf(footprint, m_context.document);
  const gis::MapBox box = boxOf(sketch);
  hold(std::move(sketch));
  if (!box.empty() && m_context.map.show_box) m_context.map.show_box(box);
}

// On the map, under clicks that ask what is there.
void ExposurePanel::hold(MapSketch sketch) {
  auto tool = std::make_unique<FootprintTool>(FootprintTask::kShow,
                                              [this](gis::MapXY where) { return m_context.document.toLonLat(where); });
  tool->show(std::move(sketch));
  connect(tool.get(), &FootprintTool::passed, this, [this](gis::MapXY where) {
    if (!m_context.map.identify) return;
    m_passing = true;
    m_context.map.identify(where);
    m_passing = false;
  });
  connect(tool.get(), &FootprintTool::dropped, this, [this] { m_asked.reset(); });
  m_tool = tool.get();
  m_put_away.reset();
  m_context.map.use_tool(std::move(tool));
  for (QToolButton* button : m_tasks) button->setChecked(false);
}

void ExposurePanel::loadIndex() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_load.busy()) return;
  const int job = m_context.jobs.add([] { return ExposurePanel::tr("Reading the census for exposure analysis"); },
                                     [this] { m_load.cancel(); });
  m_job = job;
  m_load.ask(
      [folder = workspace->folder](const gis::CancelToken& cancel, const gis::Progress& progress)
          -> gis::Result<std::shared_ptr<const gis::ExposureIndex>> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        return gis::ExposureIndex::load(*opened, {}, cancel, progress);
      },
      [this, job](gis::Result<std::shared_ptr<const gis::ExposureIndex>> index) {
        m_context.jobs.finish(job, index                                              ? JobState::kDone
                                   : index.error().code == gis::ErrorCode::kCancelled ? JobState::kCancelled
                                                                                      : JobState::kFailed);
        m_job.reset();
        if (!index) {
          m_error = index.error();
          m_waiting.reset();
          m_place.reset();
          m_context.messages.add(std::move(index.error()));
          return refresh();
        }
        m_error.reset();
        m_index = *index;
        fillDistricts();
        askPlace();
        askNext();
      },
      [this, job](double done_ratio) { m_context.jobs.setProgress(job, done_ratio); });
  refresh();
}

void ExposurePanel::fillDistricts() {
  const QSignalBlocker quiet(m_district);
  const QString before = m_district->currentData().toString();
  m_district->clear();
  m_district->addItem(tr("A district …"), QString());
  m_district->addItem(tr("All counties, each by itself"), QStringLiteral("*"));
  for (const gis::ExposureDivision& division : m_index->divisions())
    if (division.code.size() == 12 && division.code.ends_with("000") && !division.code.ends_with("00000000")) {
      const bool town = !division.code.ends_with("000000");
      m_district->addItem((town ? QStringLiteral("　　") : QString()) + QString::fromStdString(division.name),
                          QString::fromStdString(division.code));
    }
  m_district->setCurrentIndex(std::max(0, m_district->findData(before)));
}

// Another question: what was asked before is not wanted any more, and the box of districts names no other place.
void ExposurePanel::begin(const QString& district_code) {
  m_make.drop();
  m_place.reset();
  m_waiting.reset();
  m_error.reset();
  const QSignalBlocker quiet(m_district);
  m_district->setCurrentIndex(std::max(0, m_district->findData(district_code)));
}

void ExposurePanel::ask(const gis::Footprint& footprint) { askShape(footprint, false); }

void ExposurePanel::askShape(const gis::Footprint& footprint, bool live) {
  // A shape that is drawn waits for its moment before; another question does not wait for the old one.
  if (!live) m_ask.drop();
  m_live = live;
  m_asked = footprint;
  m_waiting = footprint;
  askNext();
}

// Works the question's place out in the background, shows and asks it.
void ExposurePanel::make(std::function<gis::Result<gis::Footprint>()> work) {
  m_live = false;
  m_ask.drop();
  m_make.ask([work = std::move(work)](const gis::CancelToken&, const gis::Progress&) { return work(); },
             [this](gis::Result<gis::Footprint> footprint) {
               if (!footprint) {
                 m_error = footprint.error();
                 m_context.messages.add(std::move(footprint.error()));
                 return refresh();
               }
               showSketch(*footprint);
               askShape(*footprint, false);
             });
  refresh();
}

void ExposurePanel::askTyped() {
  if (!m_context.document.workspace() || m_centre->text().trimmed().isEmpty()) return;
  if (!(m_radius->value() > 0)) {
    m_radius->setFocus();
    return m_context.map.say(tr("Type the radius as well."));
  }
  const auto typed = gis::parseCoordinate(m_centre->text().toStdString(), m_context.document.mapCrs());
  if (!typed)
    return m_context.map.say(errorSentence(typed.error()) + QLatin1Char(' ') +
                             tr("Such as 113.11,36.19 or 36°11′N 113°07′E."));
  askCircle(typed->position);
  const auto at = m_context.document.toMap(typed->position);
  const double span_m = m_radius->value() * 1000;
  if (at && m_context.map.show_box)
    m_context.map.show_box({at->x_m - span_m, at->y_m - span_m, at->x_m + span_m, at->y_m + span_m});
}

void ExposurePanel::askCircle(gis::LonLat centre) {
  const auto footprint = gis::circleFootprint(centre, m_radius->value() * 1000);
  if (!footprint) return m_context.map.say(errorSentence(footprint.error()));
  begin();
  m_centre->setText(QStringLiteral("%1, %2").arg(centre.lon_deg, 0, 'f', 6).arg(centre.lat_deg, 0, 'f', 6));
  m_centre->setCursorPosition(0);
  // The tool stays for the next click.
  if (m_tool && m_tasks.front()->isChecked())
    m_tool->show(sketchOf(*footprint, m_context.document));
  else
    showSketch(*footprint);
  askShape(*footprint, false);
}

void ExposurePanel::ask(const ThreatenedPlace& place) {
  const bool one = place.divisions.size() == 1 && place.divisions[0].codes.size() == 1;
  begin(one ? QString::fromStdString(place.divisions[0].codes[0]) : QString());
  m_live = false;
  m_place = place;
  askPlace();
  refresh();
}

void ExposurePanel::askPlace() {
  if (!m_place) return;
  if (!m_place->footprint.classes.empty()) {
    const gis::Footprint footprint = std::move(m_place->footprint);
    m_place.reset();
    showSketch(footprint);
    return ask(footprint);
  }
  if (!m_index) return loadIndex();
  std::vector<gis::DivisionClass> classes;
  for (ThreatenedPlace::Divisions& part : m_place->divisions)
    classes.push_back({std::move(part.key), std::move(part.name), std::move(part.codes)});
  make([index = m_index, classes = std::move(classes),
        origin = m_place->footprint.origin]() -> gis::Result<gis::Footprint> {
    auto footprint = gis::divisionsFootprint(*index, classes);
    if (footprint && !origin.empty()) footprint->named(origin);
    return footprint;
  });
  m_place.reset();
}

void ExposurePanel::askNext() {
  if (!m_waiting || m_ask.busy()) return refresh();
  if (!m_index) return loadIndex();
  const auto footprint = std::make_shared<const gis::Footprint>(std::move(*m_waiting));
  m_waiting.reset();
  m_ask.ask([index = m_index, footprint](const gis::CancelToken& cancel,
                                         const gis::Progress&) { return gis::expose(index, *footprint, {}, cancel); },
            [this, live = m_live](gis::Result<gis::Exposure> exposure) { answer(std::move(exposure), live); });
  refresh();
}

void ExposurePanel::answer(gis::Result<gis::Exposure> exposure, bool live) {
  if (exposure) {
    m_error.reset();
    m_shown_live = live;
    if (!live) m_scroll->verticalScrollBar()->setValue(0);
    m_answered_utc_ms = gis::SystemClock().nowUtcMs();
    const auto& workspace = m_context.document.workspace();
    if (const auto norms = gis::reliefNorms(workspace->folder))
      m_view->setNorms(*norms);
    else
      m_context.messages.add(norms.error());
    const auto shared = std::make_shared<const gis::Exposure>(std::move(*exposure));
    m_view->show(shared, workspace->codes, m_context.document.language(),
                 exposureProvenance(*shared, m_answered_utc_ms, QCoreApplication::applicationVersion()));
  } else if (exposure.error().code != gis::ErrorCode::kCancelled) {
    m_error = exposure.error();
    m_context.messages.add(std::move(exposure.error()));
  }
  askNext();
}

void ExposurePanel::askChosen() {
  const FeatureSelection& chosen = m_context.document.chosen();
  if (chosen.empty()) return;
  const auto parts = chosen.parts();
  begin();
  make([parts, crs = m_context.document.mapCrs(),
        reach_m = static_cast<double>(m_width->value()) / 2]() -> gis::Result<gis::Footprint> {
    gis::Footprint all;
    all.classes.push_back({});
    for (const auto& part : parts) {
      auto one = gis::footprintOfFeatures(*part.columns, crs, part.features, reach_m);
      if (!one) return std::unexpected(one.error());
      auto& shapes = all.classes[0].shapes;
      for (auto& shape : one->classes[0].shapes) shapes.push_back(std::move(shape));
      for (gis::FootprintAsked& asked : one->asked) {
        asked.table = part.table;
        all.asked.push_back(std::move(asked));
      }
      all.origin += (all.origin.empty() ? "" : "; ") + part.table + ": " + one->origin;
    }
    return all;
  });
}

void ExposurePanel::askDistrict() {
  const std::string code = m_district->currentData().toString().toStdString();
  if (code.empty() || !m_index) return;
  std::vector<std::string> codes = {code};
  if (code == "*") {
    codes.clear();
    for (const gis::ExposureDivision& division : m_index->divisions())
      if (division.code.ends_with("000000") && !division.code.ends_with("00000000")) codes.push_back(division.code);
  }
  begin(m_district->currentData().toString());
  make([index = m_index, codes] { return gis::districtFootprint(*index, codes); });
}

// A corridor has a width, and so have chosen points and lines.
bool ExposurePanel::needsWidth() const {
  if (m_tool && m_tasks.back()->isChecked()) return true;
  const auto& parts = m_context.document.chosen().parts();
  return std::ranges::any_of(
      parts, [](const auto& part) { return part.columns && part.columns->kind != gis::GeometryKind::kPolygon; });
}

void ExposurePanel::showRows(const QString& table, int code, int age_band, int part, const QString& division) {
  const auto& exposure = m_view->exposure();
  if (!exposure) return;
  const std::string prefix = division.toStdString();
  gis::ExposureFilter filter;
  filter.division = prefix;
  if (code >= 0) filter.code = code;
  if (age_band >= 0) filter.age_band = age_band;
  if (part >= 0) filter.part = part;
  const std::string name = table.toStdString();
  const gis::ExposureTable* known = exposure->index->find(name);
  if (known == nullptr) return;
  const gis::FeatureSet rows = exposure->features(name, filter);
  const std::string stored = tableOf(table);
  for (const MapLayer& layer : m_context.document.layers()) {
    if (layer.table != stored || !layer.columns || !layer.columns->features) continue;
    FeatureSelection chosen;
    const QString id = layer.id;
    if (gis::FeatureSet here = gis::featuresOf(*layer.columns, gis::fidsOf(*known->columns, rows)); !here.empty())
      chosen.choose({id, layer.table, layer.columns, std::move(here)}, SelectHow::kReplace);
    if (!layer.visible) m_context.document.setVisible(id, true);
    m_context.document.choose(std::move(chosen));
    if (m_context.map.show_chosen_rows)
      m_context.map.show_chosen_rows(id);
    else if (m_context.map.show_table)
      m_context.map.show_table(id);
    m_context.map.say(tr("%1: %2 rows chosen.").arg(exposedTableText(name)).arg(rows.count()));
    return;
  }
  m_context.map.say(tr("The layer of these rows is not on the map."));
}

void ExposurePanel::chooseReport() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_view->exposure()) return;
  const QString day = QDateTime::fromMSecsSinceEpoch(m_answered_utc_ms).toString(QStringLiteral("yyyyMMdd-HHmm"));
  const QString suggested = QString::fromStdString((workspace->folder / "exports").string()) + QLatin1Char('/') +
                            tr("exposure-%1.xlsx").arg(day);
  const QString excel = tr("Excel file (*.xlsx)"), pdf = tr("PDF document (*.pdf)");
  QString filter = excel;
  QString name = QFileDialog::getSaveFileName(this, tr("Write the report"), suggested,
                                              excel + QStringLiteral(";;") + pdf, &filter);
  if (name.isEmpty()) return;
  if (filter == pdf && name.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive))
    name = name.chopped(5) + QStringLiteral(".pdf");
  writeReport(std::filesystem::path(name.toStdString()));
}

void ExposurePanel::writeReport(const std::filesystem::path& file) {
  const auto& workspace = m_context.document.workspace();
  const auto exposure = m_view->exposure();
  if (!workspace || !exposure) return;
  // The words are this thread's; the file is the job's.
  const auto report = std::make_shared<const Report>(
      exposureReport({*exposure,
                      workspace->codes,
                      workspace->facts,
                      m_context.document.language(),
                      m_view->digits(),
                      m_view->needs(),
                      m_view->needsPeople(),
                      m_view->needsDays(),
                      m_view->phonesWholeInReport() ? PhoneText::kWhole : PhoneText::kMasked,
                      m_answered_utc_ms,
                      QCoreApplication::applicationVersion(),
                      {}}));
  m_report.ask(
      [file, report](const gis::CancelToken&, const gis::Progress&) { return app::writeReport(file, *report); },
      [this, file](gis::Result<void> written) {
        if (!written)
          m_context.messages.add(std::move(written.error()));
        else
          m_context.map.say(tr("Written: %1").arg(QString::fromStdString(file.string())));
      });
}

void ExposurePanel::refresh() {
  const bool open = m_context.document.workspace().has_value();
  const bool answered = open && m_answered_utc_ms != 0;
  const bool drawing = m_tool && !m_tool.isNull();
  for (QToolButton* button : m_tasks) {
    button->setEnabled(open);
    if (!drawing) button->setChecked(false);
  }
  m_chosen->setEnabled(open && !m_context.document.chosen().empty());
  m_district->setEnabled(open && m_index);
  m_width->setVisible(needsWidth());
  m_width_label->setVisible(needsWidth());
  m_centre->setEnabled(open);
  m_radius->setEnabled(open);
  m_go->setEnabled(open && m_radius->value() > 0 && !m_centre->text().trimmed().isEmpty());
  // What stands there answers the question before; only while a shape is drawn it is a moment old and stays.
  const bool counting = busy();
  const bool shown = answered && !m_error && (!counting || (m_live && m_shown_live));
  m_save->setEnabled(shown);
  m_scroll->setVisible(shown);
  m_state->setVisible(!shown);
  if (m_error)
    m_state->setText(tr("No answer: %1 (the messages say more)")
                         .arg(QString::fromStdString(m_error->subject.empty() ? m_error->detail : m_error->subject)));
  else if (!open)
    m_state->setText(tr("Open a workspace to see who and what lies in an area."));
  else if (counting)
    m_state->setText(m_load.busy() && !m_waiting && !m_place ? tr("Reading the census …") : tr("Counting …"));
  else
    m_state->setText(
        tr("Draw a circle, box, polygon or corridor on the map, type the centre and radius of a circle, choose "
           "features, or pick a district: people, buildings, roads and sites inside are counted while you draw."));
}

void ExposurePanel::retranslate() {
  setWindowTitle(tr("Exposure analysis"));
  const QStringList names = {tr("Circle"), tr("Box"), tr("Area"), tr("Strip")};
  const QStringList texts = {tr("Circle: drag from its centre; with a typed radius click the centre"), tr("Box: drag"),
                             tr("Polygon: click its corners"), tr("Corridor: click along its middle")};
  const auto name = [](QToolButton* button, const QString& text, const QString& tip) {
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
  };
  for (std::size_t i = 0; i < m_tasks.size(); ++i) {
    m_tasks[i]->setIcon(themedIcon(QString::fromLatin1(kTasks[i].icon)));
    name(m_tasks[i], names[static_cast<qsizetype>(i)], texts[static_cast<qsizetype>(i)]);
  }
  m_chosen->setIcon(themedIcon(QStringLiteral("select")));
  name(m_chosen, tr("Chosen"), tr("The chosen features; points and lines with half the width around"));
  m_save->setIcon(themedIcon(QStringLiteral("file")));
  name(m_save, tr("Report"), tr("Write the report (Excel or PDF)"));
  name(m_go, tr("Count"), tr("Count what lies around the typed centre"));
  m_centre->setPlaceholderText(tr("Centre: type it or click"));
  m_centre->setAccessibleName(tr("Centre of the circle"));
  m_radius_label->setText(tr("Radius"));
  m_radius->setSpecialValueText(tr("as drawn"));
  m_radius->setAccessibleName(tr("Radius of the circle"));
  m_width_label->setText(tr("Width"));
  m_width->setAccessibleName(tr("Width of the corridor"));
  m_district->setAccessibleName(tr("District"));
  if (m_index) fillDistricts();
  if (m_district->count() == 0) m_district->addItem(tr("A district …"), QString());
  const auto& exposure = m_view->exposure();
  if (exposure && m_answered_utc_ms != 0)
    m_view->show(exposure, m_context.document.workspace()->codes, m_context.document.language(),
                 exposureProvenance(*exposure, m_answered_utc_ms, QCoreApplication::applicationVersion()));
  refresh();
}

// Drawing ends with the panel, and its shape goes: another room's clicks are that room's. It is back with the panel.
void ExposurePanel::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  if (event->spontaneous() || !m_tool || m_passing || !m_context.map.use_tool) return;
  // Later: a click that hides the panel may be this tool's own, and a panel that is only docked elsewhere comes back.
  QMetaObject::invokeMethod(
      this,
      [this, tool = m_tool] {
        if (isVisible() || !tool || tool != m_tool) return;
        m_put_away = m_asked;
        m_context.map.use_tool({});
      },
      Qt::QueuedConnection);
}

void ExposurePanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (event->spontaneous() || m_tool || !m_put_away || !m_context.map.use_tool) return;
  hold(sketchOf(*m_put_away, m_context.document));
}

void ExposurePanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
