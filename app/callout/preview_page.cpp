// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/preview_page.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "app/callout/call_tree_model.h"
#include "app/callout/callout_words.h"
#include "app/core/wheel_pass.h"
#include "app/register/flow_layout.h"
#include "app/settings/theme.h"
#include "app/warning_text/callout_text.h"

namespace app {
namespace {

constexpr int kMostOfficers = 200;
constexpr int kNamesShown = 8;

}  // namespace

namespace {

// As wide as its heading and its greatest count, which stand in bold.
int callColumnPx(const QTreeView& tree, int column, int count) {
  QFont bold = tree.font();
  bold.setBold(true);
  const QString heading = tree.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  const QFontMetrics metrics(bold);
  return std::max(
      dp(36), dp(14) + std::max(metrics.horizontalAdvance(heading), metrics.horizontalAdvance(QString::number(count))));
}

}  // namespace

void arrangeCallTree(QTreeView& tree) {
  tree.setUniformRowHeights(true);
  tree.setIndentation(dp(14));
  tree.setAlternatingRowColors(false);
  tree.header()->setStretchLastSection(false);
  tree.header()->setMinimumSectionSize(dp(30));
  tree.header()->setSectionResizeMode(QHeaderView::Fixed);
  tree.header()->setSectionResizeMode(CallTreeModel::kName, QHeaderView::Stretch);
  for (int column = CallTreeModel::kToCall; column < CallTreeModel::kColumns; ++column)
    tree.setColumnWidth(column, callColumnPx(tree, column, 0));
}

void fitCallColumns(QTreeView& tree, const gis::Tally& all) {
  constexpr int kNameChars = 12;
  const int counts[CallTreeModel::kColumns] = {1,          all.issued, all.sent, all.heard, all.confirmed, all.fed_back,
                                               all.silent, all.overdue};
  const int name_px = tree.fontMetrics().horizontalAdvance(QString(kNameChars, QChar(0x6751))) + 2 * tree.indentation();
  int room_px = tree.viewport()->width() - name_px;
  std::array<bool, CallTreeModel::kColumns> shown{};
  std::array<int, CallTreeModel::kColumns> widths{};
  for (int column = CallTreeModel::kToCall; column < CallTreeModel::kColumns; ++column) {
    const auto at = static_cast<std::size_t>(column);
    shown[at] = column <= CallTreeModel::kCalled || counts[column] > 0;
    widths[at] = callColumnPx(tree, column, counts[column]);
    if (shown[at]) room_px -= widths[at];
  }
  for (const auto column : {CallTreeModel::kHeard, CallTreeModel::kFedBack, CallTreeModel::kCalled}) {
    if (room_px >= 0) break;
    const auto at = static_cast<std::size_t>(column);
    if (shown[at]) room_px += widths[at];
    shown[at] = false;
  }
  for (int column = CallTreeModel::kToCall; column < CallTreeModel::kColumns; ++column) {
    const auto at = static_cast<std::size_t>(column);
    if (tree.isColumnHidden(column) == shown[at]) tree.setColumnHidden(column, !shown[at]);
    if (shown[at] && tree.columnWidth(column) != widths[at]) tree.setColumnWidth(column, widths[at]);
  }
}

PreviewPage::PreviewPage(QWidget* parent)
    : QWidget(parent),
      m_summary(new QLabel),
      m_forecast(new QLabel),
      m_caution(new QLabel),
      m_gaps(new QToolButton),
      m_gap_list(new QLabel),
      m_time_line(new QToolButton),
      m_time_lines(new QLabel),
      m_officers_label(new QLabel),
      m_officers(new QSpinBox),
      m_tree(new QTreeView),
      m_model(new CallTreeModel(this)),
      m_start(new QPushButton),
      m_sure(new QPushButton),
      m_not_yet(new QPushButton),
      m_drill(new QToolButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(6));
  m_summary->setProperty("role", "heading");
  m_forecast->setProperty("role", "second");
  m_caution->setProperty("role", "danger");
  m_gap_list->setProperty("role", "second");
  m_time_lines->setProperty("role", "second");
  for (QLabel* label : {m_summary, m_forecast, m_caution, m_time_lines, m_gap_list}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    column->addWidget(label);
  }
  for (QToolButton* chip : {m_time_line, m_gaps}) {
    chip->setProperty("role", "chip");
    chip->setCheckable(true);
  }
  m_officers->setRange(1, kMostOfficers);
  m_officers->setValue(2);
  m_officers_label->setBuddy(m_officers);
  passWheel(*m_officers);
  auto* officers = new QWidget;
  auto* pair = new QHBoxLayout(officers);
  pair->setContentsMargins(0, 0, 0, 0);
  pair->addWidget(m_officers_label);
  pair->addWidget(m_officers);
  auto* row = new FlowLayout;
  for (QWidget* widget : std::initializer_list<QWidget*>{m_time_line, m_gaps, officers}) row->addWidget(widget);
  column->insertLayout(3, row);
  m_tree->setModel(m_model);
  m_tree->setMinimumHeight(dp(84));
  column->addWidget(m_tree, 1);
  for (const auto hidden : {CallTreeModel::kCalled, CallTreeModel::kHeard, CallTreeModel::kConfirmed,
                            CallTreeModel::kFedBack, CallTreeModel::kSilent, CallTreeModel::kOverdue})
    m_tree->setColumnHidden(hidden, true);
  arrangeCallTree(*m_tree);
  m_drill->setPopupMode(QToolButton::InstantPopup);
  m_drill->setToolButtonStyle(Qt::ToolButtonTextOnly);
  m_drill->setProperty("role", "chip");
  m_drill->setMenu(new QMenu(m_drill));
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_drill);
  buttons->addStretch(1);
  buttons->addWidget(m_not_yet);
  buttons->addWidget(m_start);
  buttons->addWidget(m_sure);
  // Above the list: on a low screen the list gives way, never the button.
  column->insertLayout(1, buttons);
  m_sure->setProperty("primary", true);
  m_start->setProperty("primary", true);
  m_sure->hide();
  m_not_yet->hide();
  connect(m_gaps, &QToolButton::toggled, m_gap_list, &QLabel::setVisible);
  connect(m_time_line, &QToolButton::toggled, this, &PreviewPage::refreshForecast);
  connect(m_officers, &QSpinBox::valueChanged, this, &PreviewPage::officersChanged);
  connect(m_start, &QPushButton::clicked, this, [this] {
    m_start->hide();
    m_drill->hide();
    m_sure->show();
    m_not_yet->show();
    m_sure->setFocus();
  });
  connect(m_not_yet, &QPushButton::clicked, this, [this] { refresh(); });
  connect(m_sure, &QPushButton::clicked, this, [this] {
    m_sure->setEnabled(false);
    emit startWanted();
  });
  connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
    const std::string code = m_model->divisionOf(index);
    if (!code.empty()) emit placeChosen(code);
  });
  retranslate();
}

