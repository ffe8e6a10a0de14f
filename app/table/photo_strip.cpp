// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/photo_strip.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageReader>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

constexpr int kSmallPx = 320;  // of a small picture's longer side; drawn smaller

// The picture turned as the camera was held, or nothing.
QImage smallPicture(const QString& file) {
  QImageReader reader(file);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (size.isValid()) reader.setScaledSize(size.scaled(kSmallPx, kSmallPx, Qt::KeepAspectRatio));
  return reader.read();
}

QString distanceText(double metres) {
  const QLocale locale(QLocale::English);
  return metres >= 1000 ? QStringLiteral("%1 km").arg(locale.toString(metres / 1000, 'f', 1))
                        : QStringLiteral("%1 m").arg(locale.toString(metres, 'f', 0));
}

}  // namespace

PhotoStrip::PhotoStrip(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new QLabel),
      m_said(new QLabel),
      m_add(new QPushButton),
      m_list(new QListWidget),
      m_read_slot(context.pools, Pool::kDrawing),
      m_write_slot(context.pools, Pool::kIo) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(4));
  auto* top = new QHBoxLayout;
  m_title->setProperty("role", "heading");
  top->addWidget(m_title, 1);
  m_add->setProperty("link", true);
  top->addWidget(m_add);
  column->addLayout(top);
  m_list->setViewMode(QListView::IconMode);
  m_list->setMovement(QListView::Static);
  m_list->setResizeMode(QListView::Adjust);
  m_list->setWrapping(true);
  m_list->setWordWrap(true);
  m_list->setIconSize(QSize(dp(112), dp(84)));
  m_list->setGridSize(QSize(dp(128), dp(140)));
  m_list->setFixedHeight(dp(148));
  m_list->installEventFilter(this);
  column->addWidget(m_list);
  m_said->setWordWrap(true);
  m_said->setProperty("role", "danger");
  m_said->hide();
  column->addWidget(m_said);
  connect(m_add, &QPushButton::clicked, this, &PhotoStrip::chooseFiles);
  connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    const auto at = static_cast<std::size_t>(m_list->row(item));
    if (at < m_photos.size() && m_photos[at].photo.file_is_there)
      QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(m_photos[at].photo.file.string())));
  });
  retranslate();
}

void PhotoStrip::showRow(OpenTablePtr table, const RowRecord& record) {
  const bool other = m_record.uuid != record.uuid;
  m_table = std::move(table);
  m_record = record;
  if (other) {
    m_photos.clear();
    m_said->hide();
  }
  fill();
  read();
}

void PhotoStrip::read() {
  if (!m_table) return;
  std::map<std::string, QImage> known;
  for (const Shown& shown : m_photos) known[shown.photo.sha256] = shown.small;
  m_read_slot.ask(
      [folder = m_table->workspace_folder, record = m_record, column = m_table->schema.geometry_column,
       known = std::move(known)](const gis::CancelToken& cancel, const gis::Progress&) {
        return readAll(folder, record, column, known, cancel);
      },
      [this](gis::Result<std::vector<Shown>> photos) {
        // A workspace of an older program knows no photographs.
        m_add->setEnabled(photos.has_value());
        m_photos = photos ? std::move(*photos) : std::vector<Shown>();
        fill();
      });
}

gis::Result<std::vector<PhotoStrip::Shown>> PhotoStrip::readAll(const std::filesystem::path& folder,
                                                                const RowRecord& record,
                                                                const std::string& geometry_column,
                                                                const std::map<std::string, QImage>& known,
                                                                const gis::CancelToken& cancel) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  std::optional<gis::Shape> shape;
  if (const auto cell = record.cells.find(geometry_column); cell != record.cells.end())
    if (const auto* blob = std::get_if<std::vector<std::byte>>(&cell->second))
      if (auto read = gis::shapeOf(*blob)) shape = std::move(*read);
  const auto photos = gis::photosOf(*workspace, record.uuid, shape ? &*shape : nullptr);
  if (!photos) return std::unexpected(photos.error());
  std::vector<Shown> shown;
  for (const gis::Photo& photo : *photos) {
    if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, {});
    const auto before = known.find(photo.sha256);
    const bool again = before != known.end() && !before->second.isNull();
    shown.push_back({photo, again ? before->second : smallPicture(QString::fromStdString(photo.file.string()))});
  }
  return shown;
}

