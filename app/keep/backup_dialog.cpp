// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keep/backup_dialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/keep/backup_text.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"

namespace app {

namespace {
constexpr double kMegabyte = 1e6;
constexpr int kPerMille = 1000;
}  // namespace

BackupDialog::BackupDialog(PanelContext& context, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_list_slot(context.pools, Pool::kIo),
      m_work(context.pools, Pool::kIo),
      m_hint(new QLabel),
      m_list(new QTreeWidget),
      m_text(new QPlainTextEdit),
      m_progress(new QProgressBar),
      m_copy(new QPushButton),
      m_check(new QPushButton),
      m_preview(new QPushButton),
      m_restore(new QPushButton),
      m_close(new QPushButton) {
  m_hint->setWordWrap(true);
  m_hint->setProperty("role", "hint");
  m_list->setColumnCount(3);
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_text->setReadOnly(true);
  m_progress->setRange(0, kPerMille);
  m_progress->setTextVisible(false);
  m_progress->hide();
  auto* buttons = new QHBoxLayout;
  for (QPushButton* button : {m_copy, m_check, m_preview, m_restore}) {
    button->setAutoDefault(false);
    buttons->addWidget(button);
  }
  buttons->addStretch();
  m_close->setAutoDefault(false);
  buttons->addWidget(m_close);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(dp(10));
  column->addWidget(m_hint);
  column->addWidget(m_list, 3);
  column->addWidget(m_text, 2);
  column->addWidget(m_progress);
  column->addLayout(buttons);
  resize(dp(760), dp(520));
  connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
    m_previewed = false;
    m_text->clear();
    refresh();
  });
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  connect(m_copy, &QPushButton::clicked, this, [this] {
    start(tr("Copying…"), [](const auto& folder, const auto&, const auto& cancel, const auto& progress) {
      const auto made = gis::backUpWorkspace(folder, gis::BackupReason::kByHand, gis::SystemClock(), cancel, progress);
      if (!made) return Outcome{{}, made.error()};
      QStringList lines{tr("The copy was made and is kept until somebody removes it.")};
      if (*made && (*made)->pictures_missing > 0)
        lines << tr("Photographs of which there is no picture to copy: %1.").arg((*made)->pictures_missing);
      return Outcome{lines.join(QLatin1Char('\n'))};
    });
  });
  connect(m_check, &QPushButton::clicked, this, [this] {
    start(tr("Checking…"), [](const auto&, const auto& copy, const auto& cancel, const auto& progress) {
      const auto check = gis::verifyBackup(copy, cancel, progress);
      if (!check) return Outcome{{}, check.error()};
      if (!check->trouble.empty())
        return Outcome{tr("This copy is damaged and cannot be restored:") + QLatin1Char('\n') +
                       QString::fromStdString(check->trouble)};
      if (!check->tables_that_differ.empty())
        return Outcome{tr("This copy was changed after it was made, in table %1.")
                           .arg(QString::fromStdString(check->tables_that_differ.front()))};
      QStringList lines{check->has_note
                            ? tr("This copy is whole: every row of every table is as it was.")
                            : tr("This copy is whole as a database; there is no note of its rows beside it.")};
      if (const QString pictures = pictureText(*check); !pictures.isEmpty()) lines << pictures;
      return Outcome{lines.join(QLatin1Char('\n'))};
    });
  });
  connect(m_preview, &QPushButton::clicked, this, [this] {
    start(tr("Comparing…"), [](const auto& folder, const auto& copy, const auto& cancel, const auto&) {
      const auto differences = gis::previewRestore(folder, copy, cancel);
      if (!differences) return Outcome{{}, differences.error(), false, true};
      if (differences->empty()) return Outcome{tr("The copy and the workspace are the same.")};
      QStringList lines{tr("Going back to this copy would change:")};
      for (const gis::TableDifference& one : *differences) lines << differenceText(one);
      return Outcome{lines.join(QLatin1Char('\n')), {}, false, true};
    });
  });
  connect(m_restore, &QPushButton::clicked, this, [this] {
    start(tr("Going back…"), [](const auto& folder, const auto& copy, const auto& cancel, const auto& progress) {
      const auto aside = gis::restoreBackup(folder, copy, gis::SystemClock(), cancel, progress);
      if (!aside) return Outcome{{}, aside.error()};
      return Outcome{tr("The workspace is as it was then. What was there before is kept as %1.")
                         .arg(QString::fromStdString(aside->filename().string())),
                     {},
                     true};
    });
  });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if ((change.properties & MapChange::kWorkspace) && isVisible()) reload();
  });
  retranslate();
}

