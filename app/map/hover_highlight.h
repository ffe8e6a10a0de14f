// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QTimer>
#include <optional>

#include "app/core/map_document.h"
#include "app/jobs/job_slot.h"
#include "app/map/highlight.h"

namespace app {

// A quiet outline about the feature under the resting pointer, so that one sees what a click would ask for. A worker
// looks it up in the index; the window's thread only draws. Areas larger than half the window are left out: something
// is always inside of them. Window's thread.
class HoverHighlight : public QObject {
  Q_OBJECT
 public:
  HoverHighlight(JobPools& pools, const MapDocument& document, QObject* parent = nullptr);

  void pointAt(gis::MapXY where, const layers::MapView& view);
  void clear();
  void paint(QPainter& painter, const layers::MapView& view) const;
  bool busy() const { return m_rest.isActive() || m_slot.busy(); }
  bool shown() const { return m_found.has_value(); }

 signals:
  void changed();

 private:
  struct Found {
    QString layer_id;
    std::uint32_t feature = 0;
    Highlight shape;
  };
  void look();

  const MapDocument& m_document;
  QTimer m_rest;
  JobSlot<std::optional<Found>> m_slot;
  gis::MapXY m_where;
  layers::MapView m_view;
  std::optional<Found> m_found;
};

}  // namespace app
