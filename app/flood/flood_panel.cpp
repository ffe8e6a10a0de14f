// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/flood_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/flood/catchment_page.h"
#include "app/flood/drought_page.h"
#include "app/flood/flood_text.h"
#include "app/flood/now_page.h"
#include "app/flood/rain_page.h"
#include "app/flood/water_page.h"
#include "app/map/pick_tool.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/detail_text.h"
#include "app/text/error_text.h"

namespace app {

namespace {

const QString kLayerId = QStringLiteral("flood-now");
constexpr double kSpanM = 6000;
constexpr int kAgainMs = 5 * 60 * 1000;
constexpr double kPickM = 2500;
constexpr std::size_t kRowsNamed = 3;

}  // namespace

FloodPanel::FloodPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_load(context.pools, Pool::kModels),
      m_rivers(context.pools, Pool::kModels),
      m_trace(context.pools, Pool::kModels),
      m_import(context.pools, Pool::kIo),
      m_write(context.pools, Pool::kIo),
      m_compute(context.pools, Pool::kModels),
      m_time(new QLabel),
      m_made(new QLabel),
      m_age(new QLabel),
      m_back(new QToolButton),
      m_forward(new QToolButton),
      m_latest(new QToolButton),
      m_refresh(new QToolButton),
      m_method(new QComboBox),
      m_trouble(new QLabel),
      m_tabs(new QTabWidget),
      m_now(new NowPage),
      m_rain(new RainPage),
      m_river(new RiverPage),
      m_reservoir(new ReservoirPage),
      m_catchments(new CatchmentPage),
      m_drought(new DroughtPage) {
  makeWidgets();
  connectPages();
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) reset();
    if ((change.properties & MapChange::kTables) && !busy()) load(m_as_of_utc_ms);
    if ((change.properties & MapChange::kPast) && !(change.properties & MapChange::kWorkspace)) load({});
  });
  m_again.setInterval(kAgainMs);
  connect(&m_again, &QTimer::timeout, this, [this] {
    if (isVisible() && !busy() && !m_as_of_utc_ms) load({});
  });
  m_again.start();
  retranslate();
  load({});
}

FloodPanel::~FloodPanel() = default;

void FloodPanel::makeWidgets() {
  setMinimumWidth(dp(320));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(8), dp(8), dp(8), dp(8));
  column->setSpacing(dp(6));
  auto* top = new QHBoxLayout;
  top->setSpacing(dp(2));
  m_time->setProperty("role", "heading");
  top->addWidget(m_time, 1);
  for (QToolButton* button : {m_back, m_forward, m_latest, m_refresh}) {
    button->setAutoRaise(true);
    button->setIconSize(QSize(dp(18), dp(18)));
    top->addWidget(button);
  }
  m_method->addItem(QString());
  m_method->addItem(QString());
  m_trouble->setWordWrap(true);
  m_trouble->setProperty("role", "danger");
  m_trouble->hide();
  for (FloodPage* page :
       std::initializer_list<FloodPage*>{m_now, m_rain, m_river, m_reservoir, m_catchments, m_drought})
    m_tabs->addTab(page, QString());
  m_tabs->setDocumentMode(true);
  m_tabs->tabBar()->setExpanding(true);
  m_tabs->setUsesScrollButtons(true);  // words are never cut: "Res…" names nothing
  m_tabs->setElideMode(Qt::ElideNone);
  m_made->setProperty("role", "second");
  m_made->setFrameShape(QFrame::StyledPanel);
  m_age->setProperty("role", "danger");
  auto* state = new QHBoxLayout;
  state->setSpacing(dp(8));
  state->addWidget(m_made);
  state->addWidget(m_age);
  state->addStretch(1);
  column->addLayout(top);
  column->addLayout(state);
  column->addWidget(m_trouble);
  column->addWidget(m_tabs, 1);
  auto* below = new QHBoxLayout;
  below->addWidget(m_method);
  below->addStretch();
  column->addLayout(below);
}

