// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/keep/backup_keeper.h"
#include "app/rooms.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/shell/crs_dialog.h"
#include "app/shell/docks.h"
#include "app/shell/file_dialogs.h"
#include "app/shell/file_layers.h"
#include "app/shell/furniture_actions.h"
#include "app/shell/help_dialog.h"
#include "app/shell/jobs_panel.h"
#include "app/shell/layer_panel.h"
#include "app/shell/layer_troubles.h"
#include "app/shell/lazy_panel.h"
#include "app/shell/main_actions.h"
#include "app/shell/map_actions.h"
#include "app/shell/map_dialogs.h"
#include "app/shell/map_first.h"
#include "app/shell/map_menu.h"
#include "app/shell/map_status_bar.h"
#include "app/shell/messages_panel.h"
#include "app/shell/read_only_banner.h"
#include "app/shell/room_bar.h"
#include "app/shell/room_layers.h"
#include "app/shell/start_page.h"
#include "app/shell/view_memory.h"
#include "app/shell/workspace_controller.h"
#include "app/text/error_text.h"

namespace app {

MainWindow::MainWindow(PanelContext& context, Translation& translation, WindowMemory memory, FirstPage first)
    : m_context(context),
      m_translation(translation),
      m_actions(new MainActions(this)),
      m_canvas(new MapCanvas(context.pools, context.document)),
      m_pages(new QStackedWidget),
      m_status(new MapStatusBar(context.jobs, context.messages, context.document)),
      m_workspaces(new WorkspaceController(context, this)),
      m_files(new FileLayers(context, this)),
      m_docks(new Docks(*this)),
      m_keeper(new BackupKeeper(context, this)),
      m_dialogs(new MapDialogs(context, *m_canvas, *this)),
      m_memory(memory) {
  setObjectName(QStringLiteral("main"));
  setAcceptDrops(true);
  setDockNestingEnabled(true);
  setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  connectMapControl();
  makeCentre();
  setStatusBar(m_status);
  makePanels();
  std::vector<QAction*> toggles;
  for (QDockWidget* dock : m_docks->all()) toggles.push_back(dock->toggleViewAction());
  for (QAction* action : (new FurnitureActions(context, *m_canvas, this))->all()) toggles.push_back(action);
  m_actions->buildMenus(menuBar(), toggles);
  auto* bar = new QToolBar;
  bar->setObjectName(QStringLiteral("tools"));
  bar->setMovable(false);
  bar->setIconSize(QSize(dp(20), dp(20)));
  bar->setContextMenuPolicy(Qt::PreventContextMenu);
  m_actions->buildToolBar(bar, m_bar_widgets);
  addToolBar(bar);
  new MapFirst(context.pools, *m_workspaces, *m_canvas, this);
  new LayerTroubles(context.document, context.messages, *m_canvas, this);
  connectActions();
  connectWorkspaces();
  showLook();
  retranslate();
  resize(1440, 900);
  if (m_memory == WindowMemory::kRestore) {
    resize(screen()->availableSize() * 9 / 10);
    restoreGeometry(m_context.settings.windowGeometry());
    restoreState(m_context.settings.windowState());
    m_docks->settle();
    m_docks->setSizes(m_context.settings.dockSizes());
  }
  if (first == FirstPage::kStart) {
    showStartPage();
    return;
  }
  m_actions->setMapCommands(MapCommands::kOn);
  QTimer::singleShot(0, this, [this] { m_docks->fit(); });  // once it has a size to share
}

MainWindow::~MainWindow() = default;

void MainWindow::connectMapControl() {
  MapControl& map = m_context.map;
  map.fly_to = [this](gis::MapXY where, double span_m) { m_canvas->flyTo(where, span_m), m_canvas->setFocus(); };
  map.show_box = [this](const gis::MapBox& box) { m_canvas->showBox(box); };
  map.mark = [this](gis::MapXY where) { m_canvas->setMark(where); };
  map.shown_box = [this] { return m_canvas->view().box(); };
  map.metres_per_px = [this] { return m_canvas->view().metres_per_px; };
  map.centre = [this] { return m_canvas->view().centre; };
  map.go_to = [this](gis::MapXY at, double scale_m) { m_canvas->goTo(at, scale_m), m_canvas->setFocus(); };
  map.on_identify = [this](std::function<void(gis::MapXY)> listener) {
    m_identify_listeners.push_back(std::move(listener));
  };
  map.identify = [this](gis::MapXY where) {
    for (const auto& listener : m_identify_listeners) listener(where);
  };
  map.use_tool = [this](std::unique_ptr<MapTool> tool) {
    tool ? m_canvas->useTool(std::move(tool)) : m_canvas->setTool(ToolKind::kIdentify);
    m_canvas->setFocus();
  };
  map.say = [this](const QString& text) { m_status->say(text); };
  connect(m_canvas, &MapCanvas::toolChanged, m_status, [this] { m_status->sayHint(m_canvas->toolHint()); });
  m_docks->serve(m_context.document);
  auto* drawings = new RoomLayers(m_context.document, this);
  m_docks->whenEntered([drawings](const QString& id) { drawings->entered(id); });
}

void MainWindow::makeCentre() {
  m_map_page = new QWidget;
  auto* column = new QVBoxLayout(m_map_page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* banner = new ReadOnlyBanner(m_context.document);
  connect(banner, &ReadOnlyBanner::upgradeWanted, m_workspaces, &WorkspaceController::upgrade);
  column->addWidget(banner);
  column->addWidget(m_dialogs->makeBanner());
  column->addWidget(m_canvas, 1);
  m_pages->addWidget(m_map_page);
  setCentralWidget(m_pages);
  connect(m_canvas, &MapCanvas::viewChanged, this, [this] {
    const double metres_per_px = m_canvas->view().metres_per_px;
    m_status->setScaleDenominator(layers::scaleDenominator(metres_per_px));
    if (m_layer_panel) m_layer_panel->setResolution(metres_per_px);
    (*m_actions)[MainActions::kBack]->setEnabled(m_canvas->history().canGoBack());
    (*m_actions)[MainActions::kForward]->setEnabled(m_canvas->history().canGoForward());
  });
  connect(m_canvas, &MapCanvas::pointerMoved, m_status, &MapStatusBar::setPointer);
  connect(m_canvas, &MapCanvas::measured, m_status, &MapStatusBar::say);
  connect(m_canvas, &MapCanvas::identified, this, m_context.map.identify);
  connect(m_canvas, &MapCanvas::contextMenuWanted, this, [this](gis::MapXY where, QPoint global) {
    showMapMenu(*m_canvas, m_context.document, where, global, m_context.map.identify);
  });
}

void MainWindow::makePanels() {
  m_layer_panel = new LayerPanel(m_context);
  m_docks->add(QStringLiteral("layers"), m_layer_panel, Qt::LeftDockWidgetArea, QStringLiteral("Alt+1"));
  m_room_bar = new RoomBar;
  std::vector<PanelDefinition> all = rooms();
  std::ranges::stable_sort(all, {}, &PanelDefinition::group);
  for (const PanelDefinition& room : all) {
    QWidget* panel = room.birth == PanelBirth::kAtStart ? room.make(m_context) : new LazyPanel(room, m_context);
    if (room.place == PanelPlace::kToolBar)
      m_bar_widgets.push_back(panel);
    else
      m_room_bar->add(room, m_docks->addRoom(room, panel)->toggleViewAction());
  }
  addToolBar(Qt::RightToolBarArea, m_room_bar);
  QDockWidget* messages = m_docks->add(QStringLiteral("messages"), new MessagesPanel(m_context.messages),
                                       Qt::BottomDockWidgetArea, QStringLiteral("Alt+9"));
  QDockWidget* jobs = m_docks->add(QStringLiteral("jobs"), new JobsPanel(m_context.jobs), Qt::BottomDockWidgetArea,
                                   QStringLiteral("Alt+0"));
  tabifyDockWidget(messages, jobs);
  messages->hide();
  jobs->hide();
  connect(m_layer_panel, &LayerPanel::filesDropped, m_files, &FileLayers::add);
  connect(m_layer_panel, &LayerPanel::addFileWanted, this, &MainWindow::chooseFiles);
  connect(m_status, &MapStatusBar::messagesWanted, this, [this, messages] { m_docks->reveal(messages); });
  connect(m_status, &MapStatusBar::jobsWanted, this, [this, jobs] { m_docks->reveal(jobs); });
  // What was asked on the map is answered where it can be seen.
  connect(m_canvas, &MapCanvas::identified, this, [this] { m_docks->bringForward(QStringLiteral("inspector")); });
  connect(&m_context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if ((change.properties & MapChange::kChosen) && !m_context.document.chosen().empty())
      m_docks->bringForward(QStringLiteral("selection"));
  });
  connect(m_status, &MapStatusBar::scaleWanted, m_canvas, &MapCanvas::setScaleDenominator);
}

void MainWindow::showMapPage() {
  m_docks->bringBack();
  m_room_bar->show();
  m_pages->setCurrentWidget(m_map_page);
  m_actions->setMapCommands(MapCommands::kOn);
}

void MainWindow::connectActions() {
  const auto on = [this](MainActions::Id id, auto call) { connect((*m_actions)[id], &QAction::triggered, this, call); };
  on(MainActions::kOpen, [this] { chooseWorkspace(); });
  on(MainActions::kDemo, [this] {
    showStartPage();
    m_start->showChoices();
  });
  on(MainActions::kAddFile, [this] { chooseFiles(); });
  on(MainActions::kBackups, [this] { m_keeper->showDialog(this); });
  connect(m_keeper, &BackupKeeper::restored, m_workspaces, &WorkspaceController::open);
  on(MainActions::kImport, [this] { m_files->startImport(this); });
  on(MainActions::kCloseWorkspace, [this] { m_workspaces->close(); });
  on(MainActions::kQuit, [this] { close(); });
  on(MainActions::kUndo, [this] {
    if (m_context.map.undo) m_context.map.undo();
  });
  on(MainActions::kRedo, [this] {
    if (m_context.map.redo) m_context.map.redo();
  });
  connectMapActions(*m_actions, *m_canvas, *m_status);
  m_dialogs->connectActions(*m_actions);
  m_dialogs->onWorkspaceWanted([this](const QString& folder) { m_workspaces->open(folder); });
  on(MainActions::kGoTo, [this] {
    if (!m_bar_widgets.empty()) m_bar_widgets.front()->setFocus(Qt::ShortcutFocusReason);
  });
  on(MainActions::kTheme, [this](bool light) {
    useLook(light ? layers::Theme::kLight : layers::Theme::kDark, currentScaleRatio());
    m_context.settings.setTheme(currentTheme());
  });
  on(MainActions::kPresentation, [this] {
    // Desk, briefing room, wall, and back to the desk.
    const double next = currentScaleRatio() < 1.25 ? 1.5 : (currentScaleRatio() < 1.75 ? 2.0 : 1.0);
    useLook(currentTheme(), next);
    m_context.settings.setPresentationScale(next);
  });
  on(MainActions::kLanguage, [this] {
    useLanguage(m_translation.language() == Language::kChinese ? Language::kEnglish : Language::kChinese);
    m_context.settings.setLanguage(m_translation.language());
  });
  on(MainActions::kFullScreen, [this](bool full) { full ? showFullScreen() : showNormal(); });
  on(MainActions::kHelp, [this] {
    if (!m_help) m_help = new HelpDialog(this);
    m_help->show();
    m_help->raise();
  });
  on(MainActions::kAbout, [this] { HelpDialog::showAbout(this); });
}

void MainWindow::connectWorkspaces() {
  connect(m_workspaces, &WorkspaceController::openFailed, this, [this](const QString& folder, const gis::Error& error) {
    start().showError(folder, error);
    if (!m_context.document.workspace()) showStartPage();
    retranslate();
  });
  connect(m_workspaces, &WorkspaceController::opened, this, [this] {
    showMapPage();
    retranslate();
    if (m_memory == WindowMemory::kRestore) recallView(m_context.settings, m_context.document, *m_canvas);
    m_canvas->setFocus();
  });
  connect(m_workspaces, &WorkspaceController::leaving, this, [this](const QString& folder) {
    if (m_memory == WindowMemory::kRestore) rememberView(m_context.settings, folder, m_context.document, *m_canvas);
  });
  connect(m_workspaces, &WorkspaceController::closed, this, [this] {
    start().showChoices();
    showStartPage();
    retranslate();
  });
  connect(m_files, &FileLayers::crsNeeded, this, &MainWindow::askCrs);
  connect(m_files, &FileLayers::added, this, [this](const QStringList& ids) {
    showMapPage();
    gis::MapBox extent;
    for (const QString& id : ids)
      if (const MapLayer* layer = m_context.document.find(id); layer && layer->state)
        extent.add(layer->state->extent());
    if (!extent.intersects(m_canvas->view().box())) m_canvas->showBox(extent);
  });
}

void MainWindow::chooseWorkspace() {
  const QString folder = chooseFolder(this, tr("Open a workspace folder"), m_context.settings.lastFolder());
  if (!folder.isEmpty()) m_workspaces->open(folder);
}

void MainWindow::chooseFiles() {
  const QStringList files = chooseMapFiles(this, tr("Add files to the map"), m_context.settings.filesFolder());
  if (files.isEmpty()) return;
  m_context.settings.setFilesFolder(QFileInfo(files.front()).absolutePath());
  m_files->add(files);
}

void MainWindow::askCrs(const QString& file, const gis::MapBox& extent) {
  const auto& workspace = m_context.document.workspace();
  auto* dialog = new CrsDialog(file, extent, workspace ? workspace->facts.extent : gis::LonLatBox{}, this);
  connect(dialog, &QDialog::accepted, this, [this, dialog, file] { m_files->addWithCrs(file, dialog->crs()); });
  dialog->open();
}

void MainWindow::refreshRecentMenu() {
  QMenu* menu = m_actions->recentMenu();
  menu->clear();
  for (const QString& folder : m_context.settings.recentWorkspaces())
    menu->addAction(QDir::toNativeSeparators(folder), this, [this, folder] { m_workspaces->open(folder); });
  menu->setEnabled(!menu->isEmpty());
}

void MainWindow::useLook(layers::Theme theme, double scale_ratio) {
  const double before_ratio = currentScaleRatio();
  m_docks->remember();
  if (theme != currentTheme() || scale_ratio != before_ratio) applyTheme(*qApp, theme, scale_ratio);
  rescale(*this, before_ratio, scale_ratio);
  if (scale_ratio != before_ratio) m_docks->fit();
  m_actions->refreshIcons();
  showLook();
  m_context.document.setLook(theme, scale_ratio, languageCode(m_translation.language()));
  tellLookChanged(*this);
}

void MainWindow::showLook() {
  (*m_actions)[MainActions::kTheme]->setChecked(currentTheme() == layers::Theme::kLight);
  (*m_actions)[MainActions::kPresentation]->setChecked(currentScaleRatio() > 1.01);
}

void MainWindow::useLanguage(Language language) {
  m_translation.use(language);
  m_context.document.setLook(currentTheme(), currentScaleRatio(), languageCode(language));
  m_context.jobs.retranslate();
  retranslate();
}

void MainWindow::retranslate() {
  m_actions->retranslate();
  const auto& workspace = m_context.document.workspace();
  const bool open = workspace.has_value();
  setWindowTitle(open ? tr("%1 · Fengsui").arg(m_context.document.cityName()) : tr("Fengsui"));
  for (const auto id : {MainActions::kImport, MainActions::kOnlineMaps, MainActions::kPast, MainActions::kDrill,
                        MainActions::kWall, MainActions::kCloseWorkspace})
    (*m_actions)[id]->setEnabled(open);
  refreshRecentMenu();
}

bool MainWindow::idle() const {
  const bool showing_map = m_pages->currentWidget() == m_map_page;
  return m_workspaces->idle() && m_files->idle() && (!showing_map || m_canvas->idle());
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList files;
  for (const QUrl& url : event->mimeData()->urls()) {
    const QString path = url.toLocalFile();
    if (QFileInfo(path + QStringLiteral("/workspace.gpkg")).exists()) return m_workspaces->open(path);
    if (QFileInfo(path).fileName() == QLatin1String("workspace.gpkg"))
      return m_workspaces->open(QFileInfo(path).absolutePath());
    if (!path.isEmpty()) files << path;
  }
  m_files->add(files);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (m_memory == WindowMemory::kRestore && !m_copied && m_context.document.workspace()) {
    event->ignore();
    return m_keeper->leave([this] {
      m_copied = true;
      close();
    });
  }
  m_docks->remember();
  showMapPage();  // so that the panels are remembered as the map has them
  m_workspaces->saveChoices();
  if (m_memory == WindowMemory::kRestore) m_context.settings.setWindow(saveGeometry(), saveState(), m_docks->sizes());
  QMainWindow::closeEvent(event);
}

}  // namespace app
