-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 5: capacity, responsible persons, monitoring stations.
-- Families follow the national census of natural-disaster risk (GPKG names in English, titles in Chinese);
-- units are in the column names. Every row: uuid (version 7), created and changed in UTC, source.

CREATE TABLE rescue_team (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  kind INTEGER NOT NULL REFERENCES code_team_kind(code),
  members INTEGER NOT NULL CHECK(members>0),
  vehicles INTEGER NOT NULL DEFAULT 0 CHECK(vehicles>=0),
  leader TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX rescue_team_division_code ON rescue_team(division_code);

CREATE TABLE depot (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  tier INTEGER NOT NULL REFERENCES code_admin_tier(code),
  floor_m2 REAL NOT NULL CHECK(floor_m2>0),
  keeper TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX depot_division_code ON depot(division_code);

CREATE TABLE shelter (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  class INTEGER NOT NULL REFERENCES code_shelter_class(code),
  capacity INTEGER NOT NULL CHECK(capacity>0),
  area_m2 REAL NOT NULL CHECK(area_m2>0),
  indoor INTEGER NOT NULL CHECK(indoor IN (0,1)),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX shelter_division_code ON shelter(division_code);

CREATE TABLE helipad (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  elevation_m REAL NOT NULL,
  surface TEXT NOT NULL DEFAULT '',
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX helipad_division_code ON helipad(division_code);

CREATE TABLE monitoring_station (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  station_code TEXT NOT NULL UNIQUE,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  kind TEXT NOT NULL REFERENCES code_station_kind(code),
  river TEXT NOT NULL DEFAULT '',
  elevation_m REAL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX monitoring_station_division_code ON monitoring_station(division_code);

CREATE TABLE responsible_person (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL CHECK(name<>''),
  role INTEGER NOT NULL REFERENCES code_role(code),
  post TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL CHECK(phone<>''),
  phone_second TEXT NOT NULL DEFAULT '',
  channel INTEGER NOT NULL DEFAULT 1 REFERENCES code_warning_channel(code),
  deputy_uuid TEXT REFERENCES responsible_person(uuid) DEFERRABLE INITIALLY DEFERRED CHECK(deputy_uuid IS NULL OR deputy_uuid<>uuid),
  object_table TEXT NOT NULL DEFAULT '',
  object_uuid TEXT,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  CHECK((object_table='')=(object_uuid IS NULL))
);
CREATE INDEX responsible_person_division_code ON responsible_person(division_code);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id, last_change) VALUES
  ('rescue_team', 'features', '应急队伍', 'Rescue teams', 4490, migration_time()),
  ('depot', 'features', '救灾物资储备库', 'Relief depots', 4490, migration_time()),
  ('shelter', 'features', '应急避难场所', 'Emergency shelters', 4490, migration_time()),
  ('helipad', 'features', '直升机起降点', 'Helicopter landing sites', 4490, migration_time()),
  ('monitoring_station', 'features', '监测站点', 'Monitoring stations', 4490, migration_time()),
  ('responsible_person', 'attributes', '责任人', 'Responsible persons', NULL, migration_time());
INSERT INTO gpkg_geometry_columns VALUES
  ('rescue_team', 'geom', 'POINT', 4490, 0, 0),
  ('depot', 'geom', 'POINT', 4490, 0, 0),
  ('shelter', 'geom', 'POINT', 4490, 0, 0),
  ('helipad', 'geom', 'POINT', 4490, 0, 0),
  ('monitoring_station', 'geom', 'POINT', 4490, 0, 0);