void PhotoStrip::fill() {
  m_list->clear();
  for (const Shown& shown : m_photos) {
    const gis::Photo& photo = shown.photo;
    QStringList lines;
    if (!photo.file_is_there)
      lines << tr("picture not here yet");
    else if (shown.small.isNull())
      lines << tr("cannot be shown");
    if (!photo.taken_local.empty()) lines << QString::fromStdString(photo.taken_local).left(16);
    if (photo.distance_m)
      lines
          << (*photo.distance_m > gis::kFarPhotoM ? tr("%1 off!") : tr("%1 off")).arg(distanceText(*photo.distance_m));
    else if (!photo.where)
      lines << tr("no position");
    auto* item = new QListWidgetItem(lines.join(QLatin1Char('\n')));
    item->setIcon(shown.small.isNull() ? themedIcon(QStringLiteral("photo")) : QIcon(QPixmap::fromImage(shown.small)));
    const bool far = photo.distance_m && *photo.distance_m > gis::kFarPhotoM;
    if (far) item->setForeground(currentColours().danger);
    item->setToolTip(
        QString::fromStdString(photo.file_name) +
        (far ? QLatin1Char('\n') +
                   tr("Taken %1 from the row: it may belong to another one.").arg(distanceText(*photo.distance_m))
             : QString()));
    m_list->addItem(item);
  }
  m_list->setVisible(!m_photos.empty());
  const auto& workspace = m_context.document.workspace();
  m_add->setVisible(workspace && !workspace->read_only_reason);
}

QStringList PhotoStrip::picturesOf(const QMimeData& dropped) {
  QStringList files;
  for (const QUrl& url : dropped.urls()) {
    const QString file = url.toLocalFile();
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QLatin1String("jpg") || ending == QLatin1String("jpeg") || ending == QLatin1String("png"))
      files << file;
  }
  return files;
}

void PhotoStrip::chooseFiles() {
  const QStringList files = QFileDialog::getOpenFileNames(this, tr("Add photographs"), m_context.settings.filesFolder(),
                                                          tr("Photographs (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG)"));
  if (!files.isEmpty()) add(files);
}

void PhotoStrip::add(const QStringList& files) {
  if (!m_table || files.isEmpty() || m_write_slot.busy()) return;
  const gis::StepPlan plan{m_context.settings.author(), gis::StepKind::kEdit, tr("Photographs added").toStdString()};
  m_write_slot.ask(
      [folder = m_table->workspace_folder, plan, table = m_table->schema.table, uuid = m_record.uuid, files](
          const gis::CancelToken&, const gis::Progress&) { return write(folder, plan, table, uuid, files); },
      [this](gis::Result<Written> written) { accept(std::move(written)); });
}

gis::Result<PhotoStrip::Written> PhotoStrip::write(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                                   const std::string& table, const std::string& row_uuid,
                                                   const QStringList& files) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  Written written;
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  auto done = gis::editAndTell(workspace->db(), uuids, *clock, plan, [&](gis::RowEditor& rows) -> gis::Result<void> {
    for (const QString& file : files) {
      if (smallPicture(file).isNull() && QFileInfo(file).size() > 0) {
        written.refused.push_back({gis::ErrorCode::kDamagedFile, file.toStdString(), {}, {}});
        continue;
      }
      auto made = gis::addPhoto(rows, *workspace, table, row_uuid, file.toStdString());
      if (!made) written.refused.push_back(std::move(made.error()));
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  written.done = std::move(*done);
  return written;
}

void PhotoStrip::accept(gis::Result<Written> written) {
  QStringList troubles;
  if (!written) {
    troubles << errorSentence(written.error());
  } else {
    for (const gis::Error& error : written->refused)
      troubles << (error.code == gis::ErrorCode::kAlreadyExists
                       ? tr("%1: the row shows this picture already.")
                             .arg(QFileInfo(QString::fromStdString(error.subject)).fileName())
                       : errorSentence(error));
  }
  m_said->setText(troubles.join(QLatin1Char('\n')));
  m_said->setVisible(!troubles.isEmpty());
  if (written && !written->done.step.empty()) emit changed(written->done);
  read();
}

void PhotoStrip::removeChosen() {
  const auto at = static_cast<std::size_t>(m_list->currentRow());
  if (!m_table || at >= m_photos.size() || m_write_slot.busy()) return;
  const gis::StepPlan plan{m_context.settings.author(), gis::StepKind::kEdit,
                           tr("Photograph taken away").toStdString()};
  m_write_slot.ask(
      [folder = m_table->workspace_folder, plan, uuid = m_photos[at].photo.uuid](
          const gis::CancelToken&, const gis::Progress&) -> gis::Result<Written> {
        const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
        if (!workspace) return std::unexpected(workspace.error());
        if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
        const auto clock = std::make_shared<gis::SystemClock>();
        gis::UuidSource uuids(clock);
        auto done = gis::editAndTell(workspace->db(), uuids, *clock, plan,
                                     [&](gis::RowEditor& rows) { return rows.remove("photo", uuid); });
        if (!done) return std::unexpected(done.error());
        return Written{std::move(*done), {}};
      },
      [this](gis::Result<Written> written) { accept(std::move(written)); });
}

bool PhotoStrip::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_list && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
    removeChosen();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void PhotoStrip::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    fill();
  }
  QWidget::changeEvent(event);
}

void PhotoStrip::retranslate() {
  m_title->setText(tr("Photographs"));
  m_add->setText(tr("Add…"));
  m_add->setToolTip(tr("Add photographs, or drop them on the form"));
  m_list->setAccessibleName(tr("Photographs"));
}

}  // namespace app
