// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/past/past_keeper.h"

#include "app/core/message_list.h"
#include "app/past/past_dialog.h"
#include "gis/store/workspace.h"
#include "layers/vector/past_layer.h"

namespace app {

namespace {

struct Source {
  QString id;
  std::shared_ptr<const layers::CatalogueEntry> entry;
  layers::LayerStatePtr now;
};

gis::Result<gis::Loaded<PastMapPtr>> makePast(const OpenWorkspace& workspace, const std::vector<Source>& sources,
                                              std::int64_t utc_ms, const gis::CancelToken& cancel,
                                              const gis::Progress& progress) {
  const auto opened = gis::Workspace::open(workspace.folder, gis::OpenMode::kRead);
  if (!opened) return std::unexpected(opened.error());
  gis::Loaded<PastMapPtr> made;
  PastMap past{utc_ms, {}};
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Source& source = sources[i];
    auto then = layers::layerThen(*source.entry, source.now, opened->db(), utc_ms, workspace.codes,
                                  workspace.facts.map_crs, cancel);
    if (!then) return std::unexpected(std::move(then.error()));
    made.warnings.insert(made.warnings.end(), then->warnings.begin(), then->warnings.end());
    if (then->value != source.now) past.states[source.id] = std::move(then->value);
    if (progress) progress(static_cast<double>(i + 1) / static_cast<double>(sources.size()));
  }
  made.value = std::make_shared<const PastMap>(std::move(past));
  return made;
}

}  // namespace

PastKeeper::PastKeeper(PanelContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_slot(context.pools, Pool::kIo) {
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) return m_slot.drop();
    // A layer came in, or its rows were read anew: what was worked out stands on the state before.
    const MapLayer* layer = m_context.document.find(change.layer_id);
    if (!(change.properties & MapChange::kContent) || !layer || layer->table.empty()) return;
    if (m_context.document.past()) ask(m_context.document.past()->utc_ms, PastUse::kShow);
  });
}

void PastKeeper::ask(std::int64_t utc_ms, PastUse use) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  std::vector<Source> sources;
  for (const MapLayer& layer : m_context.document.layers())
    if (layer.entry && layer.state && layer.origin == LayerOrigin::kWorkspace && !layer.table.empty())
      sources.push_back({layer.id, layer.entry, layer.state});
  m_slot.ask([workspace = *workspace, sources = std::move(sources), utc_ms](
                 const gis::CancelToken& cancel,
                 const gis::Progress& progress) { return makePast(workspace, sources, utc_ms, cancel, progress); },
             [this, use](Answer answer) { accept(use, std::move(answer)); });
}

void PastKeeper::accept(PastUse use, Answer answer) {
  if (!answer) {
    if (answer.error().code == gis::ErrorCode::kCancelled) return;
    m_context.messages.add(answer.error());
    emit failed(answer.error());
    return;
  }
  for (gis::Warning& warning : answer->warnings) m_context.messages.add(std::move(warning));
  if (use == PastUse::kShow)
    m_context.document.showPast(std::move(answer->value));
  else if (m_context.map.compare_past)
    m_context.map.compare_past(std::move(answer->value));
  emit made(use);
}

void PastKeeper::backToNow() {
  m_slot.drop();
  m_context.document.showPast({});
}

void PastKeeper::showDialog(QWidget* parent) {
  if (!m_dialog) m_dialog = new PastDialog(m_context, *this, parent);
  m_dialog->reload();
  m_dialog->show();
  m_dialog->raise();
  m_dialog->activateWindow();
}

}  // namespace app
