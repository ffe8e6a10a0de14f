// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/style_files.h"

#include <algorithm>
#include <cerrno>
#include <fstream>

namespace layers {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestBytes = std::uintmax_t{8} << 20;
constexpr const char* kIndexName = "catalogue.json";

std::unexpected<gis::Error> cannotRead(const fs::path& path, const std::error_code& why) {
  const bool denied = why == std::errc::permission_denied;
  return gis::fail(denied ? gis::ErrorCode::kPermissionDenied : gis::ErrorCode::kIoFailed, path.string(),
                   why.message());
}

}  // namespace

gis::Result<std::vector<fs::path>> styleFilesAt(const fs::path& path) {
  std::error_code ec;
  const fs::file_status status = fs::status(path, ec);
  if (status.type() == fs::file_type::not_found) return gis::fail(gis::ErrorCode::kNotFound, path.string());
  if (ec) return cannotRead(path, ec);
  if (!fs::is_directory(status)) return std::vector<fs::path>{path};
  std::vector<fs::path> files;
  fs::directory_iterator at(path, ec);
  for (; !ec && at != fs::directory_iterator(); at.increment(ec))
    if (at->path().extension() == ".json") files.push_back(at->path());
  if (ec) return cannotRead(path, ec);
  if (files.empty()) return gis::fail(gis::ErrorCode::kNoData, path.string(), "no .json file in this folder");
  std::ranges::sort(files);
  return files;
}

gis::Result<std::string> readStyleText(const fs::path& file) {
  std::error_code ec;
  const fs::file_status status = fs::status(file, ec);
  if (status.type() == fs::file_type::not_found) return gis::fail(gis::ErrorCode::kNotFound, file.string());
  if (fs::exists(status) && !fs::is_regular_file(status))
    return gis::fail(gis::ErrorCode::kUnsupportedFormat, file.string(), "not a regular file");
  const std::uintmax_t size = fs::file_size(file, ec);
  if (ec) return cannotRead(file, ec);
  if (size == 0) return gis::fail(gis::ErrorCode::kEmptyFile, file.string());
  if (size > kLargestBytes) return gis::fail(gis::ErrorCode::kOutOfRange, file.string(), "no style is this large");
  std::ifstream in(file, std::ios::binary);
  std::string text(static_cast<std::size_t>(size), '\0');
  if (!in) return cannotRead(file, std::error_code(errno, std::generic_category()));
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
  return text;
}

gis::Result<std::vector<CatalogueEntry>> readStyleEntries(const fs::path& path) {
  const auto files = styleFilesAt(path);
  if (!files) return std::unexpected(files.error());
  std::vector<CatalogueEntry> entries;
  for (const fs::path& file : *files) {
    if (files->size() > 1 && file.filename() == kIndexName) continue;
    const auto text = readStyleText(file);
    if (!text) return std::unexpected(text.error());
    auto entry = parseCatalogueEntry(*text, file.string());
    if (!entry) return std::unexpected(entry.error());
    entries.push_back(std::move(*entry));
  }
  return entries;
}

}  // namespace layers
