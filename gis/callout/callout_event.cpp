// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_event.h"

#include <sodium.h>

#include <array>

namespace gis {

std::string eventHash(std::string_view hash_before, const CalloutEvent& event) {
  // Every field behind its length, so that no two events have the same bytes.
  std::string bytes;
  const auto add = [&](std::string_view field) { bytes += fmt::format("{}:", field.size()).append(field); };
  add(hash_before);
  add(std::to_string(event.seq));
  add(std::to_string(event.at_utc_ms));
  add(std::to_string(event.target));
  add(eventName(event.kind));
  add(event.attempt);
  add(event.actor);
  add(std::to_string(event.number));
  add(event.text);
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  std::string hex;
  for (const unsigned char byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
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
