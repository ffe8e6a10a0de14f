// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspect/place_search.h"

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "gis/store/place_store.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

constexpr int kMostPlaces = 20;
constexpr int kLookAgainMs = 2000, kQuietYetMs = 250;
constexpr std::size_t kHitsATable = 4;

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
    m_context.document.workspace() ? m_begin.start() : m_begin.stop();
  });
  m_begin.setInterval(kQuietYetMs);
  connect(&m_begin, &QTimer::timeout, this, &PlaceSearch::beginWhenQuiet);
}

void PlaceSearch::beginWhenQuiet() {
  if (std::ranges::any_of(m_context.document.layers(), &MapLayer::coming)) return;
  m_begin.stop();
  bringUpToDate();
}

void PlaceSearch::bringUpToDate() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_cannot_write || m_index_slot.busy()) return;
  m_looked.start();
  m_index_slot.ask(
      [folder = workspace->folder](const gis::CancelToken& cancel, const gis::Progress&) -> gis::Result<bool> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        // Mostly there is nothing to do, and then nothing is written.
        if (const auto index = gis::SearchIndexStore::open(folder, gis::OpenMode::kRead))
          if (const auto behind = index->behind(opened->db()); behind && behind->empty()) return false;
        const auto index = gis::SearchIndexStore::open(folder, gis::OpenMode::kReadWrite);
        if (!index) return std::unexpected(index.error());
        const auto done = index->refresh(opened->db(), cancel);
        if (!done) return std::unexpected(done.error());
        return true;
      },
      [this](gis::Result<bool> renewed) {
        // Without an index places are still found; a message would only worry.
        m_cannot_write = !renewed;
        if (renewed && *renewed) emit indexed();
      },
      {}, -1);
}

void PlaceSearch::ask(const QString& typed, Done done) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_ask_slot.ask(
      [folder = workspace->folder, text = typed.toStdString()](
          const gis::CancelToken&, const gis::Progress&) -> gis::Result<std::vector<gis::SearchGroup>> {
        if (const auto index = gis::SearchIndexStore::open(folder, gis::OpenMode::kRead))
          if (auto groups = index->search(text, kHitsATable); groups && !groups->empty()) return groups;
        // No index yet, or not all of it.
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        return placesByName(opened->db(), text);
      },
      [this, done = std::move(done)](gis::Result<std::vector<gis::SearchGroup>> groups) {
        done(std::move(groups));
        if (!m_looked.isValid() || m_looked.hasExpired(kLookAgainMs)) bringUpToDate();
      });
}

}  // namespace app
