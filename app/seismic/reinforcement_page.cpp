// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seismic/reinforcement_page.h"

#include <QDate>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <set>

#include "app/charts/bar_chart.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"

namespace app {

using namespace gis::seismic;

namespace {

constexpr int kProject = Qt::UserRole;
enum Column { kName, kPlanned, kStarted, kFinished, kRatio };

QString percent(std::int64_t part, std::int64_t whole) {
  return whole > 0
             ? QStringLiteral("%1%").arg(100.0 * static_cast<double>(part) / static_cast<double>(whole), 0, 'f', 0)
             : QString();
}

}  // namespace

ReinforcementPage::ReinforcementPage(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_write(context.pools, Pool::kIo),
      m_sum(new QLabel),
      m_empty(new QLabel),
      m_hint(new QLabel),
      m_tree(new QTreeWidget),
      m_chart(new BarChart) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(12));
  column->setSpacing(dp(8));
  for (QLabel* label : {m_sum, m_empty, m_hint}) label->setWordWrap(true);
  m_sum->setProperty("role", "heading");
  m_empty->setProperty("role", "second");
  m_hint->setProperty("role", "faint");
  column->addWidget(m_sum);
  column->addWidget(m_empty);
  column->addWidget(m_tree, 1);
  column->addWidget(m_hint);
  column->addWidget(m_chart);
  m_tree->setUniformRowHeights(true);
  m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
  connect(m_tree, &QTreeWidget::itemChanged, this, &ReinforcementPage::save);
  retranslate();
}

void ReinforcementPage::setData(const SeismicData& book) {
  m_counties = book.reinforcement;
  m_projects = book.projects;
  refresh();
}

void ReinforcementPage::reset() {
  m_write.drop();
  m_counties.clear();
  m_projects.clear();
  refresh();
}

void ReinforcementPage::refresh() {
  m_filling = true;
  std::set<QString> open;
  for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
    if (m_tree->topLevelItem(i)->isExpanded()) open.insert(m_tree->topLevelItem(i)->data(0, kProject).toString());
  m_tree->clear();
  const auto& workspace = m_context.document.workspace();
  const bool can_edit = workspace && !workspace->read_only_reason;
  const QString today = QDate::currentDate().toString(Qt::ISODate);
  ReinforcementSum all;
  std::vector<ChartBar> bars;
  for (const ReinforcementSum& county : m_counties) {
    if (county.projects == 0) continue;
    all.planned += county.planned, all.started += county.started, all.finished += county.finished;
    all.overdue += county.overdue, all.projects += county.projects, all.funds_yuan += county.funds_yuan;
    auto* top = new QTreeWidgetItem({QString::fromStdString(county.name), QString::number(county.planned),
                                     QString::number(county.started), QString::number(county.finished),
                                     percent(county.finished, county.planned)});
    const QString code = QString::fromStdString(county.code);
    top->setData(0, kProject, code);
    if (county.overdue > 0) top->setToolTip(0, tr("%1 projects are late").arg(county.overdue));
    m_tree->addTopLevelItem(top);
    for (std::size_t i = 0; i < m_projects.size(); ++i) {
      const Reinforcement& p = m_projects[i];
      if (p.division_code.substr(0, 6) != county.code.substr(0, 6)) continue;
      const bool late = !p.due_on.empty() && QString::fromStdString(p.due_on) < today && p.finished < p.planned;
      auto* row = new QTreeWidgetItem({QStringLiteral("%1 %2%3")
                                           .arg(QString::fromStdString(p.division_name))
                                           .arg(p.plan_year)
                                           .arg(late ? tr(" · late") : QString()),
                                       QString::number(p.planned), QString::number(p.started),
                                       QString::number(p.finished), percent(p.finished, p.planned)});
      row->setData(0, kProject, static_cast<int>(i));
      row->setToolTip(0, tr("%1\nDue %2, %3")
                             .arg(QString::fromStdString(p.name), QString::fromStdString(p.due_on),
                                  QString::fromStdString(p.manager)));
      if (late) row->setForeground(0, currentColours().caution);
      if (can_edit) row->setFlags(row->flags() | Qt::ItemIsEditable);
      top->addChild(row);
    }
    for (int i = 0; i < top->childCount(); ++i)
      for (int c = kPlanned; c <= kRatio; ++c) top->child(i)->setTextAlignment(c, Qt::AlignRight | Qt::AlignVCenter);
    for (int c = kPlanned; c <= kRatio; ++c) top->setTextAlignment(c, Qt::AlignRight | Qt::AlignVCenter);
    top->setExpanded(open.contains(code));
    bars.push_back({QString::fromStdString(county.name),
                    {static_cast<double>(county.finished), static_cast<double>(county.started - county.finished),
                     static_cast<double>(county.planned - county.started)},
                    {},
                    percent(county.finished, county.planned)});
  }
  const bool some = all.projects > 0;
  m_empty->setVisible(!some);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_sum, m_tree, m_hint, m_chart}) widget->setVisible(some);
  m_empty->setText(workspace
                       ? tr("No reinforcement works are registered. Import them into the table “Reinforcement works”.")
                       : tr("Open a workspace to see its reinforcement works."));
  m_sum->setText(tr("%1 of %2 households finished (%3), %4 begun; %5 projects late")
                     .arg(all.finished)
                     .arg(all.planned)
                     .arg(percent(all.finished, all.planned))
                     .arg(all.started)
                     .arg(all.overdue));
  m_hint->setText(can_edit
                      ? tr("Double-click or F2 changes begun and finished households of a project; undo takes it back.")
                      : tr("This workspace can only be read."));
  m_chart->setData(std::move(bars), {{tr("finished")}, {tr("begun")}, {tr("not begun")}}, tr("households"));
  m_filling = false;
}

