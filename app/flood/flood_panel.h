// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/core/panel.h"
#include "app/flood/flood_job.h"
#include "app/flood/flood_list.h"
#include "app/jobs/job_slot.h"
#include "layers/flood/flood_layer.h"

class QComboBox;
class QLabel;
class QTabWidget;
class QToolButton;

namespace app {

class CatchmentPage;
class DroughtPage;
class FloodPage;
class NowPage;
class RainPage;
class ReservoirPage;
class RiverPage;
class PickTool;

// Floods and drought (水旱灾害): what is over a threshold now, rain and villages, rivers, reservoirs, catchments up-
// and downstream, drought; warnings as a layer of the map. The moment that is judged can be moved back. Everything that
// reads or writes runs in jobs. Window's thread.
class FloodPanel : public QWidget {
  Q_OBJECT
 public:
  explicit FloodPanel(PanelContext& context, QWidget* parent = nullptr);
  ~FloodPanel() override;

  bool busy() const { return m_load.busy(); }
  const FloodViewPtr& view() const { return m_view; }
  QTabWidget* tabs() const { return m_tabs; }
  CatchmentPage* catchments() const { return m_catchments; }
  RainPage* rain() const { return m_rain; }
  NowPage* now() const { return m_now; }
  // Judges the moment anew; none: the latest.
  void load(std::optional<std::int64_t> as_of_utc_ms);
  void importFile(const std::filesystem::path& file);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void makeWidgets();
  void connectPages();
  void reset();
  void retranslate();
  void showHeader();
  void chooseFile();
  void showImport(gis::Result<gis::Loaded<gis::flood::ReadingFile>> loaded);
  void showTrouble();
  void accept(gis::Result<FloodViewPtr> view);
  void readRivers();
  void trace(std::size_t reach, gis::flood::Direction direction);
  void pick(gis::MapXY where);
  void usePickTool(bool on);
  void goTo(const FloodRow& row);
  void updateLayer();
  void step(int hours);
  void written(gis::Result<void> done, const QString& sentence);
  bool canEdit() const;

  PanelContext& m_context;
  JobSlot<gis::Result<FloodViewPtr>> m_load;
  JobSlot<gis::Result<RiverMapPtr>> m_rivers;
  JobSlot<gis::Result<TracedRiver>> m_trace;
  JobSlot<gis::Result<gis::Loaded<gis::flood::ReadingFile>>> m_import;
  JobSlot<gis::Result<void>> m_write;
  JobSlot<gis::Result<int>> m_compute;
  FloodViewPtr m_view;
  std::optional<std::int64_t> m_as_of_utc_ms;
  std::optional<gis::Error> m_error;
  std::optional<gis::Error> m_import_error;  // of the last file; until the next one
  std::vector<gis::Warning> m_left_out;      // its first rows that were not taken in
  std::size_t m_left_out_count = 0;
  layers::FloodPicture m_marks, m_traced;
  QPointer<PickTool> m_tool;
  QTimer m_again;  // ages grow even when nothing is reported
  QLabel* m_time;
  QLabel *m_made, *m_age;
  QToolButton *m_back, *m_forward, *m_latest, *m_refresh;
  QComboBox* m_method;
  QLabel* m_trouble;
  QTabWidget* m_tabs;
  NowPage* m_now;
  RainPage* m_rain;
  RiverPage* m_river;
  ReservoirPage* m_reservoir;
  CatchmentPage* m_catchments;
  DroughtPage* m_drought;
};

}  // namespace app
