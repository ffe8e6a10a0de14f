// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/running_page.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/callout/call_card_view.h"
#include "app/callout/call_log_list.h"
#include "app/callout/callout_charts.h"
#include "app/callout/callout_words.h"
#include "app/callout/preview_page.h"
#include "app/core/current_page_stack.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/warning_text/callout_text.h"

namespace app {
namespace {

constexpr int kTabPeople = 0, kTabLog = 1, kTabCharts = 2, kTabTasks = 3;
constexpr int kLeastRows = 4;
constexpr std::int64_t kSoonMs = 60'000, kPersonEveryMs = 2000, kMostEventsAgain = 20'000;

void setRole(QLabel* label, const char* role) {
  if (label->property("role").toString() == QLatin1String(role)) return;
  label->setProperty("role", role);
  label->style()->unpolish(label);
  label->style()->polish(label);
}

}  // namespace

RunningPage::RunningPage(QWidget* parent)
    : QWidget(parent),
      m_back(new QToolButton),
      m_title(new QLabel),
      m_clock_title(new QLabel),
      m_clock(new QLabel),
      m_feedback_title(new QLabel),
      m_feedback(new QLabel),
      m_counts(new QLabel),
      m_lines(new QLabel),
      m_heart(new QLabel),
      m_card(new CallCardView),
      m_tabs(new QTabBar),
      m_pages(new CurrentPageStack),
      m_filters{new QToolButton, new QToolButton, new QToolButton, new QToolButton},
      m_tree(new QTreeView),
      m_model(new CallTreeModel(this)),
      m_person(new PersonCardView),
      m_log(new CallLogList),
      m_charts(new CalloutCharts),
      m_tasks(new QTreeWidget),
      m_board(new QPushButton),
      m_report(new QPushButton),
      m_close(new QPushButton),
      m_not_yet(new QPushButton),
      m_reason(new QLineEdit),
      m_by_hand(new QPushButton),
      m_more(new QToolButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(6));
  auto* top = new QHBoxLayout;
  m_title->setProperty("role", "heading");
  m_title->setWordWrap(true);
  m_title->setTextFormat(Qt::PlainText);
  top->addWidget(m_back);
  top->addWidget(m_title, 1);
  column->addLayout(top);
  auto* clocks = new QGridLayout;
  clocks->setHorizontalSpacing(dp(16));
  clocks->setVerticalSpacing(0);
  for (QLabel* label : {m_clock, m_feedback}) label->setProperty("role", "title");
  for (QLabel* label : {m_clock_title, m_feedback_title}) label->setProperty("role", "faint");
  clocks->addWidget(m_clock_title, 0, 0);
  clocks->addWidget(m_feedback_title, 0, 1);
  clocks->addWidget(m_clock, 1, 0);
  clocks->addWidget(m_feedback, 1, 1);
  clocks->setColumnStretch(2, 1);
  // Whether the engine lives is seen without scrolling, however low the window is.
  clocks->addWidget(m_heart, 0, 3, Qt::AlignRight);
  column->addLayout(clocks);
  m_counts->setWordWrap(true);
  m_counts->setTextFormat(Qt::RichText);
  column->addWidget(m_counts);
  column->addWidget(m_card);
  m_tabs->setExpanding(false);
  m_tabs->setDrawBase(false);
  for (int i = 0; i < 4; ++i) m_tabs->addTab(QString());
  column->addWidget(m_tabs);
  column->addWidget(m_pages, 1);
  // People.
  auto* people = new QWidget;
  auto* lines = new QVBoxLayout(people);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(dp(4));
  auto* chips = new QHBoxLayout;
  chips->setSpacing(dp(4));
  for (int i = 0; i < 4; ++i) {
    m_filters[i]->setProperty("role", "chip");
    m_filters[i]->setCheckable(true);
    m_filters[i]->setAutoExclusive(true);
    chips->addWidget(m_filters[i]);
    connect(m_filters[i], &QToolButton::toggled, this, [this, i](bool on) {
      if (on) m_model->setFilter(static_cast<TreeFilter>(i));
    });
  }
  m_filters[0]->setChecked(true);
  chips->addStretch(1);
  lines->addLayout(chips);
  m_tree->setModel(m_model);
  arrangeCallTree(*m_tree);
  m_tree->setMinimumHeight(kLeastRows * (m_tree->fontMetrics().height() + dp(6)));
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->addWidget(m_tree);
  split->addWidget(m_person);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  m_person->hide();
  lines->addWidget(split, 1);
  m_pages->addWidget(people);
  m_pages->addWidget(m_log);
  m_pages->addWidget(m_charts);
  m_tasks->setRootIsDecorated(false);
  m_tasks->setWordWrap(true);
  m_tasks->setColumnCount(3);
  m_pages->addWidget(m_tasks);
  m_lines->setWordWrap(true);
  m_lines->setProperty("role", "faint");
  column->addWidget(m_lines);
  column->addWidget(m_by_hand);
  column->addWidget(m_reason);
  m_by_hand->hide();
  m_reason->hide();
  m_not_yet->hide();
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(dp(4));
  buttons->addStretch(1);
  buttons->addWidget(m_board);
  buttons->addWidget(m_report);
  buttons->addWidget(m_not_yet);
  buttons->addWidget(m_close);
  m_more->setProperty("role", "chip");
  m_more->setPopupMode(QToolButton::InstantPopup);
  m_more->setMenu(new QMenu(m_more));
  buttons->addWidget(m_more);
  column->addLayout(buttons);
  m_heart->setProperty("role", "faint");

  connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
    m_pages->setCurrentIndex(tab);
    refresh();
  });
  connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
    if (m_model->filter() == TreeFilter::kAll)
      m_tree->expandToDepth(0);
    else
      m_tree->expandAll();
  });
  connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
    if (const int target = m_model->targetOf(index); target >= 0) return emit personWanted(target);
    const std::string code = m_model->divisionOf(index);
    if (!code.empty()) emit placeChosen(code);
  });
  connect(m_log, &CallLogList::personWanted, this, &RunningPage::personWanted);
  connect(m_person, &PersonCardView::wanted, this, &RunningPage::personAction);
  // Back to the number in hand: the pressed button greys, and its focus would fall on the next one, whichever that is.
  connect(m_person, &PersonCardView::wanted, m_card, [this] { m_card->setFocus(); });
  connect(m_person, &PersonCardView::closed, this, [this] { setPersonCard({}); });
  connect(m_tasks, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int) {
    if (item->checkState(0) == Qt::Checked && item->flags().testFlag(Qt::ItemIsUserCheckable))
      emit taskDone(item->data(0, Qt::UserRole).toInt());
  });
  connect(m_board, &QPushButton::clicked, this, &RunningPage::boardWanted);
  connect(m_report, &QPushButton::clicked, this, &RunningPage::reportWanted);
  connect(m_back, &QToolButton::clicked, this, &RunningPage::backWanted);
  connect(m_close, &QPushButton::clicked, this, &RunningPage::pressClose);
  connect(m_not_yet, &QPushButton::clicked, this, [this] { askToClose(false); });
  connect(m_reason, &QLineEdit::returnPressed, this, &RunningPage::pressClose);
  connect(m_by_hand, &QPushButton::clicked, this, [this] {
    m_by_hand->setEnabled(false);
    emit byHandWanted();
  });
  retranslate();
}

void RunningPage::setView(CalloutViewPtr view) {
  const bool other = !m_view || !view || m_view->facts != view->facts;
  m_view = std::move(view);
  if (other) {
    m_log->forget();
    setPersonCard({});
    askToClose(false);
  }
  m_model->setView(m_view);
  if (other) m_tree->expandToDepth(0);
  refresh();
  // What happens to the person whose card is open is seen on it; of a long log it is read when somebody asks for it.
  if (!m_view || m_person->target() < 0 || m_view->last_seq == m_person_seq) return;
  if (m_view->last_seq > kMostEventsAgain) return;
  if (m_person_asked.isValid() && m_person_asked.elapsed() < kPersonEveryMs) return;
  emit personWanted(m_person->target());
}

