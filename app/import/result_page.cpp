// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/result_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <array>

#include "app/settings/theme.h"
#include "app/text/detail_text.h"
#include "app/text/error_text.h"
#include "app/text/import_text.h"

namespace app {

namespace {

constexpr std::size_t kRowsShown = 2000;

}  // namespace

ResultPage::ResultPage(QWidget* parent)
    : QWidget(parent),
      m_sentence(new QLabel),
      m_progress(new QProgressBar),
      m_figures(new QWidget),
      m_remove(new QCheckBox(tr("&Remove the rows of the table that are not in the file"))),
      m_rejected_title(new QLabel),
      m_rejected(new QTableWidget),
      m_save(new QPushButton(tr("&Save the rejected rows…"))),
      m_map(new QPushButton(tr("Show on the &map"))),
      m_undo(new QPushButton(tr("&Undo this import"))) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(12));
  m_sentence->setWordWrap(true);
  m_sentence->setProperty("role", "heading");
  column->addWidget(m_sentence);
  column->addWidget(m_progress);
  const std::array names = {tr("new"),      tr("changed"),         tr("unchanged"),
                            tr("rejected"), tr("not in the file"), tr("removed")};
  auto* figures = new QHBoxLayout(m_figures);
  figures->setContentsMargins(0, 0, 0, 0);
  figures->setSpacing(dp(8));
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto* card = new QFrame;
    card->setProperty("role", "card");
    auto* lines = new QVBoxLayout(card);
    lines->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
    m_figure_rows[i] = new QLabel;
    m_figure_rows[i]->setProperty("role", "title");
    m_figure_rows[i]->setAccessibleName(names[i]);
    auto* name = new QLabel(names[i]);
    name->setProperty("role", "second");
    lines->addWidget(m_figure_rows[i]);
    lines->addWidget(name);
    figures->addWidget(card, 1);
  }
  column->addWidget(m_figures);
  column->addWidget(m_remove);
  m_rejected_title->setProperty("role", "second");
  m_rejected->setColumnCount(4);
  m_rejected->setHorizontalHeaderLabels({tr("Row"), tr("Column"), tr("Value"), tr("Why it cannot be used")});
  m_rejected->verticalHeader()->hide();
  m_rejected->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_rejected->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_rejected->horizontalHeader()->setStretchLastSection(true);
  m_rejected->setAccessibleName(tr("Rejected rows"));
  column->addWidget(m_rejected_title);
  column->addWidget(m_rejected, 1);
  auto* row = new QHBoxLayout;
  row->addWidget(m_save);
  row->addWidget(m_map);
  row->addStretch();
  row->addWidget(m_undo);
  column->addLayout(row);
  column->addStretch();
  connect(m_remove, &QCheckBox::clicked, this, &ResultPage::removeMissingChosen);
  connect(m_save, &QPushButton::clicked, this, &ResultPage::rejectedWanted);
  connect(m_map, &QPushButton::clicked, this, &ResultPage::showOnMapWanted);
  connect(m_undo, &QPushButton::clicked, this, &ResultPage::undoWanted);
  showWorking({});
}

void ResultPage::showWorking(const QString& what) {
  m_sentence->setText(what);
  m_progress->setRange(0, 0);
  m_progress->show();
  for (QWidget* widget : {static_cast<QWidget*>(m_figures), static_cast<QWidget*>(m_remove),
                          static_cast<QWidget*>(m_rejected_title), static_cast<QWidget*>(m_rejected),
                          static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_map), static_cast<QWidget*>(m_undo)})
    widget->hide();
}

void ResultPage::setProgress(double done_ratio) {
  m_progress->setRange(0, 100);
  m_progress->setValue(static_cast<int>(done_ratio * 100));
}

void ResultPage::fill(const gis::ImportOutcome& outcome) {
  m_progress->hide();
  m_figures->show();
  const gis::ImportCounts& counts = outcome.counts;
  const std::array numbers = {counts.added,    counts.changed, counts.unchanged,
                              counts.rejected, counts.missing, counts.removed};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    m_figure_rows[i]->setText(QLocale().toString(static_cast<qlonglong>(numbers[i])));
  }
  const bool rejects = !outcome.rejected.empty();
  const std::size_t shown = std::min(outcome.rejected.size(), kRowsShown);
  m_rejected_title->setText(shown < static_cast<std::size_t>(counts.rejected)
                                ? tr("The first %1 rows that cannot be used").arg(shown)
                            : !outcome.step.empty() ? tr("Rows that could not be used; they were left out")
                                                    : tr("Rows that cannot be used; they are left out"));
  m_rejected->setRowCount(static_cast<int>(shown));
  for (std::size_t i = 0; i < shown; ++i) {
    const gis::RejectedRow& row = outcome.rejected[i];
    const int at = static_cast<int>(i);
    m_rejected->setItem(at, 0, new QTableWidgetItem(row.row > 0 ? QString::number(row.row) : QString()));
    m_rejected->setItem(at, 1, new QTableWidgetItem(QString::fromStdString(row.column)));
    m_rejected->setItem(at, 2, new QTableWidgetItem(detailText(row.value)));
    m_rejected->setItem(at, 3, new QTableWidgetItem(rejectReason(row.reason)));
  }
  m_rejected->setColumnWidth(0, dp(70));
  m_rejected->setColumnWidth(1, dp(150));
  m_rejected->setColumnWidth(2, dp(240));
  m_rejected_title->setVisible(rejects);
  m_rejected->setVisible(rejects);
  m_save->setVisible(rejects);
  m_map->setVisible(!outcome.places.empty());
}

void ResultPage::showPlan(const gis::ImportOutcome& outcome, bool removes) {
  fill(outcome);
  m_sentence->setText(tr("This is what the import would do. Nothing has been written yet."));
  m_remove->setChecked(removes);
  m_remove->setVisible(outcome.counts.missing > 0);
  m_undo->hide();
}

void ResultPage::showDone(const gis::ImportOutcome& outcome) {
  fill(outcome);
  m_remove->hide();
  m_sentence->setText(outcome.step.empty() ? tr("Nothing was different; nothing was written.")
                                           : tr("Imported and saved. It is one step: it can be undone as a whole."));
  m_undo->setVisible(!outcome.step.empty());
}

void ResultPage::showError(const gis::Error& error) {
  showWorking(errorSentence(error));
  m_progress->hide();
}

void ResultPage::showUndone() {
  showWorking(tr("The import was undone; the table is as it was before."));
  m_progress->hide();
}

}  // namespace app
