// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/picture/picture_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "gis/core/chained_hash.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

Error writeError(const fs::path& file, int number) {
  const ErrorCode code = number == ENOSPC || number == EDQUOT || number == EFBIG  ? ErrorCode::kDiskFull
                         : number == EACCES || number == EROFS || number == EPERM ? ErrorCode::kPermissionDenied
                                                                                  : ErrorCode::kIoFailed;
  return {code, file.string(), std::strerror(number), {}};
}

Result<void> makeFolderOf(const fs::path& file) {
  std::error_code ec;
  fs::create_directories(file.parent_path(), ec);
  if (ec) return std::unexpected(writeError(file.parent_path(), ec.value()));
  return {};
}

}  // namespace

fs::path pictureFolder(const fs::path& workspace_folder) { return workspace_folder / "photos"; }

fs::path pictureFile(const fs::path& folder, const Picture& picture) {
  return folder / picture.sha256.substr(0, 2) / (picture.sha256 + "." + picture.kind);
}

std::string sha256Of(std::span<const std::byte> bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  const void* from = bytes.data();
  crypto_hash_sha256(hash.data(), static_cast<const unsigned char*>(from), bytes.size());
  return hexOf(hash);
}

Result<std::vector<std::byte>> readPicture(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::error_code ec;
  const auto size = fs::file_size(file, ec);
  if (ec || !in) return fail(fs::exists(file, ec) ? ErrorCode::kPermissionDenied : ErrorCode::kNotFound, file.string());
  if (size == 0) return fail(ErrorCode::kEmptyFile, file.string());
  if (size > static_cast<std::uintmax_t>(kLargestPictureBytes))
    return fail(ErrorCode::kOutOfRange, file.string(), "larger than any photograph");
  std::vector<std::byte> bytes(size);
  void* into = bytes.data();
  in.read(static_cast<char*>(into), static_cast<std::streamsize>(size));
  if (static_cast<std::uintmax_t>(in.gcount()) != size) return fail(ErrorCode::kIoFailed, file.string());
  return bytes;
}

bool hasPicture(const fs::path& folder, const Picture& picture) {
  std::error_code ec;
  const auto size = fs::file_size(pictureFile(folder, picture), ec);
  return !ec && (picture.bytes == 0 ? size > 0 : size == static_cast<std::uintmax_t>(picture.bytes));
}

bool isWhole(const fs::path& folder, const Picture& picture) {
  const auto bytes = readPicture(pictureFile(folder, picture));
  return bytes && sha256Of(*bytes) == picture.sha256;
}

Result<void> writePicture(const fs::path& folder, const Picture& picture, std::span<const std::byte> bytes) {
  const fs::path file = pictureFile(folder, picture);
  if (hasPicture(folder, {picture.sha256, picture.kind, static_cast<std::int64_t>(bytes.size())})) return {};
  if (auto made = makeFolderOf(file); !made) return made;
  const fs::path beside = file.string() + ".part";
  const int out = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (out < 0) return std::unexpected(writeError(beside, errno));
  std::size_t done = 0;
  int trouble = 0;
  while (done < bytes.size() && trouble == 0) {
    const ssize_t wrote = ::write(out, bytes.data() + done, bytes.size() - done);
    if (wrote < 0 && errno != EINTR) trouble = errno;
    if (wrote > 0) done += static_cast<std::size_t>(wrote);
  }
  if (trouble == 0 && ::fsync(out) != 0) trouble = errno;
  if (::close(out) != 0 && trouble == 0) trouble = errno;
  std::error_code ec;
  if (trouble == 0) {
    fs::rename(beside, file, ec);
    trouble = ec.value();
  }
  if (trouble == 0) return {};
  fs::remove(beside, ec);
  return std::unexpected(writeError(file, trouble));
}

Result<void> copyPicture(const fs::path& from_folder, const fs::path& to_folder, const Picture& picture) {
  if (hasPicture(to_folder, picture)) return {};
  const auto bytes = readPicture(pictureFile(from_folder, picture));
  if (!bytes) return std::unexpected(bytes.error());
  if (sha256Of(*bytes) != picture.sha256)
    return fail(ErrorCode::kDamagedFile, pictureFile(from_folder, picture).string(), "not what its name says");
  return writePicture(to_folder, picture, *bytes);
}

Result<void> linkPicture(const fs::path& from_folder, const fs::path& to_folder, const Picture& picture) {
  if (hasPicture(to_folder, picture)) return {};
  const fs::path to = pictureFile(to_folder, picture);
  if (auto made = makeFolderOf(to); !made) return made;
  std::error_code ec;
  fs::create_hard_link(pictureFile(from_folder, picture), to, ec);
  if (!ec) return {};
  return copyPicture(from_folder, to_folder, picture);
}

}  // namespace gis
