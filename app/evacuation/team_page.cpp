// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evacuation/team_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/evacuation/evacuation_words.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/text/moment_text.h"

namespace app {

namespace team = gis::team;

namespace {

enum TeamColumn { kTeamName, kTeamState, kTeamWay, kTeamTask, kTeamPlace, kTeamMembers, kTeamSince, kTeamColumns };

}  // namespace

TeamPage::TeamPage(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_write(context.pools, Pool::kIo),
      m_near(context.pools, Pool::kModels),
      m_table(new QTableWidget(0, kTeamColumns)),
      m_drill(new QCheckBox),
      m_state(new QComboBox),
      m_task(new QLineEdit),
      m_place(new QLineEdit),
      m_set(new QPushButton),
      m_nearest_button(new QPushButton),
      m_says(new QLabel) {
  makeWidgets();
  connect(m_drill, &QCheckBox::toggled, this, [this] {
    m_nearest.reset();
    fill();
  });
  connect(m_set, &QPushButton::clicked, this, [this] {
    set(static_cast<team::TeamState>(m_state->currentData().toInt()), m_task->text(), m_place->text());
  });
  connect(m_place, &QLineEdit::returnPressed, m_set, &QPushButton::click);
  connect(m_nearest_button, &QPushButton::clicked, this, [this] {
    if (m_nearest) {
      m_nearest.reset();
      return fill();
    }
    if (m_context.map.centre) findNearestTo(m_context.map.centre());
  });
  connect(m_table, &QTableWidget::currentCellChanged, this, &TeamPage::refresh);
  retranslate();
}

void TeamPage::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(4), 0, 0);
  auto* top = new QHBoxLayout;
  top->addWidget(m_nearest_button);
  top->addStretch();
  top->addWidget(m_drill);
  column->addLayout(top);
  m_says->setWordWrap(true);
  m_says->setProperty("role", "second");
  column->addWidget(m_says);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setAlternatingRowColors(true);
  m_table->setWordWrap(false);
  m_table->verticalHeader()->hide();
  column->addWidget(m_table, 1);
  auto* form = new QHBoxLayout;
  form->addWidget(m_state);
  form->addWidget(m_task, 1);
  form->addWidget(m_place, 1);
  form->addWidget(m_set);
  column->addLayout(form);
}

QString TeamPage::says() const { return m_says->text(); }

const std::vector<team::TeamStanding>& TeamPage::teams() const {
  static const std::vector<team::TeamStanding> none;
  if (!m_view) return none;
  return m_drill->isChecked() ? m_view->drill_teams : m_view->teams;
}

void TeamPage::setView(EvacuationViewPtr view) {
  m_view = std::move(view);
  m_nearest.reset();
  fill();
}

void TeamPage::fill() {
  const int current = m_table->currentRow();
  m_table->setRowCount(0);
  std::vector<std::pair<std::size_t, QString>> order;
  if (m_nearest) {
    for (const team::NearTeam& one : m_nearest->reached) order.emplace_back(one.team, travelText(one.drive_ms));
    for (const std::size_t t : m_nearest->cut_off) order.emplace_back(t, tr("no open road"));
  } else {
    for (std::size_t t = 0; t < teams().size(); ++t) order.emplace_back(t, QString());
  }
  m_table->setRowCount(static_cast<int>(order.size()));
  for (std::size_t r = 0; r < order.size(); ++r) {
    const team::TeamStanding& one = teams()[order[r].first];
    const QString texts[] = {QString::fromStdString(one.team.name),
                             teamStateText(one.state),
                             order[r].second,
                             QString::fromStdString(one.task),
                             QString::fromStdString(one.place),
                             tr("%1 people, %2 vehicles").arg(one.team.members).arg(one.team.vehicles),
                             one.since_utc_ms == 0 ? QString() : beijingTimeText(one.since_utc_ms)};
    for (int c = 0; c < kTeamColumns; ++c) {
      auto* item = new QTableWidgetItem(texts[c]);
      item->setToolTip(texts[c]);
      m_table->setItem(static_cast<int>(r), c, item);
    }
    m_table->item(static_cast<int>(r), kTeamName)->setData(Qt::UserRole, static_cast<qulonglong>(order[r].first));
  }
  m_table->setColumnHidden(kTeamWay, !m_nearest);
  m_table->resizeColumnsToContents();
  if (m_table->rowCount() > 0) m_table->setCurrentCell(std::clamp(current, 0, m_table->rowCount() - 1), 0);
  refresh();
}

