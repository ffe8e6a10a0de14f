// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fire/fire_stage.h"

#include <memory>

#include <QPointer>
#include <QWidget>

#include "app/core/map_document.h"
#include "app/text/detail_text.h"
#include "app/text/error_text.h"

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

void FireStage::pickPlace(std::function<void(gis::MapXY)> clicked, const QString& hint) {
  auto tool =
      std::make_unique<PlaceTool>([self = QPointer<FireStage>(this), clicked = std::move(clicked)](gis::MapXY where) {
        if (self) clicked(where);
      });
  if (!m_context.map.use_tool) return;
  tool->setHint(hint);
  m_context.map.use_tool(std::move(tool));
}

QString placeTrouble(const gis::Error& error) {
  QString text = error.code == gis::ErrorCode::kOutOfRange ? detailText(error.detail) : QString();
  if (text.isEmpty()) return errorSentence(error);
  text[0] = text[0].toUpper();
  return text;
}

}  // namespace app
