// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/room_layers.h"

#include <algorithm>

#include "app/core/map_document.h"

namespace app {

RoomLayers::RoomLayers(MapDocument& document, QObject* parent) : QObject(parent), m_document(document) {
  connect(&document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) m_known.clear(), m_put_away.clear();
    if ((change.properties & MapChange::kLayers) && hasNew()) showOwn();
  });
}

void RoomLayers::entered(const QString& room_id) {
  if (room_id == m_room) return;
  m_room = room_id;
  showOwn();
}

bool RoomLayers::hasNew() {
  bool found = false;
  std::set<QString> known;
  for (const MapLayer& layer : m_document.layers()) {
    if (layer.room.isEmpty()) continue;
    known.insert(layer.id);
    found = found || (layer.room == m_room && !m_known.contains(layer.id));
  }
  m_known = std::move(known);
  return found;
}

void RoomLayers::showOwn() {
  std::set<QString> own, others;
  for (const MapLayer& layer : m_document.layers()) {
    if (layer.room.isEmpty()) continue;
    if (layer.room == m_room)
      own.insert(layer.id);
    else if (layer.visible)
      others.insert(layer.id);
  }
  if (own.empty()) return;
  for (const QString& id : own)
    if (m_put_away.erase(id) > 0) m_document.setVisible(id, true);
  for (const QString& id : others) {
    m_document.setVisible(id, false);
    m_put_away.insert(id);
  }
}

}  // namespace app
