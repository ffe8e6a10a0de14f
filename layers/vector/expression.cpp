// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/expression.h"

#include <cmath>
#include <set>

#include "layers/vector/colour_text.h"
#include "layers/vector/expression_node.h"

namespace layers {
namespace {

using Node = Expression::Node;

Value evaluateNode(const Node& node, const EvaluationContext& context);

bool isNull(const Value& value) { return std::holds_alternative<std::monostate>(value); }

// -1, 0, 1, or 2 where the two cannot be ordered (different kinds, null, NaN).
int compare(const Value& a, const Value& b) {
  if (const auto* x = std::get_if<double>(&a))
    if (const auto* y = std::get_if<double>(&b)) return *x < *y ? -1 : *x > *y ? 1 : *x == *y ? 0 : 2;
  if (const auto* x = std::get_if<std::string>(&a))
    if (const auto* y = std::get_if<std::string>(&b)) return *x < *y ? -1 : *x > *y ? 1 : 0;
  return 2;
}

bool ordered(Operation operation, const Value& a, const Value& b) {
  const int order = compare(a, b);
  if (order == 2) return false;
  switch (operation) {
    case Operation::kLess:
      return order < 0;
    case Operation::kLessEqual:
      return order <= 0;
    case Operation::kGreater:
      return order > 0;
    default:
      return order >= 0;
  }
}

double combined(Operation operation, double a, double b) {
  switch (operation) {
    case Operation::kAdd:
      return a + b;
    case Operation::kSubtract:
      return a - b;
    case Operation::kMultiply:
      return a * b;
    case Operation::kDivide:
      return a / b;
    case Operation::kRemainder:
      return std::fmod(a, b);
    case Operation::kPower:
      return std::pow(a, b);
    case Operation::kLeast:
      return std::min(a, b);
    default:
      return std::max(a, b);
  }
}

double ofOne(Operation operation, double a) {
  switch (operation) {
    case Operation::kSubtract:
      return -a;
    case Operation::kAbsolute:
      return std::abs(a);
    case Operation::kCeiling:
      return std::ceil(a);
    case Operation::kFloor:
      return std::floor(a);
    case Operation::kRound:
      return std::round(a);
    case Operation::kSquareRoot:
      return std::sqrt(a);
    default:
      return a;
  }
}

// Null for a null among the numbers and for what is not finite.
Value arithmetic(const Node& node, const EvaluationContext& context) {
  double result = 0;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Value value = evaluateNode(*node.children[i], context);
    const auto* number = std::get_if<double>(&value);
    if (!number) return {};
    result = i == 0 ? *number : combined(node.operation, result, *number);
  }
  if (node.children.size() == 1) result = ofOne(node.operation, result);
  return std::isfinite(result) ? Value(result) : Value();
}

// ["rgb", r, g, b] and ["rgba", r, g, b, a]: 0 to 255, a from 0 to 1.
Value colourOf(const Node& node, const EvaluationContext& context) {
  std::array<float, 4> parts{0, 0, 0, 1};
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Value value = evaluateNode(*node.children[i], context);
    const auto* number = std::get_if<double>(&value);
    if (!number) return {};
    parts[i] = static_cast<float>(std::clamp(*number / (i == 3 ? 1 : 255), 0.0, 1.0));
  }
  return QColor::fromRgbF(parts[0], parts[1], parts[2], parts[3]);
}

Value match(const Node& node, const EvaluationContext& context) {
  const Value input = evaluateNode(*node.children.front(), context);
  for (std::size_t i = 0; i < node.labels.size(); ++i)
    for (const Value& label : node.labels[i])
      if (label == input) return evaluateNode(*node.children[i + 1], context);
  return evaluateNode(*node.children.back(), context);
}

Value firstTrueCase(const Node& node, const EvaluationContext& context) {
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2)
    if (toBool(evaluateNode(*node.children[i], context))) return evaluateNode(*node.children[i + 1], context);
  return evaluateNode(*node.children.back(), context);
}

Value step(const Node& node, const EvaluationContext& context) {
  const double input = toNumber(evaluateNode(*node.children.front(), context), std::nan(""));
  std::size_t output = 1;
  while (output <= node.stops.size() && input >= node.stops[output - 1]) ++output;
  return evaluateNode(*node.children[output], context);
}

