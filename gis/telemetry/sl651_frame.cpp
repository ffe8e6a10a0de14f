// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/telemetry/sl651_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "gis/telemetry/sl651_elements.h"

namespace gis::telemetry {
namespace {

using Bytes = std::span<const std::uint8_t>;
constexpr std::size_t kHeader = 14;  // start 2, addresses 6, password 2, function 1, length 2, STX 1
constexpr std::int64_t kBeijingMs = 8 * 3'600'000LL;

std::optional<int> digits(Bytes bytes) {
  int value = 0;
  for (const std::uint8_t b : bytes) {
    if ((b >> 4) > 9 || (b & 15) > 9) return std::nullopt;
    value = value * 100 + (b >> 4) * 10 + (b & 15);
  }
  return value;
}

// YYMMDDHHmm[SS] in BCD.
std::optional<std::int64_t> timeOf(Bytes bytes) {
  std::array<int, 6> n{};
  for (std::size_t i = 0; i < bytes.size() && i < 6; ++i) {
    const auto two = digits(bytes.subspan(i, 1));
    if (!two) return std::nullopt;
    n[i] = *two;
  }
  const std::chrono::year_month_day date(std::chrono::year(2000 + n[0]),
                                         std::chrono::month(static_cast<unsigned>(n[1])),
                                         std::chrono::day(static_cast<unsigned>(n[2])));
  if (!date.ok() || n[3] > 23 || n[4] > 59 || n[5] > 59) return std::nullopt;
  const auto days = std::chrono::sys_days(date).time_since_epoch().count();
  return (static_cast<std::int64_t>(days) * 86400 + n[3] * 3600 + n[4] * 60 + n[5]) * 1000 - kBeijingMs;
}

std::string hexOf(Bytes bytes) {
  std::string text;
  for (const std::uint8_t b : bytes) text += fmt::format("{:02X}", b);
  return text;
}

// BCD with the decimals dropped; a leading FF is a minus; all F is invalid. Nothing (second) for what is no BCD.
std::pair<bool, std::optional<double>> bcdValue(Bytes data, int decimals) {
  if (data.empty() || std::ranges::all_of(data, [](std::uint8_t b) { return b == 0xFF; })) return {true, std::nullopt};
  const bool minus = data.front() == 0xFF;
  double value = 0;
  for (const std::uint8_t b : minus ? data.subspan(1) : data) {
    if ((b >> 4) > 9 || (b & 15) > 9) return {false, std::nullopt};
    value = value * 100 + (b >> 4) * 10 + (b & 15);
  }
  value /= std::pow(10, decimals);
  return {true, minus ? -value : value};
}

class Body {
 public:
  Body(Bytes bytes, Sl651Frame& frame) : m_bytes(bytes), m_frame(frame) {}

  void read() {
    if (left() < 2) return;
    m_frame.serial = static_cast<std::uint16_t>(m_bytes[0] << 8 | m_bytes[1]);
    m_at = 2;
    if (left() < 6) return;
    m_frame.sent_utc_ms = timeOf(m_bytes.subspan(m_at, 6));
    if (!m_frame.sent_utc_ms) warn("send time");
    m_at += 6;
    m_time = m_frame.sent_utc_ms.value_or(0);
    if (!m_frame.uplink) return;
    while (left() >= 2 && group()) {
    }
  }

 private:
  std::size_t left() const { return m_bytes.size() - m_at; }
  void warn(std::string what) {
    m_frame.warnings.push_back(
        {WarningCode::kValueUnreadable,
         hexOf(m_bytes.subspan(std::min(m_at, m_bytes.size())).first(std::min<std::size_t>(left(), 8))),
         std::move(what)});
  }

