// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <map>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/map/map_canvas.h"

namespace app {

// Collects what layers met while workers drew them (a file that has gone away, a block that cannot be read) and tells
// the user once for each layer and trouble. Window's thread.
class LayerTroubles : public QObject {
 public:
  LayerTroubles(MapDocument& document, MessageList& messages, MapCanvas& canvas, QObject* parent) : QObject(parent) {
    connect(&canvas, &MapCanvas::becameIdle, this, [this, &document, &messages] {
      for (const MapLayer& layer : document.layers()) {
        if (!layer.state || m_told[layer.id] == layer.state) continue;
        if (const auto trouble = layer.state->trouble()) {
          m_told[layer.id] = layer.state;
          messages.add(*trouble);
        }
      }
    });
  }

 private:
  std::map<QString, layers::LayerStatePtr> m_told;
};

}  // namespace app
