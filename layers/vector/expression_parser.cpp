// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "layers/vector/colour_text.h"
#include "layers/vector/expression.h"
#include "layers/vector/expression_node.h"
#include "layers/vector/icon_set.h"
#include "layers/vector/line_marks.h"

namespace layers {
namespace {

using nlohmann::json;
using ParsedNode = Expression::Node;
using NodePtr = std::shared_ptr<const ParsedNode>;

// Nested deeper than any person writes; keeps a hostile file from exhausting the stack.
constexpr int kDeepestNesting = 60;
// With "let" a short text can stand for an expression that would never end.
constexpr std::size_t kMostNodes = 100000;
constexpr std::size_t kMany = 1000;

struct Operator {
  std::string_view name;
  Operation operation;
  std::size_t least, most;
  ValueKind takes, gives;
};

// Those whose operands are all of one kind.
using enum ValueKind;
constexpr Operator kOperators[] = {
    {"==", Operation::kEqual, 2, 2, kAny, kBoolean},
    {"!=", Operation::kNotEqual, 2, 2, kAny, kBoolean},
    {"<", Operation::kLess, 2, 2, kAny, kBoolean},
    {"<=", Operation::kLessEqual, 2, 2, kAny, kBoolean},
    {">", Operation::kGreater, 2, 2, kAny, kBoolean},
    {">=", Operation::kGreaterEqual, 2, 2, kAny, kBoolean},
    {"!", Operation::kNot, 1, 1, kBoolean, kBoolean},
    {"all", Operation::kAll, 0, kMany, kBoolean, kBoolean},
    {"any", Operation::kAny, 0, kMany, kBoolean, kBoolean},
    {"to-boolean", Operation::kToBoolean, 1, 1, kAny, kBoolean},
    {"concat", Operation::kConcat, 1, kMany, kAny, kText},
    {"to-string", Operation::kToText, 1, 1, kAny, kText},
    {"upcase", Operation::kUpper, 1, 1, kAny, kText},
    {"downcase", Operation::kLower, 1, 1, kAny, kText},
    {"length", Operation::kLength, 1, 1, kAny, kNumber},
    {"to-number", Operation::kToNumber, 1, 1, kAny, kNumber},
    {"+", Operation::kAdd, 2, kMany, kNumber, kNumber},
    {"-", Operation::kSubtract, 1, 2, kNumber, kNumber},
    {"*", Operation::kMultiply, 2, kMany, kNumber, kNumber},
    {"/", Operation::kDivide, 2, 2, kNumber, kNumber},
    {"%", Operation::kRemainder, 2, 2, kNumber, kNumber},
    {"^", Operation::kPower, 2, 2, kNumber, kNumber},
    {"min", Operation::kLeast, 1, kMany, kNumber, kNumber},
    {"max", Operation::kMost, 1, kMany, kNumber, kNumber},
    {"abs", Operation::kAbsolute, 1, 1, kNumber, kNumber},
    {"ceil", Operation::kCeiling, 1, 1, kNumber, kNumber},
    {"floor", Operation::kFloor, 1, 1, kNumber, kNumber},
    {"round", Operation::kRound, 1, 1, kNumber, kNumber},
    {"sqrt", Operation::kSquareRoot, 1, 1, kNumber, kNumber},
    {"to-color", Operation::kToColour, 1, 1, kAny, kColour},
    {"rgb", Operation::kRgb, 3, 3, kNumber, kColour},
    {"rgba", Operation::kRgb, 4, 4, kNumber, kColour},
};

std::string shown(const json& value) {
  std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  constexpr std::size_t kLongest = 60;
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;  // never half a character
  return text.substr(0, end) + "...";
}

std::string nameOf(ValueKind kind) {
  switch (kind) {
    case kBoolean:
      return "true or false";
    case kNumber:
      return "a number";
    case kText:
      return "a text";
    case kColour:
      return "a colour such as \"#1f6feb\"";
    case kNumbers:
      return "a list of numbers";
    case kAny:
      break;
  }
  return "a value";
}

std::string nameOf(const Wanted& wanted) {
  const bool floor = std::isfinite(wanted.least), ceiling = std::isfinite(wanted.most);
  if (floor && ceiling) return fmt::format("a number within {}..{}", wanted.least, wanted.most);
  if (floor) return fmt::format("a number of at least {}", wanted.least);
  if (wanted.list == Wanted::List::kTwo) return "a list of two numbers";
  if (wanted.list == Wanted::List::kPairs) return "an even number of lengths, dash and gap in turn";
  if (wanted.icon) return "the name of an icon in resources/icons/map or of a sign along lines";
  if (wanted.words.empty()) return nameOf(wanted.kind);
  std::string names;
  for (const std::string_view word : wanted.words) names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", word);
  return "one of: " + names;
}

bool isKnownIcon(const std::string& name) {
  return name.empty() || IconSet::has(name) || lineMarkOf(name) != LineMark::kNone;
}

// Reads one expression. What is wrong is noted and stands as null, so that the rest is looked at, too.
class Parser {
 public:
  Parser(AttributeNames& names, StyleProblems& problems, bool raster_value)
      : m_names(names), m_problems(problems), m_raster_value(raster_value) {}

