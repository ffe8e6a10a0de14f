// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "gis/vector/feature_set.h"
#include "gis/vector/map_columns.h"

namespace app {

enum class SelectHow { kReplace, kAdd, kToggle };

// The features a person chose, on the map or in a table: some of each layer, never none of one. A value; the document
// holds the one that counts.
class FeatureSelection {
 public:
  struct Part {
    QString layer_id;
    std::string table;  // of the workspace; empty for a layer from a file
    std::shared_ptr<const gis::MapColumns> columns;
    gis::FeatureSet features;  // of these columns
    std::vector<std::int64_t> fids() const;
  };
  const std::vector<Part>& parts() const { return m_parts; }
  bool empty() const { return m_parts.empty(); }
  std::size_t count() const;
  const Part* find(const QString& layer_id) const;

  // Sets, adds or toggles what is chosen of one layer; the other layers stay.
  void choose(Part part, SelectHow how);
  void forget(const QString& layer_id);
  // The layer was read anew: the same rows, by their fids.
  void moveTo(const QString& layer_id, std::shared_ptr<const gis::MapColumns> columns);

 private:
  std::vector<Part> m_parts;  // in the order they were chosen
};

}  // namespace app
