// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/package_pictures.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>

namespace gis {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kHash = crypto_hash_sha256_BYTES;
constexpr std::size_t kName = kHash + 1;
constexpr std::size_t kLength = 8;
constexpr std::size_t kPictureNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kPictureTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

unsigned char* rawPicture(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }
const unsigned char* rawPicture(const std::byte* bytes) { return reinterpret_cast<const unsigned char*>(bytes); }

std::vector<std::byte> record(const fs::path& folder, const Picture& picture, const SharedKey& key) {
  std::vector<std::byte> out(kName + kLength);
  sodium_hex2bin(rawPicture(out.data()), kHash, picture.sha256.data(), picture.sha256.size(), nullptr, nullptr,
                 nullptr);
  out[kHash] = picture.kind == "png" ? std::byte{'p'} : std::byte{'j'};
  const auto bytes = readPicture(pictureFile(folder, picture));
  if (!bytes || sha256Of(*bytes) != picture.sha256) return out;
  std::uint64_t length = bytes->size() + kPictureTag;
  for (std::size_t i = 0; i < kLength; ++i, length >>= 8U) out[kName + i] = static_cast<std::byte>(length & 0xffU);
  std::array<std::byte, kPictureNonce> nonce;
  randombytes_buf(nonce.data(), nonce.size());
  out.insert(out.end(), nonce.begin(), nonce.end());
  const std::size_t at = out.size();
  out.resize(at + bytes->size() + kPictureTag);
  crypto_aead_xchacha20poly1305_ietf_encrypt(rawPicture(out.data() + at), nullptr, rawPicture(bytes->data()),
                                             bytes->size(), rawPicture(out.data()), kName, nullptr,
                                             rawPicture(nonce.data()), rawPicture(key.data()));
  return out;
}

// What stands before a sealed picture.
struct Head {
  std::array<std::byte, kName> name;
  Picture picture;
  std::uint64_t sealed_bytes = 0;
};

std::optional<Head> readHead(std::istream& in) {
  std::array<std::byte, kName + kLength> bytes;
  if (!in.read(reinterpret_cast<char*>(bytes.data()), bytes.size())) return std::nullopt;
  Head head;
  std::copy_n(bytes.begin(), kName, head.name.begin());
  std::array<char, 2 * kHash + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), rawPicture(bytes.data()), kHash);
  head.picture = {hex.data(), head.name[kHash] == std::byte{'p'} ? "png" : "jpg", 0};
  for (std::size_t i = kLength; i-- > 0;)
    head.sealed_bytes = head.sealed_bytes << 8U | std::to_integer<std::uint64_t>(bytes[kName + i]);
  if (head.sealed_bytes == 0) return head;
  if (head.sealed_bytes <= kPictureTag ||
      head.sealed_bytes > static_cast<std::uint64_t>(kLargestPictureBytes) + kPictureTag)
    return std::nullopt;
  head.picture.bytes = static_cast<std::int64_t>(head.sealed_bytes - kPictureTag);
  return head;
}

// The picture behind its head; none when it is cut off or not what it says.
std::optional<std::vector<std::byte>> readSealed(std::istream& in, const Head& head, const SharedKey& key) {
  std::array<std::byte, kPictureNonce> nonce;
  std::vector<std::byte> sealed(head.sealed_bytes);
  if (!in.read(reinterpret_cast<char*>(nonce.data()), nonce.size())) return std::nullopt;
  if (!in.read(reinterpret_cast<char*>(sealed.data()), static_cast<std::streamsize>(sealed.size())))
    return std::nullopt;
  std::vector<std::byte> bytes(sealed.size() - kPictureTag);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(rawPicture(bytes.data()), nullptr, nullptr, rawPicture(sealed.data()),
                                                 sealed.size(), rawPicture(head.name.data()), kName,
                                                 rawPicture(nonce.data()), rawPicture(key.data())) != 0)
    return std::nullopt;
  if (sha256Of(bytes) != head.picture.sha256) return std::nullopt;
  return bytes;
}

