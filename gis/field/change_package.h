// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/field/key_lock.h"

namespace gis {

// Keys as libsodium makes them.
using SignPublicKey = std::array<std::byte, 32>;  // Ed25519
using SignSecretKey = std::array<std::byte, 64>;  // Ed25519
using Signature = std::array<std::byte, 64>;      // Ed25519
using SharedKey = std::array<std::byte, 32>;      // XChaCha20-Poly1305

// One workspace among those that belong together. The office certifies each laptop, so that every one of them can
// check a package of any other knowing the office's key alone.
struct FieldIdentity {
  std::string seat;
  bool is_office = false;
  SignPublicKey public_key{};
  SignSecretKey secret_key{};
  Signature certificate{};  // of the office: on public_key followed by seat
  SignPublicKey office_key{};
  SharedKey shared_key{};
  std::int64_t base_arrival = 0;     // steps after this one were made here since
  std::optional<KeyLock> lock = {};  // the secret and the shared key are in here, see unlockKeys()
};

// A new office, and a laptop that it certifies. Fail with kIoFailed when the system has no random numbers.
Result<FieldIdentity> newOffice(const std::string& seat);
Result<FieldIdentity> newLaptop(const FieldIdentity& office, const std::string& seat);

// What a package says of itself; read without any key, trusted only after openPackage().
struct PackageManifest {
  std::string package_uuid;
  std::string seat;
  std::string workspace_code;  // the city's code
  int schema_version = 0;
  std::int64_t made_utc_ms = 0;
  std::int64_t first_utc_ms = 0;
  std::int64_t last_utc_ms = 0;
  int steps = 0;
  int changes = 0;
  int pictures = 0;         // behind the head: see package_pictures.h
  int pictures_absent = 0;  // that the changes speak of and the sender does not have
};

// Head of the file: "FSPK" 2, manifest length (4 bytes, little endian), length of the sealed payload (8 bytes),
// manifest (JSON), public key, certificate, nonce, the payload sealed with the shared key (XChaCha20-Poly1305-IETF,
// manifest as associated data), and the sender's Ed25519 signature on all before it. Photographs follow. The functions
// on bytes take the head and pass over what follows.
Result<std::vector<std::byte>> sealPackage(const FieldIdentity& sender, const PackageManifest& manifest,
                                           std::span<const std::byte> payload);
// Fails with kForeignPackage (no package, or of another office), kDamagedFile (cut off or changed).
Result<std::vector<std::byte>> openPackage(const FieldIdentity& reader, std::span<const std::byte> package);
Result<PackageManifest> packageManifest(std::span<const std::byte> package);

// Written beside, brought to the disk and moved into place: there is never half a package, and the stick may be pulled
// out when this returns. kAlreadyExists is not an error here: the same package may be written again. `following` is
// asked for what comes behind the head until it has nothing more. Fails with kDiskFull, kPermissionDenied, kIoFailed.
using PackagePieces = std::function<std::optional<std::vector<std::byte>>()>;
Result<void> writePackage(const std::filesystem::path& file, std::span<const std::byte> package,
                          const PackagePieces& following = {}, const CancelToken& cancel = {});
// The head alone. Fails with kNotFound, kOutOfRange (larger than 2 GB), kIoFailed.
Result<std::vector<std::byte>> readPackage(const std::filesystem::path& file);
// How long the head of a package is; for a file that is none the whole of it. Fails as readPackage does.
Result<std::int64_t> packageHeadBytes(const std::filesystem::path& file);

}  // namespace gis