void FloodPanel::connectPages() {
  for (FloodPage* page :
       std::initializer_list<FloodPage*>{m_now, m_rain, m_river, m_reservoir, m_catchments, m_drought}) {
    connect(page, &FloodPage::goTo, this, &FloodPanel::goTo);
    connect(page, &FloodPage::threatened, this,
            [this](const ThreatenedPlace& place) { showThreatened(m_context, place); });
    connect(page, &FloodPage::warningWanted, this,
            [this](const WarningDraft& draft) { WarningDesk::of(m_context.document).handOver(draft); });
  }
  connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
  connect(m_forward, &QToolButton::clicked, this, [this] { step(1); });
  connect(m_latest, &QToolButton::clicked, this, [this] { load({}); });
  connect(m_refresh, &QToolButton::clicked, this, [this] { load(m_as_of_utc_ms); });
  connect(m_method, &QComboBox::activated, this, [this] { load(m_as_of_utc_ms); });
  connect(m_rain, &RainPage::importWanted, this, &FloodPanel::chooseFile);
  connect(m_rain, &RainPage::rainTyped, this, [this](const QString& station, qint64 end_utc_ms, double rain_mm) {
    const auto& workspace = m_context.document.workspace();
    if (!workspace || m_write.busy()) return;
    m_write.ask(
        [folder = workspace->place(), report = gis::flood::RainReport{station.toStdString(), end_utc_ms, rain_mm},
         who = m_context.settings.author().name](const gis::CancelToken&, const gis::Progress&) {
          return recordRain(folder, report, who);
        },
        [this, rain_mm, end_utc_ms](gis::Result<void> done) {
          written(std::move(done), tr("%1 recorded for the hour to %2.").arg(mm(rain_mm), floodTime(end_utc_ms)));
        });
  });
  connect(m_rain, &RainPage::thresholdsWanted, this, [this](const QString& section) {
    const auto& workspace = m_context.document.workspace();
    if (!workspace || m_compute.busy()) return;
    m_compute.ask(
        [folder = workspace->place(), section = section.toStdString(), author = m_context.settings.author(),
         title = tr("Thresholds computed").toStdString()](const gis::CancelToken&, const gis::Progress&) {
          return computeThresholds(folder, section, author, title);
        },
        [this](gis::Result<int> count) {
          const QString sentence = count ? *count > 0 ? tr("%1 thresholds computed; undo takes them back.").arg(*count)
                                                      : tr("All thresholds here are surveyed: nothing changed.")
                                         : QString();
          written(count ? gis::Result<void>() : std::unexpected(count.error()), sentence);
        });
  });
  connect(m_catchments, &CatchmentPage::riversWanted, this, &FloodPanel::readRivers);
  connect(m_catchments, &CatchmentPage::traceWanted, this, &FloodPanel::trace);
  connect(m_catchments, &CatchmentPage::pickWanted, this, &FloodPanel::usePickTool);
}

bool FloodPanel::canEdit() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason;
}

void FloodPanel::written(gis::Result<void> done, const QString& sentence) {
  if (!done) return m_context.messages.add(std::move(done.error()));
  m_context.map.say(sentence);
  load(m_as_of_utc_ms);
}

void FloodPanel::chooseFile() {
  const QString name = QFileDialog::getOpenFileName(this, tr("Import readings"), m_context.settings.filesFolder(),
                                                    tr("Readings (*.csv *.txt);;All files (*)"));
  if (name.isEmpty()) return;
  m_context.settings.setFilesFolder(QFileInfo(name).absolutePath());
  importFile(std::filesystem::path(name.toStdString()));
}

void FloodPanel::importFile(const std::filesystem::path& file) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_import.busy()) return;
  m_import.ask([folder = workspace->place(), file](const gis::CancelToken&,
                                                   const gis::Progress&) { return takeReadings(folder, file); },
               [this](gis::Result<gis::Loaded<gis::flood::ReadingFile>> loaded) { showImport(std::move(loaded)); });
}

// What was not taken in stands in the panel, where the file was chosen; the messages keep all of it.
void FloodPanel::showImport(gis::Result<gis::Loaded<gis::flood::ReadingFile>> loaded) {
  m_import_error.reset();
  m_left_out.clear();
  m_left_out_count = 0;
  if (!loaded) {
    m_import_error = loaded.error();
    showTrouble();
    return m_context.messages.add(std::move(loaded.error()));
  }
  const auto& read = loaded->value;
  const QString sentence = tr("%1 hours of rain, %2 water levels, %3 soil moistures; %4 rows left out")
                               .arg(read.rain.size())
                               .arg(read.water.size())
                               .arg(read.soil.size())
                               .arg(loaded->warnings.size());
  m_left_out_count = loaded->warnings.size();
  m_left_out.assign(loaded->warnings.begin(),
                    loaded->warnings.begin() + static_cast<std::ptrdiff_t>(std::min(kRowsNamed, m_left_out_count)));
  showTrouble();
  for (gis::Warning& warning : loaded->warnings) m_context.messages.add(std::move(warning));
  written({}, sentence);
}

