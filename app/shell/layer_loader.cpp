// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/layer_loader.h"

#include <malloc.h>

#include <tuple>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "gis/store/feature_store.h"
#include "layers/raster/raster_layers.h"
#include "layers/vector/layer_source.h"
#include "layers/vector/vector_layer_state.h"

namespace app {

namespace {

constexpr std::size_t kAtOnce = 2;
// Raster layers open in no time and lie under everything.
constexpr std::int64_t kTerrainWeight = -1;
constexpr int kQuietMs = 4000;
constexpr std::int64_t kManyRows = 10'000;  // fewer are read at once

// The layer with rows as they are in the database now.
gis::Result<layers::LayerStatePtr> withRows(const OpenWorkspace& workspace, const layers::CatalogueEntry& entry,
                                            const layers::LayerStatePtr& state, const gis::RowsChanged& rows) {
  const auto opened = gis::Workspace::open(workspace.folder, gis::OpenMode::kRead);
  if (!opened) return std::unexpected(opened.error());
  auto read = gis::FeatureStore(opened->db()).readRows(entry.table, entry.attributes(), rows.changed);
  if (!read) return std::unexpected(std::move(read.error()));
  layers::FeatureChanges changes{std::move(read->value), rows.removed};
  // Gone meanwhile, or without a shape now.
  for (const std::int64_t fid : rows.changed)
    if (std::ranges::find(changes.changed.fid, fid) == changes.changed.fid.end()) changes.removed.push_back(fid);
  return layers::withChanges(state, std::move(changes), workspace.facts.map_crs, workspace.codes);
}

}  // namespace

LayerLoader::LayerLoader(PanelContext& context, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_keeping(context.pools, Pool::kIo),
      m_changes_slot(context.pools, Pool::kDrawing) {
  m_quiet.setSingleShot(true);
  m_quiet.setInterval(kQuietMs);
  connect(&m_quiet, &QTimer::timeout, this, [this] {
    const auto tables = std::exchange(m_edited, {});
    reload({tables.begin(), tables.end()});
  });
  // A layer switched on while it waits goes to the front.
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!(change.properties & MapChange::kVisibility)) return;
    const MapLayer* layer = m_context.document.find(change.layer_id);
    const auto it = std::find(m_queue.begin(), m_queue.end(), change.layer_id);
    if (!layer || !layer->visible || it == m_queue.end()) return;
    m_queue.erase(it);
    m_queue.push_front(change.layer_id);
  });
}

LayerLoader::~LayerLoader() = default;

void LayerLoader::stop() {
  m_early.reset();
  m_queue.clear();
  m_running.clear();
  m_previews.clear();
  m_to_keep.clear();
  m_changes.clear();
  m_changes_slot.drop();
  m_edited.clear();
  m_quiet.stop();
  if (m_job) m_context.jobs.finish(m_job, JobState::kCancelled);
  m_job = 0;
}

void LayerLoader::adopt(MapLayer& layer, ReadLayer read) {
  for (gis::Warning& warning : read.warnings) m_context.messages.add(std::move(warning));
  if (read.layer.keepsake || !read.layer.columns) m_to_keep.push_back(read.layer);
  layer.state = std::move(read.layer.state);
  layer.columns = std::move(read.layer.columns);
  layer.load = LoadState::kReady;
}

void LayerLoader::start(const std::map<std::string, std::int64_t>& counts, std::shared_ptr<EarlyReading> early) {
  m_early = std::move(early);
  m_counts = counts;
  const double metres_per_px = m_context.map.metres_per_px ? m_context.map.metres_per_px() : 0;
  // What the view shows, then what it would show at another scale, then what is switched off.
  std::vector<std::pair<std::tuple<bool, bool, std::int64_t>, QString>> order;
  for (const MapLayer& layer : m_context.document.layers()) {
    if (layer.load != LoadState::kWaiting) continue;
    const auto count = counts.find(layer.table);
    const std::int64_t weight =
        layer.origin == LayerOrigin::kTerrain ? kTerrainWeight : (count == counts.end() ? 0 : count->second);
    order.push_back({{!layer.shownAt(metres_per_px), !layer.visible, weight}, layer.id});
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [key, id] : order) m_queue.push_back(id);
  m_total = m_queue.size();
  if (m_total == 0) return keepForNextTime();
  m_job = m_context.jobs.add([] { return LayerLoader::tr("Loading layers"); }, [this] { stop(); });
  fill();
}

double LayerLoader::doneRatio() const {
  if (m_total == 0) return 1;
  return 1 - static_cast<double>(m_queue.size() + m_running.size()) / static_cast<double>(m_total);
}

bool LayerLoader::standsAt(const MapLayer& layer, double metres_per_px) const {
  if (!layer.coming()) return true;
  constexpr double kSameScaleRatio = 0.999;
  const auto preview = m_previews.find(layer.id);
  return preview != m_previews.end() && metres_per_px >= preview->second * kSameScaleRatio;
}

