// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/network/road_graph.h"
#include "gis/store/workspace.h"

namespace gis {

// The roads of a workspace (tables road and fire_road) as a graph in its map's system. Taken from
// <workspace>/cache/network.bin when that was made from the tables as they are now (some 40 ms for a city), else noded
// from the rows (a second or two) and kept there if that can be written. Fire roads are led on to a road up to 60 m
// away. Fails with kNoData (no roads), kCancelled, and as FeatureStore::read does. Any thread, one connection.
Result<RoadGraphPtr> loadRoadNetwork(const Workspace& workspace, const CancelToken& cancel = {},
                                     const Progress& progress = {});

// The file, by itself: a graph with the key it was kept under. Reading yields nothing when there is no such file, its
// key is another one, or what it holds does not add up.
Result<void> writeRoadGraph(const RoadGraph& graph, const std::string& key, const std::filesystem::path& file);
std::optional<RoadGraph> readRoadGraph(const std::string& key, const std::filesystem::path& file);

}  // namespace gis