  NodePtr parse(const json& value, const Wanted& wanted, const JsonPlace& place) {
    if (m_depth >= kDeepestNesting) return wrong(place, "fewer nested expressions");
    ++m_depth;
    ++m_nodes;
    const bool numbers = wanted.kind == kNumbers && value.is_array() && (value.empty() || value[0].is_number());
    NodePtr node = value.is_array() && !numbers ? parseCall(value, wanted, place) : parseConstant(value, wanted, place);
    --m_depth;
    return node;
  }

 private:
  struct Binding {
    std::string name;
    NodePtr node;
    std::size_t nodes;  // with everything below
  };

  static NodePtr constantNode(Value value) {
    auto node = std::make_shared<ParsedNode>();
    node->constant = std::move(value);
    return node;
  }

  static NodePtr makeNode(Operation operation, std::vector<NodePtr> children) {
    auto node = std::make_shared<ParsedNode>();
    node->operation = operation;
    node->children = std::move(children);
    return node;
  }

  NodePtr wrong(const JsonPlace& place, std::string expected, std::string found = {}) {
    m_problems.add(place, std::move(expected), std::move(found));
    return constantNode({});
  }

  NodePtr parseConstant(const json& value, const Wanted& wanted, const JsonPlace& place) {
    const auto other = [&] { return wrong(place, nameOf(wanted), shown(value)); };
    if (value.is_null()) return constantNode({});
    switch (wanted.kind) {
      case kColour: {
        const QColor colour = value.is_string() ? colourFromText(value.get<std::string>()) : QColor();
        return colour.isValid() ? constantNode(colour) : other();
      }
      case kNumber: {
        if (!value.is_number()) return other();
        const double number = value.get<double>();
        return number >= wanted.least && number <= wanted.most ? constantNode(number) : other();
      }
      case kBoolean:
        return value.is_boolean() ? constantNode(value.get<bool>()) : other();
      case kText: {
        if (!value.is_string()) return other();
        const std::string text = value.get<std::string>();
        const bool known = wanted.words.empty() || std::ranges::find(wanted.words, text) != wanted.words.end();
        return known && (!wanted.icon || isKnownIcon(text)) ? constantNode(text) : other();
      }
      case kNumbers: {
        if (!value.is_array()) return other();
        std::vector<double> numbers;
        for (const json& item : value) {
          if (!item.is_number()) return other();
          numbers.push_back(item.get<double>());
        }
        const bool fits = wanted.list == Wanted::List::kAny ||
                          (wanted.list == Wanted::List::kTwo && numbers.size() == 2) ||
                          (wanted.list == Wanted::List::kPairs && numbers.size() % 2 == 0 &&
                           std::ranges::all_of(numbers, [](double v) { return v >= 0; }));
        return fits ? constantNode(std::move(numbers)) : other();
      }
      case kAny:
        break;
    }
    if (value.is_boolean()) return constantNode(value.get<bool>());
    if (value.is_number()) return constantNode(value.get<double>());
    if (value.is_string()) return constantNode(value.get<std::string>());
    return other();
  }

