// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/style_rules.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "layers/vector/expression_node.h"

namespace layers {
namespace {

using RuleNode = Expression::Node;

constexpr std::size_t kMostCases = 2000;
constexpr double kWidestBand = 1;

// How a style layer uses one attribute: the values it is compared with, and whether their order matters.
struct Use {
  std::vector<Value> literals;  // each once
  std::set<double> thresholds;
  bool raw = false;  // its own value shows (in an icon's name)
};

void addOnce(std::vector<Value>& values, const Value& value) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(value);
}

// One set of values of an attribute that all look the same.
struct RuleCell {
  Value example;
  enum class Kind { kValue, kBetween, kNull, kOther } kind = Kind::kValue;
  double above = 0, below = 0;  // of kBetween; infinite at the ends
};

struct Axis {
  std::size_t attribute = 0;
  std::string name;
  std::vector<RuleCell> cells;
};

// Looks through expressions for what the attributes and the zoom are compared with.
class UseFinder {
 public:
  void look(const Expression& expression) {
    if (expression.root()) visit(*expression.root());
  }
  std::map<std::size_t, Use> uses;
  std::set<double> zooms;
  bool zoom_blends = false;

 private:
  // The attribute that an operand is, seen through conversions; none for anything else.
  static const RuleNode* attributeIn(const RuleNode& node) {
    if (node.operation == Operation::kGet) return &node;
    const bool through = node.operation == Operation::kToNumber || node.operation == Operation::kToText ||
                         node.operation == Operation::kCoalesce;
    return through && !node.children.empty() ? attributeIn(*node.children.front()) : nullptr;
  }

  void compare(const RuleNode& a, const RuleNode& b, bool order) {
    if (b.operation != Operation::kConstant) return;
    const auto* number = std::get_if<double>(&b.constant);
    if (a.operation == Operation::kZoom && number) zooms.insert(*number);
    const RuleNode* attribute = attributeIn(a);
    if (!attribute) return;
    Use& use = uses[attribute->attribute];
    if (order && number)
      use.thresholds.insert(*number);
    else
      addOnce(use.literals, b.constant);
  }

  void visitRamp(const RuleNode& node) {
    const RuleNode& input = *node.children.front();
    if (input.operation == Operation::kZoom) {
      zooms.insert(node.stops.begin(), node.stops.end());
      zoom_blends = zoom_blends || node.operation == Operation::kInterpolate;
    } else if (const RuleNode* attribute = attributeIn(input)) {
      uses[attribute->attribute].thresholds.insert(node.stops.begin(), node.stops.end());
    }
  }

