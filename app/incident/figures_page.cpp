// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident/figures_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "app/charts/line_chart.h"
#include "app/core/moment_edit.h"
#include "app/core/wheel_pass.h"
#include "app/incident_timeline/incident_words.h"
#include "app/settings/theme.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace incident = gis::incident;

// Name, value and new value are in sight beside each other on the narrowest panel.
constexpr int kName_px = 140, kNew_px = 80;
constexpr int kGrid_px = 150;  // four figures on the smallest screen
const QString kWithdrawn = QStringLiteral("-");

// Without its unit, which stands with the name.
QString plainValue(std::optional<double> value, const incident::FigureKind& kind) {
  if (!value) return {};
  const QLocale papers(QLocale::English);
  return kind.is_whole ? papers.toString(static_cast<qint64>(*value)) : papers.toString(*value, 'g', 12);
}

}  // namespace

FigureGrid::FigureGrid(QWidget* parent) : QTableWidget(parent) {
  setColumnCount(FiguresPage::kColumns);
  setSelectionMode(SingleSelection);
  setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
  setTabKeyNavigation(false);
  verticalHeader()->hide();
  // A cell that was taken by Enter opens the one below.
  connect(itemDelegate(), &QAbstractItemDelegate::closeEditor, this, [this](QWidget*, auto hint) {
    if (hint != QAbstractItemDelegate::SubmitModelCache || currentRow() + 1 >= rowCount()) return;
    setCurrentCell(currentRow() + 1, FiguresPage::kNew);
  });
}

void FigureGrid::paste(const QString& text) {
  int row = std::max(0, currentRow());
  for (const QString& line : text.split(QLatin1Char('\n'))) {
    if (row >= rowCount()) break;
    if (QTableWidgetItem* cell = item(row++, FiguresPage::kNew)) cell->setText(line.trimmed());
  }
}

void FigureGrid::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && (event->modifiers() & Qt::ControlModifier)) {
    emit finished();
    return;
  }
  if (event->matches(QKeySequence::Paste)) return paste(QApplication::clipboard()->text());
  if (enter && state() != EditingState) {
    setCurrentCell(std::min(currentRow() + 1, rowCount() - 1), FiguresPage::kNew);
    return;
  }
  if (currentColumn() != FiguresPage::kNew && !event->text().isEmpty() && event->text().at(0).isLetterOrNumber())
    setCurrentCell(currentRow(), FiguresPage::kNew);
  QTableWidget::keyPressEvent(event);
}

FiguresPage::FiguresPage(PanelContext& context, QWidget* parent)
    : IncidentPage(context, parent),
      m_of(new QComboBox),
      m_sums(new QPushButton),
      m_as_of(new QDateTimeEdit),
      m_source(new QLineEdit),
      m_all(new QCheckBox),
      m_grid(new FigureGrid),
      m_trouble(new QLabel),
      m_tell(new QPushButton),
      m_chart(new LineChart) {
  makeWidgets();
  connect(m_tell, &QPushButton::clicked, this, &FiguresPage::tell);
  connect(m_grid, &FigureGrid::finished, this, &FiguresPage::tell);
  connect(m_grid, &QTableWidget::currentCellChanged, this, &FiguresPage::showCourse);
  const auto again = [this] {
    m_shown.clear();
    showIncident();
  };
  connect(m_all, &QCheckBox::toggled, this, again);
  connect(m_of, &QComboBox::activated, this, again);
  connect(m_sums, &QPushButton::clicked, this, &FiguresPage::takeSums);
  retranslate();
}

void FiguresPage::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(4));
  auto* of = new QHBoxLayout;
  m_of->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (QWidget* chosen : std::initializer_list<QWidget*>{m_of, m_as_of}) passWheel(*chosen);
  of->addWidget(m_of, 1);
  of->addWidget(m_sums);
  column->addLayout(of);
  auto* top = new QHBoxLayout;
  m_as_of->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
  top->addWidget(m_as_of);
  top->addWidget(m_source, 1);
  column->addLayout(top);
  m_trouble->setProperty("role", "danger");
  m_trouble->setWordWrap(true);
  m_trouble->hide();
  column->addWidget(m_trouble);
  m_grid->setMinimumHeight(dp(kGrid_px));
  column->addWidget(m_grid, 3);
  auto* below = new QHBoxLayout;
  below->addWidget(m_all, 1);
  below->addWidget(m_tell);
  column->addLayout(below);
  column->addWidget(m_chart, 2);
}