  NodePtr parseCall(const json& call, const Wanted& wanted, const JsonPlace& place) {
    if (call.empty() || !call[0].is_string()) return wrong(place, "an expression [\"operator\", ...]", shown(call));
    const std::string name = call[0].get<std::string>();
    if (name == "literal") {
      if (call.size() != 2) return wrong(place, "[\"literal\", value]", shown(call));
      return parseConstant(call[1], call[1].is_array() && wanted.kind != kNumbers ? Wanted(kNumbers) : wanted,
                           place.at(1));
    }
    if (name == "zoom") return parseInput(call, Operation::kZoom, wanted, place);
    if (name == "raster-value") {
      if (!m_raster_value)
        return wrong(place.at(std::size_t{0}), "an operator that has a meaning here; cells of a raster have values",
                     shown(name));
      return parseInput(call, Operation::kRasterValue, wanted, place);
    }
    if (name == "get" || name == "has") return parseAttribute(call, name, wanted, place);
    if (name == "let") return parseLet(call, wanted, place);
    if (name == "var") return parseVariable(call, place);
    if (name == "match") return parseMatch(call, wanted, place);
    if (name == "case") return parseCase(call, wanted, place);
    if (name == "step" || name == "interpolate") return parseRamp(call, name, wanted, place);
    if (name == "in") return parseIn(call, wanted, place);
    if (name == "coalesce") return parseCoalesce(call, wanted, place);
    return parseSimple(call, name, wanted, place);
  }

  // Notes an operator whose results are never of the kind that is wanted.
  bool fits(ValueKind gives, const json& call, const Wanted& wanted, const JsonPlace& place) {
    if (wanted.kind == kAny || wanted.kind == gives) return true;
    wrong(place, nameOf(wanted), shown(call));
    return false;
  }

  NodePtr parseInput(const json& call, Operation operation, const Wanted& wanted, const JsonPlace& place) {
    if (call.size() != 1) return wrong(place, "[" + shown(call[0]) + "] and nothing behind it", shown(call));
    fits(kNumber, call, wanted, place);
    return makeNode(operation, {});
  }

  NodePtr parseAttribute(const json& call, const std::string& name, const Wanted& wanted, const JsonPlace& place) {
    if (call.size() != 2 || !call[1].is_string()) return wrong(place, "[\"" + name + "\", \"attribute\"]", shown(call));
    if (name == "has") fits(kBoolean, call, wanted, place);
    const std::string attribute = call[1].get<std::string>();
    if (const auto* columns = m_names.columns(); columns && std::ranges::find(*columns, attribute) == columns->end()) {
      std::string names;
      for (const std::string& column : *columns) names += (names.empty() ? "" : ", ") + column;
      m_problems.add(place.at(1), "a column of the table: " + names, shown(call[1]));
    }
    auto node = std::make_shared<ParsedNode>();
    node->operation = name == "get" ? Operation::kGet : Operation::kHas;
    node->attribute = m_names.indexOf(attribute);
    return node;
  }

  // ["let", "name", value, ..., result]
  NodePtr parseLet(const json& call, const Wanted& wanted, const JsonPlace& place) {
    if (call.size() < 4 || call.size() % 2 != 0)
      return wrong(place, "[\"let\", \"name\", value, ..., result]", shown(call));
    const std::size_t outer = m_bindings.size();
    for (std::size_t i = 1; i + 2 < call.size(); i += 2) {
      if (!call[i].is_string()) wrong(place.at(i), "a name", shown(call[i]));
      const std::size_t before = m_nodes;
      NodePtr value = parse(call[i + 1], kAny, place.at(i + 1));
      m_bindings.push_back({call[i].is_string() ? call[i].get<std::string>() : "", std::move(value), m_nodes - before});
    }
    NodePtr result = parse(call.back(), wanted, place.at(call.size() - 1));
    m_bindings.resize(outer);
    return result;
  }

  NodePtr parseVariable(const json& call, const JsonPlace& place) {
    if (call.size() != 2 || !call[1].is_string()) return wrong(place, "[\"var\", \"name\"]", shown(call));
    const auto found = std::find_if(m_bindings.rbegin(), m_bindings.rend(),
                                    [name = call[1].get<std::string>()](const Binding& b) { return b.name == name; });
    if (found == m_bindings.rend()) return wrong(place.at(1), "a name that a \"let\" around it gives", shown(call[1]));
    m_nodes += found->nodes;
    if (m_nodes > kMostNodes) {
      const bool said = std::exchange(m_too_large, true);
      return said ? constantNode({}) : wrong(place, "a smaller expression");
    }
    return found->node;
  }

