// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QTimer>
#include <filesystem>
#include <optional>
#include <string>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/core/error.h"

namespace app {

// Notices that somebody else has changed the table that is shown (another window, an import, a merge), by its mark in
// layer_revision. Looks every two seconds while it is running. Window's thread.
class TableWatch : public QObject {
  Q_OBJECT
 public:
  TableWatch(PanelContext& context, QObject* parent);
  void watch(const std::filesystem::path& workspace_folder, const std::string& table);
  // While nobody sees the table nobody needs to know.
  void setRunning(bool running);
  void look();
  bool looking() const { return m_slot.busy(); }

 signals:
  void changed();

 private:
  using Mark = std::optional<std::int64_t>;  // none: the table is not watched by the schema
  std::filesystem::path m_folder;
  std::string m_table;
  std::optional<Mark> m_mark;  // none: not seen yet
  QTimer m_timer;
  JobSlot<gis::Result<Mark>> m_slot;
};

}  // namespace app