  bool group() {
    const std::uint8_t id = m_bytes[m_at], next = m_bytes[m_at + 1];
    if (id == 0xF1 && next == 0xF1) return address();
    if (id == 0xF0 && next == 0xF0) return observed();
    if (id == 0xF2 || id == 0xF3 || id == 0xFD) {  // texts, pictures: to the end
      m_at = m_bytes.size();
      return false;
    }
    std::uint16_t identifier = id;
    if (id == 0xFF) {
      if (left() < 3) return false;
      identifier = static_cast<std::uint16_t>(0xFF00 | next);
      ++m_at;
    }
    const std::uint8_t definition = m_bytes[m_at + 1];
    const std::size_t size = definition >> 3;
    const int decimals = definition & 7;
    m_at += 2;
    if (left() < size) {
      warn("group is cut off");
      return false;
    }
    const Bytes data = m_bytes.subspan(m_at, size);
    m_at += size;
    if (identifier == 0x04) return step(data);
    if (identifier >= 0xF4 && identifier <= 0xFC) {
      block(identifier, data);
    } else {
      add(identifier, data, decimals, m_time);
      if (m_step_ms && m_frame.function == 0x31) series(identifier, size, decimals);
    }
    return true;
  }

  bool address() {
    if (left() < 7) return false;
    m_at += 7;
    // The station's class follows the address, where it is no further group.
    if (left() >= 1 && m_bytes[m_at] != 0xF0) m_frame.station_class = m_bytes[m_at++];
    return true;
  }

  bool observed() {
    if (left() < 7) return false;
    const auto time = timeOf(m_bytes.subspan(m_at + 2, 5));
    if (time)
      m_time = *time;
    else
      warn("observation time");
    m_at += 7;
    return true;
  }

  bool step(Bytes data) {
    if (data.size() != 3) return true;
    const auto day = digits(data.subspan(0, 1)), hour = digits(data.subspan(1, 1)), minute = digits(data.subspan(2, 1));
    m_step_ms = day && hour && minute ? (*day * 1440LL + *hour * 60 + *minute) * 60'000 : 0;
    return true;
  }

  // 31H: one element, then its further values without identifiers, one step apart.
  void series(std::uint16_t identifier, std::size_t size, int decimals) {
    std::int64_t at = m_time;
    while (size > 0 && left() >= size) {
      at += m_step_ms;
      add(identifier, m_bytes.subspan(m_at, size), decimals, at);
      m_at += size;
    }
  }

