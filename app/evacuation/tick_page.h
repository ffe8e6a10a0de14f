// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/evacuation/evacuation_job.h"
#include "app/jobs/job_slot.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace app {

class BarChart;
class FigureCard;
class LineChart;
class TickGrid;

// Carrying out: one row for each village and shelter, those with people still there first, ticked off by typing the
// numbers as they stand. Numbers are kept one after the other as they are typed; one that does not add up is put back
// and the sentence says why. Window's thread.
class TickPage final : public QWidget {
  Q_OBJECT
 public:
  enum Column { kVillage, kLeft, kToMove, kMoved, kRefused, kShelter, kArrived, kColumns };
  explicit TickPage(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const { return m_write.busy() || !m_pending.empty() || m_report.busy(); }
  void setView(EvacuationViewPtr view);
  void open(const QString& uuid);
  const EvacuationRow* row() const;
  TickGrid* grid() { return m_grid; }
  QString says() const;
  // As the buttons.
  void end();
  void removeDrills();
  void saveReport(const QString& file);

 signals:
  void changed();  // something was written: read anew
  void chosen();   // another evacuation is shown

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct GridRow {
    std::size_t village;
    std::optional<std::size_t> shelter;  // in the plan; none: no place was planned
    bool first = true;                   // of its village
  };
  void makeWidgets();
  void fillBox();
  void orderRows();
  void fill();
  void fillCharts(const EvacuationRow& shown);
  void typed(int row, int column);
  void tickAll(int row, int column);
  void add(gis::evacuation::EvacuationEvent event);
  void flush();
  void askForFile();
  void refresh();
  void retranslate();

  PanelContext& m_context;
  EvacuationViewPtr m_view;
  std::string m_uuid;
  std::vector<GridRow> m_rows;
  std::vector<gis::evacuation::EvacuationEvent> m_pending;
  std::optional<gis::Error> m_error;
  JobSlot<gis::Result<void>> m_write;
  JobSlot<gis::Result<void>> m_report;
  QComboBox* m_which;
  FigureCard *m_left_card, *m_way_card, *m_there_card, *m_refused_card;
  QLabel* m_state;
  TickGrid* m_grid;
  LineChart* m_over_time;
  BarChart* m_shelters;
  QPushButton *m_paper, *m_end, *m_remove;
};

}  // namespace app
