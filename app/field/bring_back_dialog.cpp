// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/bring_back_dialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/field/field_text.h"
#include "app/field/storage_places.h"
#include "app/jobs/job_list.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"

namespace app {

namespace {

constexpr int kBringPerMille = 1000;

bool isNew(const gis::MergeReport& report) { return report.new_steps > 0 || report.new_changes > 0; }

void addTo(gis::PictureCounts& sum, const gis::PictureCounts& more) {
  sum.stored += more.stored;
  sum.known += more.known;
  sum.unread += more.unread;
}

}  // namespace

BringBackDialog::BringBackDialog(PanelContext& context, bool locked, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_locked(locked),
      m_look(context.pools, Pool::kIo),
      m_merge(context.pools, Pool::kIo),
      m_place(new QComboBox),
      m_browse(new QPushButton(tr("&Folder…"))),
      m_again(new QPushButton(tr("&Look again"))),
      m_passphrase(new QLineEdit),
      m_hint(new QLabel),
      m_list(new QTreeWidget),
      m_detail(new QLabel),
      m_trouble(new QLabel),
      m_progress(new QProgressBar),
      m_start(new QPushButton(tr("&Merge"))),
      m_close(new QPushButton(tr("Close"))) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Bring back"));
  makeWidgets();
  connect(m_place, &QComboBox::currentIndexChanged, this, &BringBackDialog::look);
  connect(m_again, &QPushButton::clicked, this, &BringBackDialog::look);
  connect(m_passphrase, &QLineEdit::returnPressed, this, &BringBackDialog::look);
  connect(m_browse, &QPushButton::clicked, this, [this] {
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Where the packages are"), m_context.settings.filesFolder());
    if (folder.isEmpty()) return;
    m_context.settings.setFilesFolder(folder);
    setPlace(folder);
  });
  connect(m_list, &QTreeWidget::currentItemChanged, this, &BringBackDialog::showPackage);
  connect(m_list, &QTreeWidget::itemChanged, this, &BringBackDialog::refresh);
  connect(m_start, &QPushButton::clicked, this, &BringBackDialog::mergeTicked);
  connect(m_close, &QPushButton::clicked, this, [this] { m_merge.busy() ? m_merge.cancel() : reject(); });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) reject();
  });
  {
    const QSignalBlocker quiet(m_place);
    for (const StoragePlace& stick : sticks())
      m_place->addItem(QStringLiteral("%1 (%2)").arg(stick.name, stick.path), stick.path);
    m_place->addItem(context.settings.filesFolder(), context.settings.filesFolder());
    m_place->setCurrentIndex(0);
  }
  look();
}

BringBackDialog::~BringBackDialog() {
  if (m_job) m_context.jobs.finish(*m_job, JobState::kCancelled);
}

void BringBackDialog::makeWidgets() {
  resize(QSize(dp(820), dp(560)).boundedTo(screen()->availableSize() * 9 / 10));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(20), dp(16), dp(20), dp(16));
  column->setSpacing(dp(12));
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(dp(12));
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  auto* where = new QHBoxLayout;
  where->addWidget(m_place, 1);
  where->addWidget(m_browse);
  where->addWidget(m_again);
  m_place->setAccessibleName(tr("Stick or folder"));
  auto* place = new QLabel(tr("&Stick or folder"));
  place->setBuddy(m_place);
  form->addRow(place, where);
  m_passphrase->setEchoMode(QLineEdit::Password);
  m_passphrase->setAccessibleName(tr("Passphrase"));
  if (m_locked) form->addRow(tr("Pass&phrase"), m_passphrase);
  m_passphrase->setVisible(m_locked);
  if (!m_locked) m_passphrase->setParent(this);
  column->addLayout(form);
  for (QLabel* label : {m_hint, m_detail, m_trouble}) label->setWordWrap(true);
  m_hint->setProperty("role", "second");
  m_detail->setProperty("role", "second");
  m_detail->setTextFormat(Qt::PlainText);
  m_trouble->setProperty("role", "danger");
  m_trouble->hide();
  m_list->setColumnCount(4);
  m_list->setHeaderLabels({tr("Laptop"), tr("Work from – to"), tr("Changes"), tr("What it would do here")});
  m_list->setRootIsDecorated(false);
  m_list->setAllColumnsShowFocus(true);
  m_list->setUniformRowHeights(true);
  m_list->setAccessibleName(tr("Packages"));
  for (int i = 0; i < 3; ++i) m_list->header()->setSectionResizeMode(i, QHeaderView::ResizeToContents);
  // Two Chinese names and the box to tick.
  m_list->header()->setMinimumSectionSize(dp(96));
  m_list->header()->setStretchLastSection(true);
  column->addWidget(m_hint);
  column->addWidget(m_list, 1);
  column->addWidget(m_detail);
  column->addWidget(m_trouble);
  m_progress->setRange(0, kBringPerMille);
  m_progress->setTextVisible(false);
  m_progress->hide();
  column->addWidget(m_progress);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_close);
  buttons->addStretch();
  buttons->addWidget(m_start);
  column->addLayout(buttons);
  for (QPushButton* button : {m_close, m_browse, m_again}) button->setAutoDefault(false);
  m_start->setDefault(true);
}

