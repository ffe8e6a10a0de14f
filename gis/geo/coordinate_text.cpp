// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/coordinate_text.h"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "gis/geo/coordinate_tokens.h"
#include "gis/geo/gauss_krueger.h"
#include "gis/geo/gcj02.h"
#include "gis/geo/projector.h"

namespace gis {

namespace {

using enum CoordinateTokenKind;

enum class Direction { kNone, kEast, kWest, kNorth, kSouth };

// One of the two numbers of a position: up to three parts and a direction.
struct Half {
  std::vector<CoordinateToken> parts;
  Direction direction = Direction::kNone;
  bool unit_marked = false;
  bool eastWest() const { return direction == Direction::kEast || direction == Direction::kWest; }
  bool northSouth() const { return direction == Direction::kNorth || direction == Direction::kSouth; }
};

struct Refusal {
  ErrorCode code;
  std::string why;
};
template <class T>
using Checked = std::expected<T, Refusal>;
std::unexpected<Refusal> refuse(std::string why, ErrorCode code = ErrorCode::kInvalidArgument) {
  return std::unexpected(Refusal{code, std::move(why)});
}

bool isDirection(CoordinateTokenKind kind) {
  return kind == kEast || kind == kWest || kind == kNorth || kind == kSouth;
}

Direction directionOf(CoordinateTokenKind kind) {
  switch (kind) {
    case kEast:
      return Direction::kEast;
    case kWest:
      return Direction::kWest;
    case kNorth:
      return Direction::kNorth;
    case kSouth:
      return Direction::kSouth;
    default:
      return Direction::kNone;
  }
}

// Six or four bare numbers in a row are degrees, minutes (and seconds) of two halves.
void splitEvenly(std::vector<Half>& halves) {
  if (halves.size() != 1 || halves[0].parts.size() % 2 != 0 || halves[0].unit_marked) return;
  Half& all = halves[0];
  Half second;
  const auto middle = all.parts.begin() + static_cast<std::ptrdiff_t>(all.parts.size() / 2);
  second.parts.assign(middle, all.parts.end());
  all.parts.erase(middle, all.parts.end());
  halves.push_back(second);
}

// Groups tokens into halves. A half ends at a separator, a following direction, or where a new degree sign begins.
Checked<std::vector<Half>> groupHalves(const std::vector<CoordinateToken>& tokens) {
  std::vector<Half> halves(1);
  std::size_t first = 0;
  while (first < tokens.size() && tokens[first].kind == kSeparator) ++first;
  const bool leading = first < tokens.size() && isDirection(tokens[first].kind);
  const auto next = [&] {
    if (!halves.back().parts.empty()) halves.emplace_back();
  };
  for (std::size_t i = first; i < tokens.size(); ++i) {
    const CoordinateToken& token = tokens[i];
    Half& half = halves.back();
    if (token.kind == kSeparator) {
      next();
    } else if (isDirection(token.kind)) {
      if (leading) next();
      if (!leading && half.parts.empty()) return refuse("a direction without a number");
      if (halves.back().direction != Direction::kNone) return refuse("two directions for one number");
      halves.back().direction = directionOf(token.kind);
      if (!leading) next();
    } else if (token.kind == kNumber) {
      const bool degree_follows = i + 1 < tokens.size() && tokens[i + 1].kind == kDegree;
      if (degree_follows && half.unit_marked) next();
      halves.back().parts.push_back(token);
      if (halves.back().parts.size() > 6) return refuse("too many numbers");
    } else {
      const std::size_t wanted = token.kind == kDegree ? 1 : token.kind == kMinute ? 2 : 3;
      if (half.parts.size() != wanted) return refuse("degree, minute and second signs out of order");
      half.unit_marked = true;
    }
  }
  if (halves.back().parts.empty()) {
    if (halves.back().direction != Direction::kNone) return refuse("a direction without a number");
    halves.pop_back();
  }
  splitEvenly(halves);
  if (halves.size() != 2) return refuse("two numbers are needed: longitude and latitude, or easting and northing");
  return halves;
}

Checked<double> valueOf(const Half& half) {
  const auto& parts = half.parts;
  if (parts.size() > 3) return refuse("too many numbers");
  double value = 0, unit = 1;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0 && parts[i].negative) return refuse("minus sign inside a number");
    if (i > 0 && parts[i].value >= 60) return refuse("minutes and seconds must be below 60");
    if (i + 1 < parts.size() && parts[i].with_point) return refuse("only the last part may have decimals");
    value += parts[i].value * unit;
    unit /= 60;
  }
  if (parts[0].negative && half.direction != Direction::kNone) return refuse("minus sign and direction together");
  const bool down = half.direction == Direction::kWest || half.direction == Direction::kSouth;
  return parts[0].negative || down ? -value : value;
}

