// SPDX-License-Identifier: GPL-3.0-or-later
// Cross-checks against the test rasters of RichDEM (GPL-3), where they are at hand.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "gis/terrain/fill.h"
#include "gis/terrain/flow.h"

using namespace gis::terrain;
namespace fs = std::filesystem;

namespace {

fs::path richdem() { return fs::path(FENGSUI_SOURCE_DIR) / "../shared/verify/hydro/richdem"; }

struct Ascii {
  GridSize size;
  std::vector<double> values;
};

// Esri ASCII grid: header lines "name value", then rows.
Ascii readAscii(const fs::path& file) {
  std::ifstream in(file);
  Ascii grid;
  std::string word;
  for (int i = 0; i < 6 && in >> word; ++i) {
    double value = 0;
    in >> value;
    if (word == "ncols") grid.size.columns = static_cast<int>(value);
    if (word == "nrows") grid.size.rows = static_cast<int>(value);
  }
  for (double v = 0; in >> v;) grid.values.push_back(v);
  return grid;
}

}  // namespace

TEST(RichDem, flowAccumulation) {
  if (!fs::exists(richdem())) GTEST_SKIP() << "no ../shared/verify/hydro beside the tree";
  // RichDEM numbers neighbours clockwise from the west: 2 3 4 / 1 0 5 / 8 7 6.
  constexpr std::array<std::uint8_t, 9> kOurs = {0, 5, 4, 3, 2, 1, 8, 7, 6};
  int compared = 0;
  for (const auto& entry : fs::directory_iterator(richdem() / "flow_accum")) {
    if (entry.path().extension() != ".d8") continue;
    fs::path expected_file = entry.path();
    expected_file.replace_extension(".out");
    if (!fs::exists(expected_file)) continue;
    const Ascii d8 = readAscii(entry.path());
    const Ascii expected = readAscii(expected_file);
    if (d8.values.size() != d8.size.count() || expected.values.size() != d8.values.size()) continue;
    std::vector<std::uint8_t> flow;
    bool data_everywhere = true;
    for (std::size_t i = 0; i < d8.values.size(); ++i) {
      const double v = d8.values[i];
      data_everywhere = data_everywhere && v >= 0 && v <= 8 && expected.values[i] > 0;
      auto code = v >= 0 && v <= 8 ? kOurs[static_cast<std::size_t>(v)] : std::uint8_t{0};
      // RichDEM lets edge cells point outwards.
      if (!d8.size.contains(d8.size.columnOf(i) + kD8Column[code], d8.size.rowOf(i) + kD8Row[code])) code = 0;
      flow.push_back(code);
    }
    if (!data_everywhere) continue;
    const auto count = upstreamCells(d8.size, flow);
    for (std::size_t i = 0; i < count.size(); ++i)
      ASSERT_EQ(count[i], static_cast<std::uint32_t>(expected.values[i])) << entry.path().filename() << " cell " << i;
    ++compared;
  }
  EXPECT_GE(compared, 5);
}

TEST(RichDem, fillOfDepressions) {
  if (!fs::exists(richdem())) GTEST_SKIP() << "no ../shared/verify/hydro beside the tree";
  const Ascii dem = readAscii(richdem() / "depressions/testdem1.dem");
  const Ascii expected = readAscii(richdem() / "depressions/testdem1.all.out");
  ASSERT_EQ(dem.values.size(), dem.size.count());
  std::vector<float> z(dem.values.begin(), dem.values.end());
  fillDepressions(dem.size, z, FillMode::kLevel);
  for (std::size_t i = 0; i < z.size(); ++i) EXPECT_EQ(z[i], static_cast<float>(expected.values[i])) << "cell " << i;
}
