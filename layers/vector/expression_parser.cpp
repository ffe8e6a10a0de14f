// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <nlohmann/json.hpp>

#include "layers/vector/expression.h"
#include "layers/vector/expression_node.h"

namespace layers {
namespace {

using gis::Result;
using nlohmann::json;
using Node = Expression::Node;
using NodePtr = std::shared_ptr<const Node>;

// Nested deeper than any person writes; keeps a hostile file from exhausting the stack.
constexpr int kDeepestNesting = 60;

std::string shown(const json& value) {
  std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  if (text.size() > 60) {
    text.resize(57);
    text += "...";
  }
  return text;
}

std::string nameOf(ValueKind kind) {
  switch (kind) {
    case ValueKind::kBoolean:
      return "true or false";
    case ValueKind::kNumber:
      return "a number";
    case ValueKind::kText:
      return "a text";
    case ValueKind::kColour:
      return "a colour such as \"#1f6feb\"";
    case ValueKind::kNumbers:
      return "a list of numbers";
    case ValueKind::kAny:
      break;
  }
  return "a value";
}

QColor colourOf(const std::string& text) {
  // "#rgb", "#rrggbb", "#aarrggbb" of Qt is avoided: "#rrggbbaa" as in CSS; "rgba(r,g,b,a)"; names.
  const QString name = QString::fromStdString(text).trimmed();
  if (name.startsWith(u'#') && name.size() == 9) {
    QColor colour(name.left(7));
    bool ok = false;
    colour.setAlpha(name.mid(7).toInt(&ok, 16));
    return ok ? colour : QColor();
  }
  if (name.startsWith(QLatin1String("rgba(")) && name.endsWith(u')')) {
    const QStringList parts = name.mid(5, name.size() - 6).split(u',');
    if (parts.size() != 4) return {};
    QColor colour(parts[0].toInt(), parts[1].toInt(), parts[2].toInt());
    if (colour.isValid()) colour.setAlphaF(static_cast<float>(std::clamp(parts[3].toDouble(), 0.0, 1.0)));
    return colour;
  }
  return QColor(name);
}

class Parser {
 public:
  explicit Parser(AttributeNames& names) : m_names(names) {}

  Result<NodePtr> parse(const json& value, ValueKind wanted, const JsonPlace& place) {
    if (++m_depth > kDeepestNesting) return place.expected("fewer nested expressions");
    auto node = value.is_array() && !(wanted == ValueKind::kNumbers && (value.empty() || value[0].is_number()))
                    ? parseCall(value, wanted, place)
                    : parseConstant(value, wanted, place);
    --m_depth;
    return node;
  }

 private:
  static NodePtr constantNode(Value value) {
    auto node = std::make_shared<Node>();
    node->constant = std::move(value);
    return node;
  }

  Result<NodePtr> parseConstant(const json& value, ValueKind wanted, const JsonPlace& place) {
    const auto wrong = [&] { return place.expected(nameOf(wanted) + ", found " + shown(value)); };
    if (value.is_null()) return constantNode({});
    switch (wanted) {
      case ValueKind::kColour: {
        if (!value.is_string()) return wrong();
        const QColor colour = colourOf(value.get<std::string>());
        if (!colour.isValid()) return wrong();
        return constantNode(colour);
      }
      case ValueKind::kNumber:
        if (!value.is_number()) return wrong();
        return constantNode(value.get<double>());
      case ValueKind::kBoolean:
        if (!value.is_boolean()) return wrong();
        return constantNode(value.get<bool>());
      case ValueKind::kText:
        if (!value.is_string()) return wrong();
        return constantNode(value.get<std::string>());
      case ValueKind::kNumbers: {
        std::vector<double> numbers;
        if (!value.is_array()) return wrong();
        for (const json& item : value) {
          if (!item.is_number()) return wrong();
          numbers.push_back(item.get<double>());
        }
        return constantNode(std::move(numbers));
      }
      case ValueKind::kAny:
        break;
    }
    if (value.is_boolean()) return constantNode(value.get<bool>());
    if (value.is_number()) return constantNode(value.get<double>());
    if (value.is_string()) return constantNode(value.get<std::string>());
    return wrong();
  }

