-- SPDX-License-Identifier: GPL-3.0-or-later
-- Workspaces that belong together: an office and the field laptops prepared from it.

-- This workspace's own place among them; at most one row. Keys as libsodium makes them: Ed25519 for signing; the shared
-- key (XChaCha20-Poly1305) is the same in all workspaces of one office. certificate: the office's signature on
-- public_key and seat.
CREATE TABLE field_identity (
  only INTEGER NOT NULL PRIMARY KEY CHECK(only=1),
  seat TEXT NOT NULL CHECK(seat<>''),
  is_office INTEGER NOT NULL CHECK(is_office IN (0,1)),
  public_key BLOB NOT NULL CHECK(length(public_key)=32),
  secret_key BLOB NOT NULL CHECK(length(secret_key)=64),
  certificate BLOB NOT NULL CHECK(length(certificate)=64),
  office_key BLOB NOT NULL CHECK(length(office_key)=32),
  shared_key BLOB NOT NULL CHECK(length(shared_key)=32),
  base_arrival INTEGER NOT NULL  -- steps after this one were made here since
);

-- The laptops that an office has prepared.
CREATE TABLE field_seat (
  seat TEXT NOT NULL PRIMARY KEY,
  area TEXT NOT NULL,
  prepared_utc_ms INTEGER NOT NULL,
  prepared_by TEXT NOT NULL,
  base_arrival INTEGER NOT NULL,
  brought_back_utc_ms INTEGER
);

-- The packages that were merged here.
CREATE TABLE field_package (
  package_uuid TEXT NOT NULL PRIMARY KEY,
  seat TEXT NOT NULL,
  made_utc_ms INTEGER NOT NULL,
  merged_utc_ms INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  new_steps INTEGER NOT NULL,
  conflicts INTEGER NOT NULL
);