void FiguresPage::showIncident() {
  const incident::Incident* one = incident();
  setEnabled(one != nullptr);
  if (!one) return;
  m_tell->setEnabled(m_may_write);
  // What is being typed stays while nothing new was recorded.
  fillCounties();
  const std::string now = one->uuid + std::to_string(one->events.size()) + county();
  if (now == m_shown) return;
  m_shown = now;
  showMoment(*m_as_of, m_view->now_utc_ms);
  showRows();
  showCourse();
}

// Counties that told something say so; the choice stays.
void FiguresPage::fillCounties() {
  const incident::Incident* one = incident();
  const QVariant chosen = m_of->currentData();
  m_of->clear();
  m_of->addItem(tr("The whole incident"), QString());
  for (const auto& [code, names] : m_view->counties)
    m_of->addItem(one->counties.contains(code) ? tr("%1 · told").arg(bothText(names)) : bothText(names),
                  QString::fromStdString(code));
  m_of->setCurrentIndex(std::max(0, m_of->findData(chosen)));
  m_sums->setVisible(m_may_write && county().empty() && !one->counties.empty());
}

std::string FiguresPage::county() const { return m_of->currentData().toString().toStdString(); }

void FiguresPage::focusFigure(const std::string& figure, const std::string& county_code) {
  if (!incident()) return;
  m_of->setCurrentIndex(std::max(0, m_of->findData(QString::fromStdString(county_code))));
  if (std::ranges::find(m_rows, figure) == m_rows.end() && !m_all->isChecked()) m_all->setChecked(true);
  m_shown.clear();
  showIncident();
  const auto at = std::ranges::find(m_rows, figure);
  if (at == m_rows.end()) return;
  const int row = static_cast<int>(at - m_rows.begin());
  m_grid->setFocus(Qt::OtherFocusReason);
  m_grid->setCurrentCell(row, kNew);
  m_grid->scrollToItem(m_grid->item(row, kName), QAbstractItemView::PositionAtCenter);
  m_grid->horizontalScrollBar()->setValue(0);  // the name stays in sight
  if (m_may_write) m_grid->editItem(m_grid->item(row, kNew));
}

void FiguresPage::takeSums() {
  const incident::Incident* one = incident();
  if (!one || !county().empty()) return;
  for (std::size_t row = 0; row < m_rows.size(); ++row) {
    const std::optional<double> sum = one->sumOfCounties(m_rows[row]);
    if (sum && sum != one->value(m_rows[row]))
      m_grid->item(static_cast<int>(row), kNew)->setText(QString::number(*sum, 'g', 12));
  }
  if (m_source->text().trimmed().isEmpty()) m_source->setText(tr("sum of the counties"));
}

void FiguresPage::showRows() {
  const incident::Incident& one = *incident();
  const QSignalBlocker quiet(m_grid);
  const int at = std::max(0, m_grid->currentRow());
  const auto told = one.counties.find(county());
  const incident::Figures none;
  const incident::Figures& figures = county().empty()             ? one.figures
                                     : told == one.counties.end() ? none
                                                                  : told->second.figures;
  const bool with_sums = county().empty() && !one.counties.empty();
  m_grid->setColumnHidden(kCounties, !with_sums);
  m_rows.clear();
  for (const incident::FigureKind& kind : m_view->catalogue.figures)
    if (kind.is_main || m_all->isChecked() || figures.contains(kind.id) || (with_sums && one.sumOfCounties(kind.id)))
      m_rows.push_back(kind.id);
  m_grid->setRowCount(static_cast<int>(m_rows.size()));
  for (int row = 0; row < m_grid->rowCount(); ++row) {
    const std::string& id = m_rows[static_cast<std::size_t>(row)];
    const incident::FigureKind* kind = m_view->catalogue.figure(id);
    const auto found = figures.find(id);
    const bool known = found != figures.end();
    const std::optional<double> sum = with_sums ? one.sumOfCounties(id) : std::nullopt;
    const QString texts[kColumns] = {QStringLiteral("%1 (%2)").arg(bothText(kind->name), bothText(kind->unit)),
                                     known ? plainValue(found->second.entry.value, *kind) : QStringLiteral("-"),
                                     QString(),
                                     sum ? plainValue(sum, *kind) : QString(),
                                     known ? beijingTimeText(found->second.entry.as_of_utc_ms) : QString(),
                                     known ? QString::fromStdString(found->second.entry.source) : QString()};
    for (int c = 0; c < kColumns; ++c) {
      auto* cell = new QTableWidgetItem(texts[c]);
      if (c == kName) cell->setToolTip(texts[c]);
      if (c != kNew || !m_may_write) cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      if (c == kCounties && sum && sum != one.value(id)) {
        cell->setForeground(currentColours().danger);
        cell->setToolTip(tr("The counties together; the report wants it to be the figure of the whole."));
      }
      if (c == kValue || c == kCounties || c == kNew) cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      m_grid->setItem(row, c, cell);
    }
  }
  m_grid->resizeColumnsToContents();
  m_grid->setColumnWidth(kName, std::min(m_grid->columnWidth(kName), dp(kName_px)));
  m_grid->setColumnWidth(kNew, dp(kNew_px));
  m_grid->setCurrentCell(std::min(at, m_grid->rowCount() - 1), kNew);
  m_grid->horizontalScrollBar()->setValue(0);  // the names stay in sight
}

