// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/situation/situation_panel.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>
#include <QUrl>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/footprint/threatened.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/situation/blank_form.h"
#include "app/situation/draft_html.h"
#include "app/situation_report/situation_file.h"
#include "app/situation_report/situation_text.h"
#include "app/text/error_text.h"
#include "app/text/moment_text.h"
#include "gis/situation/draft_document.h"

namespace app {

namespace situation = gis::situation;

void SituationPanel::connectAll() {
  connect(m_refresh, &QToolButton::clicked, this, &SituationPanel::read);
  connect(m_daily, &QPushButton::clicked, this, [this] { choose(situation::ReportKind::kDaily, {}); });
  connect(m_issue, &QPushButton::clicked, this, &SituationPanel::issue);
  connect(m_save, &QPushButton::clicked, this, &SituationPanel::askForFile);
  const auto chosen = [this] {
    choose(situation::kReportKinds[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))],
           m_incident->currentData().toString().toStdString());
  };
  connect(m_kind, &QComboBox::activated, this, chosen);
  connect(m_incident, &QComboBox::activated, this, chosen);
  connect(m_form, &BlankForm::edited, this, &SituationPanel::makeDraft);
  connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) { openLink(link.toString()); });
  connect(m_findings, &QListWidget::itemActivated, this,
          [this](QListWidgetItem* item) { openFinding(m_findings->row(item)); });
  connect(m_findings, &QListWidget::itemClicked, m_findings, &QListWidget::itemActivated);
  connect(m_due, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    const auto row = static_cast<std::size_t>(m_due->row(item));
    if (!m_view || row >= m_view->due.size()) return;
    const situation::Deadline& due = m_view->due[row];
    choose(due.kind == situation::DueKind::kDaily    ? situation::ReportKind::kDaily
           : due.kind == situation::DueKind::kUpdate ? situation::ReportKind::kUpdate
                                                     : situation::ReportKind::kFirst,
           due.incident_uuid);
  });
  connect(m_due, &QListWidget::itemClicked, m_due, &QListWidget::itemActivated);
  connect(m_issued, &QTableWidget::cellActivated, this, [this](int row, int) { openIssued(row); });
  connect(m_correct, &QPushButton::clicked, this, [this] {
    const int row = m_issued->currentRow();
    if (m_view && row >= 0 && static_cast<std::size_t>(row) < m_view->issued.size())
      correct(m_view->issued[static_cast<std::size_t>(row)].number);
  });
  connect(m_minute, &QTimer::timeout, this, [this] {
    if (isVisible() && !m_read.busy()) read();
  });
  auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
  key->setContext(Qt::WidgetWithChildrenShortcut);
  connect(key, &QShortcut::activated, this, &SituationPanel::issue);
  connect(&m_context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!(change.properties & MapChange::kWorkspace)) return;
    m_read.drop();
    m_error.reset();
    m_wish = {};
    m_form->clear();
    accept(SituationViewPtr());
    if (isVisible()) read();
  });
}

bool SituationPanel::busy() const {
  return m_read.busy() || m_issue_slot.busy() || m_save_slot.busy() || m_rows_slot.busy() || m_file_slot.busy();
}

void SituationPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!m_view && !m_read.busy()) read();
}

void SituationPanel::choose(situation::ReportKind kind, const std::string& incident_uuid) {
  const std::string incident = kind == situation::ReportKind::kDaily ? std::string() : incident_uuid;
  if (incident != m_wish.incident) m_form->clear();
  m_wish = {kind, incident, 0, {}, false, {}};
  m_tabs->setCurrentIndex(0);
  read();
}

void SituationPanel::correct(const std::string& number) {
  if (!m_view) return;
  for (const situation::IssuedReport& report : m_view->issued)
    if (report.number == number) m_wish = {report.kind, report.incident_uuid, 0, {}, report.is_drill, number};
  m_tabs->setCurrentIndex(0);
  read();
}

void SituationPanel::read() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_read.ask([folder = workspace->folder, wish = m_wish](const gis::CancelToken&,
                                                         const gis::Progress&) { return readSituation(folder, wish); },
             [this](gis::Result<SituationViewPtr> view) { accept(std::move(view)); });
  showState();
}

