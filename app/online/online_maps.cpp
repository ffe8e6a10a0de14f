// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/online/online_maps.h"

#include <algorithm>

#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "layers/raster/ground_layers.h"

namespace app {

namespace {
constexpr int kSoonMs = 250, kAgainMs = 30'000;

bool isOnline(const MapLayer& layer) {
  return layer.origin == LayerOrigin::kTerrain && gis::isOnlineMapFile(layer.file);
}

std::filesystem::path cacheOf(const std::filesystem::path& file) {
  return file.parent_path().parent_path() / "cache";  // basemaps/ and cache/ lie in one workspace
}

}  // namespace

OnlineMaps::OnlineMaps(PanelContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_fetch(context.pools, Pool::kIo), m_add(context.pools, Pool::kIo) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(kSoonMs);
  m_later.setSingleShot(true);
  m_later.setInterval(kAgainMs);
  const auto begin = [this] {
    m_queue.clear();
    for (const MapLayer& layer : m_context.document.layers())
      if (isOnline(layer) && layer.visible && layer.state) m_queue.push_back(layer.id);
    fetch();
  };
  connect(&m_soon, &QTimer::timeout, this, begin);
  connect(&m_later, &QTimer::timeout, this, begin);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_queue.clear();
      m_fetch.drop();
      m_silent.clear();
      return;
    }
    const MapLayer* layer = m_context.document.find(change.layer_id);
    constexpr unsigned kShown = MapChange::kVisibility | MapChange::kContent;
    if (layer && isOnline(*layer) && (change.properties & kShown) && !m_fetch.busy() && allowed()) m_soon.start();
  });
}

bool OnlineMaps::allowed() const { return m_context.settings.onlineMaps(); }

void OnlineMaps::allow(bool allowed) {
  m_context.settings.setOnlineMaps(allowed);
  m_silent.clear();
  if (allowed) return m_soon.start();
  m_queue.clear();
  m_fetch.drop();
  m_soon.stop();
  m_later.stop();
}

void OnlineMaps::look(const gis::MapBox& box, double metres_per_px) {
  if (box == m_box && metres_per_px == m_metres_per_px) return;
  m_box = box;
  m_metres_per_px = metres_per_px;
  const bool any = std::ranges::any_of(m_context.document.layers(),
                                       [](const MapLayer& layer) { return isOnline(layer) && layer.visible; });
  if (any && allowed()) m_soon.start();
}

void OnlineMaps::fetch() {
  if (m_queue.empty() || !allowed()) return;
  const QString id = m_queue.back();
  m_queue.pop_back();
  const MapLayer* layer = m_context.document.find(id);
  const auto& workspace = m_context.document.workspace();
  if (!layer || !workspace) return fetch();
  gis::LonLatBox box;
  for (const gis::MapXY corner : {gis::MapXY{m_box.min_x_m, m_box.min_y_m},
                                  {m_box.min_x_m, m_box.max_y_m},
                                  {m_box.max_x_m, m_box.min_y_m},
                                  {m_box.max_x_m, m_box.max_y_m}})
    if (const auto at = m_context.document.toLonLat(corner)) box.add(*at);
  m_fetch.ask(
      [file = layer->file, id = id.toStdString(), map_crs = workspace->facts.map_crs, box,
       metres_per_px = m_metres_per_px](const gis::CancelToken& cancel, const gis::Progress&) -> gis::Result<Answer> {
        auto tiles = gis::fetchOnlineTiles(file, cacheOf(file), box, metres_per_px, cancel);
        if (!tiles) return std::unexpected(std::move(tiles.error()));
        Answer answer{*tiles, nullptr};
        if (tiles->fetched == 0) return answer;
        auto state = layers::openGroundLayer(id, file, map_crs, cancel);
        if (!state) return std::unexpected(std::move(state.error()));
        answer.state = std::move(*state);
        return answer;
      },
      [this, id](gis::Result<Answer> answer) { accept(id, std::move(answer)); });
}

void OnlineMaps::accept(const QString& id, gis::Result<Answer> answer) {
  const MapLayer* layer = m_context.document.find(id);
  if (!layer) return fetch();
  if (!answer) {
    if (answer.error().code == gis::ErrorCode::kCancelled) return;
    const bool told = std::exchange(m_silent, id) == id;
    m_context.document.setLoad(id, LoadState::kFailed, 0, answer.error());
    if (!told) m_context.messages.add(answer.error());
    if (m_context.map.say)
      m_context.map.say(tr("The server of %1 does not answer; what was fetched before is shown.")
                            .arg(layer->title.text(m_context.document.language())));
    m_later.start();
    return;
  }
  if (m_silent == id) m_silent.clear();
  const int tiles = answer->tiles.fetched;
  if (answer->state)
    m_context.document.setState(id, std::move(answer->state));
  else if (layer->load == LoadState::kFailed)
    m_context.document.setLoad(id, LoadState::kReady);
  emit fetched(tiles);
  fetch();
}

void OnlineMaps::add(const gis::OnlineMap& map, std::function<void(gis::Result<void>)> done) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_add.ask([map, folder = workspace->folder / "basemaps"](
                const gis::CancelToken&, const gis::Progress&) { return gis::writeOnlineMap(map, folder); },
            [this, map, done = std::move(done)](gis::Result<std::filesystem::path> file) {
              if (!file) return done(std::unexpected(std::move(file.error())));
              const auto& now = m_context.document.workspace();
              if (!now) return;
              for (layers::GroundLayer& ground : layers::groundLayersOf(now->folder, {})) {
                if (ground.file != *file) continue;
                auto state = layers::openGroundLayer(ground.id, ground.file, now->facts.map_crs, {});
                if (!state) return done(std::unexpected(std::move(state.error())));
                MapLayer layer;
                layer.id = QString::fromStdString(ground.id);
                layer.group = QStringLiteral("base");
                layer.title = std::move(ground.title);
                layer.origin = LayerOrigin::kTerrain;
                layer.file = std::move(ground.file);
                layer.state = std::move(*state);
                layer.load = LoadState::kReady;
                const QString id = layer.id;
                m_context.document.addLayer(std::move(layer));
                // Right above the relief, below all that is ours.
                m_context.document.moveAbove(id, QString::fromLatin1(layers::kHillshadeId));
              }
              done({});
            });
}

}  // namespace app
