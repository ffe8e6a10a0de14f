// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/overview_builder.h"

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "gis/raster/overview_cache.h"
#include "layers/raster/raster_layers.h"
#include "layers/raster/raster_look.h"

namespace app {

OverviewBuilder::OverviewBuilder(PanelContext& context, QObject* parent) : QObject(parent), m_context(context) {
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    for (auto it = m_running.begin(); it != m_running.end();) {
      const bool needed = !(change.properties & MapChange::kWorkspace) && m_context.document.find(it->first);
      if (!needed) m_context.jobs.finish(it->second.job, JobState::kCancelled);
      it = needed ? std::next(it) : m_running.erase(it);
    }
  });
}

OverviewBuilder::~OverviewBuilder() = default;

std::optional<std::filesystem::path> OverviewBuilder::folder() const {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return std::nullopt;
  return workspace->folder / "cache" / "overviews";
}

void OverviewBuilder::build(const QString& layer_id, const std::filesystem::path& file, const std::string& crs) {
  const auto into = folder();
  if (!into || m_running.contains(layer_id)) return;
  const QString name = QString::fromStdString(file.filename().string());
  auto slot = std::make_unique<Slot>(m_context.pools, Pool::kModels);
  Slot* asked = slot.get();
  const int job = m_context.jobs.add([name] { return OverviewBuilder::tr("Making %1 quick to show").arg(name); },
                                     [asked] { asked->cancel(); });
  m_running.emplace(layer_id, Running{std::move(slot), job});
  asked->ask(
      [file, crs, into = *into, map_crs = m_context.document.mapCrs()](
          const gis::CancelToken& cancel, const gis::Progress& progress) -> gis::Result<layers::LayerStatePtr> {
        const auto made = gis::buildOverviews(file, into, cancel, progress);
        if (!made) return std::unexpected(made.error());
        return layers::openRasterLayer(*made, map_crs, crs, cancel);
      },
      [this, layer_id](gis::Result<layers::LayerStatePtr> state) { accept(layer_id, std::move(state)); },
      [this, job](double done_ratio) { m_context.jobs.setProgress(job, done_ratio); });
}

void OverviewBuilder::accept(const QString& layer_id, gis::Result<layers::LayerStatePtr> state) {
  const auto it = m_running.find(layer_id);
  const int job = it->second.job;
  m_running.erase(it);
  if (!state) {
    // A workspace on a write-protected stick stays as slow as it was; that is no news to anybody.
    const gis::ErrorCode code = state.error().code;
    const bool quiet = code == gis::ErrorCode::kCancelled || code == gis::ErrorCode::kPermissionDenied;
    m_context.jobs.finish(job, quiet ? JobState::kCancelled : JobState::kFailed);
    if (!quiet) m_context.messages.add(state.error());
    return;
  }
  m_context.jobs.finish(job, JobState::kDone);
  const MapLayer* layer = m_context.document.find(layer_id);
  if (!layer || !layer->state) return;
  // The colours that were chosen meanwhile stay.
  const auto look = layers::lookOf(*layer->state);
  if (look)
    if (auto coloured = layers::withLook(**state, *look)) *state = std::move(coloured);
  m_context.document.setState(layer_id, std::move(*state));
}

}  // namespace app
