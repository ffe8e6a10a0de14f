// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/plan_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/callout/callout_words.h"
#include "app/callout/plan_words.h"
#include "app/core/map_document.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "app/warning_text/callout_text.h"
#include "gis/callout/roster_store.h"
#include "gis/core/clock.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

enum RuleColumn { kId, kHazards, kColours, kWho, kLadder, kTextId, kAwake, kFeedback, kProgress, kQuorum, kSource };
enum StepColumn { kStep, kChannels, kOrder, kTries, kWait, kRetry, kQueue };
enum TaskColumn { kTaskColour, kClause, kTask, kOwner, kDeadline };
constexpr int kRuleColumns = kSource + 1, kStepColumns = kQueue + 1, kTaskColumns = kDeadline + 1;

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QString stepText(gis::RungKind kind) {
  switch (kind) {
    case gis::RungKind::kCall:
      return PlanDialog::tr("call the person");
    case gis::RungKind::kDeputy:
      return PlanDialog::tr("call the deputy");
    case gis::RungKind::kSuperior:
      return PlanDialog::tr("tell the superior of the silent");
    case gis::RungKind::kNeighbour:
      return PlanDialog::tr("ask the neighbouring village");
    case gis::RungKind::kDoorKnock:
      return PlanDialog::tr("knock at the door");
  }
  return {};
}

QTableWidgetItem* cell(const QString& content, bool editable, bool number = false) {
  auto* item = new QTableWidgetItem(content);
  if (!editable) item->setFlags(item->flags() & ~Qt::ItemIsEditable);
  if (number) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return item;
}

}  // namespace

PlanDialog::PlanDialog(PanelContext& context, std::filesystem::path folder, std::string author, bool can_write,
                       QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_folder(std::move(folder)),
      m_author(std::move(author)),
      m_can_write(can_write),
      m_load(context.pools, Pool::kIo),
      m_save(context.pools, Pool::kIo),
      m_tabs(new QTabWidget),
      m_rules(new QTableWidget),
      m_ladders(new QTreeWidget),
      m_texts(new QListWidget),
      m_text_edit(new QPlainTextEdit),
      m_tasks(new QTableWidget),
      m_versions(new QListWidget),
      m_findings(new QListWidget),
      m_title(new QLabel),
      m_problem(new QLabel),
      m_note(new QLineEdit),
      m_save_button(new QPushButton) {
  setWindowTitle(tr("Call-out plan"));
  resize(dp(1040), dp(620));
  auto* column = new QVBoxLayout(this);
  m_title->setProperty("role", "heading");
  m_title->setWordWrap(true);
  m_problem->setProperty("role", "danger");
  m_problem->setWordWrap(true);
  m_problem->hide();
  column->addWidget(m_title);
  column->addWidget(m_tabs, 1);
  column->addWidget(m_problem);
  for (QTableWidget* table : {m_rules, m_tasks}) {
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setWordWrap(true);
  }
  m_ladders->setUniformRowHeights(true);
  m_tabs->addTab(m_rules, tr("Who is called"));
  m_tabs->addTab(m_ladders, tr("Ladders"));
  auto* texts = new QSplitter;
  texts->addWidget(m_texts);
  auto* right = new QWidget;
  auto* lines = new QVBoxLayout(right);
  auto* hint = new QLabel(
      tr("Filled in for each person: {drill} {place} {post} {name} {sender} {time} {event} {colour} {headline}"));
  hint->setWordWrap(true);
  hint->setProperty("role", "second");
  lines->addWidget(m_text_edit, 1);
  lines->addWidget(hint);
  texts->addWidget(right);
  texts->setStretchFactor(1, 3);
  m_tabs->addTab(texts, tr("Texts"));
  m_tabs->addTab(m_tasks, tr("Tasks of the levels"));
  m_tabs->addTab(m_findings, tr("Checks"));
  m_tabs->addTab(m_versions, tr("Versions"));
  auto* bottom = new QHBoxLayout;
  m_note->setPlaceholderText(tr("What was changed, and on whose order"));
  auto* close = new QPushButton(tr("Close"));
  m_save_button->setText(tr("Save as a new version"));
  m_save_button->setDefault(true);
  m_save_button->setEnabled(false);
  bottom->addWidget(m_note, 1);
  bottom->addWidget(m_save_button);
  bottom->addWidget(close);
  column->addLayout(bottom);
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_save_button, &QPushButton::clicked, this, &PlanDialog::save);
  connect(m_rules, &QTableWidget::cellChanged, this, &PlanDialog::takeRule);
  connect(m_tasks, &QTableWidget::cellChanged, this, &PlanDialog::takeTask);
  connect(m_ladders, &QTreeWidget::itemChanged, this, &PlanDialog::takeStep);
  connect(m_texts, &QListWidget::currentRowChanged, this, [this](int row) {
    if (!m_plan || row < 0) return;
    m_text = row;
    m_filling = true;
    m_text_edit->setPlainText(text(m_plan->texts[static_cast<std::size_t>(row)].text));
    m_filling = false;
  });
  connect(m_text_edit, &QPlainTextEdit::textChanged, this, [this] {
    if (m_filling || !m_plan || m_text < 0) return;
    m_plan->texts[static_cast<std::size_t>(m_text)].text = m_text_edit->toPlainText().toStdString();
    changed();
  });
  connect(m_versions, &QListWidget::itemActivated, this,
          [this](QListWidgetItem* item) { load(item->data(Qt::UserRole).toLongLong()); });
  m_text_edit->setReadOnly(!m_can_write);
  m_note->setEnabled(m_can_write);
  load(0);
}

