// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <filesystem>
#include <functional>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/keep/backup_store.h"

namespace app {

class BackupDialog;

// Copies the open workspace into backups/ by itself: every hour, and before it is left, when something changed. What
// goes wrong becomes a message. Nothing is copied of a workspace that can only be read. Window's thread.
class BackupKeeper : public QObject {
  Q_OBJECT
 public:
  explicit BackupKeeper(PanelContext& context, QObject* parent = nullptr);

  // Copies if something changed, then calls `then`, also after a failure; at once when there is nothing to copy. A
  // second call while the first is under way drops the copy: who asks twice to leave wants to leave.
  void leave(std::function<void()> then);
  // The list of copies, for looking and going back.
  void showDialog(QWidget* parent);
  bool busy() const { return m_slot.busy(); }
  // For tests: what the hour does.
  void copyNow() { copy(gis::BackupReason::kHourly, {}); }

 signals:
  // The workspace's database is another one now: open it anew.
  void restored(const QString& folder);

 private:
  void copy(gis::BackupReason reason, std::function<void()> then);

  PanelContext& m_context;
  QPointer<BackupDialog> m_dialog;
  QTimer m_hour;
  bool m_leaving = false;
  JobSlot<gis::Result<std::optional<gis::Backup>>> m_slot;
};

}  // namespace app
