// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident/figures_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "app/charts/line_chart.h"
#include "app/incident_timeline/incident_words.h"
#include "app/settings/theme.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace incident = gis::incident;

constexpr int kBeijingOffset_s = 8 * 3600;
const QString kWithdrawn = QStringLiteral("-");

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
  connect(m_all, &QCheckBox::toggled, this, [this] {
    m_shown.clear();
    showIncident();
  });
  retranslate();
}

void FiguresPage::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(4));
  auto* top = new QHBoxLayout;
  m_as_of->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
  m_as_of->setTimeSpec(Qt::OffsetFromUTC);
  top->addWidget(m_as_of);
  top->addWidget(m_source, 1);
  top->addWidget(m_tell);
  column->addLayout(top);
  m_trouble->setProperty("role", "danger");
  m_trouble->setWordWrap(true);
  m_trouble->hide();
  column->addWidget(m_trouble);
  column->addWidget(m_grid, 3);
  column->addWidget(m_all);
  column->addWidget(m_chart, 2);
}

void FiguresPage::showIncident() {
  const incident::Incident* one = incident();
  setEnabled(one != nullptr);
  if (!one) return;
  m_tell->setEnabled(m_may_write);
  // What is being typed stays while nothing new was recorded.
  const std::string now = one->uuid + std::to_string(one->events.size());
  if (now == m_shown) return;
  m_shown = now;
  m_as_of->setDateTime(QDateTime::fromMSecsSinceEpoch(m_view->now_utc_ms, Qt::OffsetFromUTC, kBeijingOffset_s));
  showRows();
  showCourse();
}

void FiguresPage::showRows() {
  const incident::Incident& one = *incident();
  const QSignalBlocker quiet(m_grid);
  const int at = std::max(0, m_grid->currentRow());
  m_rows.clear();
  for (const incident::FigureKind& kind : m_view->catalogue.figures)
    if (kind.is_main || m_all->isChecked() || one.figures.contains(kind.id)) m_rows.push_back(kind.id);
  m_grid->setRowCount(static_cast<int>(m_rows.size()));
  for (int row = 0; row < m_grid->rowCount(); ++row) {
    const std::string& id = m_rows[static_cast<std::size_t>(row)];
    const incident::FigureKind* kind = m_view->catalogue.figure(id);
    const auto found = one.figures.find(id);
    const bool known = found != one.figures.end();
    const QString texts[kColumns] = {
        QStringLiteral("%1 (%2)").arg(bothText(kind->name), bothText(kind->unit)),
        known ? figureValue(m_view->catalogue, id, found->second.entry.value) : QStringLiteral("-"),
        known ? beijingTimeText(found->second.entry.as_of_utc_ms) : QString(),
        known ? QString::fromStdString(found->second.entry.source) : QString(), QString()};
    for (int c = 0; c < kColumns; ++c) {
      auto* cell = new QTableWidgetItem(texts[c]);
      if (c != kNew || !m_may_write) cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      if (c == kValue || c == kNew) cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      m_grid->setItem(row, c, cell);
    }
  }
  m_grid->resizeColumnsToContents();
  m_grid->setColumnWidth(kNew, dp(90));
  m_grid->setCurrentCell(std::min(at, m_grid->rowCount() - 1), kNew);
}

void FiguresPage::showCourse() {
  const incident::Incident* one = incident();
  const int row = m_grid->currentRow();
  std::vector<ChartLine> lines;
  QString unit;
  if (one && row >= 0 && row < static_cast<int>(m_rows.size())) {
    const std::string& id = m_rows[static_cast<std::size_t>(row)];
    ChartLine line{figureName(m_view->catalogue, id), {}, {}};
    for (const incident::FigureEntry& entry : incident::seriesOf(*one, id))
      line.points.push_back({static_cast<double>(entry.as_of_utc_ms), *entry.value});
    unit = bothText(m_view->catalogue.figure(id)->unit);
    m_chart->setTitle(line.name);
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
    incident::FigureEntry entry{m_rows[static_cast<std::size_t>(row)], std::nullopt,
                                m_as_of->dateTime().toMSecsSinceEpoch(), m_source->text().trimmed().toStdString()};
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
  if (body.figures.empty()) return m_trouble->setText(tr("Type new values in the last column first."));
  append({std::move(body)});
}

void FiguresPage::retranslate() {
  m_grid->setHorizontalHeaderLabels({tr("Figure"), tr("Value"), tr("As of"), tr("Told by"), tr("New value")});
  m_as_of->setToolTip(tr("The moment that the new figures speak of"));
  m_source->setPlaceholderText(tr("who told the new figures"));
  m_tell->setText(tr("Enter the figures"));
  m_tell->setToolTip(tr("Ctrl+Enter in the table"));
  m_all->setText(tr("all figures of the statistics"));
  m_chart->setEmptyText(tr("Choose a figure that was told: its course stands here."));
  m_shown.clear();
}

}  // namespace app