void PlanDialog::load(std::int64_t version) {
  m_title->setText(tr("Reading the plan …"));
  m_load.ask(
      [folder = m_folder, version](const gis::CancelToken&, const gis::Progress&) -> gis::Result<Loaded> {
        const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!workspace) return std::unexpected(workspace.error());
        gis::CalloutStore store(workspace->db());
        auto plan = version > 0 ? store.planOf(version) : version < 0 ? gis::builtInPlan() : store.plan();
        if (!plan) return std::unexpected(plan.error());
        auto versions = store.planVersions();
        if (!versions) return std::unexpected(versions.error());
        const auto roster = gis::readRoster(workspace->db());
        if (!roster) return std::unexpected(roster.error());
        Loaded loaded{std::move(*plan), std::move(*versions), {}, {}};
        loaded.gaps = gis::checkRoster(loaded.plan, *roster);
        for (const gis::RosterDivision& division : roster->divisions)
          loaded.places.emplace_back(division.division.code, division.division.name);
        return loaded;
      },
      [this, version](gis::Result<Loaded> loaded) {
        if (!loaded) return tell(errorSentence(loaded.error()));
        showLoaded(std::move(*loaded));
        // An older version becomes the newest when it is saved.
        if (version != 0) changed();
      });
}

void PlanDialog::showLoaded(Loaded loaded) {
  m_loaded = std::move(loaded);
  m_plan = m_loaded.plan;
  m_changed = false;
  m_save_button->setEnabled(false);
  tell({});
  const QString version = m_loaded.versions.empty() ? tr("the one of the program")
                                                    : tr("version %1").arg(m_loaded.versions.front().version);
  m_title->setText(QStringLiteral("%1  ·  %2\n%3").arg(text(m_plan->title), version, text(m_plan->source)));
  m_filling = true;
  fillRules();
  fillLadders();
  fillTexts();
  fillTasks();
  fillFindings();
  m_versions->clear();
  for (const gis::PlanVersion& one : m_loaded.versions) {
    auto* item = new QListWidgetItem(
        QStringLiteral("%1  %2  %3  %4")
            .arg(one.version)
            .arg(beijingText(one.saved_utc_ms, QStringLiteral("yyyy-MM-dd HH:mm")), text(one.author), text(one.note)),
        m_versions);
    item->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(one.version));
  }
  auto* own = new QListWidgetItem(tr("The plan that comes with the program"), m_versions);
  own->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(-1));
  m_versions->setToolTip(tr("Enter or a double click opens a version; saving makes it the newest"));
  m_filling = false;
}

