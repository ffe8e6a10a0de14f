// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/store/code_store.h"
#include "layers/vector/catalogue.h"
#include "layers/vector/resolved_paint.h"

namespace layers {

// A test of a feature's attributes as every GIS knows it. kAlways has no parts; kNot one; kAnd and kOr two or more; the
// rest compare `attribute` with `value`, kIsNull without.
struct Condition {
  enum class Kind { kAlways, kNever, kAnd, kOr, kNot, kEqual, kLess, kLessEqual, kGreater, kGreaterEqual, kIsNull };
  Kind kind = Kind::kAlways;
  std::vector<Condition> parts;
  std::string attribute;
  Value value;
  friend bool operator==(const Condition&, const Condition&) = default;
};

// What a style layer says without any expression: features that meet the condition, between two zooms, look like this.
struct StyleRule {
  std::size_t style_layer = 0;  // index in Style::layers: later ones are painted over earlier ones
  StyleLayerType type = StyleLayerType::kFill;
  std::string name;  // the style layer's id
  Condition condition;
  double min_zoom = 0;
  double max_zoom = 30;
  ResolvedPaint paint;
  // Of symbols with text; empty: none. One attribute: other programs have other expressions.
  std::string text_attribute;
  ResolvedText text;
};

// Takes the expressions of a style apart for one theme, language and symbol scale (`look`; its zoom is not used).
// Values that change with the zoom become steps of at most one level. Attributes whose values stand nowhere in the
// style (they are part of an icon's name) are taken from their code table. A style layer with more than 2,000 cases is
// simplified: the attributes beyond that are ignored. Pure; any thread.
std::vector<StyleRule> rulesOf(const CatalogueEntry& entry, const gis::CodeLists& codes, const LookContext& look);

}  // namespace layers
