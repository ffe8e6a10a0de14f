// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>
#include <string>
#include <vector>

#include "app/incident/incident_job.h"
#include "app/jobs/job_slot.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QTabWidget;
class QToolButton;

namespace app {

struct PanelContext;
class CardPage;
class CoursePage;
class FiguresPage;
class IncidentForm;
class IncidentPage;
class LinksPage;
class TasksPage;

// Incidents (事件): a list by state, type, real or drill; the chosen one's card, figures, tasks, links and time line;
// where they are on the map. Everything that reads or writes runs in jobs. Window's thread.
class IncidentPanel : public QWidget {
  Q_OBJECT
 public:
  explicit IncidentPanel(PanelContext& context, QWidget* parent = nullptr);

  bool busy() const;
  const IncidentViewPtr& view() const { return m_view; }
  QTableWidget* table() { return m_table; }
  QTabWidget* tabs() { return m_tabs; }
  CardPage* card() { return m_card; }
  FiguresPage* figures() { return m_figures; }
  TasksPage* tasks() { return m_tasks; }
  LinksPage* links() { return m_links; }
  CoursePage* course() { return m_course; }
  IncidentForm* form() { return m_form; }
  QLabel* trouble() { return m_trouble; }
  const std::string& chosen() const { return m_chosen; }
  void choose(const std::string& uuid);
  // "UUID/NAME": the incident, and where NAME is told: a figure in its field, a word of the head in the form, else the
  // card. What is not known yet is read first.
  void open(const QString& item);
  void enterNew();
  // Combo indexes: 0 all; of the states, then types and kinds as listed.
  void filter(int state, int type, int kind);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeWidgets();
  void connectWidgets();
  void read();
  void write(const IncidentWork& work);
  void accept(gis::Result<IncidentViewPtr> view);
  void showRows();
  void showChosen();
  void showState();
  bool openWanted();
  void flyToChosen();
  void fillFilters();
  void updateLayer();
  bool mayWrite() const;
  bool isWanted(const gis::incident::Incident& one) const;
  void retranslate();

  PanelContext& m_context;
  QLabel *m_heading, *m_trouble, *m_empty, *m_name;
  QPushButton* m_new;
  QToolButton* m_refresh;
  QComboBox *m_states, *m_types, *m_kinds;
  QStackedWidget* m_stack;  // list and card, form, what is said instead
  QWidget *m_list, *m_empty_page;
  QTableWidget* m_table;
  QTabWidget* m_tabs;
  CardPage* m_card;
  FiguresPage* m_figures;
  TasksPage* m_tasks;
  LinksPage* m_links;
  CoursePage* m_course;
  IncidentForm* m_form;
  std::vector<IncidentPage*> m_pages;
  std::vector<std::string> m_uuids;  // of the rows
  std::string m_chosen;
  QString m_wanted;  // item that is opened as soon as it has been read
  IncidentViewPtr m_view;
  std::optional<gis::Error> m_error;
  JobSlot<gis::Result<IncidentViewPtr>> m_read;
  JobSlot<gis::Result<gis::incident::Incident>> m_write;
};

}  // namespace app
