// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exposure/exposure_panel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
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
#include "gis/core/clock.h"
#include "gis/footprint/footprint_of_features.h"
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
      m_width_label(new QLabel),
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
  m_scroll->setWidget(m_view);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  column->addLayout(tools);
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
  m_answered_utc_ms = 0;
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
  connect(tool.get(), &FootprintTool::sketched, this,
          [this](const gis::Footprint& footprint, bool) { ask(footprint); });
  connect(tool.get(), &FootprintTool::widthChanged, this, [this](double width_m) {
    const QSignalBlocker quiet(m_width);
    m_width->setValue(static_cast<int>(std::lround(width_m)));
  });
  connect(tool.get(), &QObject::destroyed, this,
          [this] { QMetaObject::invokeMethod(this, &ExposurePanel::refresh, Qt::QueuedConnection); });
  m_tool = tool.get();
  m_context.map.use_tool(std::move(tool));
  for (std::size_t i = 0; i < m_tasks.size(); ++i) m_tasks[i]->setChecked(kTasks[i].task == task);
  m_context.map.say(task == FootprintTask::kCircle || task == FootprintTask::kBox
                        ? tr("Drag on the map; Esc drops it.")
                        : tr("Click corner by corner; double click or Enter ends, Backspace takes one back."));
  refresh();
}

void ExposurePanel::showSketch(const gis::Footprint& footprint) {
  if (!m_context.map.use_tool) return;
  auto tool = std::make_unique<FootprintTool>(FootprintTask::kShow,
                                              [this](gis::MapXY where) { return m_context.document.toLonLat(where); });
  MapSketch sketch = sketchOf(footprint, m_context.document);
  const gis::MapBox box = boxOf(sketch);
  tool->show(std::move(sketch));
  m_tool = tool.get();
  m_context.map.use_tool(std::move(tool));
  for (QToolButton* button : m_tasks) button->setChecked(false);
  if (!box.empty() && m_context.map.show_box) m_context.map.show_box(box);
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

void ExposurePanel::ask(const gis::Footprint& footprint) {
  m_waiting = footprint;
  askNext();
}

void ExposurePanel::ask(const ThreatenedPlace& place) {
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
  m_make.ask(
      [index = m_index, classes = std::move(classes), origin = m_place->footprint.origin](
          const gis::CancelToken&, const gis::Progress&) -> gis::Result<gis::Footprint> {
        auto footprint = gis::divisionsFootprint(*index, classes);
        if (footprint && !origin.empty()) footprint->origin = origin;
        return footprint;
      },
      [this](gis::Result<gis::Footprint> footprint) {
        if (!footprint) {
          m_error = footprint.error();
          m_context.messages.add(std::move(footprint.error()));
          return refresh();
        }
        showSketch(*footprint);
        ask(*footprint);
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
            [this](gis::Result<gis::Exposure> exposure) { answer(std::move(exposure)); });
  refresh();
}

void ExposurePanel::answer(gis::Result<gis::Exposure> exposure) {
  if (exposure) {
    m_error.reset();
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
  m_make.ask(
      [parts, crs = m_context.document.mapCrs(), reach_m = static_cast<double>(m_width->value()) / 2](
          const gis::CancelToken&, const gis::Progress&) -> gis::Result<gis::Footprint> {
        gis::Footprint all;
        all.classes.push_back({});
        for (const auto& part : parts) {
          auto one = gis::footprintOfFeatures(*part.columns, crs, part.features, reach_m);
          if (!one) return std::unexpected(one.error());
          auto& shapes = all.classes[0].shapes;
          for (auto& shape : one->classes[0].shapes) shapes.push_back(std::move(shape));
          all.origin += (all.origin.empty() ? "" : "; ") + part.table + ": " + one->origin;
        }
        return all;
      },
      [this](gis::Result<gis::Footprint> footprint) {
        if (!footprint) return m_context.messages.add(std::move(footprint.error()));
        showSketch(*footprint);
        ask(*footprint);
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
  m_make.ask([index = m_index, codes](const gis::CancelToken&,
                                      const gis::Progress&) { return gis::districtFootprint(*index, codes); },
             [this](gis::Result<gis::Footprint> footprint) {
               if (!footprint) return m_context.messages.add(std::move(footprint.error()));
               showSketch(*footprint);
               ask(*footprint);
             });
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
    if (m_context.map.show_table) m_context.map.show_table(id);
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
  const auto report =
      std::make_shared<const Report>(exposureReport({*exposure,
                                                     workspace->codes,
                                                     workspace->facts,
                                                     m_context.document.language(),
                                                     m_view->digits(),
                                                     m_view->needs(),
                                                     m_view->needsPeople(),
                                                     m_view->needsDays(),
                                                     m_view->phonesShown() ? PhoneText::kWhole : PhoneText::kMasked,
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
  m_width->setEnabled(open);
  m_save->setEnabled(answered);
  m_scroll->setVisible(answered);
  m_state->setVisible(!answered || m_error);
  if (m_error)
    m_state->setText(tr("No answer: %1 (the messages say more)")
                         .arg(QString::fromStdString(m_error->subject.empty() ? m_error->detail : m_error->subject)));
  else
    m_state->setText(!open ? tr("Open a workspace to see who and what lies in an area.")
                     : m_load.busy()
                         ? tr("Reading the census …")
                         : tr("Draw a circle, box, polygon or corridor on the map, choose features, or pick a "
                              "district: people, buildings, roads and sites inside are counted while you draw."));
}

void ExposurePanel::retranslate() {
  setWindowTitle(tr("Exposure analysis"));
  const QStringList texts = {tr("Circle: drag from its centre"), tr("Box: drag"), tr("Polygon: click its corners"),
                             tr("Corridor: click along its middle")};
  for (std::size_t i = 0; i < m_tasks.size(); ++i) {
    m_tasks[i]->setIcon(themedIcon(QString::fromLatin1(kTasks[i].icon)));
    m_tasks[i]->setText(texts[static_cast<qsizetype>(i)]);
    m_tasks[i]->setToolTip(texts[static_cast<qsizetype>(i)]);
  }
  m_chosen->setIcon(themedIcon(QStringLiteral("select")));
  m_chosen->setText(tr("The chosen features; points and lines with half the width around"));
  m_chosen->setToolTip(m_chosen->text());
  m_save->setIcon(themedIcon(QStringLiteral("file")));
  m_save->setText(tr("Write the report (Excel or PDF)"));
  m_save->setToolTip(m_save->text());
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

void ExposurePanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
