// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/callout/callout_view.h"
#include "layers/callout/callout_layer.h"

namespace app {

// How the persons of one place stand, its worst first.
layers::CallState callStateOf(const gis::Tally& tally);
// The layer of a call-out: every place that has persons of its own and whose seat is known.
std::shared_ptr<const layers::CalloutLayer> calloutLayer(
    const CalloutView& view, const std::map<std::string, gis::MapXY>& places,
    const std::function<std::optional<gis::MapXY>(gis::LonLat)>& to_map, layers::Ground ground = layers::Ground::kAsIs);

}  // namespace app
