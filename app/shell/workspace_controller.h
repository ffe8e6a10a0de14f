// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QString>
#include <memory>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/shell/early_reading.h"
#include "app/shell/layer_loader.h"
#include "app/shell/workspace_reading.h"
#include "app/shell/workspace_watch.h"
#include "gis/demo/demo.h"

namespace app {

// Opens and closes workspaces and makes the demonstration city: quickly the facts and the list of layers, then the
// layers one by one behind the window. Window's thread.
class WorkspaceController : public QObject {
  Q_OBJECT
 public:
  explicit WorkspaceController(PanelContext& context, QObject* parent = nullptr);
  ~WorkspaceController() override;

  void open(const QString& folder) { openWith(folder, {}); }
  // What is already being read of the same folder.
  void openWith(const QString& folder, std::shared_ptr<EarlyReading> early);
  bool isOpening() const { return m_open.busy(); }
  void close();
  // Brings the open workspace of an older program up to date, after a copy, and opens it anew.
  void upgrade();
  void makeDemo(const QString& folder, gis::demo::Scale scale);
  void cancelDemo();
  bool demoRunning() const { return m_demo.busy(); }
  // Whatever is ticked is on the map; others may still be loading behind it.
  bool shownLayersLoaded() const;
  // Nothing is being opened, made or loaded.
  bool idle() const { return !m_open.busy() && !m_demo.busy() && !m_upgrade.busy() && m_loader.idle(); }
  void saveChoices();
  // Rows that this window has written; see MapControl::rows_changed.
  void showRows(const gis::StepDone& done);

 signals:
  void opening(const QString& folder);
  void opened();
  // The document still holds the workspace that is about to go.
  void leaving(const QString& folder);
  void closed();
  void openFailed(const QString& folder, const gis::Error& error);
  void demoProgress(double done_ratio);
  void demoEnded();
  void demoFailed(const QString& folder, const gis::Error& error);

 private:
  void accept(ReadWorkspace opened, std::shared_ptr<EarlyReading> early);
  void applyChoices(std::vector<MapLayer>& layers) const;

  PanelContext& m_context;
  LayerLoader m_loader;
  WorkspaceWatch m_watch;
  JobSlot<gis::Result<ReadWorkspace>> m_open;
  JobSlot<gis::Result<gis::demo::DemoReport>> m_demo;
  JobSlot<gis::Result<std::optional<std::filesystem::path>>> m_upgrade;
  int m_demo_job = 0;
};

}  // namespace app