int PreviewPage::officers() const { return m_officers->value(); }

void PreviewPage::setPreview(const std::optional<CalloutPreview>& preview, bool can_start) {
  m_preview = preview;
  m_can_start = can_start;
  m_model->setView(m_preview ? m_preview->view : nullptr);
  m_tree->expandToDepth(0);
  refresh();
}

void PreviewPage::setCourse(const gis::CourseForecast& course) {
  if (!m_preview) return;
  m_preview->course = course;
  refreshForecast();
}

// Apart from the rest: it comes later, and an officer who is about to start is not disturbed by it.
void PreviewPage::refreshForecast() {
  const bool has = m_preview.has_value(), known = has && m_preview->course;
  m_forecast->setVisible(has);
  m_time_line->setVisible(known);
  m_time_lines->setVisible(known && m_time_line->isChecked());
  m_caution->setVisible(false);
  if (!has) return;
  QStringList lines{known ? forecastText(*m_preview->course, m_preview->expected.most_ms)
                          : tr("Working out when they would confirm …")};
  if (m_preview->by_hand)
    lines << tr("No automatic line is served for some channels of the plan: officers telephone instead.");
  m_forecast->setText(lines.join(QLatin1Char('\n')));
  if (known) m_time_lines->setText(timeLineTexts(*m_preview->course).join(QLatin1Char('\n')));
  const std::int64_t awake_ms = m_preview->view->facts->awake_s * std::int64_t{1000};
  const auto tooLate = [awake_ms](const gis::CourseForecast& course) {
    return course.p95_confirmed_ms < 0 || course.p95_confirmed_ms > awake_ms;
  };
  const bool late = awake_ms > 0 && (!m_preview->capacity.meets_awake_clock || (known && tooLate(*m_preview->course)));
  m_caution->setVisible(late);
  if (!late) return;
  m_caution->setText(
      tr("The clock of %1 cannot be met with the lines there are: about %2 lines or officers would do it.")
          .arg(durationText(awake_ms))
          .arg(std::max(m_preview->capacity.lines_needed, m_preview->officers)));
}

