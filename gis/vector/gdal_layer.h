// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <ogr_api.h>

#include <optional>
#include <string>
#include <vector>

#include "gis/geo/gdal_session.h"
#include "gis/vector/gdal_reader.h"
#include "gis/vector/text_encoding.h"

namespace gis {

// What the vector reader and `info` both ask of an open GDAL layer. All on the thread of the dataset.

// Opens with attribute text untouched (shapefiles are not recoded by GDAL, which takes unmarked ones for Latin-1).
Result<GdalDataset> openVectorRaw(const std::filesystem::path& file, SourceKind kind, GdalSession& session);

// What a shapefile's .cpg or language byte declares, "UTF-8" for drivers that always deliver it; empty when not said.
std::string declaredEncoding(GDALDatasetH dataset, OGRLayerH layer);

struct ChosenEncoding {
  std::string name;
  bool guessed = false;  // the file does not say it, or says otherwise
};
ChosenEncoding chooseEncoding(const std::string& declared, const EncodingGuess& guess);

GeometryKind kindOf(OGRwkbGeometryType type);
AttributeType attributeTypeOf(OGRFieldType type);

// Columns that hold coordinates in a table without geometry.
struct PointColumns {
  int x_field = -1;
  int y_field = -1;
  bool named_as_degrees = false;  // lon/lat, not x/y
};
std::optional<PointColumns> findPointColumns(const std::vector<std::string>& field_names);

// Whether the layer's coordinates come latitude (northing) first.
bool axesSwapped(OGRSpatialReferenceH srs);

// Everything listVectorLayers() tells of one layer, without reading all of it.
SourceLayer describeLayerHeader(GDALDatasetH dataset, OGRLayerH layer);

// Field names as the file has them, and a sample of the texts of the first features.
std::vector<std::string> rawFieldNames(OGRLayerH layer);
void sampleTexts(OGRLayerH layer, int most_features, EncodingGuess& guess);

}  // namespace gis
