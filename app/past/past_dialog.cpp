// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/past/past_dialog.h"

#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/core/moment_edit.h"
#include "app/past/past_keeper.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "app/text/moment_text.h"
#include "gis/core/clock.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {

namespace {
constexpr std::int64_t kMostSteps = 500;
constexpr double kWidthPx = 560, kHeightPx = 480;
const QString kSecond = QStringLiteral("yyyy-MM-dd HH:mm:ss");

}  // namespace

gis::Result<PastDialog::Steps> PastDialog::lastSteps(const std::filesystem::path& folder) {
  const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!opened) return std::unexpected(opened.error());
  gis::EditLogStore log(opened->db());
  const auto last = log.lastArrival();
  if (!last) return std::unexpected(last.error());
  auto steps = log.steps(std::max<std::int64_t>(0, *last - kMostSteps), static_cast<std::size_t>(kMostSteps));
  if (!steps) return std::unexpected(steps.error());
  return Steps{std::move(*steps), gis::presentUtcMs(opened->db(), gis::SystemClock())};
}

PastDialog::PastDialog(PanelContext& context, PastKeeper& keeper, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_keeper(keeper),
      m_slot(context.pools, Pool::kIo),
      m_hint(new QLabel),
      m_when_label(new QLabel),
      m_when(new QDateTimeEdit),
      m_list_label(new QLabel),
      m_list(new QTreeWidget),
      m_state(new QLabel),
      m_show(new QPushButton),
      m_compare(new QPushButton),
      m_close(new QPushButton) {
  m_hint->setWordWrap(true);
  m_hint->setProperty("role", "second");
  m_when->setDisplayFormat(kSecond);
  m_when->setCalendarPopup(true);
  m_when_label->setBuddy(m_when);
  m_list_label->setBuddy(m_list);
  m_list_label->setWordWrap(true);
  m_list->setColumnCount(3);
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_list->header()->setStretchLastSection(true);
  m_state->setWordWrap(true);
  m_state->hide();
  auto* when = new QHBoxLayout;
  when->addWidget(m_when_label);
  when->addWidget(m_when, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  for (QPushButton* button : {m_compare, m_show, m_close}) buttons->addWidget(button);
  m_show->setDefault(true);
  for (QPushButton* button : {m_compare, m_close}) button->setAutoDefault(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(16), dp(16), dp(16), dp(16));
  column->setSpacing(dp(10));
  column->addWidget(m_hint);
  column->addLayout(when);
  column->addWidget(m_list_label);
  column->addWidget(m_list, 1);
  column->addWidget(m_state);
  column->addLayout(buttons);
  resize(dp(kWidthPx), dp(kHeightPx));

  connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0 || row >= static_cast<int>(m_steps.size())) return;
    // Just before it: a step's own changes are not yet there.
    showMoment(*m_when, m_steps[static_cast<std::size_t>(row)].at_utc_ms - 1);
  });
  const auto ask = [this](PastUse use) {
    m_error.reset();
    say(tr("Working out the map…"));
    m_keeper.ask(momentIn(*m_when), use);
  };
  connect(m_show, &QPushButton::clicked, this, [ask] { ask(PastUse::kShow); });
  connect(m_compare, &QPushButton::clicked, this, [ask] { ask(PastUse::kCompare); });
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  connect(&keeper, &PastKeeper::made, this, [this] {
    say({});
    close();
  });
  connect(&keeper, &PastKeeper::failed, this, [this](const gis::Error& error) {
    m_error = error;
    say(errorSentence(error));
  });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!isVisible()) return;
    if (change.properties & MapChange::kWorkspace) close();
    if (change.properties & MapChange::kTables) reload();
  });
  retranslate();
}

void PastDialog::say(const QString& text) {
  m_state->setText(text);
  m_state->setVisible(!text.isEmpty());
  m_state->setProperty("role", m_error ? "danger" : "second");
  m_state->style()->unpolish(m_state);
  m_state->style()->polish(m_state);
}

void PastDialog::reload() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  const std::int64_t now_utc_ms = QDateTime::currentMSecsSinceEpoch();
  m_begins_at_present = !isVisible();
  if (m_begins_at_present) showMoment(*m_when, now_utc_ms);
  m_when->setMaximumDateTime(m_when->dateTime().addMSecs(now_utc_ms - momentIn(*m_when)).addDays(1));
  m_error.reset();
  say({});
  m_slot.ask([folder = workspace->folder](const gis::CancelToken&, const gis::Progress&) { return lastSteps(folder); },
             [this](gis::Result<Steps> steps) { accept(std::move(steps)); });
}

void PastDialog::accept(gis::Result<Steps> steps) {
  m_steps.clear();
  if (!steps) {
    m_error = steps.error();
    say(errorSentence(steps.error()));
  } else {
    if (std::exchange(m_begins_at_present, false)) showMoment(*m_when, steps->present_utc_ms);
    for (gis::EditLogStore::Arrived& arrived : steps->steps) m_steps.push_back(std::move(arrived.step));
    std::ranges::stable_sort(m_steps, std::greater(), &gis::EditStep::at_utc_ms);
  }
  refresh();
}

void PastDialog::refresh() {
  m_list->clear();
  for (const gis::EditStep& step : m_steps)
    new QTreeWidgetItem(m_list, {beijingTimeText(step.at_utc_ms), QString::fromStdString(step.author.name),
                                 QString::fromStdString(step.title)});
  m_list_label->setText(m_steps.empty() && !m_error
                            ? tr("Nothing has been changed in this workspace since it was made: at any time the map "
                                 "was as it is now.")
                            : tr("Or before a &change:"));
  m_list->setVisible(!m_steps.empty());
}

void PastDialog::retranslate() {
  setWindowTitle(tr("The map as it was"));
  m_hint->setText(
      tr("Shows map, warnings, call-outs, stocks and readings as they were known at a moment, and replays an event. "
         "Nothing can be changed meanwhile; Ctrl+Shift+H goes back to now."));
  m_when_label->setText(tr("&Moment"));
  m_when->setAccessibleName(tr("Moment"));
  m_list->setHeaderLabels({tr("Time"), tr("Who"), tr("What")});
  m_list->setAccessibleName(tr("Changes"));
  m_show->setText(tr("&Show"));
  m_compare->setText(tr("Compare with the map &now shown"));
  m_close->setText(tr("Close"));
  refresh();
}

void PastDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

}  // namespace app