void FiguresPage::showCourse() {
  const incident::Incident* one = incident();
  const int row = m_grid->currentRow();
  std::vector<ChartLine> lines;
  QString unit;
  if (one && row >= 0 && row < static_cast<int>(m_rows.size())) {
    const std::string& id = m_rows[static_cast<std::size_t>(row)];
    ChartLine line{figureName(m_view->catalogue, id), {}, {}};
    for (const incident::FigureEntry& entry : incident::seriesOf(*one, id, county()))
      line.points.push_back({static_cast<double>(entry.as_of_utc_ms), *entry.value});
    unit = bothText(m_view->catalogue.figure(id)->unit);
    m_chart->setTitle(line.name);
    // One value has no course: its room is the table's.
    m_chart->setVisible(line.points.size() > 1);
    if (!line.points.empty()) lines.push_back(std::move(line));
  }
  m_chart->setData(std::move(lines), {}, ChartX::kTime, unit);
}

void FiguresPage::tell() {
  if (!incident() || !m_may_write) return;
  incident::FiguresTold body;
  QStringList wrong;
  for (int row = 0; row < m_grid->rowCount(); ++row) {
    const QString typed = m_grid->item(row, kNew)->text().trimmed().remove(QLatin1Char(','));
    if (typed.isEmpty()) continue;
    incident::FigureEntry entry{m_rows[static_cast<std::size_t>(row)], std::nullopt, momentIn(*m_as_of),
                                m_source->text().trimmed().toStdString()};
    entry.county_code = county();
    if (const auto of = m_view->counties.find(entry.county_code); of != m_view->counties.end())
      entry.county = of->second.zh;
    bool is_number = false;
    const double value = typed.toDouble(&is_number);
    if (is_number)
      entry.value = value;
    else if (typed != kWithdrawn)
      wrong << QStringLiteral("%1: %2").arg(figureName(m_view->catalogue, entry.figure), typed);
    body.figures.push_back(std::move(entry));
  }
  m_trouble->setVisible(!wrong.isEmpty() || body.figures.empty());
  if (!wrong.isEmpty())
    return m_trouble->setText(tr("No number: %1. Type a number, or “-” to withdraw it.").arg(wrong.join(tr(", "))));
  if (body.figures.empty()) return m_trouble->setText(tr("Type new values in the column “New value” first."));
  append({std::move(body)});
}

void FiguresPage::retranslate() {
  m_grid->setHorizontalHeaderLabels(
      {tr("Figure"), tr("Value"), tr("New value"), tr("Counties"), tr("As of"), tr("Told by")});
  m_of->setAccessibleName(tr("Whose figures"));
  m_of->setToolTip(tr("The whole incident, or one county’s share of it"));
  m_sums->setText(tr("Take the sums"));
  m_sums->setToolTip(tr("Writes what the counties told together into the new values where it differs"));
  m_as_of->setToolTip(tr("The moment that the new figures speak of"));
  m_source->setPlaceholderText(tr("who told the new figures"));
  m_tell->setText(tr("Enter the figures"));
  m_tell->setToolTip(tr("Ctrl+Enter in the table"));
  m_all->setText(tr("all figures of the statistics"));
  m_chart->setEmptyText(tr("Choose a figure that was told: its course stands here."));
  m_shown.clear();
}

}  // namespace app