void TeamPage::set(team::TeamState state, const QString& task, const QString& place) {
  const auto& workspace = m_context.document.workspace();
  const int row = m_table->currentRow();
  if (!workspace || row < 0 || m_write.busy()) return;
  const team::TeamStanding& one = teams()[m_table->item(row, kTeamName)->data(Qt::UserRole).toULongLong()];
  team::TeamEvent event;
  event.team_uuid = one.team.uuid, event.state = state;
  event.task = task.trimmed().toStdString(), event.place = place.trimmed().toStdString();
  event.actor = m_context.settings.author().name;
  event.is_drill = m_drill->isChecked();
  m_write.ask(
      [folder = workspace->folder, event](const gis::CancelToken&, const gis::Progress&) {
        return writeEvacuations(folder, [&](const OpenEvacuations& open) -> gis::Result<void> {
          if (auto added = open.teams.add(event); !added) return std::unexpected(std::move(added.error()));
          return {};
        });
      },
      [this](gis::Result<void> done) {
        m_error.reset();
        if (!done) {
          m_error = std::move(done.error());
          return refresh();
        }
        m_task->clear();
        m_place->clear();
        emit changed();
      });
}

void TeamPage::findNearestTo(gis::MapXY place) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || teams().empty()) return;
  m_near.ask(
      [folder = workspace->folder, all = teams(), place](const gis::CancelToken& cancel, const gis::Progress&) {
        return findNearest(folder, all, place, cancel);
      },
      [this](gis::Result<team::NearTeams> near) {
        m_error.reset();
        if (near)
          m_nearest = std::move(*near);
        else
          m_error = std::move(near.error());
        fill();
      });
  refresh();
}

void TeamPage::refresh() {
  const auto& workspace = m_context.document.workspace();
  m_set->setEnabled(workspace && !workspace->read_only_reason && m_view && m_view->is_there &&
                    m_table->currentRow() >= 0);
  m_nearest_button->setEnabled(!teams().empty());
  m_nearest_button->setText(m_nearest ? tr("All teams") : tr("Nearest to the middle of the map"));
  int free = 0;
  for (const team::TeamStanding& one : teams()) free += one.isFree();
  m_says->setText(m_error             ? evacuationTrouble(*m_error)
                  : !workspace        ? tr("Open a workspace to see its teams.")
                  : m_near.busy()     ? tr("Looking for the nearest teams …")
                  : !m_view           ? QString()
                  : !m_view->is_there ? tr("This workspace is of an earlier version; bring it up to date first.")
                  : teams().empty()   ? tr("The census has no rescue teams; enter them in the attribute table.")
                                      : tr("%1 teams, %2 on standby.").arg(teams().size()).arg(free));
}

void TeamPage::retranslate() {
  m_drill->setText(tr("Drill"));
  m_set->setText(tr("Set"));
  m_task->setPlaceholderText(tr("Task"));
  m_place->setPlaceholderText(tr("Place"));
  const QVariant before = m_state->currentData();
  m_state->clear();
  for (const team::TeamState state : team::kTeamStates) m_state->addItem(teamStateText(state), static_cast<int>(state));
  m_state->setCurrentIndex(std::max(0, m_state->findData(before)));
  m_state->setAccessibleName(tr("State"));
  m_table->setHorizontalHeaderLabels(
      {tr("Team"), tr("State"), tr("Drive"), tr("Task"), tr("Place"), tr("Strength"), tr("Since")});
  fill();
}

void TeamPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
