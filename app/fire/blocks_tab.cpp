// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fire/blocks_tab.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/fire/fire_stage.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"

namespace app {
namespace {

// What a row stands for: a block, a gap or a loose end, by its place in the report.
constexpr int kWhatRole = Qt::UserRole, kIndexRole = Qt::UserRole + 1;
enum What { kNothing = 0, kBlock, kGapRow, kLoose };
constexpr int kMostRows = 500;

}  // namespace

BlocksTab::BlocksTab(PanelContext& context, FireStage& stage, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_stage(stage),
      m_slot(context.pools, Pool::kModels),
      m_gap_title(new QLabel),
      m_gap(new QSpinBox),
      m_run(new QPushButton),
      m_summary(new QLabel),
      m_tree(new QTreeWidget),
      m_note(new QLabel) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(10), dp(12), dp(8));
  column->setSpacing(dp(8));
  auto* top = new QHBoxLayout;
  top->addWidget(m_gap_title);
  top->addWidget(m_gap);
  top->addStretch();
  top->addWidget(m_run);
  m_gap->setRange(10, 5000);
  m_gap->setSingleStep(100);
  m_gap->setValue(800);
  m_gap->setSuffix(QStringLiteral(" m"));
  m_summary->setWordWrap(true);
  m_note->setWordWrap(true);
  m_note->setProperty("role", "second");
  m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_tree->setColumnCount(2);
  m_tree->setUniformRowHeights(true);
  m_tree->setIndentation(dp(12));
  m_tree->header()->setStretchLastSection(false);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  column->addLayout(top);
  column->addWidget(m_summary);
  column->addWidget(m_tree, 1);
  column->addWidget(m_note);
  connect(m_run, &QPushButton::clicked, this, [this] { m_slot.busy() ? (m_slot.drop(), refresh()) : find(); });
  connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
    if (item == nullptr || !m_report) return;
    const auto i = static_cast<std::size_t>(item->data(0, kIndexRole).toInt());
    switch (item->data(0, kWhatRole).toInt()) {
      case kBlock: {
        gis::MapBox box;
        for (const gis::MapXY& p : m_report->blocks[i].ring) box.add(p);
        m_context.map.show_box(box);
        break;
      }
      case kGapRow:
        m_context.map.fly_to(m_report->gaps[i].end, std::max(1500.0, 4 * m_report->gaps[i].length_m));
        break;
      case kLoose:
        m_context.map.fly_to(m_report->loose_ends[i].end, 2500);
        break;
      default:
        return;
    }
    draw();
  });
  retranslate();
}

void BlocksTab::find() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_slot.ask([folder = workspace->folder, gap_m = static_cast<double>(m_gap->value())](
                 const gis::CancelToken& cancel, const gis::Progress&) { return findBlocks(folder, gap_m, cancel); },
             [this](gis::Result<gis::fire::BlockReport> report) {
               if (!report) {
                 m_context.messages.add(report.error());
                 m_report.reset();
                 refresh();
                 m_note->setText(report.error().code == gis::ErrorCode::kNoData
                                     ? tr("There are no fire breaks in this workspace.")
                                     : errorSentence(report.error()));
                 return;
               }
               m_report = std::move(*report);
               refresh();
               draw();
             });
  refresh();
}

void BlocksTab::draw() {
  const QTreeWidgetItem* item = m_tree->currentItem();
  const int chosen = item && item->data(0, kWhatRole).toInt() == kBlock ? item->data(0, kIndexRole).toInt() : -1;
  m_stage.change([&](layers::FireDrawing& d) {
    d.meshes.clear();
    d.gaps.clear();
    if (!m_report) return;
    for (std::size_t i = 0; i < m_report->blocks.size(); ++i)
      d.meshes.push_back({m_report->blocks[i].ring, m_report->blocks[i].closed(), static_cast<int>(i) == chosen});
    for (const auto& gap : m_report->gaps) d.gaps.push_back({gap.end, gap.close_at, gap.length_m});
    for (const auto& end : m_report->loose_ends) d.gaps.push_back({end.end, end.end, 0});
  });
}

