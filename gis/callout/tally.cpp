// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/tally.h"

namespace gis {

Tally& Tally::operator+=(const Tally& other) {
  issued += other.issued, sent += other.sent, delivered += other.delivered, answered += other.answered;
  heard += other.heard, confirmed += other.confirmed, fed_back += other.fed_back, done += other.done;
  silent += other.silent, cannot_serve += other.cannot_serve, escalated += other.escalated;
  overdue += other.overdue, open += other.open, moved_people += other.moved_people;
  unconfirmed += other.unconfirmed, late += other.late, feedback_late += other.feedback_late;
  return *this;
}

Tally tallyOf(const TargetState& target) {
  Tally tally;
  if (target.is_notice) return tally;
  const auto has = [&](Reach reach) { return target.reach >= reach ? 1 : 0; };
  tally.issued = 1;
  tally.sent = target.handed || target.reach >= Reach::kDelivered ? 1 : 0;
  tally.delivered = has(Reach::kDelivered);
  tally.answered = has(Reach::kAnswered);
  tally.heard = has(Reach::kHeard);
  tally.confirmed = has(Reach::kConfirmed);
  tally.fed_back = has(Reach::kOnPost);
  tally.done = has(Reach::kDone);
  const bool counts = target.outcome != Outcome::kStoodDown && target.outcome != Outcome::kWithdrawn;
  const bool missing = counts && !target.confirmed();
  tally.unconfirmed = missing ? 1 : 0;
  tally.late = counts && target.confirmed() && target.awake_overdue ? 1 : 0;
  tally.silent = missing && (target.silent || target.outcome == Outcome::kUnreached) ? 1 : 0;
  tally.cannot_serve = target.cannot_serve && !target.confirmed() ? 1 : 0;
  tally.escalated = missing && target.escalated ? 1 : 0;
  const bool owes = (target.feedback_overdue && target.reach == Reach::kConfirmed) ||
                    (target.progress_overdue && target.reach != Reach::kDone);
  tally.feedback_late = counts && owes ? 1 : 0;
  tally.overdue = (missing && target.awake_overdue) || tally.feedback_late > 0 ? 1 : 0;
  tally.open = target.settled() ? 0 : 1;
  tally.moved_people = target.moved_people;
  return tally;
}

std::vector<TallyNode> tallyTree(const CalloutState& state) {
  constexpr std::size_t kMostLevels = 8;  // a loop of parents ends as a child of the root
  std::vector<int> node_of(state.snapshot().divisions.size(), -1);
  std::vector<TallyNode> nodes(1);
  std::vector<int> path;
  const auto nodeFor = [&](int division) {
    // From the place up to the first that is there, then down again.
    path.clear();
    int parent = 0;
    for (int at = division; at >= 0 && path.size() <= kMostLevels; at = state.parentOf(at)) {
      if (const int there = node_of[static_cast<std::size_t>(at)]; there >= 0) {
        parent = there;
        break;
      }
      path.push_back(at);
    }
    for (auto at = path.rbegin(); at != path.rend(); ++at) {
      int& node = node_of[static_cast<std::size_t>(*at)];
      if (node >= 0) {
        parent = node;
        continue;
      }
      node = static_cast<int>(nodes.size());
      nodes.push_back({state.snapshot().divisions[static_cast<std::size_t>(*at)], parent, {}, {}, {}, {}});
      nodes[static_cast<std::size_t>(parent)].children.push_back(node);
      parent = node;
    }
    return parent;
  };
  for (std::size_t i = 0; i < state.targets().size(); ++i) {
    const TargetState& target = state.targets()[i];
    if (target.is_notice) continue;
    TallyNode& node = nodes[static_cast<std::size_t>(nodeFor(state.divisionOf(static_cast<int>(i))))];
    node.own += tallyOf(target);
    node.targets.push_back(static_cast<int>(i));
  }
  for (TallyNode& node : nodes) node.all = node.own;
  // Children stand behind their parents.
  for (std::size_t i = nodes.size(); i-- > 1;) nodes[static_cast<std::size_t>(nodes[i].parent)].all += nodes[i].all;
  return nodes;
}

}  // namespace gis