void RunningPage::setPersonCard(const std::optional<PersonCard>& card) {
  m_person_seq = m_view ? m_view->last_seq : -1;
  m_person_asked.start();
  const bool opens = card && m_person->isHidden();
  m_person->setCard(m_view, card);
  // Its buttons are at its end; in a low window they would be below the edge.
  if (opens) QTimer::singleShot(0, this, &RunningPage::showPersonCard);
}

void RunningPage::showPersonCard() {
  // As tall as it will be: what it says has only just been laid out.
  QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
  for (QWidget* above = parentWidget(); above; above = above->parentWidget())
    if (auto* area = qobject_cast<QScrollArea*>(above)) return area->ensureWidgetVisible(m_person, 0, 0);
}

void RunningPage::setHeartbeat(std::int64_t age_ms, bool is_stuck) {
  const bool shown = m_view && !m_view->is_closed;
  m_heart->setVisible(shown);
  if (!shown) return;
  setRole(m_heart, is_stuck ? "danger" : "faint");
  m_heart->setText(is_stuck ? tr("ENGINE STUCK for %1 s").arg(age_ms / 1000)
                            : tr("engine %1 s ago").arg(static_cast<double>(age_ms) / 1000, 0, 'f', 1));
}

gis::Tally RunningPage::all() const {
  return !m_view || m_view->tree.empty() ? gis::Tally() : m_view->tree.front().all;
}

// Pressed twice: once to ask, once to do; with a reason while somebody has not confirmed.
void RunningPage::pressClose() {
  if (!m_close->property("asked").toBool()) return askToClose(true);
  const QString reason = m_reason->text().trimmed();
  if (all().unconfirmed > 0 && reason.isEmpty()) return m_reason->setFocus();
  askToClose(false);
  emit closeWanted(reason);
}

void RunningPage::askToClose(bool asked) {
  const int missing = all().unconfirmed;
  m_close->setProperty("asked", asked);
  m_close->setText(!asked        ? tr("Close …")
                   : missing > 0 ? tr("%n not confirmed: close all the same", nullptr, missing)
                                 : tr("Really close?"));
  m_not_yet->setVisible(asked);
  m_reason->setVisible(asked && missing > 0);
  if (asked && missing > 0)
    m_reason->setFocus();
  else
    m_reason->clear();
  for (QWidget* other : std::initializer_list<QWidget*>{m_board, m_report}) other->setVisible(!asked);
  m_more->setVisible(!asked && m_view && !m_view->is_closed && m_view->can_write && !m_view->has_made_people);
}

void RunningPage::refreshLines() {
  const bool stuck = !m_view->is_closed && !m_view->has_made_people && m_view->waiting_lines > 0 &&
                     !m_view->lines.alive(QDateTime::currentMSecsSinceEpoch());
  // What an officer telephones as well is no alarm.
  setRole(m_lines, stuck && m_view->only_lines > 0 ? "danger" : "faint");
  m_lines->setText(linesText());
  m_lines->setVisible(!m_lines->text().isEmpty());
  // What already waits for an officer as well needs no button.
  m_by_hand->setVisible(stuck && m_view->can_write && m_view->only_lines > 0);
  m_by_hand->setEnabled(true);
}

QString RunningPage::lineText(const gis::LineState& line) const {
  const QString trouble = lineTroubleText(line.trouble);
  if (!line.is_up) return tr("DOWN %1").arg(trouble);
  return trouble.isEmpty() ? tr("ok") : tr("ok, but %1").arg(trouble);
}

QString RunningPage::linesText() const {
  const gis::LineStates& lines = m_view->lines;
  if (m_view->is_closed) return {};
  if (m_view->has_made_people) return tr("Made people answer; nobody is called.");
  const bool alive = lines.alive(QDateTime::currentMSecsSinceEpoch());
  if (!alive)
    return m_view->waiting_lines > 0
               ? tr("%n message(s) or call(s) wait for a line, and no line is open.", nullptr, m_view->waiting_lines)
               : tr("By hand: no automatic line is served.");
  QStringList parts;
  for (const gis::LineState& line : lines.lines)
    parts << QStringLiteral("%1 %2/%3 %4")
                 .arg(QString::fromStdString(line.name))
                 .arg(line.in_use)
                 .arg(line.capacity)
                 .arg(lineText(line));
  if (m_view->waiting_lines > 0) parts << tr("%n waiting", nullptr, m_view->waiting_lines);
  return parts.join(QStringLiteral(" · "));
}

