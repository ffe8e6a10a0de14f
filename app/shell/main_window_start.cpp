// SPDX-License-Identifier: GPL-3.0-or-later
// The start page of MainWindow; the rest of it is in main_window.cpp.
#include <QStackedWidget>

#include "app/settings/app_settings.h"
#include "app/shell/docks.h"
#include "app/shell/file_dialogs.h"
#include "app/shell/main_actions.h"
#include "app/shell/main_window.h"
#include "app/shell/room_bar.h"
#include "app/shell/start_page.h"
#include "app/shell/workspace_controller.h"

namespace app {

StartPage& MainWindow::start() {
  if (m_start) return *m_start;
  m_start = new StartPage(m_context.settings);
  m_pages->addWidget(m_start);
  connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseWorkspace);
  connect(m_start, &StartPage::openFolderWanted, m_workspaces, &WorkspaceController::open);
  connect(m_start, &StartPage::demoWanted, m_workspaces, &WorkspaceController::makeDemo);
  connect(m_start, &StartPage::cancelDemoWanted, m_workspaces, &WorkspaceController::cancelDemo);
  connect(m_start, &StartPage::backToMapWanted, this, &MainWindow::showMapPage);
  connect(m_start, &StartPage::demoBaseWanted, this, [this] {
    const QString folder = chooseFolder(this, tr("Where to keep the demonstration"), m_context.settings.demoFolder());
    if (!folder.isEmpty()) m_start->useDemoBase(folder);
  });
  connect(m_workspaces, &WorkspaceController::demoFailed, m_start, &StartPage::showDemoError);
  connect(m_workspaces, &WorkspaceController::opening, m_start, &StartPage::showOpening);
  connect(m_workspaces, &WorkspaceController::demoProgress, m_start, &StartPage::showDemoProgress);
  connect(m_workspaces, &WorkspaceController::demoEnded, m_start, &StartPage::showChoices);
  return *m_start;
}

void MainWindow::showStartPage() {
  // Panels about a map that is not there only confuse; they come back with it.
  m_docks->putAway();
  m_room_bar->hide();
  start().setMapBehind(m_context.document.workspace() || !m_context.document.layers().empty());
  m_pages->setCurrentWidget(m_start);
  m_start->focusFirst();
  m_actions->setMapCommands(MapCommands::kOff);
}

}  // namespace app
