// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/deck_maps.h"

#include <QElapsedTimer>
#include <QPainter>
#include <algorithm>
#include <latch>
#include <mutex>
#include <set>

#include "app/briefing/deck_text.h"
#include "gis/geo/projector.h"
#include "gis/store/code_store.h"
#include "layers/briefing/mark_layer.h"
#include "layers/core/frame.h"
#include "layers/furniture/furniture_look.h"
#include "layers/furniture/scale_bar.h"
#include "layers/raster/ground_layers.h"
#include "layers/vector/layer_source.h"
#include "layers/vector/past_layer.h"

namespace app {
namespace {

constexpr double kDeviceRatio = 2;     // pixels for a point: 1920 over the page
constexpr double kMargin_px = 10;      // around legend and scale bar
constexpr double kSymbolScale = 1.15;  // to be read from three metres
constexpr auto kCounties = "division_county";
constexpr int kCountyLevel = 3;

// The layers that maps are made of, by their id.
struct MapLayers {
  std::map<std::string, layers::LayerStatePtr> states;
  std::shared_ptr<const gis::MapColumns> counties;
  std::map<std::string, std::uint32_t> county_features;  // by code
};

gis::Result<void> readLayer(BriefingFacts& facts, const layers::CatalogueEntry& entry, const gis::CodeLists& codes,
                            bool then, MapLayers& read) {
  const gis::Workspace& workspace = facts.workspace();
  const std::string& crs = workspace.facts().map_crs;
  auto layer = layers::layerFromTable(entry, workspace.db(), codes, crs, workspace.folder() / "cache", facts.cancel());
  if (!layer) return std::unexpected(std::move(layer.error()));
  layers::LayerStatePtr state = layer->value.state;
  if (then) {
    auto past = layers::layerThen(entry, state, workspace.db(), facts.asOfUtcMs(), codes, crs, facts.cancel());
    if (!past) return std::unexpected(std::move(past.error()));
    state = std::move(past->value);
  }
  read.states[entry.id] = std::move(state);
  if (entry.id == kCounties) read.counties = layer->value.columns;
  return {};
}

// Features of the county layer by their code, through their row.
gis::Result<void> findCounties(BriefingFacts& facts, MapLayers& read) {
  if (!read.counties || !read.counties->features) return {};
  const auto counties = gis::briefing::BriefingStore(facts.workspace().db()).districts(kCountyLevel);
  if (!counties) return std::unexpected(counties.error());
  std::map<std::int64_t, std::string> codes;
  for (const gis::briefing::District& county : *counties) codes[county.fid] = county.code;
  const auto& fids = read.counties->features->fid;
  for (std::size_t i = 0; i < fids.size(); ++i)
    if (const auto code = codes.find(fids[i]); code != codes.end())
      read.county_features[code->second] = static_cast<std::uint32_t>(i);
  return {};
}

gis::Result<MapLayers> readLayers(BriefingFacts& facts, const std::vector<MapWish>& wishes, bool then) {
  MapLayers read;
  std::set<std::string> wanted;
  for (const MapWish& wish : wishes) {
    wanted.insert(wish.block->layers.begin(), wish.block->layers.end());
    if (wish.facts.columnOf("district") >= 0) wanted.insert(kCounties);
  }
  const gis::Workspace& workspace = facts.workspace();
  const auto catalogue = layers::loadCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  const auto codes = gis::CodeStore(workspace.db()).all();
  if (!codes) return std::unexpected(codes.error());
  for (const layers::GroundLayer& ground : layers::groundLayersOf(workspace.folder(), workspace.demFile())) {
    if (wanted.erase(ground.id) == 0) continue;
    auto state = layers::openGroundLayer(ground.id, ground.file, workspace.facts().map_crs, facts.cancel());
    if (!state) return std::unexpected(std::move(state.error()));
    read.states[ground.id] = std::move(*state);
  }
  for (const std::string& id : wanted) {
    // A workspace without a terrain model is drawn without it.
    if (id == layers::kHillshadeId) continue;
    const layers::CatalogueEntry* entry = catalogue->find(id);
    if (entry == nullptr) return gis::fail(gis::ErrorCode::kUnknownName, id, "a layer that a briefing wants");
    if (auto done = readLayer(facts, *entry, *codes, then, read); !done) return std::unexpected(done.error());
  }
  if (auto found = findCounties(facts, read); !found) return std::unexpected(found.error());
  return read;
}

std::shared_ptr<const layers::MarkLayer> marksOf(const MapWish& wish, const MapLayers& read,
                                                 const gis::Projector& to_map) {
  std::vector<layers::ToneDistrict> districts;
  std::vector<layers::ToneMark> marks;
  const gis::briefing::FactTable& facts = wish.facts;
  for (std::size_t row = 0; row < facts.rows.size(); ++row) {
    const int tone = facts.tone(row);
    if (const auto county = read.county_features.find(facts.text(row, "district"));
        county != read.county_features.end() && tone > 0)
      districts.push_back({county->second, tone});
    const double lon_deg = facts.number(row, "lon_deg"), lat_deg = facts.number(row, "lat_deg");
    if (!std::isfinite(lon_deg) || !std::isfinite(lat_deg)) continue;
    const gis::briefing::FactCell cell = facts.cell(row, "label");
    const auto* label = std::get_if<std::string>(&cell);
    if (const auto at = to_map.forward({lon_deg, lat_deg}))
      marks.push_back({{at->x, at->y}, tone, label ? QString::fromStdString(*label) : QString()});
  }
  return std::make_shared<const layers::MarkLayer>(read.counties, std::move(districts), std::move(marks));
}

// In the lower left corner, or above the scale bar where both do not fit beside each other.
void paintLegend(QPainter& painter, const layers::FurnitureLook& look, const MapWish& wish, const std::string& language,
                 const QRectF& scale_bar) {
  constexpr double kLine_px = 22, kMark_px = 7;
  const auto& legend = wish.block->legend;
  if (legend.empty()) return;
  double width_px = 0;
  for (const auto& entry : legend)
    width_px = std::max(width_px, deckTextWidth(QString::fromStdString(entry.text.in(language)), 14));
  QRectF plate(kMargin_px, wish.height_pt - kMargin_px - kLine_px * static_cast<double>(legend.size()) - 10,
               width_px + 44, kLine_px * static_cast<double>(legend.size()) + 10);
  if (!scale_bar.isEmpty() && plate.right() + kMargin_px > scale_bar.left())
    plate.moveBottom(scale_bar.top() - kMargin_px / 2);
  layers::paintPlate(painter, look, plate);
  painter.setFont(deckFont(14));
  double y_px = plate.top() + 5 + kLine_px / 2;
  for (const auto& entry : legend) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(layers::toneColour(entry.tone, look.theme));
    painter.drawEllipse(QPointF(plate.left() + 16, y_px), kMark_px, kMark_px);
    painter.setPen(look.ink());
    painter.drawText(QRectF(plate.left() + 32, y_px - kLine_px / 2, width_px + 8, kLine_px),
                     Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(entry.text.in(language)));
    y_px += kLine_px;
  }
}

// What all maps share; only read while they are drawn.
struct Drawing {
  layers::Theme theme;
  std::string language;
  gis::MapBox box;
  MapLayers layers;
  gis::CancelToken cancel;
};

QImage drawMap(const Drawing& drawing, const MapWish& wish, std::shared_ptr<const layers::MarkLayer> marks) {
  layers::FrameRequest request;
  request.theme = drawing.theme;
  request.language = QString::fromStdString(drawing.language);
  request.symbol_scale = kSymbolScale;
  for (const std::string& id : wish.block->layers)
    if (const auto state = drawing.layers.states.find(id); state != drawing.layers.states.end())
      request.layers.push_back({state->second, 1});
  request.layers.push_back({std::move(marks), 1});
  const layers::MapView view = layers::snapped(
      layers::fitted(drawing.box, static_cast<int>(wish.width_pt), static_cast<int>(wish.height_pt), kDeviceRatio));
  QImage picture = layers::paintFrame(request, view, drawing.cancel);
  if (picture.isNull()) return picture;
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(kDeviceRatio / picture.devicePixelRatio(), kDeviceRatio / picture.devicePixelRatio());
  const layers::FurnitureLook look{drawing.theme, 1.15};
  QPointF bar_at(0, wish.height_pt - 14);
  QRectF bar = layers::scaleBarPlate(look, view.metres_per_px, request.language, bar_at);
  bar_at.rx() += wish.width_pt - kMargin_px - bar.right();
  bar.moveRight(wish.width_pt - kMargin_px);
  layers::paintScaleBar(painter, look, view.metres_per_px, request.language, bar_at);
  paintLegend(painter, look, wish, drawing.language, bar);
  painter.end();
  picture.setDevicePixelRatio(1);
  return picture.convertToFormat(QImage::Format_RGB32);
}

gis::Result<gis::MapBox> cityBox(const gis::Workspace& workspace, const gis::Projector& to_map) {
  const gis::LonLatBox& extent = workspace.facts().extent;
  if (extent.empty()) return gis::fail(gis::ErrorCode::kNoData, workspace.folder().string());
  gis::MapBox box;
  for (const double lon_deg : {extent.west_deg, extent.east_deg})
    for (const double lat_deg : {extent.south_deg, extent.north_deg}) {
      const auto at = to_map.forward({lon_deg, lat_deg});
      if (!at) return std::unexpected(at.error());
      box.add(gis::MapXY{at->x, at->y});
    }
  return box;
}

}  // namespace