void RunningPage::refreshClocks() {
  const std::int64_t awake_ms = m_view->facts->awake_s * std::int64_t{1000};
  const gis::Tally t = all();
  const bool all_awake = t.confirmed + t.cannot_serve == t.issued || t.open == 0;
  m_clock_title->setText(awake_ms > 0 ? tr("Awake within %1").arg(durationText(awake_ms)) : tr("Running for"));
  const std::int64_t left = m_view->started_utc_ms + awake_ms - m_view->now_utc_ms;
  if (m_view->is_closed)
    m_clock->setText(tr("closed"));
  else if (awake_ms == 0)
    m_clock->setText(clockText(m_view->now_utc_ms - m_view->started_utc_ms));
  else
    m_clock->setText(all_awake ? tr("all awake") : clockText(left));
  setRole(m_clock, !m_view->is_closed && awake_ms > 0 && !all_awake && left < kSoonMs ? "title-danger" : "title");
  const bool owed = m_view->feedback_due_utc_ms != 0 && !m_view->is_closed;
  m_feedback_title->setText(tr("Next feedback due"));
  m_feedback_title->setVisible(owed);
  m_feedback->setVisible(owed);
  if (owed) {
    const std::int64_t feedback_left = m_view->feedback_due_utc_ms - m_view->now_utc_ms;
    m_feedback->setText(clockText(feedback_left));
    setRole(m_feedback, feedback_left < kSoonMs ? "title-danger" : "title");
  }
}

void RunningPage::refreshTasks() {
  if (m_tabs->currentIndex() != kTabTasks) return;
  const QSignalBlocker quiet(m_tasks);
  const auto& tasks = m_view->facts->tasks;
  if (m_tasks->topLevelItemCount() != static_cast<int>(tasks.size())) {
    m_tasks->clear();
    for (std::size_t i = 0; i < tasks.size(); ++i) m_tasks->addTopLevelItem(new QTreeWidgetItem);
  }
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    QTreeWidgetItem* item = m_tasks->topLevelItem(static_cast<int>(i));
    const int at = m_view->facts->task_at[i];
    const auto done = m_view->tasks_done.find(at);
    const bool is_done = done != m_view->tasks_done.end();
    item->setData(0, Qt::UserRole, at);
    const QString text = tasks[i].clause.empty()
                             ? QString::fromStdString(tasks[i].text)
                             : QStringLiteral("〔%1〕%2")
                                   .arg(QString::fromStdString(tasks[i].clause), QString::fromStdString(tasks[i].text));
    item->setText(0, text);
    item->setToolTip(0, text);
    item->setSizeHint(0, QSize(0, 2 * m_tasks->fontMetrics().lineSpacing() + dp(8)));
    item->setText(1, QString::fromStdString(tasks[i].owner));
    const std::int64_t left = m_view->started_utc_ms + tasks[i].deadline_s * std::int64_t{1000} - m_view->now_utc_ms;
    item->setText(2, is_done ? tr("done") : tasks[i].deadline_s == 0 ? QString() : clockText(left));
    item->setForeground(2, !is_done && tasks[i].deadline_s > 0 && left < 0 ? QBrush(currentColours().danger)
                                                                           : QBrush(currentColours().text_second));
    item->setCheckState(0, is_done ? Qt::Checked : Qt::Unchecked);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!is_done && !m_view->is_closed && m_view->can_write && !m_view->has_made_people)
      flags |= Qt::ItemIsUserCheckable;
    item->setFlags(flags);
  }
}

