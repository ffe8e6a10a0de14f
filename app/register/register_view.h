// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <QWidget>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/register/register_query.h"
#include "app/table/row_model.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace app {

class ChipRows;
class RowForm;
class TableExporter;

// A register (台账、清单): the rows of one table of the workspace with the few columns that matter, for a hazard's
// panel at the right or below. Filter as in the attribute table, chips for the usual questions, a list of counties; a
// row is shown on the map when it becomes the current one, Enter opens its form and Esc leaves it, double click goes
// close and asks what is there. Follows the workspace and whatever changes its rows. Everything that reads runs in
// jobs. Window's thread.
//
//   auto* view = new RegisterView(context, {.table = "geohazard_point", .columns = {"name", "danger_grade"},
//                                           .chips = {{{"险情", "Danger"}, "danger_grade"}},
//                                           .county_column = "division_code"});
class RegisterView : public QWidget {
  Q_OBJECT
 public:
  RegisterView(PanelContext& context, RegisterSpec spec, QWidget* parent = nullptr);
  ~RegisterView() override;

  // Another table or other columns, chips and words in the same place.
  void setSpec(RegisterSpec spec);
  const RegisterSpec& spec() const { return m_spec; }
  void setFilter(const QString& text);
  // Holds as well, whatever is typed; for a room that narrows its register (the rows of one risk area ...).
  void setAlso(const QString& filter);
  // Presses chips by place; waits for the table to be read if it is not.
  void press(std::size_t question, std::size_t chip);
  void pick(std::int64_t fid);
  void openForm(std::int64_t fid);
  void closeForm();
  void readAgain();

  bool busy() const;
  const RowModel& model() const { return *m_model; }
  std::optional<std::int64_t> currentFid() const;
  // Those that are marked; all that are shown when there are fewer than two of them.
  std::vector<std::int64_t> wantedFids() const;
  bool formShown() const;
  // A line of the room's own buttons below the rows.
  QHBoxLayout* actions() { return m_actions; }

 signals:
  void currentChanged(std::optional<std::int64_t> fid);
  // Other rows are shown, or the same ones were read anew.
  void rowsChanged();
  // A cell was saved in the form.
  void saved(std::int64_t fid);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeList();
  void makeForm();
  void makeKeys();
  void retranslate();
  void documentChanged(unsigned properties);
  void open();
  void opened(gis::Result<OpenRegister> opened);
  void fillCounties();
  void fitColumns();
  void ask();
  void answered(gis::Result<RegisterAnswer> answer);
  void showCount();
  void showPage();
  void currentRowChanged();
  void showOnMap(std::int64_t fid, bool close);
  void followPicked();
  std::optional<std::int64_t> mark() const;

  PanelContext& m_context;
  RegisterSpec m_spec;
  RowModel* m_model;
  QStackedWidget* m_stack;  // the list, the form
  QWidget* m_list;
  QWidget* m_form_page;
  QLineEdit* m_filter;
  QComboBox* m_county;
  QToolButton* m_fold;
  ChipRows* m_chips;
  QLabel* m_trouble;
  QLabel* m_count;
  QToolButton* m_more;
  QToolButton* m_table_button;
  QToolButton* m_export;
  QStackedWidget* m_pages;
  QLabel* m_empty;
  QTableView* m_view;
  QHBoxLayout* m_actions;
  QToolButton* m_back;
  QToolButton* m_previous;
  QToolButton* m_next;
  QLabel* m_form_title;
  RowForm* m_form;
  TableExporter* m_exporter;

  std::optional<OpenRegister> m_open;
  std::optional<gis::Error> m_error;
  std::optional<gis::Error> m_filter_error;
  std::optional<gis::RowSort> m_sort;
  QString m_also;
  gis::QueryMemory m_memory;
  std::size_t m_total = 0;
  bool m_counted = false;
  bool m_telling = false;
  std::optional<std::int64_t> m_seen;         // the table's mark when it was read
  std::optional<std::int64_t> m_follow;       // the row to go to when the answer is there
  std::optional<std::int64_t> m_form_wanted;  // its form, when the table is there
  std::vector<std::pair<std::size_t, std::size_t>> m_to_press;
  QTimer m_typing;

  JobSlot<gis::Result<OpenRegister>> m_open_slot;
  JobSlot<gis::Result<RegisterAnswer>> m_ask_slot;
  JobSlot<gis::Result<gis::LonLatBox>> m_box_slot;
};

}  // namespace app
