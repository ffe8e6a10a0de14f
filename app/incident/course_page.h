// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/incident/incident_page.h"
#include "app/jobs/job_slot.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace app {

// The time line, newest first: the incident's own events and those of what it is linked to; saved as Excel or PDF.
class CoursePage : public IncidentPage {
  Q_OBJECT
 public:
  explicit CoursePage(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override { return m_read.busy() || m_save.busy(); }
  QTableWidget* table() { return m_table; }
  void save(const QString& file);

 protected:
  void retranslate() override;
  void showIncident() override;
  void showEvent(QShowEvent* event) override;

 private:
  void read();
  void showRows();
  void askForFile();
  QLabel* m_trouble;
  QTableWidget* m_table;
  QPushButton* m_export;
  IncidentTimeline m_timeline;
  std::string m_read_for;  // incident and number of its events
  JobSlot<gis::Result<IncidentTimeline>> m_read;
  JobSlot<gis::Result<void>> m_save;
};

}  // namespace app
