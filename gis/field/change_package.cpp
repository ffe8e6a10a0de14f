// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/change_package.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

namespace gis {

namespace {

using Bytes = std::span<const std::byte>;

constexpr std::array<std::byte, 5> kMagic = {std::byte{'F'}, std::byte{'S'}, std::byte{'P'}, std::byte{'K'},
                                             std::byte{2}};
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kLargestManifest = 1 << 16;
constexpr std::uint64_t kLargestPackage = 2'000'000'000;
constexpr std::size_t kLengths = 4 + 8;

const unsigned char* raw(Bytes bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }

void append(std::vector<std::byte>& to, Bytes bytes) { to.insert(to.end(), bytes.begin(), bytes.end()); }

std::vector<std::byte> certified(const SignPublicKey& key, const std::string& seat) {
  std::vector<std::byte> text(key.begin(), key.end());
  append(text, std::as_bytes(std::span(seat)));
  return text;
}

Result<void> ready() {
  if (sodium_init() < 0) return fail(ErrorCode::kIoFailed, "libsodium", "no source of random numbers");
  return {};
}

void sign(std::byte* signature, Bytes text, const SignSecretKey& key) {
  crypto_sign_detached(raw(signature), nullptr, raw(text), text.size(), raw(Bytes(key)));
}

bool signedBy(Bytes signature, Bytes text, const SignPublicKey& key) {
  return crypto_sign_verify_detached(raw(signature), raw(text), text.size(), raw(Bytes(key))) == 0;
}

std::uint64_t numberIn(Bytes little_endian) {
  std::uint64_t number = 0;
  for (std::size_t i = little_endian.size(); i-- > 0;)
    number = number << 8U | std::to_integer<std::uint64_t>(little_endian[i]);
  return number;
}

void appendNumber(std::vector<std::byte>& to, std::uint64_t number, int bytes) {
  for (; bytes > 0; --bytes, number >>= 8U) to.push_back(static_cast<std::byte>(number & 0xffU));
}

// The pieces of a package, borrowed.
struct Pieces {
  Bytes manifest, public_key, certificate, nonce, sealed, all_but_signature, signature;
};

Result<Pieces> piecesOf(Bytes package) {
  if (package.size() < kMagic.size() || std::memcmp(package.data(), kMagic.data(), kMagic.size()) != 0)
    return fail(ErrorCode::kForeignPackage, "package", "not a change package");
  Bytes rest = package.subspan(kMagic.size());
  const auto take = [&rest](std::size_t size) {
    const Bytes piece = rest.first(std::min(size, rest.size()));
    rest = rest.subspan(piece.size());
    return piece;
  };
  const std::uint64_t length = numberIn(take(4));
  const std::uint64_t sealed = numberIn(take(8));
  if (length > kLargestManifest) return fail(ErrorCode::kDamagedFile, "package", "manifest too long");
  Pieces pieces;
  pieces.manifest = take(length);
  pieces.public_key = take(sizeof(SignPublicKey));
  pieces.certificate = take(sizeof(Signature));
  pieces.nonce = take(kNonce);
  if (sealed < kTag || sealed > kLargestPackage || rest.size() < sealed + sizeof(Signature))
    return fail(ErrorCode::kDamagedFile, "package", "cut off");
  pieces.sealed = take(sealed);
  pieces.all_but_signature = package.first(package.size() - rest.size());
  pieces.signature = take(sizeof(Signature));
  return pieces;
}

Result<PackageManifest> manifestOf(Bytes text) {
  const auto* begin = reinterpret_cast<const char*>(text.data());
  const auto json = nlohmann::json::parse(begin, begin + text.size(), nullptr, false);
  if (!json.is_object()) return fail(ErrorCode::kDamagedFile, "package", "manifest");
  try {
    PackageManifest m;
    m.package_uuid = json.at("package").get<std::string>();
    m.seat = json.at("seat").get<std::string>();
    m.workspace_code = json.at("city").get<std::string>();
    m.schema_version = json.at("schema").get<int>();
    m.made_utc_ms = json.at("made_utc_ms").get<std::int64_t>();
    m.first_utc_ms = json.at("first_utc_ms").get<std::int64_t>();
    m.last_utc_ms = json.at("last_utc_ms").get<std::int64_t>();
    m.steps = json.at("steps").get<int>();
    m.changes = json.at("changes").get<int>();
    m.pictures = json.value("pictures", 0);
    m.pictures_absent = json.value("pictures_absent", 0);
    return m;
  } catch (const nlohmann::json::exception& e) {
    return fail(ErrorCode::kDamagedFile, "package", e.what());
  }
}

}  // namespace

Result<FieldIdentity> newOffice(const std::string& seat) {
  if (auto fine = ready(); !fine) return std::unexpected(fine.error());
  FieldIdentity office;
  office.seat = seat;
  office.is_office = true;
  crypto_sign_keypair(raw(office.public_key.data()), raw(office.secret_key.data()));
  crypto_aead_xchacha20poly1305_ietf_keygen(raw(office.shared_key.data()));
  office.office_key = office.public_key;
  sign(office.certificate.data(), certified(office.public_key, seat), office.secret_key);
  return office;
}

Result<FieldIdentity> newLaptop(const FieldIdentity& office, const std::string& seat) {
  if (!office.is_office) return fail(ErrorCode::kInvalidArgument, office.seat, "only an office prepares laptops");
  if (auto fine = ready(); !fine) return std::unexpected(fine.error());
  FieldIdentity laptop;
  laptop.seat = seat;
  crypto_sign_keypair(raw(laptop.public_key.data()), raw(laptop.secret_key.data()));
  laptop.office_key = office.public_key;
  laptop.shared_key = office.shared_key;
  sign(laptop.certificate.data(), certified(laptop.public_key, seat), office.secret_key);
  return laptop;
}

Result<std::vector<std::byte>> sealPackage(const FieldIdentity& sender, const PackageManifest& manifest,
                                           std::span<const std::byte> payload) {
  if (auto fine = ready(); !fine) return std::unexpected(fine.error());
  const std::string text = nlohmann::json{{"package", manifest.package_uuid},
                                          {"seat", sender.seat},
                                          {"city", manifest.workspace_code},
                                          {"schema", manifest.schema_version},
                                          {"made_utc_ms", manifest.made_utc_ms},
                                          {"first_utc_ms", manifest.first_utc_ms},
                                          {"last_utc_ms", manifest.last_utc_ms},
                                          {"steps", manifest.steps},
                                          {"changes", manifest.changes},
                                          {"pictures", manifest.pictures},
                                          {"pictures_absent", manifest.pictures_absent}}
                               .dump();
  std::vector<std::byte> package(kMagic.begin(), kMagic.end());
  appendNumber(package, text.size(), 4);
  appendNumber(package, payload.size() + kTag, 8);
  const Bytes associated = std::as_bytes(std::span(text));
  append(package, associated);
  append(package, sender.public_key);
  append(package, sender.certificate);
  std::array<std::byte, kNonce> nonce;
  randombytes_buf(nonce.data(), nonce.size());
  append(package, nonce);
  const std::size_t at = package.size();
  package.resize(at + payload.size() + kTag);
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(package.data() + at), nullptr, raw(payload), payload.size(),
                                             raw(associated), associated.size(), nullptr, raw(Bytes(nonce)),
                                             raw(Bytes(sender.shared_key)));
  Signature signature;
  sign(signature.data(), package, sender.secret_key);
  append(package, signature);
  return package;
}

