// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/feature_classes.h"

#include <bit>
#include <cmath>
#include <unordered_map>

namespace layers {
namespace {

struct KeyHash {
  std::size_t operator()(const std::vector<std::uint64_t>& key) const {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const std::uint64_t part : key) hash = (hash ^ part) * 0x9e3779b97f4a7c15ULL + (hash >> 29);
    return hash;
  }
};

}  // namespace

std::uint64_t attributeKey(const gis::AttributeColumn& column, std::size_t feature) {
  switch (column.type) {
    case gis::AttributeType::kInteger:
      return std::bit_cast<std::uint64_t>(column.integers[feature]);
    case gis::AttributeType::kReal:
      return std::bit_cast<std::uint64_t>(column.reals[feature]);
    case gis::AttributeType::kText:
      return column.codes[feature];
  }
  return 0;
}

Value attributeValue(const gis::AttributeColumn& column, std::size_t feature) {
  switch (column.type) {
    case gis::AttributeType::kInteger:
      if (column.integers[feature] == gis::AttributeColumn::kNullInteger) return {};
      return static_cast<double>(column.integers[feature]);
    case gis::AttributeType::kReal:
      if (std::isnan(column.reals[feature])) return {};
      return column.reals[feature];
    case gis::AttributeType::kText:
      if (column.codes[feature] == gis::AttributeColumn::kNullCode) return {};
      return column.dictionary[column.codes[feature]];
  }
  return {};
}

gis::Result<FeatureClasses> classify(const Style& style, const gis::FeatureColumns& features) {
  std::vector<const gis::AttributeColumn*> columns(style.attributes.size(), nullptr);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const gis::AttributeColumn* column = features.find(style.attributes[i]);
    if (!column)
      return gis::fail(gis::ErrorCode::kInvalidArgument, style.attributes[i], "the style needs this attribute");
    if (style.attribute_is_for_look[i]) columns[i] = column;
  }
  FeatureClasses classes;
  const std::size_t count = features.featureCount();
  classes.class_of.resize(count);
  std::unordered_map<std::vector<std::uint64_t>, std::uint32_t, KeyHash> known;
  std::vector<std::uint64_t> key;
  for (std::size_t feature = 0; feature < count; ++feature) {
    key.clear();
    for (const auto* column : columns)
      if (column) key.push_back(attributeKey(*column, feature));
    const auto [found, added] = known.try_emplace(key, static_cast<std::uint32_t>(classes.counts.size()));
    if (added) {
      std::vector<Value> values(columns.size());
      for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i]) values[i] = attributeValue(*columns[i], feature);
      classes.attributes.push_back(std::move(values));
      classes.counts.push_back(0);
    }
    classes.class_of[feature] = found->second;
    ++classes.counts[found->second];
  }
  return classes;
}

}  // namespace layers
