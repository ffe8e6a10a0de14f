// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "gis/core/error.h"

namespace layers {

// What an expression yields. Null, truth, number, text (UTF-8), colour, or a list of numbers (dash arrays, offsets).
using Value = std::variant<std::monostate, bool, double, std::string, QColor, std::vector<double>>;

enum class ValueKind { kAny, kBoolean, kNumber, kText, kColour, kNumbers };

// Where a parser stands, for messages: "fire_risk_zone.json: /style/0/paint/fill-color: ...".
struct JsonPlace {
  std::string file;
  std::string path;
  JsonPlace at(const std::string& key) const { return {file, path + "/" + key}; }
  JsonPlace at(std::size_t index) const { return at(std::to_string(index)); }
  // kDamagedFile with the file as subject and "<path>: expected <what>" as detail.
  std::unexpected<gis::Error> expected(const std::string& what) const;
};

// The attributes a style looks at, each once; expressions refer to them by index.
class AttributeNames {
 public:
  std::size_t indexOf(const std::string& name);  // adds it when new
  const std::vector<std::string>& names() const { return m_names; }

 private:
  std::vector<std::string> m_names;
};

// What an expression is evaluated for: a zoom and one feature's attributes in the order of AttributeNames.
struct EvaluationContext {
  double zoom = 0;
  std::span<const Value> attributes;
};

// A compiled expression of the MapLibre style specification, the part of it that our styles use:
// get has literal == != < <= > >= ! all any in match case step interpolate(linear, exponential) zoom coalesce concat
// to-string to-number + - * / and plain values. A missing attribute is null, never an error: a comparison with null is
// false, arithmetic with null is null. Immutable; any thread.
class Expression {
 public:
  struct Node;

  Expression() = default;
  explicit Expression(Value constant);
  static gis::Result<Expression> parse(const nlohmann::json& json, ValueKind wanted, AttributeNames& names,
                                       const JsonPlace& place);

  Value evaluate(const EvaluationContext& context) const;
  bool empty() const { return m_root == nullptr; }
  // Indices of the attributes it reads, ascending, each once.
  std::vector<std::size_t> attributes() const;

 private:
  std::shared_ptr<const Node> m_root;
};

// Conversions with the specification's rules; the fallback is used for null and for what cannot be converted.
bool toBool(const Value& value);
double toNumber(const Value& value, double fallback);
std::string toText(const Value& value);
QColor toColour(const Value& value, const QColor& fallback);

}  // namespace layers