Value blend(const Value& a, const Value& b, double ratio) {
  const auto mix = [ratio](double x, double y) { return x + (y - x) * ratio; };
  if (const auto* x = std::get_if<double>(&a))
    if (const auto* y = std::get_if<double>(&b)) return mix(*x, *y);
  if (const auto* x = std::get_if<QColor>(&a))
    if (const auto* y = std::get_if<QColor>(&b)) {
      const auto part = [&](float p, float q) { return static_cast<float>(std::clamp(mix(p, q), 0.0, 1.0)); };
      return QColor::fromRgbF(part(x->redF(), y->redF()), part(x->greenF(), y->greenF()), part(x->blueF(), y->blueF()),
                              part(x->alphaF(), y->alphaF()));
    }
  return ratio < 1 ? a : b;
}

// The y at which a cubic Bezier curve from (0, 0) to (1, 1) has this x. x grows along the curve (its control points lie
// within 0..1), so halving finds it.
double onBezier(const std::array<double, 4>& inner, double x) {
  const auto at = [](double p1, double p2, double t) {
    return 3 * p1 * t * (1 - t) * (1 - t) + 3 * p2 * t * t * (1 - t) + t * t * t;
  };
  double low = 0, high = 1;
  constexpr int kHalvings = 40;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (at(inner[0], inner[2], middle) < x ? low : high) = middle;
  }
  return at(inner[1], inner[3], (low + high) / 2);
}

Value interpolate(const Node& node, const EvaluationContext& context) {
  const double input = toNumber(evaluateNode(*node.children.front(), context), std::nan(""));
  const auto& stops = node.stops;
  if (!(input > stops.front())) return evaluateNode(*node.children[1], context);
  if (input >= stops.back()) return evaluateNode(*node.children.back(), context);
  std::size_t upper = 1;
  while (input >= stops[upper]) ++upper;
  const double width = stops[upper] - stops[upper - 1], done = input - stops[upper - 1];
  double ratio = node.base == 1 ? done / width : (std::pow(node.base, done) - 1) / (std::pow(node.base, width) - 1);
  if (node.bezier) ratio = onBezier(*node.bezier, ratio);
  return blend(evaluateNode(*node.children[upper], context), evaluateNode(*node.children[upper + 1], context), ratio);
}

bool contains(const Value& needle, const Node& list, const EvaluationContext& context) {
  for (const Value& label : list.labels.empty() ? std::vector<Value>{} : list.labels.front())
    if (label == needle) return true;
  if (list.children.size() < 2) return false;
  const std::string text = toText(needle);
  return !text.empty() && toText(evaluateNode(*list.children[1], context)).find(text) != std::string::npos;
}