void RunningPage::refresh() {
  if (!m_view) return;
  const gis::Tally t = all();
  m_title->setText((m_view->facts->is_drill ? tr("【DRILL】") : QString()) + m_view->facts->title);
  refreshClocks();
  const auto part = [](const QString& name, int count, const QColor& colour) {
    // A line may break between two counts, never within a word.
    QString whole;
    for (const QChar letter : name)
      whole += letter == QLatin1Char(' ') ? QChar(QChar::Nbsp) : letter, whole += QChar(0x2060);
    return QStringLiteral("<span style='color:%3'>%1&nbsp;%4<b>%2</b></span>")
        .arg(whole)
        .arg(count)
        .arg(colour.name(), QString(QChar(0x2060)));
  };
  const ThemeColours& c = currentColours();
  const std::int64_t awake_ms = m_view->facts->awake_s * std::int64_t{1000};
  const bool past_awake = awake_ms > 0 && m_view->now_utc_ms - m_view->started_utc_ms > awake_ms;
  QStringList counts{
      part(tr("to call"), t.issued, c.text),
      part(tr("called"), t.sent, c.text),
      part(tr("heard"), t.heard, c.text),
      part(tr("confirmed"), t.confirmed, t.confirmed == t.issued ? c.accent : c.text),
      part(tr("not confirmed"), t.unconfirmed,
           t.unconfirmed == 0 ? c.text_faint
           : past_awake       ? c.danger
                              : c.text),
      part(tr("fed back"), t.fed_back, c.text),
      part(m_view->is_closed ? tr("not reached") : tr("silent"), t.silent, t.silent > 0 ? c.danger : c.text_faint)};
  // Said only when somebody has to look.
  if (t.late > 0) counts << part(tr("confirmed late"), t.late, c.caution);
  if (t.feedback_late > 0) counts << part(tr("feedback overdue"), t.feedback_late, c.caution);
  if (t.moved_people > 0) counts << part(tr("people moved"), static_cast<int>(t.moved_people), c.text);
  m_counts->setText(counts.join(QStringLiteral("&nbsp;&nbsp; ")));
  const bool open = !m_view->is_closed && m_view->can_write;
  m_card->setVisible(open && !m_view->has_made_people);
  m_card->setView(m_view);
  m_filters[0]->setText(tr("All"));
  m_filters[1]->setText(tr("Not confirmed"));
  m_filters[2]->setText(tr("Silent %1").arg(t.silent));
  m_filters[3]->setText(tr("Overdue %1").arg(t.overdue));
  refreshLines();
  fitCallColumns(*m_tree, t);
  const bool asked = m_close->property("asked").toBool();
  if (asked && !open) askToClose(false);
  m_close->setVisible(open);
  m_more->setVisible(open && !asked && !m_view->has_made_people);
  m_back->setVisible(true);
  if (m_tabs->currentIndex() == kTabLog) m_log->setView(m_view);
  refreshTasks();
  m_charts->setView(m_view);
}

void RunningPage::retranslate() {
  m_tabs->setTabText(kTabPeople, tr("People"));
  m_tabs->setTabText(kTabLog, tr("Log"));
  m_tabs->setTabText(kTabCharts, tr("Charts"));
  m_tabs->setTabText(kTabTasks, tr("Tasks"));
  m_back->setIcon(themedIcon(QStringLiteral("back")));
  m_back->setToolTip(tr("Back to the warnings; the call-out goes on"));
  m_board->setText(tr("Board"));
  m_board->setToolTip(tr("A window for the wall, with masked numbers"));
  m_report->setText(tr("Report …"));
  m_not_yet->setText(tr("Not yet"));
  m_reason->setPlaceholderText(tr("Why it is closed although somebody has not confirmed"));
  m_by_hand->setText(tr("Have officers telephone instead"));
  m_close->setToolTip(tr("Everybody gets their outcome; nothing is taken afterwards"));
  askToClose(false);
  m_more->setText(tr("More ▾"));
  m_more->menu()->clear();
  m_more->menu()->addAction(tr("Withdraw everybody: the warning was cancelled"), this, &RunningPage::withdrawAllWanted);
  m_tasks->setHeaderLabels({tr("Task of the response"), tr("Owner"), tr("Left")});
  m_tasks->header()->setStretchLastSection(false);
  m_tasks->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tasks->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_tasks->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  m_model->retranslate();
  arrangeCallTree(*m_tree);
  m_tree->expandToDepth(0);
  m_log->forget();
  refresh();
}

void RunningPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (m_view) fitCallColumns(*m_tree, all());
}

void RunningPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
