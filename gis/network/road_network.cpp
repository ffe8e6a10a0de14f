// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/network/road_network.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "gis/geo/local_scale.h"
#include "gis/geo/projector.h"
#include "gis/pyramid/section_file.h"
#include "gis/store/feature_store.h"
#include "gis/store/layer_revision.h"

namespace gis {
namespace {

enum Kind : std::uint32_t { kKey = 1, kOrigin, kNodes, kEdges, kVertices, kNameStart, kNameText };
// Goes up when noding or the file changes.
constexpr int kVersion = 1;
constexpr double kFireRoadReachM = 60;
constexpr int kScaleSteps = 17;

// Scale of the map along its eastings, which is what changes in a Gauss-Krueger zone, straight between the steps.
std::function<double(MapXY)> scaleOver(const MapBox& box, const Projector& to_map) {
  std::array<double, kScaleSteps> ratio{};
  for (int i = 0; i < kScaleSteps; ++i) {
    const MapXY at{box.min_x_m + box.width_m() * i / (kScaleSteps - 1), box.centre().y_m};
    const auto scale = localScaleAt(to_map, at);
    ratio[static_cast<std::size_t>(i)] = scale ? scale->scale_ratio : 1;
  }
  return [box, ratio](MapXY at) {
    const double place =
        box.width_m() > 0 ? std::clamp((at.x_m - box.min_x_m) / box.width_m(), 0.0, 1.0) * (kScaleSteps - 1) : 0;
    const auto low = std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(kScaleSteps - 2));
    const double t = place - static_cast<double>(low);
    return ratio[low] * (1 - t) + ratio[low + 1] * t;
  };
}

Result<std::shared_ptr<const MapColumns>> linesOf(const Workspace& workspace, const std::string& table,
                                                  const std::vector<std::string>& attributes, const CancelToken& cancel,
                                                  const Progress& progress) {
  auto rows = FeatureStore(workspace.db()).read(table, attributes, cancel, progress);
  if (!rows) return std::unexpected(std::move(rows.error()));
  auto columns = buildMapColumns(std::move(rows->value), workspace.facts().map_crs, cancel);
  if (!columns) return std::unexpected(std::move(columns.error()));
  return columns->value;
}

}  // namespace

Result<void> writeRoadGraph(const RoadGraph& graph, const std::string& key, const std::filesystem::path& file) {
  std::vector<std::uint32_t> start{0};
  std::string names;
  for (const std::string& name : graph.names) {
    names += name;
    start.push_back(static_cast<std::uint32_t>(names.size()));
  }
  const std::array<double, 2> origin{graph.origin.x_m, graph.origin.y_m};
  SectionWriter writer;
  writer.add<char>({kKey, 0}, key);
  writer.add<double>({kOrigin, 0}, origin);
  writer.add<float>({kNodes, 0}, graph.node_xy_m);
  writer.add<RoadEdge>({kEdges, 0}, graph.edges);
  writer.add<float>({kVertices, 0}, graph.xy_m);
  writer.add<std::uint32_t>({kNameStart, 0}, start);
  writer.add<char>({kNameText, 0}, names);
  return writer.write(file);
}

std::optional<RoadGraph> readRoadGraph(const std::string& key, const std::filesystem::path& file) {
  const auto opened = SectionFile::open(file);
  if (!opened) return std::nullopt;
  const auto kept_key = opened->find<char>({kKey, 0});
  if (!kept_key || !std::ranges::equal(*kept_key, key)) return std::nullopt;
  const auto origin = opened->find<double>({kOrigin, 0});
  const auto nodes = opened->find<float>({kNodes, 0});
  const auto edges = opened->find<RoadEdge>({kEdges, 0});
  const auto vertices = opened->find<float>({kVertices, 0});
  const auto start = opened->find<std::uint32_t>({kNameStart, 0});
  const auto names = opened->find<char>({kNameText, 0});
  if (!origin || origin->size() != 2 || !nodes || !edges || !vertices || !start || start->size() < 2 || !names)
    return std::nullopt;
  RoadGraph graph;
  graph.origin = {(*origin)[0], (*origin)[1]};
  graph.node_xy_m.assign(nodes->begin(), nodes->end());
  graph.edges.assign(edges->begin(), edges->end());
  graph.xy_m.assign(vertices->begin(), vertices->end());
  for (std::size_t i = 0; i + 1 < start->size(); ++i) {
    if ((*start)[i] > (*start)[i + 1] || (*start)[i + 1] > names->size()) return std::nullopt;
    graph.names.emplace_back(names->data() + (*start)[i], (*start)[i + 1] - (*start)[i]);
  }
  const std::size_t node_count = graph.node_xy_m.size() / 2;
  for (std::uint32_t e = 0; e < graph.edges.size(); ++e) {
    const RoadEdge& edge = graph.edges[e];
    if (edge.from >= node_count || edge.to >= node_count || edge.name >= graph.names.size() ||
        edge.road_class >= kRoadClasses || graph.endVertex(e) < edge.first_vertex + 2 ||
        std::size_t{graph.endVertex(e)} * 2 > graph.xy_m.size())
      return std::nullopt;
  }
  graph.connect();
  return graph;
}

Result<RoadGraphPtr> loadRoadNetwork(const Workspace& workspace, const CancelToken& cancel, const Progress& progress) {
  const LayerRevisions revisions(workspace.db());
  const auto road_mark = revisions.markOf("road");
  const auto track_mark = revisions.markOf("fire_road");
  const bool marked = road_mark && *road_mark && track_mark && *track_mark;
  const std::string key =
      marked ? fmt::format("{} {} {} {}", kVersion, workspace.facts().map_crs, **road_mark, **track_mark)
             : std::string();
  const std::filesystem::path file = workspace.folder() / "cache" / "network.bin";
  if (marked)
    if (auto kept = readRoadGraph(key, file)) return std::make_shared<const RoadGraph>(std::move(*kept));

  const auto roads = linesOf(workspace, "road", {"class", "state", "width_m", "name", "road_code"}, cancel, progress);
  if (!roads) return std::unexpected(roads.error());
  const auto tracks = linesOf(workspace, "fire_road", {"state", "width_m"}, cancel, {});
  if (!tracks) return std::unexpected(tracks.error());
  NodingOptions options;
  const auto to_map = Projector::create("EPSG:4490", workspace.facts().map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  if ((*roads)->featureCount() > 0) options.map_scale_ratio = scaleOver((*roads)->extent(), *to_map);
  auto graph = buildRoadGraph({{RoadSource::kRoad, *roads, 0}, {RoadSource::kFireRoad, *tracks, kFireRoadReachM}},
                              options, cancel);
  if (!graph) return std::unexpected(std::move(graph.error()));
  if (marked) {
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    [[maybe_unused]] const auto kept = writeRoadGraph(*graph, key, file);  // else the next start is slower
  }
  return std::make_shared<const RoadGraph>(std::move(*graph));
}

}  // namespace gis
