// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/field/change_package.h"
#include "gis/picture/picture_file.h"

namespace gis {

// The photographs of a change package stand behind its signed head, one record each: sha256 (32 bytes), 'j' or 'p',
// length of the sealed bytes (8 bytes, little endian; 0: the sender could not read it), nonce, and the picture sealed
// with the shared key, the first 33 bytes as associated data. Which pictures there should be says the signed payload
// by their sha256, so a record needs no signature of its own. One thread.

// One record after the other as bytes, none after the last. The key must outlive it.
std::function<std::optional<std::vector<std::byte>>()> pictureRecords(const std::filesystem::path& picture_folder,
                                                                      std::vector<Picture> pictures,
                                                                      const SharedKey& key);

struct PictureCounts {
  int stored = 0;  // new here
  int known = 0;   // were here already
  int unread = 0;  // cut off or damaged: bringing the package again can still mend it
};

// Stores the pictures behind the head of a package. Those that are here are passed over unread, so that after a cancel
// or a pulled stick it goes on where it was. A record that is damaged is counted. Fails with kDiskFull,
// kPermissionDenied, kCancelled.
Result<PictureCounts> takePictures(const std::filesystem::path& package, const FieldIdentity& reader,
                                   const std::filesystem::path& picture_folder, int expected,
                                   const CancelToken& cancel = {}, const Progress& progress = {});
// What it would do, by the records' heads alone; `stored` are those that would be.
Result<PictureCounts> countPictures(const std::filesystem::path& package, const std::filesystem::path& picture_folder,
                                    int expected);

// Copies missing pictures from the workspaces that lie in some folders or one level below them (a laptop's own on its
// stick, for instance); returns how many came. Fails as copyPicture does, but for what is damaged there.
Result<int> fetchPictures(const std::vector<Picture>& missing, const std::filesystem::path& picture_folder,
                          const std::vector<std::filesystem::path>& places, const CancelToken& cancel = {});

}  // namespace gis
