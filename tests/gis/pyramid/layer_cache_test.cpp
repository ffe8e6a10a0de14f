// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/pyramid/layer_cache.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "tests/gis/pyramid/pyramid_scenes.h"

namespace fs = std::filesystem;

namespace gis {

namespace {

class LayerCache : public ::testing::Test {
 protected:
  LayerCache() : m_folder(fs::temp_directory_path() / ("fengsui-layer-cache-" + std::to_string(::getpid()))) {
    fs::create_directories(m_folder);
    FeatureColumns features = cells(14, 900, 40, 5);
    AttributeColumn grade{"grade", AttributeType::kInteger, {}, {}, {}, {}},
        area{"area_m2", AttributeType::kReal, {}, {}, {}, {}},
        name{"name", AttributeType::kText, {}, {}, {}, {"沁源县", "", "a\nb"}};
    for (std::size_t i = 0; i < features.fid.size(); ++i) {
      grade.integers.push_back(i % 5 == 0 ? AttributeColumn::kNullInteger : static_cast<std::int64_t>(i));
      area.reals.push_back(static_cast<double>(i) / 3);
      name.codes.push_back(i % 7 == 0 ? AttributeColumn::kNullCode : static_cast<std::uint32_t>(i % 3));
    }
    features.attributes = {grade, area, name};
    m_layer.columns = placed(std::move(features));
    m_layer.pyramid = pyramidOf(m_layer.columns);
    m_layer.warnings = {{WarningCode::kGeometrySkipped, "17", "no coordinates"}};
  }
  ~LayerCache() override { fs::remove_all(m_folder); }
  fs::path file() const { return m_folder / "cells.fgs"; }
  std::string bytes() const {
    std::ifstream in(file(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& bytes) const { std::ofstream(file(), std::ios::binary | std::ios::trunc) << bytes; }

  fs::path m_folder;
  CachedLayer m_layer;
};

void expectSame(const PyramidLevel& a, const PyramidLevel& b) {
  EXPECT_EQ(a.tolerance_m, b.tolerance_m);
  EXPECT_EQ(a.dot_cell_m, b.dot_cell_m);
  EXPECT_TRUE(std::ranges::equal(a.xy_m, b.xy_m));
  EXPECT_TRUE(std::ranges::equal(a.part_start, b.part_start));
  EXPECT_TRUE(std::ranges::equal(a.feature_start, b.feature_start));
  EXPECT_TRUE(std::ranges::equal(a.item, b.item));
  EXPECT_TRUE(std::ranges::equal(a.repeated, b.repeated));
  EXPECT_EQ(a.run_box.size(), b.run_box.size());
  EXPECT_TRUE(std::ranges::equal(a.dot_xy_m, b.dot_xy_m));
  EXPECT_TRUE(std::ranges::equal(a.dot_item, b.dot_item));
  EXPECT_TRUE(std::ranges::equal(a.dot_coverage, b.dot_coverage));
  std::vector<std::uint32_t> found_a, found_b;
  a.index.query({-3000, -3000, 2000, 1000}, found_a);
  b.index.query({-3000, -3000, 2000, 1000}, found_b);
  EXPECT_EQ(found_a, found_b);
  EXPECT_EQ(a.dot_index.size(), b.dot_index.size());
}

}  // namespace

TEST_F(LayerCache, ComesBackAsItWas) {
  ASSERT_TRUE(writeLayerCache(file(), "key", m_layer));
  const auto read = readLayerCache(file(), "key");
  ASSERT_TRUE(read) << read.error().detail;
  const MapColumns &was = *m_layer.columns, &is = *read->columns;
  EXPECT_EQ(is.kind, was.kind);
  EXPECT_EQ(is.origin, was.origin);
  EXPECT_TRUE(std::ranges::equal(is.xy_m, was.xy_m));
  EXPECT_EQ(is.extent(), was.extent());
  EXPECT_EQ(is.features->fid, was.features->fid);
  EXPECT_EQ(is.features->crs, was.features->crs);
  EXPECT_EQ(is.features->geographic, was.features->geographic);
  ASSERT_EQ(is.features->attributes.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    const AttributeColumn &a = is.features->attributes[i], &b = was.features->attributes[i];
    EXPECT_EQ(a.name, b.name);
    EXPECT_EQ(a.type, b.type);
    EXPECT_EQ(a.integers, b.integers);
    EXPECT_EQ(a.reals, b.reals);
    EXPECT_EQ(a.codes, b.codes);
    EXPECT_EQ(a.dictionary, b.dictionary);
  }
  ASSERT_GE(m_layer.pyramid->levels().size(), 3U);
  ASSERT_EQ(read->pyramid->levels().size(), m_layer.pyramid->levels().size());
  for (std::size_t i = 0; i < read->pyramid->levels().size(); ++i)
    expectSame(read->pyramid->levels()[i], m_layer.pyramid->levels()[i]);
  ASSERT_EQ(read->warnings.size(), 1U);
  EXPECT_EQ(read->warnings[0].code, WarningCode::kGeometrySkipped);
  EXPECT_EQ(read->warnings[0].subject, "17");
  EXPECT_EQ(read->warnings[0].detail, "no coordinates");
}

TEST_F(LayerCache, PointsAndNothingComeBackToo) {
  for (FeatureColumns features : {pointsAt(9000, 90000, 3), FeatureColumns{}}) {
    const auto columns = placed(std::move(features));
    const CachedLayer layer{columns, pyramidOf(columns), {}};
    ASSERT_TRUE(writeLayerCache(file(), "k", layer));
    const auto read = readLayerCache(file(), "k");
    ASSERT_TRUE(read) << read.error().detail;
    ASSERT_EQ(read->pyramid->levels().size(), layer.pyramid->levels().size());
    for (std::size_t i = 0; i < read->pyramid->levels().size(); ++i)
      expectSame(read->pyramid->levels()[i], layer.pyramid->levels()[i]);
  }
}

TEST_F(LayerCache, AnotherKeyIsNotFound) {
  EXPECT_EQ(readLayerCache(file(), "key").error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(writeLayerCache(file(), "key", m_layer));
  for (const char* other : {"", "ke", "keys", "Key"})
    EXPECT_EQ(readLayerCache(file(), other).error().code, ErrorCode::kNotFound) << other;
}

TEST_F(LayerCache, WhatIsCutOffOrAlteredIsRefused) {
  ASSERT_TRUE(writeLayerCache(file(), "key", m_layer));
  const std::string whole = bytes();
  for (const std::size_t length :
       {std::size_t{0}, std::size_t{1}, std::size_t{31}, std::size_t{64}, whole.size() / 2, whole.size() - 1}) {
    write(whole.substr(0, length));
    EXPECT_EQ(readLayerCache(file(), "key").error().code, ErrorCode::kDamagedFile) << length;
  }
  write(whole + "x");
  EXPECT_EQ(readLayerCache(file(), "key").error().code, ErrorCode::kDamagedFile);
  Random random(11);
  int refused = 0, unharmed = 0;
  for (int i = 0; i < 200; ++i) {
    std::string altered = whole;
    const std::size_t at =
        i < 60 ? static_cast<std::size_t>(i) * 5 : random.below(static_cast<std::uint32_t>(whole.size()));
    altered[at] = static_cast<char>(altered[at] ^ (1 << random.below(8)));
    write(altered);
    const auto read = readLayerCache(file(), "key");
    // Only the padding between the arrays may be anything.
    if (read) {
      EXPECT_TRUE(std::ranges::equal(read->columns->xy_m, m_layer.columns->xy_m));
    }
    ++(read ? unharmed : refused);
  }
  EXPECT_GT(refused, 180);
  EXPECT_LT(unharmed, 20);
}

TEST_F(LayerCache, WhoHasItMappedKeepsItWhenItIsReplacedOrRemoved) {
  ASSERT_TRUE(writeLayerCache(file(), "old", m_layer));
  const auto old = readLayerCache(file(), "old");
  ASSERT_TRUE(old);
  const auto columns = placed(cells(3, 100, 4, 9));
  ASSERT_TRUE(writeLayerCache(file(), "new", {columns, pyramidOf(columns), {}}));
  EXPECT_TRUE(readLayerCache(file(), "new"));
  EXPECT_FALSE(readLayerCache(file(), "old"));
  fs::remove(file());
  EXPECT_TRUE(std::ranges::equal(old->columns->xy_m, m_layer.columns->xy_m));
}

TEST_F(LayerCache, NothingIsLeftWhereItCannotBeWritten) {
  const fs::path nowhere = m_folder / "no" / "such" / "folder.fgs";
  EXPECT_EQ(writeLayerCache(nowhere, "key", m_layer).error().code, ErrorCode::kNotFound);
  fs::create_directories(m_folder / "taken.fgs" / "by-a-folder");
  EXPECT_FALSE(writeLayerCache(m_folder / "taken.fgs", "key", m_layer));
  for (const auto& entry : fs::directory_iterator(m_folder))
    EXPECT_EQ(entry.path().filename(), "taken.fgs") << "half a file was left";
}

// A border of two cells belongs to the first; each piece of border is drawn exactly once.
TEST_F(LayerCache, DraftsOfAKilledProgramAreRemovedAndYoungOnesAreNot) {
  const fs::path abandoned = m_folder / "cells.fgs.17.making", young = m_folder / "cells.fgs.18.making";
  const fs::path other = m_folder / "cells.fgs.note";
  for (const fs::path& path : {abandoned, young, other}) std::ofstream(path) << "half";
  fs::last_write_time(abandoned, fs::file_time_type::clock::now() - std::chrono::hours(2));
  fs::last_write_time(other, fs::file_time_type::clock::now() - std::chrono::hours(2));
  ASSERT_TRUE(writeLayerCache(file(), "key", m_layer));
  EXPECT_FALSE(fs::exists(abandoned));
  EXPECT_TRUE(fs::exists(young));
  EXPECT_TRUE(fs::exists(other));
}

TEST_F(LayerCache, SharedBordersAreMarkedOnce) {
  for (const PyramidLevel& level : m_layer.pyramid->levels()) {
    std::map<std::pair<std::pair<float, float>, std::pair<float, float>>, int> drawn, all;
    for (std::size_t part = 0; part + 1 < level.part_start.size(); ++part)
      for (std::size_t v = level.part_start[part]; v + 1 < level.part_start[part + 1]; ++v) {
        std::pair a{level.xy_m[2 * v], level.xy_m[2 * v + 1]}, b{level.xy_m[2 * v + 2], level.xy_m[2 * v + 3]};
        if (a == b) continue;
        if (b < a) std::swap(a, b);
        ++all[{a, b}];
        if (!level.isRepeated(v)) ++drawn[{a, b}];
      }
    EXPECT_EQ(drawn.size(), all.size()) << "no border is missing at " << level.tolerance_m;
    int twice = 0, shared = 0;
    for (const auto& [piece, times] : all) shared += times > 1;
    for (const auto& [piece, times] : drawn) twice += times > 1;
    EXPECT_GT(shared, 100);
    EXPECT_EQ(twice, 0) << "at " << level.tolerance_m;
  }
}

}  // namespace gis
