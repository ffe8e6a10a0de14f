// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/incident/incident_event.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "gis/core/chained_hash.h"

namespace gis::incident {
namespace {

constexpr std::array<std::string_view, 4> kRanks = {"I", "II", "III", "IV"};
constexpr std::array<std::string_view, 4> kSigns = {"Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"};
constexpr std::array<std::string_view, 4> kDigits = {"1", "2", "3", "4"};
constexpr std::array<std::string_view, 4> kNumerals = {"一级", "二级", "三级", "四级"};
constexpr std::array<std::string_view, kStateCount> kStates = {"reported", "verified", "responding", "under_control",
                                                               "closed"};
constexpr std::array<std::string_view, 4> kTaskStates = {"open", "accepted", "done", "dropped"};
constexpr std::array<std::string_view, 4> kActs = {"started", "raised", "lowered", "ended"};
constexpr std::array<std::string_view, kLinkKindCount> kLinkKinds = {"warning",    "callout", "requisition", "team",
                                                                     "evacuation", "report",  "photo",       "journal"};
constexpr std::array<std::string_view, std::variant_size_v<EventBody>> kKinds = {
    "opened", "changed", "state", "figures", "grade", "note", "link", "task", "task_step", "response"};

template <class Value, std::size_t n>
std::optional<Value> named(const std::array<std::string_view, n>& names, std::string_view name, int first = 0) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(std::distance(names.begin(), found) + first);
}

template <class Value, std::size_t n>
std::string_view nameOf(const std::array<std::string_view, n>& names, Value value, int first = 0) {
  const auto at = static_cast<std::size_t>(static_cast<int>(value) - first);
  return at < n ? names[at] : std::string_view();
}

}  // namespace

std::string_view rankName(Rank rank) { return nameOf(kRanks, rank, 1); }
std::string_view rankSign(Rank rank) { return nameOf(kSigns, rank, 1); }
std::optional<Rank> rankNamed(std::string_view name) {
  for (const auto* names : {&kRanks, &kSigns, &kDigits, &kNumerals})
    if (const auto rank = named<Rank>(*names, name, 1)) return rank;
  return std::nullopt;
}
std::string_view stateName(IncidentState state) { return nameOf(kStates, state); }
std::optional<IncidentState> stateNamed(std::string_view name) { return named<IncidentState>(kStates, name); }
std::string_view taskStateName(TaskState state) { return nameOf(kTaskStates, state); }
std::optional<TaskState> taskStateNamed(std::string_view name) { return named<TaskState>(kTaskStates, name); }
std::string_view actName(ResponseAct act) { return nameOf(kActs, act); }
std::optional<ResponseAct> actNamed(std::string_view name) { return named<ResponseAct>(kActs, name); }
std::string_view linkKindName(LinkKind kind) { return nameOf(kLinkKinds, kind); }
std::optional<LinkKind> linkKindNamed(std::string_view name) { return named<LinkKind>(kLinkKinds, name); }
std::string_view kindName(const EventBody& body) { return kKinds[body.index()]; }

std::string eventHash(std::string_view hash_before, const IncidentEvent& event) {
  ChainedHash hash(hash_before);
  hash.add(std::to_string(event.seq));
  hash.add(std::to_string(event.at_utc_ms));
  hash.add(event.actor);
  hash.add(kindName(event.body));
  hash.add(bodyText(event.body));
  return hash.hex();
}

std::optional<std::int64_t> firstBrokenEvent(std::span<const IncidentEvent> events) {
  std::string before;
  std::int64_t seq = 0;
  for (const IncidentEvent& event : events) {
    if (event.seq != ++seq || event.hash != eventHash(before, event)) return seq;
    before = event.hash;
  }
  return std::nullopt;
}

}  // namespace gis::incident
