// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_event.h"

#include "gis/core/chained_hash.h"

namespace gis {

std::string eventHash(std::string_view hash_before, const CalloutEvent& event) {
  ChainedHash hash(hash_before);
  hash.add(std::to_string(event.seq));
  hash.add(std::to_string(event.at_utc_ms));
  hash.add(std::to_string(event.target));
  hash.add(eventName(event.kind));
  hash.add(event.attempt);
  hash.add(event.actor);
  hash.add(std::to_string(event.number));
  hash.add(event.text);
  return hash.hex();
}

std::optional<std::int64_t> firstBrokenEvent(std::span<const CalloutEvent> events) {
  std::string before;
  std::int64_t seq = 0;
  for (const CalloutEvent& event : events) {
    if (event.seq != ++seq || event.hash != eventHash(before, event)) return seq;
    before = event.hash;
  }
  return std::nullopt;
}

}  // namespace gis
