// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "gis/geo/gdal_session.h"
#include "gis/vector/gdal_reader.h"
#include "gis/vector/source_info.h"
#include "gis/vector/text_encoding.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

struct Verdict {
  std::string file, driver, rest;
};

std::vector<Verdict> readVerdicts(const fs::path& table) {
  std::vector<Verdict> verdicts;
  std::ifstream in(table);
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    Verdict v;
    std::getline(cells, v.file, '\t');
    std::getline(cells, v.driver, '\t');
    std::getline(cells, v.rest, '\t');
    verdicts.push_back(v);
  }
  return verdicts;
}

// "raster 3x3x1 layers 0" as the table writes it; of vector files only the end, "layers 1".
std::string summary(const SourceInfo& info) {
  std::string raster;
  if (info.raster && info.raster->band_count > 0)
    raster = "raster " + std::to_string(info.raster->columns) + "x" + std::to_string(info.raster->rows) + "x" +
             std::to_string(info.raster->band_count) + " ";
  return raster + "layers " + std::to_string(info.layers.size());
}

// What GDAL itself says here and now.
bool opensHere(const fs::path& file) {
  const GdalSession quiet;
  return GdalDataset(GDALOpenEx(file.c_str(), GDAL_OF_RASTER | GDAL_OF_VECTOR, nullptr, nullptr, nullptr)) != nullptr;
}

}  // namespace

// 1,111 files of every format, odd and broken (OSGeo/gdal autotest, MIT) with what GDAL 3.6.2 says of each.
TEST(Corpus, OpensWhatGdalOpensAndNeverHangsOrGrows) {
  const fs::path folder = fs::path(FENGSUI_SOURCE_DIR) / "../shared/verify/gis";
  const fs::path archive = folder / "gdal_corpus_third.tar.xz";
  if (!fs::exists(archive)) GTEST_SKIP() << "the corpus is not at hand";
  const fs::path root = fs::temp_directory_path() / ("fengsui_corpus_" + std::to_string(::getpid()));
  fs::create_directories(root);
  ASSERT_EQ(std::system(("tar -xJf '" + archive.string() + "' -C '" + root.string() + "'").c_str()), 0);

  int incomplete = 0;  // their companion files are not in this third of the corpus
  for (const Verdict& verdict : readVerdicts(folder / "gdal_corpus_third.verdicts.tsv")) {
    SCOPED_TRACE(verdict.file);
    const fs::path file = root / verdict.file;
    const auto start = std::chrono::steady_clock::now();
    const auto info = describeSource(file);
    // A .csv is a table here, whatever GDAL's grid driver complained of.
    const bool table = verdict.driver == "FAIL" && info && info->driver == "CSV";
    const bool opens = verdict.driver != "FAIL" || table;
    if (opens && !info && !opensHere(file)) {
      ++incomplete;
    } else if (info.has_value() != opens || (info && !table && info->driver != verdict.driver)) {
      ADD_FAILURE() << "GDAL: " << verdict.driver << " " << verdict.rest
                    << ", ours: " << (info ? info->driver : errorName(info.error().code) + " " + info.error().detail);
    }
    if (!info) {
      EXPECT_FALSE(info.error().subject.empty());
    } else {
      EXPECT_TRUE(table || verdict.rest.ends_with(summary(*info))) << summary(*info) << " / " << verdict.rest;
      for (const LayerInfo& layer : info->layers) {
        EXPECT_TRUE(isUtf8(layer.layer.name));
        VectorReadOptions options;
        options.layer = layer.layer.name;
        options.crs_override = "EPSG:4490";
        const auto features = readVectorLayer(file, options);
        if (!features) continue;
        for (const FeatureColumns& columns : features->value) {
          ASSERT_EQ(columns.feature_start.size(), columns.fid.size() + 1);
          for (const AttributeColumn& attribute : columns.attributes) {
            ASSERT_EQ(attribute.integers.size() + attribute.reals.size() + attribute.codes.size(), columns.fid.size());
            for (const std::string& text : attribute.dictionary) EXPECT_TRUE(isUtf8(text));
          }
        }
      }
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    EXPECT_LT(seconds.count(), 10.0);
    if (seconds.count() > 1) std::fprintf(stderr, "%s took %.1f s\n", verdict.file.c_str(), seconds.count());
  }
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  EXPECT_LT(usage.ru_maxrss, 1024L * 1024L) << "KiB of memory";
  EXPECT_LT(incomplete, 60);
  fs::remove_all(root);
}

}  // namespace gis
