// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis::seismic {

enum class BulletinKind { kAutomatic, kOfficial };  // 自动测定, 正式测定

// An earthquake bulletin of the China Earthquake Networks Center as it is sent round:
// 据中国地震台网正式测定：11月29日20时46分在山西长治市沁源县（北纬36.50度，东经112.33度）发生4.5级地震，震源深度10千米。
struct QuakeBulletin {
  BulletinKind kind = BulletinKind::kOfficial;
  int year = 0;  // 0: not said
  int month = 0, day = 0, hour = 0, minute = 0;
  std::string place;
  LonLat epicentre;
  double magnitude = 0;
  std::optional<double> depth_km;
};

// Reads one out of pasted text; full-width digits and signs as ASCII. Fails with kInvalidArgument; the detail says what
// is missing: "latitude", "longitude", "magnitude". Time, place and depth may be missing. Pure; any thread.
Result<QuakeBulletin> parseBulletin(std::string_view text);

// When it happened, UTC; Beijing time is UTC+8. The year is `this_year`, or the one before when that would lie more
// than a day after `now_utc_ms`. Nothing without a time.
std::optional<std::int64_t> bulletinTime(const QuakeBulletin& bulletin, std::int64_t now_utc_ms);

}  // namespace gis::seismic
