// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fire/fire_stage.h"

#include <memory>

#include "app/core/map_document.h"

namespace app {
namespace {
const QString kLayerId = QStringLiteral("fire-room");
}

FireStage::FireStage(PanelContext& context, QObject* parent) : QObject(parent), m_context(context) {
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) m_drawing = {};
  });
}

void FireStage::change(const std::function<void(layers::FireDrawing&)>& edit) {
  edit(m_drawing);
  auto state = std::make_shared<const layers::FireLayer>(m_drawing);
  MapDocument& document = m_context.document;
  const bool empty = state->extent().empty();
  if (document.find(kLayerId) == nullptr) {
    if (empty) return;
    MapLayer layer;
    layer.id = kLayerId;
    layer.room = QStringLiteral("fire");
    layer.group = QStringLiteral("fire");
    layer.title = {QStringLiteral("火情研判"), QStringLiteral("Fire situation")};
    layer.origin = LayerOrigin::kPlotting;
    layer.state = std::move(state);
    layer.load = LoadState::kReady;
    document.addLayer(std::move(layer));
  } else if (empty) {
    document.removeLayer(kLayerId);
  } else {
    document.setState(kLayerId, std::move(state));
    document.setVisible(kLayerId, true);
  }
}

void FireStage::clear() {
  change([](layers::FireDrawing& drawing) { drawing = {}; });
}

}  // namespace app
