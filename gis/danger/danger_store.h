// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/danger/danger_rules.h"
#include "gis/edit/row_editor.h"

namespace gis::danger {

// One hidden danger of the ledger (隐患台账).
struct Item {
  std::int64_t fid = 0;
  std::string uuid, no, hazard;
  Level level = Level::kOrdinary;
  std::string title, description, division_code, place, found_on, found_by, owner, owner_unit, owner_phone;
  State state = State::kFound;
  std::string due_on, closed_on;  // may be empty
  std::string object_table, object_uuid;
  std::optional<LonLat> where;
};

struct Advance {
  State to = State::kFound;
  std::string words;    // what was done; the reason of handing back and reopening
  std::string to_unit;  // to whom
  std::string due_on;   // empty: by the rules
  std::string photos;   // SHA-256 of each, separated by spaces
};

// Adds pictures to the danger's row within the step that is being written; returns their SHA-256, separated by spaces.
using AttachPhotos = std::function<Result<std::string>(RowEditor& rows, const std::string& danger_uuid)>;

// The ledger in a workspace. Reading works on an older schema too: there is nothing in it. Changes go through the edit
// log, so that undo, history and field laptops know them; the event carries who from there, and when by
// presentUtcMs: the dates of an event and the deadlines that follow from it are of one calendar, a made city's too. One
// thread, one connection.
class DangerStore {
 public:
  explicit DangerStore(const Database& db) : m_db(db) {}

  Result<std::vector<Item>> items() const;
  // By its uuid or its number. Fails with kUnknownName.
  Result<Item> find(const std::string& id) const;
  // By its fid. Fails with kNoData when it is gone.
  Result<Item> findRow(std::int64_t fid) const;
  // The village that a place lies in, else the town, the county. Fails with kNoData: outside of all.
  struct PlacedIn {
    std::string code, name;
  };
  Result<PlacedIn> divisionAt(LonLat place) const;
  // Names of the counties, Chinese and English, by their six digits.
  Result<std::map<std::string, std::pair<std::string, std::string>>> countyNames() const;
  Result<std::vector<Event>> events(const std::string& danger_uuid) const;  // oldest first
  Result<std::vector<DeadlineRule>> rules() const;

  // Enters what was found; `item` needs hazard, level, title, division_code and found_on, its number and deadline are
  // made here. Returns its uuid. Fails as RowEditor does, kInvalidArgument without a title.
  Result<std::string> enter(UuidSource& uuids, const Clock& clock, const EditAuthor& author, Item item,
                            const std::string& step_title, const AttachPhotos& attach = {}) const;
  // Moves it to another state: the event and the row in one step. Fails with kInvalidArgument (moveBetween; no reason
  // given for handing back or reopening), kUnknownName, kChangedElsewhere when somebody moved it meanwhile.
  Result<void> advance(UuidSource& uuids, const Clock& clock, const EditAuthor& author, const Item& item, Advance what,
                       const std::string& step_title, const AttachPhotos& attach = {}) const;
  // Adds words, photos or another deadline; the state stays.
  Result<void> note(UuidSource& uuids, const Clock& clock, const EditAuthor& author, const Item& item, Advance what,
                    const std::string& step_title, const AttachPhotos& attach = {}) const;

 private:
  bool there() const;
  const Database& m_db;
};

// How the ledger stands: for charts and for the top of the list.
struct Tally {
  struct Line {
    std::string key;  // county (six digits) or hazard
    std::size_t open = 0;
    std::size_t overdue = 0;
    std::size_t closed = 0;
  };
  std::size_t by_state[7] = {};  // [1]..[6]
  std::size_t major_open = 0;
  std::size_t overdue = 0;
  std::vector<Line> counties, hazards;
};
bool isOverdue(const Item& item, const std::string& today);
Tally tallyOf(const std::vector<Item>& items, const std::string& today);

}  // namespace gis::danger
