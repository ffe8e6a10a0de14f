// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/callout_map.h"

#include "app/callout/callout_words.h"

namespace app {

namespace {
constexpr std::size_t kTownDigits = 9;
}  // namespace

layers::CallState callStateOf(const gis::Tally& t) {
  using enum layers::CallState;
  if (t.silent > 0) return kSilent;
  if (t.overdue > 0) return kOverdue;
  if (t.issued > 0 && t.confirmed == t.issued) return kConfirmed;
  if (t.confirmed > 0) return kPartly;
  if (t.issued > 0 && t.open == 0) return kWithdrawn;
  return t.sent > 0 ? kCalling : kToCall;
}

std::shared_ptr<const layers::CalloutLayer> calloutLayer(
    const CalloutView& view, const std::map<std::string, gis::MapXY>& places,
    const std::function<std::optional<gis::MapXY>(gis::LonLat)>& to_map, layers::Ground ground) {
  std::vector<layers::CalledPlace> called;
  for (const gis::TallyNode& node : view.tree) {
    if (node.own.issued == 0) continue;
    const auto place = places.find(node.division.code);
    if (place == places.end()) continue;
    called.push_back({place->second, QString::fromStdString(node.division.name), callStateOf(node.own), node.own.issued,
                      node.own.confirmed, node.own.silent, node.division.code.substr(0, kTownDigits)});
  }
  std::vector<std::vector<gis::MapXY>> rings;
  for (const auto& ring : view.facts->rings) {
    rings.emplace_back();
    for (const gis::LonLat& p : ring)
      if (const auto at = to_map(p)) rings.back().push_back(*at);
  }
  return std::make_shared<const layers::CalloutLayer>(std::move(called), std::move(rings),
                                                      warningSignColour(view.facts->colour), ground);
}

}  // namespace app
