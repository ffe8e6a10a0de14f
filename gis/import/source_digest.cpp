// SPDX-License-Identifier: GPL-3.0-or-later
#include <sodium.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "gis/core/chained_hash.h"
#include "gis/import/import_run.h"

namespace gis {

namespace {

namespace fs = std::filesystem;

bool belongsToShapefile(const fs::path& file) {
  static constexpr std::array<std::string_view, 5> kParts = {".shp", ".shx", ".dbf", ".prj", ".cpg"};
  std::string extension = file.extension().string();
  std::ranges::transform(extension, extension.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::ranges::find(kParts, std::string_view(extension)) != kParts.end();
}

std::vector<fs::path> filesOf(const fs::path& source) {
  std::error_code ignored;
  std::vector<fs::path> files;
  if (fs::is_directory(source, ignored)) {
    for (const auto& entry :
         fs::recursive_directory_iterator(source, fs::directory_options::skip_permission_denied, ignored))
      if (entry.is_regular_file(ignored)) files.push_back(entry.path());
  } else if (belongsToShapefile(source)) {
    for (const auto& entry : fs::directory_iterator(source.parent_path().empty() ? "." : source.parent_path(), ignored))
      if (entry.path().stem() == source.stem() && belongsToShapefile(entry.path())) files.push_back(entry.path());
  } else {
    files.push_back(source);
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

Result<std::string> sourceSha256(const fs::path& file, const CancelToken& cancel) {
  if (sodium_init() < 0) return fail(ErrorCode::kIoFailed, file.string(), "no cryptography");
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  std::vector<char> buffer(1 << 20);
  for (const fs::path& part : filesOf(file)) {
    std::ifstream in(part, std::ios::binary);
    if (!in) return fail(ErrorCode::kNotFound, part.string());
    while (in) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, file.string());
      in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
      const auto* bytes = reinterpret_cast<const unsigned char*>(buffer.data());  // the library's own byte type
      crypto_hash_sha256_update(&state, bytes, static_cast<unsigned long long>(in.gcount()));
    }
    if (in.bad()) return fail(ErrorCode::kIoFailed, part.string());
  }
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256_final(&state, hash.data());
  return hexOf(hash);
}

}  // namespace gis