  void visit(const RuleNode& node) {
    switch (node.operation) {
      case Operation::kGet:
      case Operation::kHas:
        uses[node.attribute].raw = true;
        return;
      case Operation::kEqual:
      case Operation::kNotEqual:
      case Operation::kLess:
      case Operation::kLessEqual:
      case Operation::kGreater:
      case Operation::kGreaterEqual: {
        const bool order = node.operation != Operation::kEqual && node.operation != Operation::kNotEqual;
        compare(*node.children[0], *node.children[1], order);
        compare(*node.children[1], *node.children[0], order);
        for (const auto& child : node.children)
          if (!attributeIn(*child)) visit(*child);
        return;
      }
      case Operation::kMatch:
      case Operation::kIn: {
        const RuleNode* attribute = attributeIn(*node.children.front());
        if (attribute)
          for (const auto& labels : node.labels)
            for (const Value& label : labels) addOnce(uses[attribute->attribute].literals, label);
        for (std::size_t i = attribute ? 1 : 0; i < node.children.size(); ++i) visit(*node.children[i]);
        return;
      }
      case Operation::kStep:
      case Operation::kInterpolate:
        visitRamp(node);
        for (std::size_t i = attributeIn(*node.children.front()) ? 1 : 0; i < node.children.size(); ++i)
          visit(*node.children[i]);
        return;
      default:
        for (const auto& child : node.children) visit(*child);
    }
  }
};

// The codes that an attribute may have, where the entry says which table they stand in.
std::vector<std::string> codesOf(const CatalogueEntry& entry, const std::string& attribute,
                                 const gis::CodeLists& codes) {
  std::string table = entry.legend_by == attribute ? entry.legend_code_table : "";
  for (const InspectorField& field : entry.fields)
    if (table.empty() && field.column == attribute) table = field.code_table;
  std::vector<std::string> values;
  if (const auto list = codes.find(table); list != codes.end())
    for (const gis::CodeEntry& code : list->second) values.push_back(code.code);
  return values;
}

std::vector<RuleCell> cellsOf(const Use& use, const std::vector<std::string>& codes) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  std::vector<RuleCell> cells;
  std::set<double> points = use.thresholds;
  std::vector<Value> texts;
  for (const Value& literal : use.literals) {
    if (const auto* number = std::get_if<double>(&literal); number && !use.thresholds.empty())
      points.insert(*number);
    else
      addOnce(texts, literal);
  }
  // Codes are kept as text; the column holds numbers where the style compares it with some.
  const bool numbers = std::ranges::any_of(texts, [](const Value& v) { return std::holds_alternative<double>(v); });
  if (use.raw)
    for (const std::string& code : codes) addOnce(texts, numbers ? Value(toNumber(code, 0)) : Value(code));
  for (const Value& value : texts) cells.push_back({value, RuleCell::Kind::kValue, 0, 0});
  if (!points.empty()) {
    cells.push_back({*points.begin() - 1, RuleCell::Kind::kBetween, -kInfinity, *points.begin()});
    for (auto point = points.begin(); point != points.end(); ++point) {
      const auto next = std::next(point);
      cells.push_back({*point, RuleCell::Kind::kValue, 0, 0});
      if (next == points.end())
        cells.push_back({*point + 1, RuleCell::Kind::kBetween, *point, kInfinity});
      else
        cells.push_back({(*point + *next) / 2, RuleCell::Kind::kBetween, *point, *next});
    }
    cells.push_back({{}, RuleCell::Kind::kNull, 0, 0});
  } else {
    // Whatever else there is, null among it.
    cells.push_back({{}, RuleCell::Kind::kOther, 0, 0});
  }
  return cells;
}

Condition compared(Condition::Kind kind, const std::string& attribute, Value value) {
  return {kind, {}, attribute, std::move(value)};
}

Condition joined(Condition::Kind kind, std::vector<Condition> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  if (parts.empty())
    return {kind == Condition::Kind::kAnd ? Condition::Kind::kAlways : Condition::Kind::kNever, {}, {}, {}};
  return {kind, std::move(parts), {}, {}};
}

using Kind = Condition::Kind;

// A run of neighbouring cells of an ordered axis: "from 3 to below 5".
Condition rangeOf(const Axis& axis, const RuleCell& first, const RuleCell& last) {
  std::vector<Condition> both;
  const bool low_point = first.kind == RuleCell::Kind::kValue, high_point = last.kind == RuleCell::Kind::kValue;
  if (low_point && high_point && first.example == last.example) return compared(Kind::kEqual, axis.name, first.example);
  if (low_point)
    both.push_back(compared(Kind::kGreaterEqual, axis.name, first.example));
  else if (std::isfinite(first.above))
    both.push_back(compared(Kind::kGreater, axis.name, first.above));
  if (high_point)
    both.push_back(compared(Kind::kLessEqual, axis.name, last.example));
  else if (std::isfinite(last.below))
    both.push_back(compared(Kind::kLess, axis.name, last.below));
  if (both.empty()) return {Kind::kNot, {compared(Kind::kIsNull, axis.name, {})}, {}, {}};
  return joined(Kind::kAnd, std::move(both));
}

