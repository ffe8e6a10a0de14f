// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <charconv>
#include <chrono>

#include "gis/cap/cap_reader.h"

namespace gis {

namespace {

std::unexpected<CapProblem> badTime(std::string_view element, std::string_view text) {
  return std::unexpected(CapProblem{CapProblemKind::kBadTime, std::string(element), std::string(text.substr(0, 40))});
}

// `count` digits at `at`; -1 when they are not all digits.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  const auto [end, ec] = std::from_chars(text.data() + at, text.data() + at + count, value);
  const bool all = ec == std::errc() && end == text.data() + at + count && text[at] != '-';
  return all ? value : -1;
}

}  // namespace

std::expected<std::int64_t, CapProblem> readCapTime(std::string_view element, std::string_view text,
                                                    std::vector<CapProblem>* odd) {
  using namespace std::chrono;
  constexpr std::size_t kLocal = 19;  // YYYY-MM-DDThh:mm:ss
  if (text.size() < kLocal || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' ') ||
      text[13] != ':' || text[16] != ':')
    return badTime(element, text);
  const std::array<int, 6> part = {digits(text, 0, 4),  digits(text, 5, 2),  digits(text, 8, 2),
                                   digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)};
  for (const int p : part)
    if (p < 0) return badTime(element, text);
  const year_month_day day{year(part[0]), month(static_cast<unsigned>(part[1])),
                           std::chrono::day(static_cast<unsigned>(part[2]))};
  if (!day.ok() || part[3] > 23 || part[4] > 59 || part[5] > 60) return badTime(element, text);
  std::size_t at = kLocal;
  if (at < text.size() && text[at] == '.') {  // fractions are not CAP's, but some senders write them
    do ++at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9');
  }
  const std::string_view zone = text.substr(at);
  int offset_min = 0;
  if (zone == "Z") {
    if (odd) odd->push_back({CapProblemKind::kUtcAsZ, std::string(element), std::string(text)});
  } else {
    const bool shaped = zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':';
    const int hours = shaped ? digits(zone, 1, 2) : -1, minutes = shaped ? digits(zone, 4, 2) : -1;
    constexpr int kMostHours = 14;
    if (hours < 0 || minutes < 0 || hours > kMostHours || minutes > 59) return badTime(element, text);
    offset_min = (hours * 60 + minutes) * (zone[0] == '-' ? -1 : 1);
  }
  const auto utc = sys_days(day) + hours(part[3]) + minutes(part[4]) + seconds(part[5]) - minutes(offset_min);
  return duration_cast<milliseconds>(utc.time_since_epoch()).count();
}

}  // namespace gis