Result<std::vector<std::byte>> openPackage(const FieldIdentity& reader, std::span<const std::byte> package) {
  if (auto fine = ready(); !fine) return std::unexpected(fine.error());
  const auto pieces = piecesOf(package);
  if (!pieces) return std::unexpected(pieces.error());
  const auto manifest = manifestOf(pieces->manifest);
  if (!manifest) return std::unexpected(manifest.error());
  SignPublicKey key;
  std::memcpy(key.data(), pieces->public_key.data(), key.size());
  if (!signedBy(pieces->signature, pieces->all_but_signature, key))
    return fail(ErrorCode::kDamagedFile, "package", "its signature does not fit its bytes");
  if (!signedBy(pieces->certificate, certified(key, manifest->seat), reader.office_key))
    return fail(ErrorCode::kForeignPackage, manifest->seat, "not certified by this office");
  std::vector<std::byte> payload(pieces->sealed.size() - kTag);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(payload.data()), nullptr, nullptr, raw(pieces->sealed),
                                                 pieces->sealed.size(), raw(pieces->manifest), pieces->manifest.size(),
                                                 raw(pieces->nonce), raw(Bytes(reader.shared_key))) != 0)
    return fail(ErrorCode::kForeignPackage, manifest->seat, "sealed with another key");
  return payload;
}

