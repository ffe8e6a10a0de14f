// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/edit/row_editor.h"
#include "gis/photo/exif.h"
#include "gis/shape/shape.h"
#include "gis/store/workspace.h"

namespace gis {

// One photograph at a row.
struct Photo {
  std::string uuid;
  std::string sha256;
  std::string file_name;  // as it was called when it came
  std::string taken_local;
  std::optional<LonLat> where;
  std::filesystem::path file;  // in the workspace folder
  bool file_is_there = true;   // a package from a laptop may come before its pictures
  // From the row's shape, in metres; none: the photograph or the row has no place.
  std::optional<double> distance_m;
};

// Further from its row than this a photograph is likely at the wrong row.
inline constexpr double kFarPhotoM = 500;

// Takes a file into the folder (a second time: finds it there) and notes it at a row, as the work of a step. Returns
// the photo's uuid. Fails with kNotFound, kUnsupportedFormat (neither JPEG nor PNG), kAlreadyExists (the row shows it
// already), kDiskFull, kPermissionDenied.
Result<std::string> addPhoto(RowEditor& editor, const Workspace& workspace, const std::string& table,
                             const std::string& row_uuid, const std::filesystem::path& file);

// The photographs of a row, in the order they came. `shape` is the row's, if it has one.
Result<std::vector<Photo>> photosOf(const Workspace& workspace, const std::string& row_uuid, const Shape* shape);

// Metres from a place to a shape; 0 inside a polygon.
double metresFrom(LonLat place, const Shape& shape);

}  // namespace gis