void SituationPanel::accept(gis::Result<SituationViewPtr> view) {
  m_error.reset();
  if (!view) {
    m_error = std::move(view.error());
    return showState();
  }
  const bool is_begin = !m_view;
  m_view = std::move(*view);
  if (m_view) {
    // What is due first is what an officer opens this for.
    if (is_begin && m_wish.incident.empty() && !m_view->due.empty() && m_wish.kind == situation::ReportKind::kFirst) {
      const situation::Deadline& due = m_view->due.front();
      const bool daily = due.kind == situation::DueKind::kDaily;
      return choose(daily                                     ? situation::ReportKind::kDaily
                    : due.kind == situation::DueKind::kUpdate ? situation::ReportKind::kUpdate
                                                              : situation::ReportKind::kFirst,
                    due.incident_uuid);
    }
    const std::string of = m_wish.incident + ' ' + std::string(situation::reportKindName(m_wish.kind));
    if (of != m_form_of) m_form->setBlanks(m_view->catalogue->templateOf(m_wish.kind).blanks, m_view->material.facts);
    m_form_of = of;
    fillChoices();
    fillDue();
    fillIssued();
    makeDraft();
  }
  showState();
}

void SituationPanel::makeDraft() {
  if (!m_view) return;
  situation::DraftMaterial material = m_view->material;
  material.typed = m_form->typed();
  m_draft = situation::makeDraft(*m_view->catalogue, material);
  m_form->askReasons(*m_view->catalogue, m_draft.findings);
  const ThemeColours& colours = themeColours(currentTheme());
  const int at = m_text->verticalScrollBar()->value();
  m_text->setHtml(draftHtml(m_draft, colours.accent.name(), colours.danger.name()));
  m_text->verticalScrollBar()->setValue(at);
  fillFindings();
  showState();
}

void SituationPanel::openLink(const QString& link) {
  const std::string name = link.section(QLatin1Char(':'), 1).toStdString();
  // What is missing stands as a blank, be it words or a figure that nobody has told.
  if (link.startsWith(QLatin1String("blank:")) && (m_form->focus(name) || openWhereTold(name))) return;
  showRows(name);
}

void SituationPanel::openFinding(int row) {
  if (row < 0 || static_cast<std::size_t>(row) >= m_draft.findings.size()) return;
  const situation::Finding finding = m_draft.findings[static_cast<std::size_t>(row)];
  if (m_form->focus(finding.where)) return;
  const bool is_told_elsewhere = finding.code == situation::FindingCode::kNoData ||
                                 finding.code == situation::FindingCode::kStale ||
                                 finding.code == situation::FindingCode::kTotals;
  if (is_told_elsewhere && openWhereTold(finding.where)) return;
  if (finding.code == situation::FindingCode::kNoIncident) return m_incident->setFocus(Qt::OtherFocusReason);
  if (finding.code == situation::FindingCode::kOutOfOrder) return m_kind->setFocus(Qt::OtherFocusReason);
  showRows(finding.where);
}

// The room in which a figure is entered, at its field where the room is that of incidents. `name`: of the fact, or of a
// rule, whose total it is then. False when there is no such figure.
bool SituationPanel::openWhereTold(const std::string& name) {
  if (!m_view) return false;
  const situation::FactDefinition* fact = m_view->catalogue->fact(name);
  for (const situation::FigureRule& rule : m_view->catalogue->rules)
    if (!fact && rule.id == name) fact = m_view->catalogue->fact(rule.total);
  if (!fact) return false;
  constexpr std::pair<std::string_view, const char*> kRooms[] = {{"callout", "callout"},
                                                                 {"stock_move", "stocks"},
                                                                 {"evacuation", "evacuation"},
                                                                 {"warning_message", "weather"},
                                                                 {"division", "exposure"}};
  QString room = QStringLiteral("incident");
  for (const auto& [table, panel] : kRooms)
    if (std::ranges::find(fact->tables, table) != fact->tables.end()) room = QString::fromLatin1(panel);
  const bool is_here = room == QLatin1String("incident") && !m_wish.incident.empty();
  PlaceDesk::of(m_context.document)
      .openPanel(room, is_here ? QString::fromStdString(m_wish.incident + '/' + fact->figure) : QString());
  return true;
}