// "The attribute is in one of these cells."
Condition within(const Axis& axis, const std::set<std::size_t>& chosen) {
  if (chosen.size() == axis.cells.size()) return {};
  const std::size_t last = axis.cells.size() - 1;
  std::vector<Condition> any;
  if (axis.cells[last].kind == RuleCell::Kind::kOther && chosen.contains(last)) {
    std::vector<Condition> others;
    for (std::size_t i = 0; i < last; ++i)
      if (!chosen.contains(i)) others.push_back(compared(Kind::kEqual, axis.name, axis.cells[i].example));
    any.push_back(compared(Kind::kIsNull, axis.name, {}));
    any.push_back({Kind::kNot, {joined(Kind::kOr, std::move(others))}, {}, {}});
    return joined(Kind::kOr, std::move(any));
  }
  const bool ordered = axis.cells[last].kind == RuleCell::Kind::kNull;
  for (auto at = chosen.begin(); at != chosen.end(); ++at) {
    const RuleCell& cell = axis.cells[*at];
    if (cell.kind == RuleCell::Kind::kNull) {
      any.push_back(compared(Kind::kIsNull, axis.name, {}));
      continue;
    }
    auto end = at;
    while (ordered && std::next(end) != chosen.end() && *std::next(end) == *end + 1 &&
           axis.cells[*std::next(end)].kind != RuleCell::Kind::kNull)
      ++end;
    any.push_back(ordered ? rangeOf(axis, cell, axis.cells[*end]) : compared(Kind::kEqual, axis.name, cell.example));
    at = end;
  }
  return joined(Kind::kOr, std::move(any));
}

// The condition that holds for exactly these combinations of cells, one index an axis.
Condition conditionOf(const std::vector<Axis>& axes, const std::set<std::vector<std::size_t>>& cases,
                      std::size_t axis) {
  if (axis == axes.size()) return {};
  // Values of this axis after which the same may follow belong together.
  std::map<std::size_t, std::set<std::vector<std::size_t>>> by_cell;
  for (const auto& one : cases) {
    std::vector<std::size_t> rest = one;
    rest[axis] = 0;
    by_cell[one[axis]].insert(std::move(rest));
  }
  std::map<std::set<std::vector<std::size_t>>, std::set<std::size_t>> by_rest;
  for (const auto& [cell, rest] : by_cell) by_rest[rest].insert(cell);
  std::vector<Condition> any;
  for (const auto& [rest, cells] : by_rest) {
    std::vector<Condition> both;
    for (Condition part : {within(axes[axis], cells), conditionOf(axes, rest, axis + 1)})
      if (part.kind != Kind::kAlways) both.push_back(std::move(part));
    any.push_back(joined(Kind::kAnd, std::move(both)));
  }
  return joined(Kind::kOr, std::move(any));
}

std::string textAttribute(const StyleLayer& layer, const Style& style, const LookContext& look) {
  const std::vector<std::size_t> attributes = variantOf(layer.property(StyleProperty::kTextField), look).attributes();
  return layer.type == StyleLayerType::kSymbol && !attributes.empty() ? style.attributes[attributes.front()] : "";
}

// A rule's look; equal ones become one rule.
struct RuleLook {
  ResolvedPaint paint;
  std::string text_attribute;
  ResolvedText text;
  friend bool operator==(const RuleLook&, const RuleLook&) = default;
};

class RuleMaker {
 public:
  RuleMaker(const CatalogueEntry& entry, const gis::CodeLists& codes, const LookContext& look)
      : m_entry(entry), m_codes(codes), m_look(look) {}

  std::vector<StyleRule> make() {
    for (std::size_t i = 0; i < m_entry.style->layers.size(); ++i)
      if (m_entry.style->layers[i].visible) addLayer(i);
    return std::move(m_rules);
  }

 private:
  void addLayer(std::size_t index) {
    const Style& style = *m_entry.style;
    const StyleLayer& layer = style.layers[index];
    UseFinder finder;
    finder.look(layer.filter);
    for (std::size_t p = 0; p < kStylePropertyCount; ++p)
      if (decidesLook(static_cast<StyleProperty>(p))) finder.look(variantOf(layer.properties[p], m_look));
    std::vector<Axis> axes;
    std::size_t cases = 1;
    for (const auto& [attribute, use] : finder.uses) {
      Axis axis{attribute, style.attributes[attribute],
                cellsOf(use, codesOf(m_entry, style.attributes[attribute], m_codes))};
      if (cases * axis.cells.size() > kMostCases) continue;
      cases *= axis.cells.size();
      axes.push_back(std::move(axis));
    }
    const std::vector<double> bands = bandsOf(layer, finder);
    const std::size_t first_rule = m_rules.size();
    for (std::size_t b = 0; b + 1 < bands.size(); ++b) addBand(index, axes, bands[b], bands[b + 1], first_rule);
  }

