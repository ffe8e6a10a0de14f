// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/staging.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <set>

namespace gis::demo {
namespace {

namespace fs = std::filesystem;

class StagingTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(m_root); }
  void TearDown() override { fs::remove_all(m_root); }
  static void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }
  static std::string read(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static void makeAll(const Staging& staging, const std::string& text) {
    write(staging.path() / "rasters" / "dem.tif", text);
    write(staging.path() / "cache" / "c", text);
    write(staging.path() / "workspace.gpkg", text);
  }
  std::set<std::string> names(const fs::path& folder) {
    std::set<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      found.insert(fs::relative(entry.path(), folder).string());
    return found;
  }
  const fs::path m_root = fs::temp_directory_path() / ("fengsui-staging-" + std::to_string(::getpid()));
  const fs::path m_city = m_root / "far" / "city";
};

TEST_F(StagingTest, NothingLooksLikeAWorkspaceBeforeTheEnd) {
  auto staging = Staging::begin(m_city);
  ASSERT_TRUE(staging) << staging.error().detail;
  makeAll(*staging, "new");
  EXPECT_FALSE(fs::exists(m_city / "workspace.gpkg"));
  ASSERT_TRUE(staging->finish());
  EXPECT_EQ(names(m_city), (std::set<std::string>{"cache", "cache/c", "rasters", "rasters/dem.tif", "workspace.gpkg"}));
  EXPECT_FALSE(staging->clearedLeftovers());
}

TEST_F(StagingTest, AFailureLeavesNothingNotEvenTheFolders) {
  {
    auto staging = Staging::begin(m_city);
    ASSERT_TRUE(staging);
    makeAll(*staging, "new");
  }
  EXPECT_EQ(names(m_root), std::set<std::string>{});
  write(m_city / "letter.txt", "mine");
  { ASSERT_TRUE(Staging::begin(m_city / "")); }
  EXPECT_EQ(names(m_root), (std::set<std::string>{"far", "far/city", "far/city/letter.txt"}));
}

TEST_F(StagingTest, WhatAKilledRunLeftIsClearedAndSaid) {
  const pid_t child = ::fork();
  if (child == 0) {
    const auto staging = Staging::begin(m_city);
    makeAll(*staging, "half");
    fs::create_directories(m_city / "rasters");
    fs::rename(staging->path() / "rasters" / "dem.tif", m_city / "rasters" / "dem.tif");  // killed while moving
    ::_exit(0);
  }
  ::waitpid(child, nullptr, 0);
  ASSERT_TRUE(fs::exists(m_city / ".making" / "workspace.gpkg"));
  auto staging = Staging::begin(m_city);
  ASSERT_TRUE(staging) << staging.error().detail;
  EXPECT_TRUE(staging->clearedLeftovers());
  EXPECT_TRUE(fs::is_empty(staging->path()));
  makeAll(*staging, "whole");
  ASSERT_TRUE(staging->finish());
  EXPECT_EQ(read(m_city / "rasters" / "dem.tif"), "whole");
  EXPECT_FALSE(fs::exists(m_city / ".making"));
}

TEST_F(StagingTest, TwoRunsInOneFolderDoNotMix) {
  auto first = Staging::begin(m_city);
  ASSERT_TRUE(first);
  makeAll(*first, "first");
  const auto second = Staging::begin(m_city);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kFileLocked);
  ASSERT_TRUE(first->finish());
  EXPECT_EQ(read(m_city / "workspace.gpkg"), "first");
  const auto third = Staging::begin(m_city);
  ASSERT_FALSE(third);
  EXPECT_EQ(third.error().code, ErrorCode::kAlreadyExists);
}

TEST_F(StagingTest, WhatIsNotOursStays) {
  write(m_city / "rasters" / "dem.tif", "surveyed");
  const auto refused = Staging::begin(m_city);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kAlreadyExists);
  EXPECT_EQ(read(m_city / "rasters" / "dem.tif"), "surveyed");
  EXPECT_FALSE(fs::exists(m_city / ".making"));

  write(m_root / "file", "x");
  for (const fs::path& wrong : {m_root / "file", m_root / "file" / "inside"}) {
    const auto no_folder = Staging::begin(wrong);
    ASSERT_FALSE(no_folder) << wrong;
    EXPECT_EQ(no_folder.error().code, ErrorCode::kAlreadyExists) << no_folder.error().detail;
  }
  EXPECT_EQ(read(m_root / "file"), "x");
}

}  // namespace
}  // namespace gis::demo
