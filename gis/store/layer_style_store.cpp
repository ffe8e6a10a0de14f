// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/layer_style_store.h"

#include "gis/store/guarded.h"

namespace gis {
namespace {

// Column for column as QGIS 3 makes it.
constexpr const char* kCreate =
    "CREATE TABLE IF NOT EXISTS layer_styles ("
    "id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), "
    "f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, "
    "useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), "
    "update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))";

constexpr const char* kRegister =
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
    "VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, 0)";

constexpr const char* kInsert =
    "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "
    "styleSLD, useAsDefault, description, owner, update_time) "
    "VALUES ('', '', ?1, ?2, ?3, ?4, ?5, "
    "?6 AND NOT EXISTS (SELECT 1 FROM layer_styles WHERE f_table_name=?1 AND useAsDefault), ?7, ?8, ?9)";

}  // namespace

Result<void> LayerStyleStore::replaceOurs(const std::vector<LayerStyle>& styles, const std::string& now_utc) const {
  return m_db.transaction([&]() -> Result<void> {
    m_db.sql().exec(kCreate);
    SQLite::Statement contents(m_db.sql(), kRegister);
    contents.bind(1, now_utc);
    contents.exec();
    SQLite::Statement remove(m_db.sql(), "DELETE FROM layer_styles WHERE owner=?");
    remove.bind(1, kOwner);
    remove.exec();
    SQLite::Statement insert(m_db.sql(), kInsert);
    for (const LayerStyle& style : styles) {
      insert.bind(1, style.table);
      insert.bind(2, style.geometry_column);
      insert.bind(3, style.name);
      insert.bind(4, style.qml);
      insert.bind(5, style.sld);
      insert.bind(6, style.use_as_default ? 1 : 0);
      insert.bind(7, style.description);
      insert.bind(8, kOwner);
      insert.bind(9, now_utc);
      insert.exec();
      insert.reset();
    }
    return {};
  });
}

Result<std::vector<LayerStyle>> LayerStyleStore::all() const {
  return guarded(m_db, [&]() -> Result<std::vector<LayerStyle>> {
    std::vector<LayerStyle> styles;
    if (!m_db.sql().tableExists("layer_styles")) return styles;
    SQLite::Statement rows(m_db.sql(),
                           "SELECT f_table_name, f_geometry_column, styleName, styleQML, styleSLD, description, "
                           "useAsDefault FROM layer_styles ORDER BY f_table_name, styleName");
    while (rows.executeStep())
      styles.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                        rows.getColumn(3).getString(), rows.getColumn(4).getString(), rows.getColumn(5).getString(),
                        rows.getColumn(6).getInt() != 0});
    return styles;
  });
}

}  // namespace gis