gis::Result<std::map<std::string, QImage>> drawDeckMaps(BriefingFacts& facts, std::vector<MapWish>& wishes,
                                                        layers::Theme theme, bool then, JobPools& pools,
                                                        const gis::Progress& progress) {
  std::map<std::string, QImage> pictures;
  if (wishes.empty()) return pictures;
  auto read = readLayers(facts, wishes, then);
  if (!read) return std::unexpected(std::move(read.error()));
  const auto to_map = gis::Projector::create("EPSG:4490", facts.workspace().facts().map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  const auto box = cityBox(facts.workspace(), *to_map);
  if (!box) return std::unexpected(box.error());
  const Drawing drawing{theme, facts.language(), *box, std::move(*read), facts.cancel()};

  std::vector<std::shared_ptr<const layers::MarkLayer>> marks;
  for (const MapWish& wish : wishes) marks.push_back(marksOf(wish, drawing.layers, *to_map));
  std::vector<QImage> drawn(wishes.size());
  std::latch waiting(static_cast<std::ptrdiff_t>(wishes.size()));
  std::mutex telling;  // progress comes from one thread at a time
  std::size_t done = 0;
  for (std::size_t i = 0; i < wishes.size(); ++i)
    pools.run(Pool::kDrawing, [&, i] {
      QElapsedTimer timer;
      timer.start();
      drawn[i] = drawMap(drawing, wishes[i], marks[i]);
      wishes[i].drawn_ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
      {
        const std::lock_guard lock(telling);
        ++done;
        if (progress) progress(static_cast<double>(done) / static_cast<double>(wishes.size()));
      }
      waiting.count_down();
    });
  waiting.wait();
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    if (drawn[i].isNull()) return gis::fail(gis::ErrorCode::kCancelled, wishes[i].name);
    pictures[wishes[i].name] = std::move(drawn[i]);
  }
  return pictures;
}

}  // namespace app
