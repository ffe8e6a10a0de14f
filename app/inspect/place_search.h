// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <functional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/search/search_index_store.h"

namespace app {

// Asks the search index of the open workspace, and has it brought up to date behind the scenes: when a workspace is
// opened and whenever an answer shows that it is behind. Until there is an index, and where none can be written, places
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
  bool indexing() const { return m_index_slot.busy(); }

 signals:
  void indexed();  // what was not found before may be found now

 private:
  struct Answer {
    gis::Result<std::vector<gis::SearchGroup>> groups;
    bool behind = false;
  };
  void bringUpToDate();
  PanelContext& m_context;
  bool m_cannot_write = false;  // this workspace's index
  JobSlot<Answer> m_ask_slot;
  JobSlot<gis::Result<void>> m_index_slot;
};

}  // namespace app
