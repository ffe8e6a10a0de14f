// SPDX-License-Identifier: GPL-3.0-or-later
// How the panel of reports is put together and shows what it has; what it does is in situation_panel.cpp.
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

#include "app/core/map_document.h"
#include "app/core/panel_head.h"
#include "app/core/wheel_pass.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/situation/blank_form.h"
#include "app/situation/situation_panel.h"
#include "app/situation_report/situation_text.h"
#include "app/text/error_text.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

constexpr int kMinute_ms = 60'000;
constexpr int kShownDue = 4;  // deadlines without scrolling
// On the smallest screen two fields of the form are in sight, and three findings.
constexpr int kForm_px = 124, kFindings_px = 84;

QTableWidget* plainTable() {
  auto* table = new QTableWidget;
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->verticalHeader()->hide();
  table->horizontalHeader()->setStretchLastSection(true);
  table->setTabKeyNavigation(false);
  return table;
}

}  // namespace

SituationPanel::SituationPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new QLabel),
      m_note(new QLabel),
      m_trouble(new QLabel),
      m_empty(new QLabel),
      m_daily(new QPushButton),
      m_issue(new QPushButton),
      m_save(new QPushButton),
      m_correct(new QPushButton),
      m_refresh(new QToolButton),
      m_stack(new QStackedWidget),
      m_tabs(new QTabWidget),
      m_due(new QListWidget),
      m_findings(new QListWidget),
      m_incident(new QComboBox),
      m_kind(new QComboBox),
      m_form(new BlankForm),
      m_text(new QTextBrowser),
      m_good(new QLabel),
      m_rows_title(new QLabel),
      m_issued_hint(new QLabel),
      m_rows(plainTable()),
      m_issued(plainTable()),
      m_minute(new QTimer(this)),
      m_read(context.pools, Pool::kIo),
      m_issue_slot(context.pools, Pool::kIo),
      m_save_slot(context.pools, Pool::kIo),
      m_rows_slot(context.pools, Pool::kIo),
      m_file_slot(context.pools, Pool::kIo) {
  makeWidgets();
  connectAll();
  m_minute->start(kMinute_ms);
  retranslate();
  showState();
}

void SituationPanel::makeWidgets() {
  setMinimumWidth(dp(340));
  m_daily->setProperty("primary", true);
  QVBoxLayout* column = makePanelHead(*this, *m_title, {m_daily}, *m_refresh);
  m_note->setProperty("role", "faint");
  m_trouble->setProperty("role", "danger");
  for (QLabel* label : {m_note, m_trouble}) {
    label->setWordWrap(true);
    label->hide();
    column->addWidget(label);
  }
  m_tabs->setDocumentMode(true);
  m_tabs->addTab(makeWriting(), QString());
  m_tabs->addTab(makeIssued(), QString());
  m_empty->setWordWrap(true);
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setProperty("role", "second");
  m_stack->addWidget(m_tabs);
  m_stack->addWidget(m_empty);
  column->addWidget(m_stack, 1);
}

