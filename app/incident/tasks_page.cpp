// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident/tasks_page.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/incident_timeline/incident_words.h"
#include "app/settings/theme.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace incident = gis::incident;

enum TaskColumn { kTaskState, kTaskDeadline, kTaskText, kTaskOwner, kTaskClause, kTaskRemark, kTaskColumns };
constexpr int kMinute_ms = 60'000, kMostMinutes = 30 * 1440, kUsualMinutes = 60;

}  // namespace

TasksPage::TasksPage(PanelContext& context, QWidget* parent)
    : IncidentPage(context, parent),
      m_sum(new QLabel),
      m_table(new QTableWidget),
      m_states(new QComboBox),
      m_words(new QLineEdit),
      m_text(new QLineEdit),
      m_owner(new QLineEdit),
      m_minutes(new QSpinBox),
      m_move(new QPushButton),
      m_add(new QPushButton) {
  makeWidgets();
  const auto move = [this] {
    moveChosen(static_cast<incident::TaskState>(m_states->currentData().toInt()), m_words->text());
  };
  const auto add_now = [this] { add(m_text->text(), m_owner->text(), m_minutes->value()); };
  connect(m_move, &QPushButton::clicked, this, move);
  connect(m_words, &QLineEdit::returnPressed, this, move);
  connect(m_add, &QPushButton::clicked, this, add_now);
  connect(m_owner, &QLineEdit::returnPressed, this, add_now);
  retranslate();
}

void TasksPage::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(4));
  m_sum->setWordWrap(true);
  column->addWidget(m_sum);
  m_table->setColumnCount(kTaskColumns);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setTabKeyNavigation(false);
  m_table->verticalHeader()->hide();
  column->addWidget(m_table, 1);
  auto* moving = new QHBoxLayout;
  moving->addWidget(m_states);
  moving->addWidget(m_words, 1);
  moving->addWidget(m_move);
  column->addLayout(moving);
  m_minutes->setRange(0, kMostMinutes);
  m_minutes->setValue(kUsualMinutes);
  m_minutes->setSingleStep(kUsualMinutes / 2);
  auto* adding = new QHBoxLayout;
  adding->addWidget(m_text, 2);
  adding->addWidget(m_owner, 1);
  column->addLayout(adding);
  auto* until = new QHBoxLayout;
  until->addWidget(m_minutes);
  until->addStretch(1);
  until->addWidget(m_add);
  column->addLayout(until);
}

void TasksPage::showIncident() {
  const incident::Incident* one = incident();
  setEnabled(one != nullptr);
  const int chosen = m_table->currentRow();
  m_table->setRowCount(0);
  m_numbers.clear();
  if (!one) return;
  m_move->setEnabled(m_may_write);
  m_add->setEnabled(m_may_write);
  int open = 0, late = 0;
  for (const incident::Task& task : incident::tasksInOrder(*one, m_view->now_utc_ms)) {
    const bool overdue = task.isOverdue(m_view->now_utc_ms);
    open += task.isLive(), late += overdue;
    const QString texts[kTaskColumns] = {
        overdue ? tr("overdue") : taskStateText(task.state),
        task.draft.deadline_utc_ms == 0 ? QStringLiteral("-") : beijingTimeText(task.draft.deadline_utc_ms),
        QString::fromStdString(task.draft.text),
        QString::fromStdString(task.draft.owner),
        QString::fromStdString(task.draft.clause),
        QString::fromStdString(task.words)};
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_numbers.push_back(task.number);
    for (int c = 0; c < kTaskColumns; ++c) {
      auto* cell = new QTableWidgetItem(texts[c]);
      if (overdue && c <= kTaskDeadline) cell->setForeground(currentColours().danger);
      m_table->setItem(row, c, cell);
    }
  }
  m_table->resizeColumnsToContents();
  if (m_table->rowCount() > 0) m_table->selectRow(std::clamp(chosen, 0, m_table->rowCount() - 1));
  m_sum->setText(one->tasks.empty()
                     ? tr("No tasks yet. Starting a response begins those of its level; others are "
                          "added below.")
                     : tr("%1 tasks, %2 still to do, %3 overdue").arg(one->tasks.size()).arg(open).arg(late));
}

void TasksPage::add(const QString& text, const QString& owner, int deadline_min) {
  if (!m_write || m_uuid.empty()) return;
  incident::TaskDraft draft{text.trimmed().toStdString(), owner.trimmed().toStdString(), {}, 0, std::nullopt};
  m_write([uuid = m_uuid, draft, deadline_min, who = officer()](incident::IncidentStore& store, const gis::Clock& clock,
                                                                gis::UuidSource&) {
    incident::TaskDraft task = draft;
    if (deadline_min > 0) task.deadline_utc_ms = clock.nowUtcMs() + std::int64_t{deadline_min} * kMinute_ms;
    return store.append(uuid, {incident::TaskAdded{task}}, who, clock);
  });
}

void TasksPage::moveChosen(incident::TaskState state, const QString& words) {
  const int row = m_table->currentRow();
  if (row < 0 || row >= static_cast<int>(m_numbers.size())) return;
  append({incident::TaskStep{
      m_numbers[static_cast<std::size_t>(row)], state, words.trimmed().toStdString(), {}, std::nullopt}});
}

void TasksPage::retranslate() {
  m_table->setHorizontalHeaderLabels(
      {tr("State"), tr("Deadline"), tr("Task"), tr("Owner"), tr("Clause"), tr("Remark")});
  const int at = m_states->currentIndex();
  m_states->clear();
  for (const auto state : {incident::TaskState::kAccepted, incident::TaskState::kDone, incident::TaskState::kDropped,
                           incident::TaskState::kOpen})
    m_states->addItem(taskStateText(state), static_cast<int>(state));
  m_states->setCurrentIndex(at < 0 ? 1 : at);
  m_states->setAccessibleName(tr("State"));
  m_words->setPlaceholderText(tr("how it went; the reason of dropping it"));
  m_move->setText(tr("Set the task"));
  m_text->setPlaceholderText(tr("what has to be done"));
  m_owner->setPlaceholderText(tr("who does it"));
  m_minutes->setSuffix(tr(" minutes from now"));
  m_minutes->setSpecialValueText(tr("no deadline"));
  m_add->setText(tr("Add the task"));
}

}  // namespace app
