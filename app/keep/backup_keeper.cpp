// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keep/backup_keeper.h"

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/keep/backup_dialog.h"

namespace app {

namespace {
constexpr int kHourMs = 3'600'000;
}

BackupKeeper::BackupKeeper(PanelContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_slot(context.pools, Pool::kIo) {
  m_hour.setInterval(kHourMs);
  connect(&m_hour, &QTimer::timeout, this, [this] { copy(gis::BackupReason::kHourly, {}); });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!(change.properties & MapChange::kWorkspace)) return;
    if (m_context.document.workspace()) {
      m_hour.start();
    } else {
      m_hour.stop();
    }
  });
}

void BackupKeeper::leave(std::function<void()> then) {
  if (std::exchange(m_leaving, true)) {
    m_slot.drop();
    m_leaving = false;
    return then();
  }
  m_context.map.say(tr("Copying the workspace before leaving… Close once more to leave without."));
  copy(gis::BackupReason::kExit, [this, then = std::move(then)] {
    m_leaving = false;
    then();
  });
}

void BackupKeeper::showDialog(QWidget* parent) {
  if (!m_dialog) {
    m_dialog = new BackupDialog(m_context, parent);
    connect(m_dialog, &BackupDialog::restored, this, &BackupKeeper::restored);
  }
  m_dialog->reload();
  m_dialog->show();
  m_dialog->raise();
}

void BackupKeeper::copy(gis::BackupReason reason, std::function<void()> then) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || workspace->read_only_reason) {
    if (then) then();
    return;
  }
  m_slot.ask(
      [folder = workspace->folder, reason](const gis::CancelToken& cancel, const gis::Progress&) {
        return gis::backUpWorkspace(folder, reason, gis::SystemClock(), cancel);
      },
      [this, then = std::move(then)](gis::Result<std::optional<gis::Backup>> made) {
        if (!made) m_context.messages.add(std::move(made.error()));
        if (then) then();
      });
}

}  // namespace app