void PlanDialog::fillRules() {
  m_rules->clear();
  m_rules->setColumnCount(kRuleColumns);
  m_rules->setHorizontalHeaderLabels({tr("Rule"), tr("Hazards"), tr("Levels"), tr("Who"), tr("Ladder"), tr("Text"),
                                      tr("Awake, s"), tr("Feedback, s"), tr("Progress, s"), tr("Enough"),
                                      tr("Source")});
  m_rules->setRowCount(static_cast<int>(m_plan->rules.size()));
  const bool zh = m_context.document.language().startsWith(QLatin1String("zh"));
  for (int row = 0; row < m_rules->rowCount(); ++row) {
    const gis::PlanRule& rule = m_plan->rules[static_cast<std::size_t>(row)];
    QStringList hazards, colours, who;
    for (const std::string& hazard : rule.hazards) hazards << hazardText(hazard, zh);
    for (const gis::WarningColour colour : rule.colours) colours << colourText(colour);
    for (const gis::RuleSelector& selector : rule.who) {
      QStringList levels, roles;
      for (const int level : selector.levels)
        levels << (level == 5 ? tr("villages") : level == 4 ? tr("towns") : level == 3 ? tr("counties") : tr("city"));
      for (const int role : selector.roles) {
        QString name = QString::number(role);
        if (const auto& workspace = m_context.document.workspace())
          if (const auto list = workspace->codes.find("code_role"); list != workspace->codes.end())
            for (const gis::CodeEntry& entry : list->second)
              if (entry.code == std::to_string(role)) name = text(zh ? entry.name_zh : entry.name_en);
        roles << name;
      }
      who << levels.join(QLatin1Char('/')) + QStringLiteral(": ") + roles.join(QStringLiteral("、"));
    }
    m_rules->setItem(row, kId, cell(ruleText(rule, zh), false));
    m_rules->item(row, kId)->setToolTip(text(rule.id));
    m_rules->setItem(row, kHazards, cell(hazards.isEmpty() ? tr("any") : hazards.join(QLatin1Char(' ')), false));
    m_rules->setItem(row, kColours, cell(colours.isEmpty() ? tr("any") : colours.join(QLatin1Char(' ')), false));
    auto* whom = cell(who.join(QLatin1Char('\n')), false);
    whom->setToolTip(whom->text());
    m_rules->setItem(row, kWho, whom);
    const auto combo = [&](int column, const std::string& chosen, const QStringList& ids) {
      auto* box = new QComboBox;
      for (const QString& id : ids)
        box->addItem(column == kLadder ? ladderText(id.toStdString()) : planTextName(id.toStdString()), id);
      box->setCurrentIndex(box->findData(text(chosen)));
      box->setEnabled(m_can_write);
      connect(box, &QComboBox::currentIndexChanged, this, [this, row, column, box] {
        if (m_filling || !m_plan) return;
        gis::PlanRule& changing = m_plan->rules[static_cast<std::size_t>(row)];
        (column == kLadder ? changing.ladder : changing.text) = box->currentData().toString().toStdString();
        changed();
      });
      // A box as high as itself, however high its row is.
      auto* around = new QWidget;
      auto* upright = new QVBoxLayout(around);
      upright->setContentsMargins(dp(2), dp(2), dp(2), dp(2));
      upright->addWidget(box);
      upright->addStretch(1);
      m_rules->setCellWidget(row, column, around);
    };
    QStringList ladders, texts;
    for (const gis::Ladder& ladder : m_plan->ladders) ladders << text(ladder.id);
    for (const gis::PlanText& one : m_plan->texts) texts << text(one.id);
    combo(kLadder, rule.ladder, ladders);
    combo(kTextId, rule.text, texts);
    m_rules->setItem(row, kAwake, cell(QString::number(rule.clocks.awake_s), m_can_write, true));
    m_rules->setItem(row, kFeedback, cell(QString::number(rule.clocks.feedback_s), m_can_write, true));
    m_rules->setItem(row, kProgress, cell(QString::number(rule.clocks.progress_s), m_can_write, true));
    m_rules->setItem(row, kQuorum, cell(QString::number(rule.quorum), m_can_write, true));
    m_rules->item(row, kQuorum)->setToolTip(tr("So many of a place or object are enough; 0: everybody"));
    m_rules->setItem(row, kSource, cell(text(rule.source), m_can_write));
  }
  m_rules->resizeColumnsToContents();
  m_rules->setColumnWidth(kWho, dp(260));
  m_rules->resizeRowsToContents();
  m_rules->horizontalHeader()->setStretchLastSection(true);
}

