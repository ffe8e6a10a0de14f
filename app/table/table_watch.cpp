// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/table_watch.h"

#include "gis/edit/edit_log_store.h"
#include "gis/store/layer_revision.h"
#include "gis/store/workspace.h"

namespace app {

namespace {
constexpr int kLookEveryMs = 2000;
}

TableWatch::TableWatch(PanelContext& context, QObject* parent) : QObject(parent), m_slot(context.pools, Pool::kIo) {
  m_timer.setInterval(kLookEveryMs);
  connect(&m_timer, &QTimer::timeout, this, &TableWatch::look);
}

void TableWatch::watch(const std::filesystem::path& workspace_folder, const std::string& table) {
  m_slot.drop();
  m_mark.reset();
  m_folder = workspace_folder;
  m_table = table;
  look();
}

void TableWatch::setRunning(bool running) {
  if (running == m_timer.isActive()) return;
  running ? m_timer.start() : m_timer.stop();
  if (running) look();
}

void TableWatch::look() {
  if (m_table.empty() || m_slot.busy()) return;
  m_slot.ask(
      [folder = m_folder, table = m_table](const gis::CancelToken&, const gis::Progress&) -> gis::Result<Mark> {
        const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!workspace) return std::unexpected(workspace.error());
        auto mark = gis::LayerRevisions(workspace->db()).markOf(table);
        if (!mark || *mark) return mark;
        // A table of attributes: the log knows when rows were changed, if not whose.
        const auto arrival = gis::EditLogStore(workspace->db()).lastArrival();
        if (!arrival) return std::unexpected(arrival.error());
        return Mark(*arrival);
      },
      [this](gis::Result<Mark> mark) {
        // A file that is locked or gone for a moment is looked at again in two seconds.
        if (!mark) return;
        const bool known = m_mark.has_value();
        const bool different = known && *m_mark != *mark;
        m_mark = *mark;
        if (different) emit changed();
      },
      {}, -1);
}

}  // namespace app
