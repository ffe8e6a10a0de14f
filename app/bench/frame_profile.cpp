// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/bench/frame_bench.h"
#include "app/bench/measuring.h"
#include "layers/vector/vector_layer_state.h"

namespace app {
namespace {

constexpr double kNeverShownZoom = 31;  // beyond the largest maxzoom

const char* nameOf(layers::StyleLayerType type) {
  switch (type) {
    case layers::StyleLayerType::kFill:
      return "fill";
    case layers::StyleLayerType::kLine:
      return "line";
    case layers::StyleLayerType::kCircle:
      return "circle";
    case layers::StyleLayerType::kSymbol:
      break;
    case layers::StyleLayerType::kRaster:
      return "raster";
    case layers::StyleLayerType::kHillshade:
      return "hillshade";
  }
  return "symbol";
}

bool drawsOnlyText(const layers::StyleLayer& layer) {
  return layer.type == layers::StyleLayerType::kSymbol && !layer.property(layers::StyleProperty::kIconImage).given();
}

bool hasTexts(const BenchLayer& layer) {
  return layer.entry && std::ranges::any_of(layer.entry->style->layers, [](const layers::StyleLayer& part) {
           return part.property(layers::StyleProperty::kTextField).given();
         });
}

// The layer with all of its style but one part hidden.
gis::Result<layers::LayerStatePtr> aloneWith(const BenchLayer& layer, std::size_t part, const gis::CodeLists& codes) {
  layers::CatalogueEntry entry = *layer.entry;
  layers::Style style = *entry.style;
  for (std::size_t i = 0; i < style.layers.size(); ++i)
    if (i != part) style.layers[i].min_zoom = kNeverShownZoom;
  entry.style = std::make_shared<const layers::Style>(std::move(style));
  return layers::buildVectorLayer(entry, layer.columns, codes);
}

// The second of two runs: the first fills what is kept between frames.
template <class Work>
double secondRunMs(Work work) {
  work();
  const double before_ms = threadCpuMs();
  work();
  return threadCpuMs() - before_ms;
}

double tilesMs(const layers::LayerStatePtr& state, const layers::FrameRequest& look, const BenchView& view,
               const gis::CancelToken& cancel) {
  layers::FrameRequest request = look;
  request.layers.clear();
  if (state) request.layers.push_back({state, 1});
  return secondRunMs([&] {
    for (const layers::MapView& step : view.steps)
      for (const layers::TileKey& tile : layers::tilesFor(layers::snapped(step)))
        layers::paintTile(request, tile, cancel);
  });
}

double labelsMs(const layers::FrameRequest& request, const BenchView& view, const gis::CancelToken& cancel) {
  return secondRunMs([&] {
    for (const layers::MapView& step : view.steps) layers::placeLabels(request, layers::snapped(step), cancel);
  });
}

}  // namespace

std::vector<PartCost> profileView(const BenchContent& content, const layers::FrameRequest& request,
                                  const BenchView& view, ProfileDepth depth, const gis::CancelToken& cancel) {
  const double empty_ms = tilesMs({}, request, view, cancel);
  std::vector<PartCost> costs;
  const auto add = [&](const std::string& layer_id, const std::string& part_id, const char* type, double thread_ms) {
    costs.push_back({layer_id, part_id, type, std::max(0.0, thread_ms)});
  };
  for (const BenchLayer& layer : content.layers) {
    if (cancel.cancelled()) break;
    if (!layer.entry || depth == ProfileDepth::kLayers) {
      add(layer.id, {}, layer.entry ? "tiles" : "raster", tilesMs(layer.state, request, view, cancel) - empty_ms);
    } else {
      const auto& parts = layer.entry->style->layers;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (drawsOnlyText(parts[i])) continue;
        const auto state = aloneWith(layer, i, content.codes);
        if (state) add(layer.id, parts[i].id, nameOf(parts[i].type), tilesMs(*state, request, view, cancel) - empty_ms);
      }
    }
    if (!hasTexts(layer)) continue;
    layers::FrameRequest alone = request;
    alone.layers = {{layer.state, 1}};
    add(layer.id, {}, "labels", labelsMs(alone, view, cancel));
  }
  std::ranges::stable_sort(costs, std::ranges::greater{}, &PartCost::thread_ms);
  return costs;
}

}  // namespace app