Result<PackageManifest> packageManifest(std::span<const std::byte> package) {
  const auto pieces = piecesOf(package);
  if (!pieces) return std::unexpected(pieces.error());
  return manifestOf(pieces->manifest);
}

Result<void> writePackage(const std::filesystem::path& file, std::span<const std::byte> package,
                          const PackagePieces& following, const CancelToken& cancel) {
  const std::filesystem::path pending = file.string() + ".pending";
  const auto failed = [&](int why) -> Result<void> {
    std::error_code ignored;
    std::filesystem::remove(pending, ignored);
    const ErrorCode code = why == ENOSPC || why == EDQUOT || why == EFBIG  ? ErrorCode::kDiskFull
                           : why == EACCES || why == EROFS || why == EPERM ? ErrorCode::kPermissionDenied
                           : why == ENOENT || why == ENOTDIR               ? ErrorCode::kNotFound
                                                                           : ErrorCode::kIoFailed;
    return fail(code, file.string(), std::strerror(why));
  };
  const int out = ::open(pending.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
  if (out < 0) return failed(errno);
  std::optional<std::vector<std::byte>> piece;
  do {
    while (!package.empty()) {
      const ssize_t written = ::write(out, package.data(), package.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) {
        const int why = written < 0 ? errno : ENOSPC;
        ::close(out);
        return failed(why);
      }
      package = package.subspan(static_cast<std::size_t>(written));
    }
    if (cancel.cancelled()) {
      ::close(out);
      std::error_code ignored;
      std::filesystem::remove(pending, ignored);
      return fail(ErrorCode::kCancelled, file.string());
    }
    if (following) piece = following();
    if (piece) package = *piece;
  } while (piece);
  const int why_unsynced = ::fsync(out) == 0 ? 0 : errno;
  const int why_unclosed = ::close(out) == 0 ? 0 : errno;
  if (why_unsynced != 0 || why_unclosed != 0) return failed(why_unsynced != 0 ? why_unsynced : why_unclosed);
  if (::rename(pending.c_str(), file.c_str()) != 0) return failed(errno);
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  if (const int entry = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); entry >= 0) {
    ::fsync(entry);  // some sticks' file systems cannot; the file itself is on the disk
    ::close(entry);
  }
  return {};
}

Result<std::int64_t> packageHeadBytes(const std::filesystem::path& file) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error) return fail(ErrorCode::kNotFound, file.string(), error.message());
  std::array<std::byte, kMagic.size() + kLengths> start{};
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::kIoFailed, file.string());
  in.read(reinterpret_cast<char*>(start.data()), start.size());
  std::uint64_t head = size;
  if (in && std::memcmp(start.data(), kMagic.data(), kMagic.size()) == 0) {
    const Bytes lengths = Bytes(start).subspan(kMagic.size());
    const std::uint64_t manifest = numberIn(lengths.first(4)), sealed = numberIn(lengths.subspan(4));
    if (sealed > kLargestPackage) return fail(ErrorCode::kOutOfRange, file.string(), "larger than any package");
    head = start.size() + manifest + sizeof(SignPublicKey) + sizeof(Signature) + kNonce + sealed + sizeof(Signature);
  }
  // A file that is cut off, or none of ours: what is there says so.
  head = std::min<std::uint64_t>(head, size);
  if (head > kLargestPackage) return fail(ErrorCode::kOutOfRange, file.string(), "larger than any package");
  return static_cast<std::int64_t>(head);
}

Result<std::vector<std::byte>> readPackage(const std::filesystem::path& file) {
  const auto head = packageHeadBytes(file);
  if (!head) return std::unexpected(head.error());
  std::vector<std::byte> bytes(static_cast<std::size_t>(*head));
  std::ifstream in(file, std::ios::binary);
  in.read(reinterpret_cast<char*>(bytes.data()), *head);
  if (!in) return fail(ErrorCode::kIoFailed, file.string());
  return bytes;
}

}  // namespace gis
