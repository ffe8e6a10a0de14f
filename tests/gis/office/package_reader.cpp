// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/office/package_reader.h"

#include <gtest/gtest.h>
#include <minizip/unzip.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace tests {

std::map<std::string, std::string> readPackage(const std::string& bytes) {
  const auto file = std::filesystem::temp_directory_path() / ("package_" + std::to_string(getpid()) + ".zip");
  std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::map<std::string, std::string> parts;
  unzFile zip = unzOpen64(file.c_str());
  if (!zip) {
    ADD_FAILURE() << "no ZIP";
    return parts;
  }
  for (int at = unzGoToFirstFile(zip); at == UNZ_OK; at = unzGoToNextFile(zip)) {
    unz_file_info64 info = {};
    std::string name(512, '\0');
    EXPECT_EQ(unzGetCurrentFileInfo64(zip, &info, name.data(), name.size(), nullptr, 0, nullptr, 0), UNZ_OK);
    name.resize(info.size_filename);
    EXPECT_EQ(info.dosDate >> 16U, 33U) << name << " carries a day";
    std::string part(info.uncompressed_size, '\0');
    EXPECT_EQ(unzOpenCurrentFile(zip), UNZ_OK);
    EXPECT_EQ(unzReadCurrentFile(zip, part.data(), static_cast<unsigned>(part.size())), static_cast<int>(part.size()));
    EXPECT_EQ(unzCloseCurrentFile(zip), UNZ_OK) << name << " is damaged";
    parts[name] = std::move(part);
  }
  unzClose(zip);
  std::filesystem::remove(file);
  return parts;
}

}  // namespace tests
