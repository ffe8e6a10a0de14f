// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/plotting/plot_store.h"

#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"

namespace gis {

namespace {

bool hasTable(const Database& db, const char* name) {
  SQLite::Statement row(db.sql(), "SELECT count(*) FROM sqlite_schema WHERE name=?");
  row.bind(1, name);
  return row.executeStep() && row.getColumn(0).getInt() != 0;
}

Result<std::vector<LonLat>> pointsOf(const SQLite::Column& column) {
  FeatureColumns columns;
  columns.kind = GeometryKind::kNone;
  const auto* data = static_cast<const std::byte*>(column.getBlob());
  const auto read = decodeGeometry({data, static_cast<std::size_t>(column.getBytes())}, columns);
  if (!read) return std::unexpected(read.error());
  std::vector<LonLat> points;
  for (std::size_t i = 0; i + 1 < columns.xy.size(); i += 2) points.push_back({columns.xy[i], columns.xy[i + 1]});
  return points;
}

PlotObject objectAt(SQLite::Statement& row) {
  PlotObject object;
  object.uuid = row.getColumn(0).getString();
  object.sheet_uuid = row.getColumn(1).getString();
  object.kind = plotKindOf(row.getColumn(2).getString()).value_or(PlotKind::kPoint);
  object.symbol = row.getColumn(3).getString();
  object.label = row.getColumn(4).getString();
  object.colour = row.getColumn(5).getString();
  object.width_px = row.getColumn(6).getDouble();
  object.dashed = row.getColumn(7).getInt() != 0;
  object.radius_m = row.getColumn(8).getDouble();
  object.position = row.getColumn(11).getDouble();
  return object;
}

}  // namespace

Result<Loaded<PlotBook>> PlotStore::book() const {
  return guarded(m_db, [&]() -> Result<Loaded<PlotBook>> {
    Loaded<PlotBook> loaded;
    if (!hasTable(m_db, "plot_object")) return loaded;
    SQLite::Statement sheets(m_db.sql(), "SELECT uuid, name, visible, position FROM plot_sheet ORDER BY position, fid");
    while (sheets.executeStep())
      loaded.value.sheets.push_back({sheets.getColumn(0).getString(), sheets.getColumn(1).getString(),
                                     sheets.getColumn(2).getInt() != 0, sheets.getColumn(3).getDouble()});
    SQLite::Statement rows(m_db.sql(),
                           "SELECT o.uuid, o.sheet_uuid, o.kind, o.symbol, o.label, o.colour, o.width_px, o.dashed,"
                           " o.radius_m, o.centre_lon_deg, o.centre_lat_deg, o.position, o.geom FROM plot_object o"
                           " JOIN plot_sheet s ON s.uuid=o.sheet_uuid ORDER BY s.position, s.fid, o.position, o.fid");
    while (rows.executeStep()) {
      PlotObject object = objectAt(rows);
      auto points = pointsOf(rows.getColumn(12));
      if (!points) {
        loaded.warnings.push_back({WarningCode::kGeometrySkipped, object.uuid, points.error().detail});
        continue;
      }
      object.points = std::move(*points);
      if (object.kind == PlotKind::kArea && object.points.size() > 1) object.points.pop_back();
      if (object.kind == PlotKind::kCircle)
        object.points = {{rows.getColumn(9).getDouble(), rows.getColumn(10).getDouble()}};
      if (object.points.size() < leastPoints(object.kind)) continue;
      loaded.value.objects.push_back(std::move(object));
    }
    return loaded;
  });
}

Result<std::vector<MapBookmark>> PlotStore::bookmarks() const {
  return guarded(m_db, [&]() -> Result<std::vector<MapBookmark>> {
    std::vector<MapBookmark> bookmarks;
    if (!hasTable(m_db, "map_bookmark")) return bookmarks;
    SQLite::Statement rows(m_db.sql(),
                           "SELECT uuid, name, centre_lon_deg, centre_lat_deg, scale_denominator FROM map_bookmark"
                           " ORDER BY name, fid");
    while (rows.executeStep())
      bookmarks.push_back({rows.getColumn(0).getString(),
                           rows.getColumn(1).getString(),
                           {rows.getColumn(2).getDouble(), rows.getColumn(3).getDouble()},
                           rows.getColumn(4).getDouble()});
    return bookmarks;
  });
}

}  // namespace gis
