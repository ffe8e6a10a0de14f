// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <optional>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/journal/clock_model.h"
#include "app/journal/entry_model.h"
#include "app/journal/journal_entry_form.h"
#include "app/journal/journal_job.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace app {

class ShiftForm;

// The duty journal (值班日志): who is on duty, the deadlines that run, entries of people and of the program, writing
// and correcting, the hand-over. While the map shows a moment of the past, so does the journal. Everything that reads
// or writes runs in jobs. Window's thread.
class JournalPanel : public QWidget {
  Q_OBJECT
 public:
  explicit JournalPanel(PanelContext& context, QWidget* parent = nullptr);

  bool busy() const { return m_read.busy() || m_write.busy() || m_report_slot.busy(); }
  const JournalViewPtr& view() const { return m_view; }
  EntryModel& entries() { return *m_entries; }
  ClockModel& clocks() { return *m_clocks; }
  QTableView* entryTable() { return m_entry_table; }
  QTableView* clockTable() { return m_clock_table; }
  JournalEntryForm* form() { return m_form; }
  ShiftForm* shiftForm() { return m_shift_form; }
  QLabel* onDuty() { return m_on_duty; }
  QLabel* trouble() { return m_trouble; }
  QLineEdit* search() { return m_search; }
  QCheckBox* openOnly() { return m_open_only; }
  QCheckBox* drills() { return m_drills; }
  // As the keys and buttons: marks the chosen deadline done; opens what the chosen entry is about; begins a shift or
  // hands over; writes .xlsx or .pdf of what is listed.
  void markDone();
  void openThing();
  void correctChosen();
  void changeShift();
  void saveReport(const QString& file);
  void read();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeWidgets();
  QWidget* makeMainPage();
  void makeFilters(QWidget& page);
  void accept(gis::Result<JournalViewPtr> view);
  void write(JournalStep step, std::function<void()> written);
  void writeTyped(const TypedEntry& typed);
  void showState();
  void fitColumns();
  void showDuty();
  void showChosen();
  void tick();
  void askForFile();
  void retranslate();
  std::optional<JournalPlace> place() const;
  JournalWish wish() const;
  const gis::journal::Entry* chosen() const;

  PanelContext& m_context;
  EntryModel* m_entries;
  ClockModel* m_clocks;
  QLabel *m_title, *m_on_duty, *m_note, *m_trouble, *m_empty, *m_chosen, *m_clock_title;
  QPushButton *m_report, *m_shift, *m_thing, *m_correct, *m_done;
  QToolButton* m_refresh;
  QStackedWidget* m_stack;
  QWidget* m_main;
  QTableView *m_clock_table, *m_entry_table;
  QLineEdit* m_search;
  QComboBox *m_kind, *m_span;
  QCheckBox *m_open_only, *m_drills;
  JournalEntryForm* m_form;
  ShiftForm* m_shift_form;
  JournalViewPtr m_view;
  std::optional<gis::Error> m_error;
  QElapsedTimer m_open_for, m_since_read;
  QTimer m_tick, m_typing;
  JobSlot<gis::Result<JournalViewPtr>> m_read;
  JobSlot<gis::Result<gis::journal::Entry>> m_write;
  JobSlot<gis::Result<void>> m_report_slot;
};

}  // namespace app