void BringBackDialog::setPlace(const QString& folder) {
  const QSignalBlocker quiet(m_place);
  m_place->addItem(folder, folder);
  m_place->setCurrentIndex(m_place->count() - 1);
  look();
}

void BringBackDialog::look() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_merge.busy()) return;
  m_trouble->hide();
  m_progress->setValue(0);
  m_progress->show();
  m_look.ask(
      [folder = workspace->folder, place = std::filesystem::path(m_place->currentData().toString().toStdString()),
       passphrase = m_passphrase->text().toStdString()](const gis::CancelToken& cancel, const gis::Progress& progress) {
        return offeredPackages(folder, {place}, passphrase, cancel, progress);
      },
      [this](gis::Result<std::vector<OfferedPackage>> found) {
        m_progress->hide();
        m_packages.clear();
        if (found)
          m_packages = std::move(*found);
        else
          m_trouble->setText(errorSentence(found.error())), m_trouble->show();
        fill();
      },
      [this](double ratio) { m_progress->setValue(static_cast<int>(ratio * kBringPerMille)); });
  refresh();
}

bool BringBackDialog::canMerge(const OfferedPackage& package) const {
  return package.preview && *package.preview && (isNew(**package.preview) || (*package.preview)->pictures.stored > 0);
}

QString BringBackDialog::stateText(const OfferedPackage& package) const {
  if (!package.preview) return tr("not looked into");
  if (!*package.preview) return errorSentence(package.preview->error());
  const gis::MergeReport& report = **package.preview;
  if (isNew(report)) return rowsText(report.rows);
  return report.pictures.stored > 0 ? tr("known; photographs that are missing here: %1").arg(report.pictures.stored)
                                    : tr("known: it was merged before");
}

void BringBackDialog::fill() {
  {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const OfferedPackage& package : m_packages) {
      const QString file = QString::fromStdString(package.found.file.filename().string());
      QString seat = file, span, changes;
      if (package.found.manifest) {
        const gis::PackageManifest& manifest = *package.found.manifest;
        seat = QString::fromStdString(manifest.seat);
        span = dayTimeText(manifest.first_utc_ms) + QStringLiteral(" – ") + dayTimeText(manifest.last_utc_ms);
        changes = QString::number(manifest.changes);
      }
      auto* item = new QTreeWidgetItem(m_list, {seat, span, changes, stateText(package)});
      item->setToolTip(0, QString::fromStdString(package.found.file.string()));
      item->setToolTip(3, item->text(3));
      item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
      const bool can = canMerge(package);
      item->setFlags(can ? item->flags() | Qt::ItemIsUserCheckable : item->flags() & ~Qt::ItemIsUserCheckable);
      if (can) item->setCheckState(0, Qt::Checked);
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
  }
  showPackage();
  refresh();
  if (m_start->isEnabled()) m_start->setFocus();
}

void BringBackDialog::showPackage() {
  const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
  if (row < 0) return m_detail->clear();
  const OfferedPackage& package = m_packages[static_cast<std::size_t>(row)];
  QStringList lines = {QString::fromStdString(package.found.file.string())};
  if (package.preview && *package.preview) {
    QStringList tables;
    for (const auto& [table, rows] : (*package.preview)->rows_by_table) {
      QString title = QString::fromStdString(table);
      for (const MapLayer& layer : m_context.document.layers())
        if (layer.table == table) title = layer.title.text(m_context.document.language());
      tables << tr("%1: %2").arg(title).arg(rows);
    }
    if (!tables.isEmpty()) lines << tr("Rows with something new: %1").arg(tables.join(tr(", ")));
    const QString pictures = picturesText((*package.preview)->pictures, (*package.preview)->manifest.pictures_absent);
    if (!pictures.isEmpty()) lines << pictures;
  } else if (package.preview && !package.preview->error().detail.empty()) {
    lines << QString::fromStdString(package.preview->error().detail);
  }
  m_detail->setText(lines.join(QLatin1Char('\n')));
}