void FloodPanel::showTrouble() {
  QStringList lines;
  if (m_error) lines << errorSentence(*m_error);
  if (m_import_error && m_import_error->code == gis::ErrorCode::kInvalidArgument)
    lines
        << tr("%1 was not taken in: %2. Expected headings: STCD, TM and one of DRP, Z, RZ, SLM; or station_code, time "
              "and one of rain_mm, level_m, soil_percent.")
               .arg(QFileInfo(textOf(m_import_error->subject)).fileName(), detailText(m_import_error->detail));
  else if (m_import_error)
    lines << errorSentence(*m_import_error);
  if (m_left_out_count > 0) {
    QStringList rows;
    for (const gis::Warning& warning : m_left_out)
      rows << tr("row %1: %2").arg(textOf(warning.subject), detailText(warning.detail));
    lines << tr("%1 rows left out: %2%3")
                 .arg(m_left_out_count)
                 .arg(rows.join(tr("; ")), m_left_out_count > m_left_out.size() ? QStringLiteral(" …") : QString());
  }
  m_trouble->setVisible(!lines.isEmpty());
  m_trouble->setText(lines.join(QLatin1Char('\n')));
}

void FloodPanel::reset() {
  m_load.drop();
  m_rivers.drop();
  m_trace.drop();
  m_import.drop();
  m_write.drop();
  m_compute.drop();
  m_view.reset();
  m_as_of_utc_ms.reset();
  m_marks = m_traced = {};
  m_import_error.reset();
  m_left_out.clear();
  m_left_out_count = 0;
  usePickTool(false);
  for (FloodPage* page :
       std::initializer_list<FloodPage*>{m_now, m_rain, m_river, m_reservoir, m_catchments, m_drought})
    page->show(nullptr);
  m_catchments->setRivers(nullptr, false);
  load({});
}

void FloodPanel::load(std::optional<std::int64_t> as_of_utc_ms) {
  const auto& workspace = m_context.document.workspace();
  m_as_of_utc_ms = as_of_utc_ms;
  m_rain->setWritable(canEdit());
  if (!workspace) return showHeader();
  gis::flood::FloodQuestion question;
  question.as_of_utc_ms = as_of_utc_ms;
  question.method = m_method->currentIndex() == 1 ? gis::flood::ArealMethod::kIdw : gis::flood::ArealMethod::kThiessen;
  m_load.ask(
      [folder = workspace->place(), question](const gis::CancelToken& cancel, const gis::Progress& progress) {
        return runFlood(folder, question, cancel, progress);
      },
      [this](gis::Result<FloodViewPtr> view) { accept(std::move(view)); });
  showHeader();
}

void FloodPanel::accept(gis::Result<FloodViewPtr> view) {
  m_error.reset();
  if (view) {
    m_view = std::move(*view);
  } else {
    m_error = view.error();
    m_context.messages.add(std::move(view.error()));
  }
  for (FloodPage* page :
       std::initializer_list<FloodPage*>{m_now, m_rain, m_river, m_reservoir, m_catchments, m_drought})
    page->show(m_view);
  showHeader();
  m_marks = {};
  if (m_view) {
    using gis::flood::AlertKind;
    for (const gis::flood::FloodAlert& alert : m_view->now.alerts) {
      const bool section = alert.kind == AlertKind::kSection, river = alert.kind == AlertKind::kRiver;
      const FloodRow row = section ? sectionRow(*m_view, alert.index)
                           : river ? riverRow(*m_view, alert.index)
                                   : reservoirRow(*m_view, alert.index);
      const auto at = row.at ? m_context.document.toMap(*row.at) : std::nullopt;
      if (!at) continue;
      const std::string& name = section ? m_view->records.sections[m_view->now.sections[alert.index].section].name
                                : river
                                    ? m_view->records.stations[m_view->now.rivers[alert.index].station].name
                                    : m_view->records.reservoirs[m_view->now.reservoirs[alert.index].reservoir].name;
      m_marks.marks.push_back({*at,
                               section ? layers::FloodMarkKind::kVillage
                               : river ? layers::FloodMarkKind::kRiver
                                       : layers::FloodMarkKind::kReservoir,
                               alert.severity, textOf(name)});
    }
  }
  updateLayer();
}