  // F4: twelve 5-minute rains of an hour, 0.1 mm; F5-FC: twelve relative levels of two bytes, 0.01 m. They end at the
  // time.
  void block(std::uint16_t identifier, Bytes data) {
    const std::size_t width = identifier == 0xF4 ? 1 : 2;
    const std::size_t count = data.size() / width;
    for (std::size_t i = 0; i < count; ++i) {
      const int raw = width == 1 ? data[i] : data[2 * i] << 8 | data[2 * i + 1];
      Sl651Value value{identifier, sl651ElementName(identifier), std::nullopt,
                       m_time - static_cast<std::int64_t>(count - 1 - i) * 300'000};
      if (raw != (width == 1 ? 0xFF : 0xFFFF)) value.value = raw / (width == 1 ? 10.0 : 100.0);
      m_frame.values.push_back(std::move(value));
    }
  }

  void add(std::uint16_t identifier, Bytes data, int decimals, std::int64_t at) {
    Sl651Value value{identifier, sl651ElementName(identifier), std::nullopt, at};
    if (identifier == 0x45) {  // alarm bits
      double bits = 0;
      for (const std::uint8_t b : data) bits = bits * 256 + b;
      value.value = bits;
    } else {
      const auto [readable, number] = bcdValue(data, decimals);
      if (!readable) {
        m_frame.warnings.push_back({WarningCode::kValueUnreadable, fmt::format("{:02X}", identifier), hexOf(data)});
        return;
      }
      value.value = number;
    }
    m_frame.values.push_back(std::move(value));
  }

  Bytes m_bytes;
  Sl651Frame& m_frame;
  std::size_t m_at = 0;
  std::int64_t m_time = 0;
  std::int64_t m_step_ms = 0;
};

}  // namespace

std::uint16_t sl651Checksum(std::span<const std::uint8_t> bytes) {
  std::uint16_t crc = 0xFFFF;
  for (const std::uint8_t b : bytes) {
    crc = static_cast<std::uint16_t>(crc ^ b);
    for (int bit = 0; bit < 8; ++bit) crc = static_cast<std::uint16_t>((crc & 1) ? (crc >> 1) ^ 0xA001 : crc >> 1);
  }
  return crc;
}

Result<Sl651Frame> readSl651(std::span<const std::uint8_t> bytes) {
  constexpr std::uint8_t kStx = 0x02, kSyn = 0x16;
  constexpr std::array<std::uint8_t, 7> kEnds = {0x03, 0x04, 0x05, 0x06, 0x15, 0x17, 0x1B};
  if (bytes.size() < 2 || bytes[0] != 0x7E || bytes[1] != 0x7E)
    return fail(ErrorCode::kInvalidArgument, "SL 651", "does not begin with 7E7E");
  if (bytes.size() < kHeader) return fail(ErrorCode::kDamagedFile, "SL 651", "cut off in the header");
  Sl651Frame frame;
  const unsigned length_word = static_cast<unsigned>(bytes[11]) << 8 | bytes[12];
  const bool several = bytes[13] == kSyn;
  if (!several && bytes[13] != kStx) return fail(ErrorCode::kInvalidArgument, "SL 651", "no STX after the length");
  frame.uplink = (length_word >> 12) != 8;
  const std::size_t length = length_word & 0x0FFF;
  const std::size_t end_at = kHeader + length;
  if (bytes.size() < end_at + 3) return fail(ErrorCode::kDamagedFile, "SL 651", "cut off in the body");
  frame.bytes = end_at + 3;
  frame.end = bytes[end_at];
  if (std::ranges::find(kEnds, frame.end) == kEnds.end())
    return fail(ErrorCode::kInvalidArgument, "SL 651", fmt::format("ends with {:02X}", frame.end));
  const std::uint16_t sent = static_cast<std::uint16_t>(bytes[end_at + 1] << 8 | bytes[end_at + 2]);
  const std::uint16_t found = sl651Checksum(bytes.first(end_at + 1));
  if (sent != found)
    return fail(ErrorCode::kDamagedFile, "SL 651", fmt::format("checksum {:04X}, should be {:04X}", sent, found));
  const std::size_t rtu_at = frame.uplink ? 3 : 2;
  frame.centre = bytes[frame.uplink ? 2 : 7];
  frame.rtu = hexOf(bytes.subspan(rtu_at, 5));
  frame.station = frame.rtu.starts_with("00") ? frame.rtu.substr(2) : frame.rtu;
  frame.password = static_cast<std::uint16_t>(bytes[8] << 8 | bytes[9]);
  frame.function = bytes[10];
  Bytes body = bytes.subspan(kHeader, length);
  if (several) {
    if (body.size() < 3) return fail(ErrorCode::kDamagedFile, "SL 651", "no packet number");
    const unsigned packet = (static_cast<unsigned>(body[1]) & 0x0F) << 8 | body[2];
    body = body.subspan(3);
    if (packet != 1) {  // only the first packet carries serial, time and addresses
      frame.warnings.push_back({WarningCode::kRowSkipped, fmt::format("packet {}", packet), "continues another"});
      return frame;
    }
  }
  Body(body, frame).read();
  return frame;
}

Sl651Stream readSl651Stream(std::span<const std::uint8_t> bytes) {
  Sl651Stream stream;
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes[at] == 0x7E)
      if (auto frame = readSl651(bytes.subspan(at))) {
        at += frame->bytes;
        stream.frames.push_back(std::move(*frame));
        continue;
      }
    ++at;
    ++stream.skipped_bytes;
  }
  return stream;
}

std::optional<std::vector<std::uint8_t>> bytesOfHex(std::string_view text) {
  std::vector<std::uint8_t> bytes;
  int high = -1;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    if (high < 0) {
      high = digit;
    } else {
      bytes.push_back(static_cast<std::uint8_t>(high * 16 + digit));
      high = -1;
    }
  }
  if (high >= 0) return std::nullopt;
  return bytes;
}

}  // namespace gis::telemetry
