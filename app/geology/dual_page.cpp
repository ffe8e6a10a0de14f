// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geology/dual_page.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/register/found_tree.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/geology/geology_store.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using gis::geology::DualGap;

constexpr std::size_t kMostPatrols = 300;
constexpr const char* kTables[] = {"geohazard_point", "geohazard_area"};

QString gapText(DualGap gap) {
  switch (gap) {
    case DualGap::kAreaWithoutOwner:
      return DualPage::tr("Risk area without an owner");
    case DualGap::kOwnerWithoutPhone:
      return DualPage::tr("Owner without a phone");
    case DualGap::kAreaWithoutShape:
      return DualPage::tr("Risk area without a shape");
    case DualGap::kPointOutsideAreas:
      return DualPage::tr("Point outside every risk area");
    case DualGap::kPointWithoutMonitor:
      return DualPage::tr("Point without a monitor");
    case DualGap::kMonitorWithoutPhone:
      return DualPage::tr("Monitor without a phone");
    case DualGap::kAreaNamesLostPoint:
      return DualPage::tr("Risk area names a point that is not there");
    case DualGap::kPointFarFromArea:
      return DualPage::tr("Point lies outside the risk area that names it");
  }
  return {};
}

}  // namespace

DualPage::DualPage(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_summary(new QLabel),
      m_tree(new FoundTree(context)),
      m_slot(context.pools, Pool::kModels) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(8), dp(8), dp(8), dp(6));
  column->setSpacing(dp(6));
  m_summary->setWordWrap(true);
  column->addWidget(m_summary);
  column->addWidget(m_tree, 1);
  m_tree->setColumnCount(2);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  connect(m_tree, &FoundTree::rowWanted, this, &DualPage::rowWanted);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_slot.drop();
      m_answer.reset(), m_error.reset();
      showAnswer();
      read();
    } else if (change.properties & MapChange::kTables) {
      read();
    } else if (change.properties & MapChange::kLook) {
      showAnswer();
    }
  });
  showAnswer();
}

void DualPage::setLevels(std::map<std::string, gis::geology::RainLevel> levels) {
  if (levels == m_levels) return;
  m_levels = std::move(levels);
  read();
}

void DualPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!m_answer) read();
}

void DualPage::read() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !isVisible()) return;
  m_slot.ask(
      [folder = workspace->place(), levels = m_levels](const gis::CancelToken&,
                                                       const gis::Progress&) -> gis::Result<Answer> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        const gis::geology::GeologyStore store(opened->db());
        auto points = store.points();
        if (!points) return std::unexpected(points.error());
        auto areas = store.areas();
        if (!areas) return std::unexpected(areas.error());
        const auto persons = store.responsible();
        if (!persons) return std::unexpected(persons.error());
        auto rules = store.patrolRules();
        if (!rules) return std::unexpected(rules.error());
        const auto last = store.lastPatrols();
        if (!last) return std::unexpected(last.error());
        Answer answer{std::move(*points), std::move(*areas), {}, {}, std::move(*rules)};
        answer.control = gis::geology::dualControl(answer.points, answer.areas, *persons);
        std::vector<gis::geology::RainLevel> warned;
        for (const gis::geology::HazardPoint& point : answer.points) {
          const auto level = levels.find(point.code);
          warned.push_back(level == levels.end() ? gis::geology::RainLevel::kNone : level->second);
        }
        const std::int64_t now_utc_ms = gis::presentUtcMs(opened->db(), gis::SystemClock());
        answer.patrols = gis::geology::patrolsDue(answer.points, answer.rules, *last, warned, now_utc_ms,
                                                  gis::geology::monthOf(now_utc_ms));
        return answer;
      },
      [this](gis::Result<Answer> answer) {
        m_error.reset();
        if (answer)
          m_answer = std::move(*answer);
        else
          m_error = std::move(answer.error());
        showAnswer();
      });
}

void DualPage::showAnswer() {
  m_tree->clear();
  m_tree->setHeaderLabels({tr("What is missing, what is due"), tr("Count, where")});
  if (m_error) {
    m_summary->setText(errorSentence(*m_error));
    return;
  }
  if (!m_answer) {
    m_summary->setText(m_context.document.workspace() ? tr("Looking…") : tr("Open a workspace first."));
    return;
  }
  m_summary->setText(tr("%1 of %2 risk areas have an owner with a phone; %3 of %4 points lie in an area and have a "
                        "monitor with a phone. Enter opens the row to be completed.")
                         .arg(m_answer->control.areas_whole)
                         .arg(m_answer->areas.size())
                         .arg(m_answer->control.points_whole)
                         .arg(m_answer->points.size()));
  addPatrols();
  addGaps();
}

void DualPage::addGaps() {
  QTreeWidgetItem* top = nullptr;
  std::optional<DualGap> gap;
  int count = 0;
  const auto counted = [&] {
    if (top) top->setText(1, QString::number(count));
  };
  for (const gis::geology::DualFinding& finding : m_answer->control.findings) {
    if (gap != finding.gap) {
      counted();
      gap = finding.gap;
      count = 0;
      top = m_tree->addRow(nullptr, {gapText(finding.gap), QString()});
    }
    ++count;
    const gis::geology::RiskArea* area = finding.of_area ? &m_answer->areas[finding.at] : nullptr;
    const gis::geology::HazardPoint* point = finding.of_area ? nullptr : &m_answer->points[finding.at];
    QTreeWidgetItem* row =
        m_tree->addRow(top, {QString::fromStdString(area ? area->name : point->name),
                             QString::fromStdString((area ? area->division_code : point->division_code).substr(0, 6))});
    m_tree->place(row, area ? kTables[1] : kTables[0], area ? area->fid : point->fid,
                  area ? area->middle() : point->where);
  }
  counted();
}

void DualPage::addPatrols() {
  std::size_t late = 0;
  for (const gis::geology::PatrolDue& due : m_answer->patrols) late += due.late_h > 0;
  if (m_answer->patrols.empty()) return;
  QTreeWidgetItem* top = m_tree->addRow(nullptr, {tr("Patrols overdue"), QString::number(late)});
  std::size_t shown = 0;
  for (const gis::geology::PatrolDue& due : m_answer->patrols) {
    if (due.late_h <= 0 || ++shown > kMostPatrols) break;
    const gis::geology::HazardPoint& point = m_answer->points[due.point];
    QTreeWidgetItem* row =
        m_tree->addRow(top, {QString::fromStdString(point.name),
                             due.never ? tr("never patrolled") : tr("%1 days late").arg(due.late_h / 24, 0, 'f', 1)});
    row->setToolTip(0, tr("every %1 h at present").arg(due.every_h, 0, 'f', 0));
    m_tree->place(row, kTables[0], point.fid, point.where);
  }
  top->setExpanded(false);
}

void DualPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) showAnswer();
  QWidget::changeEvent(event);
}

}  // namespace app
