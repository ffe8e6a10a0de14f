// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

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

// What is wrong with what we say of one file; empty when nothing is. Runs in a process of its own.
struct Finding {
  std::string trouble;
  bool incomplete = false;  // its companion files are not in this third of the corpus
};

Finding judge(const fs::path& file, const Verdict& verdict) {
  Finding found;
  const auto wrong = [&](const std::string& what) { found.trouble += what + "; "; };
  const auto info = describeSource(file);
  // A .csv is a table here, whatever GDAL's grid driver complained of.
  const bool table = verdict.driver == "FAIL" && info && info->driver == "CSV";
  const bool opens = verdict.driver != "FAIL" || table;
  if (opens && !info && !opensHere(file)) {
    found.incomplete = true;
  } else if (info.has_value() != opens || (info && !table && info->driver != verdict.driver)) {
    wrong("GDAL: " + verdict.driver + " " + verdict.rest +
          ", ours: " + (info ? info->driver : errorName(info.error().code) + " " + info.error().detail));
  }
  if (!info) {
    if (info.error().subject.empty()) wrong("an error that does not name the file");
    return found;
  }
  if (!table && !verdict.rest.ends_with(summary(*info))) wrong(summary(*info) + " / " + verdict.rest);
  for (const LayerInfo& layer : info->layers) {
    if (!isUtf8(layer.layer.name)) wrong("a layer's name that is no UTF-8");
    VectorReadOptions options;
    options.layer = layer.layer.name;
    options.crs_override = "EPSG:4490";
    const auto features = readVectorLayer(file, options);
    if (!features) continue;
    for (const FeatureColumns& columns : features->value) {
      if (columns.feature_start.size() != columns.fid.size() + 1) wrong("features without geometry rows");
      for (const AttributeColumn& attribute : columns.attributes) {
        if (attribute.integers.size() + attribute.reals.size() + attribute.codes.size() != columns.fid.size())
          wrong("attributes that do not fit the rows");
        for (const std::string& text : attribute.dictionary)
          if (!isUtf8(text)) wrong("a text that is no UTF-8");
      }
    }
  }
  return found;
}

constexpr unsigned kHangS = 10;
constexpr long kMostMemoryKib = 1024L * 1024L;
constexpr rlim_t kMostAddresses = 4ULL << 30;  // what is mapped, libraries and files too; a runaway ends here

// Judges one file in a child: what crashes, hangs or swallows memory there is told here and stops nobody else.
Finding judgeApart(const fs::path& file, const Verdict& verdict) {
  int ends[2];
  if (::pipe(ends) != 0) return {"no pipe", false};
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    ::alarm(kHangS);
#ifndef __SANITIZE_ADDRESS__
    const rlimit limit{kMostAddresses, kMostAddresses};
    ::setrlimit(RLIMIT_AS, &limit);
#endif
    const Finding found = judge(file, verdict);
    const std::string text = (found.incomplete ? "i" : "c") + found.trouble;
    [[maybe_unused]] const auto written = ::write(ends[1], text.data(), text.size());
    ::_exit(0);
  }
  ::close(ends[1]);
  std::string text;
  char buffer[4096];
  for (ssize_t n = 0; (n = ::read(ends[0], buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(n));
  ::close(ends[0]);
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  if (WIFSIGNALED(status))
    return {WTERMSIG(status) == SIGALRM ? "hangs" : "crashes with signal " + std::to_string(WTERMSIG(status)), false};
  if (usage.ru_maxrss > kMostMemoryKib) return {"takes " + std::to_string(usage.ru_maxrss / 1024) + " MiB", false};
  if (text.empty()) return {"ended without a word", false};
  return {text.substr(1), text[0] == 'i'};
}

}  // namespace

// 1,111 files of every format, odd and broken (OSGeo/gdal autotest, MIT) with what GDAL 3.6.2 says of each.
TEST(Corpus, OpensWhatGdalOpensAndNeverCrashesHangsOrGrows) {
  const fs::path folder = fs::path(FENGSUI_SOURCE_DIR) / "../shared/verify/gis";
  const fs::path archive = folder / "gdal_corpus_third.tar.xz";
  if (!fs::exists(archive)) GTEST_SKIP() << "no ../shared/verify/gis beside the tree";
  const fs::path root = fs::temp_directory_path() / ("fengsui_corpus_" + std::to_string(::getpid()));
  fs::create_directories(root);
  ASSERT_EQ(std::system(("tar -xJf '" + archive.string() + "' -C '" + root.string() + "'").c_str()), 0);
  // The drivers are registered once, before the children part.
  EXPECT_FALSE(opensHere(root / "no such file"));
  int incomplete = 0, judged = 0;
  for (const Verdict& verdict : readVerdicts(folder / "gdal_corpus_third.verdicts.tsv")) {
    const Finding found = judgeApart(root / verdict.file, verdict);
    EXPECT_EQ(found.trouble, "") << verdict.file;
    incomplete += found.incomplete;
    ++judged;
  }
  EXPECT_GT(judged, 1000);
  EXPECT_LT(incomplete, 60);
  fs::remove_all(root);
}

}  // namespace gis
