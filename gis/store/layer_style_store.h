// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// How one table of the workspace looks, for programs that know styles in a GeoPackage.
struct LayerStyle {
  std::string table;
  std::string geometry_column;
  std::string name;  // at most 30 characters, as QGIS declares the column
  std::string qml;   // QGIS's own form; may be empty
  std::string sld;   // Styled Layer Descriptor
  std::string description;
  bool use_as_default = true;
};

// The table layer_styles, by the convention of QGIS (qgsogrprovider): no part of the GeoPackage standard, but what
// programs look for. It is made when the first style is written. One thread, one connection.
class LayerStyleStore {
 public:
  // Ours carry this in the column owner; other people's styles are left alone.
  static constexpr const char* kOwner = "fengsui";

  explicit LayerStyleStore(const Database& db) : m_db(db) {}

  // Puts these in the place of all that we wrote before, in one transaction. A style of somebody else that is the
  // default of a table stays it. `now_utc` as formatUtc() has it. Fails with kReadOnly, kDiskFull, kFileLocked.
  Result<void> replaceOurs(const std::vector<LayerStyle>& styles, const std::string& now_utc) const;

  // All styles, ours and others', by table and name; none where the table is missing.
  Result<std::vector<LayerStyle>> all() const;

 private:
  const Database& m_db;
};

}  // namespace gis