void FloodPanel::showHeader() {
  const bool open = m_context.document.workspace().has_value();
  for (QToolButton* button : {m_back, m_forward, m_latest, m_refresh}) button->setEnabled(open);
  m_method->setEnabled(open);
  m_forward->setEnabled(open && m_as_of_utc_ms.has_value());
  m_latest->setEnabled(open && m_as_of_utc_ms.has_value());
  showTrouble();
  m_made->setVisible(open && m_view && m_view->records.is_demo);
  // In a made city the clock stands at the latest reading, as "as of" says.
  const QString age = open && m_view && !m_view->records.is_demo
                          ? latestAgeText(m_view->latest_utc_ms, gis::SystemClock().nowUtcMs())
                          : QString();
  m_age->setVisible(!age.isEmpty());
  m_age->setText(age);
  if (!open)
    m_time->setText(tr("Open a workspace"));
  else if (!m_view)
    m_time->setText(busy() ? tr("Reading …") : QString());
  else
    m_time->setText(tr("As of %1").arg(floodMoment(m_view->now.as_of_utc_ms)));
  const std::size_t alerts = m_view ? m_view->now.alerts.size() : 0;
  m_tabs->setTabText(0, alerts > 0 ? tr("Now %1").arg(alerts) : tr("Now"));
}

void FloodPanel::step(int hours) {
  if (!m_view) return;
  const std::int64_t wanted = m_view->now.as_of_utc_ms + hours * gis::flood::kHourMs;
  if (m_view->latest_utc_ms && wanted >= *m_view->latest_utc_ms && hours > 0)
    load({});
  else
    load(wanted);
}

void FloodPanel::readRivers() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_rivers.busy()) return;
  m_catchments->setRivers(nullptr, true);
  m_rivers.ask(
      [folder = workspace->place(), crs = m_context.document.mapCrs()](
          const gis::CancelToken& cancel, const gis::Progress&) { return app::readRivers(folder, crs, cancel); },
      [this](gis::Result<RiverMapPtr> rivers) {
        if (!rivers) {
          m_context.messages.add(std::move(rivers.error()));
          m_catchments->setRivers(nullptr, false);
          return;
        }
        m_catchments->setRivers(std::move(*rivers), false);
      });
}

void FloodPanel::trace(std::size_t reach, gis::flood::Direction direction) {
  const RiverMapPtr& rivers = m_catchments->rivers();
  if (!rivers) return;
  gis::flood::TravelRule rule;
  if (m_view) rule = {m_view->records.rules.wave_depth_m, m_view->records.rules.wave_manning_n};
  m_trace.ask(
      [rivers, reach, direction, rule](const gis::CancelToken&, const gis::Progress&) {
        return traceOnMap(*rivers, reach, direction, rule);
      },
      [this](gis::Result<TracedRiver> traced) {
        if (!traced) return m_context.messages.add(std::move(traced.error()));
        m_catchments->showTrace(traced->trace, m_catchments->nameOf(traced->reach));
        m_traced = std::move(traced->picture);
        updateLayer();
        const gis::MapBox& box = traced->box;
        if (!box.empty()) m_context.map.show_box(box.grown(0.08 * std::max(box.width_m(), box.height_m()) + 500));
      });
}

void FloodPanel::pick(gis::MapXY where) {
  const RiverMapPtr& rivers = m_catchments->rivers();
  const auto at = m_context.document.toLonLat(where);
  if (!rivers || !at) return;
  const double px_m = m_context.map.metres_per_px ? m_context.map.metres_per_px() : 0;
  if (const auto reach = reachAt(*rivers, where, *at, std::clamp(12 * px_m, 60.0, kPickM)))
    m_catchments->choose(*reach);
  else
    m_context.map.say(tr("No river and no small catchment is here."));
}