std::vector<std::size_t> BringBackDialog::ticked() const {
  std::vector<std::size_t> rows;
  for (int i = 0; i < m_list->topLevelItemCount(); ++i)
    if (m_list->topLevelItem(i)->checkState(0) == Qt::Checked) rows.push_back(static_cast<std::size_t>(i));
  return rows;
}

void BringBackDialog::mergeTicked() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || busy() || ticked().empty()) return;
  m_merging.clear();
  for (const std::size_t row : ticked()) m_merging.push_back(m_packages[row].found.file);
  m_trouble->hide();
  m_progress->setValue(0);
  m_progress->show();
  m_job = m_context.jobs.add([] { return tr("Merging change packages"); }, [this] { m_merge.cancel(); });
  m_merge.ask([folder = workspace->folder, files = m_merging, passphrase = m_passphrase->text().toStdString()](
                  const gis::CancelToken& cancel,
                  const gis::Progress& progress) { return mergePackages(folder, files, passphrase, cancel, progress); },
              [this](MergedAll all) { finish(std::move(all)); },
              [this](double ratio) {
                m_progress->setValue(static_cast<int>(ratio * kBringPerMille));
                m_context.jobs.setProgress(*m_job, ratio);
              });
  refresh();
}

void BringBackDialog::finish(MergedAll all) {
  m_progress->hide();
  std::optional<gis::Error> error = all.error;
  gis::MergeCounts sum;
  gis::PictureCounts pictures;
  int packages = 0, pictures_missing = 0;
  for (const auto& outcome : all.outcomes) {
    if (!outcome) {
      if (!error) error = outcome.error();
      continue;
    }
    ++packages;
    sum.rows_added += outcome->rows.rows_added;
    sum.rows_changed += outcome->rows.rows_changed;
    sum.rows_removed += outcome->rows.rows_removed;
    sum.new_conflicts += outcome->rows.new_conflicts;
    sum.rows_waiting += outcome->rows.rows_waiting;
    addTo(pictures, outcome->pictures);
    pictures_missing = outcome->pictures_missing;
  }
  const bool cancelled = error && error->code == gis::ErrorCode::kCancelled;
  m_context.jobs.finish(*m_job, cancelled ? JobState::kCancelled : error ? JobState::kFailed : JobState::kDone);
  m_job.reset();
  if (packages > 0) {
    const auto sentence = [packages, sum, pictures] {
      const QString said = tr("Packages merged: %1 (rows: %2).").arg(packages).arg(rowsText(sum));
      return pictures.stored > 0 ? said + QLatin1Char(' ') + picturesText(pictures, 0) : said;
    };
    m_context.messages.add(Severity::kInfo, sentence);
    if (m_context.map.say) m_context.map.say(sentence());
    if (pictures_missing > 0)
      m_context.messages.add(Severity::kWarning, [pictures_missing] {
        return tr("Photographs that rows show and that are not here: %1. Bring the package back once more with the "
                  "stick of that laptop plugged in; until then the forms say which are missing.")
            .arg(pictures_missing);
      });
    emit merged();
  }
  if (!error) return accept();
  look();
  m_trouble->setText(cancelled ? tr("Cancelled. Packages merged: %1; the rest is untouched.").arg(packages)
                               : errorSentence(*error));
  m_trouble->show();
}

void BringBackDialog::refresh() {
  const bool merging = m_merge.busy(), looking = m_look.busy();
  const auto count = ticked().size();
  m_start->setEnabled(!merging && !looking && count > 0);
  m_start->setText(count > 1 ? tr("&Merge %1 packages").arg(count) : tr("&Merge"));
  m_close->setText(merging ? tr("Cancel") : tr("Close"));
  for (QWidget* widget : std::initializer_list<QWidget*>{m_place, m_browse, m_again, m_list, m_passphrase})
    widget->setEnabled(!merging);
  m_hint->setText(
      looking ? tr("Looking into the packages; nothing is changed…")
      : m_packages.empty()
          ? tr("No change packages (*.fspk) here. Plug in the stick and look again, or choose the folder; on "
               "the laptop they are written with “Write a package”.")
          : tr("Nothing has been changed yet. The database is copied before the ticked packages are merged."));
}

void BringBackDialog::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_merge.busy()) return m_merge.cancel();
  QDialog::keyPressEvent(event);
}

}  // namespace app
