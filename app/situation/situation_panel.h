// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>
#include <string>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/situation/situation_job.h"

class QComboBox;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableWidget;
class QTabWidget;
class QTextBrowser;
class QTimer;
class QToolButton;

namespace app {

class BlankForm;

// Reports (信息报送): what is due, the draft that fills itself from the data, the few fields that only a person can
// fill, what keeps it from being issued, and what was issued. A click on a figure shows the rows it was counted from.
// The draft is made anew at every key, from facts that were read in a job. Window's thread.
class SituationPanel : public QWidget {
  Q_OBJECT
 public:
  explicit SituationPanel(PanelContext& context, QWidget* parent = nullptr);

  bool busy() const;
  const SituationViewPtr& view() const { return m_view; }
  const gis::situation::Draft& draft() const { return m_draft; }
  BlankForm* form() { return m_form; }
  QListWidget* findings() { return m_findings; }
  QListWidget* due() { return m_due; }
  QTableWidget* rows() { return m_rows; }
  QTableWidget* issuedList() { return m_issued; }
  // As the boxes and buttons: a draft of this kind about this incident (empty: none); the daily report; issuing; a
  // file.
  void choose(gis::situation::ReportKind kind, const std::string& incident_uuid);
  void issue();
  void saveDraft(const QString& file);
  void showRows(const std::string& fact);
  void correct(const std::string& number);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeWidgets();
  QWidget* makeWriting();
  QWidget* makeIssued();
  void connectAll();
  void read();
  void accept(gis::Result<SituationViewPtr> view);
  void makeDraft();
  void fillChoices();
  void fillDue();
  void fillFindings();
  void fillIssued();
  void showState();
  void openLink(const QString& link);
  void openFinding(int row);
  bool openWhereTold(const std::string& name);
  void openIssued(int row);
  void askForFile();
  void retranslate();

  PanelContext& m_context;
  QLabel *m_title, *m_note, *m_trouble, *m_empty;
  QPushButton *m_daily, *m_issue, *m_save, *m_correct;
  QToolButton* m_refresh;
  QStackedWidget* m_stack;
  QTabWidget* m_tabs;
  QListWidget *m_due, *m_findings;
  QComboBox *m_incident, *m_kind;
  BlankForm* m_form;
  QTextBrowser* m_text;
  QLabel *m_good, *m_rows_title, *m_issued_hint;
  QTableWidget *m_rows, *m_issued;
  QTimer* m_minute;
  SituationViewPtr m_view;
  gis::situation::ReportWish m_wish;
  gis::situation::Draft m_draft;
  bool m_shows_newest = false;  // what was issued just now: Enter opens it
  std::string m_form_of;        // incident and kind that the form's fields are of
  std::optional<gis::Error> m_error;
  JobSlot<gis::Result<SituationViewPtr>> m_read;
  JobSlot<gis::Result<IssuedFiles>> m_issue_slot;
  JobSlot<gis::Result<void>> m_save_slot;
  JobSlot<gis::Result<gis::situation::FactRows>> m_rows_slot;
  JobSlot<gis::Result<std::vector<std::filesystem::path>>> m_file_slot;
};

}  // namespace app