QWidget* SituationPanel::makeWriting() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, dp(4), 0, 0);
  column->setSpacing(dp(4));
  m_due->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  m_due->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // it would lie over the last deadline
  column->addWidget(m_due);
  auto* choice = new QHBoxLayout;
  m_incident->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_incident->setMinimumContentsLength(8);
  for (QComboBox* chosen : {m_incident, m_kind}) passWheel(*chosen);
  choice->addWidget(m_incident, 2);
  choice->addWidget(m_kind, 1);
  column->addLayout(choice);

  auto* parts = new QSplitter(Qt::Vertical);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidget(m_form);
  scroll->setMinimumHeight(dp(kForm_px));
  m_text->setOpenLinks(false);
  auto* below = new QWidget;
  auto* rows = new QVBoxLayout(below);
  rows->setContentsMargins(0, 0, 0, 0);
  m_rows_title->setWordWrap(true);
  m_rows_title->setProperty("role", "second");
  rows->addWidget(m_text, 3);
  rows->addWidget(m_rows_title);
  rows->addWidget(m_rows, 1);
  m_rows_title->hide();
  m_rows->hide();
  parts->addWidget(scroll);
  parts->addWidget(below);
  parts->setStretchFactor(0, 1);
  parts->setStretchFactor(1, 2);
  parts->setChildrenCollapsible(false);
  column->addWidget(parts, 1);

  m_findings->setWordWrap(true);
  column->addWidget(m_findings);
  m_good->setWordWrap(true);
  column->addWidget(m_good);
  auto* buttons = new QHBoxLayout;
  m_issue->setProperty("primary", true);
  buttons->addWidget(m_save);
  buttons->addStretch(1);
  buttons->addWidget(m_issue);
  column->addLayout(buttons);
  return page;
}

QWidget* SituationPanel::makeIssued() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, dp(4), 0, 0);
  m_issued_hint->setWordWrap(true);
  m_issued_hint->setProperty("role", "second");
  column->addWidget(m_issued_hint);
  column->addWidget(m_issued, 1);
  column->addWidget(m_correct, 0, Qt::AlignRight);
  return page;
}

void SituationPanel::fillChoices() {
  const QSignalBlocker quiet_incident(m_incident), quiet_kind(m_kind);
  m_incident->clear();
  m_incident->addItem(tr("No incident"), QString());
  for (const gis::situation::IncidentBrief& one : m_view->incidents)
    m_incident->addItem((one.is_drill ? tr("[Drill] ") : QString()) + QString::fromStdString(one.title) +
                            QStringLiteral("  ") + QString::fromStdString(one.number),
                        QString::fromStdString(one.uuid));
  m_incident->setCurrentIndex(std::max(0, m_incident->findData(QString::fromStdString(m_wish.incident))));
  m_kind->setCurrentIndex(static_cast<int>(m_wish.kind));
}

void SituationPanel::fillDue() {
  const ThemeColours& colours = themeColours(currentTheme());
  m_due->clear();
  for (const gis::situation::Deadline& due : m_view->due) {
    const qint64 left_ms = due.leftMs(m_view->now_utc_ms);
    auto* item = new QListWidgetItem(timeLeftText(left_ms) + QStringLiteral("  ") + deadlineText(due), m_due);
    item->setToolTip(item->text() + QLatin1Char('\n') +
                     tr("Due %1. %2").arg(beijingTimeText(due.due_utc_ms), QString::fromStdString(due.source)));
    if (left_ms < 0) item->setForeground(colours.danger);
  }
  const int lines = std::clamp(m_due->count(), 1, kShownDue);
  m_due->setFixedHeight(lines * std::max(m_due->sizeHintForRow(0), dp(18)) + dp(6));
}

void SituationPanel::fillFindings() {
  m_findings->clear();
  for (const gis::situation::Finding& finding : m_draft.findings) m_findings->addItem(findingText(finding));
  // What it does not need is the draft's.
  int high_px = dp(6);
  for (int row = 0; row < m_findings->count() && high_px < dp(kFindings_px); ++row)
    high_px += std::max(m_findings->sizeHintForRow(row), dp(18));
  m_findings->setFixedHeight(std::min(high_px, dp(kFindings_px)));
  m_findings->setVisible(m_findings->count() > 0);
}

void SituationPanel::fillIssued() {
  m_issued->setRowCount(static_cast<int>(m_view->issued.size()));
  for (int row = 0; row < m_issued->rowCount(); ++row) {
    const gis::situation::IssuedReport& report = m_view->issued[static_cast<std::size_t>(row)];
    const QStringList cells{QString::fromStdString(report.number), reportKindText(report.kind),
                            beijingTimeText(report.issued_utc_ms), QString::fromStdString(report.issued_by),
                            QString::fromStdString(report.title)};
    for (int column = 0; column < cells.size(); ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setToolTip(cells[column]);
      m_issued->setItem(row, column, item);
    }
  }
  m_issued->resizeColumnsToContents();
  if (!std::exchange(m_shows_newest, false) || m_issued->rowCount() == 0) return;
  m_issued->setCurrentCell(0, 0);
  m_issued->setFocus(Qt::OtherFocusReason);
}

