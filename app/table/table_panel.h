// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <QWidget>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/table/row_model.h"
#include "app/table/row_record.h"
#include "gis/table/table_schema_store.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QScrollArea;
class QTableView;
class QToolButton;

namespace app {

class ColumnMenu;
class EntryForm;
class PastBar;
class RowForm;
class TableExporter;
class TableWatch;

// The rows behind a layer (属性表): any table of the workspace, filtered as one types, sorted by its headings, copied
// to a spreadsheet; the current row is picked on the map and the other way round. Everything that reads the database
// runs in jobs; a new question drops the answer to the one before. Window's thread.
class TablePanel : public QWidget {
  Q_OBJECT
 public:
  explicit TablePanel(PanelContext& context, QWidget* parent = nullptr);
  ~TablePanel() override;

  // Shows a table of the workspace, in front, whatever was shown before.
  void open(const std::string& table);
  void openLayer(const QString& layer_id);
  // Of the table that is open, the rows that are chosen on the map and no others.
  void showChosenOnly();
  void setFilter(const QString& text);
  bool busy() const;
  const RowModel& model() const { return *m_model; }

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeKeys();
  void retranslate();
  void arrangeBar();
  void workspaceChanged();
  void listTables();
  void fillTables();
  void opened(gis::Result<OpenedTable> opened);
  void showColumns(std::vector<std::size_t> columns);
  void fitColumns();
  void ask();
  void answered(gis::Result<gis::QueryAnswer> answer);
  void askColours();
  void showCount();
  void showPage();
  QString filterTrouble(const gis::Error& error) const;
  void currentRowChanged();
  void rowsSelected();
  void followPicked();
  void followChosen();
  void markChosen();
  void exportRows();
  void showForm();
  void readAgain();
  void zoomToRows();
  void copyRows();
  void newRow();
  void addNewRow();
  void closeNewRow();
  void removeChosenRows();
  void showPast(bool on);
  void readPast();
  void showPastRows();
  void headerMenu(const QPoint& at);
  void shade(std::size_t column, ShadeRule rule);
  bool canWrite() const;
  QString savingTrouble(const gis::Error& error) const;
  std::vector<std::int64_t> selectedFids() const;

  PanelContext& m_context;
  RowModel* m_model;
  QComboBox* m_tables;
  QLineEdit* m_filter;
  QToolButton* m_only;  // the chosen rows alone
  QToolButton* m_columns_button;
  QToolButton* m_export;
  QToolButton* m_form_button;
  QToolButton* m_new;
  QToolButton* m_remove;
  QToolButton* m_past_button;
  QWidget* m_buttons;
  QGridLayout* m_bar;
  bool m_buttons_below = false;
  ColumnMenu* m_columns_menu;
  QLabel* m_count;
  QLabel* m_trouble;
  QStackedWidget* m_pages;
  QLabel* m_empty;
  QTableView* m_view;
  RowForm* m_form;
  QScrollArea* m_entry_page;  // the form of a new row
  EntryForm* m_entry = nullptr;
  QLabel* m_entry_said = nullptr;
  PastBar* m_past_bar;
  OpenTablePtr m_now;  // what is shown again when the past is left
  TableExporter* m_exporter;
  TableWatch* m_watch;

  std::vector<gis::TableSummary> m_summaries;
  std::string m_wanted;  // the table that is open or being opened
  std::optional<gis::Error> m_error;
  std::optional<gis::Error> m_filter_error;
  std::optional<gis::RowSort> m_sort;
  gis::QueryMemory m_memory;
  std::size_t m_total = 0;
  bool m_counted = false;  // m_total is known
  double m_read_ratio = 0;
  bool m_telling = false;
  std::optional<std::int64_t> m_follow;  // the row to go to when the answer is there
  std::vector<std::int64_t> m_chosen;    // on the map, of this table
  QTimer m_tell;                         // the map, after the selection has settled

  JobSlot<gis::Result<AddedRow>> m_add_slot;
  JobSlot<gis::Result<gis::StepDone>> m_remove_slot;
  JobSlot<gis::Result<std::shared_ptr<const TablePast>>> m_past_slot;
  JobSlot<ColumnShade> m_shade_slot;
  JobSlot<gis::Result<std::vector<gis::TableSummary>>> m_list_slot;
  JobSlot<gis::Result<OpenedTable>> m_open_slot;
  JobSlot<gis::Result<gis::QueryAnswer>> m_ask_slot;
  JobSlot<CodeColours> m_colours_slot;
  JobSlot<gis::Result<gis::LonLatBox>> m_box_slot;
  JobSlot<gis::Result<QString>> m_copy_slot;
};

}  // namespace app
