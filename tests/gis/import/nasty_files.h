// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace gis {

// A vector file to be made for a test. Texts are written as the bytes given.
struct MadeFile {
  std::string driver;               // GDAL's short name
  std::string crs;                  // "EPSG:4490"; empty = none
  std::string geometry;             // "Point", "Polygon ZM", "None" ...
  std::vector<std::string> fields;  // of a spreadsheet: its first row
  struct Row {
    std::string wkt;  // empty = no geometry
    std::vector<std::string> values;
  };
  std::vector<Row> rows;
};

// Writes it; a shapefile without .cpg and language byte. Throws when GDAL cannot.
void makeFile(const std::filesystem::path& file, const MadeFile& content);

// The language byte of a .dbf, and a .cpg beside it.
void setDbfLanguage(const std::filesystem::path& shp, int language_byte);
void setCodePage(const std::filesystem::path& shp, const std::string& code_page);

// UTF-8 to GBK.
std::string gbk(const std::string& text);

std::string pointWkt(double x, double y);

}  // namespace gis