void PreviewPage::setBusy(const QString& what) {
  m_preview.reset();
  m_model->setView(nullptr);
  refresh();
  m_summary->setText(what);
  m_summary->show();
}

void PreviewPage::setTrouble(const QString& sentence) {
  setBusy({});
  m_summary->hide();
  m_caution->setText(sentence);
  m_caution->setVisible(!sentence.isEmpty());
}

QString PreviewPage::gapText() const {
  QStringList lines;
  for (const auto kind : {gis::RosterGapKind::kNobody, gis::RosterGapKind::kNoPhone, gis::RosterGapKind::kNoDeputy,
                          gis::RosterGapKind::kNoSuperior, gis::RosterGapKind::kTwoPosts}) {
    QStringList names;
    int count = 0;
    for (const gis::RosterGap& gap : m_preview->gaps) {
      if (gap.kind != kind) continue;
      ++count;
      if (names.size() >= kNamesShown || kind == gis::RosterGapKind::kNobody) continue;
      names << QString::fromStdString(gap.who);
    }
    if (count == 0) continue;
    if (count > names.size() && !names.isEmpty()) names << QStringLiteral("…");
    lines << QStringLiteral("%1: %2  %3").arg(rosterGapText(kind)).arg(count).arg(names.join(QStringLiteral("、")));
  }
  return lines.join(QLatin1Char('\n'));
}

void PreviewPage::refresh() {
  const bool has = m_preview.has_value();
  m_sure->hide();
  m_not_yet->hide();
  m_start->setVisible(has);
  m_drill->setVisible(has);
  m_start->setEnabled(m_can_start);
  m_sure->setEnabled(m_can_start);
  m_drill->setEnabled(m_can_start);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_summary, m_gaps, m_officers, m_officers_label, m_tree})
    widget->setVisible(has);
  refreshForecast();
  m_gap_list->setVisible(has && m_gaps->isChecked());
  if (!has) return;
  const int persons = static_cast<int>(m_preview->snapshot.targets.size());
  m_summary->setText(tr("%1 persons in %2 places would be called").arg(persons).arg(m_preview->places));
  m_sure->setText(m_preview->snapshot.is_drill ? tr("Drill: call %n person(s) now", nullptr, persons)
                                               : tr("Yes, call %n person(s) now", nullptr, persons));
  if (!m_preview->view->tree.empty())
    m_tree->setColumnWidth(CallTreeModel::kToCall, callColumnPx(*m_tree, CallTreeModel::kToCall, persons));
  m_gaps->setText(tr("%n gap(s) of the plan", nullptr, static_cast<int>(m_preview->gaps.size())));
  m_gaps->setVisible(!m_preview->gaps.empty());
  m_gap_list->setText(gapText());
}

void PreviewPage::retranslate() {
  m_start->setText(tr("Start calling …"));
  m_time_line->setText(tr("Time line"));
  m_not_yet->setText(tr("Not yet"));
  m_drill->setText(tr("Drill ▾"));
  m_officers_label->setText(tr("Officers at telephones"));
  QMenu* menu = m_drill->menu();
  menu->clear();
  menu->addAction(tr("With real telephones, marked as a drill"), this, [this] { emit drillWanted(0); });
  for (const int speed : {1, 10, 60})
    menu->addAction(speed == 1 ? tr("With made people, at the pace of the clock")
                               : tr("With made people, %1 times as fast").arg(speed),
                    this, [this, speed] { emit drillWanted(speed); });
  m_model->retranslate();
  arrangeCallTree(*m_tree);
  m_tree->expandToDepth(0);
  refresh();
}

void PreviewPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app