Value evaluateNode(const Node& node, const EvaluationContext& context) {
  const auto child = [&](std::size_t i) { return evaluateNode(*node.children[i], context); };
  switch (node.operation) {
    case Operation::kConstant:
      return node.constant;
    case Operation::kGet:
      return node.attribute < context.attributes.size() ? context.attributes[node.attribute] : Value();
    case Operation::kHas:
      return node.attribute < context.attributes.size() && !isNull(context.attributes[node.attribute]);
    case Operation::kZoom:
      return context.zoom;
    case Operation::kRasterValue:
      return std::isnan(context.raster_value) ? Value() : Value(context.raster_value);
    case Operation::kNot:
      return !toBool(child(0));
    case Operation::kAll:
      for (const auto& part : node.children)
        if (!toBool(evaluateNode(*part, context))) return false;
      return true;
    case Operation::kAny:
      for (const auto& part : node.children)
        if (toBool(evaluateNode(*part, context))) return true;
      return false;
    case Operation::kEqual:
      return child(0) == child(1);
    case Operation::kNotEqual:
      return !(child(0) == child(1));
    case Operation::kLess:
    case Operation::kLessEqual:
    case Operation::kGreater:
    case Operation::kGreaterEqual:
      return ordered(node.operation, child(0), child(1));
    case Operation::kIn:
      return contains(child(0), node, context);
    case Operation::kMatch:
      return match(node, context);
    case Operation::kCase:
      return firstTrueCase(node, context);
    case Operation::kStep:
      return step(node, context);
    case Operation::kInterpolate:
      return interpolate(node, context);
    case Operation::kCoalesce:
      for (const auto& part : node.children) {
        Value value = evaluateNode(*part, context);
        if (!isNull(value) && !(std::holds_alternative<std::string>(value) && std::get<std::string>(value).empty()))
          return value;
      }
      return {};
    case Operation::kConcat: {
      std::string text;
      for (const auto& part : node.children) text += toText(evaluateNode(*part, context));
      return text;
    }
    case Operation::kToText:
      return toText(child(0));
    case Operation::kToNumber: {
      const double number = toNumber(child(0), std::nan(""));
      return std::isnan(number) ? Value() : Value(number);
    }
    case Operation::kToBoolean:
      return toBool(child(0));
    case Operation::kToColour: {
      const QColor colour = toColour(child(0), QColor());
      return colour.isValid() ? Value(colour) : Value();
    }
    case Operation::kRgb:
      return colourOf(node, context);
    case Operation::kUpper:
      return QString::fromStdString(toText(child(0))).toUpper().toStdString();
    case Operation::kLower:
      return QString::fromStdString(toText(child(0))).toLower().toStdString();
    case Operation::kLength:
      return static_cast<double>(QString::fromStdString(toText(child(0))).toUcs4().size());
    case Operation::kAdd:
    case Operation::kSubtract:
    case Operation::kMultiply:
    case Operation::kDivide:
    case Operation::kRemainder:
    case Operation::kPower:
    case Operation::kLeast:
    case Operation::kMost:
    case Operation::kAbsolute:
    case Operation::kCeiling:
    case Operation::kFloor:
    case Operation::kRound:
    case Operation::kSquareRoot:
      return arithmetic(node, context);
  }
  return {};
}

void collectAttributes(const Node& node, std::set<std::size_t>& found) {
  if (node.operation == Operation::kGet || node.operation == Operation::kHas) found.insert(node.attribute);
  for (const auto& child : node.children) collectAttributes(*child, found);
}

}  // namespace

std::size_t AttributeNames::indexOf(const std::string& name) {
  const auto found = std::find(m_names.begin(), m_names.end(), name);
  if (found != m_names.end()) return static_cast<std::size_t>(found - m_names.begin());
  m_names.push_back(name);
  return m_names.size() - 1;
}

Expression::Expression(Value constant) {
  auto node = std::make_shared<Node>();
  node->constant = std::move(constant);
  m_root = std::move(node);
}

Value Expression::evaluate(const EvaluationContext& context) const {
  return m_root ? evaluateNode(*m_root, context) : Value();
}

std::vector<std::size_t> Expression::attributes() const {
  std::set<std::size_t> found;
  if (m_root) collectAttributes(*m_root, found);
  return {found.begin(), found.end()};
}

bool toBool(const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value)) return *truth;
  if (const auto* number = std::get_if<double>(&value)) return *number != 0 && !std::isnan(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
  return !isNull(value);
}

double toNumber(const Value& value, double fallback) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? 1 : 0;
  if (const auto* text = std::get_if<std::string>(&value)) {
    bool ok = false;
    const double number = QString::fromStdString(*text).trimmed().toDouble(&ok);
    if (ok) return number;
  }
  return fallback;
}

std::string toText(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const auto* colour = std::get_if<QColor>(&value)) return colour->name(QColor::HexArgb).toStdString();
  if (const auto* number = std::get_if<double>(&value)) {
    if (*number == std::floor(*number) && std::abs(*number) < 1e15)
      return fmt::format("{}", static_cast<long long>(*number));
    return fmt::format("{:.6g}", *number);
  }
  return {};
}

QColor toColour(const Value& value, const QColor& fallback) {
  if (const auto* colour = std::get_if<QColor>(&value)) return *colour;
  if (const auto* text = std::get_if<std::string>(&value)) {
    const QColor colour = colourFromText(*text);
    if (colour.isValid()) return colour;
  }
  return fallback;
}

}  // namespace layers