void SituationPanel::showRows(const std::string& name) {
  const auto& workspace = m_context.document.workspace();
  const situation::FactDefinition* fact = m_view ? m_view->catalogue->fact(name) : nullptr;
  if (!workspace || !fact) return;
  const auto known = m_draft.facts.find(name);
  QString title = bothText(fact->label);
  if (known != m_draft.facts.end())
    title += QStringLiteral(" ") + QString::fromStdString(known->second.text) + QStringLiteral(" · ") +
             tr("as of %1").arg(beijingTimeText(known->second.as_of_utc_ms));
  m_rows_title->setText(title);
  m_rows_slot.ask(
      [folder = workspace->folder, fact = *fact, question = situation::questionOf(m_view->material, m_view->is_demo)](
          const gis::CancelToken&, const gis::Progress&) { return readRows(folder, fact, question); },
      [this](gis::Result<situation::FactRows> found) {
        if (!found) return m_context.messages.add(found.error());
        m_rows->setColumnCount(static_cast<int>(found->titles.size()));
        m_rows->setRowCount(static_cast<int>(found->rows.size()));
        QStringList titles;
        for (const situation::BothLanguages& one : found->titles) titles << bothText(one);
        m_rows->setHorizontalHeaderLabels(titles);
        for (int r = 0; r < m_rows->rowCount(); ++r)
          for (int c = 0; c < m_rows->columnCount(); ++c)
            m_rows->setItem(r, c,
                            new QTableWidgetItem(QString::fromStdString(
                                found->rows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)])));
        m_rows->resizeColumnsToContents();
        m_rows->setVisible(m_rows->rowCount() > 0);
        if (m_rows->rowCount() == 0)
          m_rows_title->setText(m_rows_title->text() + QStringLiteral(" · ") + tr("no rows"));
        m_rows_title->show();
      });
}

void SituationPanel::issue() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_view || m_issue_slot.busy() || workspace->read_only_reason) return;
  if (!m_draft.findings.empty()) {
    m_findings->setFocus(Qt::OtherFocusReason);
    if (m_findings->currentRow() < 0) m_findings->setCurrentRow(0);
    if (m_context.map.say) m_context.map.say(tr("Not issued: put right what is listed first."));
    return;
  }
  situation::ReportWish wish = m_view->wish;
  wish.typed = m_form->typed();
  m_issue_slot.ask([folder = workspace->folder, wish, by = m_context.settings.author().name](
                       const gis::CancelToken&, const gis::Progress&) { return issueSituation(folder, wish, by); },
                   [this](gis::Result<IssuedFiles> done) {
                     if (!done) {
                       m_error = std::move(done.error());
                       return showState();
                     }
                     if (m_context.map.say)
                       m_context.map.say(tr("Issued: %1. Its files are in the workspace's folder exports.")
                                             .arg(QString::fromStdString(done->report.number)));
                     m_form->clear();
                     m_form_of.clear();
                     m_wish.corrects.clear();
                     m_tabs->setCurrentIndex(1);
                     m_shows_newest = true;
                     read();
                   });
  showState();
}

void SituationPanel::askForFile() {
  if (!m_view) return;
  const QString file =
      QFileDialog::getSaveFileName(this, tr("Save the draft"),
                                   m_context.settings.filesFolder() + QLatin1Char('/') +
                                       QString::fromStdString(situation::fileNameOf(m_draft)) + QStringLiteral(".docx"),
                                   tr("Word (*.docx);;PDF (*.pdf);;Excel (*.xlsx)"));
  if (!file.isEmpty()) saveDraft(file);
}

void SituationPanel::saveDraft(const QString& file) {
  m_save_slot.ask(
      [file, draft = m_draft, by = m_context.settings.author().name](const gis::CancelToken&, const gis::Progress&) {
        return writeSituationFile(file.toStdString(), draft, by);
      },
      [this, file](gis::Result<void> done) {
        if (!done) return m_context.messages.add(done.error());
        if (m_context.map.say) m_context.map.say(tr("Draft saved: %1").arg(file));
      });
}

void SituationPanel::openIssued(int row) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_view || row < 0 || static_cast<std::size_t>(row) >= m_view->issued.size()) return;
  m_file_slot.ask([folder = workspace->folder, number = m_view->issued[static_cast<std::size_t>(row)].number](
                      const gis::CancelToken&, const gis::Progress&) { return writeAgain(folder, number); },
                  [this](gis::Result<std::vector<std::filesystem::path>> files) {
                    if (!files) return m_context.messages.add(files.error());
                    QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(files->front().string())));
                  });
}

void SituationPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