bool inChina(double lon_deg, double lat_deg) {
  return lon_deg >= 73 && lon_deg <= 136 && lat_deg >= 3 && lat_deg <= 54;
}

// Which number is the eastern one.
Checked<AxisOrder> orderOf(const std::vector<Half>& halves, double first, double second, OrderReason& reason) {
  reason = OrderReason::kMarked;
  if ((halves[0].eastWest() && halves[1].eastWest()) || (halves[0].northSouth() && halves[1].northSouth()))
    return refuse("both numbers have the same kind of direction");
  if (halves[0].eastWest() || halves[1].northSouth()) return AxisOrder::kEastFirst;
  if (halves[0].northSouth() || halves[1].eastWest()) return AxisOrder::kNorthFirst;
  reason = OrderReason::kPlausible;
  if (std::abs(first) > 90 && std::abs(second) <= 90) return AxisOrder::kEastFirst;
  if (std::abs(second) > 90 && std::abs(first) <= 90) return AxisOrder::kNorthFirst;
  const bool east_first = inChina(first, second), north_first = inChina(second, first);
  if (east_first != north_first) return east_first ? AxisOrder::kEastFirst : AxisOrder::kNorthFirst;
  reason = OrderReason::kAssumed;
  return AxisOrder::kEastFirst;
}

bool looksPrefixed(double x) {
  if (!(x >= kFirstGaussKruegerZone * 1e6 && x < (kLastGaussKruegerZone + 1) * 1e6)) return false;
  const double easting = std::fmod(x, 1e6);
  return easting > 1e5 && easting < 9e5;
}

Checked<TypedCoordinate> readProjected(const std::vector<Half>& halves, double first, double second,
                                       const std::string& written_crs, const std::string& map_crs) {
  TypedCoordinate out;
  out.form = CoordinateForm::kProjected;
  if (halves[0].eastWest() || halves[0].northSouth() || halves[1].eastWest() || halves[1].northSouth()) {
    auto order = orderOf(halves, first, second, out.order_reason);
    if (!order) return std::unexpected(order.error());
    out.order = *order;
  } else {
    // Northings in China lie between 0.3 and 6.0 million, eastings between 0.1 and 0.9 or above 25 million.
    const auto easting = [](double v) { return (v > 1e5 && v < 9e5) || looksPrefixed(v); };
    const auto northing = [](double v) { return v > 3e5 && v < 6.1e6; };
    const bool east_first = easting(first) && northing(second), north_first = easting(second) && northing(first);
    out.order = north_first && !east_first ? AxisOrder::kNorthFirst : AxisOrder::kEastFirst;
    out.order_reason = east_first != north_first ? OrderReason::kPlausible : OrderReason::kAssumed;
  }
  out.projected = out.order == AxisOrder::kEastFirst ? MapXY{first, second} : MapXY{second, first};
  out.projected_crs = written_crs;
  if (out.projected_crs.empty())
    out.projected_crs = looksPrefixed(out.projected.x_m)
                            ? gaussKruegerCrs(static_cast<int>(out.projected.x_m / 1e6), ZonePrefix::kWith)
                            : map_crs;
  const auto projector = Projector::create("EPSG:4490", out.projected_crs);
  if (!projector || projector->targetIsGeographic())
    return refuse(out.projected_crs + " is not a projected system", ErrorCode::kUnknownCrs);
  const auto back = projector->inverse({out.projected.x_m, out.projected.y_m});
  if (!back || std::abs(back->y) > 90) return refuse("outside " + out.projected_crs, ErrorCode::kOutOfRange);
  const auto there = projector->forward(*back);  // far outside a zone the inverse answers, but with another place
  if (!there || std::hypot(there->x - out.projected.x_m, there->y - out.projected.y_m) > 1)
    return refuse("outside " + out.projected_crs, ErrorCode::kOutOfRange);
  out.position = out.typed = {back->x, back->y};
  return out;
}

