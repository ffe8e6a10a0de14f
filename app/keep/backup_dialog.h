// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/keep/backup_store.h"

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace app {

// The copies of the open workspace (备份): make one, prove one whole, see what going back would change, and go back.
// What is there is copied before it is replaced. Window's thread; the work is done in jobs.
class BackupDialog : public QDialog {
  Q_OBJECT
 public:
  explicit BackupDialog(PanelContext& context, QWidget* parent = nullptr);
  void reload();
  const std::vector<gis::Backup>& backups() const { return m_backups; }
  bool busy() const { return m_list_slot.busy() || m_work.busy(); }

 signals:
  // The workspace's database is another one now: open it anew.
  void restored(const QString& folder);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  // What a job found out, as text to show.
  struct Outcome {
    QString text;
    std::optional<gis::Error> error = {};
    bool restored = false;
    bool can_restore = false;
  };
  using Work = std::function<Outcome(const std::filesystem::path& folder, const std::filesystem::path& copy,
                                     const gis::CancelToken&, const gis::Progress&)>;
  void start(const QString& what, Work work);
  void refresh();
  void retranslate();
  const gis::Backup* current() const;

  PanelContext& m_context;
  std::vector<gis::Backup> m_backups;
  bool m_previewed = false;
  JobSlot<gis::Result<std::vector<gis::Backup>>> m_list_slot;
  JobSlot<Outcome> m_work;
  QLabel* m_hint;
  QTreeWidget* m_list;
  QPlainTextEdit* m_text;
  QProgressBar* m_progress;
  QPushButton *m_copy, *m_check, *m_preview, *m_restore, *m_close;
};

}  // namespace app