void SituationPanel::showState() {
  const auto& workspace = m_context.document.workspace();
  m_trouble->setText(m_error ? errorSentence(*m_error) : QString());
  m_trouble->setVisible(m_error.has_value());
  m_refresh->setEnabled(workspace.has_value());
  m_daily->setEnabled(m_view != nullptr);
  m_note->setVisible(m_view && m_view->is_demo);
  if (m_view && m_view->is_demo)
    m_note->setText(tr("Demo data: here it is always %1.").arg(beijingTimeText(m_view->now_utc_ms)));
  m_stack->setCurrentWidget(m_view ? static_cast<QWidget*>(m_tabs) : m_empty);
  m_empty->setText(!workspace      ? tr("Open a workspace to write its reports.")
                   : m_read.busy() ? tr("Reading what the report says …")
                                   : QString());
  const bool may_write = workspace && !workspace->read_only_reason;
  m_issue->setEnabled(may_write && m_view && !m_issue_slot.busy());
  m_good->setVisible(m_view && m_draft.findings.empty());
  m_good->setText(may_write ? tr("Nothing is missing: it can be issued.")
                            : tr("Nothing is missing. This workspace can only be read, so nothing is issued here."));
  m_issued_hint->setText(m_view && m_view->issued.empty()
                             ? tr("Nothing has been issued yet. Write a report on the other page.")
                             : tr("Enter opens the file. What is wrong is put right by a new report."));
  m_correct->setEnabled(m_issued->rowCount() > 0);
}

void SituationPanel::retranslate() {
  setWindowTitle(tr("Reports"));
  m_title->setText(tr("Reports"));
  m_daily->setText(tr("Daily report"));
  m_daily->setToolTip(tr("The daily report with the figures of this moment"));
  m_refresh->setIcon(themedIcon(QStringLiteral("refresh")));
  m_refresh->setToolTip(tr("Read again"));
  m_tabs->setTabText(0, tr("Write"));
  m_tabs->setTabText(1, tr("Issued"));
  m_issue->setText(tr("Issue"));
  m_issue->setToolTip(tr("It gets its number and stays as it is (Ctrl+Enter)"));
  m_save->setText(tr("Save draft …"));
  m_correct->setText(tr("Correct …"));
  m_correct->setToolTip(tr("A new report that puts the chosen one right"));
  m_due->setAccessibleName(tr("What is due"));
  m_findings->setAccessibleName(tr("What keeps it from being issued"));
  m_text->setAccessibleName(tr("Draft"));
  m_text->setToolTip(tr("A click on a figure shows the rows it was counted from"));
  m_incident->setAccessibleName(tr("Incident"));
  m_kind->setAccessibleName(tr("Kind of report"));
  m_issued->setColumnCount(5);
  m_issued->setHorizontalHeaderLabels({tr("Number"), tr("Kind"), tr("Issued"), tr("By"), tr("Title")});
  const int kind = m_kind->currentIndex();
  const QSignalBlocker quiet(m_kind);
  m_kind->clear();
  for (const gis::situation::ReportKind one : gis::situation::kReportKinds) m_kind->addItem(reportKindText(one));
  m_kind->setCurrentIndex(std::max(0, kind));
  if (m_view) {
    m_form->setBlanks(m_view->catalogue->templateOf(m_wish.kind).blanks, m_view->material.facts);
    fillChoices();
    fillDue();
    fillIssued();
    makeDraft();
  }
  showState();
}

}  // namespace app