const gis::Backup* BackupDialog::current() const {
  const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
  return row < 0 ? nullptr : &m_backups[static_cast<std::size_t>(row)];
}

void BackupDialog::reload() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) {
    m_backups.clear();
    return refresh();
  }
  m_list_slot.ask(
      [folder = workspace->folder](const gis::CancelToken&, const gis::Progress&) { return gis::listBackups(folder); },
      [this](gis::Result<std::vector<gis::Backup>> all) {
        if (all) m_backups = std::move(*all);
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const gis::Backup& backup : m_backups) {
          auto* item =
              new QTreeWidgetItem(m_list, {backupTimeText(backup.at_utc_ms), backupReasonText(backup.reason),
                                           tr("%1 MB").arg(static_cast<double>(backup.bytes) / kMegabyte, 0, 'f', 1)});
          item->setToolTip(0, QString::fromStdString(backup.file.string()));
          item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        }
        m_list->setCurrentItem(m_list->topLevelItem(0));
        m_previewed = false;
        refresh();
      });
  refresh();
}

void BackupDialog::start(const QString& what, Work work) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_work.busy()) return;
  const gis::Backup* backup = current();
  m_text->setPlainText(what);
  m_progress->setValue(0);
  m_progress->show();
  m_work.ask(
      [work = std::move(work), folder = workspace->folder, copy = backup ? backup->file : std::filesystem::path()](
          const gis::CancelToken& cancel, const gis::Progress& progress) {
        return work(folder, copy, cancel, progress);
      },
      [this, folder = QString::fromStdString(workspace->folder.string())](Outcome outcome) {
        m_progress->hide();
        const QString text = outcome.error ? errorSentence(*outcome.error) : outcome.text;
        m_previewed = outcome.can_restore;
        if (outcome.restored) emit restored(folder);
        if (outcome.restored || !outcome.can_restore) reload();
        m_text->setPlainText(text);
        refresh();
      },
      [this](double done_ratio) { m_progress->setValue(static_cast<int>(done_ratio * kPerMille)); });
  refresh();
}

void BackupDialog::refresh() {
  const auto& workspace = m_context.document.workspace();
  const bool can_write = workspace && !workspace->read_only_reason;
  const bool free = !m_work.busy(), chosen = current() != nullptr;
  m_copy->setEnabled(free && workspace.has_value());
  m_check->setEnabled(free && chosen);
  m_preview->setEnabled(free && chosen);
  // Who goes back has seen what it means.
  m_restore->setEnabled(free && chosen && can_write && m_previewed);
  m_hint->setText(!workspace ? tr("Open a workspace to see its copies.")
                  : m_backups.empty() && !m_list_slot.busy()
                      ? tr("There is no copy yet. One is made every hour and on closing when something changed, and "
                           "before imports, merges and restores.")
                      : tr("Copies are made every hour and on closing when something changed, and before imports, "
                           "merges and restores. 24 hourly, 14 daily and 6 monthly ones are kept; those made by hand "
                           "stay."));
}

void BackupDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    if (isVisible()) reload();
  }
  QDialog::changeEvent(event);
}

void BackupDialog::retranslate() {
  setWindowTitle(tr("Backups"));
  m_list->setHeaderLabels({tr("Made"), tr("Why"), tr("Size")});
  m_list->setAccessibleName(tr("Copies of the workspace"));
  m_text->setAccessibleName(tr("What was found out"));
  m_text->setPlaceholderText(
      tr("“Check” proves that the chosen copy is whole; “What would change” compares it with the "
         "workspace, and after that you can go back to it."));
  m_copy->setText(tr("Copy now"));
  m_check->setText(tr("Check"));
  m_preview->setText(tr("What would change"));
  m_restore->setText(tr("Go back to it"));
  m_restore->setToolTip(tr("First press “What would change”."));
  m_close->setText(tr("Close"));
  refresh();
}

}  // namespace app
