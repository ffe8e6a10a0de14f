// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"

namespace gis {

enum class CoordinateTokenKind { kNumber, kDegree, kMinute, kSecond, kEast, kWest, kNorth, kSouth, kSeparator };

struct CoordinateToken {
  CoordinateTokenKind kind = CoordinateTokenKind::kSeparator;
  double value = 0;         // numbers only
  bool negative = false;    // numbers only; -0 is kept apart from 0
  bool with_point = false;  // numbers only: written with a decimal point
};

// What was found in the text besides the numbers.
struct CoordinateMarks {
  bool gcj02 = false;
  bool bd09 = false;
  std::string crs;  // "EPSG:4546" when written
};

struct CoordinateTokens {
  std::vector<CoordinateToken> tokens;  // spaces are dropped; commas, semicolons and line ends are kSeparator
  CoordinateMarks marks;
};

// Folds full-width forms and Chinese words to one alphabet and cuts the text into tokens. Fails with
// kInvalidArgument; detail is the text that was not understood. Pure; any thread.
Result<CoordinateTokens> tokenizeCoordinate(std::string_view text);

}  // namespace gis
