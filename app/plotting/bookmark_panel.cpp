// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plotting/bookmark_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "layers/core/map_view.h"

namespace app {

BookmarkPanel::BookmarkPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_slot(context.pools, Pool::kIo),
      m_name(new QLineEdit),
      m_add(new QPushButton),
      m_empty(new QLabel),
      m_list(new QListWidget),
      m_go(new QPushButton),
      m_remove(new QPushButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  column->setSpacing(dp(8));
  auto* top = new QHBoxLayout;
  top->addWidget(m_name, 1);
  top->addWidget(m_add);
  m_empty->setWordWrap(true);
  m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_empty->setProperty("role", "hint");
  auto* bottom = new QHBoxLayout;
  bottom->addWidget(m_go);
  bottom->addWidget(m_remove);
  column->addLayout(top);
  column->addWidget(m_empty, 1);
  column->addWidget(m_list, 1);
  column->addLayout(bottom);
  m_list->installEventFilter(this);
  connect(m_name, &QLineEdit::returnPressed, this, &BookmarkPanel::add);
  connect(m_name, &QLineEdit::textChanged, this, &BookmarkPanel::refresh);
  connect(m_add, &QPushButton::clicked, this, &BookmarkPanel::add);
  connect(m_list, &QListWidget::itemActivated, this, &BookmarkPanel::go);
  connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
    m_go->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
  });
  connect(m_go, &QPushButton::clicked, this, &BookmarkPanel::go);
  connect(m_remove, &QPushButton::clicked, this, &BookmarkPanel::remove);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!(change.properties & MapChange::kWorkspace)) return;
    m_slot.drop();
    m_bookmarks.clear();
    refresh();
    if (m_context.document.workspace()) ask(nullptr, {});
  });
  retranslate();
  refresh();
}

void BookmarkPanel::ask(const char* title, Edit edit) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_slot.busy()) return;
  const gis::StepPlan plan{m_context.settings.author(), gis::StepKind::kEdit,
                           title == nullptr ? std::string() : tr(title).toStdString()};
  m_slot.ask(
      [folder = workspace->place(), plan, edit = std::move(edit)](
          const gis::CancelToken&, const gis::Progress&) -> gis::Result<std::vector<gis::MapBookmark>> {
        const auto opened = gis::Workspace::open(folder, edit ? gis::OpenMode::kReadWrite : gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        if (edit) {
          if (opened->readOnlyReason()) return std::unexpected(*opened->readOnlyReason());
          const auto clock = std::make_shared<gis::SystemClock>();
          gis::UuidSource uuids(clock);
          const auto done = gis::RowEditor::edit(opened->db(), uuids, *clock, plan, edit);
          if (!done) return std::unexpected(done.error());
        }
        return gis::PlotStore(opened->db()).bookmarks();
      },
      [this](gis::Result<std::vector<gis::MapBookmark>> bookmarks) {
        if (bookmarks)
          m_bookmarks = std::move(*bookmarks);
        else
          m_context.messages.add(std::move(bookmarks.error()));
        refresh();
      });
}

void BookmarkPanel::add() {
  const QString name = m_name->text().trimmed();
  if (name.isEmpty() || !m_add->isEnabled()) return;
  const auto centre = m_context.document.toLonLat(m_context.map.centre());
  if (!centre) return;
  const gis::MapBookmark bookmark{"", name.toStdString(), *centre,
                                  layers::scaleDenominator(m_context.map.metres_per_px())};
  ask(QT_TR_NOOP("Bookmark added"), [bookmark](gis::RowEditor& rows) -> gis::Result<void> {
    auto made = rows.insert("map_bookmark", gis::cellsOf(bookmark));
    return made ? gis::Result<void>() : std::unexpected(made.error());
  });
  m_name->clear();
}

void BookmarkPanel::go() {
  const int row = m_list->currentRow();
  if (row < 0 || row >= static_cast<int>(m_bookmarks.size())) return;
  const gis::MapBookmark& bookmark = m_bookmarks[static_cast<std::size_t>(row)];
  const auto centre = m_context.document.toMap(bookmark.centre);
  if (centre) m_context.map.go_to(*centre, layers::metresPerPxForScale(bookmark.scale_denominator));
}

void BookmarkPanel::remove() {
  const int row = m_list->currentRow();
  if (row < 0 || row >= static_cast<int>(m_bookmarks.size())) return;
  ask(QT_TR_NOOP("Bookmark removed"), [uuid = m_bookmarks[static_cast<std::size_t>(row)].uuid](gis::RowEditor& rows) {
    return rows.remove("map_bookmark", uuid);
  });
}

void BookmarkPanel::refresh() {
  const auto& workspace = m_context.document.workspace();
  const bool can = workspace && !workspace->read_only_reason;
  m_name->setEnabled(can);
  m_add->setEnabled(can && !m_name->text().trimmed().isEmpty());
  if (m_list->count() != static_cast<int>(m_bookmarks.size()) || sender() != m_name) {
    m_list->clear();
    for (const gis::MapBookmark& bookmark : m_bookmarks)
      m_list->addItem(QStringLiteral("%1\t1:%2")
                          .arg(QString::fromStdString(bookmark.name),
                               QLocale(QLocale::English).toString(qRound64(bookmark.scale_denominator))));
    m_go->setEnabled(false);
    m_remove->setEnabled(false);
  }
  m_empty->setText(!workspace ? tr("Open a workspace to keep views of its map.")
                   : !can
                       ? tr("This workspace is open for reading only: no view can be kept.")
                       : tr("No view is kept yet. Go where you want to return to, type a name above and press Enter."));
  m_empty->setVisible(m_bookmarks.empty());
  m_list->setVisible(!m_bookmarks.empty());
}

bool BookmarkPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_list && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
    remove();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void BookmarkPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    refresh();
  }
  QWidget::changeEvent(event);
}

void BookmarkPanel::retranslate() {
  setWindowTitle(tr("Bookmarks"));
  m_name->setPlaceholderText(tr("Name of the view shown now"));
  m_name->setAccessibleName(tr("Name of the view shown now"));
  m_add->setText(tr("Keep"));
  m_add->setIcon(themedIcon(QStringLiteral("bookmark")));
  m_list->setAccessibleName(tr("Bookmarks"));
  m_go->setText(tr("Go there"));
  m_go->setIcon(themedIcon(QStringLiteral("target")));
  m_remove->setText(tr("Remove"));
  m_remove->setIcon(themedIcon(QStringLiteral("trash")));
}

}  // namespace app