  static bool decidesLook(StyleProperty property) {
    using enum StyleProperty;
    return property != kTextField && property != kSymbolSortKey && property != kIconSide && property != kFillSortKey &&
           property != kLineSortKey && property != kCircleSortKey;
  }

  static std::vector<double> bandsOf(const StyleLayer& layer, const UseFinder& finder) {
    std::vector<double> bands = {layer.min_zoom};
    for (const double zoom : finder.zooms)
      if (zoom > layer.min_zoom && zoom < layer.max_zoom) bands.push_back(zoom);
    bands.push_back(layer.max_zoom);
    if (!finder.zoom_blends) return bands;
    std::vector<double> fine;
    for (std::size_t i = 0; i + 1 < bands.size(); ++i) {
      // Before the first stop and behind the last one nothing changes.
      const bool inside = bands[i] >= *finder.zooms.begin() && bands[i + 1] <= *finder.zooms.rbegin();
      const int steps = inside ? static_cast<int>(std::ceil((bands[i + 1] - bands[i]) / kWidestBand)) : 1;
      for (int step = 0; step < steps; ++step) fine.push_back(bands[i] + (bands[i + 1] - bands[i]) * step / steps);
    }
    fine.push_back(bands.back());
    return fine;
  }

  void addBand(std::size_t index, const std::vector<Axis>& axes, double min_zoom, double max_zoom,
               std::size_t first_rule) {
    const Style& style = *m_entry.style;
    const StyleLayer& layer = style.layers[index];
    LookContext look = m_look;
    look.zoom = (min_zoom + max_zoom) / 2;
    const std::string text_attribute = textAttribute(layer, style, look);
    std::vector<std::pair<RuleLook, std::set<std::vector<std::size_t>>>> groups;
    std::vector<std::size_t> at(axes.size(), 0);
    while (true) {
      std::vector<Value> values(style.attributes.size());
      for (std::size_t a = 0; a < axes.size(); ++a) values[axes[a].attribute] = axes[a].cells[at[a]].example;
      if (const auto one = lookOf(layer, values, look, text_attribute)) {
        const auto same =
            std::ranges::find(groups, *one, &std::pair<RuleLook, std::set<std::vector<std::size_t>>>::first);
        if (same == groups.end())
          groups.push_back({*one, {at}});
        else
          same->second.insert(at);
      }
      std::size_t a = 0;
      while (a < axes.size() && ++at[a] == axes[a].cells.size()) at[a++] = 0;
      if (a == axes.size()) break;
    }
    for (const auto& [one, cases] : groups)
      add({index, layer.type, layer.id, conditionOf(axes, cases, 0), min_zoom, max_zoom, one.paint, one.text_attribute,
           one.text},
          first_rule);
  }

  static std::optional<RuleLook> lookOf(const StyleLayer& layer, std::span<const Value> values, const LookContext& look,
                                        const std::string& text_attribute) {
    if (!layer.filter.empty() && !toBool(layer.filter.evaluate({look.zoom, values}))) return std::nullopt;
    RuleLook one;
    one.paint = resolvePaint(layer, values, look);
    if (!text_attribute.empty()) {
      one.text_attribute = text_attribute;
      one.text = resolveText(layer, values, look);
    }
    if (!one.paint.visible && text_attribute.empty()) return std::nullopt;
    return one;
  }

  // A rule that goes on where one of the band before ended makes that one longer.
  void add(StyleRule rule, std::size_t first_rule) {
    for (std::size_t i = first_rule; i < m_rules.size(); ++i) {
      StyleRule& before = m_rules[i];
      if (before.max_zoom == rule.min_zoom && before.paint == rule.paint &&
          before.text_attribute == rule.text_attribute && before.text == rule.text &&
          before.condition == rule.condition) {
        before.max_zoom = rule.max_zoom;
        return;
      }
    }
    m_rules.push_back(std::move(rule));
  }

  const CatalogueEntry& m_entry;
  const gis::CodeLists& m_codes;
  LookContext m_look;
  std::vector<StyleRule> m_rules;
};

}  // namespace

std::vector<StyleRule> rulesOf(const CatalogueEntry& entry, const gis::CodeLists& codes, const LookContext& look) {
  return RuleMaker(entry, codes, look).make();
}

}  // namespace layers