  NodePtr parseSimple(const json& call, const std::string& name, const Wanted& wanted, const JsonPlace& place) {
    const auto* row = std::ranges::find(kOperators, std::string_view(name), &Operator::name);
    if (row == std::end(kOperators))
      return wrong(place.at(std::size_t{0}), "a known operator (get, match, step, interpolate, ...)", shown(call[0]));
    const std::size_t given = call.size() - 1;
    if (given < row->least || given > row->most)
      return wrong(place,
                   fmt::format("{} value(s) after \"{}\"",
                               row->most == row->least ? fmt::format("{}", row->least)
                               : row->most < kMany     ? fmt::format("{} or {}", row->least, row->most)
                                                       : fmt::format("{} or more", row->least),
                               name),
                   fmt::format("{}", given));
    fits(row->gives, call, wanted, place);
    return makeNode(row->operation, parseAll(call, row->takes, place));
  }

  std::vector<NodePtr> parseAll(const json& call, const Wanted& wanted, const JsonPlace& place) {
    std::vector<NodePtr> nodes;
    for (std::size_t i = 1; i < call.size(); ++i) nodes.push_back(parse(call[i], wanted, place.at(i)));
    return nodes;
  }

  NodePtr parseCoalesce(const json& call, const Wanted& wanted, const JsonPlace& place) {
    if (call.size() < 2) return wrong(place, "[\"coalesce\", value, ...]", shown(call));
    return makeNode(Operation::kCoalesce, parseAll(call, wanted, place));
  }

  std::vector<Value> parseLabels(const json& label, const JsonPlace& place) {
    std::vector<Value> labels;
    const auto add = [&](const json& item, const JsonPlace& at) {
      if (item.is_string())
        labels.emplace_back(item.get<std::string>());
      else if (item.is_number())
        labels.emplace_back(item.get<double>());
      else if (item.is_boolean())
        labels.emplace_back(item.get<bool>());
      else
        wrong(at, "a text, a number or a list of them", shown(item));
    };
    if (!label.is_array()) add(label, place);
    for (std::size_t i = 0; label.is_array() && i < label.size(); ++i) add(label[i], place.at(i));
    return labels;
  }

  NodePtr parseMatch(const json& call, const Wanted& wanted, const JsonPlace& place) {
    if (call.size() < 5 || call.size() % 2 == 0)
      return wrong(place, "[\"match\", input, label, output, ..., fallback]", shown(call));
    auto node = std::make_shared<ParsedNode>();
    node->operation = Operation::kMatch;
    node->children.push_back(parse(call[1], kAny, place.at(1)));
    std::vector<Value> seen;
    for (std::size_t i = 2; i + 1 < call.size(); i += 2) {
      std::vector<Value> labels = parseLabels(call[i], place.at(i));
      for (const Value& label : labels) {
        if (std::ranges::find(seen, label) != seen.end()) wrong(place.at(i), "each label once", shown(call[i]));
        seen.push_back(label);
      }
      node->labels.push_back(std::move(labels));
      node->children.push_back(parse(call[i + 1], wanted, place.at(i + 1)));
    }
    node->children.push_back(parse(call.back(), wanted, place.at(call.size() - 1)));
    return node;
  }

  NodePtr parseCase(const json& call, const Wanted& wanted, const JsonPlace& place) {
    if (call.size() < 4 || call.size() % 2 != 0)
      return wrong(place, "[\"case\", condition, output, ..., fallback]", shown(call));
    std::vector<NodePtr> nodes;
    for (std::size_t i = 1; i < call.size(); ++i) {
      const bool condition = i % 2 == 1 && i + 1 < call.size();
      nodes.push_back(parse(call[i], condition ? Wanted(kBoolean) : wanted, place.at(i)));
    }
    return makeNode(Operation::kCase, std::move(nodes));
  }

