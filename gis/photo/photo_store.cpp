// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/photo/photo_store.h"

#include <cmath>
#include <numbers>

#include "gis/geo/geodesic.h"
#include "gis/picture/picture_file.h"
#include "gis/store/raw_statement.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

bool holds(const std::vector<LonLat>& ring, LonLat p) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const LonLat a = ring[i], b = ring[j];
    if ((a.lat_deg > p.lat_deg) == (b.lat_deg > p.lat_deg)) continue;
    const double t = (p.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg);
    if (p.lon_deg < a.lon_deg + t * (b.lon_deg - a.lon_deg)) inside = !inside;
  }
  return inside;
}

// On a plane that touches the ellipsoid at the place: good to a thousandth within 100 km.
LonLat nearestOnEdge(LonLat a, LonLat b, LonLat p) {
  const double narrow = std::cos(p.lat_deg * std::numbers::pi / 180);
  const double ex = (b.lon_deg - a.lon_deg) * narrow, ey = b.lat_deg - a.lat_deg;
  const double length2 = ex * ex + ey * ey;
  const double along = (p.lon_deg - a.lon_deg) * narrow * ex + (p.lat_deg - a.lat_deg) * ey;
  const double t = length2 > 0 ? std::clamp(along / length2, 0.0, 1.0) : 0.0;
  return {a.lon_deg + t * (b.lon_deg - a.lon_deg), a.lat_deg + t * (b.lat_deg - a.lat_deg)};
}

}  // namespace

double metresFrom(LonLat place, const Shape& shape) {
  bool inside = false;
  double nearest_m = std::numeric_limits<double>::infinity();
  for (const auto& part : shape.parts) {
    if (part.empty()) continue;
    if (shape.kind == GeometryKind::kPolygon && holds(part, place)) inside = !inside;
    const std::size_t edges = shape.kind == GeometryKind::kPolygon ? part.size() : part.size() - 1;
    if (edges == 0) nearest_m = std::min(nearest_m, geodesicBetween(place, part.front()).dist_m);
    for (std::size_t i = 0; i < edges; ++i)
      nearest_m = std::min(nearest_m,
                           geodesicBetween(place, nearestOnEdge(part[i], part[(i + 1) % part.size()], place)).dist_m);
  }
  return inside ? 0 : nearest_m;
}

Result<std::string> addPhoto(RowEditor& editor, const Workspace& workspace, const std::string& table,
                             const std::string& row_uuid, const fs::path& file) {
  const auto bytes = readPicture(file);
  if (!bytes) return std::unexpected(bytes.error());
  const auto kind = photoKindOf(*bytes);
  if (!kind) return fail(ErrorCode::kUnsupportedFormat, file.string(), "neither JPEG nor PNG");
  const std::string sha256 = sha256Of(*bytes);
  const std::string ending = *kind == PhotoKind::kJpeg ? "jpg" : "png";
  const auto there = photosOf(workspace, row_uuid, nullptr);
  if (!there) return std::unexpected(there.error());
  for (const Photo& photo : *there)
    if (photo.sha256 == sha256) return fail(ErrorCode::kAlreadyExists, file.string());
  const Picture picture{sha256, ending, static_cast<std::int64_t>(bytes->size())};
  if (auto written = writePicture(pictureFolder(workspace.folder()), picture, *bytes); !written)
    return std::unexpected(written.error());
  const ExifFacts facts = *kind == PhotoKind::kJpeg ? readExif(*bytes) : ExifFacts{};
  RowCells cells{{"row_table", table},
                 {"row_uuid", row_uuid},
                 {"sha256", sha256},
                 {"kind", ending},
                 {"file_name", file.filename().string()},
                 {"size_bytes", static_cast<std::int64_t>(bytes->size())},
                 {"taken_local", facts.taken_local},
                 {"source", std::string("photo")}};
  if (facts.where) {
    cells["lon_deg"] = facts.where->lon_deg;
    cells["lat_deg"] = facts.where->lat_deg;
  }
  return editor.insert("photo", std::move(cells));
}

Result<std::vector<Photo>> photosOf(const Workspace& workspace, const std::string& row_uuid, const Shape* shape) {
  auto rows = RawStatement::prepare(workspace.db(),
                                    "SELECT uuid, sha256, kind, file_name, taken_local, lon_deg, lat_deg FROM photo"
                                    " WHERE row_uuid=?1 ORDER BY fid");
  if (!rows) return std::unexpected(rows.error());
  rows->bind(1, std::string_view(row_uuid));
  std::vector<Photo> photos;
  while (rows->step()) {
    Photo& photo = photos.emplace_back();
    photo.uuid = rows->text(0);
    photo.sha256 = rows->text(1);
    photo.file = pictureFile(pictureFolder(workspace.folder()), {photo.sha256, std::string(rows->text(2)), 0});
    photo.file_name = rows->text(3);
    photo.taken_local = rows->text(4);
    if (!rows->isNull(5)) photo.where = LonLat{rows->real(5), rows->real(6)};
    std::error_code ec;
    photo.file_is_there = fs::exists(photo.file, ec);
    if (photo.where && shape != nullptr && !shape->empty()) photo.distance_m = metresFrom(*photo.where, *shape);
  }
  if (auto done = rows->outcome(); !done) return std::unexpected(done.error());
  return photos;
}

}  // namespace gis
