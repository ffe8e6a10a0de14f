// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/key_lock.h"

#include <sodium.h>

#include <algorithm>
#include <span>

#include "gis/field/change_package.h"

namespace gis {

namespace {

using Key = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;
using Secrets = std::array<std::byte, sizeof(SignSecretKey) + sizeof(SharedKey)>;

static_assert(sizeof(KeyLock::salt) == crypto_pwhash_SALTBYTES);
static_assert(sizeof(KeyLock::nonce) == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(sizeof(KeyLock::sealed) == sizeof(Secrets) + crypto_aead_xchacha20poly1305_ietf_ABYTES);

unsigned char* rawKey(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }
const unsigned char* rawKey(const std::byte* bytes) { return reinterpret_cast<const unsigned char*>(bytes); }

Result<Key> keyOf(const std::string& passphrase, const KeyLock& lock) {
  if (sodium_init() < 0) return fail(ErrorCode::kIoFailed, "libsodium", "no source of random numbers");
  Key key;
  if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), rawKey(lock.salt.data()),
                    crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                    crypto_pwhash_ALG_ARGON2ID13) != 0)
    return fail(ErrorCode::kIoFailed, "libsodium", "not enough memory for the passphrase");
  return key;
}

}  // namespace

Result<void> lockKeys(FieldIdentity& identity, const std::string& passphrase) {
  if (passphrase.empty()) return fail(ErrorCode::kInvalidArgument, identity.seat, kWrongPassphrase);
  if (sodium_init() < 0) return fail(ErrorCode::kIoFailed, "libsodium", "no source of random numbers");
  KeyLock lock;
  randombytes_buf(lock.salt.data(), lock.salt.size());
  randombytes_buf(lock.nonce.data(), lock.nonce.size());
  auto key = keyOf(passphrase, lock);
  if (!key) return std::unexpected(key.error());
  Secrets secrets;
  std::ranges::copy(identity.shared_key, std::ranges::copy(identity.secret_key, secrets.begin()).out);
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      rawKey(lock.sealed.data()), nullptr, rawKey(secrets.data()), secrets.size(), rawKey(identity.public_key.data()),
      identity.public_key.size(), nullptr, rawKey(lock.nonce.data()), key->data());
  sodium_memzero(secrets.data(), secrets.size());
  sodium_memzero(key->data(), key->size());
  identity.secret_key = {};
  identity.shared_key = {};
  identity.lock = lock;
  return {};
}

Result<void> unlockKeys(FieldIdentity& identity, const std::string& passphrase) {
  if (!identity.lock) return {};
  if (passphrase.empty()) return fail(ErrorCode::kPermissionDenied, identity.seat, kWrongPassphrase);
  auto key = keyOf(passphrase, *identity.lock);
  if (!key) return std::unexpected(key.error());
  Secrets secrets;
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      rawKey(secrets.data()), nullptr, nullptr, rawKey(identity.lock->sealed.data()), identity.lock->sealed.size(),
      rawKey(identity.public_key.data()), identity.public_key.size(), rawKey(identity.lock->nonce.data()), key->data());
  sodium_memzero(key->data(), key->size());
  if (failed != 0) return fail(ErrorCode::kPermissionDenied, identity.seat, kWrongPassphrase);
  std::copy_n(secrets.begin(), identity.secret_key.size(), identity.secret_key.begin());
  std::copy_n(secrets.begin() + identity.secret_key.size(), identity.shared_key.size(), identity.shared_key.begin());
  sodium_memzero(secrets.data(), secrets.size());
  identity.lock.reset();
  return {};
}

}  // namespace gis
