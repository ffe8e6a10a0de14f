// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/search/search_index_store.h"

namespace app {

// Asks the search index of the open workspace, and has it brought up to date behind the scenes: when a workspace is
// opened, and after questions when some time has passed. Until there is an index, and where none can be written, places
// are found by name as PlaceStore does. Window's thread.
class PlaceSearch : public QObject {
  Q_OBJECT
 public:
  using Done = std::function<void(gis::Result<std::vector<gis::SearchGroup>>)>;
  PlaceSearch(PanelContext& context, QObject* parent);

  // A new question drops the answer to the one before.
  void ask(const QString& typed, Done done);
  void drop() { m_ask_slot.drop(); }
  bool asking() const { return m_ask_slot.busy(); }
  bool indexing() const { return m_index_slot.busy() || m_begin.isActive(); }

 signals:
  void indexed();  // what was not found before may be found now

 private:
  void bringUpToDate();
  // When no layer comes any more: an index is no reason to wait for the map.
  void beginWhenQuiet();
  PanelContext& m_context;
  bool m_cannot_write = false;  // this workspace's index
  QTimer m_begin;
  QElapsedTimer m_looked;  // since it was last seen whether the index is behind
  JobSlot<gis::Result<std::vector<gis::SearchGroup>>> m_ask_slot;
  JobSlot<gis::Result<bool>> m_index_slot;
};

}  // namespace app
