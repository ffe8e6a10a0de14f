// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "gis/core/error.h"
#include "gis/vector/feature_columns.h"

namespace gis {

enum class VectorFormat { kGeoPackage, kGeoJson, kKml };

struct WriterField {
  std::string name;
  AttributeType type = AttributeType::kText;
};
using WriterValue = std::variant<std::monostate, std::int64_t, double, std::string>;

// Writes one layer to a new file that other programs open. Coordinates are longitude and latitude in CGCS2000; GeoJSON
// and KML, which know WGS 84 alone, take them as they are (the two differ by centimetres). The file gets its name when
// it is whole: what was there before stays until then, and a writer that is destroyed unfinished leaves nothing. One
// thread.
class FeatureWriter {
 public:
  // Fails with kNotFound (no such folder), kPermissionDenied, kIoFailed. `kind` kNone: a table without geometry.
  static Result<FeatureWriter> create(const std::filesystem::path& file, VectorFormat format, const std::string& layer,
                                      const std::vector<WriterField>& fields, GeometryKind kind);
  FeatureWriter(FeatureWriter&&) noexcept;
  FeatureWriter& operator=(FeatureWriter&&) = delete;
  ~FeatureWriter();

  // One value a field; `wkb` may be empty. Fails with kDamagedFile (no WKB), kDiskFull, kIoFailed.
  Result<void> add(std::span<const WriterValue> values, std::span<const std::byte> wkb);
  // Fails with kDiskFull, kIoFailed.
  Result<void> finish();

 private:
  struct Parts;
  explicit FeatureWriter(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> m_parts;
};

}  // namespace gis