void FloodPanel::usePickTool(bool on) {
  m_catchments->setPicking(on);
  if (!m_context.map.use_tool) return;
  if (!on) {
    if (m_tool) m_context.map.use_tool(nullptr);
    return;
  }
  auto tool = std::make_unique<PickTool>();
  m_tool = tool.get();
  connect(tool.get(), &PickTool::picked, this, &FloodPanel::pick);
  connect(tool.get(), &QObject::destroyed, this, [this] {
    m_catchments->setPicking(false);
    // What was said of its clicks is over; later, since a window that closes takes its tool along.
    QTimer::singleShot(0, this, [this] { m_context.map.say(QString()); });
  });
  m_context.map.use_tool(std::move(tool));
}

void FloodPanel::goTo(const FloodRow& row) {
  const auto where = row.at ? m_context.document.toMap(*row.at) : std::nullopt;
  if (!where) return m_context.map.say(tr("%1 has no place on the map.").arg(row.title));
  m_context.map.fly_to(*where, kSpanM);
  m_context.map.mark(*where);
  for (const MapLayer& layer : m_context.document.layers()) {
    if (layer.table != row.table || !layer.columns || !layer.columns->features) continue;
    const auto& fids = layer.columns->features->fid;
    const auto found = std::ranges::find(fids, row.fid);
    if (found == fids.end()) continue;
    const QString id = layer.id;
    const auto feature = static_cast<std::uint32_t>(found - fids.begin());
    m_context.document.select(Selection{id, row.table, row.fid, feature, *where});
    return;
  }
}

void FloodPanel::updateLayer() {
  MapDocument& document = m_context.document;
  layers::FloodPicture picture = m_traced;
  picture.marks = m_marks.marks;
  const bool any = !picture.marks.empty() || !picture.lines.empty();
  const MapLayer* layer = document.find(kLayerId);
  if (layer == nullptr && !any) return;
  auto state = std::make_shared<const layers::FloodLayer>(std::move(picture));
  if (layer != nullptr) return document.setState(kLayerId, std::move(state));
  MapLayer made;
  made.id = kLayerId;
  made.room = QStringLiteral("flood");
  made.group = QStringLiteral("flood");
  made.title = {QStringLiteral("水旱预警与上下游"), QStringLiteral("Flood warnings and rivers")};
  made.origin = LayerOrigin::kPlotting;
  made.state = std::move(state);
  made.load = LoadState::kReady;
  document.addLayer(std::move(made));
}

void FloodPanel::retranslate() {
  setWindowTitle(tr("Floods and drought"));
  m_back->setIcon(themedIcon(QStringLiteral("back")));
  m_back->setText(tr("One hour back"));
  m_forward->setIcon(themedIcon(QStringLiteral("forward")));
  m_forward->setText(tr("One hour on"));
  m_latest->setIcon(themedIcon(QStringLiteral("next")));
  m_latest->setText(tr("To the latest reading"));
  m_refresh->setIcon(themedIcon(QStringLiteral("refresh")));
  m_refresh->setText(tr("Read again"));
  for (QToolButton* button : {m_back, m_forward, m_latest, m_refresh}) button->setToolTip(button->text());
  m_method->setItemText(0, tr("Areal rain: Thiessen polygons"));
  m_method->setItemText(1, tr("Areal rain: inverse distance"));
  m_method->setAccessibleName(tr("How areal rain is made"));
  m_made->setText(tr("Made data"));
  // Short enough for six beside each other in a narrow panel; the tip has the whole word.
  const QString names[] = {tr("Now"), tr("Rain"), tr("River"), tr("Dams"), tr("Basin"), tr("Dry")};
  const QString whole[] = {
      tr("What is over a threshold now"), tr("Rain"), tr("Rivers"), tr("Reservoirs"), tr("Catchments"), tr("Drought")};
  for (int tab = 0; tab < m_tabs->count(); ++tab) {
    m_tabs->setTabText(tab, names[tab]);
    m_tabs->setTabToolTip(tab, whole[tab]);
  }
  for (FloodPage* page :
       std::initializer_list<FloodPage*>{m_now, m_rain, m_river, m_reservoir, m_catchments, m_drought})
    page->retranslate();
  showHeader();
}

void FloodPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
