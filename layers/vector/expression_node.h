// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>

#include "layers/vector/expression.h"

namespace layers {

enum class Operation {
  kConstant,
  kGet,
  kHas,
  kZoom,
  kRasterValue,
  kNot,
  kAll,
  kAny,
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kIn,
  kMatch,
  kCase,
  kStep,
  kInterpolate,
  kCoalesce,
  kConcat,
  kToText,
  kToNumber,
  kToBoolean,
  kToColour,
  kRgb,
  kUpper,
  kLower,
  kLength,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kRemainder,
  kPower,
  kLeast,
  kMost,
  kAbsolute,
  kCeiling,
  kFloor,
  kRound,
  kSquareRoot
};

// One node of a compiled expression. What `children` are depends on the operation:
//  kMatch: input, outputs ..., fallback (labels[i] belong to output i); kCase: condition, output, ..., fallback;
//  kStep: input, outputs ... (stops[i] starts output i + 1); kInterpolate: input, outputs ... (stops[i] belongs to i).
struct Expression::Node {
  Operation operation = Operation::kConstant;
  Value constant;
  std::size_t attribute = 0;
  std::vector<std::shared_ptr<const Node>> children;
  std::vector<double> stops;
  std::vector<std::vector<Value>> labels;
  double base = 1;  // of an exponential interpolation
  // Of a cubic-bezier interpolation: x and y of the two inner control points; the outer ones are (0, 0) and (1, 1).
  std::optional<std::array<double, 4>> bezier;
};

}  // namespace layers
