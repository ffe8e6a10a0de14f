// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/cap/cap_message.h"
#include "gis/cap/event_types.h"

namespace gis {

// One warning as the bureau works with it, whatever form it came in. Times are UTC; 0: not said.
struct Warning12379 {
  std::string identifier, sender, sender_name;
  std::int64_t sent_utc_ms = 0, effective_utc_ms = 0, expires_utc_ms = 0;
  CapStatus status = CapStatus::kActual;
  CapMsgType msg_type = CapMsgType::kAlert;
  std::string event_code;               // 11B03; empty: nobody could tell
  std::string event;                    // the type in words
  std::optional<WarningColour> colour;  // none: the message names no level
  std::string headline, description, instruction;
  std::vector<std::string> division_codes;    // 6 to 12 digits, as the message has them
  std::vector<std::vector<LonLat>> polygons;  // closed rings
  std::vector<CapCircle> circles;
  std::vector<CapReference> references;
};

// The Chinese info where there is one, else the first. Level: parameter ColorCN, then the headline, then the severity
// (Extreme red .. Minor blue: the exchange mapping of facts 2.3). Type: the platform's code, then the headline's words.
// A message without info (an acknowledgement) has neither.
Warning12379 warningOf(const CapMessage& message);

// The same as a CAP 1.2 message that others can read: radius in km, 'T' in times, the colour as parameter ColorCN, the
// type as eventCode CN-12379. Polygons of more than 100 vertices are thinned (Douglas-Peucker) until they have no more.
CapMessage capOf(const Warning12379& warning);

}  // namespace gis