// Goes through the records of a package; `take` is asked for each that is not here, and says whether it was whole.
Result<PictureCounts> walk(const fs::path& package, const fs::path& picture_folder, int expected,
                           const CancelToken& cancel, const Progress& progress,
                           const std::function<Result<bool>(std::istream&, const Head&)>& take) {
  PictureCounts counts;
  if (expected <= 0) return counts;
  const auto head_bytes = packageHeadBytes(package);
  if (!head_bytes) return std::unexpected(head_bytes.error());
  std::error_code ec;
  const auto file_bytes = fs::file_size(package, ec);
  std::ifstream in(package, std::ios::binary);
  in.seekg(*head_bytes);
  for (int i = 0; i < expected; ++i) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, package.string());
    if (progress) progress(static_cast<double>(i) / expected);
    const auto head = readHead(in);
    if (!head) {
      // Where one record is broken nobody knows where the next begins.
      counts.unread += expected - i;
      break;
    }
    if (head->sealed_bytes == 0) {
      ++counts.unread;
      continue;
    }
    const std::uint64_t end = static_cast<std::uint64_t>(in.tellg()) + kPictureNonce + head->sealed_bytes;
    if (hasPicture(picture_folder, head->picture)) {
      ++counts.known;
    } else if (end > file_bytes) {
      ++counts.unread;
    } else {
      const auto taken = take(in, *head);
      if (!taken) return std::unexpected(taken.error());
      ++(*taken ? counts.stored : counts.unread);
    }
    in.clear();
    in.seekg(static_cast<std::streamoff>(end));
  }
  return counts;
}

}  // namespace

std::function<std::optional<std::vector<std::byte>>()> pictureRecords(const fs::path& picture_folder,
                                                                      std::vector<Picture> pictures,
                                                                      const SharedKey& key) {
  return [picture_folder, pictures = std::move(pictures), &key,
          next = std::size_t{0}]() mutable -> std::optional<std::vector<std::byte>> {
    if (next == pictures.size()) return std::nullopt;
    return record(picture_folder, pictures[next++], key);
  };
}

Result<PictureCounts> takePictures(const fs::path& package, const FieldIdentity& reader, const fs::path& picture_folder,
                                   int expected, const CancelToken& cancel, const Progress& progress) {
  return walk(package, picture_folder, expected, cancel, progress,
              [&](std::istream& in, const Head& head) -> Result<bool> {
                const auto bytes = readSealed(in, head, reader.shared_key);
                if (!bytes) return false;
                if (auto written = writePicture(picture_folder, head.picture, *bytes); !written)
                  return std::unexpected(written.error());
                return true;
              });
}

Result<PictureCounts> countPictures(const fs::path& package, const fs::path& picture_folder, int expected) {
  return walk(package, picture_folder, expected, {}, {},
              [](std::istream&, const Head&) -> Result<bool> { return true; });
}

Result<int> fetchPictures(const std::vector<Picture>& missing, const fs::path& picture_folder,
                          const std::vector<fs::path>& places, const CancelToken& cancel) {
  std::vector<fs::path> folders;
  std::error_code ec;
  const auto look = [&](const fs::path& folder) {
    if (fs::is_directory(pictureFolder(folder), ec) && !fs::equivalent(pictureFolder(folder), picture_folder, ec))
      folders.push_back(pictureFolder(folder));
  };
  if (missing.empty()) return 0;
  for (const fs::path& place : places) {
    look(place);
    for (fs::directory_iterator at(place, fs::directory_options::skip_permission_denied, ec), end; !ec && at != end;
         at.increment(ec))
      if (std::error_code unreadable; at->is_directory(unreadable)) look(at->path());
  }
  int came = 0;
  for (const Picture& picture : missing)
    for (const fs::path& folder : folders) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, folder.string());
      if (!hasPicture(folder, picture)) continue;
      const auto copied = copyPicture(folder, picture_folder, picture);
      if (copied) {
        ++came;
        break;
      }
      if (copied.error().code == ErrorCode::kDiskFull || copied.error().code == ErrorCode::kPermissionDenied)
        return std::unexpected(copied.error());
    }
  return came;
}

}  // namespace gis
