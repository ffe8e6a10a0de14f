// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QString>
#include <set>

namespace app {

class MapDocument;

// Of what the rooms have worked out, the map shows one at a time: a quake's zones over warnings over a flood can be
// read by nobody. Entering a room, or its first result, puts the drawings of the others away (MapLayer::room) and
// brings its own back; a room without a drawing leaves the map as it is, and the layer panel shows any of them.
// Window's thread only; `document` outlives it.
class RoomLayers : public QObject {
 public:
  RoomLayers(MapDocument& document, QObject* parent);

  void entered(const QString& room_id);

 private:
  void showOwn();
  bool hasNew();

  MapDocument& m_document;
  QString m_room;
  std::set<QString> m_known, m_put_away;
};

}  // namespace app