void PlanDialog::fillLadders() {
  m_ladders->clear();
  m_ladders->setColumnCount(kStepColumns);
  m_ladders->setHeaderLabels({tr("Step"), tr("Channels"), tr("Order"), tr("Tries"), tr("Wait for an answer, s"),
                              tr("Pause, s"), tr("Wait for a line, s")});
  QStringList words;
  for (int c = 0; c < gis::kChannelCount; ++c) words << channelWord(static_cast<gis::Channel>(c));
  for (std::size_t l = 0; l < m_plan->ladders.size(); ++l) {
    const gis::Ladder& ladder = m_plan->ladders[l];
    auto* top = new QTreeWidgetItem(m_ladders, {ladderText(ladder.id)});
    top->setFirstColumnSpanned(true);
    for (std::size_t s = 0; s < ladder.steps.size(); ++s) {
      const gis::LadderStep& step = ladder.steps[s];
      QStringList channels;
      for (const gis::Channel channel : step.channels) channels << channelWord(channel);
      auto* item =
          new QTreeWidgetItem(top, {stepText(step.kind), channels.join(QLatin1Char(' ')), orderWord(step.order),
                                    QString::number(step.tries), QString::number(step.wait_s),
                                    QString::number(step.retry_s), QString::number(step.queue_s)});
      item->setData(0, Qt::UserRole, QPoint(static_cast<int>(l), static_cast<int>(s)));
      if (m_can_write) item->setFlags(item->flags() | Qt::ItemIsEditable);
      item->setToolTip(kChannels, tr("%1, separated by blanks").arg(words.join(QLatin1Char(' '))));
      item->setToolTip(
          kOrder, tr("%1 or %2").arg(orderWord(gis::ChannelOrder::kParallel), orderWord(gis::ChannelOrder::kInTurn)));
    }
  }
  m_ladders->expandAll();
  for (int i = 0; i < kStepColumns; ++i) m_ladders->resizeColumnToContents(i);
}

void PlanDialog::fillTexts() {
  m_texts->clear();
  for (const gis::PlanText& one : m_plan->texts) m_texts->addItem(planTextName(one.id));
  m_texts->setCurrentRow(0);
  m_text = m_plan->texts.empty() ? -1 : 0;
  m_text_edit->setPlainText(m_text < 0 ? QString() : text(m_plan->texts.front().text));
}

void PlanDialog::fillTasks() {
  m_tasks->clear();
  m_tasks->setColumnCount(kTaskColumns);
  m_tasks->setHorizontalHeaderLabels({tr("Level"), tr("Clause"), tr("Task"), tr("Owner"), tr("Deadline, min")});
  m_tasks->setRowCount(static_cast<int>(m_plan->tasks.size()));
  for (int row = 0; row < m_tasks->rowCount(); ++row) {
    const gis::ResponseTask& task = m_plan->tasks[static_cast<std::size_t>(row)];
    m_tasks->setItem(row, kTaskColour,
                     cell(QStringLiteral("%1 %2").arg(levelText(task.colour), colourText(task.colour)), false));
    m_tasks->setItem(row, kClause, cell(text(task.clause), m_can_write));
    m_tasks->setItem(row, kTask, cell(text(task.text), m_can_write));
    m_tasks->setItem(row, kOwner, cell(text(task.owner), m_can_write));
    m_tasks->setItem(row, kDeadline, cell(QString::number(task.deadline_s / 60), m_can_write, true));
  }
  m_tasks->resizeColumnsToContents();
  m_tasks->horizontalHeader()->setSectionResizeMode(kTask, QHeaderView::Stretch);
}

// The worst first: whom nobody can call. By county and post with counts: thousands of single lines tell nobody where to
// begin.
void PlanDialog::fillFindings() {
  m_findings->clear();
  const bool zh = m_context.document.language().startsWith(QLatin1String("zh"));
  std::map<std::string, QString> places;
  for (const auto& [code, name] : m_loaded.places) places.emplace(code, text(name));
  const auto countyOf = [&](const std::string& code) {
    constexpr std::size_t kCountyDigits = 6, kDigits = 12;
    std::string county = code.substr(0, kCountyDigits);
    county.resize(kDigits, '0');
    const auto found = places.find(county);
    return found == places.end() ? text(code) : found->second;
  };
  const auto postOf = [&](const gis::RosterGap& gap) {
    if (gap.kind != gis::RosterGapKind::kNobody) return text(gap.post.empty() ? gap.who : gap.post);
    const auto rule = std::ranges::find(m_plan->rules, gap.who, &gis::PlanRule::id);
    return rule == m_plan->rules.end() ? text(gap.who) : ruleText(*rule, zh);
  };
  for (const auto kind :
       {gis::RosterGapKind::kNoPhone, gis::RosterGapKind::kLoop, gis::RosterGapKind::kNobody,
        gis::RosterGapKind::kTwoPosts, gis::RosterGapKind::kNoDeputy, gis::RosterGapKind::kNoSuperior}) {
    std::map<std::pair<std::string, QString>, std::pair<int, QString>> groups;  // county, post -> count, name
    int count = 0;
    for (const gis::RosterGap& gap : m_loaded.gaps) {
      if (gap.kind != kind) continue;
      ++count;
      auto& group = groups[{gap.division_code.substr(0, 6), postOf(gap)}];
      ++group.first;
      group.second = text(gap.who);
    }
    if (count == 0) continue;
    auto* heading = new QListWidgetItem(QStringLiteral("%1: %2").arg(rosterGapText(kind)).arg(count), m_findings);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    for (const auto& [where, group] : groups) {
      const bool named = group.first == 1 && kind != gis::RosterGapKind::kNobody;
      m_findings->addItem(
          QStringLiteral("      %1  %2: %3")
              .arg(countyOf(where.first), where.second, named ? group.second : QString::number(group.first)));
    }
  }
  if (m_loaded.gaps.empty()) m_findings->addItem(tr("Every post is held, has a number and a deputy."));
}

