// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <concepts>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace gis::stocks {

// What somebody set in one copy of the books. A change names those it was made upon; of changes that did not know each
// other the later stands. All copies that have the same changes agree, whatever their clocks say.
struct BookChange {
  std::string id;                 // a hash of what it says
  std::vector<std::string> upon;  // what stood when it was made
  std::string content;            // JSON
  std::int64_t changed_utc_ms = 0;
  std::string author;
};

// Of the changes of one thing those that no other was made upon. Any thread, as all here.
template <std::derived_from<BookChange> Change>
std::vector<const Change*> lastChanges(const std::vector<Change>& changes) {
  std::set<std::string> followed;
  for (const Change& one : changes) followed.insert(one.upon.begin(), one.upon.end());
  std::vector<const Change*> last;
  for (const Change& one : changes)
    if (!followed.contains(one.id)) last.push_back(&one);
  return last;
}

// The latest of them; of one time the one with the greater id. Null: none.
template <std::derived_from<BookChange> Change>
const Change* standingChange(const std::vector<Change>& changes) {
  const auto last = lastChanges(changes);
  const auto found =
      std::ranges::max_element(last, {}, [](const Change* one) { return std::tie(one->changed_utc_ms, one->id); });
  return found == last.end() ? nullptr : *found;
}

// Whether who made `later` knew of the change with this id, over whatever lies between.
template <std::derived_from<BookChange> Change>
bool knewOf(const std::vector<Change>& changes, const BookChange& later, const std::string& earlier_id) {
  std::set<std::string> seen;
  std::vector<std::string> next = later.upon;
  while (!next.empty()) {
    const std::string id = std::move(next.back());
    next.pop_back();
    if (id == earlier_id) return true;
    if (!seen.insert(id).second) continue;
    const auto found = std::ranges::find(changes, id, &BookChange::id);
    if (found != changes.end()) next.insert(next.end(), found->upon.begin(), found->upon.end());
  }
  return false;
}

// The same JSON, however it is written.
bool sameContent(const BookChange& one, const BookChange& other);

// Identifiers with blanks between, as the tables keep them, and back.
std::string joinedIds(const std::vector<std::string>& ids);
std::vector<std::string> idsApart(const std::string& text);
// The name of a change: a hash of what it is about (in words that every copy understands) and of all it says, so that
// the same change made in two copies of one workspace is one.
std::string changeId(const std::vector<std::string>& about, const BookChange& change);
// "王 on 2026-05-01"
std::string whoAndWhen(const BookChange& change);

}  // namespace gis::stocks