  Result<NodePtr> parseCall(const json& call, ValueKind wanted, const JsonPlace& place) {
    if (call.empty() || !call[0].is_string())
      return place.expected("an expression [\"operator\", ...], found " + shown(call));
    const std::string name = call[0].get<std::string>();
    if (name == "literal") {
      if (call.size() != 2) return place.expected("[\"literal\", value]");
      return parseConstant(call[1], call[1].is_array() ? ValueKind::kNumbers : wanted, place.at(1));
    }
    if (name == "zoom") return makeNode(Operation::kZoom, {});
    if (name == "get" || name == "has") {
      if (call.size() != 2 || !call[1].is_string()) return place.expected("[\"" + name + "\", \"attribute\"]");
      auto node = std::make_shared<Node>();
      node->operation = name == "get" ? Operation::kGet : Operation::kHas;
      node->attribute = m_names.indexOf(call[1].get<std::string>());
      return node;
    }
    if (name == "match") return parseMatch(call, wanted, place);
    if (name == "case") return parseCase(call, wanted, place);
    if (name == "step" || name == "interpolate") return parseRamp(call, name, wanted, place);
    if (name == "in") return parseIn(call, place);
    return parseSimple(call, name, wanted, place);
  }

  static NodePtr makeNode(Operation operation, std::vector<NodePtr> children) {
    auto node = std::make_shared<Node>();
    node->operation = operation;
    node->children = std::move(children);
    return node;
  }

  Result<NodePtr> parseSimple(const json& call, const std::string& name, ValueKind wanted, const JsonPlace& place) {
    struct Row {
      const char* name;
      Operation operation;
      std::size_t least, most;
      ValueKind children;
    };
    constexpr std::size_t kMany = 1000;
    static const std::array<Row, 17> kTable = {{{"==", Operation::kEqual, 2, 2, ValueKind::kAny},
                                                {"!=", Operation::kNotEqual, 2, 2, ValueKind::kAny},
                                                {"<", Operation::kLess, 2, 2, ValueKind::kAny},
                                                {"<=", Operation::kLessEqual, 2, 2, ValueKind::kAny},
                                                {">", Operation::kGreater, 2, 2, ValueKind::kAny},
                                                {">=", Operation::kGreaterEqual, 2, 2, ValueKind::kAny},
                                                {"!", Operation::kNot, 1, 1, ValueKind::kBoolean},
                                                {"all", Operation::kAll, 0, kMany, ValueKind::kBoolean},
                                                {"any", Operation::kAny, 0, kMany, ValueKind::kBoolean},
                                                {"concat", Operation::kConcat, 1, kMany, ValueKind::kAny},
                                                {"to-string", Operation::kToText, 1, 1, ValueKind::kAny},
                                                {"to-number", Operation::kToNumber, 1, 1, ValueKind::kAny},
                                                {"+", Operation::kAdd, 2, kMany, ValueKind::kNumber},
                                                {"-", Operation::kSubtract, 1, 2, ValueKind::kNumber},
                                                {"*", Operation::kMultiply, 2, kMany, ValueKind::kNumber},
                                                {"/", Operation::kDivide, 2, 2, ValueKind::kNumber},
                                                {"coalesce", Operation::kCoalesce, 1, kMany, ValueKind::kAny}}};
    const auto row = std::find_if(kTable.begin(), kTable.end(), [&](const Row& r) { return name == r.name; });
    if (row == kTable.end())
      return place.at(std::size_t{0})
          .expected("a known operator (get, match, step, interpolate, ...), found \"" + name + "\"");
    const std::size_t given = call.size() - 1;
    if (given < row->least || given > row->most)
      return place.expected(
          fmt::format("{} value(s) after \"{}\", found {}",
                      row->most == row->least ? fmt::format("{}", row->least) : fmt::format("{} or more", row->least),
                      name, given));
    // "coalesce" hands on what is wanted of it.
    const ValueKind children = row->operation == Operation::kCoalesce ? wanted : row->children;
    std::vector<NodePtr> nodes;
    for (std::size_t i = 1; i < call.size(); ++i) {
      auto child = parse(call[i], children, place.at(i));
      if (!child) return child;
      nodes.push_back(std::move(*child));
    }
    return makeNode(row->operation, std::move(nodes));
  }

  static Result<std::vector<Value>> parseLabels(const json& json_label, const JsonPlace& place) {
    std::vector<Value> labels;
    const auto add = [&](const json& item) {
      if (item.is_string())
        labels.emplace_back(item.get<std::string>());
      else if (item.is_number())
        labels.emplace_back(item.get<double>());
      else if (item.is_boolean())
        labels.emplace_back(item.get<bool>());
      else
        return false;
      return true;
    };
    if (json_label.is_array()) {
      for (const json& item : json_label)
        if (!add(item)) return place.expected("texts or numbers, found " + shown(item));
    } else if (!add(json_label)) {
      return place.expected("a text, a number or a list of them, found " + shown(json_label));
    }
    return labels;
  }

