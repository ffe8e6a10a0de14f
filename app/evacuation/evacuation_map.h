// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <functional>
#include <memory>
#include <optional>

#include "app/evacuation/evacuation_job.h"
#include "layers/core/frame.h"
#include "layers/evacuation/evacuation_layer.h"

namespace app {

inline const QString kEvacuationLayerId = QStringLiteral("evacuation");

using ToMapXy = std::function<std::optional<gis::MapXY>(gis::LonLat)>;

std::vector<layers::ClosedRoadMark> closedMarks(const std::vector<gis::NamedClosure>& closures);
// What an order keeps of them; parts off the map are left out.
std::vector<layers::ClosedRoadMark> orderedMarks(const std::vector<gis::evacuation::OrderedClosure>& closures,
                                                 const ToMapXy& to_map);
// A plan, and an evacuation that is carried out, as a layer. Window's thread.
std::shared_ptr<const layers::EvacuationLayer> planLayer(const PlanShown& shown);
std::shared_ptr<const layers::EvacuationLayer> evacuationLayer(const EvacuationRow& row, const ToMapXy& to_map);
// The layer above the map for paper, as large as what it holds. `map`: without it. For a job; null when cancelled.
QImage evacuationPicture(layers::FrameRequest map, std::shared_ptr<const layers::EvacuationLayer> layer,
                         const gis::CancelToken& cancel);

}  // namespace app
