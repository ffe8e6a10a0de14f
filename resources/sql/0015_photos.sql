-- SPDX-License-Identifier: GPL-3.0-or-later
-- Photographs of rows. The picture itself is a file of the workspace folder, photos/<first two digits>/<sha256>.<jpg|png>,
-- stored once however many rows show it and never changed: what its name promises can be checked. A row here is one
-- showing of it and is edited, undone, logged and merged like any other row.
CREATE TABLE photo (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  row_table TEXT NOT NULL CHECK(row_table<>''),
  row_uuid TEXT NOT NULL CHECK(length(row_uuid)=36),
  sha256 TEXT NOT NULL CHECK(length(sha256)=64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  kind TEXT NOT NULL CHECK(kind IN ('jpg','png')),
  file_name TEXT NOT NULL CHECK(file_name<>''),
  size_bytes INTEGER NOT NULL CHECK(size_bytes>0),
  taken_local TEXT NOT NULL DEFAULT '',
  lon_deg REAL CHECK(lon_deg BETWEEN -180 AND 180),
  lat_deg REAL CHECK(lat_deg BETWEEN -90 AND 90),
  note TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  UNIQUE(row_uuid, sha256),
  CHECK((lon_deg IS NULL)=(lat_deg IS NULL))
);
CREATE INDEX photo_sha256 ON photo(sha256);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id, last_change) VALUES
  ('photo', 'attributes', '照片', 'Photographs', NULL, migration_time());
