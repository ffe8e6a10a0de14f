// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/copy_levels.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "gis/stocks/level_changes_store.h"

namespace gis::stocks {
namespace {

using CopyJson = nlohmann::json;
using LevelCell = std::pair<std::int64_t, std::int64_t>;  // depot and item

// Null: a depot or item that is not here.
std::optional<LevelChange> changeOf(const CopyJson& json, const Directory& directory,
                                    const std::map<std::string, std::string>& depot_was) {
  LevelChange change;
  change.id = json.at("uuid"), change.changed_utc_ms = json.at("at"), change.author = json.at("author");
  change.content = json.at("set").dump();
  for (const CopyJson& id : json.at("upon")) change.upon.push_back(id);
  const std::string depot = json.at("depot"), item = json.at("item");
  const auto otherwise = depot_was.find(depot);
  const auto place =
      std::ranges::find(directory.depots, otherwise == depot_was.end() ? depot : otherwise->second, &Depot::uuid);
  const auto thing = std::ranges::find(directory.items, item, &Item::code);
  if (place == directory.depots.end() || (!item.empty() && thing == directory.items.end())) return std::nullopt;
  change.depot_id = place->id;
  change.item_id = item.empty() ? 0 : thing->id;
  return change;
}

Result<void> checkFigures(const LevelChange& change) {
  if (change.item_id == 0) {
    const auto basis = basisOfContent(change.content, change.depot_id);
    return basis ? Result<void>() : std::unexpected(basis.error());
  }
  const auto level = levelOfContent(change.content);
  return level ? Result<void>() : std::unexpected(level.error());
}

std::string sayChange(const LevelChange& change) {
  return fmt::format("{} by {}", figuresOf(change), whoAndWhen(change));
}

LevelClash clashOf(const Directory& directory, const LevelChange& here, const LevelChange& came, bool here_stands) {
  const Depot* depot = directory.depot(came.depot_id);
  const Item* item = directory.item(came.item_id);
  LevelClash clash;
  clash.id = came.id;
  clash.subject = (depot ? depot->name : std::string()) + (item ? ", " + item->name_zh : std::string());
  clash.why = fmt::format("here {}, there {}; the later holds: {}", sayChange(here), sayChange(came),
                          figuresOf(here_stands ? here : came));
  return clash;
}

}  // namespace

std::vector<CopyJson> levelRecords(const Directory& directory, const std::vector<LevelChange>& changes) {
  std::vector<CopyJson> records;
  for (const LevelChange& one : changes) {
    const Depot* depot = directory.depot(one.depot_id);
    const Item* item = directory.item(one.item_id);
    if (!depot || (one.item_id != 0 && !item)) continue;
    records.push_back({{"record", "level"},
                       {"uuid", one.id},
                       {"depot", depot->uuid},
                       {"item", item ? item->code : std::string()},
                       {"upon", one.upon},
                       {"set", CopyJson::parse(one.content, nullptr, false)},
                       {"at", one.changed_utc_ms},
                       {"author", one.author}});
  }
  return records;
}

bool isLevelRecord(const CopyJson& record) { return record.at("record") == "level"; }

Result<TakenLevels> takeLevels(const Database& db, const Directory& directory,
                               const std::map<std::string, std::string>& depot_was,
                               const std::vector<CopyJson>& records) {
  TakenLevels taken;
  const LevelChangesStore store(db);
  const auto known = store.all();
  if (!known) return std::unexpected(known.error());
  std::map<LevelCell, std::vector<LevelChange>> here, there;
  std::map<std::string, const CopyJson*> record_of;
  for (const LevelChange& one : *known) here[{one.depot_id, one.item_id}].push_back(one);
  for (const CopyJson& record : records) {
    if (!isLevelRecord(record)) continue;
    auto change = changeOf(record, directory, depot_was);
    if (!change) continue;
    if (auto good = checkFigures(*change); !good) return std::unexpected(good.error());
    record_of[change->id] = &record;
    there[{change->depot_id, change->item_id}].push_back(std::move(*change));
  }
  for (const auto& [cell, came] : there) {
    std::vector<LevelChange>& all = here[cell];
    const LevelChange* stood = standingChange(all);
    const std::optional<LevelChange> before = stood ? std::optional(*stood) : std::nullopt;
    std::vector<LevelChange> fresh;
    for (const LevelChange& one : came)
      if (!std::ranges::count(all, one.id, &LevelChange::id)) fresh.push_back(one);
    taken.known += static_cast<int>(came.size() - fresh.size());
    if (fresh.empty()) continue;
    if (auto done = store.adoptInside(fresh); !done) return std::unexpected(done.error());
    all.insert(all.end(), fresh.begin(), fresh.end());
    const LevelChange* now = standingChange(all);
    if (!before || now->id != before->id) ++taken.levels;
    const LevelChange* theirs = standingChange(came);
    const bool is_new = std::ranges::count(fresh, theirs->id, &LevelChange::id) != 0;
    if (!before || !is_new || sameContent(*before, *theirs) || knewOf(all, *theirs, before->id)) continue;
    LevelClash clash = clashOf(directory, *before, *theirs, now->id == before->id);
    clash.record = *record_of.at(theirs->id);
    taken.clashes.push_back(std::move(clash));
  }
  return taken;
}

}  // namespace gis::stocks
