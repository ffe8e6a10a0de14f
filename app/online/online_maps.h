// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QTimer>

#include "app/core/map_document.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/raster/online_map.h"

namespace app {

// Fetches the tiles of the online base maps that are shown, for where the map stands, when the user has allowed it, and
// then has the layer drawn anew from what is kept. A server that does not answer is named once and in the layer's row,
// and asked again half a minute later. Window's thread.
class OnlineMaps : public QObject {
  Q_OBJECT
 public:
  explicit OnlineMaps(PanelContext& context, QObject* parent = nullptr);

  bool allowed() const;
  void allow(bool allowed);
  // The map has come to rest there.
  void look(const gis::MapBox& box, double metres_per_px);
  // A new one in basemaps/, shown at once. `done` hears what went wrong.
  void add(const gis::OnlineMap& map, std::function<void(gis::Result<void>)> done);
  bool busy() const { return m_soon.isActive() || m_fetch.busy() || m_add.busy(); }

 signals:
  void fetched(int tiles);

 private:
  struct Answer {
    gis::FetchedTiles tiles;
    layers::LayerStatePtr state;  // null: nothing new
  };
  void fetch();
  void accept(const QString& id, gis::Result<Answer> answer);

  PanelContext& m_context;
  QTimer m_soon, m_later;
  gis::MapBox m_box;
  double m_metres_per_px = 0;
  std::vector<QString> m_queue;
  JobSlot<gis::Result<Answer>> m_fetch;
  JobSlot<gis::Result<std::filesystem::path>> m_add;
  QString m_silent;  // the layer whose server does not answer
};

}  // namespace app
