// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/error.h"

namespace gis::telemetry {

// One value that a remote station (RTU) reported.
struct Sl651Value {
  std::uint16_t identifier = 0;  // of table C.1: 0x39 river stage; extended ones are 0xFFxx
  std::string name;              // "Z", "PJ" ...; empty for one that the standard does not know
  std::optional<double> value;   // none: the station says that it is invalid
  std::int64_t at_utc_ms = 0;    // of interval elements the end of the interval
};

// One frame of SL 651-2014 水文监测数据通信规约 in HEX/BCD form.
struct Sl651Frame {
  bool uplink = true;
  std::uint8_t centre = 0;
  std::string rtu;      // ten digits as sent: "0012345678"
  std::string station;  // eight-digit station code of a hydrological station; else the address
  std::uint16_t password = 0;
  std::uint8_t function = 0;  // 0x30 test, 0x31 uniform times, 0x32 timed, 0x33 added, 0x34 hourly ...
  std::uint16_t serial = 0;
  std::optional<std::int64_t> sent_utc_ms;
  std::optional<std::uint8_t> station_class;  // table A.1: 'P' rain, 'H' river, 'K' reservoir ...
  std::vector<Sl651Value> values;
  std::uint8_t end = 0;           // ETX, ETB, ENQ, ESC ...
  std::size_t bytes = 0;          // that the frame took
  std::vector<Warning> warnings;  // groups that could not be read: the rest is there
};

// Reads the frame that begins at bytes[0]. Times are Beijing time, years 2000-2099. Fails with kInvalidArgument (no
// start 7E7E, no STX or SYN, an end that is none), kDamagedFile (cut off, wrong checksum: the detail says both
// numbers). Source: SL 651-2014; checksum CRC-16 (0xA001, start 0xFFFF) over all before it, high byte first. Never
// throws.
Result<Sl651Frame> readSl651(std::span<const std::uint8_t> bytes);

// All frames of a stream: what lies between frames is passed over (7E7E counts only where length and checksum fit).
struct Sl651Stream {
  std::vector<Sl651Frame> frames;
  std::size_t skipped_bytes = 0;
};
Sl651Stream readSl651Stream(std::span<const std::uint8_t> bytes);

// "7E7E 05 0011..." as text, blanks and line ends between; nothing for an odd count or another character.
std::optional<std::vector<std::uint8_t>> bytesOfHex(std::string_view text);
std::uint16_t sl651Checksum(std::span<const std::uint8_t> bytes);

}  // namespace gis::telemetry
