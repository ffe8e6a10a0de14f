-- SPDX-License-Identifier: GPL-3.0-or-later
-- The secret keys of a laptop, locked by a passphrase; field_identity then holds zeros in their place.
CREATE TABLE field_key_lock (
  only INTEGER NOT NULL PRIMARY KEY CHECK(only=1),
  salt BLOB NOT NULL CHECK(length(salt)=16),
  nonce BLOB NOT NULL CHECK(length(nonce)=24),
  sealed BLOB NOT NULL CHECK(length(sealed)=112)
);
