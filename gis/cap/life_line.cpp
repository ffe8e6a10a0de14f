// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/life_line.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace gis {
namespace {

// The message that a reference names: by identifier, and by sender where both say one.
bool names(const CapReference& reference, const Warning12379& message) {
  return reference.identifier == message.identifier &&
         (reference.sender.empty() || message.sender.empty() || reference.sender == message.sender);
}

}  // namespace

LifeLines lifeLines(std::span<const Warning12379> messages, std::int64_t now_utc_ms) {
  LifeLines lines;
  std::vector<const Warning12379*> sorted;
  std::set<std::tuple<std::string, std::string, std::int64_t>> seen;
  for (const Warning12379& message : messages) {
    if (message.msg_type == CapMsgType::kAck || message.msg_type == CapMsgType::kError) continue;
    if (seen.emplace(message.sender, message.identifier, message.sent_utc_ms).second)
      sorted.push_back(&message);
    else
      ++lines.duplicates;
  }
  std::ranges::sort(sorted, [](const Warning12379* a, const Warning12379* b) {
    return std::tie(a->sent_utc_ms, a->sender, a->identifier) < std::tie(b->sent_utc_ms, b->sender, b->identifier);
  });
  std::vector<const Warning12379*> waiting = sorted;
  // First messages open lines; the others follow whom they name, until no more finds its place.
  for (bool placed = true; placed && !waiting.empty();) {
    placed = false;
    std::vector<const Warning12379*> still;
    for (const Warning12379* message : waiting) {
      WarningLife* line = nullptr;
      for (WarningLife& life : lines.lives)
        for (const Warning12379& before : life.messages)
          if (before.status == message->status &&
              std::ranges::any_of(message->references, [&](const CapReference& r) { return names(r, before); }))
            line = &life;
      const bool opens = message->msg_type == CapMsgType::kAlert && !line;
      if (!line && !opens) {
        still.push_back(message);
        continue;
      }
      if (opens) {
        lines.lives.push_back({message->identifier, {}, WarningState::kInForce});
        line = &lines.lives.back();
      }
      line->messages.push_back(*message);
      placed = true;
    }
    waiting = std::move(still);
  }
  for (const Warning12379* message : waiting) lines.held.push_back(*message);
  for (WarningLife& life : lines.lives) {
    std::ranges::stable_sort(life.messages, {}, &Warning12379::sent_utc_ms);
    const bool cancelled =
        std::ranges::any_of(life.messages, [](const Warning12379& m) { return m.msg_type == CapMsgType::kCancel; });
    const std::int64_t expires_utc_ms = life.latest().expires_utc_ms;
    life.state = cancelled                                             ? WarningState::kCancelled
                 : expires_utc_ms != 0 && expires_utc_ms <= now_utc_ms ? WarningState::kExpired
                                                                       : WarningState::kInForce;
  }
  std::ranges::sort(lines.lives, [](const WarningLife& a, const WarningLife& b) {
    return std::tie(b.latest().sent_utc_ms, b.id) < std::tie(a.latest().sent_utc_ms, a.id);
  });
  return lines;
}

std::string_view warningStateName(WarningState state) {
  constexpr std::array<std::string_view, 3> kNames = {"in_force", "expired", "cancelled"};
  return kNames[static_cast<std::size_t>(state)];
}

}  // namespace gis
