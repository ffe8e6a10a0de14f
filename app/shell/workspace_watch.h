// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QTimer>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/core/error.h"

namespace app {

// Notices within a second that rows of the open workspace were changed, here or in another window, by import, merge or
// restore: by the marks of layer_revision, and only when the file has changed at all. Tells the document, which tells
// everybody (MapChange::kTables). Window's thread.
class WorkspaceWatch : public QObject {
  Q_OBJECT
 public:
  explicit WorkspaceWatch(PanelContext& context, QObject* parent = nullptr);
  void look();

 signals:
  // Tables whose rows are other ones now.
  void tablesChanged(const std::vector<std::string>& tables);

 private:
  using Marks = std::map<std::string, std::int64_t>;
  // Size and time of the database and of its log: what no change leaves as it was.
  using Trace = std::array<std::pair<std::uintmax_t, std::filesystem::file_time_type>, 2>;
  struct Seen {
    Trace trace;
    std::optional<Marks> marks;  // none: nothing has changed
  };
  static gis::Result<Seen> read(const std::filesystem::path& folder, const std::optional<Trace>& before);

  PanelContext& m_context;
  QTimer m_timer;
  std::optional<Trace> m_trace;
  JobSlot<gis::Result<Seen>> m_slot;
};

}  // namespace app
