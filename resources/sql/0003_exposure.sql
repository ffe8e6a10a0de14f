-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 3: exposure: people, buildings, roads, public services, engineering works, dangerous sites.
-- Families follow the national census of natural-disaster risk (GPKG names in English, titles in Chinese);
-- units are in the column names. Every row: uuid (version 7), created and changed in UTC, source.

CREATE TABLE population_village (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code) UNIQUE,
  population INTEGER NOT NULL CHECK(population>=0),
  households INTEGER NOT NULL CHECK(households>=0),
  age_0_14 INTEGER NOT NULL CHECK(age_0_14>=0),
  age_15_64 INTEGER NOT NULL CHECK(age_15_64>=0),
  age_65_up INTEGER NOT NULL CHECK(age_65_up>=0),
  disabled INTEGER NOT NULL DEFAULT 0 CHECK(disabled BETWEEN 0 AND population),
  as_of TEXT NOT NULL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  CHECK(age_0_14+age_15_64+age_65_up=population),
  CHECK(households<=population)
);

CREATE TABLE census_point (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  population INTEGER NOT NULL CHECK(population>=0),
  households INTEGER NOT NULL CHECK(households BETWEEN 0 AND population),
  elderly INTEGER NOT NULL CHECK(elderly BETWEEN 0 AND population),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

CREATE TABLE building (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POLYGON NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  structure INTEGER NOT NULL REFERENCES code_structure(code),
  use INTEGER NOT NULL REFERENCES code_building_use(code),
  storeys INTEGER NOT NULL CHECK(storeys BETWEEN 1 AND 120),
  built_year INTEGER CHECK(built_year BETWEEN 1000 AND 2100),
  footprint_m2 REAL NOT NULL CHECK(footprint_m2>0),
  residents INTEGER NOT NULL DEFAULT 0 CHECK(residents>=0),
  seismic_designed INTEGER NOT NULL DEFAULT 0 CHECK(seismic_designed IN (0,1)),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

CREATE TABLE road (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom LINESTRING NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  road_code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  class INTEGER NOT NULL REFERENCES code_road_class(code),
  state INTEGER NOT NULL DEFAULT 1 REFERENCES code_road_state(code),
  length_m REAL NOT NULL CHECK(length_m>0),
  width_m REAL NOT NULL CHECK(width_m>0),
  from_node INTEGER NOT NULL,
  to_node INTEGER NOT NULL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);

CREATE TABLE bridge (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  road_code TEXT NOT NULL DEFAULT '',
  length_m REAL NOT NULL CHECK(length_m>0),
  load_t REAL NOT NULL CHECK(load_t>0),
  deck_elevation_m REAL,
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX bridge_division_code ON bridge(division_code);

CREATE TABLE school (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  kind INTEGER NOT NULL REFERENCES code_school_kind(code),
  pupils INTEGER NOT NULL CHECK(pupils>=0),
  boarders INTEGER NOT NULL DEFAULT 0 CHECK(boarders BETWEEN 0 AND pupils),
  staff INTEGER NOT NULL CHECK(staff>=0),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX school_division_code ON school(division_code);

CREATE TABLE hospital (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  grade INTEGER NOT NULL REFERENCES code_hospital_grade(code),
  beds INTEGER NOT NULL CHECK(beds>=0),
  icu_beds INTEGER NOT NULL DEFAULT 0 CHECK(icu_beds BETWEEN 0 AND beds),
  ambulances INTEGER NOT NULL DEFAULT 0 CHECK(ambulances>=0),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX hospital_division_code ON hospital(division_code);

CREATE TABLE care_home (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  beds INTEGER NOT NULL CHECK(beds>=0),
  residents INTEGER NOT NULL CHECK(residents>=0),
  cannot_walk INTEGER NOT NULL DEFAULT 0 CHECK(cannot_walk BETWEEN 0 AND residents),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX care_home_division_code ON care_home(division_code);

CREATE TABLE tourist_site (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  grade INTEGER NOT NULL REFERENCES code_tourist_grade(code),
  capacity INTEGER NOT NULL CHECK(capacity>=0),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX tourist_site_division_code ON tourist_site(division_code);

CREATE TABLE reservoir (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  river TEXT NOT NULL DEFAULT '',
  class INTEGER NOT NULL REFERENCES code_reservoir_class(code),
  capacity_m3 REAL CHECK(capacity_m3>0),
  catchment_km2 REAL CHECK(catchment_km2>0),
  flood_limit_level_m REAL,
  normal_level_m REAL,
  check_level_m REAL,
  dam_lon_deg REAL NOT NULL CHECK(dam_lon_deg BETWEEN -180 AND 180),
  dam_lat_deg REAL NOT NULL CHECK(dam_lat_deg BETWEEN -90 AND 90),
  built_year INTEGER,
  figures_source TEXT NOT NULL DEFAULT '',
  confirmed INTEGER NOT NULL DEFAULT 0 CHECK(confirmed IN (0,1)),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>''),
  CHECK(flood_limit_level_m IS NULL OR normal_level_m IS NULL OR flood_limit_level_m<=normal_level_m),
  CHECK(normal_level_m IS NULL OR check_level_m IS NULL OR normal_level_m<=check_level_m)
);
CREATE INDEX reservoir_division_code ON reservoir(division_code);
CREATE INDEX reservoir_search ON reservoir(name);

CREATE TABLE check_dam (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  height_m REAL NOT NULL CHECK(height_m>0),
  capacity_m3 REAL NOT NULL CHECK(capacity_m3>0),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX check_dam_division_code ON check_dam(division_code);

CREATE TABLE tailings_pond (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  capacity_m3 REAL NOT NULL CHECK(capacity_m3>0),
  dam_height_m REAL NOT NULL CHECK(dam_height_m>0),
  in_use INTEGER NOT NULL CHECK(in_use IN (0,1)),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX tailings_pond_division_code ON tailings_pond(division_code);

CREATE TABLE hazchem_site (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  kind INTEGER NOT NULL REFERENCES code_hazchem_kind(code),
  substance TEXT NOT NULL DEFAULT '',
  staff INTEGER NOT NULL DEFAULT 0 CHECK(staff>=0),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX hazchem_site_division_code ON hazchem_site(division_code);

CREATE TABLE mine (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT NOT NULL,
  division_code TEXT NOT NULL REFERENCES division(code),
  name TEXT NOT NULL,
  kind INTEGER NOT NULL REFERENCES code_mine_kind(code),
  underground_workers INTEGER NOT NULL DEFAULT 0 CHECK(underground_workers>=0),
  in_use INTEGER NOT NULL CHECK(in_use IN (0,1)),
  uuid TEXT NOT NULL UNIQUE CHECK(length(uuid)=36),
  created_utc DATETIME NOT NULL,
  changed_utc DATETIME NOT NULL CHECK(changed_utc>=created_utc),
  source TEXT NOT NULL CHECK(source<>'')
);
CREATE INDEX mine_division_code ON mine(division_code);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id, last_change) VALUES
  ('population_village', 'attributes', '村级人口', 'Population by village', NULL, migration_time()),
  ('census_point', 'features', '人口普查点', 'Census points', 4490, migration_time()),
  ('building', 'features', '房屋建筑', 'Buildings', 4490, migration_time()),
  ('road', 'features', '公路与道路', 'Roads', 4490, migration_time()),
  ('bridge', 'features', '桥梁', 'Bridges', 4490, migration_time()),
  ('school', 'features', '学校', 'Schools', 4490, migration_time()),
  ('hospital', 'features', '医疗卫生机构', 'Hospitals and clinics', 4490, migration_time()),
  ('care_home', 'features', '养老与福利机构', 'Care homes', 4490, migration_time()),
  ('tourist_site', 'features', '旅游景区', 'Tourist sites', 4490, migration_time()),
  ('reservoir', 'features', '水库', 'Reservoirs', 4490, migration_time()),
  ('check_dam', 'features', '淤地坝', 'Check dams', 4490, migration_time()),
  ('tailings_pond', 'features', '尾矿库', 'Tailings ponds', 4490, migration_time()),
  ('hazchem_site', 'features', '危险化学品企业', 'Hazardous-chemical sites', 4490, migration_time()),
  ('mine', 'features', '矿山', 'Mines', 4490, migration_time());
INSERT INTO gpkg_geometry_columns VALUES
  ('census_point', 'geom', 'POINT', 4490, 0, 0),
  ('building', 'geom', 'POLYGON', 4490, 0, 0),
  ('road', 'geom', 'LINESTRING', 4490, 0, 0),
  ('bridge', 'geom', 'POINT', 4490, 0, 0),
  ('school', 'geom', 'POINT', 4490, 0, 0),
  ('hospital', 'geom', 'POINT', 4490, 0, 0),
  ('care_home', 'geom', 'POINT', 4490, 0, 0),
  ('tourist_site', 'geom', 'POINT', 4490, 0, 0),
  ('reservoir', 'geom', 'MULTIPOLYGON', 4490, 0, 0),
  ('check_dam', 'geom', 'POINT', 4490, 0, 0),
  ('tailings_pond', 'geom', 'POINT', 4490, 0, 0),
  ('hazchem_site', 'geom', 'POINT', 4490, 0, 0),
  ('mine', 'geom', 'POINT', 4490, 0, 0);