Checked<TypedCoordinate> read(const CoordinateTokens& tokens, const std::string& map_crs) {
  auto halves = groupHalves(tokens.tokens);
  if (!halves) return std::unexpected(halves.error());
  const auto first = valueOf((*halves)[0]), second = valueOf((*halves)[1]);
  if (!first) return std::unexpected(first.error());
  if (!second) return std::unexpected(second.error());

  const bool shifted = tokens.marks.gcj02 || tokens.marks.bd09;
  const bool single = (*halves)[0].parts.size() == 1 && (*halves)[1].parts.size() == 1;
  const bool marked = (*halves)[0].unit_marked || (*halves)[1].unit_marked;
  const bool metres = single && !marked && (std::abs(*first) > 360 || std::abs(*second) > 360);
  if (metres && shifted) return refuse("GCJ-02 and BD-09 are systems of degrees");
  if (metres) return readProjected(*halves, *first, *second, tokens.marks.crs, map_crs);

  TypedCoordinate out;
  out.form = single ? CoordinateForm::kDecimalDegrees : CoordinateForm::kDegreesMinutesSeconds;
  const auto order = orderOf(*halves, *first, *second, out.order_reason);
  if (!order) return std::unexpected(order.error());
  out.order = *order;
  out.typed = out.order == AxisOrder::kEastFirst ? LonLat{*first, *second} : LonLat{*second, *first};
  if (std::abs(out.typed.lat_deg) > 90 || std::abs(out.typed.lon_deg) > 180)
    return refuse("longitude within 180 and latitude within 90 degrees", ErrorCode::kOutOfRange);
  out.position = out.typed;
  if (tokens.marks.gcj02) out.datum = CoordinateDatum::kGcj02, out.position = gcj02ToWgs84(out.typed);
  if (tokens.marks.bd09) out.datum = CoordinateDatum::kBd09, out.position = gcj02ToWgs84(bd09ToGcj02(out.typed));
  return out;
}

std::string dms(double value_deg, int digits, char positive, char negative) {
  const double scale = std::pow(10.0, digits);
  const long long ticks = std::llround(std::abs(value_deg) * 3600 * scale);
  const auto per_minute = static_cast<long long>(60 * scale);
  const long long minutes = ticks / per_minute;
  const double seconds = static_cast<double>(ticks % per_minute) / scale;
  return fmt::format("{}°{:02}′{:0{}.{}f}″{}", minutes / 60, minutes % 60, seconds, digits > 0 ? digits + 3 : 2, digits,
                     value_deg < 0 ? negative : positive);
}

}  // namespace

Result<TypedCoordinate> parseCoordinate(std::string_view text, const std::string& map_crs) {
  auto tokens = tokenizeCoordinate(text);
  if (!tokens) return std::unexpected(std::move(tokens.error()));
  auto result = read(*tokens, map_crs);
  if (!result) return fail(result.error().code, std::string(text), result.error().why);
  return std::move(*result);
}

std::string formatDecimal(LonLat p, int digits) {
  return fmt::format("{:.{}f}°{} {:.{}f}°{}", std::abs(p.lon_deg), digits, p.lon_deg < 0 ? 'W' : 'E',
                     std::abs(p.lat_deg), digits, p.lat_deg < 0 ? 'S' : 'N');
}

std::string formatDms(LonLat p, int second_digits) {
  return dms(p.lon_deg, second_digits, 'E', 'W') + " " + dms(p.lat_deg, second_digits, 'N', 'S');
}

}  // namespace gis
