// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "gis/core/error.h"

namespace gis {

// A photograph's file. Pictures lie in <folder>/<first two digits of their sha256>/<sha256>.<jpg|png>: each content
// once, never changed, so that bringing a folder up to date is copying what is missing and every file can be proved by
// its name. `folder` is <workspace>/photos, or backups/photos beside the copies of the database. Any thread.
struct Picture {
  std::string sha256;      // 64 digits
  std::string kind;        // "jpg" or "png"
  std::int64_t bytes = 0;  // 0: not known
  auto operator<=>(const Picture&) const = default;
};

inline constexpr std::int64_t kLargestPictureBytes = 500'000'000;

std::filesystem::path pictureFolder(const std::filesystem::path& workspace_folder);
std::filesystem::path pictureFile(const std::filesystem::path& folder, const Picture& picture);

std::string sha256Of(std::span<const std::byte> bytes);
// Fails with kNotFound, kPermissionDenied, kEmptyFile, kOutOfRange (larger than any picture), kIoFailed.
Result<std::vector<std::byte>> readPicture(const std::filesystem::path& file);

// Whether the file is there with its size; reads nothing of it.
bool hasPicture(const std::filesystem::path& folder, const Picture& picture);
// Reads it and compares its bytes with its name.
bool isWhole(const std::filesystem::path& folder, const Picture& picture);

// Writes it under another name and brings it to the disk before it gets its own: what has the name is whole. Nothing
// to do when it is there. Fails with kDiskFull, kPermissionDenied, kIoFailed.
Result<void> writePicture(const std::filesystem::path& folder, const Picture& picture,
                          std::span<const std::byte> bytes);
// The same from another folder, after comparing its bytes with its name: kDamagedFile when they differ.
Result<void> copyPicture(const std::filesystem::path& from_folder, const std::filesystem::path& to_folder,
                         const Picture& picture);
// A second name for the same file where the file system has such a thing, which costs no room; a copy elsewhere.
Result<void> linkPicture(const std::filesystem::path& from_folder, const std::filesystem::path& to_folder,
                         const Picture& picture);

}  // namespace gis
