// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/workspace_watch.h"

#include "app/core/map_document.h"
#include "gis/edit/edit_log_store.h"
#include "gis/store/layer_revision.h"
#include "gis/store/workspace.h"

namespace app {

namespace {
constexpr int kLookEveryMs = 500;
}

WorkspaceWatch::WorkspaceWatch(PanelContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_slot(context.pools, Pool::kIo) {
  m_timer.setInterval(kLookEveryMs);
  connect(&m_timer, &QTimer::timeout, this, &WorkspaceWatch::look);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!(change.properties & MapChange::kWorkspace)) return;
    m_slot.drop();
    m_trace.reset();
    if (m_context.document.workspace()) {
      m_timer.start();
    } else {
      m_timer.stop();
    }
  });
}

gis::Result<WorkspaceWatch::Seen> WorkspaceWatch::read(const std::filesystem::path& folder,
                                                       const std::optional<Trace>& before) {
  Seen seen;
  const std::filesystem::path file = folder / "workspace.gpkg";
  for (const auto& [at, name] : {std::pair{0U, file}, {1U, std::filesystem::path(file.string() + "-wal")}}) {
    std::error_code ec;
    seen.trace[at].first = std::filesystem::file_size(name, ec);
    seen.trace[at].second = std::filesystem::last_write_time(name, ec);
  }
  if (before && *before == seen.trace) return seen;
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto marks = gis::LayerRevisions(workspace->db()).marks();
  if (!marks) return std::unexpected(marks.error());
  // Tables of attributes have no marks; the log knows when one of their rows was changed.
  gis::EditLogStore log(workspace->db());
  if (const auto arrival = log.lastArrival()) (*marks)["edit_step"] = *arrival;
  seen.marks = std::move(*marks);
  return seen;
}

void WorkspaceWatch::look() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_slot.busy()) return;
  m_slot.ask([folder = workspace->folder, before = m_trace](const gis::CancelToken&,
                                                            const gis::Progress&) { return read(folder, before); },
             [this](gis::Result<Seen> seen) {
               // A file that is locked or gone for a moment is looked at again.
               const auto& now = m_context.document.workspace();
               if (!seen || !now) return;
               m_trace = seen->trace;
               if (!seen->marks) return;
               std::vector<std::string> changed;
               for (const auto& [table, mark] : *seen->marks) {
                 const auto old = now->marks.find(table);
                 if (old == now->marks.end() || old->second != mark) changed.push_back(table);
               }
               if (changed.empty()) return;
               m_context.document.setMarks(std::move(*seen->marks));
               emit tablesChanged(changed);
             },
             {}, -1);
}

}  // namespace app