void PlanDialog::takeRule(int row, int column) {
  if (m_filling || !m_plan) return;
  gis::PlanRule& rule = m_plan->rules[static_cast<std::size_t>(row)];
  const QString value = m_rules->item(row, column)->text().trimmed();
  if (column == kSource) {
    rule.source = value.toStdString();
    return changed();
  }
  bool ok = false;
  const int number = value.toInt(&ok);
  int* const places[] = {&rule.clocks.awake_s, &rule.clocks.feedback_s, &rule.clocks.progress_s, &rule.quorum};
  if (column < kAwake || column > kQuorum) return;
  int& kept = *places[column - kAwake];
  if (!ok || number < 0) {
    tell(tr("“%1” is no whole number of seconds.").arg(value));
    m_filling = true;
    m_rules->item(row, column)->setText(QString::number(kept));
    m_filling = false;
    return;
  }
  kept = number;
  changed();
}

void PlanDialog::takeStep(QTreeWidgetItem* item, int column) {
  if (m_filling || !m_plan || !item->parent()) return;
  const QPoint at = item->data(0, Qt::UserRole).toPoint();
  gis::LadderStep& step = m_plan->ladders[static_cast<std::size_t>(at.x())].steps[static_cast<std::size_t>(at.y())];
  const QString value = item->text(column).trimmed();
  bool ok = true;
  if (column == kChannels) {
    std::vector<gis::Channel> channels;
    for (const QString& name : value.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
      const auto channel = channelOfWord(name);
      ok = ok && channel;
      if (channel) channels.push_back(*channel);
    }
    if (ok) step.channels = channels;
  } else if (column == kOrder) {
    const auto order = orderOfWord(value);
    ok = order.has_value();
    if (ok) step.order = *order;
  } else if (column >= kTries) {
    const int number = value.toInt(&ok);
    ok = ok && number >= 0;
    int* const places[] = {&step.tries, &step.wait_s, &step.retry_s, &step.queue_s};
    if (ok) *places[column - kTries] = number;
  }
  if (ok) return changed();
  tell(tr("“%1” is not possible there.").arg(value));
  m_filling = true;
  fillLadders();
  m_filling = false;
}

void PlanDialog::takeTask(int row, int column) {
  if (m_filling || !m_plan) return;
  gis::ResponseTask& task = m_plan->tasks[static_cast<std::size_t>(row)];
  const QString value = m_tasks->item(row, column)->text().trimmed();
  if (column == kClause) task.clause = value.toStdString();
  if (column == kTask) task.text = value.toStdString();
  if (column == kOwner) task.owner = value.toStdString();
  if (column == kDeadline) {
    bool ok = false;
    const int minutes = value.toInt(&ok);
    if (!ok || minutes < 0) return tell(tr("“%1” is no whole number of minutes.").arg(value));
    task.deadline_s = minutes * 60;
  }
  changed();
}

void PlanDialog::changed() {
  m_changed = true;
  // The same reader that a file goes through says what is wrong.
  const auto read = gis::readPlan(gis::writePlan(*m_plan));
  tell(read ? QString() : text(read.error().detail));
  m_save_button->setEnabled(m_can_write && read.has_value());
}

void PlanDialog::tell(const QString& problem) {
  m_problem->setText(problem);
  m_problem->setVisible(!problem.isEmpty());
}

void PlanDialog::save() {
  if (!m_plan || !m_changed || m_save.busy()) return;
  m_save.ask(
      [folder = m_folder, plan = *m_plan, author = m_author, note = m_note->text().toStdString()](
          const gis::CancelToken&, const gis::Progress&) -> gis::Result<std::int64_t> {
        auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
        if (!workspace) return std::unexpected(workspace.error());
        if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
        return gis::CalloutStore(workspace->db()).savePlan(plan, author, note, gis::SystemClock().nowUtcMs());
      },
      [this](gis::Result<std::int64_t> version) {
        if (!version) return tell(errorSentence(version.error()));
        accept();
      });
}

}  // namespace app