void ReinforcementPage::save(QTreeWidgetItem* item, int column) {
  if (m_filling || item->parent() == nullptr) return;
  const auto& workspace = m_context.document.workspace();
  const Reinforcement& p = m_projects[static_cast<std::size_t>(item->data(0, kProject).toInt())];
  bool number = false;
  const qint64 value = item->text(column).trimmed().toLongLong(&number);
  std::int64_t started = p.started, finished = p.finished;
  if (column == kStarted) started = value;
  if (column == kFinished) finished = value, started = std::max(started, finished);
  const bool right = number && (column == kStarted || column == kFinished) && finished >= 0 && finished <= started &&
                     started <= p.planned;
  if (!right || !workspace) {
    m_context.map.say(column == kStarted || column == kFinished
                          ? tr("Households finished ≤ begun ≤ planned (%1).").arg(p.planned)
                          : tr("Only begun and finished households are changed here; the rest in the table."));
    QMetaObject::invokeMethod(this, &ReinforcementPage::refresh, Qt::QueuedConnection);
    return;
  }
  const gis::RowCells cells = {{"started_households", std::int64_t{started}},
                               {"finished_households", std::int64_t{finished}}};
  const gis::RowCells expected = {{"started_households", std::int64_t{p.started}},
                                  {"finished_households", std::int64_t{p.finished}}};
  m_write.ask(
      [folder = workspace->folder, author = m_context.settings.author(),
       title = tr("Progress of reinforcement").toStdString(), uuid = p.uuid, cells,
       expected](const gis::CancelToken&, const gis::Progress&) {
        return editSeismic(folder, author, title, [&](gis::RowEditor& rows) {
          return rows.set("reinforcement_project", uuid, cells, &expected);
        });
      },
      [this](gis::Result<SeismicData> book) {
        if (!book) {
          m_context.messages.add(std::move(book.error()));
          return refresh();
        }
        emit dataRead(*book);
      });
}

void ReinforcementPage::retranslate() {
  m_tree->setHeaderLabels({tr("County, project"), tr("Planned"), tr("Begun"), tr("Finished"), tr("Done")});
  m_tree->header()->setStretchLastSection(false);
  m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->setAccessibleName(tr("Reinforcement works"));
  m_chart->setTitle(tr("Households by county"));
  refresh();
}

}  // namespace app
