// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/weather/weather_jobs.h"
#include "layers/vector/icon_set.h"

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace app {

class WarningForm;

// Weather warnings in force (气象预警信号): a list with the time left, the districts hatched on the map; issued,
// updated and cancelled here by messages that are only ever added. Window's thread.
class WeatherPanel : public QWidget {
  Q_OBJECT
 public:
  explicit WeatherPanel(PanelContext& context, QWidget* parent = nullptr);
  QListWidget* list() const { return m_list; }
  WarningForm* form() const { return m_form; }
  bool busy() const { return m_slot.busy(); }
  void reload();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void refresh();
  void refreshDetails();
  void refreshTimes();
  void draw();
  std::int64_t nowMs() const;
  void showBook(gis::Result<WarningBook> book);
  void issue(gis::weather::WarningMessage message);
  void store(const gis::weather::WarningRecord& record);
  const gis::weather::WarningEvent* chosen() const;
  QString typeName(const std::string& code) const;
  QString leftText(const gis::weather::WarningEvent& event) const;
  QString areaText(const gis::weather::WarningRecord& record) const;
  PanelContext& m_context;
  JobSlot<gis::Result<WarningBook>> m_slot;
  std::optional<WarningBook> m_book;
  std::int64_t m_ahead_ms = 0;  // of the clock, of what counts as now in the workspace
  std::vector<gis::weather::WarningEvent> m_events;
  layers::IconSet m_icons;
  QTimer m_tick;
  QLabel* m_summary;
  QListWidget* m_list;
  QCheckBox* m_past;
  QLabel* m_details;
  QPushButton* m_new;
  QPushButton* m_update;
  QPushButton* m_cancel;
  WarningForm* m_form;
};

}  // namespace app
