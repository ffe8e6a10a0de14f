// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspect/place_search.h"

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "gis/store/place_store.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

constexpr int kMostPlaces = 20;

gis::Result<std::vector<gis::SearchGroup>> placesByName(const gis::Database& db, const std::string& typed) {
  const auto places = gis::PlaceStore(db).search(typed, kMostPlaces);
  if (!places) return std::unexpected(places.error());
  std::vector<gis::SearchGroup> groups;
  for (const gis::Place& place : *places) {
    auto group = std::ranges::find(groups, place.kind, &gis::SearchGroup::table);
    if (group == groups.end()) group = groups.insert(groups.end(), gis::SearchGroup{place.kind, {}, false});
    group->hits.push_back({place.name, place.kind, 0, place.code, place.context, {}, place.where, place.span_m});
  }
  return groups;
}

}  // namespace

PlaceSearch::PlaceSearch(PanelContext& context, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_ask_slot(context.pools, Pool::kIo),
      m_index_slot(context.pools, Pool::kIo) {
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!(change.properties & MapChange::kWorkspace)) return;
    m_ask_slot.drop();
    m_index_slot.drop();
    m_cannot_write = false;
    bringUpToDate();
  });
}

void PlaceSearch::bringUpToDate() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_cannot_write || m_index_slot.busy()) return;
  m_index_slot.ask(
      [folder = workspace->folder](const gis::CancelToken& cancel, const gis::Progress&) -> gis::Result<void> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        const auto index = gis::SearchIndexStore::open(folder, gis::OpenMode::kReadWrite);
        if (!index) return std::unexpected(index.error());
        return index->refresh(opened->db(), cancel);
      },
      [this](gis::Result<void> done) {
        // Without an index places are still found; a message would only worry.
        m_cannot_write = !done;
        if (done) emit indexed();
      },
      {}, -1);
}

void PlaceSearch::ask(const QString& typed, Done done) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_ask_slot.ask(
      [folder = workspace->folder, text = typed.toStdString()](const gis::CancelToken&,
                                                               const gis::Progress&) -> Answer {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return {std::unexpected(opened.error()), false};
        const auto index = gis::SearchIndexStore::open(folder, gis::OpenMode::kRead);
        if (!index) return {placesByName(opened->db(), text), true};
        const auto behind = index->behind(opened->db());
        return {index->search(text), !behind || !behind->empty()};
      },
      [this, done = std::move(done)](Answer answer) {
        const bool behind = answer.behind;
        done(std::move(answer.groups));
        if (behind) bringUpToDate();
      });
}

}  // namespace app
