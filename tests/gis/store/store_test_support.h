// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "gis/core/clock.h"
#include "gis/core/error.h"
#include "gis/store/table_writer.h"
#include "gis/store/workspace.h"

namespace gis {

// A folder of its own for one test, removed afterwards.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    static std::atomic<int> count = 0;
    m_path = std::filesystem::temp_directory_path() /
             ("fengsui-store-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(m_path);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  const std::filesystem::path& path() const { return m_path; }
  std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

 private:
  std::filesystem::path m_path;
};

inline std::string readBytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void writeBytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// 1 May 2026, 00:00 UTC.
inline const FixedClock kMayDay{1777593600000};
inline const std::string kMayDayText = "2026-05-01T00:00:00.000Z";

inline std::string uuidOf(int number) {
  std::string digits = std::to_string(number);
  return "019de000-0000-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

template <class T>
std::string say(const Result<T>& result) {
  return result ? "no error"
                : errorName(result.error().code) + " " + result.error().subject + ": " + result.error().detail;
}

#define ASSERT_OK(result) ASSERT_TRUE(result.has_value()) << ::gis::say(result)
#define EXPECT_CODE(result, wanted)                                                                \
  do {                                                                                             \
    ASSERT_FALSE(result.has_value());                                                              \
    EXPECT_EQ(errorName(result.error().code), errorName(ErrorCode::wanted)) << ::gis::say(result); \
  } while (false)

// Changzhi, two counties, two villages, and 60 buildings in a grid about the first village.
void fillSmallCity(const Database& db, int buildings = 60);

}  // namespace gis