  void parseCurve(const json& curve, ParsedNode& node, const JsonPlace& place) {
    const auto numbers = [&](std::size_t count) {
      return curve.size() == count + 1 &&
             std::all_of(curve.begin() + 1, curve.end(), [](const json& v) { return v.is_number(); });
    };
    const std::string name =
        curve.is_array() && !curve.empty() && curve[0].is_string() ? curve[0].get<std::string>() : "";
    if (name == "linear" && numbers(0)) return;
    if (name == "exponential" && numbers(1) && curve[1].get<double>() > 0) {
      node.base = curve[1].get<double>();
      return;
    }
    if (name == "cubic-bezier" && numbers(4)) {
      const std::array<double, 4> inner{curve[1].get<double>(), curve[2].get<double>(), curve[3].get<double>(),
                                        curve[4].get<double>()};
      if (std::ranges::all_of(inner, [](double v) { return v >= 0 && v <= 1; })) {
        node.bezier = inner;
        return;
      }
    }
    wrong(place, "[\"linear\"], [\"exponential\", base] or [\"cubic-bezier\", x1, y1, x2, y2]", shown(curve));
  }

  // ["step", input, output0, stop1, output1, ...] and ["interpolate", ["linear"], input, stop0, output0, ...].
  NodePtr parseRamp(const json& call, const std::string& name, const Wanted& wanted, const JsonPlace& place) {
    const bool steps = name == "step";
    constexpr std::size_t kFirstStop = 3;
    if (call.size() < 5 || call.size() % 2 == 0)
      return wrong(place,
                   steps ? "[\"step\", input, output, stop, output, ...]"
                         : "[\"interpolate\", [\"linear\"], input, stop, output, ...]",
                   shown(call));
    if (!steps && (wanted.kind == kText || wanted.kind == kBoolean || wanted.kind == kNumbers))
      return wrong(place.at(std::size_t{0}), "\"step\": only numbers and colours have something between them",
                   shown(call[0]));
    auto node = std::make_shared<ParsedNode>();
    node->operation = steps ? Operation::kStep : Operation::kInterpolate;
    if (!steps) parseCurve(call[1], *node, place.at(1));
    const std::size_t input = steps ? 1 : 2;
    node->children.push_back(parse(call[input], kNumber, place.at(input)));
    if (steps) node->children.push_back(parse(call[2], wanted, place.at(2)));
    for (std::size_t i = kFirstStop; i + 1 < call.size(); i += 2) {
      if (!call[i].is_number() || (!node->stops.empty() && call[i].get<double>() <= node->stops.back()))
        wrong(place.at(i), node->stops.empty() ? "a number" : "a stop greater than the one before", shown(call[i]));
      // Stops stay ascending, whatever the file says: evaluation relies on it.
      const double stop = call[i].is_number() ? call[i].get<double>() : 0;
      node->stops.push_back(node->stops.empty() ? stop : std::max(stop, node->stops.back()));
      node->children.push_back(parse(call[i + 1], wanted, place.at(i + 1)));
    }
    return node;
  }

  NodePtr parseIn(const json& call, const Wanted& wanted, const JsonPlace& place) {
    if (call.size() != 3) return wrong(place, "[\"in\", value, [\"literal\", [...]]]", shown(call));
    fits(kBoolean, call, wanted, place);
    auto node = std::make_shared<ParsedNode>();
    node->operation = Operation::kIn;
    node->children.push_back(parse(call[1], kAny, place.at(1)));
    if (call[2].is_array() && call[2].size() == 2 && call[2][0] == "literal")
      node->labels.push_back(parseLabels(call[2][1], place.at(2).at(1)));
    else
      node->children.push_back(parse(call[2], kText, place.at(2)));
    return node;
  }

  AttributeNames& m_names;
  StyleProblems& m_problems;
  bool m_raster_value;  // cells have values where this expression stands
  std::vector<Binding> m_bindings;
  std::size_t m_nodes = 0;
  bool m_too_large = false;  // said once
  int m_depth = 0;
};

}  // namespace

Expression Expression::read(const json& value, const Wanted& wanted, AttributeNames& names, const JsonPlace& place,
                            StyleProblems& problems) {
  Expression expression;
  expression.m_root = Parser(names, problems, wanted.raster_value).parse(value, wanted, place);
  return expression;
}

gis::Result<Expression> Expression::parse(const json& value, const Wanted& wanted, AttributeNames& names,
                                          const JsonPlace& place) {
  StyleProblems problems;
  Expression expression = read(value, wanted, names, place, problems);
  if (!problems.empty()) return std::unexpected(problems.firstError());
  return expression;
}

}  // namespace layers