void BlocksTab::refresh() {
  const bool open = m_context.document.workspace().has_value();
  m_run->setEnabled(open);
  m_run->setText(m_slot.busy() ? tr("Cancel") : tr("Find"));
  const bool shown = m_report && !m_slot.busy();
  m_summary->setVisible(shown);
  m_tree->setVisible(shown);
  const QSignalBlocker quiet(m_tree);
  m_tree->clear();
  if (!shown) {
    m_note->setText(!open           ? tr("Open a workspace first.")
                    : m_slot.busy() ? tr("Putting breaks, roads and rivers together …")
                                    : tr("Find the meshes of fire breaks, roads and rivers that do not close: where a "
                                         "fire gets through, how long the gap is, and what "
                                         "it costs in forest."));
    return;
  }
  const auto ha = [](double m2) { return QString::number(m2 / 1e4, 'f', m2 < 1e6 ? 1 : 0); };
  m_summary->setText(tr("%1 blocks do not close (%2 ha); %3 closed (%4 ha). %5 gaps, %6 loose ends; %7 km of breaks.")
                         .arg(m_report->unclosed_count)
                         .arg(ha(m_report->unclosed_m2))
                         .arg(m_report->closed_count)
                         .arg(ha(m_report->closed_m2))
                         .arg(m_report->gaps.size())
                         .arg(m_report->loose_ends.size())
                         .arg(m_report->break_m / 1000, 0, 'f', 0));
  const auto group = [&](const QString& title) {
    auto* made = new QTreeWidgetItem(m_tree, {title});
    made->setFirstColumnSpanned(true);
    made->setData(0, kWhatRole, kNothing);
    return made;
  };
  const auto row = [](QTreeWidgetItem* parent, const QString& name, const QString& value, What what, std::size_t i) {
    auto* made = new QTreeWidgetItem(parent, {name, value});
    made->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    made->setData(0, kWhatRole, what);
    made->setData(0, kIndexRole, static_cast<int>(i));
    return made;
  };
  const QString on[] = {QString(), tr("another break"), tr("a road"), tr("a river"), QString()};
  auto* blocks = group(tr("Blocks that do not close"));
  for (std::size_t i = 0; i < m_report->blocks.size() && blocks->childCount() < kMostRows; ++i) {
    const auto& block = m_report->blocks[i];
    if (block.closed()) continue;
    const auto gaps_here = static_cast<int>(block.gaps.size());
    const QString place =
        QString::fromStdString(block.county + (block.county.empty() ? "" : " ") + block.village).trimmed();
    const QString name = place.isEmpty() ? tr("Block %1, %n gap(s)", nullptr, gaps_here)
                                         : tr("%1. Near %2, %n gap(s)", nullptr, gaps_here);
    const QString number = QString::number(blocks->childCount() + 1);
    auto* item = row(blocks, place.isEmpty() ? name.arg(number) : name.arg(number, place),
                     tr("%1 ha").arg(ha(block.area_m2)), kBlock, i);
    item->setToolTip(0, item->text(0));
    for (const std::uint32_t g : block.gaps)
      row(item, tr("gap to %1").arg(on[static_cast<std::size_t>(m_report->gaps[g].closes_on)]),
          QStringLiteral("%1 m").arg(m_report->gaps[g].length_m, 0, 'f', 0), kGapRow, g);
  }
  blocks->setExpanded(true);
  auto* gaps = group(tr("All gaps, shortest first"));
  for (std::size_t i = 0; i < m_report->gaps.size() && i < kMostRows; ++i)
    row(gaps,
        tr("Break %1 to %2")
            .arg(m_report->gaps[i].break_fid)
            .arg(on[static_cast<std::size_t>(m_report->gaps[i].closes_on)]),
        QStringLiteral("%1 m").arg(m_report->gaps[i].length_m, 0, 'f', 0), kGapRow, i);
  auto* loose = group(tr("Ends with nothing near"));
  for (std::size_t i = 0; i < m_report->loose_ends.size() && i < kMostRows; ++i)
    row(loose, tr("Break %1").arg(m_report->loose_ends[i].break_fid), QString(), kLoose, i);
  m_note->setText(tr(
      "Counted as barriers: breaks in service, roads of class IV and better, fire roads, rivers of order 3 and more."));
}

void BlocksTab::reset() {
  m_slot.drop();
  m_report.reset();
  refresh();
}

void BlocksTab::retranslate() {
  m_gap_title->setText(tr("Longest gap"));
  m_tree->setHeaderLabels({tr("Name"), tr("Size")});
  refresh();
}

}  // namespace app
