// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <string>

#include "gis/core/error.h"

namespace gis {

struct FieldIdentity;

// The keys of a laptop, locked by a passphrase: Argon2id makes a key of it, XChaCha20-Poly1305 seals with that (both
// libsodium's). A stick that is lost gives nobody the means to write or read a package.
struct KeyLock {
  std::array<std::byte, 16> salt{};
  std::array<std::byte, 24> nonce{};
  std::array<std::byte, 64 + 32 + 16> sealed{};  // secret key, shared key, tag
};

// What the detail of an error says when a passphrase is missing or wrong.
inline constexpr const char* kWrongPassphrase = "passphrase";

// Moves the secret keys of `identity` into identity.lock; they are zero after. A tenth of a second and 64 MB, so that
// guessing is dear. Fails with kInvalidArgument (an empty passphrase), kIoFailed.
Result<void> lockKeys(FieldIdentity& identity, const std::string& passphrase);
// Puts them back; does nothing to keys without a lock. Fails with kPermissionDenied, detail kWrongPassphrase.
Result<void> unlockKeys(FieldIdentity& identity, const std::string& passphrase);

}  // namespace gis