void LayerLoader::fill() {
  const auto& workspace = m_context.document.workspace();
  const double metres_per_px = m_context.map.metres_per_px ? m_context.map.metres_per_px() : 0;
  while (workspace && !m_queue.empty() && m_running.size() < kAtOnce) {
    const QString id = m_queue.front();
    m_queue.pop_front();
    const MapLayer* layer = m_context.document.find(id);
    if (!layer) continue;
    auto slot = std::make_unique<Slot>(m_context.pools, Pool::kIo);
    const bool terrain = layer->origin == LayerOrigin::kTerrain;
    const auto rows = m_counts.find(layer->table);
    const bool many = rows != m_counts.end() && rows->second > kManyRows;
    const double preview = many && !layer->state && layer->shownAt(metres_per_px) ? metres_per_px : 0;
    slot->ask(
        [workspace = *workspace, entry = layer->entry, terrain, preview, id = id.toStdString(), file = layer->file,
         early = m_early](const gis::CancelToken& cancel, const gis::Progress& progress) {
          if (early)
            if (auto ready = early->take(id, EarlyReading::Wait::kYes))
              return gis::Result<ReadLayer>(std::move(*ready));
          return terrain ? readGround(workspace, id, file, cancel)
                         : readTable(workspace, *entry, preview, cancel, progress);
        },
        [this, id](gis::Result<ReadLayer> answer) { accept(id, std::move(answer)); },
        [this, id](double done_ratio) { m_context.document.setLoad(id, LoadState::kLoading, done_ratio); },
        layer->shownAt(metres_per_px) ? JobPools::kMapFirst : 0);
    m_running.emplace(id, std::move(slot));
    m_context.document.setLoad(id, LoadState::kLoading);
  }
}

void LayerLoader::reload(const std::vector<std::string>& tables) {
  for (const MapLayer& layer : m_context.document.layers()) {
    if (layer.table.empty() || !layer.entry || std::ranges::find(tables, layer.table) == tables.end()) continue;
    if (m_running.contains(layer.id)) {
      m_again.insert(layer.id);
    } else if (std::ranges::find(m_queue, layer.id) == m_queue.end()) {
      m_queue.push_back(layer.id);
      ++m_total;
    }
  }
  fill();
}

void LayerLoader::show(const gis::StepDone& done) {
  for (const gis::RowsChanged& rows : done.tables)
    for (const MapLayer& layer : m_context.document.layers()) {
      if (layer.table != rows.table || !layer.entry) continue;
      m_edited.insert(rows.table);
      if (m_running.contains(layer.id)) m_again.insert(layer.id);
      if (layer.state && layer.load == LoadState::kReady) m_changes.push_back({layer.id, rows});
    }
  if (!m_edited.empty()) m_quiet.start();
  if (!m_changes_slot.busy()) showNext();
}

void LayerLoader::showNext() {
  const auto& workspace = m_context.document.workspace();
  if (m_changes.empty() || !workspace) return;
  const MapLayer* layer = m_context.document.find(m_changes.front().id);
  if (!layer || !layer->state) {
    m_changes.pop_front();
    return showNext();
  }
  m_changes_slot.ask(
      [workspace = *workspace, entry = layer->entry, state = layer->state, rows = m_changes.front().rows](
          const gis::CancelToken&, const gis::Progress&) { return withRows(workspace, *entry, state, rows); },
      [this, before = layer->state](gis::Result<layers::LayerStatePtr> state) {
        const QString id = m_changes.front().id;
        const MapLayer* now = m_context.document.find(id);
        // The layer was read anew meanwhile: once more, over that one.
        if (now && now->state != before && state) return showNext();
        m_changes.pop_front();
        // A layer that takes no changes is read anew when it is quiet.
        if (state && now) m_context.document.setState(id, std::move(*state), now->columns);
        showNext();
      });
}

void LayerLoader::accept(const QString& id, gis::Result<ReadLayer> answer) {
  m_running.erase(id);
  if (m_again.erase(id) > 0) m_queue.push_back(id), ++m_total;
  if (answer && answer->preview_metres_per_px > 0) {
    m_previews[id] = answer->preview_metres_per_px;
    m_queue.push_back(id);
    ++m_total;
    m_context.document.setState(id, std::move(answer->layer.state), std::move(answer->layer.columns));
  } else if (answer) {
    m_previews.erase(id);
    for (gis::Warning& warning : answer->warnings) m_context.messages.add(std::move(warning));
    if (answer->layer.keepsake || !answer->layer.columns) m_to_keep.push_back(answer->layer);
    m_context.document.setState(id, std::move(answer->layer.state), std::move(answer->layer.columns));
  } else if (answer.error().code != gis::ErrorCode::kCancelled) {
    m_context.messages.add(answer.error());
    m_context.document.setLoad(id, LoadState::kFailed, 0, answer.error());
  }
  if (m_job) m_context.jobs.setProgress(m_job, doneRatio());
  fill();
  emit progressed();
  if (idle()) {
    if (m_job) m_context.jobs.finish(m_job, JobState::kDone);
    m_job = 0;
    m_early.reset();
    keepForNextTime();
    emit finished();
  }
}

void LayerLoader::keepForNextTime() {
  if (m_to_keep.empty()) return;
  m_keeping.ask(
      [layers = std::exchange(m_to_keep, {})](const gis::CancelToken& cancel, const gis::Progress&) {
        malloc_trim(0);  // of the previews, which lay between what has come in their place
        for (const layers::VectorLayer& layer : layers) {
          // Where nothing can be written the next start is as slow as this one was, no more.
          if (cancel.cancelled()) return false;
          const auto kept =
              layer.columns ? layers::keepForNextTime(layer) : layers::keepForNextTime(*layer.state, cancel);
          if (!kept) return false;
        }
        return true;
      },
      [](bool) {});
}

}  // namespace app
