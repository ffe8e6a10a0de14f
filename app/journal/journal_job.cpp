// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal_job.h"

#include <algorithm>

#include "gis/store/workspace_present.h"

namespace app {
namespace {

namespace journal = gis::journal;

constexpr std::int64_t kHourMs = 3'600'000;

std::int64_t nowOf(const gis::Workspace& workspace, const JournalPlace& place) {
  const std::int64_t present_utc_ms = gis::presentUtcMs(workspace.db(), gis::SystemClock());
  return workspace.facts().is_demo ? present_utc_ms + place.open_for_ms : present_utc_ms;
}

gis::Result<void> fillView(const journal::JournalStore& store, const JournalWish& wish, JournalView& view) {
  auto kinds = store.kinds();
  if (!kinds) return std::unexpected(kinds.error());
  view.kinds = std::move(*kinds);
  auto state = store.state(wish.query.as_of_utc_ms);
  if (!state) return std::unexpected(state.error());
  view.state = std::move(*state);
  journal::JournalQuery query = wish.query;
  const journal::Shift* shift = view.state.onDuty();
  if (wish.shift_only && shift) query.after_seq = shift->first_seq - 1;
  if (wish.hours > 0) query.since_utc_ms = view.now_utc_ms - wish.hours * kHourMs;
  query.most = kEntriesListed + 1;
  auto entries = store.entries(query);
  if (!entries) return std::unexpected(entries.error());
  view.entries = std::move(*entries);
  std::ranges::reverse(view.entries);
  view.more = view.entries.size() > kEntriesListed;
  if (view.more) view.entries.resize(kEntriesListed);
  auto persons = store.personNames();
  if (!persons) return std::unexpected(persons.error());
  view.persons = std::move(*persons);
  return {};
}

}  // namespace

gis::Result<JournalViewPtr> readJournal(const JournalPlace& place, const JournalWish& wish,
                                        const gis::CancelToken& cancel) {
  const bool past = wish.query.as_of_utc_ms.has_value();
  auto workspace = gis::Workspace::open(place.folder, past ? gis::OpenMode::kRead : gis::OpenMode::kReadWrite);
  if (!workspace && !past) workspace = gis::Workspace::open(place.folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto view = std::make_shared<JournalView>();
  const gis::SystemClock wall;
  const gis::FixedClock clock(wish.query.as_of_utc_ms.value_or(nowOf(*workspace, place)));
  view->now_utc_ms = clock.nowUtcMs();
  gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
  auto store = journal::JournalStore::open(workspace->db(), clock, uuids);
  if (!store) return std::unexpected(store.error());
  view->is_there = store->there();
  if (!view->is_there) return view;
  view->may_write = !past && workspace->db().mode() == gis::OpenMode::kReadWrite && !workspace->readOnlyReason();
  if (view->may_write) {
    auto collector = journal::JournalCollector::open(*store, wall);
    if (!collector) return std::unexpected(collector.error());
    auto collected = collector->collect(place.folder);
    if (!collected) return std::unexpected(collected.error());
    view->troubles = std::move(collected->troubles);
  }
  if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, {});
  if (auto done = fillView(*store, wish, *view); !done) return std::unexpected(done.error());
  return view;
}

gis::Result<journal::Entry> writeJournal(const JournalPlace& place, const JournalStep& step) {
  const auto workspace = gis::Workspace::open(place.folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  const gis::FixedClock clock(nowOf(*workspace, place));
  gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
  auto store = journal::JournalStore::open(workspace->db(), clock, uuids);
  if (!store) return std::unexpected(store.error());
  return step({*workspace, *store});
}

}  // namespace app
