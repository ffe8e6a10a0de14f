// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "gis/core/error.h"
#include "gis/vector/feature_columns.h"
#include "layers/vector/style.h"

namespace layers {

// The features of a layer sorted into classes: features whose look-deciding attributes are all equal are one class, so
// a style is evaluated once a class, not once a feature. Classes are numbered in the order they first appear.
struct FeatureClasses {
  std::vector<std::uint32_t> class_of;         // one a feature
  std::vector<std::vector<Value>> attributes;  // one a class, in the order of Style::attributes (others are null)
  std::vector<std::uint32_t> counts;           // features of each class
};

// Fails with kInvalidArgument when the columns lack an attribute of the style.
gis::Result<FeatureClasses> classify(const Style& style, const gis::FeatureColumns& features);

// An attribute as a number that is equal exactly when the attribute is, within one column.
std::uint64_t attributeKey(const gis::AttributeColumn& column, std::size_t feature);

// One attribute of one feature as a style sees it.
Value attributeValue(const gis::AttributeColumn& column, std::size_t feature);

}  // namespace layers
