// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <limits>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gis/core/error.h"
#include "layers/vector/style_problem.h"

namespace layers {

// What an expression yields. Null, truth, number, text (UTF-8), colour, or a list of numbers (dash arrays, offsets).
using Value = std::variant<std::monostate, bool, double, std::string, QColor, std::vector<double>>;

enum class ValueKind { kAny, kBoolean, kNumber, kText, kColour, kNumbers };

// What may stand where an expression is read. Limits hold for values that are written down, not for computed ones.
struct Wanted {
  ValueKind kind = ValueKind::kAny;
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  std::span<const std::string_view> words;  // of texts; empty: any
  bool icon = false;                        // a text that names one of our icons or a sign along a line
  bool raster_value = false;                // ["raster-value"] has a meaning here
  enum class List { kAny, kTwo, kPairs } list = List::kAny;  // how many numbers; pairs: an even count, none negative

  constexpr Wanted(ValueKind value_kind) : kind(value_kind) {}  // NOLINT(google-explicit-constructor): reads as one
  static constexpr Wanted number(double least, double most = std::numeric_limits<double>::infinity()) {
    Wanted wanted(ValueKind::kNumber);
    wanted.least = least, wanted.most = most;
    return wanted;
  }
  static constexpr Wanted oneOf(std::span<const std::string_view> words) {
    Wanted wanted(ValueKind::kText);
    wanted.words = words;
    return wanted;
  }
  static constexpr Wanted numbers(List list) {
    Wanted wanted(ValueKind::kNumbers);
    wanted.list = list;
    return wanted;
  }
  static constexpr Wanted iconName() {
    Wanted wanted(ValueKind::kText);
    wanted.icon = true;
    return wanted;
  }
  static constexpr Wanted rasterColour() {
    Wanted wanted(ValueKind::kColour);
    wanted.raster_value = true;
    return wanted;
  }
};

// The attributes a style looks at, each once; expressions refer to them by index.
class AttributeNames {
 public:
  AttributeNames() = default;
  // Of a table whose columns are known; must outlive this object.
  explicit AttributeNames(const std::vector<std::string>* columns) : m_columns(columns) {}
  std::size_t indexOf(const std::string& name);  // adds it when new
  const std::vector<std::string>& names() const { return m_names; }
  // Null when the table is not known.
  const std::vector<std::string>* columns() const { return m_columns; }

 private:
  std::vector<std::string> m_names;
  const std::vector<std::string>* m_columns = nullptr;
};

// What an expression is evaluated for: a zoom and one feature's attributes in the order of AttributeNames.
struct EvaluationContext {
  double zoom = 0;
  std::span<const Value> attributes;
  double raster_value = std::numeric_limits<double>::quiet_NaN();  // of the cell that is coloured
};

// A compiled expression of the MapLibre style specification, the part of it that our styles use:
//   get has literal zoom raster-value let var coalesce
//   == != < <= > >= ! all any in match case step interpolate(linear, exponential, cubic-bezier)
//   + - * / % ^ min max abs ceil floor round sqrt
//   concat upcase downcase length to-string to-number to-boolean to-color rgb rgba
// A missing attribute is null, never an error: a comparison with null is false, arithmetic with null is null.
// Immutable; any thread.
class Expression {
 public:
  struct Node;

  Expression() = default;
  explicit Expression(Value constant);
  // Fails with the first thing that is wrong.
  static gis::Result<Expression> parse(const nlohmann::json& json, const Wanted& wanted, AttributeNames& names,
                                       const JsonPlace& place);
  // Notes everything that is wrong; null stands in its place.
  static Expression read(const nlohmann::json& json, const Wanted& wanted, AttributeNames& names,
                         const JsonPlace& place, StyleProblems& problems);

  Value evaluate(const EvaluationContext& context) const;
  bool empty() const { return m_root == nullptr; }
  // For those who take it apart (expression_node.h); null when empty.
  const Node* root() const { return m_root.get(); }
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