  Result<NodePtr> parseMatch(const json& call, ValueKind wanted, const JsonPlace& place) {
    if (call.size() < 5 || call.size() % 2 == 0)
      return place.expected("[\"match\", input, label, output, ..., fallback]");
    auto node = std::make_shared<Node>();
    node->operation = Operation::kMatch;
    auto input = parse(call[1], ValueKind::kAny, place.at(1));
    if (!input) return input;
    node->children.push_back(std::move(*input));
    for (std::size_t i = 2; i + 1 < call.size(); i += 2) {
      auto labels = parseLabels(call[i], place.at(i));
      if (!labels) return std::unexpected(labels.error());
      node->labels.push_back(std::move(*labels));
      auto output = parse(call[i + 1], wanted, place.at(i + 1));
      if (!output) return output;
      node->children.push_back(std::move(*output));
    }
    auto fallback = parse(call.back(), wanted, place.at(call.size() - 1));
    if (!fallback) return fallback;
    node->children.push_back(std::move(*fallback));
    return node;
  }

  Result<NodePtr> parseCase(const json& call, ValueKind wanted, const JsonPlace& place) {
    if (call.size() < 4 || call.size() % 2 != 0) return place.expected("[\"case\", condition, output, ..., fallback]");
    std::vector<NodePtr> nodes;
    for (std::size_t i = 1; i < call.size(); ++i) {
      const bool condition = i % 2 == 1 && i + 1 < call.size();
      auto child = parse(call[i], condition ? ValueKind::kBoolean : wanted, place.at(i));
      if (!child) return child;
      nodes.push_back(std::move(*child));
    }
    return makeNode(Operation::kCase, std::move(nodes));
  }

  // ["step", input, output0, stop1, output1, ...] and ["interpolate", ["linear"], input, stop0, output0, ...].
  Result<NodePtr> parseRamp(const json& call, const std::string& name, ValueKind wanted, const JsonPlace& place) {
    const bool steps = name == "step";
    constexpr std::size_t kFirstStop = 3;
    if (call.size() < 5 || call.size() % 2 == 0)
      return place.expected(steps ? "[\"step\", input, output, stop, output, ...]"
                                  : "[\"interpolate\", [\"linear\"], input, stop, output, ...]");
    auto node = std::make_shared<Node>();
    node->operation = steps ? Operation::kStep : Operation::kInterpolate;
    if (!steps) {
      const json& curve = call[1];
      const bool linear = curve.is_array() && !curve.empty() && curve[0] == "linear";
      const bool exponential = curve.is_array() && curve.size() == 2 && curve[0] == "exponential" &&
                               curve[1].is_number() && curve[1].get<double>() > 0;
      if (!linear && !exponential) return place.at(1).expected("[\"linear\"] or [\"exponential\", base]");
      if (exponential) node->base = call[1][1].get<double>();
    }
    auto input = parse(call[steps ? 1 : 2], ValueKind::kNumber, place.at(steps ? 1 : 2));
    if (!input) return input;
    node->children.push_back(std::move(*input));
    if (steps) {
      auto output = parse(call[2], wanted, place.at(2));
      if (!output) return output;
      node->children.push_back(std::move(*output));
    }
    for (std::size_t i = kFirstStop; i + 1 < call.size(); i += 2) {
      if (!call[i].is_number() || (!node->stops.empty() && call[i].get<double>() <= node->stops.back()))
        return place.at(i).expected("a stop greater than the one before, found " + shown(call[i]));
      node->stops.push_back(call[i].get<double>());
      auto output = parse(call[i + 1], wanted, place.at(i + 1));
      if (!output) return output;
      node->children.push_back(std::move(*output));
    }
    return node;
  }

  Result<NodePtr> parseIn(const json& call, const JsonPlace& place) {
    if (call.size() != 3) return place.expected("[\"in\", value, [\"literal\", [...]]]");
    auto node = std::make_shared<Node>();
    node->operation = Operation::kIn;
    auto needle = parse(call[1], ValueKind::kAny, place.at(1));
    if (!needle) return needle;
    node->children.push_back(std::move(*needle));
    if (call[2].is_array() && call[2].size() == 2 && call[2][0] == "literal") {
      auto labels = parseLabels(call[2][1], place.at(2).at(1));
      if (!labels) return std::unexpected(labels.error());
      node->labels.push_back(std::move(*labels));
    } else {
      auto text = parse(call[2], ValueKind::kText, place.at(2));
      if (!text) return text;
      node->children.push_back(std::move(*text));
    }
    return node;
  }

  AttributeNames& m_names;
  int m_depth = 0;
};

}  // namespace

std::unexpected<gis::Error> JsonPlace::expected(const std::string& what) const {
  return gis::fail(gis::ErrorCode::kDamagedFile, file, (path.empty() ? "/" : path) + ": expected " + what);
}

gis::Result<Expression> Expression::parse(const json& value, ValueKind wanted, AttributeNames& names,
                                          const JsonPlace& place) {
  auto root = Parser(names).parse(value, wanted, place);
  if (!root) return std::unexpected(root.error());
  Expression expression;
  expression.m_root = std::move(*root);
  return expression;
}

}  // namespace layers
