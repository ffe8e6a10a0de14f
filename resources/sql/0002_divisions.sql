-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 2: administrative divisions and settlements.
-- Families follow the national census of natural-disaster risk (GPKG names in English, titles in Chinese);
-- units are in the column names. Every row: uuid (version 7), created and changed in UTC, source.

CREATE TABLE division (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON,
  code TEXT NOT NULL UNIQUE CHECK(length(code)=12 AND code NOT GLOB '*[^0-9]*'),
  parent_code TEXT REFERENCES division(code) CHECK(parent_code IS NULL OR parent_code<>code),
  level INTEGER NOT NULL REFERENCES code_division_level(code),
  name TEXT NOT NULL CHECK(name<>''),
  name_en TEXT NOT NULL DEFAULT '',
  pinyin_initials TEXT NOT NULL DEFAULT '',
  seat_lon_deg REAL CHECK(seat_lon_deg BETWEEN -180 AND 180),
  seat_lat_deg REAL CHECK(seat_lat_deg BETWEEN -90 AND 90),
  area_km2 REAL CHECK(area_km2>0),
  population INTEGER CHECK(population>=0),
  population_year INTEGER,
  figures_source TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX division_parent_code ON division(parent_code);
-- Covers what a place search reads, so that it never touches the polygons.
CREATE INDEX division_search ON division(name, code, pinyin_initials);

CREATE TABLE settlement (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  pinyin_initials TEXT NOT NULL DEFAULT '',
  is_seat INTEGER NOT NULL DEFAULT 0 CHECK(is_seat IN (0,1)),
  seat_level INTEGER REFERENCES code_division_level(code),
  elevation_m REAL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX settlement_division_code ON settlement(division_code);
CREATE INDEX settlement_search ON settlement(name, pinyin_initials);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id, last_change) VALUES
  ('division', 'features', '行政区划', 'Administrative divisions', 4490, migration_time()),
  ('settlement', 'features', '居民点', 'Settlements', 4490, migration_time());
INSERT INTO gpkg_geometry_columns VALUES
  ('division', 'geom', 'MULTIPOLYGON', 4490, 0, 0),
  ('settlement', 'geom', 'POINT', 4490, 0, 0);
