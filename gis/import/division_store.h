// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/store/database.h"
#include "gis/vector/box_tree.h"
#include "gis/vector/feature_columns.h"

namespace gis {

// Finds the division that a file means by a code, by a name or by a place. One thread.
class DivisionStore {
 public:
  static Result<DivisionStore> load(const Database& db);

  // The twelve digits of a division in this workspace: from 6, 9 or 12 digits, a name that only one has ("沁源县"), or
  // names from the top down ("长治市沁源县沁河镇").
  std::optional<std::string> codeOf(const std::string& text) const;
  // The lowest division around a point; none outside all.
  std::optional<std::string> codeAt(LonLat where) const;
  // Around all of them; empty without any.
  const LonLatBox& extent() const { return m_extent; }

 private:
  struct Division {
    std::string name;
    std::string parent;
    int level = 0;
  };
  std::optional<std::string> codeOfName(const std::string& text) const;
  bool leadsTo(const Division& division, std::string prefix) const;

  std::map<std::string, Division, std::less<>> m_divisions;  // by code
  std::unordered_multimap<std::string, std::string> m_by_name;
  FeatureColumns m_areas;
  std::vector<std::string> m_area_codes;  // in the order of the tree
  std::vector<std::uint32_t> m_area_features;
  std::vector<int> m_area_levels;
  BoxTree m_tree;
  LonLatBox m_extent;
  mutable std::unordered_map<std::string, std::optional<std::string>> m_names_asked;
};

}  // namespace gis
